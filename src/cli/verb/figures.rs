//! The figures of one list row, shared by the table, its JSON and the evidence sheet.

use std::cmp::Ordering;

use super::super::page::number::on_its_side;
use crate::app::view::Row;
use crate::domain::ahead::Planned;
use crate::domain::objective::{Kind, Operator};
use crate::domain::period::Date;
use crate::domain::quantity::{Decimal, Value};
use crate::domain::reading::Standing;
use crate::domain::register::Rules;
use crate::domain::status::why::why;
use crate::domain::target::standard_on;
use crate::domain::words;

/// The target in force on a day with its operator: of a re-baselined objective the one of its newest segment.
pub struct TargetInForce {
    /// How a value is held against it.
    pub operator: Operator,
    /// The value; the lower edge of a range.
    pub target: Decimal,
    /// The upper edge of a range.
    pub high: Option<Decimal>,
}

/// The target of a row on a day; none for a milestone or while none was set.
pub fn target_on(row: &Row, as_of: Date) -> Option<TargetInForce> {
    let definition = &row.objective.definition;
    if definition.kind == Kind::Milestone {
        return None;
    }
    let segment = row.objective.segments.iter().rev().find(|s| definition.kind == Kind::Reach && s.from <= as_of);
    if let Some(segment) = segment {
        let operator = definition.operator();
        return Some(TargetInForce { operator, target: segment.target, high: segment.target_high });
    }
    match standard_on(&row.objective.standards, as_of) {
        Some(s) => Some(TargetInForce { operator: s.operator, target: s.target, high: s.target_high }),
        None => Some(TargetInForce {
            operator: definition.operator(),
            target: definition.target?,
            high: definition.target_high,
        }),
    }
}

/// What is agreed for a later day: `owner changes to K. Lind on 2027-01-01`.
pub fn planned_text(planned: &Planned) -> String {
    format!("{} on {}", planned.said(), planned.begins)
}

/// The reading to show: the one that drives the status, else the newest there is.
pub fn last_reading(row: &Row) -> Option<&Standing> {
    row.judgement.latest.as_ref().or(row.trail.recent.last())
}

/// A value with its unit, never rounded across the target: `91.5 %`.
pub fn value_with_unit(row: &Row, value: &Value, as_of: Date) -> String {
    let number = value_text(row, value, as_of);
    let unit = row.objective.definition.unit.trim();
    if unit.is_empty() || value.is_empty() { number } else { format!("{number} {unit}") }
}

/// A value as people read it beside its target: a plain number as it was entered, a share with the decimals it needs.
pub fn value_text(row: &Row, value: &Value, as_of: Date) -> String {
    let percent = row.objective.definition.unit_is_percent();
    let bounds = bounds(row, as_of);
    let nearest = bounds.iter().rev().find(|b| value.compare(**b, percent).is_some_and(Ordering::is_ge));
    match nearest.or(bounds.first()) {
        Some(bound) => value.shown_against(percent, 1, *bound),
        None => value.shown(percent, 1),
    }
}

/// A value as scripts read it: a plain number digit by digit, a share with at most 6 decimals on its side of the
/// target; none where there was nothing to count.
pub fn value_number(row: &Row, value: &Value, as_of: Date) -> Option<String> {
    match value {
        Value::Plain(number) => Some(number.to_string()),
        Value::Share { .. } => {
            let exact = value.exact(row.objective.definition.unit_is_percent())?;
            Some(on_its_side(&exact, 6, &bounds(row, as_of)))
        }
    }
}

/// The edges of the target in force, the lower one first.
fn bounds(row: &Row, as_of: Date) -> Vec<Decimal> {
    target_on(row, as_of).iter().flat_map(|t| [Some(t.target), t.high]).flatten().collect()
}

/// What the list shows as last value: a milestone says how many criteria are fulfilled.
pub fn last_text(row: &Row, as_of: Date) -> String {
    let definition = &row.objective.definition;
    if definition.kind == Kind::Milestone {
        return format!("{} of {}", row.objective.criteria_done.len(), definition.criteria.len());
    }
    last_reading(row).map_or_else(|| "none".to_owned(), |standing| value_with_unit(row, &standing.value, as_of))
}

/// The target as the list shows it.
pub fn target_text(row: &Row, as_of: Date) -> String {
    let definition = &row.objective.definition;
    let Some(in_force) = target_on(row, as_of) else { return definition.target_text() };
    let unit = definition.unit.trim();
    let space = if unit.is_empty() { "" } else { " " };
    match (in_force.operator, in_force.high) {
        (Operator::Between, Some(high)) => format!("{} to {high}{space}{unit}", in_force.target),
        (operator, _) => format!("{} {}{space}{unit}", operator.sign(), in_force.target),
    }
}

/// When it was measured last, and how that stands: `Oct 2026, in time`.
pub fn measured_text(row: &Row, rules: &Rules) -> String {
    let word = words::freshness(row.judgement.freshness);
    match last_reading(row) {
        Some(standing) => format!("{}, {word}", period_label(row, rules, standing)),
        None => word.to_owned(),
    }
}

/// The name of a reading's period.
pub fn period_label(row: &Row, rules: &Rules, standing: &Standing) -> String {
    row.calendar(rules).period_label(row.objective.definition.frequency, standing.period)
}

/// Why the status is what it is, as a sentence.
pub fn why_text(row: &Row, rules: &Rules) -> String {
    why(&row.objective, &row.judgement, row.calendar(rules))
}
