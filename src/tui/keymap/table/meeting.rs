//! The review meeting.

use ratatui::crossterm::event::KeyCode;

use super::{spec, when, writable};
use crate::tui::keymap::key::{named, typed};
use crate::tui::keymap::{Action, ActionSpec, Scope};

#[rustfmt::skip]
pub const SPECS: &[ActionSpec] = &[
    spec(Scope::Meetings, Action::Open, &[named(KeyCode::Enter)], "open", "Takes up the meeting that runs, writes what a planned one waits for, reads minutes", 90),
    when(spec(Scope::Meetings, Action::New, &[typed('n')], "start", "Starts a meeting now, or one that is planned", 85), writable),
    when(spec(Scope::Meetings, Action::PlanMeeting, &[typed('P')], "plan", "Puts a meeting in the calendar, so that texts can be prepared for it", 80), writable),
    when(spec(Scope::Meetings, Action::Write, &[typed('e')], "move", "Moves the planned meeting, or says of which meeting it is a part and which assessment it considers", 70), writable),
    when(spec(Scope::Meetings, Action::TakeOut, &[typed('x')], "take out", "Takes the planned meeting out of the calendar, with what was prepared for it", 60), writable),
    spec(Scope::Meetings, Action::Export, &[typed('w')], "minutes", "Writes the minutes of the selected meeting as a file, once it is closed", 62),
    spec(Scope::Meetings, Action::NextPane, &[named(KeyCode::Tab), named(KeyCode::BackTab)], "pane", "Goes from the calendar to what stands beside it, and back", 65),
    spec(Scope::Meetings, Action::Back, &[named(KeyCode::Esc), typed('q')], "back", "Goes back to the calendar, then home", 50),

    spec(Scope::Meeting, Action::Confirm, &[named(KeyCode::Enter)], "save, next", "Saves the answer and goes on; it is on disk before the screen says so", 90),
    spec(Scope::Meeting, Action::NextField, &[named(KeyCode::Tab), named(KeyCode::Down)], "field", "Goes to the next field", 70),
    spec(Scope::Meeting, Action::PreviousField, &[named(KeyCode::BackTab), named(KeyCode::Up)], "field back", "Goes to the field before", 0),
    spec(Scope::Meeting, Action::Park, &[named(KeyCode::F(2))], "park", "Puts the item aside without a reason, or takes it up again", 60),
    spec(Scope::Meeting, Action::Attendees, &[named(KeyCode::F(3))], "here", "Changes who is here, of which meeting this is a part, which assessment it considers", 30),
    spec(Scope::Meeting, Action::PassBlock, &[named(KeyCode::F(4))], "block", "Passes everything on track as a block, with a line marked automatic", 55),
    spec(Scope::Meeting, Action::ActionDone, &[named(KeyCode::F(5))], "action done", "Marks an action of an earlier meeting as done", 35),
    spec(Scope::Meeting, Action::CloseMeeting, &[named(KeyCode::F(8))], "close", "Closes the meeting; the minutes are frozen", 50),
    spec(Scope::Meeting, Action::NextItem, &[named(KeyCode::PageDown)], "item", "Goes to the next item", 65),
    spec(Scope::Meeting, Action::PreviousItem, &[named(KeyCode::PageUp)], "item back", "Goes to the item before", 0),
    spec(Scope::Meeting, Action::Undo, &[named(KeyCode::F(6))], "take back", "Takes back the answer given last, to be typed anew", 45),
    spec(Scope::Meeting, Action::Back, &[named(KeyCode::Esc)], "home", "Goes back home; the meeting stays open", 40),

    spec(Scope::MeetingStep, Action::Confirm, &[named(KeyCode::Enter)], "next", "This was looked at; goes on to the next page that waits", 90),
    spec(Scope::MeetingStep, Action::Down, &[named(KeyCode::Down), named(KeyCode::Tab), typed('j')], "down", "To the next line", 0),
    spec(Scope::MeetingStep, Action::Up, &[named(KeyCode::Up), named(KeyCode::BackTab), typed('k')], "up", "To the line before", 0),
    spec(Scope::MeetingStep, Action::First, &[named(KeyCode::Home), typed('g')], "first", "To the first line", 0),
    spec(Scope::MeetingStep, Action::Last, &[named(KeyCode::End), typed('G')], "last", "To the last line", 0),
    spec(Scope::MeetingStep, Action::Write, &[typed('e')], "write", "Answers, writes or moves what is selected; of a reading that is missing or a status that changed, goes to its item", 80),
    spec(Scope::MeetingStep, Action::ActionDone, &[typed('d'), named(KeyCode::F(5))], "done", "The selected action is done; of one that is, says whether it helped", 75),
    spec(Scope::MeetingStep, Action::Attendees, &[named(KeyCode::F(3))], "here", "Changes who is here, of which meeting this is a part, which assessment it considers", 30),
    spec(Scope::MeetingStep, Action::PassBlock, &[named(KeyCode::F(4))], "block", "Passes everything on track as a block, with a line marked automatic", 0),
    spec(Scope::MeetingStep, Action::CloseMeeting, &[named(KeyCode::F(8))], "close", "Goes to the page that reads back and closes", 50),
    spec(Scope::MeetingStep, Action::NextItem, &[named(KeyCode::PageDown)], "page", "Goes to the next page", 65),
    spec(Scope::MeetingStep, Action::PreviousItem, &[named(KeyCode::PageUp)], "page back", "Goes to the page before", 0),
    spec(Scope::MeetingStep, Action::Undo, &[named(KeyCode::F(6)), typed('u')], "take back", "Takes back what was done here last", 45),
    spec(Scope::MeetingStep, Action::Back, &[named(KeyCode::Esc)], "home", "Goes back home; the meeting stays open", 40),

    spec(Scope::MeetingList, Action::New, &[typed('n')], "new", "Begins a new objective", 88),
    spec(Scope::MeetingList, Action::Approve, &[typed('A')], "approve", "Puts the draft of the selected objective in force", 84),
    spec(Scope::MeetingList, Action::Retire, &[typed('X')], "close it", "Closes the selected objective with an outcome and a reason", 82),

    spec(Scope::MeetingEnd, Action::Confirm, &[named(KeyCode::Enter)], "close", "Closes the meeting at the second time: its minutes are frozen and lie beside the objectives file", 90),
    spec(Scope::MeetingEnd, Action::PreviousItem, &[named(KeyCode::PageUp)], "page back", "Goes to the page before", 70),
    spec(Scope::MeetingEnd, Action::Attendees, &[named(KeyCode::F(3))], "here", "Changes who is here, of which meeting this is a part, which assessment it considers", 30),
    spec(Scope::MeetingEnd, Action::ActionDone, &[named(KeyCode::F(5))], "action done", "Marks an action of an earlier meeting as done", 0),
    spec(Scope::MeetingEnd, Action::PassBlock, &[named(KeyCode::F(4))], "block", "Passes everything on track as a block, with a line marked automatic", 55),
    spec(Scope::MeetingEnd, Action::Undo, &[named(KeyCode::F(6))], "take back", "Takes back what was done here last", 45),
    spec(Scope::MeetingEnd, Action::Back, &[named(KeyCode::Esc)], "home", "Goes back home; the meeting stays open", 40),

    spec(Scope::MeetingClosed, Action::Confirm, &[named(KeyCode::Enter)], "home", "Goes back home", 90),
    spec(Scope::MeetingClosed, Action::Back, &[named(KeyCode::Esc), typed('q')], "home", "Goes back home", 0),

    spec(Scope::Decision, Action::Undo, &[typed('u')], "take back", "Takes back the answer given last, to be typed anew", 0),
    spec(Scope::Decision, Action::DecideContinue, &[typed('c')], "continue", "Carry on", 0),
    spec(Scope::Decision, Action::DecideAct, &[typed('a')], "act", "Do something about it: an action with owner and date", 0),
    spec(Scope::Decision, Action::DecideEscalate, &[typed('e')], "escalate", "Take it to the management review", 0),
    spec(Scope::Decision, Action::DecideAccept, &[typed('k')], "accept", "Accept it for now, until a date", 0),
    spec(Scope::Decision, Action::DecideRetarget, &[typed('t')], "change target", "Change the target; needs approval", 0),
    spec(Scope::Decision, Action::DecideExtend, &[typed('x')], "extend", "Move the date; needs approval", 0),
    spec(Scope::Decision, Action::DecideRetire, &[typed('r')], "retire", "Close the objective; needs approval", 0),
];
