//! A register of schema 1, written by the first release: brought up behind a backup, or read as it is.

use std::path::{Path, PathBuf};

use sixtwo::store::{Access, Sight, Store};

use super::sample::day;

const SCHEMA_1: &[u8] = include_bytes!("../../cases/store/schema-1.sixtwo");

fn older(folder: &Path) -> PathBuf {
    let path = folder.join("clinic.sixtwo");
    std::fs::write(&path, SCHEMA_1).expect("a copy of the register");
    path
}

fn codes(store: &Store) -> Vec<String> {
    let sight = Sight::today(day("2026-11-24"));
    let objectives = store.reader().objectives(&sight).expect("objectives");
    objectives.into_iter().map(|loaded| loaded.objective.code).collect()
}

#[test]
fn it_is_brought_up_behind_a_sound_backup_and_stays_sound() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = older(folder.path());
    let store = Store::open(&path, Access::Write).expect("the register");
    assert_eq!(codes(&store), ["HR-1", "IT-1", "OPS-1", "SEC-1", "SEC-2"]);
    let report = store.verify(false).expect("a check");
    assert_eq!((report.findings, report.seq), (vec![], 12));
    let kept = std::fs::read(folder.path().join("clinic.sixtwo.schema-1")).expect("the backup");
    assert_eq!(&kept[60..64], [0, 0, 0, 1], "the backup is of the old schema");
}

#[test]
fn reading_only_sees_everything_and_leaves_it_byte_for_byte() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = older(folder.path());
    let store = Store::open(&path, Access::ReadOnly).expect("the register");
    assert_eq!(codes(&store).len(), 5);
    let sources = store.reader().records::<sixtwo::domain::trace::Source>(&Sight::today(day("2026-11-24")));
    assert_eq!(sources.map(|found| found.len()), Ok(0));
    assert_eq!(store.verify(false).map(|report| report.findings), Ok(vec![]));
    drop(store);
    assert_eq!(std::fs::read(&path).expect("the file"), SCHEMA_1);
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 1, "nothing lies beside it");
}
