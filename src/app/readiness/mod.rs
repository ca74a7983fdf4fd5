//! Readiness of a register: the evidence the checks look at, and findings somebody accepts.

mod evidence;
mod parameters;

use super::view::Lens;
use super::{Outcome, Refusal, Session};
use crate::domain::period::Date;
use crate::domain::readiness::Evidence;

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
    /// What the checks look at. A day of audit in the past is the day judged; one ahead is what the checks ask about, and
    /// the register is judged through the lens.
    pub fn evidence(&mut self, lens: Lens, audit: Option<Date>) -> Result<Evidence, Refusal> {
        let today = self.env.clock.now().today;
        let as_of = lens.as_of.or(audit.filter(|day| *day < today));
        self.store.read(|reader| evidence::gather(reader, &self.look(Lens { as_of, ..lens }, reader)?, audit))
    }

    pub(super) fn run_readiness(&mut self, command: ReadinessCommand) -> Result<Outcome, Refusal> {
        match command {
            ReadinessCommand::Dismiss { .. } | ReadinessCommand::Lift { .. } => {
                Err(Refusal::invalid("findings are not dismissed yet"))
            }
        }
    }
}
