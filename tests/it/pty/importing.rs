//! The way in from a spreadsheet in the real program: from home to a register with a status on every row.

use std::process::Command;

use super::terminal::{PROGRAM, Terminal};
use crate::importing::workbook::messy;

const ENTER: &str = "\r";

#[test]
fn a_workbook_comes_in_and_goes_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = Command::new(PROGRAM)
        .args(["new", "register.sixtwo", "--organization", "Halden Medical", "--as", "M. Silva"])
        .current_dir(folder.path())
        .env("HOME", folder.path())
        .status()
        .expect("the program runs");
    assert!(made.success());
    std::fs::write(folder.path().join("objectives.xlsx"), messy()).expect("the workbook");
    let words = ["--as", "M. Silva", "register.sixtwo"];
    let mut terminal = Terminal::open_today(folder.path(), &words, 120, 36);
    terminal.wait_for("none yet");
    terminal.press("I");
    terminal.wait_for("objectives.xlsx");
    terminal.press(ENTER);
    terminal.wait_for("Which sheet");
    terminal.press(ENTER);
    terminal.wait_for("Which row names the columns");
    terminal.press(ENTER);
    terminal.wait_for("What the columns are read as");
    terminal.press(ENTER);
    terminal.wait_for("question 1 of 2");
    terminal.press("1");
    terminal.wait_for("question 2 of 2");
    terminal.press("1");
    for (cell, value) in [("L5", "91"), ("O6", "41"), ("H11", "95")] {
        let next = format!("✗ {cell} ‘");
        terminal
            .wait("the next refusal", |screen| screen.rows(0, 120).any(|row| row.contains('▸') && row.contains(&next)));
        terminal.press(value);
        terminal.wait("what would become of it", |screen| screen.contents().contains(&format!("{value} ")));
        terminal.press(ENTER);
    }
    terminal.wait_for("Go on: nothing is refused");
    terminal.press(ENTER);
    terminal.wait_for("Who approved these objectives");
    terminal.press("Board");
    terminal.press(ENTER);
    terminal.press("12.1.2026");
    terminal.press(ENTER);
    terminal.press(ENTER);
    terminal.wait_for("approved on 12 Jan 2026 by Board");
    terminal.press(ENTER);
    terminal.wait_for("7 objectives, judged by what came in");
    for code in ["O1", "O2", "O3", "O4", "O5", "O6", "O7"] {
        terminal.wait("a status on every row", |screen| {
            let judged =
                |row: &str| row.contains(&format!(" {code} ")) && (row.contains("track") || row.contains("at risk"));
            screen.rows(0, 120).any(|row| judged(&row))
        });
    }
    terminal.press(ENTER);
    terminal.wait_for("what needs you first");
    terminal.press("u");
    terminal.wait_for("none yet");
    terminal.press("q");
    assert!(terminal.end().0.success());
    assert!(terminal.is_restored());
}
