//! A whole register from one workbook, as `export register` writes it: everything it holds in one operation, all of it or
//! nothing.

use std::collections::HashMap;

use super::objectives::Step;
use super::{
    ImportReport, ImportRequest, Note, RowError, draft, look, objectives, people, readings, sources, unusable,
};
use crate::app::refusal::Refusal;
use crate::app::rules;
use crate::app::write::Write;
use crate::app::{Outcome, Session, trails};
use crate::domain::operation::Operation;
use crate::domain::text::one_line;
use crate::domain::version::Version;
use crate::domain::words::counted;
use crate::exchange::headers::{Field, OBJECTIVE_FIELDS, PEOPLE_FIELDS, READING_FIELDS, SOURCE_FIELDS};
use crate::exchange::input::{Input, Table};
use crate::exchange::number::NumberFormat;
use crate::exchange::objectives::{Context, read_objectives};
use crate::exchange::register::{PlainRow, content_of, name, plain_rows};
use crate::exchange::workbook::Workbook;
use crate::store::{Entity, fields};

/// What the import of a register did, or would do.
#[derive(Clone, Debug, Default)]
pub struct RegisterReport {
    /// Per sheet that was read, in the order of the work.
    pub sheets: Vec<ImportReport>,
    /// What was written; empty for a dry run and where errors stopped the import.
    pub outcome: Outcome,
}

impl RegisterReport {
    /// Whether errors stopped the import: nothing was written.
    pub fn stopped(&self) -> bool {
        self.sheets.iter().any(ImportReport::stopped)
    }
}

const ROLLED_BACK: &str = "a preview writes nothing";

impl Session {
    /// Brings the sheets of a workbook into the register: people, sources, objectives with their versions, readings,
    /// closings, explained gaps, check-ins and settings. What is there already is left as it is.
    pub fn import_register(&mut self, request: &ImportRequest) -> Result<RegisterReport, Refusal> {
        let file = one_line(&request.name).into_owned();
        let book = Workbook::read(&request.source, &file).map_err(|problem| draft::unusable(&file, &problem))?;
        let held = |wanted: &str| book.sheets.iter().any(|sheet| sheet.name.eq_ignore_ascii_case(wanted));
        if !held(name::OBJECTIVES) {
            let message = format!("{file} has no sheet `{}`", name::OBJECTIVES);
            return Err(Refusal::invalid(message).next("a sheet of another form comes in with `import sheet`"));
        }
        let mut report = RegisterReport::default();
        let written = self.write(Operation::SheetImport, &format!("imported from {file}"), |write| {
            let mut work = Work { write, book: &book, request, file: &file, sheets: Vec::new(), touched: Vec::new() };
            let done = work.all();
            report.sheets = std::mem::take(&mut work.sheets);
            let touched = std::mem::take(&mut work.touched);
            done?;
            if request.dry_run || report.stopped() {
                return Err(Refusal::invalid(ROLLED_BACK));
            }
            let new = report.sheets.iter().any(|sheet| sheet.created + sheet.updated > 0);
            let objectives = counted(touched.len(), "objective", "objectives");
            let summary = match (new, touched.is_empty()) {
                (false, _) => format!("nothing in {file} is new"),
                (true, true) => format!("rows of known objectives from {file}"),
                (true, false) => format!("{objectives} and what belongs to them from {file}"),
            };
            Ok(Outcome { summary, touched, ..Outcome::default() })
        });
        match written {
            Ok(outcome) => Ok(RegisterReport { outcome, ..report }),
            Err(refusal) if refusal.message == ROLLED_BACK => Ok(report),
            Err(refusal) => Err(refusal),
        }
    }
}

struct Work<'a, 'w, 't> {
    write: &'a mut Write<'w, 't>,
    book: &'a Workbook,
    request: &'a ImportRequest,
    file: &'a str,
    sheets: Vec<ImportReport>,
    /// Codes of the objectives that came in new.
    touched: Vec<String>,
}

impl Work<'_, '_, '_> {
    /// Sheet by sheet in the order in which one needs the other; the first with an error ends it.
    fn all(&mut self) -> Result<(), Refusal> {
        self.settings()?;
        let steps = [Self::people, Self::sources, Self::objectives, Self::readings, Self::rest];
        for step in steps {
            if self.sheets.iter().any(ImportReport::stopped) {
                break;
            }
            step(self)?;
        }
        Ok(())
    }

    /// The rows of a sheet; `None` where the workbook has none by that name.
    fn table(&self, sheet: &str, fields: &'static [Field]) -> Result<Option<Table>, Refusal> {
        let Some(found) = self.book.sheets.iter().find(|known| known.name.eq_ignore_ascii_case(sheet)) else {
            return Ok(None);
        };
        if found.rows.is_empty() {
            return Ok(None);
        }
        draft::table_of(self.book, self.file, sheet, None, fields).map(Some)
    }

    fn request(&self, sheet: &str, table: Table) -> ImportRequest {
        ImportRequest {
            name: format!("{}, sheet {sheet}", self.file),
            source: table.into(),
            dry_run: self.request.dry_run,
            update: self.request.update,
            skip_invalid: self.request.skip_invalid,
            ..ImportRequest::default()
        }
    }

    /// A sheet of rows people also import by themselves.
    fn input(&self, sheet: &str, fields: &'static [Field]) -> Result<Option<(ImportRequest, Input)>, Refusal> {
        let Some(table) = self.table(sheet, fields)? else { return Ok(None) };
        let request = self.request(sheet, table);
        let input = look(&request)?;
        Ok(Some((request, input)))
    }

    fn people(&mut self) -> Result<(), Refusal> {
        let Some((request, input)) = self.input(name::PEOPLE, &PEOPLE_FIELDS)? else { return Ok(()) };
        let today = self.write.today();
        let plan = people::plan(self.write.tx(), &input, &request, today)?;
        if !plan.report.stopped() {
            people::apply(self.write, &plan, &request.name)?;
        }
        self.sheets.push(plan.report);
        Ok(())
    }

    fn sources(&mut self) -> Result<(), Refusal> {
        let Some((request, input)) = self.input(name::SOURCES, &SOURCE_FIELDS)? else { return Ok(()) };
        let today = self.write.today();
        let plan = sources::plan(self.write.tx(), &input, &request, today)?;
        if !plan.report.stopped() {
            sources::apply(self.write, &plan, &request.name)?;
        }
        self.sheets.push(plan.report);
        Ok(())
    }

    fn objectives(&mut self) -> Result<(), Refusal> {
        let Some((request, input)) = self.input(name::OBJECTIVES, &OBJECTIVE_FIELDS)? else { return Ok(()) };
        let today = self.write.today();
        let mut plan = objectives::plan(self.write.tx(), &input, &request, today)?;
        if !plan.report.stopped() {
            let told = self.versions()?;
            plan.report.notes.extend(tell(&mut plan.steps, told, today));
            self.evidence(&mut plan.steps)?;
            self.touched = plan.steps.iter().filter_map(Step::new_code).map(str::to_owned).collect();
            objectives::apply(self.write, plan.steps, &request.name)?;
        }
        self.sheets.push(plan.report);
        Ok(())
    }

    /// Gives new objectives what shows that their criteria are fulfilled.
    fn evidence(&self, steps: &mut [Step]) -> Result<(), Refusal> {
        let Some(table) = self.table(name::CRITERIA, &[])? else { return Ok(()) };
        for row in plain_rows(&table) {
            let of = |step: &&mut Step| step.new_code().is_some_and(|code| code.eq_ignore_ascii_case(row.text("code")));
            if let (Some(step), Ok(number)) = (steps.iter_mut().find(of), row.text("criterion").parse()) {
                step.tell_evidence(number, row.text("evidence"));
            }
        }
        Ok(())
    }

    /// All versions of every objective, oldest first; empty where a row of them cannot be read, which is reported.
    fn versions(&mut self) -> Result<HashMap<String, Vec<Version>>, Refusal> {
        let Some(table) = self.table(name::VERSIONS, &[])? else { return Ok(HashMap::new()) };
        let mut numbers: Vec<String> = plain_rows(&table).map(|row| row.text("version").to_owned()).collect();
        numbers.sort_by_key(|number| number.parse::<u32>().unwrap_or_default());
        numbers.dedup();
        let calendar = self.write.rules()?.calendar;
        let context = Context {
            maps: &[],
            format: NumberFormat::Unstated,
            today: self.write.today(),
            calendar,
            known: &|_| None,
        };
        let mut versions: HashMap<String, Vec<Version>> = HashMap::new();
        let mut errors = Vec::new();
        for number in numbers {
            let input = Input::look(content_of(&table, &number).into())
                .map_err(|error| unusable(self.file, crate::exchange::rows::FileProblem::Unreadable(error)))?;
            let sheet = read_objectives(&input, &context).map_err(|problem| unusable(self.file, problem))?;
            errors.extend(sheet.errors);
            let rows: HashMap<u64, PlainRow<'_>> = plain_rows(&table).map(|row| (row.line, row)).collect();
            for row in &sheet.rows {
                match rows.get(&row.line).map(|plain| plain.version(row)) {
                    Some(Ok(version)) => versions.entry(row.code.to_uppercase()).or_default().push(version),
                    Some(Err(reason)) => errors.push(RowError::row(row.line, reason)),
                    None => {}
                }
            }
        }
        let refused = !errors.is_empty();
        if refused {
            self.told(name::VERSIONS, 0, errors);
            return Ok(HashMap::new());
        }
        Ok(versions)
    }

    fn readings(&mut self) -> Result<(), Refusal> {
        let Some((request, input)) = self.input(name::READINGS, &READING_FIELDS)? else { return Ok(()) };
        let today = self.write.today();
        let mut plan = readings::plan(self.write.tx(), &input, &request, today)?;
        if !plan.report.stopped() {
            readings::apply(self.write, &mut plan, &request.name)?;
        }
        self.sheets.push(plan.report);
        Ok(())
    }

    /// What belongs to the objectives that came in new.
    fn rest(&mut self) -> Result<(), Refusal> {
        self.each(name::NOT_MEASURED, |write, id, row| {
            let (period_end, on) = (row.day("period_end")?, row.day("recorded_on")?);
            let gap = fields::not_measured(id, period_end, row.text("reason"), row.text("by"), on);
            Ok(write.tx().next_id(Entity::NotMeasured).and_then(|at| write.tx().insert(Entity::NotMeasured, at, gap)))
        })?;
        self.each(name::CHECK_INS, |write, id, row| {
            let (day, actor) = (row.day("date")?, write.actor().to_owned());
            let checkin = fields::checkin(id, day, "", &actor, day);
            Ok(write.tx().next_id(Entity::Checkin).and_then(|at| write.tx().insert(Entity::Checkin, at, checkin)))
        })?;
        self.closings()?;
        let sight = self.write.sight();
        let mut ids = Vec::with_capacity(self.touched.len());
        for loaded in self.write.tx().objectives(&sight)? {
            if self.touched.contains(&loaded.objective.code) {
                ids.push(loaded.id);
            }
        }
        trails::refresh(self.write, &ids)?;
        let passed: Vec<&str> = [name::DECISIONS, name::ACTIONS]
            .into_iter()
            .filter(|name| self.book.sheets.iter().any(|s| s.name == *name))
            .collect();
        if let Some(report) = self.sheets.last_mut().filter(|_| !passed.is_empty() && !self.touched.is_empty()) {
            let text = format!("not taken over, because a meeting stands behind them: {}", passed.join(", "));
            report.notes.push(Note::file(text));
        }
        Ok(())
    }

    /// Writes the rows of a sheet that are about new objectives.
    fn each(
        &mut self,
        sheet: &str,
        mut write: impl FnMut(
            &mut Write<'_, '_>,
            i64,
            &PlainRow<'_>,
        ) -> Result<Result<(), crate::store::StoreError>, String>,
    ) -> Result<(), Refusal> {
        let Some(table) = self.table(sheet, &[])? else { return Ok(()) };
        let (mut created, mut errors) = (0, Vec::new());
        for row in plain_rows(&table) {
            let code = row.text("code");
            if !self.touched.iter().any(|new| new.eq_ignore_ascii_case(code)) {
                continue;
            }
            let id = self.write.objective(code)?.id;
            match write(self.write, id, &row) {
                Ok(done) => {
                    done?;
                    created += 1;
                }
                Err(reason) => errors.push(RowError::row(row.line, reason)),
            }
        }
        self.told(sheet, created, errors);
        Ok(())
    }

    fn closings(&mut self) -> Result<(), Refusal> {
        let Some(table) = self.table(name::CLOSED, &[])? else { return Ok(()) };
        let (mut created, mut errors) = (0, Vec::new());
        for row in plain_rows(&table) {
            let code = row.text("code");
            if !self.touched.iter().any(|new| new.eq_ignore_ascii_case(code)) {
                continue;
            }
            match row.closing() {
                Ok(closing) => {
                    if !closing.successor.is_empty() {
                        self.write.objective(&closing.successor)?;
                    }
                    let id = self.write.objective(code)?.id;
                    // It was known by the day it ended, not only from the day of the import on.
                    let known = closing.retired_on.min(self.write.today());
                    self.write.tx().update(Entity::Objective, id, fields::closing(&closing, known))?;
                    created += 1;
                }
                Err(reason) => errors.push(RowError::row(row.line, reason)),
            }
        }
        self.told(name::CLOSED, created, errors);
        Ok(())
    }

    /// Settings hold for every judgement: an empty register takes them over, another keeps its own and says so.
    fn settings(&mut self) -> Result<(), Refusal> {
        let Some(table) = self.table(name::SETTINGS, &[])? else { return Ok(()) };
        let sight = self.write.sight();
        let empty = self.write.tx().objectives(&sight)?.is_empty();
        let held = self.write.tx().settings()?;
        let (mut created, mut errors, mut differ) = (0, Vec::new(), Vec::new());
        for row in plain_rows(&table) {
            let from = match row.day("from") {
                Ok(from) => from,
                Err(reason) => {
                    errors.push(RowError::row(row.line, reason));
                    continue;
                }
            };
            let (name, value) = match rules::accept(row.text("name"), row.text("value")) {
                Ok(accepted) => accepted,
                Err(refusal) => {
                    errors.push(RowError::row(row.line, refusal.to_string()));
                    continue;
                }
            };
            if held.iter().any(|known| (&known.name, &known.value, known.effective) == (&name, &value, from)) {
                continue;
            }
            if !empty {
                differ.push(format!("{name} {value}"));
                continue;
            }
            let today = self.write.today();
            let at = self.write.tx().next_id(Entity::Setting)?;
            self.write.tx().insert(Entity::Setting, at, fields::setting(&name, &value, from, today))?;
            created += 1;
        }
        self.told(name::SETTINGS, created, errors);
        if let Some(report) = self.sheets.last_mut().filter(|_| !differ.is_empty()) {
            let text = format!("the settings here are kept; the file was judged with {}", differ.join(", "));
            report.notes.push(Note::file(text));
        }
        Ok(())
    }

    fn told(&mut self, sheet: &str, created: usize, errors: Vec<RowError>) {
        self.sheets.push(ImportReport {
            name: format!("{}, sheet {sheet}", self.file),
            created,
            refused: errors.len(),
            errors,
            ..ImportReport::default()
        });
    }
}

/// Gives new objectives their versions; says where the list tells something else than they do.
fn tell(steps: &mut [Step], mut told: HashMap<String, Vec<Version>>, today: crate::domain::period::Date) -> Vec<Note> {
    let mut notes = Vec::new();
    for step in steps {
        let Some(code) = step.new_code().map(str::to_owned) else { continue };
        let Some(versions) = told.remove(&code.to_uppercase()) else { continue };
        if !step.tell_versions(versions, today) {
            let text = format!("{code} says something else than its newest version; only what it says comes in");
            notes.push(Note::file(text));
        }
    }
    notes
}
