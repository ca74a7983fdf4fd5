//! One name for a change of several objectives that needs no board: a hand-over, a reorganization, a bulk edit.

use serde::{Deserialize, Serialize};

use super::objective::{Definition, Level, vocabulary};
use super::period::Date;

vocabulary! {
    /// What kind of rearrangement it is.
    RearrangementKind {
        /// One person or role takes over from another.
        HandOver = "hand_over",
        /// Functions and parents change under one name.
        Reorganization = "reorganization",
        /// The same change of several objectives, today.
        Bulk = "bulk",
    }
}

/// A rearrangement as the register keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rearrangement {
    /// Its number in the register.
    #[serde(default)]
    pub id: i64,
    /// What kind.
    pub kind: RearrangementKind,
    /// What people call it.
    pub name: String,
    /// First day it counts; may lie ahead.
    pub begins: Date,
    /// Of a hand-over, who gives.
    #[serde(default)]
    pub giver: String,
    /// Of a hand-over, who takes.
    #[serde(default)]
    pub taker: String,
    /// Codes of the objectives it changes.
    #[serde(default)]
    pub codes: Vec<String>,
    /// Why.
    #[serde(default)]
    pub reason: String,
    /// Of a hand-over, who accepted: the taker, or the holder of that role.
    #[serde(default)]
    pub accepted_by: String,
    /// When.
    #[serde(default)]
    pub accepted_on: Option<Date>,
    /// The day it was entered.
    pub recorded_on: Date,
}

/// What a rearrangement changes in one objective; `None` leaves it. All of it is wording in the sense of approval.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patch {
    /// The accountable person or role.
    pub owner: Option<String>,
    /// Who produces the figures.
    pub collector: Option<String>,
    /// Who keeps the metric's definition.
    pub metric_owner: Option<String>,
    /// Who judges.
    pub evaluator: Option<String>,
    /// The function that pursues it.
    pub function: Option<String>,
    /// Code of the objective it contributes to.
    pub parent: Option<String>,
    /// Where it stands.
    pub level: Option<Option<Level>>,
}

impl Patch {
    /// The definition with the change made.
    pub fn apply(&self, definition: &Definition) -> Definition {
        let mut changed = definition.clone();
        let texts = [
            (&self.owner, &mut changed.owner),
            (&self.collector, &mut changed.collector),
            (&self.metric_owner, &mut changed.metric_owner),
            (&self.evaluator, &mut changed.evaluator),
            (&self.function, &mut changed.function),
            (&self.parent, &mut changed.parent),
        ];
        for (new, held) in texts {
            if let Some(new) = new {
                held.clone_from(new);
            }
        }
        if let Some(level) = self.level {
            changed.level = level;
        }
        changed
    }
}
