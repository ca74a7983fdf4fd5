//! Fulfilment of objectives: one table that answers clause 9.3.2 d 4 for every objective.

use super::{changed, phrases};
use crate::domain::changes::Changes;
use crate::domain::snapshot::{FrozenChild, FrozenObjective, Snapshot};
use crate::domain::words;
use crate::report::document::{Block, Cell, Column, Mark, Part, Table};

/// The part.
pub fn part(snapshot: &Snapshot, changes: Option<&Changes>) -> Part {
    let table = Table {
        caption: "Fulfilment of every objective".to_owned(),
        quiet_caption: true,
        columns: vec![
            Column::words("Objective, owner", 20),
            Column::words("Target, due", 11),
            Column::words("Last reading", 12),
            Column::words("Status, why", 25),
            Column::words("What it means", 17),
            Column::words("Decision", 15),
        ],
        rows: snapshot.objectives.iter().map(row).collect(),
        names: 0,
        dense: false,
    };
    let moved = changes.map(changed::status).filter(|table| !table.rows.is_empty());
    let blocks = [Some(table), moved].into_iter().flatten().map(Block::Table).collect();
    Part::headed("fulfilment", "Fulfilment of objectives · 9.3.2 d 4", blocks).on_a_new_page()
}

fn row(objective: &FrozenObjective) -> Vec<Cell> {
    vec![
        Cell::Pair(objective.title.clone(), phrases::dotted([objective.code.as_str(), &phrases::owner(objective)])),
        phrases::target_cell(objective),
        phrases::last_value_cell(objective, phrases::last_value(objective)),
        Cell::Mark(Mark::status(objective.status), why(objective)),
        meaning(objective),
        decision(objective),
    ]
}

fn why(objective: &FrozenObjective) -> String {
    let mut text = if objective.closing.is_empty() { objective.why.clone() } else { objective.closing.clone() };
    if let Some(child) = objective.worst_child.as_ref().filter(|child| child.contradicts) {
        text.push_str("; ");
        text.push_str(&contradiction(child));
    }
    text
}

/// A parent never averages its children, so the worst one is named beside it.
pub fn contradiction(child: &FrozenChild) -> String {
    let (symbol, word) = words::status(child.status);
    format!("while {} below it is {symbol} {word}, measured {}", child.code, words::freshness(child.freshness))
}

fn meaning(objective: &FrozenObjective) -> Cell {
    match objective.last_reading.as_ref().filter(|r| !r.meaning.is_empty()) {
        Some(reading) => {
            let by = if reading.automatic { "written automatically" } else { &reading.evaluated_by };
            Cell::Said(reading.meaning.clone(), by.to_owned())
        }
        None => Cell::Text(String::new()),
    }
}

fn decision(objective: &FrozenObjective) -> Cell {
    match objective.last_decision() {
        Some(decision) => Cell::Pair(phrases::sentence(&phrases::decided(decision)), decision.text.clone()),
        None => Cell::Text(
            objective
                .last_reading
                .as_ref()
                .and_then(|r| r.decision)
                .map(words::decision)
                .unwrap_or_default()
                .to_owned(),
        ),
    }
}
