//! How the plan table is drawn: the table, the cell under the cursor in full, the foot.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::element::Element;
use super::{PlanTable, Typing, totals};
use crate::app::view::Row;
use crate::domain::period::Date;
use crate::domain::resources;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::{pane, text};

/// Cells of mark and code.
const CODE: usize = 10;

/// Cells of labels below the table.
const LABEL: usize = 11;

/// Table, cell and foot inside the frame.
fn cut(body: Rect) -> [Rect; 3] {
    let inside = Rect {
        x: body.x + 2.min(body.width),
        y: body.y + 1.min(body.height),
        width: body.width.saturating_sub(4),
        height: body.height.saturating_sub(2),
    };
    let (cell, foot) = match inside.height {
        0..=9 => (2, 0),
        10..=15 => (3, 2),
        16..=24 => (4, 6),
        _ => (5, 7),
    };
    Layout::vertical([Constraint::Min(0), Constraint::Length(cell), Constraint::Length(foot)]).areas(inside)
}

/// How many objectives are in sight at least.
pub fn page(body: Rect) -> usize {
    usize::from(cut(body)[0].height.saturating_sub(1)).max(1)
}

/// Draws it.
pub fn view(table: &PlanTable, model: &Model, frame: &mut Frame, body: Rect) {
    let theme = model.theme;
    let rows = table.rows(model);
    let whole = rows.iter().filter(|row| Element::ALL.iter().all(|e| e.missing(&row.objective.definition).is_none()));
    let end = format!("{} of {} complete", whole.count(), rows.len());
    let title = vec![Span::styled("Plan table", theme.strong())];
    pane::frame_with_end(frame, body, theme, true, title, vec![Span::styled(end, theme.quiet())]);
    let [upper, middle, foot] = cut(body);
    let Some(today) = model.overview.as_ref().map(|overview| overview.as_of) else { return };
    if rows.is_empty() {
        let key = model.key_for(Action::New);
        return pane::lines(frame, upper, [Line::raw(format!("there is no objective yet; {key} on home begins one"))]);
    }
    cells(table, &rows, today, theme, frame, upper);
    match &table.typing {
        Some(typing) => typed(typing, model, frame, middle),
        None => read(table, &rows, today, theme, frame, middle),
    }
    if foot.height > 0 {
        let lines = totals::lines(&rows);
        let width = usize::from(foot.width);
        let most = if foot.height > 6 { 2 } else { 1 };
        let lines = lines.iter().flat_map(|(label, said)| labelled(label, said, most, theme, width));
        pane::lines(frame, foot, std::iter::once(rule(theme, width)).chain(lines));
    }
}

fn rule(theme: Theme, width: usize) -> Line<'static> {
    Line::styled(theme.sign("─").repeat(width), theme.quiet())
}

fn labelled(label: &str, said: &str, most: usize, theme: Theme, width: usize) -> Vec<Line<'static>> {
    crate::tui::widgets::split::labelled((label, LABEL), said, most, theme, width).collect()
}

/// Which columns stand side by side, each with its cells: the one with the cursor among them.
fn columns(column: usize, width: usize) -> Vec<(Element, usize)> {
    let room = width.saturating_sub(CODE + 2);
    let fits = |from: usize| {
        let mut taken = 0;
        Element::ALL[from..]
            .iter()
            .take_while(|element| {
                taken += element.least() + 2;
                taken <= room + 2
            })
            .count()
            .max(1)
    };
    let from = (0..=column).find(|from| from + fits(*from) > column).unwrap_or(column);
    let shown = &Element::ALL[from..(from + fits(from)).min(Element::ALL.len())];
    let taken: usize = shown.iter().map(|element| element.least() + 2).sum();
    let growing = shown.iter().filter(|element| element.grows()).count().max(1);
    let more = (room + 2).saturating_sub(taken) / growing;
    let only = shown.len() == 1;
    shown
        .iter()
        .map(|element| {
            let cells = element.least() + if element.grows() { more } else { 0 };
            (*element, if only { cells.min(room) } else { cells })
        })
        .collect()
}

fn cells(table: &PlanTable, rows: &[&Row], today: Date, theme: Theme, frame: &mut Frame, room: Rect) {
    let columns = columns(table.column, usize::from(room.width));
    let mut heading = vec![Span::styled(text::left("", CODE + 2), theme.quiet())];
    for (element, cells) in &columns {
        let style = if *element == table.element() { theme.strong() } else { theme.quiet() };
        heading.push(Span::styled(text::left(element.name(), *cells), style));
        heading.push(Span::raw("  "));
    }
    pane::lines(frame, room, [Line::from(heading)]);
    let below = Rect { y: room.y + 1.min(room.height), height: room.height.saturating_sub(1), ..room };
    let deep = (usize::from(below.height) / rows.len().max(1)).clamp(1, 3);
    let mut listing = table.listing;
    let window = {
        listing.keep(rows.len(), usize::from(below.height) / deep);
        listing.window(rows.len(), usize::from(below.height) / deep)
    };
    for (line, at) in window.clone().enumerate() {
        let y = below.y + (line * deep) as u16;
        let area = Rect { y, height: (deep as u16).min(below.bottom().saturating_sub(y)), ..below };
        row(table, rows[at], at == listing.selected, &columns, today, theme, frame, area);
    }
    let y = below.y + (listing.selected.saturating_sub(window.start) * deep) as u16;
    if table.typing.is_none() && y < below.bottom() {
        frame.set_cursor_position((below.x, y));
    }
}

#[allow(clippy::too_many_arguments, reason = "a row of a table is where everything about it meets")]
fn row(
    table: &PlanTable,
    row: &Row,
    selected: bool,
    columns: &[(Element, usize)],
    today: Date,
    theme: Theme,
    frame: &mut Frame,
    area: Rect,
) {
    let (mark, _) = theme.status_mark(row.judgement.status);
    let marker = if selected { theme.sign("▸") } else { " " };
    let code = Line::from(vec![
        Span::styled(marker, theme.strong()),
        Span::styled(mark, theme.status(row.judgement.status)),
        Span::styled(
            format!(" {}", text::left(row.code(), CODE - 3)),
            if selected { theme.strong() } else { theme.plain() },
        ),
    ]);
    frame.render_widget(code, Rect { height: 1, ..area });
    let mut x = area.x + (CODE + 2) as u16;
    for (element, cells) in columns {
        let here = selected && *element == table.element();
        let (said, style) = shown(*element, row, today, theme);
        let style = if here { theme.selected() } else { style };
        for (line, part) in parts(&said, *cells, usize::from(area.height)).into_iter().enumerate() {
            let width = (*cells as u16).min(area.right().saturating_sub(x));
            let place = Rect { x, y: area.y + line as u16, width, height: 1 };
            frame.render_widget(Span::styled(text::left(&part, usize::from(width)), style), place);
        }
        x = (x + *cells as u16 + 2).min(area.right());
    }
}

/// A cell over the lines of its row.
fn parts(said: &str, cells: usize, lines: usize) -> Vec<String> {
    if lines == 1 {
        return vec![text::cut(said, cells)];
    }
    let parts = text::wrap(said, cells, lines);
    if parts.is_empty() { vec![String::new()] } else { parts }
}

fn shown(element: Element, row: &Row, today: Date, theme: Theme) -> (String, Style) {
    let definition = &row.objective.definition;
    match element.missing(definition) {
        Some(missing) => (format!("? {missing}"), theme.bad()),
        None => (element.said(definition, today), theme.plain()),
    }
}

/// The cell under the cursor in full.
fn read(table: &PlanTable, rows: &[&Row], today: Date, theme: Theme, frame: &mut Frame, room: Rect) {
    let Some(row) = rows.get(table.listing.selected) else { return };
    let width = usize::from(room.width);
    let element = table.element();
    let (said, style) = shown(element, row, today, theme);
    let said = if said.is_empty() { "nothing".to_owned() } else { said };
    let head = format!("{}  {}", row.code(), row.objective.definition.title);
    let label = element.name();
    let short = match resources::missing(&row.objective.definition) {
        Some(resources::Missing::Short(amounts)) if matches!(element, Element::Needs | Element::Granted) => {
            format!("  not granted: {amounts}")
        }
        _ => String::new(),
    };
    let lines =
        labelled(label, &format!("{said}{short}"), usize::from(room.height).saturating_sub(2).max(1), theme, width);
    let lines = lines.into_iter().map(|line| line.patch_style(style));
    let head = Line::styled(text::cut(&head, width), theme.strong());
    let ruled = (room.height > 2).then(|| rule(theme, width));
    pane::lines(frame, room, ruled.into_iter().chain([head]).chain(lines));
}

/// The cell being typed, how it is read, and what is asked.
fn typed(typing: &Typing, model: &Model, frame: &mut Frame, room: Rect) {
    let theme = model.theme;
    let Some(today) = model.overview.as_ref().map(|overview| overview.today) else { return };
    let (label, field, hint) = match &typing.why {
        Some(why) => ("Why", why, "this needs approval: a version waits until then; one line for the history"),
        None => (typing.element.name(), &typing.text, typing.element.hint()),
    };
    let echo = match (&typing.problem, typing.text.text().trim()) {
        (Some(problem), _) => Err(problem.clone()),
        (None, "") => Ok(None),
        (None, said) => typing.element.reads(today).echo(said),
    };
    let below = match (echo, &typing.why) {
        (Err(problem), _) => Span::styled(text::cut(&problem, usize::from(room.width)), theme.bad()),
        (Ok(Some(echo)), None) => Span::styled(text::cut(&echo, usize::from(room.width)), theme.plain()),
        _ => Span::styled(text::cut(hint, usize::from(room.width)), theme.quiet()),
    };
    let label = text::left(&format!("{} {label}", typing.code), 18.min(usize::from(room.width) / 2));
    let start = text::width(&label) as u16 + 1;
    let width = room.width.saturating_sub(start);
    let (shown, caret) = field.window(width.saturating_sub(1));
    let line = Line::from(vec![
        Span::styled(label, theme.strong()),
        Span::raw(" "),
        Span::styled(text::left(&shown, usize::from(width)), theme.selected()),
    ]);
    let ruled = (room.height > 2).then(|| rule(theme, usize::from(room.width)));
    let at = room.y + ruled.iter().len() as u16;
    pane::lines(frame, room, ruled.into_iter().chain([line, Line::from(below)]));
    if at < room.bottom() && width > 0 {
        frame.set_cursor_position(Position::new((room.x + start + caret).min(room.right().saturating_sub(1)), at));
    }
}
