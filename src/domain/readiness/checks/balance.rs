//! Balance and quality of the data: RC-63 to RC-67.

use std::collections::BTreeMap;

use super::super::evidence::{ReadingEntry, Subject};
use super::super::findings::Findings;
use super::super::index::Index;
use super::super::people::folded;
use super::{blank, is_automated};
use crate::domain::objective::{Definition, Direction, Kind, Level};

/// RC-63. The standard sets no number: never more than an observation.
pub fn too_many(index: &Index, out: &mut Findings) {
    let Some(count) = organization_level(index, out) else { return };
    if count > index.number(out.check, "max") as usize {
        out.on_register(&[("n", count.to_string())]);
    }
}

/// RC-64. A small organization may well need fewer.
pub fn too_few(index: &Index, out: &mut Findings) {
    let Some(count) = organization_level(index, out) else { return };
    if count < index.number(out.check, "min") as usize && !index.is_small() {
        out.on_register(&[("n", count.to_string())]);
    }
}

fn organization_level(index: &Index, out: &mut Findings) -> Option<usize> {
    let level = |subject: &Subject| subject.objective.definition.level;
    if !index.active().any(|subject| level(subject).is_some()) {
        out.cannot_run("no objective in force says its level");
        return None;
    }
    Some(index.active().filter(|subject| level(subject) == Some(Level::Organization)).count())
}

/// RC-65. In the year an ISMS is set up most of it is delivered, not measured.
pub fn mostly_milestones(index: &Index, out: &mut Findings) {
    let active = index.active().count();
    let milestones = index.active().filter(|subject| subject.objective.definition.kind == Kind::Milestone).count();
    let first = index.active().map(|subject| subject.objective.definition.start).min();
    let set_up = first.into_iter().chain([index.evidence.created_on]).min() > Some(index.year_ago);
    if !set_up && index.evidence.parameters.exceeds(out.check, "share", milestones, active) {
        out.on_register(&[("n", milestones.to_string()), ("m", active.to_string())]);
    }
}

/// RC-66. A hint only: another pair of eyes once a year is enough, and an automated source needs none.
pub fn one_pair_of_hands(index: &Index, subject: &Subject, out: &mut Findings) {
    let definition = &subject.objective.definition;
    let owner = &definition.owner;
    if blank(owner) || definition.kind == Kind::Milestone || is_automated(&definition.data_source) {
        return;
    }
    let stood = subject.stood_since(index.year_ago, index.as_of);
    let live: Vec<_> = stood.iter().filter(|one| !one.entry.imported).collect();
    let or = |said: &'_ str, else_said: &'_ str| if blank(said) { else_said.to_owned() } else { said.to_owned() };
    let is_owner = |name: &str| index.people.same(name, owner);
    let own = |entry: &ReadingEntry| {
        let collector = or(&or(&entry.reported_by, &definition.collector), owner);
        let evaluator = if entry.automatic { String::new() } else { entry.evaluated_by.clone() };
        is_owner(&collector) && is_owner(&or(&evaluator, &definition.evaluator))
    };
    if live.len() >= 2 && live.iter().all(|one| own(one.entry)) {
        out.on(subject, &[("person", owner.clone())]);
    }
}

/// RC-67. The same metric for different functions is a cascade, and so are parent and child.
pub fn measured_twice(index: &Index, out: &mut Findings) {
    let mut same: BTreeMap<(String, String, Direction), Vec<&Subject>> = BTreeMap::new();
    for subject in index.active() {
        let Definition { metric, function, kind, .. } = &subject.objective.definition;
        if *kind != Kind::Milestone && !blank(metric) {
            let key = (folded(metric), folded(function), subject.objective.definition.direction());
            same.entry(key).or_default().push(subject);
        }
    }
    for group in same.values() {
        let Some((first, rest)) = group.split_first() else { continue };
        for other in rest.iter().filter(|other| differ(first, other) && !index.is_above(first, other)) {
            let title = |subject: &Subject| subject.objective.definition.title.clone();
            out.on(other, &[("a", title(first)), ("b", title(other))]);
        }
    }
}

fn differ(a: &Subject, b: &Subject) -> bool {
    let target = |subject: &Subject| {
        let Definition { target, target_high, .. } = subject.objective.definition;
        (target, target_high, subject.objective.definition.operator())
    };
    target(a) != target(b)
}
