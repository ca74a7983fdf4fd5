//! How many objectives of a snapshot stand how, and the part of it that is on a scorecard.

use std::collections::HashSet;

use super::{FreshnessCount, FrozenObjective, Snapshot, StatusCount};
use crate::domain::objective::Lifecycle;
use crate::domain::scorecard;
use crate::domain::status::{Freshness, Status};

/// How many objectives have which status; every status in its own order, zeros among them.
pub fn by_status(objectives: &[FrozenObjective]) -> Vec<StatusCount> {
    count_status(objectives.iter().map(|o| o.status))
}

/// How many of these there are of every status, zeros among them.
pub fn count_status(statuses: impl Iterator<Item = Status> + Clone) -> Vec<StatusCount> {
    let count = |status| statuses.clone().filter(|held| *held == status).count() as u32;
    Status::ALL.iter().map(|status| StatusCount { status: *status, objectives: count(*status) }).collect()
}

/// How many objectives in force are measured how: drafts and closed objectives are not measured, so they take no part.
pub fn by_freshness(objectives: &[FrozenObjective]) -> Vec<FreshnessCount> {
    let measured = |o: &&FrozenObjective| o.lifecycle != Lifecycle::Draft && o.status != Status::Retired;
    count_freshness(objectives.iter().filter(measured).map(|o| o.freshness))
}

/// How many of these there are of every freshness, zeros among them.
pub fn count_freshness(held: impl Iterator<Item = Freshness> + Clone) -> Vec<FreshnessCount> {
    let count = |freshness| held.clone().filter(|held| *held == freshness).count() as u32;
    Freshness::ALL
        .iter()
        .map(|freshness| FreshnessCount { freshness: *freshness, objectives: count(*freshness) })
        .collect()
}

impl Snapshot {
    /// The codes of the objectives on a scorecard.
    pub fn codes_on(&self, scorecard: &str) -> HashSet<&str> {
        let on_it = self.objectives.iter().filter(|objective| scorecard::is_on(&objective.tags, scorecard));
        on_it.map(|objective| objective.code.as_str()).collect()
    }

    /// The snapshot with nothing but the objectives of these codes, their counts, their actions and what
    /// is accepted about them.
    pub fn narrowed_to(&self, codes: &HashSet<&str>) -> Snapshot {
        let mut narrowed = self.clone();
        narrowed.objectives.retain(|objective| codes.contains(objective.code.as_str()));
        narrowed.open_actions.retain(|action| codes.contains(action.code.as_str()));
        narrowed.done_actions.retain(|action| codes.contains(action.code.as_str()));
        narrowed.sources.retain(|source| source.pursued_by.iter().any(|code| codes.contains(code.as_str())));
        narrowed.prepared.retain(|prepared| codes.contains(prepared.code.as_str()));
        narrowed.readiness = None;
        narrowed
            .accepted
            .retain(|dismissal| dismissal.subject.strip_prefix("objective ").is_some_and(|code| codes.contains(code)));
        narrowed.by_status = by_status(&narrowed.objectives);
        narrowed.by_freshness = by_freshness(&narrowed.objectives);
        narrowed
    }
}
