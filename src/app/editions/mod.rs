//! The list as a whole: approved, told, confirmed; objectives replaced.

mod approve;
pub(super) mod open;
mod read;
mod supersede;
mod tell;
pub mod view;

pub(super) use supersede::supersede;

use super::{Outcome, Refusal, Session};
use crate::domain::communication::Reach;
use crate::domain::objective::{Closing, ClosingOutcome, Definition};
use crate::domain::period::Date;
use crate::domain::version::Cause;

/// A write on editions and on who knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditionCommand {
    /// Puts every waiting version in force, but those left out, and numbers the list.
    Approve(Box<EditionApproval>),
    /// A version of an objective, or an edition, was told.
    Communicate {
        /// What was told.
        what: Told,
        /// Whom it reached: names of people, roles or functions.
        audience: Vec<(Reach, String)>,
        /// Mail, meeting, intranet.
        channel: String,
        /// URL or file.
        place: String,
        /// When.
        on: Date,
    },
    /// Somebody confirmed to know it.
    Acknowledge {
        /// What.
        what: Told,
        /// Who.
        person: String,
        /// When.
        on: Date,
        /// What shows it.
        note: String,
    },
    /// Another objective takes the place of one; it carries metric, trace and plan on, as a draft.
    Supersede {
        /// Which one.
        code: String,
        /// Code of the new one; empty lets the register pick.
        successor: String,
        /// Content of the new one; `None` copies the old.
        definition: Option<Box<Definition>>,
        /// From this day on.
        on: Date,
        /// Why.
        reason: String,
        /// Who decided it: a body or a person; may be empty.
        by: String,
        /// Minutes, ticket, document; may be empty.
        reference: String,
    },
}

/// What was told or confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// The version of an objective that counts now, by code.
    Objective(String),
    /// Those of several objectives at once, by code.
    Objectives(Vec<String>),
    /// An edition, by number; `None` is the newest.
    Edition(Option<i64>),
}

/// The approval of the list as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditionApproval {
    /// The body that approves.
    pub body: String,
    /// Who sat in it.
    pub people: Vec<String>,
    /// The day; `None` is today.
    pub on: Option<Date>,
    /// Minutes, ticket, document.
    pub minutes: String,
    /// Why the list changed, or why it did not.
    pub why: String,
    /// What made it necessary.
    pub cause: Option<Cause>,
    /// First day changed targets judge; `None` is the start of the next period.
    pub effective: Option<Date>,
    /// Drafts that stay drafts, by code.
    pub leave_out: Vec<String>,
}

impl Session {
    pub(super) fn run_editions(&mut self, command: EditionCommand) -> Result<Outcome, Refusal> {
        match command {
            EditionCommand::Approve(approval) => self.approve_edition(*approval),
            EditionCommand::Communicate { what, audience, channel, place, on } => {
                self.communicate(&what, &audience, &channel, &place, on)
            }
            EditionCommand::Acknowledge { what, person, on, note } => self.acknowledge(&what, &person, on, &note),
            EditionCommand::Supersede { code, successor, definition, on, reason, by, reference } => {
                let outcome = ClosingOutcome::Superseded;
                let closing = Closing { retired_on: on, outcome, reason, successor, by, reference };
                self.supersede(&code, definition.map(|definition| *definition), closing)
            }
        }
    }
}
