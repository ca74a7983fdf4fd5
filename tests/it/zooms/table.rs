//! The plan table: what is missing is named, a cell is typed in place, the foot adds up.

use sixtwo::domain::objective::Definition;

use super::company::{company, zoomed};
use crate::screens::seat::{Seat, day};

fn definition(seat: &Seat, code: &str) -> Definition {
    seat.screen.model.row(code).expect("a row").objective.definition.clone()
}

/// The table with the cursor on access, on its first cell.
fn table() -> Seat {
    zoomed("a-1", "P")
}

#[test]
fn an_empty_cell_says_what_is_missing() {
    let text = table().text();
    for missing in ["? nobody granted it", "? nothing said", "? not said"] {
        assert!(text.contains(missing), "{missing}\n{text}");
    }
    let mut seat = zoomed("l-1", "P<tab><tab><tab>");
    assert!(seat.screen.line_with("▸? L-1").contains("? nobody"), "{}", seat.text());
    seat.press("<esc>");
    assert!(seat.text().contains("Objectives"), "Esc goes home: {}", seat.text());
}

#[test]
fn a_cell_is_typed_and_saved_as_an_edit_of_the_objective() {
    let mut seat = table();
    seat.press("<tab><tab><enter>20 days, 10 000 EUR<tab>");
    assert_eq!(definition(&seat, "A-1").granted, "20 days, 10 000 EUR");
    assert!(seat.status().contains("wording only: granted"), "{}", seat.status());
    seat.press("<tab><tab><tab><enter>management review 26-1<tab><enter>2025-11-12<enter>");
    let now = definition(&seat, "A-1");
    assert_eq!((now.granted_by.as_str(), now.granted_on), ("management review 26-1", Some(day("2025-11-12"))));
    let text = seat.text();
    assert!(text.contains("A-1 (5 000 EUR)"), "the missing part is named: {text}");
    seat.press("<tab><enter>6 days, 11 000 EUR<enter>");
    assert!(seat.screen.line_with("Overspent").contains("A-1 (1 000 EUR)"), "{}", seat.text());
    assert!(seat.screen.line_with("Asked").contains("15 000 EUR, 20 days"), "{}", seat.text());
    seat.press("<esc>u");
    assert_eq!(definition(&seat, "A-1").spent, "", "one undo takes one cell back");
}

#[test]
fn letters_move_until_a_cell_is_opened_and_are_text_then() {
    let mut seat = table();
    let before = seat.text();
    seat.press("lh");
    assert_eq!(seat.text(), before);
    seat.press("<enter> and q, P, h too<enter>");
    assert_eq!(definition(&seat, "A-1").what, "Reviews every quarter and q, P, h too");
}

#[test]
fn a_date_that_needs_approval_is_asked_why_and_then_waits() {
    let mut seat = table();
    seat.press("<tab><tab><tab><tab><enter>2026-06-30<enter>");
    assert!(seat.text().contains("this needs approval"), "{}", seat.text());
    assert_eq!(definition(&seat, "A-1").due, None, "nothing is written before the reason");
    seat.press("the audit moved<enter>");
    assert!(seat.status().contains("waits for approval"), "{}", seat.status());
    assert_eq!(seat.screen.model.row("A-1").expect("a row").version.draft, Some(2));
}

#[test]
fn what_cannot_be_read_stays_and_says_why() {
    let mut seat = table();
    seat.press("<tab><tab><tab><tab><enter>soon<enter>");
    assert!(seat.text().contains("soon"), "{}", seat.text());
    assert_eq!(definition(&seat, "A-1").due, None);
    seat.press("<esc>");
    assert!(seat.status().contains("not saved"), "the first Esc keeps the text: {}", seat.status());
    assert!(seat.text().contains("soon"), "{}", seat.text());
    seat.press("<esc>");
    assert!(!seat.text().contains("soon"), "{}", seat.text());
}

#[test]
fn every_cell_can_be_reached_on_the_smallest_screen() {
    let mut seat = company();
    seat.screen.model.size = (40, 12);
    seat.press("P");
    for heading in ["What", "Needs", "Granted", "Who", "When", "How judged", "Granted by", "Granted on", "Spent"] {
        assert!(seat.text().contains(heading), "{heading}\n{}", seat.text());
        seat.press("<tab>");
    }
}
