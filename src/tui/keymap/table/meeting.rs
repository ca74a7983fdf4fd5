//! The review meeting.

use ratatui::crossterm::event::KeyCode;

use super::spec;
use crate::tui::keymap::key::{named, typed};
use crate::tui::keymap::{Action, ActionSpec, Scope};

#[rustfmt::skip]
pub const SPECS: &[ActionSpec] = &[
    spec(Scope::Meeting, Action::Confirm, &[named(KeyCode::Enter)], "save, next", "Saves the answer and goes on; it is on disk before the screen says so", 90),
    spec(Scope::Meeting, Action::NextField, &[named(KeyCode::Tab), named(KeyCode::Down)], "field", "Goes to the next field", 70),
    spec(Scope::Meeting, Action::PreviousField, &[named(KeyCode::BackTab), named(KeyCode::Up)], "field back", "Goes to the field before", 0),
    spec(Scope::Meeting, Action::Park, &[named(KeyCode::F(2))], "park", "Puts the item aside without a reason, or takes it up again", 60),
    spec(Scope::Meeting, Action::Attendees, &[named(KeyCode::F(3))], "here", "Changes who is here", 30),
    spec(Scope::Meeting, Action::PassBlock, &[named(KeyCode::F(4))], "block", "Passes everything on track as a block, with a line marked automatic", 55),
    spec(Scope::Meeting, Action::ActionDone, &[named(KeyCode::F(5))], "action done", "Marks an action of an earlier meeting as done", 35),
    spec(Scope::Meeting, Action::CloseMeeting, &[named(KeyCode::F(8))], "close", "Closes the meeting; the minutes are frozen", 50),
    spec(Scope::Meeting, Action::NextItem, &[named(KeyCode::PageDown)], "item", "Goes to the next item", 65),
    spec(Scope::Meeting, Action::PreviousItem, &[named(KeyCode::PageUp)], "item back", "Goes to the item before", 0),
    spec(Scope::Meeting, Action::Undo, &[named(KeyCode::F(6))], "take back", "Takes back the answer given last, to be typed anew", 45),
    spec(Scope::Meeting, Action::Back, &[named(KeyCode::Esc)], "home", "Goes back home; the meeting stays open", 40),

    spec(Scope::Decision, Action::Undo, &[typed('u')], "take back", "Takes back the answer given last, to be typed anew", 0),
    spec(Scope::Decision, Action::DecideContinue, &[typed('c')], "continue", "Carry on", 0),
    spec(Scope::Decision, Action::DecideAct, &[typed('a')], "act", "Do something about it: an action with owner and date", 0),
    spec(Scope::Decision, Action::DecideEscalate, &[typed('e')], "escalate", "Take it to the management review", 0),
    spec(Scope::Decision, Action::DecideAccept, &[typed('k')], "accept", "Accept it for now, until a date", 0),
    spec(Scope::Decision, Action::DecideRetarget, &[typed('t')], "change target", "Change the target; needs approval", 0),
    spec(Scope::Decision, Action::DecideExtend, &[typed('x')], "extend", "Move the date; needs approval", 0),
    spec(Scope::Decision, Action::DecideRetire, &[typed('r')], "retire", "Close the objective; needs approval", 0),
];
