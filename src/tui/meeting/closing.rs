//! The last page: reads back decisions and actions, asks for the next date, closes.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::sheet::MeetingSheet;
use super::{agenda, entry};
use crate::app::view::ReviewView;
use crate::domain::review::{Action, Decision};
use crate::domain::words;
use crate::tui::form::reads::day_named;
use crate::tui::model::Model;
use crate::tui::widgets::{pane, text};

/// Rows below the list: the next date, and what Enter does.
const FOOT: u16 = 3;

/// Cells for the date of the next meeting.
const NEXT: u16 = 12;

/// Draws the page that reads back.
pub fn draw(meeting: &MeetingSheet, view: &ReviewView, model: &Model, frame: &mut Frame, area: Rect) {
    let theme = model.theme;
    let inside = pane::frame(frame, area, theme, true, vec![Span::raw(" Read back and close ")]);
    let width = usize::from(inside.width);
    let mut lines = vec![Line::from(summary(view))];
    lines.push(Line::from(" Decisions").style(theme.strong()));
    lines.extend(view.decisions.iter().map(|decision| decision_line(decision, width)));
    if view.decisions.is_empty() {
        lines.push(Line::from("   none").style(theme.quiet()));
    }
    lines.push(Line::from(" Actions").style(theme.strong()));
    lines.extend(view.actions.iter().map(|action| action_line(action, width)));
    if view.actions.is_empty() {
        lines.push(Line::from("   none").style(theme.quiet()));
    }
    let room = usize::from(inside.height.saturating_sub(FOOT));
    let hidden = lines.len().saturating_sub(room);
    if hidden > 0 {
        lines.truncate(room.saturating_sub(1));
        lines.push(Line::from(format!("   and {} more lines in the minutes", hidden + 1)).style(theme.quiet()));
    }
    frame.render_widget(Paragraph::new(lines), inside);
    foot(meeting, view, model, frame, inside);
}

fn foot(meeting: &MeetingSheet, view: &ReviewView, model: &Model, frame: &mut Frame, inside: Rect) {
    let theme = model.theme;
    if inside.height < FOOT + 1 || inside.width < 20 {
        return;
    }
    let row = |from_end: u16| Rect { y: inside.bottom() - from_end, height: 1, ..inside };
    let field = Rect { x: inside.x + 15, width: inside.width - 15, ..row(3) };
    let (typed, caret) = meeting.next_date.window(field.width.saturating_sub(1).min(NEXT));
    let today = model.overview.as_ref().map(|overview| overview.today);
    let echo = match today.map(|today| entry::day(&meeting.next_date, today)) {
        Some(Ok(Some(day))) => day_named(day),
        Some(Err(_)) => "this is no date yet".to_owned(),
        _ => "a date, +1m, eom; may stay empty".to_owned(),
    };
    frame.render_widget(Paragraph::new(Line::from(" Next meeting").style(theme.strong())), row(3));
    let shown = Line::from(vec![
        Span::styled(text::left(&typed, usize::from(NEXT)), theme.selected()),
        Span::raw(" "),
        Span::styled(text::cut(&echo, usize::from(field.width.saturating_sub(NEXT + 1))), theme.quiet()),
    ]);
    frame.render_widget(Paragraph::new(shown), field);
    frame.set_cursor_position(Position::new(field.x + caret, field.y));
    let open = agenda::open(view);
    let warning = match open {
        0 => String::new(),
        1 => " 1 item is still open and stays without an answer".to_owned(),
        n => format!(" {n} items are still open and stay without an answer"),
    };
    let ask = meeting.desk.notice.as_deref().unwrap_or("Enter closes the meeting, PgUp goes back");
    let width = usize::from(inside.width);
    frame.render_widget(Paragraph::new(Line::from(text::cut(&warning, width)).style(theme.strong())), row(2));
    let style = if meeting.closing { theme.strong() } else { theme.quiet() };
    frame.render_widget(Paragraph::new(Line::from(text::cut(&format!(" {ask}"), width)).style(style)), row(1));
}

fn summary(view: &ReviewView) -> String {
    let (done, all) = agenda::decided(view);
    let parked = match agenda::parked(view) {
        0 => String::new(),
        n => format!(", {n} parked"),
    };
    format!(" {done} of {all} items decided{parked}")
}

fn decision_line(decision: &Decision, width: usize) -> Line<'static> {
    let until = decision.until.map(|day| format!(" until {}", day_named(day))).unwrap_or_default();
    let approval = if entry::needs_approval(decision.kind) { ", needs approval" } else { "" };
    let said = if decision.text.is_empty() { String::new() } else { format!("  {}", decision.text) };
    let line =
        format!("   {} {}{until}{approval}{said}", text::left(&decision.code, 8), words::decision(decision.kind));
    Line::from(text::cut(&line, width))
}

fn action_line(action: &Action, width: usize) -> Line<'static> {
    let due = action.due.map(day_named).unwrap_or_else(|| "no date".to_owned());
    let owner = if action.owner.is_empty() { "nobody named" } else { &action.owner };
    let right = format!("  {owner}  {due}");
    let room = width.saturating_sub(12 + text::width(&right));
    Line::from(text::cut(
        &format!("   {} {}{right}", text::left(&action.code, 8), text::left(&action.text, room)),
        width,
    ))
}
