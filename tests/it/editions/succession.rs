//! Objectives that end: closed with who decided, carried on by another, never deleted.

use sixtwo::app::Command;
use sixtwo::app::editions::EditionCommand;
use sixtwo::domain::objective::{ClosingOutcome, Link};
use sixtwo::domain::status::Status;

use super::desk::{Desk, day};

fn supersede(
    desk: &mut Desk,
    code: &str,
    successor: &str,
    on: &str,
) -> Result<sixtwo::app::Outcome, sixtwo::app::Refusal> {
    desk.run(Command::Editions(EditionCommand::Supersede {
        code: code.to_owned(),
        successor: successor.to_owned(),
        definition: None,
        on: day(on),
        reason: "measured at the gateway now".to_owned(),
        by: "Management review".to_owned(),
        reference: "MR 26-1".to_owned(),
    }))
}

#[test]
fn the_successor_keeps_metric_trace_and_plan_and_shows_the_old_readings() {
    let mut desk = Desk::with_edition();
    desk.edit("HR-2", "traced", |d| {
        d.links = vec![Link { kind: "risk".to_owned(), reference: "R-7".to_owned(), because: "leavers".to_owned() }];
    });
    desk.on("2026-03-04");
    desk.record("HR-2", "2026-01", "97");
    desk.record("HR-2", "2026-02", "98");
    let before = desk.history().len();
    let done = supersede(&mut desk, "hr-2", "HR-9", "2026-03-01").expect("carried on");
    assert_eq!(desk.history().len(), before + 1, "one operation");
    assert_eq!(done.touched, ["HR-9", "HR-2"]);

    let old = desk.dossier("HR-2");
    let closing = old.row.objective.closing.clone().expect("it is closed");
    assert_eq!((closing.outcome, closing.successor.as_str()), (ClosingOutcome::Superseded, "HR-9"));
    assert_eq!((closing.by.as_str(), closing.reference.as_str()), ("Management review", "MR 26-1"));
    assert_eq!((old.row.judgement.status, old.standings.len()), (Status::Retired, 2), "its readings stay");

    let new = desk.dossier("HR-9");
    let definition = &new.row.objective.definition;
    assert_eq!((new.row.judgement.status, definition.start), (Status::Draft, day("2026-03-01")));
    assert_eq!((definition.metric.as_str(), definition.target), ("leaver access revoked in a day", "98".parse().ok()));
    assert_eq!((definition.links.len(), definition.resources.is_empty()), (1, false));
    assert!(new.standings.is_empty());
    let predecessor = new.predecessor.expect("it carries HR-2 on");
    assert_eq!((predecessor.code.as_str(), predecessor.standings.len()), ("HR-2", 2));
    assert_eq!(predecessor.standings[1].value, "98".parse().expect("a value"));

    let next = desk.session.next_edition().expect("what would be");
    assert_eq!(next.waiting.iter().map(|w| w.code.as_str()).collect::<Vec<_>>(), ["HR-9"]);
    desk.run(Command::Undo { seq: None }).expect("it is taken back");
    assert!(desk.dossier("HR-2").row.objective.closing.is_none());
    assert!(desk.session.dossier("HR-9", sixtwo::app::view::Lens::default()).is_err());
    desk.is_sound();
}

#[test]
fn what_cannot_be_carried_on_is_refused() {
    let mut desk = Desk::with_edition();
    let taken = supersede(&mut desk, "HR-2", "IT-2", "2026-01-14").expect_err("the code is taken");
    assert!(taken.message.contains("IT-2 is taken"), "{taken}");
    supersede(&mut desk, "HR-2", "", "2026-01-14").expect("the register picks a code");
    assert_eq!(desk.dossier("OBJ-1").predecessor.expect("HR-2").code, "HR-2");
    let twice = supersede(&mut desk, "HR-2", "HR-8", "2026-01-14").expect_err("once");
    assert!(twice.message.contains("was retired on 2026-01-14 already"), "{twice}");
}

#[test]
fn children_that_still_contribute_are_named() {
    let mut desk = Desk::with_edition();
    desk.edit("HR-1", "part of it", |d| d.parent = "HR-2".to_owned());
    let done = supersede(&mut desk, "HR-2", "HR-9", "2026-01-14").expect("carried on");
    assert_eq!(done.warnings, ["HR-1 still contributes to HR-2"]);
}

#[test]
fn a_closing_says_who_decided_and_where_that_stands() {
    let mut desk = Desk::with_edition();
    desk.run(Command::Retire {
        code: "HR-1".to_owned(),
        on: day("2026-01-14"),
        outcome: ClosingOutcome::Transferred,
        reason: "payroll does it for the whole group".to_owned(),
        successor: String::new(),
        by: " Management review ".to_owned(),
        reference: "MR 26-1, item 4".to_owned(),
    })
    .expect("retired");
    let closing = desk.dossier("HR-1").row.objective.closing.expect("it is closed");
    assert_eq!((closing.by.as_str(), closing.reference.as_str()), ("Management review", "MR 26-1, item 4"));
    desk.edit_refused("HR-1");
    desk.is_sound();
}
