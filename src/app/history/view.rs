//! What a history is asked and what it answers.

use crate::domain::objective::vocabulary;
use crate::domain::operation::Operation;
use crate::domain::period::Date;
use crate::domain::topic::Topic;

vocabulary! {
    /// What an auditor samples by.
    Sample {
        /// Another value for a day that had one.
        Corrected = "corrected",
        /// Taken to the management review.
        Escalated = "escalated",
        /// Entered more than its days to report after the period.
        Late = "late",
        /// Objectives closed.
        Retired = "retired",
    }
}

/// Which entries to list, newest first. What is empty or `None` does not narrow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryQuery {
    /// Only those that touch this objective.
    pub code: String,
    /// Only those of people whose name holds this.
    pub by: String,
    /// Only those about this.
    pub topic: Option<Topic>,
    /// Only those made on or after this day.
    pub from: Option<Date>,
    /// Only those made on or before this day.
    pub to: Option<Date>,
    /// Only those that hold this text: in the reason, the content, the person, the code.
    pub text: String,
    /// Only those an auditor samples.
    pub sample: Option<Sample>,
    /// Only entries before this number: the next page.
    pub before: Option<u64>,
    /// At most so many.
    pub limit: usize,
}

impl HistoryQuery {
    /// The newest entries of the whole register.
    pub fn newest(limit: usize) -> HistoryQuery {
        HistoryQuery {
            code: String::new(),
            by: String::new(),
            topic: None,
            from: None,
            to: None,
            text: String::new(),
            sample: None,
            before: None,
            limit,
        }
    }
}

/// One line of the history: who did what, when, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    /// The journal entry.
    pub seq: u64,
    /// The first part of its operation: entries before it are the next page.
    pub first_seq: u64,
    /// UTC, RFC 3339.
    pub at: String,
    /// The day and the minute where the person sat: `2026-11-24 09:30`.
    pub local: String,
    /// The civil day there.
    pub day: Date,
    /// Who.
    pub actor: String,
    /// The account of the operating system.
    pub os_user: String,
    /// Program and version.
    pub app: String,
    /// What happened.
    pub op: Operation,
    /// Codes it touched.
    pub codes: Vec<String>,
    /// What changed, in words.
    pub summary: String,
    /// Why.
    pub reason: String,
    /// What stood before and what stands now.
    pub differences: Vec<Difference>,
    /// What an auditor should see at once.
    pub marks: Vec<Mark>,
    /// The entry it takes back.
    pub undoes: Option<u64>,
    /// The entry that took it back.
    pub undone_by: Option<u64>,
    /// The clock had been set (demo registers).
    pub clock_set: bool,
    /// The hash of the journal entry in hex.
    pub hash: String,
}

/// One field before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What it belongs to: a code, `risk R-014`; empty where the entry is about one thing.
    pub about: String,
    /// The field as people read it.
    pub field: String,
    /// What stood there; empty for nothing.
    pub before: String,
    /// What stands there now; empty for nothing.
    pub after: String,
}

/// What is worth knowing about how an entry came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// A reading entered so many days after the period, more than its days to report.
    Late(u32),
    /// A reading put together so many days after the period.
    Reconstructed(u32),
    /// Another value for a day that had one.
    Corrected,
    /// From a file.
    Imported,
    /// Taken back by this entry.
    TakenBack(u64),
    /// The clock had been set (demo registers).
    ClockSet,
}

impl Mark {
    /// One word for columns and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Mark::Late(_) => "late",
            Mark::Reconstructed(_) => "reconstructed",
            Mark::Corrected => "corrected",
            Mark::Imported => "imported",
            Mark::TakenBack(_) => "taken back",
            Mark::ClockSet => "clock set",
        }
    }

    /// The fact: `entered 34 days after the period`.
    pub fn sentence(self) -> String {
        match self {
            Mark::Late(1) => "entered 1 day after the period".to_owned(),
            Mark::Late(days) => format!("entered {days} days after the period"),
            Mark::Reconstructed(days) => format!("reconstructed, entered {days} days after the period"),
            Mark::Corrected => "corrected".to_owned(),
            Mark::Imported => "imported".to_owned(),
            Mark::TakenBack(seq) => format!("taken back by entry {seq}"),
            Mark::ClockSet => "the clock was set".to_owned(),
        }
    }
}

/// An objective as it was in force on a day, and who approved it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Who owned it.
    pub owner: String,
    /// The version in force.
    pub version: u32,
    /// Its target with unit.
    pub target: String,
    /// By when.
    pub due: Option<Date>,
    /// The version whose approval counts: later ones changed wording only.
    pub approved_version: u32,
    /// The body or person that approved; empty where nobody is named.
    pub approved_by: String,
    /// The people who approved, beside the body.
    pub approvers: Vec<String>,
    /// The day of the approval.
    pub approved_on: Option<Date>,
    /// Minutes, ticket, document.
    pub approved_ref: String,
}
