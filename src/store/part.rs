//! One part of an operation while it is written: the exact bytes that will be kept and hashed.

use std::io::Write;

use rusqlite::{Connection, params};

use super::StoreError;
use crate::domain::journal::{Header, MAX_BYTES, MAX_ROWS, chain_hash};
use crate::domain::period::Date;

/// Room kept for what closes a part.
const TAIL: usize = 64;

/// A payload under construction, in one buffer that is used again for every part.
pub(super) struct Part {
    buffer: Vec<u8>,
    /// The part's number inside its operation, from 1.
    pub number: u32,
    rows: usize,
    changes: usize,
    /// The objective whose readings this part holds: an import writes one part per objective.
    pub readings_of: Option<i64>,
}

impl Part {
    /// Part 1: opens with the whole envelope.
    pub fn first(header: &Header) -> Result<Part, StoreError> {
        let mut part = Part { buffer: Vec::new(), number: 1, rows: 0, changes: 0, readings_of: None };
        serde_json::to_writer(&mut part.buffer, header).map_err(unwritten)?;
        part.buffer.pop();
        part.buffer.extend_from_slice(b",\"changes\":[");
        Ok(part)
    }

    /// The next part: opens with the operation's identifier alone.
    pub fn next(&mut self, op_id: &str) {
        self.buffer.clear();
        let _ = write!(self.buffer, "{{\"op_id\":\"{op_id}\",\"changes\":[");
        self.number += 1;
        self.rows = 0;
        self.changes = 0;
        self.readings_of = None;
    }

    /// Whether nothing has been written into this part.
    pub fn is_empty(&self) -> bool {
        self.changes == 0
    }

    /// Whether a change of `len` bytes and one row still fits; an empty part takes anything.
    pub fn has_room(&self, len: usize) -> bool {
        self.changes == 0 || (self.rows < MAX_ROWS && self.buffer.len() + len + TAIL <= MAX_BYTES)
    }

    /// How many more rows it takes.
    pub fn rows_left(&self) -> usize {
        MAX_ROWS - self.rows.min(MAX_ROWS)
    }

    /// Adds a whole change.
    pub fn push(&mut self, change: &[u8], rows: usize) {
        self.open_change().extend_from_slice(change);
        self.rows += rows;
    }

    /// Begins a change whose bytes the caller writes.
    pub fn open_change(&mut self) -> &mut Vec<u8> {
        if self.changes > 0 {
            self.buffer.push(b',');
        }
        self.changes += 1;
        &mut self.buffer
    }

    /// The bytes so far, to write a row into.
    pub fn bytes(&mut self) -> &mut Vec<u8> {
        &mut self.buffer
    }

    /// Counts a row written through [`Part::bytes`].
    pub fn count_row(&mut self) {
        self.rows += 1;
    }

    /// Takes back a change that was opened at `mark` and holds nothing.
    pub fn cancel_change(&mut self, mark: usize) {
        self.buffer.truncate(mark);
        self.changes -= 1;
    }

    /// Whether the last row made the part too long.
    pub fn is_over(&self) -> bool {
        self.buffer.len() + TAIL > MAX_BYTES
    }

    /// Ends the payload; `parts` is the number of parts in the last one and 0 in every earlier one.
    pub fn finish(&mut self, parts: u32) -> &[u8] {
        let _ = write!(self.buffer, "],\"part\":{},\"parts\":{parts}}}", self.number);
        &self.buffer
    }
}

pub(super) fn unwritten(error: serde_json::Error) -> StoreError {
    StoreError::Broken(format!("a journal entry could not be written ({error})"))
}

/// A finished part as it goes into the journal.
pub(super) struct Finished<'a> {
    pub seq: u64,
    pub op_id: &'a [u8],
    pub part: u32,
    pub parts: u32,
    pub payload: &'a str,
}

/// Writes a finished part into the journal; returns its hash.
pub(super) fn record(conn: &Connection, previous: &[u8; 32], part: &Finished<'_>) -> Result<[u8; 32], StoreError> {
    let hash = chain_hash(previous, part.payload.as_bytes());
    conn.prepare_cached(
        "INSERT INTO journal (seq, op_id, part, parts, payload, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![part.seq as i64, part.op_id, part.part, part.parts, part.payload, hash])?;
    Ok(hash)
}

/// Notes who writes a part and on which day, so that its rows can be read before it is finished.
pub(super) fn enter(conn: &Connection, seq: u64, first_seq: u64, today: Date, actor: &str) -> Result<(), StoreError> {
    conn.prepare_cached("INSERT INTO entry (seq, first_seq, today, actor) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![seq as i64, first_seq as i64, today.to_string(), actor])?;
    Ok(())
}

/// Notes at the end of an operation where the chain ends and which operation it took back.
pub(super) fn close(conn: &Connection, seq: u64, hash: &[u8; 32], undoes: Option<u64>) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT INTO head (id, seq, hash) VALUES (1, ?1, ?2)
         ON CONFLICT DO UPDATE SET seq = excluded.seq, hash = excluded.hash",
    )?
    .execute(params![seq as i64, hash])?;
    if let Some(undone) = undoes {
        conn.prepare_cached("INSERT INTO undone (seq, by_seq) VALUES (?1, ?2)")?
            .execute(params![undone as i64, seq as i64])?;
    }
    Ok(())
}
