//! On a slow line: nothing is asked before the first picture, nothing is sent while nobody does anything.

use std::time::Duration;

use super::terminal::Terminal;

#[test]
fn the_terminal_is_asked_nothing_and_an_idle_screen_is_silent() {
    let mut terminal = Terminal::demo(120, 40);
    let first = terminal.bytes_until("the first picture", |screen| screen.contents().contains("91.5 %"));
    let text = String::from_utf8_lossy(&first).into_owned();
    // A question ends in `c`, `n`, `t`, `u` or `$p` after digits, or asks for a colour by `?`.
    for question in
        ["\x1b[c", "\x1b[>c", "\x1b[6n", "\x1b[5n", "\x1b[?u", "\x1b[14t", "\x1b[18t", "$p", ";?\x07", ";?\x1b"]
    {
        assert!(!text.contains(question), "{question:?} waits for an answer before anything is seen");
    }
    // Bytes that finish this picture may still be on their way.
    while !terminal.silence(Duration::from_millis(500)).is_empty() {}
    let sent = terminal.silence(Duration::from_secs(4));
    assert!(sent.is_empty(), "an idle screen sends {} bytes", sent.len());
}

#[test]
fn a_picture_comes_in_one_piece() {
    let mut terminal = Terminal::demo(120, 40);
    let first = terminal.bytes_until("the first picture", |screen| screen.contents().contains("91.5 %"));
    let text = String::from_utf8_lossy(&first).into_owned();
    let (begins, ends) = (text.matches("\x1b[?2026h").count(), text.matches("\x1b[?2026l").count());
    assert!(begins > 0 && begins - ends <= 1, "{begins} begin, {ends} end");
}

#[test]
fn what_is_copied_travels_as_the_terminals_own_clipboard() {
    let mut terminal = Terminal::demo(120, 40);
    terminal.wait_for("91.5 %");
    terminal.press("y");
    let sent = terminal.bytes_until("the route", |screen| screen.contents().contains("sent to the terminal"));
    assert!(String::from_utf8_lossy(&sent).contains("\x1b]52;c;"), "{:?}", String::from_utf8_lossy(&sent));
}
