//! A line per objective: its names, and a cell per month in sight. Only what is on screen is drawn.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::columns::Columns;
use super::entry::{Entry, Part};
use super::faces::look;
use super::place::{Place, lines};
use super::sheet::{GridSheet, Shown};
use crate::app::grid::{GridCell, GridRow};
use crate::domain::grid::State;
use crate::domain::period::Date;
use crate::tui::theme::Theme;
use crate::tui::widgets::text;

/// The lines to draw, and how.
pub struct Rows<'a> {
    /// What is typed and on its way.
    pub sheet: &'a GridSheet,
    /// What was read.
    pub shown: &'a Shown,
    /// Where the cursor stands.
    pub place: Place,
    /// Where the columns stand.
    pub columns: &'a Columns,
    /// The look.
    pub theme: Theme,
}

impl Rows<'_> {
    /// Draws those that have room, the one with the cursor among them.
    pub fn draw(&self, frame: &mut Frame, area: Rect) {
        let height = usize::from(area.height);
        let mut kept = self.place;
        kept.keep(&self.shown.grid, height);
        let all = lines(&self.shown.grid, height);
        for (y, line) in (area.y..area.bottom()).zip(all.into_iter().skip(kept.top)) {
            let Some(at) = line else { continue };
            let room = Rect { y, height: 1, ..area };
            frame.render_widget(self.names(at), room);
            self.cells(at, frame, room);
        }
    }

    /// Code, title and target.
    fn names(&self, at: usize) -> Line<'static> {
        let (row, theme, columns) = (&self.shown.grid.rows[at], self.theme, self.columns);
        let selected = at == self.place.row;
        let style = if selected { theme.strong() } else { theme.plain() };
        let indent = " ".repeat(row.depth.min(3));
        let mut spans = vec![
            Span::styled(if selected { theme.sign("▸") } else { " " }, theme.strong()),
            Span::raw(" "),
            Span::styled(text::left(&format!("{indent}{}", row.code()), columns.code), style),
            Span::raw(" "),
        ];
        if columns.title > 0 {
            spans.push(Span::styled(text::left(&row.objective.definition.title, columns.title - 1), style));
            spans.push(Span::raw(" "));
        }
        if columns.target > 0 {
            spans.push(Span::styled(text::right(&self.shown.targets[at], columns.target - 1), theme.quiet()));
        }
        Line::from(spans)
    }

    /// The months in sight.
    fn cells(&self, at: usize, frame: &mut Frame, area: Rect) {
        let row = &self.shown.grid.rows[at];
        let cursor = (at == self.place.row).then_some(self.place.day);
        for month in self.columns.months.clone() {
            let period = self.shown.grid.months[month];
            let Some((nth, cell)) = in_month(row, period.start, period.end, cursor) else { continue };
            let Some(x) = self.columns.at(area, month) else { continue };
            let width = (self.columns.month as u16 - 1).min(area.right().saturating_sub(x));
            let room = Rect { x, width, ..area };
            let here = cursor.is_some_and(|day| cell.cell.period.contains(day));
            let typed = self.sheet.entry.as_ref().filter(|entry| here && !entry.not_measured);
            match typed.filter(|entry| entry.is_about(row.code(), cell.cell.period)) {
                Some(entry) => self.typed(entry, frame, room),
                None => {
                    frame.render_widget(self.cell((at, nth), row, cell, here), room);
                    if here && self.sheet.entry.is_none() && width > 0 {
                        frame.set_cursor_position((x, area.y));
                    }
                }
            }
        }
    }

    /// The value being typed, the caret in it.
    fn typed(&self, entry: &Entry, frame: &mut Frame, room: Rect) {
        let (said, caret) = entry.field(Part::Value).window(room.width);
        let style = self.theme.selected().patch(self.theme.strong());
        frame.render_widget(Line::styled(text::left(&said, usize::from(room.width)), style), room);
        if entry.part == Part::Value && room.width > 0 {
            frame.set_cursor_position((room.x + caret, room.y));
        }
    }

    /// Its mark, its number, the sign behind it.
    fn cell(&self, (at, nth): (usize, usize), row: &GridRow, cell: &GridCell, here: bool) -> Line<'static> {
        let (state, theme) = (cell.cell.state, self.theme);
        let faces = &self.shown.faces;
        let face = faces.get(at, nth).cloned().unwrap_or_default();
        let on_its_way = self.sheet.saving.holds(row.code(), cell.cell.period);
        let mark = if on_its_way { "…" } else { state.words().0 };
        let number = format!("{}{}", text::right(&face.whole, faces.whole), text::left(&face.rest, faces.rest));
        let quiet = matches!(state, State::Running | State::Ahead | State::NotExpected | State::Due);
        let figure = if quiet { theme.quiet() } else { theme.plain() };
        let over = if here { theme.selected() } else { Style::new() };
        Line::from(vec![
            Span::styled(theme.sign(mark), if here { over } else { look(state, theme) }),
            Span::styled(number, figure.patch(over)),
            Span::styled(text::left(face.sign, 1), over),
        ])
    }
}

/// The cell of a row that stands in a month's column: of several weeks the one under the cursor, else the first that
/// waits, else the last that has begun.
fn in_month(row: &GridRow, start: Date, end: Date, cursor: Option<Date>) -> Option<(usize, &GridCell)> {
    let inside: Vec<(usize, &GridCell)> = row
        .cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| start <= cell.cell.period.end && cell.cell.period.end <= end)
        .collect();
    let under = cursor.and_then(|day| inside.iter().find(|(_, cell)| cell.cell.period.contains(day)));
    let waits = inside.iter().find(|(_, cell)| cell.cell.state.waits());
    let begun = inside.iter().rev().find(|(_, cell)| cell.cell.state != State::Ahead);
    under.or(waits).or(begun).or(inside.last()).copied()
}
