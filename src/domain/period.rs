//! Measurement periods: weeks by ISO, months to years cut from the fiscal calendar.

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// A civil date where the person sits.
pub type Date = NaiveDate;

/// How often a metric is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Frequency {
    /// ISO weeks, Monday to Sunday.
    W,
    /// Calendar months.
    M,
    /// Quarters of the fiscal year.
    Q,
    /// Halves of the fiscal year.
    H,
    /// Fiscal years.
    Y,
}

impl Frequency {
    /// All frequencies, the shortest first.
    pub const ALL: [Frequency; 5] = [Frequency::W, Frequency::M, Frequency::Q, Frequency::H, Frequency::Y];

    /// Days to report after a period's end where nothing else was agreed (DOMAIN 4.1): 3, 10, 15, 20, 30.
    pub fn default_grace_days(self) -> u32 {
        match self {
            Frequency::W => 3,
            Frequency::M => 10,
            Frequency::Q => 15,
            Frequency::H => 20,
            Frequency::Y => 30,
        }
    }

    /// The word people read: "weekly", "monthly".
    pub fn word(self) -> &'static str {
        match self {
            Frequency::W => "weekly",
            Frequency::M => "monthly",
            Frequency::Q => "quarterly",
            Frequency::H => "half-yearly",
            Frequency::Y => "yearly",
        }
    }

    /// The word for a number of its periods: "quarter", "quarters".
    pub fn noun(self, count: u32) -> &'static str {
        let (one, many) = match self {
            Frequency::W => ("week", "weeks"),
            Frequency::M => ("month", "months"),
            Frequency::Q => ("quarter", "quarters"),
            Frequency::H => ("half-year", "half-years"),
            Frequency::Y => ("year", "years"),
        };
        if count == 1 { one } else { many }
    }

    /// The letter of the contracts: W M Q H Y.
    pub fn letter(self) -> &'static str {
        match self {
            Frequency::W => "W",
            Frequency::M => "M",
            Frequency::Q => "Q",
            Frequency::H => "H",
            Frequency::Y => "Y",
        }
    }

    /// From the letter of the contracts, either case.
    pub fn from_letter(text: &str) -> Option<Frequency> {
        Frequency::ALL.into_iter().find(|f| f.letter().eq_ignore_ascii_case(text))
    }

    fn months(self) -> u32 {
        match self {
            Frequency::W => 0,
            Frequency::M => 1,
            Frequency::Q => 3,
            Frequency::H => 6,
            Frequency::Y => 12,
        }
    }
}

/// Which year names a fiscal year that spans two: a setting, never inferred.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FiscalLabel {
    /// By the year it ends in: US federal FY2026 starts on 1 October 2025.
    End,
    /// By the year it starts in: a February firm calls Feb 2026 to Jan 2027 FY2026.
    Start,
    /// By both, as in India: FY2026-27.
    #[default]
    Both,
}

/// When fiscal years start and how they are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiscalCalendar {
    /// 1..=12.
    pub start_month: u8,
    /// How a split year is named.
    pub label: FiscalLabel,
}

impl Default for FiscalCalendar {
    fn default() -> Self {
        FiscalCalendar { start_month: 1, label: FiscalLabel::Both }
    }
}

impl FiscalCalendar {
    /// The fiscal year that contains `date`.
    pub fn year_of(self, date: Date) -> Period {
        self.rhythm(Frequency::Y).containing(date)
    }

    /// The periods of `frequency` cut from this calendar.
    pub fn rhythm(self, frequency: Frequency) -> Rhythm {
        Rhythm { frequency, start_month: self.start_month }
    }

    /// The name of a fiscal year, e.g. `FY2026-27`; plain `2026` where fiscal and calendar year are the same.
    pub fn year_label(self, year: Period) -> String {
        let (start, end) = (year.start.year(), year.end.year());
        match self.label {
            _ if start == end => format!("{start}"),
            FiscalLabel::End => format!("FY{end}"),
            FiscalLabel::Start => format!("FY{start}"),
            FiscalLabel::Both => format!("FY{start}-{:02}", end.rem_euclid(100)),
        }
    }

    /// The name people give a period: `Oct 2026`, `Q3 2026`, `FY2026-27 Q2`, `2026-W43`.
    pub fn period_label(self, frequency: Frequency, period: Period) -> String {
        let year = self.year_of(period.end);
        let name = self.year_label(year);
        let months_in = months_between(year.start, period.start);
        let part = match frequency {
            Frequency::W => {
                let week = period.start.iso_week();
                return format!("{}-W{:02}", week.year(), week.week());
            }
            Frequency::M => return period.end.format("%b %Y").to_string(),
            Frequency::Y => return name,
            Frequency::Q => format!("Q{}", months_in / 3 + 1),
            Frequency::H => format!("H{}", months_in / 6 + 1),
        };
        if self.start_month == 1 { format!("{part} {name}") } else { format!("{name} {part}") }
    }
}

/// A span of days, both ends inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
}

impl Period {
    /// Whether the day lies inside.
    pub fn contains(&self, date: Date) -> bool {
        self.start <= date && date <= self.end
    }

    /// Whether the period is over on `as_of`: only then do its readings drive a status.
    pub fn is_closed(&self, as_of: Date) -> bool {
        self.end < as_of
    }
}

/// The periods of one metric: a frequency on a fiscal calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rhythm {
    /// How long a period is.
    pub frequency: Frequency,
    /// First month of the fiscal year, 1..=12; without effect on weeks and months.
    pub start_month: u8,
}

impl Rhythm {
    /// The period the date lies in.
    pub fn containing(self, date: Date) -> Period {
        if self.frequency == Frequency::W {
            let start = date - Days::new(u64::from(date.weekday().num_days_from_monday()));
            return Period { start, end: start + Days::new(6) };
        }
        let length = self.frequency.months();
        let since_fiscal_start = (date.month() + 12 - u32::from(self.start_month)) % length;
        let start = first_of_month(date) - Months::new(since_fiscal_start);
        Period { start, end: start + Months::new(length) - Days::new(1) }
    }

    /// The period after `period`.
    pub fn after(self, period: Period) -> Period {
        self.containing(period.end + Days::new(1))
    }

    /// The period before `period`.
    pub fn before(self, period: Period) -> Period {
        self.containing(period.start - Days::new(1))
    }

    /// The first period that starts on or after `date`.
    pub fn first_from(self, date: Date) -> Period {
        let around = self.containing(date);
        if around.start == date { around } else { self.after(around) }
    }

    /// The last period that ends on or before `date`.
    pub fn last_until(self, date: Date) -> Period {
        let around = self.containing(date);
        if around.end == date { around } else { self.before(around) }
    }

    /// The full periods inside `from..=until`, oldest first: none where not one fits.
    pub fn within(self, from: Date, until: Date) -> impl Iterator<Item = Period> {
        let first = Some(self.first_from(from));
        std::iter::successors(first, move |p| Some(self.after(*p))).take_while(move |p| p.end <= until)
    }

    /// How many full periods lie inside `from..=until`, by arithmetic: no walk over the years.
    pub fn count_within(self, from: Date, until: Date) -> u32 {
        let (first, last) = (self.first_from(from), self.last_until(until));
        if last.end < first.end {
            return 0;
        }
        let steps = match self.frequency {
            Frequency::W => (last.start - first.start).num_weeks() as u32,
            other => months_between(first.start, last.start) / other.months(),
        };
        steps + 1
    }
}

/// Why a text names no period of a metric.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeriodError {
    /// The text is no date and no period name.
    Unreadable(String),
    /// It names a span that is no period of this metric.
    NotAPeriod {
        /// The text as given.
        text: String,
        /// What the metric's periods look like: "quarterly, FY starting in April".
        expected: String,
    },
}

impl fmt::Display for PeriodError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PeriodError::Unreadable(text) => {
                write!(f, "`{text}` is no date or period; write 2026-10-31, 2026-10, 2026-Q3 or FY2026-27 Q3")
            }
            PeriodError::NotAPeriod { text, expected } => {
                write!(f, "`{text}` is no period of this objective, which is measured {expected}")
            }
        }
    }
}

impl std::error::Error for PeriodError {}

/// What a period text points at: a day inside a period, or the whole of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodRef {
    /// The period of the metric.
    pub period: Period,
    /// The day the value was measured on: the date as written, or the period's end where a period was named.
    pub measured_on: Date,
}

/// Reads a date (`2026-10-31`) or a period name (`2026-10`, `2026-Q3`, `2026-H1`, `2026`, `2026-W43`, and fiscal
/// `FY2026-27`, `FY2026-27 Q3`, `FY2026 H1`). Plain years and quarters are calendar ones; a name that is no
/// period of the metric is refused, a date always belongs to the period around it.
pub fn parse_period(text: &str, rhythm: Rhythm, calendar: FiscalCalendar) -> Result<PeriodRef, PeriodError> {
    let text = text.trim();
    if let Some(day) = parse_iso_date(text) {
        return Ok(PeriodRef { period: rhythm.containing(day), measured_on: day });
    }
    let span = named_span(text, FiscalCalendar { start_month: rhythm.start_month, ..calendar })
        .ok_or_else(|| PeriodError::Unreadable(text.to_owned()))?;
    let period = rhythm.containing(span.end);
    if period == span {
        return Ok(PeriodRef { period, measured_on: period.end });
    }
    let start = Date::from_ymd_opt(2000, u32::from(rhythm.start_month), 1).map(|d| d.format("%B").to_string());
    let from = match (rhythm.frequency, start) {
        (Frequency::W | Frequency::M, _) | (_, None) => String::new(),
        (_, Some(month)) => format!(", years starting in {month}"),
    };
    Err(PeriodError::NotAPeriod { text: text.to_owned(), expected: format!("{}{from}", rhythm.frequency.word()) })
}

/// A strict ISO date of the years 1900 to 2199.
pub fn parse_iso_date(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10
        && bytes.iter().enumerate().all(|(i, b)| if i == 4 || i == 7 { *b == b'-' } else { b.is_ascii_digit() });
    if !shaped {
        return None;
    }
    let number = |range: std::ops::Range<usize>| bytes[range].iter().fold(0u32, |n, b| n * 10 + u32::from(b - b'0'));
    let year = number(0..4);
    if !(1900..2200).contains(&year) {
        return None;
    }
    Date::from_ymd_opt(year as i32, number(5..7), number(8..10))
}

fn named_span(text: &str, calendar: FiscalCalendar) -> Option<Period> {
    let upper = as_read(&text.to_ascii_uppercase());
    match upper.strip_prefix("FY") {
        Some(rest) => fiscal_span(rest.trim_start(), calendar),
        None => calendar_span(&upper),
    }
}

/// Quarters and half-years of a calendar year as screens show them, `Q1 2026`, turned to `2026-Q1`.
fn as_read(text: &str) -> String {
    match text.split_once(' ') {
        Some((part @ ("Q1" | "Q2" | "Q3" | "Q4" | "H1" | "H2"), year)) => format!("{}-{part}", year.trim()),
        _ => text.to_owned(),
    }
}

fn calendar_span(text: &str) -> Option<Period> {
    let (year, part) = split_year(text)?;
    let rhythm = |frequency| Rhythm { frequency, start_month: 1 };
    let january = Date::from_ymd_opt(year, 1, 1)?;
    match part {
        "" => Some(rhythm(Frequency::Y).containing(january)),
        part if part.starts_with('W') => {
            let week = part[1..].parse().ok()?;
            let monday = Date::from_isoywd_opt(year, week, Weekday::Mon)?;
            Some(rhythm(Frequency::W).containing(monday))
        }
        part if part.starts_with(['Q', 'H']) => part_of_year(january, part),
        part if part.len() == 2 => {
            let first = Date::from_ymd_opt(year, part.parse().ok()?, 1)?;
            Some(rhythm(Frequency::M).containing(first))
        }
        _ => None,
    }
}

fn fiscal_span(text: &str, calendar: FiscalCalendar) -> Option<Period> {
    let (first_year, rest) = split_year(text)?;
    let (second_year, part) = match rest.find(['Q', 'H']) {
        Some(at) => (rest[..at].trim_matches([' ', '-']), &rest[at..]),
        None => (rest.trim(), ""),
    };
    let split = calendar.start_month != 1;
    let start_year = match second_year {
        "" if split && calendar.label == FiscalLabel::Start => first_year,
        // Without a second year a split year is named by the year it ends in, unless the register says otherwise.
        "" if split => first_year - 1,
        "" => first_year,
        second => {
            let following = (first_year + 1).rem_euclid(if second.len() == 2 { 100 } else { 10_000 });
            (second.parse() == Ok(following)).then_some(first_year)?
        }
    };
    let start = Date::from_ymd_opt(start_year, u32::from(calendar.start_month), 1)?;
    if part.is_empty() { Some(calendar.year_of(start)) } else { part_of_year(start, part) }
}

fn part_of_year(year_start: Date, part: &str) -> Option<Period> {
    let number: u32 = part.get(1..)?.trim().parse().ok()?;
    let (length, most) = if part.starts_with('Q') { (3, 4) } else { (6, 2) };
    if !(1..=most).contains(&number) {
        return None;
    }
    let start = year_start + Months::new((number - 1) * length);
    Some(Period { start, end: start + Months::new(length) - Days::new(1) })
}

/// `2026`, `2026-Q3`, `2026Q3` and `2026 Q3` into the year and the rest without its separator.
fn split_year(text: &str) -> Option<(i32, &str)> {
    let year = text.get(..4).filter(|y| y.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()?;
    let rest = text.get(4..)?;
    let known = (1900..2200).contains(&year);
    known.then(|| (year, rest.strip_prefix(['-', ' ']).unwrap_or(rest).trim()))
}

fn first_of_month(date: Date) -> Date {
    date - Days::new(u64::from(date.day0()))
}

/// Whole months from the first of one month to the first of another, later one.
fn months_between(from: Date, to: Date) -> u32 {
    let index = |d: Date| d.year() * 12 + d.month0() as i32;
    (index(to) - index(from)).max(0) as u32
}
