//! What a row says about target, tolerance and start value.

use super::Row;
use crate::domain::objective::{Baseline, Definition, Operator};
use crate::domain::period::Date;
use crate::domain::quantity::Decimal;
use crate::exchange::cell;
use crate::exchange::date::{DateProblem, parse_date};
use crate::exchange::number::same_unit;
use crate::exchange::target_cell::{TargetCell, parse_target_cell};

use super::cells::named_span;

impl Row<'_> {
    /// Target with operator and unit, upper edge, tolerance, floor and baseline.
    pub(super) fn targets(&mut self, d: &mut Definition) {
        if let Some(text) = self.cell("target").map(str::to_owned) {
            if text.is_empty() {
                d.target = None;
                d.target_high = None;
            } else {
                match parse_target_cell(&text, self.context.format) {
                    Ok(found) => self.take_target(d, found),
                    Err(problem) => self.refuse("target", problem.to_string()),
                }
            }
        }
        let unit = d.unit.clone();
        match self.number("target_high", &unit) {
            Some(Some(high)) => d.target_high = Some(high),
            Some(None) if self.keeps("target") => d.target_high = None,
            _ => {}
        }
        if let Some(warn) = self.number("warn", &unit) {
            d.warn = warn;
        }
        if let Some(floor) = self.number("floor", &unit) {
            d.floor = floor;
        }
        self.baseline(d, &unit);
        if let (Some(operator), Some(direction)) = (d.operator, d.direction)
            && cell::direction_of(operator).is_some_and(|meant| meant != direction)
        {
            self.refuse("direction", format!("{direction} does not go with the operator {operator}"));
        }
    }

    /// Whether the file has no column for a field, so that its content is kept.
    fn keeps(&self, field: &str) -> bool {
        !self.mapping.has(field)
    }

    fn take_target(&mut self, d: &mut Definition, found: TargetCell) {
        d.target = Some(found.target);
        d.target_high = found.target_high;
        if let Some(operator) = found.operator {
            let written = if self.mapping.has("operator") { d.operator } else { None };
            if written.is_some_and(|written| written != operator) {
                self.refuse("target", format!("`{operator}` here, but another operator in its own column"));
            }
            d.operator = Some(operator);
        }
        if found.operator.is_none() && d.operator.is_none() && d.direction.is_none() && found.target == Decimal::ZERO {
            d.operator = Some(Operator::AtMost);
            self.note("target", "`0` is read as at most 0, because at least 0 is always met".to_owned());
        }
        if !found.unit.is_empty() {
            if d.unit.is_empty() {
                d.unit = found.unit;
            } else if !same_unit(&found.unit, &d.unit) {
                self.refuse("target", format!("the number is in {}, but the metric is in {}", found.unit, d.unit));
            }
        }
        if !found.note.is_empty() {
            let taken = d.why_target.is_empty();
            let where_to = if taken { "kept as the reason for the target" } else { "not imported" };
            self.note("target", format!("`{}` beside the number is {where_to}", found.note));
            if taken {
                d.why_target = found.note;
            }
        }
    }

    fn baseline(&mut self, d: &mut Definition, unit: &str) {
        let before = d.baseline.take();
        let value = match self.number("baseline", unit) {
            Some(value) => value,
            None => before.as_ref().map(|b| b.value),
        };
        let estimated = match self.word("baseline_estimated", "yes or no", cell::yes) {
            Some(estimated) => estimated,
            None if self.keeps("baseline_estimated") => before.as_ref().is_some_and(|b| b.estimated),
            None => false,
        };
        let date = if self.keeps("baseline_date") {
            before.and_then(|b| b.date)
        } else {
            self.baseline_date(d.calendar(self.context.calendar).start_month)
        };
        match value {
            Some(value) => d.baseline = Some(Baseline { value, date, estimated }),
            None if date.is_some() => {
                self.note("baseline_date", "no baseline goes with this date, so it is not imported")
            }
            None => {}
        }
    }

    fn baseline_date(&mut self, start_month: u8) -> Option<Date> {
        let text = self.cell("baseline_date").filter(|text| !text.is_empty())?.to_owned();
        match parse_date(&text) {
            Ok(date) => Some(date),
            Err(DateProblem::NotADate(_)) => {
                let span = named_span(&text, self.context.calendar, start_month);
                if span.is_none() {
                    self.note(
                        "baseline_date",
                        format!("`{text}` names no day or period; the baseline counts from the start"),
                    );
                }
                span.map(|span| span.end)
            }
            Err(problem) => {
                self.refuse("baseline_date", problem.to_string());
                None
            }
        }
    }
}
