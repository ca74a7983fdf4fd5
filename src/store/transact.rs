//! One operation in one transaction.

use std::ops::Deref;

use super::{Entity, Fields, Reader, StoreError};
use crate::domain::period::Date;
use crate::domain::reading::Reading;
use crate::domain::status::Trail;

/// A running operation. Dropped without a commit it leaves nothing.
pub struct Tx<'a> {
    reader: Reader<'a>,
}

impl<'a> Deref for Tx<'a> {
    type Target = Reader<'a>;
    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

#[allow(unused_variables)]
impl Tx<'_> {
    /// The journal entry that what is written next will stand in.
    pub fn next_seq(&self) -> u64 {
        todo!()
    }
    /// The next free number of a kind of row; numbers of removed rows are not used again.
    pub fn next_id(&self, entity: Entity) -> Result<i64, StoreError> {
        todo!()
    }
    /// A new row.
    pub fn insert(&mut self, entity: Entity, id: i64, fields: Fields) -> Result<(), StoreError> {
        todo!()
    }
    /// Changed fields of a row; `null` clears one, fields that stay are left out of the journal.
    pub fn update(&mut self, entity: Entity, id: i64, fields: Fields) -> Result<(), StoreError> {
        todo!()
    }
    /// Removes a row; undo alone does that.
    pub fn remove(&mut self, entity: Entity, id: i64) -> Result<(), StoreError> {
        todo!()
    }
    /// New readings of one objective. `seq`, `entered_on` and `entered_by` are those of this operation.
    pub fn append_readings(&mut self, objective: i64, readings: &[Reading]) -> Result<(), StoreError> {
        todo!()
    }
    /// Takes a reading out of every rule; the row stays.
    pub fn void_reading(&mut self, objective: i64, measured_on: Date, revision: u32) -> Result<(), StoreError> {
        todo!()
    }
    /// Stores the inputs of a status; not in the journal, and recomputed when the rules change.
    pub fn set_trail(&mut self, objective: i64, trail: &Trail) -> Result<(), StoreError> {
        todo!()
    }
    /// Keeps bytes under their SHA-256, which is returned in hex for a row to name.
    pub fn put_blob(&mut self, bytes: &[u8]) -> Result<String, StoreError> {
        todo!()
    }
    /// Appends the inverse of an operation (named by any of its parts) to this one. Returns the objectives touched.
    pub fn invert(&mut self, seq: u64) -> Result<Vec<i64>, StoreError> {
        todo!()
    }
}
