//! Nonconformities and audits (9.3.2 d 1, d 3): findings and incidents on record, corrective actions with their effect.

use super::context::said;
use super::phrases;
use crate::domain::period::Date;
use crate::domain::readiness::Severity;
use crate::domain::review::{Action, ActionKind, AgendaTopic};
use crate::domain::snapshot::{FrozenSource, Snapshot};
use crate::domain::trace::{SourceKind, SourceStatus};
use crate::report::document::{Block, Cell, Column, Part, Table};

/// The part.
pub fn part(snapshot: &Snapshot, since: Option<Date>) -> Part {
    let findings: Vec<&FrozenSource> = of_kind(snapshot, SourceKind::Finding).collect();
    let open = findings.iter().filter(|f| f.source.status == SourceStatus::Open).count();
    let new = |source: &&FrozenSource| since.is_none_or(|since| source.source.recorded_on > since);
    let incidents: Vec<&FrozenSource> = of_kind(snapshot, SourceKind::Incident).filter(new).collect();
    let mut blocks = vec![Block::Lead(format!(
        "{} on record, {open} open; {} entered since the last review. {}",
        phrases::count(findings.len(), "finding of an audit", "findings of audits"),
        phrases::count(incidents.len(), "incident", "incidents"),
        readiness(snapshot),
    ))];
    let listed: Vec<&FrozenSource> =
        findings.into_iter().filter(|f| f.source.status == SourceStatus::Open || new(f)).chain(incidents).collect();
    if !listed.is_empty() {
        blocks.push(Block::Table(sources(&listed)));
    }
    let corrective: Vec<&Action> = snapshot
        .open_actions
        .iter()
        .chain(&snapshot.done_actions)
        .filter(|action| action.kind == ActionKind::Corrective)
        .collect();
    if corrective.is_empty() {
        blocks.push(Block::Text("No corrective action is on record.".to_owned()));
    } else {
        blocks.push(Block::Table(corrections(&corrective, snapshot.as_of)));
    }
    let notes = [AgendaTopic::NonconformityTrends, AgendaTopic::AuditResults];
    let notes: Vec<_> = notes.into_iter().filter_map(|topic| said(snapshot, topic)).collect();
    if !notes.is_empty() {
        blocks.push(Block::Facts(notes));
    }
    Part::headed("audits", "Nonconformities and audits · 9.3.2 d 1, d 3", blocks)
}

fn of_kind(snapshot: &Snapshot, kind: SourceKind) -> impl Iterator<Item = &FrozenSource> {
    snapshot.sources.iter().filter(move |frozen| frozen.source.kind == kind)
}

/// What this register's own checks say; the table stands in the annex.
fn readiness(snapshot: &Snapshot) -> String {
    let Some(found) = &snapshot.readiness else { return String::new() };
    let of = |severity| found.iter().filter(|f| f.severity == severity).map(|f| f.count).sum::<u32>();
    format!(
        "An auditor may raise {} major, {} minor and {} smaller points on the objectives; they stand in the annex.",
        of(Severity::Major),
        of(Severity::Minor),
        of(Severity::Observation)
    )
}

fn sources(listed: &[&FrozenSource]) -> Table {
    let row = |frozen: &&FrozenSource| {
        let source = &frozen.source;
        let day = source.day.unwrap_or(source.recorded_on);
        let pursued =
            if frozen.pursued_by.is_empty() { "no objective".to_owned() } else { frozen.pursued_by.join(", ") };
        vec![
            Cell::Text(source.name()),
            Cell::Pair(source.title.clone(), source.owner.clone()),
            phrases::on(day),
            Cell::Text(source.status.shown().to_owned()),
            Cell::Text(pursued),
        ]
    };
    Table {
        caption: "Findings and incidents".to_owned(),
        quiet_caption: true,
        columns: vec![
            Column::words("Which", 16),
            Column::words("What", 42),
            Column::words("Day", 14),
            Column::words("State", 10),
            Column::words("Pursued by", 18),
        ],
        rows: listed.iter().map(row).collect(),
        names: 0,
        dense: true,
    }
}

/// A corrective action removes a cause and is looked at again.
fn corrections(actions: &[&Action], as_of: Date) -> Table {
    let row = |action: &&Action| {
        let (mark, note) = phrases::action_mark(action, as_of);
        let check = match (action.checked_on, action.check_on) {
            (Some(day), _) => Cell::day(day, phrases::day(day), action.check_note.clone()),
            (None, Some(day)) => Cell::Text(format!("planned {}", phrases::day(day))),
            (None, None) => Cell::Text("no date".to_owned()),
        };
        vec![
            Cell::Text(action.code.clone()),
            Cell::Pair(action.text.clone(), action.owner.clone()),
            Cell::Text(action.cause.clone()),
            Cell::Mark(mark, note),
            check,
        ]
    };
    Table {
        caption: "Corrective actions and whether they helped".to_owned(),
        quiet_caption: false,
        columns: vec![
            Column::words("Objective", 10),
            Column::words("Action", 30),
            Column::words("Cause", 26),
            Column::words("State", 14),
            Column::words("Effect looked at", 20),
        ],
        rows: actions.iter().map(row).collect(),
        names: 1,
        dense: true,
    }
}
