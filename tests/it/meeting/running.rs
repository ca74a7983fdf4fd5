//! A running meeting: any order, put aside, taken back, resumed from another seat.

use sixtwo::app::meeting::MeetingCommand;
use sixtwo::app::{Answer, Command};
use sixtwo::domain::reading::DecisionKind;
use sixtwo::domain::review::{ItemState, MeetingStep, ReviewKind};

use super::room::*;

#[test]
fn it_goes_on_at_another_seat_where_it_was() {
    let mut desk = desk();
    let review = open(&mut desk, ReviewKind::Objectives, "2026-03-12");
    meet(&mut desk, MeetingCommand::Step { review, step: MeetingStep::LastActions, done: true }).expect("a step");
    meet(&mut desk, MeetingCommand::Spend { review, code: "HR-2".to_owned(), seconds: 40 }).expect("a look");
    let at_length = Answer { seconds: 50, ..said(review, "HR-2", "one contractor", None) };
    answer(&mut desk, at_length).expect("an answer");
    let mut colleague = desk.colleague("2026-03-12");
    let seen = colleague.review(review).expect("the meeting").review;
    assert_eq!(seen.steps, [MeetingStep::LastActions]);
    let item = seen.items.iter().find(|item| item.code == "HR-2").expect("on the agenda");
    assert_eq!((item.state, item.seconds, item.meaning.as_str()), (ItemState::Answered, 90, "one contractor"));
    colleague
        .run(Command::AmendReview { review, attendees: vec!["K. Lind".to_owned()], next_date: None })
        .expect("amended");
    assert_eq!(view(&mut desk, review).review.attendees, ["K. Lind"]);
    desk.is_sound();
}

#[test]
fn everything_said_in_it_can_be_taken_back_while_it_is_open() {
    let mut desk = desk();
    let review = open(&mut desk, ReviewKind::Management, "2026-03-12");
    let untouched = desk.session.read_back(review).expect("the draft");
    use MeetingCommand as M;
    let (code, text) = (|| "IT-2".to_owned(), || "some words".to_owned());
    let topic = sixtwo::domain::review::AgendaTopic::ContextChanges;
    for command in [
        Command::AnswerItem(Box::new(said(review, "IT-2", "words", Some(DecisionKind::Act)))),
        Command::ParkItem { review, code: code(), parked: true },
        Command::PassBlock { review },
        Command::AmendReview { review, attendees: vec!["K. Lind".to_owned()], next_date: None },
        Command::Meetings(M::Note { review, topic, text: text() }),
        Command::Meetings(M::Prepare { review, code: code(), cause: text(), options: text(), wanted: text() }),
        Command::Meetings(M::Step { review, step: MeetingStep::ReadBack, done: true }),
        Command::Meetings(M::Spend { review, code: code(), seconds: 30 }),
        Command::Meetings(M::Conclude { review, refresh: text(), no_change: String::new() }),
        Command::Meetings(M::Describe { review, date: None, host: Some(text()), assessment: Some((text(), None)) }),
    ] {
        let done = desk.run(command.clone()).expect("a write");
        assert!(done.undoable, "{command:?}");
        desk.run(Command::Undo { seq: None }).expect("taken back");
        let now = desk.session.read_back(review).expect("the draft");
        let (seq, head) = (untouched.seq, untouched.head.clone());
        assert_eq!(sixtwo::domain::minutes::Minutes { seq, head, ..now }, untouched, "{command:?}");
    }
    desk.is_sound();
}

#[test]
fn a_meeting_that_changes_something_says_only_that() {
    let mut desk = desk();
    let review = open(&mut desk, ReviewKind::Management, "2026-03-12");
    let (refresh, no_change) = ("HR-2 gets a stricter target".to_owned(), "nothing changed".to_owned());
    let both = MeetingCommand::Conclude { review, refresh: refresh.clone(), no_change };
    assert_eq!(meet(&mut desk, both).expect_err("not both").fields[0].field, "no_change");
    meet(&mut desk, MeetingCommand::Conclude { review, refresh, no_change: String::new() }).expect("concluded");
    close(&mut desk, review, None).expect("closed");
    assert_eq!(minutes(&mut desk, review).refresh, "HR-2 gets a stricter target");
}
