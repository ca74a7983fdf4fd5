//! A backup counts once it was opened and checked; a restore overwrites nothing.

use std::fs;

use super::sample::*;
use sixtwo::store::{Access, Store, StoreError, restore};

#[test]
fn a_backup_is_a_register_that_passes_the_check() {
    let (desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    record(&mut store, id, reading("2026-10-31", 1, "96"));
    let to = desk.file("backup.sixtwo");
    let report = store.backup_to(&to).expect("a backup");
    assert_eq!((report.seq, report.findings.len()), (3, 0));
    let copy = Store::open(&to, Access::ReadOnly).expect("the backup");
    assert_eq!(copy.reader().head(), store.reader().head());
    assert_eq!(copy.reader().readings(id, &now()), store.reader().readings(id, &now()));
    assert_eq!(findings(&copy), Vec::<String>::new());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&to).expect("the backup").permissions().mode() & 0o777, 0o600);
    }
    let names: Vec<_> = fs::read_dir(desk.dir.path()).expect("a directory").flatten().map(|e| e.file_name()).collect();
    assert_eq!(names.len(), 2, "nothing else is left: {names:?}");
}

#[test]
fn a_backup_never_replaces_a_file() {
    let (desk, store) = Desk::new();
    let to = desk.file("notes.txt");
    fs::write(&to, "mine").expect("a file");
    assert_eq!(store.backup_to(&to), Err(StoreError::Exists(to.clone())));
    assert_eq!(store.backup_to(&desk.path), Err(StoreError::Exists(desk.path.clone())));
    assert_eq!(fs::read_to_string(&to).expect("the file"), "mine");
    assert!(store.backup_to(&desk.file("none/backup.sixtwo")).is_err());
}

#[test]
fn a_restore_moves_the_present_register_aside() {
    let (desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    let backup = desk.file("backup.sixtwo");
    store.backup_to(&backup).expect("a backup");
    record(&mut store, id, reading("2026-10-31", 1, "96"));
    let newer = fs::read(&desk.path).expect("the register");
    let aside = restore(&backup, &desk.path, "2026-11-23T0931").expect("a restore").expect("moved aside");
    assert_eq!(aside, desk.file("register.sixtwo.2026-11-23T0931"));
    assert!(fs::read(&aside).expect("the moved register") == newer);
    let restored = Store::open(&desk.path, Access::Write).expect("the restored register");
    assert_eq!(restored.reader().readings(id, &now()), Ok(vec![]));
    assert_eq!(findings(&restored), Vec::<String>::new());
    let stale = store.transact(&envelope(sixtwo::domain::operation::Operation::ReadingRecord), |tx| {
        tx.append_readings(id, &[reading("2026-10-31", 2, "97")])
    });
    assert_eq!(stale, Err(StoreError::Replaced(desk.path.clone())), "an open session notices");
    let taken = restore(&backup, &desk.path, "2026-11-23T0931");
    assert_eq!(taken, Err(StoreError::Exists(aside)));
    assert!(!desk.file("register.sixtwo.restored").exists());
}

#[test]
fn a_restore_makes_a_register_where_none_is() {
    let (desk, store) = Desk::new();
    let target = desk.file("fresh.sixtwo");
    assert_eq!(restore(&desk.path, &target, "stamp"), Ok(None));
    let restored = Store::open(&target, Access::Write).expect("the restored register");
    assert_eq!(restored.reader().head(), store.reader().head());
}

#[test]
fn an_unsound_backup_is_refused_and_the_register_stays() {
    let (desk, mut store) = Desk::new();
    add_objective(&mut store, "HR-2");
    let backup = desk.file("backup.sixtwo");
    store.backup_to(&backup).expect("a backup");
    let conn = rusqlite::Connection::open(&backup).expect("the backup");
    conn.execute_batch("UPDATE version SET target = '1'").expect("an attack");
    drop(conn);
    let before = fs::read(&desk.path).expect("the register");
    let refused = restore(&backup, &desk.path, "stamp").expect_err("a refusal").to_string();
    assert!(refused.contains("target is `1`, entry 2 says `95`"), "{refused}");
    fs::write(&backup, b"garbage").expect("a file");
    assert!(matches!(restore(&backup, &desk.path, "stamp"), Err(StoreError::NotOurs(..))));
    assert!(fs::read(&desk.path).expect("the register") == before);
}

#[test]
fn a_damaged_register_can_be_replaced_by_a_backup() {
    let (desk, store) = Desk::new();
    let backup = desk.file("backup.sixtwo");
    store.backup_to(&backup).expect("a backup");
    drop(store);
    fs::write(&desk.path, b"").expect("what a full disk leaves");
    let aside = restore(&backup, &desk.path, "stamp").expect("a restore").expect("moved aside");
    assert_eq!(fs::read(aside).expect("the damaged file"), b"");
    assert!(Store::open(&desk.path, Access::Write).is_ok());
}
