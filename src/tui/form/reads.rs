//! How a typed answer is read, and the echo that says how it was understood before anything is saved.

use crate::app::parse::{NumberFormat, parse_entered_date, parse_number, parse_value};
use crate::domain::objective::{Criterion, Direction, Link};
use crate::domain::period::{Date, FiscalCalendar, PeriodRef, Rhythm, parse_period};
use crate::domain::quantity::{Decimal, Value};
use crate::domain::target::{Standard, Waypoint};
use crate::domain::verdict::verdict;
use crate::domain::words;

/// What an answer must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reads {
    /// Any line.
    Line,
    /// One number; the unit may stand behind it.
    Number {
        /// The metric's unit; empty for none.
        unit: String,
    },
    /// The value of a reading, with the verdict as echo.
    Value(Box<Scale>),
    /// A whole number between two bounds, both allowed.
    Whole(u32, u32),
    /// A date, seen from today.
    Day(Date),
    /// A period of the metric or a date inside one.
    Span(Rhythm, FiscalCalendar, Date),
    /// `date=value; date=value`.
    Waypoints(Date),
    /// `statement | date`.
    Criterion(Date),
    /// `kind:reference; kind:reference`.
    Links,
    /// Names or words, `;` between them.
    List,
}

/// What a value is held against while it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The metric's unit.
    pub unit: String,
    /// Whether shares are percentages.
    pub percent: bool,
    /// The target in force; `None` where there is none or where only the pace counts.
    pub standard: Option<Standard>,
    /// Which way is better.
    pub direction: Direction,
}

impl Scale {
    /// The value as people read it, with its verdict: `= 95.5 %, met`.
    pub fn echo(&self, value: &Value) -> String {
        let space = if self.unit.is_empty() || value.is_empty() { "" } else { " " };
        let unit = if value.is_empty() { "" } else { self.unit.as_str() };
        let shown = format!("= {}{space}{unit}", value.shown(self.percent, 1));
        match &self.standard {
            Some(standard) if !value.is_empty() => {
                let (_, word) = words::verdict(verdict(value, standard, self.direction, self.percent));
                format!("{shown}, {word}")
            }
            _ => shown,
        }
    }
}

impl Reads {
    /// How the answer was understood; `None` where the text says it itself. `Err` says what is wrong.
    pub fn echo(&self, answer: &str) -> Result<Option<String>, String> {
        let echo = match self {
            Reads::Line | Reads::List => return Ok(None),
            Reads::Number { unit } => format!("= {} {}", as_number(answer, unit)?, unit.trim()).trim_end().to_owned(),
            Reads::Value(scale) => scale.echo(&as_value(answer, scale)?),
            Reads::Whole(least, most) => {
                let fits = answer.parse::<u32>().is_ok_and(|n| (*least..=*most).contains(&n));
                return if fits { Ok(None) } else { Err(format!("write a whole number from {least} to {most}")) };
            }
            Reads::Day(today) => day_named(as_day(answer, *today)?),
            Reads::Span(rhythm, calendar, today) => {
                let span = as_span(answer, *rhythm, *calendar, *today)?;
                span_named(span, *rhythm, *calendar)
            }
            Reads::Waypoints(today) => match as_waypoints(answer, *today)?.len() {
                1 => "1 interim target".to_owned(),
                n => format!("{n} interim targets"),
            },
            Reads::Criterion(today) => match as_criterion(answer, *today)?.planned {
                Some(day) => format!("planned {}", day_named(day)),
                None => "no date planned".to_owned(),
            },
            Reads::Links => match as_links(answer)?.len() {
                1 => "serves 1".to_owned(),
                n => format!("serves {n}"),
            },
        };
        Ok(Some(echo))
    }

    /// The answer as a date, where this reads dates.
    pub fn date(&self, answer: &str) -> Option<Date> {
        match self {
            Reads::Day(today) => as_day(answer, *today).ok(),
            _ => None,
        }
    }

    /// The answer as a number, where this reads numbers.
    pub fn number(&self, answer: &str) -> Option<Decimal> {
        match self {
            Reads::Number { unit } => as_number(answer, unit).ok(),
            _ => None,
        }
    }

    /// The answer as the value of a reading, where this reads values.
    pub fn value(&self, answer: &str) -> Option<Value> {
        match self {
            Reads::Value(scale) => as_value(answer, scale).ok(),
            _ => None,
        }
    }

    /// The answer as a period, where this reads periods.
    pub fn span(&self, answer: &str) -> Option<PeriodRef> {
        match self {
            Reads::Span(rhythm, calendar, today) => as_span(answer, *rhythm, *calendar, *today).ok(),
            _ => None,
        }
    }
}

/// A date with its weekday: `Sat 31 Oct 2026`.
pub fn day_named(day: Date) -> String {
    day.format("%a %-d %b %Y").to_string()
}

fn as_number(answer: &str, unit: &str) -> Result<Decimal, String> {
    parse_number(answer, unit, NumberFormat::Unstated).map_err(|why| why.to_string())
}

fn as_value(answer: &str, scale: &Scale) -> Result<Value, String> {
    parse_value(answer, &scale.unit, NumberFormat::Unstated).map_err(|why| why.to_string())
}

fn as_day(answer: &str, today: Date) -> Result<Date, String> {
    parse_entered_date(answer, today).map_err(|why| why.to_string())
}

/// A period name, the label people read (`Oct 2026`), or any date a form understands.
fn as_span(answer: &str, rhythm: Rhythm, calendar: FiscalCalendar, today: Date) -> Result<PeriodRef, String> {
    parse_period(answer, rhythm, calendar).or_else(|why| match parse_entered_date(answer, today) {
        Ok(day) => Ok(PeriodRef { period: rhythm.containing(day), measured_on: day }),
        Err(_) => Err(why.to_string()),
    })
}

fn span_named(span: PeriodRef, rhythm: Rhythm, calendar: FiscalCalendar) -> String {
    let label = calendar.period_label(rhythm.frequency, span.period);
    format!("{label}, measured on {}", day_named(span.measured_on))
}

/// Reads interim targets: `2026-06-30=80; 2026-09-30=90`.
pub fn as_waypoints(answer: &str, today: Date) -> Result<Vec<Waypoint>, String> {
    let mut waypoints = Vec::new();
    for part in parts(answer) {
        let (day, value) = part.split_once('=').ok_or_else(|| format!("`{part}` needs date=value"))?;
        waypoints.push(Waypoint { date: as_day(day.trim(), today)?, value: as_number(value.trim(), "")? });
    }
    Ok(waypoints)
}

/// Interim targets as the form writes them.
pub fn waypoints_text(waypoints: &[Waypoint]) -> String {
    waypoints.iter().map(|w| format!("{}={}", w.date, w.value)).collect::<Vec<_>>().join("; ")
}

/// Reads one criterion: `statement | planned date`, the date left out where none is planned.
pub fn as_criterion(answer: &str, today: Date) -> Result<Criterion, String> {
    let (text, planned) = match answer.rsplit_once('|') {
        None => (answer, None),
        Some((text, day)) if day.trim().is_empty() => (text, None),
        Some((text, day)) => (text, Some(as_day(day.trim(), today)?)),
    };
    match text.trim() {
        "" => Err("say what must be shown before the |".to_owned()),
        text => Ok(Criterion { text: text.to_owned(), planned }),
    }
}

/// A criterion as the form writes it. A bar that belongs to the statement is followed by an empty date.
pub fn criterion_text(criterion: &Criterion) -> String {
    match criterion.planned {
        Some(day) => format!("{} | {day}", criterion.text),
        None if criterion.text.contains('|') => format!("{} |", criterion.text),
        None => criterion.text.clone(),
    }
}

/// Reads what an objective serves: `commitment:4.2 | patching in time; risk:R-014`.
pub fn as_links(answer: &str) -> Result<Vec<Link>, String> {
    let link = |part: &str| {
        let (named, because) = part.split_once('|').unwrap_or((part, ""));
        match named.split_once(':') {
            Some((kind, reference)) if !kind.trim().is_empty() && !reference.trim().is_empty() => Ok(Link {
                kind: kind.trim().to_owned(),
                reference: reference.trim().to_owned(),
                because: because.trim().to_owned(),
            }),
            _ => Err(format!("`{part}` needs kind:reference, such as risk:R-014")),
        }
    };
    parts(answer).map(link).collect()
}

/// What an objective serves as the form writes it.
pub fn links_text(links: &[Link]) -> String {
    let text = |link: &Link| match link.because.as_str() {
        "" => format!("{}:{}", link.kind, link.reference),
        because => format!("{}:{} | {because}", link.kind, link.reference),
    };
    links.iter().map(text).collect::<Vec<_>>().join("; ")
}

/// The parts of a list, `;` between them, without the empty ones.
pub fn parts(answer: &str) -> impl Iterator<Item = &str> {
    answer.split(';').map(str::trim).filter(|part| !part.is_empty())
}
