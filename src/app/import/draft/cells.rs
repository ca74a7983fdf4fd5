//! What cells hold, with the texts a person typed over them.

use std::collections::BTreeMap;

use super::{Answer, Ask, Cell, CellAt, Draft, Question, Role, Sheet};
use crate::domain::period::Date;
use crate::exchange::date::{DateProblem, parse_date};
use crate::exchange::evidence::certain_decimal_sign;
use crate::exchange::number::{NumberFormat, NumberProblem, parse_number};

/// A sheet under what was typed over it.
#[derive(Clone, Copy)]
pub(super) struct Grid<'a> {
    pub sheet: &'a Sheet,
    pub typed: &'a BTreeMap<CellAt, String>,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum Held<'a> {
    /// A text a person typed here: it means what it says.
    Typed(&'a str),
    /// What the file has.
    File(&'a Cell),
}

impl<'a> Grid<'a> {
    /// What the cell itself holds.
    pub fn own(self, at: CellAt) -> Held<'a> {
        self.typed.get(&at).map_or_else(|| Held::File(self.sheet.cell(at)), |typed| Held::Typed(typed))
    }

    /// What the cell shows: of merged cells, what the upper left one holds.
    pub fn drawn(self, at: CellAt) -> Held<'a> {
        match self.own(at) {
            Held::File(Cell::Empty) => self.own(self.sheet.shown_by(at)),
            held => held,
        }
    }

    /// The text a cell shows, without the blanks around it.
    pub fn text(self, at: CellAt) -> String {
        self.drawn(at).text()
    }
}

impl Held<'_> {
    pub fn text(&self) -> String {
        match self {
            Held::Typed(text) => text.trim().to_owned(),
            Held::File(cell) => cell.text().trim().to_owned(),
        }
    }

    pub fn is_blank(&self) -> bool {
        match self {
            Held::Typed(text) => text.trim().is_empty(),
            Held::File(cell) => cell.is_blank(),
        }
    }

    /// The exact number of the file, and whether it is shown as a percentage.
    pub fn number(&self) -> Option<(&str, bool)> {
        match self {
            Held::File(Cell::Number { exact, percent }) => Some((exact, *percent)),
            _ => None,
        }
    }
}

/// Words that say there is no figure, without saying whether there was nothing to count or nobody counted.
const NO_FIGURE: [&str; 8] = ["n/a", "na", "n.a.", "n.a", "none", "nil", "not applicable", "not available"];

/// Whether a text is a stroke that stands for an empty cell.
pub(super) fn is_stroke(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| matches!(c, '-' | '–' | '—' | '/' | '.' | '_' | ' '))
}

/// Whether a text says that there is no figure.
pub(super) fn says_no_figure(text: &str) -> bool {
    NO_FIGURE.contains(&text.trim().to_lowercase().as_str())
}

impl Draft {
    pub(super) fn grid(&self) -> Grid<'_> {
        Grid { sheet: self.sheet(), typed: &self.choices.typed }
    }

    /// The columns of readings: place, span.
    pub(super) fn reading_columns(&self) -> impl Iterator<Item = (u32, &super::Span)> {
        self.columns().iter().filter_map(|column| match &column.role {
            Role::Readings(span) => Some((column.at, span)),
            _ => None,
        })
    }

    /// The column of a field.
    pub(super) fn column_of(&self, field: &str) -> Option<u32> {
        let fills = |role: &Role| matches!(role, Role::Field(name) if *name == field);
        self.columns().iter().find(|column| fills(&column.role)).map(|column| column.at)
    }

    /// All cells that are read, row by row.
    pub(super) fn read_cells(&self) -> impl Iterator<Item = (CellAt, &Role)> {
        let columns = self.columns().iter().filter(|column| column.role != Role::LeftOut);
        let columns: Vec<_> = columns.map(|column| (column.at, &column.role)).collect();
        self.rows()
            .iter()
            .flat_map(move |row| columns.clone().into_iter().map(move |(at, role)| (CellAt::new(*row, at), role)))
    }

    pub(super) fn not_applicable_question(&self) -> Option<Question> {
        let grid = self.grid();
        let reading = |role: &Role| matches!(role, Role::Readings(_));
        let cells: Vec<CellAt> = self
            .read_cells()
            .filter(|(at, role)| reading(role) && says_no_figure(&grid.own(*at).text()))
            .map(|(at, _)| at)
            .collect();
        let first = cells.first()?;
        let said = grid.own(*first).text();
        Some(Question {
            ask: Ask::NotApplicable,
            text: format!("What does `{said}` say: that there was nothing to count, or that there is no reading?"),
            why: format!("it stands in {}", places(&cells)),
            answers: vec![
                (Answer::Yes, "nothing to count: a reading of 0/0, which counts as reported".to_owned()),
                (Answer::No, "no reading: the cells are taken for empty".to_owned()),
            ],
            cells,
            suggested: Some(Answer::No),
            answer: None,
        })
    }

    /// How `1,234` is meant: as said, else as the certain texts of the sheet show.
    pub(super) fn number_format(&self) -> NumberFormat {
        match self.choices.answers.get(&Ask::Numbers) {
            Some(Answer::Point) => NumberFormat::Point,
            Some(Answer::Comma) => NumberFormat::Comma,
            _ => self.shown_format(),
        }
    }

    fn shown_format(&self) -> NumberFormat {
        let grid = self.grid();
        let (mut point, mut comma) = (false, false);
        for (at, _) in self.read_cells() {
            if let Held::Typed(_) | Held::File(Cell::Text(_)) = grid.own(at) {
                match certain_decimal_sign(&grid.own(at).text()) {
                    Some('.') => point = true,
                    Some(_) => comma = true,
                    None => {}
                }
            }
        }
        match (point, comma) {
            (true, false) => NumberFormat::Point,
            (false, true) => NumberFormat::Comma,
            _ => NumberFormat::Unstated,
        }
    }

    pub(super) fn number_question(&self) -> Option<Question> {
        if self.shown_format() != NumberFormat::Unstated {
            return None;
        }
        let grid = self.grid();
        let mut meant = None;
        let mut cells = Vec::new();
        for (at, role) in self.read_cells() {
            let numeric = match role {
                Role::Readings(_) => true,
                Role::Field(name) => NUMBER_FIELDS.contains(name),
                Role::Meanings(_) | Role::LeftOut => false,
            };
            if !numeric || !matches!(grid.own(at), Held::Typed(_) | Held::File(Cell::Text(_))) {
                continue;
            }
            let text = grid.own(at).text();
            let number = text.trim().trim_end_matches(['%', ' ']);
            if let Err(NumberProblem::Ambiguous { decimal, thousands, .. }) =
                parse_number(number, "", NumberFormat::Unstated)
            {
                let comma = number.contains(',');
                meant.get_or_insert((number.to_owned(), decimal, thousands, comma));
                cells.push(at);
            }
        }
        let (text, decimal, thousands, comma) = meant?;
        let (small, large) = if comma { (Answer::Comma, Answer::Point) } else { (Answer::Point, Answer::Comma) };
        Some(Question {
            ask: Ask::Numbers,
            text: format!("Is `{text}` {decimal} or {thousands}?"),
            why: format!(
                "no other number of the sheet shows which sign stands before the decimals: {}",
                places(&cells)
            ),
            answers: vec![(small, decimal), (large, thousands)],
            cells,
            suggested: None,
            answer: None,
        })
    }

    pub(super) fn date_question(&self) -> Option<Question> {
        let grid = self.grid();
        let mut meant: Option<(String, Date, Date)> = None;
        let mut cells = Vec::new();
        for (at, role) in self.read_cells() {
            if !matches!(role, Role::Field(name) if DATE_FIELDS.contains(name)) {
                continue;
            }
            if let Err(DateProblem::Ambiguous { text, day_first, month_first }) = parse_date(&grid.drawn(at).text()) {
                meant.get_or_insert((text, day_first, month_first));
                cells.push(at);
            }
        }
        let (text, day_first, month_first) = meant?;
        Some(Question {
            ask: Ask::Dates,
            text: format!("Is `{text}` {day_first} or {month_first}?"),
            why: format!("day and month can be swapped in {}", places(&cells)),
            answers: vec![
                (Answer::DayFirst, format!("the day comes first: {day_first}")),
                (Answer::MonthFirst, format!("the month comes first: {month_first}")),
            ],
            cells,
            suggested: None,
            answer: None,
        })
    }

    /// A date as the answered question reads it; other texts stay as they are.
    pub(super) fn settled_date(&self, text: String) -> String {
        let answer = self.choices.answers.get(&Ask::Dates);
        match (parse_date(&text), answer) {
            (Err(DateProblem::Ambiguous { day_first, .. }), Some(Answer::DayFirst)) => day_first.to_string(),
            (Err(DateProblem::Ambiguous { month_first, .. }), Some(Answer::MonthFirst)) => month_first.to_string(),
            _ => text,
        }
    }
}

/// Fields that hold one number.
pub(super) const NUMBER_FIELDS: [&str; 8] =
    ["target", "target_high", "warn", "floor", "baseline", "value", "numerator", "denominator"];
/// Fields that hold a date.
pub(super) const DATE_FIELDS: [&str; 9] =
    ["start", "due", "baseline_date", "review_on", "approved_on", "period_end", "recorded_on", "reported_on", "date"];

/// A number as the file's format writes it, so that it reads back as the same.
pub(super) fn written(exact: &str, format: NumberFormat) -> String {
    let decimals = exact.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    match format {
        NumberFormat::Point => exact.to_owned(),
        NumberFormat::Comma => exact.replace('.', ","),
        // Three decimals could be taken for thousands.
        NumberFormat::Unstated if decimals == 3 => format!("{exact}0"),
        NumberFormat::Unstated => exact.to_owned(),
    }
}

/// `D7`, `D7 and E9`, `D7, E9 and 4 more`.
pub(super) fn places(cells: &[CellAt]) -> String {
    match cells {
        [] => "no cell".to_owned(),
        [one] => one.to_string(),
        [one, two] => format!("{one} and {two}"),
        [one, two, rest @ ..] => format!("{one}, {two} and {} more", rest.len()),
    }
}
