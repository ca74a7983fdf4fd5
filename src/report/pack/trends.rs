//! What the measurements say (9.3.2 d 2): new readings, what was corrected after it was shown, what is counted or judged
//! differently, and every slip.

use super::changed::{corrected, readings};
use super::{phrases, slips};
use crate::domain::changes::Changes;
use crate::domain::period::Date;
use crate::domain::snapshot::{FrozenObjective, FrozenVersion, Snapshot};
use crate::report::document::{Block, Cell, Column, Part, Table};

/// The part.
pub fn part(snapshot: &Snapshot, previous: Option<&Snapshot>, changes: Option<&Changes>) -> Part {
    let mut blocks: Vec<Block> = Vec::new();
    if let (Some(changes), Some(previous)) = (changes, previous) {
        let tables = [readings(changes), corrected(changes, previous, snapshot)];
        blocks.extend(tables.into_iter().filter(|table| !table.rows.is_empty()).map(Block::Table));
        if changes.corrected.is_empty() {
            blocks.push(Block::Text("No value was corrected after it had been shown.".to_owned()));
        }
    }
    let defined = defined(snapshot, previous.map(|previous| previous.as_of));
    if defined.rows.is_empty() {
        blocks.push(Block::Text("No target, date, metric or unit changed.".to_owned()));
    } else {
        blocks.push(Block::Table(defined));
    }
    blocks.extend(slips::blocks(snapshot));
    Part::headed("trends", "Trends of the measurements · 9.3.2 d 2", blocks).on_a_new_page()
}

/// Changes of what is counted or judged, in versions put in force since a day.
fn defined(snapshot: &Snapshot, since: Option<Date>) -> Table {
    let rows = snapshot.objectives.iter().flat_map(|objective| {
        let changed = |version: &&FrozenVersion| {
            let later = since.is_none_or(|since| version.approved_on.unwrap_or(version.recorded_on) > since);
            !version.draft && version.number > 1 && later && !version.changes.is_empty()
        };
        objective.versions.iter().filter(changed).map(|version| row(objective, version))
    });
    Table {
        caption: "Targets, dates and definitions that changed".to_owned(),
        quiet_caption: false,
        columns: vec![
            Column::words("Objective", 10),
            Column::words("In force from", 14),
            Column::words("What is different", 42),
            Column::words("Why", 34),
        ],
        rows: rows.collect(),
        names: 0,
        dense: true,
    }
}

fn row(objective: &FrozenObjective, version: &FrozenVersion) -> Vec<Cell> {
    let from = version.effective.unwrap_or(version.recorded_on);
    let anew = objective.breaks.contains(&from).then(|| "values before and after are not compared".to_owned());
    vec![
        Cell::Text(objective.code.clone()),
        phrases::on(from),
        Cell::Pair(version.changes.join("; "), anew.unwrap_or_default()),
        Cell::Pair(version.reason.clone(), version.approved_by.clone()),
    ]
}
