//! What has been reached so far, for the moment a target is set.

use super::series::{Point, values};

/// The past in three numbers and a mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// How many readings.
    pub readings: usize,
    /// The least.
    pub least: f64,
    /// Half of the readings are at most this.
    pub median: f64,
    /// Nine in ten readings are at most this.
    pub p90: f64,
    /// The mean: for skewed durations not what is usual.
    pub mean: f64,
}

impl Summary {
    /// The summary of a stretch without a break; `None` without a reading.
    pub fn of(stretch: &[Point]) -> Option<Summary> {
        let mut sorted = values(stretch);
        sorted.sort_by(f64::total_cmp);
        Some(Summary {
            readings: sorted.len(),
            least: *sorted.first()?,
            median: quantile(&sorted, 0.5)?,
            p90: quantile(&sorted, 0.9)?,
            mean: super::xmr::mean(&sorted),
        })
    }
}

/// The value below which a share of sorted values lies, between two of them by proportion, as spreadsheets do
/// (PERCENTILE.INC; type 7 of Hyndman and Fan 1996). `None` of nothing.
pub fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let at = (sorted.len().checked_sub(1)?) as f64 * share.clamp(0.0, 1.0);
    let (below, above) = (sorted[at.floor() as usize], sorted[at.ceil() as usize]);
    Some(below + (above - below) * at.fract())
}
