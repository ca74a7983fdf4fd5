//! What has to do with the terminal itself.

use ratatui::crossterm::event::KeyCode;

use super::{selection, spec, typing, when};
use crate::tui::keymap::key::{ctrl, named, typed};
use crate::tui::keymap::{Action, ActionSpec, Scope};

#[rustfmt::skip]
pub const SPECS: &[ActionSpec] = &[
    when(spec(Scope::Home, Action::CopyRow, &[typed('y')], "copy", "Copies the selected objective as text: code, title, status, last value, target", 15), selection),
    when(spec(Scope::Global, Action::EditOutside, &[ctrl('g')], "editor", "Gives the text to the editor that VISUAL, EDITOR or the config file names", 0), typing),
    spec(Scope::Global, Action::ToggleMouse, &[named(KeyCode::F(7))], "mouse", "Lets the mouse select and scroll here, or gives it back to the terminal", 0),
];
