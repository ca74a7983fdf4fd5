//! Everything the screen shows and everything it remembers.

use super::effect::Effect;
use super::home::Home;
use super::keymap::{Action, Keymap, Scope};
use super::meeting::Drafts;
use super::preferences::Preferences;
use super::sheet::Sheet;
use super::text_field::TextField;
use super::theme::Theme;
use super::view::objectives::Widths;
use crate::app::probe::PageOf;
use crate::app::registers::Answers;
use crate::app::view::{Dossier, Overview, Row};
use crate::domain::cascade::Cascade;
use crate::domain::progress::Seen;

/// The state of the full-screen face.
#[derive(Debug, Default)]
pub struct Model {
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// What the person prefers.
    pub preferences: Preferences,
    /// The look, as the preferences ask for it and the terminal can draw it.
    pub theme: Theme,
    /// The keys that count for this person.
    pub keymap: Keymap,
    /// The register in one look; `None` until it was read for the first time.
    pub overview: Option<Overview>,
    /// Who contributes to whom over that overview; places are places in its rows.
    pub cascade: Cascade,
    /// How wide the list's columns are over that overview.
    pub widths: Widths,
    /// Objectives read in full, newest last; each is good for the journal position beside it.
    pub dossiers: Vec<(u64, Dossier)>,
    /// The home screen.
    pub home: Home,
    /// What lies on top of home, innermost last.
    pub layers: Vec<Layer>,
    /// The line above the footer.
    pub status: Option<StatusLine>,
    /// What takes longer than a second, and how far it is.
    pub progress: Option<Seen>,
    /// The number of the newest sheet.
    pub newest_sheet: u64,
    /// Auditor's pages collected for one document, in their order.
    pub basket: Vec<PageOf>,
    /// What was typed into the last form that was discarded.
    pub discarded: Option<Answers>,
    /// What was typed and not saved when the program ended without being left.
    pub unsaved: Vec<Answers>,
    /// What was typed in a meeting that was left and is not saved, with its number.
    pub kept_meeting: Option<(i64, Drafts)>,
    /// Nobody has said who writes: the name to offer before the first write.
    pub unnamed: Option<String>,
    /// Letters are text now: something on top takes what is typed.
    pub typing: bool,
    /// The last key asked to leave; the same again leaves.
    pub leaving: bool,
}

/// Something on top of home.
#[derive(Debug)]
pub enum Layer {
    /// The filter line is being typed.
    Filter,
    /// Who writes is being asked, before the first write.
    Actor {
        /// The name.
        name: TextField,
        /// What waits for the answer.
        then: Waiting,
    },
    /// A form, a meeting: something with a state of its own.
    Sheet {
        /// Its number: answers find it by that.
        id: u64,
        /// The sheet.
        sheet: Box<dyn Sheet>,
    },
}

/// What waits until somebody has said who writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// These writes.
    Writes(Vec<Effect>),
    /// A meeting: it is asked before it begins, because in the middle it would disturb.
    Meeting,
}

/// What `form::open` is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// A new objective.
    New,
    /// The selected objective.
    Edit(String),
    /// The plan of the selected objective.
    EditPlan(String),
    /// A reading, a criterion or a check-in.
    Record(String),
    /// Put a draft in force.
    Approve(String),
    /// Close an objective.
    Retire(String),
    /// Freeze the register.
    Snapshot,
    /// The register's settings.
    Settings,
}

/// How a status line is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It is done, and on disk.
    Done,
    /// It was not done, and why.
    Refused,
    /// Worth knowing.
    Note,
}

/// The line above the footer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusLine {
    /// How it is meant.
    pub tone: Tone,
    /// What it says.
    pub text: String,
    /// What stands at the right end: `u takes it back`.
    pub hint: String,
}

impl StatusLine {
    /// It is done.
    pub fn done(text: impl Into<String>) -> StatusLine {
        StatusLine { tone: Tone::Done, text: text.into(), hint: String::new() }
    }

    /// It was not done.
    pub fn refused(text: impl Into<String>) -> StatusLine {
        StatusLine { tone: Tone::Refused, text: text.into(), hint: String::new() }
    }

    /// Worth knowing.
    pub fn note(text: impl Into<String>) -> StatusLine {
        StatusLine { tone: Tone::Note, text: text.into(), hint: String::new() }
    }

    /// With a hint at the right end.
    pub fn hint(mut self, hint: impl Into<String>) -> StatusLine {
        self.hint = hint.into();
        self
    }
}

impl Model {
    /// A model that has not read anything yet.
    pub fn new(size: (u16, u16), theme: Theme) -> Model {
        Model { size: theme.room(size), theme, ..Model::default() }
    }

    /// The same screen with nothing read: another register was opened.
    pub fn for_another_register(&mut self) -> Model {
        Model {
            size: self.size,
            theme: self.theme,
            newest_sheet: self.newest_sheet,
            unnamed: self.unnamed.take(),
            preferences: self.preferences.clone(),
            keymap: self.keymap.clone(),
            ..Model::default()
        }
    }

    /// The same with what the person prefers: other keys count from the start, and what cannot be used is said.
    pub fn preferring(mut self, preferences: Preferences) -> Model {
        self.keymap = Keymap::preferred(&preferences.keys).0;
        self.status = match preferences.problems.as_slice() {
            [] => self.status,
            [problem] => Some(StatusLine::refused(format!("left aside: {problem}"))),
            [first, rest @ ..] => {
                let more = format!("{} more: {}", rest.len(), self.key_for(Action::Config));
                Some(StatusLine::refused(format!("left aside: {first}")).hint(more))
            }
        };
        self.preferences = preferences;
        self
    }

    /// The row of the selected objective.
    pub fn selected_row(&self) -> Option<&Row> {
        self.row(self.home.selected.as_deref()?)
    }

    /// Code of the objective that is selected where the person is: on the screen on top, else on home.
    pub fn objective_here(&self) -> Option<String> {
        match self.layers.iter().rev().find(|layer| matches!(layer, Layer::Sheet { .. })) {
            Some(Layer::Sheet { sheet, .. }) => sheet.objective(),
            _ => self.selected_row().map(|row| row.code().to_owned()),
        }
    }

    /// The row of an objective.
    pub fn row(&self, code: &str) -> Option<&Row> {
        self.overview.as_ref()?.rows.iter().find(|row| row.code() == code)
    }

    /// The selected objective in full, as soon as it was read, even if the register has moved on since.
    pub fn dossier(&self) -> Option<&Dossier> {
        let selected = self.home.selected.as_deref()?;
        self.dossiers.iter().rev().map(|(_, dossier)| dossier).find(|d| d.row.code() == selected)
    }

    /// What is seen on top of home: the question who writes takes one line and leaves the rest in sight.
    pub fn beneath_actor(&self) -> Option<&Layer> {
        self.layers.iter().rev().find(|layer| !matches!(layer, Layer::Actor { .. }))
    }

    /// The key to show for an action, as the person has it; the word of the palette where no key does it.
    pub fn key_for(&self, action: Action) -> String {
        self.keymap.key_for(action, &self.scopes())
    }

    /// The scopes whose keys count now, innermost first.
    pub fn scopes(&self) -> Vec<Scope> {
        match self.layers.last() {
            None => self.home.scopes(),
            Some(Layer::Filter) => vec![Scope::Filter],
            Some(Layer::Actor { .. }) => vec![Scope::Actor],
            Some(Layer::Sheet { sheet, .. }) => sheet.scopes(),
        }
    }
}
