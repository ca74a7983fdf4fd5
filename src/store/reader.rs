//! Reads, the same inside and outside of a transaction.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, OptionalExtension};

use super::records::{self, Record};
use super::shapes::*;
use super::{
    Entity, Fields, StoreError, cells, history, load, lookup, meetings, replay, rows, series, trail, transact, whole,
};
use crate::domain::ahead::with_what_began;
use crate::domain::journal::{Change, hex};
use crate::domain::period::Date;
use crate::domain::reading::Reading;
use crate::domain::review::{Action, Decision, Review};
use crate::domain::status::Trail;
use crate::domain::trace::Source;
use crate::domain::version::Version;

/// A register as it was at an earlier journal entry, rebuilt once and kept while it is looked at.
pub(super) type Past = Option<(u64, Connection)>;

/// Reads the register.
pub struct Reader<'a> {
    conn: &'a Connection,
    past: &'a RefCell<Past>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(conn: &'a Connection, past: &'a RefCell<Past>) -> Reader<'a> {
        Reader { conn, past }
    }

    /// Runs a read on the register as the journal held it at the sight's entry: what a replay up to there makes.
    fn through<T>(
        &self,
        sight: &Sight,
        read: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let Some(wanted) = sight.known_seq else { return read(self.conn) };
        if wanted >= self.head()?.0 {
            return read(self.conn);
        }
        let mut past = self.past.borrow_mut();
        match &*past {
            Some((seq, conn)) if *seq == wanted => read(conn),
            _ => {
                let conn = replay::register_at(self.conn, wanted)?;
                let answer = read(&conn);
                *past = Some((wanted, conn));
                answer
            }
        }
    }

    /// Whose register it is.
    pub fn register(&self) -> Result<Register, StoreError> {
        let mut statement =
            self.conn.prepare_cached("SELECT uuid, organization, demo, created_at FROM register WHERE id = 1")?;
        let found = statement.query_row([], |row| {
            Ok(Register { uuid: row.get(0)?, organization: row.get(1)?, demo: row.get(2)?, created_at: row.get(3)? })
        });
        found.optional()?.ok_or_else(|| StoreError::Damaged("it does not say whose register it is".to_owned()))
    }

    /// The newest journal entry and its hash in hex.
    pub fn head(&self) -> Result<(u64, String), StoreError> {
        transact::head(self.conn).map(|(seq, hash)| (seq, hex(&hash)))
    }

    /// The newest entry made on or before a civil day; 0 where there is none.
    pub fn seq_on(&self, day: Date) -> Result<u64, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT coalesce(max(seq), 0) FROM entry WHERE today <= ?1")?;
        Ok(statement.query_row([day.to_string()], |row| row.get::<_, i64>(0))? as u64)
    }

    /// All settings in the order they were entered.
    pub fn settings(&self) -> Result<Vec<SettingRow>, StoreError> {
        load::settings(self.conn)
    }

    /// The settings as the journal held them at the sight's entry, without those entered after its day.
    pub fn settings_through(&self, sight: &Sight) -> Result<Vec<SettingRow>, StoreError> {
        let mut settings = self.through(sight, load::settings)?;
        settings.retain(|setting| !sight.past || setting.recorded_on <= sight.as_of);
        Ok(settings)
    }

    /// Every objective known, by code.
    pub fn objectives(&self, sight: &Sight) -> Result<Vec<Loaded>, StoreError> {
        self.through(sight, |conn| load::objectives(conn, sight, None))
    }

    /// The objective with this code, in any case.
    pub fn objective_by_code(&self, code: &str, sight: &Sight) -> Result<Option<Loaded>, StoreError> {
        self.through(sight, |conn| match load::id_of(conn, code)? {
            Some(id) => Ok(load::objectives(conn, sight, Some(id))?.pop()),
            None => Ok(None),
        })
    }

    /// One objective by its number.
    pub fn objective(&self, id: i64, sight: &Sight) -> Result<Option<Loaded>, StoreError> {
        self.through(sight, |conn| Ok(load::objectives(conn, sight, Some(id))?.pop()))
    }

    /// Number of the objective with this code, in any case.
    pub fn id_of(&self, code: &str) -> Result<Option<i64>, StoreError> {
        load::id_of(self.conn, code)
    }

    /// Code of an objective.
    pub fn code_of(&self, objective: i64) -> Result<Option<String>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT code FROM objective WHERE id = ?1")?;
        Ok(statement.query_row([objective], |row| row.get(0)).optional()?)
    }

    /// The objectives that contribute to this code.
    pub fn children(&self, code: &str, sight: &Sight) -> Result<Vec<Loaded>, StoreError> {
        let mut children = Vec::new();
        for id in load::candidates_below(self.conn, code)? {
            let loaded = self.objective(id, sight)?;
            children.extend(loaded.filter(|child| child.objective.definition.parent == code));
        }
        Ok(children)
    }

    /// Its versions known, oldest first; a waiting draft holds what has begun since it was written.
    pub fn versions(&self, objective: i64, sight: &Sight) -> Result<Vec<Version>, StoreError> {
        let mut versions = self.through(sight, |conn| load::versions(conn, objective))?;
        versions.retain(|version| sight.holds(version));
        Ok(with_what_began(versions, sight.as_of))
    }

    /// The numbers of its versions with their row ids, oldest first.
    pub fn version_ids(&self, objective: i64) -> Result<Vec<(u32, i64)>, StoreError> {
        let mut statement =
            self.conn.prepare_cached("SELECT number, id FROM version WHERE objective = ?1 ORDER BY number")?;
        let ids = statement.query_map([objective], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// Every entry of its readings known, voided ones among them, by day measured and revision. The newest evaluation
    /// and decision said afterwards stand in place of those entered with it.
    pub fn readings(&self, objective: i64, sight: &Sight) -> Result<Vec<Reading>, StoreError> {
        self.through(sight, |conn| load::readings(conn, objective, sight))
    }

    /// Every entry of every objective's readings known, as [`Reader::readings`] gives those of one: one statement for all.
    pub fn all_readings(&self, sight: &Sight) -> Result<HashMap<i64, Vec<Reading>>, StoreError> {
        self.through(sight, |conn| whole::readings(conn, sight))
    }

    /// The same for days measured from `from` to `until`: what a year's picture needs of a long past.
    pub fn all_readings_within(
        &self,
        sight: &Sight,
        from: Date,
        until: Date,
    ) -> Result<HashMap<i64, Vec<Reading>>, StoreError> {
        self.through(sight, |conn| whole::readings_within(conn, sight, from, until))
    }

    /// The versions known of every objective, oldest first.
    pub fn all_versions(&self, sight: &Sight) -> Result<HashMap<i64, Vec<Version>>, StoreError> {
        self.through(sight, |conn| whole::versions(conn, sight))
    }

    /// Periods of every objective explained as not measured, oldest first.
    pub fn all_not_measured(&self, sight: &Sight) -> Result<HashMap<i64, Vec<NotMeasuredRow>>, StoreError> {
        self.through(sight, |conn| whole::not_measured(conn, sight))
    }

    /// Numbers of the objectives that came from a file.
    pub fn imported(&self) -> Result<HashSet<i64>, StoreError> {
        whole::imported(self.conn)
    }

    /// The civil day the register came to be.
    pub fn founded_on(&self) -> Result<Date, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT today FROM entry WHERE seq = 1")?;
        let mut rows = statement.query([])?;
        match rows.next()? {
            Some(row) => cells::day(row, 0),
            None => Err(StoreError::Damaged("its first entry has no day".to_owned())),
        }
    }

    /// The newest revision for a day; 0 where there is none.
    pub fn latest_revision(&self, objective: i64, measured_on: Date) -> Result<u32, StoreError> {
        Ok(series::newest(self.conn, objective, measured_on)?.map_or(0, |(revision, _)| revision))
    }

    /// The stored inputs of its status; `None` where there are none by this program's rules.
    pub fn trail(&self, objective: i64) -> Result<Option<Trail>, StoreError> {
        trail::load(self.conn, objective)
    }

    /// Periods explained as not measured, oldest first.
    pub fn not_measured(&self, objective: i64, sight: &Sight) -> Result<Vec<NotMeasuredRow>, StoreError> {
        let mut notes = self.through(sight, |conn| load::not_measured(conn, objective))?;
        notes.retain(|note| !sight.past || note.on <= sight.as_of);
        Ok(notes)
    }

    /// Decisions, newest first; of one objective where one is named.
    pub fn decisions(&self, sight: &Sight, objective: Option<i64>) -> Result<Vec<Decision>, StoreError> {
        self.through(sight, |conn| meetings::decisions(conn, sight, objective))
    }

    /// Actions, open ones first, then by due date; of one objective where one is named.
    pub fn actions(&self, sight: &Sight, objective: Option<i64>) -> Result<Vec<Action>, StoreError> {
        self.through(sight, |conn| meetings::actions(conn, sight, objective))
    }

    /// Meetings with their agendas, oldest first.
    pub fn reviews(&self, sight: &Sight) -> Result<Vec<Review>, StoreError> {
        self.through(sight, |conn| meetings::reviews(conn, sight))
    }

    /// The row id of an agenda item.
    pub fn review_item_id(&self, review: i64, objective: i64) -> Result<Option<i64>, StoreError> {
        let mut statement =
            self.conn.prepare_cached("SELECT id FROM review_item WHERE review = ?1 AND objective = ?2")?;
        Ok(statement.query_row([review, objective], |row| row.get(0)).optional()?)
    }

    /// Every record of a kind known, in the order of entry: sources, the directory, editions, communications, ...
    pub fn records<R: Record>(&self, sight: &Sight) -> Result<Vec<R>, StoreError> {
        self.through(sight, |conn| records::all(conn, sight))
    }

    /// The records of a kind that name this objective, or no single one, in the order of entry.
    pub fn records_about<R: Record>(&self, objective: i64, sight: &Sight) -> Result<Vec<R>, StoreError> {
        self.through(sight, |conn| records::about(conn, objective, sight))
    }

    /// The number of the newest edition known.
    pub fn newest_edition(&self, sight: &Sight) -> Result<Option<i64>, StoreError> {
        let until = sight.past.then(|| sight.as_of.to_string());
        self.through(sight, |conn| {
            let mut statement =
                conn.prepare_cached("SELECT max(id) FROM edition WHERE ?1 IS NULL OR recorded_on <= ?1")?;
            Ok(statement.query_row([until], |row| row.get(0))?)
        })
    }

    /// Numbers of the objectives this one replaced, oldest first.
    pub fn replaced_by(&self, code: &str, sight: &Sight) -> Result<Vec<i64>, StoreError> {
        self.through(sight, |conn| {
            let mut statement =
                conn.prepare_cached("SELECT id FROM objective WHERE successor = ?1 ORDER BY retired_on, id")?;
            let ids = statement.query_map([code], |row| row.get(0))?;
            Ok(ids.collect::<Result<_, _>>()?)
        })
    }

    /// Sources that are something that happened and asks for a look at the list, in the order of entry.
    pub fn events(&self, sight: &Sight) -> Result<Vec<Source>, StoreError> {
        self.through(sight, |conn| records::events(conn, sight))
    }

    /// Readings that stood in closed minutes and were entered anew or taken back afterwards: objective, day measured,
    /// meeting.
    pub fn shown_and_changed(&self) -> Result<Vec<(i64, Date, i64)>, StoreError> {
        meetings::shown_and_changed(self.conn)
    }

    /// Frozen registers, oldest first.
    pub fn snapshots(&self) -> Result<Vec<SnapshotRow>, StoreError> {
        meetings::snapshots(self.conn)
    }

    /// The bytes of a frozen register.
    pub fn snapshot_bytes(&self, number: i64) -> Result<Option<Vec<u8>>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT b.bytes FROM snapshot s JOIN blob b ON b.sha256 = s.hash WHERE s.id = ?1")?;
        Ok(statement.query_row([number], |row| row.get(0)).optional()?)
    }

    /// The bytes of frozen minutes.
    pub fn minutes_bytes(&self, review: i64) -> Result<Option<Vec<u8>>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT b.bytes FROM review r JOIN blob b ON b.sha256 = r.minutes_hash WHERE r.id = ?1")?;
        Ok(statement.query_row([review], |row| row.get(0)).optional()?)
    }

    /// Operations, newest first.
    pub fn journal(&self, query: &JournalQuery<'_>) -> Result<Vec<JournalEntry>, StoreError> {
        lookup::list(self.conn, query)
    }

    /// First entries for a day that people made after it, by the operation that did it.
    pub fn entered_after(&self) -> Result<Vec<EnteredAfter>, StoreError> {
        lookup::entered_after(self.conn)
    }

    /// Every entry of a reading for one day, taken back or not, oldest first.
    pub fn entries_for(&self, objective: i64, measured_on: Date) -> Result<Vec<Reading>, StoreError> {
        series::of_day(self.conn, objective, measured_on)
    }

    /// One operation, named by any of its parts.
    pub fn journal_entry(&self, seq: u64) -> Result<Option<JournalEntry>, StoreError> {
        let span = history::span(self.conn, seq)?;
        span.map(|(first, _)| history::entry(self.conn, first, None)).transpose()
    }

    /// Everything an operation changed, named by any of its parts.
    pub fn changes(&self, seq: u64) -> Result<Vec<Change>, StoreError> {
        let mut changes = Vec::new();
        if let Some((first, last)) = history::span(self.conn, seq)? {
            for part in first..=last {
                changes.extend(history::changes_of_part(self.conn, part)?);
            }
        }
        Ok(changes)
    }

    /// How many readings an operation entered, in all its parts.
    pub fn readings_entered(&self, entry: &JournalEntry) -> Result<u64, StoreError> {
        history::readings_entered(self.conn, entry.first_seq, entry.seq)
    }

    /// The readings a block of the journal holds, as they were entered; the journal's own dates and the actor are those
    /// of its entry.
    pub fn readings_of(&self, block: &crate::domain::journal::ReadingBlock) -> Result<Vec<Reading>, StoreError> {
        series::readings_of(block)
    }

    /// The fields of a row that say something.
    pub fn get(&self, entity: Entity, id: i64) -> Result<Option<Fields>, StoreError> {
        rows::get(self.conn, entity, id)
    }

    /// Numbers of the rows of a kind that belong to an objective, ascending.
    pub fn ids(&self, entity: Entity, objective: i64) -> Result<Vec<i64>, StoreError> {
        let Some(column) = entity.objective_column() else { return Ok(Vec::new()) };
        let sql = format!("SELECT id FROM {} WHERE {column} = ?1 ORDER BY id", entity.table());
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([objective])?;
        let mut ids = Vec::new();
        while let Some(row) = rows.next()? {
            ids.push(cells::seq(row, 0)? as i64);
        }
        Ok(ids)
    }
}
