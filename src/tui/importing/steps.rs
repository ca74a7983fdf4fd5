//! What the actions of every step do.

use super::decisions;
use super::entry::What;
use super::reading_as::ReadingAs;
use super::sheet::{ImportSheet, Line, Typing};
use super::stage::Stage;
use crate::app::import::draft::{Choice, Draft, Fate, Layout, Preview};
use crate::app::{Command, Outcome, Refusal};
use crate::tui::effect::Question;
use crate::tui::files::Chosen;
use crate::tui::keymap::Action;
use crate::tui::model::{Model, StatusLine};
use crate::tui::sheet::Step;
use crate::tui::text_field::TextField;
use crate::tui::widgets::split::body;

impl ImportSheet {
    pub(super) fn choose_file(&mut self, action: Action, model: &Model) -> Step {
        match self.files.act(action, body(model)) {
            Chosen::Nothing => Step::stay(),
            Chosen::Ask(question) => Step::ask(question),
            Chosen::Left => self.leave(),
            Chosen::File(path) => {
                self.opening = true;
                Step::ask(Question::Spreadsheet(path)).saying(StatusLine::note("reading the file"))
            }
        }
    }

    /// Leaves at once where nothing was decided; else the second time.
    fn leave(&mut self) -> Step {
        if self.state.outcome.is_some() || self.state.nothing_decided() || self.leaving {
            return Step::close();
        }
        self.leaving = true;
        Step::say(StatusLine::note(
            "nothing was written yet; the same key again leaves, and its answers and corrections go",
        ))
    }

    /// A file was read: on to its first step.
    pub(super) fn begin(&mut self, draft: Draft, model: &Model) -> Step {
        self.opening = false;
        self.problem = None;
        let empty = model.overview.as_ref().is_none_or(|overview| overview.rows.is_empty());
        self.state.begin(draft, empty);
        self.enter(self.state.neighbour(true), model);
        let step = self.ask_again();
        step.saying(StatusLine::note("nothing is written before the last step"))
    }

    /// A choice: the draft is made anew, and what becomes of it is asked.
    pub(super) fn choose(&mut self, choice: Choice) -> Step {
        match self.state.choose(choice) {
            Ok(()) => self.ask_again(),
            Err(refusal) => Step::say(StatusLine::refused(refusal.to_string())),
        }
    }

    pub(super) fn go_on(&mut self, model: &Model) -> Step {
        self.enter(self.state.neighbour(true), model);
        Step::stay()
    }

    /// An action while nothing is typed.
    pub(super) fn browse(&mut self, action: Action, model: &Model) -> Step {
        match action {
            Action::Back => self.back(model),
            Action::NextPane => {
                self.state.in_grid = !self.state.in_grid;
                Step::stay()
            }
            Action::Open if self.state.in_grid => self.open_cell(model),
            Action::Open => self.open(model),
            Action::Edit => self.edit_cell(),
            Action::ReadColumnAs => self.read_column_as(self.state.at().column),
            Action::Toggle => self.leave_out_row(),
            Action::Undo => self.take_back(),
            Action::FirstAnswer => self.open_at(0, model),
            Action::SecondAnswer => self.open_at(1, model),
            Action::ThirdAnswer => self.open_at(2, model),
            Action::FourthAnswer => self.open_at(3, model),
            _ => self.moved(action, model),
        }
    }

    pub(super) fn back(&mut self, model: &Model) -> Step {
        if self.state.stage == Stage::Done {
            return Step::close();
        }
        if self.state.in_grid && self.state.stage != Stage::Header {
            self.state.in_grid = false;
            return Step::stay();
        }
        self.enter(self.state.neighbour(false), model);
        Step::stay()
    }

    fn open_at(&mut self, place: usize, model: &Model) -> Step {
        if place >= decisions::entries(&self.state, model).len() {
            return Step::stay();
        }
        self.state.listing.selected = place;
        self.open(model)
    }

    /// Enter on a line of the list.
    fn open(&mut self, model: &Model) -> Step {
        let entries = decisions::entries(&self.state, model);
        let Some(what) = entries.get(self.state.listing.selected).map(|entry| entry.what) else { return Step::stay() };
        match what {
            What::GoOn => self.go_on(model),
            What::GoOnWithoutRefused => {
                let step = self.choose(Choice::LeaveOutRefused(true));
                self.enter(self.state.neighbour(true), model);
                step
            }
            What::Sheet(at) => self.choose_sheet(at, model),
            What::Layout => self.next_layout(),
            What::Column(column) => self.read_column_as(column),
            What::Answer(answer) => {
                let Some(ask) = self.state.question().map(|question| question.ask) else { return Step::stay() };
                let step = self.choose(Choice::Answer(ask, Some(answer)));
                self.next_question(model);
                step
            }
            What::OtherYear => {
                let Some(ask) = self.state.question().map(|question| question.ask) else { return Step::stay() };
                self.typing = Typing::Line { label: "Year", answers: Line::Year(ask), field: TextField::default() };
                Step::stay()
            }
            What::Cell(_) => self.edit_cell(),
            What::Row(_) => {
                self.state.in_grid = true;
                Step::stay()
            }
            What::Update => {
                let update = self.state.draft.as_ref().is_some_and(|draft| draft.choices().update);
                self.choose(Choice::Update(!update))
            }
            What::Reason => {
                let reason = self.state.draft.as_ref().map(|draft| draft.choices().reason.clone()).unwrap_or_default();
                let field = TextField::holding(reason);
                self.typing = Typing::Line { label: "Why", answers: Line::Reason, field };
                Step::stay()
            }
            What::TakeOver => self.take_over(),
            What::TakeBack => self.take_back(),
            What::Home => Step::close(),
            What::Said => Step::stay(),
        }
    }

    fn choose_sheet(&mut self, at: usize, model: &Model) -> Step {
        let here = self.state.draft.as_ref().map(|draft| draft.sheet_at());
        let step = if here == Some(at) { Step::stay() } else { self.choose(Choice::Sheet(at)) };
        self.enter(self.state.neighbour(true), model);
        step
    }

    fn next_layout(&mut self) -> Step {
        let next = match self.state.draft.as_ref().map(|draft| draft.layout()) {
            Some(Layout::Wide) => Layout::Objectives,
            Some(Layout::Objectives) => Layout::Readings,
            Some(Layout::Readings) | None => Layout::Wide,
        };
        self.choose(Choice::Layout(Some(next)))
    }

    /// The next question that is open; with none left, on to the next step.
    pub(super) fn next_question(&mut self, model: &Model) {
        self.state.listing = Default::default();
        let open = self
            .state
            .draft
            .as_ref()
            .and_then(|draft| draft.questions().iter().position(|question| question.answer.is_none()));
        match open {
            Some(open) => {
                self.state.asked = open;
                self.look_at_question(model);
            }
            None => self.enter(self.state.neighbour(true), model),
        }
    }

    /// Enter in the sheet: another header row while it is looked for, the column of a header, else the cell.
    fn open_cell(&mut self, model: &Model) -> Step {
        let at = self.state.at();
        let Some(header) = self.state.draft.as_ref().map(|draft| draft.header_row()) else { return Step::stay() };
        if self.state.stage == Stage::Header {
            let step = if at.row == header { Step::stay() } else { self.choose(Choice::HeaderRow(at.row)) };
            if step.status.is_none() {
                self.enter(self.state.neighbour(true), model);
            }
            return step;
        }
        if at.row == header { self.read_column_as(at.column) } else { self.edit_cell() }
    }

    fn edit_cell(&mut self) -> Step {
        let Some(draft) = &self.state.draft else { return Step::stay() };
        if self.state.stage == Stage::Done {
            return Step::stay();
        }
        let at = self.state.at();
        let field = TextField::holding(draft.shown(at));
        self.typing = Typing::Cell { at, field, echo: None };
        Step::stay()
    }

    fn read_column_as(&mut self, column: u32) -> Step {
        if let Some(draft) = self.state.draft.as_ref().filter(|_| self.state.stage != Stage::Done) {
            self.typing = Typing::ReadingAs(ReadingAs::new(draft, column));
        }
        Step::stay()
    }

    fn leave_out_row(&mut self) -> Step {
        let row = self.state.at().row;
        let Some(draft) = self.state.draft.as_ref().filter(|draft| draft.rows().contains(&row)) else {
            return Step::say(StatusLine::note("only a row below the names of the columns can be left out"));
        };
        if draft.choices().rows.contains_key(&row) {
            return self.choose(Choice::Row(row, None));
        }
        let fate = self.state.preview().and_then(|preview| preview.rows.iter().find(|fate| fate.row == row));
        let left_out = fate.is_some_and(|fate| fate.fate == Fate::LeftOut);
        self.choose(Choice::Row(row, Some(left_out)))
    }

    fn take_over(&mut self) -> Step {
        let Some(draft) = self.state.draft.clone() else { return Step::stay() };
        self.running = true;
        Step::run(Command::TakeOver(draft.into()))
    }

    fn take_back(&mut self) -> Step {
        match &self.state.outcome {
            Some(outcome) if outcome.undoable => Step::run(Command::Undo { seq: Some(outcome.seq) }),
            _ => Step::say(StatusLine::note("nothing was taken over yet, so nothing is to be taken back")),
        }
    }

    /// A write came back: what came in, or that it was taken back.
    pub(super) fn ran_here(&mut self, result: Result<Outcome, Refusal>, model: &Model) -> Step {
        let took_over = std::mem::take(&mut self.running);
        match result {
            Ok(outcome) if took_over => {
                self.state.outcome = Some(outcome);
                self.enter(Stage::Done, model);
                Step::stay()
            }
            Ok(_) => {
                self.state.outcome = None;
                self.enter(Stage::Check, model);
                self.ask_again()
            }
            Err(_) => Step::stay(),
        }
    }

    /// Tries the text that is being typed: what would become of it.
    pub(super) fn try_cell(&mut self) -> Step {
        let (Typing::Cell { at, field, .. }, Some(draft)) = (&self.typing, &self.state.draft) else {
            return Step::stay();
        };
        match draft.as_ref().clone().with(Choice::Type(*at, field.text().to_owned())) {
            Ok(tried) => {
                self.tried = self.tried.max(self.asked) + 1;
                Step::ask(Question::ImportPreview(self.tried, std::sync::Arc::new(tried).into()))
            }
            Err(_) => Step::stay(),
        }
    }

    /// What would become of the text that is being typed.
    pub(super) fn echo(&mut self, preview: &Preview) {
        let Some(draft) = self.state.draft.clone() else { return };
        if let Typing::Cell { at, echo, .. } = &mut self.typing {
            *echo = Some(super::detail::becomes(Some(preview), &draft, *at));
        }
    }
}
