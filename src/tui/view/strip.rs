//! The strip of screens with their digits, the shown one in brackets.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::tui::looking::showing;
use crate::tui::model::Model;
use crate::tui::screen::Screen;
use crate::tui::widgets::text;

/// Draws it; names go away from the end where room is short, their digits count all the same.
pub fn view(model: &Model, frame: &mut Frame, area: Rect) {
    // Before a register is open there is nowhere to go.
    if model.overview.is_none() {
        return;
    }
    let shown = Screen::shown(model);
    let mut spans = vec![Span::raw(" ")];
    let mut used = 1;
    let hidden = |screen: Screen| showing::is_on(model) && showing::hides(screen);
    let all = Screen::ALL.iter().copied().enumerate().filter(|(_, screen)| !hidden(*screen));
    for (at, screen) in all {
        let name = format!("{} {}", at + 1, screen.name());
        let (name, style) = if screen == shown {
            (format!("[{name}]"), model.theme.strong())
        } else {
            (format!(" {name} "), model.theme.quiet())
        };
        used += text::width(&name);
        if used > usize::from(area.width) {
            break;
        }
        spans.push(Span::styled(name, style));
    }
    frame.render_widget(Line::from(spans), area);
}
