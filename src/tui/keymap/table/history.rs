//! The history and frozen registers.

use ratatui::crossterm::event::KeyCode;

use super::{spec, when, writable};
use crate::tui::keymap::key::{named, typed};
use crate::tui::keymap::{Action, ActionSpec, Scope};

#[rustfmt::skip]
pub const SPECS: &[ActionSpec] = &[
    spec(Scope::History, Action::JumpThere, &[named(KeyCode::Enter)], "as known then", "Shows the whole register as it was known right after the selected entry", 90),
    spec(Scope::History, Action::Filter, &[typed('/')], "filter", "Narrows to what you type, by:NAME, kind:KIND, code:CODE, from:DATE, to:DATE", 85),
    spec(Scope::History, Action::Corrected, &[typed('c')], "corrected", "Shows only values that were entered anew", 70),
    spec(Scope::History, Action::LateEntries, &[typed('t')], "late", "Shows only readings entered more than their days to report after the period", 68),
    spec(Scope::History, Action::Escalated, &[typed('e')], "escalated", "Shows only what was taken to the management review", 66),
    spec(Scope::History, Action::Retired, &[typed('x')], "retired", "Shows only what closed an objective", 64),
    spec(Scope::History, Action::InForceThen, &[typed('f')], "in force then", "Shows what was in force on the day of the selected entry, and who had approved it", 62),
    spec(Scope::History, Action::EveryEntry, &[typed('a')], "all", "Shows every entry again", 60),
    spec(Scope::History, Action::NextPane, &[named(KeyCode::Tab), named(KeyCode::BackTab)], "detail", "Goes to the detail and back", 50),
    spec(Scope::History, Action::Back, &[named(KeyCode::Esc), typed('q')], "back", "Leaves the detail, then the filter, then the screen", 40),

    when(spec(Scope::Snapshots, Action::Snapshot, &[typed('S')], "snapshot", "Freezes the register as of now, for management review", 90), writable),
    spec(Scope::Snapshots, Action::JumpThere, &[named(KeyCode::Enter)], "as known then", "Shows the whole register as it was known when it was frozen", 80),
    spec(Scope::Snapshots, Action::Compare, &[typed('d')], "against now", "Compares the selected snapshot with the register as it is known now", 75),
    spec(Scope::Snapshots, Action::Mark, &[typed(' ')], "mark", "Marks the selected snapshot to compare it with another one", 70),
    spec(Scope::Snapshots, Action::Export, &[typed('x')], "pack", "Writes the management review pack of the selected snapshot as a file", 72),
    spec(Scope::Snapshots, Action::Back, &[named(KeyCode::Esc), typed('q')], "back", "Leaves the screen", 40),

    spec(Scope::SnapshotMarked, Action::Compare, &[named(KeyCode::Enter), typed('d')], "compare", "Compares the marked snapshot with the selected one; on the marked one itself, with now", 90),
    spec(Scope::SnapshotMarked, Action::Mark, &[typed(' ')], "mark this", "Marks the selected snapshot instead; on the marked one, takes the mark off", 80),
    spec(Scope::SnapshotMarked, Action::Back, &[named(KeyCode::Esc), typed('q')], "no mark", "Takes the mark off", 70),

    spec(Scope::Comparison, Action::CopyRow, &[typed('y')], "copy", "Copies the whole comparison as text", 80),
    spec(Scope::Comparison, Action::Back, &[named(KeyCode::Esc), typed('q')], "back", "Goes back to the list of snapshots", 90),
];
