//! The plan of an objective: five questions, and which of them are answered (clause 6.2 h to l).

use super::objective::{Definition, Kind};
use super::status::why::day;

/// What, Needs, Who, When, How: each with its answer, `None` where it is missing.
pub fn plan_answers(definition: &Definition) -> [(&'static str, Option<String>); 5] {
    [
        ("What", said(&definition.what)),
        ("Needs", said(&definition.resources)),
        ("Who", said(&definition.owner)),
        ("When", when(definition)),
        ("How", how(definition)),
    ]
}

fn said(text: &str) -> Option<String> {
    Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// A date, or for what has no end the rhythm it is looked at. What must be reached or delivered needs its date.
fn when(definition: &Definition) -> Option<String> {
    let rhythm = definition.frequency.word();
    match (definition.due, definition.kind) {
        (Some(due), _) => Some(format!("{}, {rhythm}", day(due))),
        (None, Kind::Maintain) => Some(format!("reviewed {rhythm}")),
        (None, Kind::Reach | Kind::Milestone) => None,
    }
}

fn how(definition: &Definition) -> Option<String> {
    let how = said(&definition.how_evaluated)?;
    match said(&definition.evaluator) {
        Some(evaluator) => Some(format!("{how}, by {evaluator}")),
        None => Some(how),
    }
}
