//! The columns of the plan table: what clause 6.2 asks of a plan, each with what it says and what it misses.

use crate::domain::objective::{Definition, Kind};
use crate::domain::period::Date;
use crate::domain::text::one_line;
use crate::tui::form::reads::Reads;
use crate::tui::widgets::figures;

/// One of the things a plan says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Element {
    /// What will be done.
    What,
    /// The resources it takes.
    Needs,
    /// What of them was granted.
    Granted,
    /// Who granted it.
    GrantedBy,
    /// When it was granted.
    GrantedOn,
    /// What was used of it.
    Spent,
    /// The one who answers for it.
    Who,
    /// By when.
    When,
    /// How the result is judged.
    How,
}

impl Element {
    /// From left to right.
    pub const ALL: [Element; 9] = [
        Element::What,
        Element::Needs,
        Element::Granted,
        Element::Who,
        Element::When,
        Element::How,
        Element::GrantedBy,
        Element::GrantedOn,
        Element::Spent,
    ];

    /// The heading.
    pub fn name(self) -> &'static str {
        match self {
            Element::What => "What",
            Element::Needs => "Needs",
            Element::Granted => "Granted",
            Element::GrantedBy => "Granted by",
            Element::GrantedOn => "Granted on",
            Element::Spent => "Spent",
            Element::Who => "Who",
            Element::When => "When",
            Element::How => "How judged",
        }
    }

    /// What is asked, beside the line being typed.
    pub fn hint(self) -> &'static str {
        match self {
            Element::What => "what will be done",
            Element::Needs => "people, money, tools: 20 days, 15 000 EUR",
            Element::Granted => "what of it was granted: 20 days, 10 000 EUR",
            Element::GrantedBy => "the body or person that granted it",
            Element::GrantedOn => "the day it was granted",
            Element::Spent => "what was used of it so far: 6 days",
            Element::Who => "the one accountable person or role",
            Element::When => "complete by this day; empty is held for good",
            Element::How => "how the results are evaluated, and where",
        }
    }

    /// Cells it takes, beside its share of what is left over.
    pub fn least(self) -> usize {
        match self {
            Element::Granted => 19,
            Element::What | Element::Needs => 18,
            Element::How | Element::GrantedBy => 16,
            Element::Who | Element::Spent => 12,
            Element::When | Element::GrantedOn => 10,
        }
    }

    /// Whether it takes a share of what is left over.
    pub fn grows(self) -> bool {
        matches!(self, Element::What | Element::Needs | Element::How)
    }

    /// What is said, as people read it; empty where nothing is.
    pub fn said(self, definition: &Definition, today: Date) -> String {
        let day = |day: Option<Date>| day.map(|day| figures::short_day(day, today)).unwrap_or_default();
        match self {
            Element::GrantedOn => day(definition.granted_on),
            Element::When if definition.due.is_none() && definition.kind == Kind::Maintain => "ongoing".to_owned(),
            Element::When => day(definition.due),
            _ => one_line(&self.typed(definition)).into_owned(),
        }
    }

    /// What is missing where nothing is said; `None` where nothing has to be.
    pub fn missing(self, definition: &Definition) -> Option<&'static str> {
        let needed = crate::domain::resources::missing(definition).is_some();
        let granted = !definition.granted.trim().is_empty();
        match self {
            Element::What if definition.what.trim().is_empty() => Some("nothing said"),
            Element::Needs if definition.resources.trim().is_empty() => Some("not said"),
            Element::Granted if !granted && needed => Some("nobody granted it"),
            Element::GrantedBy if granted && definition.granted_by.trim().is_empty() => Some("by whom?"),
            Element::GrantedOn if granted && definition.granted_on.is_none() => Some("when?"),
            Element::Who if definition.owner.trim().is_empty() => Some("nobody"),
            Element::When if definition.due.is_none() && definition.kind != Kind::Maintain => Some("no date"),
            Element::How if definition.how_evaluated.trim().is_empty() => Some("not said"),
            _ => None,
        }
    }

    /// The text a field begins with.
    pub fn typed(self, definition: &Definition) -> String {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        match self {
            Element::What => definition.what.clone(),
            Element::Needs => definition.resources.clone(),
            Element::Granted => definition.granted.clone(),
            Element::GrantedBy => definition.granted_by.clone(),
            Element::GrantedOn => day(definition.granted_on),
            Element::Spent => definition.spent.clone(),
            Element::Who => definition.owner.clone(),
            Element::When => day(definition.due),
            Element::How => definition.how_evaluated.clone(),
        }
    }

    /// How what is typed is read.
    pub fn reads(self, today: Date) -> Reads {
        match self {
            Element::GrantedOn | Element::When => Reads::Day(today),
            _ => Reads::Line,
        }
    }

    /// The definition with what was typed. The sentence says what cannot be read.
    pub fn write(self, definition: &Definition, typed: &str, today: Date) -> Result<Definition, String> {
        let mut changed = definition.clone();
        let typed = typed.trim();
        let reads = self.reads(today);
        if !typed.is_empty() {
            reads.echo(typed)?;
        }
        match self {
            Element::What => changed.what = typed.to_owned(),
            Element::Needs => changed.resources = typed.to_owned(),
            Element::Granted => changed.granted = typed.to_owned(),
            Element::GrantedBy => changed.granted_by = typed.to_owned(),
            Element::GrantedOn => changed.granted_on = reads.date(typed),
            Element::Spent => changed.spent = typed.to_owned(),
            Element::Who => changed.owner = typed.to_owned(),
            Element::When => changed.due = reads.date(typed),
            Element::How => changed.how_evaluated = typed.to_owned(),
        }
        Ok(changed)
    }
}
