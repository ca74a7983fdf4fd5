//! A key as the table writes it, and its one notation: `Ctrl-S`, `Shift-Tab`, `Esc`.

use std::fmt;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// One key, perhaps with Ctrl.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key itself.
    pub code: KeyCode,
    /// Together with Ctrl.
    pub ctrl: bool,
}

/// A key that types a character.
pub const fn typed(c: char) -> Key {
    Key { code: KeyCode::Char(c), ctrl: false }
}

/// Ctrl and a letter.
pub const fn ctrl(c: char) -> Key {
    Key { code: KeyCode::Char(c), ctrl: true }
}

/// A key with a name.
pub const fn named(code: KeyCode) -> Key {
    Key { code, ctrl: false }
}

/// The key of an event; Shift is part of what it types, Alt is ignored (Esc and a key typed quickly look like Alt).
pub fn of(event: KeyEvent) -> Key {
    Key { code: event.code, ctrl: event.modifiers.contains(KeyModifiers::CONTROL) }
}

/// The character a key types, where it types one.
pub fn character(event: KeyEvent) -> Option<char> {
    match of(event) {
        Key { code: KeyCode::Char(c), ctrl: false } => Some(c),
        _ => None,
    }
}

/// Ctrl-Z in raw mode is a byte like any other; it always means "stop the job".
pub fn suspends(event: KeyEvent) -> bool {
    of(event) == ctrl('z')
}

/// Keys side by side; four digits or more in a row are written `1-9`.
pub fn listed(keys: &[Key]) -> String {
    let digit = |key: &Key| match key.code {
        KeyCode::Char(c) if !key.ctrl => c.to_digit(10),
        _ => None,
    };
    let mut written = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.first() {
        let follows = |(at, key): (usize, &Key)| digit(key) == digit(first).map(|d| d + at as u32);
        let run = match digit(first) {
            Some(_) => rest.iter().enumerate().take_while(|(at, key)| follows((*at, key))).count(),
            None => 1,
        };
        let taken = if run >= 4 { run } else { 1 };
        written.push(if taken > 1 { format!("{first}-{}", rest[taken - 1]) } else { first.to_string() });
        rest = &rest[taken..];
    }
    written.join(" ")
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        match self.code {
            KeyCode::Char(' ') => f.write_str("Space"),
            KeyCode::Char(c) if self.ctrl => write!(f, "{}", c.to_ascii_uppercase()),
            KeyCode::Char(c) => write!(f, "{c}"),
            KeyCode::Up => f.write_str("↑"),
            KeyCode::Down => f.write_str("↓"),
            KeyCode::Left => f.write_str("←"),
            KeyCode::Right => f.write_str("→"),
            KeyCode::PageUp => f.write_str("PgUp"),
            KeyCode::PageDown => f.write_str("PgDn"),
            KeyCode::BackTab => f.write_str("Shift-Tab"),
            KeyCode::F(n) => write!(f, "F{n}"),
            KeyCode::Esc => f.write_str("Esc"),
            other => write!(f, "{other:?}"),
        }
    }
}
