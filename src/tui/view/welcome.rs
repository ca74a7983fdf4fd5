//! An empty register: what this is, and the ways on.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::widgets::pane;

/// Draws it.
pub fn view(model: &Model, frame: &mut Frame, area: Rect) {
    let theme = model.theme;
    let title = vec![Span::styled("Objectives", theme.strong()), Span::raw("  none yet")];
    let inside = pane::frame(frame, area, theme, true, title);
    let way = |key: String, rest: &str| {
        Line::from(vec![Span::raw("   "), Span::styled(key, theme.key()), Span::raw(rest.to_owned())])
    };
    let lines = vec![
        Line::default(),
        Line::raw("  This file keeps your information security objectives: what was promised,"),
        Line::raw("  the readings that show where it stands, and what was decided on them."),
        Line::default(),
        Line::raw("  Three ways on:"),
        Line::default(),
        way(model.key_for(Action::New), "   begins the first objective, from a template or empty; a title is enough"),
        way(model.key_for(Action::Import), "   takes a spreadsheet over, with a look before anything is written"),
        way("sixtwo demo".to_owned(), "   opens a sample, nothing of it touches this file"),
    ];
    for (y, line) in lines.into_iter().take(usize::from(inside.height)).enumerate() {
        frame.render_widget(line, Rect { y: inside.y + y as u16, height: 1, ..inside });
    }
}
