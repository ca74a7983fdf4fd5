//! What a person types at the screen is in the register when the screen says so.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::terminal::{NOW, Terminal};

const DOWN: &str = "\x1b[B";
/// Two seconds is what people are promised; a machine busy with other tests gets room on top.
const SEEN_WITHIN: Duration = Duration::from_secs(5);
const CTRL_S: &str = "\x13";

/// Runs a verb on a sample register in the folder, on the day of the tests, and gives what it prints.
pub fn sixtwo(folder: &Path, words: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sixtwo"));
    command.env_clear().env("SIXTWO_NOW", NOW);
    printed(command, folder, words)
}

/// The same on a register that goes by the machine's clock.
pub fn sixtwo_today(folder: &Path, words: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sixtwo"));
    command.env_clear();
    printed(command, folder, words)
}

fn printed(mut command: Command, folder: &Path, words: &[&str]) -> String {
    command.current_dir(folder).env("HOME", folder).env("USER", "tester").args(words);
    let output = command.output().expect("the program starts");
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn a_reading_typed_at_the_screen_is_on_disk_when_it_says_so() {
    let folder = TempDir::new().expect("a folder for the test");
    sixtwo(folder.path(), &["demo", "--path", "d.sixtwo"]);
    let mut terminal = Terminal::open(folder.path(), &["d.sixtwo"], 120, 36);
    terminal.wait_for("? help");
    terminal.press(DOWN);
    terminal
        .wait("OPS-1 selected", |screen| screen.rows(0, 120).any(|row| row.contains("▸?") && row.contains("OPS-1")));
    terminal.press("m");
    terminal.wait_for("Value");
    terminal.press("100");
    terminal.press(CTRL_S);
    terminal.wait_for("✓ OPS-1 Q1 2026 100 %");
    let shown = sixtwo(folder.path(), &["-f", "d.sixtwo", "show", "OPS-1", "--json"]);
    let shown: serde_json::Value = serde_json::from_str(&shown).expect("JSON");
    assert_eq!(shown["readings"][0]["value"].to_string(), "100", "while the screen is still open");
    assert_eq!(shown["readings"][0]["entered_by"], "tester");

    terminal.press("u");
    terminal.wait_for("took back");
    terminal.press("q");
    assert!(terminal.end().0.success());
    sixtwo(folder.path(), &["-f", "d.sixtwo", "verify"]);
}

#[test]
fn what_somebody_else_commits_comes_to_the_screen_by_itself_and_leaves_place_and_scroll_alone() {
    let folder = TempDir::new().expect("a folder for the test");
    sixtwo(folder.path(), &["demo", "--path", "d.sixtwo"]);
    let mut terminal = Terminal::open(folder.path(), &["d.sixtwo"], 120, 36);
    terminal.wait_for("? help");
    terminal.wait("OPS-1 without a reading", |screen| {
        screen.rows(0, 120).any(|r| r.contains("OPS-1") && r.contains("none"))
    });
    let selected = |screen: &vt100::Screen, code: &str| {
        screen.rows(0, 120).any(|row| row.chars().nth(1) == Some('▸') && row.contains(code))
    };
    // The measurements stand three months back: their axis no longer ends in October.
    terminal.press(DOWN);
    terminal.press(DOWN);
    terminal.press(DOWN);
    terminal.wait("HR-2 selected", |screen| selected(screen, "HR-2"));
    // The chart scrolls once its readings are read.
    terminal.wait_for("Slowest case 96 h");
    terminal.press("\t\x1b[D\x1b[D\x1b[D");
    let axis = |screen: &vt100::Screen| screen.rows(0, 120).find(|row| row.contains("  F    M    A  "));
    terminal.wait("July at the end", |screen| axis(screen).is_some_and(|row| row.contains("J    J     ┃")));
    let scrolled = axis(terminal.screen());
    sixtwo(folder.path(), &["-f", "d.sixtwo", "record", "OPS-1", "100"]);
    let committed = Instant::now();
    terminal.wait("the new value", |screen| screen.rows(0, 120).any(|r| r.contains("OPS-1") && r.contains("100 %  =")));
    let took = committed.elapsed();
    assert!(took < SEEN_WITHIN, "it took {took:?}");
    // The picture may still be on its way; what it ends with counts.
    terminal.wait("the same selection and scroll", |screen| selected(screen, "HR-2") && axis(screen) == scrolled);
}
