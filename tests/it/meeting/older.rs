//! A register of schema 3 with a meeting closed before minutes were frozen.

use sixtwo::app::meeting::MeetingCommand;
use sixtwo::app::{Access, Clock, Command, Env, Session};
use sixtwo::domain::review::{ActionKind, ReviewKind, Stage};

use super::room::day;

const SCHEMA_3: &[u8] = include_bytes!("../../cases/store/schema-3.sixtwo");

#[test]
fn its_meetings_go_on_and_are_corrected_like_frozen_ones() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("clinic.sixtwo");
    std::fs::write(&path, SCHEMA_3).expect("a copy of the register");
    let env = Env { clock: Clock::System, actor: "Berg".to_owned(), os_user: "berg".to_owned() };
    let mut session = Session::open(&path, Access::Write, env).expect("the register");
    assert!(folder.path().join("clinic.sixtwo.schema-3").exists(), "a backup lies beside it");
    let held = session.review(1).expect("the meeting");
    assert_eq!((held.review.stage(), held.review.minutes_hash.as_ref()), (Stage::Closed, None));
    assert_eq!((held.actions[0].kind, held.actions[0].helped), (ActionKind::Task, None));
    assert!(session.minutes(1).expect_err("none were frozen").message.contains("before minutes were frozen"));
    session.run(Command::Undo { seq: Some(5) }).expect("the imported readings are taken back");
    let notes = session.corrections().expect("the notes");
    let told: Vec<_> = notes.iter().map(|n| (n.code.as_str(), n.old.as_str(), n.new.as_str())).collect();
    assert_eq!(told, [("IT-2", "91.5 %", ""), ("HR-2", "38 h", "")]);
    let attendees = vec!["Berg".to_owned()];
    let start = Command::StartReview { kind: ReviewKind::Objectives, date: day("2026-12-10"), attendees };
    let second = session.run(start).expect("a meeting").number.expect("its number");
    let draft = session.read_back(second).expect("the draft");
    assert_eq!((draft.last.map(|last| last.number), draft.corrections.len(), draft.carried.len()), (Some(1), 2, 1));
    let (code, measured_on, reason) = ("HR-2".to_owned(), day("2026-10-31"), "the feed is still missing".to_owned());
    let stands = MeetingCommand::AnswerCorrection { review: second, code, measured_on, stands: true, reason };
    session.run(Command::Meetings(stands)).expect("answered");
    session.run(Command::CloseReview { review: second, next_date: None }).expect("closed");
    assert_eq!(session.verify(false).expect("a full check").findings, [""; 0]);
}
