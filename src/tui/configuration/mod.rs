//! What a person prefers as it counts, and where each preference came from.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::tui::keymap::{Action, Scope};
use crate::tui::model::Model;
use crate::tui::preferences::Explained;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::theme::Theme;
use crate::tui::update::moving;
use crate::tui::widgets::split::{body, text_room};
use crate::tui::widgets::{pane, text};

/// Cells of the names.
const NAME: usize = 22;

/// The preferences that count.
#[derive(Debug, Default)]
pub struct ConfigurationSheet {
    top: usize,
}

impl Sheet for ConfigurationSheet {
    fn scopes(&self) -> Vec<Scope> {
        vec![Scope::Config, Scope::Moving]
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        if action == Action::Back {
            return Step::close();
        }
        let room = text_room(body(model));
        let lines = lines(model, usize::from(room.width)).len();
        self.top = moving::scrolled(self.top, action, usize::from(room.height), lines);
        Step::stay()
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        let name = vec![Span::styled("Config", model.theme.strong()), Span::raw("  what counts and why")];
        pane::frame(frame, body, model.theme, true, name);
        let room = text_room(body);
        pane::lines(frame, room, lines(model, usize::from(room.width)).into_iter().skip(self.top));
        frame.set_cursor_position(Position::new(room.x, room.y));
    }
}

fn lines(model: &Model, width: usize) -> Vec<Line<'static>> {
    let theme = model.theme;
    let mut lines: Vec<Line<'static>> =
        model.preferences.explained.iter().map(|entry| line(entry, theme, width)).collect();
    if lines.is_empty() {
        lines.push(Line::raw("nothing was said; everything is as the program has it"));
    }
    for problem in &model.preferences.problems {
        lines.push(Line::default());
        for (at, part) in text::wrap(problem, width.saturating_sub(2), 4).into_iter().enumerate() {
            let sign = if at == 0 { theme.sign("✗") } else { " " };
            lines.push(Line::from(vec![Span::styled(sign, theme.bad()), Span::raw(" "), Span::raw(part)]));
        }
    }
    lines
}

/// `theme      dark      config.toml:3`
fn line(entry: &Explained, theme: Theme, width: usize) -> Line<'static> {
    let value = (width / 3).clamp(10, 40);
    Line::from(vec![
        Span::styled(text::left(&entry.name, NAME), theme.quiet()),
        Span::raw(" "),
        Span::raw(text::left(&entry.value, value)),
        Span::raw(" "),
        Span::styled(text::cut(&entry.origin, width.saturating_sub(NAME + 2 + value)), theme.quiet()),
    ])
}
