//! The turns of phrase all parts of the pack share.

use crate::domain::objective::Kind;
use crate::domain::period::{Date, Frequency};
use crate::domain::review::{Action, ActionState, ReviewKind};
use crate::domain::snapshot::{Exact, FrozenDecision, FrozenObjective, FrozenVersion};
use crate::domain::status::Freshness;
use crate::domain::words;
use crate::report::document::{Cell, Mark, Tone};

/// A change of target or date that a meeting decided and nobody drafted yet.
pub const CHANGE: &str = "Draft change";

/// `9 Nov 2026`.
pub fn day(date: Date) -> String {
    date.format("%-d %b %Y").to_string()
}

/// The checkpoint as it is read out: `state 1482 · 7f3a90c1`.
pub fn state(seq: u64, head: &str) -> String {
    format!("state {seq} · {}", head.get(..8).unwrap_or(head))
}

/// `1 reading`, `3 readings`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// The last value: `91.5 %`, for a milestone `3 of 4`, else `none`.
pub fn last_value(objective: &FrozenObjective) -> String {
    match &objective.last_reading {
        Some(reading) => reading.shown.clone(),
        None if objective.kind == Kind::Milestone => {
            let done = objective.criteria.iter().filter(|c| c.done.is_some()).count();
            format!("{done} of {}", objective.criteria.len())
        }
        None => "none".to_owned(),
    }
}

/// What the last value belongs to: the period, and the counts behind a share.
pub fn last_period(objective: &FrozenObjective) -> String {
    let Some(reading) = &objective.last_reading else {
        return if objective.kind == Kind::Milestone { "fulfilled".to_owned() } else { String::new() };
    };
    match (&reading.numerator, &reading.denominator) {
        (Some(numerator), Some(denominator)) => {
            format!("{}, {} of {}", reading.label, numerator.text(), denominator.text())
        }
        _ => reading.label.clone(),
    }
}

/// The due date, or how often the level is looked at.
pub fn due(objective: &FrozenObjective) -> String {
    match objective.due {
        Some(due) => day(due),
        None => match objective.frequency {
            Frequency::W => "each week",
            Frequency::M => "each month",
            Frequency::Q => "each quarter",
            Frequency::H => "each half-year",
            Frequency::Y => "each year",
        }
        .to_owned(),
    }
}

/// Under the heading "measured": `late`, and since how many periods.
pub fn measured(objective: &FrozenObjective) -> (String, String) {
    let late = matches!(objective.freshness, Freshness::Overdue | Freshness::Never) && objective.missed_periods > 0;
    let since = if late { periods(objective, objective.missed_periods) } else { String::new() };
    (words::freshness(objective.freshness).to_owned(), since)
}

/// So many of an objective's periods: `3 quarters`.
pub fn periods(objective: &FrozenObjective, number: u32) -> String {
    let (one, many) = match objective.frequency {
        Frequency::W => ("week", "weeks"),
        Frequency::M => ("month", "months"),
        Frequency::Q => ("quarter", "quarters"),
        Frequency::H => ("half-year", "half-years"),
        Frequency::Y => ("year", "years"),
    };
    count(number as usize, one, many)
}

/// The owner, and that there is none.
pub fn owner(objective: &FrozenObjective) -> String {
    if objective.owner.is_empty() { "no owner".to_owned() } else { objective.owner.clone() }
}

/// `act, 8 Oct 2026`, with the end date of an acceptance.
pub fn decided(decision: &FrozenDecision) -> String {
    let until = decision.until.map(|until| format!(" until {}", day(until))).unwrap_or_default();
    format!("{}{until}, {}", words::decision(decision.kind), day(decision.on))
}

/// Which version is in force by whose approval, and what waits: `version 3, 14 Jul 2026 by Management review; draft 4
/// waits for approval`.
pub fn approved(objective: &FrozenObjective) -> String {
    let in_force = objective.version.map(|number| match objective.approved_on {
        Some(on) => {
            let by = dotted([objective.approved_by.as_str(), &objective.approved_ref]);
            format!("version {number}, {} by {by}", day(on))
        }
        None => format!("version {number}, no approval on record"),
    });
    let waits = objective.draft.map(|number| format!("draft {number} waits for approval"));
    in_force.into_iter().chain(waits).collect::<Vec<_>>().join("; ")
}

/// `weekend patch window, Okafor, by 15 Oct 2026`.
pub fn action(action: &Action) -> String {
    let owner = if action.owner.is_empty() { "nobody named" } else { &action.owner };
    let due = action.due.map_or("no date".to_owned(), |due| format!("by {}", day(due)));
    format!("{}, {owner}, {due}", action.text)
}

/// The first letter as a capital.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    let stop = if text.ends_with(['.', '?']) { "" } else { "." };
    format!("{}{}{stop}", first.to_uppercase(), letters.as_str())
}

/// Parts joined by a middle dot, empty ones left out.
pub fn dotted<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The first letter as a capital, and nothing else.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| format!("{}{}", first.to_uppercase(), letters.as_str())).unwrap_or_default()
}

/// With a full stop where there is none.
pub fn stopped(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.ends_with(['.', '?', '!']) { text.to_owned() } else { format!("{text}.") }
}

/// `management review 2`, `objectives review 3`.
pub fn meeting(kind: ReviewKind, number: i64) -> String {
    format!("{} {number}", words::meeting(kind))
}

/// How far an action has come: its mark, and since when or until when.
pub fn action_mark(action: &Action, as_of: Date) -> (Mark, String) {
    let mark = |symbol, word, tone| Mark { symbol, word, tone };
    let on = |date: Option<Date>| date.map(day).unwrap_or_default();
    match action.state(as_of) {
        ActionState::Open => (mark("○", "open", Tone::Quiet), String::new()),
        ActionState::Late => {
            let days = count(action.days_late(as_of) as usize, "day", "days");
            (mark("▲", "late", Tone::Watch), days)
        }
        ActionState::Done => (mark("✓", "done", Tone::Good), on(action.done_on)),
        ActionState::CheckDue => {
            (mark("▲", "effect to be looked at", Tone::Watch), format!("done {}", on(action.done_on)))
        }
        ActionState::Helped => (mark("✓", "done, it helped", Tone::Good), on(action.checked_on)),
        ActionState::NoHelp => (mark("■", "done, did not help", Tone::Bad), on(action.checked_on)),
    }
}

/// Who decided, and who approved where that is somebody else.
pub fn decided_by(decision: &FrozenDecision) -> String {
    match decision.approver.trim() {
        "" => decision.by.clone(),
        approver if approver == decision.by => decision.by.clone(),
        approver => dotted([decision.by.as_str(), &format!("approved by {approver}")]),
    }
}

/// A day as a cell.
pub fn on(date: Date) -> Cell {
    Cell::day(date, day(date), "")
}

/// A day as a cell; other words where there is none.
pub fn on_or(date: Option<Date>, none: &str) -> Cell {
    date.map_or_else(|| Cell::Text(none.to_owned()), on)
}

/// The target as a cell, with when it is due or how often the level is looked at.
pub fn target_cell(objective: &FrozenObjective) -> Cell {
    target(objective, due(objective)).dated(objective.due)
}

/// The target as a cell, with a quieter line. The two edges of a range are no number.
pub fn target(objective: &FrozenObjective, sub: String) -> Cell {
    let one = objective.target.clone().filter(|_| objective.target_high.is_none());
    Cell::amount(objective.target_text.clone(), one, objective.unit_is_percent(), sub)
}

/// A target in words as a cell: the number where the objective has a target that reads so.
pub fn target_said(objective: &FrozenObjective, said: &str, sub: String) -> Cell {
    let known = objective.targets.iter().find(|target| target.text == said && target.target_high.is_none());
    Cell::amount(said, known.map(|target| target.target.clone()), objective.unit_is_percent(), sub)
}

/// The target of a version as a cell, with its due date.
pub fn version_target(objective: &FrozenObjective, version: &FrozenVersion) -> Cell {
    target_said(objective, &version.target_text, version.due.map(day).unwrap_or_default()).dated(version.due)
}

/// A count of things as a cell, `3 months`.
pub fn counted(number: u32, shown: String, sub: String) -> Cell {
    Cell::amount(shown, Some(Exact::from(number)), false, sub)
}

/// The last value as a cell: a number that stays one, with what it belongs to.
pub fn last_value_cell(objective: &FrozenObjective, shown: String) -> Cell {
    let exact = objective.last_reading.as_ref().and_then(|reading| reading.value.clone());
    Cell::amount(shown, exact, objective.unit_is_percent(), last_period(objective))
}

/// Parts joined by commas, empty ones left out.
pub fn said<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
