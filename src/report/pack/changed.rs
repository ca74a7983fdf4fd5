//! What is different than in the snapshot before, as tables for the parts they belong to.

use crate::domain::changes::{Changes, NewReadings, ValueChange};
use crate::domain::snapshot::{FrozenObjective, FrozenPeriod, Snapshot};
use crate::domain::status::{Freshness, Status};
use crate::domain::words;
use crate::report::document::{Cell, Column, Mark, Table};

/// Most new readings written out per objective; the newest.
const READINGS: usize = 6;

fn table(caption: &str, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Table {
    Table { caption: caption.to_owned(), quiet_caption: false, columns, rows, names: 0, dense: false }
}

fn dense(caption: &str, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Table {
    Table { dense: true, ..table(caption, columns, rows) }
}

/// Status that changed, with the reason.
pub fn status(changes: &Changes) -> Table {
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
    table("Status that changed", columns, rows)
}

/// Objectives that came and went.
pub fn list(changes: &Changes) -> Table {
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

/// Values that were shown and are others now.
pub fn corrected(changes: &Changes, previous: &Snapshot, snapshot: &Snapshot) -> Table {
    let columns = vec![
        Column::words("Objective", 12),
        Column::words("Period", 14),
        Column::numbers("Shown before", 14),
        Column::numbers("Now", 14),
        Column::words("Why", 46),
    ];
    let row = |c: &ValueChange| {
        let now = if c.now.is_empty() { "taken back".to_owned() } else { c.now.clone() };
        let note = if c.decided_on_old { "A decision was taken on the value shown before." } else { "" };
        vec![
            Cell::Text(c.code.clone()),
            Cell::Text(c.label.clone()),
            value(c, c.before.clone(), previous),
            value(c, now, snapshot),
            Cell::Pair(c.reason.clone(), note.to_owned()),
        ]
    };
    table("Values corrected after they were shown", columns, changes.corrected.iter().map(row).collect())
}

/// A value that was shown, with the number a snapshot has of it.
fn value(change: &ValueChange, shown: String, snapshot: &Snapshot) -> Cell {
    let objective = snapshot.objective(&change.code);
    let stands = |period: &&FrozenPeriod| period.period_end == change.period_end && period.shown == shown;
    let exact = objective.and_then(|o| o.series.iter().rev().find(stands)?.value.clone());
    Cell::amount(shown, exact, objective.is_some_and(FrozenObjective::unit_is_percent), "")
}

/// Readings that came in.
pub fn readings(changes: &Changes) -> Table {
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
    dense("New readings", columns, changes.readings.iter().map(row).collect())
}
