//! What is written before a meeting, and what is still open: "ready except b, e, HR-2 cause".

use serde::{Deserialize, Serialize};

use super::{AgendaTopic, ReviewKind};
use crate::domain::period::Date;

/// What is prepared for one objective that lags.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preparation {
    /// Its number in the register.
    #[serde(default)]
    pub id: i64,
    /// The meeting.
    pub review: i64,
    /// The number of the objective.
    pub objective: i64,
    /// Why it lags.
    #[serde(default)]
    pub cause: String,
    /// What could be done.
    #[serde(default)]
    pub options: String,
    /// The decision wanted.
    #[serde(default)]
    pub wanted: String,
    /// Who wrote it.
    #[serde(default)]
    pub stated_by: String,
    /// The day it was entered.
    pub recorded_on: Date,
}

/// A lagging objective with what is prepared for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prepared {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Why it lags.
    pub cause: String,
    /// What could be done.
    pub options: String,
    /// The decision wanted.
    pub wanted: String,
    /// Who wrote it.
    pub by: String,
}

impl Prepared {
    /// What is not written yet, in the order of the form.
    pub fn missing(&self) -> Vec<&'static str> {
        let answers = [("cause", &self.cause), ("options", &self.options), ("decision wanted", &self.wanted)];
        answers.into_iter().filter(|(_, text)| text.trim().is_empty()).map(|(name, _)| name).collect()
    }
}

/// What a meeting still waits for before it can be held well: letters of the agenda, then objectives with what is
/// missing on them, where something is written already. `written` are the points something is said on. Only a management review is prepared in writing; the others are ready as they are.
pub fn open_preparations(kind: ReviewKind, written: &[AgendaTopic], lagging: &[Prepared]) -> Vec<String> {
    if kind != ReviewKind::Management {
        return Vec::new();
    }
    let letters = AgendaTopic::ALL.iter().filter(|topic| topic.is_prepared() && !written.contains(topic));
    let objectives = lagging.iter().filter_map(|prepared| {
        match prepared.missing().as_slice() {
            [] => None,
            // Nothing is written on it yet: its code says as much as the three names would.
            [_, _, _] => Some(prepared.code.clone()),
            missing => Some(format!("{} {}", prepared.code, missing.join(" and "))),
        }
    });
    letters.map(|topic| topic.letter().to_owned()).chain(objectives).collect()
}

/// `ready`, or `ready except b, e, HR-2 cause`.
pub fn readiness(open: &[String]) -> String {
    if open.is_empty() { "ready".to_owned() } else { format!("ready except {}", open.join(", ")) }
}
