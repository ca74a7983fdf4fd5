//! Minutes: what a meeting saw, said and decided, frozen when it closed.
//!
//! The fields' order is the order of the document. A field added later carries `#[serde(default)]`, so that minutes
//! frozen before it can still be read. Numbers, judgements and names stand as they were that day: nothing is computed
//! from a register when minutes are shown.

use serde::{Deserialize, Serialize};

use super::period::Date;
use super::reading::{DecisionKind, Pace, Verdict};
use super::review::{
    Acceptance, ActionKind, ActionState, AgendaGroup, AgendaTopic, CorrectionNote, ItemState, Prepared, ReviewKind,
    open_preparations,
};
use super::snapshot::{Exact, FreshnessCount, StatusCount};
use super::status::{Freshness, Status};

/// The name of this document's form.
pub const SCHEMA: &str = "sixtwo-minutes-1";

/// The frozen minutes of one meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minutes {
    /// [`SCHEMA`].
    pub schema: String,
    /// The meeting's number in the register.
    pub number: i64,
    /// What kind of meeting it was.
    pub kind: ReviewKind,
    /// Whose register it is.
    pub organization: String,
    /// Made from sample data.
    pub demo: bool,
    /// The register's UUID.
    pub register: String,
    /// The day it was held.
    pub date: Date,
    /// The meeting it was a part of; empty stood alone. Such minutes print as one item of that agenda.
    pub host: String,
    /// Who was there at the end.
    pub attendees: Vec<String>,
    /// When it was opened, UTC, RFC 3339.
    pub opened_at: String,
    /// When it was closed, UTC, RFC 3339.
    pub closed_at: String,
    /// Who closed it.
    pub closed_by: String,
    /// The day judged.
    pub as_of: Date,
    /// The fiscal year of that day as people call it.
    pub fiscal_year: String,
    /// The newest approved edition of the list.
    pub edition: Option<i64>,
    /// The journal entry the minutes are bound to: the last one before the meeting was closed.
    pub seq: u64,
    /// The hash of that entry, hex.
    pub head: String,
    /// The program's version.
    pub app: String,
    /// The last meeting before this one that was closed.
    pub last: Option<LastMeeting>,
    /// How many objectives have which status now; zeros among them.
    pub by_status: Vec<StatusCount>,
    /// How many had it at the last meeting; empty where that is not known.
    pub by_status_before: Vec<StatusCount>,
    /// How many objectives in force are measured how.
    pub by_freshness: Vec<FreshnessCount>,
    /// Values of earlier minutes that are others now; they stand first. Answered ones say whether the decision stands.
    pub corrections: Vec<CorrectionNote>,
    /// Actions of earlier meetings that were open when this one opened, with what became of them.
    pub carried: Vec<MinutedAction>,
    /// Readings that were expected and did not come.
    pub missing: Vec<MissingReading>,
    /// What stands differently than at the last meeting, and what is new.
    pub status_changes: Vec<StatusMove>,
    /// The objectives, one by one, in the order of the agenda.
    pub items: Vec<MinutedItem>,
    /// Objectives that are accepted for now, and those for which that has ended.
    pub accepted: Vec<Acceptance>,
    /// What was said on the points of clause 9.3.2.
    pub notes: Vec<MinutedNote>,
    /// The objectives that lag, with what had been prepared for them.
    pub preparations: Vec<Prepared>,
    /// Actions agreed in this meeting.
    pub actions: Vec<MinutedAction>,
    /// What was added, changed or closed in the list since the last meeting, or waits for approval.
    pub changes: Vec<ListChange>,
    /// The risk assessment that was considered; may be empty.
    pub assessment: String,
    /// The day of that assessment.
    pub assessment_on: Option<Date>,
    /// What the management review changes in the list; may be empty.
    pub refresh: String,
    /// Why nothing has to change; may be empty.
    pub no_change: String,
    /// The day of the next meeting.
    pub next_date: Option<Date>,
}

impl Minutes {
    /// What the meeting still waits for: `b`, `e`, `HR-2 cause`; nothing is ready.
    pub fn waits_for(&self) -> Vec<String> {
        let written: Vec<AgendaTopic> = self.notes.iter().map(|note| note.topic).collect();
        open_preparations(self.kind, &written, &self.preparations)
    }
}

/// The meeting before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastMeeting {
    /// Its number.
    pub number: i64,
    /// What kind it was.
    pub kind: ReviewKind,
    /// Its day.
    pub date: Date,
}

/// A reading that was expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingReading {
    /// Code of the objective.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Who produces the figure, else the owner.
    pub who: String,
    /// The name of the oldest period that waits.
    pub label: String,
    /// The last day to report it.
    pub last_day: Date,
    /// due, overdue or never.
    pub freshness: Freshness,
    /// How many periods wait past their last day.
    pub missed_periods: u32,
}

/// An objective that stands differently than last time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusMove {
    /// Code of the objective.
    pub code: String,
    /// Its title.
    pub title: String,
    /// At the last meeting; none where it was not on that list.
    pub before: Option<Status>,
    /// Now.
    pub now: Status,
}

/// One objective of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutedItem {
    /// Place on the agenda, from 1.
    pub position: u32,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// The single accountable person or role.
    pub owner: String,
    /// Why it was on the agenda.
    pub group: AgendaGroup,
    /// How far it came.
    pub state: ItemState,
    /// The day measured of the reading that was looked at.
    pub measured_on: Option<Date>,
    /// The name of its period.
    pub label: String,
    /// The number, at most six decimals where a share does not end; none for 0/0 and where there is no reading.
    pub value: Option<Exact>,
    /// As people read it, with its unit; for a milestone its criteria. Empty where there is none.
    pub shown: String,
    /// The target as people read it.
    pub target_text: String,
    /// The judgement; none for a reach objective before its due period.
    pub verdict: Option<Verdict>,
    /// Reach before its due date.
    pub pace: Option<Pace>,
    /// When the meeting opened.
    pub status_before: Status,
    /// When it closed.
    pub status_after: Status,
    /// Whether we knew when it closed.
    pub freshness_after: Freshness,
    /// Why it stands there, as a sentence.
    pub why: String,
    /// What it means.
    pub meaning: String,
    /// Whether that line was computed by the block.
    pub automatic: bool,
    /// What was decided.
    pub decision: Option<MinutedDecision>,
    /// The decision before this one.
    pub last_decision: Option<MinutedDecision>,
    /// What followed that one: `44 → 38 h in Oct 2026`, `“feed” done on 2 Oct`.
    pub followed: Vec<String>,
    /// Seconds spent on it.
    pub seconds: u32,
}

/// What was decided on an objective.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutedDecision {
    /// The day.
    pub on: Date,
    /// What kind.
    pub kind: DecisionKind,
    /// In words; the reason, for `accept`.
    pub text: String,
    /// Who entered it.
    pub by: String,
    /// Who approved it, for `accept`.
    pub approver: String,
    /// Until when, for `accept`.
    pub until: Option<Date>,
}

/// What was said on a point of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutedNote {
    /// The point.
    pub topic: AgendaTopic,
    /// In words.
    pub text: String,
    /// Who wrote it.
    pub by: String,
}

/// An action as it stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutedAction {
    /// Its number in the register.
    pub id: i64,
    /// Code of the objective it serves; empty for none.
    pub code: String,
    /// The meeting it was agreed in.
    pub review: Option<i64>,
    /// What it is for.
    pub kind: ActionKind,
    /// What is to be done.
    pub text: String,
    /// Corrective: the cause it removes.
    pub cause: String,
    /// Who does it.
    pub owner: String,
    /// By when.
    pub due: Option<Date>,
    /// How far it had come.
    pub state: ActionState,
    /// When it was done.
    pub done_on: Option<Date>,
    /// What shows it.
    pub evidence: String,
    /// The day somebody looks whether it helped.
    pub check_on: Option<Date>,
    /// What was seen then.
    pub check_note: String,
}

/// A change of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListChange {
    /// Code of the objective.
    pub code: String,
    /// Its title.
    pub title: String,
    /// What kind of change.
    pub kind: ChangeKind,
    /// What is different: `target ≥ 95 % → ≥ 90 %`.
    pub what: String,
    /// Why.
    pub reason: String,
    /// Who approved it; empty while it waits, and where nobody had to.
    pub approved_by: String,
    /// The day of the approval.
    pub approved_on: Option<Date>,
    /// Somebody still has to approve it, or to draft it.
    pub waits: bool,
}

super::objective::vocabulary! {
    /// What a change of the list does.
    ChangeKind {
        /// A new objective.
        Added = "added",
        /// Another target.
        Retargeted = "retargeted",
        /// Another date.
        Extended = "extended",
        /// Closed.
        Retired = "retired",
        /// Left as it is for now.
        Accepted = "accepted",
        /// Another change of the content.
        Changed = "changed",
        /// Decided in a meeting, and nothing has been drafted yet.
        Decided = "decided",
    }
}

/// The document's bytes: one JSON object on one line, fields in the order of the types, a line feed at the end. The
/// same minutes give the same bytes.
pub fn canonical(minutes: &Minutes) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = serde_json::to_vec(minutes)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Frozen minutes read back.
pub fn parse(bytes: &[u8]) -> Result<Minutes, serde_json::Error> {
    serde_json::from_slice(bytes)
}
