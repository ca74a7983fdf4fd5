//! Readiness findings somebody accepted: what, why, by whom, until when.

use super::phrases;
use crate::domain::readiness::{Dismissal, table};
use crate::domain::snapshot::Snapshot;
use crate::report::document::{Block, Cell, Column, Part, Table};

/// The acceptances that held on the day of the snapshot; no part where there were none.
pub fn part(snapshot: &Snapshot) -> Option<Part> {
    if snapshot.accepted.is_empty() {
        return None;
    }
    let columns = vec![
        Column::words("About", 16),
        Column::words("Finding", 30),
        Column::words("Why it is accepted", 36),
        Column::words("Accepted by", 16),
        Column::words("Until", 14),
    ];
    let rows = snapshot.accepted.iter().map(row).collect();
    let caption = "Readiness findings accepted on the day of this snapshot".to_owned();
    let table = Table { caption, quiet_caption: true, columns, rows, names: 1, dense: false };
    let blocks = vec![Block::Table(table)];
    Some(Part::headed("accepted", "Annex: findings somebody accepted", blocks))
}

fn row(dismissal: &Dismissal) -> Vec<Cell> {
    let title = table::check(&dismissal.check).map_or("", |check| check.title);
    let about = dismissal.subject.strip_prefix("objective ").unwrap_or(&dismissal.subject);
    vec![
        Cell::Text(about.to_owned()),
        Cell::Pair(title.to_owned(), dismissal.check.clone()),
        Cell::Text(dismissal.reason.clone()),
        Cell::Text(dismissal.by.clone()),
        phrases::on(dismissal.until),
    ]
}
