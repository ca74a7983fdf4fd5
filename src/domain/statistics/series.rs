//! What statistics are calculated on: the values of closed periods, cut where the metric was redefined.

use crate::domain::period::{Date, Period};
use crate::domain::quantity::Value;
use crate::domain::reading::Standing;

/// One closed period with something to count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The period.
    pub period: Period,
    /// Its value on the metric's own scale; for `%` a percentage.
    pub value: f64,
    /// Out of how many it was counted, where it is a counted share.
    pub counted_of: Option<f64>,
}

/// Values over time. A period without one is simply not there: nothing is filled in, nothing carried forward.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// Oldest first.
    pub points: Vec<Point>,
    /// Days from which the figures mean something else than before, oldest first.
    pub breaks: Vec<Date>,
}

impl Series {
    /// The closed periods of what stands on `as_of`. A period is measured as agreed when it began, so a break cuts
    /// before the first period that starts on or after it; breaks after `as_of` have not happened yet.
    pub fn of(standings: &[Standing], unit_is_percent: bool, breaks: &[Date], as_of: Date) -> Series {
        let point = |standing: &Standing| {
            let counted_of = match &standing.value {
                Value::Share { denominator, .. } => Some(denominator.to_f64()),
                Value::Plain(_) => None,
            };
            let value = standing.value.to_f64(unit_is_percent)?;
            Some(Point { period: standing.period, value, counted_of })
        };
        let closed = standings.iter().filter(|standing| standing.period.is_closed(as_of));
        let mut breaks: Vec<Date> = breaks.iter().copied().filter(|day| *day <= as_of).collect();
        breaks.sort();
        breaks.dedup();
        Series { points: closed.filter_map(point).collect(), breaks }
    }

    /// The day since which the figures can be compared; none where they always could.
    pub fn since(&self) -> Option<Date> {
        let first = self.points.first()?.period.start;
        self.breaks.last().copied().filter(|day| first < *day)
    }

    /// What can be compared: the points after the last break. Nothing reaches across one.
    pub fn stretch(&self) -> &[Point] {
        let starts = self.breaks.last().map_or(0, |day| self.points.partition_point(|p| p.period.start < *day));
        &self.points[starts..]
    }
}

/// The values of points.
pub fn values(points: &[Point]) -> Vec<f64> {
    points.iter().map(|point| point.value).collect()
}

/// The values a metric can take at all.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Possible {
    /// The least one.
    pub least: Option<f64>,
    /// The greatest one.
    pub most: Option<f64>,
}

impl Possible {
    /// Percentages lie in 0..=100, counts and durations are not negative; a bound the readings themselves cross
    /// (growth in percent, a balance) is none.
    pub fn of(points: &[Point], unit_is_percent: bool) -> Possible {
        let all = |holds: fn(f64) -> bool| points.iter().all(|point| holds(point.value));
        Possible {
            least: all(|value| value >= 0.0).then_some(0.0),
            most: (unit_is_percent && all(|value| value <= 100.0)).then_some(100.0),
        }
    }

    /// The nearest possible value.
    pub fn clip(&self, value: f64) -> f64 {
        let above = self.least.map_or(value, |least| value.max(least));
        self.most.map_or(above, |most| above.min(most))
    }
}
