//! What an auditor may raise.

use ratatui::crossterm::event::KeyCode;

use super::{spec, when, writable};
use crate::tui::keymap::key::{named, typed};
use crate::tui::keymap::{Action, ActionSpec, Scope};

#[rustfmt::skip]
pub const SPECS: &[ActionSpec] = &[
    spec(Scope::Readiness, Action::Open, &[named(KeyCode::Enter)], "mend", "Goes to the field or the screen that mends the selected finding", 90),
    when(spec(Scope::Readiness, Action::Dismiss, &[typed('d')], "accept", "Accepts the selected finding until a day, with a reason; takes an acceptance back", 85), writable),
    when(spec(Scope::Readiness, Action::PlanAudit, &[typed('A')], "audit", "Enters an audit in the calendar; the next one is the day asked for", 75), writable),
    spec(Scope::Readiness, Action::Back, &[named(KeyCode::Esc), typed('q')], "back", "Goes home", 65),
];
