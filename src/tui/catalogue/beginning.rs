//! One way to begin an objective, and the form it opens.

use crate::app::catalogue::{self, Template};
use crate::app::view::Overview;
use crate::domain::objective::Definition;
use crate::domain::period::Date;
use crate::tui::form::Form;
use crate::tui::form::objective;

/// A way to begin.
#[derive(Clone, Debug)]
pub enum Beginning {
    /// Nothing but a title, if one was typed already.
    Empty(String),
    /// The content of another objective, by its code.
    Copy(String, Box<Definition>),
    /// A template.
    Template(&'static Template),
}

/// The ways that fit what was typed so far, the likeliest first; `selected` is what a copy would be of.
pub fn beginnings(typed: &str, selected: Option<(&str, &Definition)>) -> Vec<Beginning> {
    let templates = catalogue::find(typed).into_iter().map(Beginning::Template);
    let typed = typed.trim();
    if !typed.is_empty() {
        return templates.chain([Beginning::Empty(typed.to_owned())]).collect();
    }
    let copy = selected.map(|(code, definition)| Beginning::Copy(code.to_owned(), Box::new(definition.clone())));
    [Beginning::Empty(String::new())].into_iter().chain(copy).chain(templates).collect()
}

impl Beginning {
    /// The form it opens.
    pub fn form(&self, overview: &Overview) -> Form {
        let (today, calendar) = (overview.today, overview.rules.calendar);
        match self {
            Beginning::Empty(title) => objective::begin(Definition::titled(title, today), None, today, calendar),
            Beginning::Copy(_, definition) => objective::begin(copied(definition, today), None, today, calendar),
            Beginning::Template(template) => objective::begin(template.draft(today), Some(template), today, calendar),
        }
    }
}

/// What a copy keeps: the content. Start value, interim targets, review date and a due date that is over belong to the
/// other one's past.
fn copied(definition: &Definition, today: Date) -> Definition {
    Definition {
        start: today,
        start_derived: false,
        baseline: None,
        waypoints: Vec::new(),
        due: definition.due.filter(|due| *due > today),
        review_on: definition.review_on.filter(|day| *day > today),
        ..definition.clone()
    }
}
