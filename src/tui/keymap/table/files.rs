//! Choosing a file.

use ratatui::crossterm::event::KeyCode;

use super::spec;
use crate::tui::keymap::key::named;
use crate::tui::keymap::{Action, ActionSpec, Scope};

#[rustfmt::skip]
pub const SPECS: &[ActionSpec] = &[
    spec(Scope::Files, Action::Open, &[named(KeyCode::Enter)], "open", "Takes the marked file, or goes into the marked folder", 90),
    spec(Scope::Files, Action::Complete, &[named(KeyCode::Tab)], "complete", "Completes what is typed as far as it is certain, else with the marked line", 80),
    spec(Scope::Files, Action::Back, &[named(KeyCode::Esc)], "back", "Clears what was typed, then goes back", 75),
];
