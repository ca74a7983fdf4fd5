//! Widths of columns, and colours that follow the words in them.

use rust_xlsxwriter::{ConditionalFormatCell, ConditionalFormatCellRule, Worksheet, XlsxError};

use super::style;
use crate::report::document::Mark;
use crate::report::flat::{Datum, FlatTable};

/// The narrowest and the widest column, in characters; longer texts go on in a second line.
const NARROW: usize = 9;
const WIDE: usize = 46;

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
    widths.into_iter().map(|width| width.min(WIDE) as f64).collect()
}

fn length(datum: &Datum) -> usize {
    match datum {
        Datum::Text(text) => text.chars().take(WIDE).count(),
        // There is room to write.
        Datum::Fill(text) => text.chars().take(WIDE).count().max(16),
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
