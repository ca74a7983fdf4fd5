//! The help: the keys that count here first, then all others, each with its effect as a sentence.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::tui::keymap::Scope;
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

/// Cells of the keys and of the names.
const KEYS: usize = 18;
const NAME: usize = 14;

fn lines(model: &Model) -> Vec<Line<'static>> {
    let width = usize::from(model.size.0.saturating_sub(3));
    let here = scopes_beneath(model);
    let others = Scope::ALL.iter().copied().filter(|scope| !here.contains(scope));
    let mut lines = Vec::new();
    for scope in here.iter().copied().chain(others) {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.push(Line::styled(format!(" {}", scope.heading()), model.theme.strong()));
        for binding in model.keymap.in_scope(scope) {
            let spec = binding.spec;
            let parts = text::wrap(spec.effect, width.saturating_sub(KEYS + NAME), 3);
            for (at, part) in parts.into_iter().enumerate() {
                let keys = if at == 0 { format!("   {}", binding.keys_text()) } else { String::new() };
                let name = if at == 0 { spec.name } else { "" };
                lines.push(Line::from(vec![
                    Span::styled(text::left(&keys, KEYS), model.theme.key()),
                    Span::raw(text::left(name, NAME)),
                    Span::raw(part),
                ]));
            }
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
        Some(Layer::Actor { .. }) => vec![Scope::Actor],
        _ => model.home.scopes(),
    };
    scopes.push(Scope::Global);
    scopes
}
