//! Where the cursor stands: an objective and a day. The day names the period, so that moving down from a month to a
//! quarter and on to a month again comes out where it began.

use chrono::Datelike;

use crate::app::grid::{Grid, GridCell, GridRow};
use crate::domain::grid::{Mark, State};
use crate::domain::period::{Date, Period};
use crate::tui::keymap::Action;
use crate::tui::update::moving;

/// Where the cursor stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The objective.
    pub row: usize,
    /// A day inside the period.
    pub day: Date,
    /// The first line shown.
    pub top: usize,
}

/// From this height on blank lines stand between families; below it objectives need the room.
const AIRY: usize = 16;

/// The lines of the grid in a height: an objective, or the blank line between families.
pub fn lines(grid: &Grid, height: usize) -> Vec<Option<usize>> {
    let mut lines = Vec::with_capacity(grid.rows.len());
    for (at, row) in grid.rows.iter().enumerate() {
        if row.apart && height >= AIRY {
            lines.push(None);
        }
        lines.push(Some(at));
    }
    lines
}

/// Whether a reading is wanted there that nobody has explained away.
fn waits(cell: &GridCell) -> bool {
    cell.cell.takes_values() && cell.cell.state.waits() && cell.cell.mark != Some(Mark::Explained)
}

/// Whether two days stand in the same column.
fn same_column(a: Date, b: Date) -> bool {
    (a.year(), a.month()) == (b.year(), b.month())
}

impl Place {
    /// Where the cursor begins: in the newest closed month, at the selected objective where it waits, else at the first
    /// that does.
    pub fn begin(grid: &Grid, selected: Option<&str>) -> Place {
        let day = newest_closed_month(grid);
        let chosen = selected.and_then(|code| grid.rows.iter().position(|row| row.code() == code));
        let waiting =
            |at: &usize| grid.rows[*at].on(day).is_some_and(|c| waits(c) && same_column(c.cell.period.end, day));
        let row = chosen.filter(waiting).or_else(|| (0..grid.rows.len()).find(waiting)).or(chosen).unwrap_or(0);
        Place { row, day, top: 0 }
    }

    /// The objective and the period under the cursor.
    pub fn cell<'g>(&self, grid: &'g Grid) -> Option<(&'g GridRow, &'g GridCell)> {
        let row = grid.rows.get(self.row)?;
        Some((row, row.on(self.day)?))
    }

    /// Moves up and down, over the blank lines, and keeps the cursor in sight.
    pub fn moved(&mut self, action: Action, grid: &Grid, height: usize) {
        let last = grid.rows.len().saturating_sub(1);
        self.row = moving::moved(self.row, action, height, last);
        self.keep(grid, height);
    }

    /// Keeps the cursor on a row and in sight, after the list or its room has changed.
    pub fn keep(&mut self, grid: &Grid, height: usize) {
        self.row = self.row.min(grid.rows.len().saturating_sub(1));
        let lines = lines(grid, height);
        let at = lines.iter().position(|line| *line == Some(self.row)).unwrap_or(0);
        let height = height.max(1);
        self.top = self.top.min(at).max((at + 1).saturating_sub(height));
        self.top = self.top.min(lines.len().saturating_sub(height));
    }

    /// The day a step to the side leads to: the end of the neighbouring period of this objective.
    pub fn beside(&self, grid: &Grid, later: bool) -> Option<Date> {
        let row = grid.rows.get(self.row)?;
        let rhythm = row.rhythm(&grid.rules);
        let here = rhythm.containing(self.day);
        Some(if later { rhythm.after(here) } else { rhythm.before(here) }.end)
    }

    /// The next cell that waits in the column of `period`, below the cursor, then from the top. `busy` names cells
    /// whose value is on its way to the disk.
    pub fn next_in_column(
        &self,
        grid: &Grid,
        period: Period,
        running: bool,
        busy: impl Fn(&str, Period) -> bool,
    ) -> Option<Place> {
        let fits = |at: &usize| {
            let row = &grid.rows[*at];
            row.on(period.end).is_some_and(|cell| {
                let open = running && cell.cell.state == State::Running && cell.cell.takes_values();
                let there = same_column(cell.cell.period.end, period.end);
                there && (waits(cell) || open) && !busy(row.code(), cell.cell.period)
            })
        };
        let below = self.row + 1..grid.rows.len();
        let row = below.chain(0..self.row.min(grid.rows.len())).find(fits)?;
        Some(Place { row, day: period.end, top: self.top })
    }

    /// The next period that waits: down the column, then through later columns, then from the first one on.
    pub fn next_missing(&self, grid: &Grid) -> Option<Place> {
        let column = |day: Date| (day.year(), day.month());
        let mut waiting: Vec<((i32, u32), usize, Date)> = Vec::new();
        for (at, row) in grid.rows.iter().enumerate() {
            let cells = row.cells.iter().filter(|cell| waits(cell));
            waiting.extend(cells.map(|cell| (column(cell.cell.period.end), at, cell.cell.period.end)));
        }
        waiting.sort();
        let shown = self.cell(grid).map_or(self.day, |(_, cell)| cell.cell.period.end);
        let here = (column(shown), self.row, shown);
        let next = waiting.iter().find(|other| **other > here).or(waiting.first())?;
        Some(Place { row: next.1, day: next.2, top: self.top })
    }
}

/// The last day of the month before the day judged, or of the year shown where that lies elsewhere.
fn newest_closed_month(grid: &Grid) -> Date {
    let closed = grid.months.iter().rev().find(|month| month.is_closed(grid.as_of));
    closed.or(grid.months.last()).map_or(grid.as_of, |month| month.end)
}
