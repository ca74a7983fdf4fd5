//! Keys and what they mean: one table for dispatch, footer, help, `sixtwo keys` and the README.

mod action;
mod key;
mod table;

use ratatui::crossterm::event::KeyEvent;

pub use action::{Action, Scope};
pub use key::{Key, character, suspends};
pub use table::SPECS;

use super::model::Model;

/// Whether an action can be taken now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Availability {
    /// It can.
    Yes,
    /// It cannot, and why: a sentence for the status line.
    No(String),
}

/// One line of the table of actions.
#[derive(Clone, Copy, Debug)]
pub struct ActionSpec {
    /// What it is.
    pub action: Action,
    /// Where its keys count.
    pub scope: Scope,
    /// The keys, the one to show first.
    pub keys: &'static [Key],
    /// One or two words for the footer.
    pub name: &'static str,
    /// What it does, one sentence without a full stop.
    pub effect: &'static str,
    /// Place in the footer: the highest stays longest, 0 is never shown.
    pub priority: u8,
    /// Whether it can be taken now.
    pub when: fn(&Model) -> Availability,
}

/// The action a key means, in the innermost of `scopes` that knows it.
pub fn resolve(event: KeyEvent, scopes: &[Scope]) -> Option<&'static ActionSpec> {
    let pressed = key::of(event);
    scopes
        .iter()
        .chain([&Scope::Global])
        .find_map(|scope| SPECS.iter().find(|spec| spec.scope == *scope && spec.keys.contains(&pressed)))
}

/// The keys of a spec in reading order: `j ↓`.
pub fn keys_text(spec: &ActionSpec) -> String {
    spec.keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" ")
}

/// The key that the footer, the help and a hint show for an action.
pub fn key_for(action: Action) -> String {
    SPECS.iter().find(|s| s.action == action).and_then(|s| s.keys.first()).map(Key::to_string).unwrap_or_default()
}

/// One row of the key table as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRow {
    /// Heading.
    pub scope: &'static str,
    /// The keys: `↓ j`.
    pub keys: String,
    /// The action's name.
    pub name: &'static str,
    /// What it does.
    pub effect: &'static str,
}

/// Every key there is, by scope: `sixtwo keys`, the README and the help read it.
pub fn key_table() -> Vec<KeyRow> {
    Scope::ALL
        .iter()
        .flat_map(|scope| SPECS.iter().filter(move |spec| spec.scope == *scope))
        .map(|spec| KeyRow { scope: spec.scope.heading(), keys: keys_text(spec), name: spec.name, effect: spec.effect })
        .collect()
}
