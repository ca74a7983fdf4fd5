//! What has to do with the terminal itself.

use ratatui::crossterm::event::KeyCode;

use super::{selection, spec, when};
use crate::tui::keymap::key::{named, typed};
use crate::tui::keymap::{Action, ActionSpec, Scope};

#[rustfmt::skip]
pub const SPECS: &[ActionSpec] = &[
    when(spec(Scope::Home, Action::CopyRow, &[typed('y')], "copy", "Copies the selected objective as text: code, title, status, last value, target", 15), selection),
    spec(Scope::Global, Action::ToggleMouse, &[named(KeyCode::F(7))], "mouse", "Lets the mouse select and scroll here, or gives it back to the terminal", 0),
];
