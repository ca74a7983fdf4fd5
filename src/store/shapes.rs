//! What reads answer with, where the rules have no type of their own for it.

use crate::domain::ahead::Planned;
use crate::domain::journal::Change;
use crate::domain::objective::Objective;
use crate::domain::operation::Operation;
use crate::domain::period::Date;
use crate::domain::status::Trail;
use crate::domain::version::Version;

/// Who writes, what, when and why: becomes the head of the operation's first part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// What happens.
    pub op: Operation,
    /// UUIDv7 made by the caller: a retry with the same one writes nothing.
    pub op_id: [u8; 16],
    /// UTC, RFC 3339.
    pub at: String,
    /// Minutes east of UTC where the person sits.
    pub offset_minutes: i32,
    /// The civil date there.
    pub today: Date,
    /// Who.
    pub actor: String,
    /// The account of the operating system.
    pub os_user: String,
    /// Program and version.
    pub app: String,
    /// Whether somebody set the clock.
    pub clock_set: bool,
    /// Why; may be empty.
    pub reason: String,
    /// The entry this operation takes back.
    pub undoes: Option<u64>,
}

/// What a transaction did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committed<T> {
    /// The operation's number: the journal entry of its last part; 0 where nothing had to be written.
    pub seq: u64,
    /// The hash of that entry in hex; empty where nothing was written.
    pub hash: String,
    /// What the closure answered.
    pub value: T,
}

/// The register itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    /// Names it for ever; the first journal entry carries it.
    pub uuid: String,
    /// Whose it is.
    pub organization: String,
    /// A throw-away sample.
    pub demo: bool,
    /// UTC, RFC 3339.
    pub created_at: String,
}

/// From where the register is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sight {
    /// The day judged.
    pub as_of: Date,
    /// Hides what the journal did not hold at this entry.
    pub known_seq: Option<u64>,
    /// Looks at another day than today: what was recorded later is left out, and stored trails are not used.
    pub past: bool,
    /// Leaves drafts out: objectives of which nothing was ever in force, and versions that wait for approval.
    pub in_force_only: bool,
}

impl Sight {
    /// Today, with everything known.
    pub fn today(today: Date) -> Sight {
        Sight { as_of: today, known_seq: None, past: false, in_force_only: false }
    }

    /// Whether a version takes part.
    pub fn holds(&self, version: &Version) -> bool {
        (!self.past || version.recorded_on <= self.as_of) && !(self.in_force_only && version.draft)
    }
}

/// A setting from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingRow {
    /// Its row.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// First day in force.
    pub effective: Date,
    /// The value as text.
    pub value: String,
    /// The day it was entered.
    pub recorded_on: Date,
    /// The journal entry that holds it.
    pub seq: u64,
}

/// An objective as a list needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// Its number.
    pub id: i64,
    /// The journal entry that last changed its definition, a version or its closing.
    pub changed_seq: u64,
    /// As known through the sight.
    pub objective: Objective,
    /// Number of the version in force.
    pub in_force: Option<u32>,
    /// Number of the version that waits for approval.
    pub draft: Option<u32>,
    /// The next version that is agreed but dated ahead: its number and the day it begins.
    pub scheduled: Option<(u32, Date)>,
    /// Everything agreed for later days, by day.
    pub planned: Vec<Planned>,
    /// The stored inputs of its status; `None` for another day than today, where none is stored, or where an earlier
    /// program stored them by other rules.
    pub trail: Option<Trail>,
    /// The day it was entered.
    pub created_on: Date,
}

/// A period explained as not measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotMeasuredRow {
    /// End of the period.
    pub period_end: Date,
    /// Why.
    pub reason: String,
    /// Who said so.
    pub by: String,
    /// When.
    pub on: Date,
}

/// A frozen register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnapshotRow {
    /// From 1.
    pub number: i64,
    /// The name it was given.
    pub name: String,
    /// UTC, RFC 3339.
    pub taken_at: String,
    /// The day judged.
    pub as_of: Date,
    /// The journal position it is bound to.
    pub seq: u64,
    /// SHA-256 of its bytes in hex.
    pub hash: String,
    /// How many objectives it holds.
    pub objectives: u32,
}

/// Which entries of the journal to list, newest first. What is empty or `None` does not narrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JournalQuery<'a> {
    /// Only operations below this number.
    pub before: Option<u64>,
    /// At most so many.
    pub limit: usize,
    /// Only those that touch this objective.
    pub objective: Option<i64>,
    /// Only those of this actor.
    pub actor: Option<&'a str>,
    /// Only those of actors whose name holds this, in any case.
    pub by: &'a str,
    /// Only these operations.
    pub operations: &'a [Operation],
    /// Only those made on or after this civil day.
    pub from: Option<Date>,
    /// Only those made on or before this civil day.
    pub to: Option<Date>,
    /// Only those whose reason, content, actor or objective's code holds this text, in any case.
    pub text: &'a str,
    /// Only those whose changes hold this JSON word for word: `"escalate"`.
    pub holding: &'a str,
    /// Only those that entered another value for a day that had one.
    pub corrections: bool,
    /// Only those among these first parts.
    pub among: Option<&'a [u64]>,
}

impl Default for JournalQuery<'_> {
    fn default() -> Self {
        JournalQuery {
            before: None,
            limit: usize::MAX,
            objective: None,
            actor: None,
            by: "",
            operations: &[],
            from: None,
            to: None,
            text: "",
            holding: "",
            corrections: false,
            among: None,
        }
    }
}

/// One operation of the journal.
#[derive(Clone, Debug, PartialEq)]
pub struct JournalEntry {
    /// The operation's number: its last part.
    pub seq: u64,
    /// The hash of its last part in hex.
    pub hash: String,
    /// Its first part.
    pub first_seq: u64,
    /// How many parts it has.
    pub parts: u32,
    /// The caller's identifier.
    pub op_id: String,
    /// What happened.
    pub op: Operation,
    /// UTC, RFC 3339.
    pub at: String,
    /// Minutes east of UTC where the person sat.
    pub offset_minutes: i32,
    /// The civil date there.
    pub today: Date,
    /// Who.
    pub actor: String,
    /// The account of the operating system.
    pub os_user: String,
    /// Program and version.
    pub app: String,
    /// Whether somebody had set the clock.
    pub clock_set: bool,
    /// Why.
    pub reason: String,
    /// The operation this one took back.
    pub undoes: Option<u64>,
    /// The operation that took this one back.
    pub undone_by: Option<u64>,
    /// Numbers of the objectives it touched, ascending.
    pub objectives: Vec<i64>,
    /// What changed. Of an operation of many parts, those of the first part, or of the parts that touch the objective
    /// asked for; [`super::Reader::changes`] gives all.
    pub changes: Vec<Change>,
}

/// A reading entered after the day it describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EnteredAfter {
    /// Its objective.
    pub objective: i64,
    /// The day it describes.
    pub measured_on: Date,
    /// The civil day it was entered.
    pub entered_on: Date,
    /// The first part of the operation that entered it.
    pub first_seq: u64,
}

/// What a check covered and found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verification {
    /// What was covered, one line each.
    pub covered: Vec<String>,
    /// What disagrees, one line each; empty is sound.
    pub findings: Vec<String>,
    /// The newest entry.
    pub seq: u64,
    /// Its hash in hex.
    pub head: String,
}
