//! Which changes of an objective need approval, and which are wording.

use super::objective::Definition;
use super::period::Date;
use super::version::Version;

/// Names of the fields that differ, in the order of the contract.
pub fn changed_fields(before: &Definition, after: &Definition) -> Vec<&'static str> {
    FIELDS.iter().filter(|field| (field.differs)(before, after)).map(|field| field.name).collect()
}

/// A definition with the named fields of another.
pub fn with_fields(fields: &[&str], of: &Definition, on: &Definition) -> Definition {
    let mut carried = on.clone();
    for field in FIELDS.iter().filter(|known| fields.contains(&known.name)) {
        (field.carry)(&mut carried, of);
    }
    carried
}

/// The names of all fields, in the order of the contract.
pub fn field_names() -> impl Iterator<Item = &'static str> {
    FIELDS.iter().map(|field| field.name)
}

/// Whether a change of this field needs approval: target, date, metric and kind do, the rest is wording.
pub fn needs_approval(field: &str) -> bool {
    FIELDS.iter().any(|f| f.name == field && f.needs_approval)
}

struct Field {
    name: &'static str,
    needs_approval: bool,
    differs: fn(&Definition, &Definition) -> bool,
    carry: fn(&mut Definition, &Definition),
}

macro_rules! fields {
    ($($name:ident: $approval:literal),+ $(,)?) => {
        const FIELDS: &[Field] = &[$(Field {
            name: stringify!($name),
            needs_approval: $approval,
            differs: |a, b| a.$name != b.$name,
            carry: |to, from| to.$name.clone_from(&from.$name),
        }),+];
    };
}

fields! {
    title: false,
    kind: true,
    level: false,
    function: false,
    parent: false,
    owner: false,
    metric: true,
    formula: true,
    data_source: false,
    unit: true,
    direction: true,
    operator: true,
    baseline: true,
    target: true,
    target_high: true,
    warn: true,
    floor: true,
    required_met: true,
    frequency: true,
    grace_days: false,
    fiscal_year_start: true,
    start: true,
    due: true,
    waypoints: true,
    criteria: true,
    what: false,
    resources: false,
    how_evaluated: false,
    evaluator: false,
    collector: false,
    metric_owner: false,
    why_target: false,
    links: false,
    tags: false,
    population: true,
    cascade_note: false,
    review_on: false,
    granted: false,
    granted_by: false,
    granted_on: false,
    spent: false,
}

/// Whether any of the changed fields needs approval.
pub fn any_needs_approval(fields: &[&str]) -> bool {
    fields.iter().any(|field| needs_approval(field))
}

/// Whether the change starts a new line for a reach objective: target or date moved.
pub fn rebaselines(fields: &[&str]) -> bool {
    fields.iter().any(|field| matches!(*field, "target" | "target_high" | "due"))
}

/// The version whose approval and communication the version in force rests on: the newest in force that changed what
/// needs approval. Later wording changes were pre-authorised and need not be told again. `None` where none is in force.
pub fn standing_version(versions: &[Version], as_of: Date) -> Option<&Version> {
    let in_force: Vec<&Version> = versions.iter().filter(|v| v.is_in_force(as_of)).collect();
    let changed = in_force
        .windows(2)
        .rev()
        .find(|pair| any_needs_approval(&changed_fields(&pair[0].definition, &pair[1].definition)));
    changed.map(|pair| pair[1]).or_else(|| in_force.first().copied())
}
