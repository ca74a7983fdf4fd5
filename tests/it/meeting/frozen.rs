//! Closing freezes the minutes; nothing edits a closed meeting afterwards.

use sixtwo::app::meeting::MeetingCommand;
use sixtwo::app::{Command, NewReading, RefusalKind};
use sixtwo::domain::minutes::canonical;
use sixtwo::domain::reading::DecisionKind;
use sixtwo::domain::review::{AgendaTopic, MeetingStep, ReviewKind};
use sixtwo::domain::snapshot::sha256_hex;
use sixtwo::domain::status::Status;

use super::room::*;

#[test]
fn they_hold_what_was_seen_said_and_decided() {
    let mut desk = desk();
    let review = first_meeting(&mut desk);
    let frozen = minutes(&mut desk, review);
    assert_eq!((frozen.schema.as_str(), frozen.number, frozen.as_of), ("sixtwo-minutes-1", 1, day("2026-03-12")));
    assert_eq!(frozen.attendees, ["M. Berg", "R. Okafor"]);
    assert_eq!((frozen.next_date, frozen.last.as_ref()), (Some(day("2026-04-09")), None));
    let count = |status| frozen.by_status.iter().find(|c| c.status == status).map(|c| c.objectives);
    assert_eq!((count(Status::OffTrack), count(Status::AtRisk), count(Status::OnTrack)), (Some(1), Some(1), Some(1)));
    let item = &frozen.items[0];
    assert_eq!((item.code.as_str(), item.label.as_str(), item.shown.as_str()), ("IT-2", "Feb 2026", "91 %"));
    assert_eq!((item.target_text.as_str(), item.seconds), ("≥ 95 %", 95));
    assert_eq!(item.meaning, "two hosts cannot be patched");
    assert_eq!(item.decision.as_ref().map(|d| d.kind), Some(DecisionKind::Act));
    assert_eq!(
        frozen.actions.iter().map(|a| (a.code.as_str(), a.owner.as_str())).collect::<Vec<_>>(),
        [("IT-2", "J. Lind")]
    );
    let bytes = desk.session.minutes_json(review).expect("its bytes");
    assert_eq!(bytes, canonical(&frozen).expect("the same bytes"));
    assert_eq!(view(&mut desk, review).review.minutes_hash, Some(sha256_hex(&bytes)));
    desk.is_sound();
}

#[test]
fn the_next_one_compares_and_tells_what_followed() {
    let mut desk = desk();
    first_meeting(&mut desk);
    desk.on("2026-04-05");
    desk.record("IT-2", "2026-03", "96");
    desk.run(Command::CompleteAction { id: 1, done: day("2026-04-04"), evidence: "change 8812".to_owned() })
        .expect("done");
    let second = open(&mut desk, ReviewKind::Objectives, "2026-04-09");
    let draft = desk.session.read_back(second).expect("the draft");
    assert_eq!(draft.last.map(|last| last.number), Some(1));
    let moved = draft.status_changes.iter().find(|moved| moved.code == "IT-2").expect("it moved");
    assert_eq!((moved.before, moved.now), (Some(Status::OffTrack), Status::OnTrack));
    let count = |counts: &[sixtwo::domain::snapshot::StatusCount]| {
        counts.iter().find(|c| c.status == Status::OffTrack).map(|c| c.objectives)
    };
    assert_eq!((count(&draft.by_status), count(&draft.by_status_before)), (Some(0), Some(1)));
    let item = draft.items.iter().find(|item| item.code == "IT-2").expect("on the agenda");
    assert_eq!(item.last_decision.as_ref().map(|d| d.kind), Some(DecisionKind::Act));
    assert_eq!(item.followed, ["91 → 96 % in Mar 2026", "“weekend patch window” done 4 Apr 2026: change 8812"]);
    assert_eq!(draft.missing.iter().map(|m| m.code.as_str()).collect::<Vec<_>>(), ["HR-1", "HR-2"]);
}

#[test]
fn changes_of_the_list_stand_with_their_approval() {
    let mut desk = desk();
    first_meeting(&mut desk);
    desk.on("2026-03-20");
    desk.edit("HR-2", "the feed runs now", |definition| definition.target = "99".parse().ok());
    desk.draft("SEC-9", "Keys are rotated", "K. Lind", "Security", "100");
    let second = open(&mut desk, ReviewKind::Objectives, "2026-04-09");
    let told = |desk: &mut Desk| {
        let changes = desk.session.read_back(second).expect("the draft").changes;
        let mut told: Vec<_> = changes.into_iter().map(|c| (c.code, c.kind.word(), c.waits)).collect();
        told.sort();
        told
    };
    let expected = [("HR-2".to_owned(), "retargeted", true), ("SEC-9".to_owned(), "added", true)];
    assert_eq!(told(&mut desk), expected);
    let approve = Command::Approve {
        codes: vec!["HR-2".to_owned()],
        by: "Management review".to_owned(),
        people: Vec::new(),
        on: day("2026-04-09"),
        reference: "review 2".to_owned(),
        effective: None,
        cause: None,
    };
    desk.run(approve).expect("approved");
    answer(&mut desk, said(second, "IT-2", "it will not hold", Some(DecisionKind::Retarget))).expect("decided");
    let expected = [
        ("HR-2".to_owned(), "retargeted", false),
        ("IT-2".to_owned(), "decided", true),
        ("SEC-9".to_owned(), "added", true),
    ];
    assert_eq!(told(&mut desk), expected);
}

#[test]
fn nothing_edits_a_closed_meeting() {
    let mut desk = desk();
    let review = first_meeting(&mut desk);
    let bytes = desk.session.minutes_json(review).expect("its bytes");
    let people = || vec!["Somebody".to_owned()];
    let text = || "later".to_owned();
    let code = || "IT-2".to_owned();
    use MeetingCommand as M;
    let today = day("2026-03-12");
    let all = [
        Command::AmendReview { review, attendees: people(), next_date: None },
        Command::AnswerItem(Box::new(said(review, "IT-2", "other words", None))),
        Command::ParkItem { review, code: code(), parked: true },
        Command::PassBlock { review },
        Command::CloseReview { review, next_date: None },
        Command::Meetings(M::Open { review, date: today, attendees: people() }),
        Command::Meetings(M::Cancel { review }),
        Command::Meetings(M::Describe { review, date: None, host: Some(text()), assessment: None }),
        Command::Meetings(M::Note { review, topic: AgendaTopic::ContextChanges, text: text() }),
        Command::Meetings(M::Prepare { review, code: code(), cause: text(), options: text(), wanted: text() }),
        Command::Meetings(M::Step { review, step: MeetingStep::ReadBack, done: true }),
        Command::Meetings(M::Spend { review, code: code(), seconds: 5 }),
        Command::Meetings(M::AnswerCorrection {
            review,
            code: code(),
            measured_on: today,
            stands: true,
            reason: text(),
        }),
        Command::Meetings(M::Conclude { review, refresh: text(), no_change: String::new() }),
    ];
    for command in all {
        let refusal = desk.run(command.clone()).expect_err("it is closed");
        assert!(refusal.message.contains("its minutes are frozen"), "{command:?}: {refusal}");
    }
    for entry in desk.history().into_iter().filter(|entry| entry.op.word().starts_with("review.")) {
        let refusal = desk.run(Command::Undo { seq: Some(entry.seq) }).expect_err("it is closed");
        assert_eq!(refusal.kind, RefusalKind::Invalid, "{refusal}");
    }
    assert_eq!(desk.session.minutes_json(review).expect("its bytes"), bytes);
    desk.is_sound();
}

#[test]
fn page_and_mail_lie_beside_the_register() {
    let mut desk = desk();
    let review = open(&mut desk, ReviewKind::Objectives, "2026-03-12");
    answer(&mut desk, said(review, "IT-2", "<b>two</b> hosts\u{1b}[31m", Some(DecisionKind::Act))).expect("an answer");
    let done = close(&mut desk, review, None).expect("closed");
    assert!(done.summary.contains("r-review-1.html and r-review-1.txt"), "{}", done.summary);
    let read = |desk: &Desk, name: &str| std::fs::read_to_string(desk.path().with_file_name(name)).expect(name);
    let (page, mail) = (read(&desk, "r-review-1.html"), read(&desk, "r-review-1.txt"));
    assert!(page.contains("Minutes of objectives review 1") && page.contains("&lt;b&gt;two&lt;/b&gt;"), "{page}");
    assert!(mail.contains("IT-2 Critical vulnerabilities in SLA: 91 %, off track; “<b>two</b> hosts"), "{mail}");
    assert!(!mail.contains('\u{1b}') && !page.contains('\u{1b}'));
}

#[test]
fn a_place_that_refuses_the_papers_does_not_lose_the_closing() {
    let mut desk = desk();
    std::fs::create_dir(desk.path().with_file_name("r-review-1.html")).expect("something in the way");
    let review = open(&mut desk, ReviewKind::Objectives, "2026-03-12");
    let done = close(&mut desk, review, None).expect("closed");
    let warned = done.warnings.join(" ");
    assert!(warned.contains("is a directory") && warned.contains("sixtwo export minutes 1"), "{warned}");
    assert_eq!(minutes(&mut desk, review).number, 1);
}

#[test]
fn what_another_session_wrote_meanwhile_is_in_the_minutes() {
    let mut desk = desk();
    let review = open(&mut desk, ReviewKind::Objectives, "2026-03-12");
    let mut colleague = desk.colleague("2026-03-12");
    let reading = NewReading {
        code: "HR-2".to_owned(),
        period: "2026-02".to_owned(),
        value: "98".parse().ok(),
        ..NewReading::default()
    };
    colleague.run(Command::RecordReading(Box::new(reading))).expect("a correction from another desk");
    close(&mut desk, review, None).expect("closed");
    let frozen = minutes(&mut desk, review);
    let item = frozen.items.iter().find(|item| item.code == "HR-2").expect("on the agenda");
    assert_eq!((item.shown.as_str(), item.status_before, item.status_after), ("98 %", Status::AtRisk, Status::OnTrack));
}
