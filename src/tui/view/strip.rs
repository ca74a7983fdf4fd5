//! The strip of screens with their digits, the shown one in brackets.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::tui::looking::showing;
use crate::tui::model::Model;
use crate::tui::screen::Screen;
use crate::tui::widgets::text;

/// The screen whose name stands at a column.
pub fn at(model: &Model, area: Rect, column: u16) -> Option<Screen> {
    let mut from = area.x + 1;
    names(model).find_map(|(screen, name)| {
        let to = from + text::width(&name) as u16;
        let here = (from..to).contains(&column) && to <= area.right();
        from = to;
        here.then_some(screen)
    })
}

/// The names with their digits, the shown one in brackets.
fn names(model: &Model) -> impl Iterator<Item = (Screen, String)> {
    let shown = Screen::shown(model);
    let hidden = |screen: Screen| showing::is_on(model) && showing::hides(screen);
    let all = Screen::ALL.iter().copied().enumerate().filter(move |(_, screen)| !hidden(*screen));
    all.map(move |(at, screen)| {
        let name = format!("{} {}", at + 1, screen.name());
        (screen, if screen == shown { format!("[{name}]") } else { format!(" {name} ") })
    })
}

/// Draws it; names go away from the end where room is short, their digits count all the same.
pub fn view(model: &Model, frame: &mut Frame, area: Rect) {
    // Before a register is open there is nowhere to go.
    if model.overview.is_none() {
        return;
    }
    let shown = Screen::shown(model);
    let mut spans = vec![Span::raw(" ")];
    let mut used = 1;
    for (screen, name) in names(model) {
        let style = if screen == shown { model.theme.strong() } else { model.theme.quiet() };
        used += text::width(&name);
        if used > usize::from(area.width) {
            break;
        }
        spans.push(Span::styled(name, style));
    }
    frame.render_widget(Line::from(spans), area);
}
