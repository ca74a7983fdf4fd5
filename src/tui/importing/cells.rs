//! The sheet for the grid: what every cell shows, and by its look what becomes of it.

use super::grid::{Cells, Shown};
use crate::app::import::draft::{Cell, CellAt, CellFate, Draft, Fate, Preview, Role, Sure};
use crate::tui::theme::Theme;
use crate::tui::widgets::text;
use ratatui::style::Style;

/// Rows that are looked at for the width of a column: the head of a long sheet is like its rest.
const MEASURED: u32 = 300;

/// A draft with what becomes of it.
#[derive(Debug)]
pub struct SheetCells<'a> {
    /// The draft.
    pub draft: &'a Draft,
    /// What becomes of it, as soon as that is known.
    pub preview: Option<&'a Preview>,
    /// Widths by column, from [`widths`].
    pub widths: &'a [usize],
    /// Cells a question is about.
    pub asked: &'a [CellAt],
    /// The look.
    pub theme: Theme,
}

impl SheetCells<'_> {
    fn role(&self, column: usize) -> Option<&Role> {
        self.draft.columns().get(column).map(|column| &column.role)
    }

    fn fate_of_row(&self, row: u32) -> Option<Fate> {
        let rows = &self.preview?.rows;
        rows.binary_search_by_key(&row, |fate| fate.row).ok().map(|at| rows[at].fate)
    }

    fn mark(&self, at: CellAt) -> (&'static str, Style) {
        let theme = self.theme;
        match self.preview.and_then(|preview| preview.cells.get(&at)) {
            Some(CellFate::Refused(_)) => (theme.sign("✗"), theme.bad()),
            _ if self.asked.contains(&at) => ("?", theme.strong()),
            _ if self.draft.is_edited(at) => ("*", theme.strong()),
            Some(CellFate::Waiting(_)) => ("?", theme.plain()),
            _ if self.draft.sheet().comments.contains_key(&at) => (theme.sign("“"), theme.plain()),
            _ => ("", theme.plain()),
        }
    }
}

impl Cells for SheetCells<'_> {
    fn rows(&self) -> usize {
        self.draft.sheet().height() as usize
    }

    fn columns(&self) -> usize {
        self.draft.columns().len()
    }

    fn cell(&self, row: usize, column: usize) -> Shown {
        let at = CellAt::new(row as u32 + 1, column as u32);
        let theme = self.theme;
        let (mark, style) = self.mark(at);
        let header = self.draft.header_row();
        let left_out = self.role(column) == Some(&Role::LeftOut) || self.fate_of_row(at.row) == Some(Fate::LeftOut);
        let style = match at.row.cmp(&header) {
            std::cmp::Ordering::Equal => theme.strong(),
            std::cmp::Ordering::Less => theme.quiet(),
            std::cmp::Ordering::Greater if left_out && mark.is_empty() => theme.quiet(),
            std::cmp::Ordering::Greater => style,
        };
        let reading = at.row >= header && matches!(self.role(column), Some(Role::Readings(_)));
        let right = reading || matches!(self.draft.sheet().cell(at), Cell::Number { .. });
        Shown { text: self.draft.shown(at), mark, style, right }
    }

    fn head(&self, column: usize) -> Shown {
        let Some(column) = self.draft.columns().get(column) else { return Shown::default() };
        let theme = self.theme;
        let (said, style) = match &column.role {
            Role::LeftOut => (theme.sign("–").to_owned(), theme.quiet()),
            Role::Field(name) => (name.replace('_', " "), theme.plain()),
            Role::Readings(span) => (span.label.clone(), theme.plain()),
            Role::Meanings(span) => (format!("{}{}", theme.sign("“"), span.label), theme.plain()),
        };
        let unsure = column.sure == Sure::Unsure && column.role != Role::LeftOut;
        let right = matches!(column.role, Role::Readings(_));
        Shown { text: said, mark: if unsure { "?" } else { "" }, style, right }
    }

    fn width(&self, column: usize) -> usize {
        let head = self.head(column);
        let sign = if head.mark.is_empty() { 0 } else { 2 };
        self.widths.get(column).copied().unwrap_or(0).max(text::width(&head.text) + sign)
    }

    fn number(&self, row: usize) -> (Style, &'static str) {
        let (theme, number) = (self.theme, row as u32 + 1);
        if number == self.draft.header_row() {
            return (theme.strong(), theme.sign("▾"));
        }
        match self.fate_of_row(number) {
            Some(Fate::Refused) => (theme.bad(), theme.sign("✗")),
            Some(Fate::LeftOut) => (theme.quiet(), theme.sign("–")),
            Some(_) => (theme.plain(), ""),
            None => (theme.quiet(), ""),
        }
    }
}

/// How wide the texts of every column are, below a title that runs over several.
pub fn widths(draft: &Draft) -> Vec<usize> {
    let sheet = draft.sheet();
    let first = draft.header_row().max(1);
    let mut widths = vec![0; draft.columns().len()];
    for row in sheet.rows.iter().filter(|row| (first..first + MEASURED).contains(&row.number)) {
        for (column, width) in widths.iter_mut().enumerate().take(row.cells.len()) {
            let at = CellAt::new(row.number, column as u32);
            let reading = matches!(draft.columns()[column].role, Role::Readings(_)) && row.number > first;
            let word = reading && matches!(sheet.cell(at), Cell::Text(_));
            let mark = if word || sheet.comments.contains_key(&at) { 2 } else { 0 };
            *width = (*width).max(text::width(&draft.shown(at)) + mark);
        }
    }
    widths
}

/// The column that names the rows: the code, else the title, else the first.
pub fn naming_column(draft: &Draft) -> usize {
    let of =
        |field: &str| draft.columns().iter().position(|column| matches!(column.role, Role::Field(f) if f == field));
    of("code").or_else(|| of("objective")).or_else(|| of("title")).unwrap_or(0)
}
