//! The sheet to sign (9.3.3): every decision that is wanted with room for the answer, and the names of those who decide.

use super::wanted::{Wanted, wanted};
use crate::domain::snapshot::Snapshot;
use crate::report::document::{Block, Cell, Column, Part, Table};

/// Empty lines for what comes up in the meeting.
const FREE: usize = 3;
/// Empty lines for names, where the register does not know who sits there.
const SIGNATURES: usize = 4;

/// The part.
pub fn part(snapshot: &Snapshot) -> Part {
    let asked = wanted(snapshot);
    let lead = match asked.len() {
        0 => "No decision is asked for; what the meeting decides is written here.".to_owned(),
        1 => "1 decision is asked for.".to_owned(),
        n => format!("{n} decisions are asked for."),
    };
    let rows = asked
        .iter()
        .enumerate()
        .map(|(at, asked)| question(at, asked))
        .chain((asked.len()..asked.len() + FREE).map(free))
        .collect();
    let decisions = Table {
        caption: "Decisions".to_owned(),
        quiet_caption: true,
        columns: vec![
            Column::numbers("", 4),
            Column::words("About", 26),
            Column::words("Asked", 32),
            Column::words("Decision", 22),
            Column::words("Who, by when", 16),
        ],
        rows,
        names: 1,
        dense: false,
    };
    let blocks = vec![Block::Lead(lead), Block::Table(decisions), Block::Table(signatures(snapshot))];
    Part::headed("decisions", "Decisions of the meeting · 9.3.3", blocks).on_a_new_page()
}

fn numbered(at: usize) -> Cell {
    super::phrases::counted(at as u32 + 1, (at + 1).to_string(), String::new())
}

fn question(at: usize, asked: &Wanted) -> Vec<Cell> {
    vec![
        numbered(at),
        Cell::Pair(asked.title.clone(), format!("{} · {} {}", asked.code, asked.mark.symbol, asked.mark.word)),
        Cell::Text(super::phrases::capital(&asked.question)),
        Cell::Fill(String::new()),
        Cell::Fill(String::new()),
    ]
}

fn free(at: usize) -> Vec<Cell> {
    let empty = || Cell::Fill(String::new());
    vec![numbered(at), empty(), empty(), empty(), empty()]
}

/// Those who sat in the last management review are the ones who sign; else there is room for names.
fn signatures(snapshot: &Snapshot) -> Table {
    let people = snapshot.list.as_ref().map(|list| list.people.clone()).unwrap_or_default();
    let named =
        people.into_iter().map(|name| vec![Cell::Text(name), Cell::Fill(String::new()), Cell::Fill(String::new())]);
    let mut rows: Vec<Vec<Cell>> = named.collect();
    if rows.is_empty() {
        rows = (0..SIGNATURES)
            .map(|_| vec![Cell::Fill(String::new()), Cell::Fill(String::new()), Cell::Fill(String::new())])
            .collect();
    }
    Table {
        caption: "Signatures".to_owned(),
        quiet_caption: false,
        columns: vec![Column::words("Name", 34), Column::words("Day", 20), Column::words("Signature", 46)],
        rows,
        names: 0,
        dense: false,
    }
}
