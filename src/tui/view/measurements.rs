//! The measurements.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::layout::Panes;
use crate::tui::model::Model;

/// Draws them.
pub fn view(_model: &Model, _panes: &Panes, _frame: &mut Frame, _area: Rect) {}

/// How far back they scroll.
pub fn scroll_limit(_model: &Model) -> usize {
    0
}
