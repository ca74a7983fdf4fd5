//! The one-line text field: graphemes, a caret, the editing keys of a shell. Everything that takes typed text is
//! made of it.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::domain::text::one_line;

/// A line of text being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextField {
    text: String,
    caret: usize,
}

impl TextField {
    /// A field that holds `text`, with the caret behind it.
    pub fn holding(text: impl Into<String>) -> TextField {
        let text = text.into();
        TextField { caret: text.len(), text }
    }

    /// What was typed, as it was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Holds another text, with the caret behind it.
    pub fn set(&mut self, text: impl Into<String>) {
        *self = TextField::holding(text);
    }

    /// Holds nothing.
    pub fn clear(&mut self) {
        *self = TextField::default();
    }

    /// Takes a paste as one edit; line breaks become spaces.
    pub fn paste(&mut self, pasted: &str) {
        let line: String = pasted.trim_end_matches(['\r', '\n']).replace("\r\n", " ").replace(['\r', '\n', '\t'], " ");
        self.insert(&line);
    }

    /// Takes a key if it is one for a text field. Enter, Esc, Tab, Up, Down and the function keys never are.
    pub fn takes(&mut self, key: KeyEvent) -> bool {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        match key.code {
            // AltGr arrives as Ctrl+Alt on some terminals and types a character.
            KeyCode::Char(c) if ctrl == alt => self.insert(c.encode_utf8(&mut [0; 4])),
            KeyCode::Char('b') if alt => self.caret = self.word_start(),
            KeyCode::Char('f') if alt => self.caret = self.word_end(),
            KeyCode::Char('a') if ctrl => self.caret = 0,
            KeyCode::Char('e') if ctrl => self.caret = self.text.len(),
            KeyCode::Char('k') if ctrl => self.text.truncate(self.caret),
            KeyCode::Char('u') if ctrl => self.delete(0, self.caret),
            KeyCode::Char('w') if ctrl => self.delete(self.word_start(), self.caret),
            KeyCode::Backspace => self.delete(self.before(), self.caret),
            KeyCode::Delete => self.delete(self.caret, self.after()),
            KeyCode::Left => self.caret = self.before(),
            KeyCode::Right => self.caret = self.after(),
            KeyCode::Home => self.caret = 0,
            KeyCode::End => self.caret = self.text.len(),
            _ => return false,
        }
        true
    }

    /// What is visible in `width` cells, and the column of the caret in it (always below `width` unless that is 0).
    pub fn window(&self, width: u16) -> (String, u16) {
        let width = usize::from(width);
        let before = one_line(&self.text[..self.caret]).into_owned();
        let mut start = 0;
        for grapheme in before.graphemes(true) {
            if before[start..].width() < width.max(1) {
                break;
            }
            start += grapheme.len();
        }
        let column = before[start..].width().min(width.saturating_sub(1));
        let mut shown = before[start..].to_owned();
        for grapheme in one_line(&self.text[self.caret..]).graphemes(true) {
            if shown.width() + grapheme.width() > width {
                break;
            }
            shown.push_str(grapheme);
        }
        (shown, column as u16)
    }

    fn insert(&mut self, typed: &str) {
        self.text.insert_str(self.caret, typed);
        self.caret += typed.len();
    }

    fn delete(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        self.caret = from;
    }

    fn before(&self) -> usize {
        self.text[..self.caret].grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn after(&self) -> usize {
        self.text[self.caret..].graphemes(true).next().map_or(self.caret, |g| self.caret + g.len())
    }

    fn word_start(&self) -> usize {
        let words = self.text[..self.caret].unicode_word_indices();
        words.map(|(at, _)| at).next_back().unwrap_or(0)
    }

    fn word_end(&self) -> usize {
        let rest = &self.text[self.caret..];
        rest.unicode_word_indices().next().map_or(self.text.len(), |(at, word)| self.caret + at + word.len())
    }
}
