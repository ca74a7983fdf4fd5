//! Panes over the whole screen, and the plan of everybody as a table.

use ratatui::crossterm::event::KeyCode;

use super::{any_rows, selection, spec, when, writable, writable_selection};
use crate::tui::keymap::key::{named, typed};
use crate::tui::keymap::{Action, ActionSpec, Scope};

#[rustfmt::skip]
pub const SPECS: &[ActionSpec] = &[
    when(spec(Scope::Reading, Action::Table, &[typed('t')], "table", "Shows the readings as a table, or the chart again; the cursor stays", 88), selection),
    when(spec(Scope::Reading, Action::EarlierYear, &[typed('[')], "year back", "A year back", 71), selection),
    when(spec(Scope::Reading, Action::LaterYear, &[typed(']')], "year on", "A year on", 70), selection),

    when(spec(Scope::Plan, Action::AddAction, &[typed('n')], "action", "Enters what somebody will do, who and by when", 89), writable_selection),
    when(spec(Scope::Plan, Action::ActionDone, &[named(KeyCode::Enter), typed('x')], "done", "Says that the action under the cursor is done, when and what shows it", 88), writable_selection),

    when(spec(Scope::Tree, Action::Move, &[typed('M')], "move", "Picks the objective up, to put it below another one", 87), writable_selection),
    when(spec(Scope::Tree, Action::Slice, &[typed('F')], "function", "Shows one function's objectives and what they contribute to; again, the next one", 86), any_rows),

    spec(Scope::Carrying, Action::Confirm, &[named(KeyCode::Enter)], "put down", "Puts it below the objective under the cursor", 90),
    spec(Scope::Carrying, Action::Detach, &[typed('0')], "to the top", "Puts it at the top: it then contributes to no other objective", 80),
    spec(Scope::Carrying, Action::Back, &[named(KeyCode::Esc), typed('q')], "let go", "Leaves it where it was", 85),

    when(spec(Scope::Home, Action::PlanTable, &[typed('P')], "plan table", "Shows what every objective needs, who does it, by when and how it is judged", 24), any_rows),

    when(spec(Scope::PlanTable, Action::Edit, &[named(KeyCode::Enter), typed('e')], "type", "Types into the cell under the cursor", 90), writable),
    spec(Scope::PlanTable, Action::NextField, &[named(KeyCode::Tab)], "next cell", "Goes to the next cell", 80),
    spec(Scope::PlanTable, Action::PreviousField, &[named(KeyCode::BackTab)], "cell back", "Goes to the cell before", 0),
    spec(Scope::PlanTable, Action::Back, &[named(KeyCode::Esc), typed('q')], "back", "Goes back to where it was opened", 70),

    spec(Scope::Cell, Action::Confirm, &[named(KeyCode::Enter)], "save", "Saves the cell as an edit of its objective", 90),
    spec(Scope::Cell, Action::NextField, &[named(KeyCode::Tab)], "save, next", "Saves the cell and goes to the next", 85),
    spec(Scope::Cell, Action::PreviousField, &[named(KeyCode::BackTab)], "save, back", "Saves the cell and goes to the one before", 0),
    spec(Scope::Cell, Action::Back, &[named(KeyCode::Esc)], "leave", "Leaves the cell as it was; what was typed goes at the second time", 80),
];
