//! Where the pace leads by the due date, only where such a line can be drawn honestly (DOMAIN section 7).

use super::series::{Point, Possible};
use super::signals::{Rule, signals};
use super::theil_sen::{intercept, slope};
use super::wilson::SMALL;
use super::xmr::Limits;
use crate::domain::freshness::Freshness;
use crate::domain::objective::Kind;
use crate::domain::period::Date;

/// Readings below which nothing is forecast.
pub const LEAST: usize = 4;

/// The newest readings the pace is taken from.
pub const WINDOW: usize = 12;

/// Percentage points from 0 and 100 within which growth flattens and a straight line misleads.
const NEAR: f64 = 5.0;

/// Among how many of the latest readings a step away from their own line is still open.
const OPEN: usize = 3;

/// What a forecast is asked from.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// Only a level to get to has a way that leads there.
    pub kind: Kind,
    /// In force and begun.
    pub running: bool,
    /// The due date in force.
    pub due: Option<Date>,
    /// The day asked on.
    pub as_of: Date,
    /// Whether the newest expected reading is there.
    pub freshness: Freshness,
    /// The points since the last break.
    pub stretch: &'a [Point],
    /// The day of that break.
    pub since: Option<Date>,
    /// What the metric can be.
    pub possible: Possible,
    /// Whether values are percentages.
    pub percent: bool,
    /// Whether the metric only stands in for what is meant.
    pub proxy: bool,
}

/// A range of values on the due date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Forecast {
    /// The due date.
    pub due: Date,
    /// The lower end.
    pub low: f64,
    /// By the median slope.
    pub middle: f64,
    /// The upper end.
    pub high: f64,
    /// From how many readings.
    pub readings: usize,
}

/// Why nothing is forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoForecast {
    /// Not a level to get to.
    Kind,
    /// A draft, not begun, or closed.
    NotRunning,
    /// No day to forecast for.
    NoDueDate,
    /// The due date lies behind the newest reading, or is over.
    AlreadyDue,
    /// Fewer than [`LEAST`] readings since the figures mean what they mean.
    TooFew {
        /// How many there are.
        readings: usize,
        /// Since when.
        since: Option<Date>,
    },
    /// A reading that is expected is not there.
    NotCurrent,
    /// The metric stands in for another.
    Proxy,
    /// Percentages counted out of fewer than twenty.
    SmallSample,
    /// The latest readings left the line of the ones before.
    OpenStep,
    /// The due date is further away than the readings reach back.
    TooFarAhead,
    /// The values are, or would be, close to where the scale ends.
    NearBound,
}

/// The forecast, or the first reason against it.
pub fn forecast(question: &Question) -> Result<Forecast, NoForecast> {
    let due = entitled(question)?;
    let window = &question.stretch[question.stretch.len().saturating_sub(WINDOW)..];
    let newest = window[window.len() - 1];
    let day = |date: Date| (date - window[0].period.end).num_days() as f64;
    let points: Vec<(f64, f64)> = window.iter().map(|point| (day(point.period.end), point.value)).collect();
    let (ahead, behind) = (day(due) - day(newest.period.end), day(newest.period.end));
    if ahead <= 0.0 {
        return Err(NoForecast::AlreadyDue);
    }
    if ahead > behind {
        return Err(NoForecast::TooFarAhead);
    }
    let slope = slope(&points).ok_or(NoForecast::TooFarAhead)?;
    if has_open_step(window, &points, slope.median) {
        return Err(NoForecast::OpenStep);
    }
    let [low, middle, high] = [slope.low, slope.median, slope.high].map(|pace| newest.value + pace * ahead);
    if ends_soon(question, newest.value) || ends_soon(question, middle) {
        return Err(NoForecast::NearBound);
    }
    let [low, high] = [low, high].map(|value| question.possible.clip(value));
    Ok(Forecast { due, low, middle, high, readings: window.len() })
}

/// What must hold before anything is calculated; the due date if it does.
fn entitled(question: &Question) -> Result<Date, NoForecast> {
    if question.kind != Kind::Reach {
        return Err(NoForecast::Kind);
    }
    if !question.running {
        return Err(NoForecast::NotRunning);
    }
    let due = question.due.ok_or(NoForecast::NoDueDate)?;
    if due < question.as_of {
        return Err(NoForecast::AlreadyDue);
    }
    let readings = question.stretch.len();
    if readings < LEAST {
        return Err(NoForecast::TooFew { readings, since: question.since });
    }
    if question.freshness != Freshness::Current {
        return Err(NoForecast::NotCurrent);
    }
    if question.proxy {
        return Err(NoForecast::Proxy);
    }
    let window = &question.stretch[readings.saturating_sub(WINDOW)..];
    if window.iter().any(|point| point.counted_of.is_some_and(|of| of < SMALL as f64)) {
        return Err(NoForecast::SmallSample);
    }
    Ok(due)
}

/// Readings on their way have no usual range of values, but their distance from their own line has one.
fn has_open_step(window: &[Point], points: &[(f64, f64)], slope: f64) -> bool {
    let Some(height) = intercept(points, slope) else { return false };
    let from_line = window.iter().zip(points).map(|(point, (x, y))| Point { value: y - height - slope * x, ..*point });
    let from_line: Vec<Point> = from_line.collect();
    let Ok(limits) = Limits::of(&from_line, Possible::default()) else { return false };
    let open = &window[window.len().saturating_sub(OPEN)..];
    signals(&from_line, &limits, usize::MAX)
        .iter()
        .any(|signal| signal.rule == Rule::Outside && open.iter().any(|point| point.period == signal.last))
}

/// Whether a value lies where growth flattens: near 0 or 100 percent, for other units at or below what is possible.
fn ends_soon(question: &Question, value: f64) -> bool {
    let near = if question.percent { NEAR } else { 0.0 };
    let low = question.possible.least.is_some_and(|least| value <= least + near);
    low || question.possible.most.is_some_and(|most| value >= most - near)
}
