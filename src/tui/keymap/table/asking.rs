//! The lines and lists that ask something, the help, and what counts everywhere.

use ratatui::crossterm::event::KeyCode;

use super::spec;
use crate::tui::keymap::key::{ctrl, named, typed};
use crate::tui::keymap::{Action, ActionSpec, Scope};

#[rustfmt::skip]
pub const SPECS: &[ActionSpec] = &[
    spec(Scope::Actor, Action::Confirm, &[named(KeyCode::Enter)], "take it", "Takes the name; everything written until you leave carries it", 90),
    spec(Scope::Actor, Action::Back, &[named(KeyCode::Esc)], "back", "Goes back; nothing is written", 80),

    spec(Scope::Help, Action::Open, &[named(KeyCode::Enter)], "do, read", "Does what the marked line says, or opens the marked page", 95),
    spec(Scope::Help, Action::Filter, &[typed('/')], "search", "Shows only lines that fit what you type", 92),
    spec(Scope::Help, Action::Back, &[named(KeyCode::Esc), typed('q')], "close", "Goes back to the list, then closes the help", 90),
    spec(Scope::Search, Action::Open, &[named(KeyCode::Enter)], "do, read", "Does what the marked line says, or opens the marked page", 95),
    spec(Scope::Search, Action::Down, &[named(KeyCode::Down), named(KeyCode::Tab)], "down", "To the next line", 0),
    spec(Scope::Search, Action::Up, &[named(KeyCode::Up), named(KeyCode::BackTab)], "up", "To the line before", 0),
    spec(Scope::Search, Action::PageDown, &[named(KeyCode::PageDown)], "page down", "One page down", 0),
    spec(Scope::Search, Action::PageUp, &[named(KeyCode::PageUp)], "page up", "One page up", 0),
    spec(Scope::Search, Action::Back, &[named(KeyCode::Esc)], "all lines", "Shows every line of the help again", 90),

    spec(Scope::Manual, Action::Right, &[named(KeyCode::Right), typed('l')], "next page", "Goes to the next page of the manual", 80),
    spec(Scope::Manual, Action::Left, &[named(KeyCode::Left), typed('h')], "page before", "Goes to the page of the manual before", 75),
    spec(Scope::Manual, Action::Back, &[named(KeyCode::Esc), typed('q')], "list", "Goes back to the list of keys and pages", 90),

    spec(Scope::Palette, Action::Open, &[named(KeyCode::Enter)], "do it", "Does what the marked line says, or goes where it is done", 95),
    spec(Scope::Palette, Action::Down, &[named(KeyCode::Down), named(KeyCode::Tab)], "down", "To the next line", 0),
    spec(Scope::Palette, Action::Up, &[named(KeyCode::Up), named(KeyCode::BackTab)], "up", "To the line before", 0),
    spec(Scope::Palette, Action::PageDown, &[named(KeyCode::PageDown)], "page down", "One page down", 0),
    spec(Scope::Palette, Action::PageUp, &[named(KeyCode::PageUp)], "page up", "One page up", 0),
    spec(Scope::Palette, Action::Back, &[named(KeyCode::Esc)], "close", "Clears what was typed, then closes the palette", 90),
    spec(Scope::Palette, Action::Palette, &[ctrl('p')], "close", "Closes the palette", 0),

    spec(Scope::Config, Action::Back, &[named(KeyCode::Esc), typed('q')], "back", "Goes back", 90),

    spec(Scope::Catalogue, Action::Open, &[named(KeyCode::Enter)], "begin", "Opens the form with what the marked line brings", 90),
    spec(Scope::Catalogue, Action::Back, &[named(KeyCode::Esc)], "back", "Clears what was typed, then goes back", 80),

    spec(Scope::Global, Action::Help, &[typed('?'), named(KeyCode::F(1))], "help", "Shows the keys that count here, then all others; once more, closes them", 255),
    spec(Scope::Global, Action::Palette, &[typed(':'), ctrl('p')], "actions", "Finds any action or objective by a few letters and runs it", 5),
    spec(Scope::Global, Action::Config, &[], "config", "Shows every preference that counts and where it came from", 0),
    spec(Scope::Global, Action::Leave, &[ctrl('c')], "leave", "Says how to leave; a second time on home, leaves", 0),
];
