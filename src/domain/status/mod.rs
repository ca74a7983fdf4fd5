//! Status answers "are we getting there?", freshness answers "do we know?" (DOMAIN section 4).
//!
//! Both are computed, never typed, and every status carries the code of the line of the rules that decided it.
//! [`judge`] is the only place where a status comes from: screens, papers, the headless face and the tests call it.

mod maintain;
mod milestone;
mod reach;
pub mod why;

use num_rational::BigRational;
use serde::{Deserialize, Serialize};

use super::freshness::{self, Gap};
use super::objective::{Kind, Lifecycle, Objective, vocabulary};
use super::period::{Date, Period, Rhythm};
use super::reading::{Pace, Standing, Verdict};
use super::register::Rules;

pub use super::freshness::Freshness;

vocabulary! {
    /// Are we getting there?
    Status {
        /// Written, not in force.
        Draft = "draft",
        /// In force, nothing expected or nothing to judge yet.
        NotStarted = "not_started",
        /// As it should be.
        OnTrack = "on_track",
        /// Close, behind, a first breach, or a reading late.
        AtRisk = "at_risk",
        /// Breached again, far behind, or beyond bearing.
        OffTrack = "off_track",
        /// No current data: silence is never green.
        Unknown = "unknown",
        /// Reached.
        Achieved = "achieved",
        /// The date has passed without it.
        Missed = "missed",
        /// Closed.
        Retired = "retired",
    }
}

vocabulary! {
    /// The line of the rules that decided a status (DOMAIN 4.4).
    Reason {
        /// Not put in force.
        Draft = "draft",
        /// Closed.
        Retired = "retired",
        /// Its start lies ahead.
        BeforeStart = "before_start",
        /// No full period between start and due.
        NoPeriod = "no_period",
        /// Every applicable period was met.
        AllPeriodsMet = "all_periods_met",
        /// As many periods were met as had been agreed.
        EnoughPeriodsMet = "enough_periods_met",
        /// Too many periods were not met.
        PeriodsNotMet = "periods_not_met",
        /// Missing periods alone cost it.
        MissingEvidence = "missing_evidence",
        /// The first reading is not due or still in its days to report.
        FirstReadingPending = "first_reading_pending",
        /// Never measured although it was due.
        NeverMeasured = "never_measured",
        /// Only readings with nothing to count.
        NoApplicableReading = "no_applicable_reading",
        /// As it should be.
        Ok = "ok",
        /// Fails the target, within what is tolerated.
        WarnBand = "warn_band",
        /// Beyond the worst bearable value.
        BeyondFloor = "beyond_floor",
        /// Not met twice in a row.
        TwoConsecutiveBreaches = "two_consecutive_breaches",
        /// Not met once.
        FirstBreach = "first_breach",
        /// One expected reading is late.
        StaleOnePeriod = "stale_one_period",
        /// Two or more expected readings are late.
        StaleTwoPeriods = "stale_two_periods",
        /// The due period's reading meets the target.
        TargetMetAtDue = "target_met_at_due",
        /// The due period's reading does not meet it.
        NotMetAtDue = "not_met_at_due",
        /// No reading of the due period within its days to report.
        NoEvidenceAtDue = "no_evidence_at_due",
        /// The newest reading meets the target before the date.
        TargetMet = "target_met",
        /// No baseline to measure progress from.
        NoBaseline = "no_baseline",
        /// The interim target is met.
        WaypointMet = "waypoint_met",
        /// The interim target is missed within what is tolerated.
        WaypointNear = "waypoint_near",
        /// The interim target is missed.
        WaypointMissed = "waypoint_missed",
        /// No interim target has come yet.
        BeforeFirstWaypoint = "before_first_waypoint",
        /// Before the first interim target, and worse than at the start.
        WorseThanBaseline = "worse_than_baseline",
        /// Behind the line by more than the tolerance.
        Behind = "behind",
        /// Behind the line by more than the second tolerance.
        FarBehind = "far_behind",
        /// A milestone without criteria.
        NoCriteria = "no_criteria",
        /// All criteria evidenced in time.
        AllCriteriaMet = "all_criteria_met",
        /// All criteria evidenced, the last one after the due date.
        CompletedLate = "completed_late",
        /// The due date has passed with a criterion open.
        CriteriaOpenAtDue = "criteria_open_at_due",
        /// An open criterion is up to 30 days past its planned date.
        MilestoneOverdue = "milestone_overdue",
        /// An open criterion is more than 30 days past its planned date.
        MilestoneOverdueOver30d = "milestone_overdue_over_30d",
        /// Nothing evidenced and nobody checked in yet.
        NoCheckin = "no_checkin",
    }
}

impl Status {
    /// Place in the order of attention: what needs a person first comes first (DESIGN section 4).
    pub fn attention(self, freshness: Freshness) -> u8 {
        match self {
            Status::OffTrack => 0,
            Status::Missed => 1,
            Status::Unknown => 2,
            Status::AtRisk => 3,
            Status::NotStarted if matches!(freshness, Freshness::Overdue | Freshness::Never) => 4,
            Status::NotStarted => 5,
            Status::OnTrack => 6,
            Status::Achieved => 7,
            Status::Draft => 8,
            Status::Retired => 9,
        }
    }

    /// Whether a review must look at it one by one.
    pub fn is_exception(self) -> bool {
        matches!(self, Status::OffTrack | Status::Missed | Status::Unknown | Status::AtRisk)
    }
}

/// Readings summed up because they lie too far back to be looked at one by one; expected periods only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Expected periods with a reading.
    pub readings: u32,
    /// Those that were met.
    pub met: u32,
    /// Those with nothing to count.
    pub na: u32,
}

impl Counts {
    /// The counts with one more reading.
    pub fn with(self, verdict: Verdict) -> Counts {
        Counts {
            readings: self.readings + 1,
            met: self.met + u32::from(verdict == Verdict::Met),
            na: self.na + u32::from(verdict == Verdict::NotApplicable),
        }
    }
}

/// The inputs of a status: what stands for each period. A long past may be summed up, see [`Trail::condensed`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trail {
    /// What was summed up: expected periods before the first of `recent`.
    pub older: Counts,
    /// What stands for the latest periods, oldest first, unexpected and running ones among them.
    pub recent: Vec<Standing>,
}

/// How many of the latest readings a condensed trail keeps one by one: a year and a quarter of months.
pub const RECENT: usize = 15;

impl Trail {
    /// Everything one by one.
    pub fn whole(standings: Vec<Standing>) -> Trail {
        Trail { older: Counts::default(), recent: standings }
    }

    /// The same answers for any day from the newest reading on, without carrying the whole past: the latest
    /// [`RECENT`] stay, further back as far as the second newest applicable reading and the one of the due
    /// period, because the rules look at those one by one.
    pub fn condensed(standings: Vec<Standing>, objective: &Objective, rules: &Rules) -> Trail {
        let Some(last) = standings.last().map(|s| s.period.end) else { return Trail::default() };
        let frame = Frame::new(objective, rules, last);
        let second_applicable = standings
            .iter()
            .enumerate()
            .rev()
            .filter(|(_, s)| s.verdict != Verdict::NotApplicable && frame.is_expected(&s.period))
            .nth(1)
            .map_or(0, |(at, _)| at);
        let due_reading =
            frame.due_period.and_then(|due| standings.iter().position(|s| s.period == due)).unwrap_or(standings.len());
        let keep_from = standings.len().saturating_sub(RECENT).min(second_applicable).min(due_reading);
        let mut recent = standings;
        let kept = recent.split_off(keep_from);
        let older = recent
            .iter()
            .filter(|s| frame.is_expected(&s.period))
            .fold(Counts::default(), |counts, s| counts.with(s.verdict));
        Trail { older, recent: kept }
    }
}

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
        let calendar = super::period::FiscalCalendar {
            start_month: definition.fiscal_year_start.unwrap_or(rules.calendar.start_month),
            ..rules.calendar
        };
        let rhythm = calendar.rhythm(definition.frequency);
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
        trail.recent.iter().filter(|s| s.period.is_closed(self.as_of) && self.is_expected(&s.period))
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
