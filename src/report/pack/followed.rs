//! What followed a decision: where the value went, which actions were done.

use super::phrases;
use crate::domain::objective::Kind;
use crate::domain::review::Action;
use crate::domain::snapshot::{FrozenDecision, FrozenObjective, Snapshot};

/// What followed, a clause each; never empty, because "nothing yet" is an answer too.
pub fn followed(decision: &FrozenDecision, objective: &FrozenObjective, snapshot: &Snapshot) -> Vec<String> {
    let agreed = |action: &&Action| {
        action.code == objective.code && decision.review.is_some() && action.review == decision.review
    };
    let actions = snapshot.done_actions.iter().chain(&snapshot.open_actions).filter(agreed);
    let actions = actions.map(|action| format!("“{}” {}", action.text, phrases::action_state(action, snapshot.as_of)));
    std::iter::once(value(decision, objective)).chain(actions).collect()
}

/// `88.9 % → 91.5 % in Oct 2026`, from the value decided on to the newest one after it.
fn value(decision: &FrozenDecision, objective: &FrozenObjective) -> String {
    if objective.kind == Kind::Milestone {
        let done = objective.criteria.iter().filter(|c| c.done.is_some_and(|day| day > decision.on)).count();
        return match done {
            0 => "no criterion fulfilled since".to_owned(),
            n => format!("{} fulfilled", phrases::count(n, "criterion", "criteria")),
        };
    }
    let there = || objective.series.iter().filter(|p| !p.missing);
    let then = match decision.measured_on {
        Some(day) => there().find(|p| p.period_start <= day && day <= p.period_end),
        None => there().rev().find(|p| p.period_end < decision.on),
    };
    let newest = there().next_back().filter(|now| then.is_none_or(|then| now.period_end > then.period_end));
    match (then, newest) {
        (_, None) => "no newer reading".to_owned(),
        (None, Some(now)) => format!("{} in {}", now.shown, now.label),
        (Some(then), Some(now)) => format!("{} → {} in {}", then.shown, now.shown, now.label),
    }
}
