//! The journal read back: who did what, when, and why.

use rusqlite::{Connection, OptionalExtension, params};
use serde::Deserialize;

use super::shapes::JournalEntry;
use super::{Entity, StoreError};
use crate::domain::journal::{Change, Header, hex};
use crate::domain::operation::Operation;

/// The newest part of the operation with this identifier.
pub(super) fn operation_with(conn: &Connection, op_id: &[u8]) -> Result<Option<u64>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT seq FROM journal WHERE op_id = ?1 ORDER BY part DESC LIMIT 1")?;
    Ok(statement.query_row([op_id], |row| row.get::<_, i64>(0)).optional()?.map(|seq| seq as u64))
}

/// The last part of the operation that entry `seq` belongs to; `None` where there is no such entry.
pub(super) fn last_part_of(conn: &Connection, seq: u64) -> Result<Option<u64>, StoreError> {
    Ok(span(conn, seq)?.map(|(_, last)| last))
}

/// The first and the last part of the operation that entry `seq` belongs to.
pub(super) fn span(conn: &Connection, seq: u64) -> Result<Option<(u64, u64)>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT min(p.seq), max(p.seq) FROM journal j JOIN journal p ON p.op_id = j.op_id WHERE j.seq = ?1
         GROUP BY p.op_id",
    )?;
    let found = statement.query_row([seq as i64], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)));
    Ok(found.optional()?.map(|(first, last)| (first as u64, last as u64)))
}

/// The entry that took an operation back.
pub(super) fn undone_by(conn: &Connection, last: u64) -> Result<Option<u64>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT by_seq FROM undone WHERE seq = ?1")?;
    Ok(statement.query_row([last as i64], |row| row.get::<_, i64>(0)).optional()?.map(|seq| seq as u64))
}

/// The changes of one part.
pub(super) fn changes_of_part(conn: &Connection, seq: u64) -> Result<Vec<Change>, StoreError> {
    #[derive(Deserialize)]
    struct Body {
        changes: Vec<Change>,
    }
    let payload = payload(conn, seq)?;
    serde_json::from_str::<Body>(&payload).map(|body| body.changes).map_err(|error| unreadable(seq, &error))
}

/// How many readings the parts of an operation entered. Readings are never removed, so the table knows; only those of
/// the objectives concerned are looked at.
pub(super) fn readings_entered(conn: &Connection, first: u64, last: u64) -> Result<u64, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT count(*) FROM reading WHERE seq BETWEEN ?1 AND ?2
         AND objective IN (SELECT objective FROM touch WHERE seq BETWEEN ?1 AND ?2)",
    )?;
    Ok(statement.query_row([first as i64, last as i64], |row| row.get::<_, i64>(0))? as u64)
}

fn hash_of(conn: &Connection, seq: u64) -> Result<String, StoreError> {
    let mut statement = conn.prepare_cached("SELECT hash FROM journal WHERE seq = ?1")?;
    Ok(hex(&statement.query_row([seq as i64], |row| row.get::<_, Vec<u8>>(0))?))
}

fn payload(conn: &Connection, seq: u64) -> Result<String, StoreError> {
    let mut statement = conn.prepare_cached("SELECT payload FROM journal WHERE seq = ?1")?;
    Ok(statement.query_row([seq as i64], |row| row.get(0))?)
}

pub(super) fn unreadable(seq: u64, error: &serde_json::Error) -> StoreError {
    StoreError::Damaged(format!("journal entry {seq} cannot be read ({error})"))
}

/// What happened in an operation, by its first part.
pub(super) fn operation_of(conn: &Connection, first_seq: u64) -> Result<Operation, StoreError> {
    #[derive(Deserialize)]
    struct Head {
        op: Operation,
    }
    let head: Head = serde_json::from_str(&payload(conn, first_seq)?).map_err(|error| unreadable(first_seq, &error))?;
    Ok(head.op)
}

/// One operation by its first part.
pub(super) fn entry(conn: &Connection, first_seq: u64, objective: Option<i64>) -> Result<JournalEntry, StoreError> {
    let payload = payload(conn, first_seq)?;
    let header: Header = serde_json::from_str(&payload).map_err(|error| unreadable(first_seq, &error))?;
    let (_, last) = span(conn, first_seq)?.unwrap_or((first_seq, first_seq));
    let changes = match objective {
        Some(objective) => touching(conn, first_seq, last, objective)?,
        None => changes_of_part(conn, first_seq)?,
    };
    Ok(JournalEntry {
        seq: last,
        hash: hash_of(conn, last)?,
        first_seq,
        parts: (last - first_seq + 1) as u32,
        op_id: header.op_id,
        op: header.op,
        at: header.at,
        offset_minutes: header.offset,
        today: header.today,
        actor: header.actor,
        os_user: header.os_user,
        app: header.app,
        clock_set: header.clock == "set",
        reason: header.reason,
        undoes: header.undoes,
        undone_by: undone_by(conn, last)?,
        objectives: objectives(conn, first_seq, last)?,
        changes,
    })
}

fn touching(conn: &Connection, first: u64, last: u64, objective: i64) -> Result<Vec<Change>, StoreError> {
    let mut statement =
        conn.prepare_cached("SELECT seq FROM touch WHERE objective = ?1 AND seq BETWEEN ?2 AND ?3 ORDER BY seq")?;
    let parts: Vec<i64> = statement
        .query_map(params![objective, first as i64, last as i64], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let mut changes = Vec::new();
    for part in parts {
        for change in changes_of_part(conn, part as u64)? {
            if is_about(&change, objective) {
                changes.push(change);
            }
        }
    }
    Ok(changes)
}

/// Rows name their objective only when it changed or they are new, so a row that names none is kept.
fn is_about(change: &Change, objective: i64) -> bool {
    match change {
        Change::Row(row) if row.entity == Entity::Objective.table() => row.id == objective,
        Change::Row(row) => {
            let named = [&row.after, &row.before].into_iter().flatten().find_map(|image| image.get("objective"));
            named.and_then(serde_json::Value::as_i64).is_none_or(|named| named == objective)
        }
        readings => readings.objective() == Some(objective),
    }
}

fn objectives(conn: &Connection, first: u64, last: u64) -> Result<Vec<i64>, StoreError> {
    let mut statement =
        conn.prepare_cached("SELECT DISTINCT objective FROM touch WHERE seq BETWEEN ?1 AND ?2 ORDER BY objective")?;
    Ok(statement.query_map(params![first as i64, last as i64], |row| row.get(0))?.collect::<Result<_, _>>()?)
}
