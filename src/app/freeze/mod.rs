//! Freezes what is on screen into a snapshot: pure, from the pictures both faces read.

mod beside;
mod live;
pub(super) mod objective;
pub(super) mod series;

use super::view::{Dossier, Overview};
use crate::domain::period::Date;
use crate::domain::register::Rules;
use crate::domain::review::{Action, ItemState, Review};
use crate::domain::snapshot::{FrozenLimits, FrozenObjective, FrozenReview, SCHEMA, Snapshot, by_freshness, by_status};

/// What a snapshot says about itself and the register, beside its objectives.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// From 1.
    pub number: i64,
    /// The name people gave it; may be empty.
    pub name: &'a str,
    /// The register's UUID.
    pub register: &'a str,
    /// UTC, RFC 3339.
    pub taken_at: &'a str,
    /// Who takes it.
    pub taken_by: &'a str,
    /// The program's version.
    pub app: &'a str,
    /// All actions, open and done.
    pub actions: &'a [Action],
    /// Meetings closed since the snapshot before.
    pub reviews: &'a [Review],
}

/// The register as the overview and the dossiers show it. The dossiers may come in any order; the overview's order of
/// attention is kept. An objective without a dossier is left out, so the caller passes one for each row.
pub fn freeze(overview: &Overview, dossiers: &[Dossier], facts: &Facts) -> Snapshot {
    let by_code: std::collections::HashMap<&str, &Dossier> = dossiers.iter().map(|d| (d.row.code(), d)).collect();
    let calendar = overview.rules.calendar;
    let rows = overview.rows.iter().filter_map(|row| by_code.get(row.code()));
    let objectives: Vec<FrozenObjective> = rows.map(|dossier| objective::frozen(dossier)).collect();
    Snapshot {
        schema: SCHEMA.to_owned(),
        number: facts.number,
        name: facts.name.to_owned(),
        organization: overview.organization.clone(),
        demo: overview.demo,
        register: facts.register.to_owned(),
        taken_at: facts.taken_at.to_owned(),
        taken_by: facts.taken_by.to_owned(),
        as_of: overview.as_of,
        fiscal_year: calendar.year_label(calendar.year_of(overview.as_of)),
        seq: overview.seq,
        head: overview.head.clone(),
        app: facts.app.to_owned(),
        calendar,
        limits: limits(&overview.rules),
        by_status: by_status(&objectives),
        by_freshness: by_freshness(&objectives),
        next_review: overview.next_review,
        edition: overview.edition,
        objectives,
        open_actions: open_actions(facts.actions),
        reviews: facts.reviews.iter().map(review).collect(),
        accepted: Vec::new(),
        done_actions: done_actions(facts.actions),
        sources: Vec::new(),
        readiness: None,
        list: None,
        prepared_for: None,
        agenda: Vec::new(),
        prepared: Vec::new(),
    }
}

fn limits(rules: &Rules) -> Vec<FrozenLimits> {
    let frozen = |limits: &crate::domain::register::Limits| FrozenLimits {
        from: Some(limits.from).filter(|day| *day != Date::MIN),
        tolerance_behind: limits.tolerance_behind,
        tolerance_far: limits.tolerance_far,
        grace_days: limits.grace_days,
        misses_allowed: limits.misses_allowed,
    };
    rules.limits.iter().map(frozen).collect()
}

/// By date, undated ones last.
fn open_actions(actions: &[Action]) -> Vec<Action> {
    let mut open: Vec<Action> = actions.iter().filter(|a| a.done_on.is_none()).cloned().collect();
    open.sort_by_key(|a| (a.due.unwrap_or(Date::MAX), a.id));
    open
}

/// The newest first.
fn done_actions(actions: &[Action]) -> Vec<Action> {
    let mut done: Vec<Action> = actions.iter().filter(|a| a.done_on.is_some()).cloned().collect();
    done.sort_by_key(|a| (std::cmp::Reverse(a.done_on), a.id));
    done
}

fn review(review: &Review) -> FrozenReview {
    let looked_at = |state| matches!(state, ItemState::Answered | ItemState::Passed);
    FrozenReview {
        number: review.number,
        kind: review.kind,
        date: review.date,
        attendees: review.attendees.clone(),
        items: review.items.iter().filter(|item| looked_at(item.state)).count() as u32,
    }
}
