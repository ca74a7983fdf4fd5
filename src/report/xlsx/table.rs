//! Widths of columns, and colours that follow the words in them.

use rust_xlsxwriter::{ConditionalFormatCell, ConditionalFormatCellRule, Worksheet, XlsxError};

use super::style;
use crate::report::document::Mark;
use crate::report::flat::{Datum, FlatTable};

/// The narrowest and the widest column, in characters; longer texts go on in a second line.
const NARROW: usize = 8;
const WIDE: usize = 46;
/// About what a printed line holds before it is too small to read; wide columns give way down to [`MIDDLE`].
const PAGE: f64 = 150.0;
const MIDDLE: f64 = 14.0;
/// The height of a line of text, in points.
const LINE: f64 = 15.5;
/// The most lines a row shows.
const LINES: f64 = 26.0;

/// The widths all tables of a sheet get along with.
pub(super) fn widths<'t>(tables: impl Iterator<Item = &'t FlatTable>) -> Vec<f64> {
    let mut widths: Vec<usize> = Vec::new();
    for table in tables {
        widths.resize(widths.len().max(table.columns.len()), NARROW);
        for (width, column) in widths.iter_mut().zip(&table.columns) {
            // A heading may break between its words, and a sign to filter by stands beside it.
            let word = column.title.split(' ').map(|word| word.chars().count() + 3).max().unwrap_or(0);
            *width = (*width).max(word);
        }
        for row in &table.rows {
            for (width, datum) in widths.iter_mut().zip(row).filter(|(width, _)| **width < WIDE) {
                *width = (*width).max(length(datum) + 1);
            }
        }
    }
    let mut widths: Vec<f64> = widths.into_iter().map(|width| width.min(WIDE) as f64).collect();
    let spare: f64 = widths.iter().map(|width| (width - MIDDLE).max(0.0)).sum();
    let over = widths.iter().sum::<f64>() - PAGE;
    if over > 0.0 && spare > 0.0 {
        let keep = 1.0 - (over / spare).min(1.0);
        widths.iter_mut().filter(|width| **width > MIDDLE).for_each(|width| *width = MIDDLE + (*width - MIDDLE) * keep);
    }
    widths
}

/// The height of a row where one line is not enough for one of its texts: readers other than Excel do not find it out
/// by themselves.
pub(super) fn height(texts: impl Iterator<Item = (usize, f64)>) -> Option<f64> {
    let lines = texts.map(|(length, width)| (length as f64 * 1.08 / width).ceil()).fold(1.0, f64::max);
    (lines > 1.0).then(|| lines.min(LINES) * LINE)
}

/// How many characters a datum shows.
pub(super) fn length(datum: &Datum) -> usize {
    match datum {
        Datum::Text(text) => text.chars().count(),
        // There is room to write.
        Datum::Fill(text) => text.chars().count().max(16),
        Datum::Number(number) => number.shown.chars().count(),
        Datum::Date(..) => 12,
        Datum::Mark(mark) => mark.word.chars().count() + 3,
    }
}

/// Colours the marks of a table by rules, so that a word changed by hand takes its colour along.
pub(super) fn colour(sheet: &mut Worksheet, table: &FlatTable, first: u32, last: u32) -> Result<(), XlsxError> {
    if table.rows.is_empty() {
        return Ok(());
    }
    for at in 0..table.columns.len() {
        let mut marks: Vec<&Mark> = Vec::new();
        for datum in table.rows.iter().filter_map(|row| row.get(at)) {
            if let Datum::Mark(mark) = datum
                && !marks.contains(&mark)
            {
                marks.push(mark);
            }
        }
        for mark in marks {
            let Some(format) = style::tone(mark.tone) else { continue };
            let words = format!("{} {}", mark.symbol, mark.word);
            let rule = ConditionalFormatCell::new()
                .set_rule(ConditionalFormatCellRule::EqualTo(words.as_str()))
                .set_format(format);
            sheet.add_conditional_format(first, at as u16, last, at as u16, &rule)?;
        }
    }
    Ok(())
}
