//! Labelled lines: what one objective's evidence is printed on.

use std::io;

use unicode_width::UnicodeWidthStr;

use super::Page;
use super::tone::Tone;
use crate::domain::text::one_line;

const LABEL: usize = 14;
const WIDEST: usize = 110;

/// Prints labelled text, wrapped under itself.
pub struct Sheet<'p> {
    page: &'p mut Page,
    room: usize,
}

impl<'p> Sheet<'p> {
    /// A sheet on a page.
    pub fn on(page: &'p mut Page) -> Sheet<'p> {
        let room = page.width.unwrap_or(WIDEST).min(WIDEST).saturating_sub(LABEL).max(20);
        Sheet { page, room }
    }

    /// The heading.
    pub fn title(&mut self, text: &str, tone: Tone) -> io::Result<()> {
        let painted = tone.paint(&one_line(text), self.page.colour);
        self.page.line(&painted)
    }

    /// An empty line between groups.
    pub fn gap(&mut self) -> io::Result<()> {
        self.page.line("")
    }

    /// A label with its text; without text nothing is printed.
    pub fn entry(&mut self, label: &str, text: &str) -> io::Result<()> {
        if text.trim().is_empty() {
            return Ok(());
        }
        let mut label = label;
        for line in wrap(&one_line(text), self.room) {
            self.page.line(&format!("{label:<LABEL$}{line}"))?;
            label = "";
        }
        Ok(())
    }

    /// A label with one entry per line; without entries nothing is printed.
    pub fn entries(&mut self, label: &str, texts: impl IntoIterator<Item = String>) -> io::Result<()> {
        let mut label = label;
        for text in texts {
            self.entry(label, &text)?;
            label = "";
        }
        Ok(())
    }
}

/// The text in lines of at most `room` columns, broken at blanks; a longer word stands on a line of its own.
pub fn wrap(text: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let last = lines.last_mut().expect("there is always a line being filled");
        if last.is_empty() {
            last.push_str(word);
        } else if last.width() + 1 + word.width() <= room {
            last.push(' ');
            last.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn text_is_wrapped_at_blanks_and_nothing_is_lost() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("a-word-longer-than-the-room b", 7), ["a-word-longer-than-the-room", "b"]);
    }
}
