//! The phrases sentences about a status are made of: values in their period, targets, dates.

use std::cmp::Ordering;

use super::Judgement;
use crate::domain::objective::{Objective, Operator};
use crate::domain::period::{FiscalCalendar, Period};
use crate::domain::quantity::{Decimal, Value};
use crate::domain::reading::{Standing, Verdict};
use crate::domain::target::Standard;
pub use crate::domain::words::day;

/// An objective with its judgement, about to be put into words.
pub(crate) struct Account<'a> {
    pub objective: &'a Objective,
    pub judgement: &'a Judgement,
    pub calendar: FiscalCalendar,
}

impl<'a> Account<'a> {
    /// `calendar` is the register's; an objective with a fiscal year of its own keeps it.
    pub fn of(objective: &'a Objective, judgement: &'a Judgement, calendar: FiscalCalendar) -> Account<'a> {
        Account { objective, judgement, calendar: objective.definition.calendar(calendar) }
    }

    /// `2 of 4 criteria fulfilled`.
    pub fn criteria_fulfilled(&self) -> String {
        let all = self.objective.definition.criteria.len();
        format!("{} of {all} criteria fulfilled", all - self.open_criteria().len())
    }

    /// Places of the criteria without evidence.
    pub fn open_criteria(&self) -> Vec<usize> {
        let done = &self.objective.criteria_done;
        let all = 0..self.objective.definition.criteria.len();
        all.filter(|n| !done.iter().any(|c| c.number as usize == n + 1)).collect()
    }

    /// `96 % in Oct 2026 holds the target of at least 95 %`.
    pub fn held(&self) -> String {
        match self.target_value() {
            Some(bound) => format!("{} holds the target of {}", self.value_against(bound), self.target()),
            None => self.value_in_period(),
        }
    }

    /// `43 of 47 is 91.5 % in Oct 2026, under the target of at least 95 %`.
    pub fn breach(&self) -> String {
        let grounds = &self.judgement.grounds;
        let (Some(reading), Some(standard)) = (&grounds.decisive, &grounds.standard) else {
            return "the target is not met".to_owned();
        };
        let percent = self.objective.definition.unit_is_percent();
        let target = self.target();
        match (standard.operator, reading.value.compare(standard.target, percent)) {
            (Operator::Between, _) => {
                let edge = match reading.value.compare(standard.target, percent) {
                    Some(Ordering::Less) => standard.target,
                    _ => standard.target_high.unwrap_or(standard.target),
                };
                format!("{} is outside the target of {target}", self.value_against(edge))
            }
            (_, Some(Ordering::Equal)) => format!("{} is not {target}", self.value_in_period()),
            (_, Some(Ordering::Less)) => format!("{}, under the target of {target}", self.value_is()),
            _ => format!("{}, over the target of {target}", self.value_is()),
        }
    }

    pub fn tolerated(&self) -> String {
        let Some(standard) = &self.judgement.grounds.standard else { return String::new() };
        match (standard.warn, standard.operator) {
            (Some(width), Operator::Between) => format!(", {} outside it", self.with_unit(&width.to_string())),
            (Some(warn), _) => format!(", to {}", self.with_unit(&warn.to_string())),
            (None, _) => String::new(),
        }
    }

    /// `43 of 47, 91.5 %, in Oct 2026`, or `44 h in May 2026`: beside the target it is held against.
    pub fn value_in_period(&self) -> String {
        self.value_against(self.target_value().unwrap_or(Decimal::ZERO))
    }

    pub fn value_against(&self, bound: Decimal) -> String {
        let Some(reading) = &self.judgement.grounds.decisive else { return "no reading".to_owned() };
        let (number, counted) = self.number(reading, bound);
        let counted = counted.map(|counted| format!(" ({counted})")).unwrap_or_default();
        format!("{number}{counted} in {}", self.label(reading.period))
    }

    /// `43 of 47 is 91.5 % in Oct 2026`.
    pub fn value_is(&self) -> String {
        let Some(reading) = &self.judgement.grounds.decisive else { return "no reading".to_owned() };
        let (number, counted) = self.number(reading, self.target_value().unwrap_or(Decimal::ZERO));
        let counted = counted.map(|counted| format!("{counted} is ")).unwrap_or_default();
        format!("{counted}{number} in {}", self.label(reading.period))
    }

    /// The number with its unit, and what it was counted from. It never reads like a bound it does not hold.
    pub fn number(&self, reading: &Standing, bound: Decimal) -> (String, Option<String>) {
        let percent = self.objective.definition.unit_is_percent();
        let standard = self.judgement.grounds.standard.as_ref();
        let limits = standard.map(|s| [Some(s.target), s.target_high, s.warn, s.floor]).unwrap_or_default();
        let bounds = std::iter::once(bound).chain(limits.into_iter().flatten());
        let shown = bounds.map(|bound| reading.value.shown_against(percent, 1, bound)).max_by_key(String::len);
        let counted = match reading.value {
            Value::Share { numerator, denominator } if reading.verdict != Verdict::NotApplicable => {
                Some(format!("{numerator} of {denominator}"))
            }
            _ => None,
        };
        (self.with_unit(&shown.unwrap_or_default()), counted)
    }

    pub fn target_value(&self) -> Option<Decimal> {
        self.judgement.grounds.standard.as_ref().map(|s| s.target)
    }

    /// `at least 95 %`.
    pub fn target(&self) -> String {
        match &self.judgement.grounds.standard {
            Some(Standard { operator: Operator::Between, target, target_high, .. }) => {
                self.with_unit(&format!("{target} to {}", target_high.unwrap_or(*target)))
            }
            Some(standard) => self.phrase(&standard.target.to_string()),
            None => "none".to_owned(),
        }
    }

    pub fn phrase(&self, number: &str) -> String {
        let number = self.with_unit(number);
        let operator = self.judgement.grounds.standard.as_ref().map(|s| s.operator);
        match operator.map(Operator::phrase) {
            Some(phrase) if !phrase.is_empty() => format!("{phrase} {number}"),
            _ => number,
        }
    }

    pub fn with_unit(&self, number: &str) -> String {
        match self.objective.definition.unit.trim() {
            "" => number.to_owned(),
            unit => format!("{number} {unit}"),
        }
    }

    pub fn due(&self) -> String {
        self.judgement.due.map(day).unwrap_or_default()
    }

    pub fn next_report(&self) -> Option<(String, String)> {
        self.judgement.next_report.map(|(period, by)| (self.label(period), day(by)))
    }

    pub fn label(&self, period: Period) -> String {
        self.calendar.period_label(self.objective.definition.frequency, period)
    }

    pub fn noun(&self, count: u32) -> &'static str {
        self.objective.definition.frequency.noun(count)
    }
}
