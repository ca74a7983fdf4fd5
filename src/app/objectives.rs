//! Writing, changing, approving and closing objectives. Nothing is deleted; a version in force is never changed.

use super::people::ahead;
use super::refusal::{ConflictSides, FieldProblem, Refusal, RefusalKind};
use super::session::Session;
use super::write::{Write, unknown_code};
use super::{Outcome, trails};
use crate::domain::ahead::content_on;
use crate::domain::approval::{any_needs_approval, changed_fields};
use crate::domain::cascade;
use crate::domain::check::{self, Problem};
use crate::domain::objective::{Closing, ClosingOutcome, Definition};
use crate::domain::operation::Operation;
use crate::domain::register::Rules;
use crate::domain::version::{Cause, SeriesMark, Version};
use crate::domain::words;
use crate::store::{Entity, Loaded, fields};

/// What the person who changes an objective says about it.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    /// Why.
    pub reason: String,
    /// What made it necessary.
    pub cause: Option<Cause>,
    /// Whether values before and after a changed metric can be compared.
    pub series: Option<SeriesMark>,
}

impl Said {
    /// On a version that is written anew; what an earlier draft said stays where nothing is said now.
    fn on(&self, version: Version) -> Version {
        Version {
            reason: if self.reason.trim().is_empty() { version.reason } else { self.reason.trim().to_owned() },
            cause: self.cause.or(version.cause),
            series: self.series.or(version.series),
            ..version
        }
    }
}

impl Session {
    pub(super) fn create_objective(&mut self, code: &str, definition: &Definition) -> Result<Outcome, Refusal> {
        self.write(Operation::ObjectiveCreate, "", |write| {
            let code = free_code(write, code)?;
            may_be_drafted(&code, definition, &write.rules()?)?;
            let definition =
                Definition { parent: known_parent(write, &code, &definition.parent)?, ..definition.clone() };
            let version = Version::draft(1, write.today(), definition.clone());
            insert_objective(write, &code, &version)?;
            Ok(Outcome {
                summary: format!("{code} written as a draft: {}", definition.title),
                touched: vec![code],
                ..Outcome::default()
            })
        })
    }

    pub(super) fn edit_objective(
        &mut self,
        code: &str,
        base: u64,
        definition: &Definition,
        said: &Said,
    ) -> Result<Outcome, Refusal> {
        self.write(Operation::ObjectiveEdit, &said.reason, |write| edit(write, code, base, definition, said))
    }

    pub(super) fn retire(&mut self, code: &str, closing: Closing) -> Result<Outcome, Refusal> {
        let reason = closing.reason.clone();
        self.write(Operation::ObjectiveRetire, &reason, |write| {
            if closing.successor.trim().is_empty() && closing.outcome == ClosingOutcome::Superseded {
                return Err(Refusal::field("successor", "say which objective replaces it"));
            }
            close(write, code, closing)
        })
    }
}

/// Closes an objective inside a running transaction; its readings stay.
pub(super) fn close(write: &mut Write, code: &str, closing: Closing) -> Result<Outcome, Refusal> {
    let loaded = write.objective(code)?;
    let code = loaded.objective.code.clone();
    if closing.reason.trim().is_empty() {
        return Err(Refusal::field("reason", "closing an objective needs a reason"));
    }
    if let Some(closed) = &loaded.objective.closing {
        return Err(Refusal::invalid(format!("{code} was retired on {} already", closed.retired_on)));
    }
    let successor = match closing.successor.trim() {
        "" => String::new(),
        other => write.objective(other)?.objective.code,
    };
    if successor == code {
        return Err(Refusal::field("successor", "an objective cannot replace itself"));
    }
    refuse_circle(write, &code, &successor)?;
    let replaced = if successor.is_empty() { String::new() } else { format!(", replaced by {successor}") };
    let summary = format!("{code} retired on {}: {}{replaced}", closing.retired_on, words::outcome(closing.outcome));
    let closing = Closing {
        reason: closing.reason.trim().to_owned(),
        successor,
        by: closing.by.trim().to_owned(),
        reference: closing.reference.trim().to_owned(),
        ..closing
    };
    let today = write.today();
    write.tx().update(Entity::Objective, loaded.id, fields::closing(&closing, today))?;
    trails::refresh(write, &[loaded.id])?;
    Ok(Outcome { summary, touched: vec![code], ..Outcome::default() })
}

/// What replaces an objective was not itself replaced by it, not by way of others either.
fn refuse_circle(write: &mut Write, code: &str, successor: &str) -> Result<(), Refusal> {
    let (mut way, mut next) = (vec![code.to_owned()], successor.to_owned());
    while !next.is_empty() && !way[1..].contains(&next) {
        way.push(next.clone());
        if next == code {
            return Err(Refusal::field("successor", format!("that would be a circle: {}", way.join(" → "))));
        }
        next = write.objective(&next)?.objective.closing.map(|closing| closing.successor).unwrap_or_default();
    }
    Ok(())
}

/// Inserts an objective with its first version; returns its id.
pub(crate) fn insert_objective(write: &mut Write, code: &str, version: &Version) -> Result<i64, Refusal> {
    let today = write.today();
    let id = write.tx().next_id(Entity::Objective)?;
    write.tx().insert(Entity::Objective, id, fields::objective(code, today))?;
    insert_version(write, id, version)?;
    trails::refresh(write, &[id])?;
    Ok(id)
}

/// Adds a version to an objective; what waits for a day or an approval is issued again on top of it.
pub(crate) fn insert_version(write: &mut Write, objective: i64, version: &Version) -> Result<i64, Refusal> {
    let row = write.tx().next_id(Entity::Version)?;
    write.tx().insert(Entity::Version, row, fields::version(objective, version))?;
    if version.number > 1 {
        ahead::issue_again(write, objective)?;
    }
    Ok(row)
}

/// Changes an objective inside a running transaction.
pub(super) fn edit(
    write: &mut Write,
    code: &str,
    base: u64,
    definition: &Definition,
    said: &Said,
) -> Result<Outcome, Refusal> {
    let loaded = write.objective(code)?;
    let code = loaded.objective.code.clone();
    if let Some(closing) = &loaded.objective.closing {
        return Err(Refusal::invalid(format!(
            "{code} was retired on {}; it is not changed any more",
            closing.retired_on
        )));
    }
    let versions = versions_of(write, &loaded)?;
    let draft = versions.iter().find(|v| v.draft);
    let in_force = content_on(&versions, write.today());
    let Some(current) = draft.or(in_force) else {
        return Err(Refusal::new(RefusalKind::Broken, format!("{code} has no version")).next("run `sixtwo verify`"));
    };
    let changed = changed_fields(&current.definition, definition);
    if changed.is_empty() {
        return Ok(Outcome { summary: format!("{code} is unchanged"), ..Outcome::default() });
    }
    refuse_stale(&loaded, base, &current.definition, definition)?;
    let definition = &Definition { parent: known_parent(write, &code, &definition.parent)?, ..definition.clone() };
    let against_force = in_force.map(|v| changed_fields(&v.definition, definition));
    let (summary, number) = match against_force {
        None => {
            may_be_drafted(&code, definition, &write.rules()?)?;
            replace_draft(write, &loaded, current, definition, said)?;
            (format!("{code} draft changed"), current.number)
        }
        Some(fields) if any_needs_approval(&fields) => {
            may_be_in_force(&code, definition, &write.rules()?)?;
            let next = next_draft(write, &loaded, &versions, definition, said)?;
            (format!("{code} version {next} waits for approval"), next)
        }
        Some(_) => {
            may_be_in_force(&code, definition, &write.rules()?)?;
            let next = wording_in_force(write, &loaded, &versions, definition, said)?;
            (format!("{code} version {next}, wording only"), next)
        }
    };
    trails::refresh(write, &[loaded.id])?;
    let names = changed.iter().map(|f| f.replace('_', " ")).collect::<Vec<_>>().join(", ");
    Ok(Outcome {
        summary: format!("{summary}: {names}"),
        touched: vec![code],
        number: Some(i64::from(number)),
        ..Outcome::default()
    })
}

pub(super) fn versions_of(write: &mut Write, loaded: &Loaded) -> Result<Vec<Version>, Refusal> {
    let sight = write.sight();
    Ok(write.tx().versions(loaded.id, &sight)?)
}

/// The row of a version: objective and number name it.
pub(super) fn version_row(write: &mut Write, objective: i64, number: u32) -> Result<i64, Refusal> {
    let rows = write.tx().version_ids(objective)?;
    rows.into_iter().find(|(known, _)| *known == number).map(|(_, row)| row).ok_or_else(|| {
        Refusal::new(RefusalKind::Broken, format!("version {number} has no row")).next("run `sixtwo verify`")
    })
}

fn replace_draft(
    write: &mut Write,
    loaded: &Loaded,
    draft: &Version,
    definition: &Definition,
    said: &Said,
) -> Result<(), Refusal> {
    let version = said.on(Version { definition: definition.clone(), ..draft.clone() });
    let row = version_row(write, loaded.id, draft.number)?;
    write.tx().update(Entity::Version, row, fields::version(loaded.id, &version))?;
    Ok(())
}

/// Of an objective in force, the changed version waits for approval; a waiting one is replaced.
fn next_draft(
    write: &mut Write,
    loaded: &Loaded,
    versions: &[Version],
    definition: &Definition,
    said: &Said,
) -> Result<u32, Refusal> {
    if let Some(draft) = versions.iter().find(|v| v.draft) {
        replace_draft(write, loaded, draft, definition, said)?;
        return Ok(draft.number);
    }
    let number = next_number(versions);
    let version = said.on(Version::draft(number, write.today(), definition.clone()));
    insert_version(write, loaded.id, &version)?;
    Ok(number)
}

/// Wording needs no approval: the version is in force at once, and a waiting draft has nothing left to say.
fn wording_in_force(
    write: &mut Write,
    loaded: &Loaded,
    versions: &[Version],
    definition: &Definition,
    said: &Said,
) -> Result<u32, Refusal> {
    if let Some(draft) = versions.iter().find(|v| v.draft) {
        let row = version_row(write, loaded.id, draft.number)?;
        write.tx().remove(Entity::Version, row)?;
    }
    let number = versions.iter().filter(|v| !v.draft).map(|v| v.number).max().unwrap_or(0) + 1;
    let today = write.today();
    let approved = content_on(versions, today);
    let version = said.on(Version {
        draft: false,
        effective: Some(today),
        approved_on: approved.and_then(|v| v.approved_on),
        approved_by: approved.map(|v| v.approved_by.clone()).unwrap_or_default(),
        approved_ref: approved.map(|v| v.approved_ref.clone()).unwrap_or_default(),
        approvers: approved.map(|v| v.approvers.clone()).unwrap_or_default(),
        ..Version::draft(number, today, definition.clone())
    });
    insert_version(write, loaded.id, &version)?;
    Ok(number)
}

fn next_number(versions: &[Version]) -> u32 {
    versions.iter().map(|v| v.number).max().unwrap_or(0) + 1
}

pub(super) fn free_code(write: &mut Write, wanted: &str) -> Result<String, Refusal> {
    let codes = write.codes()?;
    let wanted = wanted.trim();
    if wanted.is_empty() {
        let taken = |n: u32| codes.iter().any(|c| c.eq_ignore_ascii_case(&format!("OBJ-{n}")));
        let number = (1..).find(|n| !taken(*n)).unwrap_or(1);
        return Ok(format!("OBJ-{number}"));
    }
    match codes.iter().find(|c| c.eq_ignore_ascii_case(wanted)) {
        Some(taken) => Err(Refusal::field("code", format!("{taken} is taken"))),
        None => Ok(wanted.to_owned()),
    }
}

/// The parent's code as the register spells it; an unknown one, or a circle, is refused.
pub(super) fn known_parent(write: &mut Write, code: &str, parent: &str) -> Result<String, Refusal> {
    let parent = parent.trim();
    if parent.is_empty() {
        return Ok(String::new());
    }
    let sight = write.sight();
    let pairs: Vec<(String, String)> =
        write.tx().objectives(&sight)?.into_iter().map(|l| (l.objective.code, l.objective.definition.parent)).collect();
    let Some(parent) = pairs.iter().map(|(known, _)| known).find(|known| known.eq_ignore_ascii_case(parent)).cloned()
    else {
        let near = unknown_code(parent, pairs.into_iter().map(|(known, _)| known).collect());
        return Err(Refusal { fields: Refusal::field("parent", near.message.clone()).fields, ..near });
    };
    match cascade::would_cycle(code, &parent, pairs.iter().map(|(known, of)| (known.as_str(), of.as_str()))) {
        Some(path) => Err(Refusal::field("parent", format!("that would be a circle: {}", path.join(" → ")))),
        None => Ok(parent),
    }
}

/// A draft may lack everything but a title; what it says must not contradict itself.
pub(super) fn may_be_drafted(code: &str, definition: &Definition, rules: &Rules) -> Result<(), Refusal> {
    let mut problems: Vec<Problem> = check::code(code).into_iter().collect();
    problems.extend(check::contradictions(definition, rules.calendar));
    refuse_problems(problems)
}

/// What is put in force must be complete enough to be judged.
pub(super) fn may_be_in_force(code: &str, definition: &Definition, rules: &Rules) -> Result<(), Refusal> {
    let mut problems: Vec<Problem> = check::code(code).into_iter().collect();
    problems.extend(check::missing_to_approve(definition));
    problems.extend(check::contradictions(definition, rules.calendar));
    refuse_problems(problems)
}

/// Entry rules as fields of a form.
fn refuse_problems(problems: Vec<Problem>) -> Result<(), Refusal> {
    let fields: Vec<FieldProblem> = problems
        .into_iter()
        .map(|problem| FieldProblem { field: problem.field.to_owned(), message: problem.message })
        .collect();
    let Some(first) = fields.first() else { return Ok(()) };
    let message = match fields.len() {
        1 => format!("{}: {}", first.field, first.message),
        n => format!("{}: {} (and {} more)", first.field, first.message, n - 1),
    };
    Err(Refusal { fields, ..Refusal::invalid(message) })
}

/// A form that was filled on stale data gets both values of every field it would overwrite.
fn refuse_stale(loaded: &Loaded, base: u64, now: &Definition, yours: &Definition) -> Result<(), Refusal> {
    if base >= loaded.changed_seq {
        return Ok(());
    }
    let (now_values, your_values) = (serde_json::to_value(now), serde_json::to_value(yours));
    let text = |side: &Result<serde_json::Value, serde_json::Error>, field: &str| match side {
        Ok(value) => match &value[field] {
            serde_json::Value::String(text) => text.clone(),
            serde_json::Value::Null => String::new(),
            other => other.to_string(),
        },
        Err(_) => String::new(),
    };
    let fields = changed_fields(now, yours)
        .into_iter()
        .map(|field| (field.to_owned(), text(&your_values, field), text(&now_values, field)))
        .collect();
    let mut refusal =
        Refusal::new(RefusalKind::Conflict, format!("{} was changed since the form was opened", loaded.objective.code));
    refusal.conflict = Some(Box::new(ConflictSides {
        fields,
        by: format!("history {}", loaded.changed_seq),
        base: loaded.changed_seq,
    }));
    Err(refusal)
}
