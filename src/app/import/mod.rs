//! Bringing outside files into the register: the whole file is checked before anything is written, and everything
//! it brings is one operation in one transaction.

pub use crate::exchange::input::Source;
pub use crate::exchange::number::NumberFormat;
pub use crate::exchange::problem::{Note, RowError};

use super::{Outcome, Refusal, Session};

/// What to bring in, and how.
#[derive(Clone, Debug, Default)]
pub struct ImportRequest {
    /// The file as the person named it: every message starts with it.
    pub name: String,
    /// Where its bytes come from.
    pub source: Source,
    /// `field=Header`, as `--map` gives them: ours on the left.
    pub maps: Vec<String>,
    /// Only say what would happen.
    pub dry_run: bool,
    /// Let a changed objective become a new version.
    pub update: bool,
    /// Leave out rows with errors instead of stopping.
    pub skip_invalid: bool,
    /// How `1,234` is meant.
    pub number_format: NumberFormat,
}

/// What happens to one line of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It makes something new.
    Create,
    /// It changes what is there.
    Update,
    /// It says what the register already holds.
    Unchanged,
    /// It is left out because of an error, as `--skip-invalid` asks.
    Skip,
}

impl Change {
    /// The word of the preview.
    pub fn word(self) -> &'static str {
        match self {
            Change::Create => "create",
            Change::Update => "update",
            Change::Unchanged => "unchanged",
            Change::Skip => "skip",
        }
    }
}

/// One line of the preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLine {
    /// Line of the file, the header line being 1.
    pub row: u64,
    /// Code of the objective.
    pub code: String,
    /// What happens.
    pub change: Change,
    /// What the line says, or why it is left out: `2026-10-31 95.5`, `target 95 -> 98`.
    pub text: String,
}

/// What an import did, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// The file as the person named it.
    pub name: String,
    /// Rows that made something new.
    pub created: usize,
    /// Rows that changed what was there.
    pub updated: usize,
    /// Rows the register already held.
    pub unchanged: usize,
    /// Rows left out because of an error, as `--skip-invalid` asked.
    pub skipped: usize,
    /// Rows with an error.
    pub refused: usize,
    /// What a person should know although it stopped nothing.
    pub notes: Vec<Note>,
    /// Line by line, for a dry run; empty otherwise.
    pub plan: Vec<PlanLine>,
    /// The errors, the first thousand of them; `refused` counts all rows.
    pub errors: Vec<RowError>,
    /// Which header was read as which field: (field, header).
    pub mapping: Vec<(String, String)>,
    /// What was written; empty for a dry run, where nothing changed, and where errors stopped the import.
    pub outcome: Outcome,
}

impl ImportReport {
    /// Whether errors stopped the import: nothing was written and the exit code is 1.
    pub fn stopped(&self) -> bool {
        self.refused > self.skipped
    }

    /// The errors as `file:row:column: reason`, one line each.
    pub fn error_lines(&self) -> impl Iterator<Item = String> {
        self.errors.iter().map(|error| format!("{}:{error}", self.name))
    }
}

impl Session {
    /// Brings the objectives of a file into the register, in force at once unless their lifecycle says draft.
    /// Row errors are in the report; a refusal means the call itself or the file as a whole is unusable.
    pub fn import_objectives(&mut self, _request: ImportRequest) -> Result<ImportReport, Refusal> {
        Err(Refusal::invalid("the import of objectives is not there yet"))
    }

    /// Brings the readings of a file into the register. Row errors are in the report.
    pub fn import_readings(&mut self, _request: ImportRequest) -> Result<ImportReport, Refusal> {
        Err(Refusal::invalid("the import of readings is not there yet"))
    }
}
