//! Milestones: criteria with evidence, check-ins; and periods explained as not measured.

use super::Outcome;
use super::refusal::Refusal;
use super::session::Session;
use super::trails;
use super::write::Write;
use crate::domain::objective::{CriterionDone, Kind};
use crate::domain::operation::Operation;
use crate::domain::period::Date;
use crate::store::{Entity, Loaded, fields};

impl Session {
    pub(super) fn fulfil_criterion(
        &mut self,
        code: &str,
        number: u32,
        done: Date,
        evidence: &str,
    ) -> Result<Outcome, Refusal> {
        self.write(Operation::CriterionFulfil, "", |write| {
            let loaded = write.objective(code)?;
            let text = fulfil(write, &loaded, number, done, evidence)?;
            let code = loaded.objective.code.clone();
            let left = loaded.objective.definition.criteria.len() - loaded.objective.criteria_done.len() - 1;
            Ok(Outcome {
                summary: format!("{code} criterion {number} fulfilled on {done}: {text}; {left} open"),
                touched: vec![code],
                ..Outcome::default()
            })
        })
    }

    pub(super) fn check_in(&mut self, code: &str, on: Date, note: &str) -> Result<Outcome, Refusal> {
        self.write(Operation::ObjectiveCheckin, "", |write| {
            let actor = write.actor().to_owned();
            let code = look_at(write, code, on, note, &actor)?;
            Ok(Outcome { summary: format!("{code} checked in on {on}"), touched: vec![code], ..Outcome::default() })
        })
    }

    pub(super) fn not_measured(&mut self, code: &str, period: &str, reason: &str) -> Result<Outcome, Refusal> {
        self.write(Operation::PeriodNotMeasured, reason, |write| {
            let actor = write.actor().to_owned();
            explain(write, code, period, reason, &actor)
        })
    }
}

/// Enters that somebody looked at a milestone, inside a running transaction; returns its code.
pub(super) fn look_at(write: &mut Write, code: &str, on: Date, note: &str, by: &str) -> Result<String, Refusal> {
    let loaded = write.objective(code)?;
    milestone(&loaded)?;
    not_ahead(write, "date", on)?;
    let today = write.today();
    let id = write.tx().next_id(Entity::Checkin)?;
    write.tx().insert(Entity::Checkin, id, fields::checkin(loaded.id, on, note.trim(), by, today))?;
    Ok(loaded.objective.code)
}

/// Enters why a period was not measured, inside a running transaction.
pub(super) fn explain(write: &mut Write, code: &str, period: &str, reason: &str, by: &str) -> Result<Outcome, Refusal> {
    let target = write.target(code)?;
    if reason.trim().is_empty() {
        return Err(Refusal::field("reason", "say why the period was not measured"));
    }
    let at = target.period_for(period)?;
    if target.measured().binary_search(&at.period).is_ok() {
        let label = target.label(at.period.end);
        return Err(Refusal::field("period", format!("{} has a reading for {label}", target.code()))
            .next("correct the reading, or take it back first"));
    }
    let today = write.today();
    let id = write.tx().next_id(Entity::NotMeasured)?;
    let note = fields::not_measured(target.loaded.id, at.period.end, reason.trim(), by, today);
    write.tx().insert(Entity::NotMeasured, id, note)?;
    trails::refresh(write, &[target.loaded.id])?;
    Ok(Outcome {
        summary: format!(
            "{} {} was not measured: {}; it stays missing",
            target.code(),
            target.label(at.period.end),
            reason.trim()
        ),
        touched: vec![target.code().to_owned()],
        ..Outcome::default()
    })
}

/// Enters a fulfilled criterion inside a running transaction; returns its text.
pub(super) fn fulfil(
    write: &mut Write,
    loaded: &Loaded,
    number: u32,
    done: Date,
    evidence: &str,
) -> Result<String, Refusal> {
    milestone(loaded)?;
    let criteria = &loaded.objective.definition.criteria;
    let code = &loaded.objective.code;
    let Some(criterion) = (number as usize).checked_sub(1).and_then(|at| criteria.get(at)) else {
        return Err(Refusal::field("criterion", format!("{code} has criteria 1 to {}", criteria.len())));
    };
    if let Some(already) = loaded.objective.criteria_done.iter().find(|c| c.number == number) {
        return Err(Refusal::field("criterion", format!("{number} was fulfilled on {} already", already.done)));
    }
    if evidence.trim().is_empty() {
        return Err(Refusal::field("evidence", "say what shows it: a text, path or URL"));
    }
    not_ahead(write, "done", done)?;
    let today = write.today();
    let id = write.tx().next_id(Entity::Criterion)?;
    let entry = CriterionDone { number, done, evidence: evidence.trim().to_owned() };
    write.tx().insert(Entity::Criterion, id, fields::criterion(loaded.id, &entry, today))?;
    Ok(criterion.text.clone())
}

fn milestone(loaded: &Loaded) -> Result<(), Refusal> {
    match loaded.objective.definition.kind {
        Kind::Milestone => Ok(()),
        _ => Err(Refusal::invalid(format!("{} is measured by values, not by criteria", loaded.objective.code))
            .next("record a value")),
    }
}

fn not_ahead(write: &Write, field: &str, day: Date) -> Result<(), Refusal> {
    if day > write.today() {
        return Err(Refusal::field(field, format!("{day} lies in the future")));
    }
    Ok(())
}
