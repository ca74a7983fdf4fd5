//! The arrow beside a value: two points are not a trend.

use super::series::Point;
use super::signals::{Side, Signal};
use crate::domain::objective::vocabulary;

/// Steps that go the same way before it counts.
pub const STEPS: usize = 3;

vocabulary! {
    /// Where the values go, good or bad.
    Arrow {
        /// To greater values.
        Up = "up",
        /// To smaller values.
        Down = "down",
    }
}

impl Arrow {
    /// The mark.
    pub fn sign(self) -> &'static str {
        match self {
            Arrow::Up => "↑",
            Arrow::Down => "↓",
        }
    }
}

/// The arrow of a stretch: only if the newest reading is part of a signal, or the last [`STEPS`] steps go one way.
pub fn arrow(stretch: &[Point], signals: &[Signal]) -> Option<Arrow> {
    let newest = stretch.last()?.period;
    if let Some(signal) = signals.iter().rev().find(|signal| signal.last == newest) {
        return Some(match signal.side {
            Side::Above => Arrow::Up,
            Side::Below => Arrow::Down,
        });
    }
    let last = &stretch[stretch.len().checked_sub(STEPS + 1)?..];
    let all = |goes: fn(f64, f64) -> bool| last.windows(2).all(|pair| goes(pair[0].value, pair[1].value));
    if all(|before, now| now > before) {
        return Some(Arrow::Up);
    }
    all(|before, now| now < before).then_some(Arrow::Down)
}
