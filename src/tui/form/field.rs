//! The fields of a form: what each is called, what was typed, how it is read, what is wrong with it.

use super::choice::{Choice, Way};
use super::offer::Offers;
use super::reads::Reads;
use crate::domain::period::Date;
use crate::domain::quantity::{Decimal, Value};
use crate::tui::text_field::TextField;

/// What takes the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A line of text.
    Text(TextField),
    /// One of a list.
    Choice(Choice),
}

/// One question of a form.
#[derive(Clone, Debug)]
pub struct Field {
    /// The name of the contracts, `target`; numbered where there are several: `criteria.2`.
    pub name: String,
    /// What people read before it.
    pub label: String,
    /// The heading over it, where a section begins.
    pub section: Option<&'static str>,
    /// The unit behind a number; empty for none.
    pub unit: String,
    /// One line of help.
    pub hint: String,
    /// What takes the answer.
    pub input: Input,
    /// How a typed text is read.
    pub reads: Reads,
    /// An answer is needed.
    pub required: bool,
    /// It does not apply to what the other fields say, so it is neither shown nor sent.
    pub hidden: bool,
    /// It stands behind a fold line that is closed: not shown, and sent like every other answer.
    pub folded: bool,
    /// What it offers to choose from while it is typed into.
    pub offers: Option<Offers>,
    /// The names of the fields that stand behind this fold line; empty for a field that takes an answer.
    pub folds: &'static [&'static str],
    /// What is wrong with it.
    pub problem: Option<String>,
    opened_with: String,
}

impl Field {
    /// A line of text that already holds `text`.
    pub fn text(name: &str, label: &str, text: impl Into<String>) -> Field {
        Field::new(name, label, Input::Text(TextField::holding(text)))
    }

    /// A choice that stands at `word`.
    pub fn choice(name: &str, label: &str, ways: Vec<Way>, word: &str) -> Field {
        Field::new(name, label, Input::Choice(Choice::among(ways, word)))
    }

    fn new(name: &str, label: &str, input: Input) -> Field {
        let mut field = Field {
            name: name.to_owned(),
            label: label.to_owned(),
            section: None,
            unit: String::new(),
            hint: String::new(),
            input,
            reads: Reads::Line,
            required: false,
            hidden: false,
            folded: false,
            offers: None,
            folds: &[],
            problem: None,
            opened_with: String::new(),
        };
        field.opened_with = field.answer().to_owned();
        field
    }

    /// With the way its text is read.
    pub fn reading(mut self, reads: Reads) -> Field {
        self.reads = reads;
        self
    }

    /// With a line of help.
    pub fn hint(mut self, hint: impl Into<String>) -> Field {
        self.hint = hint.into();
        self
    }

    /// With what the register knows to choose from.
    pub fn offering(mut self, offers: Offers) -> Field {
        self.offers = Some(offers);
        self
    }

    /// With a unit behind it.
    pub fn unit(mut self, unit: &str) -> Field {
        self.unit = unit.trim().to_owned();
        self
    }

    /// With an answer that is needed.
    pub fn required(mut self) -> Field {
        self.required = true;
        self
    }

    /// As the line behind which the fields with these names stand.
    pub fn over(mut self, folds: &'static [&'static str]) -> Field {
        self.folds = folds;
        self
    }

    /// With a heading over it.
    pub fn under(mut self, section: &'static str) -> Field {
        self.section = Some(section);
        self
    }

    /// What was answered: the typed text as it is, or the contract's word of a choice.
    pub fn answer(&self) -> &str {
        match &self.input {
            Input::Text(text) => text.text(),
            Input::Choice(choice) => choice.word(),
        }
    }

    /// What it held when the form was opened.
    pub fn opened_with(&self) -> &str {
        &self.opened_with
    }

    /// Whether it says something else than when the form was opened. A fold line says nothing of its own.
    pub fn is_changed(&self) -> bool {
        self.folds.is_empty() && self.answer() != self.opened_with
    }

    /// Answers it.
    pub fn set(&mut self, answer: &str) {
        match &mut self.input {
            Input::Text(text) => text.set(answer),
            Input::Choice(choice) => choice.choose(answer),
        }
    }

    /// Reads the answer: the echo where there is one, else what is wrong.
    pub fn read(&self) -> Result<Option<String>, String> {
        let answer = self.answer().trim();
        if answer.is_empty() {
            return if self.required { Err(format!("{} is missing", self.label)) } else { Ok(None) };
        }
        match self.input {
            Input::Choice(_) => Ok(None),
            Input::Text(_) => self.reads.echo(answer),
        }
    }

    /// Checks the answer and keeps what is wrong with it. An answer nobody touched is not questioned: it came from
    /// the register.
    pub fn check(&mut self) -> bool {
        let untouched = !self.is_changed() && !self.answer().is_empty();
        self.problem = if self.hidden || untouched { None } else { self.read().err() };
        self.problem.is_none()
    }
}

/// The fields of a form, by name.
#[derive(Clone, Debug, Default)]
pub struct Fields(pub Vec<Field>);

impl Fields {
    /// A field by its name.
    pub fn get(&self, name: &str) -> Option<&Field> {
        self.0.iter().find(|field| field.name == name)
    }

    /// A field by its name, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Field> {
        self.0.iter_mut().find(|field| field.name == name)
    }

    /// The answer without blanks around it; empty for a field that is not there or does not apply.
    pub fn said(&self, name: &str) -> &str {
        self.get(name).filter(|field| !field.hidden).map_or("", |field| field.answer().trim())
    }

    /// The answer as a text of its own.
    pub fn owned(&self, name: &str) -> String {
        self.said(name).to_owned()
    }

    /// The answer as a date; `None` where it is empty or unreadable.
    pub fn date(&self, name: &str) -> Option<Date> {
        self.get(name)?.reads.date(self.said(name))
    }

    /// The answer as a number; `None` where it is empty or unreadable.
    pub fn number(&self, name: &str) -> Option<Decimal> {
        self.get(name)?.reads.number(self.said(name))
    }

    /// The answer as a reading's value; `None` where it is empty or unreadable.
    pub fn value(&self, name: &str) -> Option<Value> {
        self.get(name)?.reads.value(self.said(name))
    }

    /// The answer as a whole number; `None` where it is empty or unreadable.
    pub fn whole(&self, name: &str) -> Option<u32> {
        self.said(name).parse().ok()
    }

    /// Whether the field applies and says something else than when the form was opened.
    pub fn changed(&self, name: &str) -> bool {
        self.get(name).is_some_and(|field| !field.hidden && field.is_changed())
    }

    /// Shows or hides a field.
    pub fn show(&mut self, name: &str, shown: bool) {
        if let Some(field) = self.get_mut(name) {
            field.hidden = !shown;
        }
    }

    /// The positions of the fields that are in sight, in their order.
    pub fn shown(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.0.iter().enumerate().filter(|(_, field)| !field.hidden && !field.folded).map(|(at, _)| at)
    }
}
