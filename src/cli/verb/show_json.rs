//! One objective with all its evidence as scripts read it.

use serde_json::{Value, json};

use super::super::page::json::{self, or_null};
use super::{knowledge, show_statistics, status, trace_json};
use crate::app::view::Dossier;
use crate::domain::objective::{Closing, Definition};
use crate::domain::quantity;
use crate::domain::reading::Reading;
use crate::domain::review::{Action, Decision};
use crate::domain::version::{Cause, SeriesMark, Version};

/// The object of `show --json`: the keys of `status --json`, and what stands behind them.
pub fn object(dossier: &Dossier) -> Value {
    let mut object = status::row_object(&dossier.row, &dossier.rules, dossier.as_of);
    let Value::Object(keys) = &mut object else { return object };
    let definition = &dossier.row.objective.definition;
    let children = dossier.children.iter().map(|child| {
        json!({"code": child.code, "status": child.status.word(), "freshness": child.freshness.word(),
            "contradicts": child.contradicts})
    });
    let not_measured = dossier.not_measured.iter().map(|note| {
        json!({"period_end": json::date(note.period_end), "reason": note.reason, "by": note.by,
            "on": json::date(note.on)})
    });
    let behind = [
        ("plan", plan(definition)),
        ("links", definition.links.iter().map(|l| json!({"kind": l.kind, "ref": l.reference})).collect()),
        ("serves", dossier.serves.iter().map(trace_json::because).collect()),
        ("criteria", criteria(dossier)),
        ("children", children.collect()),
        ("readings", dossier.readings.iter().map(|r| reading(dossier, r)).collect()),
        ("not_measured", not_measured.collect()),
        ("decisions", dossier.decisions.iter().map(decision).collect()),
        ("actions", dossier.actions.iter().map(action).collect()),
        ("statistics", show_statistics::object(&dossier.insight)),
        ("versions", dossier.versions.iter().map(version).collect()),
        ("standing_version", dossier.awareness.version.into()),
        ("edition", or_null(dossier.awareness.edition, |(number, _)| number.into())),
        ("told", dossier.awareness.told.iter().map(knowledge::told_object).collect()),
        ("confirmed", dossier.awareness.confirmed.iter().map(knowledge::confirmed_object).collect()),
        ("closing", or_null(dossier.row.objective.closing.as_ref(), closing)),
        ("carries_on", or_null(dossier.predecessor.as_deref(), |old| old.code.as_str().into())),
    ];
    keys.extend(behind.map(|(name, value)| (name.to_owned(), value)));
    object
}

fn plan(definition: &Definition) -> Value {
    json!({
        "metric": json::text(&definition.metric),
        "formula": json::text(&definition.formula),
        "data_source": json::text(&definition.data_source),
        "frequency": definition.frequency.letter(),
        "start": json::date(definition.start),
        "what": json::text(&definition.what),
        "resources": json::text(&definition.resources),
        "granted": json::text(&definition.granted),
        "granted_by": json::text(&definition.granted_by),
        "granted_on": or_null(definition.granted_on, json::date),
        "spent": json::text(&definition.spent),
        "how_evaluated": json::text(&definition.how_evaluated),
        "evaluator": json::text(&definition.evaluator),
        "collector": json::text(&definition.collector),
        "baseline": or_null(definition.baseline.as_ref(), |b| json::decimal(b.value)),
        "warn": or_null(definition.warn, json::decimal),
        "floor": or_null(definition.floor, json::decimal),
    })
}

fn criteria(dossier: &Dossier) -> Value {
    let criteria = dossier.row.objective.definition.criteria.iter().enumerate().map(|(at, criterion)| {
        let done = dossier.criteria_done.iter().find(|done| done.number == at as u32 + 1);
        json!({
            "number": at + 1,
            "text": criterion.text,
            "planned": or_null(criterion.planned, json::date),
            "done": or_null(done, |d| json::date(d.done)),
            "evidence": or_null(done, |d| json::text(&d.evidence)),
        })
    });
    criteria.collect()
}

fn reading(dossier: &Dossier, reading: &Reading) -> Value {
    let row = &dossier.row;
    let (numerator, denominator) = match reading.value {
        quantity::Value::Share { numerator, denominator } => (json::decimal(numerator), json::decimal(denominator)),
        quantity::Value::Plain(_) => (Value::Null, Value::Null),
    };
    let period = row.rhythm(&dossier.rules).containing(reading.measured_on);
    json!({
        "seq": reading.seq,
        "measured_on": json::date(reading.measured_on),
        "period_end": json::date(period.end),
        "revision": reading.revision,
        "value": status::exact_value(row, &reading.value, dossier.as_of),
        "numerator": numerator,
        "denominator": denominator,
        "known_from": json::date(reading.known_from),
        "claimed_on": or_null(reading.claimed_on, json::date),
        "entered_on": json::date(reading.entered_on),
        "entered_by": json::text(&reading.entered_by),
        "imported": reading.imported,
        "reported_by": json::text(&reading.reported_by),
        "reported_on": or_null(reading.reported_on, json::date),
        "source": json::text(&reading.source),
        "evidence": json::text(&reading.evidence),
        "evaluation": json::text(&reading.evaluation),
        "evaluated_by": json::text(&reading.evaluated_by),
        "automatic": reading.automatic,
        "decision": or_null(reading.decision, |decision| decision.word().into()),
        "reason": json::text(&reading.reason),
        "voided_seq": reading.voided_seq,
    })
}

fn decision(decision: &Decision) -> Value {
    json!({
        "on": json::date(decision.on),
        "kind": decision.kind.word(),
        "text": json::text(&decision.text),
        "by": json::text(&decision.by),
        "until": or_null(decision.until, json::date),
        "review": decision.review,
        "measured_on": or_null(decision.measured_on, json::date),
    })
}

fn action(action: &Action) -> Value {
    json!({
        "id": action.id,
        "text": action.text,
        "owner": json::text(&action.owner),
        "due": or_null(action.due, json::date),
        "done_on": or_null(action.done_on, json::date),
        "evidence": json::text(&action.evidence),
        "review": action.review,
    })
}

fn closing(closing: &Closing) -> Value {
    json!({
        "retired_on": json::date(closing.retired_on),
        "outcome": closing.outcome.word(),
        "reason": json::text(&closing.reason),
        "successor": json::text(&closing.successor),
        "by": json::text(&closing.by),
        "ref": json::text(&closing.reference),
    })
}

fn version(version: &Version) -> Value {
    json!({
        "number": version.number,
        "draft": version.draft,
        "recorded_on": json::date(version.recorded_on),
        "effective": or_null(version.effective, json::date),
        "target": json::text(&version.definition.target_text()),
        "due": or_null(version.definition.due, json::date),
        "reason": json::text(&version.reason),
        "approved_by": json::text(&version.approved_by),
        "approved_on": or_null(version.approved_on, json::date),
        "approved_ref": json::text(&version.approved_ref),
        "approvers": version.approvers.iter().map(|name| json::text(name)).collect::<Vec<_>>(),
        "cause": version.cause.map(Cause::word),
        "series": version.series.map(SeriesMark::word),
        "begins": or_null(version.begins, json::date),
    })
}
