//! Readings as columns of a chart: one per period, gaps included.

use chrono::Datelike;

use super::{before, grace, spoken_verdict};
use crate::app::view::Dossier;
use crate::domain::objective::{Kind, Operator};
use crate::domain::period::{Date, FiscalCalendar, Frequency, Period};
use crate::domain::target::{Standard, standard_on};
use crate::tui::widgets::chart::Column;

/// What the chart shows.
#[derive(Debug)]
pub struct Series {
    /// Oldest first.
    pub columns: Vec<Column>,
    /// Where it started from.
    pub baseline: Option<f64>,
}

impl Series {
    /// The newest `most` periods, `back` readings earlier than the newest; gaps count as periods.
    pub fn of(dossier: &Dossier, back: usize, most: usize) -> Series {
        let definition = &dossier.row.objective.definition;
        let periods = periods(dossier, back, most);
        let own = periods.iter().enumerate().map(|(at, period)| {
            let before = at.checked_sub(1).map(|at| periods[at]);
            column(dossier, *period, before)
        });
        let columns = before::columns(dossier, most.saturating_sub(periods.len())).into_iter().chain(own);
        let reach = definition.kind == Kind::Reach;
        let baseline = definition.baseline.as_ref().filter(|_| reach).map(|b| b.value.to_f64());
        Series { columns: columns.collect(), baseline }
    }
}

/// The periods in sight: up to the last closed one in which a reading was expected, or a later reading; never before the first reading or the start.
fn periods(dossier: &Dossier, back: usize, most: usize) -> Vec<Period> {
    let rhythm = dossier.row.rhythm(&dossier.rules);
    let (Some(first), Some(newest)) = (dossier.standings.first(), dossier.standings.last()) else { return Vec::new() };
    let closed = dossier.row.newest_period(&dossier.rules, dossier.as_of);
    let mut period = if newest.period.end > closed.end || back > 0 { newest.period } else { closed };
    for _ in 0..back {
        period = rhythm.before(period);
    }
    let begins = first.period.start.min(dossier.row.objective.definition.start);
    let mut periods = Vec::new();
    while periods.len() < most && period.end >= begins {
        periods.push(period);
        period = rhythm.before(period);
    }
    periods.reverse();
    periods
}

fn column(dossier: &Dossier, period: Period, before: Option<Period>) -> Column {
    let objective = &dossier.row.objective;
    let definition = &objective.definition;
    let standing = dossier.standings.iter().rev().find(|standing| standing.period == period);
    let standard = standard_on(&objective.standards, period.start);
    let calendar = dossier.row.calendar(&dossier.rules);
    let year = |period: Period| period.end.year();
    let new_year = before.is_none_or(|before| year(before) != year(period));
    Column {
        name: name(definition.frequency, period, &calendar.period_label(definition.frequency, period)),
        year: if new_year && definition.frequency != Frequency::Y { year(period).to_string() } else { String::new() },
        value: standing.and_then(|s| s.value.to_f64(definition.unit_is_percent())),
        verdict: standing.and_then(|s| spoken_verdict(&dossier.row, &dossier.rules, s)),
        corrected: standing.is_some_and(|s| s.corrected),
        late: standing.is_some_and(|s| s.days_after > grace(&dossier.row, &dossier.rules, period)),
        target: path(dossier, period.end).or(standard.map(|s| s.target.to_f64())),
        target_high: standard.and_then(|s| s.target_high).map(|t| t.to_f64()),
        warn: standard.and_then(tolerated_to),
        usual: usual(dossier, period),
        line_after: false,
    }
}

/// Where a reach objective should be on a day: the straight way from baseline to target. Only drawn, never judged.
fn path(dossier: &Dossier, day: Date) -> Option<f64> {
    let definition = &dossier.row.objective.definition;
    if definition.kind != Kind::Reach {
        return None;
    }
    let (baseline, target, due) = (definition.baseline.as_ref()?, definition.target?, definition.due?);
    let start = baseline.date.unwrap_or(definition.start);
    let whole = (due - start).num_days().max(1) as f64;
    let gone = ((day - start).num_days() as f64 / whole).clamp(0.0, 1.0);
    let from = baseline.value.to_f64();
    Some(from + (target.to_f64() - from) * gone)
}

/// The ends of the usual range, over the periods it was or could have been calculated from.
fn usual(dossier: &Dossier, period: Period) -> Option<(f64, f64)> {
    let comparable = dossier.insight.since.is_none_or(|since| since <= period.start);
    dossier.insight.usual.as_ref().ok().filter(|_| comparable).map(|limits| (limits.lower, limits.upper))
}

/// The value down to which a failing reading is still close.
fn tolerated_to(standard: &Standard) -> Option<f64> {
    let warn = standard.warn?.to_f64();
    match standard.operator {
        Operator::Between => Some(standard.target.to_f64() - warn),
        _ => Some(warn),
    }
}

/// The name below the axis, by the calendar.
pub fn named(frequency: Frequency, period: Period, calendar: FiscalCalendar) -> String {
    name(frequency, period, &calendar.period_label(frequency, period))
}

/// The name below the axis.
fn name(frequency: Frequency, period: Period, label: &str) -> String {
    match frequency {
        Frequency::M => label.chars().take(1).collect(),
        Frequency::W => period.start.format("%V").to_string(),
        Frequency::Q | Frequency::H => {
            label.split(' ').find(|part| part.starts_with(['Q', 'H'])).unwrap_or(label).to_owned()
        }
        Frequency::Y => format!("'{:02}", period.end.year().rem_euclid(100)),
    }
}
