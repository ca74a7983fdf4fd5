//! What belongs to a walk: what was in force when it was begun, and what came after. Days alone cannot tell, because a
//! walk is often begun, answered and approved on one day.

use std::collections::BTreeSet;

use crate::app::refusal::Refusal;
use crate::domain::edition::Edition;
use crate::domain::journal::Change;
use crate::domain::operation::Operation;
use crate::domain::version::Version;
use crate::store::{Entity, JournalEntry, JournalQuery, Reader, Sight};

/// The journal entry with which a walk was begun; 0 where the history does not know.
pub(super) fn begun_at(reader: &Reader, number: i64) -> Result<u64, Refusal> {
    let entry = newest_about(reader, &[Operation::RefreshStart], |entry| {
        entry.changes.iter().any(|change| match change {
            Change::Row(row) => row.entity == Entity::Refresh.table() && row.id == number,
            _ => false,
        })
    })?;
    Ok(entry.map_or(0, |entry| entry.seq))
}

/// The newest edition approved after a journal entry.
pub(super) fn edition_after(reader: &Reader, sight: &Sight, seq: u64) -> Result<Option<i64>, Refusal> {
    let approved = newest_about(reader, &[Operation::EditionApprove], |entry| entry.seq > seq)?;
    if approved.is_none() {
        return Ok(None);
    }
    Ok(reader.records::<Edition>(sight)?.into_iter().map(|edition| edition.number).max())
}

/// Whether an objective was in force already at a journal entry.
pub(super) fn was_in_force(versions: &[Version], seq: u64) -> bool {
    versions.iter().any(|version| !version.draft && version.seq < seq)
}

/// Whether an objective has a version written after a journal entry.
pub(super) fn has_changed(versions: &[Version], seq: u64) -> bool {
    versions.iter().any(|version| version.seq > seq)
}

/// The objectives that were closed outside the walk after a journal entry.
pub(super) fn closed_since(reader: &Reader, seq: u64) -> Result<BTreeSet<i64>, Refusal> {
    let operations = &[Operation::ObjectiveRetire, Operation::ObjectiveSupersede];
    let entries = reader.journal(&JournalQuery { operations, ..JournalQuery::default() })?;
    let since = entries.into_iter().filter(|entry| entry.undone_by.is_none() && entry.seq > seq);
    let rows = since.flat_map(|entry| entry.changes).filter_map(|change| match change {
        Change::Row(row) if row.entity == Entity::Objective.table() => Some(row.id),
        _ => None,
    });
    Ok(rows.collect())
}

fn newest_about(
    reader: &Reader,
    operations: &[Operation],
    fits: impl Fn(&JournalEntry) -> bool,
) -> Result<Option<JournalEntry>, Refusal> {
    let entries = reader.journal(&JournalQuery { operations, ..JournalQuery::default() })?;
    Ok(entries.into_iter().find(|entry| entry.undone_by.is_none() && fits(entry)))
}
