//! Objectives of a file: what each row would do, and doing it.

use std::collections::{BTreeSet, HashMap};

use super::{Change, ImportReport, ImportRequest, Note, PlanLine, RowError, parents, start, unusable};
use crate::app::approvals::rebaselined;
use crate::app::objectives::{insert_objective, insert_version};
use crate::app::rules::rules_from;
use crate::app::write::Write;
use crate::app::{Outcome, Refusal, trails};
use crate::domain::ahead::content_on;
use crate::domain::approval::{any_needs_approval, changed_fields, rebaselines};
use crate::domain::check::{self, Problem};
use crate::domain::objective::{CriterionDone, Kind, Lifecycle};
use crate::domain::period::Date;
use crate::domain::register::Rules;
use crate::domain::version::Version;
use crate::exchange::input::Input;
use crate::exchange::objectives::{Context, ObjectiveRow, ObjectiveSheet, read_objectives};
use crate::exchange::write::definition_cells;
use crate::store::{Entity, Loaded, Reader, Sight, fields};

/// Fields an objective of a file may lack and still be in force: the rules have an answer for them (DOMAIN 4.4).
const BEARABLE: [&str; 2] = ["baseline", "criteria"];

/// Everything an import of objectives would do.
pub(super) struct Plan {
    pub report: ImportReport,
    pub steps: Vec<Step>,
}

/// What one row does.
pub(super) struct Step {
    row: ObjectiveRow,
    /// Comes in, or stays, as a draft.
    draft: bool,
    known: Option<Known>,
    /// The versions of a new objective, where a file tells more than the one of its row.
    versions: Vec<Version>,
    /// What shows that criteria are fulfilled, by their numbers.
    evidence: Vec<(u32, String)>,
}

impl Step {
    /// The code of the objective that comes in new; `None` where the register has it.
    pub(super) fn new_code(&self) -> Option<&str> {
        self.known.is_none().then_some(self.row.code.as_str())
    }

    /// What shows that a criterion of a new objective is fulfilled.
    pub(super) fn tell_evidence(&mut self, criterion: u32, evidence: &str) {
        self.evidence.push((criterion, evidence.to_owned()));
    }

    /// The criteria a new objective comes in with as fulfilled.
    fn done(&self) -> Vec<CriterionDone> {
        let mut done = newly_done(&self.row, None);
        for criterion in &mut done {
            if let Some((_, shown)) = self.evidence.iter().find(|(number, _)| *number == criterion.number) {
                criterion.evidence.clone_from(shown);
            }
        }
        done
    }

    /// Lets a new objective come in with all its versions. Left as it is where the newest of them says something else
    /// than the row: `false`.
    pub(super) fn tell_versions(&mut self, versions: Vec<Version>, today: Date) -> bool {
        let newest = content_on(&versions, today).or(versions.last());
        let same = newest.is_some_and(|v| definition_cells(&v.definition) == definition_cells(&self.row.definition));
        if same {
            self.versions = versions;
        }
        same
    }
}

/// An objective of the register with its newest version.
#[derive(Clone)]
struct Known {
    loaded: Loaded,
    newest: Version,
    /// Beside the version in force a draft waits for approval.
    waits: bool,
}

/// Reads and checks the whole file against the register.
pub(super) fn plan(reader: &Reader, input: &Input, request: &ImportRequest, today: Date) -> Result<Plan, Refusal> {
    let rules = rules_from(&reader.settings()?);
    let known = load(reader, &Sight::today(today))?;
    let content = |code: &str| known.get(&code.to_uppercase()).map(|known| known.newest.definition.clone());
    let context = Context {
        maps: &request.maps,
        format: request.number_format,
        today,
        calendar: rules.calendar,
        known: &content,
    };
    let mut sheet = read_objectives(input, &context).map_err(|problem| unusable(&request.name, problem))?;
    for row in &mut sheet.rows {
        if let Some(known) = known.get(&row.code.to_uppercase()) {
            known.loaded.objective.code.clone_into(&mut row.code);
        }
    }
    let mut errors = std::mem::take(&mut sheet.errors);
    let register: Vec<(String, String)> =
        known.values().map(|k| (k.loaded.objective.code.clone(), k.newest.definition.parent.clone())).collect();
    errors.extend(parents::check(&mut sheet.rows, &register, header(&sheet.mapping, "parent")));
    let mut plan =
        Plan { report: ImportReport { name: request.name.clone(), ..ImportReport::default() }, steps: Vec::new() };
    let rows = std::mem::take(&mut sheet.rows);
    let already_refused: BTreeSet<u64> = errors.iter().map(|error| error.row).collect();
    for row in rows.into_iter().filter(|row| !already_refused.contains(&row.line)) {
        let known = known.get(&row.code.to_uppercase());
        let checked = Row { row, known, rules: &rules, today, request, sheet: &mut sheet }.judge();
        match checked {
            Ok((change, text, step)) => plan.take(request, change, text, step),
            Err(mut found) => errors.append(&mut found),
        }
    }
    plan.finish(request, sheet, errors);
    Ok(plan)
}

fn load(reader: &Reader, sight: &Sight) -> Result<HashMap<String, Known>, Refusal> {
    let mut known = HashMap::new();
    for loaded in reader.objectives(sight)? {
        let versions = reader.versions(loaded.id, sight)?;
        let in_force = content_on(&versions, sight.as_of);
        let waits = in_force.is_some() && versions.iter().any(|v| v.draft);
        let Some(newest) = in_force.or(versions.last()).cloned() else { continue };
        known.insert(loaded.objective.code.to_uppercase(), Known { loaded, newest, waits });
    }
    Ok(known)
}

/// The header of the column that fills a field; our own name where none does.
fn header<'a>(mapping: &'a [(String, String)], field: &'a str) -> &'a str {
    mapping.iter().find(|(name, _)| name == field).map_or(field, |(_, header)| header)
}

impl Plan {
    fn take(&mut self, request: &ImportRequest, change: Change, text: String, step: Step) {
        match change {
            Change::Create => self.report.created += 1,
            Change::Update => self.report.updated += 1,
            Change::Unchanged | Change::Keep | Change::Skip => self.report.unchanged += 1,
        }
        if request.dry_run {
            let (row, code) = (step.row.line, step.row.code.clone());
            self.report.plan.push(PlanLine { row, code, change, text });
        }
        if matches!(change, Change::Create | Change::Update) {
            self.steps.push(step);
        }
    }

    fn finish(&mut self, request: &ImportRequest, sheet: ObjectiveSheet, mut errors: Vec<RowError>) {
        errors.sort_by_key(|error| error.row);
        let report = &mut self.report;
        report.refused = errors.iter().map(|error| error.row).collect::<BTreeSet<_>>().len();
        if request.skip_invalid {
            report.skipped = report.refused;
        }
        if request.dry_run {
            report.plan.extend(errors.iter().map(skipped));
            report.plan.sort_by_key(|line| line.row);
        }
        let derived = self.steps.iter().filter(|s| s.known.is_none() && s.row.definition.start_derived).count();
        report.notes = sheet.notes;
        if derived > 0 {
            let text = match derived {
                1 => "1 objective has no start: it starts with the period of its first reading".to_owned(),
                many => format!("{many} objectives have no start: each starts with the period of its first reading"),
            };
            report.notes.push(Note::file(text));
        }
        report.mapping = sheet.mapping;
        report.errors = errors;
    }
}

fn skipped(error: &RowError) -> PlanLine {
    PlanLine { row: error.row, code: String::new(), change: Change::Skip, text: error.to_string() }
}

struct Row<'a> {
    row: ObjectiveRow,
    known: Option<&'a Known>,
    rules: &'a Rules,
    today: Date,
    request: &'a ImportRequest,
    sheet: &'a mut ObjectiveSheet,
}

impl Row<'_> {
    fn judge(mut self) -> Result<(Change, String, Step), Vec<RowError>> {
        let mut errors = self.rules_broken();
        let draft = self.is_draft(&mut errors);
        let (change, text) = match self.known {
            None => (Change::Create, self.row.definition.title.clone()),
            Some(known) => self.against(known, draft, &mut errors),
        };
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok((
            change,
            text,
            Step { row: self.row, draft, known: self.known.cloned(), versions: Vec::new(), evidence: Vec::new() },
        ))
    }

    fn error(&self, field: &str, reason: impl Into<String>) -> RowError {
        RowError::cell(self.row.line, header(&self.sheet.mapping, field), reason)
    }

    fn note(&mut self, field: &str, text: impl Into<String>) {
        let note = Note::cell(self.row.line, header(&self.sheet.mapping, field), text);
        self.sheet.notes.push(note);
    }

    fn rules_broken(&mut self) -> Vec<RowError> {
        let mut definition = self.row.definition.clone();
        if definition.start_derived {
            // The first reading will say when it started; until then no date can contradict it.
            definition.start = Date::from_ymd_opt(1900, 1, 1).unwrap_or(definition.start);
        }
        for problem in check::undecidable(&definition, self.rules.calendar) {
            self.note(problem.field, format!("{}; it comes in as the file says it", problem.message));
        }
        let code = check::code(&self.row.code).into_iter();
        let problems = code.chain(check::unreadable(&definition));
        let mut errors: Vec<RowError> = problems.map(|p| self.error(p.field, p.message)).collect();
        let days = self.row.criteria_done.iter().flatten().map(|day| ("criteria", day));
        for (field, day) in days.chain(self.row.approved_on.iter().map(|day| ("approved_on", day))) {
            if *day > self.today {
                errors.push(self.error(field, format!("{day} lies in the future")));
            }
        }
        errors
    }

    /// Whether the objective comes in, or stays, as a draft.
    fn is_draft(&mut self, errors: &mut Vec<RowError>) -> bool {
        let was_draft = self.known.is_some_and(|known| known.newest.draft);
        let wished = match self.row.lifecycle {
            Some(lifecycle) => lifecycle == Lifecycle::Draft,
            None => was_draft,
        };
        if self.known.is_none() && self.row.lifecycle == Some(Lifecycle::Retired) {
            self.note(
                "lifecycle",
                "comes in as in force: how and when it ended is no column of a file, close it with `retire`",
            );
        }
        if let Some(known) = self.known.filter(|known| !known.newest.draft) {
            let changed = changed_fields(&known.newest.definition, &self.row.definition);
            let waits = wished && any_needs_approval(&changed);
            if wished && !waits {
                self.note("lifecycle", "is in force and stays so, although the file calls it a draft");
            }
            return waits;
        }
        let (bearable, missing): (Vec<Problem>, Vec<Problem>) =
            check::missing_to_approve(&self.row.definition).into_iter().partition(|p| BEARABLE.contains(&p.field));
        if !wished {
            for problem in bearable {
                self.note(problem.field, format!("{}; it comes in as the file says it", problem.message));
            }
        }
        if wished || missing.is_empty() {
            return wished;
        }
        let fields: Vec<&str> = missing.iter().map(|problem| problem.field).collect();
        if self.row.lifecycle.is_some() {
            errors.extend(missing.iter().map(|p| self.error(p.field, p.message.clone())));
        } else {
            self.note(fields[0], format!("comes in as a draft, because it cannot be judged: {}", missing[0].message));
        }
        true
    }

    fn against(&self, known: &Known, draft: bool, errors: &mut Vec<RowError>) -> (Change, String) {
        let before = &known.newest.definition;
        let changed = changed_fields(before, &self.row.definition);
        let mut said: Vec<String> = differences(known, &self.row);
        if known.newest.draft && !draft {
            said.push("put in force".to_owned());
        }
        if said.is_empty() && changed.is_empty() {
            return (Change::Unchanged, String::new());
        }
        let text = if said.is_empty() { changed.join(", ") } else { said.join(", ") };
        if self.request.keep {
            return (Change::Keep, text);
        }
        let moved = before.due.filter(|due| self.next_period(known) > *due);
        if known.loaded.objective.closing.is_some() {
            errors.push(self.error("code", format!("is retired and not changed any more; the file differs: {text}")));
        } else if known.waits {
            errors.push(self.error("code", format!("a changed version waits for approval; the file differs: {text}")));
        } else if !self.request.update {
            errors.push(self.error("code", format!("differs from the register: {text}; --update makes a new version")));
        } else if let Some(due) = moved
            && !known.newest.draft
            && self.row.definition.kind == Kind::Reach
            && rebaselines(&changed)
        {
            let reason = format!(
                "its due date {due} is over, so a target or date cannot be moved; retire it and add its successor"
            );
            errors.push(self.error("due", reason));
        }
        (Change::Update, text)
    }

    fn next_period(&self, known: &Known) -> Date {
        next_period(&known.loaded, self.rules, self.today)
    }
}

/// From when a changed target judges: the start of the next period.
fn next_period(loaded: &Loaded, rules: &Rules, today: Date) -> Date {
    loaded.objective.definition.rhythm(rules.calendar).first_from(today).start
}

/// What the row changes, as `target 95 -> 98`.
fn differences(known: &Known, row: &ObjectiveRow) -> Vec<String> {
    let shown = |cell: String| if cell.is_empty() { "nothing".to_owned() } else { cell };
    let mut said: Vec<String> = definition_cells(&known.newest.definition)
        .into_iter()
        .zip(definition_cells(&row.definition))
        .filter(|((_, before), (_, after))| before != after)
        .map(|((field, before), (_, after))| format!("{field} {} -> {}", shown(before), shown(after)))
        .collect();
    let approval = [
        (
            "approved_on",
            row.approved_on.map(|d| d.to_string()).unwrap_or_default(),
            known.newest.approved_on.map(|d| d.to_string()).unwrap_or_default(),
        ),
        ("approved_by", row.approved_by.clone(), known.newest.approved_by.clone()),
        ("approved_ref", row.approved_ref.clone(), known.newest.approved_ref.clone()),
    ];
    let said_anew = approval.into_iter().filter(|(_, after, before)| !after.is_empty() && after != before);
    said.extend(said_anew.map(|(field, after, before)| format!("{field} {} -> {after}", shown(before))));
    for done in newly_done(row, Some(known)) {
        said.push(format!("criterion {} done {}", done.number, done.done));
    }
    said
}

/// Criteria the file calls fulfilled and the register does not.
fn newly_done(row: &ObjectiveRow, known: Option<&Known>) -> Vec<CriterionDone> {
    let done_before = |number: u32| {
        known.is_some_and(|known| known.loaded.objective.criteria_done.iter().any(|done| done.number == number))
    };
    let days = row.criteria_done.iter().zip(1u32..).filter_map(|(day, number)| Some((number, (*day)?)));
    days.filter(|(number, _)| !done_before(*number))
        .map(|(number, done)| CriterionDone { number, done, evidence: String::new() })
        .collect()
}

/// Writes what was planned.
pub(super) fn apply(write: &mut Write, steps: Vec<Step>, name: &str) -> Result<Outcome, Refusal> {
    let reason = format!("imported from {name}");
    let (mut created, mut updated) = (0, 0);
    let mut touched = Vec::with_capacity(steps.len());
    for step in steps {
        match &step.known {
            None => {
                create(write, &step, &reason)?;
                created += 1;
            }
            Some(known) => {
                update(write, &step, known, &reason)?;
                updated += 1;
            }
        }
        touched.push(step.row.code);
    }
    if touched.is_empty() {
        return Ok(Outcome { summary: format!("nothing in {name} is new"), ..Outcome::default() });
    }
    let changed = if updated == 0 { String::new() } else { format!(", {updated} changed") };
    Ok(Outcome { summary: format!("{created} objectives from {name}{changed}"), touched, ..Outcome::default() })
}

fn create(write: &mut Write, step: &Step, reason: &str) -> Result<(), Refusal> {
    let row = &step.row;
    if let Some((first, later)) = step.versions.split_first() {
        let id = insert_objective(write, &row.code, first)?;
        for version in later {
            let at = write.tx().next_id(Entity::Version)?;
            write.tx().insert(Entity::Version, at, fields::version(id, version))?;
        }
        return tick(write, id, step.done());
    }
    let known_from = start::counts_from(row.definition.start, row.approved_on, write.today());
    let version = Version {
        draft: step.draft,
        reason: reason.to_owned(),
        approved_on: row.approved_on,
        approved_by: row.approved_by.clone(),
        approved_ref: row.approved_ref.clone(),
        ..Version::draft(1, known_from, row.definition.clone())
    };
    let id = insert_objective(write, &row.code, &version)?;
    tick(write, id, step.done())
}

fn update(write: &mut Write, step: &Step, known: &Known, reason: &str) -> Result<(), Refusal> {
    let (row, before, id) = (&step.row, &known.newest, known.loaded.id);
    let today = write.today();
    let changed = changed_fields(&before.definition, &row.definition);
    let kept = !any_needs_approval(&changed);
    let claimed = |now: &str, earlier: &str| if now.is_empty() && kept { earlier.to_owned() } else { now.to_owned() };
    let version = Version {
        draft: step.draft,
        recorded_on: today,
        reason: reason.to_owned(),
        approved_on: row.approved_on.or(before.approved_on.filter(|_| kept)),
        approved_by: claimed(&row.approved_by, &before.approved_by),
        approved_ref: claimed(&row.approved_ref, &before.approved_ref),
        approvers: if kept { before.approvers.clone() } else { Vec::new() },
        cause: None,
        series: None,
        definition: row.definition.clone(),
        ..before.clone()
    };
    let same_content = changed.is_empty()
        && (version.draft, version.approved_on, &version.approved_by, &version.approved_ref)
            == (before.draft, before.approved_on, &before.approved_by, &before.approved_ref);
    if before.draft {
        let rows = write.tx().version_ids(id)?;
        if let Some((_, version_row)) = rows.into_iter().find(|(number, _)| *number == before.number) {
            write.tx().update(Entity::Version, version_row, fields::version(id, &version))?;
        }
    } else if step.draft {
        let number = write.tx().version_ids(id)?.last().map_or(0, |(number, _)| *number) + 1;
        let next = Version { reason: reason.to_owned(), ..Version::draft(number, today, row.definition.clone()) };
        insert_version(write, id, &next)?;
    } else if !same_content {
        let rules = write.rules()?;
        let from = if kept { today } else { next_period(&known.loaded, &rules, today) };
        let definition = rebaselined(write, &known.loaded, &before.definition, &row.definition, from)?;
        let number = write.tx().version_ids(id)?.last().map_or(0, |(number, _)| *number) + 1;
        let next = Version { number, effective: Some(from), begins: None, definition, ..version };
        insert_version(write, id, &next)?;
    }
    tick(write, id, newly_done(row, Some(known)))?;
    trails::refresh(write, &[id])?;
    Ok(())
}

fn tick(write: &mut Write, objective: i64, done: Vec<CriterionDone>) -> Result<(), Refusal> {
    for criterion in done {
        let id = write.tx().next_id(Entity::Criterion)?;
        let day = criterion.done;
        write.tx().insert(Entity::Criterion, id, fields::criterion(objective, &criterion, day))?;
    }
    Ok(())
}
