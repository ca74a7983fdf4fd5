//! The page one question at a time, large: for a meeting where everybody looks at one wall.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::page::style;
use super::trail;
use crate::domain::probe::{LineKind, Page};
use crate::tui::theme::Theme;
use crate::tui::widgets::{pane, text};

/// Cells of a line that is read from afar.
const WIDEST: usize = 76;

/// Draws the question at `at`.
pub fn view(page: &Page, at: usize, theme: Theme, frame: &mut Frame, room: Rect) {
    let Some(element) = page.elements.get(at) else { return };
    let width = usize::from(room.width).min(WIDEST);
    let left = room.x + (room.width - width as u16) / 2;
    let column = Rect { x: left, width: width as u16, ..room };
    let lines = lines(page, at, theme, width);
    let height = lines.len() as u16;
    // In the upper third, where people look first.
    let top = room.height.saturating_sub(height) / 3;
    let area = Rect { y: room.y + top, height: room.height - top, ..column };
    let clause = element.lines.iter().map(|line| line.clause.trim()).find(|clause| !clause.is_empty());
    pane::lines(frame, area, lines);
    if let Some(clause) = clause {
        let head = Rect { height: 1.min(area.height), ..area };
        pane::at_right(frame, head, Line::styled(clause.to_owned(), theme.quiet()));
    }
}

fn lines(page: &Page, at: usize, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let Some(element) = page.elements.get(at) else { return Vec::new() };
    let spaced: Vec<String> = element.label.to_uppercase().chars().map(String::from).collect();
    let mut lines = vec![
        Line::styled(text::cut(&spaced.join(" "), width.saturating_sub(12)), theme.strong()),
        Line::styled(theme.sign("┄").repeat(width), theme.quiet()),
        Line::styled(text::cut(&element.asks, width), theme.quiet()),
        Line::default(),
    ];
    for line in &element.lines {
        if !line.head.is_empty() {
            lines.push(Line::styled(text::cut(&line.head, width), theme.quiet()));
        }
        let (open, close) = if line.kind == LineKind::Quote { ("“", "”") } else { ("", "") };
        let missing = if line.kind == LineKind::Missing { "missing: " } else { "" };
        let said = format!("{open}{missing}{}{close}", line.text);
        let style = match line.kind {
            LineKind::Fact | LineKind::Quote => theme.strong(),
            kind => style(kind, theme),
        };
        lines.extend(text::wrap(&said, width, 40).into_iter().map(|part| Line::styled(part, style)));
        if !line.by.is_empty() {
            lines.push(Line::from(vec![Span::styled(text::cut(&line.by, width), theme.quiet())]));
        }
        lines.push(Line::default());
    }
    if element.label == "Trail" {
        lines.extend(trail::lines(&page.trail, theme, 0, width));
    }
    lines
}
