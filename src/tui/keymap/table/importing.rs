//! The way in from a spreadsheet.

use ratatui::crossterm::event::KeyCode;

use super::spec;
use crate::tui::keymap::key::{named, typed};
use crate::tui::keymap::{Action, ActionSpec, Scope};

#[rustfmt::skip]
pub const SPECS: &[ActionSpec] = &[
    spec(Scope::Importing, Action::Open, &[named(KeyCode::Enter)], "go on", "Takes the marked line: goes on, opens a column, a cell or a row; nothing is written before the last step", 90),
    spec(Scope::Importing, Action::NextPane, &[named(KeyCode::Tab), named(KeyCode::BackTab)], "pane", "Goes from the list into the sheet, and back", 70),
    spec(Scope::Importing, Action::Edit, &[typed('e')], "edit cell", "Corrects the cell under the cursor; the file itself stays as it is", 66),
    spec(Scope::Importing, Action::ReadColumnAs, &[typed('c')], "column", "Chooses what the column under the cursor is read as", 64),
    spec(Scope::Importing, Action::Undo, &[typed('u')], "take back", "After taking over: takes everything back that came in", 0),
    spec(Scope::Importing, Action::Toggle, &[typed(' ')], "leave out", "Leaves the row out, or takes it in again", 62),
    spec(Scope::Importing, Action::Back, &[named(KeyCode::Esc), typed('q')], "back", "Goes one step back; answers and corrected cells stay", 80),

    spec(Scope::ImportQuestion, Action::FirstAnswer, &[typed('1')], "first", "Gives the first answer", 0),
    spec(Scope::ImportQuestion, Action::SecondAnswer, &[typed('2')], "second", "Gives the second answer", 0),
    spec(Scope::ImportQuestion, Action::ThirdAnswer, &[typed('3')], "third", "Gives the third answer", 0),
    spec(Scope::ImportQuestion, Action::FourthAnswer, &[typed('4')], "fourth", "Gives the fourth answer", 0),

    spec(Scope::ImportText, Action::Confirm, &[named(KeyCode::Enter)], "take it", "Takes what is typed and goes on", 90),
    spec(Scope::ImportText, Action::NextField, &[named(KeyCode::Tab), named(KeyCode::Down)], "next", "Goes to the next line", 70),
    spec(Scope::ImportText, Action::PreviousField, &[named(KeyCode::BackTab), named(KeyCode::Up)], "line back", "Goes to the line before", 0),
    spec(Scope::ImportText, Action::Back, &[named(KeyCode::Esc)], "back", "Goes back; what is typed in a cell is not taken", 80),
];
