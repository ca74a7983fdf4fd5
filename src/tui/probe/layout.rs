//! Where the page stands: label, answer and clause side by side; two columns where the screen is wide.

use ratatui::layout::Rect;

/// Cells of the labels.
pub const LABEL: usize = 14;
/// Cells of the clauses at the right.
pub const CLAUSE: usize = 9;
/// Below this width a label stands above its answer.
const STACKED: usize = 60;
/// From this width on the page stands in two columns.
const TWO: usize = 150;
/// Wider lines are hard to read.
const WIDEST: usize = 124;
/// Between two columns.
pub const GAP: usize = 3;

/// How the page is set at a width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Cells of one column.
    pub column: usize,
    /// One or two columns.
    pub columns: usize,
    /// Labels above their answers.
    pub stacked: bool,
}

impl Setting {
    /// For a page so many cells wide.
    pub fn of(width: usize) -> Setting {
        match width {
            TWO.. => Setting { column: ((width - GAP) / 2).min(WIDEST), columns: 2, stacked: false },
            _ => Setting { column: width.min(WIDEST), columns: 1, stacked: width < STACKED },
        }
    }

    /// Cells an answer has.
    pub fn answer(&self) -> usize {
        match self.stacked {
            true => self.column.saturating_sub(2),
            false => self.column.saturating_sub(LABEL + CLAUSE),
        }
    }
}

/// The frame, and the line under it that says what the page rests on.
pub fn areas(body: Rect) -> (Rect, Rect) {
    let foot = Rect { y: body.bottom().saturating_sub(1), height: 1.min(body.height), ..body };
    (Rect { height: body.height.saturating_sub(1), ..body }, foot)
}

/// The room for the page inside its frame.
pub fn room(frame: Rect) -> Rect {
    Rect {
        x: frame.x + 2.min(frame.width),
        y: frame.y + 1.min(frame.height),
        width: frame.width.saturating_sub(4),
        height: frame.height.saturating_sub(2),
    }
}
