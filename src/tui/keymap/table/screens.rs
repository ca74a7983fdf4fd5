//! From one screen to another.

use super::{internal, looking_back, spec, when, writable_in_sight};
use crate::tui::keymap::key::typed;
use crate::tui::keymap::{Action, ActionSpec, Scope};

#[rustfmt::skip]
pub const SPECS: &[ActionSpec] = &[
    spec(Scope::Screens, Action::GoHome, &[typed('1')], "home", "Goes to the list of objectives with its three panes", 0),
    when(spec(Scope::Screens, Action::GoReview, &[typed('2')], "review", "Goes to the review meeting", 0), writable_in_sight),
    spec(Scope::Screens, Action::GoTrace, &[typed('3')], "trace", "Goes from sources to objectives to readings, and back", 0),
    when(spec(Scope::Screens, Action::GoReadiness, &[typed('4')], "ready", "Shows what an auditor may raise", 0), internal),
    spec(Scope::Screens, Action::GoHistory, &[typed('5')], "history", "Shows who changed what, when and why", 0),
    spec(Scope::Screens, Action::GoSnapshots, &[typed('6')], "snapshots", "Shows frozen registers", 0),
    spec(Scope::Screens, Action::GoPeople, &[typed('7')], "people", "Shows who owns, reports and owes what", 0),
    spec(Scope::Screens, Action::GoEditions, &[typed('8')], "editions", "Shows the list as a whole: approved, told, confirmed", 0),
    spec(Scope::Screens, Action::GoPeriods, &[typed('9')], "periods", "Shows objectives by periods, to type a month's values straight in", 0),
    when(spec(Scope::Screens, Action::Now, &[typed('0')], "now", "Goes back from an earlier point in time to the register as it is known now", 95), looking_back),
    when(spec(Scope::Screens, Action::Walk, &[typed('W')], "refresh", "Walks through the list at the year's end, after an assessment or an incident", 22), internal),
];
