//! The palette as a sheet: typing narrows it, Enter does the marked line in one step.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::entry::{Entry, entries, fitting};
use super::view;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, StatusLine};
use crate::tui::sheet::{Menu, Sheet, Step};
use crate::tui::text_field::TextField;
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::split::body;

/// Every action that can be found here.
#[derive(Debug, Default)]
pub struct PaletteSheet {
    pub(super) typed: TextField,
    pub(super) entries: Vec<Entry>,
    /// Places in `entries` of those that fit what was typed, best first.
    pub(super) fitting: Vec<usize>,
    pub(super) listing: Listing,
}

impl PaletteSheet {
    fn narrow(&mut self) {
        self.fitting = fitting(&self.entries, self.typed.text());
        self.listing = Listing::default();
    }

    pub(super) fn marked(&self) -> Option<&Entry> {
        self.fitting.get(self.listing.selected).map(|at| &self.entries[*at])
    }

    fn run(&self) -> Step {
        match self.marked() {
            None => Step::say(StatusLine::note("nothing fits what was typed")),
            Some(Entry::Here { why_not, .. }) if !why_not.is_empty() => Step::say(StatusLine::refused(why_not.clone())),
            Some(Entry::Here { binding, .. }) => Step { runs: Some(binding.spec.action), ..Step::close() },
            Some(Entry::There { binding, way }) => {
                let said = format!("{}: {}", binding.first_key(), binding.spec.effect);
                Step { runs: Some(*way), status: Some(StatusLine::note(said)), ..Step::close() }
            }
            Some(Entry::Objective { code, .. }) => {
                Step { select: Some(code.clone()), runs: Some(Action::GoHome), ..Step::close() }
            }
        }
    }
}

impl Sheet for PaletteSheet {
    fn scopes(&self) -> Vec<Scope> {
        vec![Scope::Palette]
    }

    fn menu(&self) -> Option<Menu> {
        Some(Menu::Palette)
    }

    fn covers(&self) -> bool {
        true
    }

    fn field(&mut self) -> Option<&mut TextField> {
        Some(&mut self.typed)
    }

    fn opened(&mut self, model: &Model) -> Step {
        self.entries = entries(model);
        self.narrow();
        Step::stay()
    }

    fn edited(&mut self, _model: &Model) -> Step {
        self.narrow();
        Step::stay()
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        match action {
            Action::Open => return self.run(),
            Action::Back if self.typed.is_empty() => return Step::close(),
            Action::Back => {
                self.typed.clear();
                self.narrow();
            }
            _ => self.listing.act(action, self.fitting.len(), view::rows(body(model))),
        }
        Step::stay()
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        view::draw(self, model, frame, body);
    }
}
