//! A review meeting at the real screen: readings, meanings and decisions, each on disk before the next.

use std::path::Path;

use tempfile::TempDir;

use super::record::sixtwo;
use super::terminal::Terminal;
use super::unsaved::is_kept;

/// Keys beside the text that value, meaning and decision of one item may cost.
const KEYS_PER_ITEM: usize = 3;

fn opened(folder: &Path) -> Terminal {
    let mut terminal = Terminal::open(folder, &["d.sixtwo"], 120, 36);
    terminal.wait_for("? help");
    terminal
}

/// Starts a meeting and goes through what is looked at before the objectives.
fn begun(folder: &Path) -> Terminal {
    let mut terminal = opened(folder);
    terminal.press("R");
    terminal.wait_for("A review meeting");
    terminal.press("Berg (chair); Okafor\r\r\r\r");
    for step in ["Last actions", "Who has not measured", "Changes of status"] {
        terminal.wait_for(step);
        terminal.press("\r");
    }
    terminal
}

/// Answers the item on the desk: text, then so many keys.
fn answer(terminal: &mut Terminal, text: &str, keys: &[&str]) {
    assert!(keys.len() <= KEYS_PER_ITEM, "{keys:?}");
    terminal.press(text);
    keys.iter().for_each(|key| terminal.press(key));
}

#[test]
fn an_answer_is_on_disk_before_the_next_item_and_the_meeting_survives_a_kill() {
    let folder = TempDir::new().expect("a folder for the test");
    sixtwo(folder.path(), &["demo", "--path", "d.sixtwo"]);
    let mut terminal = begun(folder.path());
    terminal.wait_for("OPS-1  Restore tests succeed");
    answer(&mut terminal, "100 the archive came back whole", &["\r", "c", "\r"]);
    terminal.wait_for("Decided 1 of");
    terminal.wait_for("IT-2  Critical vulnerabilities");

    let shown = sixtwo(folder.path(), &["-f", "d.sixtwo", "show", "OPS-1", "--json"]);
    let shown: serde_json::Value = serde_json::from_str(&shown).expect("JSON");
    let reading = &shown["readings"][0];
    assert_eq!(reading["value"].to_string(), "100", "{shown:#}");
    assert_eq!(reading["evaluation"], "the archive came back whole");
    assert_eq!(shown["decisions"][0]["kind"], "continue");

    terminal.press("4 hosts left");
    is_kept(folder.path(), &mut terminal, "4 hosts left");
    terminal.kill();
    let mut terminal = opened(folder.path());
    terminal.press("R");
    terminal.wait_for("Decided 1 of");
    terminal.wait_for("IT-2  Critical vulnerabilities");
    assert!(terminal.text().contains("Okafor"), "who is here is known still:\n{}", terminal.text());

    terminal.wait_for("what was typed for IT-2 is back and not saved");
    terminal.wait_for("4 hosts left");
    // In the place of what was typed, in the field of its meaning.
    terminal.press("\t\x15");
    answer(&mut terminal, "two hosts wait for their supplier", &["\r", "e", "\r"]);
    terminal.wait_for("Decided 2 of");
    terminal.press("\x1bOS");
    terminal.wait_for("passed as a block");
    terminal.press("\x1b[19~");
    terminal.wait_for("Next meeting");
    terminal.press("+1m\r\r");
    terminal.wait_for("The minutes are frozen");
    terminal.wait_for("d-review-4.html");
    terminal.press("\r");
    terminal.wait_for("Objectives");
    drop(terminal);

    let page = std::fs::read_to_string(folder.path().join("d-review-4.html")).expect("the minutes");
    assert!(
        page.contains("the archive came back whole") && page.contains("two hosts wait for their supplier"),
        "{page}"
    );
    let mail = std::fs::read_to_string(folder.path().join("d-review-4.txt")).expect("the mail");
    assert!(mail.contains("OPS-1"), "{mail}");
    sixtwo(folder.path(), &["-f", "d.sixtwo", "verify"]);
}
