//! Actions: agreed, moved, done with what shows it, and, where they remove a cause, looked at again.

use crate::app::refusal::Refusal;
use crate::app::session::Session;
use crate::app::view::Lens;
use crate::app::write::Write;
use crate::app::{NewAction, Outcome};
use crate::domain::operation::Operation;
use crate::domain::period::Date;
use crate::domain::review::{Action, ActionKind};
use crate::store::{Entity, Fields, fields};

impl Session {
    /// Every action, open ones first, then by due date.
    pub fn actions(&mut self, lens: Lens) -> Result<Vec<Action>, Refusal> {
        self.store.read(|reader| Ok(reader.actions(&self.look(lens, reader)?.sight, None)?))
    }

    /// One action.
    pub fn action(&mut self, id: i64) -> Result<Action, Refusal> {
        self.actions(Lens::default())?.into_iter().find(|action| action.id == id).ok_or_else(|| unknown(id))
    }

    pub(in crate::app) fn add_action(&mut self, code: &str, action: &NewAction) -> Result<Outcome, Refusal> {
        self.write(Operation::ActionAdd, "", |write| {
            let objective = match code.trim() {
                "" => None,
                code => Some(write.objective(code)?),
            };
            let touched = objective.iter().map(|o| o.objective.code.clone()).collect();
            let id = insert_action(write, objective.map(|o| o.id), None, action)?;
            Ok(Outcome {
                summary: format!("action {id}: {}, {}", action.text.trim(), action.owner.trim()),
                touched,
                number: Some(id),
                ..Outcome::default()
            })
        })
    }

    pub(in crate::app) fn complete_action(&mut self, id: i64, done: Date, evidence: &str) -> Result<Outcome, Refusal> {
        self.write(Operation::ActionComplete, "", |write| {
            let action = open_action(write, id)?;
            let mut changed = Fields::new();
            changed.insert("done_on".to_owned(), serde_json::json!(done));
            if !evidence.trim().is_empty() {
                changed.insert("evidence".to_owned(), serde_json::json!(evidence.trim()));
            }
            write.tx().update(Entity::Action, id, changed)?;
            Ok(about(&action, format!("action {id} done on {done}: {}", action.text)))
        })
    }

    pub(super) fn amend_action(
        &mut self,
        id: i64,
        owner: &str,
        due: Option<Date>,
        reason: &str,
    ) -> Result<Outcome, Refusal> {
        self.write(Operation::ActionAmend, reason, |write| {
            let action = open_action(write, id)?;
            let owner = owner.trim();
            if owner.is_empty() {
                return Err(Refusal::field("action_owner", "an action needs somebody who does it"));
            }
            let mut changed = Fields::new();
            changed.insert("owner".to_owned(), serde_json::json!(owner));
            changed.insert("due".to_owned(), serde_json::json!(due));
            write.tx().update(Entity::Action, id, changed)?;
            let by = due.map(|day| format!(", by {day}")).unwrap_or_default();
            Ok(about(&action, format!("action {id}: {owner}{by}")))
        })
    }

    pub(super) fn check_action(&mut self, id: i64, on: Date, helped: bool, note: &str) -> Result<Outcome, Refusal> {
        self.write(Operation::ActionCheck, "", |write| {
            let action = action_of(write, id)?;
            let Some(done_on) = action.done_on else {
                return Err(Refusal::invalid(format!("action {id} is not done yet"))
                    .next("enter that it is done first, then whether it helped"));
            };
            if on < done_on {
                return Err(Refusal::field("on", format!("action {id} was done on {done_on}, later than that")));
            }
            if note.trim().is_empty() {
                return Err(Refusal::field("note", "say what shows whether it helped"));
            }
            let mut changed = Fields::new();
            changed.insert("checked_on".to_owned(), serde_json::json!(on));
            changed.insert("helped".to_owned(), serde_json::json!(helped));
            changed.insert("check_note".to_owned(), serde_json::json!(note.trim()));
            write.tx().update(Entity::Action, id, changed)?;
            let said = if helped { "helped" } else { "did not help" };
            Ok(about(&action, format!("action {id} {said}: {}", action.text)))
        })
    }
}

fn about(action: &Action, summary: String) -> Outcome {
    let touched = Some(action.code.clone()).filter(|code| !code.is_empty()).into_iter().collect();
    Outcome { summary, touched, number: Some(action.id), ..Outcome::default() }
}

fn action_of(write: &mut Write, id: i64) -> Result<Action, Refusal> {
    let sight = write.sight();
    let action = write.tx().actions(&sight, None)?.into_iter().find(|action| action.id == id);
    action.ok_or_else(|| unknown(id))
}

fn unknown(id: i64) -> Refusal {
    Refusal::not_found(format!("there is no action {id}")).next("`sixtwo action list` shows them")
}

fn open_action(write: &mut Write, id: i64) -> Result<Action, Refusal> {
    let action = action_of(write, id)?;
    match action.done_on {
        Some(done) => Err(Refusal::invalid(format!("action {id} was done on {done} already"))),
        None => Ok(action),
    }
}

pub(super) fn insert_action(
    write: &mut Write,
    objective: Option<i64>,
    review: Option<i64>,
    new: &NewAction,
) -> Result<i64, Refusal> {
    if new.text.trim().is_empty() {
        return Err(Refusal::field("action", "say what is to be done"));
    }
    if new.owner.trim().is_empty() {
        return Err(Refusal::field("action_owner", "an action needs somebody who does it"));
    }
    if new.kind == ActionKind::Corrective && new.cause.trim().is_empty() {
        return Err(Refusal::field("action_cause", "a corrective action removes a cause: say which"));
    }
    if let (Some(check), Some(due)) = (new.check_on, new.due)
        && check < due
    {
        return Err(Refusal::field("action_check", "whether it helped is seen after it is due"));
    }
    let today = write.today();
    let id = write.tx().next_id(Entity::Action)?;
    let action = Action {
        id,
        review,
        text: new.text.trim().to_owned(),
        owner: new.owner.trim().to_owned(),
        due: new.due,
        kind: new.kind,
        cause: new.cause.trim().to_owned(),
        check_on: new.check_on,
        ..Action::default()
    };
    write.tx().insert(Entity::Action, id, fields::action(objective, &action, today))?;
    Ok(id)
}
