//! From one register to another on the screen.

use std::path::Path;

use tempfile::TempDir;

use crate::pty::record::sixtwo_today;
use crate::pty::terminal::Terminal;

fn new(folder: &Path, file: &str, organization: &str) {
    sixtwo_today(folder, &["new", file, "--organization", organization]);
}

#[test]
fn without_one_named_the_screen_leads_to_a_new_one() {
    let folder = TempDir::new().expect("a folder for the test");
    let mut terminal = Terminal::open_today(folder.path(), &[], 100, 30);
    terminal.wait_for("a new objectives file of your own");
    terminal.press("1");
    terminal.wait_for("Organization");
    terminal.press("Norda GmbH\r");
    terminal.press("\r\r\r");
    terminal.wait_for("none yet");
    assert!(terminal.text().contains("Norda GmbH"), "{}", terminal.text());
    assert!(folder.path().join("objectives.sixtwo").exists());
}

#[test]
fn switching_opens_the_other_one_and_remembers_both() {
    let folder = TempDir::new().expect("a folder for the test");
    new(folder.path(), "a.sixtwo", "Halden Medical");
    new(folder.path(), "b.sixtwo", "Norda GmbH");
    let mut first = Terminal::open_today(folder.path(), &["a.sixtwo"], 100, 30);
    first.wait_for("Halden Medical");
    first.press("q");
    first.end();
    let mut terminal = Terminal::open_today(folder.path(), &["b.sixtwo"], 100, 30);
    terminal.wait_for("none yet");
    terminal.press("o");
    terminal.wait_for("each as it stands today");
    terminal.press("j\r");
    terminal.wait("the other register", |screen| {
        let text = screen.contents();
        text.lines().next().is_some_and(|title| title.contains("Halden Medical")) && text.contains("none yet")
    });
}

#[test]
fn a_file_that_is_none_is_refused_and_the_screen_stays() {
    let folder = TempDir::new().expect("a folder for the test");
    new(folder.path(), "a.sixtwo", "Halden Medical");
    std::fs::write(folder.path().join("notes.txt"), "no register").expect("written");
    let mut terminal = Terminal::open_today(folder.path(), &["a.sixtwo"], 100, 30);
    terminal.wait_for("none yet");
    terminal.press("o");
    terminal.wait_for("each as it stands today");
    terminal.press("2");
    terminal.wait_for("Choose the objectives file");
    terminal.press("notes.txt\r");
    terminal.wait_for("✗");
    terminal.wait_for("notes.txt is");
}
