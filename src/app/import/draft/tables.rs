//! A draft as rows of our own fields, with the way back from each row and field to its cell.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{DATE_FIELDS, Held, NUMBER_FIELDS, is_stroke, says_no_figure, written};
use super::percent::Fraction;
use super::{Answer, Ask, Cell, CellAt, CellFate, Counts, Draft, Fate, Layout, RefusedCell, Role, RowFate, Span};
use crate::domain::period::Frequency;
use crate::exchange::input::Table;
use crate::exchange::period_header::{When, period_header};

/// An objective the register has.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub code: String,
    pub title: String,
    pub unit: String,
    pub why_target: String,
}

/// A draft as rows of our own fields.
#[derive(Default)]
pub(super) struct Tables {
    pub objectives: Table,
    pub readings: Table,
    /// The cell of each row of `readings`, whose numbers are places in this list.
    pub reading_cells: Vec<CellAt>,
    pub rows: Vec<RowFate>,
    pub cells: BTreeMap<CellAt, CellFate>,
    pub refused: Vec<RefusedCell>,
    pub notes: Vec<String>,
    pub counts: Counts,
}

/// A row on the way into the tables.
struct Line {
    row: u32,
    code: String,
    known: Option<Known>,
    fields: BTreeMap<&'static str, String>,
    sound: bool,
}

impl Draft {
    pub(super) fn tables(&self) -> Tables {
        let mut tables = Tables::default();
        let mut codes = FreeCodes::of(self);
        let mut lines = Vec::new();
        for row in self.rows() {
            if let Some(why) = self.left_out(*row) {
                let title = self.row_name(*row);
                let fate =
                    RowFate { row: *row, code: String::new(), title, fate: Fate::LeftOut, readings: 0, text: why };
                tables.rows.push(fate);
                continue;
            }
            let line = self.line(*row, &mut codes, &mut tables);
            match self.layout() {
                Layout::Readings => self.long_reading(&line, &mut tables),
                Layout::Wide | Layout::Objectives => self.readings(&line, &mut tables),
            }
            let title = line.fields.get("title").cloned().unwrap_or_default();
            let (fate, code) = (if line.sound { Fate::Unchanged } else { Fate::Refused }, line.code.clone());
            tables.rows.push(RowFate { row: *row, code, title, fate, readings: 0, text: String::new() });
            lines.push(line);
        }
        if self.layout() != Layout::Readings {
            tables.objectives = self.objective_table(&lines);
        }
        self.note_comments(&mut tables);
        tables
    }

    /// What a row is called: its title, else its code, else its first text.
    pub(super) fn row_name(&self, row: u32) -> String {
        let grid = self.grid();
        let fields = ["title", "code"].into_iter().filter_map(|field| self.column_of(field));
        let any = 0..self.columns().len() as u32;
        let texts = fields.chain(any).map(|at| grid.own(CellAt::new(row, at)).text());
        texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// The objective of the register a row is about: by code, else by title.
    pub(super) fn known_in(&self, row: u32) -> Option<&Known> {
        let grid = self.grid();
        let text =
            |field: &str| self.column_of(field).map(|at| grid.own(CellAt::new(row, at)).text()).unwrap_or_default();
        let (code, title) = (text("code"), text("title"));
        let same = |a: &str, b: &str| !a.is_empty() && a.to_lowercase() == b.trim().to_lowercase();
        let by_code = self.known.iter().find(|known| same(&code, &known.code));
        by_code.or_else(|| self.known.iter().find(|known| code.is_empty() && same(&title, &known.title)))
    }

    /// Why a row brings nothing; `None` where it does.
    fn left_out(&self, row: u32) -> Option<String> {
        match self.choices.rows.get(&row) {
            Some(true) => return None,
            Some(false) => return Some("left out by you".to_owned()),
            None => {}
        }
        let grid = self.grid();
        let filled: Vec<(CellAt, &Role)> = self.row_cells(row).filter(|(at, _)| !grid.own(*at).is_blank()).collect();
        if filled.is_empty() {
            return Some("nothing in it is read".to_owned());
        }
        let name = self.row_name(row);
        if is_total(&name) {
            return Some("a total, not an objective".to_owned());
        }
        if self.layout() == Layout::Readings {
            return None;
        }
        let names = |role: &Role| matches!(role, Role::Field("title" | "code"));
        let header = |(at, _): &(CellAt, &Role)| self.columns()[at.column as usize].header == grid.own(*at).text();
        if filled.iter().all(header) {
            return Some("the header row again".to_owned());
        }
        let named = filled.iter().any(|(_, role)| names(role));
        let values = filled.iter().any(|(_, role)| matches!(role, Role::Readings(_)));
        if !named && !values {
            return Some("it names no objective".to_owned());
        }
        let many = self.columns().iter().filter(|column| column.role != Role::LeftOut).count() > 2;
        (many && filled.iter().all(|(_, role)| names(role)) && filled.len() == 1)
            .then(|| "a heading: nothing else stands in its row".to_owned())
    }

    fn row_cells(&self, row: u32) -> impl Iterator<Item = (CellAt, &Role)> {
        let read = self.columns().iter().filter(|column| column.role != Role::LeftOut);
        read.map(move |column| (CellAt::new(row, column.at), &column.role))
    }

    fn line(&self, row: u32, codes: &mut FreeCodes, tables: &mut Tables) -> Line {
        let known = self.known_in(row).cloned();
        let mut line = Line { row, code: String::new(), known, fields: BTreeMap::new(), sound: true };
        for (at, role) in self.row_cells(row) {
            let Role::Field(name) = role else { continue };
            match self.field_text(at, name, role) {
                Ok(text) if text.is_empty() => drop(line.fields.entry(name).or_default()),
                Ok(text) => {
                    tables.cells.insert(at, CellFate::Field { field: name, text: text.clone() });
                    let filled = line.fields.entry(name).or_default();
                    if !filled.is_empty() {
                        filled.push_str("; ");
                    }
                    filled.push_str(&text);
                }
                Err(Not::Waiting(why)) => {
                    line.fields.entry(name).or_default();
                    tables.cells.insert(at, CellFate::Waiting(why));
                }
                Err(Not::Refused(reason)) => {
                    line.sound = false;
                    self.refuse(tables, at, reason);
                }
            }
        }
        let written = line.fields.get("code").cloned().unwrap_or_default();
        line.code = match &line.known {
            Some(known) => known.code.clone(),
            None if self.layout() == Layout::Readings || !written.is_empty() => written,
            None => codes.next(),
        };
        line
    }

    /// What a field's cell says, as the reader of fields takes it.
    fn field_text(&self, at: CellAt, name: &str, role: &Role) -> Result<String, Not> {
        let grid = self.grid();
        let held = if matches!(name, "title" | "code" | "value") { grid.own(at) } else { grid.drawn(at) };
        let source = match held {
            Held::File(Cell::Empty) => at,
            _ if grid.own(at).is_blank() => grid.sheet.shown_by(at),
            _ => at,
        };
        match held {
            Held::File(Cell::Error(error)) => {
                return Err(Not::Refused(format!("the cell shows {error}, which says nothing")));
            }
            Held::File(Cell::Unknown) => return Err(Not::Refused(NO_RESULT.to_owned())),
            Held::File(_) | Held::Typed(_) => {}
        }
        match self.percent_answer(source, role) {
            Fraction::Open => return Err(Not::Waiting("a fraction or a percentage?".to_owned())),
            Fraction::Hundredfold(number) => return Ok(format!("{} %", written(&number, self.number_format()))),
            Fraction::No => {}
        }
        let text = match held.number() {
            Some((exact, _)) if NUMBER_FIELDS.contains(&name) => written(exact, self.number_format()),
            _ => held.text(),
        };
        if NUMBER_FIELDS.contains(&name) && (is_stroke(&text) || says_no_figure(&text)) {
            return Ok(String::new());
        }
        Ok(if DATE_FIELDS.contains(&name) { self.day_text(text) } else { text })
    }

    /// A date as it is read; the name of a month becomes its last day.
    fn day_text(&self, text: String) -> String {
        let text = self.settled_date(text);
        match period_header(&text, self.calendar).map(|found| found.when) {
            Some(When::Span(_, span)) => span.end.to_string(),
            _ => text,
        }
    }

    fn readings(&self, line: &Line, tables: &mut Tables) {
        let meanings: Vec<(&Span, u32)> = self
            .columns()
            .iter()
            .filter_map(|column| if let Role::Meanings(span) = &column.role { Some((span, column.at)) } else { None })
            .collect();
        for (column, span) in self.reading_columns() {
            let at = CellAt::new(line.row, column);
            tables.counts.cells += 1;
            let value = match self.value_text(at, span) {
                Ok(value) => value,
                Err(Not::Waiting(why)) => {
                    tables.counts.waiting += 1;
                    tables.cells.insert(at, CellFate::Waiting(why));
                    continue;
                }
                Err(Not::Refused(reason)) => {
                    tables.counts.refused += 1;
                    self.refuse(tables, at, reason);
                    continue;
                }
            };
            if value.is_empty() {
                tables.counts.empty += 1;
                tables.cells.insert(at, CellFate::Empty);
                continue;
            }
            let comment = self.sheet().comments.get(&at);
            let beside = meanings
                .iter()
                .filter(|(of, _)| *of == span)
                .map(|(_, at)| self.grid().text(CellAt::new(line.row, *at)));
            let texts: Vec<String> =
                comment.map(|c| c.text.clone()).into_iter().chain(beside).filter(|text| !text.is_empty()).collect();
            let meaning = texts.join("; ");
            let day = span.period.map(|period| period.end.to_string()).unwrap_or_default();
            tables.reading(at, vec![line.code.clone(), day, value, meaning]);
        }
        for (_, column) in meanings {
            let at = CellAt::new(line.row, column);
            let text = self.grid().text(at);
            if !text.is_empty() {
                tables.cells.insert(at, CellFate::Meaning(text));
            }
        }
    }

    /// The value of a cell as the reader of readings takes it; empty for no reading.
    fn value_text(&self, at: CellAt, span: &Span) -> Result<String, Not> {
        let grid = self.grid();
        let held = grid.own(at);
        let text = held.text();
        match held {
            _ if text.is_empty() || is_stroke(&text) => return Ok(String::new()),
            Held::File(Cell::Error(error)) => {
                return Err(Not::Refused(format!("the cell shows {error}, which is no value")));
            }
            Held::File(Cell::Unknown) => return Err(Not::Refused(NO_RESULT.to_owned())),
            Held::File(Cell::Date(_)) => {
                return Err(Not::Refused("a date stands where a value is expected".to_owned()));
            }
            Held::File(_) | Held::Typed(_) => {}
        }
        if span.period.is_none() {
            return Err(Not::Waiting("the year is asked for".to_owned()));
        }
        if says_no_figure(&text) {
            return match self.choices.answers.get(&Ask::NotApplicable) {
                Some(Answer::Yes) => Ok("0/0".to_owned()),
                Some(_) => Ok(String::new()),
                None => Err(Not::Waiting("nothing to count, or no reading?".to_owned())),
            };
        }
        match self.percent_answer(at, &Role::Readings(span.clone())) {
            Fraction::Open => Err(Not::Waiting("a fraction or a percentage?".to_owned())),
            Fraction::Hundredfold(number) => Ok(written(&number, self.number_format())),
            Fraction::No => Ok(held.number().map_or(text, |(exact, _)| written(exact, self.number_format()))),
        }
    }

    fn long_reading(&self, line: &Line, tables: &mut Tables) {
        let column = self.column_of("value").or(self.column_of("numerator")).unwrap_or(0);
        let at = CellAt::new(line.row, column);
        tables.counts.cells += 1;
        if !line.sound {
            tables.counts.refused += 1;
            return;
        }
        if let Some(CellFate::Waiting(_)) = tables.cells.get(&at) {
            tables.counts.waiting += 1;
            return;
        }
        let said = |field: &str| line.fields.get(field).cloned().unwrap_or_default();
        if ["value", "numerator", "denominator"].iter().all(|field| said(field).is_empty()) {
            tables.counts.empty += 1;
            tables.cells.insert(at, CellFate::Empty);
            return;
        }
        if tables.readings.headers.is_empty() {
            let fields = line.fields.keys().filter(|field| **field != "code");
            tables.readings.headers = std::iter::once("code").chain(fields.copied()).map(str::to_owned).collect();
        }
        let cells: Vec<String> = tables.readings.headers[1..].iter().map(|field| said(field)).collect();
        tables.reading(at, std::iter::once(line.code.clone()).chain(cells).collect());
    }

    fn objective_table(&self, lines: &[Line]) -> Table {
        let mapped = self.columns().iter().filter_map(|column| match column.role {
            Role::Field(name) => Some(name),
            _ => None,
        });
        let mut fields: BTreeSet<&'static str> = mapped.collect();
        fields.extend([
            "code",
            "title",
            "unit",
            "frequency",
            "why_target",
            "approved_on",
            "approved_by",
            "approved_ref",
        ]);
        let cell = |line: &Line, field: &str| -> String {
            if field == "code" {
                return line.code.clone();
            }
            let written = line.fields.get(field).cloned().filter(|text| !text.is_empty());
            written.unwrap_or_else(|| self.unsaid(line, field))
        };
        Table {
            headers: fields.iter().map(|field| (*field).to_owned()).collect(),
            rows: lines
                .iter()
                .filter(|line| line.sound)
                .map(|line| (u64::from(line.row), fields.iter().map(|field| cell(line, field)).collect()))
                .collect(),
        }
    }

    /// What a row says about a field without a text for it.
    fn unsaid(&self, line: &Line, field: &str) -> String {
        let column = line.fields.contains_key(field);
        if let Some(known) = &line.known {
            return match field {
                "title" if !column => known.title.clone(),
                "unit" if !column => known.unit.clone(),
                "why_target" if !column => known.why_target.clone(),
                _ => String::new(),
            };
        }
        let approval = self.choices.approval.as_ref();
        match field {
            "unit" if self.unit_of(line.row).is_empty() && self.shows_percent(line.row) => "%".to_owned(),
            "frequency" => self.frequency_of(line.row).map(|f| f.letter().to_owned()).unwrap_or_default(),
            "why_target" => self
                .column_of("target")
                .and_then(|at| self.sheet().comments.get(&CellAt::new(line.row, at)))
                .map(|comment| comment.text.clone())
                .unwrap_or_default(),
            "approved_on" => approval.map(|approval| approval.on.to_string()).unwrap_or_default(),
            "approved_by" => approval.map(|approval| approval.by.trim().to_owned()).unwrap_or_default(),
            "approved_ref" => approval.map(|approval| approval.reference.trim().to_owned()).unwrap_or_default(),
            _ => String::new(),
        }
    }

    fn shows_percent(&self, row: u32) -> bool {
        let readings = self.reading_columns().map(|(at, _)| at).chain(self.column_of("target"));
        readings.map(|at| self.grid().own(CellAt::new(row, at))).any(|held| {
            let text = held.text();
            held.number().is_some_and(|(_, percent)| percent) || text.ends_with('%')
        })
    }

    /// How often an objective is measured, as its columns show: months with values in the last of each quarter only are
    /// quarters.
    fn frequency_of(&self, row: u32) -> Option<Frequency> {
        let frequency = self.reading_columns().next()?.1.frequency;
        let grid = self.grid();
        let filled: Vec<_> = self
            .reading_columns()
            .filter(|(at, _)| !matches!(grid.own(CellAt::new(row, *at)), held if held.is_blank() || is_stroke(&held.text())))
            .filter_map(|(_, span)| span.period)
            .collect();
        let quarter = |end| self.calendar.rhythm(Frequency::Q).containing(end).end == end;
        let quarters = frequency == Frequency::M && filled.len() > 1 && filled.iter().all(|span| quarter(span.end));
        Some(if quarters { Frequency::Q } else { frequency })
    }

    fn refuse(&self, tables: &mut Tables, at: CellAt, reason: String) {
        tables.cells.insert(at, CellFate::Refused(reason.clone()));
        tables.refused.push(RefusedCell { at, content: self.shown(at), reason });
    }

    /// Comments that become nothing are said, so that none is lost without a word.
    fn note_comments(&self, tables: &mut Tables) {
        for (at, comment) in &self.sheet().comments {
            let role = self.columns().get(at.column as usize).map(|column| &column.role);
            let taken = match (role, tables.cells.get(at)) {
                (Some(Role::Readings(_)), Some(CellFate::Empty)) => false,
                (Some(Role::Readings(_)), fate) => fate.is_some() || tables.reading_cells.contains(at),
                (Some(Role::Field("target")), Some(_)) => self.layout() != Layout::Readings,
                _ => false,
            };
            if !taken && !comment.text.is_empty() {
                let who = if comment.author.is_empty() { String::new() } else { format!(" of {}", comment.author) };
                tables.notes.push(format!("{at}: the comment{who} is not taken over: {}", comment.text));
            }
        }
    }
}

const NO_RESULT: &str =
    "it holds a formula whose result the file does not have; open and save it in a spreadsheet program";

/// Why a cell gives no text.
enum Not {
    Waiting(String),
    Refused(String),
}

impl Tables {
    fn reading(&mut self, at: CellAt, cells: Vec<String>) {
        if self.readings.headers.is_empty() {
            self.readings.headers = ["code", "period_end", "value", "evaluation"].map(str::to_owned).to_vec();
        }
        self.reading_cells.push(at);
        self.readings.rows.push((self.reading_cells.len() as u64, cells));
    }
}

/// Whether the name of a row says that it sums up others.
fn is_total(name: &str) -> bool {
    let name = name.trim().trim_end_matches(':').to_lowercase();
    let words = ["total", "totals", "sum", "average", "mean", "overall", "grand total", "subtotal", "summe", "gesamt"];
    words.contains(&name.as_str())
        || ["total ", "average ", "sum of ", "mean of "].iter().any(|word| name.starts_with(word))
}

/// Codes for rows without one: `OBJ-n`, the first that are free.
struct FreeCodes {
    taken: BTreeSet<String>,
    last: u32,
}

impl FreeCodes {
    fn of(draft: &Draft) -> FreeCodes {
        let written = draft.column_of("code").into_iter();
        let written =
            written.flat_map(|at| draft.rows().iter().map(move |row| draft.grid().text(CellAt::new(*row, at))));
        let taken = draft.known.iter().map(|known| known.code.clone()).chain(written);
        FreeCodes { taken: taken.map(|code| code.to_uppercase()).collect(), last: 0 }
    }

    fn next(&mut self) -> String {
        loop {
            self.last += 1;
            let code = format!("OBJ-{}", self.last);
            if self.taken.insert(code.clone()) {
                return code;
            }
        }
    }
}
