//! Taking an operation back: the inverse of every change, appended as a new operation.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::{Entity, StoreError, Tx, history, rows, series};
use crate::domain::journal::{Change, Image, ReadingBlock, RowImage, VoidBlock};
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
        for part in (first..=last).rev() {
            for change in history::changes_of_part(self.conn(), part)?.into_iter().rev() {
                touched.extend(self.invert_change(change)?);
            }
        }
        Ok(touched.into_iter().collect())
    }

    fn invert_change(&mut self, change: Change) -> Result<Option<i64>, StoreError> {
        match change {
            Change::Row(row) => self.invert_row(row),
            Change::Readings(block) => self.take_back(&block),
            Change::Voided(block) => self.enter_again(&block),
        }
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
                self.remove(entity, row.id).map_err(|error| match error {
                    StoreError::Refused(_) => named_since(self.conn(), entity, touched),
                    other => other,
                })?;
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

    /// Voids the readings of a block, unless one of them was restated or voided since.
    fn take_back(&mut self, block: &ReadingBlock) -> Result<Option<i64>, StoreError> {
        let mut days = Vec::with_capacity(block.rows.len());
        for reading in series::readings_of(block)? {
            let key = (reading.measured_on, reading.revision);
            if !stands_newest(self.conn(), block.objective, key)? {
                return Err(restated_since(self.conn(), block.objective, key.0));
            }
            days.push(key);
        }
        self.void_readings(block.objective, &days)?;
        Ok(Some(block.objective))
    }

    /// Enters voided readings again, unless another entry for the day was made since.
    fn enter_again(&mut self, block: &VoidBlock) -> Result<Option<i64>, StoreError> {
        let mut again = Vec::with_capacity(block.void.len());
        for (day, revision) in &block.void {
            let newest = series::newest(self.conn(), block.objective, *day)?;
            let Some(reading) = series::one(self.conn(), block.objective, *day, *revision)? else {
                return Err(restated_since(self.conn(), block.objective, *day));
            };
            if newest.is_none_or(|(newest, voided)| newest != *revision || !voided) {
                return Err(restated_since(self.conn(), block.objective, *day));
            }
            again.push(Reading {
                revision: revision + 1,
                known_from: if reading.imported { reading.known_from } else { self.today() },
                voided_seq: None,
                voided_on: None,
                ..reading
            });
        }
        self.append_readings(block.objective, &again)?;
        Ok(Some(block.objective))
    }
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
