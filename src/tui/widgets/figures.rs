//! Figures, days and periods as the screen writes them.

use chrono::Datelike;

use crate::app::view::Row;
use crate::domain::objective::{Definition, Kind};
use crate::domain::period::{Date, FiscalCalendar, Frequency, Period};
use crate::domain::quantity::Value;
use crate::domain::reading::Standing;
use crate::domain::register::Rules;
use crate::domain::status::Freshness;
use crate::domain::words;
use crate::tui::theme::Theme;
use crate::tui::widgets::text;

/// A value with its unit: `91.5 %`, `38 h`, `none to count`.
pub fn value(value: &Value, percent: bool, unit: &str) -> String {
    let shown = value.shown(percent, 1);
    let unit = unit.trim();
    if unit.is_empty() || value.is_empty() { shown } else { format!("{shown} {unit}") }
}

/// The target as people read it.
pub fn target(definition: &Definition, theme: Theme) -> String {
    let text = definition.target_text();
    if theme.ascii { text.replace('≥', ">=").replace('≤', "<=") } else { text }
}

/// The last value of a row: for a milestone, how many criteria are fulfilled. A unit that is a word stands with the
/// target already.
pub fn last_value(row: &Row) -> String {
    let definition = &row.objective.definition;
    if definition.kind == Kind::Milestone {
        return format!("{} of {}", row.objective.criteria_done.len(), definition.criteria.len());
    }
    match newest(row) {
        Some(standing) => {
            let unit = Some(definition.unit.trim()).filter(|unit| text::width(unit) <= 2).unwrap_or_default();
            value(&standing.value, definition.unit_is_percent(), unit)
        }
        None => "none".to_owned(),
    }
}

fn newest(row: &Row) -> Option<&Standing> {
    row.judgement.latest.as_ref().or(row.trail.recent.last())
}

/// When it was measured last, and what is wrong with that if anything is.
pub fn measured(row: &Row, rules: &Rules, today: Date) -> String {
    let judgement = &row.judgement;
    let calendar = row.calendar(rules);
    let frequency = row.objective.definition.frequency;
    let newest = newest(row).map(|standing| short_period(calendar, frequency, standing.period, today));
    let waiting = judgement.next_report.map(|(period, _)| short_period(calendar, frequency, period, today));
    match (judgement.freshness, newest, waiting) {
        (Freshness::Never, _, _) => words::freshness(Freshness::Never).to_owned(),
        (Freshness::Overdue, _, Some(period)) if judgement.missed_periods > 1 => {
            format!("{period} late +{}", judgement.missed_periods - 1)
        }
        (Freshness::Overdue, _, Some(period)) => format!("{period} late"),
        (Freshness::Due, _, Some(period)) => format!("{period} due"),
        (_, Some(period), _) => period,
        (Freshness::NotDue, None, _) => words::freshness(Freshness::NotDue).to_owned(),
        (_, None, _) => "–".to_owned(),
    }
}

/// The due date of a row, or what stands for it.
pub fn due(row: &Row, today: Date) -> String {
    match row.judgement.due.or(row.objective.definition.due) {
        Some(day) => short_day(day, today),
        None => "ongoing".to_owned(),
    }
}

/// A day without its year where that is this one.
pub fn short_day(day: Date, today: Date) -> String {
    let format = if day.year() == today.year() { "%-d %b" } else { "%-d %b %y" };
    day.format(format).to_string()
}

/// A day in full.
pub fn day(day: Date) -> String {
    day.format("%-d %b %Y").to_string()
}

/// A period without its year where that is this one: `Oct`, `Q3`, `W43`.
pub fn short_period(calendar: FiscalCalendar, frequency: Frequency, period: Period, today: Date) -> String {
    let label = calendar.period_label(frequency, period);
    if calendar.year_of(period.end) != calendar.year_of(today) {
        return label;
    }
    let short = match frequency {
        Frequency::M => label.split(' ').next(),
        Frequency::W => label.split('-').nth(1),
        Frequency::Q | Frequency::H => label.split(' ').find(|part| part.starts_with(['Q', 'H'])),
        Frequency::Y => None,
    };
    short.map_or(label.clone(), str::to_owned)
}
