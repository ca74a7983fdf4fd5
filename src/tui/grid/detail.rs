//! The selected cell in full: the value, what it means, who reported it, what shows it, what is usual; as it is, or as
//! it is being typed.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::text::{Line, Span};

use super::entry::{Entry, Part};
use super::faces::look;
use super::sheet::{GridSheet, Shown};
use crate::app::grid::{GridCell, GridRow};
use crate::domain::grid::{Mark, State};
use crate::domain::quantity::Value;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::{figures, pane, text};

/// Cells of a label with the blank before it.
const LABEL: usize = 10;

/// Draws it into its frame, whose lines are drawn already.
pub fn view(sheet: &GridSheet, shown: &Shown, frame: &mut Frame, area: Rect, model: &Model) {
    let theme = model.theme;
    let Some((row, cell)) = sheet.cell() else { return };
    let room = usize::from(area.width).saturating_sub(5);
    let head = text::cut(&head(row, cell, shown, room), room);
    pane::title(frame, area, theme, false, vec![Span::styled(head, theme.strong())], Vec::new());
    let inside = area.inner(Margin::new(1, 1));
    match &sheet.entry {
        Some(entry) => typing(entry, shown, frame, inside, model),
        None => pane::lines(frame, inside, reading(row, cell, shown, model, usize::from(inside.width))),
    }
}

/// `HR-1 Leavers through the checklist · Oct 2026 · to report by Tue 10 Nov · before: 100 %`
fn head(row: &GridRow, cell: &GridCell, shown: &Shown, room: usize) -> String {
    let grid = &shown.grid;
    let label = row.label(&grid.rules, cell.cell.period);
    let when = match cell.cell.state {
        State::Due => format!("to report by {}", cell.cell.last_day.format("%a %-d %b")),
        State::Missing => format!("was to report by {}", figures::day(cell.cell.last_day)),
        State::Running => format!("runs until {}", cell.cell.period.end.format("%a %-d %b")),
        _ => String::new(),
    };
    let before = row.before(cell.cell.period).map(|standing| {
        let label = row.label(&grid.rules, standing.period);
        format!("{label} was {}", value_text(row, &standing.value))
    });
    let title = format!("{}  {}", row.code(), row.objective.definition.title);
    let rest: Vec<String> = [label, when].into_iter().chain(before).filter(|part| !part.is_empty()).collect();
    let rest = rest.join(" · ");
    let title = text::cut(&title, room.saturating_sub(text::width(&rest) + 3).max(text::width(row.code())));
    format!("{title} · {rest}")
}

/// `100 %, 8/8`
fn value_text(row: &GridRow, value: &Value) -> String {
    let definition = &row.objective.definition;
    let shown = figures::value(value, definition.unit_is_percent(), &definition.unit);
    match value {
        Value::Share { .. } if !value.is_empty() => format!("{shown}, {}", value.as_typed()),
        _ => shown,
    }
}

/// What stands in the register.
fn reading(row: &GridRow, cell: &GridCell, shown: &Shown, model: &Model, width: usize) -> Vec<Line<'static>> {
    let theme = model.theme;
    let definition = &row.objective.definition;
    let state = cell.cell.state;
    let mut said = vec![Span::styled(theme.sign(state.words().0), look(state, theme)), Span::raw(" ")];
    let (mut meaning, mut from, mut proof) = (String::new(), String::new(), String::new());
    match (&cell.reading, cell.cell.fulfilled) {
        (Some(reading), _) => {
            let mark = cell.cell.mark.map(|mark| format!(", {}", mark.word())).unwrap_or_default();
            said.push(Span::styled(value_text(row, &reading.value), theme.strong()));
            said.push(Span::raw(format!("   {}{mark}", state.words().1)));
            meaning.clone_from(&reading.evaluation);
            let day = figures::day(reading.reported_on.unwrap_or(reading.entered_on));
            let parts = [&reading.reported_by, &reading.source].into_iter().filter(|part| !part.is_empty());
            from = parts.cloned().chain([day]).collect::<Vec<_>>().join(", ");
            proof.clone_from(&reading.evidence);
        }
        (None, Some(fulfilled)) => {
            said.push(Span::raw(format!(
                "{}   {fulfilled} of {} criteria fulfilled by then",
                state.words().1,
                definition.criteria.len()
            )));
        }
        (None, None) => {
            said.push(Span::raw(state.words().1));
            if cell.cell.mark == Some(Mark::Explained) {
                meaning = cell.why_not.clone().unwrap_or_default();
            }
        }
    }
    let meaning = if meaning.is_empty() { meaning } else { format!("“{meaning}”") };
    let mut lines = vec![labelled("Value", said, theme)];
    for (label, text) in
        [("Meaning", meaning), ("From", from), ("Proof", proof), ("Usual", usual_of(row.code(), model))]
    {
        lines.push(labelled(label, vec![Span::raw(text::cut(&text, width.saturating_sub(LABEL + 1)))], theme));
    }
    let target = shown.targets.iter().zip(&shown.grid.rows).find(|(_, other)| other.code() == row.code());
    if let Some((target, _)) = target {
        let metric = if definition.metric.is_empty() { String::new() } else { format!("   {}", definition.metric) };
        let text = text::cut(&format!("{target}{metric}"), width.saturating_sub(LABEL + 1));
        lines.push(labelled("Target", vec![Span::raw(text)], theme));
    }
    lines
}

fn labelled(label: &str, said: Vec<Span<'static>>, theme: Theme) -> Line<'static> {
    let mut spans = vec![Span::raw(" "), Span::styled(text::left(label, LABEL - 1), theme.quiet())];
    spans.extend(said);
    Line::from(spans)
}

/// `89.9 to 97.6 (18 readings)`, or why there is no usual range; empty until it was read.
fn usual_of(code: &str, model: &Model) -> String {
    let said = model.dossier().filter(|d| d.row.code() == code).map(|d| d.insight.usual_range()).unwrap_or_default();
    said.strip_prefix("usual range ").map_or(said.clone(), str::to_owned)
}

/// The fields being typed, the caret in the one that takes the keys.
fn typing(entry: &Entry, shown: &Shown, frame: &mut Frame, area: Rect, model: &Model) {
    let theme = model.theme;
    let echo = echo(entry, shown, theme);
    let parts: Vec<Part> = fitting(entry, usize::from(area.height));
    for (y, part) in (area.y..area.bottom()).zip(&parts) {
        let line = Rect { y, height: 1, ..area };
        let here = *part == entry.part;
        let echo_width = if *part == Part::Value { echo.width() as u16 + 2 } else { 0 };
        let cells = area.width.saturating_sub(LABEL as u16 + 1 + echo_width);
        let (said, caret) = entry.field(*part).window(cells.saturating_sub(1));
        let label = if here { theme.strong() } else { theme.quiet() };
        let shown = if said.is_empty() && !(here && *part == Part::Value) {
            Span::styled(text::cut(&hint(entry, *part), usize::from(cells)), theme.quiet())
        } else {
            Span::raw(said)
        };
        let marker = if here { theme.sign("▸") } else { " " };
        let spans =
            vec![Span::styled(marker, theme.strong()), Span::styled(text::left(part.label(), LABEL - 1), label), shown];
        frame.render_widget(Line::from(spans), line);
        if *part == Part::Value {
            pane::at_right(frame, Rect { width: line.width.saturating_sub(1), ..line }, echo.clone());
        }
        if here && (*part != Part::Value || entry.not_measured) && cells > 0 {
            frame.set_cursor_position((area.x + LABEL as u16 + caret, y));
        }
    }
    let rest = Rect { y: area.y + parts.len() as u16, height: area.height.saturating_sub(parts.len() as u16), ..area };
    let usual = usual_of(&entry.about.objective.code, model);
    let doubts = entry.doubts(model.dossier());
    let below = if doubts.is_empty() {
        labelled("Usual", vec![Span::raw(text::cut(&usual, usize::from(area.width).saturating_sub(LABEL + 1)))], theme)
    } else {
        let said = text::cut(&doubts.join(" · "), usize::from(area.width).saturating_sub(LABEL + 1));
        labelled("Unusual", vec![Span::styled(said, theme.strong())], theme)
    };
    pane::lines(frame, rest, [below]);
}

/// The parts that have room, the one being typed into among them.
fn fitting(entry: &Entry, height: usize) -> Vec<Part> {
    let parts = entry.parts();
    let at = parts.iter().position(|part| *part == entry.part).unwrap_or(0);
    let first = (at + 1).saturating_sub(height);
    parts.iter().copied().skip(first).take(height).collect()
}

/// `= 100 %, met`, or why it cannot be read.
fn echo(entry: &Entry, shown: &Shown, theme: Theme) -> Line<'static> {
    if entry.not_measured {
        return Line::default();
    }
    match (entry.read(), entry.shows(&shown.grid.rules)) {
        (Some(Err(why)), _) => Line::styled(text::cut(&why, 60), theme.strong()),
        (_, Some((value, state))) => {
            let definition = &entry.about.objective.definition;
            let number = figures::value(&value, definition.unit_is_percent(), &definition.unit);
            let (mark, word) = state.words();
            Line::from(vec![
                Span::raw(format!("= {number}  ")),
                Span::styled(theme.sign(mark), look(state, theme)),
                Span::raw(format!(" {word}")),
            ])
        }
        _ => Line::default(),
    }
}

/// What a field wants, while nothing stands in it.
fn hint(entry: &Entry, part: Part) -> String {
    let definition = &entry.about.objective.definition;
    match part {
        Part::Value => String::new(),
        Part::Why if entry.not_measured => "why it was not measured; the period stays missing".to_owned(),
        Part::Why => "why the value is corrected".to_owned(),
        Part::Meaning => "what it means and why, one line".to_owned(),
        Part::From => match [&definition.collector, &definition.owner].into_iter().find(|who| !who.is_empty()) {
            Some(who) => format!("empty means {who}"),
            None => "who reported the figure".to_owned(),
        },
        Part::Proof => "what shows it: text, path or address".to_owned(),
    }
}
