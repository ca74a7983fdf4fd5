//! What became different between two snapshots.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::period::Date;
use super::reading::Verdict;
use super::snapshot::{FrozenDecision, FrozenObjective, FrozenPeriod, Snapshot};
use super::status::{Freshness, Status};

/// Everything that changed since an earlier snapshot; lists in the order of the newer one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// Number of the earlier snapshot.
    pub since: i64,
    /// The day it judged.
    pub since_as_of: Date,
    /// The journal entry it was bound to.
    pub since_seq: u64,
    /// New objectives.
    pub added: Vec<Named>,
    /// Objectives closed since, with their outcome in words.
    pub retired: Vec<Named>,
    /// Objectives that are no longer in the register because their creation was taken back.
    pub withdrawn: Vec<Named>,
    /// Targets and dates that were moved.
    pub retargeted: Vec<Retarget>,
    /// Status or freshness that is different.
    pub status: Vec<StatusChange>,
    /// Values that are different now for a period the earlier snapshot already showed.
    pub corrected: Vec<ValueChange>,
    /// Periods that had no reading in the earlier snapshot.
    pub readings: Vec<NewReadings>,
    /// Decisions taken since.
    pub decisions: Vec<Decided>,
}

/// An objective with one more thing to say about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// How it was closed; else empty.
    pub note: String,
}

/// A target or a due date that was moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retarget {
    /// Code of the objective.
    pub code: String,
    /// The target before and now, where it moved.
    pub target: Option<(String, String)>,
    /// The due date before and now, where it moved; none is evergreen.
    pub due: Option<(Option<Date>, Option<Date>)>,
    /// Why, from the version in force.
    pub reason: String,
    /// Who approved it.
    pub approved_by: String,
}

/// A status or freshness that became another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusChange {
    /// Code of the objective.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Status and freshness before.
    pub before: (Status, Freshness),
    /// Status and freshness now.
    pub now: (Status, Freshness),
    /// Why it is what it is now.
    pub why: String,
}

/// A value that was shown and is different now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueChange {
    /// Code of the objective.
    pub code: String,
    /// The period.
    pub period_end: Date,
    /// Its name.
    pub label: String,
    /// As shown before.
    pub before: String,
    /// As shown now; empty where the reading was taken back.
    pub now: String,
    /// Why, as it was entered.
    pub reason: String,
    /// A decision stood on the old value.
    pub decided_on_old: bool,
}

/// Readings that came in for one objective.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewReadings {
    /// Code of the objective.
    pub code: String,
    /// The readings, oldest period first.
    pub periods: Vec<NewPeriod>,
}

/// One reading that came in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPeriod {
    /// The period.
    pub period_end: Date,
    /// Its name.
    pub label: String,
    /// As people read it.
    pub shown: String,
    /// The judgement, if there is one.
    pub verdict: Option<Verdict>,
}

/// A decision on an objective.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// Code of the objective.
    pub code: String,
    /// What was decided.
    pub decision: FrozenDecision,
}

impl Changes {
    /// Nothing became different.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty()
            && self.retired.is_empty()
            && self.withdrawn.is_empty()
            && self.retargeted.is_empty()
            && self.status.is_empty()
            && self.corrected.is_empty()
            && self.readings.is_empty()
            && self.decisions.is_empty()
    }
}

/// Compares two snapshots of one register.
pub fn between(earlier: &Snapshot, later: &Snapshot) -> Changes {
    let before: HashMap<&str, &FrozenObjective> = earlier.objectives.iter().map(|o| (o.code.as_str(), o)).collect();
    let pairs: Vec<(&FrozenObjective, &FrozenObjective)> =
        later.objectives.iter().filter_map(|now| Some((*before.get(now.code.as_str())?, now))).collect();
    Changes {
        since: earlier.number,
        since_as_of: earlier.as_of,
        since_seq: earlier.seq,
        added: later.objectives.iter().filter(|o| !before.contains_key(o.code.as_str())).map(named).collect(),
        retired: pairs
            .iter()
            .filter(|(was, now)| was.status != Status::Retired && now.status == Status::Retired)
            .map(|(_, now)| Named { note: now.closing.clone(), ..named(now) })
            .collect(),
        withdrawn: earlier.objectives.iter().filter(|o| later.objective(&o.code).is_none()).map(named).collect(),
        retargeted: pairs.iter().filter_map(|(was, now)| retarget(was, now)).collect(),
        status: pairs.iter().filter_map(|(was, now)| status(was, now)).collect(),
        corrected: pairs.iter().flat_map(|(was, now)| corrected(was, now)).collect(),
        readings: later.objectives.iter().filter_map(|o| readings(before.get(o.code.as_str()).copied(), o)).collect(),
        decisions: later.objectives.iter().flat_map(|o| decisions(before.get(o.code.as_str()).copied(), o)).collect(),
    }
}

fn named(objective: &FrozenObjective) -> Named {
    Named { code: objective.code.clone(), title: objective.title.clone(), note: String::new() }
}

fn retarget(was: &FrozenObjective, now: &FrozenObjective) -> Option<Retarget> {
    let target = (was.target_text != now.target_text).then(|| (was.target_text.clone(), now.target_text.clone()));
    let due = (was.due != now.due).then_some((was.due, now.due));
    if target.is_none() && due.is_none() {
        return None;
    }
    let version = now.versions.iter().find(|v| Some(v.number) == now.version);
    Some(Retarget {
        code: now.code.clone(),
        target,
        due,
        reason: version.map(|v| v.reason.clone()).unwrap_or_default(),
        approved_by: now.approved_by.clone(),
    })
}

fn status(was: &FrozenObjective, now: &FrozenObjective) -> Option<StatusChange> {
    let (before, after) = ((was.status, was.freshness), (now.status, now.freshness));
    (before != after).then(|| StatusChange {
        code: now.code.clone(),
        title: now.title.clone(),
        before,
        now: after,
        why: now.why.clone(),
    })
}

/// A value counts as changed by its parts, so that 9/10 for 90 shows too.
fn corrected(was: &FrozenObjective, now: &FrozenObjective) -> Vec<ValueChange> {
    let parts = |p: &FrozenPeriod| (p.value.clone(), p.numerator.clone(), p.denominator.clone());
    let stands: HashMap<Date, &FrozenPeriod> =
        now.series.iter().filter(|p| !p.missing).map(|p| (p.period_end, p)).collect();
    let change = |old: &FrozenPeriod| {
        let new = stands.get(&old.period_end).copied();
        let same = new.is_some_and(|new| parts(new) == parts(old));
        (!same).then(|| ValueChange {
            code: now.code.clone(),
            period_end: old.period_end,
            label: old.label.clone(),
            before: old.shown.clone(),
            now: new.map(|p| p.shown.clone()).unwrap_or_default(),
            reason: new.map(|p| p.correction.clone()).unwrap_or_default(),
            decided_on_old: old.decision.is_some() || decided_on(was, old),
        })
    };
    was.series.iter().filter(|p| !p.missing).filter_map(change).collect()
}

fn decided_on(objective: &FrozenObjective, period: &FrozenPeriod) -> bool {
    let inside = |day: Date| period.period_start <= day && day <= period.period_end;
    objective.decisions.iter().any(|d| d.measured_on.is_some_and(inside))
}

fn readings(was: Option<&FrozenObjective>, now: &FrozenObjective) -> Option<NewReadings> {
    let known: HashSet<Date> =
        was.map(|o| o.series.iter().filter(|p| !p.missing).map(|p| p.period_end).collect()).unwrap_or_default();
    let new = |p: &&FrozenPeriod| !p.missing && !known.contains(&p.period_end);
    let periods: Vec<NewPeriod> = now
        .series
        .iter()
        .filter(new)
        .map(|p| NewPeriod {
            period_end: p.period_end,
            label: p.label.clone(),
            shown: p.shown.clone(),
            verdict: p.verdict,
        })
        .collect();
    (!periods.is_empty()).then(|| NewReadings { code: now.code.clone(), periods })
}

fn decisions(was: Option<&FrozenObjective>, now: &FrozenObjective) -> Vec<Decided> {
    let known = was.map(|o| o.decisions.as_slice()).unwrap_or_default();
    now.decisions
        .iter()
        .filter(|d| !known.iter().any(|before| before.is_same(d)))
        .map(|d| Decided { code: now.code.clone(), decision: d.clone() })
        .collect()
}
