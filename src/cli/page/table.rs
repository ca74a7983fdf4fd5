//! Aligned columns: whole lines into a pipe, cut to the width of a terminal.

use std::borrow::Cow;
use std::io;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::Page;
use super::tone::Tone;
use crate::domain::text::one_line;

/// A stretching column is not made narrower than this.
const NARROWEST: usize = 12;
const BETWEEN: &str = "  ";

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    heading: &'static str,
    numbers: bool,
    stretches: bool,
}

impl Column {
    /// Text, shown whole.
    pub fn text(heading: &'static str) -> Column {
        Column { heading, numbers: false, stretches: false }
    }

    /// Numbers, aligned at their end.
    pub fn numbers(heading: &'static str) -> Column {
        Column { heading, numbers: true, stretches: false }
    }

    /// Prose, shortened first where a terminal is narrow.
    pub fn prose(heading: &'static str) -> Column {
        Column { heading, numbers: false, stretches: true }
    }
}

/// One cell: sanitized text and its tone.
#[derive(Clone, Debug)]
pub struct Cell {
    text: String,
    tone: Tone,
}

impl Cell {
    /// A cell in a tone.
    pub fn toned(text: &str, tone: Tone) -> Cell {
        Cell { text: one_line(text).into_owned(), tone }
    }
}

impl<T: AsRef<str>> From<T> for Cell {
    fn from(text: T) -> Cell {
        Cell::toned(text.as_ref(), Tone::Plain)
    }
}

/// Rows under headings.
#[derive(Clone, Debug)]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
}

impl Table {
    /// An empty table.
    pub fn new(columns: impl IntoIterator<Item = Column>) -> Table {
        Table { columns: columns.into_iter().collect(), rows: Vec::new() }
    }

    /// Adds a row: one cell per column.
    pub fn row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        let cells: Vec<Cell> = cells.into_iter().collect();
        debug_assert_eq!(cells.len(), self.columns.len(), "a row has one cell per column");
        self.rows.push(cells);
    }

    /// Prints headings and rows.
    pub fn print(&self, page: &mut Page) -> io::Result<()> {
        let widths = self.widths(page.width);
        let headings: Vec<Cell> = self.columns.iter().map(|c| Cell::toned(c.heading, Tone::Strong)).collect();
        for cells in std::iter::once(&headings).chain(&self.rows) {
            let line = self.line(cells, &widths, page.colour);
            page.line(&line)?;
        }
        Ok(())
    }

    fn line(&self, cells: &[Cell], widths: &[usize], colour: bool) -> String {
        let mut line = String::new();
        for ((cell, column), width) in cells.iter().zip(&self.columns).zip(widths) {
            if *width == 0 {
                continue;
            }
            if !line.is_empty() {
                line.push_str(BETWEEN);
            }
            let text = fit(&cell.text, *width);
            let padding = " ".repeat(width - text.width());
            let painted = cell.tone.paint(&text, colour);
            line.push_str(&if column.numbers { padding + &painted } else { painted + &padding });
        }
        line
    }

    /// What each column gets: its natural width where there is room, else prose is shortened, and where that is not
    /// enough columns leave from the right. A column that left is 0 wide.
    fn widths(&self, available: Option<usize>) -> Vec<usize> {
        let natural: Vec<usize> = (0..self.columns.len()).map(|at| self.natural_width(at)).collect();
        let Some(available) = available else { return natural };
        let narrowest = natural.iter().zip(&self.columns);
        let mut widths: Vec<usize> =
            narrowest.map(|(width, column)| if column.stretches { NARROWEST.min(*width) } else { *width }).collect();
        while total(&widths) > available {
            match widths.iter().rposition(|width| *width > 0) {
                Some(at) if at > 0 => widths[at] = 0,
                _ => {
                    widths[0] = widths[0].min(available);
                    return widths;
                }
            }
        }
        for _ in total(&widths)..available {
            let shortened = (0..widths.len()).filter(|at| widths[*at] > 0 && widths[*at] < natural[*at]);
            match shortened.min_by_key(|at| widths[*at]) {
                Some(at) => widths[at] += 1,
                None => break,
            }
        }
        widths
    }

    fn natural_width(&self, at: usize) -> usize {
        let heading = self.columns[at].heading.width();
        self.rows.iter().map(|row| row[at].text.width()).fold(heading, usize::max)
    }
}

/// The width of a line of columns with what stands between them.
fn total(widths: &[usize]) -> usize {
    let shown = widths.iter().filter(|width| **width > 0).count();
    widths.iter().sum::<usize>() + shown.saturating_sub(1) * BETWEEN.len()
}

/// The text in at most `width` columns, with one ellipsis where it was longer.
pub fn fit(text: &str, width: usize) -> Cow<'_, str> {
    if text.width() <= width {
        return Cow::Borrowed(text);
    }
    let mut kept = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        if used + grapheme.width() + 1 > width {
            break;
        }
        used += grapheme.width();
        kept.push_str(grapheme);
    }
    if width > 0 {
        kept.push('…');
    }
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut table = Table::new([Column::text("code"), Column::prose("title"), Column::numbers("last")]);
        table.row(["HR-2".into(), "Leaver access revoked in a day".into(), "38 h".into()]);
        table.row(["漢字".into(), "short".into(), "91.5 %".into()]);
        table
    }

    fn lines(table: &Table, available: Option<usize>) -> Vec<String> {
        let widths = table.widths(available);
        table.rows.iter().map(|row| table.line(row, &widths, false)).collect()
    }

    #[test]
    fn a_pipe_gets_whole_aligned_lines() {
        let lines = lines(&table(), None);
        assert_eq!(lines[0], "HR-2  Leaver access revoked in a day    38 h");
        assert_eq!(lines[1], "漢字  short                           91.5 %");
    }

    #[test]
    fn a_terminal_shortens_prose_before_it_drops_a_column() {
        for available in 1..60 {
            for line in lines(&table(), Some(available)) {
                assert!(line.width() <= available, "{available}: {line}");
            }
        }
        assert_eq!(lines(&table(), Some(30))[0], "HR-2  Leaver access r…    38 h");
    }

    #[test]
    fn text_from_data_cannot_steer_a_terminal() {
        let cell = Cell::from("a\u{1b}[2Jb\nc");
        assert_eq!(cell.text, "a\u{241b}[2Jb c");
    }
}
