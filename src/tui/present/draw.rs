//! Draws the big screen: readable from the last row, nothing on it that is not for the room.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::text::{Line, Span};

use super::sheet::PresentSheet;
use crate::app::presented::Presented;
use crate::app::view::{Dossier, Row};
use crate::domain::minutes::Minutes;
use crate::domain::objective::Kind;
use crate::domain::quantity::Value;
use crate::domain::reading::Standing;
use crate::domain::review::{Action, Decision, ItemState, MeetingStep, ReviewItem, ReviewKind};
use crate::domain::status::phrase::day;
use crate::domain::words;
use crate::tui::form::milestone::criteria_lines;
use crate::tui::keymap::{Action as Key, Scope};
use crate::tui::meeting::looking;
use crate::tui::meeting::page::entries;
use crate::tui::meeting::stop::Stop;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::view::measurements::series::Series;
use crate::tui::widgets::chart::{self, Chart, Column};
use crate::tui::widgets::{block_figures, figures, pane, text};

/// Draws it on the whole screen.
pub fn view(sheet: &PresentSheet, model: &Model, frame: &mut Frame, area: Rect) {
    let theme = model.theme;
    let air = if area.width >= 70 { Margin::new(3, 1) } else { Margin::new(1, 0) };
    let inside = area.inner(air);
    let Some(presented) = &sheet.presented else {
        return waiting(sheet, model, frame, inside);
    };
    head(sheet, presented, model, frame, inside);
    let body = Rect { y: inside.y + 2, height: inside.height.saturating_sub(4), ..inside };
    match (&presented.dossier, sheet.item()) {
        (Some(dossier), found) => {
            let item = found.map(|(_, item)| item);
            objective(presented, dossier, item, theme, frame, body);
        }
        (None, _) => match &presented.step {
            Some((step, draft)) => looked_through(*step, draft, theme, frame, body),
            None => read_back(presented, model, frame, body),
        },
    }
    foot(sheet, model, frame, Rect { y: inside.bottom().saturating_sub(1), height: 1.min(inside.height), ..inside });
}

/// No meeting is open.
fn waiting(sheet: &PresentSheet, model: &Model, frame: &mut Frame, area: Rect) {
    let organization = model.overview.as_ref().map_or("", |overview| overview.organization.as_str());
    let said = match (&sheet.problem, sheet.read) {
        (Some(problem), _) => problem.clone(),
        (None, false) => "reading the register".to_owned(),
        (None, true) => "no meeting is open; as soon as one begins in another terminal, it is shown here".to_owned(),
    };
    let mut lines = vec![Line::styled(text::cut(organization, usize::from(area.width)), model.theme.strong())];
    lines.push(Line::default());
    lines.extend(text::wrap(&said, usize::from(area.width), 4).into_iter().map(Line::raw));
    pane::lines(frame, area, lines);
    let last = Rect { y: area.bottom().saturating_sub(1), height: 1.min(area.height), ..area };
    frame.render_widget(
        Line::styled(format!("{} leaves", model.keymap.key_for(Key::Quit, &[Scope::Present])), model.theme.quiet()),
        last,
    );
}

/// Whose meeting, which, when, and where it is.
fn head(sheet: &PresentSheet, presented: &Presented, model: &Model, frame: &mut Frame, area: Rect) {
    let theme = model.theme;
    let review = &presented.meeting.review;
    let kind = match review.kind {
        ReviewKind::Objectives => "review of objectives",
        ReviewKind::Management => "management review",
        ReviewKind::AdHoc => "meeting",
    };
    let organization = model.overview.as_ref().map_or("", |overview| overview.organization.as_str());
    let done = review.items.iter().filter(|item| item.state != ItemState::Open).count();
    let at = sheet.item().map_or(String::new(), |(at, _)| format!("item {} of {}, ", at + 1, review.items.len()));
    let end = format!("{at}{done} of {} looked at", review.items.len());
    let room = usize::from(area.width).saturating_sub(text::width(&end) + 2);
    let what = format!("   {kind} {} · {}", review.number, day(review.date));
    let organization = text::cut(organization, room);
    let what = text::cut(&what, room.saturating_sub(text::width(&organization)));
    let line = Line::from(vec![Span::styled(organization, theme.strong()), Span::raw(what)]);
    frame.render_widget(line, Rect { height: 1.min(area.height), ..area });
    pane::at_right(frame, Rect { height: 1.min(area.height), ..area }, Line::styled(end, theme.quiet()));
}

fn foot(sheet: &PresentSheet, model: &Model, frame: &mut Frame, area: Rect) {
    let keys = &model.keymap;
    let said = match &sheet.asked {
        Some(_) => format!("{} follows the meeting again", keys.key_for(Key::FollowMeeting, &[Scope::Present])),
        None => "follows the meeting".to_owned(),
    };
    let line = format!("{said} · {} leaves", keys.key_for(Key::Quit, &[Scope::Present]));
    pane::at_right(frame, area, Line::styled(text::cut(&line, usize::from(area.width)), model.theme.quiet()));
}

/// A step that is looked through, as the desk shows it.
fn looked_through(step: MeetingStep, draft: &Minutes, theme: Theme, frame: &mut Frame, area: Rect) {
    let stop = Stop::of(step);
    pane::lines(frame, area, [Line::styled(stop.name(), theme.strong())]);
    let list = Rect { y: area.y + 2.min(area.height), height: area.height.saturating_sub(2), ..area };
    looking::list_of(&entries(stop, draft), usize::MAX, theme, frame, list);
}

/// One objective: its name, its value in block figures beside the verdict, the chart, the question, the decision.
fn objective(
    presented: &Presented,
    dossier: &Dossier,
    item: Option<&ReviewItem>,
    theme: Theme,
    frame: &mut Frame,
    area: Rect,
) {
    let row = &dossier.row;
    let width = usize::from(area.width);
    let (mark, status) = theme.status_mark(row.judgement.status);
    let name = format!("{mark} {}  {}", row.code(), row.objective.definition.title);
    let mut top =
        text::wrap(&name, width, 2).into_iter().map(|line| Line::styled(line, theme.strong())).collect::<Vec<_>>();
    top.push(Line::default());
    let top_rows = (top.len() as u16).min(area.height);
    pane::lines(frame, area, top);
    let below = said(presented, dossier, item, theme, width);
    let rest = Rect { y: area.y + top_rows, height: area.height - top_rows, ..area };
    let figure_rows = figure(row, dossier, status, theme, frame, rest);
    let from = (figure_rows + 1).min(rest.height);
    let room = Rect { y: rest.y + from, height: rest.height - from, ..rest };
    let said_rows = (below.len() as u16).min(room.height);
    let charted = Rect { height: room.height - said_rows, ..room };
    draw_chart(dossier, theme, frame, charted);
    pane::lines(frame, Rect { y: charted.bottom(), height: said_rows, ..room }, below);
}

/// The newest value, as large as there is room, beside it what it says; returns the rows it took.
fn figure(row: &Row, dossier: &Dossier, status: &str, theme: Theme, frame: &mut Frame, area: Rect) -> u16 {
    let definition = &row.objective.definition;
    let standing = dossier.standings.last();
    let (number, unit) = written(row, standing);
    let lines = beside(row, dossier, standing, status, theme);
    let least = lines.iter().map(Line::width).max().unwrap_or(0).min(34) as u16;
    let room = area.width.saturating_sub(least + 4);
    let height = if area.height >= 30 { 10 } else { 5.min(area.height) };
    let style = match standing.filter(|_| definition.kind != Kind::Milestone) {
        Some(standing) if row.judgement.pace.is_none() => theme.verdict(standing.verdict),
        _ => theme.strong(),
    };
    let size = if area.height >= 12 { block_figures::fitting(&number, room, height) } else { None };
    let (columns, rows) = match size.filter(|_| block_figures::can_write(&number)) {
        Some(size) => block_figures::draw(&number, size, style, theme.ascii, frame, area),
        None => {
            let said = text::cut(&format!("{number} {unit}"), usize::from(area.width) / 2);
            let columns = text::width(&said) as u16;
            frame.render_widget(Line::styled(said, style), Rect { height: 1.min(area.height), ..area });
            (columns, 1)
        }
    };
    let x = (area.x + columns + 3).min(area.right());
    let aside = Rect { x, width: area.right() - x, height: area.height.min(rows.max(lines.len() as u16)), y: area.y };
    let wide = usize::from(aside.width);
    let cut = |line: Line<'static>| match line.spans.first() {
        Some(span) => Line::styled(text::cut(&span.content, wide), span.style),
        None => line,
    };
    let taken = rows.max(lines.len() as u16).min(area.height);
    // The words stand beside the middle of large figures.
    let above = rows.saturating_sub(lines.len() as u16) / 2;
    let aside = Rect { y: aside.y + above.min(aside.height), height: aside.height.saturating_sub(above), ..aside };
    pane::lines(frame, aside, lines.into_iter().map(cut));
    taken
}

/// The value as it is written large, and its unit where that is no sign.
fn written(row: &Row, standing: Option<&Standing>) -> (String, String) {
    let definition = &row.objective.definition;
    if definition.kind == Kind::Milestone {
        return (format!("{}/{}", row.objective.criteria_done.len(), definition.criteria.len()), String::new());
    }
    let Some(standing) = standing else { return ("?".to_owned(), String::new()) };
    let shown = standing.value.shown(definition.unit_is_percent(), 1);
    match definition.unit.trim() {
        "%" => (format!("{shown}%"), String::new()),
        unit => (shown, unit.to_owned()),
    }
}

/// What the value says: the unit, the verdict in words, the target, how many of how many and when.
fn beside(row: &Row, dossier: &Dossier, standing: Option<&Standing>, status: &str, theme: Theme) -> Vec<Line<'static>> {
    let definition = &row.objective.definition;
    let mut lines = Vec::new();
    let (_, unit) = written(row, standing);
    if !unit.is_empty() {
        lines.push(Line::styled(unit, theme.strong()));
    }
    let judged = standing.filter(|_| row.judgement.pace.is_none() && definition.kind != Kind::Milestone);
    let style = judged.map_or(theme.strong(), |standing| theme.verdict_word(standing.verdict));
    lines.push(Line::styled(verdict(row, standing, status, theme), style));
    lines.push(Line::from(Span::raw(format!("target {}", figures::target(definition, theme)))));
    if let Some(due) = row.judgement.due {
        lines.push(Line::from(Span::raw(format!("by {}", day(due)))));
    }
    if let Some(standing) = standing {
        let period = row.calendar(&dossier.rules).period_label(definition.frequency, standing.period);
        let counted = match standing.value {
            Value::Share { numerator, denominator } => format!(", {numerator} of {denominator}"),
            Value::Plain(_) => String::new(),
        };
        lines.push(Line::styled(format!("{period}{counted}"), theme.quiet()));
    }
    lines
}

fn verdict(row: &Row, standing: Option<&Standing>, status: &str, theme: Theme) -> String {
    match (row.judgement.pace, standing) {
        (Some(pace), _) => words::pace(pace).to_owned(),
        (None, Some(standing)) if row.objective.definition.kind != Kind::Milestone => {
            let (mark, word) = theme.verdict_mark(standing.verdict);
            format!("{mark} {word}")
        }
        _ => status.to_owned(),
    }
}

fn draw_chart(dossier: &Dossier, theme: Theme, frame: &mut Frame, area: Rect) {
    if dossier.row.objective.definition.kind == Kind::Milestone {
        return pane::lines(frame, area, criteria_lines(&dossier.row, theme));
    }
    if area.height < chart::LEAST.1 || area.width < chart::LEAST.0 || dossier.standings.is_empty() {
        return;
    }
    let area = Rect { height: area.height - 1, ..area };
    let series = Series::of(dossier, 0, chart::fits(area.width).min(24));
    let columns = series.columns.into_iter().map(|column| Column { usual: None, ..column }).collect();
    frame.render_widget(&Chart { columns, baseline: series.baseline, theme }, area);
}

/// What it means and what was decided; as long as nothing was, the question.
fn said(p: &Presented, dossier: &Dossier, item: Option<&ReviewItem>, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let number = p.meeting.review.number;
    let decision = p.meeting.decisions.iter().find(|d| d.code == dossier.row.code() && d.review == Some(number));
    let mut lines = Vec::new();
    let meaning = item.map_or("", |item| item.meaning.as_str());
    if !meaning.is_empty() {
        lines.extend(quoted(meaning, width));
    }
    let decided = decision.map(|decision| decided(decision, actions_of(p, dossier)));
    let said = match (decided, item.and_then(|item| item.decision)) {
        (Some(said), _) => said,
        (None, Some(kind)) => format!("decided: {}", words::decision(kind)),
        (None, None) if meaning.is_empty() => "What does it mean, and what do we do about it?".to_owned(),
        (None, None) => "What do we do about it?".to_owned(),
    };
    lines.extend(text::wrap(&said, width, 3).into_iter().map(|line| Line::styled(line, theme.strong())));
    lines
}

fn quoted(said: &str, width: usize) -> impl Iterator<Item = Line<'static>> {
    text::wrap(&format!("“{said}”"), width, 3).into_iter().map(Line::raw)
}

fn actions_of<'p>(presented: &'p Presented, dossier: &Dossier) -> Option<&'p Action> {
    presented.meeting.actions.iter().find(|action| action.code == dossier.row.code())
}

/// `decided: act. Retire hosts A12 and A13, Lind, by 30 Nov 2026`.
fn decided(decision: &Decision, action: Option<&Action>) -> String {
    let mut said = format!("decided: {}", words::decision(decision.kind));
    if let Some(until) = decision.until {
        said.push_str(&format!(" until {}", day(until)));
    }
    if !decision.text.is_empty() {
        said.push_str(&format!(", {}", decision.text));
    }
    if let Some(action) = action {
        let due = action.due.map(|due| format!(", by {}", day(due))).unwrap_or_default();
        said.push_str(&format!(". {}, {}{due}", action.text, action.owner));
    }
    said
}

/// The page that reads back: what was decided, one line each.
fn read_back(presented: &Presented, model: &Model, frame: &mut Frame, area: Rect) {
    let theme = model.theme;
    let width = usize::from(area.width);
    let mut lines = vec![Line::styled("What was decided", theme.strong()), Line::default()];
    for decision in presented.meeting.decisions.iter().filter(|d| d.review == Some(presented.meeting.review.number)) {
        let action = presented.meeting.actions.iter().find(|action| action.code == decision.code);
        let said = format!("{}  {}", text::left(&decision.code, 8), decided(decision, action));
        lines.extend(text::wrap(&said, width, 2).into_iter().map(Line::raw));
    }
    if lines.len() == 2 {
        lines.push(Line::raw("nothing yet"));
    }
    pane::lines(frame, area, lines);
}
