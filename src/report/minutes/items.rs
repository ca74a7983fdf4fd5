//! One row per objective that was looked at; those that passed as a block share a line.

use super::phrases;
use crate::domain::minutes::{MinutedAction, MinutedDecision, MinutedItem, Minutes};
use crate::domain::review::ItemState;
use crate::domain::status::Freshness;
use crate::domain::words;
use crate::report::document::{Cell, Column, Mark, Table};

/// The table; none where nothing was looked at.
pub fn table(minutes: &Minutes) -> Option<Table> {
    let rows: Vec<Vec<Cell>> =
        minutes.items.iter().filter(|item| !is_passed(item)).map(|item| row(item, minutes)).collect();
    (!rows.is_empty()).then(|| Table {
        caption: "Objectives one by one, in the order of the agenda".to_owned(),
        quiet_caption: true,
        columns: vec![
            Column::words("Objective", 17),
            Column::numbers("Value, period", 10),
            Column::numbers("Target", 8),
            Column::words("Judged", 10),
            Column::words("What it means", 26),
            Column::words("Decision", 16),
            Column::words("Action", 13),
        ],
        rows,
        names: 0,
        dense: true,
    })
}

fn row(item: &MinutedItem, minutes: &Minutes) -> Vec<Cell> {
    let percent = item.shown.trim_end().ends_with('%');
    let shown = if item.shown.is_empty() { "none".to_owned() } else { item.shown.clone() };
    let agreed: Vec<String> = minutes.actions.iter().filter(|action| action.code == item.code).map(action).collect();
    vec![
        Cell::Pair(item.title.clone(), phrases::dotted([item.code.as_str(), &item.owner])),
        Cell::amount(shown, item.value.clone(), percent, item.label.clone()),
        Cell::Text(item.target_text.clone()),
        judged(item),
        meaning(item),
        decision(item),
        Cell::Text(agreed.join("; ")),
    ]
}

/// The verdict where there is one, else the status; below it, where it moved from.
fn judged(item: &MinutedItem) -> Cell {
    let moved = match item.status_before == item.status_after {
        true => String::new(),
        false => format!("was {}", words::status(item.status_before).1),
    };
    let pace = item.pace.map(words::pace).unwrap_or_default();
    match item.verdict.filter(|_| matches!(item.freshness_after, Freshness::Current | Freshness::NotDue)) {
        Some(verdict) => Cell::Mark(Mark::verdict(verdict), moved),
        None => Cell::Mark(Mark::status(item.status_after), phrases::dotted([pace, &moved])),
    }
}

/// What was said, and what had followed the decision before.
fn meaning(item: &MinutedItem) -> Cell {
    let said = match (item.state, item.meaning.is_empty()) {
        (ItemState::Parked, true) => "put aside".to_owned(),
        _ => item.meaning.clone(),
    };
    match item.followed.is_empty() {
        true => Cell::Text(said),
        false => Cell::Pair(said, format!("since the last decision: {}", item.followed.join("; "))),
    }
}

fn decision(item: &MinutedItem) -> Cell {
    match &item.decision {
        Some(decision) => Cell::Text(decided(decision)),
        None if item.state == ItemState::Parked => Cell::Text(String::new()),
        None => Cell::Text("nothing decided".to_owned()),
    }
}

/// Nothing but the block's own line stands about it.
fn is_passed(item: &MinutedItem) -> bool {
    item.state == ItemState::Passed && item.automatic && item.decision.is_none()
}

/// What passed as a block, each with its value: `Passed as a block: ENG-1 96.8 % in Aug 2026, SEC-4 2 of 4 criteria.`
pub fn passed(minutes: &Minutes) -> Option<String> {
    let told = minutes.items.iter().filter(|item| is_passed(item)).map(|item| match item.label.is_empty() {
        true => format!("{} {}", item.code, item.shown),
        false => format!("{} {} in {}", item.code, item.shown, item.label),
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| format!("On course and passed as a block: {}.", told.join(", ")))
}

/// `Act: weekend patch window`, `Accept until 31 Dec 2026: the supplier is late (approved by H. Berg)`.
pub fn decided(decision: &MinutedDecision) -> String {
    let until = decision.until.map(|until| format!(" until {}", phrases::day(until))).unwrap_or_default();
    let text = if decision.text.is_empty() { String::new() } else { format!(": {}", decision.text) };
    let by = if decision.approver.is_empty() { String::new() } else { format!(" (approved by {})", decision.approver) };
    format!("{}{until}{text}{by}", phrases::capital(words::decision(decision.kind)))
}

/// `Retire hosts A12 and A13, Lind, by 30 Nov 2026`.
pub fn action(action: &MinutedAction) -> String {
    let owner = if action.owner.is_empty() { "nobody named" } else { &action.owner };
    let due = action.due.map_or("no date".to_owned(), |due| format!("by {}", phrases::day(due)));
    format!("{}, {owner}, {due}", action.text)
}
