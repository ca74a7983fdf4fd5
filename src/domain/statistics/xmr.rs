//! The usual range of a process: natural limits of individual values (XmR, process behaviour chart).
//!
//! Shewhart's limits in Wheeler's form: mean and 2.66 average moving ranges to either side. They describe what the
//! process does, not what is wanted of it.

use super::series::{Point, Possible, values};

/// Readings below which there are no limits.
pub const LEAST: usize = 6;

/// Readings from which limits are firm; below they are provisional.
pub const FIRM: usize = 12;

/// Readings after which limits no longer move: Shewhart's two dozen. Only a recorded change starts anew.
pub const FROZEN: usize = 24;

/// From the average moving range to a natural limit: 3 / d2 with d2 = 1.128 for ranges of two.
const TO_LIMIT: f64 = 2.66;

/// From the average moving range to its own upper limit: D4 for ranges of two.
const TO_RANGE_LIMIT: f64 = 3.27;

/// Natural process limits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// The middle.
    pub mean: f64,
    /// The average of the steps between neighbouring periods.
    pub moving_range: f64,
    /// The least usual value, clipped to what is possible.
    pub lower: f64,
    /// The greatest usual value, clipped to what is possible.
    pub upper: f64,
    /// How many readings they were calculated from.
    pub readings: usize,
}

/// Why there are no limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoLimits {
    /// Fewer than [`LEAST`] readings.
    TooFew {
        /// How many there are.
        readings: usize,
    },
    /// Enough readings, but too few of them in neighbouring periods: there is no step to average.
    TooManyGaps,
}

impl Limits {
    /// Limits around a mean; `moving_range` is the average one.
    pub fn around(mean: f64, moving_range: f64, readings: usize, possible: Possible) -> Limits {
        let reach = TO_LIMIT * moving_range;
        let (lower, upper) = (possible.clip(mean - reach), possible.clip(mean + reach));
        Limits { mean, moving_range, lower, upper, readings }
    }

    /// The limits of a stretch without a break: from its first [`FROZEN`] readings, later ones are only held
    /// against them. A step across a period without a reading is no moving range.
    pub fn of(stretch: &[Point], possible: Possible) -> Result<Limits, NoLimits> {
        let baseline = &stretch[..stretch.len().min(FROZEN)];
        if baseline.len() < LEAST {
            return Err(NoLimits::TooFew { readings: baseline.len() });
        }
        let ranges = moving_ranges(baseline);
        if ranges.len() < LEAST - 1 {
            return Err(NoLimits::TooManyGaps);
        }
        Ok(Limits::around(mean(&values(baseline)), mean(&ranges), baseline.len(), possible))
    }

    /// From [`FIRM`] readings on.
    pub fn is_firm(&self) -> bool {
        self.readings >= FIRM
    }

    /// How far a natural limit lies from the mean, before it is clipped.
    pub fn reach(&self) -> f64 {
        TO_LIMIT * self.moving_range
    }

    /// The greatest usual step between neighbouring periods.
    pub fn range_limit(&self) -> f64 {
        TO_RANGE_LIMIT * self.moving_range
    }

    /// Whether a value lies in the usual range, its ends included.
    pub fn hold(&self, value: f64) -> bool {
        !exceeds(self.lower, value) && !exceeds(value, self.upper)
    }
}

/// The steps between neighbouring periods, without sign.
pub fn moving_ranges(points: &[Point]) -> Vec<f64> {
    let neighbours = |pair: &&[Point]| pair[0].period.end.succ_opt() == Some(pair[1].period.start);
    points.windows(2).filter(neighbours).map(|pair| (pair[1].value - pair[0].value).abs()).collect()
}

/// Whether `value` is greater than `bound` by more than rounding in the last places: the mean of equal values is not
/// always that value.
pub(super) fn exceeds(value: f64, bound: f64) -> bool {
    value - bound > 1e-9 * bound.abs().max(1.0)
}

pub(super) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}
