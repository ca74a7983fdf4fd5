//! Versions of an objective, and the picture of it that was known on a day.

use serde::{Deserialize, Serialize};

use super::objective::{Closing, CriterionDone, Definition, Kind, Lifecycle, Objective, vocabulary};
use super::period::Date;
use super::target::{Segment, Standard};

/// One version of an objective's content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// From 1.
    pub number: u32,
    /// Waits for approval: judges nothing.
    pub draft: bool,
    /// The day from which it is known: when it was written, for a draft put in force the day that happened.
    pub recorded_on: Date,
    /// First day its target judges; `None` is from the day it was recorded.
    pub effective: Option<Date>,
    /// Why it was made.
    pub reason: String,
    /// The day of its approval.
    pub approved_on: Option<Date>,
    /// The body or person that approved.
    pub approved_by: String,
    /// Minutes, ticket, document.
    pub approved_ref: String,
    /// The people who approved, beside the body.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approvers: Vec<String>,
    /// First day this content counts: until then the version before it stands. `None` is from the day it is known. A
    /// hand-over or a reorganization dated ahead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begins: Option<Date>,
    /// What made the change necessary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
    /// Whether values before and after a changed definition can be compared; `None` where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<SeriesMark>,
    /// The journal entry that last changed it.
    pub seq: u64,
    /// Its content.
    pub definition: Definition,
}

vocabulary! {
    /// What made a change, an edition or a refresh necessary (6.2 f).
    Cause {
        /// The fiscal year turned.
        YearEnd = "year_end",
        /// A risk assessment was done.
        RiskAssessment = "risk_assessment",
        /// Something happened.
        Incident = "incident",
        /// The scope of the ISMS changed.
        ScopeChange = "scope_change",
        /// An audit asked for it.
        Audit = "audit",
        /// The management review decided it.
        ManagementReview = "management_review",
        /// The policy has a new version.
        PolicyChange = "policy_change",
        /// The organization was rearranged.
        Reorganization = "reorganization",
        /// Anything else; the reason says what.
        Other = "other",
    }
}

vocabulary! {
    /// What a changed definition means for the series of its readings.
    SeriesMark {
        /// A new series: nothing is compared across it.
        Break = "break",
        /// The same thing, said differently: the series goes on.
        Comparable = "comparable",
    }
}

impl Version {
    /// A version that waits for approval.
    pub fn draft(number: u32, recorded_on: Date, definition: Definition) -> Version {
        Version {
            number,
            draft: true,
            recorded_on,
            effective: None,
            reason: String::new(),
            approved_on: None,
            approved_by: String::new(),
            approved_ref: String::new(),
            approvers: Vec::new(),
            begins: None,
            cause: None,
            series: None,
            seq: 0,
            definition,
        }
    }

    /// Whether its content counts on a day: known then, not a draft, and begun.
    pub fn is_in_force(&self, day: Date) -> bool {
        !self.draft && self.recorded_on <= day && !self.is_scheduled(day)
    }

    /// Whether it is agreed, but begins after a day.
    pub fn is_scheduled(&self, day: Date) -> bool {
        !self.draft && self.begins.is_some_and(|begins| begins > day)
    }
}

/// The objective as known on `as_of`: its newest version in force then, its targets over time, its re-baselines.
/// Where nothing is in force yet, the newest draft, as a draft. `None` where no version was known at all.
pub fn objective_as_known(
    code: &str,
    mut versions: Vec<Version>,
    closing: Option<Closing>,
    criteria_done: Vec<CriterionDone>,
    checkins: Vec<Date>,
    as_of: Date,
) -> Option<Objective> {
    versions.retain(|version| version.recorded_on <= as_of && !version.is_scheduled(as_of));
    let in_force = versions.iter().any(|version| !version.draft);
    let lifecycle = match &closing {
        _ if !in_force => Lifecycle::Draft,
        Some(closing) if closing.retired_on <= as_of => Lifecycle::Retired,
        _ => Lifecycle::InForce,
    };
    // A draft judges nothing while a version is in force.
    versions.retain(|version| version.draft != in_force);
    versions.sort_by_key(|version| version.number);
    let first_shown = if in_force { 0 } else { versions.len().saturating_sub(1) };
    let shown = &versions[first_shown..];
    let (standards, segments) = (standards(shown), segments(shown));
    let before = shown.first().map(|first| (first.definition.baseline.clone(), first.definition.due));
    let mut definition = versions.pop()?.definition;
    if let (Some(segment), Some((baseline, due))) = (segments.first(), before) {
        // A segment carries the later baseline and date; the rules ask the definition for what stood before it.
        definition.baseline = baseline;
        if as_of < segment.from {
            definition.due = due;
        }
    }
    Some(Objective {
        code: code.to_owned(),
        definition,
        lifecycle,
        closing,
        standards,
        segments,
        criteria_done,
        checkins,
    })
}

/// One standard per version whose target differs from the one before; the first reaches back without end.
fn standards(in_force: &[Version]) -> Vec<Standard> {
    let mut standards: Vec<Standard> = Vec::new();
    for version in in_force {
        let from = version.effective.unwrap_or(version.recorded_on);
        let Some(next) = Standard::of(&version.definition, from) else { continue };
        match standards.last() {
            None => standards.push(Standard { from: Date::MIN, ..next }),
            Some(last) if same_standard(last, &next) => {}
            Some(_) => standards.push(next),
        }
    }
    standards
}

fn same_standard(a: &Standard, b: &Standard) -> bool {
    Standard { from: b.from, ..a.clone() } == *b
}

/// One segment per later version of a reach objective that moved its target or its due date.
fn segments(in_force: &[Version]) -> Vec<Segment> {
    in_force
        .windows(2)
        .filter_map(|pair| {
            let (old, new) = (&pair[0].definition, &pair[1].definition);
            let moved = (old.target, old.target_high, old.due) != (new.target, new.target_high, new.due);
            if new.kind != Kind::Reach || !moved {
                return None;
            }
            Some(Segment {
                from: pair[1].effective.unwrap_or(pair[1].recorded_on),
                baseline: new.baseline.as_ref()?.value,
                target: new.target?,
                target_high: new.target_high,
                due: new.due?,
            })
        })
        .collect()
}
