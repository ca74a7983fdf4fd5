//! Places in the config file: what people are told, and the line with a caret under it.

use std::fmt::Write as _;
use std::ops::Range;
use std::path::Path;

use crate::domain::text::one_line;

/// Something in the file that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// The line as it stands.
    pub text: String,
    /// How many characters are meant.
    pub length: usize,
    /// What is wrong and what to do.
    pub why: String,
}

impl Problem {
    /// About the bytes `span` of the file's text.
    pub fn at(span: Range<usize>, text: &str, why: impl Into<String>) -> Problem {
        let start = text.floor_char_boundary(span.start.min(text.len()));
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let rest = &text[line_start..];
        let line = rest.lines().next().unwrap_or_default();
        let end = span.end.clamp(start, line_start + line.len().max(start - line_start));
        let end = text.floor_char_boundary(end.min(text.len())).max(start);
        Problem {
            line: text[..start].matches('\n').count() + 1,
            column: text[line_start..start].chars().count() + 1,
            text: line.to_owned(),
            length: text[start..end].chars().count().max(1),
            why: why.into(),
        }
    }

    /// About the file as a whole.
    pub fn whole(why: impl Into<String>) -> Problem {
        Problem { line: 0, column: 0, text: String::new(), length: 0, why: why.into() }
    }

    /// `config.toml:3:9: why`
    pub fn sentence(&self, path: &Path) -> String {
        match self.line {
            0 => format!("{}: {}", path.display(), self.why),
            line => format!("{}:{line}:{}: {}", path.display(), self.column, self.why),
        }
    }

    /// The sentence, the line, and the caret.
    pub fn picture(&self, path: &Path) -> String {
        let mut picture = one_line(&self.sentence(path)).into_owned();
        if self.line > 0 {
            let number = self.line.to_string();
            let carets = "^".repeat(self.length);
            let before: String =
                self.text.chars().take(self.column - 1).map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
            let gutter = " ".repeat(number.len());
            // A tab stays a tab above and below, so that the caret stands under what is meant.
            let shown: String = self.text.chars().map(|c| if c.is_control() && c != '\t' { '?' } else { c }).collect();
            let _ = write!(picture, "\n  {number} | {shown}\n  {gutter} | {before}{carets}");
        }
        picture
    }
}
