//! A meeting on published figures: two objectives of the US Department of Health and Human Services, from their files.

use sixtwo::app::{ImportRequest, Source};

use crate::screens::seat::Seat;

const OBJECTIVES: &str = include_str!("../../cases/import/hhs-objectives.csv");
const READINGS: &str = include_str!("../../cases/import/hhs-readings.csv");

fn file(text: &str) -> ImportRequest {
    ImportRequest { name: "hhs.csv".to_owned(), source: Source::from(text), ..ImportRequest::default() }
}

/// What was typed and pressed for one item beside its text.
const KEYS_PER_ITEM: usize = 3;

#[test]
fn two_missed_objectives_are_decided_with_three_keys_each_and_the_minutes_hold_it() {
    let mut seat = Seat::with(&[]);
    seat.on("2022-10-20");
    assert!(!seat.session.import_objectives(file(OBJECTIVES)).expect("a usable file").stopped());
    assert!(!seat.session.import_readings(file(READINGS)).expect("a usable file").stopped());
    seat.on("2022-11-03").press("RASA lead; CISO<c-s>");
    let mut steps = 0;
    while !seat.text().contains("Meaning") {
        seat.press("<enter>");
        steps += 1;
        assert!(steps < 5, "{}", seat.text());
    }
    let answers = [("the last tests were harder", "e"), ("one system still waits", "c")];
    for (meaning, letter) in answers {
        let keys = ["<enter>", letter, "<enter>"];
        assert!(keys.len() <= KEYS_PER_ITEM);
        seat.press(meaning);
        for key in keys {
            seat.press(key);
        }
    }
    let review = seat.session.review(1).expect("the meeting");
    assert_eq!(review.decisions.len(), 2, "{}", seat.text());
    assert!(seat.text().contains("▸Changes to the list"), "{}", seat.text());
    seat.press("<enter>2022-12-01<enter><enter>");
    let minutes = seat.session.minutes(1).expect("the minutes");
    let said: Vec<(&str, &str)> = minutes.items.iter().map(|i| (i.code.as_str(), i.meaning.as_str())).collect();
    assert!(
        said.contains(&("HHS-3.3", "the last tests were harder"))
            || said.contains(&("HHS-3.5", "the last tests were harder")),
        "{said:?}"
    );
    assert_eq!(minutes.next_date.map(|day| day.to_string()).as_deref(), Some("2022-12-01"));
}
