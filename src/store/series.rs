//! Readings: appended fast, read back whole, taken back once.

use std::str::FromStr;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection, Row, ToSql, params};

use super::{StoreError, cells};
use crate::domain::journal::ReadingBlock;
use crate::domain::period::Date;
use crate::domain::quantity::{Decimal, Value};
use crate::domain::reading::{DecisionKind, Reading};

const INSERT: &str = "INSERT INTO reading (objective, measured_on, revision, seq, imported, scale, value, numerator,
    denominator, known_from, claimed_on, reported_by, reported_on, source, evidence, evaluation, evaluated_by,
    automatic, decision, reason)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)";

/// Parameters of [`INSERT`] before those of [`OPTIONAL`], whose first is among them.
const ALWAYS: usize = 9;

/// The columns every reading has in the journal.
pub(super) const FIXED: [&str; 2] = ["measured_on", "value"];

/// The columns a block of the journal has only where one of its readings says something there: a revision above 1, a
/// day it counts from that is neither the claimed one nor the day measured.
pub(super) const OPTIONAL: [&str; 12] = [
    "revision",
    "known_from",
    "claimed_on",
    "reported_by",
    "reported_on",
    "source",
    "evidence",
    "evaluation",
    "evaluated_by",
    "automatic",
    "decision",
    "reason",
];

/// The day a reading counts from where nothing else is said.
fn usual_known_from(measured_on: Date, claimed_on: Option<Date>) -> Date {
    claimed_on.unwrap_or(measured_on)
}

/// A date as ten ASCII characters without going through the formatter.
#[derive(Clone, Copy)]
pub(super) struct IsoDate([u8; 10]);

impl IsoDate {
    /// `None` outside of the years 0 to 9999.
    pub fn of(date: Date) -> Option<IsoDate> {
        use chrono::Datelike;
        let year = u32::try_from(date.year()).ok().filter(|y| *y <= 9999)?;
        let digit = |number: u32| b'0' + (number % 10) as u8;
        let (month, day) = (date.month(), date.day());
        Some(IsoDate([
            digit(year / 1000),
            digit(year / 100),
            digit(year / 10),
            digit(year),
            b'-',
            digit(month / 10),
            digit(month),
            b'-',
            digit(day / 10),
            digit(day),
        ]))
    }

    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl ToSql for IsoDate {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Text(&self.0)))
    }
}

fn iso(date: Date) -> Result<IsoDate, StoreError> {
    IsoDate::of(date).ok_or_else(|| StoreError::Refused(format!("the date {date} lies outside the years 0 to 9999")))
}

fn said(text: &str) -> Cell<'_> {
    if text.is_empty() { Cell::Nothing } else { Cell::Text(text) }
}

/// Appends readings to the table. Bindings last from row to row, so only what a block says is bound again.
pub(super) struct Appender<'c> {
    statement: CachedStatement<'c>,
}

impl<'c> Appender<'c> {
    pub fn new(conn: &'c Connection) -> Result<Appender<'c>, StoreError> {
        Ok(Appender { statement: conn.prepare_cached(INSERT)? })
    }

    /// Appends readings of one objective, of which only the `used` optional columns say something.
    pub fn append(
        &mut self,
        objective: i64,
        readings: &[&Reading],
        used: &[usize],
        seq: u64,
    ) -> Result<(), StoreError> {
        for at in 1..OPTIONAL.len() {
            self.statement.raw_bind_parameter(ALWAYS + at, rusqlite::types::Null)?;
        }
        readings.iter().try_for_each(|reading| append(&mut self.statement, objective, reading, used, seq))
    }
}

fn append(
    statement: &mut CachedStatement<'_>,
    objective: i64,
    reading: &Reading,
    used: &[usize],
    seq: u64,
) -> Result<(), StoreError> {
    let number = Scaled::of(&reading.value)?;
    statement.raw_bind_parameter(1, objective)?;
    statement.raw_bind_parameter(2, iso(reading.measured_on)?)?;
    statement.raw_bind_parameter(3, reading.revision)?;
    statement.raw_bind_parameter(4, seq as i64)?;
    statement.raw_bind_parameter(5, reading.imported)?;
    statement.raw_bind_parameter(6, number.scale)?;
    statement.raw_bind_parameter(7, number.value)?;
    statement.raw_bind_parameter(8, number.numerator)?;
    statement.raw_bind_parameter(9, number.denominator)?;
    for at in used.iter().copied().filter(|at| *at > 0) {
        match optional_cell(reading, at) {
            Cell::Nothing => statement.raw_bind_parameter(ALWAYS + at, rusqlite::types::Null)?,
            Cell::Day(day) => statement.raw_bind_parameter(ALWAYS + at, iso(day)?)?,
            Cell::Text(text) => statement.raw_bind_parameter(ALWAYS + at, text)?,
            Cell::Number(number) => statement.raw_bind_parameter(ALWAYS + at, number)?,
        }
    }
    match statement.raw_execute() {
        Ok(_) => Ok(()),
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) => {
            Err(StoreError::Refused(format!(
                "entry {} of the reading for {} is there already, or its objective is not",
                reading.revision, reading.measured_on
            )))
        }
        Err(error) => Err(error.into()),
    }
}

/// A value as integers at one scale.
struct Scaled {
    scale: u8,
    value: Option<i64>,
    numerator: Option<i64>,
    denominator: Option<i64>,
}

impl Scaled {
    fn of(value: &Value) -> Result<Scaled, StoreError> {
        match value {
            Value::Plain(number) => {
                Ok(Scaled { scale: number.scale(), value: Some(number.mantissa()), numerator: None, denominator: None })
            }
            Value::Share { numerator, denominator } => {
                let scale = numerator.scale().max(denominator.scale());
                match (numerator.mantissa_at(scale), denominator.mantissa_at(scale)) {
                    (Some(n), Some(d)) => Ok(Scaled { scale, value: None, numerator: Some(n), denominator: Some(d) }),
                    _ => Err(StoreError::Refused(format!("{} needs more than 18 digits", value.as_typed()))),
                }
            }
        }
    }

    fn value(&self) -> Option<Value> {
        let decimal = |mantissa| Decimal::new(mantissa, self.scale);
        match (self.value, self.numerator, self.denominator) {
            (Some(value), None, None) => Some(Value::Plain(decimal(value)?)),
            (None, Some(n), Some(d)) => Value::share(decimal(n)?, decimal(d)?),
            _ => None,
        }
    }
}

/// What [`reading_of`] expects to be selected, from `reading r LEFT JOIN entry e ON e.seq = r.seq`.
pub(super) const COLUMNS: &str =
    "r.measured_on, r.revision, r.scale, r.value, r.numerator, r.denominator, r.known_from,
    r.claimed_on, r.imported, r.reported_by, r.reported_on, r.source, r.evidence, r.evaluation, r.evaluated_by,
    r.automatic, r.decision, r.reason, r.seq, r.voided_seq, r.voided_on, e.today, e.actor";

/// How many columns [`COLUMNS`] are: where one selected behind them stands.
pub(super) const COLUMN_COUNT: usize = 23;

/// A reading from a row of [`COLUMNS`].
pub(super) fn reading_of(row: &Row<'_>) -> Result<Reading, StoreError> {
    let scaled = Scaled { scale: row.get(2)?, value: row.get(3)?, numerator: row.get(4)?, denominator: row.get(5)? };
    let measured_on = cells::day(row, 0)?;
    let claimed_on = cells::optional_day(row, 7)?;
    let no_number = || StoreError::Damaged(format!("the reading of {measured_on} is no number"));
    Ok(Reading {
        measured_on,
        revision: row.get(1)?,
        value: scaled.value().ok_or_else(no_number)?,
        known_from: cells::optional_day(row, 6)?.unwrap_or(usual_known_from(measured_on, claimed_on)),
        claimed_on,
        imported: row.get(8)?,
        reported_by: cells::text(row, 9)?,
        reported_on: cells::optional_day(row, 10)?,
        source: cells::text(row, 11)?,
        evidence: cells::text(row, 12)?,
        evaluation: cells::text(row, 13)?,
        evaluated_by: cells::text(row, 14)?,
        automatic: row.get::<_, Option<bool>>(15)?.unwrap_or(false),
        decision: cells::word(row, 16, DecisionKind::from_word)?,
        reason: cells::text(row, 17)?,
        seq: cells::seq(row, 18)?,
        voided_seq: row.get::<_, Option<i64>>(19)?.map(|seq| seq as u64),
        voided_on: cells::optional_day(row, 20)?,
        entered_on: cells::optional_day(row, 21)?.unwrap_or(measured_on),
        entered_by: cells::text(row, 22)?,
    })
}

/// One entry of a reading.
pub(super) fn one(conn: &Connection, objective: i64, day: Date, revision: u32) -> Result<Option<Reading>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM reading r LEFT JOIN entry e ON e.seq = r.seq
         WHERE r.objective = ?1 AND r.measured_on = ?2 AND r.revision = ?3"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params![objective, iso(day)?, revision])?;
    rows.next()?.map(reading_of).transpose()
}

/// Every entry for a day, taken back or not, oldest first.
pub(super) fn of_day(conn: &Connection, objective: i64, day: Date) -> Result<Vec<Reading>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM reading r LEFT JOIN entry e ON e.seq = r.seq
         WHERE r.objective = ?1 AND r.measured_on = ?2 ORDER BY r.revision"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params![objective, iso(day)?])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(reading_of(row)?);
    }
    Ok(found)
}

/// The newest revision for a day and whether it was taken back; `None` where there is none.
pub(super) fn newest(conn: &Connection, objective: i64, day: Date) -> Result<Option<(u32, bool)>, StoreError> {
    let mut statement = conn.prepare_cached(
        "SELECT revision, voided_seq IS NOT NULL FROM reading
         WHERE objective = ?1 AND measured_on = ?2 ORDER BY revision DESC LIMIT 1",
    )?;
    let mut rows = statement.query(params![objective, iso(day)?])?;
    Ok(rows.next()?.map(|row| Ok::<_, rusqlite::Error>((row.get(0)?, row.get(1)?))).transpose()?)
}

/// Marks readings as taken back.
pub(super) fn void(
    conn: &Connection,
    objective: i64,
    days: &[(Date, u32)],
    seq: u64,
    today: Date,
) -> Result<(), StoreError> {
    let mut statement = conn.prepare_cached(
        "UPDATE reading SET voided_seq = ?4, voided_on = ?5
         WHERE objective = ?1 AND measured_on = ?2 AND revision = ?3 AND voided_seq IS NULL",
    )?;
    for (day, revision) in days {
        let changed = statement.execute(params![objective, iso(*day)?, revision, seq as i64, iso(today)?])?;
        if changed != 1 {
            let what = format!("entry {revision} of the reading for {day} was taken back already, or is not there");
            return Err(StoreError::ChangedSince(what));
        }
    }
    Ok(())
}

/// The readings of a journal block. `seq` and the journal's own dates are those of the part it stands in.
pub(super) fn readings_of(block: &ReadingBlock) -> Result<Vec<Reading>, StoreError> {
    block.rows.iter().map(|row| from_journal(&block.cols, row, block.imported)).collect()
}

fn from_journal(cols: &[String], row: &[Option<String>], imported: bool) -> Result<Reading, StoreError> {
    let damaged = |what: &str| StoreError::Damaged(format!("a journal entry holds a reading without {what}"));
    if cols.len() != row.len() {
        return Err(damaged("all its columns"));
    }
    let cell = |name: &str| cols.iter().position(|c| c == name).and_then(|at| row[at].as_deref());
    let text = |name: &str| cell(name).unwrap_or_default().to_owned();
    let day = |name: &str| cell(name).map(|t| Date::from_str(t).map_err(|_| damaged(name))).transpose();
    let measured_on = day("measured_on")?.ok_or_else(|| damaged("measured_on"))?;
    let claimed_on = day("claimed_on")?;
    Ok(Reading {
        measured_on,
        revision: cell("revision").unwrap_or("1").parse().map_err(|_| damaged("revision"))?,
        value: cell("value").and_then(|t| t.parse().ok()).ok_or_else(|| damaged("value"))?,
        known_from: day("known_from")?.unwrap_or(usual_known_from(measured_on, claimed_on)),
        claimed_on,
        entered_on: measured_on,
        imported,
        reported_by: text("reported_by"),
        reported_on: day("reported_on")?,
        source: text("source"),
        evidence: text("evidence"),
        evaluation: text("evaluation"),
        evaluated_by: text("evaluated_by"),
        automatic: cell("automatic").is_some(),
        decision: cell("decision").and_then(DecisionKind::from_word),
        reason: text("reason"),
        entered_by: String::new(),
        seq: 0,
        voided_seq: None,
        voided_on: None,
    })
}

/// What an optional journal column of a reading says.
pub(super) enum Cell<'a> {
    /// Not said.
    Nothing,
    /// A day.
    Day(Date),
    /// A text.
    Text(&'a str),
    /// A whole number.
    Number(u32),
}

/// The optional journal column number `at` of a reading.
pub(super) fn optional_cell(reading: &Reading, at: usize) -> Cell<'_> {
    let day = |date: Option<Date>| date.map_or(Cell::Nothing, Cell::Day);
    let usual = usual_known_from(reading.measured_on, reading.claimed_on);
    match at {
        0 => {
            if reading.revision == 1 {
                Cell::Nothing
            } else {
                Cell::Number(reading.revision)
            }
        }
        1 => day(Some(reading.known_from).filter(|known_from| *known_from != usual)),
        2 => day(reading.claimed_on),
        3 => said(&reading.reported_by),
        4 => day(reading.reported_on),
        5 => said(&reading.source),
        6 => said(&reading.evidence),
        7 => said(&reading.evaluation),
        8 => said(&reading.evaluated_by),
        9 => {
            if reading.automatic {
                Cell::Number(1)
            } else {
                Cell::Nothing
            }
        }
        10 => said(reading.decision.map_or("", DecisionKind::word)),
        _ => said(&reading.reason),
    }
}
