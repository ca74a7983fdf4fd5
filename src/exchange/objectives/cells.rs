//! The cells of a row, by field.

use csv::StringRecord;

use super::Row;
use crate::domain::period::{Date, FiscalCalendar, Frequency, Period, parse_period};
use crate::domain::quantity::Decimal;
use crate::exchange::cell;
use crate::exchange::date::parse_date;
use crate::exchange::headers::Mapping;
use crate::exchange::number::parse_number;
use crate::exchange::problem::{Note, RowError};

impl Row<'_> {
    /// The trimmed text of a field's one cell; `None` where the file has no column for it.
    pub(super) fn cell(&self, field: &str) -> Option<&str> {
        let at = self.mapping.column(field)?;
        Some(cell::bare(self.record.get(at).unwrap_or("").trim()))
    }

    /// The text of all columns of a field, joined; `None` where the file has none.
    pub(super) fn text(&self, field: &str) -> Option<String> {
        joined(self.mapping, self.record, field)
    }

    pub(super) fn word<T>(&mut self, field: &str, expected: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.cell(field).filter(|text| !text.is_empty())?.to_owned();
        let found = read(&text);
        if found.is_none() {
            self.refuse(field, format!("`{text}` is not understood; write {expected}"));
        }
        found
    }

    /// Outer `None`: no column, or an error that was noted. Inner `None`: the cell is empty.
    pub(super) fn number(&mut self, field: &str, unit: &str) -> Option<Option<Decimal>> {
        let text = self.cell(field)?.to_owned();
        if text.is_empty() {
            return Some(None);
        }
        match parse_number(&text, unit, self.context.format) {
            Ok(number) => Some(Some(number)),
            Err(problem) => {
                self.refuse(field, problem.to_string());
                None
            }
        }
    }

    pub(super) fn date(&mut self, field: &str) -> Option<Date> {
        let text = self.cell(field).filter(|text| !text.is_empty())?.to_owned();
        parse_date(&text).map_err(|problem| self.refuse(field, problem.to_string())).ok()
    }

    /// A date, or one end of a named period.
    pub(super) fn span_or_date(&mut self, field: &str, start_month: u8, end: impl Fn(Period) -> Date) -> Option<Date> {
        let text = self.cell(field).filter(|text| !text.is_empty())?.to_owned();
        match (parse_date(&text), named_span(&text, self.context.calendar, start_month)) {
            (Ok(date), _) => Some(date),
            (Err(_), Some(span)) => Some(end(span)),
            (Err(problem), None) => {
                self.refuse(field, problem.to_string());
                None
            }
        }
    }

    pub(super) fn list<T>(&mut self, field: &str, read: impl Fn(&str) -> Result<T, String>) -> Option<T> {
        let text = self.cell(field)?.to_owned();
        read(&text).map_err(|reason| self.refuse(field, reason)).ok()
    }

    pub(super) fn refuse(&mut self, field: &str, reason: impl Into<String>) {
        self.errors.push(RowError::cell(self.line, self.mapping.header(field), reason));
    }

    pub(super) fn note(&mut self, field: &str, text: impl Into<String>) {
        self.notes.push(Note::cell(self.line, self.mapping.header(field), text));
    }
}

/// The text of all columns of a field: the main ones as they are, remarks with their header before them.
pub(in crate::exchange) fn joined(mapping: &Mapping, record: &StringRecord, field: &str) -> Option<String> {
    let columns = mapping.columns_of(field);
    if columns.is_empty() {
        return None;
    }
    let mut text = String::new();
    for column in columns {
        let cell = cell::bare(record.get(column.at).unwrap_or("").trim());
        if cell.is_empty() {
            continue;
        }
        if !text.is_empty() {
            text.push_str("; ");
        }
        if column.remark {
            text.push_str(mapping.header_at(column.at));
            text.push_str(": ");
        }
        text.push_str(cell);
    }
    Some(text)
}

/// The span of a period name of any frequency.
pub(in crate::exchange) fn named_span(text: &str, calendar: FiscalCalendar, start_month: u8) -> Option<Period> {
    let calendar = FiscalCalendar { start_month, ..calendar };
    Frequency::ALL
        .into_iter()
        .find_map(|f| parse_period(text, calendar.rhythm(f), calendar).ok())
        .map(|found| found.period)
}
