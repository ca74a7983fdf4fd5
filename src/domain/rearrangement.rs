//! One name for a change of several objectives that needs no board: a hand-over, a reorganization, a bulk edit.

use serde::{Deserialize, Serialize};

use super::directory::same_name;
use super::objective::{Definition, Level, vocabulary};
use super::period::Date;
use super::review::Action;

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
    /// Of a hand-over, numbers of the open actions it passes on.
    #[serde(default)]
    pub actions: Vec<i64>,
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

impl Rearrangement {
    /// Who owes an action on a day: the taker, where a hand-over that was dated ahead has begun and the action was still
    /// open and still the giver's. Actions of a hand-over that was not dated ahead were rewritten at once.
    pub fn owner_of<'a>(&'a self, action: &'a Action, day: Date) -> &'a str {
        let carried = self.kind == RearrangementKind::HandOver
            && self.recorded_on < self.begins
            && self.begins <= day
            && action.done_on.is_none_or(|done| self.begins <= done)
            && self.actions.contains(&action.id)
            && same_name(&action.owner, &self.giver);
        if carried { &self.taker } else { &action.owner }
    }
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
    /// What passes from one person or role to another in an objective: every part in which it names the giver. `None`
    /// where it names the giver nowhere.
    pub fn of_hand_over(definition: &Definition, giver: &str, taker: &str) -> Option<Patch> {
        let passes = |held: &str| same_name(held, giver).then(|| taker.to_owned());
        let patch = Patch {
            owner: passes(&definition.owner),
            collector: passes(&definition.collector),
            metric_owner: passes(&definition.metric_owner),
            evaluator: passes(&definition.evaluator),
            ..Patch::default()
        };
        (patch != Patch::default()).then_some(patch)
    }

    /// Whether this change and another give one field different contents.
    pub fn contradicts(&self, other: &Patch) -> bool {
        self.clone().and(other.clone()) != other.clone().and(self.clone())
    }

    /// This change and a later one, which wins where both say something.
    pub fn and(self, later: Patch) -> Patch {
        Patch {
            owner: later.owner.or(self.owner),
            collector: later.collector.or(self.collector),
            metric_owner: later.metric_owner.or(self.metric_owner),
            evaluator: later.evaluator.or(self.evaluator),
            function: later.function.or(self.function),
            parent: later.parent.or(self.parent),
            level: later.level.or(self.level),
        }
    }

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
