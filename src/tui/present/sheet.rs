//! The big screen as a sheet: it follows the meeting, or stays at an item somebody went to.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::draw;
use crate::app::Refusal;
use crate::app::presented::Presented;
use crate::domain::review::ReviewItem;
use crate::tui::effect::Question;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::Model;
use crate::tui::msg::Reply;
use crate::tui::sheet::{Sheet, Step};

/// What the big screen knows.
#[derive(Debug, Default)]
pub struct PresentSheet {
    /// The meeting; `None` while none is open.
    pub presented: Option<Box<Presented>>,
    /// It was read at least once.
    pub read: bool,
    /// The objective somebody went to; `None` follows the meeting.
    pub asked: Option<String>,
    /// What could not be read.
    pub problem: Option<String>,
}

impl PresentSheet {
    /// A big screen that has read nothing yet.
    pub fn new() -> PresentSheet {
        PresentSheet::default()
    }

    fn ask(&self) -> Step {
        Step::ask(Question::Presented(self.asked.clone()))
    }

    /// The agenda.
    pub fn items(&self) -> &[ReviewItem] {
        self.presented.as_ref().map_or(&[], |presented| &presented.meeting.review.items)
    }

    /// The item in sight with its place.
    pub fn item(&self) -> Option<(usize, &ReviewItem)> {
        let code = self.presented.as_ref()?.dossier.as_ref()?.row.code();
        self.items().iter().enumerate().find(|(_, item)| item.code == code)
    }

    fn go(&mut self, forward: bool) -> Step {
        let at = self.item().map_or(self.items().len(), |(at, _)| at);
        let to = if forward { at + 1 } else { at.saturating_sub(1) };
        if let Some(code) = self.items().get(to).map(|item| item.code.clone()) {
            self.asked = Some(code);
        }
        self.ask()
    }
}

impl Sheet for PresentSheet {
    fn scopes(&self) -> Vec<Scope> {
        vec![Scope::Present]
    }

    fn opened(&mut self, _model: &Model) -> Step {
        self.ask()
    }

    fn act(&mut self, action: Action, _model: &Model) -> Step {
        match action {
            Action::NextItem => self.go(true),
            Action::PreviousItem => self.go(false),
            Action::FollowMeeting => {
                self.asked = None;
                self.ask()
            }
            Action::Quit | Action::Back => Step { leaves: true, ..Step::stay() },
            _ => Step::stay(),
        }
    }

    fn told(&mut self, result: Result<Reply, Refusal>, _model: &Model) -> Step {
        match result {
            Ok(Reply::Presented(presented)) => {
                self.read = true;
                self.problem = None;
                self.presented = presented;
            }
            Ok(_) => {}
            Err(refusal) => self.problem = Some(refusal.to_string()),
        }
        Step::stay()
    }

    fn changed_elsewhere(&mut self, _model: &Model) -> Step {
        self.ask()
    }

    fn alone(&self) -> bool {
        true
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        draw::view(self, model, frame, body);
    }
}
