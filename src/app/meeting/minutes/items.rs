//! The agenda, objective by objective, as minutes tell it.

use std::collections::HashMap;

use super::gather::Gathered;
use crate::app::freeze::series::Parts;
use crate::app::view::{Overview, Row};
use crate::domain::agenda;
use crate::domain::followed::followed;
use crate::domain::minutes::{MinutedDecision, MinutedItem};
use crate::domain::objective::Kind;
use crate::domain::reading::{Standing, Verdict};
use crate::domain::review::{Decision, Review, ReviewItem, Stage, acceptance};
use crate::domain::status::phrase::Account;
use crate::domain::status::why;

pub(super) fn items(overview: &Overview, review: &Review, gathered: &Gathered) -> Vec<MinutedItem> {
    let rows: HashMap<&str, &Row> = overview.rows.iter().map(|row| (row.code(), row)).collect();
    let planned;
    let agenda = match review.stage() {
        Stage::Planned => {
            planned = to_come(overview, gathered);
            &planned
        }
        _ => &review.items,
    };
    let told = agenda.iter().filter_map(|item| Some(told(overview, rows.get(item.code.as_str())?, item, gathered)));
    told.collect()
}

/// The agenda a planned meeting would open with today.
fn to_come(overview: &Overview, gathered: &Gathered) -> Vec<ReviewItem> {
    let accepted = |code: &str| acceptance(gathered.decisions_on(code), overview.as_of).is_some_and(|a| a.holds());
    let queue = agenda::agenda(&crate::app::overview::attention(&overview.rows), accepted);
    let item = |(position, (place, group)): (u32, &(usize, crate::domain::review::AgendaGroup))| {
        let row = &overview.rows[*place];
        ReviewItem::open(position, row.code(), *group, &row.judgement)
    };
    (1..).zip(&queue).map(item).collect()
}

fn told(overview: &Overview, row: &Row, item: &ReviewItem, gathered: &Gathered) -> MinutedItem {
    let (objective, judgement) = (&row.objective, &row.judgement);
    let definition = &objective.definition;
    let calendar = overview.rules.calendar;
    let looked_at = |standing: &&Standing| Some(standing.measured_on) == item.measured_on;
    let standing = row.trail.recent.iter().rev().find(looked_at).or(judgement.latest.as_ref());
    let milestone = definition.kind == Kind::Milestone;
    let shown = match standing {
        _ if milestone => Account::of(objective, judgement, calendar).criteria_fulfilled(),
        Some(standing) => objective.shown(standing.period, &standing.value),
        None => String::new(),
    };
    let label = |standing: &Standing| definition.calendar(calendar).period_label(definition.frequency, standing.period);
    let decisions = gathered.decisions_on(&item.code);
    let here = decisions.iter().find(|decision| decision.review == Some(gathered.number));
    let earlier = decisions.iter().find(|decision| decision.review != Some(gathered.number));
    let actions = gathered.actions_of(&item.code);
    let since =
        |decision: &Decision| followed(decision, objective, calendar, &row.trail.recent, &actions, overview.as_of);
    MinutedItem {
        position: item.position,
        code: item.code.clone(),
        title: definition.title.clone(),
        owner: definition.owner.clone(),
        group: item.group,
        state: item.state,
        measured_on: standing.map(|standing| standing.measured_on),
        label: standing.map(label).unwrap_or_default(),
        value: standing.and_then(|standing| Parts::of(&standing.value, definition).value),
        shown,
        target_text: definition.target_text(),
        verdict: standing.and_then(|standing| verdict(row, standing)),
        pace: judgement.pace,
        status_before: item.status_before,
        status_after: judgement.status,
        freshness_after: judgement.freshness,
        why: why::why(objective, judgement, calendar),
        meaning: item.meaning.clone(),
        automatic: item.automatic,
        decision: here.map(decided),
        last_decision: earlier.map(decided),
        followed: earlier.map(since).unwrap_or_default(),
        seconds: item.seconds,
    }
}

/// A reach objective is not judged before its due period, unless interim targets judge.
fn verdict(row: &Row, standing: &Standing) -> Option<Verdict> {
    let judged = row.objective.definition.kind != Kind::Reach || standing.verdict == Verdict::NotApplicable;
    let newest = row.judgement.latest.as_ref().is_some_and(|latest| latest.period == standing.period);
    if newest { row.judgement.verdict } else { judged.then_some(standing.verdict) }
}

fn decided(decision: &Decision) -> MinutedDecision {
    MinutedDecision {
        on: decision.on,
        kind: decision.kind,
        text: decision.text.clone(),
        by: decision.by.clone(),
        approver: decision.approver.clone(),
        until: decision.until,
    }
}
