//! The period grid as a screen.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::acting::writable;
use super::columns::Columns;
use super::entry::Entry;
use super::faces::Faces;
use super::pasting::Preview;
use super::place::Place;
use super::saving::{Saving, Sent, field_of};
use super::{draw, preview};
use crate::app::grid::{Grid, GridCell, GridRow};
use crate::app::registers::Answers;
use crate::app::{Outcome, Refusal};
use crate::domain::period::Date;
use crate::tui::effect::Question;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, StatusLine};
use crate::tui::msg::Reply;
use crate::tui::screen::Screen;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::text_field::TextField;
use crate::tui::theme::Theme;
use crate::tui::widgets::figures;

/// A grid as it was read, with what its drawing needs.
#[derive(Debug)]
pub struct Shown {
    /// The grid.
    pub grid: Grid,
    /// The texts of its cells.
    pub faces: Faces,
    /// The targets of its rows as people read them.
    pub targets: Vec<String>,
}

impl Shown {
    /// Of a grid that was just read.
    pub fn of(grid: Grid, theme: Theme) -> Shown {
        let targets = grid.rows.iter().map(|row| target(row, theme)).collect();
        Shown { faces: Faces::of(&grid), targets, grid }
    }

    /// The columns in a width, with a day in sight.
    pub fn columns(&self, width: usize, day: Date) -> Columns {
        Columns::of(&self.grid, &self.faces, &self.targets, width, day)
    }
}

fn target(row: &GridRow, theme: Theme) -> String {
    let definition = &row.objective.definition;
    match definition.criteria.len() {
        0 => figures::target(definition, theme),
        all => format!("{all} of {all}"),
    }
}

/// The screen.
#[derive(Debug, Default)]
pub struct GridSheet {
    /// What was read.
    pub(super) shown: Option<Shown>,
    /// Why nothing was read.
    pub(super) problem: Option<String>,
    /// Where the cursor stands.
    pub(super) place: Option<Place>,
    /// The value being typed.
    pub(super) entry: Option<Entry>,
    /// The paste being looked at.
    pub(super) preview: Option<Preview>,
    /// What is on its way to the disk.
    pub(super) saving: Saving,
    /// A value put aside with text in it.
    pub(super) kept: Option<Box<Entry>>,
    /// What a crash left and nobody has brought back yet.
    pub(super) left: Option<Answers>,
    /// What is on disk of what is typed and not saved.
    pub(super) on_disk: Option<Answers>,
}

impl GridSheet {
    /// The screen before anything was read.
    pub fn new() -> GridSheet {
        GridSheet::default()
    }

    /// The objective and the period under the cursor.
    pub(super) fn cell(&self) -> Option<(&GridRow, &GridCell)> {
        self.place?.cell(&self.shown.as_ref()?.grid)
    }
}

/// What a value begins with.
fn begins_a_value(typed: char) -> bool {
    typed.is_ascii_digit() || matches!(typed, '-' | '.' | ',' | '/')
}

impl Sheet for GridSheet {
    fn scopes(&self) -> Vec<Scope> {
        match (&self.preview, &self.entry) {
            (Some(preview), _) if preview.asks_reason => vec![Scope::PeriodEntry],
            (Some(_), _) => vec![Scope::PastePreview, Scope::Moving],
            (None, Some(_)) => vec![Scope::PeriodEntry],
            (None, None) => vec![Scope::Periods, Scope::Moving, Scope::Screens],
        }
    }

    fn field(&mut self) -> Option<&mut TextField> {
        match &mut self.preview {
            Some(preview) => (preview.asks_reason && !preview.saving).then_some(&mut preview.reason),
            None => self.entry.as_mut().map(Entry::typed),
        }
    }

    fn begins_typing(&mut self, typed: char, model: &Model) {
        if begins_a_value(typed)
            && self.preview.is_none()
            && self.entry.is_none()
            && writable(model).is_ok()
            && self.cell().is_some_and(|(_, cell)| cell.cell.takes_values())
        {
            self.begin(Entry::begin);
        }
    }

    fn pasted(&mut self, text: &str, model: &Model) -> Option<Step> {
        if self.preview.is_some() || self.entry.as_ref().is_some_and(|entry| entry.takes_line(text)) {
            return None;
        }
        if let Err(why) = writable(model) {
            return Some(Step::say(StatusLine::refused(why)));
        }
        let (Some(shown), Some(place)) = (&self.shown, &self.place) else { return Some(Step::stay()) };
        let Some(preview) = Preview::of(text, &shown.grid, place) else {
            return Some(Step::say(StatusLine::note("there is nothing in the paste, or no period under the cursor")));
        };
        self.kept = self.entry.take().filter(Entry::is_dirty).map(Box::new).or(self.kept.take());
        self.preview = Some(preview);
        Some(Step::say(StatusLine::note("nothing is saved yet")))
    }

    fn edited(&mut self, _model: &Model) -> Step {
        if let Some(entry) = &mut self.entry {
            entry.changed();
        }
        self.keeping(Step::stay())
    }

    fn opened(&mut self, model: &Model) -> Step {
        self.ask(model)
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        let step = if self.preview.is_some() {
            self.looking_at_paste(action, model)
        } else if self.entry.is_some() {
            self.typing(action, model)
        } else if action == Action::BeginValue {
            self.begin(Entry::begin)
        } else {
            self.browse(action, model)
        };
        self.keeping(step)
    }

    fn ran(&mut self, result: Result<Outcome, Refusal>, model: &Model) -> Step {
        let saved = result.is_ok();
        let step = match (self.saving.came_back(), result) {
            (Some(Sent::Entry(entry, place)), Err(refusal)) => self.refused(*entry, place, &refusal, model),
            (Some(Sent::Step), Ok(outcome)) if !outcome.undoable => {
                let again = model.key_for(Action::Redo);
                Step::say(StatusLine::done(outcome.summary).hint(format!("{again} does it again")))
            }
            (Some(Sent::Paste), Ok(_)) => {
                self.preview = None;
                Step::stay()
            }
            (Some(Sent::Paste), Err(refusal)) => {
                if let Some(preview) = &mut self.preview {
                    preview.saving = false;
                    preview.asks_reason = field_of(&refusal) == Some("reason");
                }
                Step::stay()
            }
            _ => Step::stay(),
        };
        let questions = self.ask(model).questions.into_iter().chain(saved.then_some(Question::Now)).collect();
        self.keeping(Step { questions, ..step })
    }

    fn told(&mut self, result: Result<Reply, Refusal>, model: &Model) -> Step {
        match result {
            Ok(Reply::Grid(grid)) => self.learn(*grid, model),
            Ok(Reply::Moment(moment)) => {
                self.saving.stamped(&moment);
                Step::stay()
            }
            Ok(_) => Step::stay(),
            Err(refusal) => {
                self.problem = Some(refusal.to_string());
                Step::stay()
            }
        }
    }

    fn uncovered(&mut self, model: &Model) -> Step {
        self.ask(model)
    }

    fn changed_elsewhere(&mut self, model: &Model) -> Step {
        self.ask(model)
    }

    fn objective(&self) -> Option<String> {
        self.cell().map(|(row, _)| row.code().to_owned())
    }

    fn screen(&self) -> Option<Screen> {
        Some(Screen::Periods)
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        match &self.preview {
            Some(preview) => preview::view(preview, frame, body, model),
            None => draw::view(self, frame, body, model),
        }
    }
}
