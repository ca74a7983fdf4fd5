//! The readings a status is made from, with a long past summed up.

use serde::{Deserialize, Serialize};

use super::Frame;
use crate::domain::objective::Objective;
use crate::domain::reading::{Standing, Verdict};
use crate::domain::register::Rules;

/// Readings summed up because they lie too far back to be looked at one by one; expected periods only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Expected periods with a reading.
    pub readings: u32,
    /// Those that were met.
    pub met: u32,
    /// Those with nothing to count.
    pub na: u32,
}

impl Counts {
    /// The counts with one more reading.
    pub fn with(self, verdict: Verdict) -> Counts {
        Counts {
            readings: self.readings + 1,
            met: self.met + u32::from(verdict == Verdict::Met),
            na: self.na + u32::from(verdict == Verdict::NotApplicable),
        }
    }
}

/// The inputs of a status: what stands for each period. A long past may be summed up, see [`Trail::condensed`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trail {
    /// What was summed up: expected periods before the first of `recent`.
    pub older: Counts,
    /// What stands for the latest periods, oldest first, unexpected and running ones among them.
    pub recent: Vec<Standing>,
}

/// How many of the latest readings a condensed trail keeps one by one: a year and a quarter of months.
pub const RECENT: usize = 15;

impl Trail {
    /// Everything one by one.
    pub fn whole(standings: Vec<Standing>) -> Trail {
        Trail { older: Counts::default(), recent: standings }
    }

    /// The same answers for any day from the newest reading on, without carrying the whole past: the latest
    /// [`RECENT`] stay, further back as far as the second newest applicable reading and the one of the due
    /// period, because the rules look at those one by one.
    pub fn condensed(standings: Vec<Standing>, objective: &Objective, rules: &Rules) -> Trail {
        let Some(last) = standings.last().map(|s| s.period.end) else { return Trail::default() };
        let frame = Frame::new(objective, rules, last);
        let second_applicable = standings
            .iter()
            .enumerate()
            .rev()
            .filter(|(_, s)| s.verdict != Verdict::NotApplicable && frame.is_expected(&s.period))
            .nth(1)
            .map_or(0, |(at, _)| at);
        let due_reading =
            frame.due_period.and_then(|due| standings.iter().position(|s| s.period == due)).unwrap_or(standings.len());
        let keep_from = standings.len().saturating_sub(RECENT).min(second_applicable).min(due_reading);
        let mut recent = standings;
        let kept = recent.split_off(keep_from);
        let older = recent
            .iter()
            .filter(|s| frame.is_expected(&s.period))
            .fold(Counts::default(), |counts, s| counts.with(s.verdict));
        Trail { older, recent: kept }
    }
}
