//! The line that asks for a point in time. What is typed is resolved at once and echoed, before anything moves.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::Refusal;
use crate::app::point_in_time::{EXAMPLES, PointInTime};
use crate::app::view::Lens;
use crate::tui::effect::Question;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, StatusLine};
use crate::tui::msg::Reply;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::text_field::TextField;
use crate::tui::widgets::prompt::{self, Echo};

/// Asks for a point in time.
#[derive(Debug, Default)]
pub struct AsKnownSheet {
    typed: TextField,
    /// How the text beside it is understood.
    understood: Option<(String, Result<PointInTime, String>)>,
    /// Enter came before the answer.
    goes: bool,
}

impl AsKnownSheet {
    fn ask(&self) -> Step {
        Step::ask(Question::PointInTime(self.typed.text().to_owned()))
    }

    fn go(&self, model: &Model) -> Step {
        match &self.understood {
            Some((_, Ok(point))) => {
                let back = format!("{} goes back to now", model.key_for(Action::Now));
                let status = match point.lens == Lens::default() {
                    true => StatusLine::note("the register as it is known now"),
                    false => StatusLine::done(format!("as known on {}", point.told)).hint(back),
                };
                Step { look: Some(point.lens), status: Some(status), ..Step::close() }
            }
            Some((_, Err(_))) | None => Step::stay(),
        }
    }

    fn echo(&self) -> Echo {
        if self.typed.text().trim().is_empty() {
            return Echo::Hint(EXAMPLES.to_owned());
        }
        match &self.understood {
            Some((_, Ok(point))) => Echo::Understood(point.told.clone()),
            Some((_, Err(why))) => Echo::Refused(why.clone()),
            None => Echo::Hint("looking".to_owned()),
        }
    }
}

impl Sheet for AsKnownSheet {
    fn scopes(&self) -> Vec<Scope> {
        vec![Scope::Prompt]
    }

    fn field(&mut self) -> Option<&mut TextField> {
        Some(&mut self.typed)
    }

    fn edited(&mut self, _model: &Model) -> Step {
        self.goes = false;
        self.ask()
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        match action {
            Action::Back => Step::close(),
            Action::Confirm if self.typed.text().trim().is_empty() => Step::stay(),
            Action::Confirm => {
                let known = self.understood.as_ref().is_some_and(|(said, _)| said == self.typed.text());
                self.goes = !known;
                if known { self.go(model) } else { self.ask() }
            }
            _ => Step::stay(),
        }
    }

    fn told(&mut self, result: Result<Reply, Refusal>, model: &Model) -> Step {
        let said = self.typed.text().to_owned();
        match result {
            // The answer to what stood there a moment ago.
            Ok(Reply::PointInTime(asked, _)) if asked != said => return Step::stay(),
            Ok(Reply::PointInTime(_, point)) => self.understood = Some((said, Ok(point))),
            Ok(_) => return Step::stay(),
            Err(refusal) => self.understood = Some((said, Err(refusal.to_string()))),
        }
        if std::mem::take(&mut self.goes) { self.go(model) } else { Step::stay() }
    }

    fn covers(&self) -> bool {
        false
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        prompt::view(frame, body, model.theme, "As known on", &self.typed, &self.echo());
    }
}
