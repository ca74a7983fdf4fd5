//! The import as a sheet: actions become choices, choices make the draft anew, and what becomes of it is asked again.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::approval::Approval;
use super::draw;
use super::reading_as::ReadingAs;
use super::stage::Stage;
use super::state::Importing;
use crate::app::import::draft::{Answer, Ask, CellAt, Choice};
use crate::app::{Outcome, Refusal};
use crate::domain::period::Date;
use crate::tui::effect::Question;
use crate::tui::files::{FileChooser, Wanted};
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, StatusLine};
use crate::tui::msg::Reply;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::text_field::TextField;

/// The files that are read.
const SPREADSHEETS: Wanted = Wanted { title: "Choose the spreadsheet", endings: &["xlsx", "ods", "csv", "tsv"] };

/// The way in.
#[derive(Debug)]
pub struct ImportSheet {
    pub(super) files: FileChooser,
    pub(super) state: Importing,
    pub(super) typing: Typing,
    pub(super) approval: Approval,
    /// The sheet is being written.
    pub(super) running: bool,
    /// Why the file could not be read.
    pub(super) problem: Option<String>,
    /// A file is being read.
    pub(super) opening: bool,
    /// The last key asked to leave with decisions made; the same again leaves.
    pub(super) leaving: bool,
    /// A cell was corrected; the list goes on to the next refused one.
    pub(super) corrected: bool,
    /// The number of the newest question about the whole sheet.
    pub(super) asked: u64,
    /// The number of the newest question about a text that is being typed.
    pub(super) tried: u64,
}

/// What is being typed on top of a step.
#[derive(Debug, Default)]
pub enum Typing {
    /// Nothing.
    #[default]
    Nothing,
    /// A text over a cell.
    Cell {
        /// Which one.
        at: CellAt,
        /// The text.
        field: TextField,
        /// What would become of it.
        echo: Option<String>,
    },
    /// What a column is read as.
    ReadingAs(ReadingAs),
    /// A line that answers something.
    Line {
        /// What stands before it.
        label: &'static str,
        /// What it answers.
        answers: Line,
        /// The text.
        field: TextField,
    },
}

/// What a typed line answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// A year.
    Year(Ask),
    /// Why values are corrected.
    Reason,
}

impl Line {
    /// The choice a text makes; `None` where it cannot be read.
    pub(super) fn choice(self, text: &str) -> Option<Choice> {
        match self {
            Line::Year(ask) => {
                let year = text.trim().parse().ok().filter(|year| (1900..2200).contains(year))?;
                Some(Choice::Answer(ask, Some(Answer::Year(year))))
            }
            Line::Reason => Some(Choice::Reason(text.to_owned())),
        }
    }
}

impl ImportSheet {
    /// Begins with choosing the file, on a day.
    pub fn new(today: Date) -> ImportSheet {
        ImportSheet {
            files: FileChooser::new(SPREADSHEETS),
            state: Importing::default(),
            typing: Typing::Nothing,
            approval: Approval::new(today),
            running: false,
            problem: None,
            opening: false,
            leaving: false,
            corrected: false,
            asked: 0,
            tried: 0,
        }
    }
}

impl Sheet for ImportSheet {
    fn scopes(&self) -> Vec<Scope> {
        match (&self.typing, self.state.stage) {
            (_, Stage::File) => vec![Scope::Files, Scope::Moving],
            (Typing::Nothing, Stage::Questions) => vec![Scope::ImportQuestion, Scope::Importing, Scope::Moving],
            (Typing::Nothing, Stage::Approval) => vec![Scope::ImportText],
            (Typing::Nothing, _) => vec![Scope::Importing, Scope::Moving],
            _ => vec![Scope::ImportText, Scope::Moving],
        }
    }

    fn field(&mut self) -> Option<&mut TextField> {
        match (&mut self.typing, self.state.stage) {
            _ if self.running => None,
            (_, Stage::File) => Some(self.files.field()),
            (Typing::Cell { field, .. } | Typing::Line { field, .. }, _) => Some(field),
            (Typing::ReadingAs(choice), _) => Some(&mut choice.typed),
            (Typing::Nothing, Stage::Approval) => self.approval.field(),
            (Typing::Nothing, _) => None,
        }
    }

    fn begins_typing(&mut self, typed: char, model: &Model) {
        self.type_over(typed, model);
    }

    fn opened(&mut self, _model: &Model) -> Step {
        Step::ask(self.files.opened())
    }

    fn edited(&mut self, _model: &Model) -> Step {
        match &mut self.typing {
            Typing::ReadingAs(choice) => choice.narrow(),
            Typing::Cell { .. } => return self.try_cell(),
            Typing::Line { .. } => {}
            Typing::Nothing if self.state.stage == Stage::File => {
                return self.files.edited().map_or_else(Step::stay, Step::ask);
            }
            Typing::Nothing => self.approval.edited(),
        }
        Step::stay()
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        if action != Action::Back {
            self.leaving = false;
        }
        if self.running {
            return Step::stay();
        }
        match (&self.typing, self.state.stage) {
            (_, Stage::File) => self.choose_file(action, model),
            (Typing::Nothing, Stage::Approval) => self.approve(action, model),
            (Typing::Nothing, _) => self.browse(action, model),
            _ => self.type_on(action, model),
        }
    }

    fn told(&mut self, result: Result<Reply, Refusal>, model: &Model) -> Step {
        match result {
            Ok(Reply::Folder(folder)) => self.files.told(Ok(*folder)),
            Ok(Reply::Spreadsheet(draft)) => return self.begin(*draft, model),
            Ok(Reply::ImportPreview(number, preview)) if number == self.tried => self.echo(&preview),
            Ok(Reply::ImportPreview(number, preview)) if number == self.asked => {
                self.problem = None;
                self.state.learn(*preview);
                self.settle(model);
            }
            Ok(_) => {}
            Err(refusal) if self.opening => {
                self.opening = false;
                return Step::say(StatusLine::refused(refusal.to_string()));
            }
            Err(refusal) if self.state.stage == Stage::File => self.files.told(Err(refusal)),
            Err(refusal) => self.problem = Some(refusal.to_string()),
        }
        Step::stay()
    }

    fn ran(&mut self, result: Result<Outcome, Refusal>, model: &Model) -> Step {
        self.ran_here(result, model)
    }

    fn changed_elsewhere(&mut self, _model: &Model) -> Step {
        if self.state.draft.is_some() && self.state.outcome.is_none() { self.ask_again() } else { Step::stay() }
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        draw::draw(self, frame, body, model);
    }
}

impl ImportSheet {
    /// What becomes of the whole sheet, asked anew.
    pub(super) fn ask_again(&mut self) -> Step {
        let Some(draft) = &self.state.draft else { return Step::stay() };
        self.asked = self.asked.max(self.tried) + 1;
        Step::ask(Question::ImportPreview(self.asked, draft.clone().into()))
    }
}
