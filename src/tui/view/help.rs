//! The help: the keys that count here first, then all others, each with its effect as a sentence.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::tui::keymap::{self, SPECS, Scope};
use crate::tui::layout;
use crate::tui::model::{Layer, Model};
use crate::tui::widgets::{pane, text};

/// Draws it from line `top` on.
pub fn view(model: &Model, top: usize, frame: &mut Frame, area: Rect) {
    let title = vec![Span::styled("Help", model.theme.strong()), Span::raw("  the keys, yours first")];
    let inside = pane::frame(frame, area, model.theme, true, title);
    for (y, line) in lines(model).into_iter().skip(top).take(usize::from(inside.height)).enumerate() {
        frame.render_widget(line, Rect { y: inside.y + y as u16, height: 1, ..inside });
    }
    frame.set_cursor_position((inside.x, inside.y));
}

/// How many lines are in sight, and how many there are.
pub fn extent(model: &Model) -> (usize, usize) {
    let page = layout::screen(model.size).map_or(1, |screen| usize::from(screen.body.height.saturating_sub(2)));
    (page, lines(model).len())
}

fn lines(model: &Model) -> Vec<Line<'static>> {
    let here = scopes_beneath(model);
    let others = Scope::ALL.into_iter().filter(|scope| !here.contains(scope));
    let mut lines = Vec::new();
    for scope in here.iter().copied().chain(others) {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.push(Line::styled(format!(" {}", scope.heading()), model.theme.strong()));
        for spec in SPECS.iter().filter(|spec| spec.scope == scope) {
            lines.push(Line::from(vec![
                Span::styled(format!("   {}", text::left(&keymap::keys_text(spec), 14)), model.theme.key()),
                Span::raw(text::left(spec.name, 15)),
                Span::raw(spec.effect),
            ]));
        }
    }
    lines
}

/// The scopes that count where the help was opened.
fn scopes_beneath(model: &Model) -> Vec<Scope> {
    let beneath = model.layers.len().checked_sub(2).and_then(|at| model.layers.get(at));
    let mut scopes = match beneath {
        Some(Layer::Sheet { sheet, .. }) => sheet.scopes(),
        Some(Layer::Filter) => vec![Scope::Filter],
        _ => model.home.scopes(),
    };
    scopes.push(Scope::Global);
    scopes
}
