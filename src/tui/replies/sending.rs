//! The line that asks for the folder texts and reply sheets are written to.

use std::path::PathBuf;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::{Command, Outcome, Refusal};
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::Model;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::text_field::TextField;
use crate::tui::widgets::prompt::{self, Echo};

/// Asks where to.
#[derive(Debug)]
pub struct SendingSheet {
    folder: TextField,
    refused: Option<String>,
}

impl SendingSheet {
    /// With a name to take.
    pub fn new(model: &Model) -> SendingSheet {
        let day = model.overview.as_ref().map(|overview| overview.as_of.to_string()).unwrap_or_default();
        SendingSheet { folder: TextField::holding(format!("to-send-{day}")), refused: None }
    }
}

impl Sheet for SendingSheet {
    fn scopes(&self) -> Vec<Scope> {
        vec![Scope::Prompt]
    }

    fn field(&mut self) -> Option<&mut TextField> {
        Some(&mut self.folder)
    }

    fn edited(&mut self, _model: &Model) -> Step {
        self.refused = None;
        Step::stay()
    }

    fn act(&mut self, action: Action, _model: &Model) -> Step {
        match (action, self.folder.text().trim()) {
            (Action::Back, _) => Step::close(),
            (Action::Confirm, folder) if !folder.is_empty() => {
                Step::run(Command::WriteRequests { folder: PathBuf::from(folder) })
            }
            _ => Step::stay(),
        }
    }

    fn ran(&mut self, result: Result<Outcome, Refusal>, _model: &Model) -> Step {
        match result {
            Ok(_) => Step::close(),
            Err(refusal) => {
                self.refused = Some(refusal.to_string());
                Step::stay()
            }
        }
    }

    fn covers(&self) -> bool {
        false
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        let echo = match &self.refused {
            Some(why) => Echo::Refused(why.clone()),
            None => Echo::Hint("a text and a reply sheet for everybody who owes something; nothing is sent".to_owned()),
        };
        prompt::view(frame, body, model.theme, "Texts and sheets into the folder", &self.folder, &echo);
    }
}
