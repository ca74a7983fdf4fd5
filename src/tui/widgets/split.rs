//! A list with what stands behind its selected line: beside it where there is room, else below.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::tui::layout;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::{pane, text};

/// From this width on the detail stands beside the list.
const WIDE: u16 = 96;

/// A list above its detail keeps three lines inside its frame.
const SHORTEST: u16 = 5;

/// The room between title and status line.
pub fn body(model: &Model) -> Rect {
    layout::screen(model.size).map_or(Rect::ZERO, |screen| screen.body)
}

/// The list and the detail, whose frames share an edge.
pub fn areas(body: Rect) -> (Rect, Rect) {
    if body.width >= WIDE {
        let [list, _] = Layout::horizontal([Constraint::Percentage(42), Constraint::Fill(1)]).areas(body);
        let read = Rect { x: list.right().saturating_sub(1), width: body.right() + 1 - list.right(), ..body };
        return (list, read);
    }
    let list = Rect { height: ((body.height * 4 + 5) / 10).max(SHORTEST).min(body.height), ..body };
    let read = Rect { y: list.bottom().saturating_sub(1), height: body.bottom() + 1 - list.bottom(), ..body };
    (list, read)
}

/// The same for lines that are long: the detail stands below the list unless the screen is very wide.
pub fn stacked(body: Rect) -> (Rect, Rect) {
    if body.width >= 180 {
        let [list, _] = Layout::horizontal([Constraint::Percentage(62), Constraint::Fill(1)]).areas(body);
        let read = Rect { x: list.right().saturating_sub(1), width: body.right() + 1 - list.right(), ..body };
        return (list, read);
    }
    let list = Rect { height: ((body.height * 14 + 12) / 25).max(SHORTEST).min(body.height), ..body };
    let read = Rect { y: list.bottom().saturating_sub(1), height: body.bottom() + 1 - list.bottom(), ..body };
    (list, read)
}

/// The room for text inside a frame: one column stays free on both sides.
pub fn text_room(area: Rect) -> Rect {
    let (width, height) = (area.width.saturating_sub(4), area.height.saturating_sub(2));
    Rect { x: area.x + 2.min(area.width), y: area.y + 1.min(area.height), width, height }
}

/// Both frames with their titles, the focused one heavier.
pub fn frames(frame: &mut Frame, areas: (Rect, Rect), theme: Theme, reads: bool, titles: (String, String)) {
    let (list, read) = areas;
    // The focused one last, so that its heavier line wins where two meet.
    let (other, focused) = if reads { (list, read) } else { (read, list) };
    pane::borders(frame, other, theme, false);
    pane::borders(frame, focused, theme, true);
    let titles = [(list, !reads, titles.0), (read, reads, titles.1)];
    for (area, focus, title) in titles.into_iter().filter(|(_, _, title)| !title.is_empty()) {
        let room = usize::from(area.width).saturating_sub(5);
        let name = vec![Span::styled(text::cut(&title, room), theme.strong())];
        pane::title(frame, area, theme, focus, name, Vec::new());
    }
}

/// A line of the list: marked where it is selected, with something quiet at the right end.
pub fn row(name: &str, end: &str, selected: bool, theme: Theme, width: usize) -> Line<'static> {
    let mark = if selected { theme.sign("▸") } else { " " };
    let style = if selected { theme.selected() } else { theme.plain() };
    let end = text::cut(end, width.saturating_sub(text::width(name).min(width / 2) + 3));
    let room = width.saturating_sub(text::width(&end) + 3);
    Line::from(vec![
        Span::styled(mark, theme.strong()),
        Span::styled(text::left(name, room), style),
        Span::raw("  "),
        Span::styled(end, theme.quiet()),
    ])
}

/// A text under a label of so many cells, wrapped beside it into at most `most` lines.
pub fn labelled(
    (label, cells): (&str, usize),
    said: &str,
    most: usize,
    theme: Theme,
    width: usize,
) -> impl Iterator<Item = Line<'static>> {
    let first = text::left(label, cells);
    text::wrap(said, width.saturating_sub(cells), most).into_iter().enumerate().map(move |(at, part)| {
        let label = if at == 0 { first.clone() } else { " ".repeat(cells) };
        Line::from(vec![Span::styled(label, theme.quiet()), Span::raw(part)])
    })
}

/// Lines from `top` on; a mark in the last one says that there is more.
pub fn scrolled(frame: &mut Frame, area: Rect, lines: Vec<Line<'static>>, top: usize, theme: Theme) {
    let more = lines.len() > top + usize::from(area.height);
    pane::lines(frame, area, lines.into_iter().skip(top));
    if more && area.height > 0 {
        let last = Rect { y: area.bottom() - 1, height: 1, ..area };
        pane::at_right(frame, last, Line::styled(format!(" {}", theme.sign("…")), theme.quiet()));
    }
}

/// The hardware cursor stands on the selected line, so that screen readers and braille lines follow it.
pub fn cursor(frame: &mut Frame, area: Rect, line: usize, reads: bool) {
    let y = if reads { area.y } else { area.y.saturating_add(line as u16) };
    if area.width > 0 && y < area.bottom() {
        frame.set_cursor_position((area.x, y));
    }
}
