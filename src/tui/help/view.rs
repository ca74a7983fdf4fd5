//! Draws the help.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::page;
use super::row::{Enter, Row};
use super::sheet::HelpSheet;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::split::text_room;
use crate::tui::widgets::{pane, text};

/// The lines below the list: the search or what the marked line does.
const FOOT: u16 = 2;
/// Cells of the keys and of the names.
const KEYS: usize = 17;
const NAME: usize = 14;
/// The same where there is room for the longest.
const LONG_KEYS: usize = 30;
const LONG_NAME: usize = 21;
/// From this width on there is.
const WIDE: usize = 140;

/// How many lines of the list are in sight.
pub fn rows(body: Rect) -> usize {
    usize::from(text_room(body).height.saturating_sub(FOOT)).max(1)
}

/// The room of a page.
pub fn page_room(body: Rect) -> Rect {
    text_room(body)
}

/// Draws the list, or the page that is read. The cursor stands on the marked line, or where letters go.
pub fn draw(sheet: &HelpSheet, model: &Model, frame: &mut Frame, body: Rect) {
    match sheet.page {
        Some((topic, top)) => {
            let room = page_room(body);
            let lines = page::lines(topic, model.theme, usize::from(room.width));
            let last = (top + usize::from(room.height)).min(lines.len());
            let end = format!("{last} of {} lines", lines.len());
            let ways = format!("  {} goes back to the list", model.key_for(Action::Back));
            let name = vec![Span::styled("Manual", model.theme.strong()), Span::raw(ways)];
            pane::frame_with_end(frame, body, model.theme, true, name, vec![Span::styled(end, model.theme.quiet())]);
            pane::lines(frame, room, lines.into_iter().skip(top));
            frame.set_cursor_position(Position::new(room.x, room.y));
        }
        None => list(sheet, model, frame, body),
    }
}

fn list(sheet: &HelpSheet, model: &Model, frame: &mut Frame, body: Rect) {
    let theme = model.theme;
    let name = vec![Span::styled("Help", theme.strong()), Span::raw("  press a key or mark its line; yours first")];
    pane::frame(frame, body, theme, true, name);
    let inside = text_room(body);
    let width = usize::from(inside.width);
    let height = inside.height.saturating_sub(FOOT);
    let list = Rect { x: inside.x.saturating_sub(1), width: inside.width + 1, height, ..inside };
    let window = sheet.listing.window(sheet.rows.len(), usize::from(height));
    let marked_line = sheet.listing.selected.saturating_sub(window.start) as u16;
    let (keys, name) = if width >= WIDE { (LONG_KEYS, LONG_NAME) } else { (KEYS, NAME) };
    let cells = (keys, name, width);
    let shown = window.map(|at| line(&sheet.rows[at], at == sheet.listing.selected, theme, cells));
    pane::lines(frame, list, shown);
    let foot = Rect { y: inside.bottom().saturating_sub(1), height: 1.min(inside.height), ..inside };
    if sheet.searching || !sheet.looked_for.is_empty() {
        let (typed, caret) = sheet.looked_for.window(foot.width.saturating_sub(9));
        let none = if sheet.rows.is_empty() { "  nothing fits" } else { "" };
        let search = vec![Span::styled("search  ", theme.quiet()), Span::raw(typed), Span::styled(none, theme.quiet())];
        pane::lines(frame, foot, [Line::from(search)]);
        if sheet.searching {
            let column = (foot.x + 8 + caret).min(foot.right().max(1) - 1);
            return frame.set_cursor_position(Position::new(column, foot.y));
        }
    } else {
        pane::lines(frame, foot, [Line::styled(text::cut(&said(sheet), width), theme.quiet())]);
    }
    frame.set_cursor_position(Position::new(list.x, list.y + marked_line.min(height.saturating_sub(1))));
}

/// What the marked line does, in full.
fn said(sheet: &HelpSheet) -> String {
    match sheet.rows.get(sheet.listing.selected) {
        Some(Row::Keys { binding, enter }) => {
            let effect = binding.spec.effect;
            match enter {
                Enter::Does => effect.to_owned(),
                Enter::Cannot(why) => format!("not now: {why}"),
                Enter::Goes(_) => format!("{effect}; Enter goes there"),
                Enter::Tells => format!("{effect}; counts there only"),
            }
        }
        Some(Row::Page(topic)) => format!("Enter reads it; sixtwo help {} prints it", topic.name),
        _ => String::new(),
    }
}

/// One line; `cells` are those of the keys, of the names and of the whole line.
fn line(row: &Row, marked: bool, theme: Theme, cells: (usize, usize, usize)) -> Line<'static> {
    let (keys, name, width) = cells;
    let sign = if marked { theme.sign("▸") } else { " " };
    let style = if marked { theme.selected() } else { theme.plain() };
    match row {
        Row::Gap => Line::default(),
        Row::Heading(said) => Line::styled(format!(" {}", text::cut(said, width)), theme.strong()),
        Row::Page(topic) => Line::from(vec![
            Span::styled(sign, theme.strong()),
            Span::raw("  "),
            Span::styled(text::left(topic.title(), width.saturating_sub(2)), style),
        ]),
        Row::Keys { binding, .. } => Line::from(vec![
            Span::styled(sign, theme.strong()),
            Span::raw("  "),
            Span::styled(text::left(&binding.keys_text(), keys.saturating_sub(3)), theme.key()),
            Span::raw(" "),
            Span::styled(text::left(binding.spec.name, name), style),
            Span::raw(" "),
            Span::raw(text::cut(binding.spec.effect, width.saturating_sub(keys + name + 1))),
        ]),
    }
}
