//! How numbers, periods and days of an objective are said.

use chrono::Datelike;

use super::insight::decimals;
use super::xmr::Limits;
use crate::domain::objective::{Objective, Operator};
use crate::domain::period::{Date, FiscalCalendar, Frequency, Period};
use crate::domain::reading::Standing;
use crate::domain::register::Rules;
use crate::domain::status::why::day;
use crate::domain::target::{Standard, standard_on};

/// How an objective's numbers and periods are said.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Voice {
    pub unit: String,
    /// Decimals of the readings, at most two.
    pub places: usize,
    /// `under 24`, `at least 95`, `5 to 15`; empty without a target.
    pub target: String,
    calendar: FiscalCalendar,
    pub frequency: Frequency,
    as_of: Date,
}

impl Voice {
    pub fn of(objective: &Objective, rules: &Rules, comparable: &[&Standing], as_of: Date) -> Voice {
        let definition = &objective.definition;
        Voice {
            unit: definition.unit.trim().to_owned(),
            places: usize::from(decimals(comparable).min(2)),
            target: standard_on(&objective.standards, as_of).map(target).unwrap_or_default(),
            calendar: definition.calendar(rules.calendar),
            frequency: definition.frequency,
            as_of,
        }
    }

    /// `89.4 to 98.0`: one decimal more than whole readings have, so that no reading reads like the end it is beyond.
    pub fn range(&self, limits: &Limits) -> String {
        let places = self.places.max(1);
        let [low, high] = [limits.lower, limits.upper].map(|value| fixed(value, places));
        if low == high { low } else { format!("{low} to {high}") }
    }

    pub fn with_unit(&self, number: &str) -> String {
        if self.unit.is_empty() { number.to_owned() } else { format!("{number} {}", self.unit) }
    }

    /// `Sep`, `Q3`, `W36` within a year; else the whole name.
    pub fn period(&self, period: Period) -> String {
        let whole = self.calendar.period_label(self.frequency, period);
        let is_near = (self.as_of - period.end).num_days() < 300;
        match self.frequency {
            Frequency::M if is_near => period.end.format("%b").to_string(),
            Frequency::Q | Frequency::H if is_near => {
                whole.split(' ').find(|part| part.starts_with(['Q', 'H'])).unwrap_or(&whole).to_owned()
            }
            _ => whole,
        }
    }

    /// The year only where it is another one.
    pub fn day(&self, date: Date) -> String {
        if date.year() == self.as_of.year() { date.format("%-d %b").to_string() } else { day(date) }
    }
}

/// `under 24`, `at least 95`, `5 to 15`.
fn target(standard: &Standard) -> String {
    match (standard.operator, standard.target_high) {
        (Operator::Between, Some(high)) => format!("{} to {high}", standard.target),
        (operator, _) => format!("{} {}", operator.phrase(), standard.target).trim().to_owned(),
    }
}

pub(super) fn fixed(value: f64, places: usize) -> String {
    let written = format!("{value:.places$}");
    match written.strip_prefix('-') {
        Some(zero) if zero.chars().all(|c| matches!(c, '0' | '.')) => zero.to_owned(),
        _ => written,
    }
}

/// Without trailing zeros.
pub(super) fn rounded(value: f64, places: usize) -> String {
    let written = fixed(value, places);
    if written.contains('.') { written.trim_end_matches('0').trim_end_matches('.').to_owned() } else { written }
}

pub(super) fn readings(count: usize) -> String {
    format!("{count} {}", if count == 1 { "reading" } else { "readings" })
}
