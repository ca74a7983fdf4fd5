//! Who writes, at the real screen: asked where nobody has said it, never where somebody has.

use std::path::Path;

use tempfile::TempDir;

use super::record::sixtwo_today;
use super::terminal::Terminal;

fn opened(folder: &Path, words: &[&str]) -> Terminal {
    sixtwo_today(folder, &["new", "r.sixtwo", "--organization", "Halden Medical"]);
    let mut terminal = Terminal::open_today(folder, words, 100, 30);
    terminal.wait_for("? help");
    terminal.press("S");
    terminal.wait_for("Freeze the register as of now");
    terminal
}

fn newest_actor(folder: &Path) -> String {
    let history = sixtwo_today(folder, &["-f", "r.sixtwo", "history", "--json"]);
    let history: serde_json::Value = serde_json::from_str(&history).expect("JSON");
    history[0]["actor"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_name_typed_at_the_screen_signs_what_is_written() {
    let folder = TempDir::new().expect("a folder for the test");
    let mut terminal = opened(folder.path(), &["r.sixtwo"]);
    terminal.press("first\r");
    terminal.wait_for("Who writes? tester");
    terminal.press(" and Okafor\r");
    terminal.wait_for("✓ snapshot 1");
    assert_eq!(newest_actor(folder.path()), "tester and Okafor");
}

#[test]
fn a_name_the_call_brings_is_not_asked_for() {
    let folder = TempDir::new().expect("a folder for the test");
    let mut terminal = opened(folder.path(), &["r.sixtwo", "--as", "Okafor"]);
    terminal.press("first\r");
    terminal.wait_for("✓ snapshot 1");
    assert_eq!(newest_actor(folder.path()), "Okafor");
}
