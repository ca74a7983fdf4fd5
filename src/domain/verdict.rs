//! The verdict of one reading: exact value against the target in force at the start of its period (DOMAIN 4.3).

use std::cmp::Ordering;

use num_rational::BigRational;

use super::objective::{Direction, Objective, Operator};
use super::period::Date;
use super::period::Rhythm;
use super::quantity::{Decimal, Value, compare};
use super::reading::{Reading, Standing, Verdict, standing_entries};
use super::target::{Standard, standard_on};

/// Judges a value. `direction` says which side of an `=` target, and of warn, is the failing one.
pub fn verdict(value: &Value, standard: &Standard, direction: Direction, unit_is_percent: bool) -> Verdict {
    // A plain number is compared on integers: a register may hold a million of them.
    let against = |bound: Decimal| value.compare(bound, unit_is_percent);
    let Some(order) = against(standard.target) else { return Verdict::NotApplicable };
    let inside = || standard.target_high.and_then(against) != Some(Ordering::Greater);
    if holds(standard.operator, order, inside) {
        return Verdict::Met;
    }
    let near = standard.warn.is_some_and(|warn| match side(standard.operator, direction) {
        Side::Band => value.exact(unit_is_percent).is_some_and(|exact| {
            distance(&exact, standard.target, standard.target_high.unwrap_or(standard.target)) <= warn.ratio()
        }),
        Side::Below => against(warn) != Some(Ordering::Less),
        Side::Above => against(warn) != Some(Ordering::Greater),
    });
    if near { Verdict::Near } else { Verdict::NotMet }
}

/// Whether a failing value lies strictly beyond the worst bearable one.
pub fn beyond_floor(value: &Value, standard: &Standard, direction: Direction, unit_is_percent: bool) -> bool {
    let Some(floor) = standard.floor else { return false };
    let Some(order) = value.compare(floor, unit_is_percent) else { return false };
    match side(standard.operator, direction) {
        Side::Below => order == Ordering::Less,
        Side::Above => order == Ordering::Greater,
        // The worst bearable value of a band lies outside one of its edges and limits that side.
        Side::Band if floor < standard.target => order == Ordering::Less,
        Side::Band => order == Ordering::Greater,
    }
}

/// Whether an exact value holds the target.
pub fn meets(exact: &BigRational, operator: Operator, target: Decimal, target_high: Option<Decimal>) -> bool {
    let against = |bound: Decimal| compare(exact, &bound.ratio());
    holds(operator, against(target), || target_high.is_none_or(|high| against(high) != Ordering::Greater))
}

/// Whether a value that stands so to the target holds it; `inside` says whether it is within the upper edge.
fn holds(operator: Operator, order: Ordering, inside: impl FnOnce() -> bool) -> bool {
    match operator {
        Operator::AtLeast => order != Ordering::Less,
        Operator::Above => order == Ordering::Greater,
        Operator::AtMost => order != Ordering::Greater,
        Operator::Under => order == Ordering::Less,
        Operator::Equal => order == Ordering::Equal,
        Operator::Between => order != Ordering::Less && inside(),
    }
}

/// How far a value lies outside a band; zero inside, edges included.
pub fn distance(exact: &BigRational, low: Decimal, high: Decimal) -> BigRational {
    let zero = BigRational::from_integer(0.into());
    (low.ratio() - exact).max(exact - high.ratio()).max(zero)
}

/// Checks that warn and floor lie on the failing side of the target, as the rules require. The sentence says what
/// is wrong.
pub fn check_limits(standard: &Standard, direction: Direction) -> Result<(), String> {
    let Standard { target, warn, floor, .. } = standard;
    match side(standard.operator, direction) {
        Side::Band => {
            let exactly = (standard.operator == Operator::Equal).then_some(*target);
            let high = standard.target_high.or(exactly).ok_or("a range needs both edges")?;
            if high < *target {
                return Err(format!("the range {target} to {high} is upside down"));
            }
            if warn.is_some_and(Decimal::is_negative) {
                return Err("tolerated to is a width outside the range and cannot be negative".to_owned());
            }
            if floor.is_some_and(|f| f >= *target && f <= high) {
                return Err(format!("the worst bearable value lies inside the range {target} to {high}"));
            }
        }
        Side::Below => {
            if let Some(warn) = warn.filter(|w| w > target) {
                return Err(format!("tolerated to {warn} lies on the good side of {target}"));
            }
            if let Some(floor) = floor.filter(|f| *f > warn.unwrap_or(*target)) {
                return Err(format!("worst bearable {floor} lies on the good side of {}", warn.unwrap_or(*target)));
            }
        }
        Side::Above => {
            if let Some(warn) = warn.filter(|w| w < target) {
                return Err(format!("tolerated to {warn} lies on the good side of {target}"));
            }
            if let Some(floor) = floor.filter(|f| *f < warn.unwrap_or(*target)) {
                return Err(format!("worst bearable {floor} lies on the good side of {}", warn.unwrap_or(*target)));
            }
        }
    }
    Ok(())
}

/// What stands for each period, judged. `as_of` hides what was not known then.
pub fn standings(objective: &Objective, readings: &[Reading], rhythm: Rhythm, as_of: Date) -> Vec<Standing> {
    let percent = objective.definition.unit_is_percent();
    let direction = objective.definition.direction();
    standing_entries(readings, rhythm, as_of)
        .into_iter()
        .map(|(period, reading, corrected)| {
            let verdict = match standard_on(&objective.standards, period.start) {
                Some(standard) => verdict(&reading.value, standard, direction, percent),
                None => Verdict::NotApplicable,
            };
            Standing {
                period,
                measured_on: reading.measured_on,
                value: reading.value,
                verdict,
                corrected,
                days_after: (reading.known_from - period.end).num_days().max(0) as u32,
            }
        })
        .collect()
}

enum Side {
    Below,
    Above,
    Band,
}

/// On which side of the target a value fails.
fn side(operator: Operator, direction: Direction) -> Side {
    match (operator, direction) {
        (Operator::AtLeast | Operator::Above, _) => Side::Below,
        (Operator::AtMost | Operator::Under, _) => Side::Above,
        (Operator::Between, _) | (Operator::Equal, Direction::Range) => Side::Band,
        (Operator::Equal, Direction::Lower) => Side::Above,
        (Operator::Equal, Direction::Higher) => Side::Below,
    }
}
