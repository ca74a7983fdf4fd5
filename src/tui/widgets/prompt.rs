//! One line that asks for a text, with an echo of how it is understood, over what lies beneath.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use crate::tui::text_field::TextField;
use crate::tui::theme::Theme;
use crate::tui::widgets::{pane, text};

/// How an echo is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Echo {
    /// What it is for, before anything is typed.
    Hint(String),
    /// How it is understood.
    Understood(String),
    /// Why it cannot be taken.
    Refused(String),
}

/// Lines under the field at most.
const ECHO: u16 = 3;

/// Draws it at the foot of the body, with the caret in it.
pub fn view(frame: &mut Frame, body: Rect, theme: Theme, title: &str, field: &TextField, echo: &Echo) {
    let width = usize::from(body.width.saturating_sub(4));
    let (said, style) = match echo {
        Echo::Hint(said) => (said, theme.quiet()),
        Echo::Understood(said) => (said, theme.strong()),
        Echo::Refused(said) => (said, theme.bad()),
    };
    let lines = text::wrap(said, width, usize::from(ECHO));
    let height = (lines.len() as u16 + 3).min(body.height);
    let area = Rect { y: body.bottom() - height, height, ..body };
    frame.render_widget(Clear, area);
    let name = vec![Span::styled(text::cut(title, width.saturating_sub(2)), theme.strong())];
    let inside = pane::frame(frame, area, theme, true, name);
    let room = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
    let (shown, caret) = field.window(room.width.saturating_sub(1));
    let typed = Line::styled(text::left(&shown, width), theme.selected());
    pane::lines(frame, room, [typed].into_iter().chain(lines.into_iter().map(|line| Line::styled(line, style))));
    if room.height > 0 && room.width > 0 {
        frame.set_cursor_position(Position::new(room.x + caret, room.y));
    }
}
