//! The rows of a file, checked for shape: as many cells as headers, no cell beyond reason, no NUL.

use std::fmt;
use std::io::{self, Read};
use std::sync::Arc;

use csv::StringRecord;

use super::headers::HeaderProblem;
use super::input::{Input, MAX_CELL, MAX_COLUMNS, Table};
use super::problem::RowError;

/// Why a file as a whole cannot be read.
#[derive(Debug)]
pub enum FileProblem {
    /// It could not be opened or read.
    Unreadable(io::Error),
    /// Its headers, or what was said about them.
    Headers(HeaderProblem),
    /// It is no table: empty, too wide, broken.
    NoTable(String),
}

impl fmt::Display for FileProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FileProblem::Unreadable(error) => write!(f, "cannot be read: {error}"),
            FileProblem::Headers(HeaderProblem::Map(text) | HeaderProblem::File(text)) | FileProblem::NoTable(text) => {
                f.write_str(text)
            }
        }
    }
}

impl std::error::Error for FileProblem {}

impl From<io::Error> for FileProblem {
    fn from(error: io::Error) -> FileProblem {
        FileProblem::Unreadable(error)
    }
}

impl From<HeaderProblem> for FileProblem {
    fn from(problem: HeaderProblem) -> FileProblem {
        FileProblem::Headers(problem)
    }
}

impl From<csv::Error> for FileProblem {
    fn from(error: csv::Error) -> FileProblem {
        match error.into_kind() {
            csv::ErrorKind::Io(error) => FileProblem::Unreadable(error),
            _ => FileProblem::NoTable("the file is no readable table".to_owned()),
        }
    }
}

/// The rows below the header line.
pub struct Rows {
    below: Below,
    /// The header line.
    pub headers: StringRecord,
}

/// Where the rows come from.
enum Below {
    /// The text of a file.
    Text { reader: csv::Reader<Box<dyn Read>>, terminator: u8 },
    /// A sheet; the place of the next row.
    Sheet { table: Arc<Table>, next: usize },
}

impl Rows {
    /// Opens the table and reads its header line.
    pub fn open(input: &Input) -> Result<Rows, FileProblem> {
        if let Some(table) = input.table() {
            let headers = StringRecord::from(table.headers.clone());
            return Ok(Rows { below: Below::Sheet { table, next: 0 }, headers });
        }
        let mut reader = input.rows()?;
        let mut headers = StringRecord::new();
        let found = reader.read_record(&mut headers)?;
        if !found || headers.iter().all(|header| header.trim().is_empty()) {
            return Err(FileProblem::NoTable("the file is empty: its first line must name the columns".to_owned()));
        }
        if headers.len() > MAX_COLUMNS {
            return Err(FileProblem::NoTable(format!("{} columns; at most {MAX_COLUMNS} are read", headers.len())));
        }
        Ok(Rows { below: Below::Text { reader, terminator: input.terminator }, headers })
    }

    /// Reads the next row that says anything into `record`; its line, or `None` at the end of the file.
    pub fn next(&mut self, record: &mut StringRecord) -> Result<Option<u64>, FileProblem> {
        match &mut self.below {
            Below::Text { reader, terminator } => {
                while reader.read_record(record)? {
                    if !record.as_slice().trim().is_empty() {
                        return Ok(Some(line_of(reader, *terminator, record)));
                    }
                }
                Ok(None)
            }
            Below::Sheet { table, next } => {
                let Some((number, cells)) = table.rows.get(*next) else { return Ok(None) };
                *next += 1;
                *record = StringRecord::from(cells.as_slice());
                Ok(Some(*number))
            }
        }
    }

    /// Whether a row has the shape of the header line and cells that can be kept.
    pub fn check(headers: &StringRecord, record: &StringRecord, line: u64) -> Result<(), RowError> {
        let (cells, columns) = (record.len(), headers.len());
        if cells != columns {
            let missing =
                if cells < columns { "; cells are missing" } else { "; a cell may hold a delimiter without quotes" };
            return Err(RowError::row(line, format!("{cells} cells where the header line has {columns}{missing}")));
        }
        let text = record.as_slice();
        if text.len() <= MAX_CELL && !text.contains('\0') {
            return Ok(());
        }
        for (header, cell) in headers.iter().zip(record) {
            if cell.len() > MAX_CELL {
                return Err(RowError::cell(
                    line,
                    header,
                    format!("{} bytes; a cell holds at most {MAX_CELL}", cell.len()),
                ));
            }
            if cell.contains('\0') {
                return Err(RowError::cell(line, header, "the text holds a NUL character"));
            }
        }
        Ok(())
    }
}

/// The line a row begins on. Blank lines before the row were passed over with it, so it is counted back from where the
/// reader stands: behind the row's line end, which only the last row may lack.
fn line_of(reader: &csv::Reader<Box<dyn Read>>, terminator: u8, record: &StringRecord) -> u64 {
    let Some(position) = record.position() else { return 0 };
    if terminator != b'\n' {
        return position.record() + 1;
    }
    let inside = record.as_slice().bytes().filter(|b| *b == b'\n').count() as u64;
    let counted_back = reader.position().line().saturating_sub(inside + 1);
    counted_back.max(position.line())
}
