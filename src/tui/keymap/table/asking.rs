//! The lines and lists that ask something, the help, and what counts everywhere.

use ratatui::crossterm::event::KeyCode;

use super::spec;
use crate::tui::keymap::key::{ctrl, named, typed};
use crate::tui::keymap::{Action, ActionSpec, Scope};

#[rustfmt::skip]
pub const SPECS: &[ActionSpec] = &[
    spec(Scope::Actor, Action::Confirm, &[named(KeyCode::Enter)], "take it", "Takes the name; everything written until you leave carries it", 90),
    spec(Scope::Actor, Action::Back, &[named(KeyCode::Esc)], "back", "Goes back; nothing is written", 80),

    spec(Scope::Help, Action::Back, &[named(KeyCode::Esc), typed('q'), typed('?'), named(KeyCode::F(1))], "close", "Closes the help", 90),

    spec(Scope::Catalogue, Action::Open, &[named(KeyCode::Enter)], "begin", "Opens the form with what the marked line brings", 90),
    spec(Scope::Catalogue, Action::Back, &[named(KeyCode::Esc)], "back", "Clears what was typed, then goes back", 80),

    spec(Scope::Global, Action::Help, &[typed('?'), named(KeyCode::F(1))], "help", "Shows the keys that count here, then all others", 255),
    spec(Scope::Global, Action::Leave, &[ctrl('c')], "leave", "Says how to leave; a second time on home, leaves", 0),
];
