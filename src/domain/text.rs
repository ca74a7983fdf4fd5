//! The one sanitizer: text from people and files passes here before a terminal, a paper or a message shows it.

use std::borrow::Cow;

/// One line that is safe to print: control characters, bidirectional overrides and invisible marks become `␛`-like
/// visible signs or `?`, line breaks become a space. Returns the text itself where nothing had to change.
pub fn one_line(text: &str) -> Cow<'_, str> {
    if !text.chars().any(acts) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if acts(c) { sign_for(c) } else { c }).collect())
}

/// Whether a terminal, a browser or a reader acts on a character instead of showing it.
pub fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
            | '\u{e0000}'..='\u{e007f}')
}

fn sign_for(c: char) -> char {
    match c {
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => ' ',
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('?'),
        '\u{7f}' => '\u{2421}',
        _ => '\u{fffd}',
    }
}

/// What a spreadsheet takes for the start of a formula, the full-width forms included.
const TRIGGERS: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

/// Whether a text, its leading apostrophes aside, begins like a formula: see [`guarded`].
pub fn is_guarded(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(TRIGGERS)
}

/// A text as a cell of a CSV file: with one more apostrophe before what a spreadsheet would take for a formula. Only for
/// texts: a negative number stays a number.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if is_guarded(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// A cell without the apostrophe that [`guarded`] put before it.
pub fn bare(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|_| is_guarded(cell)).unwrap_or(cell)
}

/// A name for comparing: lower case, one blank between its parts, none around it.
pub fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The words of a text for matching: lower case, letters and digits held together, `%` and comparison signs as words of
/// their own, everything else between words. `percent` and `per cent` are read as `%`.
pub fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    for c in text.chars().flat_map(char::to_lowercase) {
        let joins = c.is_alphanumeric();
        if joins && open {
            if let Some(word) = words.last_mut() {
                word.push(c);
            }
        } else if joins || "%<>=≥≤".contains(c) {
            words.push(c.to_string());
        }
        open = joins;
    }
    percent_as_sign(words)
}

fn percent_as_sign(words: Vec<String>) -> Vec<String> {
    let mut read: Vec<String> = Vec::with_capacity(words.len());
    for word in words {
        let after_per = word == "cent" && read.last().is_some_and(|last| last == "per");
        if after_per {
            read.pop();
        }
        read.push(if after_per || word == "percent" { "%".to_owned() } else { word });
    }
    read
}

/// Where `phrase` stands in `text`, both as [`words`]: the position after its last word, for every place.
pub fn ends_of<P: AsRef<str>>(text: &[String], phrase: &[P]) -> Vec<usize> {
    if phrase.is_empty() {
        return Vec::new();
    }
    let same = |at: &usize| phrase.iter().zip(&text[*at..]).all(|(wanted, word)| wanted.as_ref() == word);
    (0..(text.len() + 1).saturating_sub(phrase.len())).filter(same).map(|at| at + phrase.len()).collect()
}
