//! A snapshot: the register as it was known at one moment, frozen into one document.
//!
//! Everything a paper shows is in here as it was judged then, so that a later program, setting or correction cannot
//! recolour it. The fields' order is the order of the document. A field added later carries `#[serde(default)]`, so
//! that documents frozen before it can still be read; a field this program does not know is skipped.

mod beside;
mod counts;
mod exact;
mod history;

pub use beside::{FrozenEdition, FrozenFinding, FrozenSource, PreparedFor};
pub use counts::{by_freshness, by_status, count_freshness, count_status};
pub use exact::Exact;
pub use history::{FrozenDecision, FrozenPeriod, FrozenReading, FrozenReview, FrozenVersion, NotMeasured};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::minutes::MinutedNote;
use super::objective::{ClosingOutcome, Direction, Kind, Level, Lifecycle, Link, Operator};
use super::period::{Date, FiscalCalendar, Frequency};
use super::readiness::Dismissal;
use super::reading::{Pace, Verdict};
use super::resources::{Missing, missing_of};
use super::review::{Action, Prepared};
use super::statistics::trend::Arrow;
use super::status::{Freshness, Reason, Status};

/// The name of this document's form.
pub const SCHEMA: &str = "sixtwo-snapshot-1";

/// The frozen register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// [`SCHEMA`].
    pub schema: String,
    /// From 1.
    pub number: i64,
    /// The name it was given; may be empty.
    pub name: String,
    /// Whose register it is.
    pub organization: String,
    /// Made from sample data.
    pub demo: bool,
    /// The register's UUID.
    pub register: String,
    /// UTC, RFC 3339.
    pub taken_at: String,
    /// Who took it.
    pub taken_by: String,
    /// The day judged.
    pub as_of: Date,
    /// The fiscal year of that day as people call it.
    pub fiscal_year: String,
    /// The journal entry it is bound to.
    pub seq: u64,
    /// The hash of that entry, hex.
    pub head: String,
    /// The program's version.
    pub app: String,
    /// The fiscal calendar in force.
    pub calendar: FiscalCalendar,
    /// The limits judgements used, oldest first.
    pub limits: Vec<FrozenLimits>,
    /// How many objectives have which status; every status in its own order, zeros among them.
    pub by_status: Vec<StatusCount>,
    /// How many objectives in force are measured how.
    pub by_freshness: Vec<FreshnessCount>,
    /// The planned date of the next meeting.
    pub next_review: Option<Date>,
    /// The newest approved edition of the list; none before the first, and in snapshots of a time without editions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<i64>,
    /// Every objective in the order of attention.
    pub objectives: Vec<FrozenObjective>,
    /// Actions not done.
    pub open_actions: Vec<Action>,
    /// Meetings closed since the snapshot before, oldest first.
    pub reviews: Vec<FrozenReview>,
    /// Readiness findings accepted on that day, with reason, person and end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accepted: Vec<Dismissal>,
    /// Actions done, newest first: what became of earlier decisions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub done_actions: Vec<Action>,
    /// What objectives come from, as it stood on that day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<FrozenSource>,
    /// What readiness checks found, check by check, the heaviest first; none in snapshots of a time before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub readiness: Option<Vec<FrozenFinding>>,
    /// The edition in force with who approved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<FrozenEdition>,
    /// The management review the texts below were written for; none where none is in sight.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prepared_for: Option<PreparedFor>,
    /// What was written on points of its agenda.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<MinutedNote>,
    /// What was written about objectives that lag.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prepared: Vec<Prepared>,
}

/// Limits of judgement with the day they take effect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenLimits {
    /// First day in force; none for the first set.
    pub from: Option<Date>,
    /// Percentage points behind that are still on track.
    pub tolerance_behind: u32,
    /// Percentage points behind from which an objective is off track.
    pub tolerance_far: u32,
    /// Days to report after a period's end, in the order W M Q H Y.
    pub grace_days: [u32; 5],
    /// Periods of a maintain objective that may be missed.
    pub misses_allowed: u32,
}

/// How many objectives have a status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusCount {
    /// The status.
    pub status: Status,
    /// How many.
    pub objectives: u32,
}

/// How many objectives are measured how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FreshnessCount {
    /// Whether we know.
    pub freshness: Freshness,
    /// How many.
    pub objectives: u32,
}

/// One objective as it stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenObjective {
    /// The short name people use.
    pub code: String,
    /// The result to be achieved.
    pub title: String,
    /// What reaching it means.
    pub kind: Kind,
    /// Where it stands in the organization.
    pub level: Option<Level>,
    /// The function that pursues it.
    pub function: String,
    /// Code of the objective it contributes to; empty for none.
    pub parent: String,
    /// The single accountable person or role.
    pub owner: String,
    /// Name of the metric.
    pub metric: String,
    /// How the value is computed.
    pub formula: String,
    /// Where the figures come from.
    pub data_source: String,
    /// Unit of the values.
    pub unit: String,
    /// Which way is better.
    pub direction: Direction,
    /// The target as people read it: `≥ 95 %`.
    pub target_text: String,
    /// How a value is held against the target.
    pub operator: Operator,
    /// The value that must hold; the lower edge of a range.
    pub target: Option<Exact>,
    /// The upper edge of a range.
    pub target_high: Option<Exact>,
    /// Where a reach objective starts from.
    pub baseline: Option<FrozenBaseline>,
    /// Targets with the days they took effect, oldest first.
    pub targets: Vec<FrozenTarget>,
    /// Agreed values at dates before the due date.
    pub waypoints: Vec<FrozenWaypoint>,
    /// What a milestone must show.
    pub criteria: Vec<FrozenCriterion>,
    /// From when readings are expected.
    pub start: Date,
    /// The due date in force; none is evergreen.
    pub due: Option<Date>,
    /// How often it is measured.
    pub frequency: Frequency,
    /// Where it stands in its life.
    pub lifecycle: Lifecycle,
    /// How it was closed, in words; empty while it runs.
    pub closing: String,
    /// The number of the version in force.
    pub version: Option<u32>,
    /// The number of a version that waits for approval.
    pub draft: Option<u32>,
    /// The day of the approval of the version in force.
    pub approved_on: Option<Date>,
    /// Who approved it.
    pub approved_by: String,
    /// Where that stands.
    pub approved_ref: String,
    /// Are we getting there?
    pub status: Status,
    /// Do we know?
    pub freshness: Freshness,
    /// The line of the rules that decided the status.
    pub reason: Reason,
    /// The same as a sentence.
    pub why: String,
    /// The judgement of the newest reading.
    pub verdict: Option<Verdict>,
    /// Reach before its due date.
    pub pace: Option<Pace>,
    /// How far a reach objective has come, in percent with one decimal.
    pub progress_pct: Option<Exact>,
    /// How much of its time had gone then, in percent with one decimal.
    pub elapsed_pct: Option<Exact>,
    /// Expected readings that are late.
    pub missed_periods: u32,
    /// The newest reading that drives the status, else the newest there is.
    pub last_reading: Option<FrozenReading>,
    /// What was decided, newest first.
    pub decisions: Vec<FrozenDecision>,
    /// The child that needs attention most.
    pub worst_child: Option<FrozenChild>,
    /// The five elements of the plan.
    pub plan: FrozenPlan,
    /// What it serves.
    pub links: Vec<Link>,
    /// What stands for each period, oldest first; expected periods without a reading are marked missing.
    pub series: Vec<FrozenPeriod>,
    /// Periods explained as not measured.
    pub not_measured: Vec<NotMeasured>,
    /// Its versions, oldest first.
    pub versions: Vec<FrozenVersion>,
    /// Where its values went: only after a signal or three steps one way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrow: Option<Arrow>,
    /// What its figures said beside the judgement, a sentence each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<String>,
    /// Free marks, such as the scorecards it is on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Who answers for the metric's definition; empty is the owner.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub metric_owner: String,
    /// Who produces the figures; empty is the owner.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub collector: String,
    /// Who judges the results; empty is the review meeting.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evaluator: String,
    /// What is counted over.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub population: String,
    /// Why the target is right.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why_target: String,
    /// How it ended; none while it runs, and in snapshots of a time before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<ClosingOutcome>,
    /// The day it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retired_on: Option<Date>,
    /// Code of the objective that took its place.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub successor: String,
    /// Days from which its figures mean something else than before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<Date>,
}

/// A start value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenBaseline {
    /// The value to start from.
    pub value: Exact,
    /// Since when.
    pub date: Option<Date>,
    /// Whether it is a guess.
    pub estimated: bool,
}

/// A target with its tolerance, in force from a day on; the first reaches back without end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenTarget {
    /// First day in force.
    pub from: Date,
    /// As people read it: `≥ 95 %`.
    pub text: String,
    /// How a value is held against it.
    pub operator: Operator,
    /// The value that must hold; the lower edge of a range.
    pub target: Exact,
    /// The upper edge of a range.
    pub target_high: Option<Exact>,
    /// Tolerated to; for a range the width outside its edges.
    pub warn: Option<Exact>,
    /// The worst bearable value.
    pub floor: Option<Exact>,
}

/// An agreed value at a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenWaypoint {
    /// The day.
    pub date: Date,
    /// The value.
    pub value: Exact,
}

/// A dated statement, fulfilled or open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenCriterion {
    /// The statement.
    pub text: String,
    /// The day it is planned for.
    pub planned: Option<Date>,
    /// The day it was fulfilled.
    pub done: Option<Date>,
    /// What shows it.
    pub evidence: String,
}

/// A child that stands for all children.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenChild {
    /// Its code.
    pub code: String,
    /// Its status.
    pub status: Status,
    /// Its freshness.
    pub freshness: Freshness,
    /// The parent looks good while this child does not.
    pub contradicts: bool,
}

/// What, needs, who, when, how judged; an empty element is not answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenPlan {
    /// What will be done.
    pub what: String,
    /// Resources needed.
    pub resources: String,
    /// Who answers for it.
    pub who: String,
    /// When it is complete: the due date, or how often it is looked at.
    pub when: String,
    /// How results are evaluated.
    pub how_evaluated: String,
    /// What was granted and spent of the resources; none in snapshots of a time before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grant: Option<FrozenGrant>,
}

/// What was granted and spent; empty texts are "nothing yet".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenGrant {
    /// What was granted.
    pub granted: String,
    /// By whom.
    pub by: String,
    /// When.
    pub on: Option<Date>,
    /// What was used of it.
    pub spent: String,
}

impl FrozenPlan {
    /// What is missing of the resources; none where nothing is, and where nobody froze what was granted.
    pub fn missing(&self) -> Option<Missing> {
        missing_of(&self.resources, &self.grant.as_ref()?.granted)
    }
}

impl FrozenObjective {
    /// Whether counted shares are read as percentages.
    pub fn unit_is_percent(&self) -> bool {
        matches!(self.unit.trim(), "%" | "percent" | "per cent" | "pct")
    }

    /// The newest decision.
    pub fn last_decision(&self) -> Option<&FrozenDecision> {
        self.decisions.first()
    }

    /// The target in force on a day, with its place among the targets; the first reaches back without end.
    pub fn target_on(&self, day: Date) -> Option<(usize, &FrozenTarget)> {
        let started = self.targets.iter().enumerate().rev().find(|(_, target)| target.from <= day);
        started.or(self.targets.first().map(|target| (0, target)))
    }

    /// A section of its own in the pack: off track, missed, no data, at risk.
    pub fn is_lagging(&self) -> bool {
        self.status.is_exception()
    }
}

impl Snapshot {
    /// The objective with a code.
    pub fn objective(&self, code: &str) -> Option<&FrozenObjective> {
        self.objectives.iter().find(|o| o.code == code)
    }
}

/// The document's bytes: one JSON object on one line, fields in the order of the types, numbers as exact decimal
/// text, a line feed at the end. The same snapshot gives the same bytes.
pub fn canonical(snapshot: &Snapshot) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = serde_json::to_vec(snapshot)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// A frozen document read back.
pub fn parse(bytes: &[u8]) -> Result<Snapshot, serde_json::Error> {
    serde_json::from_slice(bytes)
}

/// SHA-256 of a document's bytes, hex.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
