//! A sheet: a form, a meeting, anything that lies on top of home and keeps a state of its own.
//!
//! The shell finds the action a key means and hands it over; a sheet never sees a key. Typed text goes to the text
//! field that [`Sheet::field`] names before the key table is asked.

use std::fmt::Debug;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::effect::Question;
use super::keymap::{Action, Scope};
use super::meeting::Drafts;
use super::model::{Model, StatusLine};
use super::msg::Reply;
use super::screen::Screen;
use super::text_field::TextField;
use crate::app::probe::PageOf;
use crate::app::registers::{Answers, OnScreen, Unsaved, Way};
use crate::app::view::Lens;
use crate::app::{Command, Moment, Outcome, Refusal};

/// Something on top of home with a state of its own.
pub trait Sheet: Debug + Send {
    /// The scopes whose keys count, innermost first; `Scope::Global` follows by itself.
    fn scopes(&self) -> Vec<Scope>;

    /// The text field that takes what is typed now.
    fn field(&mut self) -> Option<&mut TextField> {
        None
    }

    /// A character was typed while [`Sheet::field`] names no field: a sheet that opens one now sees it take the key.
    /// So a grid can be moved through by letters and typed into by digits.
    fn begins_typing(&mut self, _typed: char, _model: &Model) {}

    /// Text was pasted in one piece; `None` hands it to the text field, where its lines become one.
    fn pasted(&mut self, _text: &str, _model: &Model) -> Option<Step> {
        None
    }

    /// The text field has just taken a key or a paste: check it, echo it.
    fn edited(&mut self, _model: &Model) -> Step {
        Step::default()
    }

    /// It has just been opened: what it needs to know first.
    fn opened(&mut self, _model: &Model) -> Step {
        Step::default()
    }

    /// An action. `Action::Back` comes here too: a clean sheet answers with [`Step::close`].
    fn act(&mut self, action: Action, model: &Model) -> Step;

    /// A command of this sheet came back. The overview was read again before.
    fn ran(&mut self, _result: Result<Outcome, Refusal>, _model: &Model) -> Step {
        Step::default()
    }

    /// A question of this sheet came back.
    fn told(&mut self, _result: Result<Reply, Refusal>, _model: &Model) -> Step {
        Step::default()
    }

    /// Ten seconds went by (after [`Step::clock`]).
    fn clock(&mut self, _now: &Moment, _model: &Model) -> Step {
        Step::default()
    }

    /// What lay on top of it has closed.
    fn uncovered(&mut self, _model: &Model) -> Step {
        Step::default()
    }

    /// Another session changed the register.
    fn changed_elsewhere(&mut self, _model: &Model) -> Step {
        Step::default()
    }

    /// The title line while it is on top; `None` keeps home's.
    fn title(&self, _model: &Model) -> Option<Line<'static>> {
        None
    }

    /// The screen it is, where it is one.
    fn screen(&self) -> Option<Screen> {
        None
    }

    /// Which menu of actions it is, where it is one. A menu changes nothing of what it lies on: that is not told when
    /// it closes, and one menu takes the place of another.
    fn menu(&self) -> Option<Menu> {
        None
    }

    /// The scopes beneath it whose keys it hands on: it closes, and what the key means there is done.
    fn hands_on(&self) -> &[Scope] {
        &[]
    }

    /// Code of the objective that is selected on it: what the auditor's page is asked for.
    fn objective(&self) -> Option<String> {
        None
    }

    /// Whether it fills the body; otherwise home is drawn beneath it.
    fn covers(&self) -> bool {
        true
    }

    /// Whether it has the whole screen, without title and footer.
    fn alone(&self) -> bool {
        false
    }

    /// Draws itself into the body between title and status line. Sets the hardware cursor at the caret.
    fn view(&self, frame: &mut Frame, body: Rect, model: &Model);
}

/// A sheet that is a list of actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    /// The help.
    Help,
    /// The palette.
    Palette,
}

/// What a sheet answers: what to do next. The shell does it in the order of the fields.
#[derive(Debug, Default)]
pub struct Step {
    /// Commands to run; each comes back to [`Sheet::ran`].
    pub commands: Vec<Command>,
    /// Questions to ask; each comes back to [`Sheet::told`].
    pub questions: Vec<Question>,
    /// A new status line.
    pub status: Option<StatusLine>,
    /// Select this objective on home.
    pub select: Option<String>,
    /// From now on look at the register from there.
    pub look: Option<Lens>,
    /// From now on this person writes.
    pub actor: Option<String>,
    /// Switches the clock.
    pub clock: Option<bool>,
    /// The basket holds these pages from now on.
    pub basket: Option<Vec<PageOf>>,
    /// A text for the clipboard of the terminal.
    pub copies: Option<String>,
    /// What is typed and not saved, to be kept on disk, or that nothing is unsaved any more.
    pub unsaved: Option<Unsaved>,
    /// Tells the big screen what the meeting has on its desk; `Some(None)` that it is left.
    pub shows: Option<Option<OnScreen>>,
    /// Goes to another register.
    pub goes: Option<Way>,
    /// Leaves the program.
    pub leaves: bool,
    /// Answers that were discarded: kept so that the same form can offer them once.
    pub discarded: Option<Answers>,
    /// What is typed in a meeting, by its number: given back when it is taken up again.
    pub keeps: Option<(i64, Drafts)>,
    /// Closes this sheet.
    pub closes: bool,
    /// Once everything else is done: an action for what lies beneath, as if its key had been pressed there.
    pub runs: Option<Action>,
    /// Opens another sheet: on top of this one, or in its place when it closes.
    pub opens: Option<Box<dyn Sheet>>,
}

impl Step {
    /// Nothing but a redraw.
    pub fn stay() -> Step {
        Step::default()
    }

    /// Closes the sheet.
    pub fn close() -> Step {
        Step { closes: true, ..Step::default() }
    }

    /// Runs a command.
    pub fn run(command: Command) -> Step {
        Step { commands: vec![command], ..Step::default() }
    }

    /// Asks a question.
    pub fn ask(question: Question) -> Step {
        Step { questions: vec![question], ..Step::default() }
    }

    /// Says something in the status line.
    pub fn say(status: StatusLine) -> Step {
        Step { status: Some(status), ..Step::default() }
    }

    /// With another status line.
    pub fn saying(mut self, status: StatusLine) -> Step {
        self.status = Some(status);
        self
    }
}
