//! A whole register as sheets of rows: the four kinds of rows people import one by one, and what only a register has:
//! earlier versions, closings, explained gaps, check-ins, settings.

use super::cell::bare;
use super::date::parse_date;
use super::headers::OBJECTIVE_FIELDS;
use super::input::Table;
use super::objectives::ObjectiveRow;
use super::write::{day, objective_rows, text};
use crate::domain::objective::{Closing, ClosingOutcome};
use crate::domain::period::Date;
use crate::domain::version::{Cause, SeriesMark, Version};

/// One sheet: its name, its headers, its rows with one cell per header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataSheet {
    /// Its name.
    pub name: &'static str,
    /// Our headers.
    pub headers: Vec<String>,
    /// Cells as a CSV file holds them: texts guarded, numbers plain, dates ISO.
    pub rows: Vec<Vec<String>>,
}

/// Names of the sheets, in their order.
pub mod name {
    /// One objective a row: its newest content.
    pub const OBJECTIVES: &str = "Objectives";
    /// One reading a row: what stands for its day.
    pub const READINGS: &str = "Readings";
    /// What objectives serve.
    pub const SOURCES: &str = "Sources";
    /// Who is who.
    pub const PEOPLE: &str = "People";
    /// One version a row, of objectives with more than the one row of [`OBJECTIVES`] tells.
    pub const VERSIONS: &str = "Versions";
    /// Objectives that were closed.
    pub const CLOSED: &str = "Closed";
    /// Periods explained as not measured.
    pub const NOT_MEASURED: &str = "Not measured";
    /// Days on which somebody looked at a milestone.
    pub const CHECK_INS: &str = "Check-ins";
    /// What shows that a criterion is fulfilled.
    pub const CRITERIA: &str = "Criteria";
    /// What was decided in meetings and outside of them; to read, an import passes it over.
    pub const DECISIONS: &str = "Decisions";
    /// What somebody has to do; to read, an import passes it over.
    pub const ACTIONS: &str = "Actions";
    /// What judgements depend on.
    pub const SETTINGS: &str = "Settings";
}

/// What a cell under one of our headers holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Words.
    Text,
    /// A number.
    Number,
    /// A day.
    Date,
}

/// What a cell under a header holds.
pub fn shape(header: &str) -> Shape {
    match header {
        "target" | "target_high" | "warn" | "floor" | "baseline" | "value" | "numerator" | "denominator"
        | "required_met" | "grace_days" | "fiscal_year_start" | "version" | "criterion" => Shape::Number,
        "start" | "due" | "baseline_date" | "review_on" | "approved_on" | "granted_on" | "period_end"
        | "recorded_on" | "reported_on" | "date" | "from" | "until" | "known_from" | "effective" | "begins"
        | "closed_on" => Shape::Date,
        _ => Shape::Text,
    }
}

impl DataSheet {
    /// A sheet from rows whose first one holds the headers.
    pub fn of(name: &'static str, rows: impl IntoIterator<Item = Vec<String>>) -> DataSheet {
        let mut rows = rows.into_iter();
        DataSheet { name, headers: rows.next().unwrap_or_default(), rows: rows.collect() }
    }
}

/// Headers that stand before those of an objective in [`name::VERSIONS`].
const VERSION_HEADERS: [&str; 9] =
    ["version", "state", "known_from", "effective", "begins", "change_reason", "approvers", "cause", "series"];

/// Versions of objectives, each under its code.
pub fn version_sheet(versions: &[(&str, Version)]) -> DataSheet {
    let rows: Vec<ObjectiveRow> = versions
        .iter()
        .map(|(code, version)| ObjectiveRow {
            line: 0,
            code: (*code).to_owned(),
            definition: version.definition.clone(),
            lifecycle: None,
            criteria_done: Vec::new(),
            approved_on: version.approved_on,
            approved_by: version.approved_by.clone(),
            approved_ref: version.approved_ref.clone(),
        })
        .collect();
    let cells = versions.iter().map(|(_, v)| {
        vec![
            v.number.to_string(),
            if v.draft { "draft" } else { "in_force" }.to_owned(),
            v.recorded_on.to_string(),
            day(v.effective),
            day(v.begins),
            text(&v.reason),
            text(&v.approvers.join("; ")),
            v.cause.map(|cause| cause.word().to_owned()).unwrap_or_default(),
            v.series.map(|series| series.word().to_owned()).unwrap_or_default(),
        ]
    });
    let before = std::iter::once(VERSION_HEADERS.map(str::to_owned).to_vec()).chain(cells);
    let rows = before.zip(objective_rows(&rows)).map(|(before, objective)| [before, objective].concat());
    DataSheet::of(name::VERSIONS, rows)
}

/// Closings of objectives, each under its code.
pub fn closing_sheet(closings: &[(&str, &Closing)]) -> DataSheet {
    let header = ["code", "closed_on", "outcome", "reason", "successor", "by", "reference"].map(str::to_owned).to_vec();
    let rows = closings.iter().map(|(code, c)| {
        vec![
            text(code),
            c.retired_on.to_string(),
            c.outcome.word().to_owned(),
            text(&c.reason),
            text(&c.successor),
            text(&c.by),
            text(&c.reference),
        ]
    });
    DataSheet::of(name::CLOSED, std::iter::once(header).chain(rows))
}

/// Rows of texts and dates under headers of their own.
pub fn plain_sheet(name: &'static str, headers: &[&str], rows: impl Iterator<Item = Vec<String>>) -> DataSheet {
    let header = headers.iter().map(|header| (*header).to_owned()).collect();
    let rows = rows.map(|row| row.iter().map(|cell| text(cell)).collect());
    DataSheet::of(name, std::iter::once(header).chain(rows))
}

/// A row of one of the sheets only a register has.
#[derive(Clone, Copy, Debug)]
pub struct PlainRow<'t> {
    table: &'t Table,
    /// Its number in the sheet.
    pub line: u64,
    cells: &'t [String],
}

/// The rows of a sheet.
pub fn plain_rows(table: &Table) -> impl Iterator<Item = PlainRow<'_>> {
    table.rows.iter().map(move |(line, cells)| PlainRow { table, line: *line, cells })
}

impl PlainRow<'_> {
    /// The text under a header; empty where there is none.
    pub fn text(&self, header: &str) -> &str {
        let at = self.table.headers.iter().position(|known| known.trim().eq_ignore_ascii_case(header));
        at.and_then(|at| self.cells.get(at)).map_or("", |cell| bare(cell.trim()))
    }

    /// The day under a header; `None` where the cell is empty.
    pub fn date(&self, header: &str) -> Result<Option<Date>, String> {
        match self.text(header) {
            "" => Ok(None),
            text => parse_date(text).map(Some).map_err(|problem| format!("{header}: {problem}")),
        }
    }

    /// The day under a header that may not be empty.
    pub fn day(&self, header: &str) -> Result<Date, String> {
        self.date(header)?.ok_or_else(|| format!("{header} is missing"))
    }

    /// How and when an objective was closed.
    pub fn closing(&self) -> Result<Closing, String> {
        let outcome = ClosingOutcome::from_word(self.text("outcome"))
            .ok_or_else(|| format!("outcome: `{}` is not understood", self.text("outcome")))?;
        Ok(Closing {
            retired_on: self.day("closed_on")?,
            outcome,
            reason: self.text("reason").to_owned(),
            successor: self.text("successor").to_owned(),
            by: self.text("by").to_owned(),
            reference: self.text("reference").to_owned(),
        })
    }

    /// A version around the content its other cells hold.
    pub fn version(&self, row: &ObjectiveRow) -> Result<Version, String> {
        let number = self.text("version");
        let number = number.parse().map_err(|_| format!("version: `{number}` is no whole number"))?;
        let draft = match self.text("state") {
            "draft" => true,
            "in_force" => false,
            other => return Err(format!("state: `{other}` is neither draft nor in_force")),
        };
        let word = |header: &str| Some(self.text(header)).filter(|text| !text.is_empty());
        let approvers = self.text("approvers").split(';').map(str::trim).filter(|name| !name.is_empty());
        Ok(Version {
            draft,
            effective: self.date("effective")?,
            begins: self.date("begins")?,
            reason: self.text("change_reason").to_owned(),
            approved_on: row.approved_on,
            approved_by: row.approved_by.clone(),
            approved_ref: row.approved_ref.clone(),
            approvers: approvers.map(str::to_owned).collect(),
            cause: word("cause").and_then(Cause::from_word),
            series: word("series").and_then(SeriesMark::from_word),
            ..Version::draft(number, self.day("known_from")?, row.definition.clone())
        })
    }
}

/// The rows of a sheet of versions that carry one number, as rows of objectives.
pub fn content_of(versions: &Table, number: &str) -> Table {
    let columns: Vec<usize> = OBJECTIVE_FIELDS
        .iter()
        .filter_map(|field| versions.headers.iter().position(|header| header.trim() == field.name))
        .collect();
    let pick = |cells: &[String]| columns.iter().map(|at| cells.get(*at).cloned().unwrap_or_default()).collect();
    let rows = plain_rows(versions).filter(|row| row.text("version") == number);
    Table { headers: pick(&versions.headers), rows: rows.map(|row| (row.line, pick(row.cells))).collect() }
}
