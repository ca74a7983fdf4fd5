//! Tables whose rows are entries of a register: one row, one entry, read on top of what is known of it.

use std::collections::HashMap;

use csv::StringRecord;

use super::cell;
use super::date::parse_date;
use super::headers::{Field, Mapping};
use super::input::Input;
use super::objectives::joined;
use super::problem::{Note, RowError};
use super::rows::{FileProblem, Rows};
use crate::domain::period::Date;

/// All rows of a file.
#[derive(Debug)]
pub struct Table<T> {
    /// Rows that could be read, with their line.
    pub rows: Vec<(u64, T)>,
    /// Rows that could not, one error per cell.
    pub errors: Vec<RowError>,
    /// What a person should know.
    pub notes: Vec<Note>,
    /// (field, header).
    pub mapping: Vec<(String, String)>,
}

/// How a file is read.
pub(super) struct Reading<'a, T> {
    pub fields: &'static [Field],
    pub maps: &'a [String],
    /// Fields whose column must be there.
    pub required: &'a [&'a str],
    /// The field an entry is named by: where a second row with the same key is refused.
    pub key_field: &'static str,
    /// What names an entry, in any case.
    pub key: fn(&T) -> String,
}

impl<T> Reading<'_, T> {
    /// Reads the whole file; `read` makes an entry of a row, or notes why it cannot.
    pub fn table(&self, input: &Input, read: impl Fn(&mut Row<'_>) -> Option<T>) -> Result<Table<T>, FileProblem> {
        let mut rows = Rows::open(input)?;
        let headers = rows.headers.clone();
        let names: Vec<&str> = headers.iter().collect();
        let mapping = Mapping::find(self.fields, &names, self.maps, self.required)?;
        let notes = input.notes.iter().chain(&mapping.notes).cloned().collect();
        let mut table = Table { rows: Vec::new(), errors: Vec::new(), notes, mapping: mapping.pairs() };
        let mut lines: HashMap<String, u64> = HashMap::new();
        let mut record = StringRecord::new();
        while let Some(line) = rows.next(&mut record)? {
            if let Err(error) = Rows::check(&headers, &record, line) {
                table.errors.push(error);
                continue;
            }
            let mut row = Row { mapping: &mapping, record: &record, line, errors: Vec::new(), notes: Vec::new() };
            if let Some(entry) = read(&mut row) {
                let key = (self.key)(&entry).to_uppercase();
                if let Some(first) = lines.get(&key) {
                    row.refuse(self.key_field, format!("`{}` already stands in row {first}", (self.key)(&entry)));
                } else if row.errors.is_empty() {
                    lines.insert(key, line);
                    table.rows.push((line, entry));
                }
            }
            table.errors.append(&mut row.errors);
            table.notes.append(&mut row.notes);
        }
        Ok(table)
    }
}

/// One row, with what is wrong with it so far.
pub(super) struct Row<'a> {
    mapping: &'a Mapping,
    record: &'a StringRecord,
    line: u64,
    errors: Vec<RowError>,
    notes: Vec<Note>,
}

impl Row<'_> {
    /// The text of a field; empty where the file has no column for it.
    pub fn said(&self, field: &str) -> String {
        joined(self.mapping, self.record, field).unwrap_or_default()
    }

    /// Takes a text over where the file has a column for it.
    pub fn text(&mut self, field: &str, content: &mut String) {
        let Some(text) = joined(self.mapping, self.record, field) else { return };
        if text.is_empty() && !content.is_empty() {
            self.note_emptied(field);
        }
        *content = text;
    }

    /// Takes a day over where the file has a column for it.
    pub fn day(&mut self, field: &str, content: &mut Option<Date>) {
        let Some(text) = joined(self.mapping, self.record, field) else { return };
        if text.is_empty() {
            if content.take().is_some() {
                self.note_emptied(field);
            }
            return;
        }
        match parse_date(&text) {
            Ok(day) => *content = Some(day),
            Err(problem) => self.refuse(field, problem.to_string()),
        }
    }

    /// Takes a yes or no over where the file has a column for it; an empty cell is a no.
    pub fn flag(&mut self, field: &str, content: &mut bool) {
        if !self.mapping.has(field) {
            return;
        }
        let text = self.said(field);
        match if text.is_empty() { Some(false) } else { cell::yes(&text) } {
            Some(flag) => *content = flag,
            None => self.refuse(field, format!("`{text}` is not understood; write yes or no")),
        }
    }

    /// A word of a vocabulary; `None` for an empty cell and, with an error noted, for one that is not understood.
    pub fn word<W>(&mut self, field: &str, expected: &str, read: impl Fn(&str) -> Option<W>) -> Option<W> {
        let text = self.said(field);
        if text.is_empty() {
            return None;
        }
        let found = read(&text);
        if found.is_none() {
            self.refuse(field, format!("`{text}` is not understood; write {expected}"));
        }
        found
    }

    /// Notes why a cell cannot be taken over.
    pub fn refuse(&mut self, field: &str, reason: impl Into<String>) {
        self.errors.push(RowError::cell(self.line, self.mapping.header(field), reason));
    }

    /// Notes something that stops nothing.
    pub fn note(&mut self, field: &str, text: impl Into<String>) {
        self.notes.push(Note::cell(self.line, self.mapping.header(field), text));
    }

    fn note_emptied(&mut self, field: &str) {
        self.note(field, "the cell is empty; what stood there is taken out");
    }
}
