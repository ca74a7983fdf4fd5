//! The walk through the whole list at the year's end, after a risk assessment, an incident or a change of scope (6.2 f).

mod carry;
mod triggers;

use serde::{Deserialize, Serialize};

use super::objective::vocabulary;
use super::period::Date;
use super::version::Cause;

pub use carry::{Carry, carry};
pub use triggers::{Trigger, open_triggers};

vocabulary! {
    /// What the walk answers for one objective.
    RefreshAnswer {
        /// It stays as it is.
        Keep = "keep",
        /// It stays with another target, date or wording.
        Change = "change",
        /// It is closed.
        Retire = "retire",
        /// Another one takes its place.
        Replace = "replace",
    }
}

/// One walk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refresh {
    /// Its number, from 1.
    #[serde(rename = "id", default)]
    pub number: i64,
    /// What made it necessary.
    pub cause: Cause,
    /// The event it answers: the number of its source.
    #[serde(default)]
    pub event: Option<i64>,
    /// When it was begun.
    pub started_on: Date,
    /// When it was closed.
    #[serde(default)]
    pub closed_on: Option<Date>,
    /// The edition it ended in.
    #[serde(default)]
    pub edition: Option<i64>,
    /// Why nothing had to change.
    #[serde(default)]
    pub no_change: String,
    /// The day it was entered.
    pub recorded_on: Date,
}

impl Refresh {
    /// Whether it still waits for answers or its end.
    pub fn is_open(&self) -> bool {
        self.closed_on.is_none()
    }
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefreshLine {
    /// Its number in the register.
    #[serde(default)]
    pub id: i64,
    /// The walk.
    pub refresh: i64,
    /// Number of the objective in the register.
    pub objective: i64,
    /// The answer.
    pub answer: RefreshAnswer,
    /// Why.
    #[serde(default)]
    pub reason: String,
    /// Code of the objective that takes its place.
    #[serde(default)]
    pub successor: String,
    /// The day it was given.
    pub recorded_on: Date,
}
