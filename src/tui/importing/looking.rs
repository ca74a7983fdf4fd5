//! Where a person looks: the step, the line of the list, the cell of the sheet, each following the other.

use super::areas::Areas;
use super::cells::SheetCells;
use super::decisions;
use super::entry::{Entry, What};
use super::sheet::ImportSheet;
use super::stage::Stage;
use crate::app::import::draft::Choice;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::sheet::Step;
use crate::tui::widgets::split::body;

impl ImportSheet {
    /// Goes to a step: the list on the line that needs somebody, the sheet where it is about.
    pub(super) fn enter(&mut self, stage: Stage, model: &Model) {
        let state = &mut self.state;
        state.stage = stage;
        state.in_grid = stage == Stage::Header;
        state.listing = Default::default();
        let Some(draft) = state.draft.clone() else { return };
        match stage {
            Stage::Sheet => state.listing.selected = draft.sheet_at(),
            Stage::Header | Stage::Columns => self.look_at(draft.header_row(), 0, model),
            Stage::Questions => {
                state.asked = draft.questions().iter().position(|question| question.answer.is_none()).unwrap_or(0);
                self.look_at_question(model);
            }
            Stage::Check => self.settle(model),
            _ => {}
        }
    }

    fn look_at(&mut self, row: u32, column: u32, model: &Model) {
        let area = Areas::inside(self.areas(body(model)).sheet);
        let mut grid = self.state.grid;
        if let Some(cells) = self.state.cells(model.theme) {
            grid.go(row.saturating_sub(1) as usize, column as usize, &cells, area);
        }
        self.state.grid = grid;
    }

    /// The sheet shows the first cell a question is about.
    pub(super) fn look_at_question(&mut self, model: &Model) {
        if let Some(at) = self.state.question().and_then(|question| question.cells.first().copied()) {
            self.look_at(at.row, at.column, model);
        }
    }

    /// After what becomes of the sheet was learned: the list keeps to its lines, in the check on the next refusal.
    pub(super) fn settle(&mut self, model: &Model) {
        if self.state.stage != Stage::Check {
            return;
        }
        let entries = decisions::entries(&self.state, model);
        let refused = |entry: &Entry| matches!(entry.what, What::Cell(_));
        let on_refused = entries.get(self.state.listing.selected).is_some_and(refused);
        let first = entries.iter().position(refused);
        let at_start = self.state.listing.selected <= 1;
        self.state.listing.selected = match first {
            Some(first) if at_start => first,
            Some(_) if on_refused => self.state.listing.selected,
            Some(first) if self.corrected => entries.iter().rposition(refused).unwrap_or(first),
            None if self.corrected => 0,
            _ => self.state.listing.selected.min(entries.len().saturating_sub(1)),
        };
        self.corrected = false;
        // Who looks around in the sheet stays where they are.
        if !self.state.in_grid {
            self.follow(model);
        }
    }

    /// The sheet shows what the selected line is about.
    fn follow(&mut self, model: &Model) {
        let header = self.state.draft.as_ref().map_or(0, |draft| draft.header_row());
        let kept = self.state.grid.kept.unwrap_or(0) as u32;
        match decisions::entries(&self.state, model).get(self.state.listing.selected).map(|entry| entry.what) {
            Some(What::Column(column)) => self.look_at(header, column, model),
            Some(What::Cell(at)) => self.look_at(at.row, at.column, model),
            Some(What::Row(row)) => self.look_at(row, kept, model),
            _ => {}
        }
    }

    /// Moves in the sheet or in the list; Left and Right always move in the sheet.
    pub(super) fn moved(&mut self, action: Action, model: &Model) -> Step {
        let areas = self.areas(body(model));
        let into_the_sheet = matches!(action, Action::Left | Action::Right);
        if self.state.in_grid || into_the_sheet {
            let mut grid = self.state.grid;
            if let Some(cells) = self.state.cells(model.theme) {
                grid.act(action, &cells as &SheetCells<'_>, Areas::inside(areas.sheet));
            }
            self.state.grid = grid;
            return Step::stay();
        }
        let entries = decisions::entries(&self.state, model);
        let height = usize::from(Areas::inside(areas.list).height);
        let listing = &mut self.state.listing;
        let before = listing.selected;
        listing.act(action, entries.len(), height);
        if entries.get(listing.selected).is_some_and(|entry| entry.heading) {
            listing.act(if listing.selected >= before { Action::Down } else { Action::Up }, entries.len(), height);
        }
        self.follow(model);
        match entries.get(self.state.listing.selected).map(|entry| entry.what) {
            Some(What::Sheet(at)) if self.state.nothing_decided() => self.choose(Choice::Sheet(at)),
            _ => Step::stay(),
        }
    }
}
