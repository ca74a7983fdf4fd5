//! What the meeting went through: who has not measured, the points of the clause, the objectives one by one.

use super::super::document::{Block, Cell, Column, Fact, Line, Mark, Part, Table};
use super::part;
use crate::domain::minutes::{MinutedItem, Minutes};
use crate::domain::words;

pub(super) fn missing(minutes: &Minutes) -> Option<Part> {
    let rows: Vec<Vec<Cell>> = minutes
        .missing
        .iter()
        .map(|missing| {
            vec![
                Cell::Pair(missing.code.clone(), missing.title.clone()),
                Cell::Text(missing.label.clone()),
                Cell::Text(missing.who.clone()),
                Cell::Text(format!("{}, by {}", words::freshness(missing.freshness), words::day(missing.last_day))),
            ]
        })
        .collect();
    let columns = vec![
        Column::words("Objective", 40),
        Column::words("Period", 18),
        Column::words("Figures from", 20),
        Column::words("Measured", 22),
    ];
    part("missing", "Who has not measured", table("Readings that did not come", columns, rows))
}

pub(super) fn notes(minutes: &Minutes) -> Option<Part> {
    let facts: Vec<Fact> = minutes
        .notes
        .iter()
        .map(|note| Fact {
            label: note.topic.title(),
            lines: vec![Line::Said(note.text.clone(), format!("{}, 9.3.2 {}", note.by, note.topic.letter()))],
        })
        .collect();
    part("agenda", "Points of the agenda", if facts.is_empty() { Vec::new() } else { vec![Block::Facts(facts)] })
}

pub(super) fn items(minutes: &Minutes) -> Part {
    let rows = minutes.items.iter().map(|item| row(minutes, item)).collect();
    let columns = vec![
        Column::words("Objective", 20),
        Column::words("Value and target", 18),
        Column::words("Judged", 14),
        Column::words("What it means", 24),
        Column::words("Decided", 24),
    ];
    Part {
        id: "objectives",
        heading: Some("The objectives"),
        new_page: false,
        blocks: table("Objectives in the order of the agenda", columns, rows),
    }
}

fn row(minutes: &Minutes, item: &MinutedItem) -> Vec<Cell> {
    let value = if item.shown.is_empty() { "no reading".to_owned() } else { item.shown.clone() };
    let about = [item.label.as_str(), item.target_text.as_str()];
    let about: Vec<&str> = about.into_iter().filter(|text| !text.is_empty()).collect();
    let moved = match item.status_before == item.status_after {
        true => String::new(),
        false => format!("was {}", words::status(item.status_before).1),
    };
    let meaning = match (item.meaning.is_empty(), item.automatic) {
        (true, _) => Cell::Text(words::item_state(item.state).to_owned()),
        (false, true) => Cell::Pair(item.meaning.clone(), "computed line".to_owned()),
        (false, false) => Cell::Text(item.meaning.clone()),
    };
    vec![
        Cell::Pair(item.code.clone(), item.title.clone()),
        Cell::Pair(value, about.join(", ")),
        Cell::Mark(Mark::status(item.status_after), moved),
        meaning,
        Cell::Pair(decided(item), agreed(minutes, item)),
    ]
}

/// `accept for now until 31 Dec 2026, approved by M. Berg: two hosts are replaced in December`
pub(super) fn decided(item: &MinutedItem) -> String {
    let Some(decision) = &item.decision else { return String::new() };
    let until = decision.until.map(|day| format!(" until {}", words::day(day))).unwrap_or_default();
    let approver = match decision.approver.as_str() {
        "" => String::new(),
        approver => format!(", approved by {approver}"),
    };
    let text = if decision.text.is_empty() { String::new() } else { format!(": {}", decision.text) };
    format!("{}{until}{approver}{text}", words::decision(decision.kind))
}

/// `Retire hosts A12 and A13; Lind, by 30 Nov 2026`
fn agreed(minutes: &Minutes, item: &MinutedItem) -> String {
    let of_it = minutes.actions.iter().filter(|action| action.code == item.code);
    let told = of_it.map(|action| {
        let due = action.due.map(|day| format!(", by {}", words::day(day))).unwrap_or_default();
        format!("{}; {}{due}", action.text, action.owner)
    });
    told.collect::<Vec<_>>().join(". ")
}

/// One table, or nothing where it would be empty.
pub(super) fn table(caption: &str, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Vec<Block> {
    if rows.is_empty() {
        return Vec::new();
    }
    let caption = caption.to_owned();
    vec![Block::Table(Table { caption, quiet_caption: true, columns, rows, names: 0, dense: true })]
}
