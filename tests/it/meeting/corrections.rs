//! A value that stood in closed minutes and is another one now stands first on the next agenda, until it is answered.

use sixtwo::app::meeting::MeetingCommand;
use sixtwo::app::{Command, NewReading};
use sixtwo::domain::reading::{DecisionKind, Verdict};
use sixtwo::domain::review::ReviewKind;

use super::room::*;

fn correct(desk: &mut Desk, value: &str) -> u64 {
    let reading = NewReading {
        code: "IT-2".to_owned(),
        period: "2026-02".to_owned(),
        value: value.parse().ok(),
        reason: "two fixes were counted late".to_owned(),
        ..NewReading::default()
    };
    desk.run(Command::RecordReading(Box::new(reading))).expect("a correction").seq
}

fn stands(review: i64, stands: bool, reason: &str) -> MeetingCommand {
    let (code, measured_on, reason) = ("IT-2".to_owned(), day("2026-02-28"), reason.to_owned());
    MeetingCommand::AnswerCorrection { review, code, measured_on, stands, reason }
}

#[test]
fn it_tells_old_and_new_who_saw_it_and_what_was_decided_on_it() {
    let mut desk = desk();
    first_meeting(&mut desk);
    assert!(desk.session.corrections().expect("no note").is_empty());
    desk.on("2026-03-20");
    correct(&mut desk, "96");
    let notes = desk.session.corrections().expect("the notes");
    let [note] = notes.as_slice() else { panic!("{notes:?}") };
    assert_eq!((note.code.as_str(), note.label.as_str(), note.shown_in), ("IT-2", "Feb 2026", 1));
    assert_eq!((note.old.as_str(), note.new.as_str()), ("91 %", "96 %"));
    assert_eq!((note.old_verdict, note.new_verdict), (Some(Verdict::NotMet), Some(Verdict::Met)));
    assert!(note.changes_verdict() && note.is_open());
    assert_eq!(note.seen_by, ["M. Berg", "R. Okafor"]);
    assert_eq!((note.decision, note.reason.as_str()), (Some(DecisionKind::Act), "two fixes were counted late"));
    assert_eq!(minutes(&mut desk, 1).items[0].shown, "91 %", "what was frozen stays");
}

#[test]
fn it_is_asked_until_a_meeting_answers_and_again_after_another_correction() {
    let mut desk = desk();
    first_meeting(&mut desk);
    desk.on("2026-03-20");
    correct(&mut desk, "96");
    let open_in = |desk: &mut Desk, review: i64| {
        let notes = desk.session.read_back(review).expect("the draft").corrections;
        notes.iter().map(|note| note.is_open()).collect::<Vec<_>>()
    };
    let second = open(&mut desk, ReviewKind::Objectives, "2026-04-09");
    assert_eq!(open_in(&mut desk, second), [true]);
    close(&mut desk, second, None).expect("closed without an answer");
    let third = open(&mut desk, ReviewKind::Objectives, "2026-05-07");
    assert_eq!(open_in(&mut desk, third), [true], "nobody answered");
    assert_eq!(meet(&mut desk, stands(third, true, "")).expect_err("no reason").fields[0].field, "reason");
    meet(&mut desk, stands(third, true, "the hosts are still there")).expect("answered");
    assert_eq!(open_in(&mut desk, third), [false]);
    meet(&mut desk, stands(third, false, "the window is not needed")).expect("answered otherwise");
    close(&mut desk, third, None).expect("closed");
    let told = &minutes(&mut desk, third).corrections[0];
    let answer = told.answer.as_ref().expect("answered");
    assert_eq!((answer.stands, answer.reason.as_str()), (false, "the window is not needed"));
    let fourth = open(&mut desk, ReviewKind::Objectives, "2026-06-04");
    assert_eq!(open_in(&mut desk, fourth), [false; 0], "answered once, told once");
    correct(&mut desk, "94");
    assert_eq!(open_in(&mut desk, fourth), [true], "another value asks again");
    desk.is_sound();
}

#[test]
fn a_reading_taken_back_is_one_too_and_a_corrected_correction_is_none() {
    let mut desk = desk();
    first_meeting(&mut desk);
    desk.on("2026-03-20");
    let seq = correct(&mut desk, "96");
    desk.run(Command::Undo { seq: Some(seq) }).expect("taken back");
    assert!(desk.session.corrections().expect("no note").is_empty(), "the old value stands again");
    correct(&mut desk, "96");
    correct(&mut desk, "91");
    assert!(desk.session.corrections().expect("no note").is_empty());
    let entered = desk
        .history()
        .into_iter()
        .rfind(|entry| entry.op.word() == "reading.record" && entry.codes.contains(&"HR-2".to_owned()));
    let february =
        desk.history().into_iter().find(|e| e.op.word() == "reading.record" && e.codes.contains(&"HR-2".to_owned()));
    assert!(entered.is_some());
    desk.run(Command::Undo { seq: february.map(|entry| entry.seq) }).expect("the reading of February is taken back");
    let notes = desk.session.corrections().expect("the notes");
    assert_eq!(
        notes.iter().map(|n| (n.code.as_str(), n.old.as_str(), n.new.as_str())).collect::<Vec<_>>(),
        [("HR-2", "97 %", "")]
    );
    desk.is_sound();
}

#[test]
fn only_a_running_meeting_answers_and_only_what_was_shown() {
    let mut desk = desk();
    first_meeting(&mut desk);
    assert!(meet(&mut desk, stands(1, true, "as before")).expect_err("closed").message.contains("frozen"));
    let second = open(&mut desk, ReviewKind::Objectives, "2026-04-09");
    let refusal = meet(&mut desk, stands(second, true, "as before")).expect_err("nothing was corrected");
    assert!(refusal.message.contains("no closed minutes"), "{refusal}");
}
