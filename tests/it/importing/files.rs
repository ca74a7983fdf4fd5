//! Choosing the file: arrows alone suffice, typing narrows, Tab completes, errors are said.

use super::seat::Seat;

fn at_files() -> Seat {
    let mut seat = Seat::new(100, 24);
    seat.file("Ziele 2025.csv", b"a").file("Ziele 2026.csv", b"b").file("letter.odt", b"c").file("old/ods.ods", b"d");
    seat.at_files();
    seat
}

#[test]
fn the_files_that_fit_and_the_folders_are_listed() {
    let seat = at_files();
    assert!(seat.line_with("Ziele 2026.csv").contains("1 B"), "{}", seat.text());
    assert!(seat.text().contains("old/"));
    assert!(seat.text().contains("../"));
    assert!(!seat.text().contains("letter.odt"), "{}", seat.text());
    assert!(seat.text().contains("3 of 5 entries"), "{}", seat.text());
}

#[test]
fn typing_reaches_every_file_and_says_where_nothing_is() {
    let mut seat = at_files();
    seat.types("let");
    assert!(seat.text().contains("letter.odt"));
    seat.types("zzz");
    assert!(seat.text().contains("nothing here is called letzzz"), "{}", seat.text());
}

#[test]
fn tab_completes_as_far_as_it_is_certain_then_with_the_marked_line() {
    let mut seat = at_files();
    seat.types("zie").press("<tab>");
    assert!(seat.line_with("File ").contains("/Ziele 202"), "{}", seat.text());
    seat.press("<down><tab>");
    let marked = seat.line_with("▸Ziele").split_whitespace().nth(1).expect("a marked line").to_owned();
    assert!(seat.line_with("File ").contains(&marked), "{}", seat.text());
}

#[test]
fn arrows_and_enter_go_into_folders_and_out_again() {
    let mut seat = at_files();
    seat.press("<down><down><down><enter>");
    assert!(seat.text().contains("ods.ods"), "{}", seat.text());
    seat.press("<down><enter>");
    assert!(seat.text().contains("Ziele 2025.csv"), "{}", seat.text());
}

#[test]
fn a_missing_folder_and_a_file_in_its_place_are_said() {
    let mut seat = at_files();
    seat.types("nowhere/");
    assert!(seat.line_with("✗").contains("there is no folder"), "{}", seat.text());
    let mut seat = at_files();
    seat.types("letter.odt/");
    assert!(seat.line_with("✗").contains("is a file, not a folder"), "{}", seat.text());
}

#[test]
fn escape_clears_what_was_typed_then_goes_back() {
    let mut seat = at_files();
    seat.press("<esc>");
    assert!(seat.text().contains("Choose the spreadsheet"));
    seat.press("<esc>");
    assert!(!seat.text().contains("Choose the spreadsheet"));
}
