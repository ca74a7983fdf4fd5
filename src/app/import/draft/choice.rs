//! What a person decides about a sheet.

use std::collections::BTreeMap;

use super::{Answer, Ask, CellAt, Draft, Layout};
use crate::app::refusal::Refusal;
use crate::domain::period::Date;
use crate::exchange::near;

/// One decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Look at this sheet, by its place. What was decided about another sheet is left behind.
    Sheet(usize),
    /// This row names the columns.
    HeaderRow(u32),
    /// Read the sheet so; `None` guesses again.
    Layout(Option<Layout>),
    /// Read a column, by its place from 0, as something.
    Column(u32, RoleWish),
    /// A question answered; `None` takes the answer back.
    Answer(Ask, Option<Answer>),
    /// Type over a cell; the file stays as it is.
    Type(CellAt, String),
    /// Show a cell as the file has it again.
    Restore(CellAt),
    /// Bring a row in, or leave it out; `None` leaves it to the guess.
    Row(u32, Option<bool>),
    /// Who approved the objectives of the sheet, and when; `None` records no approval.
    Approval(Option<Approved>),
    /// Let what differs from the register become a new version; otherwise the register's content stays.
    Update(bool),
    /// Leave refused cells and rows out instead of stopping.
    LeaveOutRefused(bool),
    /// Why values the register has already are corrected; empty refuses corrections.
    Reason(String),
}

/// What a column shall be read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoleWish {
    /// What the header seems to say.
    Guess,
    /// A field, by its name.
    Field(String),
    /// The readings of the period its header names.
    Readings,
    /// What the readings of that period mean.
    Meanings,
    /// Nothing.
    LeftOut,
}

/// An approval as the person claims it for the whole sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approved {
    /// The day; never one that lies ahead.
    pub on: Date,
    /// The body or person.
    pub by: String,
    /// Minutes, ticket, document; may be empty.
    pub reference: String,
}

/// All decisions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The place of the sheet.
    pub sheet: Option<usize>,
    /// The number of the header row.
    pub header_row: Option<u32>,
    /// How the sheet is laid out.
    pub layout: Option<Layout>,
    /// What columns shall be read as.
    pub roles: BTreeMap<u32, RoleWish>,
    /// Answers.
    pub answers: BTreeMap<Ask, Answer>,
    /// Texts typed over cells.
    pub typed: BTreeMap<CellAt, String>,
    /// Rows to bring in or to leave out.
    pub rows: BTreeMap<u32, bool>,
    /// The approval of the set.
    pub approval: Option<Approved>,
    /// Whether what differs becomes a new version.
    pub update: bool,
    /// Whether refused cells and rows are left out.
    pub leave_out_refused: bool,
    /// Why values are corrected.
    pub reason: String,
}

impl Draft {
    pub(super) fn choose(&mut self, choice: Choice) -> Result<(), Refusal> {
        match choice {
            Choice::Sheet(at) => {
                if at >= self.sheets().len() {
                    return Err(Refusal::not_found(format!("{} has no sheet {}", self.name(), at + 1)));
                }
                let Choices { approval, update, leave_out_refused, reason, .. } = std::mem::take(&mut self.choices);
                self.choices =
                    Choices { sheet: Some(at), approval, update, leave_out_refused, reason, ..Choices::default() };
            }
            Choice::HeaderRow(row) => {
                if self.sheet().row(row).is_none() {
                    return Err(Refusal::invalid(format!("row {row} of sheet `{}` is empty", self.sheet().name)));
                }
                self.choices.header_row = Some(row);
                self.choices.roles.clear();
            }
            Choice::Layout(layout) => {
                self.choices.layout = layout;
                self.choices.roles.clear();
            }
            Choice::Column(at, wish) => self.wish(at, wish)?,
            Choice::Answer(ask, Some(answer)) => drop(self.choices.answers.insert(ask, answer)),
            Choice::Answer(ask, None) => drop(self.choices.answers.remove(&ask)),
            Choice::Type(at, text) => {
                if text.trim() == self.sheet().cell(at).shown() {
                    self.choices.typed.remove(&at);
                } else {
                    self.choices.typed.insert(at, text.trim().to_owned());
                }
            }
            Choice::Restore(at) => drop(self.choices.typed.remove(&at)),
            Choice::Row(row, Some(taken)) => drop(self.choices.rows.insert(row, taken)),
            Choice::Row(row, None) => drop(self.choices.rows.remove(&row)),
            Choice::Approval(approval) => {
                if approval.as_ref().is_some_and(|approval| approval.by.trim().is_empty()) {
                    return Err(Refusal::field("by", "say who approved: a body or a person"));
                }
                self.choices.approval = approval;
            }
            Choice::Update(update) => self.choices.update = update,
            Choice::LeaveOutRefused(leave_out) => self.choices.leave_out_refused = leave_out,
            Choice::Reason(reason) => reason.trim().clone_into(&mut self.choices.reason),
        }
        Ok(())
    }

    fn wish(&mut self, at: u32, wish: RoleWish) -> Result<(), Refusal> {
        if self.columns().len() <= at as usize {
            let letters = CellAt::letters(at);
            return Err(Refusal::not_found(format!("sheet `{}` has no column {letters}", self.sheet().name)));
        }
        match &wish {
            RoleWish::Guess => {
                self.choices.roles.remove(&at);
                return Ok(());
            }
            RoleWish::Field(name) => {
                let fields = self.fields();
                if !fields.iter().any(|(known, _)| known == name) {
                    let hint = near::hint(name, fields.iter().map(|(known, _)| *known));
                    return Err(Refusal::not_found(format!("there is no field `{name}`{hint}")));
                }
            }
            RoleWish::Readings | RoleWish::Meanings if self.columns()[at as usize].period.is_none() => {
                let header = &self.columns()[at as usize].header;
                let text = format!("`{header}` names no period; type one over the header, such as 2026-01");
                return Err(Refusal::invalid(text));
            }
            RoleWish::Readings | RoleWish::Meanings | RoleWish::LeftOut => {}
        }
        self.choices.roles.insert(at, wish);
        Ok(())
    }
}
