//! Typed content as the fields of rows, so that column names are written in one place.

use super::Fields;
use crate::domain::objective::{Closing, CriterionDone};
use crate::domain::period::Date;
use crate::domain::reading::DecisionKind;
use crate::domain::review::{Action, ActionKind, Decision, Review, ReviewItem};
use crate::domain::version::Version;
use serde_json::{Value, json};

fn fields(pairs: &[(&str, Value)]) -> Fields {
    pairs.iter().filter(|(_, v)| !v.is_null() && *v != "").map(|(k, v)| ((*k).to_owned(), v.clone())).collect()
}

/// The register itself.
pub fn register(register: &super::Register) -> Fields {
    let mut row = fields(&[("uuid", json!(register.uuid)), ("created_at", json!(register.created_at))]);
    row.insert("organization".to_owned(), json!(register.organization));
    row.insert("demo".to_owned(), json!(register.demo));
    row
}

/// A new objective.
pub fn objective(code: &str, created_on: Date) -> Fields {
    fields(&[("code", json!(code)), ("created_on", json!(created_on))])
}

/// The closing of an objective, entered on `recorded_on`.
pub fn closing(closing: &Closing, recorded_on: Date) -> Fields {
    fields(&[
        ("retired_on", json!(closing.retired_on)),
        ("outcome", json!(closing.outcome)),
        ("closing_reason", json!(closing.reason)),
        ("successor", json!(closing.successor)),
        ("closed_on", json!(recorded_on)),
        ("closed_by", json!(closing.by)),
        ("closing_ref", json!(closing.reference)),
    ])
}

/// A setting from a day on.
pub fn setting(name: &str, value: &str, effective: Date, recorded_on: Date) -> Fields {
    let mut row =
        fields(&[("name", json!(name)), ("effective", json!(effective)), ("recorded_on", json!(recorded_on))]);
    row.insert("value".to_owned(), json!(value));
    row
}

/// Every field of a version, those not said as `null`: fit for a new row and for changing one. Its `seq` is the
/// journal's business.
pub fn version(objective: i64, version: &Version) -> Fields {
    let d = &version.definition;
    let text = |t: &str| if t.is_empty() { Value::Null } else { json!(t) };
    let list = |v: Value| if v.as_array().is_some_and(Vec::is_empty) { Value::Null } else { v };
    let pairs = [
        ("objective", json!(objective)),
        ("number", json!(version.number)),
        ("draft", json!(version.draft)),
        ("recorded_on", json!(version.recorded_on)),
        ("effective", json!(version.effective)),
        ("reason", text(&version.reason)),
        ("approved_on", json!(version.approved_on)),
        ("approved_by", text(&version.approved_by)),
        ("approved_ref", text(&version.approved_ref)),
        ("title", json!(d.title)),
        ("kind", json!(d.kind)),
        ("level", json!(d.level)),
        ("function", text(&d.function)),
        ("parent", text(&d.parent)),
        ("owner", text(&d.owner)),
        ("metric", text(&d.metric)),
        ("formula", text(&d.formula)),
        ("data_source", text(&d.data_source)),
        ("unit", text(&d.unit)),
        ("direction", json!(d.direction)),
        ("operator", json!(d.operator)),
        ("baseline", json!(d.baseline.as_ref().map(|b| b.value))),
        ("baseline_date", json!(d.baseline.as_ref().and_then(|b| b.date))),
        ("baseline_estimated", json!(d.baseline.as_ref().map(|b| b.estimated))),
        ("target", json!(d.target)),
        ("target_high", json!(d.target_high)),
        ("warn", json!(d.warn)),
        ("floor", json!(d.floor)),
        ("required_met", json!(d.required_met)),
        ("frequency", json!(d.frequency)),
        ("grace_days", json!(d.grace_days)),
        ("fiscal_year_start", json!(d.fiscal_year_start)),
        ("start", json!(d.start)),
        ("due", json!(d.due)),
        ("waypoints", list(json!(d.waypoints))),
        ("criteria", list(json!(d.criteria))),
        ("what", text(&d.what)),
        ("resources", text(&d.resources)),
        ("how_evaluated", text(&d.how_evaluated)),
        ("evaluator", text(&d.evaluator)),
        ("collector", text(&d.collector)),
        ("metric_owner", text(&d.metric_owner)),
        ("why_target", text(&d.why_target)),
        ("links", list(json!(d.links))),
        ("tags", list(json!(d.tags))),
        ("start_derived", if d.start_derived { json!(true) } else { Value::Null }),
        ("population", text(&d.population)),
        ("cascade_note", text(&d.cascade_note)),
        ("review_on", json!(d.review_on)),
        ("begins", json!(version.begins)),
        ("cause", json!(version.cause)),
        ("series", json!(version.series)),
        ("approvers", list(json!(version.approvers))),
        ("granted", text(&d.granted)),
        ("granted_by", text(&d.granted_by)),
        ("granted_on", json!(d.granted_on)),
        ("spent", text(&d.spent)),
    ];
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// A fulfilled criterion.
pub fn criterion(objective: i64, done: &CriterionDone, recorded_on: Date) -> Fields {
    fields(&[
        ("objective", json!(objective)),
        ("number", json!(done.number)),
        ("done", json!(done.done)),
        ("evidence", json!(done.evidence)),
        ("recorded_on", json!(recorded_on)),
    ])
}

/// A check-in.
pub fn checkin(objective: i64, day: Date, note: &str, by: &str, recorded_on: Date) -> Fields {
    fields(&[
        ("objective", json!(objective)),
        ("day", json!(day)),
        ("note", json!(note)),
        ("stated_by", json!(by)),
        ("recorded_on", json!(recorded_on)),
    ])
}

/// A period explained as not measured.
pub fn not_measured(objective: i64, period_end: Date, reason: &str, by: &str, recorded_on: Date) -> Fields {
    fields(&[
        ("objective", json!(objective)),
        ("period_end", json!(period_end)),
        ("reason", json!(reason)),
        ("stated_by", json!(by)),
        ("recorded_on", json!(recorded_on)),
    ])
}

/// What a reading means, said after it was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEvaluation {
    /// The reading: its objective.
    pub objective: i64,
    /// Its day measured.
    pub measured_on: Date,
    /// Its revision.
    pub revision: u32,
    /// In words; empty leaves what was said before.
    pub meaning: String,
    /// Who evaluated.
    pub by: String,
    /// Computed when a block was passed.
    pub automatic: bool,
    /// What was decided on it; `None` leaves what was decided before.
    pub decision: Option<DecisionKind>,
}

/// An evaluation entered on `recorded_on`.
pub fn evaluation(new: &NewEvaluation, recorded_on: Date) -> Fields {
    fields(&[
        ("objective", json!(new.objective)),
        ("measured_on", json!(new.measured_on)),
        ("revision", json!(new.revision)),
        ("meaning", json!(new.meaning)),
        ("evaluated_by", json!(new.by)),
        ("automatic", json!(new.automatic)),
        ("decision", json!(new.decision)),
        ("recorded_on", json!(recorded_on)),
    ])
}

/// A decision on an objective; its `id` and `code` are not columns.
pub fn decision(objective: i64, new: &Decision, recorded_on: Date) -> Fields {
    fields(&[
        ("objective", json!(objective)),
        ("review", json!(new.review)),
        ("day", json!(new.on)),
        ("kind", json!(new.kind)),
        ("text", json!(new.text)),
        ("decided_by", json!(new.by)),
        ("until", json!(new.until)),
        ("approver", json!(new.approver)),
        ("measured_on", json!(new.measured_on)),
        ("recorded_on", json!(recorded_on)),
    ])
}

/// An action; its `id` and `code` are not columns. A task says nothing of its kind.
pub fn action(objective: Option<i64>, new: &Action, recorded_on: Date) -> Fields {
    fields(&[
        ("objective", json!(objective)),
        ("review", json!(new.review)),
        ("text", json!(new.text)),
        ("owner", json!(new.owner)),
        ("due", json!(new.due)),
        ("done_on", json!(new.done_on)),
        ("evidence", json!(new.evidence)),
        ("kind", json!(Some(new.kind).filter(|kind| *kind != ActionKind::Task))),
        ("cause", json!(new.cause)),
        ("check_on", json!(new.check_on)),
        ("checked_on", json!(new.checked_on)),
        ("helped", json!(new.helped)),
        ("check_note", json!(new.check_note)),
        ("recorded_on", json!(recorded_on)),
    ])
}

/// A meeting without its agenda; its number is the row's id. One that has not begun was started at an empty moment.
pub fn review(new: &Review, recorded_on: Date) -> Fields {
    let list = |v: Value| if v.as_array().is_some_and(Vec::is_empty) { Value::Null } else { v };
    let mut row = fields(&[
        ("kind", json!(new.kind)),
        ("date", json!(new.date)),
        ("attendees", list(json!(new.attendees))),
        ("closed_at", json!(new.closed_at)),
        ("next_date", json!(new.next_date)),
        ("recorded_on", json!(recorded_on)),
        ("host", json!(new.host)),
        ("assessment", json!(new.assessment)),
        ("assessment_on", json!(new.assessment_on)),
        ("steps", list(json!(new.steps))),
        ("refresh", json!(new.refresh)),
        ("no_change", json!(new.no_change)),
        ("minutes_hash", json!(new.minutes_hash)),
    ]);
    row.insert("started_at".to_owned(), json!(new.started_at.as_deref().unwrap_or_default()));
    row
}

/// Every field of an agenda item, those not said as `null`.
pub fn review_item(review: i64, objective: i64, item: &ReviewItem) -> Fields {
    let meaning = if item.meaning.is_empty() { Value::Null } else { json!(item.meaning) };
    let pairs = [
        ("review", json!(review)),
        ("position", json!(item.position)),
        ("objective", json!(objective)),
        ("agenda_group", json!(item.group)),
        ("state", json!(item.state)),
        ("status_before", json!(item.status_before)),
        ("freshness_before", json!(item.freshness_before)),
        ("measured_on", json!(item.measured_on)),
        ("meaning", meaning),
        ("decision", json!(item.decision)),
        ("automatic", json!(item.automatic)),
        ("seconds", if item.seconds == 0 { Value::Null } else { json!(item.seconds) }),
    ];
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// A frozen register; its number is the row's id.
pub fn snapshot(row: &super::SnapshotRow) -> Fields {
    fields(&[
        ("name", json!(row.name)),
        ("taken_at", json!(row.taken_at)),
        ("as_of", json!(row.as_of)),
        ("at_seq", json!(row.seq)),
        ("hash", json!(row.hash)),
        ("objectives", json!(row.objectives)),
    ])
}
