//! The pace of a series: the median of the slopes between all pairs (Theil 1950, Sen 1968), which one stray value
//! does not move, with the distribution-free 95 % interval of that median (Sen 1968; Gilbert 1987, section 16.5).

use super::summary::quantile;

/// The 97.5th percentile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// A slope in units per step of x, with its range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slope {
    /// The median.
    pub median: f64,
    /// The lower end of the 95 % interval; of few points the least slope of all.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// The slope of points `(x, y)`; `None` without two different x.
pub fn slope(points: &[(f64, f64)]) -> Option<Slope> {
    let mut slopes = Vec::with_capacity(points.len() * points.len().saturating_sub(1) / 2);
    for (at, (x, y)) in points.iter().enumerate() {
        for (later_x, later_y) in points[at + 1..].iter().filter(|(later_x, _)| later_x != x) {
            slopes.push((later_y - y) / (later_x - x));
        }
    }
    if slopes.is_empty() {
        return None;
    }
    slopes.sort_by(f64::total_cmp);
    let n = points.len() as f64;
    let spread = Z * (n * (n - 1.0) * (2.0 * n + 5.0) / 18.0).sqrt();
    let pairs = slopes.len() as f64;
    // The interval's ends are slopes themselves: so many from either end, at the nearest rank.
    let outside = ((pairs - spread) / 2.0).round().max(1.0) as usize - 1;
    let (low, high) = (slopes[outside], slopes[slopes.len() - 1 - outside]);
    Some(Slope { median: quantile(&slopes, 0.5)?, low, high })
}

/// The middle line's height at x = 0: the median of what is left of each y without the slope.
pub fn intercept(points: &[(f64, f64)], slope: f64) -> Option<f64> {
    let mut left: Vec<f64> = points.iter().map(|(x, y)| y - slope * x).collect();
    left.sort_by(f64::total_cmp);
    quantile(&left, 0.5)
}
