//! What is in sight while an item is answered: the last readings, the chart, what was said and decided last time, what
//! happened since.

use chrono::Datelike;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::matter::Matter;
use super::sheet::MeetingSheet;
use crate::app::view::{Dossier, Row};
use crate::domain::minutes::Minutes;
use crate::domain::period::Date;
use crate::domain::quantity::Value;
use crate::domain::reading::Standing;
use crate::domain::review::{Action, Decision, acceptance};
use crate::domain::words;
use crate::tui::form::milestone::criteria_lines;
use crate::tui::form::reads::day_named;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::view::measurements::series::Series;
use crate::tui::widgets::chart::{self, Chart, Column};
use crate::tui::widgets::text;

/// Rows a chart needs.
const CHART: usize = chart::LEAST.1 as usize;

/// From more rows than this on, sentences may take two lines above the chart's needs.
const TALL: usize = 24;

/// How many further open actions of an objective stand in sight.
const WAITING: usize = 2;

/// Draws what is known about the item.
pub fn draw(meeting: &MeetingSheet, model: &Model, row: &Row, matter: &Matter, frame: &mut Frame, area: Rect) {
    let theme = model.theme;
    let width = usize::from(area.width);
    let dossier = meeting.dossier.as_deref().filter(|dossier| dossier.row.code() == matter.code);
    let mut above = vec![newest(row, matter, model), target(row, theme, width)];
    if matter.milestone {
        above = vec![target(row, theme, width)];
        above.extend(criteria_lines(row, theme));
    }
    let height = usize::from(area.height);
    above.truncate(height);
    let charted = !matter.milestone && !row.trail.recent.is_empty();
    // Without a chart the words have its room; on a tall screen both have enough.
    let most = match charted {
        false => 3,
        true if height > TALL => 2,
        true => 1,
    };
    let mut told = meeting.draft.as_ref().map(|draft| prepared(draft, &matter.code)).unwrap_or_default();
    told.extend(dossier.map(|d| last_time(d, meeting.number)).unwrap_or_default());
    let mut below = labelled(told, theme, width, most);
    // A chart comes before the last of the words, once there is room for both.
    let spare = height.saturating_sub(above.len());
    // What the figures show is said only where it takes no room from what people said.
    if let Some(shown) = dossier.and_then(|d| figures_show(d, theme, width)).filter(|_| below.len() + CHART < spare) {
        below.insert(0, shown);
    }
    below.truncate(if charted && spare > CHART + 1 { spare - CHART } else { spare });
    if !charted && above.len() + below.len() < height {
        above.push(Line::default());
    }
    let room = if charted { area.height.saturating_sub((above.len() + below.len()) as u16) } else { 0 };
    let at = |y: u16, height: u16| Rect { y: area.y + y, height, ..area };
    let (top, bottom) = (above.len() as u16, below.len() as u16);
    frame.render_widget(Paragraph::new(above), at(0, top));
    if let Some(dossier) = dossier.filter(|_| charted) {
        let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..at(top, room) };
        if room >= chart::LEAST.1 {
            let series = Series::of(dossier, 0, chart::fits(inside.width));
            // The line below the chart says what is usual; lines across it would only crowd the readings.
            let columns = series.columns.into_iter().map(|column| Column { usual: None, ..column }).collect();
            frame.render_widget(&Chart { columns, baseline: series.baseline, theme }, inside);
        } else if room > 0 {
            frame.render_widget(Paragraph::new(figures(dossier, row, model, width)), at(top, 1));
        }
    }
    frame.render_widget(Paragraph::new(below), at(top + room, bottom));
}

/// What is unusual about the figures, where their pace leads or what is usual: one line.
fn figures_show(dossier: &Dossier, theme: Theme, width: usize) -> Option<Line<'static>> {
    let said = dossier.insight.headline_that(|said| text::width(said) < width)?;
    let style = if dossier.insight.recent.is_some() { theme.strong() } else { theme.quiet() };
    Some(Line::styled(text::cut(&format!(" {said}"), width), style))
}

/// The newest reading: `91.5 %   43 of 47, Oct 2026   not met`.
fn newest(row: &Row, matter: &Matter, model: &Model) -> Line<'static> {
    let theme = model.theme;
    let Some(standing) = matter.standing.as_ref().or(row.trail.recent.last()) else {
        return Line::from(" no reading yet").style(theme.strong());
    };
    let definition = &row.objective.definition;
    let shown = standing.value.shown(definition.unit_is_percent(), 1);
    let counted = match standing.value {
        Value::Share { numerator, denominator } => format!("{numerator} of {denominator}, "),
        Value::Plain(_) => String::new(),
    };
    let judged = match row.judgement.pace {
        Some(pace) => words::pace(pace).to_owned(),
        None => {
            let (mark, word) = theme.verdict_mark(standing.verdict);
            format!("{mark} {word}")
        }
    };
    let rules = model.overview.as_ref().map(|overview| &overview.rules);
    let period = rules.map(|rules| row.calendar(rules).period_label(definition.frequency, standing.period));
    let day = period.unwrap_or_default();
    let waits = if matter.standing.is_none() { format!("   {} missing", matter.label) } else { String::new() };
    Line::from(vec![
        Span::styled(format!(" {}", text::cut(&format!("{shown} {}", definition.unit.trim()), 20)), theme.strong()),
        Span::raw(format!("   {counted}{day}   ")),
        Span::styled(judged, theme.verdict(standing.verdict)),
        Span::styled(waits, theme.strong()),
    ])
}

fn target(row: &Row, theme: Theme, width: usize) -> Line<'static> {
    let definition = &row.objective.definition;
    let due = row.judgement.due.map(|day| format!(", by {}", day_named(day))).unwrap_or_default();
    let warn = definition.warn.map(|warn| format!(", tolerated to {warn}")).unwrap_or_default();
    let (mark, word) = theme.status_mark(row.judgement.status);
    let measured = words::freshness(row.judgement.freshness);
    let target = format!(" target {}{warn}{due}", definition.target_text());
    let status = format!("   {mark} {word}");
    // Where room is short the freshness goes first, then the status: the agenda says it too.
    let parts = [format!("{target}{status}, measured {measured}"), format!("{target}{status}"), target];
    let fits = parts.iter().find(|part| text::width(part) <= width).or(parts.last());
    Line::from(text::cut(fits.map_or("", String::as_str), width))
}

/// The last readings as figures, where there is no room for a chart.
fn figures(dossier: &Dossier, row: &Row, model: &Model, width: usize) -> Line<'static> {
    let percent = row.objective.definition.unit_is_percent();
    let Some(rules) = model.overview.as_ref().map(|overview| &overview.rules) else { return Line::default() };
    let calendar = row.calendar(rules);
    let figure = |standing: &Standing| {
        let label = calendar.period_label(row.objective.definition.frequency, standing.period);
        let (mark, _) = model.theme.verdict_mark(standing.verdict);
        format!(" {label} {mark} {}", standing.value.shown(percent, 1))
    };
    // The newest, each of them whole.
    let mut shown = String::new();
    for standing in dossier.standings.iter().rev() {
        let longer = format!("{}  {shown}", figure(standing));
        if text::width(longer.trim_end()) > width {
            break;
        }
        shown = longer;
    }
    Line::from(shown)
}

/// What was prepared for it before the meeting.
fn prepared(draft: &Minutes, code: &str) -> Vec<(&'static str, String)> {
    let Some(prepared) = draft.preparations.iter().find(|prepared| prepared.code == code) else { return Vec::new() };
    let texts = [("Cause", &prepared.cause), ("Options", &prepared.options), ("Wanted", &prepared.wanted)].into_iter();
    texts.filter(|(_, text)| !text.is_empty()).map(|(label, text)| (label, text.clone())).collect()
}

/// What was said and decided last time, what happened since, and what is still to be done.
fn last_time(dossier: &Dossier, this: i64) -> Vec<(&'static str, String)> {
    let decision = dossier.decisions.iter().find(|decision| decision.review != Some(this));
    let agreed = decision.and_then(|d| dossier.actions.iter().find(|action| action.review == d.review));
    let mut told = Vec::new();
    told.extend(said(dossier).map(|text| ("Last time", text)));
    told.extend(decision.map(|decision| ("Decided", decided(decision, agreed, dossier.as_of))));
    told.extend(decision.and_then(|d| since(dossier, d.measured_on)).map(|text| ("Since then", text)));
    let waits = |action: &&Action| action.done_on.is_none() && action.review != Some(this) && Some(*action) != agreed;
    let waiting = dossier.actions.iter().filter(waits).take(WAITING);
    told.extend(waiting.map(|action| ("Open action", action_text(action, dossier.as_of))));
    told.extend(acceptance(&dossier.decisions, dossier.as_of).map(|accepted| ("Accepted", accepted.words())));
    told
}

/// Each text beside its label, in at most so many lines.
fn labelled(told: Vec<(&'static str, String)>, theme: Theme, width: usize, most: usize) -> Vec<Line<'static>> {
    let lines = |(label, text): (&'static str, String)| {
        let wrapped = text::wrap(&text, width.saturating_sub(13), most).into_iter().enumerate();
        wrapped.map(move |(at, text)| {
            let label = if at == 0 { label } else { "" };
            Line::from(vec![Span::styled(format!(" {}", text::left(label, 12)), theme.quiet()), Span::raw(text)])
        })
    };
    told.into_iter().flat_map(lines).collect()
}

/// The newest thing somebody said a reading means.
fn said(dossier: &Dossier) -> Option<String> {
    let readings = dossier.standings.iter().rev().filter_map(|standing| dossier.reading_of(standing));
    let reading = readings.into_iter().find(|reading| !reading.evaluation.is_empty())?;
    let automatic = if reading.automatic { ", automatic" } else { "" };
    Some(format!("{}  “{}”{automatic}", short(reading.measured_on), reading.evaluation))
}

fn decided(decision: &Decision, agreed: Option<&Action>, today: Date) -> String {
    let until = decision.until.map(|day| format!(" until {}", short(day))).unwrap_or_default();
    let kind = format!("{}{until}", words::decision(decision.kind));
    match agreed {
        Some(action) => format!("{kind}, {}", action_text(action, today)),
        None if decision.text.is_empty() => kind,
        None => format!("{kind}: {}", decision.text),
    }
}

/// Whether it is done, who, what: `late since 30 Nov, Lind: Retire both hosts`. The long part comes last, because
/// the end is cut where room is short.
fn action_text(action: &Action, today: Date) -> String {
    let state = match (action.done_on, action.due) {
        (Some(day), _) => format!("done {}", near(day, today)),
        (None, Some(due)) if due < today => format!("late since {}", near(due, today)),
        (None, Some(due)) => format!("open until {}", near(due, today)),
        (None, None) => "open".to_owned(),
    };
    format!("{state}, {}: {}", action.owner, action.text)
}

/// A day beside today: the year only where it is another one.
fn near(day: Date, today: Date) -> String {
    let form = if day.year() == today.year() { "%-d %b" } else { "%-d %b %Y" };
    day.format(form).to_string()
}

/// A day without its weekday.
fn short(day: Date) -> String {
    day.format("%-d %b %Y").to_string()
}

/// From the value the decision was taken on to the newest one: `88.9 → 91.5 %`.
fn since(dossier: &Dossier, decided_on: Option<Date>) -> Option<String> {
    let definition = &dossier.row.objective.definition;
    let then = dossier.standings.iter().rev().find(|standing| Some(standing.measured_on) == decided_on)?;
    let now = dossier.standings.last().filter(|now| now.measured_on > then.measured_on)?;
    let shown = |standing: &Standing| standing.value.shown(definition.unit_is_percent(), 1);
    Some(format!("{} → {} {}", shown(then), shown(now), definition.unit.trim()))
}
