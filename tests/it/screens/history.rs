//! The history screen with keys: pages, samples, filters, and the jump to a point in time.

use sixtwo::app::Command;
use sixtwo::app::view::Lens;

use super::seat::{Seat, held, reading};

/// April in time, May 36 days after the period, April corrected.
fn read() -> Seat {
    let mut seat = Seat::with(&[("A-1", held("Access")), ("B-1", held("Backups"))]);
    seat.on("2025-05-04").run(reading("2025-04", "96", ""));
    seat.on("2025-07-06").run(reading("2025-05", "94", ""));
    seat.on("2025-07-07").run(reading("2025-04", "93", "recounted"));
    seat.on("2026-04-20");
    seat
}

#[test]
fn entries_stand_newest_first_with_their_marks_and_what_differs() {
    let mut seat = read();
    seat.press("5");
    let first = seat.screen.line_with("┃▸");
    assert!(
        first.contains("A-1: reading of 30 Apr 2025 corrected: 96 % → 93 %") && first.contains("corrected"),
        "{first}"
    );
    assert!(seat.text().contains("why  recounted"), "{}", seat.text());
    seat.press("<down>");
    assert!(seat.text().contains("entered 36 days after the period"), "{}", seat.text());
    assert!(seat.screen.line_with("hash ").len() > 40, "{}", seat.text());
}

#[test]
fn samples_and_filters_narrow_and_go_off_again() {
    let mut seat = read();
    let all = {
        seat.press("5");
        seat.screen.line_with("▸History")
    };
    let count = |seat: &Seat| {
        let title = seat.screen.line_with("▸History");
        title.rsplit(" of ").next().unwrap_or_default().chars().take_while(char::is_ascii_digit).collect::<String>()
    };
    seat.press("t");
    assert_eq!(count(&seat), "1", "{}", seat.text());
    assert!(seat.text().contains("late 36 d"), "{}", seat.text());
    seat.press("c");
    assert_eq!(count(&seat), "1", "{}", seat.text());
    assert!(seat.screen.line_with("▸History").contains("corrected"), "{}", seat.text());
    seat.press("x");
    assert!(seat.text().contains("the history has no such entry"), "{}", seat.text());
    seat.press("<esc>");
    assert_eq!(seat.screen.line_with("▸History"), all, "{}", seat.text());
    seat.press("/kind:reading recounted<enter>");
    assert_eq!(count(&seat), "1", "{}", seat.text());
    assert!(seat.screen.line_with("▸History").contains("/kind:reading recounted"), "{}", seat.text());
    seat.press("/<c-u>kind:nonsense<enter>");
    assert!(seat.status().contains("kind: knows reading"), "{}", seat.status());
    seat.press("a");
    assert_eq!(seat.screen.line_with("▸History"), all, "{}", seat.text());
    seat.press("<esc>");
    assert!(seat.text().contains("Objectives"), "{}", seat.text());
}

#[test]
fn what_was_in_force_then_names_who_approved_it() {
    let mut seat = read();
    seat.press("5f");
    assert!(seat.text().contains("In force on 7 Jul 2025"), "{}", seat.text());
    let line = seat.screen.line_with("A-1");
    assert!(line.contains("v1") && line.contains("≥ 95 %") && line.contains("Board, 5 Apr"), "{line}");
    seat.press("f");
    assert!(seat.text().contains("▸History"), "{}", seat.text());
}

#[test]
fn a_jump_shows_the_register_as_known_then_and_nothing_is_written_meanwhile() {
    let mut seat = read();
    assert_eq!(seat.screen.model.row("A-1").expect("a row").trail.recent.len(), 2);
    seat.press("5<down><down><enter>");
    assert!(seat.screen.line_with("LOOKING BACK").contains("as known on 4 May 2025, entry"), "{}", seat.text());
    let row = seat.screen.model.row("A-1").expect("a row");
    let values: Vec<String> = row.trail.recent.iter().map(|standing| standing.value.as_typed()).collect();
    assert_eq!(values, ["96"], "{}", seat.text());

    let before = seat.session.overview(Lens::default()).expect("an overview").seq;
    for key in ["m", "e", "u", "n", "S", "R"] {
        seat.press(key);
        assert!(seat.status().contains("as known on 4 May 2025"), "{key}: {}", seat.status());
        assert!(seat.status().contains("0 goes back to now"), "{key}: {}", seat.status());
    }
    assert_eq!(seat.session.overview(Lens::default()).expect("an overview").seq, before, "nothing was written");

    seat.press("0");
    assert!(!seat.text().contains("LOOKING BACK"), "{}", seat.text());
    assert_eq!(seat.screen.model.row("A-1").expect("a row").trail.recent.len(), 2);
    seat.press("0");
    assert!(seat.status().contains("as it is known now"), "{}", seat.status());
}

#[test]
fn older_pages_are_read_on_scrolling() {
    let mut seat = Seat::with(&[("A-1", held("Access"))]);
    for at in 0..230 {
        let name = if at % 2 == 0 { "12" } else { "13" };
        seat.session
            .run(Command::ChangeSetting { name: "grace_m".to_owned(), value: name.to_owned(), from: None })
            .expect("a setting");
    }
    seat.press("5");
    assert!(seat.screen.line_with("▸History").contains("1 of 200+"), "{}", seat.text());
    seat.press("<end>");
    let title = seat.screen.line_with("▸History");
    assert!(!title.contains('+') && title.contains("200 of 23"), "{title}");
    seat.press("<end>");
    assert!(seat.text().contains("register of Halden Medical created"), "{}", seat.text());
}

#[test]
fn the_screens_hold_at_every_size() {
    for (width, height) in [(40, 12), (60, 20), (80, 24), (120, 36), (200, 60)] {
        for keys in ["5", "5t", "5f", "5/", "6", "W", "W<enter>", "W<enter><tab>", "W<enter><tab><tab>"] {
            let mut seat = read();
            seat.screen.model.size = (width, height);
            seat.press(keys);
            let text = seat.text();
            assert_eq!(text.lines().count(), usize::from(height), "{keys} at {width} x {height}");
        }
    }
}

#[test]
fn history_at_120_by_36() {
    let mut seat = read();
    seat.press("5");
    let text = seat.text().lines().map(hide_hash).collect::<Vec<_>>().join("\n");
    insta::assert_snapshot!(text);
}

/// Hashes and versions of the program differ from run to run.
fn hide_hash(line: &str) -> String {
    let differs = ["hash ", "· sixtwo "].iter().find_map(|word| line.find(word));
    differs.map_or_else(|| line.to_owned(), |at| line[..at].trim_end().to_owned())
}

#[test]
fn the_walk_at_80_by_24() {
    let mut seat = Seat::with_seven();
    seat.screen.model.size = (80, 24);
    seat.press("W<enter>kkk");
    insta::assert_snapshot!(seat.text());
}
