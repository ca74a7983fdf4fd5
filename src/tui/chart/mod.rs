//! Measurements over the whole screen: the chart, a cursor that reads one period, and the same as a table.

mod axis;
mod brief;
mod column;
mod columns;
mod edge;
mod facts;
mod ink;
mod plot;
mod reading;
mod said;
mod slots;
mod twin;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

pub use self::ink::Nib;
pub use self::reading::stands;

use self::column::{Column, Point};
use self::plot::Plot;
use self::slots::Slot;
use crate::app::view::Dossier;
use crate::domain::period::Date;
use crate::domain::reading::Verdict;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::update::moving;
use crate::tui::widgets::{pane, text};

/// Draws it.
pub fn view(model: &Model, dossier: &Dossier, above: Vec<Line<'static>>, frame: &mut Frame, room: Rect) {
    let slots = slots::slots(dossier);
    let Some(slot) = slots.get(slots::place(&slots, model.home.reading_at)) else {
        return pane::lines(frame, room, above.into_iter().chain([nothing(model)]));
    };
    let width = usize::from(room.width);
    let read = reading::lines(dossier, slot, model.theme, width);
    let [top, middle, bottom] = cut(room, above.len(), read.len());
    pane::lines(frame, top, above);
    read_out(model, dossier, &slots, read, frame, bottom);
    if model.home.as_table || model.theme.linear {
        table(model, dossier, &slots, frame, middle);
    } else {
        chart(model, dossier, &slots, frame, middle);
    }
}

/// The newest reading in one line, where not even a small chart has room; none without a period.
pub fn brief(dossier: &Dossier, theme: Theme, width: usize) -> Option<Line<'static>> {
    let slots = slots::slots(dossier);
    slots.get(slots::place(&slots, None)).map(|slot| brief::line(dossier, slot, theme, width))
}

fn nothing(model: &Model) -> Line<'static> {
    let key = model.key_for(Action::Record);
    Line::styled(format!("no reading yet; {key} records the first"), model.theme.quiet())
}

/// What is said above, the chart or the table, the period read out: the chart keeps most of the room.
fn cut(room: Rect, above: usize, read: usize) -> [Rect; 3] {
    let read = match room.height {
        0..=9 => 1,
        10..=15 => 2,
        height => (read as u16 + 2).min(height * 2 / 5),
    };
    let above = if room.height < 12 { 0 } else { (above as u16).min(room.height / 6) };
    Layout::vertical([Constraint::Length(above), Constraint::Min(0), Constraint::Length(read)]).areas(room)
}

/// The period under the cursor: a line with its name, its headline, then everything else about it.
fn read_out(model: &Model, dossier: &Dossier, slots: &[Slot], read: Vec<Line<'static>>, frame: &mut Frame, room: Rect) {
    let at = slots::place(slots, model.home.reading_at);
    let theme = model.theme;
    let headline = reading::headline(dossier, &slots[at], theme, usize::from(room.width));
    if room.height < 3 {
        return pane::lines(frame, room, [headline].into_iter().chain(read));
    }
    let more = read.len() + 2 > usize::from(room.height);
    let place = format!(" {} of {} ", at + 1, slots.len());
    let better = format!(" {} ", facts::direction(dossier));
    let rest = usize::from(room.width).saturating_sub(text::width(&place) + text::width(&better) + 2);
    let (edge, rule) = (theme.sign("─").repeat(2), theme.sign("─").repeat(rest));
    let rule = Line::styled(format!("{edge}{better}{rule}{place}"), theme.quiet());
    pane::lines(frame, room, [rule, headline].into_iter().chain(read));
    if more {
        let last = Rect { y: room.bottom() - 1, height: 1, ..room };
        pane::at_right(frame, last, Line::styled(format!(" {}", theme.sign("…")), theme.quiet()));
    }
}

fn chart(model: &Model, dossier: &Dossier, slots: &[Slot], frame: &mut Frame, room: Rect) {
    let theme = model.theme;
    let at = slots::place(slots, model.home.reading_at);
    if room.width < plot::LEAST.0 || room.height < plot::LEAST.1 {
        let line = brief::line(dossier, &slots[at], theme, usize::from(room.width));
        return pane::lines(frame, room, [line]);
    }
    let most_ahead = usize::from(room.width) / 12;
    let columns = columns::columns(dossier, slots, most_ahead);
    let keyed = room.height >= KEYED;
    let [upper, lower] = Layout::vertical([Constraint::Min(0), Constraint::Length(u16::from(keyed))]).areas(room);
    let plot = Plot {
        labels: facts::labels(dossier, &columns, theme),
        columns: &columns,
        cursor: at,
        unit: dossier.row.objective.definition.unit.trim(),
        theme,
        nib: Nib::of(theme.marker, theme.ascii),
    };
    frame.render_widget(&plot, upper);
    pane::lines(frame, lower, [key(&columns, theme, usize::from(lower.width))]);
}

/// From this height on a line below the chart says what its signs mean.
const KEYED: u16 = 11;

/// What the signs in sight mean; only those that are there.
fn key(columns: &[Column], theme: Theme, width: usize) -> Line<'static> {
    let holds = |point: fn(Point) -> bool| columns.iter().any(|column| point(column.point));
    let flagged = |flag: char| columns.iter().any(|column| column.flags.contains(flag));
    let judged = |verdict| columns.iter().any(|c| matches!(c.point, Point::Value(_, Some(of)) if of == verdict));
    let mut signs: Vec<(bool, Span, &str)> = Vec::new();
    for verdict in [Verdict::Met, Verdict::Near, Verdict::NotMet] {
        let (sign, word) = theme.verdict_mark(verdict);
        signs.push((judged(verdict), Span::styled(sign, theme.verdict(verdict)), word));
    }
    let plain = |sign: &'static str| Span::styled(sign, theme.strong());
    signs.push((holds(|p| matches!(p, Point::Value(_, None))), plain(theme.sign("○")), "on its way"));
    signs.push((holds(|p| p == Point::Missing), plain("?"), "missing"));
    signs.push((holds(|p| p == Point::Waiting), plain(theme.sign("·")), "not in yet"));
    signs.push((holds(|p| p == Point::NothingToCount), plain(theme.sign("–")), "none to count"));
    signs.push((flagged('*'), plain("*"), "corrected"));
    signs.push((flagged('\''), plain("'"), "late"));
    let interim = if theme.ascii { "+" } else { "◇" };
    signs.push((columns.iter().any(|column| column.interim.is_some()), plain(interim), "interim target"));
    let mut line = Line::default();
    for (_, sign, word) in signs.into_iter().filter(|(is, _, _)| *is) {
        if line.width() + 5 + text::width(word) <= width {
            line.push_span(Span::raw(if line.width() == 0 { "" } else { "   " }));
            line.push_span(sign);
            line.push_span(Span::styled(format!(" {word}"), theme.quiet()));
        }
    }
    line
}

fn table(model: &Model, dossier: &Dossier, slots: &[Slot], frame: &mut Frame, room: Rect) {
    let width = usize::from(room.width);
    let sentences = facts::sentences(dossier, model.theme).join(" · ");
    let most = if room.height > 12 { 2 } else { usize::from(room.height > 8) };
    let lines: Vec<Line> = text::wrap(&sentences, width, most).into_iter().map(Line::raw).collect();
    let [upper, lower] = Layout::vertical([Constraint::Length(lines.len() as u16), Constraint::Min(0)]).areas(room);
    pane::lines(frame, upper, lines);
    twin::view(dossier, slots, slots::place(slots, model.home.reading_at), model.theme, frame, lower);
}

/// Where the cursor goes: a day in the period it then stands on. Left is earlier; in the table the newest is first.
pub fn moved(model: &Model, action: Action) -> Option<Date> {
    let dossier = model.dossier()?;
    let slots = slots::slots(dossier);
    let at = slots::place(&slots, model.home.reading_at);
    let last = slots.len().checked_sub(1)?;
    let year = slots::in_a_year(dossier.row.objective.definition.frequency);
    let to = match action {
        Action::Left => at.saturating_sub(1),
        Action::Right => (at + 1).min(last),
        Action::EarlierYear => at.saturating_sub(year),
        Action::LaterYear => (at + year).min(last),
        _ if model.home.as_table => last - moving::moved(last - at, action, PAGE, last),
        _ => moving::moved(at, action, PAGE, last),
    };
    slots.get(to).map(|slot| slot.period.start)
}

/// Periods a page goes.
const PAGE: usize = 12;
