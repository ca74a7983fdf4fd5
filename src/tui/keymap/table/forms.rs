//! Forms and their choices.

use ratatui::crossterm::event::KeyCode;

use super::spec;
use crate::tui::keymap::key::{ctrl, named, typed};
use crate::tui::keymap::{Action, ActionSpec, Scope};

#[rustfmt::skip]
pub const SPECS: &[ActionSpec] = &[
    spec(Scope::Form, Action::Confirm, &[named(KeyCode::Enter)], "next, save", "Takes the field and goes to the next; saves on the last", 90),
    spec(Scope::Form, Action::Save, &[ctrl('s')], "save", "Saves the form", 85),
    spec(Scope::Form, Action::NextField, &[named(KeyCode::Tab), named(KeyCode::Down)], "field", "Goes to the next field", 70),
    spec(Scope::Form, Action::PreviousField, &[named(KeyCode::BackTab), named(KeyCode::Up)], "field back", "Goes to the field before", 0),
    spec(Scope::Form, Action::PageDown, &[named(KeyCode::PageDown)], "page down", "One page down", 0),
    spec(Scope::Form, Action::PageUp, &[named(KeyCode::PageUp)], "page up", "One page up", 0),
    spec(Scope::Form, Action::BringBack, &[ctrl('y')], "bring back", "Puts back what was discarded last in this form", 0),
    spec(Scope::Form, Action::Back, &[named(KeyCode::Esc)], "back", "Closes the form; asks once where something was typed", 80),

    spec(Scope::Offering, Action::Offer, &[named(KeyCode::F(4)), ctrl('n')], "known ones", "Shows the people, functions, objectives or sources the register knows", 78),

    spec(Scope::Offered, Action::Down, &[named(KeyCode::Down), ctrl('n')], "mark", "Marks the next line of what is offered", 92),
    spec(Scope::Offered, Action::Up, &[named(KeyCode::Up)], "mark back", "Marks the line before; above the first, what is typed counts", 0),
    spec(Scope::Offered, Action::Confirm, &[named(KeyCode::Enter)], "take it", "Takes the marked line; with none marked, what is typed counts", 91),
    spec(Scope::Offered, Action::Back, &[named(KeyCode::Esc)], "as typed", "Closes the list; what is typed stays", 82),
    spec(Scope::Offered, Action::NextField, &[named(KeyCode::Tab)], "field", "Goes to the next field with what is typed", 70),
    spec(Scope::Offered, Action::PreviousField, &[named(KeyCode::BackTab)], "field back", "Goes to the field before with what is typed", 0),
    spec(Scope::Offered, Action::Save, &[ctrl('s')], "save", "Saves the form with what is typed", 0),

    spec(Scope::Choice, Action::NextChoice, &[named(KeyCode::Right), typed(' ')], "choose", "Takes the next choice", 75),
    spec(Scope::Choice, Action::PreviousChoice, &[named(KeyCode::Left)], "choose back", "Takes the choice before", 0),
];
