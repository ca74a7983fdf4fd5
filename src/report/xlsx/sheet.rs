//! One sheet: words above and between tables, each in its row.

use rust_xlsxwriter::{Format, Image, Url, Worksheet, XlsxError};

use super::chart::{self, Drawn};
use super::style::{self, Numbers, Styles};
use super::{day, table};
use crate::report::flat::{Datum, FlatColumn, FlatTable, Line, Piece, Role};

/// Widths of a sheet of words: what a line is about, what it says, who said it, the clause.
const WORDS: [f64; 4] = [22.0, 84.0, 30.0, 10.0];
/// The least width of a sheet with tables and words, so that the words have room.
const ROOM: f64 = 100.0;
/// Rows a chart takes.
const CHART_ROWS: u32 = 16;
/// The last row a heading may stand in and stay on the screen.
const LAST_FROZEN: u32 = 8;
/// The height of a title, in points.
const TITLE: f64 = 24.0;
/// A4.
const PAPER: u8 = 9;

/// What the cells of a column look like where they say nothing themselves. Looks said once for a column and not for each
/// of its cells are most of what a large sheet costs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ColumnLook {
    Plain,
    Text,
    Number(usize),
}

/// Writes a sheet from the top.
pub(super) struct Pen<'s> {
    sheet: Worksheet,
    row: u32,
    widths: Vec<f64>,
    styles: &'s Styles,
    numbers: Numbers,
    looks: Vec<ColumnLook>,
    /// What lines are about stands in the first column.
    labelled: bool,
    /// Texts keep their line breaks.
    keeps_lines: bool,
    cut: &'s mut usize,
}

impl<'s> Pen<'s> {
    pub(super) fn new(name: &str, foot: &str, styles: &'s Styles, cut: &'s mut usize) -> Result<Pen<'s>, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        sheet.set_landscape().set_paper_size(PAPER).set_print_fit_to_pages(1, 0);
        sheet.set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3).set_screen_gridlines(false);
        // In a foot `&` begins a code, and 255 characters are the most it takes.
        let foot: String = style::safe(foot).chars().take(90).collect::<String>().replace('&', "&&");
        sheet.set_footer(format!("&L&8{foot}&R&8&P / &N"));
        Ok(Pen {
            sheet,
            row: 0,
            widths: Vec::new(),
            styles,
            numbers: Numbers::default(),
            looks: Vec::new(),
            labelled: false,
            keeps_lines: false,
            cut,
        })
    }

    pub(super) fn finish(self) -> Worksheet {
        self.sheet
    }

    /// Sets the columns' widths, in characters.
    pub(super) fn widths(&mut self, widths: &[f64]) -> Result<(), XlsxError> {
        for (column, width) in (0..).zip(widths) {
            self.sheet.set_column_width(column, *width)?;
        }
        self.widths = widths.to_vec();
        Ok(())
    }

    /// Leaves a row empty.
    pub(super) fn skip(&mut self) {
        self.row += 1;
    }

    /// A line of its own, as wide as it is.
    pub(super) fn line(&mut self, text: &str, format: &Format) -> Result<(), XlsxError> {
        self.put(0, text, &format.clone().unset_text_wrap())?;
        self.row += 1;
        Ok(())
    }

    /// The name of the sheet or the document.
    pub(super) fn title(&mut self, text: &str) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, TITLE)?;
        self.line(text, &self.styles.title)
    }

    /// A link to a sheet, and what is found there.
    pub(super) fn link(&mut self, sheet: &str, holds: &str) -> Result<(), XlsxError> {
        let there = Url::new(format!("internal:'{}'!A1", sheet.replace('\'', "''"))).set_text(sheet);
        self.sheet.write_url_with_format(self.row, 0, there, &self.styles.link)?;
        self.put(1, holds, &self.styles.note)?;
        self.row += 1;
        Ok(())
    }

    /// What something is called, and a word on it.
    pub(super) fn pair(&mut self, what: &str, about: &str) -> Result<(), XlsxError> {
        self.put(0, what, &self.styles.text)?;
        self.put(1, about, &self.styles.note)?;
        let texts = [what, about].map(|text| text.chars().count());
        self.grow(texts.into_iter().zip(self.widths.clone()))?;
        self.row += 1;
        Ok(())
    }

    /// A picture at the upper right.
    pub(super) fn picture(&mut self, mut image: Image) -> Result<(), XlsxError> {
        let high = 64.0;
        if image.height() > high {
            let scale = high / image.height();
            image = image.set_scale_width(scale).set_scale_height(scale);
        }
        self.sheet.insert_image(0, 1, &image)?;
        Ok(())
    }

    /// A part: its heading, then its pieces.
    pub(super) fn part(&mut self, heading: &str, pieces: &[Piece<'_>], drawn: &mut Drawn) -> Result<(), XlsxError> {
        let tables = || pieces.iter().filter_map(|p| if let Piece::Table(table) = p { Some(table) } else { None });
        let words = pieces.iter().any(|piece| matches!(piece, Piece::Line(_)));
        let labelled = pieces.iter().any(|piece| matches!(piece, Piece::Line(line) if !line.label.is_empty()));
        self.labelled = labelled;
        let mut widths = table::widths(tables());
        match (widths.is_empty(), words) {
            (true, _) => widths = WORDS.to_vec(),
            (false, false) => {}
            (false, true) => {
                if labelled {
                    widths[0] = widths[0].max(WORDS[0]);
                }
                let missing = ROOM - widths.iter().sum::<f64>();
                if let Some(last) = widths.last_mut().filter(|_| missing > 0.0) {
                    *last += missing;
                }
            }
        }
        self.widths(&widths)?;
        self.title(heading)?;
        let only = tables().count() == 1;
        let mixed = tables().next().is_some();
        for piece in pieces {
            match piece {
                Piece::Line(line) if mixed => self.across(line)?,
                Piece::Line(line) => self.in_columns(line)?,
                Piece::Table(table) => self.table(table, only)?,
                Piece::Chart(picture) => {
                    let width: f64 = self.widths.iter().sum();
                    let chart = chart::line(picture, drawn, width);
                    self.sheet.insert_chart(self.row, 0, &chart)?;
                    self.row += CHART_ROWS;
                }
            }
        }
        Ok(())
    }

    /// Nothing but the rows of a table, for programs to read.
    pub(super) fn rows(&mut self, table: &FlatTable) -> Result<(), XlsxError> {
        self.keeps_lines = true;
        self.widths(&table::widths(std::iter::once(table)))?;
        self.table(table, true)
    }

    fn format(&self, role: Role) -> &'s Format {
        match role {
            Role::Heading => &self.styles.heading,
            Role::Lead => &self.styles.lead,
            Role::Text => &self.styles.text,
            Role::Note => &self.styles.note,
        }
    }

    /// A line in a sheet without tables: each of its parts in its own column.
    fn in_columns(&mut self, line: &Line) -> Result<(), XlsxError> {
        let (format, styles) = (self.format(line.role), self.styles);
        if line.role == Role::Heading && self.row > 1 {
            self.skip();
        }
        let labels = if line.role == Role::Heading { format } else { &styles.label };
        self.put(0, &line.label, labels)?;
        self.put(1, &line.text, format)?;
        self.put(2, &line.by, &styles.note)?;
        self.put(3, &line.clause, &styles.note)?;
        let texts = [&line.label, &line.text, &line.by, &line.clause];
        self.grow(texts.into_iter().map(|text| text.chars().count()).zip(WORDS))?;
        self.row += 1;
        Ok(())
    }

    /// A line in a sheet of tables: over their whole width, so that it does not widen a column of theirs.
    fn across(&mut self, line: &Line) -> Result<(), XlsxError> {
        let (format, styles) = (self.format(line.role), self.styles);
        if line.role == Role::Heading && self.row > 1 {
            self.skip();
        }
        let clause = if line.clause.is_empty() { String::new() } else { format!("[{}]", line.clause) };
        let said = [line.text.as_str(), &line.by, &clause].into_iter().filter(|text| !text.is_empty());
        let said = said.collect::<Vec<_>>().join("   ");
        let from = if self.labelled { 1.min(self.widths.len() - 1) } else { 0 };
        let said = if from == 0 && !line.label.is_empty() { format!("{}   {said}", line.label) } else { said };
        if from > 0 {
            let labels = if line.role == Role::Heading { format } else { &styles.label };
            self.put(0, &line.label, labels)?;
        }
        let last = self.widths.len() - 1;
        let (text, was_cut) = style::fitted(&said);
        *self.cut += usize::from(was_cut);
        if last > from {
            self.sheet.merge_range(self.row, from as u16, self.row, last as u16, &text, format)?;
        } else {
            self.sheet.write_string_with_format(self.row, from as u16, text, format)?;
        }
        let room: f64 = self.widths[from..].iter().sum();
        self.grow([(said.chars().count(), room)].into_iter())?;
        self.row += 1;
        Ok(())
    }

    /// Makes the row as high as its texts need.
    fn grow(&mut self, texts: impl Iterator<Item = (usize, f64)>) -> Result<(), XlsxError> {
        if let Some(height) = table::height(texts) {
            self.sheet.set_row_height(self.row, height)?;
        }
        Ok(())
    }

    fn table(&mut self, table: &FlatTable, only: bool) -> Result<(), XlsxError> {
        if !table.quiet && !table.caption.is_empty() {
            self.skip();
            self.line(&table.caption, &self.styles.heading)?;
        }
        let head = self.row;
        for (at, column) in (0..).zip(&table.columns) {
            let format = if column.number { &self.styles.head_number } else { &self.styles.head };
            self.put(at, &column.title, format)?;
        }
        let widths = self.widths.clone();
        let longest = |column: &FlatColumn| column.title.chars().count() + 3;
        self.grow(table.columns.iter().map(longest).zip(widths.iter().copied()))?;
        self.row += 1;
        if only {
            self.look_by_columns(table)?;
        }
        for row in &table.rows {
            for (at, datum) in (0..).zip(row) {
                self.datum(at, datum)?;
            }
            self.grow(row.iter().map(table::length).zip(widths.iter().copied()))?;
            self.row += 1;
        }
        let last = self.row.saturating_sub(1);
        table::colour(&mut self.sheet, table, head + 1, last)?;
        if only {
            self.sheet.set_repeat_rows(head, head)?;
            if head <= LAST_FROZEN {
                self.sheet.set_freeze_panes(head + 1, 0)?;
            }
            if let Some(width) = table.columns.len().checked_sub(1).filter(|_| last > head) {
                self.sheet.autofilter(head, 0, last, width as u16)?;
            }
        }
        self.skip();
        Ok(())
    }

    /// Lets every column look like the first thing in it.
    fn look_by_columns(&mut self, table: &FlatTable) -> Result<(), XlsxError> {
        for at in 0..table.columns.len() {
            let first = table.rows.iter().filter_map(|row| row.get(at)).find_map(|datum| match datum {
                Datum::Text(text) if text.is_empty() => None,
                Datum::Text(_) | Datum::Mark(_) => Some(ColumnLook::Text),
                Datum::Number(number) => Some(ColumnLook::Number(self.numbers.look(number))),
                Datum::Date(..) | Datum::Fill(_) => Some(ColumnLook::Plain),
            });
            let look = first.unwrap_or(ColumnLook::Plain);
            let format = match look {
                ColumnLook::Plain => None,
                ColumnLook::Text => Some(&self.styles.text),
                ColumnLook::Number(look) => Some(self.numbers.format(look)),
            };
            if let Some(format) = format {
                self.sheet.set_column_format(at as u16, format)?;
            }
            self.looks.push(look);
        }
        Ok(())
    }

    fn looks_like(&self, column: u16, look: ColumnLook) -> bool {
        self.looks.get(usize::from(column)) == Some(&look)
    }

    fn datum(&mut self, column: u16, datum: &Datum) -> Result<(), XlsxError> {
        let (row, styles) = (self.row, self.styles);
        match datum {
            Datum::Text(text) if self.looks_like(column, ColumnLook::Text) => self.put_plain(column, text)?,
            Datum::Text(text) => self.put(column, text, &styles.text)?,
            Datum::Mark(mark) => {
                self.put(column, &format!("{} {}", mark.symbol, mark.word), &styles.text)?;
            }
            Datum::Fill(text) if text.is_empty() => {
                self.sheet.write_blank(row, column, &styles.fill)?;
            }
            Datum::Fill(text) => self.put(column, text, &styles.fill)?,
            Datum::Number(number) => match style::value(number) {
                Some(value) => {
                    let look = self.numbers.look(number);
                    if self.looks_like(column, ColumnLook::Number(look)) {
                        self.sheet.write_number(row, column, value)?;
                    } else {
                        let format = self.numbers.format(look);
                        self.sheet.write_number_with_format(row, column, value, format)?;
                    }
                }
                None => self.put(column, &number.shown, &styles.text)?,
            },
            Datum::Date(date, shown) => match day(*date) {
                Ok(day) => {
                    self.sheet.write_datetime_with_format(row, column, &day, styles.date(shown))?;
                }
                Err(_) => self.put(column, shown, &styles.text)?,
            },
        }
        Ok(())
    }

    /// A text that looks as its column does.
    fn put_plain(&mut self, column: u16, text: &str) -> Result<(), XlsxError> {
        if !text.is_empty() {
            let text = self.fitted(text);
            self.sheet.write_string(self.row, column, text)?;
        }
        Ok(())
    }

    /// A text as long as a cell takes.
    fn fitted<'t>(&mut self, text: &'t str) -> std::borrow::Cow<'t, str> {
        let (text, was_cut) = if self.keeps_lines { style::fitted_lines(text) } else { style::fitted(text) };
        *self.cut += usize::from(was_cut);
        text
    }

    /// A text as a text, whatever it begins with; nothing where there is none.
    fn put(&mut self, column: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
        if text.is_empty() {
            return Ok(());
        }
        let text = self.fitted(text);
        self.sheet.write_string_with_format(self.row, column, text, format)?;
        Ok(())
    }
}
