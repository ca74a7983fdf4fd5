//! A review meeting at the real screen: readings, meanings and decisions, each on disk before the next.

use std::path::Path;

use tempfile::TempDir;

use super::record::sixtwo;
use super::terminal::Terminal;

fn opened(folder: &Path) -> Terminal {
    let mut terminal = Terminal::open(folder, &["d.sixtwo"], 120, 36);
    terminal.wait_for("? help");
    terminal
}

#[test]
fn an_answer_is_on_disk_before_the_next_item_and_the_meeting_survives_a_kill() {
    let folder = TempDir::new().expect("a folder for the test");
    sixtwo(folder.path(), &["demo", "--path", "d.sixtwo"]);
    let mut terminal = opened(folder.path());
    terminal.press("R");
    terminal.wait_for("A review meeting");
    terminal.press("Berg; Okafor\r\r\r");
    terminal.wait_for("OPS-1  Restore tests succeed");
    terminal.press("100\rthe archive came back whole\rc\r");
    terminal.wait_for("Decided 1 of");
    terminal.wait_for("IT-2  Critical vulnerabilities");

    let shown = sixtwo(folder.path(), &["-f", "d.sixtwo", "show", "OPS-1", "--json"]);
    let shown: serde_json::Value = serde_json::from_str(&shown).expect("JSON");
    let reading = &shown["readings"][0];
    assert_eq!(reading["value"].to_string(), "100", "{shown:#}");
    assert_eq!(reading["evaluation"], "the archive came back whole");
    assert_eq!(shown["decisions"][0]["kind"], "continue");

    terminal.press("4 hosts left");
    terminal.kill();
    let mut terminal = opened(folder.path());
    terminal.press("R");
    terminal.wait_for("Decided 1 of");
    terminal.wait_for("IT-2  Critical vulnerabilities");
    assert!(terminal.text().contains("Okafor"), "who is here is known still:\n{}", terminal.text());
    drop(terminal);
    sixtwo(folder.path(), &["-f", "d.sixtwo", "verify"]);
}
