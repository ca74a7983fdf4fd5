//! The register as it was known at a day or at a journal entry.

use super::sample::*;
use sixtwo::domain::objective::{Closing, ClosingOutcome, CriterionDone, Definition, Lifecycle};
use sixtwo::domain::operation::Operation;
use sixtwo::domain::reading::{Standing, Verdict};
use sixtwo::domain::status::Trail;
use sixtwo::domain::version::Version;
use sixtwo::store::{Entity, Sight, Store, fields};

fn past(as_of: &str) -> Sight {
    Sight { as_of: day(as_of), known_seq: None, past: true, in_force_only: false }
}

/// An objective written in January, its target raised in June, closed in October.
fn story() -> (Desk, Store, i64) {
    let (desk, mut store) = Desk::new();
    let id = run(&mut store, Operation::ObjectiveCreate, |tx| {
        let id = tx.next_id(Entity::Objective)?;
        tx.insert(Entity::Objective, id, fields::objective("HR-2", day("2026-01-05")))?;
        let first = Version { recorded_on: day("2026-01-05"), ..version(1, definition()) };
        tx.insert(Entity::Version, 1, fields::version(id, &first))?;
        Ok(id)
    })
    .value;
    run(&mut store, Operation::ObjectiveEdit, |tx| {
        let raised = Definition { target: "98".parse().ok(), ..definition() };
        let second = Version {
            recorded_on: day("2026-06-10"),
            effective: Some(day("2026-07-01")),
            reason: "95 was reached".to_owned(),
            ..version(2, raised)
        };
        tx.insert(Entity::Version, 2, fields::version(id, &second))?;
        tx.insert(Entity::Version, 3, fields::version(id, &Version { draft: true, ..version(3, definition()) }))
    });
    run(&mut store, Operation::ObjectiveRetire, |tx| {
        let closing = Closing {
            retired_on: day("2026-10-01"),
            outcome: ClosingOutcome::Superseded,
            reason: "merged".to_owned(),
            successor: "HR-3".to_owned(),
            by: "Board".to_owned(),
            reference: "minutes 26-2".to_owned(),
        };
        tx.update(Entity::Objective, id, fields::closing(&closing, day("2026-10-05")))?;
        let done = CriterionDone { number: 1, done: day("2026-09-01"), evidence: "list".to_owned() };
        tx.insert(Entity::Criterion, 1, fields::criterion(id, &done, day("2026-09-02")))?;
        tx.insert(Entity::Checkin, 1, fields::checkin(id, day("2026-05-01"), "", "Ines", day("2026-05-02")))
    });
    (desk, store, id)
}

#[test]
fn another_day_shows_what_was_recorded_by_then() {
    let (_desk, store, id) = story();
    let on = |day: &str| store.reader().objective_by_code("HR-2", &past(day)).expect("a read");
    assert_eq!(on("2026-01-04"), None);
    let spring = on("2026-05-01").expect("the objective");
    assert_eq!((spring.in_force, spring.objective.standards.len()), (Some(1), 1));
    assert!(spring.objective.checkins.is_empty(), "told the day after");
    let summer = on("2026-06-10").expect("the objective");
    assert_eq!((summer.in_force, summer.objective.standards.len()), (Some(2), 2));
    assert_eq!(summer.objective.standards[1].from, day("2026-07-01"));
    assert_eq!(summer.objective.checkins, vec![day("2026-05-01")]);
    let before_closing = on("2026-10-04").expect("the objective");
    assert_eq!((before_closing.objective.lifecycle, before_closing.draft), (Lifecycle::InForce, None));
    assert_eq!(before_closing.objective.criteria_done.len(), 1);
    let closed = on("2026-10-05").expect("the objective");
    assert_eq!(closed.objective.lifecycle, Lifecycle::Retired);
    let today = store.reader().objective_by_code("hr-2", &now()).expect("a read").expect("the objective");
    assert_eq!((today.draft, today.objective.closing.map(|c| c.successor)), (Some(3), Some("HR-3".to_owned())));
    assert_eq!(store.reader().versions(id, &past("2026-06-10")).map(|v| v.len()), Ok(2));
}

#[test]
fn a_version_comes_back_as_it_was_written() {
    let (_desk, store, id) = story();
    let versions = store.reader().versions(id, &now()).expect("versions");
    let written = Version {
        recorded_on: day("2026-06-10"),
        effective: Some(day("2026-07-01")),
        reason: "95 was reached".to_owned(),
        seq: 3,
        ..version(2, Definition { target: "98".parse().ok(), ..definition() })
    };
    assert_eq!(versions[1], written);
    assert_eq!(store.reader().version_ids(id), Ok(vec![(1, 1), (2, 2), (3, 3)]));
}

#[test]
fn an_earlier_entry_shows_what_the_journal_held_then() {
    let (_desk, mut store, id) = story();
    let seq = record(&mut store, id, reading("2026-08-31", 1, "97")).seq;
    undo(&mut store, seq).expect("an undo");
    let at = |seq: u64| Sight { known_seq: Some(seq), ..now() };
    let known = |seq: u64| store.reader().readings(id, &at(seq)).expect("readings");
    assert!(known(seq - 1).is_empty());
    assert_eq!(known(seq).iter().map(|r| r.voided_seq).collect::<Vec<_>>(), vec![None]);
    assert_eq!(known(seq + 1).iter().map(|r| r.voided_seq).collect::<Vec<_>>(), vec![Some(seq + 1)]);
    let first = store.reader().objectives(&at(2)).expect("a read").remove(0);
    assert_eq!((first.in_force, first.objective.lifecycle), (Some(1), Lifecycle::InForce));
    assert_eq!(store.reader().objectives(&at(1)).map(|o| o.len()), Ok(0));
    assert_eq!(store.reader().seq_on(day("2026-11-22")), Ok(0));
    assert_eq!(store.reader().seq_on(day(TODAY)), Ok(seq + 1));
}

#[test]
fn stored_inputs_of_a_status_are_for_today_only() {
    let (_desk, mut store, id) = story();
    let standing = Standing {
        period: sixtwo::domain::period::Period { start: day("2026-08-01"), end: day("2026-08-31") },
        measured_on: day("2026-08-31"),
        value: "45/47".parse().expect("a value"),
        verdict: Verdict::Near,
        corrected: false,
        days_after: 3,
    };
    let trail = Trail::whole(vec![standing]);
    let head = store.reader().head();
    run(&mut store, Operation::ReadingRecord, |tx| tx.set_trail(id, &trail));
    assert_eq!(store.reader().head(), head, "a stored trail is no journal entry");
    assert_eq!(store.reader().trail(id), Ok(Some(trail.clone())));
    let loaded = |sight: &Sight| store.reader().objective_by_code("HR-2", sight).expect("a read").expect("found");
    assert_eq!(loaded(&now()).trail, Some(trail));
    assert_eq!(loaded(&past("2026-10-31")).trail, None);
}
