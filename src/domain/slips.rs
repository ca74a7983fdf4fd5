//! Slips: every stretch in which an objective stayed below its target, what was decided then, and how it ended. A
//! management review looks at them together, because one by one each has a good reason.

use super::period::Date;
use super::reading::Verdict;
use super::snapshot::{FrozenDecision, FrozenObjective, FrozenPeriod};

/// One stretch of periods below target. What had nothing to count does not end it, neither does a period without a
/// reading: only a met target does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip<'a> {
    /// The first period below target.
    pub first: &'a FrozenPeriod,
    /// The last one.
    pub last: &'a FrozenPeriod,
    /// How many periods were below it; those without a reading between them are not counted.
    pub periods: usize,
    /// How many periods between them have no reading.
    pub unknown: usize,
    /// Whether it never left what is tolerated.
    pub tolerated: bool,
    /// What was decided while it lasted, oldest first.
    pub decisions: Vec<&'a FrozenDecision>,
    /// How it ended.
    pub end: End<'a>,
}

/// How a slip ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End<'a> {
    /// The target held again.
    MetAgain(&'a FrozenPeriod),
    /// The objective was closed while it was below.
    Closed(Date),
    /// Nothing was measured after it.
    NotMeasuredSince,
    /// It lasts.
    Lasts,
}

impl End<'_> {
    /// Whether somebody still has to do something about it.
    pub fn is_open(&self) -> bool {
        matches!(self, End::Lasts | End::NotMeasuredSince)
    }
}

/// The stretches of an objective that touch the time since a day, oldest first.
pub fn slips(objective: &FrozenObjective, since: Date) -> Vec<Slip<'_>> {
    let mut slips: Vec<Slip> = Vec::new();
    let mut unknown = 0;
    let mut running = false;
    for period in &objective.series {
        match period.verdict {
            _ if period.missing => unknown += 1,
            Some(Verdict::Met) => {
                if let Some(slip) = slips.last_mut().filter(|_| running) {
                    slip.end = End::MetAgain(period);
                }
                running = false;
            }
            Some(verdict @ (Verdict::Near | Verdict::NotMet)) => {
                match slips.last_mut().filter(|_| running) {
                    Some(slip) => slip.goes_on(period, verdict, unknown),
                    None => slips.push(Slip::begins(period, verdict)),
                }
                (running, unknown) = (true, 0);
            }
            Some(Verdict::NotApplicable) | None => {}
        }
    }
    if let Some(slip) = slips.last_mut().filter(|_| running) {
        slip.end = match objective.retired_on {
            Some(day) => End::Closed(day),
            None if unknown > 0 => End::NotMeasuredSince,
            None => End::Lasts,
        };
    }
    slips.retain(|slip| slip.last.period_end >= since);
    slips.iter_mut().for_each(|slip| slip.decisions = decided_during(objective, slip));
    slips
}

impl<'a> Slip<'a> {
    fn begins(period: &'a FrozenPeriod, verdict: Verdict) -> Slip<'a> {
        Slip {
            first: period,
            last: period,
            periods: 1,
            unknown: 0,
            tolerated: verdict == Verdict::Near,
            decisions: Vec::new(),
            end: End::Lasts,
        }
    }

    fn goes_on(&mut self, period: &'a FrozenPeriod, verdict: Verdict, unknown: usize) {
        self.last = period;
        self.periods += 1;
        self.unknown += unknown;
        self.tolerated &= verdict == Verdict::Near;
    }

    /// From when to when, by the names of its periods: `Mar 2026`, `Mar 2026 to May 2026`.
    pub fn label(&self) -> String {
        match self.periods + self.unknown {
            1 => self.first.label.clone(),
            _ => format!("{} to {}", self.first.label, self.last.label),
        }
    }
}

/// Decisions on a reading of the stretch; of those that name no reading, the ones taken after it began and before the
/// period that ended it was over.
fn decided_during<'a>(objective: &'a FrozenObjective, slip: &Slip) -> Vec<&'a FrozenDecision> {
    let until = match &slip.end {
        End::MetAgain(period) => period.period_end,
        End::Closed(day) => *day,
        End::NotMeasuredSince | End::Lasts => Date::MAX,
    };
    let during = |decision: &&FrozenDecision| match decision.measured_on {
        Some(day) => slip.first.period_start <= day && day <= slip.last.period_end,
        None => slip.first.period_end < decision.on && decision.on <= until,
    };
    let mut decisions: Vec<&FrozenDecision> = objective.decisions.iter().filter(during).collect();
    decisions.reverse();
    decisions
}
