//! The open ladder: what is not a sound register of ours is refused in one sentence and stays byte-identical.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::sample::*;
use sixtwo::domain::operation::Operation;
use sixtwo::store::{Access, Store, StoreError};

/// Everything in a directory: content and time of change.
fn picture(dir: &Path) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
    let entries = fs::read_dir(dir).expect("a directory").map(|entry| entry.expect("an entry").path());
    let described = entries.map(|path| {
        let meta = fs::symlink_metadata(&path).expect("an entry");
        let content = if meta.is_file() { fs::read(&path).expect("a file") } else { Vec::new() };
        (path, (content, meta.modified().expect("a time")))
    });
    described.collect()
}

/// A sound register's bytes.
fn sound() -> Vec<u8> {
    let (desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    record(&mut store, id, reading("2026-10-31", 1, "96"));
    drop(store);
    fs::read(&desk.path).expect("the register")
}

fn patched(at: usize, bytes: &[u8]) -> Vec<u8> {
    let mut file = sound();
    file[at..at + bytes.len()].copy_from_slice(bytes);
    file
}

#[test]
fn what_is_no_register_is_refused_and_left_alone() {
    let foreign = patched(68, &[0, 0, 0, 9]);
    let newer = patched(60, &[0, 0, 0, 99]);
    let cut = sound()[..sound().len() - 4096].to_vec();
    let cases: [(&str, Vec<u8>, &str); 8] = [
        ("empty", vec![], "is not a sixtwo register (the file is empty)"),
        ("text", b"code,title\nHR-2,Training\n".to_vec(), "is not a sixtwo register (it is no SQLite file)"),
        ("short text", b"x".to_vec(), "is not a sixtwo register (it is no SQLite file)"),
        ("beginning only", sound()[..60].to_vec(), "is cut off (only 60 bytes are left)"),
        ("foreign", foreign, "is not a sixtwo register (it is a database of another program)"),
        ("newer", newer, "was written by a newer program (schema 99)"),
        ("cut", cut, "is cut off ("),
        ("zeros", vec![0; 8192], "is not a sixtwo register (it is no SQLite file)"),
    ];
    for (name, bytes, sentence) in cases {
        for access in [Access::Write, Access::ReadOnly] {
            let dir = tempfile::tempdir().expect("a directory");
            let path = dir.path().join("register.sixtwo");
            fs::write(&path, &bytes).expect("a file");
            fs::write(dir.path().join("register.sixtwo-notes"), b"beside").expect("a neighbour");
            let before = picture(dir.path());
            let refused = Store::open(&path, access).err().expect(name).to_string();
            assert!(refused.contains(sentence), "{name}: {refused}");
            assert!(!refused.contains('\n') && refused.contains("register.sixtwo"), "{name}: {refused}");
            assert_eq!(picture(dir.path()), before, "{name}");
        }
    }
}

#[test]
fn a_foreign_database_keeps_its_log() {
    let dir = tempfile::tempdir().expect("a directory");
    let path = dir.path().join("other.db");
    let conn = rusqlite::Connection::open(&path).expect("a database");
    conn.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (1)").expect("a table");
    let before = picture(dir.path());
    assert!(before.len() >= 2, "the log lies beside the file");
    assert!(matches!(Store::open(&path, Access::Write), Err(StoreError::NotOurs(..))));
    assert_eq!(picture(dir.path()), before);
}

#[test]
fn what_is_no_file_is_named() {
    let dir = tempfile::tempdir().expect("a directory");
    let said = |path: &Path| Store::open(path, Access::Write).err().expect("a refusal").to_string();
    assert!(said(dir.path()).contains("is a directory"));
    assert!(said(&dir.path().join("none.sixtwo")).contains("does not exist"));
    #[cfg(unix)]
    {
        let (desk, _store) = Desk::new();
        let link = dir.path().join("link.sixtwo");
        std::os::unix::fs::symlink(&desk.path, &link).expect("a link");
        assert!(said(&link).contains("a symbolic link, not a regular file"));
        let socket = dir.path().join("socket.sixtwo");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).expect("a socket");
        assert!(said(&socket).contains("a socket"));
        assert!(said(Path::new("/dev/null")).contains("a device"));
        let pipe = dir.path().join("pipe.sixtwo");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        if made.is_ok_and(|status| status.success()) {
            assert!(said(&pipe).contains("a pipe"));
        }
    }
}

#[test]
fn a_name_with_control_characters_is_shown_harmless() {
    let refused = Store::open(Path::new("/nowhere/\u{1b}[31mred"), Access::Write).err().expect("a refusal").to_string();
    assert!(!refused.contains('\u{1b}'), "{refused:?}");
}

#[cfg(unix)]
#[test]
fn a_read_only_file_is_opened_for_reading_only() {
    use std::os::unix::fs::PermissionsExt;
    let (desk, mut store) = Desk::new();
    add_objective(&mut store, "HR-2");
    drop(store);
    for (target, mode, why) in
        [(desk.path.clone(), 0o400, "the file is read-only"), (desk.dir.path().to_owned(), 0o500, "its directory")]
    {
        let before = fs::metadata(&target).expect("metadata").permissions();
        fs::set_permissions(&target, fs::Permissions::from_mode(mode)).expect("permissions");
        let state = picture(desk.dir.path());
        let refused = Store::open(&desk.path, Access::Write).err().expect("a refusal").to_string();
        assert!(refused.contains(why) && refused.contains("--read-only"), "{refused}");
        let store = Store::open(&desk.path, Access::ReadOnly).expect("a reading session");
        assert_eq!(store.reader().objectives(&now()).map(|o| o.len()), Ok(1));
        assert_eq!(findings(&store), Vec::<String>::new());
        drop(store);
        assert_eq!(picture(desk.dir.path()), state, "{why}");
        fs::set_permissions(&target, before).expect("permissions");
    }
}

#[test]
fn a_reading_session_writes_nothing() {
    let (desk, store) = Desk::new();
    drop(store);
    let mut store = Store::open(&desk.path, Access::ReadOnly).expect("a reading session");
    let state = picture(desk.dir.path());
    let refused = store.transact(&envelope(Operation::ReadingRecord), |tx| tx.put_blob(b"x"));
    assert!(matches!(refused, Err(StoreError::ReadOnly(..))));
    assert_eq!(picture(desk.dir.path()), state);
}

#[test]
fn a_transaction_cut_short_is_rolled_back_and_reading_does_not_touch_it() {
    let (desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    // Copies taken in the middle of a transaction that has spilled to disk are what a crash leaves.
    let big = vec![7u8; 20_000_000];
    let crashed = desk.file("crashed.sixtwo");
    let beside = desk.file("crashed.sixtwo-journal");
    let stopped: Result<_, StoreError> = store.transact(&envelope(Operation::ReadingRecord), |tx| {
        tx.append_readings(id, &[reading("2026-10-31", 1, "96")])?;
        tx.put_blob(&big)?;
        fs::copy(&desk.path, &crashed).expect("a copy");
        fs::copy(desk.file("register.sixtwo-journal"), &beside).expect("a copy of the journal");
        Err::<(), _>(StoreError::Refused("stop".to_owned()))
    });
    assert!(stopped.is_err());
    assert!(fs::metadata(&beside).expect("a journal").len() > 0);
    let state = picture(desk.dir.path());
    let reader = Store::open(&crashed, Access::ReadOnly).expect("a reading session");
    assert_eq!(reader.reader().readings(id, &now()), Ok(vec![]));
    assert_eq!(findings(&reader), Vec::<String>::new());
    drop(reader);
    assert!(picture(desk.dir.path()) == state, "reading left the file and its journal alone");
    let writer = Store::open(&crashed, Access::Write).expect("a writing session");
    assert_eq!(writer.reader().readings(id, &now()), Ok(vec![]));
    assert_eq!(findings(&writer), Vec::<String>::new());
    assert!(!beside.exists());
}

#[test]
fn a_new_register_is_private_and_never_replaces_a_file() {
    let (desk, store) = Desk::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&desk.path).expect("the register").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    drop(store);
    let before = fs::read(&desk.path).expect("the register");
    assert_eq!(create(&desk.path).err(), Some(StoreError::Exists(desk.path.clone())));
    assert_eq!(fs::read(&desk.path).expect("the register"), before);
    let nowhere = desk.file("none/register.sixtwo");
    assert!(create(&nowhere).is_err_and(|error| error.to_string().contains("cannot be made")));
}

#[test]
fn one_file_is_left_at_rest() {
    let (desk, mut store) = Desk::new();
    let id = add_objective(&mut store, "HR-2");
    record(&mut store, id, reading("2026-10-31", 1, "96"));
    assert_eq!(picture(desk.dir.path()).len(), 1);
}
