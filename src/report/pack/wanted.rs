//! The decisions the meeting is asked for, in the order of attention: the first ones stand on the first page, all of them
//! on the sheet to sign.

use super::phrases;
use crate::domain::objective::Lifecycle;
use crate::domain::period::Date;
use crate::domain::reading::DecisionKind;
use crate::domain::resources::Missing;
use crate::domain::snapshot::{FrozenObjective, Snapshot};
use crate::domain::status::Status;
use crate::report::document::Mark;

/// A decision wanted.
pub struct Wanted {
    /// How the objective stands.
    pub mark: Mark,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// What is asked.
    pub question: String,
}

/// Everything that is asked for.
pub fn wanted(snapshot: &Snapshot) -> Vec<Wanted> {
    let ask = |objective: &FrozenObjective| {
        Some(Wanted {
            mark: Mark::status(objective.status),
            code: objective.code.clone(),
            title: objective.title.clone(),
            question: question(objective, snapshot)?,
        })
    };
    snapshot.objectives.iter().filter(|o| o.status != Status::Retired).filter_map(ask).collect()
}

/// Why an objective needs a decision now; none where the last one still stands. What somebody prepared is asked in their
/// words.
fn question(objective: &FrozenObjective, snapshot: &Snapshot) -> Option<String> {
    if objective.lifecycle == Lifecycle::Draft {
        return objective.draft.map(|_| "a new objective waits for approval.".to_owned());
    }
    let prepared = snapshot.prepared.iter().find(|p| p.code == objective.code);
    if let Some(wanted) = prepared.map(|p| p.wanted.trim()).filter(|wanted| !wanted.is_empty()) {
        return Some(phrases::stopped(wanted));
    }
    let last = objective.last_decision();
    if let Some(escalated) = last.filter(|d| d.kind == DecisionKind::Escalate && objective.is_lagging()) {
        return Some(format!("escalated on {}. {}", phrases::day(escalated.on), phrases::stopped(&escalated.text)));
    }
    let ended = |until: &Date| *until < snapshot.as_of;
    if let Some(until) = last.and_then(|d| d.until).filter(ended) {
        return Some(format!("accepted until {}, which has passed.", phrases::day(until)));
    }
    let waits = objective.draft.map(|number| format!("version {number} waits for approval."));
    match objective.status {
        Status::OffTrack | Status::Missed if !is_answered(objective) => {
            let which = objective.last_reading.as_ref().map(|r| format!(" the {} reading", r.label));
            Some(format!("nothing decided yet on{}.", which.unwrap_or_else(|| " it".to_owned())))
        }
        Status::Unknown => Some(format!("{}.", unknown(objective))),
        _ => waits.or_else(|| unfunded(objective)),
    }
}

/// Whether something was decided after its newest reading was known.
fn is_answered(objective: &FrozenObjective) -> bool {
    match (objective.last_decision(), &objective.last_reading) {
        (Some(decision), Some(reading)) => {
            decision.on > reading.period_end || decision.measured_on == Some(reading.measured_on)
        }
        (Some(_), None) => true,
        (None, _) => false,
    }
}

/// A lagging objective that stands on resources nobody granted.
fn unfunded(objective: &FrozenObjective) -> Option<String> {
    let missing = objective.plan.missing().filter(|_| objective.is_lagging())?;
    Some(match missing {
        Missing::Ungranted => format!("needs {}; nothing granted.", objective.plan.resources.trim()),
        Missing::Short(amounts) => format!("{amounts} of what it needs is not granted."),
    })
}

fn unknown(objective: &FrozenObjective) -> String {
    match objective.missed_periods {
        0 => "no data; who measures it, and from when".to_owned(),
        missed => format!("no reading for {}; who measures it", phrases::periods(objective, missed)),
    }
}
