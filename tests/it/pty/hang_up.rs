//! The terminal goes away and nobody says so: the program must end by itself, soon, without turning in circles.

use std::io::{Read, Write};
use std::process::Command;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use tempfile::TempDir;

use super::terminal::{NOW, PROGRAM};

const PATIENCE: Duration = Duration::from_secs(30);

/// Seconds of computing from the start to the end of the program, which is left politely or loses its terminal.
///
/// It runs in a session of its own on a terminal that is not its controlling one, so that the kernel sends it no signal
/// when that terminal goes away; what the shell around it says about its time comes through a pipe.
fn computing(goes_away: bool) -> f64 {
    let folder = TempDir::new().expect("a folder for the test");
    let pipe = folder.path().join("times");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs").success());
    let pair = native_pty_system()
        .openpty(PtySize { rows: 30, cols: 100, pixel_width: 0, pixel_height: 0 })
        .expect("a pseudo-terminal");
    let mut command = CommandBuilder::new("setsid");
    command.args(["--wait", "sh", "-c", &format!("'{PROGRAM}' demo; times >times")]);
    command.cwd(folder.path());
    command.env_clear();
    for (name, value) in
        [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("PATH", "/usr/bin:/bin"), ("SIXTWO_NOW", NOW)]
    {
        command.env(name, value);
    }
    command.env("HOME", folder.path());
    let mut child = pair.slave.spawn_command(command).expect("the program starts");
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().expect("its output");
    let (painted, wait) = channel();
    thread::spawn(move || {
        let (mut seen, mut piece) = (Vec::new(), [0; 8192]);
        while let Ok(read @ 1..) = reader.read(&mut piece) {
            seen.extend_from_slice(&piece[..read]);
            if seen.windows(4).any(|four| four == b"help") {
                break;
            }
        }
        drop(reader);
        let _ = painted.send(());
    });
    wait.recv_timeout(PATIENCE).expect("the first picture");
    // Nothing else holds the terminal: with these it is gone.
    let mut keys = pair.master.take_writer().expect("its input");
    keys.write_all(if goes_away { b"j" } else { b"q" }).expect("a key");
    let kept = (!goes_away).then_some((keys, pair.master));
    let (told, times) = channel();
    thread::spawn(move || told.send(std::fs::read_to_string(&pipe).unwrap_or_default()));
    let times = times.recv_timeout(PATIENCE).expect("the program ends although nobody told it to");
    let _ = child.wait();
    drop(kept);
    let spent: f64 = times.lines().last().unwrap_or_default().split_whitespace().map(seconds).sum();
    assert!(spent > 0.0, "the shell says what the program took: {times:?}");
    spent
}

#[test]
fn a_terminal_that_goes_away_without_a_signal_ends_the_program_soon_and_cheaply() {
    let (left, lost) = (computing(false), computing(true));
    assert!(lost < left + 0.8, "left politely it computes for {left} s, without its terminal for {lost} s");
}

/// `0m0.250000s` in seconds.
fn seconds(word: &str) -> f64 {
    let parts = word.trim_end_matches('s').split_once('m');
    let (minutes, seconds) = parts.expect("minutes and seconds");
    minutes.parse::<f64>().expect("minutes") * 60.0 + seconds.parse::<f64>().expect("seconds")
}
