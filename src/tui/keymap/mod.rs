//! Keys and what they mean: one table for dispatch, footer, help, palette, `sixtwo keys`, the README and the manual page.
//!
//! [`SPECS`] holds the program's own keys; [`Keymap`] is what counts after the person's changes, and the model carries it.

mod action;
mod effective;
mod key;
pub mod names;
mod notation;
mod remap;
mod table;
mod together;

pub use action::{Action, Scope};
pub use effective::{Binding, Keymap};
pub use key::{Key, character, suspends};
pub use remap::Refused;
pub use table::SPECS;
pub use together::together;

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

/// The keys of a spec in reading order, `j ↓`; digits in a row are written `1-9`.
pub fn keys_text(spec: &ActionSpec) -> String {
    key::listed(spec.keys)
}

/// One row of the key table as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRow {
    /// Heading.
    pub scope: &'static str,
    /// The keys: `↓ j`.
    pub keys: String,
    /// The action's word in the config file and the palette: `plan-audit`.
    pub action: String,
    /// The action's name.
    pub name: &'static str,
    /// What it does.
    pub effect: &'static str,
}

/// Every key of the table itself, by scope: the README and the manual page are written from it.
pub fn key_table() -> Vec<KeyRow> {
    Keymap::default().rows()
}
