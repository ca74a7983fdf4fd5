//! Cascade and people: RC-25 to RC-30.

use std::collections::BTreeMap;

use super::super::About;
use super::super::evidence::Subject;
use super::super::findings::{Findings, fill};
use super::super::index::Index;
use super::super::people::folded;
use super::{blank, on_day};
use crate::domain::directory::Activity;
use crate::domain::objective::Level;
use crate::domain::status::Status;
use crate::domain::status::why::day;
use crate::domain::words;

/// RC-25. A small organization really has one owner; a role and its holder are the same owner.
pub fn one_owner(index: &Index, out: &mut Findings) {
    let mut held: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let mut all = 0;
    for subject in index.active() {
        all += 1;
        let owner = subject.objective.definition.owner.as_str();
        if !blank(owner) {
            held.entry(index.people.key(owner)).or_default().push(owner);
        }
    }
    let Some(most) = held.values().max_by_key(|objectives| objectives.len()) else { return };
    let enough = all >= index.number(out.check, "n") as usize;
    if enough && index.evidence.parameters.reaches(out.check, "share", most.len(), all) && !index.is_small() {
        let owner = most[0].to_owned();
        let values = [("owner", owner.clone()), ("n", most.len().to_string()), ("m", all.to_string())];
        let fact = fill(out.check.message, &values);
        out.raise(About::Entry(owner), fact);
    }
}

/// RC-26. A note says why an objective is delivered centrally.
pub fn not_broken_down(index: &Index, subject: &Subject, out: &mut Findings) {
    let definition = &subject.objective.definition;
    let noted = !blank(&definition.cascade_note);
    if definition.level == Some(Level::Organization) && !noted && index.children(subject).next().is_none() {
        out.on(subject, &[]);
    }
}

/// RC-27. A function may hold a local objective from its own risk.
pub fn stands_alone(index: &Index, subject: &Subject, out: &mut Findings) {
    let definition = &subject.objective.definition;
    let parent = index.place(subject).and_then(|place| index.cascade.parent(place));
    if definition.level == Some(Level::Function) && parent.is_none() && definition.links.is_empty() {
        out.on(subject, &[]);
    }
}

/// RC-28. Children may be redundant by design: silent where the newest evaluation of the parent names the child.
pub fn contradicting_child(index: &Index, subject: &Subject, out: &mut Findings) {
    let status = subject.judgement.status;
    if !matches!(status, Status::OnTrack | Status::Achieved) {
        return;
    }
    let said = subject.entries.iter().rev().find(|entry| !entry.automatic && !blank(&entry.evaluation));
    let said = said.map_or(String::new(), |entry| folded(&entry.evaluation));
    for child in index.children(subject) {
        let (code, definition) = (&child.objective.code, &child.objective.definition);
        let failed = matches!(child.judgement.status, Status::OffTrack | Status::Missed);
        let names = [code, &definition.title, &definition.function];
        let explained = names.iter().any(|name| !blank(name) && said.contains(&folded(name)));
        if failed && !explained {
            let level = definition.level.map_or("contributing", Level::word);
            let function = if blank(&definition.function) { level.to_owned() } else { definition.function.clone() };
            let values = [
                ("parent", subject.objective.definition.title.clone()),
                ("pstatus", words::status(status).1.to_owned()),
                ("function", function),
                ("child", definition.title.clone()),
                ("cstatus", words::status(child.judgement.status).1.to_owned()),
            ];
            out.on(subject, &values);
        }
    }
}

/// RC-29. An owner that is a role survives a leaver as long as somebody holds it.
pub fn owner_left(index: &Index, subject: &Subject, out: &mut Findings) {
    if !index.people.keeps_people() {
        return out.cannot_run("no person and no role is on record");
    }
    let definition = &subject.objective.definition;
    let (title, owner) = (&definition.title, &definition.owner);
    match index.people.activity(owner) {
        Activity::Ended(on) => out.on(subject, &[on_day("date", on)]),
        Activity::Vacant => out.on_as(subject, format!("Nobody holds the role that owns \"{title}\": {owner}.")),
        Activity::NotYet(on) => {
            out.on_as(subject, format!("The owner of \"{title}\", {owner}, begins on {} only.", day(on)))
        }
        Activity::Active | Activity::Unknown => return,
    };
}

/// RC-30. The successor of a merged function is proposed.
pub fn function_dissolved(index: &Index, subject: &Subject, out: &mut Findings) {
    if !index.people.keeps_functions() {
        return out.cannot_run("no function is on record");
    }
    let function = &subject.objective.definition.function;
    let dissolved = index.people.function(function).and_then(|entry| entry.until).filter(|until| *until < index.as_of);
    let Some(on) = dissolved else { return };
    let finding = out.on(subject, &[on_day("date", on)]);
    if let Some(successor) = index.people.successor(function) {
        finding.and(&format!("; {successor} is named to take over"));
    }
}
