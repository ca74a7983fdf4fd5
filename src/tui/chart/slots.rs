//! The periods of an objective from the first to the newest, each with what stands for it: gaps are periods too.

use crate::app::view::{Dossier, NotMeasuredNote, Predecessor};
use crate::domain::objective::{Definition, Lifecycle};
use crate::domain::period::{Date, FiscalCalendar, Frequency, Period, Rhythm};
use crate::domain::reading::Standing;
use crate::domain::statistics::breaks::breaks;
use crate::domain::target::{Standard, standard_on};
use crate::tui::view::measurements::grace;

/// One period.
#[derive(Clone, Copy, Debug)]
pub struct Slot<'d> {
    /// The period.
    pub period: Period,
    /// Whose it is.
    pub of: Whose<'d>,
    /// What stands for it, or why nothing does.
    pub holds: Holds<'d>,
    /// The target in force when it began.
    pub standard: Option<&'d Standard>,
    /// The figures mean something else from here on.
    pub begins_anew: bool,
}

/// Whose period it is.
#[derive(Clone, Copy, Debug)]
pub enum Whose<'d> {
    /// The objective's own.
    Own,
    /// Of the objective it took the place of.
    Before(&'d Predecessor),
}

/// What stands for a period.
#[derive(Clone, Copy, Debug)]
pub enum Holds<'d> {
    /// A reading.
    Reading(&'d Standing),
    /// Nothing, though a reading was expected.
    Missing,
    /// Nothing, and somebody said why.
    NotMeasured(&'d NotMeasuredNote),
    /// Nothing yet: it runs, or may still be reported up to this day.
    Waiting(Date),
    /// Nothing was expected.
    NotExpected,
}

impl<'d> Slot<'d> {
    /// The reading that stands for it.
    pub fn standing(&self) -> Option<&'d Standing> {
        match self.holds {
            Holds::Reading(standing) => Some(standing),
            _ => None,
        }
    }

    /// The content its reading is read by.
    pub fn definition(&self, dossier: &'d Dossier) -> &'d Definition {
        match self.of {
            Whose::Own => &dossier.row.objective.definition,
            Whose::Before(old) => &old.definition,
        }
    }

    /// The calendar its period is cut from.
    pub fn calendar(&self, dossier: &Dossier) -> FiscalCalendar {
        self.definition(dossier).calendar(dossier.rules.calendar)
    }

    /// The name of its period: `Oct 2026`.
    pub fn label(&self, dossier: &Dossier) -> String {
        self.calendar(dossier).period_label(self.definition(dossier).frequency, self.period)
    }

    /// Days by which its reading came late; 0 in time. A correction comes later by its nature: what counts is when the
    /// first entry of the period was there.
    pub fn late_by(&self, dossier: &Dossier) -> u32 {
        let (Whose::Own, Some(standing)) = (self.of, self.standing()) else { return 0 };
        let of_period = dossier.readings.iter().filter(|reading| self.period.contains(reading.measured_on));
        let first = of_period.filter(|reading| reading.voided_on.is_none()).map(|reading| reading.known_from).min();
        let after = first.map(|day| u32::try_from((day - self.period.end).num_days()).unwrap_or(0));
        after.unwrap_or(standing.days_after).saturating_sub(grace(&dossier.row, &dossier.rules, self.period))
    }

    /// Whether its reading replaced another value.
    pub fn corrected(&self) -> bool {
        self.standing().is_some_and(|standing| standing.corrected)
    }
}

/// Every period, oldest first: those of the objective it took the place of, then its own.
pub fn slots(dossier: &Dossier) -> Vec<Slot<'_>> {
    let own = own(dossier);
    let begins = own.first().map_or(Date::MAX, |slot| slot.period.start);
    let mut slots = before(dossier, begins);
    slots.extend(own);
    slots
}

fn before(dossier: &Dossier, until: Date) -> Vec<Slot<'_>> {
    let Some(old) = &dossier.predecessor else { return Vec::new() };
    let standings = old.standings.iter().filter(|standing| standing.period.start < until);
    let slot = |standing| slot_before(old, standing);
    standings.map(slot).collect()
}

fn slot_before<'d>(old: &'d Predecessor, standing: &'d Standing) -> Slot<'d> {
    Slot {
        period: standing.period,
        of: Whose::Before(old),
        holds: Holds::Reading(standing),
        standard: standard_on(&old.standards, standing.period.start),
        begins_anew: false,
    }
}

fn own(dossier: &Dossier) -> Vec<Slot<'_>> {
    let row = &dossier.row;
    let rhythm = row.rhythm(&dossier.rules);
    let Some((from, until)) = reach(dossier, rhythm) else { return Vec::new() };
    let new_series = breaks(&dossier.versions, dossier.as_of);
    let mut slots: Vec<Slot> = Vec::new();
    let mut standings = dossier.standings.iter().peekable();
    let mut period = from;
    while period.end <= until.end {
        while standings.peek().is_some_and(|standing| standing.period.start < period.start) {
            standings.next();
        }
        let standing = standings.peek().copied().filter(|standing| standing.period == period);
        let previous = slots.last().map(|slot: &Slot| slot.period.start);
        let begins = |day: &Date| previous.is_some_and(|previous| previous < *day) && *day <= period.start;
        slots.push(Slot {
            period,
            of: Whose::Own,
            holds: standing.map_or_else(|| gap(dossier, rhythm, period), Holds::Reading),
            standard: standard_on(&row.objective.standards, period.start),
            begins_anew: new_series.iter().any(begins),
        });
        period = rhythm.after(period);
    }
    slots
}

/// The first and the newest period in which a reading was expected or came.
fn reach(dossier: &Dossier, rhythm: Rhythm) -> Option<(Period, Period)> {
    let objective = &dossier.row.objective;
    let expected = rhythm.first_from(objective.definition.start);
    let first = dossier.standings.first().map(|standing| standing.period);
    let last = dossier.standings.last().map(|standing| standing.period);
    if objective.lifecycle == Lifecycle::Draft && first.is_none() {
        return None;
    }
    let closed = dossier.row.newest_period(&dossier.rules, dossier.as_of);
    let from = first.map_or(expected, |first| if first.start < expected.start { first } else { expected });
    let until = last.filter(|last| last.end > closed.end).unwrap_or(closed);
    (from.start <= until.start).then_some((from, until))
}

/// Why a period holds nothing.
fn gap<'d>(dossier: &'d Dossier, rhythm: Rhythm, period: Period) -> Holds<'d> {
    let objective = &dossier.row.objective;
    let begins = rhythm.first_from(objective.definition.start).start;
    if objective.lifecycle == Lifecycle::Draft || period.start < begins {
        return Holds::NotExpected;
    }
    if let Some(note) = dossier.not_measured.iter().find(|note| note.period_end == period.end) {
        return Holds::NotMeasured(note);
    }
    let last_day = period.end + chrono::Days::new(u64::from(grace(&dossier.row, &dossier.rules, period)));
    if last_day >= dossier.as_of { Holds::Waiting(last_day) } else { Holds::Missing }
}

/// The place the cursor stands on: that of the period around a day, else the newest reading.
pub fn place(slots: &[Slot], day: Option<Date>) -> usize {
    let newest = || slots.iter().rposition(|slot| slot.standing().is_some());
    let around = |day: Date| slots.iter().rposition(|slot| slot.period.start <= day).or(Some(0));
    day.map_or_else(newest, around).unwrap_or(slots.len().saturating_sub(1)).min(slots.len().saturating_sub(1))
}

/// How many periods a year has.
pub fn in_a_year(frequency: Frequency) -> usize {
    match frequency {
        Frequency::W => 52,
        Frequency::M => 12,
        Frequency::Q => 4,
        Frequency::H => 2,
        Frequency::Y => 1,
    }
}
