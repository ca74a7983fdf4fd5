//! The audit readiness is asked for: the one named, else the next of the calendar.

use sixtwo::app::Command;
use sixtwo::app::audits::AuditCommand;
use sixtwo::app::view::Lens;
use sixtwo::domain::audit::AuditKind;

use super::{day, readiness, sample};

#[test]
fn the_next_audit_of_the_calendar_is_the_one_asked_about() {
    let (_folder, mut session) = sample();
    let plan = |kind, on: &str| {
        let (auditor, note) = ("K. Brandt".to_owned(), String::new());
        Command::Audits(AuditCommand::Plan { number: None, kind, day: day(on), auditor, note })
    };
    let planned = session.run(plan(AuditKind::Internal, "2026-12-01")).expect("a day ahead");
    let audit = readiness(&mut session).audit.expect("an audit in the calendar");
    assert_eq!((audit.day, audit.kind), (day("2026-12-01"), Some(AuditKind::Internal)));
    let overview = session.overview(Lens::default()).expect("an overview");
    assert_eq!(overview.next_audit.map(|next| next.day), Some(day("2026-12-01")));
    let twice = session.run(plan(AuditKind::Internal, "2026-12-01")).expect_err("the same audit again");
    assert!(twice.message.contains("in the calendar already"), "{twice}");

    let number = planned.number.expect("a number");
    session.run(Command::Audits(AuditCommand::Remove { number })).expect("it is there");
    let audit = readiness(&mut session).audit.expect("the audit after it");
    assert!(audit.day > day("2026-12-01"));
    session.run(Command::Undo { seq: None }).expect("it can be taken back");
    assert_eq!(readiness(&mut session).audit.expect("it is back").day, day("2026-12-01"));
}

#[test]
fn a_past_audit_is_judged_as_it_was_known_then() {
    let (_folder, mut session) = sample();
    let then = session.readiness(Lens::default(), Some(day("2026-04-09"))).expect("a day in the past");
    assert_eq!(then.as_of, day("2026-04-09"));
    assert_eq!(then.audit.expect("the one asked about").kind, Some(AuditKind::Internal));
    // The action is due in September; then nothing was late about it.
    assert!(!then.findings.iter().any(|remark| remark.finding.fact.contains("28 Sep 2026")));
    let ahead = session.readiness(Lens::default(), Some(day("2027-06-01"))).expect("a day ahead");
    assert_eq!((ahead.as_of, ahead.audit.expect("the one asked about").day), (day("2026-11-23"), day("2027-06-01")));
}
