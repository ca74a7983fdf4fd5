//! Hang-ups and signals end the program soon and leave the terminal as it was.

use std::process::Command;
use std::time::Duration;

use tempfile::TempDir;

use super::terminal::{PROGRAM, Terminal};

const SOON: Duration = Duration::from_secs(2);

fn ends_on(signal: &str) {
    let mut terminal = Terminal::demo(100, 30);
    terminal.wait_for("? help");
    let sent = Command::new("kill").args([signal, &terminal.process().to_string()]).status().expect("kill runs");
    assert!(sent.success());
    let (status, took) = terminal.end();
    assert!(took < SOON, "{signal}: took {took:?}");
    assert!(status.signal().is_none(), "{signal}: it ended by itself, {status:?}");
    assert!(terminal.is_restored(), "{signal}: the terminal is not as it was");
}

#[test]
fn a_polite_request_to_end() {
    ends_on("-TERM");
}

#[test]
fn a_hang_up() {
    ends_on("-HUP");
}

#[test]
fn a_stop_gives_the_terminal_to_the_shell_and_fg_brings_the_screen_back() {
    let folder = TempDir::new().expect("a folder for the test");
    let mut terminal = Terminal::shell(folder.path(), 100, 30);
    terminal.press(&format!("'{PROGRAM}' demo\r"));
    terminal.wait_for("? help");
    terminal.press("?");
    terminal.wait_for("Help  the keys");
    terminal.press("\x1a");
    terminal.wait("the shell", |screen| !screen.alternate_screen() && screen.contents().contains("Stopped"));
    assert!(terminal.is_restored(), "the shell's terminal is not as it was:\n{}", terminal.text());
    terminal.press("echo still $((40 + 2))\r");
    terminal.wait_for("still 42");
    terminal.press("fg\r");
    terminal.wait("the screen as it was", |screen| {
        screen.alternate_screen() && screen.contents().contains("Help  the keys")
    });
    terminal.press("\x1b");
    terminal.wait("home again", |screen| !screen.contents().contains("Help  the keys"));
    terminal.press("q");
    // What is typed before the prompt is there could still be taken by the program on its way out.
    terminal.wait("the shell's prompt", |screen| {
        !screen.alternate_screen() && !screen.contents().trim_end().ends_with(" demo")
    });
    terminal.press("exit\r");
    assert!(terminal.end().0.success());
}
