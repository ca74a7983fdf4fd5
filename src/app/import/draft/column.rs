//! What a column of a sheet is taken for.

use super::CellAt;
use crate::domain::period::{FiscalCalendar, Frequency, Period};

/// A column with what it is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its place, from 0.
    pub at: u32,
    /// What stands in the header row, with the band above it where periods need their year from there.
    pub header: String,
    /// What it is taken for.
    pub role: Role,
    /// Why, in words: "`Goal` means title".
    pub why: String,
    /// How sure that is.
    pub sure: Sure,
    /// The span of time its header names, whatever it is taken for.
    pub period: Option<Span>,
}

/// What a column is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// A field of an objective, or of a reading, by its name.
    Field(&'static str),
    /// The readings of a period.
    Readings(Span),
    /// What the readings of a period mean.
    Meanings(Span),
    /// Nothing.
    LeftOut,
}

/// How sure a guess is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// Look at it.
    Unsure,
    /// It means the same as our own header.
    Likely,
    /// It is our own header, or a person said so.
    Certain,
}

/// A span of time that heads a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// How long it is.
    pub frequency: Frequency,
    /// From when to when; `None` while the year is asked for.
    pub period: Option<Period>,
    /// What people call it: `Jan 2026`, and as the header has it while the year is asked for.
    pub label: String,
}

impl Column {
    /// Its letters: `D`.
    pub fn letters(&self) -> String {
        CellAt::letters(self.at)
    }

    /// What it is taken for, in words: `title`, `readings of Jan 2026`, `left out`.
    pub fn role_words(&self) -> String {
        match &self.role {
            Role::Field(name) => name.replace('_', " "),
            Role::Readings(span) => format!("readings of {}", span.label),
            Role::Meanings(span) => format!("meanings of {}", span.label),
            Role::LeftOut => "left out".to_owned(),
        }
    }
}

impl Span {
    /// A span with its year.
    pub(super) fn known(frequency: Frequency, period: Period, calendar: FiscalCalendar) -> Span {
        // A calendar quarter of a register with other fiscal years has no name among the periods: its months name it.
        let own = calendar.rhythm(frequency).containing(period.end) == period;
        let label = if own {
            calendar.period_label(frequency, period)
        } else {
            FiscalCalendar { start_month: 1, ..calendar }.period_label(frequency, period)
        };
        Span { frequency, period: Some(period), label }
    }

    /// A span whose year is asked for.
    pub(super) fn without_year(frequency: Frequency, header: &str) -> Span {
        Span { frequency, period: None, label: header.to_owned() }
    }
}
