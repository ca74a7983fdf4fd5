//! What is different between two versions of an objective, field by field, as people read it.

use super::approval::{changed_fields, field_names, needs_approval};
use super::objective::{Criterion, Definition, Link};
use super::target::Waypoint;
use super::words;

/// A field that says something else than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Its contract name: `target`.
    pub field: &'static str,
    /// What stood there; empty for nothing.
    pub before: String,
    /// What stands there now; empty for nothing.
    pub after: String,
}

impl FieldChange {
    /// Whether this change needs approval; the rest is wording.
    pub fn needs_approval(&self) -> bool {
        needs_approval(self.field)
    }

    /// The field as people call it.
    pub fn label(&self) -> &'static str {
        words::field(self.field)
    }

    /// One line: `Target was 95, is 97`.
    pub fn sentence(&self) -> String {
        let label = self.label();
        match (self.before.is_empty(), self.after.is_empty()) {
            (true, _) => format!("{label} is now {}", self.after),
            (_, true) => format!("{label} was {}, is empty now", self.before),
            _ => format!("{label} was {}, is {}", self.before, self.after),
        }
    }
}

/// The fields that differ, those that need approval first, else in the order of the contract.
pub fn between(before: &Definition, after: &Definition) -> Vec<FieldChange> {
    let change = |field| FieldChange { field, before: shown(before, field), after: shown(after, field) };
    let mut changes: Vec<FieldChange> = changed_fields(before, after).into_iter().map(change).collect();
    changes.sort_by_key(|change| !change.needs_approval());
    changes
}

/// Every field that says something, in the order of the contract.
pub fn said(definition: &Definition) -> Vec<(&'static str, String)> {
    let fields = field_names().map(|field| (field, shown(definition, field)));
    fields.filter(|(_, said)| !said.is_empty()).collect()
}

/// Whether a change of the metric asks whether values before and after it can be compared.
pub fn asks_for_series(changes: &[FieldChange]) -> bool {
    let redefines = ["metric", "formula", "unit", "data_source", "population"];
    changes.iter().any(|change| redefines.contains(&change.field))
}

/// One field as text; empty where nothing is said.
pub fn shown(definition: &Definition, field: &str) -> String {
    let d = definition;
    match field {
        "title" => d.title.clone(),
        "kind" => words::kind(d.kind).to_owned(),
        "level" => text(d.level),
        "function" => d.function.clone(),
        "parent" => d.parent.clone(),
        "owner" => d.owner.clone(),
        "metric" => d.metric.clone(),
        "formula" => d.formula.clone(),
        "data_source" => d.data_source.clone(),
        "unit" => d.unit.clone(),
        "direction" => text(d.direction),
        "operator" => d.operator.map(|operator| operator.sign().to_owned()).unwrap_or_default(),
        "baseline" => d.baseline.as_ref().map(start_value).unwrap_or_default(),
        "target" => text(d.target),
        "target_high" => text(d.target_high),
        "warn" => text(d.warn),
        "floor" => text(d.floor),
        "required_met" => text(d.required_met),
        "frequency" => d.frequency.word().to_owned(),
        "grace_days" => text(d.grace_days),
        "fiscal_year_start" => text(d.fiscal_year_start),
        "start" => d.start.to_string(),
        "due" => text(d.due),
        "waypoints" => list(&d.waypoints, |w: &Waypoint| format!("{} by {}", w.value, w.date)),
        "criteria" => list(&d.criteria, criterion),
        "what" => d.what.clone(),
        "resources" => d.resources.clone(),
        "how_evaluated" => d.how_evaluated.clone(),
        "evaluator" => d.evaluator.clone(),
        "collector" => d.collector.clone(),
        "metric_owner" => d.metric_owner.clone(),
        "why_target" => d.why_target.clone(),
        "links" => list(&d.links, link),
        "tags" => d.tags.join("; "),
        "population" => d.population.clone(),
        "cascade_note" => d.cascade_note.clone(),
        "review_on" => text(d.review_on),
        "granted" => d.granted.clone(),
        "granted_by" => d.granted_by.clone(),
        "granted_on" => text(d.granted_on),
        "spent" => d.spent.clone(),
        _ => String::new(),
    }
}

fn text<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn list<T>(items: &[T], text: impl Fn(&T) -> String) -> String {
    items.iter().map(text).collect::<Vec<_>>().join("; ")
}

fn start_value(baseline: &super::objective::Baseline) -> String {
    let on = baseline.date.map(|day| format!(" on {day}")).unwrap_or_default();
    let guess = if baseline.estimated { ", an estimate" } else { "" };
    format!("{}{on}{guess}", baseline.value)
}

fn criterion(criterion: &Criterion) -> String {
    let planned = criterion.planned.map(|day| format!(" ({day})")).unwrap_or_default();
    format!("{}{planned}", criterion.text)
}

fn link(link: &Link) -> String {
    let because = if link.because.is_empty() { String::new() } else { format!(", because {}", link.because) };
    format!("{} {}{because}", link.kind, link.reference)
}
