//! Get to a level by a date: judged by its pace until the due period decides.

use std::cmp::Ordering;

use num_rational::BigRational;
use num_traits::{One, Zero};

use super::{Frame, Grounds, Judgement, Reason, Status, Trail, staled, without_applicable};
use crate::domain::objective::{Direction, Objective, Operator};
use crate::domain::period::Date;
use crate::domain::quantity::{Decimal, Value, compare, share_of};
use crate::domain::reading::{Pace, Standing, Verdict};
use crate::domain::target::{Segment, Standard, Waypoint, standard_on};
use crate::domain::verdict::{distance, meets, verdict};

/// The re-baseline in force on a day. One that starts after the due date it would move came too late: what was
/// missed stays missed.
pub(super) fn segment_on(objective: &Objective, day: Date) -> Option<&Segment> {
    let started = objective.segments.iter().filter(|s| s.from <= day);
    started.fold(None, |in_force: Option<&Segment>, next| {
        let due = in_force.map(|s| s.due).or(objective.definition.due);
        if due.is_none_or(|due| next.from <= due) { Some(next) } else { in_force }
    })
}

pub(super) fn judge(frame: &Frame, trail: &Trail) -> Judgement {
    let newest = frame.counted(trail).next_back();
    let gap = frame.gap_after(newest.map(|s| s.period));
    let shell = Judgement {
        latest: newest.cloned(),
        next_report: frame.next_report(newest.map(|s| s.period)),
        ..frame.judgement(Status::Unknown, Reason::NoPeriod, &gap)
    };
    let applicable = frame.counted(trail).rev().find(|s| !s.value.is_empty());
    let judged_from = applicable.map_or(frame.as_of, |s| s.period.start);
    let Some(course) = Course::of(frame, judged_from) else {
        let (status, reason) = without_applicable(&gap, newest.is_some());
        return Judgement { status, reason, ..shell };
    };
    let Some(applicable) = applicable else {
        let (status, reason) =
            at_due(frame, trail, &course).unwrap_or_else(|| without_applicable(&gap, newest.is_some()));
        let verdict = newest.map(|_| Verdict::NotApplicable);
        return Judgement { status, reason, verdict, ..shell };
    };
    let line = Line::of(frame, &course, applicable);
    let grounds = Grounds {
        decisive: Some(applicable.clone()),
        standard: Some(course.standard.clone()),
        baseline: course.baseline,
        waypoint: course
            .waypoint_at(applicable.period.end)
            .or(course.waypoints.iter().copied().min_by_key(|w| w.date))
            .cloned(),
        ..Grounds::default()
    };
    let (status, reason, pace) = match at_due(frame, trail, &course) {
        Some((status, reason)) => (status, reason, None),
        None => {
            let (status, reason) = line.on_the_way();
            let (lowered, because) = staled(status, reason, gap.missed);
            (lowered, because, pace(status, reason))
        }
    };
    Judgement {
        status,
        reason,
        verdict: newest.and_then(|s| latest_verdict(frame, &course, s)),
        pace,
        progress: line.progress,
        elapsed: Some(line.elapsed),
        grounds,
        ..shell
    }
}

/// Where the objective comes from and must get to.
struct Course<'a> {
    percent: bool,
    direction: Direction,
    standard: Standard,
    baseline: Option<Decimal>,
    baseline_date: Date,
    due: Date,
    waypoints: Vec<&'a Waypoint>,
}

impl<'a> Course<'a> {
    /// The standard of the day a reading's period began, moved by the re-baseline in force on the day judged.
    fn of(frame: &Frame<'a>, period_start: Date) -> Option<Course<'a>> {
        let definition = &frame.objective.definition;
        let mut standard = standard_on(&frame.objective.standards, period_start)?.clone();
        let baseline = definition.baseline.as_ref();
        let segment = segment_on(frame.objective, frame.as_of);
        if let Some(segment) = segment {
            standard.target = segment.target;
            standard.target_high = segment.target_high.or(standard.target_high);
        }
        let since = segment.map(|s| s.from);
        Some(Course {
            percent: definition.unit_is_percent(),
            direction: definition.direction(),
            standard,
            baseline: segment.map(|s| s.baseline).or(baseline.map(|b| b.value)),
            baseline_date: since.or(baseline.and_then(|b| b.date)).unwrap_or(definition.start),
            due: frame.due.unwrap_or(frame.as_of),
            waypoints: definition.waypoints.iter().filter(|w| since.is_none_or(|from| w.date >= from)).collect(),
        })
    }

    fn meets_target(&self, exact: &BigRational) -> bool {
        meets(exact, self.standard.operator, self.standard.target, self.standard.target_high)
    }

    /// The interim target in force at the end of a period: the latest agreed for that day or before.
    fn waypoint_at(&self, period_end: Date) -> Option<&'a Waypoint> {
        self.waypoints.iter().copied().filter(|w| w.date <= period_end).max_by_key(|w| w.date)
    }

    /// An interim target is a line to be passed; within the warn width behind it is near.
    fn judge_waypoint(&self, exact: &BigRational, waypoint: &Waypoint) -> Verdict {
        let (met, short_by) = match self.standard.operator {
            Operator::Between => {
                let short_by = self.outside(exact) - self.outside(&waypoint.value.ratio());
                (short_by <= BigRational::zero(), short_by)
            }
            operator => {
                let operator = match operator {
                    Operator::Equal if self.direction == Direction::Lower => Operator::AtMost,
                    Operator::Equal => Operator::AtLeast,
                    other => other,
                };
                (meets(exact, operator, waypoint.value, None), distance(exact, waypoint.value, waypoint.value))
            }
        };
        self.within_width(met, &short_by)
    }

    /// The target itself, which is no line to be passed: more than exactly 95 is not 95. Near by the same width as
    /// before an interim target, because a re-baseline that drops those leaves warn the width it was agreed as.
    fn judge_target(&self, exact: &BigRational) -> Verdict {
        self.within_width(self.meets_target(exact), &self.outside(exact))
    }

    fn within_width(&self, met: bool, short_by: &BigRational) -> Verdict {
        match self.standard.warn {
            _ if met => Verdict::Met,
            Some(width) if *short_by <= width.ratio() => Verdict::Near,
            _ => Verdict::NotMet,
        }
    }

    /// How far a value lies outside the target, or the range to be reached.
    fn outside(&self, exact: &BigRational) -> BigRational {
        distance(exact, self.standard.target, self.standard.target_high.unwrap_or(self.standard.target))
    }
}

/// The newest applicable reading on its way from baseline to target.
struct Line {
    meets_target: bool,
    /// p; none without a baseline that differs from the target.
    progress: Option<BigRational>,
    /// q, clamped to 0..=1.
    elapsed: BigRational,
    waypoint: Option<Verdict>,
    has_waypoints: bool,
    /// Points of a hundred behind the line that are tolerated, and those beyond which it is lost.
    tolerances: [u32; 2],
}

impl Line {
    fn of(frame: &Frame, course: &Course, reading: &Standing) -> Line {
        let exact = reading.value.exact(course.percent).unwrap_or_else(BigRational::zero);
        let limits = frame.rules.on(reading.period.start);
        let waypoint = course.waypoint_at(reading.period.end);
        Line {
            meets_target: course.meets_target(&exact),
            progress: progress(course, &reading.value, &exact),
            elapsed: elapsed(course, reading.period.end),
            waypoint: waypoint.map(|w| course.judge_waypoint(&exact, w)),
            has_waypoints: !course.waypoints.is_empty(),
            tolerances: [limits.tolerance_behind, limits.tolerance_far],
        }
    }

    /// The running rules, before the date decides.
    fn on_the_way(&self) -> (Status, Reason) {
        match &self.progress {
            _ if self.meets_target => (Status::Achieved, Reason::TargetMet),
            None => (Status::AtRisk, Reason::NoBaseline),
            Some(progress) if self.has_waypoints => self.against_waypoints(progress),
            Some(progress) => self.against_time(progress),
        }
    }

    /// Behind the line by more than the first, or the second tolerance.
    fn against_time(&self, progress: &BigRational) -> (Status, Reason) {
        let [behind, far_behind] = self.tolerances.map(|points| {
            let (gone, whole) = (self.elapsed.numer(), self.elapsed.denom());
            let line = BigRational::new_raw(gone * 100u32 - whole * points, whole * 100u32);
            compare(progress, &line) == Ordering::Less
        });
        match (behind, far_behind) {
            (false, _) => (Status::OnTrack, Reason::Ok),
            (true, false) => (Status::AtRisk, Reason::Behind),
            (true, true) => (Status::OffTrack, Reason::FarBehind),
        }
    }

    fn against_waypoints(&self, progress: &BigRational) -> (Status, Reason) {
        match self.waypoint {
            Some(Verdict::Met | Verdict::NotApplicable) => (Status::OnTrack, Reason::WaypointMet),
            Some(Verdict::Near) => (Status::AtRisk, Reason::WaypointNear),
            Some(Verdict::NotMet) => (Status::OffTrack, Reason::WaypointMissed),
            None if *progress < BigRational::zero() => (Status::AtRisk, Reason::WorseThanBaseline),
            None => (Status::OnTrack, Reason::BeforeFirstWaypoint),
        }
    }
}

/// The pace behind a status on the way; none where there is no line to be measured against.
fn pace(status: Status, reason: Reason) -> Option<Pace> {
    match (status, reason) {
        (_, Reason::NoBaseline) => None,
        (Status::OnTrack | Status::Achieved, _) => Some(Pace::OnPace),
        (Status::AtRisk, _) => Some(Pace::Behind),
        _ => Some(Pace::FarBehind),
    }
}

/// After the due date an applicable reading of the due period decides, whenever it was recorded; without one the
/// objective is missed once the days to report are over. Readings of later periods never rewrite it.
fn at_due(frame: &Frame, trail: &Trail, course: &Course) -> Option<(Status, Reason)> {
    let due_period = frame.due_period?;
    if frame.as_of <= frame.due? {
        return None;
    }
    let reading = frame.counted(trail).find(|s| s.period == due_period && !s.value.is_empty());
    match reading.and_then(|s| s.value.exact(course.percent)) {
        Some(exact) if course.meets_target(&exact) => Some((Status::Achieved, Reason::TargetMetAtDue)),
        Some(_) => Some((Status::Missed, Reason::NotMetAtDue)),
        None if frame.as_of > frame.last_day_to_report(&due_period) => Some((Status::Missed, Reason::NoEvidenceAtDue)),
        None => None,
    }
}

/// Eleven months of "not met" on the way would be noise: a verdict only against an interim target, or at the due period.
fn latest_verdict(frame: &Frame, course: &Course, newest: &Standing) -> Option<Verdict> {
    let Some(exact) = newest.value.exact(course.percent) else { return Some(Verdict::NotApplicable) };
    if frame.due_period == Some(newest.period) {
        return Some(if frame.objective.definition.waypoints.is_empty() {
            verdict(&newest.value, &course.standard, course.direction, course.percent)
        } else {
            course.judge_target(&exact)
        });
    }
    course.waypoint_at(newest.period.end).map(|w| course.judge_waypoint(&exact, w))
}

/// p = (value - baseline) / (target - baseline); into a range 1 - d(value) / d(baseline). Not clamped.
fn progress(course: &Course, value: &Value, exact: &BigRational) -> Option<BigRational> {
    let Standard { target, target_high, operator, .. } = &course.standard;
    if let (Value::Plain(number), true) = (value, *operator != Operator::Between) {
        return number.on_the_way(course.baseline?, *target);
    }
    let baseline = course.baseline?.ratio();
    if *operator == Operator::Between {
        let high = target_high.unwrap_or(*target);
        let whole_way = distance(&baseline, *target, high);
        return (!whole_way.is_zero()).then(|| BigRational::one() - distance(exact, *target, high) / whole_way);
    }
    let whole_way = target.ratio() - &baseline;
    (!whole_way.is_zero()).then(|| (exact - &baseline) / whole_way)
}

/// q = (period end - baseline date) / (due - baseline date) in calendar days, clamped to 0..=1.
fn elapsed(course: &Course, period_end: Date) -> BigRational {
    let whole = (course.due - course.baseline_date).num_days();
    if whole <= 0 {
        return BigRational::one();
    }
    let gone = (period_end - course.baseline_date).num_days().clamp(0, whole);
    share_of(gone.into(), whole.into())
}
