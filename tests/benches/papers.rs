//! What papers cost: a table as large as a register's history against the bare writer of workbooks.

use rust_xlsxwriter::Workbook;
use sixtwo::app::{Refusal, RefusalKind};
use sixtwo::domain::period::Date;
use sixtwo::domain::quantity::Decimal;
use sixtwo::domain::snapshot::Exact;
use sixtwo::report::document::{Block, Cell, Column, Document, House, Part, Table};
use sixtwo::report::{Format, write};

const WORDS: usize = 5;

/// Rows of a few words and so many numbers.
pub fn document(rows: usize, columns: usize) -> Document {
    let words = |row: usize, at: usize| Cell::Text(format!("{at} of objective {}", row % 50));
    let number = |row: usize, at: usize| {
        let exact = Decimal::new((row * 7 + at * 13) as i64 % 1000, 1).unwrap_or(Decimal::ZERO);
        Cell::amount(format!("{exact} %"), Some(Exact::from(exact)), true, "")
    };
    let cell = |row: usize, at: usize| if at < WORDS { words(row, at) } else { number(row, at) };
    let table = Table {
        caption: "Readings".to_owned(),
        quiet_caption: true,
        columns: (0..columns).map(|at| Column::words(format!("C{at}"), 0)).collect(),
        rows: (0..rows).map(|row| (0..columns).map(|at| cell(row, at)).collect()).collect(),
        names: 0,
        dense: true,
    };
    Document {
        title: "Bench".to_owned(),
        organization: "Bench".to_owned(),
        identity: Vec::new(),
        as_of: Date::from_ymd_opt(2026, 11, 9).unwrap_or_default(),
        house: House::default(),
        foot: String::new(),
        parts: vec![Part::headed("readings", "Readings", vec![Block::Table(table)])],
    }
}

/// The document in a format.
pub fn ours(document: &Document, format: Format) -> Result<(), Refusal> {
    let written = write(document, format).map_err(|error| Refusal::new(RefusalKind::Broken, error.to_string()))?;
    std::hint::black_box(written.bytes.len());
    Ok(())
}

/// The same cells with the bare writer: no widths, no colours, no formats.
pub fn floor(rows: usize, columns: usize) -> Result<(), Refusal> {
    let broken = |error: rust_xlsxwriter::XlsxError| Refusal::new(RefusalKind::Broken, error.to_string());
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..rows {
        for at in 0..columns {
            let place = (row as u32, at as u16);
            if at < WORDS {
                let text = format!("{at} of objective {}", row % 50);
                sheet.write_string(place.0, place.1, text).map_err(broken)?;
            } else {
                sheet.write_number(place.0, place.1, ((row * 7 + at * 13) % 1000) as f64 / 1000.0).map_err(broken)?;
            }
        }
    }
    std::hint::black_box(book.save_to_buffer().map_err(broken)?.len());
    Ok(())
}
