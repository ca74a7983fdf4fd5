//! Words on screen and paper: one table from the contracts' terms to what people read.

use super::audit::AuditKind;
use super::communication::Reach;
use super::directory::EntryKind;
use super::freshness::Freshness;
use super::minutes::ChangeKind;
use super::objective::{ClosingOutcome, Kind, Lifecycle};
use super::period::Date;
use super::readiness::Severity;
use super::reading::{DecisionKind, Pace, Verdict};
use super::refresh::RefreshAnswer;
use super::review::{ActionState, ItemState, ReviewKind};
use super::status::Status;
use super::version::{Cause, SeriesMark};

/// A day as people read it: `10 Nov 2026`.
pub fn day(date: Date) -> String {
    date.format("%-d %b %Y").to_string()
}

/// The word and the mark of a status: the same in list, grid, chart and paper, never colour alone.
pub fn status(status: Status) -> (&'static str, &'static str) {
    match status {
        Status::Draft => ("○", "draft"),
        Status::NotStarted => ("○", "not started"),
        Status::OnTrack => ("●", "on track"),
        Status::AtRisk => ("▲", "at risk"),
        Status::OffTrack => ("■", "off track"),
        Status::Unknown => ("?", "no data"),
        Status::Achieved => ("✓", "achieved"),
        Status::Missed => ("✗", "missed"),
        Status::Retired => ("-", "retired"),
    }
}

/// Freshness as people read it under the heading "measured".
pub fn freshness(freshness: Freshness) -> &'static str {
    match freshness {
        Freshness::NotDue => "not yet due",
        Freshness::Due => "due",
        Freshness::Current => "in time",
        Freshness::Overdue => "late",
        Freshness::Never => "never",
    }
}

/// The mark and the word of a verdict.
pub fn verdict(verdict: Verdict) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Met => ("●", "met"),
        Verdict::Near => ("▲", "close"),
        Verdict::NotMet => ("■", "not met"),
        Verdict::NotApplicable => ("–", "none to count"),
    }
}

/// Pace before the due date: never "not met".
pub fn pace(pace: Pace) -> &'static str {
    match pace {
        Pace::OnPace => "on pace",
        Pace::Behind => "behind",
        Pace::FarBehind => "far behind",
    }
}

/// What reaching it means.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Maintain => "hold a level",
        Kind::Reach => "get to a level",
        Kind::Milestone => "deliver",
    }
}

/// Where it stands in its life.
pub fn lifecycle(lifecycle: Lifecycle) -> &'static str {
    match lifecycle {
        Lifecycle::Draft => "draft",
        Lifecycle::InForce => "in force",
        Lifecycle::Retired => "retired",
    }
}

/// A decision as it is read back in a meeting.
pub fn decision(decision: DecisionKind) -> &'static str {
    match decision {
        DecisionKind::Continue => "continue",
        DecisionKind::Act => "act",
        DecisionKind::Escalate => "escalate",
        DecisionKind::Retarget => "change target",
        DecisionKind::Extend => "extend",
        DecisionKind::Retire => "retire",
        DecisionKind::Accept => "accept for now",
    }
}

/// What people call a meeting of this kind.
pub fn meeting(kind: ReviewKind) -> &'static str {
    match kind {
        ReviewKind::Objectives => "objectives review",
        ReviewKind::Management => "management review",
        ReviewKind::AdHoc => "special review",
    }
}

/// How far an agenda item came.
pub fn item_state(state: ItemState) -> &'static str {
    match state {
        ItemState::Open => "left open",
        ItemState::Answered => "answered",
        ItemState::Passed => "passed as a block",
        ItemState::Parked => "put aside",
    }
}

/// How far an action has come.
pub fn action_state(state: ActionState) -> &'static str {
    match state {
        ActionState::Open => "open",
        ActionState::Late => "late",
        ActionState::Done => "done",
        ActionState::CheckDue => "done, effect to be looked at",
        ActionState::Helped => "done, it helped",
        ActionState::NoHelp => "done, it did not help",
    }
}

/// What a change of the list does.
pub fn change(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Added => "added",
        ChangeKind::Retargeted => "target changed",
        ChangeKind::Extended => "moved to another date",
        ChangeKind::Retired => "closed",
        ChangeKind::Accepted => "accepted for now",
        ChangeKind::Changed => "changed",
        ChangeKind::Decided => "decided, not drafted yet",
    }
}

/// How a closed objective ended.
pub fn outcome(outcome: ClosingOutcome) -> &'static str {
    match outcome {
        ClosingOutcome::Achieved => "achieved",
        ClosingOutcome::Missed => "missed",
        ClosingOutcome::AchievedLate => "achieved late",
        ClosingOutcome::Cancelled => "cancelled",
        ClosingOutcome::Transferred => "transferred",
        ClosingOutcome::Superseded => "superseded",
    }
}

/// An audit as people name it.
pub fn audit(kind: AuditKind) -> &'static str {
    match kind {
        AuditKind::Internal => "internal audit",
        AuditKind::Stage1 => "stage 1 audit",
        AuditKind::Stage2 => "stage 2 audit",
        AuditKind::Surveillance => "surveillance audit",
        AuditKind::Recertification => "recertification audit",
    }
}

/// What made a change necessary.
pub fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::YearEnd => "year end",
        Cause::RiskAssessment => "risk assessment",
        Cause::Incident => "incident",
        Cause::ScopeChange => "scope change",
        Cause::Audit => "audit",
        Cause::ManagementReview => "management review",
        Cause::PolicyChange => "policy change",
        Cause::Reorganization => "reorganization",
        Cause::Other => "something else",
    }
}

/// What a refresh answered for one objective.
pub fn refresh_answer(answer: RefreshAnswer) -> &'static str {
    match answer {
        RefreshAnswer::Keep => "kept",
        RefreshAnswer::Change => "changed",
        RefreshAnswer::Retire => "retired",
        RefreshAnswer::Replace => "replaced",
    }
}

/// What a changed definition means for the values before it.
pub fn series(mark: SeriesMark) -> &'static str {
    match mark {
        SeriesMark::Break => "a new series",
        SeriesMark::Comparable => "still comparable",
    }
}

/// Whom a communication reaches.
pub fn reach(reach: Reach) -> &'static str {
    match reach {
        Reach::Person => "person",
        Reach::Function => "function",
        Reach::Everyone => "everyone",
    }
}

/// A field of an objective, by its contract name, as people call it; a name that is none stays as it is.
pub fn field(name: &str) -> &str {
    FIELDS.iter().find(|(field, _)| *field == name).map_or(name, |(_, label)| label)
}

const FIELDS: [(&str, &str); 41] = [
    ("title", "Title"),
    ("kind", "Kind"),
    ("level", "Level"),
    ("function", "Function"),
    ("parent", "Contributes to"),
    ("owner", "Owner"),
    ("metric", "Metric"),
    ("formula", "Formula"),
    ("data_source", "Data source"),
    ("unit", "Unit"),
    ("direction", "Better is"),
    ("operator", "Must be"),
    ("baseline", "Start value"),
    ("target", "Target"),
    ("target_high", "Target, upper"),
    ("warn", "Tolerated to"),
    ("floor", "Worst bearable"),
    ("required_met", "Periods to meet"),
    ("frequency", "Measured"),
    ("grace_days", "Days to report"),
    ("fiscal_year_start", "Fiscal year from"),
    ("start", "Start"),
    ("due", "Due"),
    ("waypoints", "Interim targets"),
    ("criteria", "Criteria"),
    ("what", "What"),
    ("resources", "Needs"),
    ("how_evaluated", "How judged"),
    ("evaluator", "Judged by"),
    ("collector", "Figures from"),
    ("metric_owner", "Metric kept by"),
    ("why_target", "Why this target"),
    ("links", "Serves"),
    ("tags", "Tags"),
    ("population", "Counted"),
    ("cascade_note", "Why not broken down"),
    ("review_on", "Looked at again"),
    ("granted", "Granted"),
    ("granted_by", "Granted by"),
    ("granted_on", "Granted on"),
    ("spent", "Spent"),
];

/// What an entry of the directory is.
pub fn entry_kind(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Person => "person",
        EntryKind::Role => "role",
        EntryKind::Function => "function",
    }
}

/// The weight of a finding.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Major => "major",
        Severity::Minor => "minor",
        Severity::Observation => "worth a look",
    }
}

/// How long a file is, rounded up: `950 B`, `48 kB`, `2 MB`.
pub fn bytes(n: u64) -> String {
    match n {
        0..1_000 => format!("{n} B"),
        1_000..1_000_000 => format!("{} kB", n.div_ceil(1_000)),
        _ => format!("{} MB", n.div_ceil(1_000_000)),
    }
}

/// A number with its noun: `1 reading`, `3 readings`.
pub fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
