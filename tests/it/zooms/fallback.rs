//! Any size, in any state: no panic, and a sentence where a chart has no room.

use sixtwo::tui::msg::Msg;

use super::company::{company, zoomed};

/// Each place with keys that leave something half done there.
const PLACES: [(&str, &str); 9] = [
    ("a-1", "<tab>z<left><left>"),
    ("a-1", "<tab>zt<end>"),
    ("t-1", "<tab>z"),
    ("a-1", "<tab><tab>z"),
    ("a-1", "<tab><tab>zn"),
    ("p-1", "<s-tab>zM<up>"),
    ("p-1", "<s-tab>zF"),
    ("a-1", "P<right><right><enter>12"),
    ("l-1", "P<tab><tab><tab>"),
];

#[test]
fn no_size_panics_in_the_middle_of_anything() {
    for (code, keys) in PLACES {
        let mut seat = zoomed(code, keys);
        for (width, height) in [
            (40, 12),
            (41, 13),
            (60, 20),
            (79, 23),
            (80, 24),
            (99, 30),
            (120, 36),
            (200, 60),
            (300, 80),
            (0, 0),
            (3, 1),
        ] {
            seat.screen.send(Msg::Resize(width, height));
            seat.screen.buffer();
            seat.screen.press("<down><up><pgdn>");
            seat.screen.buffer();
        }
        seat.screen.send(Msg::Resize(120, 36));
        assert!(!seat.text().trim().is_empty(), "{code} {keys}");
    }
}

#[test]
fn a_chart_without_room_is_a_line_of_bars_and_a_sentence() {
    let mut seat = company();
    seat.press("/a-1<enter><esc>");
    let said = (12..24).map(|height| {
        seat.screen.send(Msg::Resize(40, height));
        seat.text()
    });
    let said: Vec<String> = said.collect();
    assert!(said.iter().any(|text| text.contains("96.5 % vs 95 % (+1.5)")), "{}", said.join("\n"));
}
