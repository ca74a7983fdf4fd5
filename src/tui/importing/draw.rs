//! Draws the steps, the sheet, what is to be decided, what becomes of it, and the count.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::areas::Areas;
use super::grid::Cursor;
use super::sheet::{ImportSheet, Typing};
use super::stage::{self, Stage};
use super::{decisions, detail, entry};
use crate::tui::model::Model;
use crate::tui::text_field::TextField;
use crate::tui::theme::Theme;
use crate::tui::widgets::{pane, text};

/// Room for a text typed over a cell.
const TYPING: u16 = 24;

/// Draws it into the body.
pub fn draw(sheet: &ImportSheet, frame: &mut Frame, body: Rect, model: &Model) {
    let theme = model.theme;
    let state = &sheet.state;
    if state.stage == Stage::File {
        return sheet.files.view(frame, body, model);
    }
    let areas = sheet.areas(body);
    let strip = stage::strip(state.stage, &state.stages(), theme, usize::from(body.width));
    frame.render_widget(strip, areas.strip);
    let in_grid = state.in_grid && matches!(sheet.typing, Typing::Nothing | Typing::Cell { .. });
    borders(frame, areas, in_grid, theme);
    let place = grid(sheet, frame, areas.sheet, in_grid, theme);
    list(sheet, frame, areas.list, in_grid, model);
    said(sheet, frame, areas.detail, model);
    count(sheet, frame, areas.count, theme);
    if let (Typing::Cell { field, .. }, Some(place)) = (&sheet.typing, place) {
        typed_over(field, frame, place, Areas::inside(areas.sheet), theme);
    }
}

/// The focused frame last, so that its heavier line wins where two meet.
fn borders(frame: &mut Frame, areas: Areas, in_grid: bool, theme: Theme) {
    let (focused, other) = if in_grid { (areas.sheet, areas.list) } else { (areas.list, areas.sheet) };
    for (area, focus) in [(areas.detail, false), (other, false), (focused, true)] {
        if area.height > 0 {
            pane::borders(frame, area, theme, focus);
        }
    }
}

fn name(frame: &mut Frame, area: Rect, title: &str, end: &str, focused: bool, theme: Theme) {
    let room = usize::from(area.width).saturating_sub(5);
    let spans = vec![Span::styled(text::cut(title, room), theme.strong())];
    let end = if end.is_empty() { Vec::new() } else { vec![text::span(end, theme.quiet())] };
    pane::title(frame, area, theme, focused, spans, end);
}

fn grid(sheet: &ImportSheet, frame: &mut Frame, area: Rect, focused: bool, theme: Theme) -> Option<Rect> {
    let cells = sheet.state.cells(theme).filter(|_| area.height > 0)?;
    let end = format!("{} × {}", cells.draft.sheet().height(), cells.draft.columns().len());
    let title = format!("{} · {}", file_name(cells.draft.name()), cells.draft.sheet().name);
    name(frame, area, &title, &end, focused, theme);
    let cursor = match (focused, sheet.state.stage) {
        (false, _) => Cursor::Away,
        (true, Stage::Header) => Cursor::Row,
        (true, _) => Cursor::Cell,
    };
    sheet.state.grid.draw(frame, Areas::inside(area), &cells, theme, cursor)
}

/// The last part of a path.
fn file_name(path: &str) -> &str {
    path.rsplit(std::path::is_separator).next().unwrap_or(path)
}

fn list(sheet: &ImportSheet, frame: &mut Frame, area: Rect, in_grid: bool, model: &Model) {
    if area.height == 0 {
        return;
    }
    let theme = model.theme;
    let inside = Areas::inside(area);
    let (title, end) = titles(sheet);
    name(frame, area, &title, &end, !in_grid, theme);
    if sheet.state.stage == Stage::Approval {
        return sheet.approval.draw(frame, inside, theme);
    }
    let head = head(sheet, theme, usize::from(inside.width));
    let taken = (head.len() as u16).min(inside.height);
    pane::lines(frame, inside, head);
    let rest = Rect { y: inside.y + taken, height: inside.height - taken, ..inside };
    match &sheet.typing {
        Typing::ReadingAs(choice) => {
            entry::draw(frame, rest, &choice.entries(), &choice.listing, theme, true);
            line_to_type("Find", &choice.typed, frame, inside, theme);
        }
        Typing::Line { label, field, .. } => line_to_type(label, field, frame, inside, theme),
        Typing::Nothing | Typing::Cell { .. } => {
            let entries = decisions::entries(&sheet.state, model);
            entry::draw(
                frame,
                rest,
                &entries,
                &sheet.state.listing,
                theme,
                !in_grid && matches!(sheet.typing, Typing::Nothing),
            );
        }
    }
}

fn titles(sheet: &ImportSheet) -> (String, String) {
    let state = &sheet.state;
    let questions = state.draft.as_ref().map_or(0, |draft| draft.questions().len());
    match (&sheet.typing, state.stage) {
        (Typing::ReadingAs(choice), _) => {
            let column = state.draft.as_ref().and_then(|draft| draft.columns().get(choice.column as usize));
            let said = column.map(|column| format!("Column {}  {}", column.letters(), column.header));
            (said.unwrap_or_default(), "is read as".to_owned())
        }
        (_, Stage::Sheet) => ("Which sheet".to_owned(), String::new()),
        (_, Stage::Header) => ("Which row names the columns".to_owned(), String::new()),
        (_, Stage::Columns) => ("What the columns are read as".to_owned(), String::new()),
        (_, Stage::Questions) => {
            ("Only you can say".to_owned(), format!("question {} of {questions}", state.asked + 1))
        }
        (_, Stage::Check) => ("What becomes of it".to_owned(), String::new()),
        (_, Stage::Approval) => ("Who approved these objectives".to_owned(), "asked once".to_owned()),
        (_, Stage::Write) => ("What will be written".to_owned(), "nothing is written before".to_owned()),
        (_, Stage::Done) => ("It is in".to_owned(), String::new()),
        (_, Stage::File) => (String::new(), String::new()),
    }
}

/// What stands over the lines: the question with what raises it, or room for the line that narrows.
fn head(sheet: &ImportSheet, theme: Theme, width: usize) -> Vec<Line<'static>> {
    if matches!(sheet.typing, Typing::ReadingAs(_) | Typing::Line { .. }) {
        return vec![Line::default(), Line::default()];
    }
    let said = |said: &str, most: usize, style: Style| {
        let lines = text::wrap(said, width.saturating_sub(2), most);
        lines.into_iter().map(move |line| Line::styled(format!(" {line}"), style)).collect::<Vec<_>>()
    };
    match (sheet.state.stage, sheet.state.question()) {
        (Stage::Questions, Some(question)) => {
            let mut lines = said(&question.text, 4, theme.strong());
            lines.extend(said(&question.why, 3, theme.plain()));
            lines.push(Line::default());
            lines
        }
        _ if sheet.running => said("writing; nothing of it stays where it is stopped", 2, theme.strong()),
        _ => Vec::new(),
    }
}

fn line_to_type(label: &str, field: &TextField, frame: &mut Frame, inside: Rect, theme: Theme) {
    let label = format!(" {label}  ");
    let before = text::width(&label) as u16;
    let (shown, caret) = field.window(inside.width.saturating_sub(before + 1));
    pane::lines(frame, inside, [Line::from(vec![Span::styled(label, theme.quiet()), Span::raw(shown)])]);
    if inside.height > 0 && inside.width > 0 {
        let column = inside.x.saturating_add(before + caret).min(inside.right() - 1);
        frame.set_cursor_position(Position::new(column, inside.y));
    }
}

fn said(sheet: &ImportSheet, frame: &mut Frame, area: Rect, model: &Model) {
    let theme = model.theme;
    if area.height == 0 {
        return;
    }
    let state = &sheet.state;
    let inside = Areas::inside(area);
    let width = usize::from(inside.width).saturating_sub(2);
    let room = Rect { x: inside.x + 1.min(inside.width), width: width as u16, ..inside };
    if matches!(state.stage, Stage::Write | Stage::Done) {
        let entries = decisions::entries(state, model);
        let Some(entry) = entries.get(state.listing.selected) else { return };
        name(frame, area, "In full", "", false, theme);
        let lines = text::wrap(&entry.in_full(), width, usize::from(room.height));
        return pane::lines(frame, room, lines.into_iter().map(Line::raw));
    }
    name(frame, area, &state.at().to_string(), "", false, theme);
    let echo = match &sheet.typing {
        Typing::Cell { echo, .. } => echo.as_deref(),
        _ => None,
    };
    pane::lines(frame, room, detail::of_cell(state, echo, theme, width));
}

fn count(sheet: &ImportSheet, frame: &mut Frame, area: Rect, theme: Theme) {
    let style = if sheet.problem.is_some() { theme.bad() } else { theme.plain() };
    let lines = counted_lines(sheet, area.width, usize::from(area.height));
    pane::lines(frame, area, lines.into_iter().map(|line| Line::styled(format!(" {line}"), style)));
}

/// What the sheet comes to, or what is wrong with it, in lines of that width.
fn counted_lines(sheet: &ImportSheet, width: u16, most: usize) -> Vec<String> {
    let said = match (&sheet.problem, sheet.state.preview()) {
        (Some(problem), _) => problem.clone(),
        (None, Some(preview)) => {
            let both = [preview.objectives_sentence(), preview.sentence()];
            both.into_iter().filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(" · ")
        }
        (None, None) => "looking at every cell".to_owned(),
    };
    text::wrap(&said, usize::from(width).saturating_sub(2), most)
}

impl ImportSheet {
    /// Where the parts stand now.
    pub(super) fn areas(&self, body: Rect) -> Areas {
        Areas::of(body, self.state.in_grid, counted_lines(self, body.width, 2).len())
    }
}

/// The text being typed over a cell: wider than the cell where there is room for it.
fn typed_over(field: &TextField, frame: &mut Frame, place: Rect, inside: Rect, theme: Theme) {
    let width = place.width.max(TYPING).min(inside.width);
    let x = place.x.min(inside.right().saturating_sub(width));
    let (shown, caret) = field.window(width.saturating_sub(1));
    let area = Rect { x, width, ..place };
    frame.render_widget(Line::styled(text::left(&shown, usize::from(width)), theme.selected()), area);
    frame.set_cursor_position(Position::new(x.saturating_add(caret), place.y));
}
