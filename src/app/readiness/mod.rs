//! Readiness of a register: the evidence the checks look at, and findings somebody accepts.

use super::{Outcome, Refusal, Session};
use crate::domain::period::Date;

/// A write on readiness findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadinessCommand {
    /// Accepts a finding until a day.
    Dismiss {
        /// The check: `RC-26`.
        check: String,
        /// What it is about, by `domain::readiness::About::key`.
        subject: String,
        /// Why.
        reason: String,
        /// Who accepts it.
        by: String,
        /// Until when.
        until: Date,
    },
    /// Takes an acceptance back.
    Lift {
        /// The dismissal's number.
        number: i64,
    },
}

impl Session {
    pub(super) fn run_readiness(&mut self, command: ReadinessCommand) -> Result<Outcome, Refusal> {
        match command {
            ReadinessCommand::Dismiss { .. } | ReadinessCommand::Lift { .. } => {
                Err(Refusal::invalid("findings are not dismissed yet"))
            }
        }
    }
}
