//! The walk through the list, and what makes it necessary.

mod answer;
mod close;
mod picture;
mod since;
mod start;
mod triggers;
pub mod view;

use super::{Outcome, Refusal, Session};
use crate::domain::objective::ClosingOutcome;
use crate::domain::refresh::{Refresh, RefreshAnswer, RefreshLine};
use crate::domain::version::Cause;
use crate::store::{Reader, Sight};

pub(super) use triggers::triggers;

/// A write of a refresh walk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RefreshCommand {
    /// Begins a walk.
    Start {
        /// What made it necessary.
        cause: Cause,
        /// The event it answers, by the key of its source: `incident:INC-7`; empty for none.
        event: String,
    },
    /// Answers one objective; answering again corrects.
    Answer {
        /// The walk.
        refresh: i64,
        /// Which objective.
        code: String,
        /// The answer.
        answer: RefreshAnswer,
        /// Why; empty on `Keep` says that it still serves what it served.
        reason: String,
        /// Code of the objective that takes its place; empty drafts one like it.
        successor: String,
        /// How it ended, for one that is retired and still in force; `None` follows its status.
        outcome: Option<ClosingOutcome>,
    },
    /// Closes the walk.
    Close {
        /// The walk.
        refresh: i64,
        /// Why nothing had to change; empty where an edition was approved.
        no_change: String,
    },
}

impl Session {
    pub(super) fn run_refresh(&mut self, command: RefreshCommand) -> Result<Outcome, Refusal> {
        match command {
            RefreshCommand::Start { cause, event } => self.start_refresh(cause, &event),
            RefreshCommand::Answer { refresh, code, answer, reason, successor, outcome } => {
                let given = answer::Given { answer, reason, successor, outcome };
                self.answer_refresh(refresh, &code, given)
            }
            RefreshCommand::Close { refresh, no_change } => self.close_refresh(refresh, &no_change),
        }
    }

    /// The number of the walk that is open, or a refusal.
    pub fn open_refresh(&mut self) -> Result<i64, Refusal> {
        let sight = Sight::today(self.env.clock.now().today);
        self.store.read(|reader| open_of(reader, &sight)).and_then(|open| {
            open.map(|refresh| refresh.number).ok_or_else(|| {
                Refusal::not_found("no refresh is open").next("`sixtwo refresh start --cause year-end` begins one")
            })
        })
    }
}

/// The walk that is open, if one is.
pub(super) fn open_of(reader: &Reader, sight: &Sight) -> Result<Option<Refresh>, Refusal> {
    Ok(reader.records::<Refresh>(sight)?.into_iter().rfind(Refresh::is_open))
}

/// A walk by its number that still takes answers.
fn taking_answers(reader: &Reader, sight: &Sight, number: i64) -> Result<Refresh, Refusal> {
    let refresh = numbered(reader, sight, number)?;
    match refresh.closed_on {
        None => Ok(refresh),
        Some(day) => Err(Refusal::invalid(format!("refresh {number} was closed on {day}"))
            .next("begin a new one where something has to change")),
    }
}

fn numbered(reader: &Reader, sight: &Sight, number: i64) -> Result<Refresh, Refusal> {
    let found = reader.records::<Refresh>(sight)?.into_iter().find(|refresh| refresh.number == number);
    found.ok_or_else(|| Refusal::not_found(format!("there is no refresh {number}")).next("`sixtwo refresh list`"))
}

/// The answers of a walk.
fn lines_of(reader: &Reader, sight: &Sight, number: i64) -> Result<Vec<RefreshLine>, Refusal> {
    let mut lines = reader.records::<RefreshLine>(sight)?;
    lines.retain(|line| line.refresh == number);
    Ok(lines)
}
