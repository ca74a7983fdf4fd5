//! The chart of an item.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::view::Dossier;
use crate::tui::theme::Theme;

/// Draws the readings of an objective over time.
pub fn draw(_dossier: &Dossier, _theme: Theme, _frame: &mut Frame, _area: Rect) {}
