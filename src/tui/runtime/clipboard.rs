//! A text into the clipboard of the terminal: it works over SSH as well, because the terminal itself takes it (OSC 52).

use std::fmt::Write as _;
use std::io::{self, Write, stdout};

use ratatui::crossterm::Command;
use ratatui::crossterm::clipboard::CopyToClipboard;

/// Sends it and says which way it went. No terminal answers, so that nobody can say whether it took it.
pub fn copy(text: &str) -> io::Result<&'static str> {
    let in_tmux = std::env::var_os("TMUX").is_some_and(|socket| !socket.is_empty());
    let mut out = stdout();
    out.write_all(sequence(text, in_tmux).as_bytes())?;
    out.flush()?;
    Ok(if in_tmux { "sent to the terminal's clipboard through tmux" } else { "sent to the terminal's clipboard" })
}

/// The sequence; inside tmux once for tmux itself, once wrapped for the terminal around it.
fn sequence(text: &str, in_tmux: bool) -> String {
    let mut plain = String::new();
    // Writing into a string cannot fail.
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut plain);
    if in_tmux {
        let doubled = plain.replace('\u{1b}', "\u{1b}\u{1b}");
        let _ = write!(plain, "\u{1b}Ptmux;{doubled}\u{1b}\\");
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_travels_encoded_and_inside_tmux_wrapped_as_well() {
        assert_eq!(sequence("IT-2", false), "\u{1b}]52;c;SVQtMg==\u{1b}\\");
        let both = sequence("IT-2", true);
        assert_eq!(both, "\u{1b}]52;c;SVQtMg==\u{1b}\\\u{1b}Ptmux;\u{1b}\u{1b}]52;c;SVQtMg==\u{1b}\u{1b}\\\u{1b}\\");
    }

    #[test]
    fn no_control_character_of_a_text_reaches_the_terminal() {
        let sent = sequence("a\u{1b}]0;x\u{7}b", false);
        assert_eq!(sent.chars().filter(|c| c.is_control()).count(), 2, "{sent:?}");
    }
}
