//! One act for the whole list: every waiting version in force, and the list gets its number.

use super::EditionApproval;
use crate::app::approvals::{Approval, approve_one, said_names};
use crate::app::write::{Write, unknown_code};
use crate::app::{Outcome, Refusal, Session};
use crate::domain::edition::{Edition, Member};
use crate::domain::objective::Lifecycle;
use crate::domain::operation::Operation;
use crate::domain::version::Version;
use crate::store::{Loaded, Reader, Sight};

impl Session {
    pub(super) fn approve_edition(&mut self, said: EditionApproval) -> Result<Outcome, Refusal> {
        let why = said.why.trim().to_owned();
        self.write(Operation::EditionApprove, &why, |write| {
            let approval = Approval {
                by: said.body.clone(),
                people: said.people.clone(),
                on: said.on.unwrap_or(write.today()),
                reference: said.minutes.clone(),
                effective: said.effective,
                cause: said.cause,
            };
            approval.check(write.today())?;
            let put_in_force = put_in_force(write, &approval, &said.leave_out)?;
            let sight = write.sight();
            let members = members(&write.tx().objectives(&sight)?);
            if members.is_empty() {
                return Err(Refusal::invalid("nothing is in force and nothing waits: there is no list to approve"));
            }
            let last = newest(write.tx(), &sight)?;
            if let Some(last) = last.as_ref().filter(|last| approval.on < last.approved_on) {
                let (number, day) = (last.number, last.approved_on);
                return Err(Refusal::field(
                    "on",
                    format!("{} is before edition {number}, approved on {day}", approval.on),
                ));
            }
            if why.is_empty() {
                return Err(unsaid_why(last.as_ref(), &members));
            }
            let count = members.len();
            let edition = Edition {
                number: 0,
                why: why.clone(),
                cause: said.cause,
                body: said.body.trim().to_owned(),
                people: said_names(&said.people),
                minutes: said.minutes.trim().to_owned(),
                approved_on: approval.on,
                members,
                recorded_on: write.today(),
            };
            let number = write.tx().add(&edition)?;
            let new = match put_in_force.len() {
                0 if last.is_some_and(|last| last.members == edition.members) => "nothing new".to_owned(),
                0 => "no draft put in force".to_owned(),
                n => format!("{n} put in force"),
            };
            Ok(Outcome {
                summary: format!(
                    "edition {number} approved by {} on {}: {count} objectives, {new}",
                    edition.body, edition.approved_on
                ),
                touched: put_in_force,
                number: Some(number),
                ..Outcome::default()
            })
        })
    }
}

/// Puts every waiting version in force that is not left out; answers the codes. Either all of them or none.
fn put_in_force(write: &mut Write, approval: &Approval, leave_out: &[String]) -> Result<Vec<String>, Refusal> {
    let sight = write.sight();
    let objectives = write.tx().objectives(&sight)?;
    let waiting: Vec<&Loaded> = objectives.iter().filter(|loaded| waits(loaded)).collect();
    for code in leave_out.iter().map(|code| code.trim()).filter(|code| !code.is_empty()) {
        if !waiting.iter().any(|loaded| loaded.objective.code.eq_ignore_ascii_case(code)) {
            return Err(match objectives.iter().find(|l| l.objective.code.eq_ignore_ascii_case(code)) {
                Some(loaded) => {
                    Refusal::field("leave_out", format!("nothing of {} waits for approval", loaded.objective.code))
                }
                None => unknown_code(code, objectives.iter().map(|l| l.objective.code.clone()).collect()),
            });
        }
    }
    let left_out = |loaded: &Loaded| leave_out.iter().any(|c| c.trim().eq_ignore_ascii_case(&loaded.objective.code));
    let (mut approved, mut blocked) = (Vec::new(), Vec::new());
    for loaded in waiting.into_iter().filter(|loaded| !left_out(loaded)) {
        match approve_one(write, &loaded.objective.code, approval) {
            Ok((code, _)) => approved.push(code),
            Err(refusal) => blocked.push(format!("{}: {}", loaded.objective.code, refusal.message)),
        }
    }
    match blocked.as_slice() {
        [] => {}
        [one] => return Err(Refusal::invalid(format!("{one}; nothing was approved")).next(MEND)),
        many => {
            let all = many.join("; ");
            return Err(Refusal::invalid(format!("{} drafts cannot be put in force: {all}", many.len())).next(MEND));
        }
    }
    let without: Vec<Loaded> =
        objectives.iter().filter(|loaded| !approved.contains(&loaded.objective.code)).cloned().collect();
    record_missing_approvals(write, approval, &without)?;
    Ok(approved)
}

const MEND: &str = "complete it, or leave it out of this edition";

/// What came from a file is in force without an approval on record; approving the list approves it too.
fn record_missing_approvals(write: &mut Write, approval: &Approval, objectives: &[Loaded]) -> Result<(), Refusal> {
    let sight = write.sight();
    let mut versions = write.tx().all_versions(&sight)?;
    for loaded in objectives.iter().filter(|loaded| loaded.objective.lifecycle == Lifecycle::InForce) {
        let known = versions.remove(&loaded.id).unwrap_or_default();
        let unapproved = |version: &&Version| Some(version.number) == loaded.in_force && version.approved_on.is_none();
        if known.iter().find(unapproved).is_some() {
            approve_one(write, &loaded.objective.code, approval)?;
        }
    }
    Ok(())
}

/// Whether a version of an open objective waits for approval.
pub(super) fn waits(loaded: &Loaded) -> bool {
    loaded.draft.is_some() && loaded.objective.closing.is_none()
}

/// The objectives in force with their versions.
pub(super) fn members(objectives: &[Loaded]) -> Vec<Member> {
    let in_force = objectives.iter().filter(|loaded| loaded.objective.lifecycle == Lifecycle::InForce);
    in_force.filter_map(|l| Some(Member { code: l.objective.code.clone(), version: l.in_force? })).collect()
}

/// The edition approved last.
pub(super) fn newest(reader: &Reader, sight: &Sight) -> Result<Option<Edition>, Refusal> {
    Ok(reader.records::<Edition>(sight)?.pop())
}

fn unsaid_why(last: Option<&Edition>, members: &[Member]) -> Refusal {
    match last.filter(|edition| edition.members == members) {
        Some(edition) => Refusal::field(
            "why",
            format!("nothing changed since edition {}; say why, as in “no change because ...”", edition.number),
        ),
        None => Refusal::field("why", "say in one line why the list changed"),
    }
}
