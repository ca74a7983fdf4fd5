//! Where the table of a sheet begins, and what its columns are.

use chrono::Datelike;

use super::cells::Grid;
use super::{Answer, Ask, Cell, CellAt, Choices, Column, Layout, Question, Role, RoleWish, Span, Sure};
use crate::domain::period::{Date, FiscalCalendar, Frequency, Period};
use crate::exchange::headers::{Field, OBJECTIVE_FIELDS, READING_FIELDS, Recognized, fields_named};
use crate::exchange::near;
use crate::exchange::period_header::{Holds, When, period_header, rhythm_of, span_in, years_in};
use crate::exchange::workbook::{Sheet, Workbook};

/// How far down a header row is looked for.
const DEPTH: usize = 40;
/// How many rows above the header row may say what belongs to it: years over months, names over two rows.
const ABOVE: u32 = 3;

/// What a sheet seems to be.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    pub sheet: usize,
    pub header_row: u32,
    pub header_why: String,
    pub layout: Layout,
    pub columns: Vec<Column>,
    pub rows: Vec<u32>,
    /// Columns that wait for a year, and the year the title seems to say.
    yearless: Vec<u32>,
    suggested_year: Option<i32>,
}

impl Default for Shape {
    fn default() -> Shape {
        Shape {
            sheet: 0,
            header_row: 0,
            header_why: String::new(),
            layout: Layout::Objectives,
            columns: Vec::new(),
            rows: Vec::new(),
            yearless: Vec::new(),
            suggested_year: None,
        }
    }
}

impl Shape {
    pub fn of(book: &Workbook, choices: &Choices, calendar: FiscalCalendar) -> Shape {
        let at = choices.sheet.unwrap_or_else(|| fullest(&book.sheets));
        let Some(sheet) = book.sheets.get(at) else { return Shape::default() };
        let looking = Looking { grid: Grid { sheet, typed: &choices.typed }, choices, calendar };
        Shape { sheet: at, ..looking.shape() }
    }

    pub fn fields(&self) -> &'static [Field] {
        match self.layout {
            Layout::Wide | Layout::Objectives => &OBJECTIVE_FIELDS,
            Layout::Readings => &READING_FIELDS,
        }
    }

    pub fn year_question(&self) -> Option<Question> {
        let first = self.columns.iter().find(|column| self.yearless.first() == Some(&column.at))?;
        let year = self.suggested_year;
        let near: Vec<i32> = year.map_or_else(Vec::new, |year| vec![year, year - 1]);
        Some(Question {
            ask: Ask::Year,
            text: format!("Which year is `{}` in column {}?", first.header, first.letters()),
            why: "neither the header nor a row above it names the year".to_owned(),
            cells: self.yearless.iter().map(|at| CellAt::new(self.header_row, *at)).collect(),
            answers: near.into_iter().map(|year| (Answer::Year(year), year.to_string())).collect(),
            suggested: year.map(Answer::Year),
            answer: None,
        })
    }
}

/// The first sheet that is shown and holds the most cells.
fn fullest(sheets: &[Sheet]) -> usize {
    let cells = |sheet: &Sheet| sheet.rows.iter().map(|row| row.cells.len()).sum::<usize>();
    let shown = |sheet: &Sheet| usize::from(!sheet.hidden);
    let best = sheets.iter().enumerate().rev().max_by_key(|(_, sheet)| (shown(sheet), cells(sheet)));
    best.map_or(0, |(at, _)| at)
}

/// The row of a sheet that names the most of some fields; the first one where none does.
pub(super) fn header_row_of(grid: Grid<'_>, fields: &'static [Field]) -> u32 {
    let named = |row: u32| {
        let texts = (0..grid.sheet.width()).map(|at| grid.text(CellAt::new(row, at)));
        texts.filter(|text| !fields_named(fields, text).is_empty()).count()
    };
    let rows = || grid.sheet.rows.iter().take(DEPTH).map(|row| row.number);
    let best = rows().map(|row| (named(row), row)).rev().max_by_key(|(named, _)| *named);
    best.filter(|(named, _)| *named > 0).map(|(_, row)| row).or_else(|| rows().next()).unwrap_or(0)
}

struct Looking<'a> {
    grid: Grid<'a>,
    choices: &'a Choices,
    calendar: FiscalCalendar,
}

/// What a header says about time.
#[derive(Clone)]
struct Timed {
    when: When,
    holds: Holds,
}

impl Looking<'_> {
    fn shape(&self) -> Shape {
        let (header_row, header_why) = self.header_row();
        let headers = self.headers(header_row);
        let (spans, yearless) = self.spans(header_row, &headers);
        let layout = self.choices.layout.unwrap_or_else(|| layout_of(&headers, &spans));
        let suggested_year = self.title_years(header_row).first().copied();
        let mut shape = Shape { header_row, header_why, layout, yearless, suggested_year, ..Shape::default() };
        if layout != Layout::Wide {
            shape.yearless.clear();
        }
        shape.columns = self.columns(&shape, &headers, &spans);
        let below = self.grid.sheet.rows.iter().filter(|row| row.number > header_row);
        let said = |row: u32| (0..headers.len() as u32).any(|at| !self.grid.own(CellAt::new(row, at)).is_blank());
        shape.rows = below.map(|row| row.number).filter(|row| said(*row)).collect();
        shape
    }

    fn width(&self) -> u32 {
        self.grid.sheet.width()
    }

    /// The row that names the most columns.
    fn header_row(&self) -> (u32, String) {
        if let Some(row) = self.choices.header_row {
            return (row, "as you said".to_owned());
        }
        let rows = || self.grid.sheet.rows.iter().take(DEPTH).map(|row| row.number);
        let best = rows().map(|row| (self.names_in(row), row)).rev().max_by_key(|(names, _)| names.0 * 3 + names.1);
        match best {
            Some(((fields, periods), row)) if fields > 0 || periods > 1 => {
                // Periods may stand one row below the names of the other columns.
                let next = rows().find(|next| *next > row);
                let row = next.filter(|next| periods < 2 && self.is_second_line(*next)).unwrap_or(row);
                let periods = if periods < 2 { self.names_in(row).1 } else { periods };
                let said = if periods > 1 { format!(" and {periods} periods") } else { String::new() };
                (row, format!("it names {fields} known columns{said}"))
            }
            _ => {
                let fullest = rows().rev().max_by_key(|row| self.texts_in(*row));
                (fullest.unwrap_or(0), "it holds the most texts; no header in it is known".to_owned())
            }
        }
    }

    /// How many known fields and how many periods a row names.
    fn names_in(&self, row: u32) -> (usize, usize) {
        let (mut fields, mut periods) = (0, 0);
        for at in (0..self.width()).map(|column| CellAt::new(row, column)) {
            let text = self.grid.text(at);
            if self.timed(at, &text).is_some() {
                periods += 1;
            } else if is_field(&text) && self.grid.sheet.shown_by(at).column == at.column {
                fields += 1;
            }
        }
        (fields, if periods > 1 { periods } else { 0 })
    }

    fn is_second_line(&self, row: u32) -> bool {
        let (fields, periods) = self.names_in(row);
        fields == 0 && periods > 1
    }

    fn texts_in(&self, row: u32) -> usize {
        let text = |column: &u32| matches!(self.grid.sheet.cell(CellAt::new(row, *column)), Cell::Text(_));
        (0..self.width()).filter(text).count()
    }

    /// What heads each column: the header row, and for what is blank there the rows above it.
    fn headers(&self, row: u32) -> Vec<String> {
        let header = |column: u32| {
            let own = self.grid.text(CellAt::new(row, column));
            let above = || self.rows_above(row).map(|above| self.grid.text(CellAt::new(above, column)));
            if own.is_empty() { above().find(|text| is_field(text)).unwrap_or_default() } else { own }
        };
        (0..self.width()).map(header).collect()
    }

    fn rows_above(&self, row: u32) -> impl Iterator<Item = u32> {
        (row.saturating_sub(ABOVE).max(1)..row).rev()
    }

    fn timed(&self, at: CellAt, text: &str) -> Option<Timed> {
        let found = match self.grid.own(self.grid.sheet.shown_by(at)) {
            super::cells::Held::File(Cell::Date(day)) => {
                return Some(Timed { when: When::Day(*day), holds: Holds::Values });
            }
            super::cells::Held::File(Cell::Number { .. } | Cell::Text(_)) | super::cells::Held::Typed(_) => {
                period_header(text, self.calendar)
            }
            super::cells::Held::File(_) => None,
        }?;
        Some(Timed { when: found.when, holds: found.holds })
    }

    /// The span of each column whose header names one, what its cells hold, and the columns that wait for their year.
    fn spans(&self, row: u32, headers: &[String]) -> (Vec<Option<(Span, Holds)>>, Vec<u32>) {
        let timed: Vec<Option<Timed>> = headers
            .iter()
            .enumerate()
            .map(|(at, header)| self.timed(CellAt::new(row, at as u32), header))
            .map(|timed| timed.filter(|_| row > 0))
            .collect();
        let days: Vec<Date> =
            timed.iter().flatten().filter_map(|t| if let When::Day(day) = t.when { Some(day) } else { None }).collect();
        let rhythm = rhythm_of(&days);
        let mut year = self.base_year(row, &timed);
        let (mut last, mut yearless, mut spans) = (None, Vec::new(), Vec::new());
        for (at, timed) in timed.iter().enumerate() {
            let Some(timed) = timed else {
                spans.push(None);
                continue;
            };
            let span = match timed.when {
                When::Span(frequency, period) => Span::known(frequency, period, self.calendar),
                When::Day(day) => self.span_around(day, rhythm, &days),
                When::PartOfYear(frequency, number) => {
                    let banded = self.banded(row, at as u32, &headers[at]);
                    if banded.is_none() && last.is_some_and(|last| number <= last) && timed.holds == Holds::Values {
                        year = year.map(|year| year + 1);
                    }
                    if timed.holds == Holds::Values {
                        last = Some(number);
                    }
                    let period = year.and_then(|year| span_in(frequency, number, year));
                    match banded.or(period.map(|period| Span::known(frequency, period, self.calendar))) {
                        Some(span) => span,
                        None => {
                            yearless.push(at as u32);
                            Span::without_year(frequency, &headers[at])
                        }
                    }
                }
            };
            spans.push(Some((span, timed.holds)));
        }
        (spans, if self.asks_year(row, &timed) { self.all_yearless(row, &timed, headers) } else { yearless })
    }

    /// Columns whose year depends on the question.
    fn all_yearless(&self, row: u32, timed: &[Option<Timed>], headers: &[String]) -> Vec<u32> {
        let part = |t: &Option<Timed>| t.as_ref().is_some_and(|t| matches!(t.when, When::PartOfYear(..)));
        let at = timed.iter().enumerate().filter(|(_, timed)| part(timed)).map(|(at, _)| at as u32);
        at.filter(|at| self.banded(row, *at, &headers[*at as usize]).is_none()).collect()
    }

    /// Whether the year has to be said: no title says it.
    fn asks_year(&self, row: u32, timed: &[Option<Timed>]) -> bool {
        let parts: Vec<u32> = numbers(timed);
        let rises = parts.windows(2).all(|pair| pair[0] < pair[1]);
        let repeats_the_title = rises && self.title_years(row).len() == 1;
        !parts.is_empty() && !repeats_the_title
    }

    /// The year the first column lies in.
    fn base_year(&self, row: u32, timed: &[Option<Timed>]) -> Option<i32> {
        if let Some(Answer::Year(year)) = self.choices.answers.get(&Ask::Year) {
            return Some(*year);
        }
        if self.asks_year(row, timed) { None } else { self.title_years(row).first().copied() }
    }

    /// The years the sheet's name and the rows above the header row name, the earliest first.
    fn title_years(&self, row: u32) -> Vec<i32> {
        let mut years: Vec<i32> = years_in(&self.grid.sheet.name);
        for above in self.grid.sheet.rows.iter().take_while(|above| above.number < row) {
            for at in 0..above.cells.len() as u32 {
                if let super::cells::Held::File(Cell::Text(text)) = self.grid.own(CellAt::new(above.number, at)) {
                    years.extend(years_in(text));
                }
            }
        }
        years.sort_unstable();
        years.dedup();
        years
    }

    /// A part of a year under a band that names the year: `Jan` under `2026`, under merged cells or the first of them.
    fn banded(&self, row: u32, column: u32, header: &str) -> Option<Span> {
        self.rows_above(row).find_map(|above| {
            let at = |column: u32| self.grid.text(CellAt::new(above, column));
            let left = (0..=column).rev().map(at).find(|text| !text.is_empty())?;
            let year = matches!(period_header(&left, self.calendar)?.when, When::Span(Frequency::Y, _));
            let whole = period_header(&format!("{header} {left}"), self.calendar).filter(|_| year)?;
            match whole.when {
                When::Span(frequency, period) => Some(Span::known(frequency, period, self.calendar)),
                When::PartOfYear(..) | When::Day(_) => None,
            }
        })
    }

    /// The span a day heads: as far apart as the days stand; first or last days of months mean their month.
    fn span_around(&self, day: Date, rhythm: Option<Frequency>, days: &[Date]) -> Span {
        let month = |day: &Date| self.calendar.rhythm(Frequency::M).containing(*day);
        let edges = days.iter().all(|day| *day == month(day).start) || days.iter().all(|day| *day == month(day).end);
        match rhythm.or(edges.then_some(Frequency::M)) {
            Some(frequency) => Span::known(frequency, self.calendar.rhythm(frequency).containing(day), self.calendar),
            None => {
                Span { frequency: Frequency::M, period: Some(Period { start: day, end: day }), label: day.to_string() }
            }
        }
    }

    fn columns(&self, shape: &Shape, headers: &[String], spans: &[Option<(Span, Holds)>]) -> Vec<Column> {
        let usual = usual_frequency(spans);
        let mut columns: Vec<Column> = Vec::with_capacity(headers.len());
        for (at, (header, span)) in headers.iter().zip(spans).enumerate() {
            let mut column = Column {
                at: at as u32,
                header: header.clone(),
                role: Role::LeftOut,
                why: String::new(),
                sure: Sure::Unsure,
                period: span.as_ref().map(|(span, _)| span.clone()),
            };
            if shape.layout == Layout::Wide
                && let Some((span, holds)) = span
            {
                timed_role(&mut column, span, *holds, usual, &columns);
            }
            columns.push(column);
        }
        for (at, wish) in &self.choices.roles {
            if let Some(column) = columns.get_mut(*at as usize) {
                wished(column, wish, shape.fields());
            }
        }
        self.guess_fields(shape, &mut columns);
        columns
    }

    /// Gives every field no person decided on to the column whose header names it best.
    fn guess_fields(&self, shape: &Shape, columns: &mut [Column]) {
        let wished = |at: u32| self.choices.roles.get(&at).is_some_and(|wish| *wish != RoleWish::Guess);
        let timed = |column: &Column| shape.layout == Layout::Wide && column.period.is_some();
        let mut guesses: Vec<(Recognized, usize, &'static Field)> = Vec::new();
        for (place, column) in columns.iter().enumerate().filter(|(_, c)| !wished(c.at) && !timed(c)) {
            let named = fields_named(shape.fields(), &column.header);
            guesses.extend(named.into_iter().map(|(field, how)| (how, place, field)));
        }
        guesses.sort_by_key(|(how, place, _)| (*how, *place));
        for (how, place, field) in guesses {
            let filler = columns.iter().find(|column| column.role == Role::Field(field.name));
            if columns[place].role != Role::LeftOut {
                continue;
            }
            if let Some(filler) = filler.filter(|_| !field.takes_several()) {
                columns[place].why =
                    format!("column {} is the {} already", filler.letters(), field.name.replace('_', " "));
                continue;
            }
            let header = columns[place].header.clone();
            let said = format!("`{header}` means {}", field.name.replace('_', " "));
            let (sure, why) = if how == Recognized::Own {
                (Sure::Certain, "our own header".to_owned())
            } else {
                (Sure::Likely, said)
            };
            columns[place] = Column { role: Role::Field(field.name), why, sure, ..columns[place].clone() };
        }
        if shape.layout != Layout::Readings && !columns.iter().any(|c| c.role == Role::Field("title")) {
            self.guess_title(shape, columns);
        }
        for column in columns.iter_mut().filter(|column| column.role == Role::LeftOut && column.why.is_empty()) {
            column.why = match column.header.as_str() {
                "" => "no header".to_owned(),
                header => {
                    let hint = near::hint(header, shape.fields().iter().map(|field| field.name));
                    format!("it fits no field{hint}")
                }
            };
        }
    }

    /// Without a known header, the column with the longest texts says what the objectives are.
    fn guess_title(&self, shape: &Shape, columns: &mut [Column]) {
        let length = |column: &Column| -> usize {
            let below = self.grid.sheet.rows.iter().filter(|row| row.number > shape.header_row);
            below
                .filter_map(|row| match row.cells.get(column.at as usize) {
                    Some(Cell::Text(text)) => Some(text.chars().count()),
                    _ => None,
                })
                .sum()
        };
        let free = columns
            .iter_mut()
            .filter(|c| c.role == Role::LeftOut && c.period.is_none() && !self.choices.roles.contains_key(&c.at));
        let best = free
            .map(|column| (length(column), column))
            .filter(|(length, _)| *length > 0)
            .max_by_key(|(length, _)| *length);
        if let Some((_, column)) = best {
            column.role = Role::Field("title");
            column.why = "it holds the longest texts; no header names the title".to_owned();
            column.sure = Sure::Unsure;
        }
    }
}

fn numbers(timed: &[Option<Timed>]) -> Vec<u32> {
    let part = |t: &Timed| match (t.when, t.holds) {
        (When::PartOfYear(_, number), Holds::Values) => Some(number),
        _ => None,
    };
    timed.iter().flatten().filter_map(part).collect()
}

fn is_field(text: &str) -> bool {
    !fields_named(&OBJECTIVE_FIELDS, text).is_empty() || !fields_named(&READING_FIELDS, text).is_empty()
}

/// The frequency most columns of values have.
fn usual_frequency(spans: &[Option<(Span, Holds)>]) -> Option<Frequency> {
    let count = |frequency: Frequency| {
        let of = |found: &&(Span, Holds)| found.1 == Holds::Values && found.0.frequency == frequency;
        spans.iter().flatten().filter(of).count()
    };
    Frequency::ALL
        .into_iter()
        .rev()
        .map(|f| (count(f), f))
        .max_by_key(|(count, _)| *count)
        .filter(|(count, _)| *count > 0)
        .map(|(_, f)| f)
}

fn layout_of(headers: &[String], spans: &[Option<(Span, Holds)>]) -> Layout {
    let values = spans.iter().flatten().filter(|(_, holds)| *holds == Holds::Values);
    let (count, single) = values.fold((0, false), |(n, _), (span, _)| (n + 1, span.frequency != Frequency::Y));
    let names = |fields: &'static [Field], name: &str| {
        headers.iter().any(|header| fields_named(fields, header).iter().any(|(field, _)| field.name == name))
    };
    let reading = |name| names(&READING_FIELDS, name);
    let says_readings = reading("code") && reading("period_end") && (reading("value") || reading("numerator"));
    if count > 1 || (count == 1 && single && names(&OBJECTIVE_FIELDS, "title") && !says_readings) {
        Layout::Wide
    } else if says_readings && !names(&OBJECTIVE_FIELDS, "target") {
        Layout::Readings
    } else {
        Layout::Objectives
    }
}

fn timed_role(column: &mut Column, span: &Span, holds: Holds, usual: Option<Frequency>, before: &[Column]) {
    let noun = |frequency: Frequency| frequency.noun(1);
    let there = |role: &Role| before.iter().find(|column| column.role == *role).map(Column::letters);
    let role = match holds {
        Holds::Values => Role::Readings(span.clone()),
        Holds::Meanings => Role::Meanings(span.clone()),
        Holds::Other => {
            column.why = "it holds no readings, as its header says".to_owned();
            return;
        }
    };
    if usual.is_some_and(|usual| usual != span.frequency) {
        let others = usual.map_or("periods", |usual| usual.noun(2));
        column.why = format!("a {} among {others} is taken for a sum", noun(span.frequency));
    } else if let Some(letters) = there(&role).filter(|_| span.period.is_some()) {
        column.why = format!("{} stands in column {letters} already", span.label);
    } else {
        column.why = match span.period {
            Some(period) => format!("`{}` is {} to {}", column.header, period.start, period.end),
            None => "the year is asked for".to_owned(),
        };
        column.sure = if span.period.is_some_and(|p| column.header.contains(&p.end.year().to_string())) {
            Sure::Certain
        } else {
            Sure::Likely
        };
        column.role = role;
    }
}

fn wished(column: &mut Column, wish: &RoleWish, fields: &'static [Field]) {
    let role = match (wish, &column.period) {
        (RoleWish::Guess, _) => return,
        (RoleWish::Field(name), _) => {
            fields.iter().find(|field| field.name == name).map(|field| Role::Field(field.name))
        }
        (RoleWish::Readings, Some(span)) => Some(Role::Readings(span.clone())),
        (RoleWish::Meanings, Some(span)) => Some(Role::Meanings(span.clone())),
        (RoleWish::Readings | RoleWish::Meanings | RoleWish::LeftOut, _) => Some(Role::LeftOut),
    };
    column.role = role.unwrap_or(Role::LeftOut);
    column.why = "as you said".to_owned();
    column.sure = Sure::Certain;
}
