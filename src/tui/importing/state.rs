//! Where an import stands: the draft with every decision in it, what becomes of it, and the step a person is at.

use std::sync::Arc;

use super::cells::{self, SheetCells};
use super::grid::Grid;
use super::stage::Stage;
use crate::app::import::draft::{CellAt, Choice, Choices, Draft, Preview, Question};
use crate::app::{Outcome, Refusal};
use crate::tui::theme::Theme;
use crate::tui::widgets::listing::Listing;

/// Where an import stands.
#[derive(Debug, Default)]
pub struct Importing {
    /// The step.
    pub stage: Stage,
    /// The sheet with what was decided; `None` before a file was read.
    pub draft: Option<Arc<Draft>>,
    /// Where the sheet is looked at.
    pub grid: Grid,
    /// Whether the arrows move in the sheet; else in the list.
    pub in_grid: bool,
    /// Where the list stands.
    pub listing: Listing,
    /// Which question is asked.
    pub asked: usize,
    /// What came in.
    pub outcome: Option<Outcome>,
    preview: Option<Box<Preview>>,
    widths: Vec<usize>,
    /// The register holds something the sheet may differ from.
    not_empty: bool,
}

impl Importing {
    /// A file was read.
    pub fn begin(&mut self, draft: Draft, register_is_empty: bool) {
        self.not_empty = !register_is_empty;
        self.outcome = None;
        self.asked = 0;
        self.take(draft);
        self.stage = Stage::File;
    }

    /// The draft after a choice; the preview is to be asked for again.
    pub fn choose(&mut self, choice: Choice) -> Result<(), Refusal> {
        let Some(draft) = &self.draft else { return Ok(()) };
        let draft = draft.as_ref().clone().with(choice)?;
        self.take(draft);
        Ok(())
    }

    fn take(&mut self, draft: Draft) {
        self.widths = cells::widths(&draft);
        self.grid.kept = Some(cells::naming_column(&draft));
        self.draft = Some(Arc::new(draft));
    }

    /// What becomes of the draft is known.
    pub fn learn(&mut self, preview: Preview) {
        self.preview = Some(Box::new(preview));
    }

    /// What becomes of the draft, as far as it is known.
    pub fn preview(&self) -> Option<&Preview> {
        self.preview.as_deref()
    }

    /// The question that is asked.
    pub fn question(&self) -> Option<&Question> {
        self.draft.as_ref()?.questions().get(self.asked)
    }

    /// Whether the register holds something the sheet may differ from.
    pub fn update_matters(&self) -> bool {
        self.not_empty
    }

    /// Whether nothing would be lost: at most another sheet was looked at.
    pub fn nothing_decided(&self) -> bool {
        let untouched = |choices: &Choices| Choices { sheet: None, ..choices.clone() } == Choices::default();
        self.draft.as_ref().is_none_or(|draft| untouched(draft.choices()))
    }

    /// Codes of the objectives that came in.
    pub fn touched(&self) -> &[String] {
        self.outcome.as_ref().map_or(&[], |outcome| &outcome.touched)
    }

    /// The steps this file needs.
    pub fn stages(&self) -> Vec<Stage> {
        let Some(draft) = &self.draft else { return Stage::ALL.to_vec() };
        let needed = |stage: &&Stage| match stage {
            Stage::Sheet => draft.sheets().len() > 1,
            Stage::Questions => !draft.questions().is_empty(),
            Stage::Approval => draft.layout() != crate::app::import::draft::Layout::Readings,
            _ => true,
        };
        Stage::ALL.iter().filter(needed).copied().collect()
    }

    /// The step behind this one, or before it.
    pub fn neighbour(&self, forward: bool) -> Stage {
        let stages = self.stages();
        let mut others = stages.iter().copied();
        let next = if forward { others.find(|s| *s > self.stage) } else { others.rev().find(|s| *s < self.stage) };
        next.unwrap_or(self.stage)
    }

    /// The cell under the cursor.
    pub fn at(&self) -> CellAt {
        CellAt::new(self.grid.row as u32 + 1, self.grid.column as u32)
    }

    /// The sheet for the grid.
    pub fn cells(&self, theme: Theme) -> Option<SheetCells<'_>> {
        let asked: &[CellAt] = match (self.stage, self.question()) {
            (Stage::Questions, Some(question)) => &question.cells,
            _ => &[],
        };
        let draft = self.draft.as_deref()?;
        Some(SheetCells { draft, preview: self.preview(), widths: &self.widths, asked, theme })
    }
}
