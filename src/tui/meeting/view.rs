//! Draws the meeting: left the agenda, right the item on the desk or the page that reads back.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::sheet::MeetingSheet;
use super::stop::Stop;
use super::{agenda, clock, closing, item, looking};
use crate::app::view::ReviewView;
use crate::domain::minutes::Minutes;
use crate::domain::review::{ActionState, ItemState, ReviewKind};
use crate::tui::form::reads::day_named;
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
    let host = if review.host.is_empty() { String::new() } else { format!(" · part of {}", review.host) };
    let short = format!("{kind} {}", review.number);
    let facts = [format!("{short} · {day}{host}"), format!("{short} · {day}"), short];
    let place = match meeting.at {
        _ if !meeting.begun => String::new(),
        Stop::Item(at) => format!("{} · {}", agenda::place(&review.items, at), clock::of_item(meeting.seconds())),
        stop => stop.name().to_owned(),
    };
    let time = clock::text(review.started_at.as_deref().unwrap_or_default(), meeting.now.as_ref());
    let ends = [vec![place.as_str(), &time], vec![&place]]
        .map(|parts| parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "));
    title::compose(model, &facts, &ends)
}

/// Draws the meeting into the body.
pub fn draw(meeting: &MeetingSheet, model: &Model, frame: &mut Frame, body: Rect) {
    let theme = model.theme;
    let Some(view) = meeting.view.as_ref().filter(|_| meeting.begun) else {
        let said = meeting.desk.notice.as_deref().unwrap_or("reading the agenda");
        frame.render_widget(Paragraph::new(format!(" {}", text::cut(said, usize::from(body.width)))), body);
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
    match meeting.at {
        Stop::Item(_) => item::draw(meeting, model, frame, right),
        Stop::ReadBack => closing::draw(meeting, view, model, frame, right),
        Stop::Closed => closing::closed(meeting, model, frame, right),
        _ => looking::draw(meeting, model, frame, right),
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

/// The steps in their order, the items by groups among them, the open page in sight.
fn queue(meeting: &MeetingSheet, view: &ReviewView, model: &Model, area: Rect) -> Vec<Line<'static>> {
    let theme = model.theme;
    let width = usize::from(area.width);
    let mut lines = Vec::new();
    let mut selected = 0;
    let mut group = None;
    for stop in meeting.stops() {
        let here = stop == meeting.at || (stop == Stop::ReadBack && meeting.at == Stop::Closed);
        if let Stop::Item(at) = stop {
            let of = meeting.items()[at].group;
            if group != Some(of) {
                group = Some(of);
                lines.push(Line::from(format!(" {}", agenda::heading(of))).style(theme.strong()));
            }
        }
        if here {
            selected = lines.len();
        }
        lines.push(match stop {
            Stop::Item(at) => queue_line(meeting, at, here, theme, width),
            stop => step_line(meeting, view, stop, here, theme, width),
        });
    }
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

/// A step with its mark and what waits on it: `✓ Last actions  2 late`.
fn step_line(
    meeting: &MeetingSheet,
    view: &ReviewView,
    stop: Stop,
    here: bool,
    theme: Theme,
    width: usize,
) -> Line<'static> {
    let gone = stop.step().is_some_and(|step| view.review.steps.contains(&step));
    let mark = if gone { theme.sign("✓") } else { " " };
    let marker = if here { theme.sign("▸") } else { " " };
    let waits = meeting.draft.as_ref().map(|draft| waiting(stop, draft)).unwrap_or_default();
    let room = width.saturating_sub(text::width(&waits) + 1);
    let names = [stop.name(), stop.short_name()].map(|name| format!("{marker}{mark} {name}"));
    let fits = names.iter().find(|name| text::width(name) <= room);
    let line = fits.map_or(names[1].clone(), |name| format!("{} {waits}", text::left(name, room)));
    let style = if here { theme.selected() } else { Style::new() };
    Line::from(text::left(&line, width)).style(style)
}

/// How much waits on a step, in a few cells.
fn waiting(stop: Stop, draft: &Minutes) -> String {
    let late = draft.carried.iter().filter(|action| action.state == ActionState::Late).count();
    let corrected = draft.corrections.iter().filter(|note| note.is_open()).count();
    let some = |count: usize| if count == 0 { String::new() } else { count.to_string() };
    match stop {
        Stop::LastActions if corrected > 0 => format!("{corrected} corr."),
        Stop::LastActions if late > 0 => format!("{late} late"),
        Stop::LastActions => some(draft.carried.len()),
        Stop::NotMeasured => some(draft.missing.len()),
        Stop::StatusChanges => some(draft.status_changes.len()),
        Stop::Topics => some(draft.waits_for().len()),
        Stop::ListChanges => some(draft.changes.len()),
        _ => String::new(),
    }
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
