//! The lines of the help.

use crate::app::manual::{TOPICS, Topic};
use crate::tui::keymap::{Action, Availability, Binding, Scope};
use crate::tui::model::Model;
use crate::tui::palette::fuzzy::Fuzzy;
use crate::tui::screen::Screen;

/// One line of the help.
#[derive(Clone, Debug)]
pub enum Row {
    /// A free line.
    Gap,
    /// A heading.
    Heading(String),
    /// Keys with what they do.
    Keys {
        /// The binding.
        binding: Binding,
        /// Where Enter leads.
        enter: Enter,
    },
    /// A page of the manual.
    Page(Topic),
}

/// What Enter does with an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Enter {
    /// It is done where the help was opened.
    Does,
    /// It cannot be done now, and why.
    Cannot(String),
    /// Its screen is opened by this action.
    Goes(Action),
    /// It counts somewhere that no key leads to from here.
    Tells,
}

impl Row {
    /// Whether a person can be on the line.
    pub fn can_be_marked(&self) -> bool {
        matches!(self, Row::Keys { .. } | Row::Page(_))
    }

    /// What the search looks at.
    fn words(&self) -> String {
        match self {
            Row::Gap | Row::Heading(_) => String::new(),
            Row::Keys { binding, .. } => {
                format!("{} {} {}", binding.spec.name, binding.spec.effect, binding.keys_text())
            }
            Row::Page(topic) => format!("{} {}", topic.title(), topic.name),
        }
    }
}

/// Every line over what lies beneath; where something is looked for, only lines that fit, under their headings.
pub fn rows(model: &Model, here: &[Scope], looked_for: &str) -> Vec<Row> {
    let others = Scope::ALL.iter().copied().filter(|scope| !here.contains(scope) && *scope != Scope::Global);
    let mut sections: Vec<(String, Vec<Row>)> = Vec::new();
    let counting = model.keymap.counting(here);
    for scope in here.iter().copied().chain([Scope::Global]) {
        let bindings = counting.iter().filter(|binding| binding.spec.scope == scope);
        sections.push((scope.heading().to_owned(), bindings.map(|binding| counts(model, binding)).collect()));
    }
    sections.push(("Pages to read".to_owned(), TOPICS.iter().copied().map(Row::Page).collect()));
    for scope in others {
        sections.push((scope.heading().to_owned(), elsewhere(model, scope, here)));
    }
    let mut fuzzy = Fuzzy::words(looked_for);
    let mut shown = Vec::new();
    for (heading, rows) in sections {
        let fits_whole = fuzzy.score(&heading).is_some();
        let fitting: Vec<Row> =
            rows.into_iter().filter(|row| fits_whole || fuzzy.score(&row.words()).is_some()).collect();
        if fitting.is_empty() {
            continue;
        }
        if !shown.is_empty() {
            shown.push(Row::Gap);
        }
        shown.push(Row::Heading(heading));
        shown.extend(fitting);
    }
    shown
}

/// A line of what counts here.
fn counts(model: &Model, binding: &Binding) -> Row {
    let enter = match (binding.spec.when)(model) {
        Availability::Yes => Enter::Does,
        Availability::No(why) => Enter::Cannot(why),
    };
    Row::Keys { binding: binding.clone(), enter }
}

/// The lines of a scope that counts somewhere else.
fn elsewhere(model: &Model, scope: Scope, here: &[Scope]) -> Vec<Row> {
    let way = Screen::of_scope(scope).and_then(Screen::way).filter(|_| here.contains(&Scope::Screens));
    let enter = way.map_or(Enter::Tells, Enter::Goes);
    let row = |binding: &Binding| Row::Keys { binding: binding.clone(), enter: enter.clone() };
    model.keymap.in_scope(scope).map(row).collect()
}
