//! The 68 checks as data: what each is called, how heavy it is, which clause stands behind it, what mends it, and the
//! function that looks.

mod balance;
mod change;
mod form;
mod monitoring;
mod people;
mod plan;
mod records;
mod reviews;
mod trace;

use super::Severity;
use super::checks::Run;
use crate::domain::objective::vocabulary;

vocabulary! {
    /// What a check looks at.
    Scope {
        /// The register as a whole.
        Register = "register",
        /// One objective.
        Objective = "objective",
        /// The metric of one objective.
        Metric = "metric",
        /// The readings of one objective.
        Reading = "reading",
        /// One action.
        Action = "action",
        /// One meeting.
        Review = "review",
    }
}

vocabulary! {
    /// What the text of a parameter has to be.
    ParameterKind {
        /// A number of days, 0 to 3650.
        Days = "days",
        /// A number of months, 1 to 120.
        Months = "months",
        /// Months between two meetings: 1, 3, 6 or 12.
        Cadence = "cadence",
        /// A number, 0 to 1000.
        Count = "count",
        /// A share between 0 and 1.
        Share = "share",
        /// Words or phrases with commas between them.
        Words = "words",
    }
}

/// One check.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// `RC-47`.
    pub id: &'static str,
    /// What people call it.
    pub title: &'static str,
    /// What it looks at.
    pub scope: Scope,
    /// How heavy a finding is.
    pub severity: Severity,
    /// How heavy it becomes; `None` where it stays.
    pub escalates_to: Option<Severity>,
    /// When it becomes so: `if unapproved`; empty where it stays.
    pub escalation: &'static str,
    /// The clauses of ISO/IEC 27001:2022 behind it.
    pub clause: &'static str,
    /// How a fact reads, with `{names}` for what is filled in.
    pub message: &'static str,
    /// What mends it.
    pub fix: &'static str,
    /// When it must not fire; empty where nothing is known.
    pub caution: &'static str,
    /// Its numbers and words.
    pub parameters: &'static [Parameter],
    /// The field its key goes to, by its contract name: of the objective, the reading, the source or the action. Empty
    /// where it is no field.
    pub field: &'static str,
    /// Its place among the ten shown first, from 1.
    pub place: Option<u8>,
    pub(super) run: Run,
}

/// A number or a list of words a check uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Its name: `days`.
    pub name: &'static str,
    /// What its text has to be.
    pub kind: ParameterKind,
    /// What it is without being set.
    pub default: &'static str,
    /// What it means, one phrase.
    pub meaning: &'static str,
}

/// The checks by group, in the order of their ids.
const GROUPS: [&[Check]; 9] = [
    form::CHECKS,
    plan::CHECKS,
    trace::CHECKS,
    people::CHECKS,
    change::CHECKS,
    monitoring::CHECKS,
    records::CHECKS,
    reviews::CHECKS,
    balance::CHECKS,
];

/// Every check in the order of the ids.
pub fn checks() -> impl Iterator<Item = &'static Check> {
    GROUPS.iter().copied().flatten()
}

/// A check by its id, in any case.
pub fn check(id: &str) -> Option<&'static Check> {
    checks().find(|check| check.id.eq_ignore_ascii_case(id))
}

impl Check {
    /// A parameter by its name.
    pub fn parameter(&self, name: &str) -> Option<&'static Parameter> {
        self.parameters.iter().find(|parameter| parameter.name == name)
    }
}
