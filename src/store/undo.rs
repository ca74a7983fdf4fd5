//! Taking an operation back: the inverse of every change, appended as a new operation.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::{Entity, StoreError, Tx, history, rows, series};
use crate::domain::journal::{Change, Image, ReadingBlock, RowImage};
use crate::domain::period::Date;
use crate::domain::reading::Reading;

impl Tx<'_> {
    /// Appends the inverse of an operation (named by any of its parts) to this one. Readings are voided; where the
    /// operation had voided readings they are entered again as new revisions. Refused where a row changed since, and
    /// where the operation was taken back already. Returns the objectives touched.
    pub fn invert(&mut self, seq: u64) -> Result<Vec<i64>, StoreError> {
        let Some((first, last)) = history::span(self.conn(), seq)? else {
            return Err(StoreError::Refused(format!("there is no journal entry {seq}")));
        };
        if let Some(by) = history::undone_by(self.conn(), last)? {
            return Err(StoreError::ChangedSince(format!("entry {last} was taken back already, by entry {by}")));
        }
        let mut touched = BTreeSet::new();
        // A day and its correction may stand in different parts, so what was voided is gathered before it is entered again.
        let mut voided: BTreeMap<i64, Vec<(Date, u32)>> = BTreeMap::new();
        for part in (first..=last).rev() {
            for change in history::changes_of_part(self.conn(), part)?.into_iter().rev() {
                match change {
                    Change::Row(row) => touched.extend(self.invert_row(row)?),
                    Change::Readings(block) => touched.extend([self.take_back(&block)?]),
                    Change::Voided(block) => voided.entry(block.objective).or_default().extend(block.void),
                }
            }
        }
        for (objective, days) in voided {
            self.enter_again(objective, days)?;
            touched.insert(objective);
        }
        Ok(touched.into_iter().collect())
    }

    fn invert_row(&mut self, row: RowImage) -> Result<Option<i64>, StoreError> {
        let entity = Entity::from_table(&row.entity)
            .ok_or_else(|| StoreError::Damaged(format!("there are no rows of the kind {}", row.entity)))?;
        let present = rows::get(self.conn(), entity, row.id)?;
        let objective = |image: Option<&Image>| match entity {
            Entity::Objective => Some(row.id),
            _ => image.and_then(|image| image.get("objective")).and_then(serde_json::Value::as_i64),
        };
        let touched = objective(present.as_ref()).or_else(|| objective(row.before.as_ref()));
        match (row.before, row.after) {
            (None, Some(after)) => {
                if present.as_ref() != Some(&after) {
                    return Err(changed_since(self.conn(), entity, touched));
                }
                match self.remove(entity, row.id) {
                    Err(StoreError::Refused(_)) if entity == Entity::Objective && self.is_bare(row.id)? => {
                        self.give_code_free(row.id, &after)?;
                    }
                    Err(StoreError::Refused(_)) => return Err(named_since(self.conn(), entity, touched)),
                    removed => removed?,
                }
            }
            (Some(before), Some(after)) => {
                let stands = present.is_some_and(|present| {
                    after.iter().all(|(name, value)| present.get(name).unwrap_or(&serde_json::Value::Null) == value)
                });
                if !stands {
                    return Err(changed_since(self.conn(), entity, touched));
                }
                self.update(entity, row.id, before)?;
            }
            (Some(before), None) => {
                if present.is_some() {
                    return Err(changed_since(self.conn(), entity, touched));
                }
                self.insert(entity, row.id, before)?;
            }
            (None, None) => {}
        }
        Ok(touched)
    }

    /// Whether nothing stands on an objective but readings that were taken back: those are never removed.
    fn is_bare(&self, id: i64) -> Result<bool, StoreError> {
        let held = |table: &str, column: &str, and: &str| -> Result<bool, StoreError> {
            let sql = format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE {column} = ?1{and})");
            Ok(self.conn().prepare_cached(&sql)?.query_row([id], |row| row.get(0))?)
        };
        for entity in Entity::ALL.into_iter().filter(|entity| *entity != Entity::Objective) {
            if let Some(column) = entity.objective_column()
                && held(entity.table(), column, "")?
            {
                return Ok(false);
            }
        }
        Ok(!held("reading", "objective", " AND voided_seq IS NULL")?)
    }

    /// An objective that came in together with readings leaves a row behind that nobody sees, because the readings taken
    /// back stay with it; its code can be used again.
    fn give_code_free(&mut self, id: i64, image: &Image) -> Result<(), StoreError> {
        let code = image.get("code").and_then(serde_json::Value::as_str).unwrap_or_default();
        let freed = serde_json::json!(format!("{code}, taken back {id}"));
        self.update(Entity::Objective, id, [("code".to_owned(), freed)].into_iter().collect())
    }

    /// Voids the readings of a block, unless one of them was restated or voided since. A correction in the block itself
    /// goes with what it corrects.
    fn take_back(&mut self, block: &ReadingBlock) -> Result<i64, StoreError> {
        let days: Vec<(Date, u32)> =
            series::readings_of(block)?.iter().map(|reading| (reading.measured_on, reading.revision)).collect();
        for key in newest_per_day(&days) {
            if !stands_newest(self.conn(), block.objective, key)? {
                return Err(restated_since(self.conn(), block.objective, key.0));
            }
        }
        self.void_readings(block.objective, &days)?;
        Ok(block.objective)
    }

    /// Enters voided readings again in the order they had, unless another entry for the day was made since. One that
    /// was itself only taken back or done again is none: a chain of undo and redo goes back and forth.
    fn enter_again(&mut self, objective: i64, mut days: Vec<(Date, u32)>) -> Result<(), StoreError> {
        days.sort_unstable();
        let mut next = BTreeMap::new();
        for (day, revision) in newest_per_day(&days) {
            if entered_since(self.conn(), objective, (day, revision))? {
                return Err(restated_since(self.conn(), objective, day));
            }
            let newest = series::newest(self.conn(), objective, day)?.map_or(revision, |(newest, _)| newest);
            next.insert(day, newest);
        }
        let mut again: Vec<Reading> = Vec::with_capacity(days.len());
        for (day, revision) in days {
            let Some(reading) = series::one(self.conn(), objective, day, revision)? else {
                return Err(restated_since(self.conn(), objective, day));
            };
            let newest = next.entry(day).or_insert(revision);
            *newest += 1;
            again.push(Reading {
                revision: *newest,
                known_from: if reading.imported { reading.known_from } else { self.today() },
                voided_seq: None,
                voided_on: None,
                ..reading
            });
        }
        self.append_readings(objective, &again)
    }
}

/// The newest of the revisions named for each day.
fn newest_per_day(days: &[(Date, u32)]) -> BTreeMap<Date, u32> {
    let mut newest = BTreeMap::new();
    for (day, revision) in days {
        let known = newest.entry(*day).or_insert(*revision);
        *known = (*known).max(*revision);
    }
    newest
}

/// Whether an entry is not voided and no later entry for its day stands.
fn stands_newest(conn: &Connection, objective: i64, (day, revision): (Date, u32)) -> Result<bool, StoreError> {
    let later: i64 = conn
        .prepare_cached(
            "SELECT count(*) FROM reading WHERE objective = ?1 AND measured_on = ?2
             AND ((revision > ?3 AND voided_seq IS NULL) OR (revision = ?3 AND voided_seq IS NOT NULL))",
        )?
        .query_row(rusqlite::params![objective, day.to_string(), revision], |row| row.get(0))?;
    Ok(later == 0)
}

/// Whether a later entry for the day stands that is no voided one entered again.
fn entered_since(conn: &Connection, objective: i64, (day, revision): (Date, u32)) -> Result<bool, StoreError> {
    let since = conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM reading r JOIN entry e ON e.seq = r.seq JOIN journal j ON j.seq = e.first_seq
             WHERE r.objective = ?1 AND r.measured_on = ?2 AND r.revision > ?3 AND r.voided_seq IS NULL
             AND json_extract(j.payload, '$.op') NOT IN ('undo', 'redo'))",
        )?
        .query_row(rusqlite::params![objective, day.to_string(), revision], |row| row.get(0))?;
    Ok(since)
}

fn name_of(conn: &Connection, objective: Option<i64>) -> String {
    let code = objective.and_then(|id| rows::get(conn, Entity::Objective, id).ok().flatten());
    code.and_then(|fields| Some(fields.get("code")?.as_str()?.to_owned())).unwrap_or_else(|| "the register".to_owned())
}

fn changed_since(conn: &Connection, entity: Entity, objective: Option<i64>) -> StoreError {
    let what = entity.table().replace('_', " ");
    StoreError::ChangedSince(format!("the {what} of {} was changed since", name_of(conn, objective)))
}

fn named_since(conn: &Connection, entity: Entity, objective: Option<i64>) -> StoreError {
    let what = entity.table().replace('_', " ");
    StoreError::ChangedSince(format!("later entries rest on the {what} of {}", name_of(conn, objective)))
}

fn restated_since(conn: &Connection, objective: i64, day: Date) -> StoreError {
    let name = name_of(conn, Some(objective));
    StoreError::ChangedSince(format!("the reading of {name} for {day} was restated or taken back since"))
}
