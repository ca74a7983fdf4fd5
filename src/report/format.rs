//! What a document is written as, and the one door to all writers.

use std::fmt;
use std::path::Path;

use super::document::Document;
use super::{csv, html, json, markdown, xlsx};

/// What a document is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// One self-contained page to read and to print.
    Html,
    /// Plain text with light marks.
    Md,
    /// One table, or a zip of tables with a list of their hashes.
    Csv,
    /// A workbook with a sheet per part.
    Xlsx,
    /// Pages to print and to file.
    Pdf,
    /// Data.
    Json,
}

/// A document as bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// What a reader of the file should know and cannot see in it, one sentence each: characters a font lacks.
    pub notes: Vec<String>,
}

/// Why a document could not be written, one sentence without a full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteError(pub String);

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for WriteError {}

impl From<Vec<u8>> for Written {
    fn from(bytes: Vec<u8>) -> Written {
        Written { bytes, notes: Vec::new() }
    }
}

impl Format {
    /// All of them, in the order they are offered.
    pub const ALL: [Format; 6] = [Format::Html, Format::Md, Format::Pdf, Format::Xlsx, Format::Csv, Format::Json];

    /// The word of the command line, which is also the usual ending of a file's name.
    pub fn word(self) -> &'static str {
        match self {
            Format::Html => "html",
            Format::Md => "md",
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::Pdf => "pdf",
            Format::Json => "json",
        }
    }

    /// What it is good for, in a few words.
    pub fn good_for(self) -> &'static str {
        match self {
            Format::Html => "to read and to print (HTML)",
            Format::Md => "as Markdown",
            Format::Csv => "as tables (CSV; several in a zip)",
            Format::Xlsx => "as a workbook (XLSX)",
            Format::Pdf => "to print and to file (PDF)",
            Format::Json => "as data (JSON)",
        }
    }

    /// The format a file's name asks for; `None` where its ending says nothing.
    pub fn of(path: &Path) -> Option<Format> {
        match path.extension()?.to_string_lossy().to_lowercase().as_str() {
            "htm" => Some(Format::Html),
            "markdown" => Some(Format::Md),
            "zip" => Some(Format::Csv),
            ending => Format::ALL.into_iter().find(|format| format.word() == ending),
        }
    }
}

/// The document as a file's bytes: always the same for the same document and program version.
pub fn write(document: &Document, format: Format) -> Result<Written, WriteError> {
    match format {
        Format::Html => Ok(html::render(document).into()),
        Format::Md => Ok(markdown::render(document).into()),
        Format::Csv => Ok(csv::render(document)?.into()),
        Format::Xlsx => xlsx::render(document),
        Format::Json => match json::document::render(document) {
            Ok(bytes) => Ok(bytes.into()),
            Err(error) => Err(WriteError(format!("the document cannot be written as JSON: {error}"))),
        },
        Format::Pdf => Err(WriteError(format!("this document is not written as {} yet", format.word()))),
    }
}
