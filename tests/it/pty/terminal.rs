//! A pseudo-terminal with the program in it: keys in, a screen out, every wait for something to be seen.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

/// Longer than any answer takes on a busy machine; reached only when a test fails.
const PATIENCE: Duration = Duration::from_secs(20);

/// The program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_sixtwo");

/// The moment the sample register is looked at, whatever day it is where the tests run.
pub const NOW: &str = "2026-11-23T09:00:00Z";

/// The program in a terminal.
pub struct Terminal {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    bytes: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    /// Kept until the program has ended.
    folder: Option<TempDir>,
}

impl Terminal {
    /// `sixtwo WORDS` on a sample register in a terminal of this size, at home in a folder, on the day of the tests.
    pub fn open(folder: &Path, words: &[&str], columns: u16, rows: u16) -> Terminal {
        Terminal::start(PROGRAM, folder, words, (columns, rows), Some(NOW))
    }

    /// The same on a register that goes by the machine's clock, as all but the sample do.
    pub fn open_today(folder: &Path, words: &[&str], columns: u16, rows: u16) -> Terminal {
        Terminal::start(PROGRAM, folder, words, (columns, rows), None)
    }

    /// A shell with job control, to start the program from as people do.
    pub fn shell(folder: &Path, columns: u16, rows: u16) -> Terminal {
        Terminal::start("/bin/sh", folder, &["-i"], (columns, rows), Some(NOW))
    }

    fn start(program: &str, folder: &Path, words: &[&str], (columns, rows): (u16, u16), now: Option<&str>) -> Terminal {
        let pair = native_pty_system().openpty(size(columns, rows)).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(program);
        command.args(words);
        command.cwd(folder);
        command.env_clear();
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("USER", "tester"), ("TZ", "UTC")] {
            command.env(name, value);
        }
        command.env("HOME", folder);
        if let Some(now) = now {
            command.env("SIXTWO_NOW", now);
        }
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("its output");
        let keys = pair.master.take_writer().expect("its input");
        let (sender, bytes) = channel();
        thread::spawn(move || {
            let mut piece = [0; 8192];
            while let Ok(read @ 1..) = reader.read(&mut piece) {
                if sender.send(piece[..read].to_vec()).is_err() {
                    return;
                }
            }
        });
        let parser = vt100::Parser::new(at_least_one(rows), at_least_one(columns), 0);
        Terminal { master: pair.master, child, keys, bytes, parser, folder: None }
    }

    /// The sample register.
    pub fn demo(columns: u16, rows: u16) -> Terminal {
        let folder = TempDir::new().expect("a folder for the test");
        let mut terminal = Terminal::open(folder.path(), &["demo"], columns, rows);
        terminal.folder = Some(folder);
        terminal
    }

    /// Sends keys as a terminal would.
    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).and_then(|()| self.keys.flush()).expect("the program reads keys");
    }

    /// Changes the size of the terminal.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.parser.screen_mut().set_size(at_least_one(rows), at_least_one(columns));
        self.master.resize(size(columns, rows)).expect("a new size");
    }

    /// The text on the screen.
    pub fn text(&self) -> String {
        self.parser.screen().contents()
    }

    /// The screen with its modes.
    pub fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// Waits until the screen shows what is wanted.
    pub fn wait(&mut self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) {
        let until = Instant::now() + PATIENCE;
        while !wanted(self.parser.screen()) {
            match self.bytes.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.parser.process(&bytes),
                Err(why) => panic!("{what}: not seen ({why}):\n{}", self.text()),
            }
        }
    }

    /// Waits until the text is on the screen.
    pub fn wait_for(&mut self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    /// The bytes that come while nobody does anything, for so long.
    pub fn silence(&mut self, time: Duration) -> Vec<u8> {
        self.bytes.recv_timeout(time).unwrap_or_default()
    }

    /// The bytes that come until the screen shows what is wanted.
    pub fn bytes_until(&mut self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) -> Vec<u8> {
        let mut all = Vec::new();
        while !wanted(self.parser.screen()) {
            let bytes = self.bytes.recv_timeout(PATIENCE).unwrap_or_else(|why| panic!("{what}: not seen ({why})"));
            self.parser.process(&bytes);
            all.extend(bytes);
        }
        all
    }

    /// The id of the process.
    pub fn process(&self) -> u32 {
        self.child.process_id().expect("a running process")
    }

    /// Kills the program where it stands.
    pub fn kill(&mut self) {
        let sent = Command::new("kill").args(["-KILL", &self.process().to_string()]).status().expect("kill runs");
        assert!(sent.success());
        assert!(!self.end().0.success(), "killed, not ended");
    }

    /// Waits for the end of the program, reading what it still says; how it ended and how long that took.
    pub fn end(&mut self) -> (ExitStatus, Duration) {
        let start = Instant::now();
        loop {
            match self.bytes.recv_timeout(PATIENCE.saturating_sub(start.elapsed())) {
                Ok(bytes) => self.parser.process(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("the program does not end:\n{}", self.text()),
            }
        }
        let status = self.child.wait().expect("its end");
        (status, start.elapsed())
    }

    /// Whether the terminal is as the shell left it.
    pub fn is_restored(&self) -> bool {
        let screen = self.parser.screen();
        !screen.alternate_screen()
            && !screen.hide_cursor()
            && !screen.bracketed_paste()
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A failed test leaves no program behind; one that has ended is none to kill.
        let _ = self.child.kill();
    }
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn at_least_one(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number.max(1)).expect("at least one")
}
