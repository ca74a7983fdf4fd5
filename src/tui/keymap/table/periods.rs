//! The period grid, a value typed into it, a column pasted into it.

use ratatui::crossterm::event::KeyCode;

use super::{looking_back, spec, when, writable};
use crate::tui::keymap::key::{ctrl, named, typed};
use crate::tui::keymap::{Action, ActionSpec, Scope};

#[rustfmt::skip]
pub const SPECS: &[ActionSpec] = &[
    // `0` stands below: while looking back it leads to now.
    when(spec(Scope::Periods, Action::BeginValue, &[typed('1'), typed('2'), typed('3'), typed('4'), typed('5')], "value", "Begins a value in the selected cell; digits lead to no other screen here", 0), writable),
    when(spec(Scope::Periods, Action::BeginValue, &[typed('6'), typed('7'), typed('8'), typed('9')], "value", "Begins a value as well", 0), writable),
    when(spec(Scope::Periods, Action::BeginValue, &[typed('-'), typed('.'), typed(','), typed('/')], "value", "Begins a value with a sign", 0), writable),
    spec(Scope::Periods, Action::Open, &[named(KeyCode::Enter)], "open", "Begins a value where one is missing; shows a reading in full where one is in", 90),
    when(spec(Scope::Periods, Action::NextField, &[named(KeyCode::Tab)], "meaning", "Says what the reading of the selected cell means", 80), writable),
    when(spec(Scope::Periods, Action::SameAsBefore, &[typed('=')], "as before", "Takes the value of the period before, for Enter to confirm", 70), writable),
    when(spec(Scope::Periods, Action::NotMeasured, &[typed('!')], "not measured", "Records why the period was not measured; it stays missing", 65), writable),
    spec(Scope::Periods, Action::NextMissing, &[typed('f')], "next missing", "Goes to the next period that waits for a reading", 78),
    when(spec(Scope::Periods, Action::PasteHelp, &[typed('P')], "paste", "Says how a column copied from a spreadsheet is pasted; a paste is shown before it is saved", 60), writable),
    spec(Scope::Periods, Action::EarlierYear, &[typed('[')], "year before", "Shows the fiscal year before", 30),
    spec(Scope::Periods, Action::LaterYear, &[typed(']')], "year after", "Shows the fiscal year after", 29),
    spec(Scope::Periods, Action::FirstPeriod, &[named(KeyCode::Home)], "first period", "To the first period of the year", 0),
    spec(Scope::Periods, Action::LastPeriod, &[named(KeyCode::End)], "last period", "To the running period, or the last one of the year", 0),
    spec(Scope::Periods, Action::CopyCell, &[typed('y')], "copy", "Copies the value of the selected cell", 20),
    when(spec(Scope::Periods, Action::Undo, &[typed('u')], "undo", "Takes back your newest change and says which one it was", 40), writable),
    when(spec(Scope::Periods, Action::Redo, &[typed('U'), ctrl('r')], "redo", "Takes back your newest undo", 10), writable),
    when(spec(Scope::Periods, Action::BringBack, &[ctrl('y')], "bring back", "Puts back the value that was put aside last", 0), writable),
    when(spec(Scope::Periods, Action::Now, &[typed('0')], "now", "Goes back from an earlier point in time to the register as it is known now", 95), looking_back),
    spec(Scope::Periods, Action::Back, &[named(KeyCode::Esc), typed('q')], "home", "Goes back home", 50),

    spec(Scope::PeriodEntry, Action::Confirm, &[named(KeyCode::Enter)], "save, next", "Saves the value and goes down to the next cell that waits; an unusual one asks twice", 90),
    spec(Scope::PeriodEntry, Action::NextField, &[named(KeyCode::Tab), named(KeyCode::Down)], "meaning, from, proof", "Goes to the next field: meaning, who reported it, what shows it", 80),
    spec(Scope::PeriodEntry, Action::PreviousField, &[named(KeyCode::BackTab), named(KeyCode::Up)], "field back", "Goes to the field before", 0),
    spec(Scope::PeriodEntry, Action::Back, &[named(KeyCode::Esc)], "back", "Leaves the cell; asks once where something was typed, and keeps it", 70),

    when(spec(Scope::PastePreview, Action::Confirm, &[named(KeyCode::Enter)], "save all", "Saves every line that can be taken, in one step that one undo takes back", 90), writable),
    spec(Scope::PastePreview, Action::LeaveOut, &[typed(' ')], "leave out", "Leaves the selected line out, or takes it in again", 80),
    spec(Scope::PastePreview, Action::Back, &[named(KeyCode::Esc), typed('q')], "back", "Puts the paste away; nothing was saved", 70),

    spec(Scope::ReadingInFull, Action::Back, &[named(KeyCode::Esc), typed('q'), named(KeyCode::Enter)], "back", "Goes back to the periods", 90),
];
