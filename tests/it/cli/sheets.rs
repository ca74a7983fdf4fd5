//! Sheets on the shell: the same preview and the same questions as on the screen.

use super::desk::Desk;
use crate::importing::workbook::messy;

/// What the sheet asks and what in it is wrong, answered on the command line.
const ANSWERED: &[&str] = &[
    "import",
    "sheet",
    "objectives.xlsx",
    "--percent",
    "readings=yes",
    "--no-figure",
    "empty",
    "--cell",
    "L5=91",
    "--cell",
    "O6=41",
    "--cell",
    "H11=95",
    "--approved-on",
    "2026-01-12",
    "--approved-by",
    "Management review",
];

fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("objectives.xlsx", messy());
    desk
}

#[test]
fn a_sheet_says_what_becomes_of_it_and_what_it_has_to_ask() {
    let desk = desk();
    let answer = desk.run(&["import", "sheet", "objectives.xlsx", "--dry-run"]);
    assert_eq!(answer.code, 1, "{}", answer.err);
    let counted = "168 cells: 87 readings, 14 empty, 64 waiting, 3 refused: L5 'see mail', O6 '~ 41', H11 'tbd'";
    assert!(answer.out.contains(counted), "{}", answer.out);
    assert!(answer.out.contains("7 objectives: 7 new"), "{}", answer.out);
    for said in ["92.4 % arrives as 0.924", "--percent readings=yes", "--no-figure none", "L5 'see mail'"] {
        assert!(answer.err.contains(said), "{said} is not said: {}", answer.err);
    }
    assert_eq!(desk.json(&["status"]).as_array().map(Vec::len), Some(0), "nothing is written");
}

#[test]
fn answered_it_comes_in_once_with_a_status_on_every_row() {
    let desk = desk();
    desk.ok(ANSWERED);
    let status = desk.json(&["status", "--as-of", "2026-11-23"]);
    let rows = status.as_array().expect("an array");
    assert_eq!(rows.len(), 7);
    for row in rows {
        let word = row["status"].as_str().unwrap_or_default();
        assert!(!["draft", "not_started", "unknown", ""].contains(&word), "{row}");
    }
    let shown = desk.json(&["show", "O1"]).to_string();
    assert!(shown.contains("4 fixes wait on two unsupported hosts"), "a comment is a meaning: {shown}");
    let again = desk.ok(ANSWERED);
    assert!(again.contains("7 objectives: 7 unchanged"), "{again}");
    desk.ok(&["verify"]);
}

#[test]
fn a_slipped_point_is_named_before_anything_is_written() {
    let desk = Desk::new();
    let sheet = "Code;Objective;Owner;Target;Unit;Freq.;2025-06;2025-07;2025-08\n\
                 A-1;Training done;A. Novak;>= 95 %;%;monthly;92,5;1.234;93,5\n";
    desk.write("k.csv", sheet);
    let said = desk.run(&["import", "sheet", "k.csv", "--dry-run"]).err;
    let second_look = "worth a second look: A-1 on 2025-07-31: 1234 is far from the last value, 92.5, \
                       1234 % lies outside of 0 to 100 %\n";
    assert!(said.contains(second_look), "{said}");
    assert!(said.contains("`Freq.` means frequency"), "{said}");
}
