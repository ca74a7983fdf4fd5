//! A reader that goes away ends a verb quietly.

use std::process::Stdio;

use super::desk::Desk;

#[test]
fn a_closed_stdout_is_no_failure_and_no_panic() {
    let desk = Desk::furnished();
    for words in [&["status"][..], &["status", "--json"], &["history"], &["help"], &["--help"], &["keys"]] {
        let mut child =
            desk.command(words).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the program ends");
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{words:?}: {err}");
        assert!(!err.contains("panicked"), "{words:?}: {err}");
    }
}

#[test]
fn a_closed_stderr_does_not_keep_a_write_from_the_disk() {
    let desk = Desk::furnished();
    let mut child = desk
        .command(&["record", "IT-2", "96", "--period", "2025-04"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stderr.take());
    assert!(child.wait().expect("the program ends").success());
    let readings = desk.json(&["show", "IT-2"])["readings"].to_string();
    assert!(readings.contains("2025-04-30"), "{readings}");
}
