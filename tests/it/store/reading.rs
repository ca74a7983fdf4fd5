//! Readings come back as they were entered, however many.

use super::sample::*;
use sixtwo::domain::journal::{Change, MAX_BYTES};
use sixtwo::domain::operation::Operation;
use sixtwo::domain::reading::{DecisionKind, Reading};
use sixtwo::store::fields::NewEvaluation;
use sixtwo::store::{Entity, JournalQuery, fields};

#[test]
fn a_reading_comes_back_with_everything_that_was_said() {
    let (_desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    let entered = full_reading("2026-10-31");
    let seq = run(&mut store, Operation::ReadingRecord, |tx| {
        tx.append_readings(id, std::slice::from_ref(&entered))?;
        let inside = tx.readings(id, &now())?;
        assert_eq!(inside[0].entered_by, "Ines", "the author is known inside the transaction");
        Ok(())
    })
    .seq;
    let expected = Reading { seq, ..entered };
    assert_eq!(store.reader().readings(id, &now()), Ok(vec![expected]));
    assert!(findings(&store).is_empty(), "{:?}", findings(&store));
}

#[test]
fn values_are_kept_exactly() {
    let (_desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    let values = ["94.96", "-0.5", "0", "999999999999999999", "0/0", "1.5/3", "45/47", "0.000000000000000001"];
    for (at, value) in values.iter().enumerate() {
        record(&mut store, id, reading(&format!("2026-10-{:02}", at + 1), 1, value));
    }
    let back: Vec<String> =
        store.reader().readings(id, &now()).expect("readings").iter().map(|r| r.value.as_typed()).collect();
    assert_eq!(back, values);
    assert!(findings(&store).is_empty());
    let too_wide = reading("2026-10-20", 1, "123456789012345678/0.5");
    let refused = store.transact(&envelope(Operation::ReadingRecord), |tx| tx.append_readings(id, &[too_wide]));
    assert!(refused.is_err_and(|error| error.to_string().contains("18 digits")));
}

#[test]
fn an_import_is_parts_per_objective_within_the_limits() {
    let (_desk, mut store) = Desk::new();
    let (a, b) = (add_objective(&mut store, "A"), add_objective(&mut store, "B"));
    let start = day("2000-01-01");
    let imported = |count: u64, evidence: &str| -> Vec<Reading> {
        let days = start.iter_days().take(count as usize);
        days.map(|d| Reading {
            measured_on: d,
            known_from: d,
            imported: true,
            evidence: evidence.to_owned(),
            ..reading(TODAY, 1, "95.7")
        })
        .collect()
    };
    let (mut few, many) = (imported(300, &"é".repeat(1_000)), imported(2_500, ""));
    few.reverse();
    let done = run(&mut store, Operation::ReadingImport, |tx| {
        tx.append_readings(a, &few)?;
        tx.append_readings(b, &many)
    });
    let entry = store.reader().journal_entry(done.seq).expect("the journal").expect("the import");
    assert!(entry.parts >= 3 + 3, "{} parts", entry.parts);
    assert_eq!(entry.objectives, vec![a, b]);
    let (mut rows_of_a, mut rows_of_b) = (0, 0);
    for change in store.reader().changes(done.seq).expect("its changes") {
        let Change::Readings(block) = change else { panic!("an import holds readings only") };
        assert!(block.rows.len() <= 1_000);
        *(if block.objective == a { &mut rows_of_a } else { &mut rows_of_b }) += block.rows.len();
    }
    assert_eq!((rows_of_a, rows_of_b), (300, 2_500));
    let longest: i64 = rusqlite::Connection::open(store.path())
        .and_then(|c| c.query_row("SELECT max(length(CAST(payload AS BLOB))) FROM journal", [], |row| row.get(0)))
        .expect("a length");
    assert!(longest as usize <= MAX_BYTES, "{longest}");
    assert_eq!(store.reader().readings(a, &now()).map(|r| r.len()), Ok(300));
    assert_eq!(findings(&store), Vec::<String>::new());
    let of_a = store.reader().journal(&JournalQuery { objective: Some(a), limit: 1, ..JournalQuery::default() });
    let of_a = of_a.expect("the journal of A");
    assert_eq!(of_a[0].seq, done.seq);
    assert!(of_a[0].changes.iter().all(|change| change.objective() == Some(a)));
}

#[test]
fn a_later_evaluation_stands_and_an_earlier_day_does_not_see_it() {
    let (_desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    record(&mut store, id, Reading { evaluation: "fine".to_owned(), ..reading("2026-10-31", 1, "96") });
    run(&mut store, Operation::ReadingEvaluate, |tx| {
        let new = NewEvaluation {
            objective: id,
            measured_on: day("2026-10-31"),
            revision: 1,
            meaning: "two joiners late".to_owned(),
            by: "CISO".to_owned(),
            automatic: false,
            decision: Some(DecisionKind::Act),
        };
        let row = tx.next_id(Entity::Evaluation)?;
        tx.insert(Entity::Evaluation, row, fields::evaluation(&new, day("2026-11-25")))
    });
    let look = |as_of: &str| {
        let sight = sixtwo::store::Sight { as_of: day(as_of), known_seq: None, past: true, in_force_only: false };
        let reading = store.reader().readings(id, &sight).expect("readings").remove(0);
        (reading.evaluation, reading.decision)
    };
    assert_eq!(look("2026-11-24"), ("fine".to_owned(), None));
    assert_eq!(look("2026-11-25"), ("two joiners late".to_owned(), Some(DecisionKind::Act)));
}
