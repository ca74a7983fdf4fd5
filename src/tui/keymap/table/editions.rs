//! Editions of the list and versions of one objective.

use ratatui::crossterm::event::KeyCode;

use super::{spec, when, writable};
use crate::tui::keymap::key::{named, typed};
use crate::tui::keymap::{Action, ActionSpec, Scope};

#[rustfmt::skip]
pub const SPECS: &[ActionSpec] = &[
    when(spec(Scope::Editions, Action::Approve, &[typed('A')], "approve", "Puts every waiting draft in force and numbers the list", 85), writable),
    when(spec(Scope::Editions, Action::Tell, &[typed('T')], "told", "Records who was told of an edition, or what somebody has open", 80), writable),
    when(spec(Scope::Editions, Action::Acknowledge, &[typed('C')], "confirmed", "Records that somebody confirmed to know it", 75), writable),
    spec(Scope::Editions, Action::Unconfirmed, &[typed('o')], "not confirmed", "Goes to the first who has not confirmed, with a text to send", 78),
    spec(Scope::Editions, Action::Open, &[named(KeyCode::Enter)], "read", "Goes into what stands behind the selected line", 70),
    spec(Scope::Editions, Action::NextPane, &[named(KeyCode::Tab), named(KeyCode::BackTab)], "pane", "Goes from the list to what stands behind it, and back", 60),
    spec(Scope::Editions, Action::Back, &[named(KeyCode::Esc), typed('q')], "back", "Goes back to the list, then home", 65),

    when(spec(Scope::Versions, Action::Approve, &[typed('A')], "approve", "Puts the draft of this objective in force", 80), writable),
    when(spec(Scope::Versions, Action::Tell, &[typed('T')], "told", "Records who was told the version in force", 78), writable),
    when(spec(Scope::Versions, Action::Acknowledge, &[typed('C')], "confirmed", "Records that somebody confirmed to know the version in force", 75), writable),
    spec(Scope::Versions, Action::Open, &[named(KeyCode::Enter)], "read", "Goes into what the selected version says", 70),
    spec(Scope::Versions, Action::NextPane, &[named(KeyCode::Tab), named(KeyCode::BackTab)], "pane", "Goes from the versions to what one says, and back", 60),
    spec(Scope::Versions, Action::Back, &[named(KeyCode::Esc), typed('q'), typed('v')], "back", "Goes back to the versions, then home", 65),
];
