//! The calendar of meetings: planned, prepared, opened, taken out, and minutes read again.

use sixtwo::domain::review::Stage;

use crate::screens::seat::{Seat, held};

fn planned() -> Seat {
    let mut seat = Seat::with(&[("A-1", held("Access")), ("B-1", held("Backups"))]);
    seat.press("2");
    assert!(seat.text().contains("no meeting was held yet; n starts one"), "{}", seat.text());
    seat.press("P<enter>2026-05-12<enter><enter>");
    seat
}

#[test]
fn a_planned_management_review_says_what_it_still_waits_for() {
    let mut seat = planned();
    assert!(seat.screen.line_with("12 May 2026").contains("management review"), "{}", seat.text());
    assert!(seat.text().contains("ready except b, c, e, g"), "{}", seat.text());
    seat.press("<enter><down><enter>nothing new<enter>");
    assert!(seat.text().contains("ready except c, e, g"), "{}", seat.text());
    seat.press("<end><enter>the export broke<enter>repair or count by hand<enter>repair it<enter>");
    assert!(seat.text().contains("cause: the export broke"), "{}", seat.text());
    insta::assert_snapshot!(seat.text());
}

#[test]
fn a_planned_meeting_is_opened_on_its_day_with_what_was_prepared() {
    let mut seat = planned();
    seat.press("<enter><down><enter>nothing new<enter>");
    seat.on("2026-05-12").press("nBerg<c-s>");
    let reviews = seat.session.reviews().expect("the meetings");
    assert_eq!(reviews.len(), 1, "{}", seat.text());
    assert_eq!(reviews[0].review.stage(), Stage::Running);
    assert!(seat.text().contains("Agenda"), "{}", seat.text());
    seat.press("<esc><esc>");
    assert!(seat.text().contains("running"), "{}", seat.text());
    seat.press("<enter>");
    assert!(seat.text().contains("Agenda"), "what runs is taken up: {}", seat.text());
    seat.press("<esc><esc>2");
    assert!(seat.text().contains("Agenda"), "from home too: {}", seat.text());
}

#[test]
fn a_planned_meeting_is_moved_and_taken_out_on_the_second_key() {
    let mut seat = planned();
    seat.press("e<c-u>2026-05-20<enter>Board meeting<c-s>");
    assert!(seat.screen.line_with("20 May 2026").contains("planned"), "{}", seat.text());
    assert_eq!(seat.session.review(1).expect("the meeting").review.host, "Board meeting");
    seat.press("x");
    assert_eq!(seat.session.reviews().expect("the meetings").len(), 1);
    seat.press("x");
    assert!(seat.session.reviews().expect("the meetings").is_empty(), "{}", seat.text());
}

#[test]
fn an_overdue_meeting_says_so_and_a_held_one_shows_its_minutes() {
    let mut seat = planned();
    seat.on("2026-05-15").press("<esc>2");
    assert!(seat.screen.line_with("12 May 2026").contains("3 days late"), "{}", seat.text());
    assert!(seat.screen.line_with("Halden").contains("management review 40 d overdue + 1"), "{}", seat.text());
    seat.press("nBerg<c-s><f8><enter><enter>the risks are the same<enter><enter><enter>");
    seat.press("<enter>");
    if !seat.text().contains("Minutes of review 1") {
        seat.press("2");
    }
    assert!(seat.text().contains("Minutes of review 1"), "{}", seat.text());
    assert!(seat.text().contains("No change because the risks are the same"), "{}", seat.text());
}

#[test]
fn the_minutes_of_a_closed_meeting_are_written_as_a_file() {
    let mut seat = planned();
    seat.press("w");
    assert!(seat.status().contains("minutes are frozen when a meeting is closed"), "{}", seat.status());
    seat.on("2026-05-12").press("nBerg<c-s><f8><enter><enter>the risks are the same<enter><enter><enter><enter>");
    if !seat.text().contains("Minutes of review 1") {
        seat.press("2");
    }
    seat.press("w");
    assert!(seat.text().contains("minutes of review 1 to print and to file (PDF)"), "{}", seat.text());
    seat.press("<enter>");
    let to = seat.session.path().with_file_name("r-review-1.pdf");
    assert!(std::fs::read(&to).expect("the minutes").starts_with(b"%PDF"), "{}", seat.text());
    assert!(seat.status().contains(": minutes of review 1, "), "{}", seat.status());
}
