//! A meeting stands in the calendar and is prepared before it begins.

use sixtwo::app::meeting::MeetingCommand;
use sixtwo::app::view::Lens;
use sixtwo::domain::review::{AgendaTopic, ReviewKind, Stage};

use super::room::*;

fn plan(desk: &mut Desk) -> i64 {
    let (date, host) = (day("2026-03-26"), "Board meeting".to_owned());
    let planned = meet(desk, MeetingCommand::Plan { kind: ReviewKind::Management, date, host }).expect("planned");
    planned.number.expect("its number")
}

fn note(desk: &mut Desk, review: i64, topic: AgendaTopic, text: &str) {
    meet(desk, MeetingCommand::Note { review, topic, text: text.to_owned() }).expect("a note");
}

fn prepare(desk: &mut Desk, review: i64, code: &str, [cause, options, wanted]: [&str; 3]) {
    let [cause, options, wanted] = [cause, options, wanted].map(str::to_owned);
    let code = code.to_owned();
    meet(desk, MeetingCommand::Prepare { review, code, cause, options, wanted }).expect("prepared");
}

#[test]
fn it_says_what_it_still_waits_for() {
    let mut desk = desk();
    let review = plan(&mut desk);
    assert_eq!(view(&mut desk, review).review.stage(), Stage::Planned);
    let waits = |desk: &mut Desk| desk.session.read_back(review).expect("what it would open with").waits_for();
    let all = ["b", "c", "e", "g", "IT-2", "HR-2"];
    let mut open = waits(&mut desk);
    open.sort();
    let mut expected = all.map(str::to_owned);
    expected.sort();
    assert_eq!(open, expected);
    note(&mut desk, review, AgendaTopic::ContextChanges, "a second site in Lund");
    note(&mut desk, review, AgendaTopic::InterestedPartyChanges, "none");
    prepare(&mut desk, review, "IT-2", ["two unsupported hosts", "replace or isolate them", "who pays"]);
    prepare(&mut desk, review, "HR-2", ["", "one feed for all", "none"]);
    assert_eq!(waits(&mut desk), ["e", "g", "HR-2 cause"]);
    note(&mut desk, review, AgendaTopic::ContextChanges, "");
    assert_eq!(waits(&mut desk), ["b", "e", "g", "HR-2 cause"]);
    desk.is_sound();
}

#[test]
fn a_monthly_review_is_ready_without_texts() {
    let mut desk = desk();
    let review = open(&mut desk, ReviewKind::Objectives, "2026-03-12");
    assert_eq!(desk.session.read_back(review).expect("the draft").waits_for(), [""; 0]);
}

#[test]
fn what_was_prepared_stands_in_the_minutes_of_the_meeting_it_was_prepared_for() {
    let mut desk = desk();
    let review = plan(&mut desk);
    note(&mut desk, review, AgendaTopic::ImprovementOpportunities, "one ticket queue");
    prepare(&mut desk, review, "IT-2", ["two unsupported hosts", "replace them", "who pays"]);
    let assessment = Some(("RA-2026".to_owned(), Some(day("2026-02-20"))));
    meet(&mut desk, MeetingCommand::Describe { review, date: None, host: None, assessment }).expect("described");
    desk.on("2026-03-27");
    let attendees = vec!["M. Berg".to_owned()];
    meet(&mut desk, MeetingCommand::Open { review, date: day("2026-03-27"), attendees }).expect("opened a day later");
    assert!(close(&mut desk, review, None).expect_err("nothing is concluded").message.contains("management review"));
    let no_change = "no new top risk".to_owned();
    meet(&mut desk, MeetingCommand::Conclude { review, refresh: String::new(), no_change }).expect("concluded");
    close(&mut desk, review, None).expect("closed");
    let minutes = minutes(&mut desk, review);
    assert_eq!((minutes.host.as_str(), minutes.date), ("Board meeting", day("2026-03-27")));
    assert_eq!((minutes.assessment.as_str(), minutes.assessment_on), ("RA-2026", Some(day("2026-02-20"))));
    assert_eq!(minutes.no_change, "no new top risk");
    assert_eq!(
        minutes.notes.iter().map(|n| (n.topic.letter(), n.text.as_str())).collect::<Vec<_>>(),
        [("g", "one ticket queue")]
    );
    let prepared = minutes.preparations.iter().find(|p| p.code == "IT-2").expect("prepared");
    assert_eq!((prepared.cause.as_str(), prepared.wanted.as_str()), ("two unsupported hosts", "who pays"));
    desk.is_sound();
}

#[test]
fn it_can_be_taken_out_again_until_it_begins() {
    let mut desk = desk();
    let review = plan(&mut desk);
    note(&mut desk, review, AgendaTopic::ContextChanges, "a second site");
    prepare(&mut desk, review, "IT-2", ["hosts", "", ""]);
    let answered = answer(&mut desk, said(review, "IT-2", "early", None)).expect_err("it has not begun");
    assert!(answered.message.contains("has not begun"), "{answered}");
    meet(&mut desk, MeetingCommand::Cancel { review }).expect("taken out");
    assert!(desk.session.review(review).is_err());
    desk.run(sixtwo::app::Command::Undo { seq: None }).expect("taken back");
    assert_eq!(desk.session.read_back(review).expect("it is there again").notes.len(), 1);
    let attendees = vec!["M. Berg".to_owned()];
    meet(&mut desk, MeetingCommand::Open { review, date: day("2026-03-12"), attendees }).expect("opened");
    assert!(meet(&mut desk, MeetingCommand::Cancel { review }).expect_err("it runs").message.contains("has begun"));
    desk.is_sound();
}

#[test]
fn a_planned_meeting_is_the_next_one_and_stands_in_nobodys_way() {
    let mut desk = desk();
    plan(&mut desk);
    let overview = desk.session.overview(Lens::default()).expect("an overview");
    assert_eq!((overview.open_review, overview.next_review), (None, Some(day("2026-03-26"))));
    open(&mut desk, ReviewKind::Objectives, "2026-03-12");
}
