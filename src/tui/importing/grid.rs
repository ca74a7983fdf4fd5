//! The sheet as it is: cells under letters and beside numbers, a cursor, scrolling all ways. The column that names
//! the rows stays in sight while the others scroll.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::import::draft::CellAt;
use crate::tui::keymap::Action;
use crate::tui::theme::Theme;
use crate::tui::update::moving;
use crate::tui::widgets::{pane, text};

/// Letters and the line of what a column is read as.
const HEAD: u16 = 2;
/// A column is never wider than this: a long text is read in the pane beside.
const WIDEST: usize = 26;
/// A column is never narrower: its letters and a mark have room.
const NARROWEST: usize = 5;
/// Cells between two columns.
const GAP: usize = 1;

/// What one cell shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Its text as the spreadsheet shows it.
    pub text: String,
    /// A sign before it: refused, edited, commented; empty for none.
    pub mark: &'static str,
    /// The look of sign and text.
    pub style: Style,
    /// Figures stand at the right.
    pub right: bool,
}

/// What the grid asks about the sheet. Rows and columns count from 0.
pub trait Cells {
    /// How many rows.
    fn rows(&self) -> usize;
    /// How many columns.
    fn columns(&self) -> usize;
    /// What a cell shows.
    fn cell(&self, row: usize, column: usize) -> Shown;
    /// What stands under the letters of a column: what it is read as.
    fn head(&self, column: usize) -> Shown;
    /// How wide the texts of a column are; never more than [`WIDEST`] counts.
    fn width(&self, column: usize) -> usize;
    /// The look of a row's number, and a sign behind it.
    fn number(&self, row: usize) -> (Style, &'static str);
}

/// How the place of the cursor is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cursor {
    /// The focus is elsewhere.
    Away,
    /// On its cell.
    Cell,
    /// On its whole row.
    Row,
}

/// Where the cursor stands and what is in sight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Row of the cursor.
    pub row: usize,
    /// Column of the cursor.
    pub column: usize,
    /// First row in sight.
    pub top: usize,
    /// First column in sight beside the kept one.
    pub left: usize,
    /// The column that stays in sight.
    pub kept: Option<usize>,
}

impl Grid {
    /// Moves the cursor; `area` is the room it is drawn in.
    pub fn act(&mut self, action: Action, cells: &dyn Cells, area: Rect) {
        let last = cells.columns().saturating_sub(1);
        match action {
            Action::Left => self.column = self.column.saturating_sub(1),
            Action::Right => self.column = (self.column + 1).min(last),
            _ => self.row = moving::moved(self.row, action, rows_in(area), cells.rows().saturating_sub(1)),
        }
        self.keep(cells, area);
    }

    /// Puts the cursor on a cell.
    pub fn go(&mut self, row: usize, column: usize, cells: &dyn Cells, area: Rect) {
        (self.row, self.column) = (row, column);
        self.keep(cells, area);
    }

    /// Keeps the cursor on a cell and in sight, after it, the sheet or the room has changed.
    pub fn keep(&mut self, cells: &dyn Cells, area: Rect) {
        self.row = self.row.min(cells.rows().saturating_sub(1));
        self.column = self.column.min(cells.columns().saturating_sub(1));
        let height = rows_in(area);
        self.top = self.top.min(self.row).max((self.row + 1).saturating_sub(height));
        self.top = self.top.min(cells.rows().saturating_sub(height));
        if Some(self.column) == self.kept {
            return;
        }
        self.left = self.left.min(self.column);
        while self.left < self.column && !self.in_sight(cells, area).iter().any(|(column, _, _)| *column == self.column)
        {
            self.left += 1;
        }
    }

    /// The columns in sight with the x of their first cell and their width.
    fn in_sight(&self, cells: &dyn Cells, area: Rect) -> Vec<(usize, u16, usize)> {
        let room = usize::from(area.width).saturating_sub(gutter(cells));
        let kept = self.kept.filter(|kept| *kept < self.left && *kept < cells.columns());
        let mut taken = 0;
        let mut placed = Vec::new();
        for column in kept.into_iter().chain(self.left..cells.columns()) {
            let width = width(cells, column);
            let left_over = room.saturating_sub(taken);
            // The first one is shown in any case; another one only where at least half of it has room.
            if left_over < width.div_ceil(2) && !placed.is_empty() || left_over == 0 {
                break;
            }
            let shown = width.min(left_over);
            placed.push((column, area.x + (gutter(cells) + taken) as u16, shown));
            taken += shown + GAP;
        }
        placed
    }

    /// Draws the cells; gives the place of the cursor's cell for the one who edits it.
    pub fn draw(&self, frame: &mut Frame, area: Rect, cells: &dyn Cells, theme: Theme, cursor: Cursor) -> Option<Rect> {
        if area.width == 0 || area.height == 0 {
            return None;
        }
        let mut kept = *self;
        kept.keep(cells, area);
        let columns = kept.in_sight(cells, area);
        for (column, x, width) in &columns {
            let at = |y| Rect { x: *x, y, width: *width as u16, height: 1 };
            let style = if *column == kept.column { theme.strong() } else { theme.quiet() };
            let name = centred(&CellAt::letters(*column as u32), *width);
            frame.render_widget(Line::styled(name, style), at(area.y));
            if area.height > 1 {
                let head = cells.head(*column);
                frame.render_widget(one(&head, *width, head.style), at(area.y + 1));
            }
        }
        let first = area.y + HEAD;
        for (y, row) in (first..area.bottom()).zip(kept.top..cells.rows()) {
            kept.row(row, Rect { y, height: 1, ..area }, &columns, frame, cells, (theme, cursor));
        }
        kept.edges(frame, area, cells, &columns, theme);
        let x = columns.iter().find(|(column, _, _)| *column == kept.column);
        let y = first + kept.row.saturating_sub(kept.top) as u16;
        let place = x.filter(|_| y < area.bottom()).map(|(_, x, width)| Rect::new(*x, y, *width as u16, 1));
        if let Some(at) = place.filter(|_| cursor != Cursor::Away) {
            frame.set_cursor_position((at.x, at.y));
        }
        place
    }

    fn row(
        &self,
        row: usize,
        line: Rect,
        columns: &[(usize, u16, usize)],
        frame: &mut Frame,
        cells: &dyn Cells,
        (theme, cursor): (Theme, Cursor),
    ) {
        let here = row == self.row;
        let (style, sign) = cells.number(row);
        let sign = if sign.is_empty() { " " } else { sign };
        let number = text::right(&format!("{}{sign}", row + 1), gutter(cells) - 1);
        let style = if here { style.patch(theme.strong()) } else { style };
        frame
            .render_widget(Line::styled(number, style), Rect { width: (gutter(cells) as u16).min(line.width), ..line });
        if here && cursor == Cursor::Row {
            let from = gutter(cells) as u16;
            let whole = Rect { x: line.x + from.min(line.width), width: line.width.saturating_sub(from), ..line };
            frame.buffer_mut().set_style(whole, theme.selected());
        }
        let mut taken = 0;
        for (at, (column, x, width)) in columns.iter().enumerate() {
            let shown = cells.cell(row, *column);
            let style = match cursor {
                _ if !here => shown.style,
                Cursor::Row => shown.style.patch(theme.selected()),
                Cursor::Cell if *column == self.column => shown.style.patch(theme.selected()),
                Cursor::Away if *column == self.column => shown.style.patch(theme.strong().underlined()),
                Cursor::Cell | Cursor::Away => shown.style,
            };
            if *x < taken && shown.text.is_empty() && style == shown.style {
                continue;
            }
            let room = width + self.spill(row, &shown, *width, &columns[at + 1..], cells);
            frame.render_widget(one(&shown, room, style), Rect { x: *x, width: room as u16, ..line });
            taken = x + room as u16;
        }
    }

    /// How far a text too long for its cell runs over the empty ones at its right, as spreadsheets show it.
    fn spill(
        &self,
        row: usize,
        shown: &Shown,
        width: usize,
        right: &[(usize, u16, usize)],
        cells: &dyn Cells,
    ) -> usize {
        let missing = text::width(&shown.text).saturating_sub(width);
        if shown.right || missing == 0 {
            return 0;
        }
        let empty = right.iter().take_while(|(column, _, _)| cells.cell(row, *column).text.is_empty());
        empty.map(|(_, _, width)| GAP + width).sum::<usize>().min(missing)
    }

    /// Arrows where the sheet goes on.
    fn edges(&self, frame: &mut Frame, area: Rect, cells: &dyn Cells, columns: &[(usize, u16, usize)], theme: Theme) {
        let right = columns.last().is_some_and(|(column, _, _)| column + 1 < cells.columns());
        let first = if self.kept.is_some_and(|kept| kept == 0) { 1 } else { 0 };
        let left = self.left > first;
        let said = match (left, right) {
            (true, true) => format!("{} {}", theme.sign("←"), theme.sign("→")),
            (true, false) => theme.sign("←").to_owned(),
            (false, true) => theme.sign("→").to_owned(),
            (false, false) => return,
        };
        let corner = Rect { height: 1, ..area };
        let width = (text::width(&said) as u16).min(area.width);
        if usize::from(width) < gutter(cells) {
            frame.render_widget(Line::styled(said, theme.strong()), Rect { width, ..corner });
        } else {
            pane::at_right(frame, corner, Line::styled(said, theme.strong()));
        }
    }
}

/// Rows in sight.
fn rows_in(area: Rect) -> usize {
    usize::from(area.height.saturating_sub(HEAD)).max(1)
}

/// Cells of the row numbers with the sign behind them.
fn gutter(cells: &dyn Cells) -> usize {
    cells.rows().to_string().len().max(2) + 2
}

fn width(cells: &dyn Cells, column: usize) -> usize {
    cells.width(column).clamp(NARROWEST, WIDEST)
}

/// Sign and text in exactly `width` cells.
fn one(shown: &Shown, width: usize, style: Style) -> Line<'static> {
    let sign = if shown.mark.is_empty() { String::new() } else { format!("{} ", shown.mark) };
    let room = width.saturating_sub(text::width(&sign));
    let said = if shown.right { text::right(&shown.text, room) } else { text::left(&shown.text, room) };
    Line::from(vec![Span::styled(text::cut(&format!("{sign}{said}"), width), style)])
}

fn centred(said: &str, width: usize) -> String {
    let before = width.saturating_sub(text::width(said)) / 2;
    text::left(&format!("{}{said}", " ".repeat(before)), width)
}
