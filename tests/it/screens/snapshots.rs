//! The screen of frozen registers: list, take, and the way back.

use super::seat::{Seat, held};

#[test]
fn a_register_is_frozen_and_looked_at_again() {
    let mut seat = Seat::with(&[("A-1", held("Access"))]);
    seat.press("6");
    assert!(seat.text().contains("nothing was frozen yet; S freezes"), "{}", seat.text());
    seat.press("SYear end<c-s>");
    let line = seat.screen.line_with("┃▸");
    assert!(line.contains("1  20 Apr 2026  Year end"), "{}", seat.text());
    assert!(line.contains("1 objective  state"), "{line}");
    seat.press("<enter>");
    assert!(seat.screen.line_with("LOOKING BACK").contains("as known on 20 Apr 2026"), "{}", seat.text());
    seat.press("0");
    assert!(!seat.text().contains("LOOKING BACK"), "{}", seat.text());
}
