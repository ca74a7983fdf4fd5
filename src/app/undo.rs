//! Undo appends the inverse of an operation; redo is the undo of the undo. Nothing is erased.

use super::refusal::{Refusal, RefusalKind};
use super::session::Session;
use super::{Outcome, history, trails};
use crate::domain::journal::Change;
use crate::domain::operation::Operation;
use crate::store::{Entity, JournalEntry, JournalQuery};

/// How far back undo looks for the newest operation of a person that can be taken back.
const LOOK_BACK: usize = 500;

impl Session {
    pub(super) fn undo(&mut self, seq: Option<u64>) -> Result<Outcome, Refusal> {
        let entry = match seq {
            Some(seq) => self.entry(seq)?,
            None => self.newest(|entry| entry.op.undoable())?.ok_or_else(|| {
                Refusal::not_found(format!("there is nothing of {} to take back", self.env.actor))
                    .next("name the entry, as in `sixtwo undo 12`; `sixtwo history` lists them")
            })?,
        };
        self.take_back(Operation::Undo, &entry)
    }

    pub(super) fn redo(&mut self) -> Result<Outcome, Refusal> {
        let undone = self.newest(|entry| entry.op == Operation::Undo)?;
        let undone = undone
            .ok_or_else(|| Refusal::not_found(format!("{} has taken nothing back that waits", self.env.actor)))?;
        self.take_back(Operation::Redo, &undone)
    }

    fn entry(&self, seq: u64) -> Result<JournalEntry, Refusal> {
        self.store
            .reader()
            .journal_entry(seq)?
            .ok_or_else(|| Refusal::not_found(format!("the history has no entry {seq}")))
    }

    /// The newest operation of this actor that still stands and fits.
    fn newest(&self, fits: impl Fn(&JournalEntry) -> bool) -> Result<Option<JournalEntry>, Refusal> {
        let actor = self.env.actor.clone();
        let query = JournalQuery { limit: LOOK_BACK, actor: Some(&actor), ..JournalQuery::default() };
        Ok(self.store.reader().journal(&query)?.into_iter().find(|entry| entry.undone_by.is_none() && fits(entry)))
    }

    /// What was said in a meeting or answered in a walk can be taken back while it is open; closing freezes it.
    fn refuse_closed(&self, entry: &JournalEntry) -> Result<(), Refusal> {
        let reader = self.store.reader();
        for change in reader.changes(entry.seq)? {
            let Change::Row(image) = change else { continue };
            let Some(entity) = Entity::from_table(&image.entity) else { continue };
            // A changed row holds only what changed; one that was taken back is not there any more, but its image says
            // where it belonged.
            let present = reader.get(entity, image.id)?;
            let belongs = |field: &str| {
                let rows = [image.after.as_ref(), image.before.as_ref(), present.as_ref()];
                rows.into_iter().flatten().find_map(|row| row.get(field)).and_then(serde_json::Value::as_i64)
            };
            let (whole, number, day) = match entity {
                Entity::Review => (Entity::Review, Some(image.id), "closed_at"),
                Entity::ReviewItem
                | Entity::AgendaNote
                | Entity::Preparation
                | Entity::CorrectionAnswer
                | Entity::Decision => (Entity::Review, belongs("review"), "closed_at"),
                // An action goes on after its meeting; only that it was agreed stands in the minutes.
                Entity::Action if image.before.is_none() => (Entity::Review, belongs("review"), "closed_at"),
                Entity::RefreshLine => (Entity::Refresh, belongs("refresh"), "closed_on"),
                _ => continue,
            };
            let Some(number) = number else { continue };
            let closed = reader.get(whole, number)?.is_some_and(|fields| fields.contains_key(day));
            if closed {
                let what = match whole {
                    Entity::Refresh => format!("refresh {number} is closed; its answers are frozen"),
                    _ => format!("review {number} is closed; its minutes are frozen"),
                };
                return Err(Refusal::invalid(what).next("correct it by a further entry"));
            }
        }
        Ok(())
    }

    fn take_back(&mut self, operation: Operation, entry: &JournalEntry) -> Result<Outcome, Refusal> {
        if let Some(by) = entry.undone_by {
            return Err(Refusal::invalid(format!("entry {} was taken back by entry {by} already", entry.seq)));
        }
        let fits = if operation == Operation::Redo { entry.op == Operation::Undo } else { entry.op.undoable() };
        if !fits {
            return Err(Refusal::new(
                RefusalKind::Invalid,
                format!("entry {} ({}) cannot be taken back", entry.seq, entry.op),
            )
            .next("correct it by a further entry"));
        }
        self.refuse_closed(entry)?;
        let what = history::line(&self.store.reader(), entry)?;
        self.write_undoing(operation, "", Some(entry.seq), |write| {
            let ids = write.tx().invert(entry.seq)?;
            trails::refresh(write, &ids)?;
            let mut touched = Vec::new();
            for id in ids {
                touched.extend(write.tx().code_of(id)?);
            }
            let verb = if operation == Operation::Redo { "did again" } else { "took back" };
            Ok(Outcome { summary: format!("{verb}: {what}"), touched, ..Outcome::default() })
        })
    }
}
