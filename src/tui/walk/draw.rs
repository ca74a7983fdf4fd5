//! Words and lines that all pages of a walk share.

use ratatui::text::{Line, Span};

use crate::tui::theme::Theme;
use crate::tui::widgets::{split, text};

/// A label with its text, wrapped under itself; without text nothing.
pub fn labelled(label: &str, said: &str, theme: Theme, width: usize) -> Vec<Line<'static>> {
    const LABEL: usize = 11;
    if said.is_empty() {
        return Vec::new();
    }
    split::labelled((label, LABEL), said, 4, theme, width).collect()
}

/// A line of a list: marked and reversed where it is selected, with something quiet at the right end.
pub fn row(head: &str, end: &str, selected: bool, theme: Theme, width: usize) -> Line<'static> {
    let mark = if selected { theme.sign("▸") } else { " " };
    let style = if selected { theme.selected() } else { theme.plain() };
    let end = text::cut(end, width / 2);
    let room = width.saturating_sub(3 + text::width(&end));
    Line::from(vec![
        Span::styled(mark, theme.strong()),
        Span::styled(text::left(head, room), style),
        Span::raw("  "),
        Span::styled(end, theme.quiet()),
    ])
}
