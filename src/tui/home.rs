//! The home screen's own state: which pane, which objective, what is filtered, folded, scrolled.

use std::collections::BTreeSet;

use super::keymap::Scope;
use super::text_field::TextField;
use crate::domain::period::Date;

/// One of the four panes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The list.
    #[default]
    Objectives,
    /// Chart or table of the readings.
    Measurements,
    /// The five elements.
    Plan,
    /// Parents and children.
    Cascade,
}

impl Pane {
    /// In the order of Tab.
    pub const ALL: [Pane; 4] = [Pane::Objectives, Pane::Measurements, Pane::Plan, Pane::Cascade];

    /// Its name in titles and tabs.
    pub fn name(self) -> &'static str {
        match self {
            Pane::Objectives => "Objectives",
            Pane::Measurements => "Measured",
            Pane::Plan => "Plan",
            Pane::Cascade => "Cascade",
        }
    }

    /// The pane after it, or before it.
    pub fn neighbour(self, forward: bool) -> Pane {
        let at = Pane::ALL.iter().position(|pane| *pane == self).unwrap_or(0);
        Pane::ALL[(at + if forward { 1 } else { Pane::ALL.len() - 1 }) % Pane::ALL.len()]
    }
}

/// How much of the screen the focused pane has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zoom {
    /// All panes.
    #[default]
    Off,
    /// One pane alone.
    Pane,
    /// One objective: the three panes without the list.
    Objective,
}

/// The home screen's own state.
#[derive(Clone, Debug, Default)]
pub struct Home {
    /// The pane with the focus.
    pub focus: Pane,
    /// The pane below the list where only one fits: the last one that had the focus.
    pub lower: Lower,
    /// How much of the screen it has.
    pub zoom: Zoom,
    /// Code of the selected objective.
    pub selected: Option<String>,
    /// First line of the list that is shown.
    pub top: usize,
    /// What the list is filtered by; empty shows everything.
    pub filter: TextField,
    /// Codes marked for a change of several.
    pub marked: BTreeSet<String>,
    /// Codes whose children are folded away.
    pub folded: BTreeSet<String>,
    /// The function whose slice of the cascade is shown over the whole screen.
    pub slice: Option<String>,
    /// Code of the objective picked up in the cascade, to be put below another one.
    pub carried: Option<String>,
    /// First line of the plan that is shown.
    pub plan_top: usize,
    /// Lines scrolled back from the newest reading.
    pub readings_back: usize,
    /// A day in the period the cursor stands on in the measurements over the whole screen; `None` is the newest.
    pub reading_at: Option<Date>,
    /// Place of the action the cursor stands on in the plan over the whole screen.
    pub action_at: usize,
    /// The readings as a table instead of a chart.
    pub as_table: bool,
}

/// The pane below the list where only one fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lower(pub Pane);

impl Default for Lower {
    fn default() -> Self {
        Lower(Pane::Measurements)
    }
}

impl Home {
    /// Gives a pane the focus.
    pub fn focus_on(&mut self, pane: Pane) {
        self.focus = pane;
        if pane != Pane::Objectives {
            self.lower = Lower(pane);
        }
    }

    /// Whether a pane has the whole screen.
    pub fn zooms(&self, pane: Pane) -> bool {
        self.zoom == Zoom::Pane && self.focus == pane
    }

    /// The scopes whose keys count, innermost first.
    pub fn scopes(&self) -> Vec<Scope> {
        if self.carried.is_some() && self.zooms(Pane::Cascade) {
            return vec![Scope::Carrying, Scope::Moving];
        }
        let zoomed = match (self.zoom, self.focus) {
            (Zoom::Pane, Pane::Measurements) => Some(Scope::Reading),
            (Zoom::Pane, Pane::Plan) => Some(Scope::Plan),
            (Zoom::Pane, Pane::Cascade) => Some(Scope::Tree),
            _ => None,
        };
        let pane = match self.focus {
            Pane::Objectives => Some(Scope::Objectives),
            // Over the whole screen they have keys of their own, and nothing is left to open.
            Pane::Measurements => (self.zoom != Zoom::Pane).then_some(Scope::Measurements),
            Pane::Plan => None,
            Pane::Cascade => Some(Scope::Cascade),
        };
        zoomed.into_iter().chain(pane).chain([Scope::Home, Scope::Screens, Scope::Moving]).collect()
    }
}
