//! The one-line text field: every editing key over graphemes, and the window it is seen through.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use sixtwo::tui::text_field::TextField;

/// Keys: characters as they are, `←→` move, `⌫⌦` delete, `«»` home and end, `^x` Ctrl, `~x` Alt.
fn typed(field: &mut TextField, keys: &str) {
    let mut keys = keys.chars();
    while let Some(key) = keys.next() {
        let (code, modifiers) = match key {
            '←' => (KeyCode::Left, KeyModifiers::NONE),
            '→' => (KeyCode::Right, KeyModifiers::NONE),
            '⌫' => (KeyCode::Backspace, KeyModifiers::NONE),
            '⌦' => (KeyCode::Delete, KeyModifiers::NONE),
            '«' => (KeyCode::Home, KeyModifiers::NONE),
            '»' => (KeyCode::End, KeyModifiers::NONE),
            '^' => (KeyCode::Char(keys.next().expect("a letter after ^")), KeyModifiers::CONTROL),
            '~' => (KeyCode::Char(keys.next().expect("a letter after ~")), KeyModifiers::ALT),
            other => (KeyCode::Char(other), KeyModifiers::NONE),
        };
        assert!(field.takes(KeyEvent::new(code, modifiers)), "{key} is a key for a text field");
    }
}

#[test]
fn editing_keys_work_on_graphemes_and_words() {
    let cases: &[(&str, &str, &str)] = &[
        ("", "abc", "abc"),
        ("abc", "←←x", "axbc"),
        ("abc", "«x»y", "xabcy"),
        ("abc", "^ax^ey", "xabcy"),
        ("abc", "←⌫", "ac"),
        ("abc", "«⌦", "bc"),
        ("one two three", "^w", "one two "),
        ("one two three", "^w^w", "one "),
        ("one two three", "~b^k", "one two "),
        ("one two three", "«~f^u", " two three"),
        ("one two", "«^k", ""),
        ("e\u{301}a", "←⌫", "a"),
        ("e\u{301}a", "«→x", "e\u{301}xa"),
        ("数据", "←x", "数x据"),
        ("数据", "⌫", "数"),
        ("👩\u{200d}🔧", "⌫", ""),
        ("", "⌫⌦←→^w^u^k~b~f", ""),
    ];
    for (holds, keys, wanted) in cases {
        let mut field = TextField::holding(*holds);
        typed(&mut field, keys);
        assert_eq!(field.text(), *wanted, "`{holds}` and {keys}");
    }
}

#[test]
fn a_paste_is_one_line() {
    let cases = [("a\nb", "a b"), ("a\r\nb\r\n", "a b"), ("a\tb", "a b"), ("43/47", "43/47")];
    for (pasted, wanted) in cases {
        let mut field = TextField::holding("");
        field.paste(pasted);
        assert_eq!(field.text(), wanted, "{pasted:?}");
    }
}

#[test]
fn keys_of_the_form_are_left_to_the_form() {
    let mut field = TextField::holding("abc");
    for code in [KeyCode::Enter, KeyCode::Esc, KeyCode::Tab, KeyCode::Up, KeyCode::Down, KeyCode::F(2)] {
        assert!(!field.takes(KeyEvent::new(code, KeyModifiers::NONE)), "{code:?}");
    }
    assert!(!field.takes(KeyEvent::new(KeyCode::Char('s'), KeyModifiers::CONTROL)), "Ctrl-S saves");
    assert_eq!(field.text(), "abc");
}

#[test]
fn the_window_holds_the_caret_at_every_width() {
    for text in
        ["", "abc", "a long line of plain words", "数据数据数据", "e\u{301}e\u{301}e\u{301}", "a\u{1b}[31m\u{202e}b"]
    {
        for steps in 0..8 {
            let mut field = TextField::holding(text);
            typed(&mut field, &"←".repeat(steps));
            for width in 0..12 {
                let (shown, column) = field.window(width);
                let cells = unicode_width::UnicodeWidthStr::width(shown.as_str());
                assert!(cells <= usize::from(width), "{text:?} in {width}: {shown:?}");
                assert!(column < width.max(1), "{text:?} in {width}: caret at {column}");
                assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown:?} holds what a terminal obeys");
            }
        }
    }
}
