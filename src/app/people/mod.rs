//! Who is who, who takes over from whom, and one change of several objectives under one name.

pub(crate) mod ahead;
mod entries;
mod hand_over;
pub(super) mod picture;
mod rearrange;
pub mod view;

use super::{Outcome, Refusal, Session};
use crate::domain::directory::{Entry, EntryKind};
use crate::domain::period::Date;
use crate::domain::rearrangement::{Patch, RearrangementKind};
use hand_over::HandOver;
use rearrange::Asked;

/// A write on the directory or on who does what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeopleCommand {
    /// A person, role or function entered, or changed where one of that kind and name is there.
    Enter(Box<Entry>),
    /// A person, role or function ends, with a successor where one is known.
    End {
        /// What it is.
        kind: EntryKind,
        /// Its name.
        name: String,
        /// The last day.
        until: Date,
        /// Who or what takes over; empty where nobody knows.
        successor: String,
    },
    /// Somebody takes over objectives, figures and open actions from somebody, from a day on.
    HandOver {
        /// Who gives.
        from: String,
        /// Who takes.
        to: String,
        /// First day; `None` is today.
        on: Option<Date>,
        /// Only these objectives; empty is all.
        codes: Vec<String>,
        /// Why.
        reason: String,
    },
    /// The taker of a hand-over accepts.
    Accept {
        /// The rearrangement.
        number: i64,
        /// Who accepts.
        by: String,
        /// The day.
        on: Date,
    },
    /// Several objectives changed under one name, from a day on: a reorganization, a bulk edit.
    Rearrange {
        /// What kind.
        kind: RearrangementKind,
        /// What people call it.
        name: String,
        /// First day; `None` is today.
        on: Option<Date>,
        /// What changes, by code.
        changes: Vec<(String, Patch)>,
        /// Why.
        reason: String,
    },
}

impl Session {
    pub(super) fn run_people(&mut self, command: PeopleCommand) -> Result<Outcome, Refusal> {
        match command {
            PeopleCommand::Enter(entry) => self.enter(*entry),
            PeopleCommand::End { kind, name, until, successor } => self.end(kind, &name, until, &successor),
            PeopleCommand::HandOver { from, to, on, codes, reason } => {
                self.hand_over(HandOver { from, to, on, codes, reason })
            }
            PeopleCommand::Accept { number, by, on } => self.accept_hand_over(number, &by, on),
            PeopleCommand::Rearrange { kind, name, on, changes, reason } => {
                self.rearrange(Asked { kind, name, on, changes, reason })
            }
        }
    }
}
