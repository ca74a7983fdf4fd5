//! The document as CSV (RFC 4180): a table alone as one file; everything else as a zip with a file per table, one for
//! the words around them, and a list of the files with their hashes.
//!
//! A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers are plain decimals and days
//! ISO dates, so that `-3` stays a number.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::document::Document;
use super::flat::figures::figures;
use super::flat::{Datum, FlatTable, Line, Piece, pieces};
use super::format::WriteError;
use crate::domain::snapshot::sha256_hex;
use crate::domain::text::{guarded, one_line};

/// A file of the bundle.
pub(super) struct Member {
    /// Its name in the archive.
    pub name: String,
    /// What it holds.
    pub about: String,
    /// How many rows, headings not counted.
    pub rows: usize,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The file's bytes: CSV, or a zip archive.
pub fn render(document: &Document) -> Result<Vec<u8>, WriteError> {
    let parts: Vec<_> = document.parts.iter().map(|part| (part, pieces(part))).collect();
    let all = || parts.iter().flat_map(|(_, pieces)| pieces);
    let mut tables = all().filter_map(|piece| if let Piece::Table(table) = piece { Some(table) } else { None });
    if let (Some(only), None, 1) = (tables.next(), tables.next(), all().count()) {
        return Ok(csv(only));
    }
    let mut members = vec![words(document, &parts)];
    for (part, pieces) in &parts {
        let tables = pieces.iter().filter_map(|piece| if let Piece::Table(table) = piece { Some(table) } else { None });
        for (at, table) in tables.enumerate() {
            let again = if at == 0 { String::new() } else { format!("-{}", at + 1) };
            members.push(member(format!("{:02}-{}{again}.csv", members.len(), part.id), &table.caption, table));
        }
    }
    let charts: Vec<_> =
        all().filter_map(|piece| if let Piece::Chart(chart) = piece { Some(*chart) } else { None }).collect();
    if !charts.is_empty() {
        let table = figures(&charts);
        members.push(member("charts.csv".to_owned(), &table.caption, &table));
    }
    bundle(&members)
}

fn member(name: String, about: &str, table: &FlatTable) -> Member {
    Member { name, about: about.to_owned(), rows: table.rows.len(), bytes: csv(table) }
}

/// What stands outside of the tables, in its order.
fn words(document: &Document, parts: &[(&super::document::Part, Vec<Piece<'_>>)]) -> Member {
    let about = |label: &str, text: &str| ["", "document", label, text, "", ""].map(cell).to_vec();
    let mut rows = vec![["part", "kind", "label", "text", "by", "clause"].map(str::to_owned).to_vec()];
    rows.push(about("title", &document.title));
    rows.push(about("organization", &document.organization));
    rows.extend(document.identity.iter().map(|words| about("identity", words)));
    for (label, text) in [
        ("document id", &document.house.document_id),
        ("classification", &document.house.classification),
        ("foot", &document.foot),
    ] {
        if !text.is_empty() {
            rows.push(about(label, text));
        }
    }
    for (part, pieces) in parts {
        if let Some(heading) = &part.heading {
            rows.push([&part.id, "heading", "", heading, "", ""].map(cell).to_vec());
        }
        for piece in pieces {
            if let Piece::Line(Line { role, label, text, by, clause }) = piece {
                rows.push([&part.id, role.word(), label, text, by, clause].map(cell).to_vec());
            }
        }
    }
    Member {
        name: "words.csv".to_owned(),
        about: "Everything outside of the tables".to_owned(),
        rows: rows.len() - 1,
        bytes: written(rows.into_iter()),
    }
}

fn csv(table: &FlatTable) -> Vec<u8> {
    let header = table.columns.iter().map(|column| cell(&column.title)).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(datum).collect());
    written(std::iter::once(header).chain(rows))
}

fn datum(datum: &Datum) -> String {
    match datum {
        Datum::Text(text) | Datum::Fill(text) => cell(text),
        Datum::Number(number) if number.is_bound() => cell(&number.shown),
        Datum::Number(number) => number.exact.text().to_owned(),
        Datum::Date(day, _) => day.to_string(),
        Datum::Mark(mark) => mark.word.to_owned(),
    }
}

/// A text made harmless: one line that no terminal and no spreadsheet acts on.
fn cell(text: &str) -> String {
    guarded(&one_line(text)).into_owned()
}

/// Rows as a file; they are made harmless before.
pub(super) fn written(rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail, and every row has as many cells as the header.
        let _ = writer.write_record(&row);
    }
    writer.into_inner().unwrap_or_default()
}

/// The files in one archive, the list of their hashes first. Nothing in it depends on the day it is made.
pub(super) fn bundle(members: &[Member]) -> Result<Vec<u8>, WriteError> {
    let header = ["file", "what", "rows", "sha256"].map(str::to_owned).to_vec();
    let list = members.iter().map(|member| {
        vec![cell(&member.name), cell(&member.about), member.rows.to_string(), sha256_hex(&member.bytes)]
    });
    let manifest = written(std::iter::once(header).chain(list));
    let named = members.iter().map(|member| (member.name.as_str(), &member.bytes));
    archive(std::iter::once(("manifest.csv", &manifest)).chain(named))
        .map_err(|error| WriteError(format!("the archive of tables cannot be written: {error}")))
}

fn archive<'m>(files: impl Iterator<Item = (&'m str, &'m Vec<u8>)>) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name, options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
