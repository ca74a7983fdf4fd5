//! A form as a sheet on top of home: actions become messages of its state machine, effects become steps.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::field::Input;
use super::machine::{Discarded, Form, FormEffect, FormMsg, Stage};
use super::view;
use crate::app::{Outcome, Refusal};
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, StatusLine};
use crate::tui::msg::Reply;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::text_field::TextField;

/// A form on top of home.
#[derive(Debug)]
pub struct FormSheet {
    /// The form.
    pub form: Form,
    /// Whether what was discarded here before has been offered.
    offered: bool,
}

impl FormSheet {
    /// A form as a sheet; what was discarded for the same subject is offered again.
    pub fn new(mut form: Form, model: &Model) -> FormSheet {
        let offered = model.discarded.as_ref().is_some_and(|discarded| form.offer(discarded));
        FormSheet { form, offered }
    }

    fn tell(&mut self, msg: FormMsg) -> Step {
        let mut step = Step::stay();
        for effect in self.form.update(msg) {
            match effect {
                FormEffect::Run(command) => step.commands.push(*command),
                FormEffect::Go(way) => step.goes = Some(way),
                FormEffect::Saved(outcome) => {
                    step.closes = true;
                    step.opens = self.form.subject.follows(&self.form.fields, &outcome);
                    // What opens next has keys of its own; the hint of home would be wrong there.
                    step.status = step.opens.as_ref().map(|_| StatusLine::done(&outcome.summary));
                    step.select = outcome.touched.first().cloned();
                    // What is saved now replaces what was discarded before: it is not offered again.
                    step.discarded = self.offered.then(Discarded::default);
                }
                FormEffect::Close(discarded) => {
                    step.closes = true;
                    step.discarded = discarded;
                    if step.discarded.is_some() {
                        step.status = Some(StatusLine::note("discarded; the same form offers it once more"));
                    }
                }
            }
        }
        step
    }
}

impl Sheet for FormSheet {
    fn scopes(&self) -> Vec<Scope> {
        let choosing = matches!(self.form.focused().map(|field| &field.input), Some(Input::Choice(_)));
        match self.form.stage {
            Stage::Conflict { .. } => vec![Scope::Choice, Scope::Form],
            _ if choosing => vec![Scope::Choice, Scope::Form],
            _ => vec![Scope::Form],
        }
    }

    fn field(&mut self) -> Option<&mut TextField> {
        if !matches!(self.form.stage, Stage::Typing | Stage::Discarding) {
            return None;
        }
        match &mut self.form.focused_mut()?.input {
            Input::Text(field) => Some(field),
            Input::Choice(_) => None,
        }
    }

    fn edited(&mut self, _model: &Model) -> Step {
        self.tell(FormMsg::Edited)
    }

    fn opened(&mut self, _model: &Model) -> Step {
        Step { questions: self.form.subject.questions(), ..Step::default() }
    }

    fn act(&mut self, action: Action, _model: &Model) -> Step {
        let msg = match action {
            Action::NextField => FormMsg::Next,
            Action::PreviousField => FormMsg::Previous,
            Action::NextChoice => FormMsg::NextWay,
            Action::PreviousChoice => FormMsg::PreviousWay,
            Action::Confirm => FormMsg::Confirm,
            Action::Save => FormMsg::Save,
            Action::Back => FormMsg::Back,
            Action::BringBack => FormMsg::BringBack,
            Action::PageDown => FormMsg::Page(true),
            Action::PageUp => FormMsg::Page(false),
            _ => return Step::stay(),
        };
        self.tell(msg)
    }

    fn ran(&mut self, result: Result<Outcome, Refusal>, _model: &Model) -> Step {
        self.tell(FormMsg::Ran(result))
    }

    fn told(&mut self, result: Result<Reply, Refusal>, _model: &Model) -> Step {
        match result {
            Ok(reply) => self.form.learn(&reply),
            Err(refusal) => self.form.notice = Some(refusal.to_string()),
        }
        Step::stay()
    }

    fn changed_elsewhere(&mut self, _model: &Model) -> Step {
        self.form.notice = Some("someone else changed the register; saving compares first".to_owned());
        Step::stay()
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        view::draw(&self.form, model.theme, frame, body);
    }
}
