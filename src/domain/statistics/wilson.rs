//! What a counted share could be, given how few were counted: the Wilson score interval.

use crate::domain::quantity::Value;

/// Below this many, counts are shown and the interval stands beside the percentage.
pub const SMALL: u64 = 20;

/// The 97.5th percentile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// A share with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// How many of those counted.
    pub counted: u64,
    /// Out of how many; never zero.
    pub of: u64,
    /// The lower end as a share, 0..=1.
    pub low: f64,
    /// The upper end as a share, 0..=1.
    pub high: f64,
}

impl Interval {
    /// The interval of `counted` out of `of`; `None` where that is no share of a number of things.
    pub fn of(counted: u64, of: u64) -> Option<Interval> {
        if of == 0 || counted > of {
            return None;
        }
        let n = of as f64;
        let share = counted as f64 / n;
        let widened = 1.0 + Z * Z / n;
        let center = (share + Z * Z / (2.0 * n)) / widened;
        let half = Z / widened * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
        // Where none or all were counted the formula ends at 0 or 1 but for rounding in the last places.
        let low = if counted == 0 { 0.0 } else { center - half };
        let high = if counted == of { 1.0 } else { center + half };
        Some(Interval { counted, of, low, high })
    }

    /// The interval of a value, if it is whole things counted out of whole things.
    pub fn of_value(value: &Value) -> Option<Interval> {
        let Value::Share { numerator, denominator } = value else { return None };
        let whole = |number: &crate::domain::quantity::Decimal| number.mantissa_at(0)?.try_into().ok();
        Interval::of(whole(numerator)?, whole(denominator)?)
    }

    /// Fewer than [`SMALL`]: a percentage alone would say more than is known.
    pub fn is_small(&self) -> bool {
        self.of < SMALL
    }
}
