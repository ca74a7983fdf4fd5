//! Approvals: drafts and draft versions put in force, one by one or as an edition of the whole list.

use super::objectives::{may_be_in_force, version_row, versions_of};
use super::people::ahead;
use super::refusal::Refusal;
use super::session::Session;
use super::write::Write;
use super::{Outcome, trails};
use crate::domain::ahead::content_on;
use crate::domain::approval::{changed_fields, rebaselines, standing_version};
use crate::domain::objective::{Baseline, Definition, Kind};
use crate::domain::operation::Operation;
use crate::domain::period::Date;
use crate::domain::quantity::rounded;
use crate::domain::register::Rules;
use crate::domain::version::{Cause, Version};
use crate::store::{Entity, Loaded, fields};

/// Who put what in force, and from when it judges.
#[derive(Clone, Debug)]
pub(super) struct Approval {
    /// The body or person that approved.
    pub by: String,
    /// The people who sat in the body.
    pub people: Vec<String>,
    /// The day of the approval.
    pub on: Date,
    /// Minutes, ticket, document.
    pub reference: String,
    /// First day a changed target judges; `None` is the start of the next period.
    pub effective: Option<Date>,
    /// What made the change necessary; `None` keeps what the draft says.
    pub cause: Option<Cause>,
}

impl Approval {
    /// An approval names its body and a day that has come.
    pub(super) fn check(&self, today: Date) -> Result<(), Refusal> {
        if self.by.trim().is_empty() {
            return Err(Refusal::field("by", "say who approved: a body or a person"));
        }
        if self.on > today {
            return Err(Refusal::field("on", format!("{} lies in the future", self.on)));
        }
        Ok(())
    }
}

impl Session {
    pub(super) fn approve(&mut self, codes: &[String], approval: &Approval) -> Result<Outcome, Refusal> {
        self.write(Operation::ObjectiveApprove, "", |write| {
            if codes.is_empty() {
                return Err(Refusal::invalid("name the objectives to approve"));
            }
            approval.check(write.today())?;
            let mut approved = Vec::new();
            for code in codes {
                approved.push(approve_one(write, code, approval)?);
            }
            let list = approved.iter().map(|(code, number)| format!("{code} version {number}")).collect::<Vec<_>>();
            Ok(Outcome {
                summary: format!("{} in force, approved by {} on {}", list.join(", "), approval.by.trim(), approval.on),
                touched: approved.into_iter().map(|(code, _)| code).collect(),
                ..Outcome::default()
            })
        })
    }
}

/// Puts the waiting version of one objective in force; answers its code and the number of the version.
pub(super) fn approve_one(write: &mut Write, code: &str, approval: &Approval) -> Result<(String, u32), Refusal> {
    let loaded = write.objective(code)?;
    let code = loaded.objective.code.clone();
    let versions = versions_of(write, &loaded)?;
    if let Some(closed) = &loaded.objective.closing {
        return Err(Refusal::invalid(format!(
            "{code} was retired on {}; it is not approved any more",
            closed.retired_on
        )));
    }
    let Some(draft) = versions.iter().find(|v| v.draft) else {
        return record_missing(write, &loaded, versions, approval);
    };
    may_be_in_force(&code, &draft.definition, &write.rules()?)?;
    let before = content_on(&versions, write.today());
    let effective = match (before, approval.effective) {
        (_, Some(day)) => day,
        (None, None) => draft.definition.start,
        (Some(_), None) => start_of_judging(&loaded, &write.rules()?, approval.on),
    };
    let definition = match before {
        Some(before) => rebaselined(write, &loaded, &before.definition, &draft.definition, effective)?,
        None => draft.definition.clone(),
    };
    let version = Version {
        draft: false,
        recorded_on: write.today(),
        effective: Some(effective),
        approved_on: Some(approval.on),
        approved_by: approval.by.trim().to_owned(),
        approved_ref: approval.reference.trim().to_owned(),
        approvers: said_names(&approval.people),
        cause: approval.cause.or(draft.cause),
        definition,
        ..draft.clone()
    };
    let row = version_row(write, loaded.id, draft.number)?;
    write.tx().update(Entity::Version, row, fields::version(loaded.id, &version))?;
    ahead::issue_again(write, loaded.id)?;
    trails::refresh(write, &[loaded.id])?;
    Ok((code, draft.number))
}

/// What came from a file is in force without an approval. It is put on record for the version the list rests on and the
/// wording after it; the content stays as it is.
fn record_missing(
    write: &mut Write,
    loaded: &Loaded,
    versions: Vec<Version>,
    approval: &Approval,
) -> Result<(String, u32), Refusal> {
    let code = loaded.objective.code.clone();
    let today = write.today();
    let standing = standing_version(&versions, today).map(|version| version.number);
    let unapproved = |version: &Version| {
        version.is_in_force(today) && version.approved_on.is_none() && Some(version.number) >= standing
    };
    let mut newest = None;
    for version in versions.into_iter().filter(unapproved) {
        let row = version_row(write, loaded.id, version.number)?;
        let version = Version {
            approved_on: Some(approval.on),
            approved_by: approval.by.trim().to_owned(),
            approved_ref: approval.reference.trim().to_owned(),
            approvers: said_names(&approval.people),
            ..version
        };
        write.tx().update(Entity::Version, row, fields::version(loaded.id, &version))?;
        newest = Some(version.number);
    }
    let number = newest.ok_or_else(|| Refusal::invalid(format!("{code} has no draft that waits for approval")))?;
    Ok((code, number))
}

/// Names without the space around them and without empty ones.
pub(super) fn said_names(names: &[String]) -> Vec<String> {
    names.iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

/// A moved target or date of a reach objective starts a new line from the value then: the newest reading, unless the
/// draft names another baseline than before.
pub(crate) fn rebaselined(
    write: &mut Write,
    loaded: &Loaded,
    before: &Definition,
    after: &Definition,
    from: Date,
) -> Result<Definition, Refusal> {
    let fields = changed_fields(before, after);
    if after.kind != Kind::Reach || !rebaselines(&fields) {
        return Ok(after.clone());
    }
    late_line(&loaded.objective.code, before, after, from)?;
    if fields.contains(&"baseline") {
        return Ok(after.clone());
    }
    let sight = write.sight();
    let readings = write.tx().readings(loaded.id, &sight)?;
    let newest = readings.iter().rfind(|r| r.voided_seq.is_none() && r.measured_on < from);
    let exact = newest.and_then(|r| r.value.exact(after.unit_is_percent()));
    // A share is kept to six decimals: a baseline is where people say they started, not a judged value.
    let value = exact.and_then(|exact| rounded(&exact, 6).parse().ok());
    let mut definition = after.clone();
    if let Some(value) = value {
        definition.baseline = Some(Baseline { value, date: Some(from), estimated: false });
    }
    Ok(definition)
}

/// Where nobody names a day, a changed target judges from the start of the next period on.
pub(super) fn start_of_judging(loaded: &Loaded, rules: &Rules, approved_on: Date) -> Date {
    loaded.objective.definition.rhythm(rules.calendar).first_from(approved_on).start
}

/// A new line of a reach objective starts on or before the old due date.
pub(super) fn late_line(code: &str, before: &Definition, after: &Definition, from: Date) -> Result<(), Refusal> {
    let moved = after.kind == Kind::Reach && rebaselines(&changed_fields(before, after));
    if moved && before.due.is_some_and(|due| from > due) {
        let late = format!("{code} was due before {from}; a new line must start on or before the old due date");
        return Err(Refusal::field("effective", late).next("retire it as missed and write its successor"));
    }
    Ok(())
}
