//! Dates as people write them. `03/04/2026` is two dates and refused; `31.10.2026` is one.

use std::fmt;

use chrono::{Datelike, Days, Months, Weekday};

use crate::domain::period::{Date, FiscalCalendar, Frequency, parse_iso_date};

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateProblem {
    /// Nothing but blanks.
    Empty,
    /// No date at all.
    NotADate(String),
    /// Shaped like a date, but no such day exists.
    NoSuchDay(String),
    /// Day and month can be swapped.
    Ambiguous {
        /// As written.
        text: String,
        /// With the day first.
        day_first: Date,
        /// With the month first.
        month_first: Date,
    },
}

impl fmt::Display for DateProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DateProblem::Empty => f.write_str("a date is missing"),
            DateProblem::NotADate(text) => write!(f, "`{text}` is no date; write it as 2026-10-31"),
            DateProblem::NoSuchDay(text) => write!(f, "`{text}` is a day no calendar has"),
            DateProblem::Ambiguous { text, day_first, month_first } => {
                write!(f, "`{text}` can mean {day_first} or {month_first}; write it year first")
            }
        }
    }
}

impl std::error::Error for DateProblem {}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Reads a date of a file or a form: `2026-10-31`, `31.10.2026`, `31/10/2026` and `10/31/2026` where only one
/// reading exists, `31 Oct 2026`, `October 31, 2026`; a time of day behind an ISO date is left aside. Years 1900 to 2199.
pub fn parse_date(text: &str) -> Result<Date, DateProblem> {
    let text = text.trim();
    if let Some(date) = parse_iso_date(text) {
        return Ok(date);
    }
    if text.is_empty() {
        return Err(DateProblem::Empty);
    }
    if let Some(date) = iso_with_time(text) {
        return Ok(date);
    }
    let parts: Vec<&str> = text.split(['.', '/', '-', ' ', ',']).filter(|part| !part.is_empty()).collect();
    let [a, b, c] = parts[..] else { return Err(DateProblem::NotADate(text.to_owned())) };
    if let Some(date) = with_month_name(a, b, c) {
        return date.ok_or_else(|| DateProblem::NoSuchDay(text.to_owned()));
    }
    let (Some(a_number), Some(b_number), Some(c_number)) = (number(a), number(b), number(c)) else {
        return Err(DateProblem::NotADate(text.to_owned()));
    };
    if a.len() == 4 {
        return day(a_number, b_number, c_number).ok_or_else(|| DateProblem::NoSuchDay(text.to_owned()));
    }
    if c.len() != 4 {
        return Err(DateProblem::NotADate(text.to_owned()));
    }
    let day_first = day(c_number, b_number, a_number);
    // Between points the day comes first wherever points are used.
    let month_first = if text.contains('.') { None } else { day(c_number, a_number, b_number) };
    match (day_first, month_first) {
        (Some(day_first), Some(month_first)) if day_first != month_first => {
            Err(DateProblem::Ambiguous { text: text.to_owned(), day_first, month_first })
        }
        (Some(date), _) | (None, Some(date)) => Ok(date),
        (None, None) => Err(DateProblem::NoSuchDay(text.to_owned())),
    }
}

/// Reads what a person types into a form: everything [`parse_date`] reads, and seen from `today`: `today`,
/// `yesterday`, `-7d`, `+2w`, `+1m`, `fri` (the next one, today included), `eom`, `eoq`, `eoy` (of the calendar).
pub fn parse_entered_date(text: &str, today: Date) -> Result<Date, DateProblem> {
    let word = text.trim().to_lowercase();
    let calendar_end = |frequency| FiscalCalendar::default().rhythm(frequency).containing(today).end;
    match word.as_str() {
        "today" => return Ok(today),
        "yesterday" => return Ok(today - Days::new(1)),
        "tomorrow" => return Ok(today + Days::new(1)),
        "eom" => return Ok(calendar_end(Frequency::M)),
        "eoq" => return Ok(calendar_end(Frequency::Q)),
        "eoy" => return Ok(calendar_end(Frequency::Y)),
        _ => {}
    }
    if let Some(date) = shifted(&word, today) {
        return Ok(date);
    }
    if let Some(weekday) = weekday_named(&word) {
        let ahead = (7 + weekday.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7;
        return Ok(today + Days::new(u64::from(ahead)));
    }
    parse_date(text)
}

fn weekday_named(word: &str) -> Option<Weekday> {
    let letters_only = word.len() >= 3 && word.bytes().all(|b| b.is_ascii_lowercase());
    if letters_only { word.parse().ok() } else { None }
}

/// `-7d`, `+2w`, `+1m`: the sign is needed, so that no number is taken for a shift.
fn shifted(word: &str, today: Date) -> Option<Date> {
    let forward = word.starts_with('+');
    let rest = word.strip_prefix(['+', '-'])?;
    let unit = rest.chars().next_back()?;
    let count: u32 = rest[..rest.len() - unit.len_utf8()].parse().ok().filter(|n| *n <= 10_000)?;
    let days = match unit {
        'd' => u64::from(count),
        'w' => u64::from(count) * 7,
        'm' if forward => return today.checked_add_months(Months::new(count)),
        'm' => return today.checked_sub_months(Months::new(count)),
        _ => return None,
    };
    if forward { today.checked_add_days(Days::new(days)) } else { today.checked_sub_days(Days::new(days)) }
}

fn iso_with_time(text: &str) -> Option<Date> {
    let date = parse_iso_date(text.get(..10)?)?;
    let time = text[10..].strip_prefix(['T', ' '])?;
    let clock =
        time.len() >= 4 && time.bytes().all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.' | b'Z' | b'+' | b'-'));
    clock.then_some(date)
}

/// `31 Oct 2026` and `Oct 31 2026`: the outer `None` says that no month is named.
fn with_month_name(a: &str, b: &str, c: &str) -> Option<Option<Date>> {
    let year = number(c).filter(|_| c.len() == 4)?;
    if let Some(month) = month_named(b) {
        return Some(number(a).and_then(|d| day(year, month, d)));
    }
    let month = month_named(a)?;
    Some(number(b).and_then(|d| day(year, month, d)))
}

fn month_named(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let known =
        |name: &&str| word.len() >= 3 && (name.starts_with(word.as_str()) || word == "sept" && **name == *"september");
    MONTHS.iter().position(known).map(|at| at as u32 + 1)
}

fn number(text: &str) -> Option<u32> {
    let digits = text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

fn day(year: u32, month: u32, day: u32) -> Option<Date> {
    let known = (1900..2200).contains(&year);
    if known { Date::from_ymd_opt(year as i32, month, day) } else { None }
}
