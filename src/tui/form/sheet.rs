//! A form as a sheet on top of home: actions become messages of its state machine, effects become steps.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::field::Input;
use super::machine::{Form, FormEffect, FormMsg, Stage};
use super::offer::{self, Offers};
use super::view;
use crate::app::registers::{Answers, Unsaved};
use crate::app::{Outcome, Refusal};
use crate::domain::trace::SourceKind;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, StatusLine};
use crate::tui::msg::Reply;
use crate::tui::people;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::text_field::TextField;
use crate::tui::trace;

/// A form on top of home.
#[derive(Debug)]
pub struct FormSheet {
    /// The form.
    pub form: Form,
    /// Whether what was discarded here before has been offered.
    offered: bool,
    /// What was lost when the program ended without being left.
    lost: Option<Answers>,
    /// What is on disk of this form.
    kept: Option<Answers>,
}

impl FormSheet {
    /// A form as a sheet; what was discarded for the same subject, or lost with the program, is offered again.
    pub fn new(mut form: Form, model: &Model) -> FormSheet {
        let discarded = model.discarded.as_ref();
        let offered = discarded.is_some_and(|answers| form.offer(answers, "you discarded answers here"));
        let why = "the program ended before answers here were saved";
        let lost = model.unsaved.iter().find(|answers| !offered && form.offer(answers, why)).cloned();
        if let Some(overview) = &model.overview {
            form.known.objectives(overview);
        }
        FormSheet { form, offered, kept: lost.clone(), lost }
    }

    /// The form that enters who or what is new; the register is asked again once it closes.
    fn enters(offers: Offers, name: &str, model: &Model) -> Option<Box<dyn Sheet>> {
        let today = model.overview.as_ref()?.today;
        let form = match offers {
            Offers::Objectives => return None,
            Offers::People | Offers::Functions => people::forms::enter(None, offer::entry_kind(offers), name, today),
            Offers::Sources => {
                let (kind, reference) = name.split_once(':').unwrap_or(("", name));
                let kind = SourceKind::from_word(kind.trim()).unwrap_or(SourceKind::Risk);
                trace::forms::add(kind, reference.trim(), today)
            }
        };
        Some(Box::new(FormSheet::new(form, model)))
    }

    fn tell(&mut self, msg: FormMsg, model: &Model) -> Step {
        let mut step = Step::stay();
        let mut saved = false;
        for effect in self.form.update(msg) {
            match effect {
                FormEffect::Run(command) => step.commands.push(*command),
                FormEffect::Go(way) => step.goes = Some(way),
                FormEffect::Enter(offers, name) => step.opens = Self::enters(offers, &name, model),
                FormEffect::Saved(outcome) => {
                    saved = true;
                    step.closes = true;
                    step.opens = self.form.subject.follows(&self.form.fields, &outcome);
                    // What opens next has keys of its own; the hint of home would be wrong there.
                    step.status = step.opens.as_ref().map(|_| StatusLine::done(&outcome.summary));
                    step.select = outcome.touched.first().cloned();
                    // What is saved now replaces what was discarded before: it is not offered again.
                    step.discarded = self.offered.then(Answers::default);
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
        step.unsaved = self.keeps(step.closes, saved);
        step.questions.extend(self.form.asks_for_offers());
        step
    }

    /// What the disk holds of this form from now on, where that changes: what is typed, as long as it is neither saved
    /// nor discarded, and what was lost with the program and is offered still.
    fn keeps(&mut self, closes: bool, saved: bool) -> Option<Unsaved> {
        let lost = || self.lost.clone().filter(|_| self.form.offered().is_some());
        let now = match (saved, closes || !self.form.is_dirty()) {
            (true, _) => None,
            (false, true) => lost(),
            (false, false) => Some(self.form.unsaved()),
        };
        if now == self.kept {
            return None;
        }
        self.kept = now.clone();
        Some(now.map_or_else(|| Unsaved::Forget(self.form.subject.name()), Unsaved::Keep))
    }
}

impl Sheet for FormSheet {
    fn scopes(&self) -> Vec<Scope> {
        let choosing = matches!(self.form.focused().map(|field| &field.input), Some(Input::Choice(_)));
        match self.form.stage {
            Stage::Conflict { .. } => vec![Scope::Choice, Scope::Form],
            _ if choosing => vec![Scope::Choice, Scope::Form],
            _ if self.form.listing.is_some() => vec![Scope::Offered],
            _ if self.form.offers() => vec![Scope::Offering, Scope::Form],
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

    fn edited(&mut self, model: &Model) -> Step {
        self.tell(FormMsg::Edited, model)
    }

    fn opened(&mut self, _model: &Model) -> Step {
        let mut questions = self.form.subject.questions();
        questions.extend(self.form.asks_for_offers());
        Step { questions, ..Step::default() }
    }

    fn uncovered(&mut self, _model: &Model) -> Step {
        Step { questions: self.form.asks_anew(), ..Step::default() }
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        let msg = match action {
            Action::NextField => FormMsg::Next,
            Action::PreviousField => FormMsg::Previous,
            Action::NextChoice => FormMsg::NextWay,
            Action::PreviousChoice => FormMsg::PreviousWay,
            Action::Confirm => FormMsg::Confirm,
            Action::Save => FormMsg::Save,
            Action::Back => FormMsg::Back,
            Action::BringBack => FormMsg::BringBack,
            Action::Offer => FormMsg::Offer,
            Action::Down => FormMsg::Mark(true),
            Action::Up => FormMsg::Mark(false),
            Action::PageDown => FormMsg::Page(true),
            Action::PageUp => FormMsg::Page(false),
            _ => return Step::stay(),
        };
        self.tell(msg, model)
    }

    fn ran(&mut self, result: Result<Outcome, Refusal>, model: &Model) -> Step {
        self.tell(FormMsg::Ran(result), model)
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
