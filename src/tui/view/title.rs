//! The title line: whose register, which period, which state, what is next.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::view::{Lens, Overview};
use crate::domain::review::ReviewKind;
use crate::domain::status::phrase;
use crate::domain::words;
use crate::tui::model::{Layer, Model};
use crate::tui::update::looking;
use crate::tui::widgets::text;

/// Below this width the program does not name itself: the organization has its place.
const NAMED_FROM: u16 = 60;

/// What an organization keeps of its name where everything else wants room too.
const LEAST: usize = 10;

/// Draws it.
pub fn view(model: &Model, frame: &mut Frame, area: Rect) {
    let line = match model.beneath_actor() {
        Some(Layer::Sheet { sheet, .. }) => sheet.title(model),
        _ => None,
    };
    frame.render_widget(line.unwrap_or_else(|| home(model)), area);
}

fn home(model: &Model) -> Line<'static> {
    let Some(overview) = &model.overview else { return Line::styled(" sixtwo", model.theme.strong()) };
    compose(model, &facts(overview), &next(overview))
}

/// The one title line of all screens: the marks, whose register, then the first of `facts` that has room, and the first
/// of `ends` at the right. The organization is there at every width, and the day a look back is of.
pub fn compose(model: &Model, facts: &[String], ends: &[String]) -> Line<'static> {
    let theme = model.theme;
    let Some(overview) = &model.overview else { return Line::styled(" sixtwo", theme.strong()) };
    let width = usize::from(model.size.0);
    let named = model.size.0 >= NAMED_FROM;
    let mut spans = vec![Span::styled(if named { " sixtwo" } else { "" }, theme.strong())];
    let between = if named { "  " } else { " " };
    for mark in marks(overview, named) {
        spans.push(Span::raw(between));
        spans.push(Span::styled(format!(" {mark} "), theme.selected().patch(theme.strong())));
    }
    let gap = if named { "   " } else { " " };
    spans.push(Span::raw(gap));
    let taken: usize = spans.iter().map(|span| text::width(&span.content)).sum();
    let room = width.saturating_sub(taken + 1);
    let organization = text::cut(&overview.organization, room);
    let wanted = text::width(&organization);
    let least = wanted.min((room / 2).max(LEAST));
    let fits = |room: usize| move |said: &&String| text::width(said) <= room;
    let shortest = facts.last().map_or(0, |said| text::width(said) + 3);
    let end = ends.iter().find(fits(room.saturating_sub(least + shortest + 2))).cloned().unwrap_or_default();
    let room = room.saturating_sub(text::width(&end) + if end.is_empty() { 0 } else { 2 });
    let fact = facts.iter().find(fits(room.saturating_sub(least + 3))).cloned().unwrap_or_default();
    let left = if fact.is_empty() { room } else { room.saturating_sub(text::width(&fact) + 3) };
    let organization = text::cut(&organization, left);
    let used = text::width(&organization) + if fact.is_empty() { 0 } else { text::width(&fact) + 3 };
    spans.push(Span::styled(organization, theme.strong()));
    if !fact.is_empty() {
        spans.push(Span::raw(format!("   {}", text::cut(&fact, width))));
    }
    let blank = width.saturating_sub(taken + used + text::width(&end) + 1);
    spans.push(Span::raw(" ".repeat(blank)));
    spans.push(Span::raw(format!("{} ", text::cut(&end, width))));
    Line::from(spans)
}

/// The fiscal year, the edition of the list and the day; where room is short the day with the edition, then alone.
fn facts(overview: &Overview) -> Vec<String> {
    let calendar = overview.rules.calendar;
    let year = calendar.year_label(calendar.year_of(overview.as_of));
    let day = overview.as_of.format("%a %-d %b %Y").to_string();
    let day = if overview.lens == Lens::default() { day } else { looking::point(overview) };
    let edition = edition(overview);
    let short = if overview.lens == Lens::default() { phrase::day(overview.as_of) } else { day.clone() };
    let ways = [
        vec![year.as_str(), &edition, &day],
        vec![&edition, &day],
        vec![year.as_str(), &day],
        vec![&day],
        vec![&short],
    ];
    let said = |way: Vec<&str>| way.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    ways.into_iter().map(said).collect()
}

/// `edition 4`, `edition 4 + 2 changes`; nothing before the first one.
fn edition(overview: &Overview) -> String {
    let Some(number) = overview.edition else { return String::new() };
    match overview.waiting() {
        0 => format!("edition {number}"),
        1 => format!("edition {number} + 1 change"),
        changes => format!("edition {number} + {changes} changes"),
    }
}

/// The marks in full; where room is short the day of a look back says that nothing is written, too.
fn marks(overview: &Overview, named: bool) -> Vec<String> {
    let back = overview.lens != Lens::default();
    let demo = overview.demo.then(|| "DEMO".to_owned());
    let read_only = (overview.read_only && (named || !back)).then(|| "READ-ONLY".to_owned());
    let day = || format!("known {}", phrase::day(overview.as_of));
    let back = back.then(|| if named { "LOOKING BACK".to_owned() } else { day() });
    let showing = overview.showing.then(|| "SHOWING".to_owned());
    demo.into_iter().chain(read_only).chain(back).chain(showing).collect()
}

/// What is next: the walk through the list that waits, the review, how long it is to the next audit; as many of them as
/// have room. At an earlier point in time nothing is next, and while others look on it is nobody's business.
fn next(overview: &Overview) -> Vec<String> {
    if overview.lens != Lens::default() || overview.showing {
        return Vec::new();
    }
    let review = match (overview.open_review, overview.next_review) {
        (Some(number), _) => Some(format!("review {number} is open")),
        (None, Some(day)) => Some(format!("review {}", day.format("%a %-d %b"))),
        (None, None) => None,
    };
    let audit = overview.next_audit.as_ref().map(|audit| until_audit((audit.day - overview.as_of).num_days()));
    // What is overdue takes the place of the day that is agreed.
    let overdue = overdue(overview).filter(|_| overview.open_review.is_none());
    let parts: Vec<String> = refresh(overview).into_iter().chain(overdue.or(review)).chain(audit).collect();
    (1..=parts.len()).rev().map(|n| parts[..n].join(" · ")).collect()
}

/// `management review 12 d overdue`; how many other kinds of meetings are, too.
fn overdue(overview: &Overview) -> Option<String> {
    let all = &overview.overdue_meetings;
    let first = all.iter().find(|entry| entry.kind == ReviewKind::Management).or(all.first())?;
    let more = if all.len() == 1 { String::new() } else { format!(" + {}", all.len() - 1) };
    Some(format!("{} {} d overdue{more}", words::meeting(first.kind), first.days_overdue))
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
