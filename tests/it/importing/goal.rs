//! The goal: a messy workbook of 24 months is in, every row has a status, and nobody typed a figure again.

use sixtwo::app::Command;
use sixtwo::app::import::draft::{Answer, Choice, Draft};
use sixtwo::app::view::Lens;
use sixtwo::domain::status::Status;

use super::seat::Seat;
use super::workbook::messy;

/// From home to the sheet's check: the file, the sheet, the header row, the columns, then the questions.
const TO_CHECK: &str = "<enter><enter><enter><enter>11";

/// Somebody with the messy workbook, at the check.
pub fn at_check(width: u16, height: u16) -> Seat {
    let mut seat = Seat::new(width, height);
    seat.file("objectives.xlsx", &messy()).at_files();
    seat.keys = 0;
    seat.press(TO_CHECK);
    seat
}

#[test]
fn the_messy_workbook_is_in_and_every_row_has_a_status() {
    let mut seat = at_check(120, 36);
    let typed = ["91", "41", "95"];
    for (cell, value) in ["L5 ‘see mail’", "O6 ‘~ 41’", "H11 ‘tbd’"].iter().zip(typed) {
        assert!(seat.line_with("▸✗").contains(cell), "{cell} is not next:\n{}", seat.text());
        seat.types(value).press("<enter>");
    }
    assert!(seat.text().contains("Go on: nothing is refused"), "{}", seat.text());
    seat.press("<enter>").types("Management review").press("<enter>").types("12.1.2026").press("<enter><enter>");
    assert!(seat.text().contains("approved on 12 Jan 2026 by Management review"), "{}", seat.text());
    assert_eq!(seat.session.overview(Lens::default()).expect("an overview").rows.len(), 0, "nothing is in before");
    seat.press("<enter>");
    let overview = seat.session.overview(Lens::default()).expect("an overview");
    assert_eq!(overview.rows.len(), 7);
    for row in &overview.rows {
        let status = row.judgement.status;
        let judged = !matches!(status, Status::Draft | Status::NotStarted | Status::Unknown);
        assert!(judged, "{} has no status but {status:?}", row.code());
    }
    let readings: usize = overview
        .rows
        .iter()
        .map(|row| seat.session.dossier(row.code(), Lens::default()).expect("in full").readings.len())
        .sum();
    assert_eq!(readings, 154, "{}", seat.text());
    let dossier = seat.session.dossier("O1", Lens::default()).expect("in full");
    let meant = dossier.readings.iter().filter(|reading| !reading.evaluation.is_empty());
    assert_eq!(
        meant.map(|reading| reading.evaluation.as_str()).collect::<Vec<_>>(),
        ["4 fixes wait on two unsupported hosts"]
    );
    // Ten minutes would be 300 keys at one in two seconds; three cells were typed, and who approved it when.
    assert!(seat.keys < 60, "{} keys", seat.keys);
}

#[test]
fn one_key_takes_everything_back() {
    let mut seat = at_check(120, 36);
    seat.press("g<enter><enter><enter>");
    assert_eq!(seat.session.overview(Lens::default()).expect("an overview").rows.len(), 7, "{}", seat.text());
    assert!(seat.text().contains("It is in"), "{}", seat.text());
    seat.press("u");
    assert_eq!(seat.session.overview(Lens::default()).expect("an overview").rows.len(), 0, "{}", seat.text());
    assert!(seat.text().contains("What becomes of it"), "{}", seat.text());
    seat.press("g<enter><enter><enter>");
    assert_eq!(seat.session.overview(Lens::default()).expect("an overview").rows.len(), 7, "{}", seat.text());
}

#[test]
fn what_was_taken_back_can_be_done_again_and_the_file_stays_sound() {
    let mut seat = at_check(120, 36);
    seat.press("g<enter><enter><enter>u");
    seat.session.run(Command::Redo).expect("done again");
    let overview = seat.session.overview(Lens::default()).expect("an overview");
    assert_eq!(overview.rows.iter().map(|row| row.code()).collect::<std::collections::BTreeSet<_>>().len(), 7);
    let readings = seat.session.dossier("O3", Lens::default()).expect("in full").readings;
    assert_eq!(readings.iter().filter(|reading| reading.voided_seq.is_none()).count(), 22);
    let report = seat.session.verify(false).expect("a check");
    assert_eq!(report.findings, Vec::<String>::new());
}

#[test]
fn refused_cells_are_left_out_only_when_somebody_says_so() {
    let mut seat = at_check(120, 36);
    seat.press("g<enter><enter>");
    assert!(seat.text().contains("3 refused cells are left out"), "{}", seat.text());
    assert!(seat.text().contains("no approval is recorded"), "{}", seat.text());
}

#[test]
fn a_step_back_keeps_answers_and_corrections() {
    let mut seat = at_check(120, 36);
    seat.types("91").press("<enter>").press("<esc><esc><esc><esc>");
    assert!(seat.text().contains("▸ Sheet"), "{}", seat.text());
    seat.press("<enter><enter><enter>");
    assert!(seat.line_with("1  yes").contains("answered"), "{}", seat.text());
    seat.press("<enter><enter>");
    assert!(seat.line_with("▸✗").contains("O6"), "{}", seat.text());
}

#[test]
fn leaving_with_answers_asks_once() {
    let mut seat = at_check(120, 36);
    seat.press("<esc><esc><esc><esc><esc><esc><esc>");
    assert!(seat.text().contains("nothing was written yet"), "{}", seat.text());
    seat.press("<esc>");
    assert!(!seat.text().contains("Choose the spreadsheet"), "{}", seat.text());
}

#[test]
fn what_would_become_of_a_text_is_said_while_it_is_typed() {
    let mut seat = at_check(120, 36);
    seat.types("91");
    assert!(seat.line_with("Becomes").contains("91 % for Jul 2025"), "{}", seat.text());
    seat.press("x");
    assert!(seat.line_with("Becomes").contains("refused"), "{}", seat.text());
    seat.press("<esc>");
    assert!(seat.line_with("Becomes").contains("`see mail` is not a number"), "{}", seat.text());
}

#[test]
fn a_column_is_read_as_something_else_by_typing_its_name() {
    let mut seat = Seat::new(120, 36);
    seat.file("objectives.xlsx", &messy()).at_files().press("<enter><enter><enter>");
    seat.press("c").types("resour");
    assert!(seat.text().contains("is read as"), "{}", seat.text());
    assert!(seat.line_with("▸resources").contains("resources"), "{}", seat.text());
    seat.press("<enter>");
    assert!(seat.line_with("A  No.").contains("resources"), "{}", seat.text());
    seat.press("c").types("left out").press("<enter>");
    assert!(seat.line_with("A  No.").contains("left out"), "{}", seat.text());
}

#[test]
fn a_row_is_left_out_and_taken_in_again() {
    let mut seat = at_check(120, 36);
    seat.press("<end>");
    seat.press("<up> ");
    assert!(seat.text().contains("6 objectives: 6 new"), "{}", seat.text());
    seat.press(" ");
    assert!(seat.text().contains("7 objectives: 7 new"), "{}", seat.text());
}

#[test]
fn a_file_that_is_none_is_refused_with_its_reason() {
    let mut seat = Seat::new(100, 30);
    seat.file("broken.xlsx", b"PK\x03\x04 no archive at all").at_files().press("<enter>");
    assert!(seat.line_with("✗").contains("damaged"), "{}", seat.text());
    assert!(seat.text().contains("Choose the spreadsheet"), "{}", seat.text());
}

#[test]
fn the_screen_says_what_the_headless_preview_says() {
    let mut seat = at_check(200, 60);
    let draft = seat.session.look_at(&seat.path("objectives.xlsx")).expect("a workbook");
    let asked: Vec<_> = draft.questions().iter().map(|question| question.ask).collect();
    let yes = |draft: Draft, ask| draft.with(Choice::Answer(ask, Some(Answer::Yes))).expect("an answer");
    let draft = asked.into_iter().fold(draft, yes);
    let preview = seat.session.preview_of(&draft).expect("a preview");
    assert!(seat.text().contains(&preview.sentence()), "{}\n{}", preview.sentence(), seat.text());
    assert!(seat.text().contains(&preview.objectives_sentence()), "{}", seat.text());
    for refused in &preview.refused {
        let shown = seat.line_with(&format!("{} ‘{}’", refused.at, refused.content));
        assert!(shown.contains(&refused.reason), "{}: {shown}", refused.reason);
    }
    assert_eq!(preview.refused.len(), 3);
}

#[test]
fn another_sheet_is_in_sight_while_it_is_chosen() {
    let mut seat = Seat::new(120, 36);
    seat.file("objectives.xlsx", &messy()).at_files().press("<enter>");
    assert!(seat.text().contains("Critical vulnerabilities"), "{}", seat.text());
    seat.press("<up>");
    assert!(seat.text().contains("Please update by the 5th"), "{}", seat.text());
    seat.press("<down><enter>");
    assert!(seat.text().contains("Go on: row 4 names the columns"), "{}", seat.text());
}
