//! Everything one screen or paper says about the figures of an objective.

use super::forecast::{Forecast, NoForecast, Question, forecast};
use super::rare::Rare;
use super::series::{Point, Possible, Series};
use super::signals::{Signal, recent, signals};
use super::summary::Summary;
use super::trend::{Arrow, arrow};
use super::voice::Voice;
use super::wilson::Interval;
use super::xmr::{Limits, NoLimits};
use crate::domain::objective::{Direction, Kind, Lifecycle, Objective};
use crate::domain::period::{Date, Period};
use crate::domain::quantity::{Decimal, Value};
use crate::domain::reading::{Standing, Verdict};
use crate::domain::register::Rules;
use crate::domain::status::Judgement;
use crate::domain::target::{Standard, standard_on};
use crate::domain::verdict::verdict;

/// The mark of a metric that only stands in for what is meant: nothing is forecast from it.
const PROXY: &str = "proxy";

/// What the figures of one objective say; the sentences are methods.
#[derive(Clone, Debug, PartialEq)]
pub struct Insight {
    /// The day since which the figures can be compared; none where they always could.
    pub since: Option<Date>,
    /// How many readings with something to count lie in closed periods since then.
    pub readings: usize,
    /// The newest of their periods.
    pub newest: Option<Period>,
    /// What is usual.
    pub usual: Result<Limits, NoRange>,
    /// What is unusual, oldest first.
    pub signals: Vec<Signal>,
    /// The newest signal while it is recent.
    pub recent: Option<Signal>,
    /// What the newest counted share could be.
    pub interval: Option<Interval>,
    /// The newest reading misses the target although nothing unusual happened lately.
    pub breach: Option<Breach>,
    /// How often something rare happened.
    pub rare: Option<Rare>,
    /// Where the pace leads.
    pub forecast: Result<Forecast, NoForecast>,
    /// What has been reached so far.
    pub summary: Option<Summary>,
    /// Where the values go.
    pub arrow: Option<Arrow>,
    /// How the sentences speak of its numbers and periods.
    pub(super) voice: Voice,
}

/// Why no usual range is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRange {
    /// Nothing is measured: a milestone.
    NotMeasured,
    /// It is on its way to a level, so its values are not meant to stay where they are.
    OnTheWay,
    /// It counts rare events.
    Rare,
    /// The figures do not suffice.
    NoLimits(NoLimits),
}

/// How often the process as it is misses the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Breach {
    /// How many of the comparable readings miss the target in force now.
    pub missed: usize,
    /// Out of how many.
    pub of: usize,
}

impl Breach {
    /// The share in percent, as a whole number.
    pub fn percent(&self) -> u32 {
        (100.0 * self.missed as f64 / self.of.max(1) as f64).round() as u32
    }
}

/// Collects them. `standings` and the judgement are those of `as_of`; `breaks` are the days on which the metric was
/// redefined.
pub fn insight(
    objective: &Objective,
    judgement: &Judgement,
    standings: &[Standing],
    breaks: &[Date],
    rules: &Rules,
    as_of: Date,
) -> Insight {
    let definition = &objective.definition;
    let percent = definition.unit_is_percent();
    let series = Series::of(standings, percent, breaks, as_of);
    let (stretch, since) = (series.stretch(), series.since());
    let possible = Possible::of(stretch, percent);
    let rare = Rare::of(stretch, &definition.unit).filter(|_| definition.kind == Kind::Maintain);
    let usual = usual(definition.kind, rare, stretch, possible);
    let run = rules.signal_run as usize;
    let signals = usual.as_ref().map(|limits| signals(stretch, limits, run)).unwrap_or_default();
    let recent = recent(&signals, stretch).copied();
    let comparable = comparable(standings, stretch, as_of);
    let question = Question {
        kind: definition.kind,
        running: objective.lifecycle == Lifecycle::InForce && definition.start <= as_of,
        due: judgement.due,
        as_of,
        freshness: judgement.freshness,
        stretch,
        since,
        possible,
        percent,
        proxy: definition.tags.iter().any(|tag| tag.trim().eq_ignore_ascii_case(PROXY)),
    };
    Insight {
        since,
        readings: stretch.len(),
        newest: stretch.last().map(|point| point.period),
        breach: standard_on(&objective.standards, as_of)
            .filter(|_| usual.is_ok() && recent.is_none())
            .and_then(|standard| breach(&comparable, standard, definition.direction(), percent)),
        usual,
        arrow: arrow(stretch, &signals),
        recent,
        signals,
        interval: comparable.last().and_then(|newest| Interval::of_value(&newest.value)),
        rare,
        forecast: forecast(&question),
        summary: Summary::of(stretch),
        voice: Voice::of(objective, rules, &comparable, as_of),
    }
}

fn usual(kind: Kind, rare: Option<Rare>, stretch: &[Point], possible: Possible) -> Result<Limits, NoRange> {
    match kind {
        Kind::Milestone => Err(NoRange::NotMeasured),
        Kind::Reach => Err(NoRange::OnTheWay),
        Kind::Maintain if rare.is_some() => Err(NoRange::Rare),
        Kind::Maintain => Limits::of(stretch, possible).map_err(NoRange::NoLimits),
    }
}

/// What stands for the periods of a stretch.
fn comparable<'s>(standings: &'s [Standing], stretch: &[Point], as_of: Date) -> Vec<&'s Standing> {
    let Some(first) = stretch.first() else { return Vec::new() };
    let inside = |s: &&Standing| s.period >= first.period && s.period.is_closed(as_of) && !s.value.is_empty();
    standings.iter().filter(inside).collect()
}

/// How often the target in force now is missed, if the newest reading misses it.
fn breach(comparable: &[&Standing], standard: &Standard, direction: Direction, percent: bool) -> Option<Breach> {
    let misses = |s: &&&Standing| verdict(&s.value, standard, direction, percent) != Verdict::Met;
    comparable.last().filter(misses)?;
    Some(Breach { missed: comparable.iter().filter(misses).count(), of: comparable.len() })
}

/// The most decimals among plain numbers; a share of them has one.
pub(super) fn decimals(comparable: &[&Standing]) -> u8 {
    let of = |standing: &&Standing| match standing.value {
        Value::Plain(number) => Decimal::scale(number),
        Value::Share { .. } => 1,
    };
    comparable.iter().map(of).max().unwrap_or(0)
}
