//! What a history leaves out while the register is shown to others: drafts, and what happened to them.

use std::collections::HashSet;

use crate::app::refusal::Refusal;
use crate::domain::journal::{Change, RowImage};
use crate::store::{Entity, JournalEntry, Reader, Sight};

/// The rows that are not shown.
pub(super) struct Veil {
    objectives: HashSet<i64>,
    versions: HashSet<i64>,
}

impl Veil {
    /// Objectives of which nothing was ever in force, and versions that wait for approval.
    pub fn over(reader: &Reader, sight: &Sight) -> Result<Veil, Refusal> {
        let mut veil = Veil { objectives: HashSet::new(), versions: HashSet::new() };
        for loaded in reader.objectives(sight)? {
            if loaded.in_force.is_none() {
                veil.objectives.insert(loaded.id);
            }
            let Some(draft) = loaded.draft else { continue };
            let rows = reader.version_ids(loaded.id)?;
            veil.versions.extend(rows.into_iter().filter(|(number, _)| *number == draft).map(|(_, id)| id));
        }
        Ok(veil)
    }

    /// The entry without what is not shown; `None` where nothing of it is left.
    pub fn over_entry(&self, mut entry: JournalEntry) -> Option<JournalEntry> {
        let touched = !entry.objectives.is_empty();
        entry.objectives.retain(|id| !self.objectives.contains(id));
        if touched && entry.objectives.is_empty() {
            return None;
        }
        let changes = !entry.changes.is_empty();
        self.over_changes(&mut entry.changes);
        (!changes || !entry.changes.is_empty()).then_some(entry)
    }

    /// The changes without those of rows that are not shown.
    pub fn over_changes(&self, changes: &mut Vec<Change>) {
        changes.retain(|change| match change {
            Change::Row(image) => !self.hides(image),
            Change::Readings(block) => !self.objectives.contains(&block.objective),
            Change::Voided(block) => !self.objectives.contains(&block.objective),
        });
    }

    fn hides(&self, image: &RowImage) -> bool {
        let sides = [image.after.as_ref(), image.before.as_ref()];
        let named = sides.into_iter().flatten().find_map(|fields| fields.get("objective").and_then(|id| id.as_i64()));
        if named.is_some_and(|id| self.objectives.contains(&id)) {
            return true;
        }
        match Entity::from_table(&image.entity) {
            Some(Entity::Objective) => self.objectives.contains(&image.id),
            Some(Entity::Version) => self.versions.contains(&image.id),
            _ => false,
        }
    }
}
