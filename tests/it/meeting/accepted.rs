//! Accepting for now: a reason, an approver and an end; it counts down, and the status behind it is never touched.

use sixtwo::app::Answer;
use sixtwo::domain::reading::DecisionKind;
use sixtwo::domain::review::{Decision, ReviewKind, acceptance};
use sixtwo::domain::status::Status;

use super::room::*;

fn decision(id: i64, on: &str, kind: DecisionKind, until: Option<&str>) -> Decision {
    Decision {
        id,
        code: "IT-2".to_owned(),
        review: Some(1),
        on: day(on),
        kind,
        text: "two hosts wait".to_owned(),
        by: "Berg".to_owned(),
        approver: "Board".to_owned(),
        until: until.map(day),
        measured_on: None,
    }
}

#[test]
fn it_counts_down_ends_and_is_ended_by_a_later_decision() {
    let accepted = decision(1, "2026-03-12", DecisionKind::Accept, Some("2026-04-30"));
    let acted = decision(2, "2026-04-09", DecisionKind::Act, None);
    let both = [accepted.clone(), acted];
    for (decisions, as_of, expected) in [
        (&both[..1], "2026-03-11", None),
        (&both[..1], "2026-03-12", Some((49, true, "accepted until 30 Apr 2026, 49 days left"))),
        (&both[..1], "2026-04-30", Some((0, true, "accepted until 30 Apr 2026, today is the last day"))),
        (&both[..1], "2026-05-01", Some((-1, false, "accepted until 30 Apr 2026, ended 1 day ago"))),
        (&both[..], "2026-04-08", Some((22, true, "accepted until 30 Apr 2026, 22 days left"))),
        (&both[..], "2026-04-09", None),
    ] {
        let found = acceptance(decisions, day(as_of));
        let told = found.as_ref().map(|a| (a.days_left, a.holds(), a.words()));
        let expected = expected.map(|(left, holds, words)| (left, holds, words.to_owned()));
        assert_eq!(told, expected, "{as_of}");
    }
}

#[test]
fn it_needs_a_reason_and_an_end() {
    let mut desk = desk();
    let review = open(&mut desk, ReviewKind::Objectives, "2026-03-12");
    let accept = |meaning: &str, until: Option<&str>| Answer {
        until: until.map(day),
        ..said(review, "IT-2", meaning, Some(DecisionKind::Accept))
    };
    for (answered, field) in [
        (accept("", Some("2026-04-30")), "decision_text"),
        (accept("two hosts wait", None), "until"),
        (accept("two hosts wait", Some("2026-03-12")), "until"),
    ] {
        let refusal = answer(&mut desk, answered).expect_err(field);
        assert_eq!(refusal.fields.iter().map(|f| f.field.as_str()).collect::<Vec<_>>(), [field]);
    }
    answer(&mut desk, accept("two hosts wait", Some("2026-04-30"))).expect("accepted");
    let decided = view(&mut desk, review).decisions.remove(0);
    assert_eq!((decided.text.as_str(), decided.approver.as_str()), ("two hosts wait", "objectives review 1"));
}

#[test]
fn the_status_behind_it_stays_and_the_next_meetings_see_it_end() {
    let mut desk = desk();
    let review = open(&mut desk, ReviewKind::Objectives, "2026-03-12");
    let accept = said(review, "IT-2", "", Some(DecisionKind::Accept));
    let (decision_text, approver) = ("two hosts wait".to_owned(), "M. Berg".to_owned());
    answer(&mut desk, Answer { decision_text, approver, until: Some(day("2026-04-30")), ..accept }).expect("accepted");
    close(&mut desk, review, None).expect("closed");
    let frozen = minutes(&mut desk, review);
    let change = &frozen.changes[0];
    assert_eq!(
        (change.code.as_str(), change.kind.word(), change.approved_by.as_str()),
        ("IT-2", "accepted", "M. Berg")
    );
    assert_eq!(desk.dossier("IT-2").row.judgement.status, Status::OffTrack);
    for (today, left) in [("2026-04-09", 21), ("2026-05-07", -7)] {
        let next = open(&mut desk, ReviewKind::Objectives, today);
        let draft = desk.session.read_back(next).expect("the draft");
        assert_eq!(draft.accepted.iter().map(|a| (a.code.as_str(), a.days_left)).collect::<Vec<_>>(), [("IT-2", left)]);
        close(&mut desk, next, None).expect("closed");
    }
    desk.is_sound();
}

#[test]
fn what_is_accepted_comes_up_last_until_it_has_ended() {
    let mut desk = desk();
    let review = open(&mut desk, ReviewKind::Objectives, "2026-03-12");
    let accept = said(review, "IT-2", "two hosts wait", Some(DecisionKind::Accept));
    answer(&mut desk, Answer { until: Some(day("2026-04-05")), ..accept }).expect("accepted");
    close(&mut desk, review, None).expect("closed");
    desk.on("2026-04-02");
    for (code, march) in [("IT-2", "93"), ("HR-1", "99"), ("HR-2", "99")] {
        desk.record(code, "2026-03", march);
    }
    let queue = |desk: &mut Desk, today: &str| {
        let next = open(desk, ReviewKind::Objectives, today);
        let items = view(desk, next).review.items;
        close(desk, next, None).expect("closed");
        items.into_iter().map(|item| item.code).collect::<Vec<_>>()
    };
    assert_eq!(queue(&mut desk, "2026-04-03"), ["HR-1", "IT-2", "HR-2"], "at risk before what is accepted");
    assert_eq!(queue(&mut desk, "2026-04-06"), ["IT-2", "HR-1", "HR-2"], "off track first again");
}
