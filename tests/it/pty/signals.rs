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
fn an_impatient_request_to_end() {
    ends_on("-QUIT");
}

#[test]
fn the_mouse_is_given_back_on_every_way_out() {
    for signal in ["-TERM", "-HUP", ""] {
        let mut terminal = Terminal::demo(100, 30);
        terminal.wait_for("? help");
        terminal.press("\x1b[18~");
        terminal.wait("the mouse is let in", |screen| screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None);
        if signal.is_empty() {
            terminal.press("q");
        } else {
            let sent = Command::new("kill").args([signal, &terminal.process().to_string()]).status();
            assert!(sent.expect("kill runs").success());
        }
        terminal.end();
        assert!(terminal.is_restored(), "{signal}: the terminal is not as it was");
    }
}

#[test]
fn a_stop_inside_a_form_keeps_what_is_typed() {
    let folder = TempDir::new().expect("a folder for the test");
    let mut terminal = Terminal::shell(folder.path(), 100, 30);
    terminal.press(&format!("'{PROGRAM}' --as tester demo\r"));
    terminal.wait_for("? help");
    terminal.press("m93.25");
    terminal.wait_for("93.25");
    terminal.press("\x1a");
    terminal.wait("the shell", |screen| !screen.alternate_screen() && screen.contents().contains("Stopped"));
    assert!(terminal.is_restored(), "the shell's terminal is not as it was:\n{}", terminal.text());
    terminal.press("fg\r");
    terminal.wait("the form as it was", |screen| screen.alternate_screen() && screen.contents().contains("93.25"));
    terminal.press("\x1b");
    terminal.wait_for("Esc again");
    terminal.press("\x1b");
    terminal.wait("home again", |screen| !screen.contents().contains("93.25"));
    terminal.press("q");
    terminal.wait("the shell's prompt", |screen| !screen.alternate_screen());
    terminal.kill();
}

#[test]
fn a_stop_gives_the_terminal_to_the_shell_and_fg_brings_the_screen_back() {
    let folder = TempDir::new().expect("a folder for the test");
    let mut terminal = Terminal::shell(folder.path(), 100, 30);
    terminal.press(&format!("'{PROGRAM}' demo\r"));
    terminal.wait_for("? help");
    terminal.press("?");
    terminal.wait_for("Help  press");
    terminal.press("\x1a");
    terminal.wait("the shell", |screen| !screen.alternate_screen() && screen.contents().contains("Stopped"));
    assert!(terminal.is_restored(), "the shell's terminal is not as it was:\n{}", terminal.text());
    terminal.press("echo still $((40 + 2))\r");
    terminal.wait_for("still 42");
    terminal.press("fg\r");
    terminal
        .wait("the screen as it was", |screen| screen.alternate_screen() && screen.contents().contains("Help  press"));
    terminal.press("\x1b");
    terminal.wait("home again", |screen| !screen.contents().contains("Help  press"));
    terminal.press("q");
    // What is typed before the prompt is there could still be taken by the program on its way out.
    terminal.wait("the shell's prompt", |screen| {
        !screen.alternate_screen() && !screen.contents().trim_end().ends_with(" demo")
    });
    terminal.press("exit\r");
    assert!(terminal.end().0.success());
}
