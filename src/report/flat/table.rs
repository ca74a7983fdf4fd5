//! Tables whose cells hold one thing each.

use super::{Datum, FlatColumn, FlatTable, Piece};
use crate::domain::snapshot::Exact;
use crate::report::document::{Cell, Number, Table, Tally};

/// Tables by their headings: the first of a form holds the place of all.
#[derive(Default)]
pub(super) struct Forms<'d>(Vec<Form<'d>>);

struct Form<'d> {
    /// The place among the pieces.
    at: usize,
    tables: Vec<(&'d Table, &'d str)>,
}

impl<'d> Forms<'d> {
    /// Takes a table; `of` says which of many it is.
    pub(super) fn take(&mut self, table: &'d Table, of: &'d str, pieces: &mut Vec<Piece<'d>>) {
        let same = |form: &&mut Form<'_>| {
            let (first, _) = form.tables[0];
            first.columns.len() == table.columns.len()
                && first.columns.iter().zip(&table.columns).all(|(one, other)| one.title == other.title)
        };
        match self.0.iter_mut().find(same) {
            Some(form) => form.tables.push((table, of)),
            None => {
                self.0.push(Form { at: pieces.len(), tables: vec![(table, of)] });
                pieces.push(Piece::Line(super::Line::default()));
            }
        }
    }

    /// Puts each form in its place.
    pub(super) fn fill(self, pieces: &mut [Piece<'d>]) {
        for form in self.0 {
            if let Some(piece) = pieces.get_mut(form.at) {
                *piece = Piece::Table(flat(&form.tables));
            }
        }
    }
}

/// Tables of one form as one, with a further column for the quieter lines of a column that has some; where there are
/// several, each row says which it is of.
fn flat(tables: &[(&Table, &str)]) -> FlatTable {
    let (first, _) = tables[0];
    let together = tables.len() > 1;
    let rows = || tables.iter().flat_map(|(table, of)| table.rows.iter().map(move |row| (row, *of)));
    let beside: Vec<bool> = (0..first.columns.len())
        .map(|at| rows().filter_map(|(row, _)| row.get(at)).any(|cell| !split(cell).1.is_empty()))
        .collect();
    let mut columns = Vec::with_capacity(first.columns.len() * 2 + 1);
    if together {
        columns.push(FlatColumn { title: "Of".to_owned(), number: false });
    }
    for (column, beside) in first.columns.iter().zip(&beside) {
        columns.push(FlatColumn { title: column.title.to_string(), number: column.number });
        if *beside {
            let title = if column.title.is_empty() { String::new() } else { format!("{}, more", column.title) };
            columns.push(FlatColumn { title, number: false });
        }
    }
    let rows = rows().map(|(row, of)| {
        let mut data = Vec::with_capacity(columns.len());
        if together {
            data.push(Datum::Text(of.to_owned()));
        }
        for (cell, beside) in row.iter().zip(&beside) {
            let (datum, more) = split(cell);
            data.push(datum);
            if *beside {
                data.push(Datum::Text(more.to_owned()));
            }
        }
        data
    });
    FlatTable {
        caption: if together { String::new() } else { first.caption.clone() },
        quiet: first.quiet_caption || together,
        rows: rows.collect(),
        columns,
    }
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
