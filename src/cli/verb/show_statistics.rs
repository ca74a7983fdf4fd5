//! What the figures of one objective say, as scripts read it. Rounded: no verdict stands on these numbers.

use serde_json::{Value, json};

use super::super::page::json::{self, or_null};
use crate::domain::period::Period;
use crate::domain::statistics::Insight;
use crate::domain::statistics::forecast::Forecast;
use crate::domain::statistics::rare::Rare;
use crate::domain::statistics::signals::Signal;
use crate::domain::statistics::summary::Summary;
use crate::domain::statistics::wilson::Interval;
use crate::domain::statistics::xmr::Limits;

/// The object under `statistics` of `show --json`. Where there is no usual range and no forecast, a sentence beside
/// says why.
pub fn object(insight: &Insight) -> Value {
    json!({
        "readings": insight.readings,
        "comparable_since": or_null(insight.since, json::date),
        "newest_period_end": or_null(insight.newest, end),
        "usual_range": or_null(insight.usual.as_ref().ok(), usual),
        "usual_range_words": insight.usual_range(),
        "signals": insight.signals.iter().map(signal).collect::<Vec<_>>(),
        "unusual": insight.unusual(),
        "arrow": insight.arrow.map(|arrow| arrow.word()),
        "interval": or_null(insight.interval, interval),
        "keeps_missing_pct": insight.breach.map(|breach| breach.percent()),
        "rare": or_null(insight.rare, rare),
        "forecast": or_null(insight.forecast.as_ref().ok(), forecast),
        "forecast_words": insight.pace(),
        "summary": or_null(insight.summary, summary),
    })
}

fn usual(limits: &Limits) -> Value {
    json!({
        "mean": number(limits.mean),
        "moving_range": number(limits.moving_range),
        "lower": number(limits.lower),
        "upper": number(limits.upper),
        "step_limit": number(limits.range_limit()),
        "readings": limits.readings,
        "provisional": !limits.is_firm(),
    })
}

fn signal(signal: &Signal) -> Value {
    json!({
        "rule": signal.rule.word(),
        "side": signal.side.word(),
        "from_period_end": end(signal.first),
        "to_period_end": end(signal.last),
        "readings": signal.readings,
    })
}

fn interval(interval: Interval) -> Value {
    json!({
        "counted": interval.counted,
        "of": interval.of,
        "low_pct": number(100.0 * interval.low),
        "high_pct": number(100.0 * interval.high),
    })
}

fn rare(rare: Rare) -> Value {
    json!({
        "events": rare.events,
        "readings": rare.readings,
        "last_period_end": or_null(rare.last, end),
        "readings_since": rare.quiet,
    })
}

fn forecast(forecast: &Forecast) -> Value {
    json!({
        "due": json::date(forecast.due),
        "low": number(forecast.low),
        "middle": number(forecast.middle),
        "high": number(forecast.high),
        "readings": forecast.readings,
    })
}

fn summary(summary: Summary) -> Value {
    json!({
        "readings": summary.readings,
        "min": number(summary.least),
        "median": number(summary.median),
        "p90": number(summary.p90),
        "mean": number(summary.mean),
    })
}

fn end(period: Period) -> Value {
    json::date(period.end)
}

/// A float with at most six decimals.
fn number(value: f64) -> Value {
    let written = format!("{value:.6}");
    let short = written.trim_end_matches('0').trim_end_matches('.');
    json::exact_text(if short == "-0" { "0" } else { short })
}
