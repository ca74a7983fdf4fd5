//! What the keys do in the grid: moving, beginning a value, saving it, looking at a paste.

use super::draw;
use super::entry::{Entry, Next, Part};
use super::in_full::InFull;
use super::place::Place;
use super::preview::height as preview_height;
use super::saving::{Sent, field_of};
use super::sheet::{GridSheet, Shown};
use crate::app::grid::{Grid, GridRow};
use crate::app::view::Lens;
use crate::app::{Command, Refusal, RefusalKind};
use crate::domain::grid::State;
use crate::domain::period::Date;
use crate::tui::effect::Question;
use crate::tui::form;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, Opening, StatusLine};
use crate::tui::sheet::Step;
use crate::tui::update::looking;

impl GridSheet {
    /// The day whose year is shown: at first the newest closed month.
    pub(super) fn ask(&self, model: &Model) -> Step {
        let today = model.overview.as_ref().map(|overview| overview.as_of);
        let first = today.map(|day| day - chrono::Days::new(u64::from(chrono::Datelike::day(&day))));
        match self.place.map(|place| place.day).or(first) {
            Some(day) => Step::ask(Question::Grid(day)),
            None => Step::say(StatusLine::note("the register is still being read")),
        }
    }

    /// Home follows the cursor, so that what is known in full of its objective comes into sight.
    pub(super) fn follow(&self, model: &Model) -> Step {
        let code = self.cell().map(|(row, _)| row.code().to_owned());
        Step { select: code.filter(|code| model.home.selected.as_ref() != Some(code)), ..Step::default() }
    }

    pub(super) fn learn(&mut self, grid: Grid, model: &Model) -> Step {
        let place = match self.place {
            // The same objective, wherever it stands now.
            Some(place) => {
                let code = self.shown.as_ref().and_then(|shown| shown.grid.rows.get(place.row)).map(GridRow::code);
                let row = code.and_then(|code| grid.rows.iter().position(|row| row.code() == code));
                Place { row: row.unwrap_or(place.row), ..place }
            }
            None => Place::begin(&grid, model.home.selected.as_deref()),
        };
        if let Some(entry) = self.entry.as_mut().filter(|entry| entry.overtaken)
            && let Some((row, cell)) = place.cell(&grid)
            && entry.is_about(row.code(), cell.cell.period)
        {
            entry.sees(&grid, row, cell);
        }
        let left = self.take_up(&grid, model);
        self.shown = Some(Shown::of(grid, model.theme));
        self.problem = None;
        let step = self.stand(place, model);
        Step { status: left.or(step.status), ..step }
    }

    /// Puts the cursor there.
    pub(super) fn stand(&mut self, mut place: Place, model: &Model) -> Step {
        if let Some(shown) = &self.shown {
            place.keep(&shown.grid, draw::height(model));
        }
        self.place = Some(place);
        self.follow(model)
    }

    pub(super) fn move_by(&mut self, action: Action, model: &Model) -> Step {
        let (Some(shown), Some(mut place)) = (&self.shown, self.place) else { return Step::stay() };
        match action {
            Action::Left | Action::Right => match place.beside(&shown.grid, action == Action::Right) {
                Some(day) => return self.go_to_day(day, model),
                None => return Step::stay(),
            },
            Action::FirstPeriod => place.day = shown.grid.months.first().map_or(place.day, |month| month.end),
            Action::LastPeriod => {
                let running = shown.grid.months.iter().find(|month| month.contains(shown.grid.as_of));
                place.day = running.or(shown.grid.months.last()).map_or(place.day, |month| month.end);
            }
            _ => place.moved(action, &shown.grid, draw::height(model)),
        }
        self.stand(place, model)
    }

    /// Goes to another day; into another fiscal year where it lies there.
    pub(super) fn go_to_day(&mut self, day: Date, model: &Model) -> Step {
        let (Some(shown), Some(place)) = (&self.shown, self.place) else { return Step::stay() };
        let calendar = shown.grid.rules.calendar;
        let (year, newest) = (calendar.year_of(day), calendar.year_of(shown.grid.as_of));
        if year.start > newest.end {
            return Step::say(StatusLine::note(format!("{} has not begun yet", calendar.year_label(year))));
        }
        let other = year != shown.grid.year;
        let step = self.stand(Place { day, ..place }, model);
        if other { Step { questions: vec![Question::Grid(day)], ..step } } else { step }
    }

    pub(super) fn other_year(&mut self, later: bool, model: &Model) -> Step {
        let Some(place) = self.place else { return Step::stay() };
        let year = chrono::Months::new(12);
        let day = if later { place.day.checked_add_months(year) } else { place.day.checked_sub_months(year) };
        day.map_or_else(Step::stay, |day| self.go_to_day(day, model))
    }

    /// Begins a value in the selected cell, or says why none can be typed there.
    pub(super) fn begin(&mut self, how: impl FnOnce(Entry) -> Entry) -> Step {
        let Some(shown) = &self.shown else { return Step::stay() };
        let Some((row, cell)) = self.cell() else {
            return Step::say(StatusLine::note("no period of this objective lies here"));
        };
        if cell.cell.takes_values() {
            self.entry = Some(how(Entry::open(&shown.grid, row, cell)));
            return Step::stay();
        }
        let why = match cell.cell.fulfilled {
            Some(_) => format!("{} is delivered by criteria; Enter ticks one", row.code()),
            None => format!("{}: {}", row.label(&shown.grid.rules, cell.cell.period), cell.cell.state.words().1),
        };
        Step::say(StatusLine::note(why))
    }

    /// Enter on a cell: a reading in full, the criteria, or a value to type.
    pub(super) fn open(&mut self, model: &Model) -> Step {
        let Some((row, cell)) = self.cell() else { return Step::stay() };
        let code = row.code().to_owned();
        if cell.cell.fulfilled.is_some() {
            let form = form::open(&Opening::Record(code), model).filter(|_| writable(model).is_ok());
            return Step { opens: form, ..Step::default() };
        }
        if cell.reading.is_some() || cell.why_not.is_some() && cell.cell.standing.is_none() && writable(model).is_err()
        {
            let sheet = InFull::new(code, cell.cell.period);
            return Step { opens: Some(Box::new(sheet)), ..Step::default() };
        }
        match writable(model) {
            Ok(()) => self.begin(|entry| entry),
            Err(why) => Step::say(StatusLine::refused(why)),
        }
    }

    /// The value of the period before, for Enter to confirm.
    pub(super) fn as_before(&mut self) -> Step {
        let Some((row, cell)) = self.cell() else { return Step::stay() };
        match row.value_before(cell.cell.period).map(|value| value.as_typed()) {
            Some(value) => {
                let step = self.begin(|entry| entry.with_value(&value));
                if self.entry.is_some() { Step::say(StatusLine::note("as before; Enter saves it")) } else { step }
            }
            None => Step::say(StatusLine::note("no value stands before this period")),
        }
    }

    pub(super) fn not_measured(&mut self) -> Step {
        if self.cell().is_some_and(|(_, cell)| cell.reading.is_some()) {
            return Step::say(StatusLine::note("a value is in; a correction takes its place, or undo takes it back"));
        }
        self.begin(Entry::not_measured)
    }

    pub(super) fn next_missing(&mut self, model: &Model) -> Step {
        let (Some(shown), Some(place)) = (&self.shown, self.place) else { return Step::stay() };
        match place.next_missing(&shown.grid) {
            Some(next) => self.stand(next, model),
            None => Step::say(StatusLine::note(format!("nothing waits in {}", shown.grid.year_label()))),
        }
    }

    pub(super) fn copy(&self) -> Step {
        match self.cell().and_then(|(_, cell)| cell.cell.standing.as_ref()) {
            Some(standing) => Step { copies: Some(standing.value.as_typed()), ..Step::default() },
            None => Step::say(StatusLine::note("there is no value to copy")),
        }
    }

    pub(super) fn step_back(&mut self, command: Command) -> Step {
        self.saving.sends(Sent::Step);
        Step::run(command)
    }

    pub(super) fn browse(&mut self, action: Action, model: &Model) -> Step {
        match action {
            Action::Back => Step::close(),
            Action::Open => self.open(model),
            Action::NextField => self.begin(|mut entry| {
                if entry.about.before.is_some() {
                    entry.part = Part::Meaning;
                }
                entry
            }),
            Action::SameAsBefore => self.as_before(),
            Action::NotMeasured => self.not_measured(),
            Action::NextMissing => self.next_missing(model),
            Action::PasteHelp => Step::say(StatusLine::note(PASTE)),
            Action::EarlierYear => self.other_year(false, model),
            Action::LaterYear => self.other_year(true, model),
            Action::CopyCell => self.copy(),
            Action::Undo => self.step_back(Command::Undo { seq: None }),
            Action::Redo => self.step_back(Command::Redo),
            Action::BringBack => self.bring_back(model),
            _ => self.move_by(action, model),
        }
    }

    /// Puts back the value that was put aside, in its own cell.
    pub(super) fn bring_back(&mut self, model: &Model) -> Step {
        let (Some(shown), Some(place)) = (&self.shown, self.place) else { return Step::stay() };
        let Some(kept) = self.kept.take() else { return Step::say(StatusLine::note("nothing was put aside")) };
        let row = shown.grid.rows.iter().position(|row| row.code() == kept.about.objective.code);
        let place = Place { row: row.unwrap_or(place.row), day: kept.about.period.end, ..place };
        self.left = None;
        self.entry = Some(*kept);
        self.stand(place, model)
    }

    pub(super) fn typing(&mut self, action: Action, model: &Model) -> Step {
        let Some(entry) = &mut self.entry else { return Step::stay() };
        match action {
            Action::NextField | Action::PreviousField => {
                entry.step(action == Action::NextField);
                Step::stay()
            }
            Action::Confirm => self.confirm(model),
            Action::Back if entry.is_dirty() && !entry.warned => {
                entry.warned = true;
                let back = model.key_for(Action::Back);
                Step::say(StatusLine::note(format!("what was typed is not saved; {back} again puts it aside")))
            }
            Action::Back => self.put_aside(model),
            _ => Step::stay(),
        }
    }

    pub(super) fn put_aside(&mut self, model: &Model) -> Step {
        match self.entry.take().filter(Entry::is_dirty) {
            Some(entry) => {
                self.kept = Some(Box::new(entry));
                let key = model.keymap.key_for(Action::BringBack, &[Scope::Periods]);
                Step::say(StatusLine::note(format!("put aside; {key} brings it back")))
            }
            None => Step::stay(),
        }
    }

    /// Enter in a typed value: on its way to the disk, and the cursor to the next cell that waits.
    pub(super) fn confirm(&mut self, model: &Model) -> Step {
        let (Some(shown), Some(place), Some(entry)) = (&self.shown, self.place, &mut self.entry) else {
            return Step::stay();
        };
        let command = match entry.confirm(&shown.grid.rules, shown.grid.today, model.dossier()) {
            Next::Stay(why) => return Step::say(StatusLine::refused(why)),
            Next::Ask(what) => {
                let enter = model.key_for(Action::Confirm);
                return Step::say(StatusLine::note(what).hint(format!("{enter} again saves it")));
            }
            Next::Save(command) => *command,
        };
        let Some(entry) = self.entry.take() else { return Step::stay() };
        let running = entry.about.state == State::Running;
        let period = entry.about.period;
        self.saving.sends(Sent::Entry(Box::new(entry), place));
        let busy = |code: &str, period| self.saving.holds(code, period);
        let next = place.next_in_column(&shown.grid, period, running, busy);
        let step = next.map_or_else(Step::stay, |next| self.stand(next, model));
        Step { commands: vec![command], ..step }
    }

    pub(super) fn looking_at_paste(&mut self, action: Action, model: &Model) -> Step {
        let Some(preview) = &mut self.preview else { return Step::stay() };
        match action {
            Action::Back if preview.asks_reason => {
                preview.asks_reason = false;
                Step::stay()
            }
            Action::Back => {
                self.preview = None;
                Step::say(StatusLine::note("the paste was put away; nothing was saved"))
            }
            Action::LeaveOut => {
                if let Some(line) = preview.lines.get_mut(preview.listing.selected) {
                    line.left_out = !line.left_out;
                }
                preview.confirmed = false;
                preview.listing.act(Action::Down, preview.lines.len(), preview_height(model));
                Step::stay()
            }
            Action::Confirm if preview.saving => Step::stay(),
            Action::Confirm => match preview.confirm() {
                Ok(command) => {
                    self.saving.sends(Sent::Paste);
                    Step::run(command)
                }
                Err(first) => Step::say(StatusLine::note(first)),
            },
            _ => {
                preview.listing.act(action, preview.lines.len(), preview_height(model));
                Step::stay()
            }
        }
    }

    /// A value was refused after the cursor had moved on: back to its cell, as it was typed. What is being typed
    /// elsewhere meanwhile is put aside.
    pub(super) fn refused(&mut self, mut entry: Entry, place: Place, refusal: &Refusal, model: &Model) -> Step {
        if let Some(field) = field_of(refusal) {
            entry.ask_for(field);
        }
        entry.overtaken = refusal.kind == RefusalKind::Conflict;
        if let Some(other) = self.entry.take().filter(Entry::is_dirty) {
            self.kept = Some(Box::new(other));
        }
        self.entry = Some(entry);
        self.stand(place, model)
    }
}

/// How a column is pasted.
const PASTE: &str =
    "copy a column of values, or of values and meanings, and paste it here; it is shown before it is saved";

/// Whether anything can be written now, or why not.
pub(super) fn writable(model: &Model) -> Result<(), String> {
    match &model.overview {
        Some(overview) if overview.lens != Lens::default() => Err(looking::sentence(overview, model)),
        Some(overview) if overview.read_only => Err("this register is open for reading only".to_owned()),
        Some(_) => Ok(()),
        None => Err("the register is still being read".to_owned()),
    }
}
