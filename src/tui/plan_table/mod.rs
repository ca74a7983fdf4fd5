//! The plan of everybody as a table: objectives by what, needs, who, when and how, typed in place.

pub mod actions;
mod draw;
pub mod element;
mod totals;

use ratatui::Frame;
use ratatui::layout::Rect;

use self::element::Element;
use super::keymap::{Action, Scope};
use super::layout;
use super::model::{Model, StatusLine};
use super::screen::Screen;
use super::sheet::{Sheet, Step};
use super::text_field::TextField;
use super::update::looking;
use super::widgets::listing::Listing;
use crate::app::view::Row;
use crate::app::{Command, Outcome, Refusal};
use crate::domain::approval::{any_needs_approval, changed_fields};
use crate::domain::objective::Definition;

/// The table.
#[derive(Debug, Default)]
pub struct PlanTable {
    listing: Listing,
    /// Place of the element in [`Element::ALL`].
    column: usize,
    /// Code of the objective the cursor stands on: it stays with it when the order changes.
    code: Option<String>,
    typing: Option<Typing>,
}

/// A cell being typed.
#[derive(Debug)]
struct Typing {
    /// The objective it belongs to.
    code: String,
    element: Element,
    /// What the cell said before.
    before: String,
    text: TextField,
    /// Why, of a change that needs approval; asked after the cell.
    why: Option<TextField>,
    /// What cannot be read, or was refused.
    problem: Option<String>,
    /// Esc was pressed once over text that is not saved.
    leaving: bool,
    /// It was sent and has not come back; the cursor then goes on so many cells.
    sent: Option<isize>,
}

impl PlanTable {
    /// With the cursor on the selected objective.
    pub fn new(model: &Model) -> PlanTable {
        let mut table = PlanTable { code: model.home.selected.clone(), ..PlanTable::default() };
        table.keep(model);
        table
    }

    /// The objectives that are pursued, in the order of the list.
    fn rows<'m>(&self, model: &'m Model) -> Vec<&'m Row> {
        let rows = model.overview.iter().flat_map(|overview| &overview.rows);
        rows.filter(|row| row.objective.closing.is_none()).collect()
    }

    fn element(&self) -> Element {
        Element::ALL[self.column.min(Element::ALL.len() - 1)]
    }

    fn keep(&mut self, model: &Model) {
        let rows = self.rows(model);
        let place = self.code.as_deref().and_then(|code| rows.iter().position(|row| row.code() == code));
        self.listing.selected = place.unwrap_or(self.listing.selected);
        self.listing.keep(rows.len(), page(model));
        self.code = rows.get(self.listing.selected).map(|row| row.code().to_owned());
    }

    fn moved(&mut self, action: Action, model: &Model) {
        self.listing.act(action, self.rows(model).len(), page(model));
        self.code = self.rows(model).get(self.listing.selected).map(|row| row.code().to_owned());
    }

    fn step(&mut self, by: isize) {
        let cells = Element::ALL.len() as isize;
        self.column = (self.column as isize + by).rem_euclid(cells) as usize;
    }

    /// Opens the cell under the cursor.
    fn begin(&mut self, model: &Model) -> Step {
        let Some(overview) = &model.overview else { return Step::stay() };
        if overview.read_only || looking::looks_back(model) {
            let why = if overview.read_only {
                "this register is open for reading only".to_owned()
            } else {
                looking::sentence(overview, model)
            };
            return Step::say(StatusLine::refused(why));
        }
        let Some(row) = self.rows(model).get(self.listing.selected).copied() else { return Step::stay() };
        let before = self.element().typed(&row.objective.definition);
        self.typing = Some(Typing {
            code: row.code().to_owned(),
            element: self.element(),
            text: TextField::holding(before.clone()),
            before,
            why: None,
            problem: None,
            leaving: false,
            sent: None,
        });
        Step::stay()
    }

    /// Saves the cell and goes on by so many cells; a change that needs approval is asked why first.
    fn save(&mut self, by: isize, model: &Model) -> Step {
        let Some(typing) = &mut self.typing else { return Step::stay() };
        let (Some(overview), Some(row)) = (&model.overview, model.row(&typing.code)) else { return Step::stay() };
        let opened = &row.objective.definition;
        let changed = match typing.element.write(opened, typing.text.text(), overview.today) {
            Ok(changed) => changed,
            Err(problem) => {
                typing.problem = Some(problem);
                return Step::stay();
            }
        };
        let fields = changed_fields(opened, &changed);
        if fields.is_empty() {
            self.typing = None;
            self.step(by);
            return Step::stay();
        }
        if row.version.in_force.is_some() && any_needs_approval(&fields) && typing.why.is_none() {
            typing.why = Some(TextField::default());
            return Step::stay();
        }
        typing.sent = Some(by);
        let reason = typing.why.as_ref().map(|why| why.text().trim().to_owned()).unwrap_or_default();
        Step::run(edit(row, changed, reason))
    }

    /// Esc: the reason, then the cell; text that is not saved goes only at the second time.
    fn back(&mut self) -> Step {
        let Some(typing) = &mut self.typing else { return Step::close() };
        if typing.why.take().is_some() {
            return Step::stay();
        }
        if typing.text.text() == typing.before || typing.leaving {
            self.typing = None;
            return Step::stay();
        }
        typing.leaving = true;
        Step::say(StatusLine::note("what you typed is not saved; again to leave it, or save it"))
    }
}

/// A cell that was changed, as an edit of its objective.
fn edit(row: &Row, changed: Definition, reason: String) -> Command {
    Command::EditObjective {
        code: row.code().to_owned(),
        base: row.changed_seq,
        definition: Box::new(changed),
        reason,
        cause: None,
        series: None,
    }
}

fn page(model: &Model) -> usize {
    layout::screen(model.size).map_or(1, |screen| draw::page(screen.body))
}

impl Sheet for PlanTable {
    fn scopes(&self) -> Vec<Scope> {
        match self.typing {
            Some(_) => vec![Scope::Cell],
            None => vec![Scope::PlanTable, Scope::Moving, Scope::Screens],
        }
    }

    fn field(&mut self) -> Option<&mut TextField> {
        let typing = self.typing.as_mut().filter(|typing| typing.sent.is_none())?;
        Some(typing.why.as_mut().unwrap_or(&mut typing.text))
    }

    fn edited(&mut self, _model: &Model) -> Step {
        if let Some(typing) = &mut self.typing {
            (typing.problem, typing.leaving) = (None, false);
        }
        Step::stay()
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        match (action, self.typing.is_some()) {
            (Action::Back, _) => return self.back(),
            (Action::Confirm, true) => return self.save(0, model),
            (Action::NextField, true) => return self.save(1, model),
            (Action::PreviousField, true) => return self.save(-1, model),
            (_, true) => {}
            (Action::Open | Action::Edit, false) => return self.begin(model),
            (Action::NextField | Action::Right, false) => self.step(1),
            (Action::PreviousField | Action::Left, false) => self.step(-1),
            (_, false) => self.moved(action, model),
        }
        Step::stay()
    }

    fn ran(&mut self, result: Result<Outcome, Refusal>, model: &Model) -> Step {
        let Some(typing) = &mut self.typing else { return Step::stay() };
        match (result, typing.sent.take()) {
            (Ok(_), by) => {
                self.typing = None;
                self.step(by.unwrap_or(0));
                self.keep(model);
            }
            (Err(refusal), _) => typing.problem = Some(refusal.to_string()),
        }
        Step::stay()
    }

    fn changed_elsewhere(&mut self, model: &Model) -> Step {
        self.keep(model);
        Step::stay()
    }

    fn screen(&self) -> Option<Screen> {
        Some(Screen::Plans)
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        draw::view(self, model, frame, body);
    }
}
