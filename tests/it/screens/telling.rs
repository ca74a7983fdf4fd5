//! Every operation is told in words: no contract names, no bare numbers of rows.

use sixtwo::app::view::{HistoryQuery, Mark};
use sixtwo::app::{Command, NewReading};
use sixtwo::domain::objective::{ClosingOutcome, Definition};
use sixtwo::domain::topic::Topic;

use super::seat::{Seat, day, held};

#[test]
fn changes_approvals_and_closings_are_told_with_before_and_after() {
    let mut seat = Seat::with(&[("A-1", held("Access"))]);
    let row = seat.session.overview(Default::default()).expect("an overview").rows[0].clone();
    let changed = Definition {
        target: "97".parse().ok(),
        due: Some(day("2027-03-31")),
        collector: "L. Haug".to_owned(),
        ..row.objective.definition.clone()
    };
    seat.run(Command::EditObjective {
        code: "A-1".to_owned(),
        base: row.changed_seq,
        definition: Box::new(changed),
        reason: "the target was met all year".to_owned(),
        cause: None,
        series: None,
    });
    let newest = seat.session.history(&HistoryQuery::newest(1)).expect("history").remove(0);
    assert_eq!(
        newest.summary,
        "A-1: version 2 as a draft: target 95 % → 97 %; due 31 Mar 2026 → 31 Mar 2027; figures from L. Haug"
    );
    assert_eq!(newest.reason, "the target was met all year");
    let told: Vec<(&str, &str, &str)> =
        newest.differences.iter().map(|d| (d.field.as_str(), d.before.as_str(), d.after.as_str())).collect();
    assert!(told.contains(&("target", "95 %", "97 %")) && told.contains(&("figures from", "", "L. Haug")), "{told:?}");
    assert!(told.contains(&("due", "31 Mar 2026", "31 Mar 2027")) && told.len() == 3, "{told:?}");

    seat.run(Command::Retire {
        code: "A-1".to_owned(),
        on: day("2026-04-20"),
        outcome: ClosingOutcome::AchievedLate,
        reason: "done".to_owned(),
        successor: String::new(),
        by: "Board".to_owned(),
        reference: String::new(),
    });
    let newest = seat.session.history(&HistoryQuery::newest(1)).expect("history").remove(0);
    assert_eq!(newest.summary, "A-1: closed on 20 Apr 2026, achieved late by Board: done");
}

#[test]
fn a_value_taken_back_and_entered_anew_is_no_correction() {
    let mut seat = Seat::with(&[("A-1", held("Access"))]);
    seat.on("2025-05-04");
    let reading = |value: &str| {
        Command::RecordReading(Box::new(NewReading {
            code: "A-1".to_owned(),
            period: "2025-04".to_owned(),
            value: value.parse().ok(),
            ..NewReading::default()
        }))
    };
    let first = seat.run(reading("9")).seq;
    seat.run(Command::Undo { seq: None });
    seat.run(reading("96"));
    let corrected = HistoryQuery { sample: Some(sixtwo::app::view::Sample::Corrected), ..HistoryQuery::newest(9) };
    assert!(seat.session.history(&corrected).expect("history").is_empty());
    let readings = HistoryQuery { topic: Some(Topic::Reading), ..HistoryQuery::newest(9) };
    let told = seat.session.history(&readings).expect("history");
    assert_eq!(told.len(), 2);
    assert_eq!(told[1].seq, first);
    assert!(matches!(told[1].marks.as_slice(), [Mark::TakenBack(_), Mark::ClockSet]), "{:?}", told[1].marks);
    assert_eq!(told[0].summary, "A-1: reading of 30 Apr 2025: 96 %");
    let undo = HistoryQuery { topic: Some(Topic::Undo), ..HistoryQuery::newest(9) };
    let undone = seat.session.history(&undo).expect("history").remove(0);
    assert_eq!(undone.summary, format!("A-1: entry {first} taken back"));
    assert_eq!(undone.differences[0].before, "9 %");
    let meant = "A-1: reading of 30 Apr 2025: 96 %";
    assert_eq!(seat.run(Command::Undo { seq: None }).summary, format!("took back: {meant}"));
    assert_eq!(seat.run(Command::Redo).summary, format!("did again: {meant}"));
    assert_eq!(seat.run(Command::Undo { seq: None }).summary, format!("took back: {meant}"), "and of a chain as well");
}

#[test]
fn the_sample_register_is_told_without_names_of_columns() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sample.sixtwo");
    let env = sixtwo::app::Env {
        clock: sixtwo::app::Clock::set_to("2026-11-23").expect("a day"),
        actor: "M. Silva".to_owned(),
        os_user: "tester".to_owned(),
    };
    sixtwo::app::demo::build(&path, day("2026-11-23"), &env).expect("the sample is built");
    let mut session = sixtwo::app::Session::open(&path, sixtwo::app::Access::ReadOnly, env).expect("it opens");
    let told = session.history(&HistoryQuery::newest(usize::MAX)).expect("history");
    assert!(told.len() > 150);
    for entry in &told {
        let said = [entry.summary.clone()].into_iter().chain(entry.differences.iter().map(|d| d.field.clone()));
        for text in said {
            let named = text.split_whitespace().find(|word| word.contains('_') && !word.contains('/'));
            assert!(named.is_none(), "{}: {named:?} in {text}", entry.seq);
            assert!(!text.contains("null") && !text.contains("  "), "{}: {text}", entry.seq);
        }
        assert!(!entry.summary.ends_with(": ") && !entry.summary.is_empty(), "{}: {}", entry.seq, entry.summary);
    }
}
