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
        .map(|at| rows().filter_map(|(row, _)| row.get(at)).any(|cell| !more(cell).is_empty()))
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
            data.push(main(cell));
            if *beside {
                data.push(match cell {
                    Cell::Dated(cell, day) => Datum::Date(*day, more(cell).to_owned()),
                    cell => Datum::Text(more(cell).to_owned()),
                });
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

/// What a cell holds.
fn main(cell: &Cell) -> Datum {
    match cell {
        Cell::Text(text) | Cell::Pair(text, _) | Cell::Said(text, _) => Datum::Text(text.clone()),
        Cell::Mark(mark, _) => Datum::Mark(mark.clone()),
        Cell::Trend(trend) => Datum::Text(trend.description.clone()),
        Cell::Number(number) => Datum::Number(number.clone()),
        Cell::Date(day) => Datum::Date(day.date, day.shown.clone()),
        Cell::Dated(cell, _) => main(cell),
        Cell::Fill(text) => Datum::Fill(text.clone()),
    }
}

/// Its quieter line.
fn more(cell: &Cell) -> &str {
    match cell {
        Cell::Text(_) | Cell::Trend(_) | Cell::Fill(_) => "",
        Cell::Pair(_, sub) | Cell::Mark(_, sub) | Cell::Said(_, sub) => sub,
        Cell::Number(number) => &number.sub,
        Cell::Date(day) => &day.sub,
        Cell::Dated(cell, _) => more(cell),
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
