//! Reply sheets that came back: who filled one in, and what each row answers. Rows and columns are found by what stands
//! in them, so that a sheet survives a column moved or a row put in.

use std::collections::HashMap;

use super::cell;
use super::date::parse_date;
use super::workbook::{Cell, CellAt, Sheet, SheetRow, Workbook};
use crate::domain::period::Date;
use crate::domain::reply::{self, Key, Said, Stamp};

/// A sheet as it came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// What it says about itself.
    pub stamp: Stamp,
    /// Who filled it in, and the cell that says so.
    pub by: (CellAt, String),
    /// The day they did.
    pub on: Option<Date>,
    /// The rows, from the top, silent ones among them.
    pub lines: Vec<Line>,
    /// Cells that cannot be read.
    pub unreadable: Vec<(CellAt, String)>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The cell of its first answer.
    pub at: CellAt,
    /// What it was asked.
    pub key: Key,
    /// What it answers.
    pub said: Said,
    /// A cell of it cannot be read.
    pub unreadable: bool,
}

/// Reads the reply sheet of a workbook; `None` where it holds none.
pub fn read(book: &Workbook) -> Option<Reply> {
    book.sheets.iter().find_map(read_sheet)
}

fn read_sheet(sheet: &Sheet) -> Option<Reply> {
    let stamps = sheet.rows.iter().flat_map(|row| (0u32..).zip(&row.cells));
    let (way_back, stamp) =
        stamps.filter_map(|(column, cell)| Some((column, bare(cell).parse::<Stamp>().ok()?))).next()?;
    let mut reply =
        Reply { stamp, by: (CellAt::new(1, 0), String::new()), on: None, lines: Vec::new(), unreadable: Vec::new() };
    let mut columns: HashMap<String, u32> = HashMap::new();
    for row in &sheet.rows {
        let marker = row.cells.get(way_back as usize).map(bare).unwrap_or_default();
        if marker == reply::COLUMNS {
            columns = labels(row);
        } else if marker == reply::WHO {
            reply.take_who(row);
        } else if let Ok(key) = marker.parse::<Key>() {
            reply.take_line(&Answers { row, columns: &columns }, key);
        }
    }
    Some(reply)
}

/// What a cell says, without the apostrophe that keeps a spreadsheet from running it.
fn bare(cell: &Cell) -> String {
    cell::bare(cell.shown().trim()).trim().to_owned()
}

/// Where each heading of a part stands.
fn labels(row: &SheetRow) -> HashMap<String, u32> {
    (0..)
        .zip(&row.cells)
        .filter(|(_, cell)| !cell.is_blank())
        .map(|(at, cell)| (bare(cell).to_lowercase(), at))
        .collect()
}

impl Reply {
    fn take_who(&mut self, row: &SheetRow) {
        let beside = |label: &str| {
            let at = labels(row).get(&label.to_lowercase()).copied()?;
            Some(CellAt::new(row.number, at + 1))
        };
        let cell = |at: CellAt| row.cells.get(at.column as usize).unwrap_or(&Cell::Empty);
        if let Some(at) = beside(reply::YOUR_NAME) {
            self.by = (at, bare(cell(at)));
        }
        if let Some(at) = beside(reply::FILLED_ON) {
            match day(cell(at)) {
                Ok(day) => self.on = day,
                Err(why) => self.unreadable.push((at, why)),
            }
        }
    }

    fn take_line(&mut self, answers: &Answers<'_>, key: Key) {
        let mut said = Said {
            value: answers.text(reply::VALUE),
            meaning: answers.text(reply::MEANING),
            why_not: answers.text(reply::WHY_NOT),
            evidence: answers.text(reply::EVIDENCE),
            name: answers.text(reply::NAME),
            ..Said::default()
        };
        if matches!(key, Key::CheckIn { .. }) {
            said.value.clear();
        }
        let before = self.unreadable.len();
        let mut dated = |label: &str| {
            day(answers.cell(label)).unwrap_or_else(|why| {
                self.unreadable.push((answers.place(label), why));
                None
            })
        };
        said.done_on = dated(reply::DONE_ON);
        said.on = dated(reply::ON);
        let known = answers.text(reply::KNOWN);
        said.known = cell::yes(&known);
        if said.known.is_none() && !known.is_empty() {
            let why = format!("`{known}` is neither yes nor no");
            self.unreadable.push((answers.place(reply::KNOWN), why));
        }
        let first = match key {
            Key::Reading { .. } => reply::VALUE,
            Key::CheckIn { .. } => reply::MEANING,
            Key::Criterion { .. } | Key::Action(_) => reply::DONE_ON,
            Key::Target { .. } => reply::KNOWN,
        };
        let unreadable = self.unreadable.len() > before;
        self.lines.push(Line { at: answers.place(first), key, said, unreadable });
    }
}

/// A row with the columns of its part.
struct Answers<'a> {
    row: &'a SheetRow,
    columns: &'a HashMap<String, u32>,
}

impl Answers<'_> {
    fn place(&self, label: &str) -> CellAt {
        CellAt::new(self.row.number, self.columns.get(&label.to_lowercase()).copied().unwrap_or(0))
    }

    fn cell(&self, label: &str) -> &Cell {
        let at = self.columns.get(&label.to_lowercase());
        at.and_then(|at| self.row.cells.get(*at as usize)).unwrap_or(&Cell::Empty)
    }

    fn text(&self, label: &str) -> String {
        bare(self.cell(label))
    }
}

fn day(cell: &Cell) -> Result<Option<Date>, String> {
    match cell {
        Cell::Date(day) => Ok(Some(*day)),
        cell if cell.is_blank() => Ok(None),
        cell => parse_date(&bare(cell)).map(Some).map_err(|problem| problem.to_string()),
    }
}
