//! A register with three monthly objectives in force and readings for January and February, and a meeting in it.

use sixtwo::app::meeting::MeetingCommand;
use sixtwo::app::view::ReviewView;
use sixtwo::app::{Answer, Command, NewAction, NewReading, Outcome, Refusal};
use sixtwo::domain::minutes::Minutes;
use sixtwo::domain::reading::DecisionKind;
use sixtwo::domain::review::ReviewKind;

pub use crate::editions::desk::{Desk, day};

/// IT-2 missed its target twice, HR-2 once, HR-1 holds it; the day is 12 March 2026.
pub fn desk() -> Desk {
    let mut desk = Desk::with_edition();
    desk.on("2026-03-05");
    for (code, january, february) in [("IT-2", "90", "91"), ("HR-1", "100", "100"), ("HR-2", "99", "97")] {
        desk.record(code, "2026-01", january);
        desk.record(code, "2026-02", february);
    }
    desk.on("2026-03-12");
    desk
}

/// Opens a meeting of a kind on a day.
pub fn open(desk: &mut Desk, kind: ReviewKind, today: &str) -> i64 {
    desk.on(today);
    let attendees = vec!["M. Berg".to_owned(), "R. Okafor".to_owned()];
    let opened = desk.run(Command::StartReview { kind, date: day(today), attendees }).expect("a meeting");
    opened.number.expect("its number")
}

/// What is said on an item; a decision where one is given.
pub fn said(review: i64, code: &str, meaning: &str, decision: Option<DecisionKind>) -> Answer {
    let reading = NewReading { code: code.to_owned(), meaning: meaning.to_owned(), decision, ..NewReading::default() };
    Answer { review, reading, ..Answer::default() }
}

pub fn answer(desk: &mut Desk, answer: Answer) -> Result<Outcome, Refusal> {
    desk.run(Command::AnswerItem(Box::new(answer)))
}

pub fn meet(desk: &mut Desk, command: MeetingCommand) -> Result<Outcome, Refusal> {
    desk.run(Command::Meetings(command))
}

pub fn close(desk: &mut Desk, review: i64, next: Option<&str>) -> Result<Outcome, Refusal> {
    desk.run(Command::CloseReview { review, next_date: next.map(day) })
}

/// A meeting in which IT-2 is to be acted on, closed on its day.
pub fn first_meeting(desk: &mut Desk) -> i64 {
    let review = open(desk, ReviewKind::Objectives, "2026-03-12");
    let action = NewAction {
        text: "weekend patch window".to_owned(),
        owner: "J. Lind".to_owned(),
        due: Some(day("2026-03-31")),
        ..NewAction::default()
    };
    let act = said(review, "IT-2", "two hosts cannot be patched", Some(DecisionKind::Act));
    answer(desk, Answer { action: Some(action), seconds: 95, ..act }).expect("an answer");
    desk.run(Command::PassBlock { review }).expect("the block");
    close(desk, review, Some("2026-04-09")).expect("closed");
    review
}

pub fn view(desk: &mut Desk, review: i64) -> ReviewView {
    desk.session.review(review).expect("the meeting")
}

pub fn minutes(desk: &mut Desk, review: i64) -> Minutes {
    desk.session.minutes(review).expect("frozen minutes")
}
