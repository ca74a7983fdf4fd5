//! What is in sight while an item is answered: the last readings, the chart, what was said and decided last time, what
//! happened since.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::matter::Matter;
use super::sheet::MeetingSheet;
use crate::app::view::{Dossier, Row};
use crate::domain::quantity::Value;
use crate::domain::reading::Standing;
use crate::domain::words;
use crate::tui::form::milestone::criteria_lines;
use crate::tui::form::reads::day_named;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::view::measurements::series::Series;
use crate::tui::widgets::chart::{self, Chart};
use crate::tui::widgets::text;

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
    let mut below = dossier.map(|d| last_time(d, meeting.number, theme, width)).unwrap_or_default();
    let height = usize::from(area.height);
    above.truncate(height);
    below.truncate(height.saturating_sub(above.len()));
    let room = area.height.saturating_sub((above.len() + below.len()) as u16);
    let at = |y: u16, height: u16| Rect { y: area.y + y, height, ..area };
    let (top, bottom) = (above.len() as u16, below.len() as u16);
    frame.render_widget(Paragraph::new(above), at(0, top));
    if let Some(dossier) = dossier.filter(|_| !matter.milestone) {
        let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..at(top, room) };
        if room >= chart::LEAST.1 {
            let series = Series::of(dossier, 0, chart::fits(inside.width));
            frame.render_widget(&Chart { columns: series.columns, baseline: series.baseline, theme }, inside);
        } else if room > 0 {
            frame.render_widget(Paragraph::new(figures(dossier, row, model, width)), at(top, 1));
        }
    }
    frame.render_widget(Paragraph::new(below), at(top + room, bottom));
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
    let said = format!(" target {}{warn}{due}   {mark} {word}, measured {measured}", definition.target_text());
    Line::from(text::cut(&said, width))
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
    let from = dossier.standings.len().saturating_sub(5);
    let shown: Vec<String> = dossier.standings[from..].iter().map(figure).collect();
    Line::from(text::cut(&shown.join("  "), width))
}

/// What was said and decided last time, and what happened since.
fn last_time(dossier: &Dossier, this: i64, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let decision = dossier.decisions.iter().find(|decision| decision.review != Some(this));
    let said = dossier
        .standings
        .iter()
        .rev()
        .filter_map(|standing| dossier.reading_of(standing))
        .find(|reading| !reading.evaluation.is_empty());
    let line = |label: &str, text: String| {
        let label = text::left(label, 12);
        Line::from(vec![
            Span::styled(format!(" {label}"), theme.quiet()),
            Span::raw(text::cut(&text, width.saturating_sub(13))),
        ])
    };
    if let Some(reading) = said {
        let automatic = if reading.automatic { ", automatic" } else { "" };
        let day = day_named(reading.measured_on).split_off(4);
        lines.push(line("Last time", format!("{day}  “{}”{automatic}", reading.evaluation)));
    }
    if let Some(decision) = decision {
        let until = decision.until.map(|day| format!(" until {}", day_named(day))).unwrap_or_default();
        let mut text = format!("{}{until}", words::decision(decision.kind));
        let action = dossier.actions.iter().find(|action| action.review == decision.review);
        if let Some(action) = action {
            let due = action.due.map(|day| format!(", {}", day_named(day).split_off(4))).unwrap_or_default();
            let done = action.done_on.map(|day| format!(", done {}", day_named(day).split_off(4)));
            text = format!(
                "{text}: {}, {}{due}{}",
                action.text,
                action.owner,
                done.unwrap_or_else(|| ", open".to_owned())
            );
        } else if !decision.text.is_empty() {
            text = format!("{text}: {}", decision.text);
        }
        lines.push(line("Decided", text));
        lines.extend(since(dossier, decision.measured_on).map(|text| line("Since then", text)));
    }
    lines
}

/// From the value the decision was taken on to the newest one: `88.9 → 91.5 %`.
fn since(dossier: &Dossier, decided_on: Option<crate::domain::period::Date>) -> Option<String> {
    let definition = &dossier.row.objective.definition;
    let then = dossier.standings.iter().rev().find(|standing| Some(standing.measured_on) == decided_on)?;
    let now = dossier.standings.last().filter(|now| now.measured_on > then.measured_on)?;
    let shown = |standing: &Standing| standing.value.shown(definition.unit_is_percent(), 1);
    Some(format!("{} → {} {}", shown(then), shown(now), definition.unit.trim()))
}
