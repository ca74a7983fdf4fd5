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
    for scope in here.iter().copied().chain([Scope::Global]) {
        sections.push((scope.heading().to_owned(), of_scope(model, scope, here, true)));
    }
    sections.push(("Pages to read".to_owned(), TOPICS.iter().copied().map(Row::Page).collect()));
    for scope in others {
        sections.push((scope.heading().to_owned(), of_scope(model, scope, here, false)));
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

fn of_scope(model: &Model, scope: Scope, here: &[Scope], counts: bool) -> Vec<Row> {
    let way = Screen::of_scope(scope).and_then(Screen::way).filter(|_| here.contains(&Scope::Screens));
    let enter = |binding: &Binding| match ((binding.spec.when)(model), way) {
        (Availability::Yes, _) if counts => Enter::Does,
        (Availability::No(why), _) if counts => Enter::Cannot(why),
        (_, Some(way)) => Enter::Goes(way),
        _ => Enter::Tells,
    };
    model.keymap.in_scope(scope).map(|binding| Row::Keys { binding: binding.clone(), enter: enter(binding) }).collect()
}
