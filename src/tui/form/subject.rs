//! What a form is about: where its answers go, and what stands beside it while they are typed.

use std::fmt::Debug;

use ratatui::text::Line;

use super::field::Fields;
use crate::app::refusal::ConflictSides;
use crate::app::registers::Way;
use crate::app::{Command, FieldProblem, Outcome};
use crate::tui::effect::Question;
use crate::tui::msg::Reply;
use crate::tui::sheet::Sheet;
use crate::tui::theme::Theme;

/// The matter of one form. The state machine of [`super::machine`] is the same for all.
pub trait Subject: Debug + Send {
    /// What is discarded under this name can be brought back under it.
    fn name(&self) -> String;

    /// Shows and hides fields, adds rows and sets hints by what the answers say.
    fn arrange(&self, _fields: &mut Fields) {}

    /// The commands the answers ask for, one after the other, or every problem no single field can see.
    fn commands(&self, fields: &Fields) -> Result<Vec<Command>, Vec<FieldProblem>>;

    /// The register to go to, where the form asks for that and not for a write.
    fn way(&self, _fields: &Fields) -> Option<Way> {
        None
    }

    /// What opens once it is saved.
    fn follows(&self, _fields: &Fields, _outcome: &Outcome) -> Option<Box<dyn Sheet>> {
        None
    }

    /// The register has moved on: from now on the answers are held against what stands there. `mine` says which side
    /// holds where both changed the same field.
    fn settle(&mut self, _sides: &ConflictSides, _mine: bool, _fields: &mut Fields) {}

    /// What it needs to know before it can be answered well.
    fn question(&self) -> Option<Question> {
        None
    }

    /// All of it, where it is more than one question.
    fn questions(&self) -> Vec<Question> {
        self.question().into_iter().collect()
    }

    /// The answer to such a question.
    fn learn(&mut self, _reply: &Reply, _fields: &mut Fields) {}

    /// A field the register asks for although the form does not show it.
    fn asked_for(&self, _name: &str, _fields: &mut Fields) {}

    /// What stands in sight while the fields are answered.
    fn sight(&self, _fields: &Fields, _theme: Theme, _width: u16) -> Vec<Line<'static>> {
        Vec::new()
    }
}
