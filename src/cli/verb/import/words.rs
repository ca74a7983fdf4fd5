//! What the words of `import` decide about a sheet.

use clap::Args;

use super::super::super::Failure;
use super::super::outcome::usage;
use crate::app::Refusal;
use crate::app::import::draft::{Answer, Approved, Ask, CellAt, Choice, Draft, Layout, Percent, RoleWish};
use crate::app::parse::parse_date;
use crate::domain::period::Date;

/// Words about a sheet of an xlsx or ods file, or a csv with months as columns.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Sheets (xlsx, ods, months as columns)")]
pub struct SheetWords {
    /// The sheet to read; without it the one that is shown and holds the most
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// The number of the row that names the columns
    #[arg(long, value_name = "N")]
    pub header_row: Option<u32>,
    /// Whether fractions are percentages: `yes`, `F=yes` for a column, `7=no` for a row; may be repeated
    #[arg(long, value_name = "WHERE=yes|no")]
    pub percent: Vec<String>,
    /// The year of the first column where the sheet does not say it
    #[arg(long, value_name = "YEAR")]
    pub year: Option<i32>,
    /// What `n/a` says: `empty` for no reading, `none` for nothing to count (0/0)
    #[arg(long, value_name = "empty|none")]
    pub no_figure: Option<String>,
    /// How `03/04/2026` is meant: `day` or `month` first
    #[arg(long, value_name = "day|month")]
    pub first: Option<String>,
    /// Read a cell as this text: D7=95.5; may be repeated
    #[arg(long, value_name = "CELL=TEXT")]
    pub cell: Vec<String>,
    /// Leave a row out; may be repeated
    #[arg(long, value_name = "N")]
    pub leave_out: Vec<u32>,
    /// The day the objectives of the sheet were approved
    #[arg(long, value_name = "DATE", requires = "approved_by")]
    pub approved_on: Option<String>,
    /// Who approved them
    #[arg(long, value_name = "NAME", requires = "approved_on")]
    pub approved_by: Option<String>,
    /// Minutes, ticket or document of the approval
    #[arg(long, value_name = "TEXT", requires = "approved_by")]
    pub approved_ref: Option<String>,
    /// Why values the register has are corrected
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
}

impl SheetWords {
    /// Whether any word about a sheet was said.
    pub fn said(&self) -> bool {
        let listed = !self.percent.is_empty() || !self.cell.is_empty() || !self.leave_out.is_empty();
        let one = self.sheet.is_some() || self.header_row.is_some() || self.year.is_some() || self.reason.is_some();
        listed || one || self.no_figure.is_some() || self.first.is_some() || self.approved_on.is_some()
    }

    /// The draft with what was said about sheet, header row and cells.
    pub fn decide(&self, mut draft: Draft) -> Result<Draft, Failure> {
        if let Some(name) = &self.sheet {
            let at = draft.sheet_called(name)?;
            draft = draft.with(Choice::Sheet(at))?;
        }
        if let Some(row) = self.header_row {
            draft = draft.with(Choice::HeaderRow(row))?;
        }
        for word in &self.cell {
            let (at, text) = cut(word, "--cell", "D7=95.5")?;
            let at: CellAt =
                at.parse().map_err(|_| usage(format!("--cell {word}: `{at}` is no cell; write it as D7=95.5")))?;
            draft = draft.with(Choice::Type(at, text.to_owned()))?;
        }
        Ok(draft)
    }

    /// The draft with what was said about columns (`maps` are `field=Header`), rows, and what is asked.
    pub fn decide_columns(&self, mut draft: Draft, maps: &[String]) -> Result<Draft, Failure> {
        for word in maps {
            let (field, header) = cut(word, "--map", "code=Id")?;
            let at = column_called(&draft, header).ok_or_else(|| {
                usage(format!("--map {word}: sheet `{}` has no column `{header}`", draft.sheet().name))
            })?;
            draft = draft.with(Choice::Column(at, wish(field)))?;
        }
        for row in &self.leave_out {
            draft = draft.with(Choice::Row(*row, Some(false)))?;
        }
        if let Some(year) = self.year {
            draft = draft.with(Choice::Answer(Ask::Year, Some(Answer::Year(year))))?;
        }
        draft = self.answer(draft)?;
        if let Some(reason) = &self.reason {
            draft = draft.with(Choice::Reason(reason.clone()))?;
        }
        Ok(draft.with(Choice::Approval(self.approval()?))?)
    }

    fn answer(&self, mut draft: Draft) -> Result<Draft, Failure> {
        for word in &self.percent {
            let (place, said) = word.split_once('=').map_or(("", word.as_str()), |(place, said)| (place.trim(), said));
            let answer =
                yes_or_no(said).ok_or_else(|| usage(format!("--percent {word}: write yes or no, as in F=yes")))?;
            let about: Vec<Ask> =
                draft.questions().iter().map(|q| q.ask).filter(|ask| is_about(&draft, *ask, place)).collect();
            if about.is_empty() && !place.is_empty() {
                let text = format!("--percent {word}: nothing is asked about `{place}`");
                return Err(usage(text).next("a dry run lists what is asked").into());
            }
            for ask in about {
                draft = draft.with(Choice::Answer(ask, Some(answer)))?;
            }
        }
        if let Some(said) = &self.no_figure {
            let answer = match said.as_str() {
                "empty" => Answer::No,
                "none" => Answer::Yes,
                _ => return Err(usage(format!("--no-figure {said}: write empty or none")).into()),
            };
            draft = draft.with(Choice::Answer(Ask::NotApplicable, Some(answer)))?;
        }
        if let Some(said) = &self.first {
            let answer = match said.as_str() {
                "day" => Answer::DayFirst,
                "month" => Answer::MonthFirst,
                _ => return Err(usage(format!("--first {said}: write day or month")).into()),
            };
            draft = draft.with(Choice::Answer(Ask::Dates, Some(answer)))?;
        }
        Ok(draft)
    }

    fn approval(&self) -> Result<Option<Approved>, Failure> {
        let (Some(on), Some(by)) = (&self.approved_on, &self.approved_by) else { return Ok(None) };
        let on: Date = parse_date(on).map_err(|problem| usage(format!("--approved-on: {problem}")))?;
        Ok(Some(Approved { on, by: by.clone(), reference: self.approved_ref.clone().unwrap_or_default() }))
    }
}

fn cut<'w>(word: &'w str, flag: &str, example: &str) -> Result<(&'w str, &'w str), Refusal> {
    let parts = word.split_once('=').map(|(left, right)| (left.trim(), right.trim()));
    parts.ok_or_else(|| usage(format!("{flag} {word}: write it as {example}")))
}

fn wish(field: &str) -> RoleWish {
    match field {
        "readings" => RoleWish::Readings,
        "meanings" => RoleWish::Meanings,
        "left-out" => RoleWish::LeftOut,
        field => RoleWish::Field(field.replace([' ', '-'], "_")),
    }
}

/// A column by its header, else by its letters.
fn column_called(draft: &Draft, name: &str) -> Option<u32> {
    let same = |header: &str| header.trim().to_lowercase() == name.trim().to_lowercase();
    let by_header = draft.columns().iter().find(|column| same(&column.header)).map(|column| column.at);
    by_header.or_else(|| CellAt::column_of(name).filter(|at| (*at as usize) < draft.columns().len()))
}

fn yes_or_no(word: &str) -> Option<Answer> {
    match word.trim().to_lowercase().as_str() {
        "yes" | "y" => Some(Answer::Yes),
        "no" | "n" => Some(Answer::No),
        _ => None,
    }
}

/// Whether a question about fractions is about a place: everywhere, `readings`, a column, a row by number or name.
fn is_about(draft: &Draft, ask: Ask, place: &str) -> bool {
    let Ask::Percent(about) = ask else { return false };
    match about {
        _ if place.is_empty() => true,
        Percent::Shown => place == "readings",
        Percent::Column(at) => column_called(draft, place) == Some(at),
        Percent::Row(row) => place.parse() == Ok(row),
    }
}

/// The words that answer a question.
pub fn how_to_answer(draft: &Draft, ask: Ask) -> String {
    match ask {
        Ask::Year => "answer with --year, the year of the first column".to_owned(),
        Ask::Percent(Percent::Shown) => "answer with --percent readings=yes or readings=no".to_owned(),
        Ask::Percent(Percent::Row(row)) => format!("answer with --percent {row}=yes or {row}=no"),
        Ask::Percent(Percent::Column(at)) => {
            let letters = draft.columns().get(at as usize).map(|column| column.letters()).unwrap_or_default();
            format!("answer with --percent {letters}=yes or {letters}=no")
        }
        Ask::NotApplicable => "answer with --no-figure none or --no-figure empty".to_owned(),
        Ask::Numbers => "answer with --decimal point or --decimal comma".to_owned(),
        Ask::Dates => "answer with --first day or --first month".to_owned(),
    }
}

/// The layout a word of the call stands for, where the sheet seems to be another.
pub fn layout_for(draft: &Draft, readings: bool) -> Option<Layout> {
    match (draft.layout(), readings) {
        (Layout::Objectives, true) => Some(Layout::Readings),
        (Layout::Readings, false) => Some(Layout::Objectives),
        _ => None,
    }
}
