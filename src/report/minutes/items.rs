//! One row per objective of the agenda.

use super::phrases;
use crate::domain::minutes::{MinutedAction, MinutedDecision, MinutedItem, Minutes};
use crate::domain::review::{AgendaGroup, ItemState};
use crate::domain::status::Freshness;
use crate::domain::words;
use crate::report::document::{Cell, Column, Mark, Table};

/// The table; none where nothing was looked at.
pub fn table(minutes: &Minutes) -> Option<Table> {
    let rows: Vec<Vec<Cell>> = minutes.items.iter().map(|item| row(item, minutes)).collect();
    (!rows.is_empty()).then(|| Table {
        caption: "Objectives in the order of the agenda".to_owned(),
        quiet_caption: true,
        columns: vec![
            Column::words("Objective", 20),
            Column::numbers("Value, period", 12),
            Column::numbers("Target", 9),
            Column::words("Judged", 11),
            Column::words("What it means", 20),
            Column::words("Decision", 14),
            Column::words("Action", 14),
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
    let moved = (item.status_before != item.status_after)
        .then(|| format!("was {}", words::status(item.status_before).1))
        .unwrap_or_default();
    let pace = item.pace.map(words::pace).unwrap_or_default();
    match item.verdict.filter(|_| matches!(item.freshness_after, Freshness::Current | Freshness::NotDue)) {
        Some(verdict) => Cell::Mark(Mark::verdict(verdict), moved),
        None => Cell::Mark(Mark::status(item.status_after), phrases::dotted([pace, &moved])),
    }
}

fn meaning(item: &MinutedItem) -> Cell {
    match (item.state, item.meaning.is_empty()) {
        (ItemState::Parked, true) => Cell::Text("parked".to_owned()),
        (_, true) => Cell::Text(String::new()),
        // The computed line repeats the columns beside it.
        (_, false) if item.automatic => Cell::Text("as a block".to_owned()),
        (_, false) => Cell::Text(item.meaning.clone()),
    }
}

fn decision(item: &MinutedItem) -> Cell {
    let followed = match item.followed.is_empty() {
        true => String::new(),
        false => format!("Since the last one: {}", item.followed.join("; ")),
    };
    match &item.decision {
        Some(decision) => Cell::Pair(decided(decision), followed),
        None if item.group == AgendaGroup::OnTrack || item.state == ItemState::Parked => Cell::Text(String::new()),
        None => Cell::Pair("nothing decided".to_owned(), followed),
    }
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
