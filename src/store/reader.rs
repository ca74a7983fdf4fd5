//! Reads, the same inside and outside of a transaction.

use super::shapes::*;
use super::{Entity, Fields, StoreError};
use crate::domain::journal::Change;
use crate::domain::period::Date;
use crate::domain::reading::Reading;
use crate::domain::review::{Action, Decision, Review};
use crate::domain::status::Trail;
use crate::domain::version::Version;

/// Reads the register.
pub struct Reader<'a> {
    conn: &'a rusqlite::Connection,
}

#[allow(unused_variables)]
impl Reader<'_> {
    /// Whose register it is.
    pub fn register(&self) -> Result<Register, StoreError> {
        todo!()
    }
    /// The newest journal entry and its hash in hex.
    pub fn head(&self) -> Result<(u64, String), StoreError> {
        todo!()
    }
    /// The newest entry recorded on or before a civil day; 0 where there is none.
    pub fn seq_on(&self, day: Date) -> Result<u64, StoreError> {
        todo!()
    }
    /// All settings in the order they were entered.
    pub fn settings(&self) -> Result<Vec<SettingRow>, StoreError> {
        todo!()
    }
    /// Every objective known, by code.
    pub fn objectives(&self, sight: &Sight) -> Result<Vec<Loaded>, StoreError> {
        todo!()
    }
    /// The objective with this code, in any case.
    pub fn objective_by_code(&self, code: &str, sight: &Sight) -> Result<Option<Loaded>, StoreError> {
        todo!()
    }
    /// Code of an objective.
    pub fn code_of(&self, objective: i64) -> Result<Option<String>, StoreError> {
        todo!()
    }
    /// Its versions known, oldest first.
    pub fn versions(&self, objective: i64, sight: &Sight) -> Result<Vec<Version>, StoreError> {
        todo!()
    }
    /// Its rows with numbers: the ids for `update`. Oldest first.
    pub fn version_ids(&self, objective: i64) -> Result<Vec<(u32, i64)>, StoreError> {
        todo!()
    }
    /// Every entry of its readings known, voided ones among them, by day measured and revision.
    pub fn readings(&self, objective: i64, sight: &Sight) -> Result<Vec<Reading>, StoreError> {
        todo!()
    }
    /// The newest revision for a day; 0 where there is none.
    pub fn latest_revision(&self, objective: i64, measured_on: Date) -> Result<u32, StoreError> {
        todo!()
    }
    /// The stored inputs of its status.
    pub fn trail(&self, objective: i64) -> Result<Option<Trail>, StoreError> {
        todo!()
    }
    /// Periods explained as not measured, oldest first.
    pub fn not_measured(&self, objective: i64, sight: &Sight) -> Result<Vec<NotMeasuredRow>, StoreError> {
        todo!()
    }
    /// Decisions, newest first; of one objective where one is named.
    pub fn decisions(&self, sight: &Sight, objective: Option<i64>) -> Result<Vec<Decision>, StoreError> {
        todo!()
    }
    /// Actions, open ones first, then by due date; of one objective where one is named.
    pub fn actions(&self, sight: &Sight, objective: Option<i64>) -> Result<Vec<Action>, StoreError> {
        todo!()
    }
    /// Meetings with their agendas, oldest first.
    pub fn reviews(&self, sight: &Sight) -> Result<Vec<Review>, StoreError> {
        todo!()
    }
    /// The id of an agenda item.
    pub fn review_item_id(&self, review: i64, objective: i64) -> Result<Option<i64>, StoreError> {
        todo!()
    }
    /// Frozen registers, oldest first.
    pub fn snapshots(&self) -> Result<Vec<SnapshotRow>, StoreError> {
        todo!()
    }
    /// The bytes of a frozen register.
    pub fn snapshot_bytes(&self, number: i64) -> Result<Option<Vec<u8>>, StoreError> {
        todo!()
    }
    /// Operations, newest first.
    pub fn journal(&self, query: &JournalQuery<'_>) -> Result<Vec<JournalEntry>, StoreError> {
        todo!()
    }
    /// One operation, named by any of its parts.
    pub fn journal_entry(&self, seq: u64) -> Result<Option<JournalEntry>, StoreError> {
        todo!()
    }
    /// Everything an operation changed, named by any of its parts.
    pub fn changes(&self, seq: u64) -> Result<Vec<Change>, StoreError> {
        todo!()
    }
    /// The fields of a row.
    pub fn get(&self, entity: Entity, id: i64) -> Result<Option<Fields>, StoreError> {
        todo!()
    }
}
