//! A chart of readings over time: one column per period, gaps as gaps, the target in steps, marks instead of lines.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::sparkline::Scale;
use super::text;
use crate::domain::reading::Verdict;
use crate::tui::theme::Theme;

/// One period.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Short name below the axis: `O`, `Q3`.
    pub name: String,
    /// The year, where this period is the first of it in sight.
    pub year: String,
    /// The value; `None` is a gap.
    pub value: Option<f64>,
    /// How it was judged; `None` where only the end counts.
    pub verdict: Option<Verdict>,
    /// It replaced an earlier entry.
    pub corrected: bool,
    /// It was entered late.
    pub late: bool,
    /// The target in force then.
    pub target: Option<f64>,
    /// The other edge of a range.
    pub target_high: Option<f64>,
    /// Tolerated to.
    pub warn: Option<f64>,
    /// The ends of the usual range; drawn only where there is room for them.
    pub usual: Option<(f64, f64)>,
    /// Another series begins behind it: a line stands between them.
    pub line_after: bool,
}

/// The chart.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Oldest first.
    pub columns: Vec<Column>,
    /// Where it started from.
    pub baseline: Option<f64>,
    /// The look.
    pub theme: Theme,
}

/// Cells per period: a mark, its flag, air.
const NARROWEST: usize = 2;
const WIDEST: usize = 7;

/// How many periods have room in so many cells.
pub fn fits(width: u16) -> usize {
    (usize::from(width).saturating_sub(8) / 3).max(1)
}

/// Below this a chart says less than a sentence.
pub const LEAST: (u16, u16) = (18, 4);

/// Rows from which the usual range has room beside the target.
const ROOM_FOR_USUAL: u16 = 12;

impl Widget for &Chart {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        if area.width < LEAST.0 || area.height < LEAST.1 || self.columns.is_empty() {
            return;
        }
        let years = u16::from(area.height >= 9 && self.columns.iter().any(|c| !c.year.is_empty()));
        let rows = area.height - 1 - years;
        let with_usual = rows >= ROOM_FOR_USUAL;
        let scale = self.scale(with_usual);
        let axis = self.axis(scale, rows, with_usual);
        let margin = axis.iter().map(|(_, label)| text::width(label)).max().unwrap_or(0).min(10) as u16 + 2;
        let plot = Rect { x: area.x + margin, width: area.width.saturating_sub(margin), height: rows, ..area };
        let cells = (usize::from(plot.width) / self.columns.len()).clamp(NARROWEST, WIDEST);
        let shown = (usize::from(plot.width) / cells).min(self.columns.len());
        for (row, label) in &axis {
            let label = text::right(label, usize::from(margin) - 2);
            buffer.set_stringn(area.x, area.y + row, label, usize::from(margin), self.theme.quiet());
        }
        let row_of = |figure: f64| plot.y + rows - 1 - scale.level(figure, usize::from(rows)) as u16;
        for (at, column) in self.columns.iter().skip(self.columns.len() - shown).enumerate() {
            let x = plot.x + (at * cells) as u16;
            let line = |buffer: &mut Buffer, figure: Option<f64>, sign: &str, style: Style| {
                if let Some(figure) = figure {
                    buffer.set_stringn(x, row_of(figure), sign.repeat(cells), cells, style);
                }
            };
            for end in column.usual.filter(|_| with_usual).into_iter().flat_map(|(low, high)| [low, high]) {
                line(buffer, Some(end), self.theme.sign("┈"), self.theme.quiet());
            }
            line(buffer, self.baseline, self.theme.sign("╌"), self.theme.quiet());
            line(buffer, column.warn, self.theme.sign("·"), self.theme.quiet());
            line(buffer, column.target, self.theme.sign("┄"), self.theme.target());
            line(buffer, column.target_high, self.theme.sign("┄"), self.theme.target());
            if column.line_after {
                let edge = x + cells as u16 - 1;
                (plot.y..plot.y + rows).for_each(|y| {
                    buffer.set_stringn(edge, y, self.theme.sign("│"), 1, self.theme.quiet());
                });
            }
            self.mark(column, buffer, x + (cells as u16 - 1) / 2, row_of);
            let below = Rect { x: x + (cells as u16 - 1) / 2, y: plot.y + rows, width: 0, height: 1 };
            let room = usize::from(plot.right().saturating_sub(below.x));
            self.name(column, buffer, below, room);
            if years > 0 {
                buffer.set_stringn(below.x, below.y + 1, &column.year, room, self.theme.quiet());
            }
        }
    }
}

impl Chart {
    fn scale(&self, with_usual: bool) -> Scale {
        let figures = self.columns.iter().flat_map(|c| [c.value, c.target, c.target_high, c.warn]);
        let usual = self.columns.iter().filter_map(|c| c.usual.filter(|_| with_usual));
        let usual = usual.flat_map(|(low, high)| [Some(low), Some(high)]);
        Scale::over(figures.chain(usual).chain([self.baseline]).flatten())
    }

    /// Labels of the axis by row: target first, then the ends where they have room.
    fn axis(&self, scale: Scale, rows: u16, with_usual: bool) -> Vec<(u16, String)> {
        let row_of = |figure: f64| rows - 1 - scale.level(figure, usize::from(rows)) as u16;
        let newest = self.columns.last();
        let usual = newest.and_then(|c| c.usual).filter(|_| with_usual);
        let wanted = [
            newest.and_then(|c| c.target),
            newest.and_then(|c| c.target_high),
            newest.and_then(|c| c.warn),
            self.baseline,
            usual.map(|(low, _)| low),
            usual.map(|(_, high)| high),
            Some(scale.high),
            Some(scale.low),
        ];
        let mut labels: Vec<(u16, String)> = Vec::new();
        for figure in wanted.into_iter().flatten() {
            let row = row_of(figure);
            if labels.iter().all(|(taken, _)| taken.abs_diff(row) > 1) {
                labels.push((row, tidy(figure, scale.high - scale.low)));
            }
        }
        labels
    }

    fn mark(&self, column: &Column, buffer: &mut Buffer, x: u16, row_of: impl Fn(f64) -> u16) {
        let Some(value) = column.value else { return };
        let (sign, style) = match column.verdict {
            Some(verdict) => (self.theme.verdict_mark(verdict).0, self.theme.verdict(verdict)),
            None => (self.theme.sign("○"), self.theme.strong()),
        };
        buffer.set_stringn(x, row_of(value), sign, 1, style);
        let flag = if column.corrected {
            "*"
        } else if column.late {
            "'"
        } else {
            return;
        };
        buffer.set_stringn(x + 1, row_of(value), flag, 1, style);
    }

    fn name(&self, column: &Column, buffer: &mut Buffer, at: Rect, room: usize) {
        let gap = if column.value.is_none() { "?" } else { "" };
        let style = if column.value.is_none() { self.theme.strong() } else { self.theme.quiet() };
        buffer.set_stringn(at.x, at.y, format!("{}{gap}", column.name), room.min(4), style);
    }
}

/// A figure of an axis: no more decimals than the span can tell apart.
pub fn tidy(figure: f64, span: f64) -> String {
    let places = if span < 1.0 {
        2
    } else if span < 20.0 {
        1
    } else {
        0
    };
    let text = format!("{figure:.places$}");
    if places == 0 { text } else { text.trim_end_matches('0').trim_end_matches('.').to_owned() }
}
