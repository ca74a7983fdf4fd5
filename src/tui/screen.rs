//! The screens, each one digit away.

use super::editions::EditionsSheet;
use super::grid::GridSheet;
use super::history::HistorySheet;
use super::keymap::{Action, SPECS, Scope};
use super::model::{Layer, Model};
use super::people::PeopleSheet;
use super::plan_table::PlanTable;
use super::readiness::ReadinessSheet;
use super::sheet::Sheet;
use super::snapshots::SnapshotsSheet;
use super::trace::TraceSheet;
use super::walk::WalkSheet;

/// One of the screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The four panes.
    Home,
    /// The review meeting.
    Review,
    /// From sources to objectives to readings, and back.
    Trace,
    /// What an auditor may raise.
    Readiness,
    /// Who changed what.
    History,
    /// Frozen registers.
    Snapshots,
    /// Who owns, reports and owes what.
    People,
    /// The list as a whole: approved, told, confirmed.
    Editions,
    /// Objectives by periods.
    Periods,
    /// The walk through the list; a letter goes there, because it is not there every day.
    Walk,
    /// The plan of everybody as a table; a letter goes there.
    Plans,
}

impl Screen {
    /// In the order of their digits.
    pub const ALL: &[Screen] = &[
        Screen::Home,
        Screen::Review,
        Screen::Trace,
        Screen::Readiness,
        Screen::History,
        Screen::Snapshots,
        Screen::People,
        Screen::Editions,
        Screen::Periods,
    ];

    /// Its name in the strip of screens.
    pub fn name(self) -> &'static str {
        match self {
            Screen::Home => "Home",
            Screen::Review => "Review",
            Screen::Trace => "Trace",
            Screen::Readiness => "Ready",
            Screen::History => "History",
            Screen::Snapshots => "Snaps",
            Screen::People => "People",
            Screen::Editions => "Editions",
            Screen::Periods => "Periods",
            Screen::Walk => "Refresh",
            Screen::Plans => "Plan",
        }
    }

    /// The screen an action goes to.
    pub fn of(action: Action) -> Option<Screen> {
        Some(match action {
            Action::GoHome => Screen::Home,
            Action::GoReview => Screen::Review,
            Action::GoTrace => Screen::Trace,
            Action::GoReadiness => Screen::Readiness,
            Action::GoHistory => Screen::History,
            Action::GoSnapshots => Screen::Snapshots,
            Action::GoPeople => Screen::People,
            Action::GoEditions => Screen::Editions,
            Action::GoPeriods => Screen::Periods,
            Action::Walk => Screen::Walk,
            Action::PlanTable => Screen::Plans,
            _ => return None,
        })
    }

    /// The action that goes there.
    pub fn way(self) -> Option<Action> {
        SPECS.iter().map(|spec| spec.action).find(|action| Screen::of(*action) == Some(self))
    }

    /// The screen on which the keys of a scope count; `None` for forms, questions and what counts everywhere.
    pub fn of_scope(scope: Scope) -> Option<Screen> {
        Some(match scope {
            Scope::Home
            | Scope::Objectives
            | Scope::Cascade
            | Scope::Measurements
            | Scope::Reading
            | Scope::Plan
            | Scope::Tree => Screen::Home,
            Scope::Meetings => Screen::Review,
            Scope::Trace => Screen::Trace,
            Scope::Readiness => Screen::Readiness,
            Scope::History => Screen::History,
            Scope::Snapshots | Scope::SnapshotMarked | Scope::Comparison => Screen::Snapshots,
            Scope::People => Screen::People,
            Scope::Editions => Screen::Editions,
            Scope::Walk => Screen::Walk,
            Scope::PlanTable => Screen::Plans,
            Scope::Periods => Screen::Periods,
            _ => return None,
        })
    }

    /// The screen that is shown: the innermost sheet that is one, else home.
    pub fn shown(model: &Model) -> Screen {
        let of_layer = |layer: &Layer| match layer {
            Layer::Sheet { sheet, .. } => sheet.screen(),
            _ => None,
        };
        model.layers.iter().rev().find_map(of_layer).unwrap_or(Screen::Home)
    }
}

/// The sheet of a screen. Home has none, and the review is opened by its own action, because it may have to ask who
/// writes first.
pub fn open(screen: Screen, model: &Model) -> Option<Box<dyn Sheet>> {
    match screen {
        Screen::Home | Screen::Review => None,
        Screen::History => Some(Box::new(HistorySheet::new())),
        Screen::Snapshots => Some(Box::new(SnapshotsSheet::new())),
        Screen::Walk => Some(Box::new(WalkSheet::new())),
        Screen::Plans => Some(Box::new(PlanTable::new(model))),
        Screen::Trace => Some(Box::new(TraceSheet::new())),
        Screen::Readiness => Some(Box::new(ReadinessSheet::new())),
        Screen::Editions => Some(Box::new(EditionsSheet::new())),
        Screen::People => Some(Box::new(PeopleSheet::new())),
        Screen::Periods => Some(Box::new(GridSheet::new())),
    }
}
