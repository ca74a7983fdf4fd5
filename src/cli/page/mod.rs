//! Where data is printed: stdout behind a lock, its width and colours, and the shapes data takes there.

pub mod json;
pub mod manual;
pub mod number;
pub mod sheet;
pub mod table;
pub mod tone;

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use crate::domain::text::one_line;

/// Stdout as a verb sees it. Every write answers, so that a reader that went away ends the verb and not the program.
pub struct Page {
    out: BufWriter<StdoutLock<'static>>,
    /// Columns, where a terminal shows it; a pipe gets every line whole.
    pub width: Option<usize>,
    /// Whether marks may be coloured.
    pub colour: bool,
    can_colour: bool,
}

impl Page {
    /// The process's stdout.
    pub fn stdout() -> Page {
        let out = io::stdout();
        let terminal = out.is_terminal();
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let columns = || crossterm::terminal::size().ok().map(|(columns, _)| usize::from(columns)).filter(|c| *c > 0);
        Page {
            out: BufWriter::new(out.lock()),
            width: if terminal { columns() } else { None },
            colour: terminal && !dumb && !no_colour,
            can_colour: terminal && !dumb,
        }
    }

    /// Follows what a person says about colours: `never` sends none, a number of them some even under `NO_COLOR`. A
    /// pipe never gets any.
    pub fn prefer_colour(&mut self, said: Option<&str>) {
        self.colour = match said {
            None | Some("auto") => self.colour,
            Some("never") => false,
            Some(_) => self.can_colour,
        };
    }

    /// One line of the program's own words; text from data has passed the sanitizer before.
    pub fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", text.trim_end())
    }

    /// A line that is with its reader when this returns.
    pub fn line_now(&mut self, text: &str) -> io::Result<()> {
        self.line(text)?;
        self.out.flush()
    }

    /// A document as it is.
    pub fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)
    }

    /// A JSON document.
    pub fn json(&mut self, value: &serde_json::Value) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut self.out, value)?;
        writeln!(self.out)
    }

    /// Everything printed is with its reader when this returns.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A word to the person beside the data: stderr. Nobody listening there is no failure.
pub fn note(text: &str) {
    let _ = writeln!(io::stderr().lock(), "sixtwo: {}", one_line(text));
}
