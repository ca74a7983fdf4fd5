//! Readings of a file: what each row would do, and doing it, one objective after the other.

use super::decide::{Decision, Series};
use super::{Change, ImportReport, ImportRequest, PlanLine, RowError, start, unusable};
use crate::app::rules::rules_from;
use crate::app::write::Write;
use crate::app::{Outcome, Refusal, trails};
use crate::domain::accept;
use crate::domain::objective::{Kind, Objective};
use crate::domain::period::Date;
use crate::domain::reading::Reading;
use crate::domain::register::Rules;
use crate::exchange::input::Input;
use crate::exchange::problem::Note;
use crate::exchange::readings::{Context, MAX_ERRORS, Measured, read_readings};
use crate::exchange::sheet::{ReadingRow, Sheet};
use crate::store::{Loaded, Reader, Sight};

/// Everything an import of readings would do. The rows stay packed; what each does is decided again when it is written,
/// because a million decisions would not fit into little memory.
pub(super) struct Plan {
    pub report: ImportReport,
    rows: Sheet,
    objectives: Vec<Loaded>,
    rules: Rules,
    today: Date,
    /// Per group of the sheet: whether it writes anything.
    writes: Vec<bool>,
    headers: Headers,
    reason: String,
}

/// Readings of one objective that are written together; most objectives have fewer in all.
const BATCH: usize = 4096;

struct Headers {
    code: String,
    day: String,
    value: String,
}

impl Headers {
    fn of(mapping: &[(String, String)]) -> Headers {
        let header = |field: &str| {
            mapping
                .iter()
                .find(|(name, _)| name == field)
                .map_or_else(|| field.to_owned(), |(_, header)| header.clone())
        };
        Headers { code: header("code"), day: header("period_end"), value: header("value") }
    }
}

/// Reads and checks the whole file against the register.
pub(super) fn plan(reader: &Reader, input: &Input, request: &ImportRequest, today: Date) -> Result<Plan, Refusal> {
    let rules = rules_from(&reader.settings()?);
    let objectives = reader.objectives(&Sight::today(today))?;
    let measured: Vec<Measured> = objectives.iter().map(|loaded| measured(&loaded.objective, &rules)).collect();
    let context = Context {
        maps: &request.maps,
        format: request.number_format,
        today,
        calendar: rules.calendar,
        objectives: &measured,
    };
    let mut sheet = read_readings(input, &context).map_err(|problem| unusable(&request.name, problem))?;
    sheet.rows.sort();
    let mut plan = Plan {
        headers: Headers::of(&sheet.mapping),
        reason: request.reason.clone(),
        report: ImportReport {
            name: request.name.clone(),
            refused: sheet.refused,
            notes: sheet.notes,
            errors: sheet.errors,
            mapping: sheet.mapping,
            ..ImportReport::default()
        },
        rows: sheet.rows,
        objectives,
        rules,
        today,
        writes: Vec::new(),
    };
    plan.decide(reader, request)?;
    Ok(plan)
}

fn measured(objective: &Objective, rules: &Rules) -> Measured {
    let definition = &objective.definition;
    Measured {
        code: objective.code.clone(),
        rhythm: objective.definition.rhythm(rules.calendar),
        unit: definition.unit.clone(),
        percent: definition.unit_is_percent(),
    }
}

impl Plan {
    fn decide(&mut self, reader: &Reader, request: &ImportRequest) -> Result<(), Refusal> {
        let Plan { report, rows, objectives, rules, today, writes, headers, reason } = self;
        if request.dry_run {
            report.plan.extend(report.errors.iter().map(skipped));
        }
        let mut moved = Vec::new();
        let mut unusual = Vec::new();
        for (at, group) in rows.groups() {
            let loaded = &objectives[at];
            let existing = reader.readings(loaded.id, &Sight::today(*today))?;
            let (mut writes_any, mut first) = (false, None);
            let mut last = None;
            series(&loaded.objective, rules, *today, &existing, (headers, reason)).decide(group, |row, decision| {
                let change = report.count(&decision);
                if request.dry_run {
                    report.plan.push(line(&loaded.objective.code, row, &decision, change));
                }
                match decision {
                    Decision::Refuse(error) if report.errors.len() < MAX_ERRORS => report.errors.push(error),
                    Decision::Create(_) | Decision::Restate(_) => {
                        writes_any = true;
                        first = first.or(Some(row.day));
                        if accept::may_be_unusual(&loaded.objective, &row.value, last.as_ref()) {
                            let why = accept::unusual(&loaded.objective, &row.value, last.as_ref()).join(", ");
                            if !why.is_empty() {
                                unusual.push(format!("{} on {}: {why}", loaded.objective.code, row.day));
                                // The next one is held against the last that was not.
                                return Ok(());
                            }
                        }
                    }
                    Decision::Refuse(_) | Decision::Unchanged => {}
                }
                last = Some(row.value);
                Ok(())
            })?;
            writes.push(writes_any);
            if let Some(start) = first.and_then(|first| start::earlier_start(&loaded.objective, first, rules)) {
                moved.push((loaded.objective.code.clone(), start));
            }
        }
        report.errors.sort_by_key(|error| error.row);
        report.plan.sort_by_key(|line| line.row);
        if request.skip_invalid {
            report.skipped = report.refused;
        }
        if !report.stopped() {
            report.notes.extend(start::note(&moved));
            report.notes.extend(second_look(&unusual));
        }
        Ok(())
    }
}

/// How many values that deserve a second look are named.
const NAMED: usize = 5;

/// What a person would be asked twice about while typing: a slipped point, a share that is none.
fn second_look(unusual: &[String]) -> Option<Note> {
    let named = unusual.iter().take(NAMED).cloned().collect::<Vec<_>>().join("; ");
    let more = match unusual.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    (!unusual.is_empty()).then(|| Note::file(format!("worth a second look: {named}{more}")))
}

impl ImportReport {
    fn count(&mut self, decision: &Decision) -> Change {
        let (counter, change) = match decision {
            Decision::Create(_) => (&mut self.created, Change::Create),
            Decision::Restate(_) => (&mut self.updated, Change::Update),
            Decision::Unchanged => (&mut self.unchanged, Change::Unchanged),
            Decision::Refuse(_) => (&mut self.refused, Change::Skip),
        };
        *counter += 1;
        change
    }
}

fn series<'a>(
    objective: &'a Objective,
    rules: &Rules,
    today: Date,
    existing: &'a [Reading],
    (headers, reason): (&'a Headers, &'a str),
) -> Series<'a> {
    let closed = objective.closing.as_ref().filter(|closing| closing.retired_on <= today);
    let closed_to = match closed {
        _ if objective.definition.kind == Kind::Milestone => {
            Some(format!("{} is delivered by criteria and takes no values", objective.code))
        }
        Some(closing) => {
            Some(format!("{} was closed on {} and takes no more readings", objective.code, closing.retired_on))
        }
        None => None,
    };
    Series {
        rhythm: objective.definition.rhythm(rules.calendar),
        today,
        existing,
        closed_to,
        reason,
        code_header: &headers.code,
        day_header: &headers.day,
        value_header: &headers.value,
    }
}

fn line(code: &str, row: &ReadingRow<'_>, decision: &Decision, change: Change) -> PlanLine {
    let text = match decision {
        Decision::Refuse(error) => error.reason.clone(),
        _ => format!("{} {}", row.day, row.value.as_typed()),
    };
    PlanLine { row: row.line, code: code.to_owned(), change, text }
}

fn skipped(error: &RowError) -> PlanLine {
    PlanLine { row: error.row, code: String::new(), change: Change::Skip, text: error.to_string() }
}

/// Writes what was planned: the readings of one objective together, in the order of their days.
pub(super) fn apply(write: &mut Write, plan: &mut Plan, name: &str) -> Result<Outcome, Refusal> {
    let Plan { rows, objectives, rules, today, writes, headers, report, reason } = plan;
    let mut touched = Vec::new();
    for ((at, group), _) in rows.groups().zip(writes.iter()).filter(|(_, writes)| **writes) {
        let loaded = &mut objectives[at];
        let sight = write.sight();
        let existing = write.tx().readings(loaded.id, &sight)?;
        let series = series(&loaded.objective, rules, *today, &existing, (headers, reason));
        let mut first = None;
        let mut batch: Vec<Reading> = Vec::new();
        let mut complete = true;
        series.decide(group, |row, decision| {
            if let Decision::Create(entry) | Decision::Restate(entry) = decision {
                first = first.or(Some(row.day));
                batch.push(series.reading(row, entry));
            }
            if batch.len() == BATCH {
                write.tx().append_readings(loaded.id, &batch)?;
                batch.clear();
                complete = false;
            }
            Ok(())
        })?;
        write.tx().append_readings(loaded.id, &batch)?;
        let moved = first.and_then(|first| start::earlier_start(&loaded.objective, first, rules));
        if let Some(start) = moved {
            start::move_back(write, loaded, start)?;
        }
        if complete && existing.is_empty() {
            // All readings there are stand in the batch: no need to read them back.
            let trail = trails::condensed(&loaded.objective, &batch, rules);
            write.tx().set_trail(loaded.id, &trail)?;
        } else {
            trails::refresh(write, &[loaded.id])?;
        }
        touched.push(loaded.objective.code.clone());
    }
    if touched.is_empty() {
        return Ok(Outcome { summary: format!("nothing in {name} is new"), ..Outcome::default() });
    }
    let corrected = if report.updated == 0 { String::new() } else { format!(", {} corrected", report.updated) };
    let summary = format!("{} readings of {} objectives from {name}{corrected}", report.created, touched.len());
    Ok(Outcome { summary, touched, ..Outcome::default() })
}
