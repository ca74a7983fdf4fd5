//! The list of objectives.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::view::Overview;
use crate::tui::home::Pane;
use crate::tui::model::Model;
use crate::tui::update::selection;
use crate::tui::widgets::{pane, text};

/// Draws it.
pub fn view(model: &Model, _overview: &Overview, frame: &mut Frame, area: Rect) {
    let focused = model.home.focus == Pane::Objectives;
    let inside = pane::frame(frame, area, model.theme, focused, vec![Span::raw("Objectives")]);
    for (y, row) in selection::listed(model).iter().skip(model.home.top).take(usize::from(inside.height)).enumerate() {
        let line = Line::raw(text::cut(
            &format!("{} {}", row.code(), row.objective.definition.title),
            usize::from(inside.width),
        ));
        frame.render_widget(line, Rect { y: inside.y + y as u16, height: 1, ..inside });
    }
}
