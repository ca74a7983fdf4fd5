//! Several objectives changed under one name: a reorganization from a day on, a bulk edit today.

use crate::app::objectives::{insert_version, version_row, versions_of};
use crate::app::write::{Write, unknown_code};
use crate::app::{Outcome, Refusal, Session, trails};
use crate::domain::ahead::content_on;
use crate::domain::approval::changed_fields;
use crate::domain::cascade;
use crate::domain::operation::Operation;
use crate::domain::period::Date;
use crate::domain::rearrangement::{Patch, Rearrangement, RearrangementKind};
use crate::domain::version::{Cause, Version};
use crate::store::{Entity, Loaded, fields};

/// What changes in one objective.
pub(super) struct Change {
    pub loaded: Loaded,
    pub patch: Patch,
}

/// What writing the versions came to.
#[derive(Default)]
pub(super) struct Made {
    /// Codes of the objectives that changed.
    pub codes: Vec<String>,
    pub warnings: Vec<String>,
}

/// A rearrangement as it is asked for.
pub(super) struct Asked {
    pub kind: RearrangementKind,
    pub name: String,
    pub on: Option<Date>,
    pub changes: Vec<(String, Patch)>,
    pub reason: String,
}

impl Session {
    pub(super) fn rearrange(&mut self, asked: Asked) -> Result<Outcome, Refusal> {
        let operation = match asked.kind {
            RearrangementKind::Reorganization => Operation::Reorganize,
            RearrangementKind::Bulk => Operation::BulkEdit,
            RearrangementKind::HandOver => {
                return Err(Refusal::invalid("a hand-over names who gives and who takes"));
            }
        };
        self.write(operation, &asked.reason, |write| rearrange(write, &asked))
    }
}

fn rearrange(write: &mut Write, asked: &Asked) -> Result<Outcome, Refusal> {
    let today = write.today();
    let begins = asked.on.unwrap_or(today);
    let name = asked.name.trim();
    if name.is_empty() {
        return Err(Refusal::field("name", "give it the name people know it by"));
    }
    if asked.changes.is_empty() {
        return Err(Refusal::invalid("say what changes in which objective"));
    }
    if asked.kind == RearrangementKind::Bulk && begins != today {
        return Err(Refusal::field("on", "a bulk edit counts at once").next("a reorganization can be dated ahead"));
    }
    let changes = changes(write, asked, begins)?;
    let reason = if asked.reason.trim().is_empty() { name } else { asked.reason.trim() };
    let made = write_versions(write, &changes, begins, reason)?;
    if made.codes.is_empty() {
        return Ok(Outcome {
            summary: format!("{name}: nothing changes"),
            warnings: made.warnings,
            ..Outcome::default()
        });
    }
    let number = write.tx().add(&Rearrangement {
        id: 0,
        kind: asked.kind,
        name: name.to_owned(),
        begins,
        giver: String::new(),
        taker: String::new(),
        codes: made.codes.clone(),
        actions: Vec::new(),
        reason: asked.reason.trim().to_owned(),
        accepted_by: String::new(),
        accepted_on: None,
        recorded_on: today,
    })?;
    let from = if begins > today { format!(" from {begins}") } else { String::new() };
    Ok(Outcome {
        summary: format!("{name}: {} changed{from}", made.codes.join(", ")),
        touched: made.codes,
        warnings: made.warnings,
        number: Some(number),
        ..Outcome::default()
    })
}

/// The changes by objective: several for one code are one, parents are spelled as the register spells them.
fn changes(write: &mut Write, asked: &Asked, begins: Date) -> Result<Vec<Change>, Refusal> {
    let mut changes: Vec<Change> = Vec::new();
    for (code, patch) in &asked.changes {
        let loaded = write.objective(code)?;
        if let Some(closing) = loaded.objective.closing.as_ref().filter(|closing| closing.retired_on <= begins) {
            let code = &loaded.objective.code;
            return Err(Refusal::invalid(format!(
                "{code} was retired on {}; it is not changed any more",
                closing.retired_on
            )));
        }
        let patch = match patch.parent.as_deref().map(str::trim) {
            Some(parent) if !parent.is_empty() => {
                Patch { parent: Some(code_of_parent(write, parent)?), ..patch.clone() }
            }
            _ => patch.clone(),
        };
        match changes.iter_mut().find(|change| change.loaded.id == loaded.id) {
            Some(change) if change.patch.contradicts(&patch) => {
                let code = &loaded.objective.code;
                return Err(Refusal::invalid(format!("{code} is changed in two ways")).next("say one of them"));
            }
            Some(change) => change.patch = std::mem::take(&mut change.patch).and(patch),
            None => changes.push(Change { loaded, patch }),
        }
    }
    refuse_circles(write, &changes, begins)?;
    Ok(changes)
}

fn code_of_parent(write: &mut Write, parent: &str) -> Result<String, Refusal> {
    let codes = write.codes()?;
    match codes.iter().find(|code| code.eq_ignore_ascii_case(parent)) {
        Some(code) => Ok(code.clone()),
        None => {
            let near = unknown_code(parent, codes);
            Err(Refusal { fields: Refusal::field("parent", near.message.clone()).fields, ..near })
        }
    }
}

/// The cascade of the day with every change made must have a top.
fn refuse_circles(write: &mut Write, changes: &[Change], begins: Date) -> Result<(), Refusal> {
    if changes.iter().all(|change| change.patch.parent.is_none()) {
        return Ok(());
    }
    let sight = write.sight();
    let mut pairs: Vec<(String, String)> = Vec::new();
    for loaded in write.tx().objectives(&sight)? {
        let moved = changes.iter().find(|change| change.loaded.id == loaded.id).and_then(|c| c.patch.parent.clone());
        let parent = match moved {
            Some(parent) => parent,
            None if loaded.scheduled.is_some() => {
                let versions = write.tx().versions(loaded.id, &sight)?;
                content_on(&versions, begins).map(|v| v.definition.parent.clone()).unwrap_or_default()
            }
            None => loaded.objective.definition.parent,
        };
        pairs.push((loaded.objective.code, parent));
    }
    for change in changes {
        let code = &change.loaded.objective.code;
        let parent = change.patch.parent.as_deref().unwrap_or_default();
        if parent.is_empty() {
            continue;
        }
        let others = pairs.iter().map(|(known, of)| (known.as_str(), of.as_str()));
        if let Some(path) = cascade::would_cycle(code, parent, others) {
            return Err(Refusal::field("parent", format!("that would be a circle: {}", path.join(" → "))));
        }
    }
    Ok(())
}

/// Makes the versions of a change that needs no approval: in force at once, or from `begins` on. A draft that was never in
/// force is changed at once, because nobody relies on it yet.
pub(super) fn write_versions(
    write: &mut Write,
    changes: &[Change],
    begins: Date,
    reason: &str,
) -> Result<Made, Refusal> {
    let today = write.today();
    let mut made = Made::default();
    for Change { loaded, patch } in changes {
        let code = &loaded.objective.code;
        let versions = versions_of(write, loaded)?;
        let Some(before) = content_on(&versions, begins) else {
            if let Some(draft) = versions.last() {
                let definition = patch.apply(&draft.definition);
                if definition == draft.definition {
                    continue;
                }
                let row = version_row(write, loaded.id, draft.number)?;
                let changed = Version { definition, ..draft.clone() };
                write.tx().update(Entity::Version, row, fields::version(loaded.id, &changed))?;
                if begins > today {
                    made.warnings.push(format!("{code} is a draft: it changes at once"));
                }
                made.codes.push(code.clone());
            }
            continue;
        };
        let definition = patch.apply(&before.definition);
        if changed_fields(&before.definition, &definition).is_empty() {
            made.warnings.push(format!("{code} stays as it is"));
            continue;
        }
        let version = Version {
            number: versions.iter().map(|v| v.number).max().unwrap_or(0) + 1,
            recorded_on: today,
            effective: Some(begins.max(today)),
            begins: (begins > today).then_some(begins),
            reason: reason.to_owned(),
            cause: Some(Cause::Reorganization),
            series: None,
            definition,
            ..before.clone()
        };
        insert_version(write, loaded.id, &version)?;
        made.codes.push(code.clone());
    }
    let ids: Vec<i64> = changes.iter().map(|change| change.loaded.id).collect();
    trails::refresh(write, &ids)?;
    Ok(made)
}
