//! What the period grid shows.

use crate::app::view::Lens;
use crate::domain::grid::{Cell, Tally};
use crate::domain::objective::Objective;
use crate::domain::period::{Date, FiscalCalendar, Frequency, Period, Rhythm};
use crate::domain::quantity::Value;
use crate::domain::reading::{Reading, Standing};
use crate::domain::register::Rules;

/// Objectives by the periods of one fiscal year.
#[derive(Clone, Debug)]
pub struct Grid {
    /// The fiscal year.
    pub year: Period,
    /// Its months, oldest first: the columns.
    pub months: Vec<Period>,
    /// The objectives, parents before what contributes to them.
    pub rows: Vec<GridRow>,
    /// Per rhythm, how its newest closed period stands; wherever that lies.
    pub tallies: Vec<Tally>,
    /// The day judged.
    pub as_of: Date,
    /// Today where the person sits.
    pub today: Date,
    /// From where it was looked at.
    pub lens: Lens,
    /// Settings in force.
    pub rules: Rules,
}

impl Grid {
    /// The year by name: `2026`, `FY2026-27`.
    pub fn year_label(&self) -> String {
        self.rules.calendar.year_label(self.year)
    }
}

/// One objective.
#[derive(Clone, Debug)]
pub struct GridRow {
    /// The objective as known through the lens.
    pub objective: Objective,
    /// 0 for one that contributes to nothing shown.
    pub depth: usize,
    /// A family begins or has ended: a blank line above.
    pub apart: bool,
    /// Its periods that end in the year, oldest first.
    pub cells: Vec<GridCell>,
    /// What stands for its periods of this year and the one before, oldest first.
    pub standings: Vec<Standing>,
}

impl GridRow {
    /// The code.
    pub fn code(&self) -> &str {
        &self.objective.code
    }

    /// The calendar its periods are cut from.
    pub fn calendar(&self, rules: &Rules) -> FiscalCalendar {
        self.objective.definition.calendar(rules.calendar)
    }

    /// The periods it is measured in.
    pub fn rhythm(&self, rules: &Rules) -> Rhythm {
        self.objective.definition.rhythm(rules.calendar)
    }

    /// The name of one of its periods: `Oct 2026`.
    pub fn label(&self, rules: &Rules, period: Period) -> String {
        self.calendar(rules).period_label(self.frequency(), period)
    }

    /// How often it is measured.
    pub fn frequency(&self) -> Frequency {
        self.objective.definition.frequency
    }

    /// The cell of the period a day lies in.
    pub fn on(&self, day: Date) -> Option<&GridCell> {
        self.cells.iter().find(|cell| cell.cell.period.contains(day))
    }

    /// What stands for the newest period before one.
    pub fn before(&self, period: Period) -> Option<&Standing> {
        self.standings.iter().rev().find(|standing| standing.period < period)
    }

    /// The value that stands for the newest period before one.
    pub fn value_before(&self, period: Period) -> Option<&Value> {
        self.before(period).map(|standing| &standing.value)
    }
}

/// One period of one objective.
#[derive(Clone, Debug)]
pub struct GridCell {
    /// What it shows.
    pub cell: Cell,
    /// The entry that stands for it.
    pub reading: Option<Reading>,
    /// Why it was not measured, where somebody said so.
    pub why_not: Option<String>,
}
