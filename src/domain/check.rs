//! Entry rules of an objective: what no entry may say, what putting in force needs, and what deserves a second look.

use super::objective::{Definition, Direction, Kind, Operator};
use super::period::{Date, FiscalCalendar};
use super::quantity::Decimal;
use super::status::why::day;
use super::target::Standard;
use super::verdict::{check_limits, distance, meets};

/// Longest code people may give, in characters.
pub const MAX_CODE: usize = 32;

/// Something wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field by its contract name.
    pub field: &'static str,
    /// What is wrong, one sentence without a full stop.
    pub message: String,
}

fn problem(field: &'static str, message: impl Into<String>) -> Problem {
    Problem { field, message: message.into() }
}

/// What is wrong with a code; `None` where it can be used. An empty one is the register's to fill.
pub fn code(code: &str) -> Option<Problem> {
    if code.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Some(problem("code", "a code has no blanks, such as IT-2"));
    }
    let length = code.chars().count();
    (length > MAX_CODE).then(|| problem("code", format!("a code has at most {MAX_CODE} characters, this one {length}")))
}

/// What keeps a draft from being kept: no title, or fields that contradict each other. Fields may be missing.
pub fn contradictions(definition: &Definition, register: FiscalCalendar) -> Vec<Problem> {
    let mut problems = unreadable(definition);
    problems.extend(undecidable(definition, register));
    problems
}

/// Fields that say two things at once: no rule could tell what is meant.
pub fn unreadable(definition: &Definition) -> Vec<Problem> {
    let mut problems = Vec::new();
    if definition.title.trim().is_empty() {
        problems.push(problem("title", "an objective needs a title"));
    }
    problems.extend(operator_against_direction(definition));
    if definition.kind != Kind::Milestone {
        problems.extend(limits(definition));
    }
    if definition.kind == Kind::Reach {
        problems.extend(waypoints(definition));
    }
    problems
}

/// What a person is asked to mend, but the rules have an answer for where a file of the past says it (DOMAIN 4.1, 4.4:
/// "refused at entry; if stored"): dates without a full period between them, a start value that is the target.
pub fn undecidable(definition: &Definition, register: FiscalCalendar) -> Vec<Problem> {
    let mut problems = dates(definition, register);
    if definition.kind == Kind::Reach {
        problems.extend(no_way_to_go(definition));
    }
    problems
}

/// What is still missing before an objective can be put in force: the fields its status is computed from.
pub fn missing_to_approve(definition: &Definition) -> Vec<Problem> {
    let mut problems = Vec::new();
    let target_high_missing = definition.operator() == Operator::Between && definition.target_high.is_none();
    match definition.kind {
        Kind::Milestone if definition.criteria.is_empty() => {
            problems
                .push(problem("criteria", "a milestone needs at least one criterion that can be answered yes or no"));
        }
        Kind::Milestone => {}
        Kind::Maintain | Kind::Reach => {
            if definition.target.is_none() {
                problems.push(problem("target", "a target is missing: nothing could be met or missed"));
            } else if target_high_missing {
                problems.push(problem("target_high", "a range needs both edges"));
            }
        }
    }
    if definition.kind == Kind::Reach {
        if definition.due.is_none() {
            problems.push(problem("due", "a level to get to needs a date"));
        }
        if definition.baseline.is_none() {
            problems.push(problem("baseline", "a level to get to needs a start value; an estimate will do"));
        }
    }
    problems
}

/// What is unusual, but may be meant.
pub fn unusual(definition: &Definition) -> Vec<Problem> {
    let mut problems = Vec::new();
    let hundred = Decimal::HUNDRED;
    let outside = |value: Option<Decimal>| value.filter(|v| v.is_negative() || *v > hundred);
    if definition.unit_is_percent() {
        for (field, value) in [("target", definition.target), ("target_high", definition.target_high)] {
            if let Some(value) = outside(value) {
                problems.push(problem(field, format!("{value} % lies outside of 0 to 100 %")));
            }
        }
    }
    if definition.required_met.is_some() && definition.due.is_none() {
        problems.push(problem("required_met", "without a due date the periods are never counted"));
    }
    if let (Kind::Reach, Some(baseline), Some(target)) = (definition.kind, &definition.baseline, definition.target) {
        let differs = baseline.value != target;
        if differs && meets(&baseline.value.ratio(), definition.operator(), target, definition.target_high) {
            problems.push(problem("baseline", format!("the start value {} already holds the target", baseline.value)));
        }
    }
    problems
}

fn operator_against_direction(definition: &Definition) -> Option<Problem> {
    let (direction, operator) = (definition.direction?, definition.operator?);
    let agrees = match direction {
        Direction::Higher => matches!(operator, Operator::AtLeast | Operator::Above | Operator::Equal),
        Direction::Lower => matches!(operator, Operator::AtMost | Operator::Under | Operator::Equal),
        Direction::Range => matches!(operator, Operator::Between | Operator::Equal),
    };
    let wanted = match direction {
        Direction::Higher => "higher is better",
        Direction::Lower => "lower is better",
        Direction::Range => "inside a range is better",
    };
    (!agrees).then(|| problem("operator", format!("{operator} contradicts that {wanted}")))
}

fn dates(definition: &Definition, register: FiscalCalendar) -> Vec<Problem> {
    let Definition { start, due, required_met, frequency, .. } = definition;
    let Some(due) = *due else { return Vec::new() };
    if due < *start {
        return vec![problem("due", format!("due {} lies before the start {}", day(due), day(*start)))];
    }
    let periods = definition.rhythm(register).count_within(*start, due);
    let span = format!("{} and {}", day(*start), day(due));
    match required_met {
        _ if periods == 0 => {
            vec![problem("due", format!("not one full {} lies between {span}", frequency.noun(1)))]
        }
        Some(k) if *k > periods => {
            let periods = format!("{periods} {}", frequency.noun(periods));
            vec![problem("required_met", format!("{k} cannot be met: there are {periods} between {span}"))]
        }
        _ => Vec::new(),
    }
}

/// Warn and floor on the failing side, the edges of a range in order. Where interim targets judge, and for a range, warn
/// is a width.
fn limits(definition: &Definition) -> Option<Problem> {
    let mut standard = Standard::of(definition, Date::MIN)?;
    if standard.operator == Operator::Between && standard.target_high.is_none() {
        return None;
    }
    if !definition.waypoints.is_empty() {
        if standard.warn.is_some_and(Decimal::is_negative) {
            return Some(problem("warn", "tolerated to is a width behind the interim target and cannot be negative"));
        }
        standard.warn = None;
    }
    let message = check_limits(&standard, definition.direction()).err()?;
    let field = match () {
        () if standard.target_high.is_some_and(|high| high < standard.target) => "target_high",
        () if check_limits(&Standard { floor: None, ..standard.clone() }, definition.direction()).is_ok() => "floor",
        () => "warn",
    };
    Some(problem(field, message))
}

/// A reach objective must have a way to go: a start value outside the target.
fn no_way_to_go(definition: &Definition) -> Option<Problem> {
    let (baseline, target) = (definition.baseline.as_ref()?.value, definition.target?);
    match definition.target_high.filter(|_| definition.operator() == Operator::Between) {
        Some(high) if distance(&baseline.ratio(), target, high) == Decimal::ZERO.ratio() => {
            Some(problem("baseline", format!("the start value {baseline} lies inside the target {target} to {high}")))
        }
        None if baseline == target => Some(problem("baseline", format!("start value and target are both {target}"))),
        _ => None,
    }
}

fn waypoints(definition: &Definition) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut dates: Vec<Date> = definition.waypoints.iter().map(|w| w.date).collect();
    dates.sort();
    if let Some(twice) = dates.windows(2).find(|pair| pair[0] == pair[1]) {
        problems.push(problem("waypoints", format!("two interim targets for {}", day(twice[0]))));
    }
    let outside = |date: &&Date| **date < definition.start || definition.due.is_some_and(|due| **date > due);
    if let Some(date) = dates.iter().find(outside) {
        problems.push(problem("waypoints", format!("the interim target of {} lies outside start and due", day(*date))));
    }
    problems
}
