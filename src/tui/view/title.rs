//! The title line: whose register, which period, which state, what is next.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::view::{Lens, Overview};
use crate::domain::words;
use crate::tui::model::{Layer, Model};
use crate::tui::update::looking;
use crate::tui::widgets::{pane, text};

/// Draws it.
pub fn view(model: &Model, frame: &mut Frame, area: Rect) {
    if let Some(Layer::Sheet { sheet, .. }) = model.beneath_actor()
        && let Some(line) = sheet.title(model)
    {
        frame.render_widget(line, area);
        return;
    }
    let theme = model.theme;
    let mut spans = vec![Span::styled(" sixtwo", theme.strong())];
    let Some(overview) = &model.overview else {
        frame.render_widget(Line::from(spans), area);
        return;
    };
    for mark in marks(overview) {
        spans.push(Span::raw("  "));
        spans.push(Span::styled(format!(" {mark} "), theme.selected().patch(theme.strong())));
    }
    let next = next(overview, usize::from(area.width) / 2);
    let taken: usize = spans.iter().map(|s| text::width(&s.content)).sum::<usize>() + 4;
    let room = usize::from(area.width).saturating_sub(taken + text::width(&next) + 3);
    let facts = facts(overview, room);
    let organization = room.saturating_sub(text::width(&facts) + 3);
    spans.push(Span::raw("   "));
    if organization >= 8 {
        spans.push(Span::styled(text::cut(&overview.organization, organization), theme.strong()));
        spans.push(Span::raw("   "));
    }
    if room >= 6 {
        spans.push(Span::raw(text::cut(&facts, room)));
    }
    frame.render_widget(Line::from(spans), area);
    pane::at_right(frame, area, Line::raw(format!("{next} ")));
}

/// The fiscal year, the edition of the list and the day; where room is short the day with the edition, then alone.
fn facts(overview: &Overview, room: usize) -> String {
    let calendar = overview.rules.calendar;
    let year = calendar.year_label(calendar.year_of(overview.as_of));
    let day = overview.as_of.format("%a %-d %b %Y").to_string();
    let day = if overview.lens == Lens::default() { day } else { looking::point(overview) };
    let edition = edition(overview);
    let ways = [vec![year.as_str(), &edition, &day], vec![&edition, &day], vec![year.as_str(), &day]];
    let said = |way: Vec<&str>| way.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    ways.into_iter().map(said).find(|said| text::width(said) <= room).unwrap_or_else(|| day.clone())
}

/// `edition 4`, `edition 4 + 2 changes`; nothing before the first one.
fn edition(overview: &Overview) -> String {
    match (overview.edition, overview.waiting()) {
        (None, _) => String::new(),
        (Some(number), 0) => format!("edition {number}"),
        (Some(number), 1) => format!("edition {number} + 1 change"),
        (Some(number), changes) => format!("edition {number} + {changes} changes"),
    }
}

fn marks(overview: &Overview) -> Vec<&'static str> {
    let demo = overview.demo.then_some("DEMO");
    let read_only = overview.read_only.then_some("READ-ONLY");
    let back = (overview.lens != Lens::default()).then_some("LOOKING BACK");
    demo.into_iter().chain(read_only).chain(back).collect()
}

/// What is next: the walk through the list that waits, the review, how long it is to the next audit; as many of them as
/// have room. At an earlier point in time nothing is next.
fn next(overview: &Overview, room: usize) -> String {
    if overview.lens != Lens::default() {
        return String::new();
    }
    let review = match (overview.open_review, overview.next_review) {
        (Some(number), _) => Some(format!("review {number} is open")),
        (None, Some(day)) => Some(format!("review {}", day.format("%a %-d %b"))),
        (None, None) => None,
    };
    let audit = overview.next_audit.as_ref().map(|audit| until_audit((audit.day - overview.as_of).num_days()));
    let parts: Vec<String> = refresh(overview).into_iter().chain(review).chain(audit).collect();
    let said = |n: usize| parts[..n].join(" · ");
    (1..=parts.len()).rev().map(said).find(|said| text::width(said) <= room).unwrap_or_default()
}

/// The walk that is open, else what asks for one; it stays until that walk is closed.
fn refresh(overview: &Overview) -> Option<String> {
    if let Some(number) = overview.open_refresh {
        return Some(format!("refresh {number} is open"));
    }
    let (first, others) = overview.triggers.split_first()?;
    let more = if others.is_empty() { String::new() } else { format!(" + {}", others.len()) };
    Some(format!("refresh: {}{more}", words::cause(first.cause)))
}

fn until_audit(days: i64) -> String {
    if days == 0 { "audit today".to_owned() } else { format!("audit in {days} d") }
}
