//! The catalogue and the schema are one thing said twice.

use super::sample::*;
use sixtwo::store::{Entity, Shape};

#[test]
fn every_field_of_the_catalogue_is_a_column_of_its_table() {
    let (desk, store) = Desk::new();
    drop(store);
    let conn = rusqlite::Connection::open(&desk.path).expect("the register");
    for entity in Entity::ALL {
        let mut statement = conn.prepare(&format!("PRAGMA table_info({})", entity.table())).expect("a table");
        let columns: Vec<(String, String)> = statement
            .query_map([], |row| Ok((row.get(1)?, row.get(2)?)))
            .and_then(Iterator::collect)
            .expect("its columns");
        let mut expected = vec![("id".to_owned(), "INTEGER".to_owned()), ("seq".to_owned(), "INTEGER".to_owned())];
        expected.extend(entity.columns().iter().map(|(name, shape)| {
            let kind = if matches!(shape, Shape::Int | Shape::Flag) { "INTEGER" } else { "TEXT" };
            ((*name).to_owned(), kind.to_owned())
        }));
        assert_eq!(columns, expected, "{}", entity.table());
        assert_eq!(Entity::from_table(entity.table()), Some(entity));
    }
}

#[test]
fn triggers_keep_what_was_written() {
    let (_desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    record(&mut store, id, reading("2026-10-31", 1, "96"));
    run(&mut store, sixtwo::domain::operation::Operation::ReadingVoid, |tx| {
        tx.put_blob(b"frozen")?;
        tx.void_reading(id, day("2026-10-31"), 1)
    });
    let conn = rusqlite::Connection::open(store.path()).expect("the register");
    conn.execute_batch("PRAGMA recursive_triggers = ON").expect("a pragma");
    for attack in [
        "UPDATE journal SET payload = '{}' WHERE seq = 2",
        "DELETE FROM journal WHERE seq = 3",
        "INSERT OR REPLACE INTO journal SELECT seq, op_id, part, parts, '{}', hash FROM journal WHERE seq = 2",
        "UPDATE reading SET value = 97",
        "UPDATE reading SET known_from = '2020-01-01'",
        "UPDATE reading SET voided_seq = NULL",
        "UPDATE reading SET voided_on = '2020-01-01'",
        "DELETE FROM reading",
        "INSERT OR REPLACE INTO reading SELECT * FROM reading",
        "UPDATE blob SET bytes = x'00'",
        "DELETE FROM blob",
    ] {
        assert!(conn.execute_batch(attack).is_err(), "{attack}");
    }
    assert_eq!(findings(&store), Vec::<String>::new());
}
