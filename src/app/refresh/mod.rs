//! The walk through the list, and what makes it necessary.

use super::{Outcome, Refusal, Session};
use crate::domain::refresh::RefreshAnswer;
use crate::domain::version::Cause;

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
        /// Code of the objective that takes its place; empty for none.
        successor: String,
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
            RefreshCommand::Start { .. } | RefreshCommand::Answer { .. } | RefreshCommand::Close { .. } => {
                Err(Refusal::invalid("refreshes are not kept yet"))
            }
        }
    }
}
