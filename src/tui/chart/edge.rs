//! What the lines of a chart are, said at its right edge: each beside its own line, none over another.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::column::Level;
use super::plot::{is_inside, put};
use crate::tui::theme::Theme;
use crate::tui::widgets::sparkline::Scale;
use crate::tui::widgets::text;

/// The name of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Which line it is.
    pub level: Level,
    /// Where the line ends.
    pub figure: f64,
    /// In words: `tolerated to 93 %`.
    pub long: String,
    /// Where there is less room: `93 %`.
    pub short: String,
}

/// A label with its row; the most important ones first.
pub(super) type Placed = Vec<(u16, Level, String)>;

/// From this width on the labels are words.
const WORDS_FROM: u16 = 72;

/// The labels that have a row of their own. `labels` come in the order of their worth.
pub(super) fn placed(labels: &[Label], scale: Scale, rows: u16, width: u16, row: impl Fn(f64) -> u16) -> Placed {
    let mut placed: Placed = Vec::new();
    for label in labels {
        let said = if width >= WORDS_FROM { &label.long } else { &label.short };
        // A line off the scale is named at the end of the scale it lies beyond.
        let (at, said) = match is_inside(label.figure, scale) {
            true => (row(label.figure), said.clone()),
            false if label.figure < scale.low => (rows - 1, format!("↓ {said}")),
            false => (0, format!("↑ {said}")),
        };
        if placed.iter().all(|(taken, _, _)| *taken != at) {
            placed.push((at, label.level, said));
        }
    }
    placed
}

/// Cells the labels take, with the blank before them.
pub(super) fn margin(placed: &Placed) -> u16 {
    placed.iter().map(|(_, _, said)| text::width(said) as u16 + 1).max().unwrap_or(0)
}

/// Writes them to the right of the plot.
pub(super) fn write(placed: &Placed, plot: Rect, buffer: &mut Buffer, theme: Theme) {
    for (row, level, said) in placed {
        let style = if *level == Level::Target { theme.strong() } else { theme.quiet() };
        let said = if theme.ascii { said.replace('↓', "v").replace('↑', "^") } else { said.clone() };
        put(buffer, buffer.area, (plot.right() + 1, plot.y + row), &said, style);
    }
}
