//! Status answers "are we getting there?", freshness answers "do we know?" (DOMAIN section 4).
//!
//! Both are computed, never typed, and every status carries the code of the line of the rules that decided it.
//! [`judge`] is the only place where a status comes from: screens, papers, the headless face and the tests call it.

mod maintain;
mod milestone;
pub(crate) mod phrase;
mod reach;
mod reason;
mod trail;
pub mod why;

use num_rational::BigRational;

use super::freshness::{self, Gap};
use super::objective::{Kind, Lifecycle, Objective};
use super::period::{Date, Period, Rhythm};
use super::quantity::Decimal;
use super::reading::{Pace, Standing, Verdict};
use super::register::Rules;
use super::target::{Standard, Waypoint};

pub use super::freshness::Freshness;
pub use reason::{Reason, Status};
pub use trail::{Counts, RECENT, Trail};

/// The answer: status and freshness with everything a screen, a paper or a test wants to know about them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Are we getting there?
    pub status: Status,
    /// Do we know?
    pub freshness: Freshness,
    /// The line of the rules that decided the status.
    pub reason: Reason,
    /// The judgement of the newest closed expected reading. For reach: none before the due period, unless
    /// interim targets judge.
    pub verdict: Option<Verdict>,
    /// Reach before its due date.
    pub pace: Option<Pace>,
    /// Expected readings that are late.
    pub missed_periods: u32,
    /// p of a reach objective: 1 is the target; not clamped.
    pub progress: Option<BigRational>,
    /// q of a reach objective: the share of the time that had gone at the end of the newest reading's period.
    pub elapsed: Option<BigRational>,
    /// The newest reading that drives the status.
    pub latest: Option<Standing>,
    /// The due date in force; a re-baseline moves it.
    pub due: Option<Date>,
    /// The oldest period that waits for a reading, closed or running, with the last day to report it.
    pub next_report: Option<(Period, Date)>,
    /// The worst days a milestone criterion is past its planned date.
    pub criterion_days_late: Option<i64>,
    /// What the line of the rules looked at.
    pub grounds: Grounds,
}

/// What decided a status, for the sentence that says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grounds {
    /// The reading that decided: the newest one with something to count.
    pub decisive: Option<Standing>,
    /// The target it was held against.
    pub standard: Option<Standard>,
    /// The value a reach objective comes from, re-baselined where it was.
    pub baseline: Option<Decimal>,
    /// The interim target in force, else the first to come.
    pub waypoint: Option<Waypoint>,
    /// How the periods were counted at the due date.
    pub score: Option<Score>,
    /// How long a maintain objective has not been met, where it was not met twice.
    pub streak: Option<Streak>,
    /// The open criterion that is late the longest, 1-based.
    pub criterion: Option<u32>,
}

/// Readings that missed the target one after the other, among the latest [`RECENT`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Streak {
    /// How many.
    pub readings: u32,
    /// Whether no period lies between them that has no value.
    pub unbroken: bool,
}

/// The periods of a maintain objective counted at its due date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// Expected periods with something to count, the missing ones among them.
    pub applicable: u32,
    /// Those that were met.
    pub met: u32,
    /// Those without a reading.
    pub missing: u32,
    /// How many had to be met.
    pub required: u32,
}

/// Judges an objective on a day, from what was known on that day.
///
/// The caller passes only versions, criteria, check-ins and closings known on `as_of`; of `trail`, the periods
/// that were not closed on `as_of` are ignored here.
pub fn judge(objective: &Objective, trail: &Trail, rules: &Rules, as_of: Date) -> Judgement {
    let frame = Frame::new(objective, rules, as_of);
    if let Some(early) = before_the_rules(objective, &frame) {
        return early;
    }
    match objective.definition.kind {
        Kind::Maintain => maintain::judge(&frame, trail),
        Kind::Reach => reach::judge(&frame, trail),
        Kind::Milestone => milestone::judge(&frame),
    }
}

/// What holds for all kinds before a kind's own rules: draft, retired, before its start, no period to judge.
fn before_the_rules(objective: &Objective, frame: &Frame) -> Option<Judgement> {
    let retired = objective.closing.as_ref().is_some_and(|c| c.retired_on <= frame.as_of);
    let (status, reason) = if objective.lifecycle == Lifecycle::Draft {
        (Status::Draft, Reason::Draft)
    } else if retired {
        (Status::Retired, Reason::Retired)
    } else if frame.as_of < objective.definition.start {
        (Status::NotStarted, Reason::BeforeStart)
    } else if frame.due.is_some() && frame.due_period.is_none() {
        (Status::Unknown, Reason::NoPeriod)
    } else {
        return None;
    };
    let mut judgement = frame.judgement(status, reason, &Gap::nothing_expected());
    if reason == Reason::BeforeStart {
        judgement.next_report = frame.next_report(None);
    }
    Some(judgement)
}

/// An objective placed on the calendar as of one day.
pub(crate) struct Frame<'a> {
    pub objective: &'a Objective,
    pub rules: &'a Rules,
    pub as_of: Date,
    pub rhythm: Rhythm,
    /// The due date in force on `as_of`.
    pub due: Option<Date>,
    /// The last period that ends on or before the due date, unless none fits behind the start.
    pub due_period: Option<Period>,
}

impl<'a> Frame<'a> {
    pub fn new(objective: &'a Objective, rules: &'a Rules, as_of: Date) -> Frame<'a> {
        let definition = &objective.definition;
        let rhythm = definition.rhythm(rules.calendar);
        let due = reach::segment_on(objective, as_of).map(|s| s.due).or(definition.due);
        let due_period =
            due.map(|due| rhythm.last_until(due)).filter(|last| rhythm.first_from(definition.start).end <= last.end);
        Frame { objective, rules, as_of, rhythm, due, due_period }
    }

    /// Whether a reading is expected for the period at all: full periods from the start to the due date.
    pub fn is_expected(&self, period: &Period) -> bool {
        period.start >= self.objective.definition.start && self.due_period.is_none_or(|due| period.end <= due.end)
    }

    /// Readings of closed expected periods: the only ones that drive a status.
    pub fn counted<'t>(&self, trail: &'t Trail) -> impl DoubleEndedIterator<Item = &'t Standing> {
        trail.recent.iter().filter(|s| self.counts(s))
    }

    /// Whether a reading is one of a closed expected period.
    pub fn counts(&self, reading: &Standing) -> bool {
        reading.period.is_closed(self.as_of) && self.is_expected(&reading.period)
    }

    /// The last day on which the reading of a period is in time; the grace in force at the period's start applies.
    pub fn last_day_to_report(&self, period: &Period) -> Date {
        let grace = self
            .objective
            .definition
            .grace_days
            .unwrap_or_else(|| self.rules.on(period.start).grace(self.rhythm.frequency));
        period.end + chrono::Days::new(u64::from(grace))
    }

    /// The newest closed expected period, if one has closed.
    pub fn last_closed(&self) -> Option<Period> {
        let yesterday = self.as_of.pred_opt()?;
        let last = self.rhythm.last_until(yesterday);
        let last = match self.due_period {
            Some(due) if due.end < last.end => due,
            _ => last,
        };
        (last.start >= self.objective.definition.start).then_some(last)
    }

    /// What is missing behind `newest`, the newest closed expected period with a reading.
    pub fn gap_after(&self, newest: Option<Period>) -> Gap {
        freshness::gap(self, newest)
    }

    /// The oldest period without reading behind `newest`, with its last day to report; none once nothing more is due.
    pub fn next_report(&self, newest: Option<Period>) -> Option<(Period, Date)> {
        let next = match newest {
            Some(period) => self.rhythm.after(period),
            None => self.rhythm.first_from(self.objective.definition.start),
        };
        self.is_expected(&next).then(|| (next, self.last_day_to_report(&next)))
    }

    /// The frame of every answer; the kinds add what they know.
    pub fn judgement(&self, status: Status, reason: Reason, gap: &Gap) -> Judgement {
        Judgement {
            status,
            freshness: gap.freshness,
            reason,
            verdict: None,
            pace: None,
            missed_periods: gap.missed,
            progress: None,
            elapsed: None,
            latest: None,
            due: self.due,
            next_report: None,
            criterion_days_late: None,
            grounds: Grounds::default(),
        }
    }
}

/// Lowers a good status because readings are late (maintain 5, reach 7).
fn staled(status: Status, reason: Reason, missed: u32) -> (Status, Reason) {
    match (status, missed) {
        (Status::OnTrack | Status::Achieved, 1) => (Status::AtRisk, Reason::StaleOnePeriod),
        (Status::OnTrack | Status::Achieved | Status::AtRisk, 2..) => (Status::Unknown, Reason::StaleTwoPeriods),
        _ => (status, reason),
    }
}

/// Without one applicable reading: the first is pending, never came, or there was nothing to count (maintain 2, 3).
fn without_applicable(gap: &Gap, any_reading: bool) -> (Status, Reason) {
    match gap.freshness {
        _ if any_reading => (Status::NotStarted, Reason::NoApplicableReading),
        Freshness::NotDue | Freshness::Due => (Status::NotStarted, Reason::FirstReadingPending),
        _ => (Status::Unknown, Reason::NeverMeasured),
    }
}
