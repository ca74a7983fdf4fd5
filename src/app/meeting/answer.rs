//! Answering an agenda item: value, meaning, decision and action, together on disk or not at all.

use super::{insert_action, item_of, running, update_item};
use crate::app::command::Answer;
use crate::app::milestones;
use crate::app::readings::{Target, record, say_meaning};
use crate::app::refusal::Refusal;
use crate::app::session::Session;
use crate::app::write::Write;
use crate::app::{NewReading, Outcome};
use crate::domain::objective::Kind;
use crate::domain::operation::Operation;
use crate::domain::period::Date;
use crate::domain::reading::DecisionKind;
use crate::domain::review::{Decision, ItemState, Review, ReviewItem};
use crate::domain::words;
use crate::store::{Entity, fields};

impl Session {
    pub(in crate::app) fn answer_item(&mut self, answer: Answer) -> Result<Outcome, Refusal> {
        let reason = answer.reading.reason.clone();
        self.write(Operation::ReviewAnswer, &reason, |write| {
            let review = running(write, answer.review)?;
            let item = item_of(&review, &answer.reading.code)?.clone();
            let said = speak(write, &answer, &item)?;
            let decision = answer.reading.decision;
            if let Some(kind) = decision {
                decide(write, &answer, &item, kind, said.measured_on, &review)?;
            }
            if let Some(action) = &answer.action {
                let objective = write.objective(&item.code)?.id;
                insert_action(write, Some(objective), Some(answer.review), action)?;
            }
            let meaning = answer.reading.meaning.trim();
            let answered = ReviewItem {
                state: ItemState::Answered,
                measured_on: said.measured_on.or(item.measured_on),
                meaning: if meaning.is_empty() { item.meaning.clone() } else { meaning.to_owned() },
                decision: decision.or(item.decision),
                automatic: false,
                seconds: item.seconds + answer.seconds,
                ..item.clone()
            };
            update_item(write, answer.review, &answered)?;
            let decided = decision.map(|kind| format!(", decided: {}", words::decision(kind))).unwrap_or_default();
            Ok(Outcome {
                summary: format!("{}{decided}", said.summary),
                touched: vec![item.code],
                warnings: said.warnings,
                number: Some(answer.review),
                ..Outcome::default()
            })
        })
    }
}

/// What an answer said about the objective, before anything was decided.
struct Said {
    summary: String,
    warnings: Vec<String>,
    measured_on: Option<Date>,
}

/// The value if one is given, else the meaning of the reading that is in; for a milestone its criteria or a check-in.
fn speak(write: &mut Write, answer: &Answer, item: &ReviewItem) -> Result<Said, Refusal> {
    let target = write.target(&item.code)?;
    if target.objective().definition.kind == Kind::Milestone {
        return milestone(write, answer, &target);
    }
    // The decision has a row of its own, with its words and its meeting.
    let reading = NewReading { decision: None, ..answer.reading.clone() };
    if reading.value.is_some() {
        let recorded = record(write, &reading)?;
        return Ok(Said {
            summary: recorded.outcome.summary,
            warnings: recorded.outcome.warnings,
            measured_on: Some(recorded.measured_on),
        });
    }
    let Some(newest) = target.newest_in(&reading.period, item.measured_on) else {
        // Nothing was ever measured: what is said about that stands in the minutes.
        return Ok(Said { summary: format!("{} answered", item.code), warnings: Vec::new(), measured_on: None });
    };
    let (measured_on, revision) = (newest.measured_on, newest.revision);
    let meaning = reading.meaning.trim();
    if !meaning.is_empty() && (meaning != newest.evaluation || newest.automatic) {
        say_meaning(write, &target, measured_on, revision, meaning, None, false)?;
    }
    Ok(Said {
        summary: format!("{} {} confirmed", item.code, target.label(measured_on)),
        warnings: Vec::new(),
        measured_on: Some(measured_on),
    })
}

fn milestone(write: &mut Write, answer: &Answer, target: &Target) -> Result<Said, Refusal> {
    let today = write.today();
    let code = target.code().to_owned();
    for (number, evidence) in &answer.criteria {
        let loaded = write.objective(&code)?;
        milestones::fulfil(write, &loaded, *number, today, evidence)?;
    }
    let actor = write.actor().to_owned();
    let id = write.tx().next_id(Entity::Checkin)?;
    let note = answer.reading.meaning.trim().to_owned();
    write.tx().insert(Entity::Checkin, id, fields::checkin(target.loaded.id, today, &note, &actor, today))?;
    let summary = match answer.criteria.len() {
        0 => format!("{code} checked in"),
        1 => format!("{code} one criterion fulfilled"),
        n => format!("{code} {n} criteria fulfilled"),
    };
    Ok(Said { summary, warnings: Vec::new(), measured_on: None })
}

/// Answering an item again replaces what was decided on it in this meeting.
fn decide(
    write: &mut Write,
    answer: &Answer,
    item: &ReviewItem,
    kind: DecisionKind,
    measured_on: Option<Date>,
    review: &Review,
) -> Result<(), Refusal> {
    let objective = write.objective(&item.code)?.id;
    let sight = write.sight();
    let earlier = write.tx().decisions(&sight, Some(objective))?;
    let again = earlier.into_iter().find(|d| d.review == Some(answer.review));
    let by = write.actor().to_owned();
    let today = write.today();
    // Where nobody else is named, the meeting itself approves.
    let meeting = format!("{} {}", words::meeting(review.kind), review.number);
    let approver = Some(answer.approver.trim()).filter(|name| !name.is_empty()).unwrap_or(&meeting);
    let text = answer.decision_text.trim();
    let text = if kind == DecisionKind::Accept && text.is_empty() { answer.reading.meaning.trim() } else { text };
    if kind == DecisionKind::Accept {
        acceptable(text, answer.until, review.date)?;
    }
    let decision = Decision {
        id: 0,
        code: item.code.clone(),
        review: Some(answer.review),
        on: review.date,
        kind,
        text: text.to_owned(),
        by,
        approver: if kind == DecisionKind::Accept { approver.to_owned() } else { String::new() },
        until: answer.until,
        measured_on: measured_on.or(item.measured_on),
    };
    let row = fields::decision(objective, &decision, today);
    match again {
        Some(again) => {
            let mut replaced = row;
            for field in ["text", "until", "approver"] {
                replaced.entry(field).or_insert(serde_json::Value::Null);
            }
            write.tx().update(Entity::Decision, again.id, replaced)?;
        }
        None => {
            let id = write.tx().next_id(Entity::Decision)?;
            write.tx().insert(Entity::Decision, id, row)?;
        }
    }
    Ok(())
}

/// Living with it for now has a reason and an end.
fn acceptable(reason: &str, until: Option<Date>, on: Date) -> Result<(), Refusal> {
    if reason.is_empty() {
        return Err(Refusal::field("decision_text", "accepting for now needs a reason"));
    }
    match until {
        None => Err(Refusal::field("until", "accepting for now needs an end date")),
        Some(until) if until <= on => Err(Refusal::field("until", "the end date lies after the meeting")),
        Some(_) => Ok(()),
    }
}
