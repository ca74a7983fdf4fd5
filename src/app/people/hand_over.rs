//! Somebody takes over: objectives, figures and open actions in one step, from today or from a day ahead.
//!
//! Objectives get a version that needs no approval; dated ahead it begins on its day. Open actions are rewritten at once
//! when the day has come; dated ahead the hand-over keeps their numbers, and from its day on they are read as the taker's.

use super::entries::known;
use super::rearrange::{self, Change};
use crate::app::write::Write;
use crate::app::{Outcome, Refusal, Session};
use crate::domain::ahead::content_on;
use crate::domain::directory::{Activity, Directory, same_name};
use crate::domain::operation::Operation;
use crate::domain::period::Date;
use crate::domain::rearrangement::{Patch, Rearrangement, RearrangementKind};
use crate::domain::words;
use crate::store::Entity;

/// A hand-over as it is asked for.
pub(super) struct HandOver {
    pub from: String,
    pub to: String,
    pub on: Option<Date>,
    pub codes: Vec<String>,
    pub reason: String,
}

impl Session {
    pub(super) fn hand_over(&mut self, asked: HandOver) -> Result<Outcome, Refusal> {
        self.write(Operation::HandOver, &asked.reason, |write| hand_over(write, &asked))
    }

    pub(super) fn accept_hand_over(&mut self, number: i64, by: &str, on: Date) -> Result<Outcome, Refusal> {
        self.write(Operation::HandOverAccept, "", |write| accept(write, number, by, on))
    }
}

fn hand_over(write: &mut Write, asked: &HandOver) -> Result<Outcome, Refusal> {
    let (from, to) = (asked.from.trim(), asked.to.trim());
    let today = write.today();
    let begins = asked.on.unwrap_or(today);
    let mut warnings = Vec::new();
    warnings.extend(may_take(write, from, to, begins)?);
    let only = asked.codes.iter().map(|code| Ok(write.objective(code)?.objective.code));
    let only: Vec<String> = only.collect::<Result<_, Refusal>>()?;

    let changes = passed_on(write, from, to, begins, &only)?;
    let actions = open_actions(write, from, &only)?;
    if changes.is_empty() && actions.is_empty() {
        let of = if only.is_empty() { String::new() } else { format!(" in {}", only.join(", ")) };
        return Err(Refusal::invalid(format!("there is nothing of {from} to hand over{of} on {begins}"))
            .next("`sixtwo people` lists what each owns, reports and owes"));
    }
    let reason = match asked.reason.trim() {
        "" => format!("hand-over from {from} to {to}"),
        said => said.to_owned(),
    };
    let made = rearrange::write_versions(write, &changes, begins, &reason)?;
    warnings.extend(made.warnings);
    if begins <= today {
        for action in &actions {
            let owner = serde_json::Map::from_iter([("owner".to_owned(), to.into())]);
            write.tx().update(Entity::Action, *action, owner.into_iter().collect())?;
        }
    } else if !actions.is_empty() {
        let stay = words::counted(actions.len(), "open action stays", "open actions stay");
        warnings.push(format!("{stay} with {from} until {begins}"));
    }
    let number = write.tx().add(&Rearrangement {
        id: 0,
        kind: RearrangementKind::HandOver,
        name: format!("{from} to {to}"),
        begins,
        giver: from.to_owned(),
        taker: to.to_owned(),
        codes: made.codes.clone(),
        actions: actions.clone(),
        reason: asked.reason.trim().to_owned(),
        accepted_by: String::new(),
        accepted_on: None,
        recorded_on: today,
    })?;
    let tasks = if actions.is_empty() {
        String::new()
    } else {
        format!(" and {}", words::counted(actions.len(), "open action", "open actions"))
    };
    let objectives = if made.codes.is_empty() { "no objective".to_owned() } else { made.codes.join(", ") };
    Ok(Outcome {
        summary: format!("{to} takes over {objectives}{tasks} from {from} on {begins}; {to} has not accepted yet"),
        touched: made.codes,
        warnings,
        number: Some(number),
        ..Outcome::default()
    })
}

/// The taker must be somebody else, and there on the day; one the directory does not know is a warning.
fn may_take(write: &mut Write, from: &str, to: &str, begins: Date) -> Result<Option<String>, Refusal> {
    for (field, name) in [("from", from), ("to", to)] {
        if name.is_empty() {
            return Err(Refusal::field(field, "name a person or a role"));
        }
    }
    if same_name(from, to) {
        return Err(Refusal::field("to", format!("{to} has it already")));
    }
    let entries = known(write)?;
    let refused = |why: String| Err(Refusal::field("to", why).next("name somebody who is there on that day"));
    match Directory::new(&entries).activity(to, begins) {
        Activity::Active => Ok(None),
        Activity::Unknown if entries.is_empty() => Ok(None),
        Activity::Unknown => Ok(Some(format!("{to} is not in the directory"))),
        Activity::Ended(day) => refused(format!("{to} is there until {day} only")),
        Activity::NotYet(day) => refused(format!("{to} is there from {day} on only")),
        Activity::Vacant => refused(format!("nobody holds the role {to} on {begins}")),
    }
}

/// Every objective that names the giver on the day, with what passes on.
fn passed_on(write: &mut Write, from: &str, to: &str, begins: Date, only: &[String]) -> Result<Vec<Change>, Refusal> {
    let sight = write.sight();
    let mut changes = Vec::new();
    for loaded in write.tx().objectives(&sight)? {
        let closed = loaded.objective.closing.as_ref().is_some_and(|closing| closing.retired_on <= begins);
        if closed || !(only.is_empty() || only.contains(&loaded.objective.code)) {
            continue;
        }
        let versions = write.tx().versions(loaded.id, &sight)?;
        let content = content_on(&versions, begins).or(versions.last());
        let patch = content.and_then(|version| Patch::of_hand_over(&version.definition, from, to));
        changes.extend(patch.map(|patch| Change { loaded, patch }));
    }
    Ok(changes)
}

/// Numbers of the giver's open actions; those of no objective go with a hand-over of everything.
fn open_actions(write: &mut Write, from: &str, only: &[String]) -> Result<Vec<i64>, Refusal> {
    let sight = write.sight();
    let actions = write.tx().actions(&sight, None)?;
    let open = actions.into_iter().filter(|action| action.done_on.is_none() && same_name(&action.owner, from));
    Ok(open.filter(|action| only.is_empty() || only.contains(&action.code)).map(|action| action.id).collect())
}

fn accept(write: &mut Write, number: i64, by: &str, on: Date) -> Result<Outcome, Refusal> {
    let (by, sight, today) = (by.trim(), write.sight(), write.today());
    let all: Vec<Rearrangement> = write.tx().records(&sight)?;
    let found = all.into_iter().find(|r| r.id == number && r.kind == RearrangementKind::HandOver);
    let Some(hand_over) = found else {
        return Err(
            Refusal::not_found(format!("there is no hand-over {number}")).next("`sixtwo people` lists those that wait")
        );
    };
    if let Some(day) = hand_over.accepted_on {
        return Err(Refusal::invalid(format!(
            "hand-over {number} was accepted by {} on {day} already",
            hand_over.accepted_by
        )));
    }
    if on > today {
        return Err(Refusal::field("on", format!("{on} lies in the future")));
    }
    let entries = known(write)?;
    if !Directory::new(&entries).is_meant(by, &hand_over.taker, on.max(hand_over.begins)) {
        let taker = &hand_over.taker;
        return Err(Refusal::field("by", format!("{by} is not {taker}, nor who holds that role"))
            .next(format!("{taker} accepts it, or another hand-over passes it on")));
    }
    let summary = format!("{by} accepts hand-over {number} from {}: {}", hand_over.giver, hand_over.codes.join(", "));
    let touched = hand_over.codes.clone();
    write.tx().put(number, &Rearrangement { accepted_by: by.to_owned(), accepted_on: Some(on), ..hand_over })?;
    Ok(Outcome { summary, touched, number: Some(number), ..Outcome::default() })
}
