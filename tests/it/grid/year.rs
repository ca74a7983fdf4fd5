//! A year through the app: rows under their parents, lateness and corrections, the past as it was known, several
//! readings in one step.

use sixtwo::app::view::{KnownAt, Lens};
use sixtwo::app::{Command, NewReading, RefusalKind};
use sixtwo::domain::grid::{Mark, State};
use sixtwo::domain::objective::Definition;

use super::desk::{Desk, day, held, twenty};

fn new(code: &str, on: &str, value: &str) -> NewReading {
    NewReading { code: code.to_owned(), period: on.to_owned(), value: value.parse().ok(), ..NewReading::default() }
}

#[test]
fn the_sample_stands_by_families_with_one_state_per_period() {
    let mut desk = Desk::sample("2026-11-23T09:00:00Z", (120, 36));
    let grid = desk.session.grid(day("2026-10-31"), Lens::default()).expect("a grid");
    assert_eq!(grid.year_label(), "2026");
    assert_eq!(grid.months.len(), 12);
    let told: Vec<(String, usize)> = grid.rows.iter().map(|row| (row.code().to_owned(), row.depth)).collect();
    let place = |code: &str| told.iter().position(|(other, _)| other == code).expect("a row");
    assert_eq!(told[place("IT-2")].1, 1, "a contribution stands one step in");
    assert!(place("SEC-2") < place("IT-2") && place("IT-2") < place("SEC-3"), "under its parent: {told:?}");
    assert!(grid.rows[place("SEC-2")].apart, "a family stands apart");
    let cell = |code: &str, on: &str| grid.rows[place(code)].on(day(on)).expect("a period").clone();
    assert_eq!(cell("IT-2", "2026-10-31").cell.state, State::NotMet);
    assert_eq!(cell("IT-2", "2026-10-31").reading.expect("it is in").value.as_typed(), "43/47");
    assert_eq!(cell("HR-1", "2026-07-31").cell.mark, Some(Mark::Corrected));
    assert_eq!(cell("ENG-1", "2026-05-31").cell.mark, Some(Mark::Late));
    assert_eq!(cell("HR-1", "2026-04-30").cell.state, State::NoneToCount);
    assert_eq!(cell("OPS-1", "2026-09-30").cell.state, State::Missing);
    assert_eq!(cell("HR-3", "2026-09-30").cell.state, State::OnPace);
    assert_eq!(cell("SEC-4", "2026-10-31").cell.fulfilled, Some(2));
    assert!(grid.rows.iter().all(|row| !row.cells.is_empty()), "every row has its periods");
    let quarters = &grid.rows[place("IT-1")].cells;
    assert_eq!(quarters.len(), 4, "a quarter is one cell");
}

#[test]
fn the_past_is_shown_as_it_was_known() {
    let mut desk = Desk::with(&[("A-1".to_owned(), held("Access"))]);
    desk.run(Command::RecordReading(Box::new(new("A-1", "2026-09", "96"))));
    let then = Lens { as_of: Some(day("2026-10-20")), known_at: Some(KnownAt::Day(day("2026-10-20"))) };
    let state = |desk: &mut Desk, lens| {
        let grid = desk.session.grid(day("2026-09-30"), lens).expect("a grid");
        grid.rows[0].on(day("2026-09-30")).expect("September").cell.state
    };
    assert_eq!(state(&mut desk, Lens::default()), State::Met);
    assert_eq!(state(&mut desk, then), State::Missing);
}

#[test]
fn another_year_holds_only_what_was_in_force_in_it() {
    let mut desk = Desk::with(&[
        ("A-1".to_owned(), held("Access")),
        ("B-1".to_owned(), Definition { parent: "A-1".to_owned(), ..held("Backups") }),
    ]);
    let create = Command::CreateObjective { code: "D-1".to_owned(), definition: Box::new(held("A draft")) };
    desk.run(create);
    let grid = desk.session.grid(day("2026-10-31"), Lens::default()).expect("a grid");
    let codes: Vec<&str> = grid.rows.iter().map(|row| row.code()).collect();
    assert_eq!(codes, ["A-1", "B-1"], "a draft is not there yet");
    let before = desk.session.grid(day("2025-06-30"), Lens::default()).expect("a grid");
    let states: Vec<State> = before.rows[0].cells.iter().map(|cell| cell.cell.state).collect();
    assert!(states.iter().all(|state| *state == State::NotExpected), "{states:?}");
}

#[test]
fn several_readings_are_one_step_that_is_taken_back_at_once() {
    let mut desk = Desk::with(&twenty());
    let entries = desk.entries();
    let all: Vec<NewReading> = (1..=20).map(|n| new(&format!("M-{n:02}"), "2026-10", "96")).collect();
    let outcome = desk.session.run(Command::RecordReadings(all)).expect("recorded");
    assert_eq!(outcome.summary, "20 readings of 20 objectives");
    assert!(outcome.undoable);
    assert_eq!(desk.entries(), entries + 1, "one operation");
    assert_eq!(desk.value("M-20", "2026-10-31").0, "96");
    desk.run(Command::Undo { seq: None });
    for code in ["M-01", "M-20"] {
        assert_eq!(desk.value(code, "2026-10-31").0, "", "{code}");
    }
    desk.run(Command::Redo);
    assert_eq!(desk.value("M-07", "2026-10-31").0, "96");
}

#[test]
fn one_refusal_leaves_all_of_them_out_and_names_the_objective() {
    let mut desk = Desk::with(&twenty());
    let entries = desk.entries();
    let all = vec![new("M-01", "2026-10", "96"), new("M-02", "2026-12", "96")];
    let refusal = desk.session.run(Command::RecordReadings(all)).expect_err("December lies ahead");
    assert_eq!(refusal.kind, RefusalKind::Invalid);
    assert!(refusal.to_string().contains("M-02"), "{refusal}");
    assert_eq!(desk.entries(), entries);
    assert_eq!(desk.value("M-01", "2026-10-31").0, "");
    let stale = NewReading { base: Some(0), ..new("M-01", "2026-10", "97") };
    desk.run(Command::RecordReading(Box::new(new("M-01", "2026-10", "96"))));
    let refusal = desk.session.run(Command::RecordReadings(vec![stale])).expect_err("it was seen empty");
    assert_eq!(refusal.kind, RefusalKind::Conflict);
    assert!(desk.session.run(Command::RecordReadings(Vec::new())).is_err(), "nothing is no step");
}
