//! How many objectives stand how, now and last time, and what moved.

use super::super::document::{Block, Cell, Column, Mark, Part, Table, Tally};
use crate::domain::minutes::Minutes;
use crate::domain::snapshot::StatusCount;
use crate::domain::words;

pub(super) fn counts(minutes: &Minutes) -> Part {
    let tally = |heading, counts: &[StatusCount]| Tally {
        heading,
        counts: counts
            .iter()
            .filter(|count| count.objectives > 0)
            .map(|count| (Some(Mark::status(count.status)), count.objectives, words::status(count.status).1.to_owned()))
            .collect(),
    };
    let mut tallies = vec![tally("Now", &minutes.by_status)];
    if !minutes.by_status_before.is_empty() {
        tallies.push(tally("At the last meeting", &minutes.by_status_before));
    }
    tallies.push(Tally {
        heading: "Measured",
        counts: minutes
            .by_freshness
            .iter()
            .filter(|count| count.objectives > 0)
            .map(|count| (None, count.objectives, words::freshness(count.freshness).to_owned()))
            .collect(),
    });
    let mut blocks = vec![Block::Tallies(tallies)];
    blocks.extend(moves(minutes));
    Part { id: "standing", heading: Some("Where the objectives stand"), new_page: false, blocks }
}

fn moves(minutes: &Minutes) -> Option<Block> {
    let rows: Vec<Vec<Cell>> = minutes
        .status_changes
        .iter()
        .map(|moved| {
            let before = moved.before.map(|status| Cell::Mark(Mark::status(status), String::new()));
            vec![
                Cell::Pair(moved.code.clone(), moved.title.clone()),
                before.unwrap_or_else(|| Cell::Text("not on the list".to_owned())),
                Cell::Mark(Mark::status(moved.now), String::new()),
            ]
        })
        .collect();
    (!rows.is_empty()).then(|| {
        Block::Table(Table {
            caption: "What changed since the last meeting".to_owned(),
            quiet_caption: false,
            columns: vec![Column::words("Objective", 50), Column::words("Then", 25), Column::words("Now", 25)],
            rows,
            names: 0,
            dense: true,
        })
    })
}
