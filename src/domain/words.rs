//! Words on screen and paper: one table from the contracts' terms to what people read.

use super::audit::AuditKind;
use super::freshness::Freshness;
use super::objective::{ClosingOutcome, Kind, Lifecycle};
use super::reading::{DecisionKind, Pace, Verdict};
use super::status::Status;

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
