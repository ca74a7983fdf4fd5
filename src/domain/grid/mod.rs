//! The period grid: what each period of an objective shows, judged by the same rules as its status.

mod milestone;
mod tally;

pub use tally::{Tally, tally};

use super::objective::{Kind, Lifecycle, Objective, vocabulary};
use super::period::{Date, Period};
use super::quantity::Value;
use super::reading::{Pace, Standing, Verdict};
use super::register::Rules;
use super::status::{Frame, Trail, judge};
use super::target::standard_on;
use super::verdict::verdict;

vocabulary! {
    /// What a period shows: exactly one of these.
    State {
        /// The target holds.
        Met = "met",
        /// It fails the target but stays within what is tolerated.
        Close = "close",
        /// It fails.
        NotMet = "not_met",
        /// On the way: at least as far as the time gone, within the tolerance.
        OnPace = "on_pace",
        /// On the way: behind by more than the tolerance.
        Behind = "behind",
        /// On the way: behind by more than the second tolerance.
        FarBehind = "far_behind",
        /// A reading with nothing to count.
        NoneToCount = "none_to_count",
        /// A reading without anything to hold it against: a draft, no target, no baseline.
        Unjudged = "unjudged",
        /// Closed, without a reading, and still within its days to report.
        Due = "due",
        /// Closed, without a reading, past its days to report.
        Missing = "missing",
        /// Not closed yet, without a reading.
        Running = "running",
        /// Not begun yet.
        Ahead = "ahead",
        /// No reading is expected: before the start, after the due date or the closing, nothing in force. One that came
        /// all the same is kept and shown.
        NotExpected = "not_expected",
    }
}

impl State {
    /// Whether a reading is wanted that is not there.
    pub fn waits(self) -> bool {
        matches!(self, State::Due | State::Missing)
    }

    /// The mark and the word people read; the marks are those of verdicts and statuses.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            State::Met => ("●", "met"),
            State::Close => ("▲", "close"),
            State::NotMet => ("■", "not met"),
            State::OnPace => ("●", "on pace"),
            State::Behind => ("▲", "behind"),
            State::FarBehind => ("■", "far behind"),
            State::NoneToCount => ("–", "none to count"),
            State::Unjudged => ("○", "not judged"),
            State::Due => ("○", "due"),
            State::Missing => ("?", "missing"),
            State::Running => ("·", "running"),
            State::Ahead => (" ", "not begun"),
            State::NotExpected => ("/", "not expected"),
        }
    }
}

/// What is to be known about a period beside what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Its reading came after its days to report.
    Late,
    /// Its reading took the place of one with another value.
    Corrected,
    /// It was not measured, and somebody said why; it stays missing.
    Explained,
}

impl Mark {
    /// The word people read.
    pub fn word(self) -> &'static str {
        match self {
            Mark::Late => "entered late",
            Mark::Corrected => "corrected",
            Mark::Explained => "not measured",
        }
    }
}

/// One period of one objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The period.
    pub period: Period,
    /// What it shows.
    pub state: State,
    /// What is to be known beside that; a correction goes before lateness.
    pub mark: Option<Mark>,
    /// What stands for it.
    pub standing: Option<Standing>,
    /// The last day on which its reading is in time.
    pub last_day: Date,
    /// Deliver: how many criteria were fulfilled by its end.
    pub fulfilled: Option<u32>,
}

impl Cell {
    /// Whether a value can be typed into it: it has begun, takes values, and one is expected or was brought.
    pub fn takes_values(&self) -> bool {
        self.fulfilled.is_none()
            && match self.state {
                State::Ahead => false,
                State::NotExpected => self.standing.is_some(),
                _ => true,
            }
    }
}

/// The periods of an objective that end inside `span`, oldest first. `standings` are what stands for its periods as
/// known on `as_of`, `explained` the ends of the periods said not to be measured.
pub fn cells(
    objective: &Objective,
    standings: &[Standing],
    explained: &[Date],
    rules: &Rules,
    as_of: Date,
    span: Period,
) -> Vec<Cell> {
    let frame = Frame::new(objective, rules, as_of);
    let first = frame.rhythm.containing(span.start);
    std::iter::successors(Some(first), |period| Some(frame.rhythm.after(*period)))
        .take_while(|period| period.end <= span.end)
        .map(|period| match objective.definition.kind {
            Kind::Milestone => milestone::cell(&frame, period),
            Kind::Maintain | Kind::Reach => {
                let standing = standings.iter().find(|standing| standing.period == period);
                measured(&frame, period, standing, explained.contains(&period.end))
            }
        })
        .collect()
}

fn measured(frame: &Frame, period: Period, standing: Option<&Standing>, explained: bool) -> Cell {
    let last_day = frame.last_day_to_report(&period);
    let state = match standing {
        _ if !expects(frame, &period) => State::NotExpected,
        Some(standing) => judged(frame.objective, frame.rules, standing),
        None => without_reading(frame, &period),
    };
    let mark = match standing {
        Some(standing) if standing.corrected => Some(Mark::Corrected),
        Some(standing) if days(standing.days_after) > last_day - period.end => Some(Mark::Late),
        Some(_) => None,
        None => (explained && state.waits()).then_some(Mark::Explained),
    };
    Cell { period, state, mark, standing: standing.cloned(), last_day, fulfilled: None }
}

fn days(count: u32) -> chrono::TimeDelta {
    chrono::TimeDelta::days(i64::from(count))
}

/// Whether a reading of the period is expected: full periods from the start to the due date, up to the closing. A draft
/// is shown as it will be judged, so that what a file brought can be seen before it is approved.
fn expects(frame: &Frame, period: &Period) -> bool {
    let closed = frame.objective.closing.as_ref().is_some_and(|closing| closing.retired_on <= period.end);
    !closed && frame.is_expected(period)
}

fn without_reading(frame: &Frame, period: &Period) -> State {
    if period.start > frame.as_of {
        State::Ahead
    } else if frame.objective.lifecycle == Lifecycle::Draft {
        State::NotExpected
    } else if !period.is_closed(frame.as_of) {
        State::Running
    } else if frame.as_of > frame.last_day_to_report(period) {
        State::Missing
    } else {
        State::Due
    }
}

/// What a reading of an expected period shows: a level that is held by its verdict, a level on its way by its pace as it
/// was when the period had ended, and by its verdict in the due period.
pub fn judged(objective: &Objective, rules: &Rules, standing: &Standing) -> State {
    if standing.value.is_empty() {
        return State::NoneToCount;
    }
    if objective.lifecycle == Lifecycle::Draft || objective.standards.is_empty() {
        return State::Unjudged;
    }
    if objective.definition.kind != Kind::Reach {
        return of_verdict(standing.verdict);
    }
    let day_after = standing.period.end.succ_opt().unwrap_or(Date::MAX);
    let due_period = Frame::new(objective, rules, day_after).due_period;
    let judgement = judge(objective, &Trail::whole(vec![standing.clone()]), rules, day_after);
    match (judgement.verdict, judgement.pace) {
        (Some(verdict), _) if due_period == Some(standing.period) => of_verdict(verdict),
        (_, Some(Pace::OnPace)) => State::OnPace,
        (_, Some(Pace::Behind)) => State::Behind,
        (_, Some(Pace::FarBehind)) => State::FarBehind,
        (_, None) => State::Unjudged,
    }
}

fn of_verdict(verdict: Verdict) -> State {
    match verdict {
        Verdict::Met => State::Met,
        Verdict::Near => State::Close,
        Verdict::NotMet => State::NotMet,
        Verdict::NotApplicable => State::NoneToCount,
    }
}

/// What a period would show with a value that is still being typed.
pub fn would_show(objective: &Objective, rules: &Rules, period: Period, value: &Value) -> State {
    let definition = &objective.definition;
    let held = standard_on(&objective.standards, period.start)
        .map(|standard| verdict(value, standard, definition.direction(), definition.unit_is_percent()));
    let standing = Standing {
        period,
        measured_on: period.end,
        value: *value,
        verdict: held.unwrap_or(Verdict::NotApplicable),
        corrected: false,
        days_after: 0,
    };
    judged(objective, rules, &standing)
}
