//! Bringing outside files into the register: the whole file is checked before anything is written, and everything
//! it brings is one operation in one transaction.

mod decide;
pub mod draft;
mod entries;
mod handed;
mod objectives;
mod parents;
mod people;
mod readings;
pub mod register;
mod sources;
mod start;

pub use handed::Handed;

pub use crate::exchange::input::Source;
pub use crate::exchange::number::NumberFormat;
pub use crate::exchange::problem::{Note, RowError};

use super::{Outcome, Refusal, RefusalKind, Session};
use crate::domain::operation::Operation;
use crate::domain::text::one_line;
use crate::exchange::headers::{Field, HeaderProblem, PEOPLE_FIELDS, SOURCE_FIELDS};
use crate::exchange::input::Input;
use crate::exchange::rows::FileProblem;
use crate::exchange::workbook::{Workbook, WorkbookProblem};

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
    /// Let a changed objective become a new version, and a changed source or person be taken over.
    pub update: bool,
    /// Leave out rows with errors instead of stopping.
    pub skip_invalid: bool,
    /// How `1,234` is meant.
    pub number_format: NumberFormat,
    /// Leave an objective that differs as the register has it, without an error.
    pub keep: bool,
    /// Why values the register has are corrected, for rows that give no reason of their own.
    pub reason: String,
    /// The sheet of an xlsx or ods file; empty is the first one that is shown.
    pub sheet: String,
    /// The number of the row that names the columns of a sheet; `None` looks for it.
    pub header_row: Option<u32>,
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
    /// It differs from the register, whose content stays.
    Keep,
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
            Change::Keep => "kept",
            Change::Skip => "skip",
        }
    }
}

/// One line of the preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLine {
    /// Line of the file, the header line being 1.
    pub row: u64,
    /// Code of the objective; the key of a source, the name of a person.
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
    /// Brings the objectives of a file into the register, in force at once unless their lifecycle says draft or what
    /// their status is computed from is missing. Row errors are in the report; a refusal means the call itself or the
    /// file as a whole is unusable.
    pub fn import_objectives(&mut self, request: ImportRequest) -> Result<ImportReport, Refusal> {
        let input = look(&request)?;
        let today = self.env.clock.now().today;
        if request.dry_run {
            return self.store.read(|reader| Ok(objectives::plan(reader, &input, &request, today)?.report));
        }
        let mut report = ImportReport::default();
        let outcome = self.write(Operation::ObjectiveImport, &reason(&request), |write| {
            let plan = objectives::plan(write.tx(), &input, &request, today)?;
            report = plan.report;
            if report.stopped() { Ok(Outcome::default()) } else { objectives::apply(write, plan.steps, &request.name) }
        })?;
        Ok(ImportReport { outcome, ..report })
    }

    /// Brings the readings of a file into the register. Row errors are in the report.
    pub fn import_readings(&mut self, request: ImportRequest) -> Result<ImportReport, Refusal> {
        let input = look(&request)?;
        let today = self.env.clock.now().today;
        if request.dry_run {
            return self.store.read(|reader| Ok(readings::plan(reader, &input, &request, today)?.report));
        }
        let mut report = ImportReport::default();
        let outcome = self.write(Operation::ReadingImport, &reason(&request), |write| {
            let mut plan = readings::plan(write.tx(), &input, &request, today)?;
            let stopped = plan.report.stopped();
            let outcome = if stopped { Outcome::default() } else { readings::apply(write, &mut plan, &request.name)? };
            report = plan.report;
            Ok(outcome)
        })?;
        Ok(ImportReport { outcome, ..report })
    }

    /// Brings the sources of a file into the register: what objectives serve. Row errors are in the report.
    pub fn import_sources(&mut self, request: ImportRequest) -> Result<ImportReport, Refusal> {
        let request = unpacked(request, &SOURCE_FIELDS)?;
        let input = look(&request)?;
        let today = self.env.clock.now().today;
        if request.dry_run {
            return self.store.read(|reader| Ok(sources::plan(reader, &input, &request, today)?.report));
        }
        let mut report = ImportReport::default();
        let outcome = self.write(Operation::SourceImport, &reason(&request), |write| {
            let plan = sources::plan(write.tx(), &input, &request, today)?;
            let stopped = plan.report.stopped();
            let outcome = if stopped { Outcome::default() } else { sources::apply(write, &plan, &request.name)? };
            report = plan.report;
            Ok(outcome)
        })?;
        Ok(ImportReport { outcome, ..report })
    }

    /// Brings the people of a file into the register, with the roles and functions they name. Row errors are in the
    /// report.
    pub fn import_people(&mut self, request: ImportRequest) -> Result<ImportReport, Refusal> {
        let request = unpacked(request, &PEOPLE_FIELDS)?;
        let input = look(&request)?;
        let today = self.env.clock.now().today;
        if request.dry_run {
            return self.store.read(|reader| Ok(people::plan(reader, &input, &request, today)?.report));
        }
        let mut report = ImportReport::default();
        let outcome = self.write(Operation::DirectoryImport, &reason(&request), |write| {
            let plan = people::plan(write.tx(), &input, &request, today)?;
            let stopped = plan.report.stopped();
            let outcome = if stopped { Outcome::default() } else { people::apply(write, &plan, &request.name)? };
            report = plan.report;
            Ok(outcome)
        })?;
        Ok(ImportReport { outcome, ..report })
    }
}

fn reason(request: &ImportRequest) -> String {
    format!("imported from {}", one_line(&request.name))
}

/// A request whose file is a spreadsheet, with the rows of its sheet in the place of the file.
fn unpacked(request: ImportRequest, fields: &'static [Field]) -> Result<ImportRequest, Refusal> {
    let name = one_line(&request.name).into_owned();
    let unusable = |problem: WorkbookProblem| draft::unusable(&name, &problem);
    if !request.source.is_spreadsheet().map_err(|error| unusable(error.into()))? {
        return Ok(request);
    }
    let book = Workbook::read(&request.source, &name).map_err(unusable)?;
    let table = draft::table_of(&book, &name, &request.sheet, request.header_row, fields)?;
    Ok(ImportRequest { source: table.into(), ..request })
}

fn look(request: &ImportRequest) -> Result<Input, Refusal> {
    Input::look(request.source.clone()).map_err(|error| unusable(&request.name, FileProblem::Unreadable(error)))
}

/// A file that is unusable as a whole, or a call that does not fit it.
fn unusable(name: &str, problem: FileProblem) -> Refusal {
    let kind = match &problem {
        FileProblem::Unreadable(_) => RefusalKind::File,
        FileProblem::Headers(HeaderProblem::Map(_)) => RefusalKind::Usage,
        FileProblem::Headers(HeaderProblem::File(_)) | FileProblem::NoTable(_) => RefusalKind::Invalid,
    };
    Refusal::new(kind, format!("{}: {problem}", one_line(name)))
}
