//! The plan.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::layout::Panes;
use crate::tui::model::Model;

/// Draws it.
pub fn view(_model: &Model, _panes: &Panes, _frame: &mut Frame, _area: Rect) {}

/// How many lines are in sight, and how many there are.
pub fn extent(_model: &Model) -> (usize, usize) {
    (1, 1)
}
