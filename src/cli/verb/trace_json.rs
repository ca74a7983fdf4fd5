//! The trace as scripts read it.

use serde_json::{Value, json};

use super::super::page::json::{self, SCHEMA, or_null};
use super::{figures, status};
use crate::app::sources::{Because, Scope, TraceView};
use crate::domain::trace::{LinkState, Source};

/// The object of `trace --json`: gaps, and unless only those were asked for, sources and objectives.
pub fn whole(view: &TraceView, scope: &Scope, only_gaps: bool) -> Value {
    let gaps = scope.gaps(view);
    let code = |place: usize| Value::from(view.overview.rows[place].code());
    let uncovered = gaps.uncovered.iter().map(|gap| {
        let source = &view.sources[gap.source];
        json!({"kind": source.kind.word(), "ref": source.reference, "title": source.title,
            "level": json::text(&source.level), "draft": or_null(gap.draft, code)})
    });
    let dead = gaps.dead.iter().map(|dead| {
        let because = &view.becauses(dead.objective)[dead.link];
        json!({"code": code(dead.objective), "kind": because.kind, "ref": because.reference,
            "state": state(because.state), "last": dead.last})
    });
    let mut object = json!({
        "schema": SCHEMA,
        "as_of": json::date(view.overview.as_of),
        "gaps": {
            "count": gaps.count(),
            "uncovered": uncovered.collect::<Value>(),
            "serving_nothing": gaps.aimless.iter().map(|place| code(*place)).collect::<Value>(),
            "dead_links": dead.collect::<Value>(),
        },
    });
    if let (false, Value::Object(keys)) = (only_gaps, &mut object) {
        let sources = (0..view.sources.len()).filter(|place| scope.sources[*place]);
        keys.insert("sources".to_owned(), sources.map(|place| source(view, place, scope)).collect());
        let objectives = (0..view.overview.rows.len()).filter(|place| scope.objectives[*place]);
        keys.insert("objectives".to_owned(), objectives.map(|place| objective(view, place)).collect());
    }
    object
}

/// One source with the objectives that serve it.
pub fn source(view: &TraceView, place: usize, scope: &Scope) -> Value {
    let mut object = fields(&view.sources[place]);
    let serving = view.trace.serving(place).iter().filter(|one| scope.objectives[one.objective]).map(|one| {
        let mut object = reading(view, one.objective);
        if let Value::Object(keys) = &mut object {
            keys.insert("inherited".to_owned(), one.inherited.into());
        }
        object
    });
    let gap = view.gaps.uncovered.iter().any(|gap| gap.source == place);
    if let Value::Object(keys) = &mut object {
        keys.insert("uncovered".to_owned(), gap.into());
        keys.insert("objectives".to_owned(), serving.collect());
    }
    object
}

/// One objective with what it serves.
pub fn objective(view: &TraceView, place: usize) -> Value {
    let mut object = reading(view, place);
    if let Value::Object(keys) = &mut object {
        let definition = &view.overview.rows[place].objective.definition;
        keys.insert("why_target".to_owned(), json::text(&definition.why_target));
        keys.insert("serves".to_owned(), view.becauses(place).iter().map(because).collect());
    }
    object
}

/// One thing an objective serves.
pub fn because(because: &Because) -> Value {
    json!({
        "kind": because.kind,
        "ref": because.reference,
        "title": or_null(because.source.as_ref(), |source| json::text(&source.title)),
        "level": or_null(because.source.as_ref(), |source| json::text(&source.level)),
        "status": or_null(because.source.as_ref(), |source| source.status.word().into()),
        "state": state(because.state),
        "because": json::text(&because.because),
        "inherited_from": because.from,
    })
}

/// Everything a source says.
pub fn fields(source: &Source) -> Value {
    json!({
        "schema": SCHEMA,
        "kind": source.kind.word(),
        "ref": source.reference,
        "title": source.title,
        "detail": json::text(&source.detail),
        "level": json::text(&source.level),
        "owner": json::text(&source.owner),
        "status": source.status.word(),
        "closed_on": or_null(source.closed_on, json::date),
        "policy": json::text(&source.policy),
        "policy_version": json::text(&source.policy_version),
        "party": json::text(&source.party),
        "requirement": or_null(source.requirement, |kind| kind.word().into()),
        "mandated": source.mandated,
        "covered_by": json::text(&source.covered_by),
        "treats": json::text(&source.treats),
        "due": or_null(source.due, json::date),
        "acceptance": json::text(&source.acceptance),
        "day": or_null(source.day, json::date),
        "significant": source.significant,
        "recorded_on": json::date(source.recorded_on),
    })
}

fn reading(view: &TraceView, place: usize) -> Value {
    let row = &view.overview.rows[place];
    let last = figures::last_reading(row);
    json!({
        "code": row.code(),
        "title": row.objective.definition.title,
        "lifecycle": row.objective.lifecycle.word(),
        "status": row.judgement.status.word(),
        "freshness": row.judgement.freshness.word(),
        "value": or_null(last, |standing| status::exact_value(row, &standing.value, view.overview.as_of)),
        "unit": json::text(&row.objective.definition.unit),
        "period_end": or_null(last, |standing| json::date(standing.period.end)),
    })
}

fn state(state: LinkState) -> &'static str {
    match state {
        LinkState::Live => "live",
        LinkState::Closed => "closed",
        LinkState::Withdrawn => "withdrawn",
        LinkState::Unknown => "unknown",
        LinkState::Elsewhere => "elsewhere",
    }
}
