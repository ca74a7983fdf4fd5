//! Reading a key as the config file writes it, and saying why one cannot be used.

use ratatui::crossterm::event::KeyCode;

use super::key::{Key, ctrl, named, typed};

/// Control letters that terminals send as another key or keep for themselves.
const RESERVED: &[(char, &str)] = &[
    ('i', "arrives as Tab"),
    ('j', "arrives as Enter"),
    ('m', "arrives as Enter"),
    ('h', "arrives as Backspace"),
    ('z', "stops the program, as in every other"),
    ('q', "is held back by many terminals"),
    ('c', "leaves"),
];

/// Keys with a name, as people write them.
const NAMES: &[(&str, KeyCode)] = &[
    ("space", KeyCode::Char(' ')),
    ("enter", KeyCode::Enter),
    ("return", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("escape", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("shift-tab", KeyCode::BackTab),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("↑", KeyCode::Up),
    ("↓", KeyCode::Down),
    ("←", KeyCode::Left),
    ("→", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pgup", KeyCode::PageUp),
    ("pageup", KeyCode::PageUp),
    ("pgdn", KeyCode::PageDown),
    ("pagedown", KeyCode::PageDown),
    ("insert", KeyCode::Insert),
    ("delete", KeyCode::Delete),
    ("backspace", KeyCode::Backspace),
];

impl Key {
    /// Reads `m`, `Ctrl-S`, `F5`, `PgDn`; the error is the reason in the middle of a sentence about the key.
    pub fn parse(text: &str) -> Result<Key, String> {
        let written = text.trim();
        if let Some(letter) = one_character(written) {
            return Ok(typed(letter));
        }
        let lower = written.to_lowercase().replace('+', "-");
        if let Some((_, code)) = NAMES.iter().find(|(name, _)| *name == lower) {
            return Ok(named(*code));
        }
        if let Some(number) = lower.strip_prefix('f').and_then(|rest| rest.parse::<u8>().ok()) {
            return match number {
                1..=12 => Ok(named(KeyCode::F(number))),
                _ => Err("is no key most keyboards have".to_owned()),
            };
        }
        with_modifier(written, &lower)
    }

    /// Whether it means the same everywhere, so that every screen can be used and left without a letter.
    pub fn is_fixed(self) -> bool {
        use KeyCode::{BackTab, Down, Enter, Esc, F, Left, Right, Tab, Up};
        let everywhere = matches!(self.code, Enter | Esc | Tab | BackTab | Up | Down | Left | Right | F(1));
        everywhere || self == ctrl('c')
    }

    /// Whether a line of text that is being typed takes it.
    pub fn edits_text(self) -> bool {
        use KeyCode::{Backspace, Char, Delete, End, Home, Left, Right};
        match self.code {
            Char(letter) if self.ctrl => "aekuw".contains(letter),
            Char(_) | Backspace | Delete | Left | Right | Home | End => true,
            _ => false,
        }
    }
}

fn one_character(text: &str) -> Option<char> {
    let mut characters = text.chars();
    let first = characters.next().filter(|c| !c.is_control() && !c.is_whitespace())?;
    characters.next().is_none().then_some(first)
}

fn with_modifier(written: &str, lower: &str) -> Result<Key, String> {
    let Some((modifier, rest)) = lower.split_once('-') else {
        return Err("is no key; write a character, F5, PgDn, Space or Ctrl-S".to_owned());
    };
    let letter = one_character(rest);
    match (modifier, letter) {
        ("ctrl" | "control" | "c", Some(letter)) if letter.is_ascii_lowercase() => {
            match RESERVED.iter().find(|(reserved, _)| *reserved == letter) {
                Some((_, why)) => Err((*why).to_owned()),
                None => Ok(ctrl(letter)),
            }
        }
        ("ctrl" | "control" | "c", _) => {
            Err("reaches the program only in terminals with the kitty protocol; with Ctrl use a letter".to_owned())
        }
        ("shift" | "s", Some(letter)) => Err(format!("is written as what it types: {}", letter.to_uppercase())),
        ("alt" | "meta" | "option" | "m" | "a", _) => {
            Err("cannot be told from Esc and a key typed quickly; Alt is not used".to_owned())
        }
        ("shift" | "s" | "super" | "cmd" | "win" | "hyper", _) => {
            Err("reaches the program only in terminals with the kitty protocol".to_owned())
        }
        _ => Err(format!("is no key; write a character, F5, PgDn, Space or Ctrl-S, not {written:?}")),
    }
}
