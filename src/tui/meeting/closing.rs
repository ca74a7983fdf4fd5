//! The last page: reads back decisions, actions and changes, asks for the next date, closes; then says where the
//! minutes lie.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::sheet::MeetingSheet;
use super::{agenda, entry};
use crate::app::view::ReviewView;
use crate::domain::minutes::ListChange;
use crate::domain::review::{Action, ActionKind, Decision, ReviewKind};
use crate::domain::words;
use crate::tui::form::reads::day_named;
use crate::tui::model::Model;
use crate::tui::widgets::{pane, split, text};

/// Rows below the list: the next date, and what Enter does.
const FOOT: u16 = 3;

/// Cells for the date of the next meeting.
const NEXT: u16 = 12;

/// Draws the page that reads back.
pub fn draw(meeting: &MeetingSheet, view: &ReviewView, model: &Model, frame: &mut Frame, area: Rect) {
    let theme = model.theme;
    let inside = pane::frame(frame, area, theme, true, vec![Span::raw(" Read back and close ")]);
    let width = usize::from(inside.width);
    let mut lines = vec![Line::from(text::cut(&summary(view), width))];
    let mut part = |heading: &str, said: Vec<String>| {
        lines.push(Line::from(format!(" {heading}")).style(theme.strong()));
        if said.is_empty() {
            lines.push(Line::from("   none").style(theme.quiet()));
        }
        lines.extend(said.into_iter().map(|line| Line::from(text::cut(&format!("   {line}"), width))));
    };
    part("Decisions", view.decisions.iter().map(decision).collect());
    part("Actions", view.actions.iter().map(|action| action_line(action, width.saturating_sub(3))).collect());
    let changes = meeting.draft.as_ref().map(|draft| draft.changes.iter().map(change).collect::<Vec<_>>());
    part("Changes to the list", changes.unwrap_or_default());
    if view.review.kind == ReviewKind::Management {
        part("Conclusion", conclusion(view));
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

/// Draws the page after closing: what was frozen, and where its papers lie.
pub fn closed(meeting: &MeetingSheet, model: &Model, frame: &mut Frame, area: Rect) {
    let theme = model.theme;
    pane::frame(frame, area, theme, true, vec![Span::styled("The minutes are frozen", theme.strong())]);
    let inside = split::text_room(area);
    let width = usize::from(inside.width);
    let Some(outcome) = &meeting.closed else { return };
    let mut lines = Vec::new();
    for (at, said) in outcome.summary.split("; ").enumerate() {
        let style = if at == 0 { theme.strong() } else { theme.plain() };
        lines.extend(text::wrap(said, width, 4).into_iter().map(|line| Line::styled(line, style)));
    }
    lines.extend(outcome.warnings.iter().flat_map(|said| text::wrap(said, width, 4)).map(Line::raw));
    lines.push(Line::default());
    let said = "They lie beside the objectives file: a page to print and a text for the mail. A closed meeting is not \
                edited any more; what turns out to be wrong is entered anew and stands first on the next agenda.";
    lines.extend(text::wrap(said, width, 6).into_iter().map(|line| Line::styled(line, theme.quiet())));
    pane::lines(frame, inside, lines);
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

fn decision(decision: &Decision) -> String {
    let until = decision.until.map(|day| format!(" until {}", day_named(day))).unwrap_or_default();
    let approved = if decision.approver.is_empty() { String::new() } else { format!(", {}", decision.approver) };
    let approval = if entry::needs_approval(decision.kind) { ", needs approval" } else { "" };
    let said = if decision.text.is_empty() { String::new() } else { format!("  {}", decision.text) };
    let kind = words::decision(decision.kind);
    format!("{} {kind}{until}{approved}{approval}{said}", text::left(&decision.code, 8))
}

fn action_line(action: &Action, width: usize) -> String {
    let due = action.due.map(day_named).unwrap_or_else(|| "no date".to_owned());
    let owner = if action.owner.is_empty() { "nobody named" } else { &action.owner };
    let corrective = if action.kind == ActionKind::Corrective { ", corrective" } else { "" };
    let right = format!("  {owner}  {due}{corrective}");
    let room = width.saturating_sub(9 + text::width(&right));
    format!("{} {}{right}", text::left(&action.code, 8), text::left(&action.text, room))
}

fn change(change: &ListChange) -> String {
    let waits = if change.waits { ", waits for approval" } else { "" };
    format!("{} {}{waits}  {}", text::left(&change.code, 8), words::change(change.kind), change.what)
}

fn conclusion(view: &ReviewView) -> Vec<String> {
    let review = &view.review;
    match (review.refresh.as_str(), review.no_change.as_str()) {
        ("", "") => vec!["not written yet: what changes in the list, or why nothing has to".to_owned()],
        ("", because) => vec![format!("no change because {because}")],
        (changes, _) => vec![changes.to_owned()],
    }
}
