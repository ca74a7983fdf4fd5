//! What stands for each period together with the entry behind it.

use super::evidence::{ReadingEntry, Subject};
use crate::domain::period::{Date, Period};
use crate::domain::reading::Standing;

/// One period of a series.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stood<'a> {
    /// What stands for it.
    pub standing: &'a Standing,
    /// The entry behind it: the one known last for its day.
    pub entry: &'a ReadingEntry,
    /// Taken over from a file for a time before the objective was in this register: nobody could evaluate or decide on
    /// it here then.
    pub taken_over: bool,
}

impl Subject {
    /// The periods with a reading that ended after a day, newest first.
    pub(super) fn stood_since(&self, since: Date, as_of: Date) -> Vec<Stood<'_>> {
        let mut entries = self.entries.iter().rev().filter(|entry| entry.known_from <= as_of).peekable();
        let mut stood = Vec::new();
        for standing in self.standings.iter().rev().take_while(|standing| standing.period.end > since) {
            while entries.next_if(|entry| entry.measured_on > standing.measured_on).is_some() {}
            let mut newest: Option<&ReadingEntry> = None;
            while let Some(entry) = entries.next_if(|entry| entry.measured_on == standing.measured_on) {
                let order = |entry: &ReadingEntry| (entry.known_from, entry.seq, entry.revision);
                if newest.is_none_or(|known| order(known) < order(entry)) {
                    newest = Some(entry);
                }
            }
            if let Some(entry) = newest {
                let taken_over = entry.imported && standing.period.end < self.created_on;
                stood.push(Stood { standing, entry, taken_over });
            }
        }
        stood
    }

    /// The first entry of every period that was recorded by hand after a day, oldest period first.
    pub(super) fn first_recorded(&self, since: Date, as_of: Date) -> Vec<(Period, &ReadingEntry)> {
        let mut first: Vec<(Period, &ReadingEntry)> = Vec::new();
        for entry in self.entries.iter().filter(|entry| entry.entered_on <= as_of) {
            match first.last_mut() {
                Some((period, known)) if *period == entry.period => {
                    if (entry.entered_on, entry.seq) < (known.entered_on, known.seq) {
                        *known = entry;
                    }
                }
                _ => first.push((entry.period, entry)),
            }
        }
        first.retain(|(_, entry)| !entry.imported && entry.entered_on > since);
        first
    }
}

impl ReadingEntry {
    /// Whether a person wrote what it means.
    pub(super) fn is_evaluated(&self) -> bool {
        !self.automatic && !self.evaluation.trim().is_empty()
    }
}
