//! Plays the meetings of the sample: put in the calendar, prepared, held, closed.

use super::moment::Calendar;
use super::script::{decision, months};
use super::world::{AnswerScript, ReviewScript, unreadable};
use crate::app::meeting::MeetingCommand;
use crate::app::refusal::Refusal;
use crate::app::session::Session;
use crate::app::{Answer, Command, NewAction, NewReading};
use crate::domain::period::Date;
use crate::domain::review::{AgendaGroup, AgendaTopic, ItemState, ReviewKind, Stage};

const PLACE: &str = "reviews.toml";

/// Puts a meeting in the calendar.
pub(super) fn plan(session: &mut Session, script: &ReviewScript, today: Date) -> Result<i64, Refusal> {
    let date = day(months(today), &script.on)?;
    session.run(Command::Meetings(MeetingCommand::Plan { kind: kind(script)?, date, host: String::new() }))?;
    Ok(0)
}

/// Writes what is to be read before a planned meeting. Returns how many entries it made beyond the first.
pub(super) fn prepare(session: &mut Session, script: &ReviewScript, today: Date) -> Result<i64, Refusal> {
    let calendar = months(today);
    let date = day(calendar, &script.on)?;
    let review = planned(session, date)?.ok_or_else(|| unreadable(PLACE, &script.on))?;
    let mut commands = Vec::new();
    if !script.assessment.is_empty() {
        let assessment = Some((script.assessment.clone(), calendar.day(&script.assessment_on)));
        commands.push(MeetingCommand::Describe { review, date: None, host: None, assessment });
    }
    for note in &script.notes {
        let topic = AgendaTopic::from_word(&note.topic).ok_or_else(|| unreadable(PLACE, &note.topic))?;
        commands.push(MeetingCommand::Note { review, topic, text: note.text.clone() });
    }
    for prepared in &script.preparations {
        commands.push(MeetingCommand::Prepare {
            review,
            code: prepared.code.clone(),
            cause: prepared.cause.clone(),
            options: prepared.options.clone(),
            wanted: prepared.wanted.clone(),
        });
    }
    let entries = commands.len() as i64;
    commands.into_iter().try_for_each(|command| session.run(Command::Meetings(command)).map(drop))?;
    Ok(entries - 1)
}

/// The number of the meeting planned for a day.
fn planned(session: &mut Session, date: Date) -> Result<Option<i64>, Refusal> {
    let reviews = session.reviews()?;
    let found = reviews.iter().find(|view| view.review.date == date && view.review.stage() == Stage::Planned);
    Ok(found.map(|view| view.review.number))
}

fn kind(script: &ReviewScript) -> Result<ReviewKind, Refusal> {
    ReviewKind::from_word(&script.kind).ok_or_else(|| unreadable(PLACE, &script.kind))
}

fn day(calendar: Calendar, text: &str) -> Result<Date, Refusal> {
    calendar.day(text).ok_or_else(|| unreadable(PLACE, &text))
}

/// Opens a meeting, answers what it has words for, puts the rest aside, passes the block, closes and freezes.
pub(super) fn meet(session: &mut Session, script: &ReviewScript, on: Date, today: Date) -> Result<i64, Refusal> {
    let calendar = months(today);
    let (kind, attendees) = (kind(script)?, script.attendees.clone());
    let open = match planned(session, on)? {
        Some(review) => Command::Meetings(MeetingCommand::Open { review, date: on, attendees }),
        None => Command::StartReview { kind, date: on, attendees },
    };
    let opened = session.run(open)?;
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
        approver: script.approver.clone(),
        until: calendar.day(&script.until),
        action: (!script.action.is_empty()).then_some(action),
        ..Answer::default()
    })
}
