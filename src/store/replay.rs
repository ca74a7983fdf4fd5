//! Rebuilding every table from the journal. Images are applied as they stand and no rule is asked, so that a corrected
//! rule cannot break an old file.

use rusqlite::Connection;
use serde::Deserialize;

use super::connection::in_memory;
use super::part::{self, Finished};
use super::transact::head;
use super::{Entity, StoreError, block, history, migrate, rows, series};
use crate::domain::journal::{Change, GENESIS, Header, RowImage};
use crate::domain::period::Date;
use crate::domain::progress;

/// One row of the journal, as bytes.
pub(super) struct Entry {
    pub seq: u64,
    pub op_id: Vec<u8>,
    pub part: u32,
    pub parts: u32,
    pub payload: Vec<u8>,
    pub hash: Vec<u8>,
}

/// Hands over every row of the journal up to `until`, in order.
pub(super) fn each_entry(
    conn: &Connection,
    until: u64,
    mut visit: impl FnMut(Entry) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let last = head(conn).map_or(0, |(seq, _)| until.min(seq)) as usize;
    let mut statement =
        conn.prepare("SELECT seq, op_id, part, parts, payload, hash FROM journal WHERE seq <= ?1 ORDER BY seq")?;
    let mut rows = statement.query([until.min(i64::MAX as u64) as i64])?;
    while let Some(row) = rows.next()? {
        let bytes = |at| -> Result<Vec<u8>, StoreError> {
            Ok(row.get_ref(at)?.as_bytes().map(<[u8]>::to_vec).unwrap_or_default())
        };
        let seq = row.get::<_, i64>(0)? as u64;
        progress::step("reading entry", seq as usize, last)?;
        visit(Entry {
            seq,
            op_id: bytes(1)?,
            part: row.get(2)?,
            parts: row.get(3)?,
            payload: bytes(4)?,
            hash: bytes(5)?,
        })?;
    }
    Ok(())
}

/// The part of a payload that every part has, and the envelope where it is part 1.
#[derive(Deserialize)]
struct Body {
    changes: Vec<Change>,
}

/// What later parts of an operation inherit from its first.
struct Opening {
    first_seq: u64,
    today: Date,
    actor: String,
    undoes: Option<u64>,
}

/// A register being rebuilt.
pub(super) struct Replay<'a> {
    target: &'a Connection,
    hash: [u8; 32],
    opening: Option<Opening>,
}

impl<'a> Replay<'a> {
    /// Into an empty database.
    pub fn into(target: &'a Connection) -> Result<Replay<'a>, StoreError> {
        migrate::create_schema(target)?;
        Ok(Replay { target, hash: GENESIS, opening: None })
    }

    /// Applies one row of the journal.
    pub fn apply(&mut self, entry: &Entry) -> Result<(), StoreError> {
        let seq = entry.seq;
        let unreadable = |error: serde_json::Error| history::unreadable(seq, &error);
        let payload = std::str::from_utf8(&entry.payload)
            .map_err(|_| StoreError::Damaged(format!("journal entry {seq} is no text")))?;
        if entry.part == 1 {
            let header: Header = serde_json::from_str(payload).map_err(unreadable)?;
            let (today, actor, undoes) = (header.today, header.actor, header.undoes);
            self.opening = Some(Opening { first_seq: seq, today, actor, undoes });
        }
        let body: Body = serde_json::from_str(payload).map_err(unreadable)?;
        let opening = self.opening.as_ref().ok_or_else(|| {
            StoreError::Damaged(format!("journal entry {seq} continues an operation whose first part is missing"))
        })?;
        part::enter(self.target, seq, opening.first_seq, opening.today, &opening.actor)?;
        for change in &body.changes {
            apply_change(self.target, change, seq, opening.today)
                .map_err(|error| StoreError::Damaged(format!("journal entry {seq} cannot be applied: {error}")))?;
        }
        let finished = Finished { seq, op_id: &entry.op_id, part: entry.part, parts: entry.parts, payload };
        self.hash = part::record(self.target, &self.hash, &finished)?;
        if entry.parts > 0 {
            let undone = opening.undoes.map(|undone| history::last_part_of(self.target, undone)).transpose()?;
            part::close(self.target, seq, &self.hash, undone.flatten())?;
        }
        Ok(())
    }
}

fn apply_change(conn: &Connection, change: &Change, seq: u64, today: Date) -> Result<(), StoreError> {
    match change {
        Change::Row(row) => apply_row(conn, row, seq),
        Change::Readings(entered) => {
            let readings = series::readings_of(entered)?;
            let readings: Vec<_> = readings.iter().collect();
            let used = block::used_columns(&readings);
            series::Appender::new(conn)?.append(entered.objective, &readings, &used, seq)?;
            rows::touch(conn, entered.objective, seq)
        }
        Change::Voided(block) => {
            series::void(conn, block.objective, &block.void, seq, today)?;
            rows::touch(conn, block.objective, seq)
        }
    }
}

fn apply_row(conn: &Connection, row: &RowImage, seq: u64) -> Result<(), StoreError> {
    let entity = Entity::from_table(&row.entity)
        .ok_or_else(|| StoreError::Damaged(format!("there are no rows of the kind {}", row.entity)))?;
    match (&row.before, &row.after) {
        (None, Some(after)) => rows::insert(conn, entity, row.id, after, seq)?,
        (Some(_), Some(after)) => rows::update(conn, entity, row.id, after, seq)?,
        (Some(_), None) => rows::remove(conn, entity, row.id, seq)?,
        (None, None) => return Err(StoreError::Damaged("a change without an image".to_owned())),
    };
    Ok(())
}

/// The register as the journal held it at entry `seq`, in memory; an operation that had not ended then is left out.
pub(super) fn register_at(conn: &Connection, seq: u64) -> Result<Connection, StoreError> {
    let whole: i64 = conn.query_row(
        "SELECT coalesce(max(seq), 0) FROM journal WHERE parts > 0 AND seq <= ?1",
        [seq.min(i64::MAX as u64) as i64],
        |row| row.get(0),
    )?;
    let target = in_memory()?;
    target.execute_batch("BEGIN")?;
    let mut replay = Replay::into(&target)?;
    each_entry(conn, whole as u64, |entry| replay.apply(&entry))?;
    target.execute_batch("COMMIT")?;
    Ok(target)
}
