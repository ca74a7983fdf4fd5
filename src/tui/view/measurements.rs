//! The measurements of the selected objective: the last one in words, the chart over time, what it was said to mean.

mod before;
pub mod series;
mod table;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Rect};
use ratatui::text::{Line, Span};

use self::series::Series;
use crate::app::view::{Dossier, Row};
use crate::domain::objective::Kind;
use crate::domain::period::Period;
use crate::domain::quantity::Value;
use crate::domain::reading::{Standing, Verdict};
use crate::domain::register::Rules;
use crate::domain::status::why::why;
use crate::domain::words;
use crate::tui::chart as chart_over_all;
use crate::tui::home::Pane;
use crate::tui::layout::Panes;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::view::tabs;
use crate::tui::widgets::chart::{self, Chart};
use crate::tui::widgets::{figures, pane, text};

/// Draws them.
pub fn view(model: &Model, panes: &Panes, frame: &mut Frame, area: Rect) {
    let focused = model.home.focus == Pane::Measurements;
    let title = tabs::title(model, panes, Pane::Measurements);
    let inside = pane::title(frame, area, model.theme, focused, title, end(model));
    let room = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
    if focused && model.layers.is_empty() && inside.height > 0 {
        frame.set_cursor_position((inside.x, inside.y));
    }
    let Some(dossier) = model.dossier() else {
        if let Some(row) = model.selected_row() {
            pane::lines(
                frame,
                room,
                [headline(model, row, &row.trail.recent, Beside::default(), usize::from(room.width))],
            );
        }
        return;
    };
    if dossier.row.objective.definition.kind == Kind::Milestone {
        return pane::lines(frame, room, criteria(model, dossier, usize::from(room.width)));
    }
    if model.home.zooms(Pane::Measurements) {
        let lines = if room.height > 12 { 2 } else { 1 };
        let width = usize::from(room.width);
        let above = reason(model, &dossier.row, width, lines);
        let legend = legend(dossier, model.theme, width).filter(|_| room.height > TALL);
        let above = above.into_iter().chain(insight(dossier, model.theme, width)).chain(legend).collect();
        return chart_over_all::view(model, dossier, above, frame, room);
    }
    readings(model, dossier, frame, room);
}

/// What the marks mean, at the right end of the title where there is room.
fn end(model: &Model) -> Vec<Span<'static>> {
    let Some(dossier) = model.dossier() else { return Vec::new() };
    let kind = dossier.row.objective.definition.kind;
    if model.home.zooms(Pane::Measurements) || dossier.standings.is_empty() || kind != Kind::Maintain {
        return Vec::new();
    }
    let marks = [Verdict::Met, Verdict::Near, Verdict::NotMet].map(|verdict| {
        let (mark, word) = model.theme.verdict_mark(verdict);
        format!("{mark} {word}")
    });
    vec![Span::styled(marks.join("  "), model.theme.quiet())]
}

fn readings(model: &Model, dossier: &Dossier, frame: &mut Frame, room: Rect) {
    let width = usize::from(room.width);
    let mut above = vec![headline(model, &dossier.row, &dossier.standings, beside(dossier, model.theme), width)];
    // The list says the status already; where room is short the chart is worth more than the sentence.
    if room.height > 7 {
        above.extend(reason(model, &dossier.row, width, if room.height > 12 { 2 } else { 1 }));
    }
    if room.height > WORDY {
        above.extend(insight(dossier, model.theme, width));
    }
    if room.height > TALL {
        above.extend(legend(dossier, model.theme, width));
    }
    if dossier.standings.is_empty() {
        above.push(Line::styled("no reading yet; m records the first", model.theme.quiet()));
        if dossier.predecessor.as_ref().is_none_or(|old| old.standings.is_empty()) {
            return pane::lines(frame, room, above);
        }
    }
    let limit = match room.height {
        0..=8 => 0,
        9..=16 => 1,
        _ => 3,
    };
    let said = meaning(model, dossier, width, limit);
    let [top, middle, bottom] = Layout::vertical([
        Constraint::Length(above.len() as u16),
        Constraint::Min(0),
        Constraint::Length(said.len() as u16),
    ])
    .areas(room);
    pane::lines(frame, top, above);
    pane::lines(frame, bottom, said);
    if model.home.as_table || model.theme.linear {
        return pane::lines(frame, middle, table::lines(model, dossier, width, usize::from(middle.height)));
    }
    // A tall pane shows the table below the chart: height beyond this adds air, not sight.
    let chart_height = if middle.height > TALL { middle.height * 3 / 5 } else { middle.height };
    let [upper, lower] = Layout::vertical([Constraint::Length(chart_height), Constraint::Min(0)]).areas(middle);
    if (upper.width < chart::LEAST.0 || upper.height < chart::LEAST.1) && upper.height > 0 {
        let brief = chart_over_all::brief(dossier, model.theme, width);
        return pane::lines(frame, upper, brief);
    }
    let series = Series::of(dossier, model.home.readings_back, chart::fits(upper.width));
    frame.render_widget(&Chart { columns: series.columns, baseline: series.baseline, theme: model.theme }, upper);
    let below = lower.inner(Margin::new(0, u16::from(lower.height > 2)));
    pane::lines(frame, below, table::lines(model, dossier, width, usize::from(below.height)));
}

/// From here on chart and table both have room.
const TALL: u16 = 24;

/// From more rows than this on, a line says what the figures show.
const WORDY: u16 = 9;

/// What the figures show, in one line: what is unusual, where the pace leads, what is usual.
fn insight(dossier: &Dossier, theme: Theme, width: usize) -> Option<Line<'static>> {
    let said = dossier.insight.headline_that(|said| text::width(said) <= width)?;
    let style = if dossier.insight.recent.is_some() { theme.strong() } else { theme.quiet() };
    Some(Line::styled(text::cut(&said, width), style))
}

/// What the lines of the usual range mean, where the chart draws them and the line above does not name them.
fn legend(dossier: &Dossier, theme: Theme, width: usize) -> Option<Line<'static>> {
    let insight = &dossier.insight;
    let named = insight.recent.is_some() || insight.headline().is_some_and(|said| said == insight.usual_range());
    let drawn = insight.usual.is_ok() && !named;
    let said = format!("{}  {}", theme.sign("┈"), insight.usual_range());
    drawn.then(|| Line::styled(text::cut(&said, width), theme.quiet()))
}

/// What stands beside the value of the headline.
#[derive(Default)]
struct Beside {
    /// Where the values go.
    arrow: &'static str,
    /// What a share counted out of few could be.
    could_be: String,
}

/// What the figures add to the newest reading; nothing while its period still runs.
fn beside(dossier: &Dossier, theme: Theme) -> Beside {
    let insight = &dossier.insight;
    if insight.newest != dossier.standings.last().map(|standing| standing.period) {
        return Beside::default();
    }
    Beside {
        arrow: insight.arrow.map(|arrow| theme.sign(arrow.sign())).unwrap_or_default(),
        could_be: insight.could_be().unwrap_or_default(),
    }
}

/// The last reading: period, value, its two counts and how sure that is, verdict.
fn headline(model: &Model, row: &Row, standings: &[Standing], beside: Beside, width: usize) -> Line<'static> {
    let theme = model.theme;
    let definition = &row.objective.definition;
    let rules = model.overview.as_ref().map(|o| &o.rules);
    let (Some(standing), Some(rules)) = (standings.last(), rules) else {
        return Line::styled(format!("target {}", figures::target(definition, theme)), theme.plain());
    };
    let label = row.calendar(rules).period_label(definition.frequency, standing.period);
    let value = figures::value(&standing.value, definition.unit_is_percent(), &definition.unit);
    let arrow = if beside.arrow.is_empty() { String::new() } else { format!(" {}", beside.arrow) };
    let arrow = Span::styled(arrow, theme.plain());
    let plain = |text: String| vec![Span::styled(text, theme.plain())];
    let counted = match &standing.value {
        Value::Share { numerator, denominator } => plain(format!("  {numerator} of {denominator}")),
        Value::Plain(_) => Vec::new(),
    };
    let mut parts = vec![
        vec![Span::raw(format!("{label}  ")), Span::styled(value, theme.strong()), arrow],
        counted,
        judged(row, rules, standing, theme),
        plain(format!("  target {}", figures::target(definition, theme))),
    ];
    parts.push(if standing.corrected { plain("  * corrected".to_owned()) } else { Vec::new() });
    let late = standing.days_after > grace(row, rules, standing.period);
    parts.push(if late { plain(format!("  ' {} days after", standing.days_after)) } else { Vec::new() });
    parts.push(if beside.could_be.is_empty() { Vec::new() } else { plain(format!("  {}", beside.could_be)) });
    // Whole parts give way, never the end of a unit. Of few things the counts say more than the percentage.
    let order = match beside.could_be.is_empty() {
        true => [COULD_BE, COUNTED, DAYS_AFTER, CORRECTED],
        false => [COULD_BE, DAYS_AFTER, CORRECTED, COUNTED],
    };
    for gives_way in order {
        let taken: usize = parts.iter().flatten().map(Span::width).sum();
        if let Some(part) = parts.get_mut(gives_way).filter(|_| taken > width) {
            part.clear();
        }
    }
    Line::from(parts.concat())
}

/// Places of the parts of the headline that give way.
const COUNTED: usize = 1;
const CORRECTED: usize = 4;
const DAYS_AFTER: usize = 5;
const COULD_BE: usize = 6;

/// What the reading says: its verdict, or the pace of a reach objective.
fn judged(row: &Row, rules: &Rules, standing: &Standing, theme: Theme) -> Vec<Span<'static>> {
    if let Some(verdict) = spoken_verdict(row, rules, standing) {
        let (mark, word) = theme.verdict_mark(verdict);
        let word = Span::styled(format!(" {word}"), theme.verdict_word(verdict));
        return vec![Span::raw("  "), Span::styled(mark, theme.verdict(verdict)), word];
    }
    let pace = row.judgement.pace.map(|pace| Span::styled(format!("  {}", words::pace(pace)), theme.strong()));
    pace.into_iter().collect()
}

/// The verdict of a reading, where it says something: a reach objective is only judged at its due period.
pub fn spoken_verdict(row: &Row, rules: &Rules, standing: &Standing) -> Option<Verdict> {
    let due_period = row.judgement.due.map(|due| row.rhythm(rules).last_until(due));
    let judged = row.objective.definition.kind == Kind::Maintain || due_period == Some(standing.period);
    judged.then_some(standing.verdict)
}

/// Days to report a period.
pub fn grace(row: &Row, rules: &Rules, period: Period) -> u32 {
    let definition = &row.objective.definition;
    definition.grace_days.unwrap_or_else(|| rules.on(period.start).grace(definition.frequency))
}

/// Why it stands where it stands, on at most `limit` lines.
fn reason(model: &Model, row: &Row, width: usize, limit: usize) -> Vec<Line<'static>> {
    let Some(overview) = &model.overview else { return Vec::new() };
    let (mark, word) = model.theme.status_mark(row.judgement.status);
    let sentence = why(&row.objective, &row.judgement, row.calendar(&overview.rules));
    let status = row.judgement.status;
    let indent = text::width(mark) + text::width(word) + 3;
    let head = [
        Span::styled(mark, model.theme.status(status)),
        Span::styled(format!(" {word}  "), model.theme.status_word(status)),
    ];
    let parts = text::wrap(&sentence, width.saturating_sub(indent), limit);
    let line = |(at, part)| {
        let head = if at == 0 { head.to_vec() } else { vec![Span::raw(" ".repeat(indent))] };
        head.into_iter().chain([Span::raw(part)]).collect()
    };
    parts.into_iter().enumerate().map(line).collect()
}

/// What the newest reading was said to mean, in quotes, with who said it.
fn meaning(model: &Model, dossier: &Dossier, width: usize, limit: usize) -> Vec<Line<'static>> {
    let reading = dossier
        .standings
        .iter()
        .rev()
        .find_map(|standing| dossier.reading_of(standing).filter(|reading| !reading.evaluation.is_empty()));
    let Some(reading) = reading else {
        return vec![Line::styled("nobody has said yet what it means", model.theme.quiet())];
    };
    let (open, close) = if model.theme.ascii { ("\"", "\"") } else { ("“", "”") };
    let by = if reading.automatic { "automatic".to_owned() } else { reading.evaluated_by.clone() };
    let said = format!("{open}{}{close}  {by}", reading.evaluation);
    text::wrap(&said, width, limit).into_iter().map(Line::raw).collect()
}

/// A milestone: its criteria, each with its day.
fn criteria(model: &Model, dossier: &Dossier, width: usize) -> Vec<Line<'static>> {
    let theme = model.theme;
    let definition = &dossier.row.objective.definition;
    let mut lines = reason(model, &dossier.row, width, 2);
    for (at, criterion) in definition.criteria.iter().enumerate() {
        let done = dossier.criteria_done.iter().find(|done| done.number as usize == at + 1);
        let (mark, style) = if done.is_some() { ("✓", theme.good()) } else { ("○", theme.strong()) };
        let when = match (done, criterion.planned) {
            (Some(done), _) => format!("done {}", figures::short_day(done.done, dossier.as_of)),
            (None, Some(day)) if day < dossier.as_of => {
                format!("planned {}, late", figures::short_day(day, dossier.as_of))
            }
            (None, Some(day)) => format!("planned {}", figures::short_day(day, dossier.as_of)),
            (None, None) => "no date".to_owned(),
        };
        let room = width.saturating_sub(text::width(&when) + 5);
        lines.push(Line::from(vec![
            Span::styled(theme.sign(mark), style),
            Span::raw(format!(" {} ", text::left(&criterion.text, room))),
            Span::raw(when),
        ]));
    }
    if definition.criteria.is_empty() {
        lines.push(Line::styled("no criterion yet; e adds what it must show", theme.quiet()));
    }
    lines
}

/// How far back they scroll.
pub fn scroll_limit(model: &Model) -> usize {
    model.dossier().map_or(0, |dossier| dossier.standings.len().saturating_sub(1))
}
