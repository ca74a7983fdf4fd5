//! Draws the list of ways to begin, and beside it what the marked one brings.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Position, Rect};
use ratatui::text::{Line, Span};

use super::beginning::Beginning;
use super::sheet::CatalogueSheet;
use crate::app::catalogue::{Mark, Published, QUESTIONS, Template};
use crate::domain::objective::Definition;
use crate::domain::period::Date;
use crate::domain::words;
use crate::tui::layout;
use crate::tui::theme::Theme;
use crate::tui::widgets::{pane, text};

/// From this width on what the marked way brings stands beside the list, else below it.
const WIDE: u16 = 100;
/// From this height on there is room for it below the list.
const TALL: u16 = 16;
/// Cells of the names before what a template brings.
const LABEL: usize = 11;

/// How many ways are in sight.
pub fn page(size: (u16, u16)) -> usize {
    let body = layout::screen(size).map_or(1, |screen| screen.body.height);
    usize::from(body.saturating_sub(4)).max(1)
}

/// Draws the sheet; the cursor stands in the line that narrows the list.
pub fn draw(sheet: &CatalogueSheet, theme: Theme, frame: &mut Frame, area: Rect) {
    let name = vec![Span::styled("A new objective", theme.strong()), Span::raw("  type to find a template")];
    let inside = pane::frame(frame, area, theme, true, name);
    let (left, right) = match (inside.width >= WIDE, inside.height >= TALL) {
        (true, _) => {
            let [left, _, right] =
                Layout::horizontal([Constraint::Percentage(48), Constraint::Length(2), Constraint::Fill(1)])
                    .areas(inside);
            (left, right)
        }
        (false, true) => {
            let [left, _, right] =
                Layout::vertical([Constraint::Fill(1), Constraint::Length(1), Constraint::Percentage(45)])
                    .areas(inside);
            (left, right.inner(Margin::new(2, 0)))
        }
        (false, false) => (inside, Rect { height: 0, ..inside }),
    };
    ways(sheet, theme, frame, left);
    if let Some(way) = sheet.ways.get(sheet.at) {
        pane::lines(frame, right, brings(way, theme, usize::from(right.width)));
    }
}

fn ways(sheet: &CatalogueSheet, theme: Theme, frame: &mut Frame, area: Rect) {
    let [find, list] = Layout::vertical([Constraint::Length(2), Constraint::Fill(1)]).areas(area);
    let (typed, caret) = sheet.typed.window(find.width.saturating_sub(9));
    pane::lines(frame, find, [Line::from(vec![Span::styled("  Find   ", theme.quiet()), Span::raw(typed)])]);
    if find.height > 0 {
        let column = find.x.saturating_add(9 + caret).min(find.right().saturating_sub(1));
        frame.set_cursor_position(Position::new(column, find.y));
    }
    let rows = usize::from(list.height);
    let top = (sheet.at + 1).saturating_sub(rows).min(sheet.ways.len().saturating_sub(rows));
    let shown = sheet.ways.iter().enumerate().skip(top).take(rows);
    pane::lines(frame, list, shown.map(|(at, way)| line(way, at == sheet.at, theme, usize::from(list.width))));
}

/// One way: its number, its name, and of a template the usual target and how often it is measured.
fn line(way: &Beginning, marked: bool, theme: Theme, width: usize) -> Line<'static> {
    let mark = if marked { theme.sign("▸") } else { " " };
    let (number, name, end) = match way {
        Beginning::Empty(title) if title.is_empty() => (String::new(), "An empty form".to_owned(), String::new()),
        Beginning::Empty(title) => (String::new(), format!("An empty form called “{title}”"), String::new()),
        Beginning::Copy(code, definition) => {
            (String::new(), format!("A copy of {code}  {}", definition.title), String::new())
        }
        Beginning::Template(template) => (template.number.to_string(), template.title.clone(), usual(template, width)),
    };
    let room = width.saturating_sub(6 + text::width(&end));
    let style = if marked { theme.selected() } else { theme.plain() };
    Line::from(vec![
        Span::styled(mark, theme.strong()),
        Span::styled(text::right(&number, 3), theme.quiet()),
        Span::raw(" "),
        Span::styled(text::left(&name, room), style),
        Span::raw(" "),
        Span::styled(end, theme.quiet()),
    ])
}

/// `< 24 h  monthly`, as much of it as a line of that width has room for.
fn usual(template: &Template, width: usize) -> String {
    let target = match &template.suggestion {
        Some(_) => template.draft(Date::MIN).target_text(),
        None if template.criteria.is_empty() => String::new(),
        None => words::kind(template.kind).to_owned(),
    };
    let target = text::right(&target, 9);
    match width {
        0..44 => String::new(),
        44..64 => target,
        _ => format!("{target} {}", text::left(template.frequency.word(), 11)),
    }
}

fn brings(way: &Beginning, theme: Theme, width: usize) -> Vec<Line<'static>> {
    match way {
        Beginning::Empty(_) => {
            let said = "Every field is yours to fill; a title is enough to keep it as a draft.";
            text::wrap(said, width, 4).into_iter().map(Line::raw).collect()
        }
        Beginning::Copy(code, definition) => copy_brings(code, definition, theme, width),
        Beginning::Template(template) => template_brings(template, theme, width),
    }
}

fn copy_brings(code: &str, definition: &Definition, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let said =
        format!("Content and plan of {code}. Its readings, start value, interim targets and history stay with it.");
    let mut lines = titled(&definition.title, theme, width);
    lines.extend(text::wrap(&said, width, 4).into_iter().map(Line::raw));
    lines
}

fn titled(title: &str, theme: Theme, width: usize) -> Vec<Line<'static>> {
    vec![Line::styled(text::cut(title, width), theme.strong()), Line::default()]
}

fn template_brings(template: &Template, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let or = |a: &str, b: &str| [a, b].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join("; ");
    let references =
        |sign: &str, of: &[String]| of.iter().map(|r| format!("{sign} {r}")).collect::<Vec<_>>().join(", ");
    let target = template.suggestion_text().unwrap_or_else(|| "yours: it depends on where you start".to_owned());
    let mut rows: Vec<(&str, String)> = vec![
        ("Metric", template.metric.clone()),
        ("Value", template.formula.clone()),
        ("Criteria", template.criteria.join("; ")),
        ("Target", if template.criteria.is_empty() { target } else { String::new() }),
    ];
    rows.extend([
        ("Ask first", QUESTIONS.join(" ")),
        ("Serves", format!("{} / {}", template.commitment, template.risk)),
        ("Measured", format!("{}, often owned by {}", template.frequency.word(), template.owner_function)),
        ("Beside it", template.pair.clone()),
        ("Mind", template.note.clone()),
        ("Controls", or(&references("A", &template.annex_a), &references("clause", &template.clauses))),
    ]);
    rows.extend(template.published.iter().map(|figure| ("Others", published(figure))));
    let mut lines = titled(&template.title, theme, width);
    for (label, said) in rows.into_iter().filter(|(_, said)| !said.is_empty()) {
        for (at, part) in text::wrap(&said, width.saturating_sub(LABEL), 3).into_iter().enumerate() {
            let label = if at == 0 { label } else { "" };
            lines.push(Line::from(vec![Span::styled(text::left(label, LABEL), theme.quiet()), Span::raw(part)]));
        }
    }
    lines
}

/// `SLA for patches: high 1 week (seen: SEBI CSCRF)`
fn published(figure: &Published) -> String {
    let mark = figure.mark.word();
    match figure.mark {
        Mark::CommonPractice => format!("{} ({mark})", figure.text),
        Mark::Seen | Mark::SecondHand => format!("{} ({mark}: {})", figure.text, figure.source),
    }
}
