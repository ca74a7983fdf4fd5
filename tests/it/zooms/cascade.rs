//! The cascade over the whole screen: columns, folding, another parent by keys, one function's slice.

use super::company::zoomed;
use crate::screens::seat::Seat;

fn parent(seat: &Seat, code: &str) -> String {
    seat.screen.model.row(code).expect("a row").objective.definition.parent.clone()
}

#[test]
fn the_tree_stands_beside_its_columns_and_folds() {
    let mut seat = zoomed("a-1", "<s-tab>z");
    let text = seat.text();
    for heading in ["objective", "owner", "status", "last", "target", "due"] {
        assert!(text.contains(heading), "{heading}\n{text}");
    }
    assert!(text.contains("├─ ") && text.contains("└─ ") && text.contains("Hosts scanned"), "{text}");
    assert!(seat.screen.line_with("Leavers").contains("nobody"), "{text}");
    seat.press("<enter>");
    assert!(!seat.text().contains("Hosts scanned") && seat.text().contains("A-1 +2"), "{}", seat.text());
}

#[test]
fn an_objective_gets_another_parent_by_keys_with_a_preview() {
    let mut seat = zoomed("h-1", "<s-tab>zM");
    while seat.screen.selected() != "L-1" {
        let before = seat.screen.selected().to_owned();
        seat.press("<down>");
        if seat.screen.selected() == before {
            seat.press("<home>");
        }
    }
    let text = seat.text();
    assert!(text.contains("H-1 would contribute to L-1, not to P-1 any more"), "{text}");
    assert_eq!(parent(&seat, "H-1"), "P-1", "the preview writes nothing");
    seat.press("<enter>");
    assert_eq!(parent(&seat, "H-1"), "L-1");
    assert_eq!(seat.screen.selected(), "H-1");
    seat.press("u");
    assert_eq!(parent(&seat, "H-1"), "P-1");
    seat.press("M0");
    assert_eq!(parent(&seat, "H-1"), "");
}

#[test]
fn a_circle_is_refused_with_its_path_and_letting_go_changes_nothing() {
    let mut seat = zoomed("a-1", "<s-tab>zM");
    while seat.screen.selected() != "H-1" {
        seat.press("<down>");
    }
    assert!(seat.text().contains("that would be a circle: A-1 → H-1 → P-1 → A-1"), "{}", seat.text());
    seat.press("<enter>");
    assert!(seat.status().contains("circle"), "{}", seat.status());
    seat.press("<esc>");
    assert_eq!((parent(&seat, "A-1").as_str(), seat.screen.selected()), ("", "A-1"));
    assert!(!seat.text().contains("circle: A-1 → H-1 → P-1 → A-1 \n"));
}

#[test]
fn the_filter_keeps_what_stands_above() {
    let mut seat = zoomed("a-1", "<s-tab>z/hosts<enter>");
    let text = seat.text();
    for code in ["A-1", "P-1", "H-1"] {
        assert!(text.contains(code), "{code}\n{text}");
    }
    assert!(!text.contains("L-1") && !text.contains("T-1"), "{text}");
    assert!(text.contains("“hosts”: 1 of 5"), "{text}");
    seat.press("<esc>");
    assert!(seat.text().contains("L-1"), "Esc shows everybody again: {}", seat.text());
}

#[test]
fn one_key_goes_from_function_to_function() {
    let mut seat = zoomed("a-1", "<s-tab>zF");
    assert!(seat.text().contains("HR: 1 of 5"), "{}", seat.text());
    assert_eq!(seat.screen.selected(), "L-1");
    seat.press("F");
    assert!(seat.text().contains("IT operations: 2 of 5"), "{}", seat.text());
    seat.press("FF");
    assert!(seat.text().contains("5 objectives"), "{}", seat.text());
}
