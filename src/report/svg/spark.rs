//! The last periods in the space of a word.

use std::fmt::Write;

use super::scale::Scale;
use super::{Shape, at, escaped, runs};
use crate::report::chart::Trend;

const WIDTH: f64 = 112.0;
const HEIGHT: f64 = 26.0;
const PAD: f64 = 5.0;

/// The drawing: target dashed, values as a line, gaps open with a dot on the ground, the newest value marked.
pub fn trend(trend: &Trend) -> String {
    let mut svg = format!(
        "<svg class=\"spark\" viewBox=\"0 0 {} {}\" role=\"img\"><title>{}</title>",
        at(WIDTH),
        at(HEIGHT),
        escaped(&trend.description)
    );
    let scale = Scale::over(trend.values.iter().flatten().chain(&trend.targets).chain(&trend.baseline).copied());
    let slot = (WIDTH - 2.0 * PAD) / crate::report::chart::TREND_PERIODS as f64;
    // A short series stands at the right, where now is.
    let empty = crate::report::chart::TREND_PERIODS.saturating_sub(trend.values.len());
    let x = |period: usize| PAD + ((period + empty) as f64 + 0.5) * slot;
    let y = |value: f64| scale.place(value, HEIGHT - 4.0, 4.0);
    for target in &trend.targets {
        let _ = write!(svg, "<path class=\"target\" d=\"M{} {}H{}\"/>", at(PAD), at(y(*target)), at(WIDTH - PAD));
    }
    let places = || trend.values.iter().enumerate().map(|(period, value)| Some((x(period), y((*value)?))));
    let _ = write!(svg, "<path class=\"line\" d=\"{}\"/>", runs(places()));
    let lonely = lonely(trend).map(|period| (x(period), trend.values[period].map_or(0.0, y)));
    let dots: String = lonely.map(|(x, y)| Shape::Reading.path(x, y, 1.8)).collect();
    let gaps: String = trend
        .values
        .iter()
        .enumerate()
        .filter(|(_, value)| value.is_none())
        .map(|(period, _)| Shape::Reading.path(x(period), HEIGHT - 3.0, 1.2))
        .collect();
    for (class, path) in [("dot", dots), ("hole", gaps)] {
        if !path.is_empty() {
            let _ = write!(svg, "<path class=\"{class}\" d=\"{path}\"/>");
        }
    }
    if let Some((x, y)) = places().next_back().flatten() {
        let shape = Shape::of(trend.last);
        let _ = write!(svg, "<path class=\"{}\" d=\"{}\"/>", shape.class(), shape.path(x, y, 2.6));
    }
    svg.push_str("</svg>");
    svg
}

/// Values without a neighbour on either side: a line alone would not show them.
fn lonely(trend: &Trend) -> impl Iterator<Item = usize> + '_ {
    let there = |period: Option<usize>| period.and_then(|p| trend.values.get(p)).is_some_and(Option::is_some);
    (0..trend.values.len()).filter(move |p| there(Some(*p)) && !there(p.checked_sub(1)) && !there(Some(p + 1)))
}
