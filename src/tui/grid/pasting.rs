//! A column from a spreadsheet: which line goes into which cell, before anything is saved.

use crate::app::grid::{Grid, GridCell, GridRow};
use crate::app::parse::{NumberFormat, parse_value};
use crate::app::{Command, NewReading};
use crate::domain::accept::{accept, unusual};
use crate::domain::grid::{State, would_show};
use crate::domain::period::Period;
use crate::domain::quantity::Value;
use crate::tui::grid::place::Place;
use crate::tui::text_field::TextField;
use crate::tui::widgets::listing::Listing;

/// What becomes of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// A value, with what the cell would show and what is unusual about it.
    Taken {
        /// The value.
        value: Value,
        /// What the cell would show.
        state: State,
        /// What is unusual; empty for nothing.
        doubts: Vec<String>,
    },
    /// The value is in already; only its meaning is new, or nothing.
    SameValue {
        /// The value.
        value: Value,
    },
    /// An empty line: its cell stays as it is.
    Empty,
    /// It cannot be taken, and why.
    Refused(String),
}

/// One pasted line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// The value as it was pasted.
    pub text: String,
    /// What it means, where a second column says so.
    pub meaning: String,
    /// The cell it goes to; none where there is no cell left.
    pub goes: Option<Target>,
    /// What becomes of it.
    pub fate: Fate,
    /// Left out by hand.
    pub left_out: bool,
}

/// The cell a line goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The objective.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Its unit.
    pub unit: String,
    /// Whether its shares are percentages.
    pub percent: bool,
    /// Name of the period.
    pub label: String,
    /// The value that stands there.
    pub old: Option<Value>,
    /// Its revision; 0 for none.
    base: u32,
    /// The day it is kept under.
    measured_on: String,
}

/// A paste, shown before it is saved.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The month it goes to.
    pub into: String,
    /// Line by line.
    pub lines: Vec<Pasted>,
    /// The selected line.
    pub listing: Listing,
    /// Why values that are in are corrected.
    pub reason: TextField,
    /// The reason is being typed.
    pub asks_reason: bool,
    /// Lines that are unusual or refused were pointed out once.
    pub confirmed: bool,
    /// It is on its way to the disk.
    pub saving: bool,
}

impl Preview {
    /// Where the lines of a paste go from the cursor down: into the cells of its month that take values. A line that
    /// begins with the code of an objective goes there instead. `None` where there is nothing to paste.
    pub fn of(text: &str, grid: &Grid, place: &Place) -> Option<Preview> {
        let month = *grid.months.iter().find(|month| month.contains(place.day))?;
        // A terminal sends the line breaks of a paste as it sends Enter.
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let rows: Vec<Vec<&str>> = text.trim_end_matches('\n').lines().map(columns).collect();
        if rows.iter().flatten().all(|cell| cell.is_empty()) {
            return None;
        }
        let by_code = rows.iter().filter(|row| row.len() > 1).any(|row| of_code(grid, row[0]).is_some());
        let mut below = cells_below(grid, place.row, month).into_iter();
        let lines = rows
            .iter()
            .map(|row| match (by_code, row.as_slice()) {
                (true, [code, value, meaning @ ..]) => {
                    let cell = of_code(grid, code).and_then(|at| in_column(&grid.rows[at], month).map(|c| (at, c)));
                    let why = if of_code(grid, code).is_some() {
                        format!("{code} has no period that ends there")
                    } else {
                        format!("no objective shown has the code `{code}`")
                    };
                    line(grid, value, first(meaning), cell, why)
                }
                (_, [value, meaning @ ..]) => {
                    line(grid, value, first(meaning), below.next(), "no cell is left below the cursor".to_owned())
                }
                (_, []) => line(grid, "", "", below.next(), String::new()),
            })
            .collect();
        Some(Preview {
            into: month.end.format("%B %Y").to_string(),
            lines,
            listing: Listing::default(),
            reason: TextField::default(),
            asks_reason: false,
            confirmed: false,
            saving: false,
        })
    }

    /// The readings of every line that is taken and not left out.
    fn readings(&self) -> Vec<NewReading> {
        let reading = |line: &Pasted| {
            let target = line.goes.as_ref()?;
            let value = line.value()?;
            Some(NewReading {
                code: target.code.clone(),
                base: Some(target.base),
                period: target.measured_on.clone(),
                value: Some(value),
                meaning: line.meaning.clone(),
                reason: if line.corrects() { self.reason.text().trim().to_owned() } else { String::new() },
                ..NewReading::default()
            })
        };
        self.lines.iter().filter_map(reading).collect()
    }

    /// How many lines would be saved.
    pub fn taken(&self) -> usize {
        self.lines.iter().filter(|line| line.value().is_some()).count()
    }

    /// How many are refused and not left out by hand.
    pub fn refused(&self) -> usize {
        self.lines.iter().filter(|line| matches!(line.fate, Fate::Refused(_)) && !line.left_out).count()
    }

    /// How many are unusual and would be saved.
    pub fn unusual(&self) -> usize {
        let doubted = |line: &&Pasted| matches!(&line.fate, Fate::Taken { doubts, .. } if !doubts.is_empty());
        self.lines.iter().filter(|line| !line.left_out).filter(doubted).count()
    }

    /// How many replace a value that is in.
    pub fn corrected(&self) -> usize {
        self.lines.iter().filter(|line| line.corrects()).count()
    }

    /// Enter: the write, or what has to be looked at first.
    pub fn confirm(&mut self) -> Result<Command, String> {
        if self.taken() == 0 {
            return Err("no line can be taken; nothing would be saved".to_owned());
        }
        if !self.confirmed && self.refused() + self.unusual() > 0 {
            self.confirmed = true;
            let parts = [(self.refused(), "refused and left out"), (self.unusual(), "unusual")];
            let said: Vec<String> = parts
                .iter()
                .filter(|(n, _)| *n > 0)
                .map(|(n, what)| format!("{n} of {} {what}", self.lines.len()))
                .collect();
            return Err(format!("{}; the same key again saves the other lines", said.join(", ")));
        }
        if self.corrected() > 0 && !self.asks_reason {
            self.asks_reason = true;
            return Err("values that are in are corrected: say why, or leave it empty".to_owned());
        }
        self.saving = true;
        Ok(Command::RecordReadings(self.readings()))
    }
}

impl Pasted {
    /// The value that would be saved.
    fn value(&self) -> Option<Value> {
        match &self.fate {
            _ if self.left_out => None,
            Fate::Taken { value, .. } => Some(*value),
            Fate::SameValue { value } if !self.meaning.is_empty() => Some(*value),
            _ => None,
        }
    }

    /// Whether it would replace another value.
    fn corrects(&self) -> bool {
        let old = self.goes.as_ref().and_then(|target| target.old);
        self.value().is_some_and(|value| old.is_some_and(|old| old != value))
    }
}

fn columns(line: &str) -> Vec<&str> {
    line.split('\t').map(|cell| cell.trim().trim_matches('"').trim()).collect()
}

fn first<'t>(cells: &[&'t str]) -> &'t str {
    cells.first().copied().unwrap_or_default()
}

fn of_code(grid: &Grid, text: &str) -> Option<usize> {
    grid.rows.iter().position(|row| row.code().eq_ignore_ascii_case(text))
}

/// The cell of a row that stands in the column of a month and takes values.
fn in_column(row: &GridRow, month: Period) -> Option<&GridCell> {
    row.cells.iter().rev().find(|cell| cell.cell.takes_values() && month.contains(cell.cell.period.end))
}

/// The cells of a month from a row down.
fn cells_below(grid: &Grid, row: usize, month: Period) -> Vec<(usize, &GridCell)> {
    let rows = grid.rows.iter().enumerate().skip(row);
    rows.filter_map(|(at, row)| Some((at, in_column(row, month)?))).collect()
}

fn line(grid: &Grid, text: &str, meaning: &str, cell: Option<(usize, &GridCell)>, nowhere: String) -> Pasted {
    let target = cell.map(|(at, cell)| target(grid, &grid.rows[at], cell));
    let fate = match cell {
        _ if text.is_empty() => Fate::Empty,
        None => Fate::Refused(nowhere),
        Some((at, cell)) => fate(grid, &grid.rows[at], cell, text),
    };
    Pasted { text: text.to_owned(), meaning: meaning.to_owned(), goes: target, fate, left_out: false }
}

fn target(grid: &Grid, row: &GridRow, cell: &GridCell) -> Target {
    let definition = &row.objective.definition;
    let period = cell.cell.period;
    Target {
        code: row.code().to_owned(),
        title: definition.title.clone(),
        unit: definition.unit.trim().to_owned(),
        percent: definition.unit_is_percent(),
        label: row.label(&grid.rules, period),
        old: cell.reading.as_ref().map(|reading| reading.value),
        base: cell.reading.as_ref().map_or(0, |reading| reading.revision),
        measured_on: cell.reading.as_ref().map_or(period.end, |reading| reading.measured_on).to_string(),
    }
}

fn fate(grid: &Grid, row: &GridRow, cell: &GridCell, text: &str) -> Fate {
    let objective = &row.objective;
    let value = match parse_value(text, &objective.definition.unit, NumberFormat::Unstated) {
        Ok(value) => value,
        Err(why) => return Fate::Refused(why.to_string()),
    };
    if cell.reading.as_ref().is_some_and(|reading| reading.value == value) {
        return Fate::SameValue { value };
    }
    let period = cell.cell.period;
    let last = row.value_before(period);
    match accept(objective, &grid.rules, &value, period.end, grid.today, last) {
        Err(problem) => Fate::Refused(problem.message),
        Ok(_) => Fate::Taken {
            value,
            state: would_show(objective, &grid.rules, period, &value),
            doubts: unusual(objective, &value, last),
        },
    }
}
