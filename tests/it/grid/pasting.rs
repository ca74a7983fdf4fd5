//! A column from a spreadsheet: shown before it is saved, refused line by line, taken back in one step.

use sixtwo::app::{Command, NewReading};
use sixtwo::domain::objective::Definition;
use sixtwo::domain::period::Frequency;

use super::desk::{Desk, held, twenty};

fn open() -> Desk {
    let mut desk = Desk::with(&twenty());
    desk.press("9");
    desk
}

#[test]
fn a_column_fills_down_from_the_cursor_after_a_look() {
    let mut desk = open();
    let entries = desk.entries();
    desk.press("j").paste("96 %\r\n95,5\r\n\r\n43/47\r\n");
    let text = desk.text();
    assert!(text.contains("4 lines into October 2026") && text.contains("nothing is saved yet"), "{text}");
    for line in ["M-02", "M-03", "M-04", "M-05"] {
        assert!(text.contains(line), "{line}: {text}");
    }
    assert!(text.contains("● 95.5 %, met") && text.contains("■ 91.5 %, not met"), "{text}");
    assert!(text.contains("empty: stays as it is") && text.contains("3 of 4 would be saved"), "{text}");
    assert_eq!(desk.entries(), entries);
    desk.press("<enter>");
    assert_eq!(desk.entries(), entries + 1, "one step: {}", desk.status());
    let values: Vec<String> =
        ["M-02", "M-03", "M-04", "M-05"].iter().map(|code| desk.value(code, "2026-10-31").0).collect();
    assert_eq!(values, ["96", "95.5", "", "43/47"]);
    desk.press("u");
    assert_eq!(desk.value("M-02", "2026-10-31").0, "", "{}", desk.status());
    assert_eq!(desk.value("M-05", "2026-10-31").0, "");
    desk.press("U");
    assert_eq!(desk.value("M-05", "2026-10-31").0, "43/47");
}

#[test]
fn line_breaks_arrive_as_terminals_send_them() {
    for breaks in ["\n", "\r\n", "\r"] {
        let mut desk = open();
        desk.paste(&["96", "97", "98"].join(breaks)).press("<enter>");
        assert_eq!(desk.value("M-03", "2026-10-31").0, "98", "{breaks:?}: {}", desk.text());
    }
}

#[test]
fn a_second_column_holds_meanings() {
    let mut desk = open();
    desk.paste("96\tfine\n92\ttwo hosts wait");
    desk.press("<enter>");
    assert_eq!(desk.value("M-01", "2026-10-31"), ("96".to_owned(), "fine".to_owned()));
    assert_eq!(desk.value("M-02", "2026-10-31"), ("92".to_owned(), "two hosts wait".to_owned()));
}

#[test]
fn lines_with_codes_go_to_their_objectives() {
    let mut desk = open();
    desk.paste("M-07\t96\tseventh\nm-03\t97\nZZ-9\t1");
    assert!(desk.text().contains("no objective shown has the code `ZZ-9`"), "{}", desk.text());
    desk.press("<enter><enter>");
    assert_eq!(desk.value("M-07", "2026-10-31"), ("96".to_owned(), "seventh".to_owned()));
    assert_eq!(desk.value("M-03", "2026-10-31").0, "97");
    assert_eq!(desk.value("M-01", "2026-10-31").0, "");
}

#[test]
fn refused_and_unusual_lines_are_pointed_out_before_the_others_are_saved() {
    let mut desk = open();
    let entries = desk.entries();
    desk.paste("96\nsee mail\n1,234\n980");
    let text = desk.text();
    assert!(text.contains("✗") && text.contains("see mail"), "{text}");
    assert!(text.contains("2 of 4 would be saved, 1 unusual, 2 refused"), "{text}");
    desk.press("<enter>");
    assert!(desk.status().contains("2 of 4 refused and left out, 1 of 4 unusual"), "{}", desk.status());
    assert_eq!(desk.entries(), entries);
    desk.press("G ").press("<enter>");
    assert!(desk.status().contains("2 of 4 refused"), "another choice is looked at anew: {}", desk.status());
    desk.press("<enter>");
    assert_eq!(desk.value("M-01", "2026-10-31").0, "96", "{}", desk.status());
    assert_eq!(desk.value("M-04", "2026-10-31").0, "", "left out by hand");
}

#[test]
fn more_lines_than_cells_are_refused_not_dropped() {
    let mut desk = open();
    desk.press("G").paste("96\n97");
    assert!(desk.text().contains("no cell is left below the cursor"), "{}", desk.text());
}

#[test]
fn only_cells_of_that_column_are_filled() {
    let quarter = Definition { frequency: Frequency::Q, ..held("A quarter") };
    let objectives =
        [("A-1", held("Access")), ("B-1", quarter), ("C-1", held("Changes"))].map(|(c, d)| (c.to_owned(), d));
    let mut desk = Desk::with(&objectives);
    desk.press("9").paste("96\n97").press("<enter>");
    assert_eq!(desk.value("A-1", "2026-10-31").0, "96");
    assert_eq!(desk.value("C-1", "2026-10-31").0, "97", "a quarter has no cell in October");
    assert_eq!(desk.value("B-1", "2026-12-31").0, "");
}

#[test]
fn corrections_ask_for_their_reason_once() {
    let mut desk = open();
    let reading = NewReading {
        code: "M-01".to_owned(),
        period: "2026-10".to_owned(),
        value: "90".parse().ok(),
        ..NewReading::default()
    };
    desk.run(Command::RecordReading(Box::new(reading)));
    desk.press("<esc>9gk").paste("96\n97");
    assert!(desk.text().contains("corrects 90 %"), "{}", desk.text());
    desk.press("<enter>");
    assert!(desk.text().contains("Why corrected"), "{}", desk.text());
    desk.press("late export<enter>");
    let dossier = desk.session.dossier("M-01", desk.lens).expect("the objective");
    let newest = dossier.readings.iter().max_by_key(|reading| reading.revision).expect("a reading");
    assert_eq!((newest.value.as_typed(), newest.reason.as_str()), ("96".to_owned(), "late export"));
}

#[test]
fn esc_puts_a_paste_away_and_a_pasted_line_in_a_meaning_stays_a_line() {
    let mut desk = open();
    let entries = desk.entries();
    desk.paste("96\n97").press("<esc>");
    assert_eq!(desk.entries(), entries);
    assert!(desk.status().contains("nothing was saved"), "{}", desk.status());
    desk.press("96<tab>").paste("first\nsecond").press("<enter>");
    assert_eq!(desk.value("M-01", "2026-10-31"), ("96".to_owned(), "first second".to_owned()));
    desk.press("P");
    assert!(desk.status().contains("copy a column"), "{}", desk.status());
}
