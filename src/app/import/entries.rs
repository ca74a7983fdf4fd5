//! Entries of a register from a file, one row each: new, changed, known already.

use std::collections::{BTreeSet, HashMap};

use super::{Change, ImportReport, ImportRequest, PlanLine, RowError};
use crate::app::Refusal;
use crate::app::write::Write;
use crate::domain::directory::Entry;
use crate::domain::trace::Source;
use crate::exchange::entry::Table;
use crate::exchange::people::{entry_cells, entry_key};
use crate::exchange::sources::source_cells;
use crate::store::Record;

/// An entry that a file can bring.
pub(super) trait Brought: Record + Clone + PartialEq {
    /// The field a row is named by.
    const KEY_FIELD: &'static str;

    /// Its number in the register; 0 while it is new.
    fn id(&self) -> i64;

    /// What people call it.
    fn shown(&self) -> String;

    /// What it says in one line.
    fn summary(&self) -> String;

    /// Its content under the headers of a file.
    fn cells(&self) -> Vec<(&'static str, String)>;
}

impl Brought for Source {
    const KEY_FIELD: &'static str = "ref";

    fn id(&self) -> i64 {
        self.id
    }

    fn shown(&self) -> String {
        self.key()
    }

    fn summary(&self) -> String {
        self.title.clone()
    }

    fn cells(&self) -> Vec<(&'static str, String)> {
        source_cells(self)
    }
}

impl Brought for Entry {
    const KEY_FIELD: &'static str = "name";

    fn id(&self) -> i64 {
        self.id
    }

    fn shown(&self) -> String {
        entry_key(self)
    }

    fn summary(&self) -> String {
        [&self.role, &self.function]
            .map(String::as_str)
            .into_iter()
            .filter(|t| !t.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn cells(&self) -> Vec<(&'static str, String)> {
        entry_cells(self)
    }
}

/// Everything a file would do.
pub(super) struct Plan<R> {
    pub report: ImportReport,
    /// New entries and changed ones, in the order of the file.
    pub steps: Vec<R>,
}

/// Holds the rows of a file against what the register has.
pub(super) fn plan<R: Brought>(table: Table<R>, known: &[R], request: &ImportRequest) -> Plan<R> {
    let Table { rows, mut errors, notes, mapping } = table;
    let header = mapping.iter().find(|(field, _)| field == R::KEY_FIELD).map_or(R::KEY_FIELD, |(_, header)| header);
    let known: HashMap<i64, &R> = known.iter().map(|entry| (entry.id(), entry)).collect();
    let mut report = ImportReport { name: request.name.clone(), notes, ..ImportReport::default() };
    let mut steps = Vec::new();
    for (row, entry) in rows {
        let before = known.get(&entry.id()).copied();
        let (change, text) = match before {
            None => (Change::Create, entry.summary()),
            Some(before) if *before == entry => (Change::Unchanged, String::new()),
            Some(before) => (Change::Update, differences(before, &entry)),
        };
        if change == Change::Update && !request.update {
            let reason = format!("differs from the register: {text}; --update takes it over");
            errors.push(RowError::cell(row, header, reason));
            continue;
        }
        match change {
            Change::Create => report.created += 1,
            Change::Update => report.updated += 1,
            Change::Unchanged | Change::Keep | Change::Skip => report.unchanged += 1,
        }
        if request.dry_run {
            report.plan.push(PlanLine { row, code: entry.shown(), change, text });
        }
        if matches!(change, Change::Create | Change::Update) {
            steps.push(entry);
        }
    }
    finish(&mut report, request, errors);
    report.mapping = mapping;
    Plan { report, steps }
}

fn finish(report: &mut ImportReport, request: &ImportRequest, mut errors: Vec<RowError>) {
    errors.sort_by_key(|error| error.row);
    report.refused = errors.iter().map(|error| error.row).collect::<BTreeSet<_>>().len();
    if request.skip_invalid {
        report.skipped = report.refused;
    }
    if request.dry_run {
        let left_out = |error: &RowError| PlanLine {
            row: error.row,
            code: String::new(),
            change: Change::Skip,
            text: error.to_string(),
        };
        report.plan.extend(errors.iter().map(left_out));
        report.plan.sort_by_key(|line| line.row);
    }
    report.errors = errors;
}

/// What a row changes, as `level high -> low`.
fn differences<R: Brought>(before: &R, after: &R) -> String {
    let shown = |cell: String| if cell.is_empty() { "nothing".to_owned() } else { cell };
    let said: Vec<String> = before
        .cells()
        .into_iter()
        .zip(after.cells())
        .filter(|((_, before), (_, after))| before != after)
        .map(|((field, before), (_, after))| format!("{field} {} -> {}", shown(before), shown(after)))
        .collect();
    said.join(", ")
}

/// Writes entries: new ones get a number.
pub(super) fn keep<R: Brought>(write: &mut Write, entries: &[R]) -> Result<(), Refusal> {
    for entry in entries {
        match entry.id() {
            0 => {
                write.tx().add(entry)?;
            }
            id => write.tx().put(id, entry)?,
        }
    }
    Ok(())
}
