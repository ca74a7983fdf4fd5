//! The evidence at the end: open actions, readings, versions approved, and how to check that this paper is true.

use super::{Frozen, phrases};
use crate::domain::readiness::{Severity, table};
use crate::domain::snapshot::{FrozenCriterion, FrozenFinding, FrozenObjective, FrozenPeriod, FrozenVersion, Snapshot};
use crate::domain::words;
use crate::report::document::{Block, Cell, Column, Fact, Mark, Part, Table, Tone};

/// About how many rows the annex of readings may have: a paper, not an archive.
const ROWS: usize = 20_000;
/// Periods shown of every objective however many there are.
const LEAST_PERIODS: usize = 12;

/// What the readiness checks say, check by check; none in snapshots that froze nothing of it.
pub fn readiness(snapshot: &Snapshot) -> Option<Part> {
    let found = snapshot.readiness.as_ref()?;
    let row = |finding: &FrozenFinding| {
        let check = table::check(&finding.check);
        let tone = match finding.severity {
            Severity::Major => Tone::Bad,
            Severity::Minor => Tone::Watch,
            Severity::Observation => Tone::Quiet,
        };
        let mark = Mark { symbol: sign(finding.severity), word: words::severity(finding.severity), tone };
        let more = match finding.count {
            0 | 1 => String::new(),
            n => format!("and {} more like it", n - 1),
        };
        vec![
            Cell::Mark(mark, String::new()),
            Cell::Pair(check.map_or("", |check| check.title).to_owned(), finding.check.clone()),
            Cell::Pair(finding.fact.clone(), more),
            Cell::Text(check.map_or("", |check| check.clause).to_owned()),
        ]
    };
    let blocks = if found.is_empty() {
        vec![Block::Text("No check found anything an auditor may raise on the objectives.".to_owned())]
    } else {
        vec![Block::Table(Table {
            caption: "What an auditor may raise, check by check".to_owned(),
            quiet_caption: true,
            columns: vec![
                Column::words("Weight", 12),
                Column::words("Check", 26),
                Column::words("Found", 48),
                Column::words("Clause", 14),
            ],
            rows: found.iter().map(row).collect(),
            names: 1,
            dense: true,
        })]
    };
    Some(Part::headed("readiness", "Annex: what an auditor may raise", blocks))
}

fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Major => "■",
        Severity::Minor => "▲",
        Severity::Observation => "·",
    }
}

/// The readings behind every status.
pub fn readings(snapshot: &Snapshot) -> Part {
    let measured: Vec<&FrozenObjective> = snapshot.objectives.iter().filter(|o| !o.series.is_empty()).collect();
    let most = (ROWS / measured.len().max(1)).max(LEAST_PERIODS);
    let mut blocks = Vec::new();
    if measured.is_empty() {
        blocks.push(Block::Text("Nothing has been measured yet.".to_owned()));
    }
    if let Some(longest) = measured.iter().map(|o| o.series.len()).max().filter(|longest| *longest > most) {
        blocks.push(Block::Note(format!(
            "The latest {most} periods of each objective, of up to {longest}; the JSON pack of this snapshot holds all of them."
        )));
    }
    blocks.extend(measured.into_iter().map(|objective| Block::Table(series(objective, most))));
    blocks.extend(snapshot.objectives.iter().filter(|o| !o.criteria.is_empty()).map(|o| Block::Table(criteria(o))));
    Part::headed("readings", "Annex: readings and evidence", blocks).on_a_new_page()
}

fn series(objective: &FrozenObjective, most: usize) -> Table {
    let formula = if objective.formula.is_empty() { &objective.metric } else { &objective.formula };
    Table {
        caption: phrases::dotted([objective.code.as_str(), &objective.title, formula]),
        quiet_caption: false,
        columns: vec![
            Column::words("Period", 11),
            Column::numbers("Value", 12),
            Column::numbers("Counted", 12),
            Column::numbers("Target then", 11),
            Column::words("Judged", 14),
            Column::words("What it means, and notes", 40),
        ],
        rows: objective.series.iter().rev().take(most).map(|period| row(objective, period)).collect(),
        names: 0,
        dense: true,
    }
}

/// A milestone is shown by its criteria.
fn criteria(objective: &FrozenObjective) -> Table {
    let row = |criterion: &FrozenCriterion| {
        let state = match criterion.done {
            Some(_) => Mark { symbol: "✓", word: "done", tone: Tone::Good },
            None => Mark { symbol: "○", word: "open", tone: Tone::Quiet },
        };
        vec![
            Cell::Text(criterion.text.clone()),
            phrases::on_or(criterion.planned, ""),
            phrases::on_or(criterion.done, ""),
            Cell::Mark(state, String::new()),
            Cell::Text(criterion.evidence.clone()),
        ]
    };
    Table {
        caption: phrases::dotted([objective.code.as_str(), &objective.title]),
        quiet_caption: false,
        columns: vec![
            Column::words("Criterion", 36),
            Column::words("Planned", 13),
            Column::words("Done", 13),
            Column::words("State", 10),
            Column::words("Evidence", 28),
        ],
        rows: objective.criteria.iter().map(row).collect(),
        names: 0,
        dense: true,
    }
}

fn row(objective: &FrozenObjective, period: &FrozenPeriod) -> Vec<Cell> {
    let judged = match (period.missing, period.verdict) {
        (true, _) => Cell::Mark(Mark { symbol: "?", word: "no reading", tone: Tone::Unknown }, String::new()),
        (false, Some(verdict)) => Cell::Mark(Mark::verdict(verdict), String::new()),
        (false, None) => Cell::Text("at the due date".to_owned()),
    };
    let counts = match (&period.numerator, &period.denominator) {
        (Some(numerator), Some(denominator)) => format!("{} of {}", numerator.text(), denominator.text()),
        _ => String::new(),
    };
    let target = objective.target_on(period.period_start).map_or_else(
        || Cell::Text(String::new()),
        |(_, target)| phrases::target_said(objective, &target.text, String::new()),
    );
    vec![
        Cell::Text(period.label.clone()),
        Cell::amount(period.shown.clone(), period.value.clone(), objective.unit_is_percent(), ""),
        Cell::Text(counts),
        target,
        judged,
        said(objective, period),
    ]
}

fn said(objective: &FrozenObjective, period: &FrozenPeriod) -> Cell {
    let mut notes = Vec::new();
    if period.corrected {
        let why = if period.correction.is_empty() { String::new() } else { format!(": {}", period.correction) };
        notes.push(format!("* corrected{why}"));
    }
    if period.days_late > 0 {
        let days = phrases::count(period.days_late as usize, "day", "days");
        notes.push(format!("' entered {days} after the period"));
    }
    if let Some(note) = objective.not_measured.iter().find(|n| n.period_end == period.period_end) {
        notes.push(format!("not measured: {} ({}, {})", note.reason, note.by, phrases::day(note.on)));
    }
    if let Some(decision) = period.decision {
        notes.push(format!("decided: {}", words::decision(decision)));
    }
    if period.automatic {
        notes.push("written automatically".to_owned());
    }
    let notes = notes.join("; ");
    if period.meaning.is_empty() { Cell::Text(notes) } else { Cell::Said(period.meaning.clone(), notes) }
}

/// Versions approved since the snapshot before, of the first snapshot all.
pub fn versions(snapshot: &Snapshot, previous: Option<&Snapshot>) -> Part {
    let known = |code: &str, version: &FrozenVersion| {
        previous.and_then(|p| p.objective(code)).is_some_and(|o| {
            o.versions
                .iter()
                .any(|v| v.number == version.number && v.approved_on == version.approved_on && v.draft == version.draft)
        })
    };
    let row = |objective: &FrozenObjective, version: &FrozenVersion| {
        let who = phrases::dotted([version.approved_by.as_str(), &version.approved_ref]);
        vec![
            Cell::Text(objective.code.clone()),
            phrases::counted(version.number, version.number.to_string(), String::new()),
            match version.approved_on {
                Some(on) => Cell::day(on, phrases::day(on), who),
                None => Cell::Pair("not recorded".to_owned(), who),
            },
            phrases::version_target(objective, version),
            Cell::Text(version.reason.clone()),
        ]
    };
    let rows: Vec<_> = snapshot
        .objectives
        .iter()
        .flat_map(|o| o.versions.iter().filter(|v| !v.draft && !known(&o.code, v)).map(move |v| row(o, v)))
        .collect();
    let caption = match previous {
        Some(previous) => format!("Since snapshot {}", previous.number),
        None => "Of this first snapshot: all versions put in force".to_owned(),
    };
    let columns = vec![
        Column::words("Objective", 12),
        Column::numbers("Version", 8),
        Column::words("Approved", 30),
        Column::words("Target, due", 18),
        Column::words("Why", 32),
    ];
    let blocks = if rows.is_empty() {
        vec![Block::Text("No version was put in force since the last snapshot.".to_owned())]
    } else {
        vec![Block::Table(Table { caption, quiet_caption: false, columns, rows, names: 0, dense: false })]
    };
    Part::headed("versions", "Annex: versions put in force", blocks).on_a_new_page()
}

/// What this paper is bound to, and how to check it.
pub fn checkpoint(frozen: &Frozen) -> Part {
    let snapshot = frozen.snapshot;
    let limits = snapshot.limits.last();
    let blocks = vec![
        Block::Facts(vec![
            Fact::plain("Register", snapshot.register.clone()),
            Fact::plain("State", format!("journal entry {}, {}", snapshot.seq, snapshot.head)),
            Fact::plain(
                "Snapshot",
                format!("{}, taken {} by {}", snapshot.number, snapshot.taken_at, snapshot.taken_by),
            ),
            Fact::plain("SHA-256", frozen.sha256.to_owned()),
            Fact::plain("Program", format!("sixtwo {}", snapshot.app)),
            Fact::plain("Judged by", limits.map(judged_by).unwrap_or_else(|| "the default limits".to_owned())),
        ]),
        Block::Text(format!(
            "Every figure and status here comes from snapshot {}; nothing was typed for this paper. To check it, run \
             “sixtwo verify” on the objectives file, then “sixtwo snapshot list --json”: snapshot {} must show the same state \
             and SHA-256 as above. The chain of entries shows changes made outside the program; keep this page outside \
             the owner's hands, so that a chain made anew would not go unnoticed.",
            snapshot.number, snapshot.number
        )),
    ];
    Part::headed("checkpoint", "Annex: how to check this paper", blocks)
}

fn judged_by(limits: &crate::domain::snapshot::FrozenLimits) -> String {
    let [w, m, q, h, y] = limits.grace_days;
    format!(
        "behind by more than {} points is at risk, more than {} off track; days to report: week {w}, month {m}, quarter {q}, half {h}, year {y}; misses allowed: {}",
        limits.tolerance_behind, limits.tolerance_far, limits.misses_allowed
    )
}
