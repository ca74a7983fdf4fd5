//! Undo appends the inverse; redo is the undo of the undo; both survive a restart.

use super::sample::*;
use serde_json::json;
use sixtwo::domain::operation::Operation;
use sixtwo::domain::reading::Reading;
use sixtwo::store::{Access, Entity, Fields, Sight, Store, StoreError, fields};

fn values(store: &Store, id: i64) -> Vec<(u32, String, bool)> {
    let readings = store.reader().readings(id, &now()).expect("readings");
    readings.iter().map(|r| (r.revision, r.value.as_typed(), r.voided_seq.is_some())).collect()
}

#[test]
fn a_reading_is_voided_and_entered_again_across_restarts() {
    let (desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    let seq = record(&mut store, id, reading("2026-10-31", 1, "96")).seq;
    drop(store);
    let mut store = Store::open(&desk.path, Access::Write).expect("the register");
    let undone = undo(&mut store, seq).expect("an undo");
    assert_eq!((undone.value.as_slice(), values(&store, id)), ([id].as_slice(), vec![(1, "96".to_owned(), true)]));
    let entry = store.reader().journal_entry(seq).expect("the journal").expect("the reading");
    assert_eq!(entry.undone_by, Some(undone.seq));
    drop(store);
    let mut store = Store::open(&desk.path, Access::Write).expect("the register");
    let redone = undo(&mut store, undone.seq).expect("a redo");
    let again = vec![(1, "96".to_owned(), true), (2, "96".to_owned(), false)];
    assert_eq!(values(&store, id), again);
    undo(&mut store, redone.seq).expect("an undo of the redo");
    assert_eq!(values(&store, id), vec![(1, "96".to_owned(), true), (2, "96".to_owned(), true)]);
    assert_eq!(findings(&store), Vec::<String>::new());
}

#[test]
fn an_import_is_voided_as_one() {
    let (_desk, mut store) = Desk::new();
    let ids = [add_objective(&mut store, "A"), add_objective(&mut store, "B")];
    let many: Vec<Reading> = day("2020-01-01")
        .iter_days()
        .take(1_500)
        .map(|d| Reading { measured_on: d, known_from: d, imported: true, ..reading(TODAY, 1, "1/3") })
        .collect();
    let seq =
        run(&mut store, Operation::ReadingImport, |tx| ids.iter().try_for_each(|id| tx.append_readings(*id, &many)))
            .seq;
    let undone = undo(&mut store, seq).expect("an undo");
    assert_eq!(undone.value, ids);
    for id in ids {
        assert!(values(&store, id).iter().all(|(_, _, voided)| *voided));
    }
    undo(&mut store, undone.seq).expect("a redo");
    let standing = values(&store, ids[1]).into_iter().filter(|(_, _, voided)| !voided).count();
    assert_eq!(standing, 1_500);
    assert_eq!(findings(&store), Vec::<String>::new());
}

#[test]
fn rows_come_and_go_with_undo_and_redo() {
    let (_desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    let title = |text: &str| -> Fields { std::iter::once(("title".to_owned(), json!(text))).collect() };
    let edit = run(&mut store, Operation::ObjectiveEdit, |tx| tx.update(Entity::Version, 1, title("Another"))).seq;
    let shown = |store: &Store| {
        let loaded = store.reader().objective_by_code("HR-2", &now()).expect("a read");
        loaded.map(|l| l.objective.definition.title)
    };
    let undone = undo(&mut store, edit).expect("an undo").seq;
    assert_eq!(shown(&store).as_deref(), Some("Everyone is trained before access is given"));
    let created = store.reader().objective_by_code("HR-2", &now()).expect("a read").map(|l| l.changed_seq);
    assert_eq!(created, Some(undone), "an open form on the edited text is stale now");
    undo(&mut store, undone).expect("a redo");
    assert_eq!(shown(&store).as_deref(), Some("Another"));
    let create = store.reader().journal(&Default::default()).expect("the journal")[3].seq;
    let refused = undo(&mut store, create).expect_err("its title was changed since");
    assert_eq!(
        refused.to_string(),
        "the version of HR-2 was changed since; take back the later change first, or enter a correction"
    );
    run(&mut store, Operation::ObjectiveEdit, |tx| {
        tx.update(Entity::Version, 1, title("Everyone is trained before access is given"))
    });
    undo(&mut store, create).expect("the rows are again what was made");
    assert_eq!(shown(&store), None);
    assert_eq!(run(&mut store, Operation::ObjectiveCreate, |tx| tx.next_id(Entity::Objective)).value, id + 1);
    assert_eq!(findings(&store), Vec::<String>::new());
}

#[test]
fn undo_is_refused_where_something_rests_on_it() {
    let (_desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    let create = store.reader().head().expect("a head").0;
    let first = record(&mut store, id, reading("2026-10-31", 1, "96")).seq;
    run(&mut store, Operation::ReadingRestate, |tx| tx.append_readings(id, &[reading("2026-10-31", 2, "94")]));
    let head = store.reader().head();
    let restated = undo(&mut store, first).expect_err("restated since");
    assert!(restated.to_string().starts_with("the reading of HR-2 for 2026-10-31 was restated"), "{restated}");
    let named = undo(&mut store, create).expect_err("it has readings");
    assert!(named.to_string().starts_with("later entries rest on the objective of HR-2"), "{named}");
    assert_eq!(store.reader().head(), head);
    let restate = store.reader().head().expect("a head").0;
    undo(&mut store, restate).expect("the newest");
    assert!(
        matches!(undo(&mut store, restate), Err(StoreError::ChangedSince(why)) if why.contains("taken back already"))
    );
    undo(&mut store, first).expect("nothing stands on it any more");
    assert!(matches!(undo(&mut store, 999), Err(StoreError::Refused(_))));
    assert_eq!(findings(&store), Vec::<String>::new());
}

#[test]
fn a_redo_does_not_cover_what_was_entered_since() {
    let (_desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    let seq = record(&mut store, id, reading("2026-10-31", 1, "96")).seq;
    let undone = undo(&mut store, seq).expect("an undo").seq;
    record(&mut store, id, reading("2026-10-31", 2, "91"));
    assert!(undo(&mut store, undone).is_err());
    assert_eq!(values(&store, id).last(), Some(&(2, "91".to_owned(), false)));
}

#[test]
fn a_reading_entered_again_is_known_from_that_day_on() {
    let (_desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    let early = Reading { known_from: day("2026-11-01"), ..reading("2026-10-31", 1, "96") };
    let seq = store
        .transact(&envelope_on(Operation::ReadingRecord, "2026-11-01"), |tx| tx.append_readings(id, &[early]))
        .expect("a reading")
        .seq;
    let undone = undo(&mut store, seq).expect("an undo").seq;
    undo(&mut store, undone).expect("a redo");
    let readings = store.reader().readings(id, &now()).expect("readings");
    let known: Vec<_> = readings.iter().map(|r| (r.known_from, r.voided_on)).collect();
    assert_eq!(known, vec![(day("2026-11-01"), Some(day(TODAY))), (day(TODAY), None)]);
    let earlier = Sight { as_of: day("2026-11-10"), known_seq: None, past: true, in_force_only: false };
    assert_eq!(store.reader().readings(id, &earlier).map(|r| r.len()), Ok(1));
}

#[test]
fn every_kind_of_row_can_be_taken_back() {
    let (_desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    let seq = run(&mut store, Operation::ObjectiveCheckin, |tx| {
        let row = tx.next_id(Entity::Checkin)?;
        tx.insert(Entity::Checkin, row, fields::checkin(id, day(TODAY), "on its way", "Ines", day(TODAY)))?;
        let row = tx.next_id(Entity::NotMeasured)?;
        tx.insert(Entity::NotMeasured, row, fields::not_measured(id, day("2026-10-31"), "outage", "Ines", day(TODAY)))?;
        let row = tx.next_id(Entity::Setting)?;
        tx.insert(Entity::Setting, row, fields::setting("grace_m", "12", day("2027-01-01"), day(TODAY)))
    })
    .seq;
    undo(&mut store, seq).expect("an undo");
    assert_eq!(store.reader().not_measured(id, &now()), Ok(vec![]));
    assert_eq!(store.reader().settings(), Ok(vec![]));
    let loaded = store.reader().objective_by_code("HR-2", &now()).expect("a read").expect("the objective");
    assert!(loaded.objective.checkins.is_empty());
    assert_eq!(findings(&store), Vec::<String>::new());
}
