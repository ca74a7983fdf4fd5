//! What is on its way to the disk, and what happens when it comes back: the cursor has moved on meanwhile.

use std::collections::VecDeque;

use super::entry::Entry;
use super::place::Place;
use crate::app::{Moment, Refusal};
use crate::domain::period::Period;

/// A write that was asked for.
#[derive(Clone, Debug)]
pub enum Sent {
    /// A typed value, and where it was typed.
    Entry(Box<Entry>, Place),
    /// A pasted column.
    Paste,
    /// Undo or redo.
    Step,
}

/// Writes on their way, oldest first: answers come in the same order.
#[derive(Clone, Debug, Default)]
pub struct Saving {
    sent: VecDeque<Sent>,
    /// When the newest one was on disk: `10:42`.
    pub saved_at: Option<String>,
}

impl Saving {
    /// One more is on its way.
    pub fn sends(&mut self, sent: Sent) {
        self.sent.push_back(sent);
    }

    /// The oldest one came back.
    pub fn came_back(&mut self) -> Option<Sent> {
        self.sent.pop_front()
    }

    /// Whether the value of a cell is on its way.
    pub fn holds(&self, code: &str, period: Period) -> bool {
        self.sent.iter().any(|sent| matches!(sent, Sent::Entry(entry, _) if entry.is_about(code, period)))
    }

    /// The clock has said when.
    pub fn stamped(&mut self, moment: &Moment) {
        let offset = chrono::FixedOffset::east_opt(moment.offset_minutes * 60);
        self.saved_at = offset.map(|offset| moment.instant.with_timezone(&offset).format("%H:%M").to_string());
    }
}

/// The field a refusal is about.
pub fn field_of(refusal: &Refusal) -> Option<&str> {
    refusal.fields.first().map(|problem| problem.field.as_str())
}
