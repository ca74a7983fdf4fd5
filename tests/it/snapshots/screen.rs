//! The screen of frozen registers: list, take, the way back, and two of them compared.

use sixtwo::app::Command;
use sixtwo::domain::objective::Definition;
use sixtwo::domain::reading::DecisionKind;
use sixtwo::tui::keymap::Action;

use crate::screens::seat::{Seat, day, held, reading};

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

#[test]
fn the_pack_of_a_snapshot_is_written_beside_the_register_by_two_keys() {
    let mut seat = Seat::with(&[("A-1", held("Access"))]);
    seat.press("6x");
    assert!(seat.status().contains("nothing was frozen yet"), "{}", seat.status());
    seat.press("SYear end<c-s>x");
    assert!(seat.text().contains("pack of snapshot 1 to print and to file (PDF)"), "{}", seat.text());
    seat.press("<enter>");
    let to = seat.session.path().with_file_name("r-pack-1.pdf");
    let written = std::fs::read(&to).expect("the pack");
    assert!(written.starts_with(b"%PDF"));
    let said = format!("{}: pack of snapshot 1, {}", to.display(), sixtwo::domain::words::bytes(written.len() as u64));
    assert!(seat.status().starts_with(&said), "{}", seat.status());
    seat.press("x<enter>");
    assert!(seat.text().contains("is there already; confirm once more"), "{}", seat.text());
    seat.press("<enter>");
    assert!(seat.status().starts_with(&said), "{}", seat.status());
}

#[test]
fn the_ending_of_the_name_says_how_the_pack_is_written() {
    let mut seat = Seat::with(&[("A-1", held("Access"))]);
    seat.press("6S<c-s>");
    let folder = seat.session.path().parent().expect("a folder").to_owned();
    for (name, begins) in [("p.html", "<!"), ("p.md", "#"), ("p.xlsx", "PK"), ("p.zip", "PK"), ("p.json", "{")] {
        let to = folder.join(name);
        seat.press(&format!("x<c-u>{}<enter>", to.display()));
        let written = std::fs::read(&to).unwrap_or_else(|_| panic!("{name}: {}", seat.text()));
        assert!(written.starts_with(begins.as_bytes()), "{name}");
    }
    for (name, why) in [
        ("p.doc", "the name ends in one of .html"),
        ("p.csv", "would hold several tables"),
        ("nowhere/p.pdf", "its folder does not exist"),
    ] {
        seat.press(&format!("x<c-u>{}<enter>", folder.join(name).display()));
        assert!(seat.text().contains(why), "{name}: {}", seat.text());
        seat.press("<esc>");
    }
}

/// Two snapshots: before the second one a value was corrected and one came in; then an objective and a decision.
fn read() -> Seat {
    let mut seat = Seat::with(&[("A-1", held("Access")), ("B-1", held("Backups"))]);
    seat.on("2025-05-04").run(reading("2025-04", "96", ""));
    seat.run(Command::TakeSnapshot { name: "First look".to_owned() });
    seat.on("2025-06-04").run(reading("2025-04", "93", "two systems were missing"));
    seat.run(reading("2025-05", "97", ""));
    seat.run(Command::TakeSnapshot { name: "Second look".to_owned() });
    seat.run(Command::CreateObjective {
        code: "C-1".to_owned(),
        definition: Box::new(Definition::titled("Changes", day("2025-04-01"))),
    });
    seat.run(Command::Evaluate {
        code: "A-1".to_owned(),
        measured_on: day("2025-05-31"),
        meaning: "the window was kept".to_owned(),
        decision: Some(DecisionKind::Continue),
    });
    seat.press("6");
    seat
}

#[test]
fn a_marked_snapshot_is_compared_with_another_one() {
    let mut seat = read();
    seat.press(" ");
    assert!(seat.status().contains("snapshot 2 is marked"), "{}", seat.status());
    assert!(seat.screen.line_with("Second look").contains('◆'), "{}", seat.text());
    seat.press("<down><enter>");
    insta::assert_snapshot!(seat.text());
    seat.press("<esc>");
    assert!(seat.screen.line_with("Second look").contains('◆'), "the mark stays: {}", seat.text());
    seat.press("<esc>");
    assert!(!seat.text().contains('◆'), "Esc takes the mark off first: {}", seat.text());
    seat.press("<enter>");
    assert!(seat.text().contains("LOOKING BACK"), "without a mark Enter looks back: {}", seat.text());
}

#[test]
fn a_snapshot_is_compared_with_now_and_nothing_is_written() {
    let mut seat = read();
    let before = seat.session.overview(Default::default()).expect("an overview").seq;
    let frozen = seat.session.snapshot_json(1).expect("the document");
    seat.press("<down>d");
    let text = seat.text();
    assert!(text.contains("snapshot 1 → now"), "{text}");
    for said in ["Corrected after it had been shown", "Apr 2025: 96 % → 93 %", "because: two systems were missing"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(text.contains("C-1") && text.contains("Added"), "{text}");
    let overview = seat.session.overview(Default::default()).expect("an overview");
    assert_eq!((overview.seq, overview.head.len()), (before, 64), "comparing writes nothing");
    assert_eq!(seat.session.snapshot_json(1).expect("the document"), frozen, "the frozen document never changes");
    assert_eq!(seat.session.snapshots().expect("the list").len(), 2);
}

#[test]
fn two_alike_say_so() {
    let mut seat = Seat::with(&[("A-1", held("Access"))]);
    seat.run(Command::TakeSnapshot { name: String::new() });
    seat.press("6d");
    assert!(seat.text().contains("Nothing in the register is different."), "{}", seat.text());
}

#[test]
fn a_comparison_is_scrolled_by_every_movement_key_and_copied() {
    let mut seat = read();
    seat.screen.model.size = (60, 14);
    seat.press("<down>d");
    let first = seat.text();
    for (away, back) in [("<down>", "<up>"), ("j", "k"), ("<pgdn>", "<pgup>"), ("<c-d>", "<c-u>"), ("<end>", "<home>")]
    {
        seat.press(away);
        assert_ne!(seat.text(), first, "{away} scrolls");
        seat.press(back);
        assert_eq!(seat.text(), first, "{back} scrolls back");
    }
    seat.press("G");
    assert!(seat.text().contains("Measured"), "the end is in sight: {}", seat.text());
    assert!(seat.screen.model.key_for(Action::CopyRow).contains('y'));
    for (width, height) in [(40, 12), (80, 24), (200, 60)] {
        seat.screen.model.size = (width, height);
        assert_eq!(seat.text().lines().count(), usize::from(height));
    }
}
