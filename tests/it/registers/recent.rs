//! The list of registers opened lately.

use std::path::PathBuf;

use sixtwo::app::registers::{Opened, Recent};
use tempfile::TempDir;

fn opened(name: &str, day: &str) -> Opened {
    Opened { path: PathBuf::from(name), organization: name.to_uppercase(), day: day.to_owned() }
}

#[test]
fn the_newest_stands_first_and_none_stands_twice() {
    let mut recent = Recent::default();
    for (name, day) in [("a", "2026-11-01"), ("b", "2026-11-02"), ("a", "2026-11-03")] {
        recent.note(opened(name, day));
    }
    assert_eq!(recent.registers, [opened("a", "2026-11-03"), opened("b", "2026-11-02")]);
}

#[test]
fn what_was_written_is_read_again() {
    let folder = TempDir::new().expect("a folder for the test");
    let file = folder.path().join("not there yet").join("recent.toml");
    let mut recent = Recent::default();
    recent.note(opened("söme \"place\".sixtwo", "2026-11-01"));
    recent.write(&file).expect("the list is written");
    assert_eq!(Recent::read(&file), recent);
}

#[test]
fn a_list_that_is_broken_or_missing_is_empty() {
    let folder = TempDir::new().expect("a folder for the test");
    let file = folder.path().join("recent.toml");
    assert_eq!(Recent::read(&file), Recent::default());
    std::fs::write(&file, "[[register]\npath = 7").expect("written");
    assert_eq!(Recent::read(&file), Recent::default());
}

#[test]
#[cfg(unix)]
fn only_its_owner_reads_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().expect("a folder for the test");
    let file = folder.path().join("recent.toml");
    Recent::default().write(&file).expect("the list is written");
    let mode = std::fs::metadata(&file).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o077, 0, "{mode:o}");
}
