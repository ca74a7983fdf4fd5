//! What the walk through the list shows.

use crate::domain::objective::Kind;
use crate::domain::period::Date;
use crate::domain::reading::Verdict;
use crate::domain::refresh::{Refresh, RefreshLine};
use crate::domain::status::{Freshness, Status};
use crate::domain::words;

/// One walk with everything its screen and its verb need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    /// The walk.
    pub refresh: Refresh,
    /// The event it answers: `risk assessment RA-26: Yearly assessment`; empty for none.
    pub event: String,
    /// The fiscal year whose results are shown: `FY2026-27`.
    pub year: String,
    /// The objectives it goes through, in the order of their codes.
    pub stops: Vec<Stop>,
    /// Sources nobody pursues.
    pub uncovered: Vec<UncoveredSource>,
    /// Codes whose waiting versions the next edition puts in force.
    pub waiting: Vec<String>,
    /// Codes of the objectives that were closed since the walk was begun, without an answer of it.
    pub closed_beside: Vec<String>,
    /// The edition approved since the walk was begun.
    pub edition: Option<i64>,
}

/// One objective of a walk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Its number in the register.
    pub id: i64,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Its owner.
    pub owner: String,
    /// What reaching it means.
    pub kind: Kind,
    /// Its target with unit.
    pub target: String,
    /// By when.
    pub due: Option<Date>,
    /// What it serves, as people write it: `risk R-014`.
    pub serves: Vec<String>,
    /// What the year brought.
    pub result: YearResult,
    /// The version that waits for approval.
    pub draft: Option<u32>,
    /// Whether it has been changed since the walk was begun.
    pub changed: bool,
    /// Whether it is closed by now.
    pub closed: bool,
    /// What keeping it does.
    pub keeping: Keeping,
    /// The answer given.
    pub line: Option<RefreshLine>,
}

/// What keeping an objective does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing moves.
    Stays,
    /// Its dates move on: what moves, in words.
    Moves(String),
    /// A letter is not enough: why.
    NeedsForm(String),
}

/// What a year brought for one objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearResult {
    /// Where it stands.
    pub status: Status,
    /// Whether it was measured.
    pub freshness: Freshness,
    /// Why, as a sentence.
    pub why: String,
    /// Of a level that is held, how many periods came to each verdict; those that did not occur left out.
    pub verdicts: Vec<(Verdict, u32)>,
    /// Of a delivery, how many criteria are fulfilled, and out of how many.
    pub criteria: Option<(usize, usize)>,
    /// Its last values with unit, oldest first, at most four.
    pub values: Vec<String>,
}

/// A source nobody pursues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UncoveredSource {
    /// Its key: `risk:R-014`.
    pub key: String,
    /// `risk R-014`.
    pub name: String,
    /// What it says.
    pub title: String,
    /// How heavy it is.
    pub level: String,
    /// A draft that will pursue it.
    pub draft: Option<String>,
}

/// One line of the list of walks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefreshEntry {
    /// The walk.
    pub refresh: Refresh,
    /// The key of the event it answers; empty for none.
    pub event: String,
    /// How many objectives were answered.
    pub answered: usize,
}

impl YearResult {
    /// The year in a few words: `8 met, 1 close; last 96.9 %`, `70 h → 41 h`, `2 of 4 criteria`.
    pub fn in_words(&self) -> String {
        if let Some((done, all)) = self.criteria {
            return format!("{done} of {all} criteria");
        }
        let verdicts = self.verdicts.iter().map(|(verdict, n)| format!("{n} {}", words::verdict(*verdict).1));
        let verdicts = verdicts.collect::<Vec<_>>().join(", ");
        match self.values.as_slice() {
            [] => "no reading".to_owned(),
            [.., last] if !verdicts.is_empty() => format!("{verdicts}; last {last}"),
            [only] => format!("last {only}"),
            [first, .., last] => format!("{first} → {last}"),
        }
    }
}

impl Walk {
    /// Objectives that wait for an answer.
    pub fn unanswered(&self) -> impl Iterator<Item = &Stop> {
        self.stops.iter().filter(|stop| stop.line.is_none())
    }

    /// The objective with this code, in any case.
    pub fn stop(&self, code: &str) -> Option<&Stop> {
        self.stops.iter().find(|stop| stop.code.eq_ignore_ascii_case(code.trim()))
    }
}
