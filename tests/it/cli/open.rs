//! The ladder: what is no register of ours is refused in one sentence, and nothing near it changes.

use std::fs;

use super::desk::Desk;

/// Verbs that open a register, reading and writing.
const OPENERS: [&[&str]; 6] =
    [&["status"], &["record", "IT-2", "95"], &["verify"], &["history"], &["undo"], &["backup", "copy.sixtwo"]];

fn refused_and_untouched(desk: &Desk, what: &str) {
    let before = desk.contents();
    for words in OPENERS {
        let why = desk.refused(words);
        assert!(why.contains("r.sixtwo"), "{what}: {words:?} does not name the file: {why}");
        assert!(!why.contains("panicked") && !why.contains("os error 0"), "{what}: {why}");
    }
    assert!(desk.contents() == before, "{what}: something in the folder changed");
}

#[test]
fn nothing_there() {
    refused_and_untouched(&Desk::bare(), "missing");
}

#[test]
fn files_that_are_no_register() {
    for (what, bytes) in [
        ("empty", &b""[..]),
        ("text", b"code,period_end,value\nIT-2,2025-01-31,95\n"),
        ("zeros", &[0; 8192]),
        ("gzip", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03not really"),
        ("sqlite header only", b"SQLite format 3\0"),
    ] {
        let desk = Desk::bare();
        desk.write("r.sixtwo", bytes);
        refused_and_untouched(&desk, what);
    }
}

#[test]
fn a_register_cut_short() {
    let whole = Desk::furnished().read("r.sixtwo");
    for keep in [16, 100, 4096, whole.len() / 2, whole.len() - 1] {
        let desk = Desk::bare();
        desk.write("r.sixtwo", &whole[..keep]);
        refused_and_untouched(&desk, &format!("cut at {keep}"));
    }
}

#[test]
fn a_file_of_another_program_and_one_of_a_newer_sixtwo() {
    let whole = Desk::new().read("r.sixtwo");
    // The file header keeps the schema version at byte 60 and the application's mark at byte 68.
    for (what, at, value) in [("foreign", 68, 0x1234_5678u32), ("no mark", 68, 0), ("newer", 60, 9_999)] {
        let desk = Desk::bare();
        let mut bytes = whole.clone();
        bytes[at..at + 4].copy_from_slice(&value.to_be_bytes());
        desk.write("r.sixtwo", &bytes);
        refused_and_untouched(&desk, what);
    }
}

#[test]
fn a_folder_is_no_register() {
    let desk = Desk::bare();
    fs::create_dir(desk.path("r.sixtwo")).expect("a folder");
    refused_and_untouched(&desk, "folder");
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_without_waiting_for_a_writer() {
    let desk = Desk::bare();
    let made = std::process::Command::new("mkfifo").arg(desk.path("r.sixtwo")).status().expect("mkfifo runs");
    assert!(made.success());
    refused_and_untouched(&desk, "pipe");
}

#[test]
fn a_new_register_never_overwrites() {
    let desk = Desk::furnished();
    let before = desk.contents();
    let why = desk.refused(&["new", "r.sixtwo", "--organization", "Other"]);
    assert!(why.contains("r.sixtwo"), "{why}");
    let why = desk.refused(&["new", "nowhere/at/all.sixtwo", "--organization", "Other"]);
    assert!(why.contains("nowhere"), "{why}");
    assert!(desk.contents() == before);
}

#[test]
fn read_only_reads_and_writes_nothing() {
    let desk = Desk::furnished();
    let before = desk.contents();
    assert_eq!(desk.json(&["--read-only", "status"]).as_array().map(Vec::len), Some(5));
    let why = desk.refused(&["--read-only", "record", "IT-2", "96", "--period", "2025-04"]);
    assert!(why.contains("reading only") || why.contains("read-only") || why.contains("read only"), "{why}");
    assert!(desk.contents() == before);
}

#[cfg(unix)]
#[test]
fn the_register_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    desk.ok(&["backup", "copy.sixtwo"]);
    for name in ["r.sixtwo", "copy.sixtwo"] {
        let mode = fs::metadata(desk.path(name)).expect("the file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[test]
fn a_set_clock_works_on_demo_registers_only() {
    let desk = Desk::furnished();
    let before = desk.contents();
    let output = desk.command(&["status"]).env("SIXTWO_NOW", "2026-01-15").output().expect("the program starts");
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(desk.contents() == before);
}
