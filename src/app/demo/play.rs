//! Plays one scene of the sample through the commands every face uses.

use super::clause;
use super::moment::Calendar;
use super::script::{Act, Scene, decision, months};
use super::world::{AnswerScript, ReviewScript, unreadable};
use crate::app::meeting::MeetingCommand;
use crate::app::refusal::Refusal;
use crate::app::session::Session;
use crate::app::view::Lens;
use crate::app::{Answer, Command, NewAction, NewReading};
use crate::domain::period::Date;
use crate::domain::review::{AgendaGroup, ItemState, ReviewKind};

/// Does what a scene says. Returns how many entries it made beyond the first.
pub(super) fn play(session: &mut Session, scene: &Scene, today: Date) -> Result<i64, Refusal> {
    match &scene.act {
        Act::Do(command) => {
            session.run(command.clone())?;
            Ok(0)
        }
        Act::Edit { code, definition, reason } => {
            let base = session.dossier(code, Lens::default())?.row.changed_seq;
            let (code, definition, reason) = (code.clone(), definition.clone(), reason.clone());
            session.run(Command::EditObjective { code, base, definition, reason, cause: None, series: None })?;
            Ok(0)
        }
        Act::Finish { code, text, evidence } => finish(session, code, text, evidence, scene.on),
        Act::Walk(walk) => clause::walk(session, walk),
        Act::Meet(review) => meet(session, review, scene.on, today),
    }
}

fn finish(session: &mut Session, code: &str, text: &str, evidence: &str, done: Date) -> Result<i64, Refusal> {
    let actions = session.dossier(code, Lens::default())?.actions;
    let action = actions.iter().find(|action| action.text == text).ok_or_else(|| unreadable(code, &text))?;
    session.run(Command::CompleteAction { id: action.id, done, evidence: evidence.to_owned() })?;
    Ok(0)
}

/// Opens a meeting, answers what it has words for, puts the rest aside, passes the block, closes and freezes.
fn meet(session: &mut Session, script: &ReviewScript, on: Date, today: Date) -> Result<i64, Refusal> {
    let calendar = months(today);
    let kind = ReviewKind::from_word(&script.kind).ok_or_else(|| unreadable("reviews.toml", &script.kind))?;
    let opened = session.run(Command::StartReview { kind, date: on, attendees: script.attendees.clone() })?;
    let review = opened.number.unwrap_or_default();
    let items = session.review(review)?.review.items;
    let mut entries = 0;
    for item in items.iter().filter(|item| item.group != AgendaGroup::OnTrack && item.state == ItemState::Open) {
        let answer = script.answers.iter().find(|answer| answer.code == item.code);
        session.run(match answer {
            Some(answer) => Command::AnswerItem(Box::new(spoken(review, answer, calendar)?)),
            None => Command::ParkItem { review, code: item.code.clone(), parked: true },
        })?;
        entries += 1;
    }
    if items.iter().any(|item| item.group == AgendaGroup::OnTrack) {
        session.run(Command::PassBlock { review })?;
        entries += 1;
    }
    if !script.no_change.is_empty() {
        let (refresh, no_change) = (String::new(), script.no_change.clone());
        session.run(Command::Meetings(MeetingCommand::Conclude { review, refresh, no_change }))?;
        entries += 1;
    }
    session.run(Command::CloseReview { review, next_date: calendar.day(&script.next) })?;
    session.run(Command::TakeSnapshot { name: script.snapshot.clone() })?;
    Ok(entries + 2)
}

fn spoken(review: i64, script: &AnswerScript, calendar: Calendar) -> Result<Answer, Refusal> {
    let due = calendar.day(&script.due);
    let action = NewAction { text: script.action.clone(), owner: script.owner.clone(), due, ..NewAction::default() };
    Ok(Answer {
        review,
        reading: NewReading {
            code: script.code.clone(),
            meaning: script.meaning.clone(),
            decision: decision(&script.decision),
            ..NewReading::default()
        },
        decision_text: script.text.clone(),
        action: (!script.action.is_empty()).then_some(action),
        ..Answer::default()
    })
}
