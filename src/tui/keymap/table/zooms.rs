//! Panes over the whole screen, and the plan of everybody as a table.

use super::{selection, spec, when};
use crate::tui::keymap::key::typed;
use crate::tui::keymap::{Action, ActionSpec, Scope};

#[rustfmt::skip]
pub const SPECS: &[ActionSpec] = &[
    when(spec(Scope::Reading, Action::Table, &[typed('t')], "table", "Shows the readings as a table, or the chart again; the cursor stays", 88), selection),
    when(spec(Scope::Reading, Action::EarlierYear, &[typed('[')], "year back", "A year back", 71), selection),
    when(spec(Scope::Reading, Action::LaterYear, &[typed(']')], "year on", "A year on", 70), selection),
];
