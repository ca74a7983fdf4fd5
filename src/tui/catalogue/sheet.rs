//! The list of ways to begin, as a sheet: typing narrows it, Enter opens the form.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::beginning::{Beginning, beginnings};
use super::view;
use crate::domain::objective::Definition;
use crate::tui::form::FormSheet;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::Model;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::text_field::TextField;
use crate::tui::update::moving::moved;

/// How a new objective begins.
#[derive(Debug)]
pub struct CatalogueSheet {
    /// What the list is narrowed by.
    pub typed: TextField,
    /// The ways that fit.
    pub ways: Vec<Beginning>,
    /// The one marked.
    pub at: usize,
    selected: Option<(String, Definition)>,
}

impl CatalogueSheet {
    /// The whole list; a copy would be of the selected objective.
    pub fn new(model: &Model) -> CatalogueSheet {
        let selected = model.selected_row().map(|row| (row.code().to_owned(), row.objective.definition.clone()));
        let mut sheet = CatalogueSheet { typed: TextField::default(), ways: Vec::new(), at: 0, selected };
        sheet.narrow();
        sheet
    }

    fn narrow(&mut self) {
        let selected = self.selected.as_ref().map(|(code, definition)| (code.as_str(), definition));
        self.ways = beginnings(self.typed.text(), selected);
        self.at = 0;
    }

    fn begin(&self, model: &Model) -> Step {
        let (Some(way), Some(overview)) = (self.ways.get(self.at), &model.overview) else { return Step::stay() };
        let form = FormSheet::new(way.form(overview), model);
        Step { closes: true, opens: Some(Box::new(form)), ..Step::default() }
    }
}

impl Sheet for CatalogueSheet {
    fn scopes(&self) -> Vec<Scope> {
        vec![Scope::Catalogue, Scope::Moving]
    }

    fn field(&mut self) -> Option<&mut TextField> {
        Some(&mut self.typed)
    }

    fn edited(&mut self, _model: &Model) -> Step {
        self.narrow();
        Step::stay()
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        match action {
            Action::Open => return self.begin(model),
            Action::Back if self.typed.is_empty() => return Step::close(),
            Action::Back => {
                self.typed.clear();
                self.narrow();
            }
            _ => self.at = moved(self.at, action, view::page(model.size), self.ways.len().saturating_sub(1)),
        }
        Step::stay()
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        view::draw(self, model.theme, frame, body);
    }
}
