//! A value typed into the grid and not saved: kept on disk while it is typed, and put aside again after a crash, from
//! where one key brings it back into its cell.

use super::entry::{Entry, Part};
use super::sheet::GridSheet;
use crate::app::grid::Grid;
use crate::app::registers::{Answers, Unsaved};
use crate::domain::period::parse_iso_date;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, StatusLine};
use crate::tui::sheet::Step;

/// What is kept under this name belongs to the grid.
const SUBJECT: &str = "periods";

const PARTS: [(&str, Part); 5] = [
    ("value", Part::Value),
    ("why", Part::Why),
    ("meaning", Part::Meaning),
    ("from", Part::From),
    ("proof", Part::Proof),
];

impl Entry {
    fn answers(&self) -> Answers {
        let about = &self.about;
        let cell = [("code", about.objective.code.clone()), ("day", about.period.end.to_string())];
        let typed = PARTS.iter().map(|(name, part)| (*name, self.field(*part).text().to_owned()));
        let answers = cell.into_iter().chain(typed).map(|(name, answer)| (name.to_owned(), answer)).collect();
        let title = format!("{} {}", about.objective.code, about.label);
        Answers { subject: SUBJECT.to_owned(), title, answers, ..Answers::default() }
    }

    fn again(answers: &Answers, grid: &Grid) -> Option<Entry> {
        let said =
            |wanted: &str| answers.answers.iter().find(|(name, _)| name == wanted).map(|(_, said)| said.as_str());
        let row = grid.rows.iter().find(|row| Some(row.code()) == said("code"))?;
        let day = parse_iso_date(said("day")?)?;
        let cell = row.cells.iter().find(|cell| cell.cell.period.contains(day))?;
        let mut entry = Entry::open(grid, row, cell);
        entry.not_measured = cell.reading.is_none() && said("value") == Some("") && said("why") != Some("");
        for (name, part) in PARTS {
            entry.part = part;
            entry.typed().set(said(name).unwrap_or_default());
        }
        entry.part = entry.parts()[0];
        Some(entry)
    }
}

impl GridSheet {
    /// What the disk holds of this screen from now on, where that changes.
    pub(super) fn keeping(&mut self, step: Step) -> Step {
        let typed = self.entry.as_ref().filter(|entry| entry.is_dirty()).map(Entry::answers);
        // What was put aside on purpose is a matter of this screen; what a crash left stays until it is brought back.
        let left = || self.left.clone().filter(|_| self.kept.is_some());
        let now = typed.or_else(left);
        if now == self.on_disk {
            return step;
        }
        self.on_disk.clone_from(&now);
        Step { unsaved: Some(now.map_or_else(|| Unsaved::Forget(SUBJECT.to_owned()), Unsaved::Keep)), ..step }
    }

    /// What was typed last time and not saved is put aside again.
    pub(super) fn take_up(&mut self, grid: &Grid, model: &Model) -> Option<StatusLine> {
        let left = model.unsaved.iter().find(|answers| answers.subject == SUBJECT)?;
        if self.kept.is_some() || self.entry.is_some() || self.on_disk.is_some() {
            return None;
        }
        self.kept = Some(Box::new(Entry::again(left, grid)?));
        self.left = Some(left.clone());
        self.on_disk = Some(left.clone());
        let key = model.keymap.key_for(Action::BringBack, &[Scope::Periods]);
        Some(StatusLine::note(format!("what was typed for {} is not saved; {key} brings it back", left.title)))
    }
}
