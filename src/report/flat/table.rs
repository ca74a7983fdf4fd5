//! Tables whose cells hold one thing each.

use super::{Datum, FlatColumn, FlatTable, Piece};
use crate::domain::snapshot::Exact;
use crate::report::document::{Cell, Number, Table, Tally};

/// The table, with a further column for the quieter lines of a column that has some.
pub(super) fn flat(table: &Table) -> FlatTable {
    let beside: Vec<bool> = (0..table.columns.len())
        .map(|at| table.rows.iter().filter_map(|row| row.get(at)).any(|cell| !split(cell).1.is_empty()))
        .collect();
    let mut columns = Vec::with_capacity(table.columns.len() * 2);
    for (column, beside) in table.columns.iter().zip(&beside) {
        columns.push(FlatColumn { title: column.title.to_string(), number: column.number });
        if *beside {
            let title = if column.title.is_empty() { String::new() } else { format!("{}, more", column.title) };
            columns.push(FlatColumn { title, number: false });
        }
    }
    let rows = table.rows.iter().map(|row| {
        let mut data = Vec::with_capacity(columns.len());
        for (cell, beside) in row.iter().zip(&beside) {
            let (datum, more) = split(cell);
            data.push(datum);
            if *beside {
                data.push(Datum::Text(more.to_owned()));
            }
        }
        data
    });
    FlatTable { caption: table.caption.clone(), quiet: table.quiet_caption, rows: rows.collect(), columns }
}

/// The table of one of many objects: its caption says of which.
pub(super) fn named(table: &Table, of: &str) -> FlatTable {
    FlatTable { caption: of.to_owned(), quiet: false, ..flat(table) }
}

/// What a cell holds, and its quieter line.
fn split(cell: &Cell) -> (Datum, &str) {
    match cell {
        Cell::Text(text) => (Datum::Text(text.clone()), ""),
        Cell::Pair(main, sub) => (Datum::Text(main.clone()), sub),
        Cell::Mark(mark, sub) => (Datum::Mark(mark.clone()), sub),
        Cell::Said(text, by) => (Datum::Text(text.clone()), by),
        Cell::Trend(trend) => (Datum::Text(trend.description.clone()), ""),
        Cell::Number(number) => (Datum::Number(number.clone()), &number.sub),
        Cell::Date(day, shown) => (Datum::Date(*day, shown.clone()), ""),
        Cell::Fill(text) => (Datum::Fill(text.clone()), ""),
    }
}

/// Counts as a table.
pub(super) fn tallies(tallies: &[Tally]) -> FlatTable {
    let column = |title: &str, number| FlatColumn { title: title.to_owned(), number };
    let rows = tallies.iter().flat_map(|group| {
        group.counts.iter().map(|(mark, count, word)| {
            let what = match mark {
                Some(mark) if mark.word == word => Datum::Mark(mark.clone()),
                _ => Datum::Text(word.clone()),
            };
            let number =
                Number { shown: count.to_string(), exact: Exact::from(*count), percent: false, sub: String::new() };
            vec![Datum::Text(group.heading.to_string()), what, Datum::Number(number)]
        })
    });
    FlatTable {
        caption: "Counts".to_owned(),
        quiet: true,
        columns: vec![column("Of", false), column("Where they stand", false), column("How many", true)],
        rows: rows.collect(),
    }
}

/// Tables with the same headings, brought together where the first of them stands; each row then says which it is of.
pub(super) fn joined(pieces: Vec<Piece<'_>>) -> Vec<Piece<'_>> {
    let mut joined: Vec<Piece<'_>> = Vec::with_capacity(pieces.len());
    let mut forms: Vec<(usize, Vec<FlatColumn>, bool)> = Vec::new();
    for piece in pieces {
        let Piece::Table(table) = piece else {
            joined.push(piece);
            continue;
        };
        match forms.iter_mut().find(|(_, columns, _)| *columns == table.columns) {
            None => {
                forms.push((joined.len(), table.columns.clone(), false));
                joined.push(Piece::Table(table));
            }
            Some((at, _, together)) => {
                let Piece::Table(first) = &mut joined[*at] else { continue };
                if !*together {
                    first.columns.insert(0, FlatColumn { title: "Of".to_owned(), number: false });
                    let caption = std::mem::take(&mut first.caption);
                    first.rows.iter_mut().for_each(|row| row.insert(0, Datum::Text(caption.clone())));
                    *together = true;
                }
                let FlatTable { caption, rows, .. } = table;
                first.rows.extend(rows.into_iter().map(|mut row| {
                    row.insert(0, Datum::Text(caption.clone()));
                    row
                }));
            }
        }
    }
    joined
}
