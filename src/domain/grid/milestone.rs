//! The periods of what is delivered by criteria: whether somebody spoke for it, and how it stood then.

use super::{Cell, State, expects, without_reading};
use crate::domain::freshness::Freshness;
use crate::domain::objective::Objective;
use crate::domain::period::{Date, Period};
use crate::domain::status::{Frame, Reason, Status, Trail, judge};

pub(super) fn cell(frame: &Frame, period: Period) -> Cell {
    let by_end = frame.objective.criteria_done.iter().filter(|done| done.done <= period.end).count();
    Cell {
        period,
        state: state(frame, &period),
        mark: None,
        standing: None,
        last_day: frame.last_day_to_report(&period),
        fulfilled: Some(by_end as u32),
    }
}

fn state(frame: &Frame, period: &Period) -> State {
    if !expects(frame, period) || delivered_before(frame.objective, period.start) {
        return State::NotExpected;
    }
    if !period.is_closed(frame.as_of) {
        return without_reading(frame, period);
    }
    // A check-in counts for the period before while that is in its days to report, so they are waited for.
    let seen_on = frame.last_day_to_report(period).min(frame.as_of);
    let then = as_it_was(frame.objective, seen_on);
    let judgement = judge(&then, &Trail::default(), frame.rules, seen_on);
    match (judgement.freshness, judgement.status) {
        _ if judgement.reason == Reason::AllCriteriaMet => State::Met,
        (Freshness::Current, Status::OnTrack) => State::OnPace,
        (Freshness::Current, Status::AtRisk) => State::Behind,
        (_, Status::Missed) => State::NotMet,
        (Freshness::Current, Status::OffTrack) => State::FarBehind,
        (Freshness::Current, _) => State::Unjudged,
        _ => without_reading(frame, period),
    }
}

/// Whether every criterion was fulfilled before a day.
fn delivered_before(objective: &Objective, day: Date) -> bool {
    let all = objective.definition.criteria.len();
    all > 0 && objective.criteria_done.iter().filter(|done| done.done < day).count() >= all
}

/// The objective with what had been fulfilled and said by a day.
fn as_it_was(objective: &Objective, day: Date) -> Objective {
    let mut then = objective.clone();
    then.criteria_done.retain(|done| done.done <= day);
    then.checkins.retain(|spoken| *spoken <= day);
    then
}
