//! Readings: a value for one period with its source and dates; corrected by a later entry, never changed.

use chrono::Days;
use serde::{Deserialize, Serialize};

use super::objective::vocabulary;
use super::period::{Date, Period, Rhythm};
use super::quantity::Value;

vocabulary! {
    /// The judgement of one reading.
    Verdict {
        /// The target holds.
        Met = "met",
        /// It fails the target but stays within what is tolerated.
        Near = "near",
        /// It fails.
        NotMet = "not_met",
        /// There was nothing to count.
        NotApplicable = "na",
    }
}

vocabulary! {
    /// How a reach objective stands before its due date.
    Pace {
        /// At least as far as the time gone, within the tolerance.
        OnPace = "on_pace",
        /// Behind by more than the tolerance.
        Behind = "behind",
        /// Behind by more than the second tolerance.
        FarBehind = "far_behind",
    }
}

vocabulary! {
    /// What was decided on a reading or in a review.
    DecisionKind {
        /// Carry on.
        Continue = "continue",
        /// Do something about it.
        Act = "act",
        /// Take it to the management review.
        Escalate = "escalate",
        /// Change the target; needs approval.
        Retarget = "retarget",
        /// Move the date; needs approval.
        Extend = "extend",
        /// Close it; needs approval.
        Retire = "retire",
        /// Live with it, with a reason and an end date.
        Accept = "accept",
    }
}

impl DecisionKind {
    /// The one key that picks it in a meeting.
    pub fn key(self) -> char {
        match self {
            DecisionKind::Continue => 'c',
            DecisionKind::Act => 'a',
            DecisionKind::Escalate => 'e',
            DecisionKind::Retarget => 't',
            DecisionKind::Extend => 'x',
            DecisionKind::Retire => 'r',
            DecisionKind::Accept => 'k',
        }
    }
}

/// One entry of a value: the newest one known for a day stands, the earlier ones are kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The day the value describes; it belongs to the period around it.
    pub measured_on: Date,
    /// 1 for the first entry for that day, 2 for its first correction.
    pub revision: u32,
    /// The value.
    pub value: Value,
    /// The day it counts from when judged as of a past date: the claimed date of a file, else the day it was entered
    /// (for an import without a claim: the end of its period).
    pub known_from: Date,
    /// The date claimed by a file, kept beside the journal's own time.
    pub claimed_on: Option<Date>,
    /// The civil date of the journal entry.
    pub entered_on: Date,
    /// Whether it came from a file.
    pub imported: bool,
    /// Who reported the figure; empty means the collector.
    pub reported_by: String,
    /// When it was reported.
    pub reported_on: Option<Date>,
    /// Where it comes from.
    pub source: String,
    /// Text, path or URL.
    pub evidence: String,
    /// What it means, one line; the newest evaluation where there are several.
    pub evaluation: String,
    /// Who evaluated it.
    pub evaluated_by: String,
    /// Whether the line was computed when a block was passed, not written by a person.
    pub automatic: bool,
    /// What was decided on it when it was entered.
    pub decision: Option<DecisionKind>,
    /// Why an earlier entry was replaced.
    pub reason: String,
    /// Who entered it.
    pub entered_by: String,
    /// The journal entry that holds it.
    pub seq: u64,
    /// Taken back: part of no rule from this journal entry on.
    pub voided_seq: Option<u64>,
    /// The day it was taken back.
    pub voided_on: Option<Date>,
}

/// The reading that stands for one period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The period.
    pub period: Period,
    /// The day measured: the newest in the period.
    pub measured_on: Date,
    /// The value.
    pub value: Value,
    /// The judgement against the target in force at the start of the period; for a reach objective `Met` or
    /// `NotMet` against its target, which only the due period shows.
    pub verdict: Verdict,
    /// Whether it replaced an entry with another value.
    pub corrected: bool,
    /// Days between the end of the period and the day it was known; 0 while inside it.
    pub days_after: u32,
}

impl Standing {
    /// The day from which it was known; inside its period the day measured stands for that.
    pub fn known_on(&self) -> Date {
        match self.days_after {
            0 => self.measured_on,
            days => self.period.end + Days::new(u64::from(days)),
        }
    }
}

/// Of all entries, the ones that stand: per period the newest day measured, per day the entry known last (ties by
/// order of entry). Voided entries and those not yet known on `as_of` take no part. Each comes with whether another
/// value stood for its day before: one taken back and entered anew is no correction. Oldest period first.
pub fn standing_entries(readings: &[Reading], rhythm: Rhythm, as_of: Date) -> Vec<(Period, &Reading, bool)> {
    let mut counted: Vec<&Reading> =
        readings.iter().filter(|r| r.known_from <= as_of && r.voided_on.is_none_or(|day| day > as_of)).collect();
    counted.sort_by_key(|r| (r.measured_on, r.known_from, r.seq, r.revision));
    let mut standing: Vec<(Period, &Reading, bool)> = Vec::new();
    for reading in counted {
        let period = rhythm.containing(reading.measured_on);
        match standing.last_mut() {
            Some((last, entry, corrected)) if *last == period => {
                let same_day = entry.measured_on == reading.measured_on;
                *corrected = same_day && (*corrected || entry.value != reading.value);
                *entry = reading;
            }
            _ => standing.push((period, reading, false)),
        }
    }
    standing
}
