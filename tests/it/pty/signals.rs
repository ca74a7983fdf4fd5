//! Hang-ups and signals end the program soon and leave the terminal as it was.

use std::process::Command;
use std::time::Duration;

use super::terminal::Terminal;

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
