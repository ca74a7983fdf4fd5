//! What is typed survives the death of the program, and long text is written in the person's own editor.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::record::sixtwo;
use super::terminal::{PROGRAM, Terminal};

const TAB: &str = "\t";
const CTRL_G: &str = "\x07";
const CTRL_Y: &str = "\x19";

fn opened(folder: &Path) -> Terminal {
    let mut terminal = Terminal::open(folder, &["d.sixtwo"], 120, 36);
    terminal.wait_for("? help");
    terminal
}

fn drafts(folder: &Path) -> PathBuf {
    folder.join(".local/state/sixtwo/unsaved")
}

/// Waits until a text is on disk: another thread writes it.
pub fn is_kept(folder: &Path, terminal: &mut Terminal, text: &str) {
    let kept = || {
        let mut files = std::fs::read_dir(drafts(folder)).into_iter().flatten().flatten();
        files.any(|file| std::fs::read_to_string(file.path()).is_ok_and(|kept| kept.contains(text)))
    };
    let until = Instant::now() + Duration::from_secs(20);
    while !kept() {
        assert!(Instant::now() < until, "{text} was not kept");
        terminal.silence(Duration::from_millis(20));
    }
}

#[test]
fn text_typed_into_a_form_is_offered_after_a_kill() {
    let folder = TempDir::new().expect("a folder for the test");
    sixtwo(folder.path(), &["demo", "--path", "d.sixtwo"]);
    let mut terminal = opened(folder.path());
    terminal.press("m");
    terminal.wait_for("Reading of IT-2");
    terminal.press(TAB);
    terminal.press("two hosts are left");
    terminal.wait_for("two hosts are left");
    is_kept(folder.path(), &mut terminal, "two hosts are left");
    terminal.kill();

    let mut terminal = opened(folder.path());
    terminal.wait_for("kept from last time, not saved: Reading of IT-2");
    terminal.press("m");
    terminal.wait_for("Ctrl-Y brings them back");
    terminal.press(CTRL_Y);
    terminal.wait_for("two hosts are left");
    terminal.press("\x1b");
    terminal.wait_for("Esc again discards");
    terminal.press("\x1b");
    terminal.wait_for("m reading");
    terminal.press("q");
    assert!(terminal.end().0.success());
    assert_eq!(std::fs::read_dir(drafts(folder.path())).expect("the folder").count(), 0, "nothing is unsaved any more");
}

#[test]
fn an_editor_has_the_terminal_to_itself_and_its_text_comes_back() {
    let folder = TempDir::new().expect("a folder for the test");
    sixtwo(folder.path(), &["demo", "--path", "d.sixtwo"]);
    let editor = folder.path().join("editor.sh");
    let script =
        "cat \"$1\"; echo 'the editor is open'; read -r line; printf '%s\\nin two lines\\n' \"$line\" > \"$1\"";
    std::fs::write(&editor, script).expect("the editor");
    let mut terminal = Terminal::shell(folder.path(), 120, 36);
    terminal.press(&format!("EDITOR='/bin/sh {}' {PROGRAM} d.sixtwo\r", editor.display()));
    terminal.wait_for("? help");
    terminal.press("m");
    terminal.wait_for("Reading of IT-2");
    terminal.press(TAB);
    terminal.press("short");
    terminal.press(CTRL_G);
    terminal
        .wait("the editor", |screen| screen.contents().contains("the editor is open") && !screen.alternate_screen());
    assert!(terminal.text().contains("short"), "it begins with what was typed: {}", terminal.text());
    terminal.press("typed in the editor q\r");
    terminal.wait("the form", |screen| screen.alternate_screen() && screen.contents().contains("q in two lines"));
    terminal.press(", and here");
    terminal.wait_for("typed in the editor q in two lines, and here");
}

#[test]
fn a_value_typed_into_the_grid_is_put_aside_after_a_kill() {
    let folder = TempDir::new().expect("a folder for the test");
    sixtwo(folder.path(), &["demo", "--path", "d.sixtwo"]);
    let mut terminal = opened(folder.path());
    terminal.press("9");
    terminal.wait_for("type a number");
    terminal.press("f1/3");
    terminal.press(TAB);
    terminal.press("one restore failed");
    terminal.wait_for("one restore failed");
    is_kept(folder.path(), &mut terminal, "one restore failed");
    terminal.kill();

    let mut terminal = opened(folder.path());
    terminal.press("9");
    terminal.wait_for("brings it back");
    terminal.press(CTRL_Y);
    terminal.wait_for("one restore failed");
    terminal.press("\r");
    terminal.wait_for("✓ OPS-1");
    terminal.press("\x1b");
    terminal.wait_for("m reading");
    terminal.press("q");
    assert!(terminal.end().0.success());
    assert_eq!(std::fs::read_dir(drafts(folder.path())).expect("the folder").count(), 0, "nothing is unsaved any more");
}
