//! Fields that offer what the register knows, and enter who or what is new.

use super::register::Seat;

#[test]
fn an_owner_is_found_by_a_few_letters() {
    let mut seat = Seat::at_the_sample();
    seat.press("e<tab><tab><c-u>nov");
    let text = seat.text();
    assert!(text.contains("A. Novak") && text.contains("person, Human resources"), "{text}");
    assert!(text.contains("+ nov"), "a name nobody knows can be entered: {text}");
    seat.press("<down><enter><c-s>");
    assert_eq!(seat.definition("IT-2").owner, "A. Novak", "{}", seat.text());
}

#[test]
fn what_is_typed_counts_as_it_stands_until_a_line_is_marked() {
    let mut seat = Seat::at_the_sample();
    seat.press("e<tab><tab><c-u>Nov<enter><c-s>");
    assert_eq!(seat.definition("IT-2").owner, "Nov", "{}", seat.text());
}

#[test]
fn esc_closes_the_list_and_keeps_the_text() {
    let mut seat = Seat::at_the_sample();
    seat.press("e<tab><tab><c-u>nov<esc>");
    let text = seat.text();
    assert!(!text.contains("+ nov") && text.contains("not saved yet") && !text.contains("Esc again"), "{text}");
}

#[test]
fn every_known_one_is_shown_on_a_key_and_an_objective_is_a_parent_by_its_title() {
    let mut seat = Seat::at_the_sample();
    seat.press("e<tab><tab><tab><tab><tab><c-u><f4>");
    assert!(seat.text().contains("HR-2"), "{}", seat.text());
    seat.press("phishing<down><enter><c-s>");
    assert_eq!(seat.definition("IT-2").parent, "SEC-3", "{}", seat.text());
}

#[test]
fn a_source_is_added_behind_the_others_and_takes_a_reason() {
    let mut seat = Seat::at_the_sample();
    seat.press("e").press("<tab>".repeat(6).as_str()).press("; pumps<down><enter> | they share the window<c-s>");
    let links = seat.definition("IT-2").links;
    let newest = links.last().expect("a link");
    assert_eq!((newest.kind.as_str(), newest.reference.as_str()), ("risk", "R-022"), "{}", seat.text());
    assert_eq!(newest.because, "they share the window");
    assert!(links.len() > 1, "the others stay");
}

#[test]
fn who_is_new_is_entered_on_the_way_and_the_form_goes_on() {
    let mut seat = Seat::at_the_sample();
    seat.press("e<tab><tab><c-u>K. Tang<down><enter>");
    assert!(seat.text().contains("Who is who") && seat.text().contains("K. Tang"), "{}", seat.text());
    seat.press("<c-s>");
    assert!(seat.text().contains("not saved yet"), "the form is there again: {}", seat.text());
    seat.press("<f4>");
    let listed = seat.text().lines().any(|line| line.contains("K. Tang") && line.contains("person"));
    assert!(listed, "{}", seat.text());
    seat.press("<enter><c-s>");
    assert_eq!(seat.definition("IT-2").owner, "K. Tang", "{}", seat.text());
}
