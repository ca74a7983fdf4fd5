//! Every entry of a reading, with what became of it.

use crate::app::freeze::series;
use crate::app::view::Dossier;
use crate::domain::objective::Kind;
use crate::domain::period::Date;
use crate::domain::reading::{Reading, Verdict};
use crate::domain::words;

/// What became of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryState {
    /// It stands for its period.
    Stands,
    /// It stands, and replaced another value.
    Corrected,
    /// A later entry for the same day, or a later day of the same period, stands in its place.
    Replaced,
    /// It was taken back.
    TakenBack(Option<Date>),
}

impl EntryState {
    /// In words.
    pub fn words(self) -> String {
        match self {
            EntryState::Stands => "stands".to_owned(),
            EntryState::Corrected => "stands, corrected".to_owned(),
            EntryState::Replaced => "replaced".to_owned(),
            EntryState::TakenBack(Some(day)) => format!("taken back {}", words::day(day)),
            EntryState::TakenBack(None) => "taken back".to_owned(),
        }
    }
}

/// One entry of a reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingEntry {
    /// The name of its period.
    pub period: String,
    /// The value with its unit.
    pub shown: String,
    /// Its judgement, where it stands and is judged.
    pub verdict: Option<Verdict>,
    /// What became of it.
    pub state: EntryState,
    /// The entry.
    pub reading: Reading,
}

/// Every entry known, the newest period first, in a period the newest entry first.
pub fn entries(dossier: &Dossier) -> Vec<ReadingEntry> {
    let definition = &dossier.row.objective.definition;
    let rhythm = dossier.row.rhythm(&dossier.rules);
    let (percent, unit) = (definition.unit_is_percent(), definition.unit.trim());
    let entry = |reading: &Reading| {
        let period = rhythm.containing(reading.measured_on);
        let standing = dossier.standings.iter().find(|standing| standing.period == period);
        let standing = standing.filter(|standing| dossier.reading_of(standing) == Some(reading));
        let shown = match standing {
            Some(standing) => series::shown(dossier, standing),
            None if reading.value.is_empty() || unit.is_empty() => reading.value.shown(percent, 1),
            None => format!("{} {unit}", reading.value.shown(percent, 1)),
        };
        let state = match standing {
            _ if reading.voided_seq.is_some() => EntryState::TakenBack(reading.voided_on),
            Some(standing) if standing.corrected => EntryState::Corrected,
            Some(_) => EntryState::Stands,
            None => EntryState::Replaced,
        };
        let judged = standing.filter(|_| definition.kind != Kind::Reach).map(|standing| standing.verdict);
        ReadingEntry { period: series::label(dossier, period), shown, verdict: judged, state, reading: reading.clone() }
    };
    let mut entries: Vec<ReadingEntry> = dossier.readings.iter().map(entry).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse((entry.reading.measured_on, entry.reading.seq)));
    entries
}
