//! One answer of a walk, with what it does to the objective in the same transaction.

use super::picture::{carried, carried_into, serves};
use super::since::{begun_at, has_changed, was_in_force};
use super::{lines_of, taking_answers};
use crate::app::editions::supersede;
use crate::app::objectives::{Said, close, edit, versions_of};
use crate::app::overview::row;
use crate::app::refusal::Refusal;
use crate::app::view::Lens;
use crate::app::write::Write;
use crate::app::{Outcome, Session};
use crate::domain::objective::{Closing, ClosingOutcome, Definition, Lifecycle};
use crate::domain::operation::Operation;
use crate::domain::refresh::{Carry, Refresh, RefreshAnswer, RefreshLine};
use crate::domain::status::Status;
use crate::domain::version::{Cause, Version};
use crate::domain::words;
use crate::store::Loaded;

/// What somebody answered.
pub(super) struct Given {
    pub answer: RefreshAnswer,
    pub reason: String,
    pub successor: String,
    pub outcome: Option<ClosingOutcome>,
}

impl Session {
    pub(super) fn answer_refresh(&mut self, number: i64, code: &str, given: Given) -> Result<Outcome, Refusal> {
        let status = self.status_of(code)?;
        self.write(Operation::RefreshAnswer, given.reason.trim(), |write| {
            let sight = write.sight();
            let refresh = taking_answers(write.tx(), &sight, number)?;
            let loaded = write.objective(code)?;
            let known = lines_of(write.tx(), &sight, number)?.into_iter().find(|line| line.objective == loaded.id);
            let versions = versions_of(write, &loaded)?;
            let begun = begun_at(write.tx(), number)?;
            if known.is_none() && !was_in_force(&versions, begun) {
                return Err(Refusal::invalid(format!(
                    "{} was not in force when refresh {number} was begun; it needs no answer",
                    loaded.objective.code
                )));
            }
            let done = match given.answer {
                RefreshAnswer::Keep => keep(write, &refresh, &loaded, &versions, &given.reason)?,
                RefreshAnswer::Change => change(&loaded, &versions, begun, &given.reason)?,
                RefreshAnswer::Retire => retire(write, &loaded, &given, status)?,
                RefreshAnswer::Replace => replace(write, &loaded, &given)?,
            };
            let line = RefreshLine {
                id: 0,
                refresh: number,
                objective: loaded.id,
                answer: given.answer,
                reason: done.reason.clone(),
                successor: done.successor.clone(),
                recorded_on: write.today(),
            };
            match known {
                Some(known) => write.tx().put(known.id, &line)?,
                None => {
                    write.tx().add(&line)?;
                }
            }
            let code = loaded.objective.code;
            let touched = std::iter::once(code.clone()).chain((!done.successor.is_empty()).then_some(done.successor));
            Ok(Outcome {
                summary: format!("{code} {}{}", words::refresh_answer(given.answer), done.what),
                touched: touched.collect(),
                number: Some(number),
                ..Outcome::default()
            })
        })
    }

    /// Where an objective stands today, for the outcome of a closing nobody named one for.
    fn status_of(&mut self, code: &str) -> Result<Option<Status>, Refusal> {
        self.store.read(|reader| {
            let look = self.look(Lens::default(), reader)?;
            let rules = crate::app::lens::rules_through(reader, &look)?;
            let Some(loaded) = reader.objective_by_code(code.trim(), &look.sight)? else { return Ok(None) };
            Ok(Some(row(reader, &look, &rules, loaded)?.judgement.status))
        })
    }
}

/// What an answer did.
struct Done {
    reason: String,
    successor: String,
    /// After the word of the answer: `, due 31 Mar 2027`.
    what: String,
}

fn done(reason: String, what: impl Into<String>) -> Done {
    Done { reason, successor: String::new(), what: what.into() }
}

fn keep(
    write: &mut Write,
    refresh: &Refresh,
    loaded: &Loaded,
    versions: &[Version],
    reason: &str,
) -> Result<Done, Refusal> {
    let code = &loaded.objective.code;
    if loaded.objective.lifecycle == Lifecycle::Retired {
        return Err(Refusal::invalid(format!("{code} is closed; it cannot be kept")));
    }
    let newest = versions.iter().find(|v| v.draft).or(versions.iter().rfind(|v| !v.draft));
    let definition = newest.map_or_else(|| loaded.objective.definition.clone(), |version| version.definition.clone());
    let calendar = write.rules()?.calendar;
    let reason = match reason.trim() {
        "" => still_serves(&definition),
        said => said.to_owned(),
    };
    match carried(&definition, calendar, refresh) {
        Carry::Stays => Ok(done(reason, "")),
        Carry::NeedsForm(why) => Err(Refusal::invalid(format!("{code} cannot be kept by a letter: {why}"))
            .next("change it with a new date and target, retire or replace it")),
        Carry::Moves(moved) => {
            let said = Said {
                reason: format!("carried into {}: {reason}", carried_into(refresh, calendar)),
                cause: Some(Cause::YearEnd),
                series: None,
            };
            let outcome = edit(write, code, loaded.changed_seq, &moved, &said)?;
            let version = outcome.number.map(|number| format!(", version {number} waits for approval"));
            Ok(done(reason, version.unwrap_or_default()))
        }
    }
}

/// Why an objective is kept where nobody says it: it still serves what it served.
fn still_serves(definition: &Definition) -> String {
    match serves(definition).as_slice() {
        [] => "still wanted as it is".to_owned(),
        served => format!("still serves {}", served.join(", ")),
    }
}

fn change(loaded: &Loaded, versions: &[Version], begun: u64, reason: &str) -> Result<Done, Refusal> {
    let code = &loaded.objective.code;
    let newest = versions.iter().rfind(|version| version.seq > begun);
    let Some(newest) = newest.filter(|_| has_changed(versions, begun)) else {
        return Err(Refusal::invalid(format!("{code} has not been changed since the refresh was begun"))
            .next("change it first, then answer"));
    };
    let reason = if reason.trim().is_empty() { newest.reason.clone() } else { reason.trim().to_owned() };
    if reason.is_empty() {
        return Err(Refusal::field("reason", format!("say why {code} changes")));
    }
    let what = if newest.draft {
        format!(", version {} waits for approval", newest.number)
    } else {
        format!(", version {}", newest.number)
    };
    Ok(done(reason, what))
}

fn retire(write: &mut Write, loaded: &Loaded, given: &Given, status: Option<Status>) -> Result<Done, Refusal> {
    if let Some(closing) = &loaded.objective.closing {
        let reason =
            if given.reason.trim().is_empty() { closing.reason.clone() } else { given.reason.trim().to_owned() };
        return Ok(done(reason, format!(" on {}", closing.retired_on)));
    }
    let reason = given.reason.trim().to_owned();
    let outcome = given.outcome.unwrap_or(match status {
        Some(Status::Achieved) => ClosingOutcome::Achieved,
        Some(Status::Missed) => ClosingOutcome::Missed,
        _ => ClosingOutcome::Cancelled,
    });
    let closing = Closing {
        retired_on: write.today(),
        outcome,
        reason: reason.clone(),
        successor: String::new(),
        by: String::new(),
        reference: String::new(),
    };
    close(write, &loaded.objective.code, closing)?;
    Ok(done(reason, format!(" as {}", words::outcome(outcome))))
}

/// Another objective takes its place: the one named, else a draft that carries metric, trace and plan on.
fn replace(write: &mut Write, loaded: &Loaded, given: &Given) -> Result<Done, Refusal> {
    let code = &loaded.objective.code;
    let reason = given.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(Refusal::field("reason", format!("say why another objective takes the place of {code}")));
    }
    let known = write.tx().id_of(given.successor.trim())?;
    let closing = Closing {
        retired_on: write.today(),
        outcome: ClosingOutcome::Superseded,
        reason: reason.clone(),
        successor: given.successor.trim().to_owned(),
        by: String::new(),
        reference: String::new(),
    };
    let outcome = match known {
        None => {
            // What is over by its date goes on without one, until somebody decides the next.
            let carried = &loaded.objective.definition;
            let due = carried.due.filter(|due| *due > closing.retired_on);
            let carried = Definition { start: closing.retired_on, due, ..carried.clone() };
            supersede(write, code, Some(carried), closing)?
        }
        Some(_) => close(write, code, closing)?,
    };
    let successor = match known {
        Some(id) => write.tx().code_of(id)?.unwrap_or_default(),
        None => outcome.touched.into_iter().next().unwrap_or_default(),
    };
    Ok(Done { what: format!(" by {successor}"), reason, successor })
}
