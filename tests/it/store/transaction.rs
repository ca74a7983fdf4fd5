//! One operation is one transaction: on disk, or nothing.

use super::sample::*;
use serde_json::json;
use sixtwo::domain::journal::{Change, chain_hash, hex};
use sixtwo::domain::operation::Operation;
use sixtwo::store::{Access, Entity, Fields, JournalQuery, Store, StoreError, fields};

fn field(name: &str, value: serde_json::Value) -> Fields {
    std::iter::once((name.to_owned(), value)).collect()
}

#[test]
fn the_hash_chain_is_the_documented_one() {
    // Made by an independent implementation (Python's hashlib) from the written rule.
    let first = chain_hash(&[0; 32], b"{}");
    assert_eq!(hex(&first), "f9d43a6d68cf67ff82478d2cf92b4d394f386ef9addf2b0d195b24dc680f677c");
}

#[test]
fn a_journal_entry_holds_changed_fields_only() {
    let (_desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    let seq = run(&mut store, Operation::ObjectiveEdit, |tx| {
        let mut same_and_new = field("title", json!("Everyone is trained before access is given"));
        same_and_new.insert("owner".to_owned(), json!("CISO"));
        same_and_new.insert("warn".to_owned(), serde_json::Value::Null);
        let row = tx.version_ids(id)?[0].1;
        tx.update(Entity::Version, row, same_and_new)
    })
    .seq;
    let entry = store.reader().journal_entry(seq).expect("the journal").expect("the entry");
    let Change::Row(row) = &entry.changes[0] else { panic!("a row was changed") };
    assert_eq!(row.before, serde_json::from_value(json!({"owner": "HR lead", "warn": "90.5"})).ok());
    assert_eq!(row.after, serde_json::from_value(json!({"owner": "CISO", "warn": null})).ok());
    assert_eq!((entry.actor.as_str(), entry.objectives.as_slice()), ("Ines", [id].as_slice()));
    let loaded = store.reader().objective_by_code("hr-2", &now()).expect("a read").expect("found in any case");
    assert_eq!((loaded.changed_seq, loaded.objective.definition.owner.as_str()), (seq, "CISO"));
}

#[test]
fn an_error_in_the_middle_leaves_nothing() {
    let (_desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    let before = store.reader().head().expect("a head");
    let failed: Result<_, StoreError> = store.transact(&envelope(Operation::ReadingRecord), |tx| {
        tx.append_readings(id, &[reading("2026-10-31", 1, "96")])?;
        tx.put_blob(b"frozen")?;
        Err::<(), _>(StoreError::Refused("the value breaks a rule".to_owned()))
    });
    assert!(failed.is_err());
    assert_eq!(store.reader().head(), Ok(before));
    assert_eq!(store.reader().readings(id, &now()), Ok(vec![]));
    record(&mut store, id, reading("2026-10-31", 1, "96"));
    assert_eq!(findings(&store), Vec::<String>::new());
}

#[test]
fn a_panic_in_the_middle_leaves_nothing() {
    let (desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    let unwound = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _ = store.transact::<(), StoreError>(&envelope(Operation::ReadingRecord), |tx| {
            tx.append_readings(id, &[reading("2026-10-31", 1, "96")])?;
            std::panic::resume_unwind(Box::new("the program ends here"))
        });
    }));
    assert!(unwound.is_err());
    drop(store);
    let store = Store::open(&desk.path, Access::Write).expect("the register");
    assert_eq!(store.reader().readings(id, &now()), Ok(vec![]));
    assert_eq!(findings(&store), Vec::<String>::new());
}

#[test]
fn nothing_to_change_writes_nothing() {
    let (_desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    let before = store.reader().head().expect("a head");
    let done =
        run(&mut store, Operation::ObjectiveEdit, |tx| tx.update(Entity::Objective, id, field("code", json!("HR-2"))));
    assert_eq!((done.seq, done.hash.as_str()), (0, ""));
    assert_eq!(store.reader().head(), Ok(before));
}

#[test]
fn a_retry_with_the_same_identifier_writes_nothing() {
    let (_desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    let same = envelope(Operation::ReadingRecord);
    let done =
        store.transact(&same, |tx| tx.append_readings(id, &[reading("2026-10-31", 1, "96")])).expect("the first try");
    let again = store.transact(&same, |tx| tx.append_readings(id, &[reading("2026-10-31", 2, "97")]));
    assert_eq!(again.map(|c| c.seq), Err(StoreError::Repeated(done.seq)));
    assert_eq!(store.reader().readings(id, &now()).map(|r| r.len()), Ok(1));
}

#[test]
fn what_does_not_fit_is_refused_in_words() {
    let (_desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    let mut refused = |write: &mut dyn FnMut(&mut sixtwo::store::Tx<'_>) -> Result<(), StoreError>| {
        store.transact(&envelope(Operation::ObjectiveEdit), |tx| write(tx)).expect_err("a refusal").to_string()
    };
    let no_field = refused(&mut |tx| tx.update(Entity::Objective, id, field("colour", json!("red"))));
    assert!(no_field.contains("objective has no field colour"), "{no_field}");
    let no_number = refused(&mut |tx| tx.insert(Entity::Setting, 1, field("name", json!(7))));
    assert!(no_number.contains("does not fit the field name"), "{no_number}");
    let nobody = refused(&mut |tx| tx.append_readings(99, &[reading("2026-10-31", 1, "1")]));
    assert!(nobody.contains("2026-10-31"), "{nobody}");
    let taken = refused(&mut |tx| tx.insert(Entity::Objective, 77, fields::objective("hr-2", day(TODAY))));
    assert!(taken.contains("objective.code"), "{taken}");
    assert_eq!(findings(&store), Vec::<String>::new());
}

#[test]
fn the_journal_lists_newest_first_and_by_actor() {
    let (_desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    let theirs = sixtwo::store::Envelope { actor: "Tom".to_owned(), ..envelope(Operation::ReadingRecord) };
    store.transact(&theirs, |tx| tx.append_readings(id, &[reading("2026-10-31", 1, "96")])).expect("his reading");
    record(&mut store, id, reading("2026-09-30", 1, "96"));
    let list = |query: JournalQuery<'_>| -> Vec<(u64, Operation)> {
        store.reader().journal(&query).expect("the journal").iter().map(|e| (e.seq, e.op)).collect()
    };
    let all = list(JournalQuery::default());
    assert_eq!(
        all,
        vec![
            (4, Operation::ReadingRecord),
            (3, Operation::ReadingRecord),
            (2, Operation::ObjectiveCreate),
            (1, Operation::RegisterCreate)
        ]
    );
    assert_eq!(list(JournalQuery { actor: Some("Tom"), ..JournalQuery::default() }), vec![all[1]]);
    assert_eq!(list(JournalQuery { objective: Some(id), before: Some(4), ..JournalQuery::default() }), all[1..3]);
    assert_eq!(list(JournalQuery { limit: 1, ..JournalQuery::default() }), vec![all[0]]);
}
