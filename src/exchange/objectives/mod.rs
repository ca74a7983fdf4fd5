//! Rows of a file to objectives. A row is read on top of what is known: columns the file lacks keep their content.

mod cells;
mod targets;

use std::collections::HashMap;

use csv::StringRecord;

use super::cell;
use super::evidence::format_shown_by;
use super::headers::{Mapping, OBJECTIVE_FIELDS};
use super::input::Input;
use super::list_cell::{parse_criteria, parse_links, parse_tags, parse_waypoints};
use super::number::NumberFormat;
use super::problem::{Note, RowError};
use super::rows::{FileProblem, Rows};
use super::target_cell::operator_named;
use crate::domain::objective::{Definition, Kind, Lifecycle};
use crate::domain::period::{Date, FiscalCalendar};

pub(super) use cells::{joined, named_span as span_named};

/// What reading objectives needs to know.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// `field=Header`.
    pub maps: &'a [String],
    /// How `1,234` is meant.
    pub format: NumberFormat,
    /// The day of the import: the start where nobody said one.
    pub today: Date,
    /// The register's fiscal calendar.
    pub calendar: FiscalCalendar,
    /// The content an objective of that code has now.
    pub known: &'a dyn Fn(&str) -> Option<Definition>,
}

/// One objective as a row gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectiveRow {
    /// Line of the file.
    pub line: u64,
    /// Its code.
    pub code: String,
    /// Its content.
    pub definition: Definition,
    /// What the file says about its life; `None` where it says nothing.
    pub lifecycle: Option<Lifecycle>,
    /// The days its criteria were fulfilled on, in their order.
    pub criteria_done: Vec<Option<Date>>,
    /// The day it was approved, as the file claims.
    pub approved_on: Option<Date>,
    /// Who approved it, as the file claims.
    pub approved_by: String,
    /// Minutes, ticket or document of the approval.
    pub approved_ref: String,
}

/// All rows of a file.
#[derive(Debug, Default)]
pub struct ObjectiveSheet {
    /// Rows that could be read.
    pub rows: Vec<ObjectiveRow>,
    /// Rows that could not, one error per cell.
    pub errors: Vec<RowError>,
    /// What a person should know.
    pub notes: Vec<Note>,
    /// (field, header).
    pub mapping: Vec<(String, String)>,
}

/// Reads the whole file.
pub fn read_objectives(input: &Input, context: &Context<'_>) -> Result<ObjectiveSheet, FileProblem> {
    let format = match context.format {
        NumberFormat::Unstated => format_shown_by(input)?,
        stated => stated,
    };
    let context = &Context { format, ..*context };
    let mut rows = Rows::open(input)?;
    let headers: Vec<&str> = rows.headers.iter().collect();
    let mapping = Mapping::find(&OBJECTIVE_FIELDS, &headers, context.maps, &["code", "title"])?;
    let mut sheet = ObjectiveSheet {
        mapping: mapping.pairs(),
        notes: input.notes.iter().chain(&mapping.notes).cloned().collect(),
        ..ObjectiveSheet::default()
    };
    let headers = rows.headers.clone();
    let mut lines: HashMap<String, u64> = HashMap::new();
    let mut record = StringRecord::new();
    while let Some(line) = rows.next(&mut record)? {
        if let Err(error) = Rows::check(&headers, &record, line) {
            sheet.errors.push(error);
            continue;
        }
        let mut row = Row { mapping: &mapping, record: &record, line, context, errors: Vec::new(), notes: Vec::new() };
        let objective = row.read();
        if let Some(first) = lines.get(&objective.code.to_uppercase()) {
            row.refuse("code", format!("`{}` already stands in row {first}", objective.code));
        }
        if row.errors.is_empty() {
            lines.insert(objective.code.to_uppercase(), line);
            sheet.rows.push(objective);
        }
        sheet.errors.append(&mut row.errors);
        sheet.notes.append(&mut row.notes);
    }
    Ok(sheet)
}

struct Row<'a> {
    mapping: &'a Mapping,
    record: &'a StringRecord,
    line: u64,
    context: &'a Context<'a>,
    errors: Vec<RowError>,
    notes: Vec<Note>,
}

impl Row<'_> {
    fn read(&mut self) -> ObjectiveRow {
        let code = self.text("code").unwrap_or_default();
        if code.is_empty() {
            self.refuse("code", "a code is missing");
        }
        let known = (self.context.known)(&code);
        let is_new = known.is_none();
        let mut definition =
            known.unwrap_or_else(|| Definition { start_derived: true, ..Definition::titled("", self.context.today) });
        let before = definition.clone();
        self.texts(&mut definition);
        self.words(&mut definition);
        self.measure(&mut definition);
        self.dates(&mut definition);
        self.targets(&mut definition);
        let criteria_done = self.lists(&mut definition);
        self.kind(&mut definition, is_new);
        if definition.title.is_empty() {
            self.refuse("title", "a title is missing");
        }
        if !is_new {
            self.note_emptied(&before, &definition);
        }
        ObjectiveRow {
            line: self.line,
            code,
            lifecycle: self.word("lifecycle", "draft, in_force or retired", cell::lifecycle),
            criteria_done,
            approved_on: self.date("approved_on"),
            approved_by: self.text("approved_by").unwrap_or_default(),
            approved_ref: self.text("approved_ref").unwrap_or_default(),
            definition,
        }
    }

    fn texts(&mut self, d: &mut Definition) {
        let fields: [(&str, &mut String); 20] = [
            ("title", &mut d.title),
            ("function", &mut d.function),
            ("parent", &mut d.parent),
            ("owner", &mut d.owner),
            ("metric", &mut d.metric),
            ("formula", &mut d.formula),
            ("data_source", &mut d.data_source),
            ("unit", &mut d.unit),
            ("what", &mut d.what),
            ("resources", &mut d.resources),
            ("how_evaluated", &mut d.how_evaluated),
            ("evaluator", &mut d.evaluator),
            ("collector", &mut d.collector),
            ("metric_owner", &mut d.metric_owner),
            ("why_target", &mut d.why_target),
            ("population", &mut d.population),
            ("cascade_note", &mut d.cascade_note),
            ("granted", &mut d.granted),
            ("granted_by", &mut d.granted_by),
            ("spent", &mut d.spent),
        ];
        for (field, content) in fields {
            if let Some(text) = self.text(field) {
                *content = text;
            }
        }
        self.parent_in_words(d);
    }

    /// `child of NL-SB2` in the function's column names the parent, not a function.
    fn parent_in_words(&mut self, d: &mut Definition) {
        let words = d.function.to_lowercase();
        let Some(length) =
            ["child of ", "sub-objective of ", "part of "].iter().find(|w| words.starts_with(**w)).map(|w| w.len())
        else {
            return;
        };
        let parent = d.function[length..].trim().to_owned();
        if parent.is_empty()
            || parent.contains(char::is_whitespace)
            || self.cell("parent").is_some_and(|p| !p.is_empty())
        {
            return;
        }
        self.note("function", format!("`{}` names the parent {parent}; the function stays empty", d.function));
        d.parent = parent;
        d.function = String::new();
    }

    fn words(&mut self, d: &mut Definition) {
        if self.mapping.has("level") {
            d.level = self.word("level", "organization, function or team", cell::level);
        }
        if let Some(frequency) = self.word("frequency", "W, M, Q, H or Y", cell::frequency) {
            d.frequency = frequency;
        }
        if let Some(month) = self.word("fiscal_year_start", "a month from 1 to 12", cell::month) {
            d.fiscal_year_start = Some(month);
        }
        let mut from_direction = None;
        if self.mapping.has("direction") {
            let found = self.word("direction", "higher, lower or range", cell::direction);
            d.direction = found.map(|(direction, _)| direction);
            from_direction = found.and_then(|(_, operator)| operator);
        }
        if self.mapping.has("operator") || from_direction.is_some() {
            d.operator = self.word("operator", "one of >= > <= < = between", operator_named).or(from_direction);
        }
    }

    fn measure(&mut self, d: &mut Definition) {
        if self.mapping.has("grace_days") {
            d.grace_days = self.word("grace_days", "whole days", |text| text.parse().ok().filter(|days| *days <= 3660));
        }
        if self.mapping.has("required_met") {
            d.required_met = self.word("required_met", "a whole number of periods", |text| text.parse().ok());
        }
    }

    fn dates(&mut self, d: &mut Definition) {
        let start_month = d.calendar(self.context.calendar).start_month;
        if let Some(start) = self.span_or_date("start", start_month, |span| span.start) {
            d.start = start;
            d.start_derived = false;
        }
        if self.mapping.has("due") {
            d.due = self.span_or_date("due", start_month, |span| span.end);
        }
        if self.mapping.has("granted_on") {
            d.granted_on = self.span_or_date("granted_on", start_month, |span| span.start);
        }
        if self.mapping.has("review_on") {
            d.review_on = self.span_or_date("review_on", start_month, |span| span.end);
        }
    }

    fn lists(&mut self, d: &mut Definition) -> Vec<Option<Date>> {
        let unit = d.unit.clone();
        let format = self.context.format;
        if let Some(waypoints) = self.list("waypoints", |text| parse_waypoints(text, &unit, format)) {
            d.waypoints = waypoints;
        }
        if let Some(links) = self.list("links", parse_links) {
            d.links = links;
        }
        if let Some(tags) = self.list("tags", |text| Ok(parse_tags(text))) {
            d.tags = tags;
        }
        match self.list("criteria", parse_criteria) {
            Some(found) => {
                d.criteria = found.criteria;
                found.done
            }
            None => Vec::new(),
        }
    }

    fn kind(&mut self, d: &mut Definition, is_new: bool) {
        match self.word("kind", "maintain, reach or milestone", cell::kind) {
            Some(kind) => d.kind = kind,
            None if !is_new => {}
            None if !d.criteria.is_empty() => d.kind = Kind::Milestone,
            None if d.baseline.is_some() && d.due.is_some() => d.kind = Kind::Reach,
            None => d.kind = Kind::Maintain,
        }
    }

    fn note_emptied(&mut self, before: &Definition, now: &Definition) {
        let lost = |field: &str| -> Option<()> { self.cell(field).filter(|text| text.is_empty()).map(|_| ()) };
        let emptied: Vec<&str> = super::write::definition_cells(before)
            .into_iter()
            .zip(super::write::definition_cells(now))
            .filter(|((field, old), (_, new))| !old.is_empty() && new.is_empty() && lost(field).is_some())
            .map(|((field, _), _)| field)
            .collect();
        for field in emptied {
            self.note(field, "the cell is empty; what stood there is taken out");
        }
    }
}
