//! People, roles, functions.

use ratatui::crossterm::event::KeyCode;

use super::{spec, when, writable};
use crate::tui::keymap::key::{ctrl, named, typed};
use crate::tui::keymap::{Action, ActionSpec, Scope};

#[rustfmt::skip]
pub const SPECS: &[ActionSpec] = &[
    spec(Scope::People, Action::Open, &[named(KeyCode::Enter)], "objective", "Goes home to the objective of theirs that needs somebody most", 80),
    when(spec(Scope::People, Action::HandOver, &[typed('H')], "hand over", "Hands over objectives, figures and open actions, from today or from a day ahead", 85), writable),
    when(spec(Scope::People, Action::AcceptHandOver, &[typed('a')], "accept", "Records that the taker of a hand-over accepted", 60), writable),
    when(spec(Scope::People, Action::Edit, &[typed('e')], "edit", "Changes the entry of the selected person, role or function", 75), writable),
    when(spec(Scope::People, Action::New, &[typed('n')], "new", "Enters a person, a role or a function", 70), writable),
    spec(Scope::People, Action::AskText, &[typed('o')], "text to send", "Shows a text to send about what they owe, or their page again", 78),
    spec(Scope::People, Action::WriteRequests, &[typed('x')], "write sheets", "Writes a text and a reply sheet for everybody who owes something; nothing is sent", 77),
    when(spec(Scope::People, Action::TakeReplies, &[typed('t')], "take replies", "Reads filled reply sheets, shows what they say, who is silent and what clashes, and takes them in", 76), writable),
    spec(Scope::People, Action::NextPane, &[named(KeyCode::Tab), named(KeyCode::BackTab)], "pane", "Goes from the list to what stands behind it, and back", 50),
    when(spec(Scope::People, Action::Undo, &[typed('u')], "undo", "Takes back your newest change and says which one it was", 40), writable),
    when(spec(Scope::People, Action::Redo, &[typed('U'), ctrl('r')], "redo", "Takes back your newest undo", 10), writable),
    spec(Scope::People, Action::Back, &[named(KeyCode::Esc), typed('q')], "back", "Goes back to the list, then home", 65),
    when(spec(Scope::Replies, Action::Confirm, &[named(KeyCode::Enter)], "take in", "Takes in what the replies say, in one step that one undo takes back; what clashes stays out after a second Enter", 90), writable),
    spec(Scope::Replies, Action::Back, &[named(KeyCode::Esc), typed('q')], "back", "Puts the replies away; nothing was saved", 70),
];
