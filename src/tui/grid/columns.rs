//! Where the columns stand: what fits beside the names, and which months are in sight.

use std::ops::Range;

use ratatui::layout::Rect;

use super::faces::Faces;
use crate::app::grid::Grid;
use crate::domain::period::Date;
use crate::tui::widgets::text;

/// Widest title, and the least one worth its room.
const TITLE: (usize, usize) = (44, 14);

/// The columns at a width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// Room for the codes with their indent.
    pub code: usize,
    /// Room for the title; 0 leaves it out.
    pub title: usize,
    /// Room for the target; 0 leaves it out.
    pub target: usize,
    /// The months in sight.
    pub months: Range<usize>,
    /// Cells a month takes.
    pub month: usize,
}

/// What never moves: the marker of the row and a blank before the codes.
const MARKER: usize = 2;

impl Columns {
    /// The columns of a grid in `width` cells, with the month of `day` in sight.
    pub fn of(grid: &Grid, faces: &Faces, targets: &[String], width: usize, day: Date) -> Columns {
        let widest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(0);
        let code = widest(&mut grid.rows.iter().map(|row| text::width(row.code()) + row.depth.min(3))).min(14);
        let title = widest(&mut grid.rows.iter().map(|row| text::width(&row.objective.definition.title))).min(TITLE.0);
        let target = widest(&mut targets.iter().map(|target| text::width(target))).min(12);
        let month = faces.column();
        let target = if width >= 56 { target + 1 } else { 0 };
        let least = if width >= 56 { title.min(TITLE.1 + width.saturating_sub(76) / 8) + 1 } else { 0 };
        let names = MARKER + code + 1 + least + target;
        let fit = (width.saturating_sub(names) / month).clamp(1, grid.months.len().max(1));
        let spare = width.saturating_sub(names + fit * month);
        let title = if least == 0 { 0 } else { (least + spare).min(title + 1) };
        Columns { code, title, target, months: in_sight(grid, fit, day), month }
    }

    /// Cells the names take.
    pub fn names(&self) -> usize {
        MARKER + self.code + 1 + self.title + self.target
    }

    /// Where a month in sight stands.
    pub fn at(&self, area: Rect, month: usize) -> Option<u16> {
        let place = self.months.contains(&month).then(|| month - self.months.start)?;
        Some(area.x + (self.names() + place * self.month) as u16)
    }
}

/// `fit` months that end with the running one, moved only as far as the cursor asks.
fn in_sight(grid: &Grid, fit: usize, day: Date) -> Range<usize> {
    let all = grid.months.len();
    let place = |day: Date| grid.months.iter().position(|month| month.contains(day));
    let end = place(grid.as_of).map_or(all, |running| running + 1).clamp(fit.min(all), all);
    let start = end - fit.min(end);
    let cursor = place(day).unwrap_or(start);
    let start = if cursor < start { cursor } else { start.max((cursor + 1).saturating_sub(fit)) };
    start..(start + fit).min(all)
}
