//! What followed a decision: the reading after it, the actions agreed with it done or not (9.3.3, 10.1).

use super::objective::{Kind, Objective};
use super::period::{Date, FiscalCalendar};
use super::reading::Standing;
use super::review::{Action, Decision};
use super::words;

/// What happened since a decision, a line each: `44 → 38 h in Oct 2026`, `“HR feed” done 2 Oct 2026`. `actions` are
/// those of the objective; the ones agreed in the same meeting are told.
pub fn followed(
    decision: &Decision,
    objective: &Objective,
    calendar: FiscalCalendar,
    standings: &[Standing],
    actions: &[Action],
    as_of: Date,
) -> Vec<String> {
    let agreed = |action: &&Action| decision.review.is_some() && action.review == decision.review;
    let done = actions.iter().filter(agreed).map(|action| format!("“{}” {}", action.text, action.words(as_of)));
    std::iter::once(measured_since(decision, objective, calendar, standings)).chain(done).collect()
}

/// From the reading it was taken on to the newest one after it.
fn measured_since(
    decision: &Decision,
    objective: &Objective,
    calendar: FiscalCalendar,
    standings: &[Standing],
) -> String {
    let definition = &objective.definition;
    if definition.kind == Kind::Milestone {
        let done = objective.criteria_done.iter().filter(|done| done.done > decision.on).count();
        return match done {
            0 => "no criterion fulfilled since".to_owned(),
            n => format!("{} fulfilled", words::counted(n, "criterion", "criteria")),
        };
    }
    let measured = |standing: &&Standing| Some(standing.measured_on) == decision.measured_on;
    let known = |standing: &&Standing| standing.known_on() <= decision.on;
    let on = standings.iter().find(measured).or_else(|| standings.iter().rev().find(known));
    let after = standings.last().filter(|newest| on.is_none_or(|on| newest.period > on.period));
    let Some(after) = after else { return "no newer reading".to_owned() };
    let now = objective.shown(after.period, &after.value);
    let label = definition.calendar(calendar).period_label(definition.frequency, after.period);
    match on {
        None => format!("{now} in {label}"),
        Some(on) => {
            let before = objective.shown(on.period, &on.value);
            format!("{} → {now} in {label}", before.trim_end_matches(definition.unit.trim()).trim_end())
        }
    }
}
