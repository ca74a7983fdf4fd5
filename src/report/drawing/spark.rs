//! The last periods in the space of a word.

use super::scale::Scale;
use super::{Drawing, Ink, Step, ink_of, mark, runs};
use crate::report::chart::{TREND_PERIODS, Trend};

const WIDTH: f64 = 112.0;
const HEIGHT: f64 = 26.0;
const PAD: f64 = 5.0;

/// The drawing: target dashed, values as a line, gaps open with a dot on the ground, the newest value marked.
pub fn trend(trend: &Trend) -> Drawing {
    let mut drawing = Drawing::new(WIDTH, HEIGHT);
    let scale = Scale::over(trend.values.iter().flatten().chain(&trend.targets).chain(&trend.baseline).copied());
    let slot = (WIDTH - 2.0 * PAD) / TREND_PERIODS as f64;
    // A short series stands at the right, where now is.
    let empty = TREND_PERIODS.saturating_sub(trend.values.len());
    let x = |period: usize| PAD + ((period + empty) as f64 + 0.5) * slot;
    let y = |value: f64| scale.place(value, HEIGHT - 4.0, 4.0);
    for target in &trend.targets {
        drawing.path(Ink::Target, vec![Step::To(PAD, y(*target)), Step::Across(WIDTH - PAD)]);
    }
    let places = || trend.values.iter().enumerate().map(|(period, value)| Some((x(period), y((*value)?))));
    drawing.path(Ink::Line, runs(places()));
    let lonely = lonely(trend).map(|period| (x(period), trend.values[period].map_or(0.0, y)));
    drawing.path(Ink::Dot, lonely.flat_map(|(x, y)| mark(Ink::Dot, x, y, 1.8)).collect());
    let gaps = trend.values.iter().enumerate().filter(|(_, value)| value.is_none());
    drawing.path(Ink::Hole, gaps.flat_map(|(period, _)| mark(Ink::Hole, x(period), HEIGHT - 3.0, 1.2)).collect());
    if let Some((x, y)) = places().next_back().flatten() {
        let ink = ink_of(trend.last);
        drawing.path(ink, mark(ink, x, y, 2.6));
    }
    drawing
}

/// Values without a neighbour on either side: a line alone would not show them.
fn lonely(trend: &Trend) -> impl Iterator<Item = usize> + '_ {
    let there = |period: Option<usize>| period.and_then(|p| trend.values.get(p)).is_some_and(Option::is_some);
    (0..trend.values.len()).filter(move |p| there(Some(*p)) && !there(p.checked_sub(1)) && !there(Some(p + 1)))
}
