//! What a sheet does not say and a guess would get wrong silently.

use super::{CellAt, Draft, percent};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ask {
    /// Which year the columns begin in.
    Year,
    /// Whether fractions are percentages.
    Percent(Percent),
    /// Whether `n/a` says that there was nothing to count, or that there is no reading.
    NotApplicable,
    /// How `1,234` is meant.
    Numbers,
    /// How `03/04/2026` is meant.
    Dates,
}

/// Which fractions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Percent {
    /// Readings the sheet itself shows as percentages.
    Shown,
    /// Readings of a row, by its number.
    Row(u32),
    /// A column, by its place from 0.
    Column(u32),
}

/// An answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// A calendar year.
    Year(i32),
    /// A point before the decimals.
    Point,
    /// A comma before the decimals.
    Comma,
    /// The day before the month.
    DayFirst,
    /// The month before the day.
    MonthFirst,
}

/// A question with its answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub ask: Ask,
    /// In words, with a question mark.
    pub text: String,
    /// What in the sheet raises it, in words.
    pub why: String,
    /// The cells it is about.
    pub cells: Vec<CellAt>,
    /// What can be answered, with words for each; a year is typed, the ones here are only near ones.
    pub answers: Vec<(Answer, String)>,
    /// What the sheet seems to say.
    pub suggested: Option<Answer>,
    /// What was answered.
    pub answer: Option<Answer>,
}

/// Everything that has to be asked about a draft.
pub(super) fn of(draft: &Draft) -> Vec<Question> {
    let mut questions = Vec::new();
    questions.extend(draft.shape.year_question());
    questions.extend(percent::questions(draft));
    questions.extend(draft.not_applicable_question());
    questions.extend(draft.number_question());
    questions.extend(draft.date_question());
    for question in &mut questions {
        question.answer = draft.choices.answers.get(&question.ask).copied();
    }
    questions
}
