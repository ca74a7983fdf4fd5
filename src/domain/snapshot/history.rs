//! What a snapshot keeps of the past: readings, decisions, versions, meetings.

use serde::{Deserialize, Serialize};

use super::Exact;
use crate::domain::period::Date;
use crate::domain::reading::{DecisionKind, Verdict};
use crate::domain::review::ReviewKind;

/// The newest reading with everything said about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenReading {
    /// Last day of its period.
    pub period_end: Date,
    /// The period's name: `Oct 2026`.
    pub label: String,
    /// The number, at most six decimals where a share does not end; none for 0/0.
    pub value: Option<Exact>,
    /// What was counted.
    pub numerator: Option<Exact>,
    /// Out of how many.
    pub denominator: Option<Exact>,
    /// As typed: `45/47`.
    pub typed: String,
    /// As people read it, with its unit: `95.7 %`.
    pub shown: String,
    /// The day the value describes.
    pub measured_on: Date,
    /// The day it counts from: claimed by a file, else entered.
    pub recorded_on: Option<Date>,
    /// Who reported it.
    pub reported_by: String,
    /// Where it comes from.
    pub source: String,
    /// What shows it.
    pub evidence: String,
    /// What it means.
    pub meaning: String,
    /// Who evaluated it.
    pub evaluated_by: String,
    /// Whether the line was computed, not written by a person.
    pub automatic: bool,
    /// What was decided on it when it was entered.
    pub decision: Option<DecisionKind>,
}

/// What stands for one period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenPeriod {
    /// First day.
    pub period_start: Date,
    /// Last day.
    pub period_end: Date,
    /// Its name: `Oct 2026`.
    pub label: String,
    /// A reading was expected and there is none.
    #[serde(default, skip_serializing_if = "is_false")]
    pub missing: bool,
    /// The number; none where missing and for 0/0.
    pub value: Option<Exact>,
    /// What was counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numerator: Option<Exact>,
    /// Out of how many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<Exact>,
    /// As people read it, with its unit; empty where missing.
    pub shown: String,
    /// The judgement; none where missing, and for a reach objective before its due period.
    pub verdict: Option<Verdict>,
    /// The target that judged it; the lower edge of a range.
    pub target: Option<Exact>,
    /// It replaced an earlier entry.
    #[serde(default, skip_serializing_if = "is_false")]
    pub corrected: bool,
    /// Why the earlier entry was replaced.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub correction: String,
    /// Days between the period's end and the entry, where that was past the days to report; else 0.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub days_late: u32,
    /// What it means.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub meaning: String,
    /// Whether that line was computed.
    #[serde(default, skip_serializing_if = "is_false")]
    pub automatic: bool,
    /// What was decided on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<DecisionKind>,
}

/// A period that was not measured, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotMeasured {
    /// Last day of the period.
    pub period_end: Date,
    /// Why.
    pub reason: String,
    /// Who said so.
    pub by: String,
    /// When.
    pub on: Date,
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenDecision {
    /// The day.
    pub on: Date,
    /// What kind.
    pub kind: DecisionKind,
    /// In words.
    pub text: String,
    /// Who decided.
    pub by: String,
    /// Until when, for `accept`.
    pub until: Option<Date>,
    /// The meeting.
    pub review: Option<i64>,
    /// The reading it was taken on, by the day measured.
    pub measured_on: Option<Date>,
    /// Who approved it, for `accept`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub approver: String,
    /// What had followed it until the snapshot was taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub followed: Vec<String>,
}

impl FrozenDecision {
    /// Whether two snapshots show the same decision; what followed it goes on.
    pub fn is_same(&self, other: &FrozenDecision) -> bool {
        let bare = |decision: &FrozenDecision| FrozenDecision { followed: Vec::new(), ..decision.clone() };
        bare(self) == bare(other)
    }
}

/// One version of an objective.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenVersion {
    /// From 1.
    pub number: u32,
    /// Waiting for approval.
    pub draft: bool,
    /// When it was written.
    pub recorded_on: Date,
    /// First day its target judges.
    pub effective: Option<Date>,
    /// The target as people read it.
    pub target_text: String,
    /// Its due date.
    pub due: Option<Date>,
    /// Why it was made.
    pub reason: String,
    /// Who approved it.
    pub approved_by: String,
    /// The day of the approval.
    pub approved_on: Option<Date>,
    /// Where that stands.
    pub approved_ref: String,
    /// The people who approved, beside the body.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approvers: Vec<String>,
    /// What it says differently than the version before, a sentence each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<String>,
}

/// A meeting that was held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenReview {
    /// Its number in the register.
    pub number: i64,
    /// What kind it was.
    pub kind: ReviewKind,
    /// The day.
    pub date: Date,
    /// Who was there.
    pub attendees: Vec<String>,
    /// How many objectives were looked at.
    pub items: u32,
}

fn is_false(flag: &bool) -> bool {
    !flag
}

fn is_zero(count: &u32) -> bool {
    *count == 0
}
