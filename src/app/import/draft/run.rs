//! A draft held against the register: what would become of it, and taking it over. Both do the same work in one
//! transaction; a preview rolls it back, so that it never says something else than what happens.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::tables::{Known, Tables};
use super::{CellAt, CellFate, Draft, Fate, Layout, Preview, RefusedCell, Role};
use crate::app::import::{Change, ImportReport, ImportRequest, Note, RowError, Source, look, objectives, readings};
use crate::app::refusal::{Refusal, RefusalKind};
use crate::app::rules::rules_from;
use crate::app::write::Write;
use crate::app::{Outcome, Session};
use crate::domain::operation::Operation;
use crate::domain::text::one_line;
use crate::exchange::number::is_blank;

/// Called now and then with how much is done of how much; `false` stops the work, and nothing is written.
pub type Progress<'a> = &'a mut dyn FnMut(usize, usize) -> bool;

/// The steps of the work, as [`Progress`] counts them.
const STEPS: usize = 5;

impl Session {
    /// Looks at a file of tables: csv, tsv, xlsx or ods.
    pub fn look_at(&mut self, path: &Path) -> Result<Draft, Refusal> {
        self.look_at_source(&path.display().to_string(), &Source::File(path.to_owned()))
    }

    /// Looks at a file that was read already; `name` as the person named it.
    pub fn look_at_source(&mut self, name: &str, source: &Source) -> Result<Draft, Refusal> {
        let reader = self.store.reader();
        let calendar = rules_from(&reader.settings()?).calendar;
        let sight = crate::store::Sight::today(self.env.clock.now().today);
        let known = reader.objectives(&sight)?.into_iter().map(|loaded| Known {
            code: loaded.objective.code,
            title: loaded.objective.definition.title,
            unit: loaded.objective.definition.unit,
            why_target: loaded.objective.definition.why_target,
        });
        let known: Vec<Known> = known.collect();
        Draft::look(name, source, calendar, known)
    }

    /// What would become of a draft. Nothing is written.
    pub fn preview(&mut self, draft: &Draft, progress: Progress<'_>) -> Result<Preview, Refusal> {
        let mut preview = None;
        let rolled_back = self.write(Operation::SheetImport, "", |write| {
            preview = Some(bring(write, draft, progress)?);
            Err(Refusal::invalid("a preview writes nothing"))
        });
        match (preview, rolled_back) {
            (Some(preview), _) => Ok(preview),
            (None, Err(refusal)) => Err(refusal),
            (None, Ok(_)) => Ok(Preview::default()),
        }
    }

    /// Takes a draft over: objectives, readings and their approval in one operation, which one undo takes back. Where
    /// questions are open or refusals are not left out, nothing is written and the outcome is empty.
    pub fn take_over(&mut self, draft: &Draft, progress: Progress<'_>) -> Result<Preview, Refusal> {
        let mut preview = Preview::default();
        let written = self.write(Operation::SheetImport, &format!("imported from {}", draft.name()), |write| {
            preview = bring(write, draft, progress)?;
            if preview.stops(draft.choices().leave_out_refused) {
                return Err(Refusal::invalid(STOPPED));
            }
            Ok(preview.outcome.clone())
        });
        match written {
            Ok(outcome) => Ok(Preview { outcome, ..preview }),
            Err(refusal) if refusal.message == STOPPED => Ok(Preview { outcome: Outcome::default(), ..preview }),
            Err(refusal) => Err(refusal),
        }
    }
}

const STOPPED: &str = "refused cells or open questions stop the import";

fn step(progress: &mut Progress<'_>, done: usize) -> Result<(), Refusal> {
    if progress(done, STEPS) {
        Ok(())
    } else {
        Err(Refusal::new(RefusalKind::Usage, "stopped; nothing was taken over"))
    }
}

/// Does the work inside of a transaction.
fn bring(write: &mut Write, draft: &Draft, mut progress: Progress<'_>) -> Result<Preview, Refusal> {
    step(&mut progress, 0)?;
    let tables = draft.tables();
    let mut work = Work::new(draft, tables);
    step(&mut progress, 1)?;
    let objectives = if draft.layout() == Layout::Readings { None } else { Some(work.objectives(write)?) };
    step(&mut progress, 2)?;
    let readings = work.readings(write)?;
    step(&mut progress, STEPS)?;
    Ok(work.finish(objectives, readings))
}

struct Work<'a> {
    draft: &'a Draft,
    tables: Tables,
    preview: Preview,
    /// Rows whose objective is refused.
    refused_rows: BTreeSet<u32>,
}

impl<'a> Work<'a> {
    fn new(draft: &'a Draft, mut tables: Tables) -> Work<'a> {
        let preview = Preview {
            file: draft.name().to_owned(),
            sheet: draft.sheet().name.clone(),
            rows: std::mem::take(&mut tables.rows),
            cells: std::mem::take(&mut tables.cells),
            refused: std::mem::take(&mut tables.refused),
            notes: draft.notes().iter().cloned().chain(std::mem::take(&mut tables.notes)).collect(),
            counts: tables.counts,
            open_questions: draft.open_questions().count(),
            ..Preview::default()
        };
        let refused_rows = preview.rows.iter().filter(|row| row.fate == Fate::Refused).map(|row| row.row).collect();
        let mut work = Work { draft, tables, preview, refused_rows };
        work.note_hidden_rows();
        work
    }

    fn note_hidden_rows(&mut self) {
        let brought = |row: &u32| self.preview.rows.iter().any(|fate| fate.row == *row && fate.fate != Fate::LeftOut);
        let hidden = self.draft.sheet().rows.iter().filter(|row| row.hidden).map(|row| row.number);
        let hidden: Vec<String> = hidden.filter(brought).map(|row| row.to_string()).collect();
        if !hidden.is_empty() {
            let word = if hidden.len() == 1 { "row" } else { "rows" };
            self.preview
                .notes
                .push(format!("{word} {} not shown in the sheet, taken over with the others", hidden.join(", ")));
        }
    }

    fn request(&self, table: crate::exchange::input::Table) -> ImportRequest {
        let choices = self.draft.choices();
        ImportRequest {
            name: self.draft.name().to_owned(),
            source: table.into(),
            dry_run: true,
            update: choices.update,
            keep: !choices.update,
            skip_invalid: true,
            number_format: self.draft.number_format(),
            reason: choices.reason.clone(),
            ..ImportRequest::default()
        }
    }

    fn objectives(&mut self, write: &mut Write) -> Result<Outcome, Refusal> {
        let table = std::mem::take(&mut self.tables.objectives);
        let request = self.request(table);
        let input = look(&request)?;
        let today = write.today();
        let plan = objectives::plan(write.tx(), &input, &request, today)?;
        let report = plan.report.clone();
        for error in &report.errors {
            self.refuse_row(error);
        }
        for note in &report.notes {
            self.note(note);
        }
        for line in report.plan.iter().filter(|line| line.change != Change::Skip) {
            if let Some(row) = self.preview.rows.iter_mut().find(|row| u64::from(row.row) == line.row) {
                row.fate = line.change.into();
                row.code.clone_from(&line.code);
                row.text = if line.change == Change::Create { String::new() } else { line.text.clone() };
                if row.fate == Fate::Create {
                    row.title.clone_from(&line.text);
                }
            }
        }
        let count = |fate: Fate| self.preview.rows.iter().filter(|row| row.fate == fate).count();
        let counts = [Fate::Create, Fate::Update, Fate::Unchanged, Fate::Kept].map(count);
        [self.preview.created, self.preview.updated, self.preview.unchanged, self.preview.kept] = counts;
        objectives::apply(write, plan.steps, &request.name)
    }

    /// An error of a row at its cell; one of the row as a whole at the cell with its title.
    fn refuse_row(&mut self, error: &RowError) {
        let row = u32::try_from(error.row).unwrap_or(0);
        let column = self.draft.column_of(&error.column).or(self.draft.column_of("title")).unwrap_or(0);
        let at = CellAt::new(row, column);
        let named = self.draft.column_of(&error.column).is_some() || error.column.is_empty() || error.column == "title";
        let reason =
            if named { error.reason.clone() } else { format!("{}: {}", error.column.replace('_', " "), error.reason) };
        self.refused_rows.insert(row);
        if let Some(fate) = self.preview.rows.iter_mut().find(|fate| fate.row == row) {
            fate.fate = Fate::Refused;
            fate.text.clone_from(&reason);
        }
        self.refuse(at, reason);
    }

    fn refuse(&mut self, at: CellAt, reason: String) {
        self.preview.cells.insert(at, CellFate::Refused(reason.clone()));
        self.preview.refused.push(RefusedCell { at, content: self.draft.shown(at), reason });
    }

    fn note(&mut self, note: &Note) {
        let row = u32::try_from(note.row).unwrap_or(0);
        let place = match (row, self.draft.column_of(&note.column)) {
            (0, _) => String::new(),
            (row, Some(column)) => format!("{}: ", CellAt::new(row, column)),
            (row, None) if note.column.is_empty() => format!("row {row}: "),
            (row, None) => format!("row {row}, {}: ", note.column.replace('_', " ")),
        };
        self.preview.notes.push(format!("{place}{}", note.text));
    }

    fn readings(&mut self, write: &mut Write) -> Result<Outcome, Refusal> {
        let mut table = std::mem::take(&mut self.tables.readings);
        let waits = |row: u32| self.refused_rows.contains(&row) && self.draft.known_in(row).is_none();
        let cells = &self.tables.reading_cells;
        let (kept, waiting): (Vec<_>, Vec<_>) =
            table.rows.into_iter().partition(|(number, _)| !waits(cells[*number as usize - 1].row));
        table.rows = kept;
        let waiting: Vec<CellAt> = waiting.iter().map(|(number, _)| cells[*number as usize - 1]).collect();
        for at in waiting {
            self.preview.counts.waiting += 1;
            let why = format!("comes in with row {}, which is refused", at.row);
            self.preview.cells.insert(at, CellFate::Waiting(why));
        }
        if table.rows.is_empty() {
            return Ok(Outcome::default());
        }
        let values: BTreeMap<u64, Vec<String>> = table.rows.iter().cloned().collect();
        let headers = table.headers.clone();
        let request = self.request(table);
        let input = look(&request)?;
        let today = write.today();
        let mut plan = readings::plan(write.tx(), &input, &request, today)?;
        let report = plan.report.clone();
        self.take_readings(&report, &headers, &values);
        readings::apply(write, &mut plan, &request.name)
    }

    fn take_readings(&mut self, report: &ImportReport, headers: &[String], values: &BTreeMap<u64, Vec<String>>) {
        let place = |number: u64| self.tables.reading_cells.get(number as usize - 1).copied();
        let mut refused: BTreeMap<CellAt, (CellAt, String)> = BTreeMap::new();
        for error in report.errors.iter().filter(|error| error.row > 0) {
            let Some(at) = place(error.row) else { continue };
            let column =
                if self.draft.layout() == Layout::Readings { self.draft.column_of(&error.column) } else { None };
            let cell = CellAt::new(at.row, column.unwrap_or(at.column));
            refused.entry(at).or_insert((cell, error.reason.clone()));
        }
        let text = |cells: &[String], field: &str| -> String {
            let at = headers.iter().position(|header| header == field);
            at.and_then(|at| cells.get(at)).cloned().unwrap_or_default()
        };
        let mut fates = Vec::new();
        for line in report.plan.iter().filter(|line| line.row > 0 && line.change != Change::Skip) {
            let (Some(at), Some(cells)) = (place(line.row), values.get(&line.row)) else { continue };
            let value = line.text.split_once(' ').map_or_else(|| text(cells, "value"), |(_, value)| value.to_owned());
            let meaning = text(cells, "evaluation");
            fates.push((at, line.code.clone(), line.change, value, meaning));
        }
        for (at, code, change, value, meaning) in fates {
            self.count(change, &meaning);
            let period = self.period_of(at);
            let unit = self.draft.unit_of(at.row);
            let unit = unit.trim_matches(is_blank);
            let value = if unit.is_empty() { value } else { format!("{value} {unit}") };
            self.preview.cells.insert(at, CellFate::Reading { value, period, change, meaning });
            if let Some(row) = self.preview.rows.iter_mut().find(|row| row.row == at.row) {
                row.readings += usize::from(change != Change::Unchanged);
                if row.code.is_empty() {
                    row.code = code;
                }
                if self.draft.layout() == Layout::Readings {
                    row.fate = change.into();
                }
            }
        }
        for (counted, (at, reason)) in refused {
            self.preview.counts.refused += 1;
            self.preview.cells.remove(&counted);
            if self.draft.layout() == Layout::Readings
                && let Some(row) = self.preview.rows.iter_mut().find(|row| row.row == at.row)
            {
                row.fate = Fate::Refused;
                row.text.clone_from(&reason);
            }
            self.refuse(at, reason);
        }
        for note in report.notes.iter().filter(|note| note.row == 0 && note.column.is_empty()) {
            self.preview.notes.push(note.text.clone());
        }
    }

    fn count(&mut self, change: Change, meaning: &str) {
        let counts = &mut self.preview.counts;
        counts.readings += 1;
        counts.known += usize::from(change == Change::Unchanged);
        counts.corrected += usize::from(change == Change::Update);
        counts.meanings += usize::from(!meaning.is_empty());
    }

    fn period_of(&self, at: CellAt) -> String {
        match self.draft.columns().get(at.column as usize).map(|column| &column.role) {
            Some(Role::Readings(span)) => span.label.clone(),
            _ => self
                .draft
                .column_of("period_end")
                .map(|column| self.draft.shown(CellAt::new(at.row, column)))
                .unwrap_or_default(),
        }
    }

    fn finish(mut self, objectives: Option<Outcome>, readings: Outcome) -> Preview {
        self.preview.refused.sort_by_key(|refused| refused.at);
        self.preview.refused.dedup();
        let objectives = objectives.unwrap_or_default();
        let name = one_line(self.draft.name());
        let parts: Vec<&str> = [&objectives, &readings]
            .into_iter()
            .filter(|o| !o.touched.is_empty())
            .map(|o| o.summary.as_str())
            .collect();
        let summary = if parts.is_empty() { format!("nothing in {name} is new") } else { parts.join("; ") };
        let mut touched = objectives.touched;
        touched.extend(readings.touched);
        touched.sort();
        touched.dedup();
        let warnings = objectives.warnings.into_iter().chain(readings.warnings).collect();
        self.preview.outcome = Outcome { summary, touched, warnings, ..Outcome::default() };
        self.preview
    }
}
