//! The screen of people and the change of several objectives, against a real register.

use super::register::Seat;
use crate::replies::sheet::Filled;

#[test]
fn people_stand_with_what_they_own_owe_and_know() {
    let mut seat = Seat::at_the_sample();
    seat.press("7");
    let text = seat.text();
    assert!(text.contains("[7 People]") && text.contains("P. Costa"), "{text}");
    assert!(text.contains("PUR-1"), "who left and still owns something stands first: {text}");
    seat.press("<down><down><down><down><down><down>");
    let text = seat.text();
    assert!(text.contains("R. Okafor") && text.contains("Owes now"), "{text}");
    seat.press("o");
    assert!(seat.text().contains("A text to send to okafor@halden.example"), "{}", seat.text());
}

#[test]
fn a_hand_over_gives_everything_to_somebody_else_and_waits_for_a_yes() {
    let mut seat = Seat::at_the_sample();
    seat.press("7HR. Okafor<enter><enter><enter>P. Costa left<enter>");
    let text = seat.text();
    assert!(text.contains("Not accepted yet"), "{text}");
    seat.press("1");
    assert_eq!(seat.definition("PUR-1").owner, "R. Okafor");
}

#[test]
fn marked_objectives_change_in_one_step_and_back_in_one() {
    let mut seat = Seat::at_the_sample();
    let before = (seat.definition("IT-2").function, seat.definition("OPS-1").function);
    seat.press("  bPlatform<enter><enter><enter><enter><enter><enter>one team now<enter>");
    assert_eq!(seat.definition("IT-2").function, "Platform", "{}", seat.text());
    assert_eq!(seat.definition("OPS-1").function, "Platform");
    seat.press("u");
    assert_eq!((seat.definition("IT-2").function, seat.definition("OPS-1").function), before);
}

#[test]
fn an_audit_enters_the_calendar_on_the_readiness_screen() {
    let mut seat = Seat::at_the_sample();
    assert!(seat.text().contains("audit in 71 d"), "{}", seat.text());
    seat.press("4A<left><enter>2026-12-03<enter><enter><enter>1");
    assert!(seat.text().contains("audit in 10 d"), "{}", seat.text());
}

#[test]
fn sheets_go_out_and_come_back_from_the_screen_of_people() {
    let mut seat = Seat::at_the_sample();
    let folder = seat.place("to-send");
    let clear = "<bs>".repeat("to-send-2026-11-23".len());
    seat.press(&format!("7x{clear}{folder}<enter>"));
    assert!(seat.text().contains("5 texts and sheets in"), "{}", seat.text());
    let sheet = Filled::of(std::fs::read(format!("{folder}/r-okafor.xlsx")).expect("a sheet"));
    let filled =
        sheet.fill("reading 2026-06-30 OPS-1", "Value", "9/10").fill("reading 2026-09-30 OPS-1", "Value", "see mail");
    std::fs::write(format!("{folder}/r-okafor.xlsx"), filled.bytes()).expect("a sheet");

    seat.press(&format!("t{folder}<enter>"));
    let text = seat.text();
    assert!(text.contains("Replies  1 answer to take in, 1 out"), "{text}");
    assert!(text.contains("OPS-1 Q2 2026  value  9/10") && text.contains("`see mail` is not a number"), "{text}");
    assert!(text.contains("Silent: asked, and no answer") && text.contains("E. Lind: action 9"), "{text}");
    seat.press("<enter>");
    assert!(seat.text().contains("Enter once more takes the rest"), "{}", seat.text());
    seat.press("<enter>");
    assert!(seat.text().contains("1 value from 5 replies"), "{}", seat.text());
}
