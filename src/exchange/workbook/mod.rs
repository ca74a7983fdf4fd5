//! A file of tables as it stands: sheets by name, cells with what they hold, comments, merged and hidden parts. xlsx,
//! ods, csv and tsv come out as the same thing; what the cells mean is decided elsewhere.

mod address;
mod archive;
mod delimited;
mod ods;
mod parts;
mod xlsx;

use std::collections::BTreeMap;
use std::fmt;
use std::io;

pub use address::CellAt;

use super::input::Source;

/// The most bytes a spreadsheet file may have, and the most its packed parts may unfold to together.
pub const MAX_FILE: u64 = 32 * 1024 * 1024;
/// The most bytes the parts of a spreadsheet file may unfold to together.
pub const MAX_UNPACKED: u64 = 384 * 1024 * 1024;
/// The last row that is read.
pub const MAX_ROW: u32 = 200_000;
/// The most columns that are read.
pub const MAX_COLUMN: u32 = 256;
/// The most cells of one sheet that are read.
pub const MAX_CELLS: usize = 2_000_000;

/// A file of tables.
#[derive(Clone, Debug, Default)]
pub struct Workbook {
    /// In the order of the file.
    pub sheets: Vec<Sheet>,
    /// What had to be assumed, and what the file holds that cannot be read.
    pub notes: Vec<String>,
}

/// One sheet.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// As the file names it; the name of the file for csv and tsv.
    pub name: String,
    /// Whether the spreadsheet program does not show it.
    pub hidden: bool,
    /// Rows that hold anything, from the top.
    pub rows: Vec<SheetRow>,
    /// Cells drawn as one: the value stands in the upper left one.
    pub merged: Vec<Merged>,
    /// Comments and notes at cells.
    pub comments: BTreeMap<CellAt, Comment>,
}

/// A row that holds anything.
#[derive(Clone, Debug, Default)]
pub struct SheetRow {
    /// Its number, from 1.
    pub number: u32,
    /// Whether the spreadsheet program does not show it.
    pub hidden: bool,
    /// From column A on; cells behind the last one are empty.
    pub cells: Vec<Cell>,
}

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text.
    Text(String),
    /// A number, exactly as a person would write it: `0.955`.
    Number {
        /// Digits with a point before the decimals.
        exact: String,
        /// Whether the sheet shows it as a percentage: 0.955 as 95.5 %.
        percent: bool,
    },
    /// A day.
    Date(crate::domain::period::Date),
    /// An error of a formula: `#DIV/0!`.
    Error(String),
    /// A formula whose result the file does not hold.
    Unknown,
}

/// Cells drawn as one, both ends inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The upper left cell.
    pub from: CellAt,
    /// The lower right cell.
    pub to: CellAt,
}

/// What somebody wrote at a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comment {
    /// Who, where the file says so.
    pub author: String,
    /// The text.
    pub text: String,
}

/// Why a file is no workbook.
#[derive(Debug)]
pub enum WorkbookProblem {
    /// It could not be opened or read.
    Unreadable(io::Error),
    /// It is damaged, too large, or of another kind.
    NoWorkbook(String),
}

impl fmt::Display for WorkbookProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WorkbookProblem::Unreadable(error) => write!(f, "cannot be read: {error}"),
            WorkbookProblem::NoWorkbook(text) => f.write_str(text),
        }
    }
}

impl std::error::Error for WorkbookProblem {}

impl From<io::Error> for WorkbookProblem {
    fn from(error: io::Error) -> WorkbookProblem {
        WorkbookProblem::Unreadable(error)
    }
}

impl Workbook {
    /// Reads a file of any of the four kinds, told apart by its first bytes; `name` names the sheet of a csv or tsv.
    pub fn read(source: &Source, name: &str) -> Result<Workbook, WorkbookProblem> {
        if source.is_spreadsheet()? { archive::read(source) } else { delimited::read(source, name) }
    }
}

impl Sheet {
    /// A sheet that holds nothing.
    pub const fn empty() -> Sheet {
        Sheet { name: String::new(), hidden: false, rows: Vec::new(), merged: Vec::new(), comments: BTreeMap::new() }
    }

    /// The row of a number, if it holds anything.
    pub fn row(&self, number: u32) -> Option<&SheetRow> {
        self.rows.binary_search_by_key(&number, |row| row.number).ok().map(|at| &self.rows[at])
    }

    /// What a cell holds.
    pub fn cell(&self, at: CellAt) -> &Cell {
        self.row(at.row).and_then(|row| row.cells.get(at.column as usize)).unwrap_or(&Cell::Empty)
    }

    /// How many columns its widest row has.
    pub fn width(&self) -> u32 {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0) as u32
    }

    /// The number of its last row; 0 where it is empty.
    pub fn height(&self) -> u32 {
        self.rows.last().map_or(0, |row| row.number)
    }

    /// The cell that holds what a cell shows: the upper left one of the merged cells it is part of, else itself.
    pub fn shown_by(&self, at: CellAt) -> CellAt {
        let inside = |m: &&Merged| {
            (m.from.row..=m.to.row).contains(&at.row) && (m.from.column..=m.to.column).contains(&at.column)
        };
        self.merged.iter().find(inside).map_or(at, |merged| merged.from)
    }
}

impl Cell {
    /// What a person would type to get the same: the exact number, the ISO date, the text.
    pub fn text(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) | Cell::Error(text) => text.clone(),
            Cell::Number { exact, .. } => exact.clone(),
            Cell::Date(day) => day.to_string(),
            Cell::Unknown => "=".to_owned(),
        }
    }

    /// What the sheet shows: a percentage with its sign, everything else as [`Cell::text`].
    pub fn shown(&self) -> String {
        match self {
            Cell::Number { exact, percent: true } => format!("{} %", hundredfold(exact)),
            other => other.text(),
        }
    }

    /// Whether it holds nothing but blanks.
    pub fn is_blank(&self) -> bool {
        match self {
            Cell::Empty => true,
            Cell::Text(text) => text.trim_matches(super::number::is_blank).is_empty(),
            _ => false,
        }
    }
}

impl Comment {
    /// Spreadsheet programs write who commented as the first line of the comment.
    fn without_author(self) -> Comment {
        let Comment { author, text } = self;
        let text = text.trim();
        let rest = match text.split_once(':') {
            Some((first, rest)) if !author.is_empty() && first.trim() == author.trim() => rest.trim(),
            _ => text,
        };
        Comment { author: author.trim().to_owned(), text: rest.to_owned() }
    }
}

/// A number times a hundred, by moving its point.
pub fn hundredfold(exact: &str) -> String {
    let (sign, digits) = exact.strip_prefix('-').map_or(("", exact), |rest| ("-", rest));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let (moved, rest) = decimals.split_at(decimals.len().min(2));
    let whole = format!("{whole}{moved:0<2}");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

#[cfg(test)]
mod tests {
    use super::hundredfold;

    #[test]
    fn a_hundredfold_is_exact() {
        let cases =
            [("0.955", "95.5"), ("1", "100"), ("0", "0"), ("-0.05", "-5"), ("0.0012345", "0.12345"), ("12.5", "1250")];
        for (number, hundred) in cases {
            assert_eq!(hundredfold(number), hundred, "{number}");
        }
    }
}
