//! Draws the meeting: left the agenda, right the item on the desk or the page that reads back.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::sheet::MeetingSheet;
use super::{agenda, clock, closing, item};
use crate::app::view::ReviewView;
use crate::domain::review::{ItemState, ReviewKind};
use crate::tui::form::reads::day_named;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::view::title;
use crate::tui::widgets::{pane, text};

/// Below this width there is no room for an agenda beside the item.
const AGENDA_FROM: u16 = 64;

/// The title line: which meeting, which item, the clock.
pub fn title(meeting: &MeetingSheet, model: &Model) -> Line<'static> {
    let Some(view) = &meeting.view else { return title::compose(model, &[], &[]) };
    let review = &view.review;
    let kind = match review.kind {
        ReviewKind::Objectives => "Review",
        ReviewKind::Management => "Management review",
        ReviewKind::AdHoc => "Special review",
    };
    let day = day_named(review.date);
    let facts = [format!("{kind} {} · {day}", review.number), format!("{kind} {}", review.number)];
    let place = if meeting.on_last_page() { "read back".to_owned() } else { agenda::place(&review.items, meeting.at) };
    let time = clock::text(review.started_at.as_deref().unwrap_or_default(), meeting.now.as_ref());
    let ends = [vec![place.as_str(), &time], vec![&place]]
        .map(|parts| parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "));
    title::compose(model, &facts, &ends)
}

/// Draws the meeting into the body.
pub fn draw(meeting: &MeetingSheet, model: &Model, frame: &mut Frame, body: Rect) {
    let theme = model.theme;
    let Some(view) = &meeting.view else {
        frame.render_widget(Paragraph::new(" reading the agenda"), body);
        return;
    };
    let here = Rect { height: 1.min(body.height), ..body };
    frame.render_widget(Paragraph::new(attendance(view, theme, usize::from(body.width))), here);
    let rest = Rect { y: body.y + here.height, height: body.height - here.height, ..body };
    let beside = match rest.width {
        0..AGENDA_FROM => 0,
        AGENDA_FROM..100 => 24,
        _ => 28,
    };
    let left = Rect { width: beside, ..rest };
    let right = Rect { x: rest.x + beside, width: rest.width - beside, ..rest };
    if beside > 0 {
        let inside = pane::frame(frame, left, theme, false, vec![Span::raw(" Agenda ")]);
        frame.render_widget(Paragraph::new(queue(meeting, view, model, inside)), inside);
    }
    match meeting.on_last_page() {
        true => closing::draw(meeting, view, model, frame, right),
        false => item::draw(meeting, model, frame, right),
    }
}

fn attendance(view: &ReviewView, theme: Theme, width: usize) -> Line<'static> {
    let names = match view.review.attendees.len() {
        0 => "nobody named yet".to_owned(),
        _ => view.review.attendees.join("  "),
    };
    let promise = "an answer is on disk when you see ✓ ";
    let room = width.saturating_sub(8 + text::width(promise));
    let promise = if room > 20 { promise } else { "" };
    Line::from(vec![
        Span::styled(" Here: ", theme.quiet()),
        Span::raw(text::left(&names, room.max(width.saturating_sub(8 + text::width(promise))))),
        Span::styled(promise.replace('✓', theme.sign("✓")), theme.quiet()),
    ])
}

/// The queue by groups, the item on the desk in sight.
fn queue(meeting: &MeetingSheet, view: &ReviewView, model: &Model, area: Rect) -> Vec<Line<'static>> {
    let theme = model.theme;
    let width = usize::from(area.width);
    let mut lines = Vec::new();
    let mut selected = 0;
    if !view.carried_actions.is_empty() {
        let late = view.carried_actions.iter().filter(|a| a.due.is_some_and(|due| due < view.review.date)).count();
        lines.push(Line::from(" Last actions").style(theme.strong()));
        let key = model.key_for(Action::ActionDone);
        let counts = format!("   {} open, {late} late, {key}", view.carried_actions.len());
        lines.push(Line::from(text::cut(&counts, width)));
    }
    let mut group = None;
    for (at, item) in view.review.items.iter().enumerate() {
        if group != Some(item.group) {
            group = Some(item.group);
            lines.push(Line::from(format!(" {}", agenda::heading(item.group))).style(theme.strong()));
        }
        let here = at == meeting.at;
        if here {
            selected = lines.len();
        }
        lines.push(queue_line(meeting, at, here, theme, width));
    }
    let last = meeting.on_last_page();
    if last {
        selected = lines.len();
    }
    let marker = if last { theme.sign("▸") } else { " " };
    let style = if last { theme.selected() } else { Style::new() };
    lines.push(Line::from(text::left(&format!("{marker}Read back and close"), width)).style(style));
    let (done, all) = agenda::decided(view);
    let counts = [
        Line::from(text::cut(&format!(" Decided {done} of {all}"), width)),
        Line::from(text::cut(&format!(" Parked  {}", agenda::parked(view)), width)),
    ];
    let room = usize::from(area.height).saturating_sub(counts.len() + 1);
    let top = (selected + 2).saturating_sub(room).min(lines.len().saturating_sub(room));
    let mut shown: Vec<Line> = lines.into_iter().skip(top).take(room).collect();
    shown.resize(room, Line::default());
    shown.push(Line::default());
    shown.extend(counts);
    shown
}

fn queue_line(meeting: &MeetingSheet, at: usize, here: bool, theme: Theme, width: usize) -> Line<'static> {
    let item = &meeting.items()[at];
    let saving = meeting.saving().contains(&item.code);
    let mark = match item.state {
        _ if saving => theme.sign("…"),
        ItemState::Answered | ItemState::Passed => theme.sign("✓"),
        ItemState::Parked => "p",
        ItemState::Open => " ",
    };
    let (sign, word) = theme.status_mark(item.status_before);
    let word = match item.state {
        _ if saving => "saving",
        ItemState::Parked => "parked",
        ItemState::Passed => "passed",
        ItemState::Answered | ItemState::Open => word,
    };
    let marker = if here { theme.sign("▸") } else { " " };
    let line = text::left(&format!("{marker}{mark} {sign} {} {word}", text::left(&item.code, 7)), width);
    let style = if here { theme.selected() } else { theme.status(item.status_before) };
    Line::from(line).style(style)
}
