//! What changed since the snapshot before: what a person who read the last pack must know first.

use super::phrases;
use crate::domain::changes::{Changes, NewReadings, Retarget};
use crate::domain::snapshot::Snapshot;
use crate::domain::status::{Freshness, Status};
use crate::domain::words;
use crate::report::document::{Block, Cell, Column, Mark, Part, Table};

/// Most new readings written out per objective; the newest.
const READINGS: usize = 6;

/// The part; the first snapshot says so.
pub fn part(snapshot: &Snapshot, changes: Option<&Changes>) -> Part {
    let blocks = match changes {
        None => vec![Block::Text("This is the first snapshot: there is nothing to compare it with yet.".to_owned())],
        Some(changes) => blocks(snapshot, changes),
    };
    Part { new_page: changes.is_some(), ..Part::headed("changes", "What changed", blocks) }
}

fn blocks(snapshot: &Snapshot, changes: &Changes) -> Vec<Block> {
    let since = format!("Since snapshot {}, as known on {}.", changes.since, phrases::day(changes.since_as_of));
    if changes.is_empty() {
        return vec![Block::Lead(format!("{since} Nothing in the register is different."))];
    }
    let mut blocks = vec![Block::Lead(since)];
    if !snapshot.reviews.is_empty() {
        let held = |r: &crate::domain::snapshot::FrozenReview| {
            format!(
                "review {} on {} ({} looked at)",
                r.number,
                phrases::day(r.date),
                phrases::count(r.items as usize, "objective", "objectives")
            )
        };
        let held: Vec<String> = snapshot.reviews.iter().map(held).collect();
        blocks.push(Block::Text(format!("Reviews held: {}.", held.join("; "))));
    }
    let tables = [
        status(changes),
        list(changes),
        retargeted(changes),
        corrected(changes),
        decisions(changes),
        readings(changes),
    ];
    blocks.extend(tables.into_iter().filter(|table| !table.rows.is_empty()).map(Block::Table));
    blocks
}

fn table(caption: &str, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Table {
    Table { caption: caption.to_owned(), quiet_caption: false, columns, rows, names: 0, dense: false }
}

fn status(changes: &Changes) -> Table {
    let columns = vec![
        Column::words("Objective", 34),
        Column::words("Before", 16),
        Column::words("Now", 16),
        Column::words("Why", 34),
    ];
    let cell = |(status, freshness): (Status, Freshness)| {
        Cell::Mark(Mark::status(status), format!("measured {}", words::freshness(freshness)))
    };
    let rows = changes
        .status
        .iter()
        .map(|c| {
            vec![Cell::Pair(c.title.clone(), c.code.clone()), cell(c.before), cell(c.now), Cell::Text(c.why.clone())]
        })
        .collect();
    table("Status", columns, rows)
}

fn list(changes: &Changes) -> Table {
    let columns = vec![Column::words("Objective", 50), Column::words("What happened", 50)];
    let with = |named: &[crate::domain::changes::Named], what: &str| -> Vec<Vec<Cell>> {
        let said = |note: &str| if note.is_empty() { what.to_owned() } else { format!("{what}: {note}") };
        named.iter().map(|n| vec![Cell::Pair(n.title.clone(), n.code.clone()), Cell::Text(said(&n.note))]).collect()
    };
    let rows = [
        with(&changes.added, "added"),
        with(&changes.retired, "closed"),
        with(&changes.withdrawn, "taken back: it is no longer in the register"),
    ];
    table("Objectives added and closed", columns, rows.concat())
}

fn retargeted(changes: &Changes) -> Table {
    let columns = vec![
        Column::words("Objective", 12),
        Column::words("Before", 20),
        Column::words("Now", 20),
        Column::words("Why, and who approved", 48),
    ];
    let due = |date: Option<crate::domain::period::Date>| date.map_or("no end date".to_owned(), phrases::day);
    let side = |r: &Retarget, pick: fn(&(String, String)) -> &String, later: bool| {
        let target = r.target.as_ref().map(pick).cloned().unwrap_or_default();
        let date = r.due.map(|(before, now)| due(if later { now } else { before })).unwrap_or_default();
        Cell::Text(phrases::dotted([target.as_str(), date.as_str()]))
    };
    let row = |r: &Retarget| {
        let approved = if r.approved_by.is_empty() { String::new() } else { format!("approved by {}", r.approved_by) };
        vec![
            Cell::Text(r.code.clone()),
            side(r, |t| &t.0, false),
            side(r, |t| &t.1, true),
            Cell::Pair(r.reason.clone(), approved),
        ]
    };
    table("Targets and dates moved", columns, changes.retargeted.iter().map(row).collect())
}

fn corrected(changes: &Changes) -> Table {
    let columns = vec![
        Column::words("Objective", 12),
        Column::words("Period", 14),
        Column::numbers("Shown before", 14),
        Column::numbers("Now", 14),
        Column::words("Why", 46),
    ];
    let row = |c: &crate::domain::changes::ValueChange| {
        let now = if c.now.is_empty() { "taken back".to_owned() } else { c.now.clone() };
        let note = if c.decided_on_old { "A decision was taken on the value shown before." } else { "" };
        vec![
            Cell::Text(c.code.clone()),
            Cell::Text(c.label.clone()),
            Cell::Text(c.before.clone()),
            Cell::Text(now),
            Cell::Pair(c.reason.clone(), note.to_owned()),
        ]
    };
    table("Values corrected after they were shown", columns, changes.corrected.iter().map(row).collect())
}

fn decisions(changes: &Changes) -> Table {
    let columns = vec![Column::words("Objective", 12), Column::words("Decided", 24), Column::words("In words", 64)];
    let row = |d: &crate::domain::changes::Decided| {
        vec![
            Cell::Text(d.code.clone()),
            Cell::Text(phrases::decided(&d.decision)),
            Cell::Pair(d.decision.text.clone(), d.decision.by.clone()),
        ]
    };
    table("Decisions", columns, changes.decisions.iter().map(row).collect())
}

fn readings(changes: &Changes) -> Table {
    let columns = vec![Column::words("Objective", 12), Column::words("Readings that came in", 88)];
    let row = |r: &NewReadings| {
        let said = |p: &crate::domain::changes::NewPeriod| match p.verdict {
            Some(verdict) => format!("{} {} {}", p.label, words::verdict(verdict).0, p.shown),
            None => format!("{} {}", p.label, p.shown),
        };
        let older = r.periods.len().saturating_sub(READINGS);
        let mut text = r.periods.iter().skip(older).map(said).collect::<Vec<_>>().join(", ");
        if older > 0 {
            text = format!("{older} earlier ones, then {text}");
        }
        vec![Cell::Text(r.code.clone()), Cell::Text(text)]
    };
    table("New readings", columns, changes.readings.iter().map(row).collect())
}
