//! The walk through the list.

use ratatui::crossterm::event::KeyCode;

use super::{spec, when, writable};
use crate::tui::keymap::key::{named, typed};
use crate::tui::keymap::{Action, ActionSpec, Scope};

#[rustfmt::skip]
pub const SPECS: &[ActionSpec] = &[
    when(spec(Scope::Walk, Action::Open, &[named(KeyCode::Enter)], "go on", "Goes on: begins, drafts for a source, approves the edition, closes the walk", 90), writable),
    when(spec(Scope::Walk, Action::Keep, &[typed('k')], "keep", "Keeps the selected objective; at the year's end its dates move on by a year", 88), writable),
    when(spec(Scope::Walk, Action::Change, &[typed('c')], "change", "Changes the selected objective in a form", 86), writable),
    when(spec(Scope::Walk, Action::Retire, &[typed('r')], "retire", "Closes the selected objective with an outcome and a reason", 84), writable),
    when(spec(Scope::Walk, Action::Replace, &[typed('p')], "replace", "Puts another objective in the place of the selected one", 82), writable),
    when(spec(Scope::Walk, Action::KeepBecause, &[typed('K')], "keep because", "Keeps the selected objective with a reason of your own", 60), writable),
    spec(Scope::Walk, Action::NextPane, &[named(KeyCode::Tab)], "next page", "Goes on to the sources nobody pursues, then to the new edition", 75),
    spec(Scope::Walk, Action::PreviousPane, &[named(KeyCode::BackTab)], "page back", "Goes to the page before", 0),
    when(spec(Scope::Walk, Action::Approve, &[typed('A')], "approve", "Approves the list as the new edition", 50), writable),
    when(spec(Scope::Walk, Action::Tell, &[typed('T')], "tell", "Records that the new edition was told", 48), writable),
    when(spec(Scope::Walk, Action::NoChange, &[typed('N')], "no change", "Closes the walk with a reason why nothing had to change", 46), writable),
    when(spec(Scope::Walk, Action::Undo, &[typed('u')], "undo", "Takes back your newest change and says which one it was", 30), writable),
    spec(Scope::Walk, Action::Back, &[named(KeyCode::Esc), typed('q')], "back", "Leaves the walk; it stays open and can be taken up again", 40),
];
