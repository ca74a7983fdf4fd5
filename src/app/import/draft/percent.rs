//! Percentages that arrive as fractions: a cell that shows 95.5 % holds 0.955. Whether that is so is asked, because a
//! silent guess is wrong by a factor of a hundred.

use super::cells::{Held, places};
use super::{Answer, Ask, Cell, CellAt, Draft, Percent, Question, Role};
use crate::domain::quantity::Decimal;
use crate::exchange::number::{NumberFormat, parse_number, same_unit};
use crate::exchange::target_cell::parse_target_cell;
use crate::exchange::workbook::hundredfold;

/// Fields whose numbers are on the scale of the metric.
const SCALED: [&str; 6] = ["target", "target_high", "warn", "floor", "baseline", "value"];

/// A number the file holds, and whether the sheet shows it as a percentage.
struct Found {
    at: CellAt,
    exact: String,
    shown: bool,
}

/// Every question about fractions.
pub(super) fn questions(draft: &Draft) -> Vec<Question> {
    let mut questions = Vec::new();
    for column in draft.columns() {
        if let Role::Field(name) = column.role
            && SCALED.contains(&name)
        {
            questions.extend(about_column(draft, column.at, &column.header));
        }
    }
    let (mut shown, mut rows) = (Vec::new(), Vec::new());
    for row in draft.rows() {
        let found: Vec<Found> =
            draft.reading_columns().filter_map(|(at, _)| draft.found(CellAt::new(*row, at))).collect();
        let plain: Vec<&Found> = found.iter().filter(|found| !found.shown).collect();
        if draft.counts_percent(*row) && are_fractions(&plain) {
            rows.push(about_row(draft, *row, &plain));
        }
        shown.extend(found.into_iter().filter(|found| found.shown));
    }
    if let Some(first) = shown.first() {
        questions.push(question(
            Percent::Shown,
            first,
            format!("the sheet shows {} as percentages", counted(shown.len(), "reading")),
            shown.iter().map(|found| found.at).collect(),
        ));
    }
    questions.extend(rows);
    questions
}

fn about_column(draft: &Draft, at: u32, header: &str) -> Option<Question> {
    let rows = draft.rows().iter();
    let found: Vec<Found> = rows.filter_map(|row| draft.found(CellAt::new(*row, at))).collect();
    let doubtful = |found: &&Found| found.shown || draft.counts_percent(found.at.row);
    let doubtful: Vec<&Found> = found.iter().filter(doubtful).collect();
    let shown: Vec<&Found> = doubtful.iter().filter(|found| found.shown).copied().collect();
    let plain: Vec<&Found> = doubtful.iter().filter(|found| !found.shown).copied().collect();
    let cells = match (shown.is_empty(), are_fractions(&plain)) {
        (true, false) => return None,
        (false, false) => shown.clone(),
        (_, true) => doubtful,
    };
    let why = if shown.is_empty() {
        format!("column `{header}` holds fractions where the unit is %")
    } else {
        format!("the sheet shows {} of column `{header}` as percentages", counted(shown.len(), "cell"))
    };
    Some(question(Percent::Column(at), cells.first()?, why, cells.iter().map(|found| found.at).collect()))
}

fn about_row(draft: &Draft, row: u32, found: &[&Found]) -> Question {
    let name = draft.row_name(row);
    let why = format!("all readings of `{name}` lie between 0 and 1, and its unit is %");
    let first = found.iter().find(|found| found.exact.contains('.')).unwrap_or(&found[0]);
    question(Percent::Row(row), first, why, found.iter().map(|found| found.at).collect())
}

fn question(about: Percent, first: &Found, why: String, cells: Vec<CellAt>) -> Question {
    let (exact, hundred) = (&first.exact, hundredfold(&first.exact));
    Question {
        ask: Ask::Percent(about),
        text: format!("{hundred} % arrives as {exact} ({}): multiply by 100?", first.at),
        why: format!("{why}: {}", places(&cells)),
        cells,
        answers: vec![
            (Answer::Yes, format!("yes: {exact} is {hundred} %")),
            (Answer::No, format!("no: {exact} stays {exact}")),
        ],
        suggested: Some(Answer::Yes),
        answer: None,
    }
}

/// Whether numbers look like percentages that lost their hundred: all from 0 to 1, one of them between.
fn are_fractions(found: &[&Found]) -> bool {
    let number = |found: &&Found| found.exact.parse::<Decimal>().ok().map(|number| number.ratio());
    let numbers: Option<Vec<_>> = found.iter().map(number).collect();
    let (zero, one) = (Decimal::ZERO.ratio(), Decimal::whole(1).unwrap_or(Decimal::ZERO).ratio());
    numbers.is_some_and(|numbers| {
        numbers.iter().all(|n| *n >= zero && *n <= one) && numbers.iter().any(|n| *n > zero && *n < one)
    })
}

fn counted(count: usize, word: &str) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}

impl Draft {
    /// A number of the file without a sign of its unit; what a person typed means what it says.
    fn found(&self, at: CellAt) -> Option<Found> {
        match self.grid().own(at) {
            Held::File(Cell::Number { exact, percent }) => Some(Found { at, exact: exact.clone(), shown: *percent }),
            Held::File(Cell::Text(text)) => {
                let number = parse_number(text, "", self.number_format()).ok()?;
                Some(Found { at, exact: number.to_string(), shown: false })
            }
            Held::File(_) | Held::Typed(_) => None,
        }
    }

    /// Whether the objective of a row is counted in percent, as far as the sheet or the register says.
    pub(super) fn counts_percent(&self, row: u32) -> bool {
        same_unit(&self.unit_of(row), "%")
    }

    /// The unit a row states itself or beside its target; else the one the register has for its objective.
    pub(super) fn unit_of(&self, row: u32) -> String {
        let grid = self.grid();
        let text = |field: &str| self.column_of(field).map(|at| grid.text(CellAt::new(row, at))).unwrap_or_default();
        let unit = text("unit");
        if !unit.is_empty() {
            return unit;
        }
        let beside =
            parse_target_cell(&text("target"), NumberFormat::Point).map(|found| found.unit).unwrap_or_default();
        if !beside.is_empty() {
            return beside;
        }
        self.known_in(row).map(|known| known.unit.clone()).unwrap_or_default()
    }

    /// What the fractions question says about a cell: `None` where none is asked or the answer is still missing.
    pub(super) fn percent_answer(&self, at: CellAt, role: &Role) -> Fraction {
        let Some(found) = self.found(at) else { return Fraction::No };
        let about = match role {
            Role::Field(name) if SCALED.contains(name) => Percent::Column(at.column),
            Role::Readings(_) if found.shown => Percent::Shown,
            Role::Readings(_) => Percent::Row(at.row),
            Role::Field(_) | Role::Meanings(_) | Role::LeftOut => return Fraction::No,
        };
        let Some(question) = self.questions.iter().find(|question| question.ask == Ask::Percent(about)) else {
            return Fraction::No;
        };
        match (question.cells.contains(&at), question.answer) {
            (false, _) | (true, Some(Answer::No)) => Fraction::No,
            (true, Some(_)) => Fraction::Hundredfold(hundredfold(&found.exact)),
            (true, None) => Fraction::Open,
        }
    }
}

/// What becomes of a number that may be a fraction.
pub(super) enum Fraction {
    /// It is what it is.
    No,
    /// It is a percentage: the number a hundred times as large.
    Hundredfold(String),
    /// Nobody answered yet.
    Open,
}
