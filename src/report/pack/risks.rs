//! Risks and their treatment (9.3.2 f), as far as objectives are concerned: top risks nobody pursues first, then those an
//! objective serves with how it stands.

use super::context::said;
use super::phrases;
use crate::domain::review::AgendaTopic;
use crate::domain::snapshot::{FrozenSource, Snapshot};
use crate::domain::trace::{Source, SourceKind, SourceStatus};
use crate::domain::words;
use crate::report::document::{Block, Cell, Column, Part, Table};

/// The part; none where the register knows no risk and nobody wrote about them.
pub fn part(snapshot: &Snapshot) -> Option<Part> {
    let counts = |frozen: &&FrozenSource| {
        frozen.source.kind == SourceKind::Risk
            && matches!(frozen.source.status, SourceStatus::Open | SourceStatus::Accepted)
    };
    let (mut risks, rest): (Vec<&FrozenSource>, Vec<&FrozenSource>) =
        snapshot.sources.iter().filter(counts).partition(|frozen| frozen.uncovered);
    let uncovered = risks.len();
    risks.extend(rest);
    let note = said(snapshot, AgendaTopic::RiskAssessment);
    if risks.is_empty() && note.is_none() {
        return None;
    }
    let mut blocks = Vec::new();
    if !risks.is_empty() {
        blocks.push(Block::Lead(lead(snapshot, uncovered, risks.len())));
        blocks.push(Block::Table(table(snapshot, &risks)));
    }
    if let Some(note) = note {
        blocks.push(Block::Facts(vec![note]));
    }
    Some(Part::headed("risks", "Risks and their treatment · 9.3.2 f", blocks))
}

fn lead(snapshot: &Snapshot, uncovered: usize, all: usize) -> String {
    let assessed = snapshot
        .sources
        .iter()
        .filter(|frozen| frozen.source.kind == SourceKind::Assessment)
        .filter_map(|frozen| Some((frozen.source.day?, &frozen.source.reference)))
        .max();
    let assessed = match assessed {
        Some((day, reference)) => {
            format!(" The last risk assessment on record is {reference} of {}.", phrases::day(day))
        }
        None => " No risk assessment is on record.".to_owned(),
    };
    let of = phrases::count(all, "risk", "risks");
    match uncovered {
        0 => format!("Each of the top risks has an objective or a treatment; {of} on record.{assessed}"),
        1 => format!("1 top risk has neither an objective nor an open treatment; {of} on record.{assessed}"),
        n => format!("{n} top risks have neither an objective nor an open treatment; {of} on record.{assessed}"),
    }
}

fn table(snapshot: &Snapshot, risks: &[&FrozenSource]) -> Table {
    Table {
        caption: "Risks, those without an answer first".to_owned(),
        quiet_caption: true,
        columns: vec![
            Column::words("Risk", 30),
            Column::words("Level", 10),
            Column::words("Owner", 14),
            Column::words("Objectives that serve it", 23),
            Column::words("Treatment", 23),
        ],
        rows: risks.iter().map(|frozen| row(snapshot, frozen)).collect(),
        names: 0,
        dense: true,
    }
}

fn row(snapshot: &Snapshot, frozen: &FrozenSource) -> Vec<Cell> {
    let risk = &frozen.source;
    let objectives = match (frozen.pursued_by.is_empty(), risk.status) {
        (true, SourceStatus::Accepted) => Cell::Pair("accepted".to_owned(), risk.acceptance.clone()),
        (true, _) if frozen.uncovered => Cell::Text("none".to_owned()),
        (true, _) => Cell::Text(String::new()),
        (false, _) => {
            Cell::Text(frozen.pursued_by.iter().map(|code| stands(snapshot, code)).collect::<Vec<_>>().join(", "))
        }
    };
    vec![
        Cell::Pair(risk.title.clone(), risk.reference.clone()),
        Cell::Text(risk.level.clone()),
        Cell::Text(risk.owner.clone()),
        objectives,
        treatments(snapshot, risk),
    ]
}

/// `IT-2 ■ off track`.
fn stands(snapshot: &Snapshot, code: &str) -> String {
    match snapshot.objective(code) {
        Some(objective) => {
            let (symbol, word) = words::status(objective.status);
            format!("{code} {symbol} {word}")
        }
        None => code.to_owned(),
    }
}

fn treatments(snapshot: &Snapshot, risk: &Source) -> Cell {
    let treats = |frozen: &&FrozenSource| {
        let source = &frozen.source;
        source.kind == SourceKind::Treatment && source.treated().any(|one| one.eq_ignore_ascii_case(&risk.reference))
    };
    let said = |frozen: &FrozenSource| {
        let source = &frozen.source;
        let due = source.due.map(|due| format!(", by {}", phrases::day(due))).unwrap_or_default();
        let late = source.status == SourceStatus::Open && source.due.is_some_and(|due| due < snapshot.as_of);
        let state = if late { "▲ late".to_owned() } else { source.status.shown().to_owned() };
        format!("{}: {}, {state}{due}", source.reference, source.title)
    };
    Cell::Text(snapshot.sources.iter().filter(treats).map(said).collect::<Vec<_>>().join("; "))
}
