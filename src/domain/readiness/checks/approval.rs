//! Approval and communication: RC-31 to RC-34.

use super::super::approved::{Standing, approvals, standing};
use super::super::evidence::Subject;
use super::super::findings::Findings;
use super::super::index::Index;
use super::super::people::folded;
use super::super::table;
use super::blank;
use crate::domain::communication::{Communication, Reach};
use crate::domain::period::Date;
use crate::domain::rearrangement::RearrangementKind;
use crate::domain::status::why::day;
use crate::domain::version::Version;

/// RC-31. Wording is pre-authorised: asked is the newest version that changed target, date, metric or kind.
pub fn not_approved(index: &Index, subject: &Subject, out: &mut Findings) {
    let Some(Standing { version, approval: None }) = standing(index, subject) else { return };
    let number = version.number;
    let in_force_before = |v: &&Version| v.number < number && v.is_in_force(index.as_of);
    let before = subject.versions.iter().filter(in_force_before);
    let approved = before.rev().find(|version| approvals(index, subject, version.number).next().is_some());
    let since = format!(", in force since {}", day(version.effective.unwrap_or(version.recorded_on)));
    match approved {
        Some(approved) => {
            out.on(subject, &[("v", number.to_string()), ("a", approved.number.to_string())]);
        }
        None => {
            let title = &subject.objective.definition.title;
            out.on_as(subject, format!("Version {number} of \"{title}\"{since}, was never approved."));
        }
    }
}

/// RC-32. Where fewer than ten people work, the director may be both.
pub fn approved_by_owner(index: &Index, subject: &Subject, out: &mut Findings) {
    let Some(Standing { approval: Some(approval), .. }) = standing(index, subject) else { return };
    let owner = &subject.objective.definition.owner;
    let mut names = approval.names().peekable();
    if names.peek().is_some() && names.all(|name| index.people.same(name, owner)) && !index.is_small() {
        out.on(subject, &[]).and(&format!(", on {}", day(approval.on)));
    }
}

/// RC-33. Who sat in the approving meeting, confirmed, or accepted the objective in a hand-over knows it.
pub fn owner_not_told(index: &Index, subject: &Subject, out: &mut Findings) {
    let Some((number, approved_on)) = told_late(index, subject) else { return };
    let owner = &subject.objective.definition.owner;
    if blank(owner) {
        return;
    }
    let is_owner = |name: &str| index.people.same(name, owner);
    let functions = index.people.functions_of(owner);
    let reached = |told: &Communication| match told.reach {
        Reach::Everyone => true,
        Reach::Person => is_owner(&told.audience),
        Reach::Function => functions.contains(&folded(&told.audience)),
    };
    let knows = approvals(index, subject, number).any(|approval| approval.names().any(is_owner))
        || index.told(subject, number).any(reached)
        || index.confirmed(subject, number).any(|confirmed| is_owner(&confirmed.person))
        || accepted_since(index, subject, approved_on);
    if !knows {
        out.on(subject, &[("v", number.to_string())]).and(&format!(", approved on {}", day(approved_on)));
    }
}

/// RC-34. Telling everyone, or the function above, is telling the function: not each person has to confirm.
pub fn function_not_told(index: &Index, subject: &Subject, out: &mut Findings) {
    let Some((number, approved_on)) = told_late(index, subject) else { return };
    let function = &subject.objective.definition.function;
    if blank(function) {
        return;
    }
    let functions = index.people.with_those_above(function);
    let reached = |told: &Communication| match told.reach {
        Reach::Everyone => true,
        Reach::Person => false,
        Reach::Function => functions.contains(&folded(&told.audience)),
    };
    if !index.told(subject, number).any(reached) {
        out.on(subject, &[]).and(&format!(", version {number}, approved on {}", day(approved_on)));
    }
}

/// The approved version that should have been told by now, with the day of its approval.
fn told_late(index: &Index, subject: &Subject) -> Option<(u32, Date)> {
    let Standing { version, approval } = standing(index, subject)?;
    let approved_on = approval?.on;
    let days = table::check("RC-33").map_or(0, |check| index.number(check, "days"));
    (approved_on < index.days_ago(days)).then_some((version.number, approved_on))
}

/// Whether the owner of today accepted the objective in a hand-over on a day or later.
fn accepted_since(index: &Index, subject: &Subject, since: Date) -> bool {
    let owner = &subject.objective.definition.owner;
    let hand_overs = index.rearranged(subject).filter(|change| change.kind == RearrangementKind::HandOver);
    hand_overs
        .filter(|change| change.accepted_on.is_some_and(|on| since <= on && on <= index.as_of))
        .any(|change| index.people.same(&change.taker, owner) || index.people.same(&change.accepted_by, owner))
}
