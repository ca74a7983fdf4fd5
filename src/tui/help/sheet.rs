//! The help as a sheet: a list to search and to press keys in, and pages to read.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::row::{Enter, Row, rows};
use super::{page, view};
use crate::app::manual::{TOPICS, Topic};
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, StatusLine};
use crate::tui::sheet::{Menu, Sheet, Step};
use crate::tui::text_field::TextField;
use crate::tui::update::moving;
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::split::body;

/// The help over what lies beneath it.
#[derive(Debug, Default)]
pub struct HelpSheet {
    pub(super) rows: Vec<Row>,
    pub(super) listing: Listing,
    pub(super) looked_for: TextField,
    /// The search takes what is typed.
    pub(super) searching: bool,
    /// The page that is read, and its first line in sight.
    pub(super) page: Option<(Topic, usize)>,
    /// The scopes beneath, innermost first.
    here: Vec<Scope>,
}

impl HelpSheet {
    fn narrow(&mut self, model: &Model) {
        self.rows = rows(model, &self.here, self.looked_for.text());
        self.listing = Listing { selected: self.lines().first().copied().unwrap_or(0), top: 0 };
    }

    /// The places of the rows a person can be on.
    fn lines(&self) -> Vec<usize> {
        (0..self.rows.len()).filter(|at| self.rows[*at].can_be_marked()).collect()
    }

    fn moves(&mut self, action: Action, model: &Model) {
        let height = view::rows(body(model));
        let lines = self.lines();
        let at = lines.iter().position(|line| *line == self.listing.selected).unwrap_or(0);
        let to = moving::moved(at, action, height, lines.len().saturating_sub(1));
        self.listing.selected = lines.get(to).copied().unwrap_or(0);
        self.listing.keep(self.rows.len(), height);
        if to == 0 {
            // The first heading comes into sight with its first line.
            self.listing.top = 0;
        }
    }

    fn enter(&mut self) -> Step {
        match self.rows.get(self.listing.selected) {
            Some(Row::Page(topic)) => {
                self.page = Some((*topic, 0));
                Step::stay()
            }
            Some(Row::Keys { binding, enter }) => match enter {
                Enter::Does => Step { runs: Some(binding.spec.action), ..Step::close() },
                Enter::Cannot(why) => Step::say(StatusLine::refused(why.clone())),
                Enter::Goes(way) => {
                    let said = format!("{}: {}", binding.first_key(), binding.spec.effect);
                    Step { runs: Some(*way), status: Some(StatusLine::note(said)), ..Step::close() }
                }
                Enter::Tells => {
                    let place = binding.spec.scope.heading();
                    Step::say(StatusLine::note(format!("{} counts there: {place}", binding.first_key())))
                }
            },
            _ => Step::stay(),
        }
    }

    fn back(&mut self, model: &Model) -> Step {
        if self.page.take().is_some() {
            return Step::stay();
        }
        if self.searching || !self.looked_for.is_empty() {
            self.searching = false;
            self.looked_for.clear();
            self.narrow(model);
            return Step::stay();
        }
        Step::close()
    }

    fn read(&mut self, action: Action, model: &Model) -> Step {
        let Some((topic, top)) = self.page else { return Step::stay() };
        let at = TOPICS.iter().position(|other| *other == topic).unwrap_or(0);
        match action {
            Action::Back => return self.back(model),
            Action::Left if at > 0 => self.page = Some((TOPICS[at - 1], 0)),
            Action::Right if at + 1 < TOPICS.len() => self.page = Some((TOPICS[at + 1], 0)),
            Action::Left | Action::Right => {}
            _ => {
                let room = view::page_room(body(model));
                let lines = page::lines(topic, model.theme, usize::from(room.width)).len();
                self.page = Some((topic, moving::scrolled(top, action, usize::from(room.height), lines)));
            }
        }
        Step::stay()
    }
}

impl Sheet for HelpSheet {
    fn scopes(&self) -> Vec<Scope> {
        match (&self.page, self.searching) {
            (None, true) => vec![Scope::Search],
            (None, false) => vec![Scope::Help, Scope::Moving],
            (Some(_), _) => vec![Scope::Manual, Scope::Moving],
        }
    }

    fn menu(&self) -> Option<Menu> {
        Some(Menu::Help)
    }

    fn hands_on(&self) -> &[Scope] {
        if self.page.is_some() { &[] } else { &self.here }
    }

    fn field(&mut self) -> Option<&mut TextField> {
        (self.searching && self.page.is_none()).then_some(&mut self.looked_for)
    }

    fn opened(&mut self, model: &Model) -> Step {
        self.here = model.scopes();
        self.narrow(model);
        Step::stay()
    }

    fn edited(&mut self, model: &Model) -> Step {
        self.narrow(model);
        Step::stay()
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        if self.page.is_some() {
            return self.read(action, model);
        }
        match action {
            Action::Back => return self.back(model),
            Action::Open | Action::Right => return self.enter(),
            Action::Filter => self.searching = true,
            Action::Left => {}
            _ => self.moves(action, model),
        }
        Step::stay()
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        view::draw(self, model, frame, body);
    }
}
