//! The one sanitizer: text from people and files passes here before a terminal, a paper or a message shows it.

use std::borrow::Cow;

/// One line that is safe to print: control characters, bidirectional overrides and invisible marks become `␛`-like
/// visible signs or `?`, line breaks become a space. Returns the text itself where nothing had to change.
pub fn one_line(text: &str) -> Cow<'_, str> {
    if !text.chars().any(needs_a_sign) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if needs_a_sign(c) { sign_for(c) } else { c }).collect())
}

fn needs_a_sign(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
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
