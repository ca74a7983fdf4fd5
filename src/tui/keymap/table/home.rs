//! Home, its panes, and moving in every list.

use ratatui::crossterm::event::KeyCode;

use super::{
    always, any_rows, selection, spec, when, writable, writable_in_sight, writable_selection,
    writable_selection_in_sight,
};
use crate::tui::keymap::key::{ctrl, named, typed};
use crate::tui::keymap::{Action, ActionSpec, Scope};

#[rustfmt::skip]
pub const SPECS: &[ActionSpec] = &[
    when(spec(Scope::Home, Action::Record, &[typed('m')], "reading", "Records a reading of the selected objective, or ticks a criterion", 90), writable_selection_in_sight),
    spec(Scope::Home, Action::GoPeriods, &[typed('i')], "periods", "Shows objectives by periods, to type a month's values straight in", 88),
    when(spec(Scope::Home, Action::Edit, &[typed('e')], "edit", "Edits the selected objective with its metric, target and plan", 80), writable_selection),
    when(spec(Scope::Home, Action::New, &[typed('n')], "new", "Begins a new objective: from a template, empty, or as a copy of the selected one", 60), writable),
    when(spec(Scope::Home, Action::Review, &[typed('R')], "review", "Starts a review meeting, or takes up the open one", 85), writable_in_sight),
    when(spec(Scope::Home, Action::Snapshot, &[typed('S')], "snapshot", "Freezes the register as of now, for management review", 50), writable),
    when(spec(Scope::Home, Action::Approve, &[typed('A')], "approve", "Puts the selected draft in force", 30), writable_selection),
    when(spec(Scope::Home, Action::Retire, &[typed('X')], "retire", "Closes the selected objective with an outcome and a reason", 20), writable_selection),
    when(spec(Scope::Home, Action::Versions, &[typed('v')], "versions", "Shows the versions of the selected objective word by word", 28), selection),
    spec(Scope::Home, Action::Registers, &[typed('o')], "files", "Shows the objectives files opened lately, and opens another one", 12),
    when(spec(Scope::Home, Action::Import, &[typed('I')], "import", "Takes a spreadsheet over: targets, months and comments, with a look before anything is written", 27), writable),
    when(spec(Scope::Home, Action::Settings, &[typed('s')], "settings", "Shows and changes the register's settings", 25), always),
    when(spec(Scope::Home, Action::Filter, &[typed('/')], "filter", "Shows only objectives whose code, title, owner or status holds what you type", 70), any_rows),
    when(spec(Scope::Home, Action::Zoom, &[typed('z')], "zoom", "Gives the focused pane the whole screen, or takes it back", 65), any_rows),
    spec(Scope::Home, Action::NextPane, &[named(KeyCode::Tab)], "pane", "Goes to the next pane", 75),
    spec(Scope::Home, Action::PreviousPane, &[named(KeyCode::BackTab)], "pane back", "Goes to the pane before", 0),
    when(spec(Scope::Home, Action::NextObjective, &[typed('J')], "next objective", "Selects the next objective, whatever pane has the focus", 0), any_rows),
    when(spec(Scope::Home, Action::PreviousObjective, &[typed('K')], "objective back", "Selects the objective before", 0), any_rows),
    when(spec(Scope::Home, Action::Undo, &[typed('u')], "undo", "Takes back your newest change and says which one it was", 40), writable),
    when(spec(Scope::Home, Action::Redo, &[typed('U'), ctrl('r')], "redo", "Takes back your newest undo", 10), writable),
    spec(Scope::Home, Action::Back, &[named(KeyCode::Esc)], "back", "Goes one step back; never leaves the program", 0),
    spec(Scope::Home, Action::Quit, &[typed('q')], "quit", "Leaves a zoomed pane, then the program; everything is saved already", 68),

    spec(Scope::Moving, Action::Down, &[named(KeyCode::Down), typed('j')], "down", "One line down", 0),
    spec(Scope::Moving, Action::Up, &[named(KeyCode::Up), typed('k')], "up", "One line up", 0),
    spec(Scope::Moving, Action::PageDown, &[named(KeyCode::PageDown)], "page down", "One page down", 0),
    spec(Scope::Moving, Action::PageUp, &[named(KeyCode::PageUp)], "page up", "One page up", 0),
    spec(Scope::Moving, Action::HalfDown, &[ctrl('d')], "half down", "Half a page down", 0),
    spec(Scope::Moving, Action::HalfUp, &[ctrl('u')], "half up", "Half a page up", 0),
    spec(Scope::Moving, Action::First, &[named(KeyCode::Home), typed('g')], "first", "To the first line", 0),
    spec(Scope::Moving, Action::Last, &[named(KeyCode::End), typed('G')], "last", "To the last line", 0),
    spec(Scope::Moving, Action::Right, &[named(KeyCode::Right), typed('l')], "in", "Into the selected objective; in a tree, unfolds", 0),
    spec(Scope::Moving, Action::Left, &[named(KeyCode::Left), typed('h')], "out", "Out again; in a tree, folds or goes to the parent", 0),

    when(spec(Scope::Objectives, Action::Mark, &[typed(' ')], "mark", "Marks the selected objective for a change of several, or takes the mark off", 9), selection),
    when(spec(Scope::Objectives, Action::BulkEdit, &[typed('b')], "change marked", "Changes function, parent, owner or figures of the marked objectives in one step", 8), writable_selection),
    when(spec(Scope::Objectives, Action::Open, &[named(KeyCode::Enter)], "open", "Opens the selected objective full screen", 72), selection),

    when(spec(Scope::Cascade, Action::Open, &[named(KeyCode::Enter)], "open", "Unfolds or folds a parent; opens an objective without children", 72), selection),
    when(spec(Scope::Cascade, Action::Toggle, &[typed(' ')], "fold", "Folds or unfolds the children", 66), selection),

    when(spec(Scope::Measurements, Action::Open, &[named(KeyCode::Enter)], "open", "Gives the measurements the whole screen", 72), selection),
    when(spec(Scope::Measurements, Action::Table, &[typed('t')], "table", "Shows the readings as a table, or the chart again", 66), selection),

    spec(Scope::Filter, Action::KeepFilter, &[named(KeyCode::Enter), named(KeyCode::Down), named(KeyCode::Tab)], "keep", "Keeps the filter and goes to the list", 90),
    spec(Scope::Filter, Action::Back, &[named(KeyCode::Esc)], "clear", "Clears the filter", 80),
];
