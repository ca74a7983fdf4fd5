//! The registers opened lately and the ways to another one.

use ratatui::crossterm::event::KeyCode;

use super::spec;
use crate::tui::keymap::key::{named, typed};
use crate::tui::keymap::{Action, ActionSpec, Scope};

#[rustfmt::skip]
pub const SPECS: &[ActionSpec] = &[
    spec(Scope::Registers, Action::Open, &[named(KeyCode::Enter)], "open", "Opens the selected objectives file, or goes the selected way", 90),
    spec(Scope::Registers, Action::NewRegister, &[typed('1'), typed('n')], "new", "Begins a new objectives file", 80),
    spec(Scope::Registers, Action::OpenRegister, &[typed('2'), typed('o')], "open a file", "Opens an objectives file by its place", 78),
    spec(Scope::Registers, Action::Sample, &[typed('3')], "sample", "Opens a realistic sample that is thrown away at the end", 76),
    spec(Scope::Registers, Action::Forget, &[typed('d')], "off the list", "Takes the selected file off this list; the file stays where it is", 40),
    spec(Scope::Registers, Action::Back, &[named(KeyCode::Esc), typed('q')], "back", "Goes back to the open register; without one, leaves the program", 65),
];
