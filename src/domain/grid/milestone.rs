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
    if !is_spoken_for(frame, period) {
        return without_reading(frame, period);
    }
    // The silence of earlier periods stands in their own cells, so only this one's standing is asked.
    let mut then = as_it_was(frame.objective, period.end);
    then.checkins.push(frame.rhythm.before(*period).end);
    let judgement = judge(&then, &Trail::default(), frame.rules, period.end);
    match (judgement.reason, judgement.status) {
        (Reason::AllCriteriaMet, _) => State::Met,
        (_, Status::Missed) => State::NotMet,
        (_, Status::OnTrack) => State::OnPace,
        (_, Status::AtRisk) => State::Behind,
        (_, Status::OffTrack) => State::FarBehind,
        _ => State::Unjudged,
    }
}

/// Whether somebody said something about it in the period, or in its days to report.
fn is_spoken_for(frame: &Frame, period: &Period) -> bool {
    let seen_on = frame.last_day_to_report(period).min(frame.as_of);
    let then = as_it_was(frame.objective, seen_on);
    judge(&then, &Trail::default(), frame.rules, seen_on).freshness == Freshness::Current
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
