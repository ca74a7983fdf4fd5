//! The document as a workbook: a list of contents, a sheet per part, and the figures behind the charts.
//!
//! Numbers, percentages and days are real ones; every text is written as a text, so that none of them is ever a formula.

mod chart;
mod names;
mod sheet;
mod style;
mod table;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Image, Workbook, Worksheet, XlsxError};

use self::names::Names;
use self::sheet::Pen;
use self::style::Styles;
use super::document::{Block, ContentsEntry, Document, Part};
use super::flat::figures::figures;
use super::flat::{FlatTable, Piece, pieces};
use super::format::{WriteError, Written};
use crate::domain::period::Date;
use chrono::Datelike;

/// The name of the sheet that leads to the others.
const CONTENTS: &str = "Contents";
/// The name of the sheet with the figures behind the charts.
const FIGURES: &str = "Chart figures";

impl From<XlsxError> for WriteError {
    fn from(error: XlsxError) -> WriteError {
        WriteError(format!("the workbook cannot be written: {error}"))
    }
}

/// The workbook.
pub fn render(document: &Document) -> Result<Written, WriteError> {
    render_behind(None, document)
}

/// The workbook behind a sheet that comes first.
pub fn render_behind(first: Option<Worksheet>, document: &Document) -> Result<Written, WriteError> {
    let styles = Styles::new();
    // What a list of contents says stands on the sheet that leads to the others.
    let of_its_own = |part: &&Part| !part.blocks.iter().all(|block| matches!(block, Block::Contents(_)));
    let parts: Vec<(&Part, Vec<Piece<'_>>)> =
        document.parts.iter().filter(of_its_own).map(|part| (part, pieces(part))).collect();
    let charts: Vec<_> = parts
        .iter()
        .flat_map(|(_, pieces)| pieces)
        .filter_map(|piece| if let Piece::Chart(chart) = piece { Some(*chart) } else { None })
        .collect();
    let first_name = first.as_ref().map(Worksheet::name).unwrap_or_default();
    let mut names = Names::with(&[CONTENTS, FIGURES, &first_name]);
    let named: Vec<String> = parts.iter().enumerate().map(|(at, (part, _))| names.take(&title(part, at))).collect();
    let figures = Some(figures(&charts)).filter(|figures| !figures.rows.is_empty());

    let mut book = Workbook::new();
    book.set_properties(&properties(&document.title, &document.organization, document.as_of)?);
    first.into_iter().for_each(|sheet| {
        book.push_worksheet(sheet);
    });
    let mut cut = 0;
    let mut listed: Vec<(&str, String)> =
        named.iter().map(String::as_str).zip(parts.iter().map(|(_, pieces)| holds(pieces))).collect();
    if let Some(figures) = &figures {
        listed.push((FIGURES, rows(figures)));
    }
    let mut notes = Vec::new();
    book.push_worksheet(contents(document, &listed, &styles, &mut cut, &mut notes)?);
    let mut drawn = chart::Drawn::default();
    for ((part, pieces), name) in parts.iter().zip(&named) {
        let mut pen = Pen::new(name, &document.foot, &styles, &mut cut)?;
        pen.part(part.heading.as_deref().unwrap_or(&document.title), pieces, &mut drawn)?;
        book.push_worksheet(pen.finish());
    }
    if let Some(figures) = &figures {
        let mut pen = Pen::new(FIGURES, &document.foot, &styles, &mut cut)?;
        pen.part(FIGURES, &[Piece::Table(figures.clone())], &mut drawn)?;
        book.push_worksheet(pen.finish());
    }
    notes.extend(told_cut(cut));
    Ok(Written { bytes: book.save_to_buffer()?, notes })
}

/// What a part is called: its heading, the objective of an auditor's page, else the first part is the summary.
fn title(part: &Part, at: usize) -> String {
    match (&part.heading, part.blocks.first()) {
        (Some(heading), _) => heading.to_string(),
        (None, Some(Block::Evidence(sheet))) => sheet.page.code.clone(),
        (None, _) if at == 0 => "Summary".to_owned(),
        (None, _) => part.id.to_string(),
    }
}

fn holds(pieces: &[Piece<'_>]) -> String {
    let tables: Vec<String> = pieces
        .iter()
        .filter_map(|piece| if let Piece::Table(table) = piece { Some(rows(table)) } else { None })
        .collect();
    tables.join(", ")
}

fn rows(table: &FlatTable) -> String {
    crate::domain::words::counted(table.rows.len(), "row", "rows")
}

/// A workbook carries the day its document speaks of, never the day it is written.
fn properties(title: &str, organization: &str, as_of: Date) -> Result<DocProperties, XlsxError> {
    Ok(DocProperties::new()
        .set_title(style::safe(title))
        .set_company(style::safe(organization))
        .set_author(style::safe(organization))
        .set_creation_datetime(&day(as_of)?))
}

/// Tables of rows as sheets with the headings in their first row; texts keep their line breaks.
pub fn sheets(title: &str, organization: &str, as_of: Date, tables: &[FlatTable]) -> Result<Written, WriteError> {
    let styles = Styles::new();
    let mut book = Workbook::new();
    book.set_properties(&properties(title, organization, as_of)?);
    let mut cut = 0;
    for table in tables {
        let mut pen = Pen::new(&table.caption, organization, &styles, &mut cut)?;
        pen.rows(table)?;
        book.push_worksheet(pen.finish());
    }
    Ok(Written { bytes: book.save_to_buffer()?, notes: told_cut(cut) })
}

fn told_cut(cut: usize) -> Vec<String> {
    let texts = crate::domain::words::counted(cut, "text was", "texts were");
    let note = format!("{texts} cut at 32,767 characters, the most a cell of a workbook holds");
    Some(note).filter(|_| cut > 0).into_iter().collect()
}

/// Spreadsheets know the days from 1900 to 9999.
fn day(date: Date) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(date.year().clamp(1900, 9999) as u16, date.month() as u8, date.day() as u8)
}

/// Whose document it is, which one, and where everything stands.
fn contents(
    document: &Document,
    listed: &[(&str, String)],
    styles: &Styles,
    cut: &mut usize,
    notes: &mut Vec<String>,
) -> Result<Worksheet, XlsxError> {
    let mut pen = Pen::new(CONTENTS, &document.foot, styles, cut)?;
    pen.widths(&[44.0, 60.0])?;
    let house = &document.house;
    pen.line(&document.organization, &styles.heading)?;
    pen.title(&document.title)?;
    let words = document.identity.iter().chain([&house.document_id, &house.classification]);
    for text in words.filter(|text| !text.is_empty()) {
        pen.line(text, &styles.note)?;
    }
    if let Some(logo) = &house.logo {
        match Image::new_from_buffer(&logo.bytes) {
            Ok(image) => pen.picture(image.set_alt_text(style::safe(&logo.says)))?,
            Err(error) => notes.push(format!("the logo is not in the workbook: {error}")),
        }
    }
    pen.skip();
    pen.line("Sheets", &styles.head)?;
    for (name, holds) in listed {
        pen.link(name, holds)?;
    }
    for part in &document.parts {
        let entries: Vec<&ContentsEntry> = part
            .blocks
            .iter()
            .filter_map(|block| if let Block::Contents(entries) = block { Some(entries) } else { None })
            .flatten()
            .collect();
        if !entries.is_empty() {
            pen.skip();
            pen.line(part.heading.as_deref().unwrap_or(CONTENTS), &styles.head)?;
        }
        for entry in entries {
            let about = format!("{} {}, {}", entry.mark.symbol, entry.mark.word, entry.note);
            pen.pair(&format!("{} {}", entry.code, entry.title), &about)?;
        }
    }
    Ok(pen.finish())
}
