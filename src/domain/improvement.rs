//! What improved over a certification cycle (10.1): per objective the first and the newest value, and how those that were
//! closed ended. Objectives are never added up or averaged: they count different things.

use super::objective::{ClosingOutcome, Direction, Lifecycle};
use super::period::Date;
use super::snapshot::{FrozenObjective, FrozenPeriod, Snapshot};

/// Years of a certification cycle.
pub const CYCLE_YEARS: u32 = 3;

/// What became of one objective over a cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Development<'a> {
    /// The objective.
    pub objective: &'a FrozenObjective,
    /// The first value and the newest one that can be compared with it; none where there are not two.
    pub values: Option<(&'a FrozenPeriod, &'a FrozenPeriod)>,
    /// Where the newest value went.
    pub course: Course,
    /// The figures mean something else since this day, so that earlier values are left out.
    pub anew_since: Option<Date>,
    /// How it ended, where it ended in this cycle.
    pub ended: Option<ClosingOutcome>,
}

/// Where a value went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// To the better side.
    Better,
    /// Where it was.
    Same,
    /// To the worse side.
    Worse,
    /// Nothing to compare.
    Unknown,
}

/// The first day of the cycle that ends on a day.
pub fn cycle_from(as_of: Date) -> Date {
    as_of.checked_sub_months(chrono::Months::new(12 * CYCLE_YEARS)).unwrap_or(Date::MIN)
}

/// Every objective that was in force in the cycle: those that were closed first, then the others, each in the order of
/// the snapshot.
pub fn developments(snapshot: &Snapshot) -> Vec<Development<'_>> {
    let from = cycle_from(snapshot.as_of);
    let in_cycle = |objective: &&FrozenObjective| {
        objective.lifecycle != Lifecycle::Draft && objective.retired_on.is_none_or(|day| day >= from)
    };
    let mut all: Vec<Development> =
        snapshot.objectives.iter().filter(in_cycle).map(|objective| development(objective, from)).collect();
    all.sort_by_key(|development| development.ended.is_none());
    all
}

fn development(objective: &FrozenObjective, from: Date) -> Development<'_> {
    let anew_since = objective.breaks.last().copied();
    let counts = |period: &&FrozenPeriod| {
        let since = anew_since.map_or(from, |day| day.max(from));
        period.value.is_some() && period.period_end >= since
    };
    let first = objective.series.iter().find(counts);
    let newest = objective.series.iter().rev().find(counts);
    let values = first.zip(newest).filter(|(first, newest)| first.period_end < newest.period_end);
    Development {
        course: values.map_or(Course::Unknown, |(first, newest)| course(objective, first, newest)),
        anew_since: anew_since.filter(|day| *day >= from),
        ended: objective.outcome,
        objective,
        values,
    }
}

/// For a band: from outside to inside is better; between two values on the same side of its edge nobody can say.
fn course(objective: &FrozenObjective, first: &FrozenPeriod, newest: &FrozenPeriod) -> Course {
    let number = |period: &FrozenPeriod| period.value.as_ref().and_then(|value| value.decimal());
    let (Some(then), Some(now)) = (number(first), number(newest)) else { return Course::Unknown };
    match (objective.direction, now.ratio().cmp(&then.ratio())) {
        (_, std::cmp::Ordering::Equal) => Course::Same,
        (Direction::Higher, std::cmp::Ordering::Greater) | (Direction::Lower, std::cmp::Ordering::Less) => {
            Course::Better
        }
        (Direction::Higher | Direction::Lower, _) => Course::Worse,
        (Direction::Range, _) => match first.verdict.cmp(&newest.verdict) {
            std::cmp::Ordering::Greater => Course::Better,
            std::cmp::Ordering::Equal => Course::Same,
            std::cmp::Ordering::Less => Course::Worse,
        },
    }
}
