//! An objectives file chosen by its place.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::registers::Way;
use crate::app::{Outcome, Refusal};
use crate::tui::files::{Chosen, FileChooser, Wanted};
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, StatusLine};
use crate::tui::msg::Reply;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::text_field::TextField;
use crate::tui::widgets::split::body;

const REGISTERS: Wanted = Wanted { title: "Choose the objectives file", endings: &["sixtwo"] };

/// A register being chosen.
#[derive(Debug)]
pub struct OpeningSheet {
    files: FileChooser,
}

impl OpeningSheet {
    /// Begins in the folder the program was started in.
    pub fn new() -> OpeningSheet {
        OpeningSheet { files: FileChooser::new(REGISTERS) }
    }
}

impl Sheet for OpeningSheet {
    fn scopes(&self) -> Vec<Scope> {
        vec![Scope::Files, Scope::Moving]
    }

    fn field(&mut self) -> Option<&mut TextField> {
        Some(self.files.field())
    }

    fn edited(&mut self, _model: &Model) -> Step {
        self.files.edited().map_or_else(Step::stay, Step::ask)
    }

    fn opened(&mut self, _model: &Model) -> Step {
        Step::ask(self.files.opened())
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        match self.files.act(action, body(model)) {
            Chosen::Nothing => Step::stay(),
            Chosen::Ask(question) => Step::ask(question),
            Chosen::Left => Step::close(),
            Chosen::File(path) => Step { goes: Some(Way::Open(path)), ..Step::say(StatusLine::note("opening it")) },
        }
    }

    fn told(&mut self, result: Result<Reply, Refusal>, _model: &Model) -> Step {
        match result {
            Ok(Reply::Folder(folder)) => self.files.told(Ok(*folder)),
            Ok(_) => {}
            Err(refusal) => self.files.told(Err(refusal)),
        }
        Step::stay()
    }

    fn ran(&mut self, result: Result<Outcome, Refusal>, _model: &Model) -> Step {
        match result {
            Err(refusal) => Step::say(StatusLine::refused(refusal.to_string())),
            Ok(_) => Step::stay(),
        }
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        self.files.view(frame, body, model);
    }
}
