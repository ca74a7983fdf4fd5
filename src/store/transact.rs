//! One operation in one transaction.

use std::cell::RefCell;
use std::ops::Deref;
use std::path::Path;

use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

use super::part::{self, Finished, Part};
use super::reader::Past;
use super::records::{self, Record};
use super::{Committed, Entity, Envelope, Fields, Reader, StoreError, block, history, rows, series, trail};
use crate::domain::journal::{GENESIS, Header, Image, PAYLOAD_VERSION, READING, RowImage, VoidBlock, hex};
use crate::domain::period::Date;
use crate::domain::reading::Reading;
use crate::domain::status::Trail;

/// A running operation. Dropped without a commit it leaves nothing.
pub struct Tx<'a> {
    reader: Reader<'a>,
    conn: &'a Connection,
    envelope: &'a Envelope,
    op_id: String,
    hash: [u8; 32],
    /// The journal entry of the part being written.
    seq: u64,
    first_seq: u64,
    part: Part,
    /// Whether the part's author and day are noted.
    entered: bool,
    /// Whether the operation is kept although it changes no row.
    noted: bool,
    /// Whether something was written that is not in the journal.
    aside: bool,
    open: bool,
}

impl<'a> Deref for Tx<'a> {
    type Target = Reader<'a>;

    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

impl<'a> Tx<'a> {
    pub(super) fn begin(
        conn: &'a Connection,
        past: &'a RefCell<Past>,
        envelope: &'a Envelope,
    ) -> Result<Tx<'a>, StoreError> {
        conn.execute_batch("BEGIN IMMEDIATE")?;
        Tx::opened(conn, past, envelope).inspect_err(|_| {
            // The error that led here is the one to tell.
            let _ = conn.execute_batch("ROLLBACK");
        })
    }

    /// As [`Tx::begin`], inside a transaction the caller began.
    pub(super) fn opened(
        conn: &'a Connection,
        past: &'a RefCell<Past>,
        envelope: &'a Envelope,
    ) -> Result<Tx<'a>, StoreError> {
        if let Some(seq) = history::operation_with(conn, &envelope.op_id)? {
            return Err(StoreError::Repeated(seq));
        }
        let (seq, hash) = head(conn)?;
        let op_id = uuid::Uuid::from_bytes(envelope.op_id).to_string();
        let part = Part::first(&header(envelope, &op_id))?;
        let (seq, reader) = (seq + 1, Reader::new(conn, past));
        Ok(Tx {
            reader,
            conn,
            envelope,
            op_id,
            hash,
            seq,
            first_seq: seq,
            part,
            entered: false,
            noted: false,
            aside: false,
            open: true,
        })
    }

    pub(super) fn commit<T>(mut self, value: T) -> Result<Committed<T>, StoreError> {
        if self.part.is_empty() && self.part.number == 1 && !self.noted {
            self.conn.execute_batch(if self.aside { "COMMIT" } else { "ROLLBACK" })?;
            self.open = false;
            return Ok(Committed { seq: 0, hash: String::new(), value });
        }
        let parts = self.part.number;
        self.finish_part(parts)?;
        let undoes = self.envelope.undoes.map(|seq| history::last_part_of(self.conn, seq)).transpose()?.flatten();
        part::close(self.conn, self.seq, &self.hash, undoes)?;
        self.conn.execute_batch("COMMIT")?;
        self.open = false;
        Ok(Committed { seq: self.seq, hash: hex(&self.hash), value })
    }

    fn finish_part(&mut self, parts: u32) -> Result<(), StoreError> {
        let number = self.part.number;
        let payload = std::str::from_utf8(self.part.finish(parts))
            .map_err(|_| StoreError::Broken("a journal entry is no text".to_owned()))?;
        let finished = Finished { seq: self.seq, op_id: &self.envelope.op_id, part: number, parts, payload };
        self.hash = part::record(self.conn, &self.hash, &finished)?;
        Ok(())
    }

    fn next_part(&mut self) -> Result<(), StoreError> {
        self.finish_part(0)?;
        self.seq += 1;
        self.part.next(&self.op_id);
        self.entered = false;
        Ok(())
    }

    /// Makes sure a change of `len` bytes stands in the part whose number its row will carry.
    fn make_room(&mut self, len: usize) -> Result<(), StoreError> {
        if !self.part.has_room(len) {
            self.next_part()?;
        }
        if !self.entered {
            part::enter(self.conn, self.seq, self.first_seq, self.envelope.today, &self.envelope.actor)?;
            self.entered = true;
        }
        Ok(())
    }

    /// The journal entry that what is written next will stand in, unless it opens a further part.
    pub fn next_seq(&self) -> u64 {
        self.seq
    }

    /// Keeps the operation although it changes no row: something went out that the history must know of.
    pub fn note(&mut self) -> Result<(), StoreError> {
        self.noted = true;
        self.make_room(0)
    }

    /// The next free number of a kind of row; numbers of removed rows are not used again.
    pub fn next_id(&self, entity: Entity) -> Result<i64, StoreError> {
        Ok(rows::last_id(self.conn, entity)? + 1)
    }

    /// A new row. `null` fields are left out.
    pub fn insert(&mut self, entity: Entity, id: i64, mut fields: Fields) -> Result<(), StoreError> {
        fields.retain(|_, value| !value.is_null());
        let change = bytes_of(entity, id, None, Some(&fields))?;
        self.make_room(change.len())?;
        rows::insert(self.conn, entity, id, &fields, self.seq)?;
        self.part.push(&change, 1);
        Ok(())
    }

    /// Changed fields of a row; `null` clears one, fields that stay are left out of the journal. Without a real change
    /// nothing is written.
    pub fn update(&mut self, entity: Entity, id: i64, fields: Fields) -> Result<(), StoreError> {
        let present = rows::get(self.conn, entity, id)?.ok_or_else(|| rows::missing(entity, id))?;
        let old = |name: &str| present.get(name).cloned().unwrap_or_default();
        let after: Fields = fields.into_iter().filter(|(name, value)| old(name) != *value).collect();
        if after.is_empty() {
            return Ok(());
        }
        let before: Fields = after.keys().map(|name| (name.clone(), old(name))).collect();
        let change = bytes_of(entity, id, Some(&before), Some(&after))?;
        self.make_room(change.len())?;
        rows::update(self.conn, entity, id, &after, self.seq)?;
        self.part.push(&change, 1);
        Ok(())
    }

    /// A new record; answers its number.
    pub fn add<R: Record>(&mut self, record: &R) -> Result<i64, StoreError> {
        let id = self.next_id(R::ENTITY)?;
        self.insert(R::ENTITY, id, records::fields(record)?)?;
        Ok(id)
    }

    /// A record changed as a whole; what stays is left out of the journal.
    pub fn put<R: Record>(&mut self, id: i64, record: &R) -> Result<(), StoreError> {
        self.update(R::ENTITY, id, records::fields(record)?)
    }

    /// Removes a row; the way an undo takes back that it was made.
    pub fn remove(&mut self, entity: Entity, id: i64) -> Result<(), StoreError> {
        let before = rows::get(self.conn, entity, id)?.ok_or_else(|| rows::missing(entity, id))?;
        let change = bytes_of(entity, id, Some(&before), None)?;
        self.make_room(change.len())?;
        rows::remove(self.conn, entity, id, self.seq)?;
        self.part.push(&change, 1);
        Ok(())
    }

    /// New readings of one objective. `seq`, `entered_on` and `entered_by` are those of this operation, whatever the
    /// readings say. A revision that is there already is refused.
    pub fn append_readings(&mut self, objective: i64, readings: &[Reading]) -> Result<(), StoreError> {
        let mut sorted: Vec<&Reading> = readings.iter().collect();
        // Rows in the order of the table's key keep a long import at the edge of the tree.
        sorted.sort_by_key(|r| (r.imported, r.measured_on, r.revision));
        for block in sorted.chunk_by(|a, b| a.imported == b.imported) {
            self.append_block(objective, block)?;
        }
        Ok(())
    }

    fn append_block(&mut self, objective: i64, mut readings: &[&Reading]) -> Result<(), StoreError> {
        let mut appender = series::Appender::new(self.conn)?;
        while !readings.is_empty() {
            let of_another = self.part.readings_of.is_some_and(|other| other != objective);
            if of_another {
                self.next_part()?;
            }
            self.make_room(0)?;
            self.part.readings_of = Some(objective);
            let room = self.part.rows_left().min(readings.len());
            let used = block::used_columns(&readings[..room]);
            let written = block::write(&mut self.part, objective, &readings[..room], &used);
            appender.append(objective, &readings[..written], &used, self.seq)?;
            if written > 0 {
                rows::touch(self.conn, objective, self.seq)?;
            } else {
                self.next_part()?;
            }
            readings = &readings[written..];
        }
        Ok(())
    }

    /// Takes a reading out of every rule; the row stays.
    pub fn void_reading(&mut self, objective: i64, measured_on: Date, revision: u32) -> Result<(), StoreError> {
        self.void_readings(objective, &[(measured_on, revision)])
    }

    /// Takes several readings of one objective out of every rule.
    pub fn void_readings(&mut self, objective: i64, days: &[(Date, u32)]) -> Result<(), StoreError> {
        for days in days.chunks(crate::domain::journal::MAX_ROWS) {
            if days.len() > self.part.rows_left() {
                self.next_part()?;
            }
            let block = VoidBlock { entity: READING, objective, void: days.to_vec() };
            let change = serde_json::to_vec(&block).map_err(part::unwritten)?;
            self.make_room(change.len())?;
            series::void(self.conn, objective, days, self.seq, self.envelope.today)?;
            rows::touch(self.conn, objective, self.seq)?;
            self.part.push(&change, days.len());
        }
        Ok(())
    }

    /// Stores the inputs of a status; not in the journal, and recomputed when the rules change.
    pub fn set_trail(&mut self, objective: i64, trail: &Trail) -> Result<(), StoreError> {
        self.aside = true;
        trail::store(self.conn, objective, trail)
    }

    /// Keeps bytes under their SHA-256, which is returned in hex for a row to name.
    pub fn put_blob(&mut self, bytes: &[u8]) -> Result<String, StoreError> {
        let name = hex(&Sha256::digest(bytes));
        self.conn
            .prepare_cached("INSERT INTO blob (sha256, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
            .execute((&name, bytes))?;
        Ok(name)
    }

    pub(super) fn conn(&self) -> &'a Connection {
        self.conn
    }

    pub(super) fn today(&self) -> Date {
        self.envelope.today
    }
}

impl Drop for Tx<'_> {
    fn drop(&mut self) {
        if self.open {
            // Nobody is left to tell; SQLite also rolls back when the connection closes.
            let _ = self.conn.execute_batch("ROLLBACK");
        }
    }
}

fn header(envelope: &Envelope, op_id: &str) -> Header {
    Header {
        v: PAYLOAD_VERSION,
        op: envelope.op,
        op_id: op_id.to_owned(),
        at: envelope.at.clone(),
        offset: envelope.offset_minutes,
        today: envelope.today,
        actor: envelope.actor.clone(),
        os_user: envelope.os_user.clone(),
        app: envelope.app.clone(),
        clock: if envelope.clock_set { "set" } else { "system" }.to_owned(),
        reason: envelope.reason.clone(),
        undoes: envelope.undoes,
    }
}

fn bytes_of(entity: Entity, id: i64, before: Option<&Image>, after: Option<&Image>) -> Result<Vec<u8>, StoreError> {
    let (entity, before, after) = (entity.table().to_owned(), before.cloned(), after.cloned());
    serde_json::to_vec(&RowImage { entity, id, before, after }).map_err(part::unwritten)
}

/// The newest entry and its hash; zeros before the first.
pub(super) fn head(conn: &Connection) -> Result<(u64, [u8; 32]), StoreError> {
    let found: Option<(i64, Vec<u8>)> = conn
        .prepare_cached("SELECT seq, hash FROM head")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((seq, hash)) = found else { return Ok((0, GENESIS)) };
    let hash = hash.try_into().map_err(|_| StoreError::Damaged("the stored head is no hash".to_owned()))?;
    Ok((seq as u64, hash))
}

/// Whether the file at `path` is still the one that is open.
#[cfg(unix)]
pub(super) fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    std::fs::symlink_metadata(path).ok().map(|meta| (meta.dev(), meta.ino()))
}

/// Where files have no number of their own, a replaced file is not noticed.
#[cfg(not(unix))]
pub(super) fn identity(path: &Path) -> Option<(u64, u64)> {
    path.exists().then_some((0, 0))
}
