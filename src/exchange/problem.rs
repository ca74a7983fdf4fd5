//! What an import has to say about a file: errors that stop it, notes that do not.

use std::fmt;

/// A cell or a row that cannot be taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowError {
    /// Line of the file, the header line being 1; 0 where the file as a whole is meant.
    pub row: u64,
    /// The header of the column; empty where the row as a whole is meant.
    pub column: String,
    /// What is wrong, in words.
    pub reason: String,
}

impl RowError {
    /// An error in one cell.
    pub fn cell(row: u64, column: &str, reason: impl Into<String>) -> RowError {
        RowError { row, column: column.to_owned(), reason: reason.into() }
    }

    /// An error of a whole row.
    pub fn row(row: u64, reason: impl Into<String>) -> RowError {
        RowError::cell(row, "", reason)
    }
}

impl fmt::Display for RowError {
    /// `row:column: reason`, without the parts that do not apply.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.row > 0 {
            write!(f, "{}:", self.row)?;
        }
        if !self.column.is_empty() {
            write!(f, "{}:", self.column)?;
        }
        write!(f, " {}", self.reason)
    }
}

/// Something a person should know although it stops nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Line of the file; 0 where the file as a whole is meant.
    pub row: u64,
    /// The header of the column; empty where none is meant.
    pub column: String,
    /// In words.
    pub text: String,
}

impl Note {
    /// A note on one cell.
    pub fn cell(row: u64, column: &str, text: impl Into<String>) -> Note {
        Note { row, column: column.to_owned(), text: text.into() }
    }

    /// A note on the whole file.
    pub fn file(text: impl Into<String>) -> Note {
        Note::cell(0, "", text)
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.row, self.column.as_str()) {
            (0, "") => {}
            (0, column) => write!(f, "column {column}: ")?,
            (row, "") => write!(f, "row {row}: ")?,
            (row, column) => write!(f, "row {row}, {column}: ")?,
        }
        f.write_str(&self.text)
    }
}
