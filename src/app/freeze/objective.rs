//! One objective of a snapshot.

use super::series;
use crate::app::view::Dossier;
use crate::domain::difference::{self, FieldChange};
use crate::domain::followed::followed;
use crate::domain::objective::{Closing, Definition, Objective};
use crate::domain::review::Decision;
use crate::domain::snapshot::{
    Exact, FrozenBaseline, FrozenChild, FrozenCriterion, FrozenDecision, FrozenGrant, FrozenObjective, FrozenPlan,
    FrozenTarget, FrozenVersion, FrozenWaypoint, NotMeasured,
};
use crate::domain::statistics::breaks::breaks;
use crate::domain::status::why;
use crate::domain::target::Standard;
use crate::domain::version::Version;
use crate::domain::words;

/// The objective as its dossier shows it.
pub fn frozen(dossier: &Dossier) -> FrozenObjective {
    let row = &dossier.row;
    let (objective, judgement) = (&row.objective, &row.judgement);
    let definition = &objective.definition;
    let approval = row.version.in_force.and_then(|number| dossier.versions.iter().find(|v| v.number == number));
    FrozenObjective {
        code: objective.code.clone(),
        title: definition.title.clone(),
        kind: definition.kind,
        level: definition.level,
        function: definition.function.clone(),
        parent: definition.parent.clone(),
        owner: definition.owner.clone(),
        metric: definition.metric.clone(),
        formula: definition.formula.clone(),
        data_source: definition.data_source.clone(),
        unit: definition.unit.clone(),
        direction: definition.direction(),
        target_text: definition.target_text(),
        operator: definition.operator(),
        target: definition.target.map(Exact::from),
        target_high: definition.target_high.map(Exact::from),
        baseline: baseline(definition),
        targets: objective.standards.iter().map(|standard| target(standard, definition)).collect(),
        waypoints: waypoints(definition),
        criteria: criteria(objective),
        start: definition.start,
        due: judgement.due,
        frequency: definition.frequency,
        lifecycle: objective.lifecycle,
        closing: objective.closing.as_ref().map(closing).unwrap_or_default(),
        version: row.version.in_force,
        draft: row.version.draft,
        approved_on: approval.and_then(|v| v.approved_on),
        approved_by: approval.map(|v| v.approved_by.clone()).unwrap_or_default(),
        approved_ref: approval.map(|v| v.approved_ref.clone()).unwrap_or_default(),
        status: judgement.status,
        freshness: judgement.freshness,
        reason: judgement.reason,
        why: why(dossier),
        verdict: judgement.verdict,
        pace: judgement.pace,
        progress_pct: judgement.progress.as_ref().map(Exact::percent),
        elapsed_pct: judgement.elapsed.as_ref().map(Exact::percent),
        missed_periods: judgement.missed_periods,
        last_reading: series::last_reading(dossier),
        decisions: dossier.decisions.iter().map(|taken| decision(taken, dossier)).collect(),
        worst_child: row.worst_child.as_ref().map(|child| FrozenChild {
            code: child.code.clone(),
            status: child.status,
            freshness: child.freshness,
            contradicts: child.contradicts,
        }),
        plan: plan(definition),
        links: definition.links.clone(),
        series: series::series(dossier),
        not_measured: not_measured(dossier),
        versions: versions(&dossier.versions),
        arrow: dossier.insight.arrow,
        figures: dossier.insight.told(),
        tags: definition.tags.clone(),
        metric_owner: definition.metric_owner.clone(),
        collector: definition.collector.clone(),
        evaluator: definition.evaluator.clone(),
        population: definition.population.clone(),
        why_target: definition.why_target.clone(),
        outcome: objective.closing.as_ref().map(|closing| closing.outcome),
        retired_on: objective.closing.as_ref().map(|closing| closing.retired_on),
        successor: objective.closing.as_ref().map(|closing| closing.successor.clone()).unwrap_or_default(),
        breaks: breaks(&dossier.versions, dossier.as_of),
    }
}

fn why(dossier: &Dossier) -> String {
    why::why(&dossier.row.objective, &dossier.row.judgement, dossier.rules.calendar)
}

fn baseline(definition: &Definition) -> Option<FrozenBaseline> {
    definition.baseline.as_ref().map(|baseline| FrozenBaseline {
        value: baseline.value.into(),
        date: baseline.date,
        estimated: baseline.estimated,
    })
}

/// The text of an earlier target is made as that of the present one.
fn target(standard: &Standard, definition: &Definition) -> FrozenTarget {
    let then = Definition {
        operator: Some(standard.operator),
        target: Some(standard.target),
        target_high: standard.target_high,
        ..definition.clone()
    };
    FrozenTarget {
        from: standard.from,
        text: then.target_text(),
        operator: standard.operator,
        target: standard.target.into(),
        target_high: standard.target_high.map(Exact::from),
        warn: standard.warn.map(Exact::from),
        floor: standard.floor.map(Exact::from),
    }
}

fn waypoints(definition: &Definition) -> Vec<FrozenWaypoint> {
    definition.waypoints.iter().map(|w| FrozenWaypoint { date: w.date, value: w.value.into() }).collect()
}

fn criteria(objective: &Objective) -> Vec<FrozenCriterion> {
    let frozen = |(number, criterion): (u32, &crate::domain::objective::Criterion)| {
        let done = objective.criteria_done.iter().find(|done| done.number == number);
        FrozenCriterion {
            text: criterion.text.clone(),
            planned: criterion.planned,
            done: done.map(|d| d.done),
            evidence: done.map(|d| d.evidence.clone()).unwrap_or_default(),
        }
    };
    (1..).zip(&objective.definition.criteria).map(frozen).collect()
}

fn closing(closing: &Closing) -> String {
    let mut text = format!("{} on {}", words::outcome(closing.outcome), closing.retired_on);
    for (before, part) in [(": ", &closing.reason), ("; replaced by ", &closing.successor)] {
        if !part.is_empty() {
            text.push_str(before);
            text.push_str(part);
        }
    }
    text
}

fn decision(decision: &Decision, dossier: &Dossier) -> FrozenDecision {
    FrozenDecision {
        on: decision.on,
        kind: decision.kind,
        text: decision.text.clone(),
        by: decision.by.clone(),
        until: decision.until,
        review: decision.review,
        measured_on: decision.measured_on,
        approver: decision.approver.clone(),
        followed: followed(
            decision,
            &dossier.row.objective,
            dossier.rules.calendar,
            &dossier.standings,
            &dossier.actions,
            dossier.as_of,
        ),
    }
}

fn plan(definition: &Definition) -> FrozenPlan {
    let measured = definition.frequency.word();
    FrozenPlan {
        what: definition.what.clone(),
        resources: definition.resources.clone(),
        who: definition.owner.clone(),
        when: match definition.due {
            Some(due) => format!("{due}, measured {measured}"),
            None => format!("no end date, measured {measured}"),
        },
        how_evaluated: definition.how_evaluated.clone(),
        grant: Some(FrozenGrant {
            granted: definition.granted.clone(),
            by: definition.granted_by.clone(),
            on: definition.granted_on,
            spent: definition.spent.clone(),
        }),
    }
}

fn not_measured(dossier: &Dossier) -> Vec<NotMeasured> {
    let frozen = |note: &crate::app::view::NotMeasuredNote| NotMeasured {
        period_end: note.period_end,
        reason: note.reason.clone(),
        by: note.by.clone(),
        on: note.on,
    };
    dossier.not_measured.iter().map(frozen).collect()
}

/// Each beside the one before it, so that it can say what it changed.
fn versions(versions: &[Version]) -> Vec<FrozenVersion> {
    let before = std::iter::once(None).chain(versions.iter().map(Some));
    before.zip(versions).map(|(before, version)| frozen_version(version, before)).collect()
}

fn frozen_version(version: &Version, before: Option<&Version>) -> FrozenVersion {
    let changes = before.map(|before| difference::between(&before.definition, &version.definition)).unwrap_or_default();
    FrozenVersion {
        number: version.number,
        draft: version.draft,
        recorded_on: version.recorded_on,
        effective: version.effective,
        target_text: version.definition.target_text(),
        due: version.definition.due,
        reason: version.reason.clone(),
        approved_by: version.approved_by.clone(),
        approved_on: version.approved_on,
        approved_ref: version.approved_ref.clone(),
        approvers: version.approvers.clone(),
        changes: changes.iter().map(FieldChange::sentence).collect(),
    }
}
