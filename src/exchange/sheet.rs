//! A file's readings in little memory: three numbers per row, everything textual kept once however often it stands
//! in the file. A million rows fit into some twenty megabytes.

use std::collections::HashMap;

use chrono::Days;

use crate::domain::period::Date;
use crate::domain::quantity::{Decimal, Value};
use crate::domain::reading::DecisionKind;

const ROW_BITS: u32 = 27;
const DAY_BITS: u32 = 17;
/// The most rows a file of readings may have.
pub const MAX_ROWS: usize = 1 << ROW_BITS;
/// The most objectives the readings of one file may belong to.
pub const MAX_OBJECTIVES: usize = 1 << (64 - ROW_BITS - DAY_BITS);
const SCALE_BITS: u32 = 5;
/// In the place of the digits after the point: the value is a share.
const SHARE: u32 = (1 << SCALE_BITS) - 1;

/// What a row says beside objective, day and value. Empty texts and `None` are "not said".
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Remarks {
    /// The day it was recorded, as the file claims.
    pub recorded_on: Option<Date>,
    /// Who reported the figure.
    pub reported_by: String,
    /// When it was reported.
    pub reported_on: Option<Date>,
    /// Where it comes from.
    pub source: String,
    /// What shows it.
    pub evidence: String,
    /// What it means.
    pub evaluation: String,
    /// Who evaluated it.
    pub evaluated_by: String,
    /// What was decided on it.
    pub decision: Option<DecisionKind>,
    /// Why an earlier entry is replaced.
    pub reason: String,
}

/// One row, unpacked.
#[derive(Clone, Copy, Debug)]
pub struct ReadingRow<'a> {
    /// Line of the file.
    pub line: u64,
    /// The day measured.
    pub day: Date,
    /// The value.
    pub value: Value,
    /// The rest.
    pub remarks: &'a Remarks,
}

/// Readings of many objectives.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Objective, day and row in one number, so that sorting orders by all three.
    keys: Vec<u64>,
    /// Per row: the scaled integer, or which share.
    mantissas: Vec<i64>,
    /// Per row: digits after the point, and which remarks.
    details: Vec<u32>,
    shares: Vec<(Decimal, Decimal)>,
    remarks: Vec<Remarks>,
    /// Rows from which on line minus row is another number: cells with line breaks, blank lines.
    shifts: Vec<(u32, u64)>,
}

impl Sheet {
    /// A sheet with room for so many rows: growing by doubling would leave holes as large as the sheet itself. Room that
    /// is not used costs no memory.
    pub fn with_room(rows: usize) -> Sheet {
        let rows = rows.min(MAX_ROWS);
        Sheet {
            keys: Vec::with_capacity(rows),
            mantissas: Vec::with_capacity(rows),
            details: Vec::with_capacity(rows),
            ..Sheet::default()
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Keeps remarks; the number goes with the rows that make them.
    pub fn keep(&mut self, remarks: Remarks) -> u32 {
        self.remarks.push(remarks);
        self.remarks.len() as u32 - 1
    }

    /// Whether no further row or remark fits.
    pub fn is_full(&self) -> bool {
        self.keys.len() == MAX_ROWS - 1 || self.remarks.len() == (1 << (32 - SCALE_BITS)) - 1
    }

    /// Adds a row: `objective` below [`MAX_OBJECTIVES`], `remarks` from [`Sheet::keep`], the day from 1900 to 2199.
    pub fn push(&mut self, objective: usize, line: u64, day: Date, value: Value, remarks: u32) {
        let row = self.keys.len();
        let shift = line - row as u64;
        if self.shifts.last().is_none_or(|(_, last)| *last != shift) {
            self.shifts.push((row as u32, shift));
        }
        let day = (day - epoch()).num_days() as u64;
        self.keys.push((objective as u64) << (ROW_BITS + DAY_BITS) | day << ROW_BITS | row as u64);
        let (mantissa, scale) = match value {
            Value::Plain(number) => (number.mantissa(), u32::from(number.scale())),
            Value::Share { numerator, denominator } => {
                self.shares.push((numerator, denominator));
                (self.shares.len() as i64 - 1, SHARE)
            }
        };
        self.mantissas.push(mantissa);
        self.details.push(remarks << SCALE_BITS | scale);
    }

    /// Brings the rows into the order of objective, day and row of the file.
    pub fn sort(&mut self) {
        self.keys.sort_unstable();
    }

    /// The rows of each objective, after [`Sheet::sort`].
    pub fn groups(&self) -> impl Iterator<Item = (usize, impl Iterator<Item = ReadingRow<'_>> + Clone)> {
        let objective_of = |key: &u64| (key >> (ROW_BITS + DAY_BITS)) as usize;
        self.keys
            .chunk_by(move |a, b| objective_of(a) == objective_of(b))
            .map(move |keys| (objective_of(&keys[0]), keys.iter().map(|key| self.row(*key))))
    }

    fn row(&self, key: u64) -> ReadingRow<'_> {
        let row = (key & ((1 << ROW_BITS) - 1)) as usize;
        let day = epoch() + Days::new(key >> ROW_BITS & ((1 << DAY_BITS) - 1));
        let (scale, remarks) = (self.details[row] & SHARE, self.details[row] >> SCALE_BITS);
        let value = if scale == SHARE {
            let (numerator, denominator) = self.shares[self.mantissas[row] as usize];
            Value::Share { numerator, denominator }
        } else {
            // What went in as a decimal comes out as one.
            Value::Plain(Decimal::new(self.mantissas[row], scale as u8).unwrap_or(Decimal::ZERO))
        };
        let at = self.shifts.partition_point(|(from, _)| *from as usize <= row) - 1;
        ReadingRow { line: row as u64 + self.shifts[at].1, day, value, remarks: &self.remarks[remarks as usize] }
    }
}

/// Which remarks were seen before, by the bytes of their cells.
#[derive(Debug, Default)]
pub struct Seen {
    by_cells: HashMap<Box<[u8]>, u32>,
}

impl Seen {
    /// The number of remarks with these cells, if they stood in an earlier row.
    pub fn get(&self, cells: &[u8]) -> Option<u32> {
        self.by_cells.get(cells).copied()
    }

    /// Remembers the number of remarks with these cells.
    pub fn remember(&mut self, cells: &[u8], number: u32) {
        self.by_cells.insert(cells.into(), number);
    }
}

fn epoch() -> Date {
    Date::from_ymd_opt(1900, 1, 1).unwrap_or(Date::MIN)
}
