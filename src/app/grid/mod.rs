//! The period grid: every objective in force by the periods of one fiscal year.

mod many;
pub mod view;

use std::collections::HashMap;

use chrono::Months;

use super::lens::{Look, rules_through};
use super::refusal::Refusal;
use super::session::Session;
use super::view::Lens;
use crate::domain::cascade::Cascade;
use crate::domain::grid::{Cell, cells, tally};
use crate::domain::objective::{Lifecycle, Objective};
use crate::domain::period::{Date, Frequency, Period};
use crate::domain::reading::{Reading, standing_entries};
use crate::domain::register::Rules;
use crate::domain::verdict::standings;
use crate::store::{Loaded, NotMeasuredRow, Reader};

pub use view::{Grid, GridCell, GridRow};

impl Session {
    /// The periods of the fiscal year that contains `day`, as seen through the lens.
    pub fn grid(&mut self, day: Date, lens: Lens) -> Result<Grid, Refusal> {
        self.store.read(|reader| {
            let look = self.look(lens, reader)?;
            let rules = rules_through(reader, &look)?;
            let year = rules.calendar.year_of(day);
            let known = Known::read(reader, &look, year)?;
            let mut listed: Vec<Loaded> = reader.objectives(&look.sight)?;
            listed.retain(|loaded| is_shown(&loaded.objective, year));
            listed.sort_by(|a, b| a.objective.code.cmp(&b.objective.code));
            let pairs = listed.iter().map(|l| (l.objective.code.as_str(), l.objective.definition.parent.as_str()));
            let cascade = Cascade::of(pairs);
            let mut rows: Vec<GridRow> = Vec::with_capacity(listed.len());
            let mut newest = Vec::with_capacity(listed.len());
            let mut after_family = false;
            for line in cascade.lines(|_| true) {
                let loaded = &listed[line.place];
                let is_family = line.depth > 0 || !cascade.children(line.place).is_empty();
                let apart = !rows.is_empty() && line.depth == 0 && (is_family || after_family);
                after_family = is_family;
                let (row, cell) = known.row(loaded, &rules, look.as_of, year);
                newest.push(cell);
                rows.push(GridRow { depth: line.depth, apart, ..row });
            }
            let tallies =
                tally(rows.iter().map(|row| &row.objective).zip(newest.iter().map(Vec::as_slice)), &rules, look.as_of);
            let months = rules.calendar.rhythm(Frequency::M).within(year.start, year.end).collect();
            Ok(Grid { year, months, rows, tallies, as_of: look.as_of, today: look.today, lens, rules })
        })
    }
}

/// What stands in a year's picture: what was in force at some time in it, and drafts nobody approved yet are left out.
fn is_shown(objective: &Objective, year: Period) -> bool {
    match (&objective.closing, objective.lifecycle) {
        (Some(closing), _) => closing.retired_on > year.start,
        (None, lifecycle) => lifecycle != Lifecycle::Draft,
    }
}

/// What was read of all objectives at once.
struct Known {
    readings: HashMap<i64, Vec<Reading>>,
    explained: HashMap<i64, Vec<NotMeasuredRow>>,
}

impl Known {
    /// A year more than is shown, because the first period is compared with the one before.
    fn read(reader: &Reader, look: &Look, year: Period) -> Result<Known, Refusal> {
        let from = year.start.checked_sub_months(Months::new(12)).unwrap_or(year.start);
        let until = year.end.max(look.as_of);
        Ok(Known {
            readings: reader.all_readings_within(&look.sight, from, until)?,
            explained: reader.all_not_measured(&look.sight)?,
        })
    }

    /// The row of an objective, and its newest closed period wherever that lies.
    fn row(&self, loaded: &Loaded, rules: &Rules, as_of: Date, year: Period) -> (GridRow, Vec<Cell>) {
        let objective = &loaded.objective;
        let rhythm = objective.definition.rhythm(rules.calendar);
        let none: &[Reading] = &[];
        let readings = self.readings.get(&loaded.id).map_or(none, Vec::as_slice);
        let notes = self.explained.get(&loaded.id).map_or(&[][..], Vec::as_slice);
        let explained: Vec<Date> = notes.iter().map(|note| note.period_end).collect();
        let standings = standings(objective, readings, rhythm, as_of);
        let entries = standing_entries(readings, rhythm, as_of);
        let entry_of = |period: Period| entries.iter().find(|(p, _, _)| *p == period).map(|(_, entry, _)| *entry);
        let with_entry = |cell: Cell| GridCell {
            reading: entry_of(cell.period).cloned(),
            why_not: notes.iter().rev().find(|note| note.period_end == cell.period.end).map(|n| n.reason.clone()),
            cell,
        };
        let closed = rhythm.before(rhythm.containing(as_of));
        let newest = cells(objective, &standings, &explained, rules, as_of, closed);
        let shown = cells(objective, &standings, &explained, rules, as_of, year).into_iter().map(with_entry).collect();
        let row = GridRow { objective: objective.clone(), depth: 0, apart: false, cells: shown, standings };
        (row, newest)
    }
}
