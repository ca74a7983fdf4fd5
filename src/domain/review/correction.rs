//! Correction notes: a value that stood in closed minutes is another one now.

use serde::{Deserialize, Serialize};

use crate::domain::period::Date;
use crate::domain::reading::{DecisionKind, Verdict};

/// Whether what was decided still stands, answered in a later meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionAnswer {
    /// Its number in the register.
    #[serde(default)]
    pub id: i64,
    /// The meeting that answers.
    pub review: i64,
    /// The number of the objective.
    pub objective: i64,
    /// The meeting whose minutes showed the old value.
    pub shown_in: i64,
    /// The day measured of the reading.
    pub measured_on: Date,
    /// The new value that was looked at, as people read it; empty where the reading was taken back. Another one asks again.
    #[serde(default)]
    pub value: String,
    /// Whether the decision still stands.
    #[serde(default)]
    pub stands: bool,
    /// Why.
    pub reason: String,
    /// Who said so.
    #[serde(default)]
    pub stated_by: String,
    /// The day it was entered.
    pub recorded_on: Date,
}

/// A value that stood in closed minutes and is another one now. Computed; it stands first on the agenda until answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionNote {
    /// Code of the objective.
    pub code: String,
    /// Its title.
    pub title: String,
    /// The last meeting whose minutes showed the old value.
    pub shown_in: i64,
    /// The day of that meeting.
    pub shown_on: Date,
    /// The day measured of the reading.
    pub measured_on: Date,
    /// The name of its period.
    pub label: String,
    /// As shown then.
    pub old: String,
    /// As it stands now; empty where the reading was taken back.
    pub new: String,
    /// The judgement then.
    pub old_verdict: Option<Verdict>,
    /// The judgement now.
    pub new_verdict: Option<Verdict>,
    /// Why it was corrected.
    pub reason: String,
    /// Who entered the new value, or took the old one back.
    pub corrected_by: String,
    /// When.
    pub corrected_on: Option<Date>,
    /// Who saw the old value: the people in the meetings that showed it.
    pub seen_by: Vec<String>,
    /// What was decided on the old value.
    pub decision: Option<DecisionKind>,
    /// The answer of a meeting, if there is one.
    pub answer: Option<CorrectionAnswer>,
}

impl CorrectionNote {
    /// Whether nobody said yet if the decision stands.
    pub fn is_open(&self) -> bool {
        self.answer.is_none()
    }

    /// Whether the correction changed the judgement, not only the number.
    pub fn changes_verdict(&self) -> bool {
        self.old_verdict != self.new_verdict
    }
}
