//! Reply sheets as workbooks: one sheet that explains itself in its first line. What may be filled in is open and
//! coloured, the rest is locked, and a column that is not shown holds the way back of every row.

mod style;

use rust_xlsxwriter::{DataValidation, DataValidationRule, DocProperties, ExcelDateTime, IgnoreError, Workbook};
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use self::style::{Style, WIDTHS};
use crate::domain::period::Date;
use crate::domain::reply::{self, Asked, Key, Subject};
use crate::domain::text::one_line;
use crate::domain::words;

/// The column of the way back.
const KEY: u16 = 10;
/// The first column that may be filled in.
const ANSWER: u16 = 6;
/// The most characters a cell of a spreadsheet takes.
const MOST: usize = 32_000;
/// Height of a line in points.
const LINE: f64 = 15.0;
/// The most lines a row is made high for.
const MOST_LINES: u32 = 8;

/// The bytes of a workbook that holds nothing else: the same question gives the same bytes.
pub fn render(asked: &Asked) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let written = moment(asked.as_of)?;
    book.set_properties(&DocProperties::new().set_title("Reply sheet").set_creation_datetime(&written));
    book.push_worksheet(worksheet(asked)?);
    book.save_to_buffer()
}

/// The sheet, to stand in a workbook with others.
pub fn worksheet(asked: &Asked) -> Result<Worksheet, XlsxError> {
    let style = Style::new();
    let mut page = Worksheet::new();
    page.set_name("Reply")?;
    let mut sheet = Sheet { page: &mut page, style: &style, row: 0, lines: 1 };
    sheet.head(asked)?;
    sheet.readings(asked)?;
    sheet.tasks(asked)?;
    sheet.targets(asked)?;
    sheet.finish()?;
    Ok(page)
}

/// What a cell is to be filled with.
#[derive(Clone, Copy)]
enum Open {
    /// A number as people write it. Kept as text: a spreadsheet would make a day of `8/9`.
    Value,
    /// Words.
    Words,
    /// A day.
    Day,
    /// Yes or no.
    YesNo,
    /// Nothing.
    Closed,
}

struct Sheet<'a> {
    page: &'a mut Worksheet,
    style: &'a Style,
    row: u32,
    /// How many lines the fullest cell of the row takes.
    lines: u32,
}

impl Sheet<'_> {
    fn head(&mut self, asked: &Asked) -> Result<(), XlsxError> {
        let whose = match asked.stamp.subject {
            Subject::Function => format!("the function {}", asked.stamp.name),
            Subject::Owner => asked.stamp.name.clone(),
        };
        let demo = if asked.demo { ", a sample register" } else { "" };
        let first = format!(
            "Reply sheet for {whose}, {}{demo}, as of {}: fill the coloured cells you can answer, save, and send this file \
             back. Everything else is locked and comes back as it is.",
            asked.organization,
            words::day(asked.as_of)
        );
        self.text(0, &first, &self.style.title)?;
        self.next()?;
        let how = "A value is a number such as 95.5, or counted as 45/47. Where nothing was measured, say why. What stays \
                   empty stays open; nothing is judged by leaving a cell empty.";
        self.text(0, how, &self.style.quiet)?;
        self.way_back(&asked.stamp.to_string())?;
        self.next()?;
        self.text(0, reply::YOUR_NAME, &self.style.label)?;
        self.open(1, Open::Words)?;
        if !asked.who.is_empty() {
            self.text(1, &asked.who, &self.style.words)?;
        }
        self.text(2, reply::FILLED_ON, &self.style.label)?;
        self.open(3, Open::Day)?;
        self.way_back(reply::WHO)?;
        self.next()?;
        Ok(())
    }

    fn readings(&mut self, asked: &Asked) -> Result<(), XlsxError> {
        self.part("1  Values", asked.readings.is_empty())?;
        if asked.readings.is_empty() {
            return Ok(());
        }
        self.columns([
            "Code",
            "Objective",
            "Period",
            "Report by",
            "Target",
            "Last value",
            reply::VALUE,
            reply::MEANING,
            reply::WHY_NOT,
            reply::EVIDENCE,
        ])?;
        for each in &asked.readings {
            let running = if each.closed { "" } else { ", still running" };
            self.wrapped(0, each.key.code(), &self.style.strong)?;
            self.wrapped(1, &each.title, &self.style.plain)?;
            self.wrapped(2, &format!("{}{running}", each.period), &self.style.plain)?;
            self.day(3, Some(each.last_day))?;
            self.wrapped(4, &each.target, &self.style.plain)?;
            self.wrapped(5, &each.last, &self.style.plain)?;
            let value = if matches!(each.key, Key::CheckIn { .. }) { Open::Closed } else { Open::Value };
            self.answers([value, Open::Words, Open::Words, Open::Words])?;
            if matches!(each.key, Key::CheckIn { .. }) {
                self.text(ANSWER, "say where it stands →", &self.style.quiet)?;
            }
            self.way_back(&each.key.to_string())?;
            self.next()?;
        }
        Ok(())
    }

    fn tasks(&mut self, asked: &Asked) -> Result<(), XlsxError> {
        self.part("2  Actions and criteria", asked.tasks.is_empty())?;
        if asked.tasks.is_empty() {
            return Ok(());
        }
        self.columns(["No.", "What is to be done", "For", "By", "Who", "", reply::DONE_ON, reply::EVIDENCE, "", ""])?;
        for each in &asked.tasks {
            self.wrapped(0, &each.called, &self.style.strong)?;
            self.wrapped(1, &each.text, &self.style.plain)?;
            self.wrapped(2, &each.serves, &self.style.plain)?;
            self.day(3, each.due)?;
            self.wrapped(4, &each.who, &self.style.plain)?;
            self.wrapped(5, "", &self.style.plain)?;
            self.answers([Open::Day, Open::Words, Open::Closed, Open::Closed])?;
            self.way_back(&each.key.to_string())?;
            self.next()?;
        }
        Ok(())
    }

    fn targets(&mut self, asked: &Asked) -> Result<(), XlsxError> {
        self.part("3  Targets to know", asked.targets.is_empty())?;
        if asked.targets.is_empty() {
            return Ok(());
        }
        self.columns([
            "Code",
            "Objective",
            "Version",
            "Due",
            "Target",
            "Owner",
            reply::KNOWN,
            reply::NAME,
            reply::ON,
            "",
        ])?;
        for each in &asked.targets {
            self.wrapped(0, each.key.code(), &self.style.strong)?;
            self.wrapped(1, &each.title, &self.style.plain)?;
            self.wrapped(2, &format!("version {}", each.version), &self.style.plain)?;
            self.day(3, each.due)?;
            self.wrapped(4, &each.target, &self.style.plain)?;
            self.wrapped(5, &each.who, &self.style.plain)?;
            self.answers([Open::YesNo, Open::Words, Open::Day, Open::Closed])?;
            if !each.who.is_empty() {
                self.text(ANSWER + 1, &each.who, &self.style.words)?;
            }
            self.way_back(&each.key.to_string())?;
            self.next()?;
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<(), XlsxError> {
        for (column, width) in (0..).zip(WIDTHS) {
            self.page.set_column_width(column, width)?;
        }
        self.page.set_column_hidden(KEY)?;
        self.page.set_freeze_panes(3, 0)?;
        self.page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        self.page.protect();
        Ok(())
    }

    /// A heading of a part, a blank row above.
    fn part(&mut self, heading: &str, is_empty: bool) -> Result<(), XlsxError> {
        self.next()?;
        self.text(0, heading, &self.style.heading)?;
        if is_empty {
            self.text(1, "nothing is asked here", &self.style.quiet)?;
        }
        self.next()?;
        Ok(())
    }

    fn columns(&mut self, titles: [&str; KEY as usize]) -> Result<(), XlsxError> {
        for (column, title) in (0..).zip(titles) {
            self.wrapped(column, title, &self.style.columns)?;
        }
        self.way_back(reply::COLUMNS)?;
        self.next()?;
        Ok(())
    }

    fn answers(&mut self, open: [Open; 4]) -> Result<(), XlsxError> {
        (ANSWER..).zip(open).try_for_each(|(column, open)| self.open(column, open))
    }

    /// A cell to be filled in.
    fn open(&mut self, column: u16, open: Open) -> Result<(), XlsxError> {
        let row = self.row;
        let format = match open {
            Open::Value | Open::Words | Open::YesNo => &self.style.words,
            Open::Day => &self.style.open_day,
            Open::Closed => &self.style.plain,
        };
        self.page.write_blank(row, column, format)?;
        match open {
            Open::Value => {
                self.page.ignore_error(row, column, IgnoreError::NumberStoredAsText)?;
            }
            Open::Day => {
                let between = DataValidationRule::Between(day_of(2000, 1, 1)?, day_of(2199, 12, 31)?);
                let rule = DataValidation::new().allow_date(between).set_error_title("A day is needed")?;
                let rule = rule.set_error_message("Type a day, such as 2026-10-31.")?;
                self.page.add_data_validation(row, column, row, column, &rule)?;
            }
            Open::YesNo => {
                let rule = DataValidation::new().allow_list_strings(&["yes", "no"])?;
                self.page.add_data_validation(row, column, row, column, &rule)?;
            }
            Open::Words | Open::Closed => {}
        }
        Ok(())
    }

    /// A text, never a formula.
    fn text(&mut self, column: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
        let text: String = one_line(text).chars().take(MOST).collect();
        if text.is_empty() {
            self.page.write_blank(self.row, column, format)?;
        } else {
            self.page.write_string_with_format(self.row, column, text, format)?;
        }
        Ok(())
    }

    /// A text that goes on in a further line where its column is too narrow.
    fn wrapped(&mut self, column: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
        let room = WIDTHS.get(usize::from(column)).map_or(10, |width| *width as usize);
        let lines = one_line(text).chars().count().div_ceil(room.max(1));
        self.lines = self.lines.max(u32::try_from(lines).unwrap_or(MOST_LINES));
        self.text(column, text, format)
    }

    fn day(&mut self, column: u16, day: Option<Date>) -> Result<(), XlsxError> {
        match day.map(moment).transpose()? {
            Some(day) => self.page.write_datetime_with_format(self.row, column, &day, &self.style.day)?,
            None => self.page.write_blank(self.row, column, &self.style.day)?,
        };
        Ok(())
    }

    fn way_back(&mut self, key: &str) -> Result<(), XlsxError> {
        self.page.write_string(self.row, KEY, key)?;
        Ok(())
    }

    /// On to the next row; one that holds more than a line is made as high, which not every program does by itself.
    fn next(&mut self) -> Result<(), XlsxError> {
        if self.lines > 1 {
            self.page.set_row_height(self.row, LINE * f64::from(self.lines.min(MOST_LINES)))?;
        }
        self.lines = 1;
        self.row += 1;
        Ok(())
    }
}

fn moment(day: Date) -> Result<ExcelDateTime, XlsxError> {
    use chrono::Datelike;
    day_of(day.year(), day.month(), day.day())
}

fn day_of(year: i32, month: u32, day: u32) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(u16::try_from(year).unwrap_or(1900), month as u8, day as u8)
}
