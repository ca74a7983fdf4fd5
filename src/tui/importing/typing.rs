//! What the actions do while something is typed.

use super::decisions;
use super::entry::{Entry, What};
use super::sheet::{ImportSheet, Typing};
use super::stage::Stage;
use crate::app::import::draft::Choice;
use crate::tui::keymap::Action;
use crate::tui::model::{Model, StatusLine};
use crate::tui::sheet::Step;
use crate::tui::text_field::TextField;

/// Lines of the list of fields a page is.
const PAGE: usize = 8;

impl ImportSheet {
    /// An action while a cell, a column's meaning or a line is typed.
    pub(super) fn type_on(&mut self, action: Action, model: &Model) -> Step {
        match (action, &mut self.typing) {
            (Action::Back, _) => {
                self.typing = Typing::Nothing;
                // Of several looks that wait only the newest is taken: it may have been the one at the text.
                if self.tried > self.asked { self.ask_again() } else { Step::stay() }
            }
            (Action::Confirm, _) => self.take_typed(model),
            (Action::NextField, Typing::ReadingAs(choice)) => {
                let len = choice.entries().len();
                choice.listing.act(Action::Down, len, PAGE);
                Step::stay()
            }
            (Action::PreviousField, Typing::ReadingAs(choice)) => {
                let len = choice.entries().len();
                choice.listing.act(Action::Up, len, PAGE);
                Step::stay()
            }
            (_, Typing::ReadingAs(choice)) => {
                let len = choice.entries().len();
                choice.listing.act(action, len, PAGE);
                Step::stay()
            }
            (Action::NextField, _) => self.take_typed(model),
            _ => Step::stay(),
        }
    }

    /// A digit typed on a refused cell, or on a cell of the sheet, begins a new text there, as in a spreadsheet.
    pub(super) fn type_over(&mut self, typed: char, model: &Model) {
        let free = matches!(self.typing, Typing::Nothing) && !self.running;
        let here = matches!(self.state.stage, Stage::Columns | Stage::Check);
        if !(free && here && typed.is_ascii_digit()) {
            return;
        }
        let entries = decisions::entries(&self.state, model);
        let on_cell = |entry: &Entry| matches!(entry.what, What::Cell(_));
        if self.state.in_grid || entries.get(self.state.listing.selected).is_some_and(on_cell) {
            let (at, field) = (self.state.at(), TextField::default());
            self.typing = Typing::Cell { at, field, echo: None };
        }
    }

    fn take_typed(&mut self, model: &Model) -> Step {
        match std::mem::take(&mut self.typing) {
            Typing::Nothing => Step::stay(),
            Typing::Cell { at, field, .. } => {
                self.corrected = true;
                self.choose(Choice::Type(at, field.text().to_owned()))
            }
            Typing::ReadingAs(choice) => match choice.wish() {
                Some(wish) => self.choose(Choice::Column(choice.column, wish)),
                None => {
                    self.typing = Typing::ReadingAs(choice);
                    Step::say(StatusLine::note("nothing a column can be read as is called so"))
                }
            },
            Typing::Line { label, answers, field } => match answers.choice(field.text()) {
                Some(choice) => {
                    let step = self.choose(choice);
                    if self.state.stage == Stage::Questions {
                        self.next_question(model);
                    }
                    step
                }
                None => {
                    self.typing = Typing::Line { label, answers, field };
                    Step::say(StatusLine::refused("write the year with four digits, such as 2025"))
                }
            },
        }
    }

    /// An action while the approval is typed.
    pub(super) fn approve(&mut self, action: Action, model: &Model) -> Step {
        match action {
            Action::Back => self.back(model),
            Action::NextField => {
                self.approval.go(true);
                Step::stay()
            }
            Action::PreviousField => {
                self.approval.go(false);
                Step::stay()
            }
            Action::Confirm if !self.approval.is_last() => {
                self.approval.go(true);
                Step::stay()
            }
            Action::Confirm => match self.approval.said() {
                Ok(approval) => {
                    let step = self.choose(Choice::Approval(approval));
                    if step.status.is_none() {
                        self.go_on(model);
                    }
                    step
                }
                Err(()) => Step::stay(),
            },
            _ => Step::stay(),
        }
    }
}
