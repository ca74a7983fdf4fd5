//! The big screen of a running meeting.

use ratatui::crossterm::event::KeyCode;

use super::spec;
use crate::tui::keymap::key::{named, typed};
use crate::tui::keymap::{Action, ActionSpec, Scope};

#[rustfmt::skip]
pub const SPECS: &[ActionSpec] = &[
    spec(Scope::Present, Action::NextItem, &[named(KeyCode::Right), named(KeyCode::PageDown), named(KeyCode::Down)], "item", "Shows the next item, whatever the meeting has on its desk", 80),
    spec(Scope::Present, Action::PreviousItem, &[named(KeyCode::Left), named(KeyCode::PageUp), named(KeyCode::Up)], "item back", "Shows the item before", 75),
    spec(Scope::Present, Action::FollowMeeting, &[named(KeyCode::Enter), typed('f')], "follow", "Follows the meeting again", 90),
    spec(Scope::Present, Action::Quit, &[typed('q'), named(KeyCode::Esc)], "leave", "Leaves the big screen; the meeting goes on", 70),
];
