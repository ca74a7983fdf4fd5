//! The plan over the whole screen: actions with owner, date, what shows them and where they came from.

use super::company::zoomed;

#[test]
fn an_action_is_entered_and_done_by_keys() {
    let mut seat = zoomed("a-1", "<tab><tab>z");
    assert!(seat.text().contains("nobody has agreed to do anything yet; n adds an action"), "{}", seat.text());
    seat.press("nClose the old path<tab><c-u>P. Lind<tab>2025-12-31<enter>");
    let line = seat.screen.line_with("Close the old path");
    assert!(line.contains("P. Lind") && line.contains("due 31 Dec"), "{}", seat.text());
    assert!(seat.text().contains("1 open"), "{}", seat.text());
    assert!(seat.text().contains("agreed outside of a review"), "{}", seat.text());
    seat.press("<enter><tab>minutes 7<enter>");
    assert!(seat.text().contains("done 8 Dec"), "{}", seat.text());
    assert!(seat.screen.line_with("Shown by").contains("minutes 7"), "{}", seat.text());
    assert!(seat.text().contains("0 open"), "{}", seat.text());
    seat.press("x");
    assert!(seat.status().contains("done already"), "{}", seat.status());
}

#[test]
fn what_was_not_granted_is_said_beside_what_is_needed() {
    let seat = zoomed("a-1", "<tab><tab>z");
    let text = seat.text();
    assert!(text.contains("20 days, 15 000 EUR") && text.contains("nobody granted it"), "{text}");
}
