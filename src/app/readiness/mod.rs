//! Readiness of a register: what an auditor may raise, and findings somebody accepts.

mod dismissal;
mod evidence;
mod view;
mod way;

use super::view::Lens;
use super::{Outcome, Refusal, Session};
use crate::domain::period::Date;
use crate::domain::readiness::Evidence;

pub use view::{AuditDay, Readiness, Remark, Unchecked};
pub use way::Way;

/// A write on readiness findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadinessCommand {
    /// Accepts a finding until a day.
    Dismiss {
        /// The check: `RC-26`.
        check: String,
        /// What it is about, by `domain::readiness::About::key`, or by the code alone; empty where the check has one
        /// finding.
        subject: String,
        /// Why.
        reason: String,
        /// Who accepts it; empty is the person who writes.
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
    /// What an auditor may raise. A day of audit in the past is the day judged; one ahead is what the checks ask about,
    /// and the register is judged through the lens. Without a day the next audit of the calendar is meant.
    pub fn readiness(&mut self, lens: Lens, audit: Option<Date>) -> Result<Readiness, Refusal> {
        let lens = self.judged_on(lens, audit);
        self.store.read(|reader| {
            let look = self.look(lens, reader)?;
            let evidence = evidence::gather(reader, &look, audit)?;
            let dismissals = reader.records(&look.sight)?;
            Ok(view::of(reader.register()?.organization, self.is_read_only(), &look, &evidence, &dismissals))
        })
    }

    /// What the checks look at.
    pub fn evidence(&mut self, lens: Lens, audit: Option<Date>) -> Result<Evidence, Refusal> {
        let lens = self.judged_on(lens, audit);
        self.store.read(|reader| evidence::gather(reader, &self.look(lens, reader)?, audit))
    }

    fn judged_on(&self, lens: Lens, audit: Option<Date>) -> Lens {
        let today = self.env.clock.now().today;
        Lens { as_of: lens.as_of.or(audit.filter(|day| *day < today)), ..lens }
    }

    pub(super) fn run_readiness(&mut self, command: ReadinessCommand) -> Result<Outcome, Refusal> {
        match command {
            ReadinessCommand::Dismiss { check, subject, reason, by, until } => {
                self.dismiss(&check, &subject, &reason, &by, until)
            }
            ReadinessCommand::Lift { number } => self.lift(number),
        }
    }
}
