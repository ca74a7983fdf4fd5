//! The auditor's page, the basket that collects pages, looking back, and showing the register to others.

use ratatui::crossterm::event::KeyCode;

use super::{basket_holds, objective_here, spec, when};
use crate::tui::keymap::key::{named, typed};
use crate::tui::keymap::{Action, ActionSpec, Scope};

#[rustfmt::skip]
pub const SPECS: &[ActionSpec] = &[
    when(spec(Scope::Screens, Action::Probe, &[typed('p')], "probe", "Shows one objective with everything there is to show for it, as an auditor asks", 62), objective_here),
    when(spec(Scope::Screens, Action::Basket, &[typed('B')], "basket", "Lists the pages that were collected, to export them as one document", 15), basket_holds),
    spec(Scope::Home, Action::AsKnown, &[typed('a')], "as known on", "Takes the whole program to a past day, with what was known then", 38),
    spec(Scope::Global, Action::Showing, &[named(KeyCode::F(9))], "show", "Hides drafts, readiness and what is internal while others look on; again shows them", 0),

    spec(Scope::Probe, Action::NextObjective, &[named(KeyCode::Right), typed('l'), typed('J')], "next", "To the next objective of the list", 80),
    spec(Scope::Probe, Action::PreviousObjective, &[named(KeyCode::Left), typed('h'), typed('K')], "before", "To the objective before", 79),
    spec(Scope::Probe, Action::WalkThrough, &[typed('w')], "walk it", "Goes through the page one question at a time, large", 78),
    spec(Scope::Probe, Action::Versions, &[typed('v')], "versions", "Shows its versions word by word", 74),
    spec(Scope::Probe, Action::Readings, &[typed('r')], "readings", "Shows every reading with its corrections", 76),
    spec(Scope::Probe, Action::AsKnown, &[typed('a')], "as known on", "Shows the page as it was known on a past day", 72),
    spec(Scope::Probe, Action::Export, &[typed('x')], "export", "Writes the page as a file", 70),
    spec(Scope::Probe, Action::Mark, &[typed(' ')], "basket", "Puts the page into the basket, or takes it out again", 68),
    spec(Scope::Probe, Action::Back, &[named(KeyCode::Esc), typed('q')], "back", "Goes back to where the page was asked for", 66),

    spec(Scope::ProbeWalk, Action::NextItem, &[named(KeyCode::Right), named(KeyCode::Down), named(KeyCode::Enter), typed(' '), typed('l'), typed('j'), named(KeyCode::PageDown)], "next question", "To the next question", 80),
    spec(Scope::ProbeWalk, Action::PreviousItem, &[named(KeyCode::Left), named(KeyCode::Up), typed('h'), typed('k'), named(KeyCode::PageUp)], "back", "To the question before", 78),
    spec(Scope::ProbeWalk, Action::First, &[named(KeyCode::Home), typed('g')], "first", "To the first question", 0),
    spec(Scope::ProbeWalk, Action::Last, &[named(KeyCode::End), typed('G')], "last", "To the last question", 0),
    spec(Scope::ProbeWalk, Action::NextObjective, &[typed('J')], "next objective", "The same question of the next objective", 60),
    spec(Scope::ProbeWalk, Action::PreviousObjective, &[typed('K')], "objective before", "The same question of the objective before", 0),
    spec(Scope::ProbeWalk, Action::Back, &[named(KeyCode::Esc), typed('q'), typed('w')], "page", "Back to the page", 70),

    spec(Scope::Readings, Action::Back, &[named(KeyCode::Esc), typed('q'), typed('r')], "back", "Back to the page", 80),

    spec(Scope::Basket, Action::Export, &[typed('x')], "export", "Writes all pages as one document, which is one line of the history", 90),
    spec(Scope::Basket, Action::MoveDown, &[typed('J')], "later", "Moves the page one place down", 80),
    spec(Scope::Basket, Action::MoveUp, &[typed('K')], "earlier", "Moves the page one place up", 78),
    spec(Scope::Basket, Action::TakeOut, &[typed('d'), named(KeyCode::Delete), typed(' ')], "take out", "Takes the page out of the basket", 76),
    spec(Scope::Basket, Action::Open, &[named(KeyCode::Enter)], "read", "Opens the page", 74),
    spec(Scope::Basket, Action::Back, &[named(KeyCode::Esc), typed('q'), typed('B')], "back", "Goes back; the pages stay in the basket", 72),

    spec(Scope::Prompt, Action::Confirm, &[named(KeyCode::Enter)], "do it", "Takes what is typed", 90),
    spec(Scope::Prompt, Action::Back, &[named(KeyCode::Esc)], "back", "Goes back; nothing is done", 80),
];
