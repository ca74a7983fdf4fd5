//! Findings somebody accepts: with a reason, by a person, until a day.

use chrono::Days;
use sixtwo::app::readiness::{Readiness, ReadinessCommand};
use sixtwo::app::view::Lens;
use sixtwo::app::{Command, Outcome, Refusal, Session};

use super::{day, readiness, sample};

fn dismiss(session: &mut Session, check: &str, subject: &str, until: &str) -> Result<Outcome, Refusal> {
    session.run(Command::Readiness(ReadinessCommand::Dismiss {
        check: check.to_owned(),
        subject: subject.to_owned(),
        reason: "delivered by one team".to_owned(),
        by: String::new(),
        until: day(until),
    }))
}

fn has(readiness: &Readiness, check: &str, object: &str) -> bool {
    readiness.findings.iter().any(|remark| remark.finding.check == check && remark.object() == object)
}

#[test]
fn an_accepted_finding_stands_apart_until_its_last_day() {
    let (_folder, mut session) = sample();
    assert!(has(&readiness(&mut session), "RC-26", "OPS-1"));
    let done = dismiss(&mut session, "rc-26", "ops-1", "2026-12-31").expect("a finding that is there");
    assert!(done.undoable);
    let after = readiness(&mut session);
    assert!(!has(&after, "RC-26", "OPS-1"));
    let [(remark, dismissal)] = after.dismissed.as_slice() else { panic!("one finding is accepted") };
    assert_eq!((remark.finding.check, remark.object().as_str()), ("RC-26", "OPS-1"));
    assert_eq!((dismissal.by.as_str(), dismissal.until), ("M. Silva", day("2026-12-31")));
    let later = |until: &str, days| Lens { as_of: Some(day(until) + Days::new(days)), known_at: None };
    let on_its_last_day = session.readiness(later("2026-12-31", 0), None).expect("a day ahead");
    assert!(!has(&on_its_last_day, "RC-26", "OPS-1"));
    let the_day_after = session.readiness(later("2026-12-31", 1), None).expect("a day ahead");
    assert!(has(&the_day_after, "RC-26", "OPS-1"));
}

#[test]
fn an_acceptance_is_taken_back_by_its_number_or_by_undo() {
    let (_folder, mut session) = sample();
    let number = dismiss(&mut session, "RC-26", "OPS-1", "2026-12-31").expect("a finding").number.expect("a number");
    session.run(Command::Readiness(ReadinessCommand::Lift { number })).expect("it holds");
    assert!(has(&readiness(&mut session), "RC-26", "OPS-1"));
    let again = session.run(Command::Readiness(ReadinessCommand::Lift { number })).expect_err("it ended");
    assert!(again.message.contains("ended on 2026-11-23"), "{again}");
    dismiss(&mut session, "RC-26", "", "2026-12-31").expect("the only finding of its check");
    session.run(Command::Undo { seq: None }).expect("it can be taken back");
    assert!(has(&readiness(&mut session), "RC-26", "OPS-1"));
}

#[test]
fn what_was_not_found_cannot_be_accepted() {
    let (_folder, mut session) = sample();
    let before = readiness(&mut session);
    for (check, subject, until, says) in [
        ("RC-99", "OPS-1", "2026-12-31", "no check is called `RC-99`"),
        ("RC-26", "SEC-1", "2026-12-31", "RC-26 has found nothing about `SEC-1`; it has about objective OPS-1"),
        ("RC-01", "", "2026-12-31", "RC-01 has found nothing"),
        ("RC-51", "", "2026-12-31", "say which one"),
        ("RC-26", "OPS-1", "2026-11-23", "is not ahead"),
    ] {
        let refused = dismiss(&mut session, check, subject, until).expect_err("nothing is there to accept");
        assert!(refused.to_string().contains(says), "{check} {subject}: {refused}");
    }
    dismiss(&mut session, "RC-26", "OPS-1", "2026-12-31").expect("a finding");
    let twice = dismiss(&mut session, "RC-26", "OPS-1", "2027-01-31").expect_err("it is accepted already");
    assert!(twice.to_string().contains("accepted already, by M. Silva until 2026-12-31"), "{twice}");
    assert_eq!(readiness(&mut session).findings.len(), before.findings.len() - 1);
}
