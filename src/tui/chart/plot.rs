//! The chart over the whole screen: lines at the back, the way of the readings over them, the marks in front.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

use super::axis;
use super::column::{Column, Level, Point};
use super::edge::{self, Label};
use super::ink::{Ink, Nib};
use crate::tui::theme::Theme;
use crate::tui::widgets::sparkline::Scale;
use crate::tui::widgets::text;

/// The chart.
#[derive(Clone, Debug)]
pub struct Plot<'a> {
    /// Oldest first.
    pub columns: &'a [Column],
    /// The column the cursor stands on.
    pub cursor: usize,
    /// What stands at the right edge beside each line, long and short.
    pub labels: Vec<Label>,
    /// The unit of the figures.
    pub unit: &'a str,
    /// The look.
    pub theme: Theme,
    /// What the way of the readings is drawn with.
    pub nib: Nib,
}

/// Below this a sentence says more.
pub const LEAST: (u16, u16) = (30, 6);

/// Cells per period: a mark, its flag, air.
const NARROWEST: usize = 2;
const WIDEST: usize = 20;

/// Rows in which the words of upright lines may stand.
const WORD_ROWS: usize = 3;

/// Where everything stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ground {
    /// Where marks and lines are drawn.
    pub plot: Rect,
    /// Cells per period.
    pub cells: usize,
    /// The first column in sight.
    pub first: usize,
    /// How many are in sight.
    pub shown: usize,
    /// From the lowest to the highest figure.
    pub scale: Scale,
}

impl Ground {
    /// The row of a figure on the screen.
    pub fn row(&self, figure: f64) -> u16 {
        let rows = usize::from(self.plot.height);
        self.plot.y + self.plot.height.saturating_sub(1) - self.scale.level(figure, rows) as u16
    }

    /// The left edge of a column in sight.
    pub fn left(&self, at: usize) -> u16 {
        self.plot.x + (at * self.cells) as u16
    }

    /// Where its mark stands.
    pub fn middle(&self, at: usize) -> u16 {
        self.left(at) + ((self.cells - 1) / 2) as u16
    }
}

impl Widget for &Plot<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        if area.width < LEAST.0 || area.height < LEAST.1 || self.columns.is_empty() {
            return;
        }
        let scale = self.scale();
        let below = axis::rows(area.height, self.columns);
        let rows = area.height - below;
        let level = |figure: f64| rows - 1 - scale.level(figure, usize::from(rows)) as u16;
        let left = axis::figures(self.ends(scale), self.target(), rows, self.unit, area.width, level);
        let right = edge::placed(&self.labels, scale, rows, area.width, level);
        let margin_left = axis::margin(&left);
        let margin_right = edge::margin(&right);
        let width = area.width.saturating_sub(margin_left + margin_right);
        let plot = Rect { x: area.x + margin_left, width, height: rows, ..area };
        let ground = self.ground(plot, scale);
        axis::write_figures(&left, area, margin_left, buffer, self.theme);
        edge::write(&right, ground.plot, buffer, self.theme);
        self.paint(&ground, buffer);
        axis::write_names(self, &ground, below, buffer);
    }
}

impl Plot<'_> {
    fn scale(&self) -> Scale {
        let all = Scale::over(self.columns.iter().flat_map(Column::figures));
        // The worst bearable value is drawn where it does not press the readings flat.
        let floors = self.columns.iter().filter_map(|column| column.level(Level::Floor));
        let with_floor = Scale::over(floors.chain([all.low, all.high]));
        let scale = if with_floor.high - with_floor.low <= 1.5 * (all.high - all.low) { with_floor } else { all };
        let air = (scale.high - scale.low) / 20.0;
        let least = if scale.low >= 0.0 { 0.0 } else { f64::NEG_INFINITY };
        Scale { low: (scale.low - air).max(least), high: scale.high + air }
    }

    /// The lowest and the highest reading; without one, the ends of the scale.
    fn ends(&self, scale: Scale) -> (f64, f64) {
        let values = self.columns.iter().filter_map(|column| match column.point {
            Point::Value(value, _) => Some(value),
            _ => None,
        });
        let ends =
            values.map(|value| (value, value)).reduce(|(low, high), (value, _)| (low.min(value), high.max(value)));
        ends.unwrap_or((scale.low, scale.high))
    }

    fn target(&self) -> Option<f64> {
        self.columns.last().and_then(|column| column.level(Level::Target))
    }

    /// As many columns as have room, the one with the cursor among them.
    fn ground(&self, plot: Rect, scale: Scale) -> Ground {
        let width = usize::from(plot.width).max(1);
        let cells = (width / self.columns.len()).clamp(NARROWEST, WIDEST);
        let shown = (width / cells).clamp(1, self.columns.len());
        let newest = self.columns.len() - shown;
        let first = newest.min(self.cursor.saturating_sub(shown / 4));
        let plot = Rect { width: plot.width.min((cells * shown) as u16), ..plot };
        Ground { plot, cells, first, shown, scale }
    }

    fn in_sight(&self, ground: &Ground) -> &[Column] {
        &self.columns[ground.first..ground.first + ground.shown]
    }

    fn paint(&self, ground: &Ground, buffer: &mut Buffer) {
        self.paint_cursor(ground, buffer);
        for level in Level::PAINTED {
            match level {
                Level::Pace => self.paint_pace(ground, buffer),
                level => self.paint_level(level, ground, buffer),
            }
        }
        self.paint_walls(ground, buffer);
        self.paint_way(ground, buffer);
        for (at, column) in self.in_sight(ground).iter().enumerate() {
            self.paint_ahead(column, ground, at, buffer);
            self.paint_point(column, ground, at, buffer);
        }
    }

    fn paint_cursor(&self, ground: &Ground, buffer: &mut Buffer) {
        let Some(at) = self.cursor.checked_sub(ground.first) else { return };
        let sign = if self.theme.ascii { ":" } else { "┊" };
        for y in ground.plot.y..ground.plot.bottom() {
            put(buffer, ground.plot, (ground.middle(at), y), sign, self.theme.plain());
        }
    }

    /// A line in steps: flat over every column, upright where it moves.
    fn paint_level(&self, level: Level, ground: &Ground, buffer: &mut Buffer) {
        let style = if level == Level::Target { self.theme.target() } else { self.theme.quiet() };
        let sign = level.sign(self.theme);
        let mut before: Vec<u16> = Vec::new();
        for (at, column) in self.in_sight(ground).iter().enumerate() {
            let figures = column.levels.iter().filter(|(of, _)| *of == level).map(|(_, figure)| *figure);
            let rows: Vec<u16> =
                figures.filter(|figure| is_inside(*figure, ground.scale)).map(|f| ground.row(f)).collect();
            for (line, y) in rows.iter().enumerate() {
                for x in 0..ground.cells as u16 {
                    put(buffer, ground.plot, (ground.left(at) + x, *y), sign, style);
                }
                if let Some(old) = before.get(line).filter(|_| level == Level::Target && before.len() == rows.len()) {
                    let upright = if self.theme.ascii { "|" } else { "┆" };
                    for between in (*old).min(*y) + 1..(*old).max(*y) {
                        put(buffer, ground.plot, (ground.left(at), between), upright, style);
                    }
                }
            }
            before = rows;
        }
    }

    /// The straight way from baseline to target, cell by cell.
    fn paint_pace(&self, ground: &Ground, buffer: &mut Buffer) {
        let columns = self.in_sight(ground);
        for at in 1..columns.len() {
            let (Some(from), Some(to)) = (columns[at - 1].level(Level::Pace), columns[at].level(Level::Pace)) else {
                continue;
            };
            let (left, right) = (ground.middle(at - 1), ground.middle(at));
            for x in left..=right {
                let share = f64::from(x - left) / f64::from((right - left).max(1));
                let y = ground.row(from + (to - from) * share);
                put(buffer, ground.plot, (x, y), Level::Pace.sign(self.theme), self.theme.quiet());
            }
        }
    }

    /// A line across the whole height where the figures begin to mean something else, with its word.
    fn paint_walls(&self, ground: &Ground, buffer: &mut Buffer) {
        for (at, column) in self.in_sight(ground).iter().enumerate() {
            if column.wall.is_none() {
                continue;
            }
            let x = ground.left(at);
            for y in ground.plot.y..ground.plot.bottom() {
                put(buffer, ground.plot, (x, y), self.theme.sign("│"), self.theme.plain());
            }
        }
        self.paint_words(ground, buffer);
    }

    /// The words of the lines, each in a row where no other stands.
    fn paint_words(&self, ground: &Ground, buffer: &mut Buffer) {
        let mut ends = [ground.plot.x; WORD_ROWS];
        for (at, column) in self.in_sight(ground).iter().enumerate() {
            let Some(word) = &column.wall else { continue };
            let x = ground.left(at);
            let word = text::cut(word, usize::from(ground.plot.width) / 2);
            let cells = text::width(&word) as u16;
            let start = if x + 2 + cells <= ground.plot.right() {
                x + 2
            } else {
                x.saturating_sub(cells + 1).max(ground.plot.x)
            };
            let Some(row) = ends.iter().position(|end| *end <= start) else { continue };
            ends[row] = start + cells + 1;
            put(buffer, ground.plot, (start, ground.plot.y + row as u16), &word, self.theme.strong());
        }
    }

    /// The way from reading to reading; never over a gap.
    fn paint_way(&self, ground: &Ground, buffer: &mut Buffer) {
        let mut ink = Ink::new(self.nib, usize::from(ground.plot.width), usize::from(ground.plot.height));
        let cell = |at: usize, value: f64| {
            (usize::from(ground.middle(at) - ground.plot.x), usize::from(ground.row(value) - ground.plot.y))
        };
        let columns = self.in_sight(ground);
        for at in 1..columns.len() {
            if let (true, Point::Value(from, _), Point::Value(to, _)) =
                (columns[at].joined, columns[at - 1].point, columns[at].point)
            {
                ink.line(cell(at - 1, from), cell(at, to));
            }
        }
        for row in 0..ground.plot.height {
            for column in 0..ground.plot.width {
                if let Some(sign) = ink.sign(usize::from(column), usize::from(row)) {
                    let place = (ground.plot.x + column, ground.plot.y + row);
                    put(buffer, ground.plot, place, sign.encode_utf8(&mut [0; 4]), self.theme.quiet());
                }
            }
        }
    }

    /// An interim target, and where the pace leads.
    fn paint_ahead(&self, column: &Column, ground: &Ground, at: usize, buffer: &mut Buffer) {
        let x = ground.middle(at);
        if let Some((low, high)) = column.forecast {
            let signs = if self.theme.ascii { ["+", "|", "+"] } else { ["┬", "│", "┴"] };
            let (top, bottom) = (ground.row(high), ground.row(low));
            for y in top..=bottom {
                let sign = if y == top {
                    signs[0]
                } else if y == bottom {
                    signs[2]
                } else {
                    signs[1]
                };
                put(buffer, ground.plot, (x, y), sign, self.theme.strong());
            }
        }
        if let Some(figure) = column.interim {
            let sign = if self.theme.ascii { "+" } else { "◇" };
            // A reading in the same cell stands in front: the target moves beside it.
            let hidden = matches!(column.point, Point::Value(value, _) if ground.row(value) == ground.row(figure));
            let x = if hidden { x.saturating_sub(1).max(ground.left(at)) } else { x };
            put(buffer, ground.plot, (x, ground.row(figure)), sign, self.theme.strong());
        }
    }

    fn paint_point(&self, column: &Column, ground: &Ground, at: usize, buffer: &mut Buffer) {
        let theme = self.theme;
        let bottom = ground.plot.bottom().saturating_sub(1);
        let (y, sign, style) = match column.point {
            Point::Value(value, Some(verdict)) => {
                (ground.row(value), theme.verdict_mark(verdict).0, theme.verdict(verdict))
            }
            Point::Value(value, None) => (ground.row(value), theme.sign("○"), theme.strong()),
            Point::NothingToCount => (bottom, theme.sign("–"), theme.plain()),
            Point::Missing => (bottom, "?", theme.strong()),
            Point::Waiting => (bottom, theme.sign("·"), theme.strong()),
            Point::Empty => return,
        };
        let here = self.cursor == ground.first + at;
        let style = if here { style.add_modifier(Modifier::REVERSED) } else { style };
        put(buffer, ground.plot, (ground.middle(at), y), sign, style);
        let room = ground.cells.saturating_sub((ground.cells - 1) / 2 + 1).min(2);
        let flags: String = column.flags.chars().take(room).collect();
        put(buffer, ground.plot, (ground.middle(at) + 1, y), &flags, style.remove_modifier(Modifier::REVERSED));
    }
}

/// Whether a figure lies on the scale.
pub(super) fn is_inside(figure: f64, scale: Scale) -> bool {
    (scale.low..=scale.high).contains(&figure)
}

/// Writes a text into an area, as much of it as lies inside.
pub(super) fn put(buffer: &mut Buffer, area: Rect, (x, y): (u16, u16), said: &str, style: Style) {
    let area = area.intersection(buffer.area);
    if x >= area.x && x < area.right() && y >= area.y && y < area.bottom() {
        // What lay beneath leaves nothing of its look behind.
        buffer.set_stringn(x, y, said, usize::from(area.right() - x), Style::reset().patch(style));
    }
}
