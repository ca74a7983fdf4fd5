//! Rare events: a count of nought to three a period says more as "how many in how long" than as a range.

use super::series::Point;
use crate::domain::period::Period;

/// The greatest count of a period that is still rare.
const MOST: f64 = 3.0;

/// How often something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rare {
    /// How many events.
    pub events: u32,
    /// In how many periods with a reading.
    pub readings: usize,
    /// The newest period with an event.
    pub last: Option<Period>,
    /// How many readings since then had none.
    pub quiet: usize,
}

impl Rare {
    /// The events of a stretch, if its values are counts of rare events: whole numbers from 0 to 3 in every period,
    /// counted in things and not in hours or percent.
    pub fn of(stretch: &[Point], unit: &str) -> Option<Rare> {
        let counts = |point: &Point| point.counted_of.is_none() && point.value.fract() == 0.0;
        let rare = |point: &Point| counts(point) && (0.0..=MOST).contains(&point.value);
        if stretch.is_empty() || !stretch.iter().all(rare) || !counts_things(unit) {
            return None;
        }
        let last = stretch.iter().rposition(|point| point.value > 0.0);
        Some(Rare {
            events: stretch.iter().map(|point| point.value as u32).sum(),
            readings: stretch.len(),
            last: last.map(|at| stretch[at].period),
            quiet: last.map_or(stretch.len(), |at| stretch.len() - 1 - at),
        })
    }
}

/// Whether a unit counts things: neither a span of time nor a percentage.
fn counts_things(unit: &str) -> bool {
    const MEASURED: [&str; 20] = [
        "%", "percent", "per cent", "pct", "s", "sec", "seconds", "min", "minutes", "h", "hr", "hour", "hours", "d",
        "day", "days", "week", "weeks", "month", "months",
    ];
    let unit = unit.trim().to_ascii_lowercase();
    !MEASURED.contains(&unit.as_str())
}
