//! Two lists compared, and two versions field by field.

use sixtwo::domain::approval::{changed_fields, field_names};
use sixtwo::domain::difference::{asks_for_series, between, said, shown};
use sixtwo::domain::edition::{Fate, Member, Past, compare};
use sixtwo::domain::objective::{
    Baseline, Closing, ClosingOutcome, Criterion, Definition, Direction, Kind, Level, Link, Operator,
};
use sixtwo::domain::period::{Date, Frequency, parse_iso_date};
use sixtwo::domain::target::Waypoint;
use sixtwo::domain::version::Version;
use sixtwo::domain::words;

fn day(text: &str) -> Date {
    parse_iso_date(text).expect("a date")
}

/// A definition that says something in every field.
fn full() -> Definition {
    Definition {
        kind: Kind::Reach,
        level: Some(Level::Function),
        function: "HR".to_owned(),
        parent: "SEC-1".to_owned(),
        owner: "A. Novak".to_owned(),
        metric: "mean hours".to_owned(),
        formula: "mean of the month".to_owned(),
        data_source: "identity platform".to_owned(),
        unit: "h".to_owned(),
        direction: Some(Direction::Lower),
        operator: Some(Operator::Under),
        baseline: Some(Baseline { value: "72".parse().expect("72"), date: Some(day("2026-01-01")), estimated: true }),
        target: "24".parse().ok(),
        target_high: "30".parse().ok(),
        warn: "28".parse().ok(),
        floor: "90".parse().ok(),
        required_met: Some(10),
        frequency: Frequency::Q,
        grace_days: Some(12),
        fiscal_year_start: Some(4),
        due: Some(day("2026-12-31")),
        waypoints: vec![Waypoint { date: day("2026-06-30"), value: "48".parse().expect("48") }],
        criteria: vec![Criterion { text: "design signed".to_owned(), planned: Some(day("2026-03-31")) }],
        what: "a feed".to_owned(),
        resources: "20 days".to_owned(),
        how_evaluated: "by the monthly review".to_owned(),
        evaluator: "M. Silva".to_owned(),
        collector: "service desk".to_owned(),
        metric_owner: "M. Silva".to_owned(),
        why_target: "one working day".to_owned(),
        links: vec![Link { kind: "risk".to_owned(), reference: "R-7".to_owned(), because: "leavers".to_owned() }],
        tags: vec!["DORA 6(8)".to_owned()],
        population: "all leavers".to_owned(),
        cascade_note: "one team".to_owned(),
        review_on: Some(day("2026-09-30")),
        granted: "15 days".to_owned(),
        granted_by: "the board".to_owned(),
        granted_on: Some(day("2026-01-12")),
        spent: "3 days".to_owned(),
        ..Definition::titled("Leaver access revoked", day("2026-02-01"))
    }
}

#[test]
fn every_field_has_a_name_and_a_text() {
    let full = full();
    for field in field_names() {
        assert!(!shown(&full, field).is_empty(), "{field} is shown as nothing");
        assert_ne!(words::field(field), field, "{field} has no name people read");
    }
    assert_eq!(said(&full).len(), field_names().count());
}

#[test]
fn every_changed_field_is_among_the_differences() {
    let (before, after) = (Definition::titled("Another", day("2026-01-01")), full());
    let changes = between(&before, &after);
    assert_eq!(changes.len(), changed_fields(&before, &after).len());
    assert_eq!(changes.len(), field_names().count(), "the two differ in every field");
    assert!(changes.iter().all(|change| change.before != change.after), "{changes:?}");
    assert!(changes.is_sorted_by_key(|change| !change.needs_approval()), "what needs approval stands first");
    assert!(between(&after, &after).is_empty());
}

#[test]
fn a_difference_is_told_in_one_sentence() {
    let before = full();
    let after = Definition { due: Some(day("2027-01-31")), resources: String::new(), ..full() };
    let sentences: Vec<String> = between(&before, &after).iter().map(|change| change.sentence()).collect();
    assert_eq!(sentences, ["Due was 2026-12-31, is 2027-01-31", "Needs was 20 days, is empty now"]);
    let sentences: Vec<String> = between(&after, &before).iter().map(|change| change.sentence()).collect();
    assert_eq!(sentences[1], "Needs is now 20 days");
}

#[test]
fn a_redefined_metric_asks_what_that_means_for_the_series() {
    let asks = |change: fn(&mut Definition)| {
        let mut after = full();
        change(&mut after);
        asks_for_series(&between(&full(), &after))
    };
    assert!(asks(|d| d.formula = "median".to_owned()));
    assert!(asks(|d| d.unit = "days".to_owned()));
    assert!(asks(|d| d.data_source = "service desk".to_owned()));
    assert!(asks(|d| d.metric = "median hours".to_owned()));
    assert!(!asks(|d| d.target = "20".parse().ok()));
    assert!(!asks(|d| d.owner = "K. Lind".to_owned()));
}

/// Versions 1 to 3 of one objective: written, another target, other words.
fn versions() -> Vec<Version> {
    let first = Version { reason: "first".to_owned(), ..Version::draft(1, day("2026-01-01"), full()) };
    let target = Definition { target: "20".parse().ok(), ..full() };
    let second =
        Version { reason: "the feed is daily".to_owned(), ..Version::draft(2, day("2026-02-01"), target.clone()) };
    let words = Definition { title: "Leaver access off".to_owned(), ..target };
    let third = Version { reason: "the feed is daily".to_owned(), ..Version::draft(3, day("2026-03-01"), words) };
    vec![first, second, third]
}

fn list(numbers: &[(&str, u32)]) -> Vec<Member> {
    numbers.iter().map(|(code, version)| Member { code: (*code).to_owned(), version: *version }).collect()
}

#[test]
fn what_became_of_each_objective() {
    let versions = versions();
    let closing = Closing {
        retired_on: day("2026-03-01"),
        outcome: ClosingOutcome::Superseded,
        reason: "measured elsewhere".to_owned(),
        successor: "HR-9".to_owned(),
        by: String::new(),
        reference: String::new(),
    };
    let pasts = [Past { code: "HR-2", versions: &versions, closing: Some(&closing) }];
    type Listed<'a> = &'a [(&'a str, u32)];
    let cases: [(Listed, Listed, Fate, &[&str]); 6] = [
        (&[], &[("HR-2", 1)], Fate::Added, &["first"]),
        (&[("HR-2", 2)], &[], Fate::Retired, &["superseded by HR-9: measured elsewhere"]),
        (&[("HR-2", 1)], &[("HR-2", 2)], Fate::Retargeted, &["the feed is daily"]),
        (&[("HR-2", 1)], &[("HR-2", 3)], Fate::Retargeted, &["the feed is daily"]),
        (&[("HR-2", 2)], &[("HR-2", 3)], Fate::Reworded, &["the feed is daily"]),
        (&[("HR-2", 3)], &[("HR-2", 3)], Fate::Unchanged, &[]),
    ];
    for (before, after, fate, reasons) in cases {
        let lines = compare(&list(before), &list(after), &pasts);
        assert_eq!(lines.len(), 1, "{before:?} {after:?}");
        assert_eq!(
            (lines[0].fate, lines[0].reasons.as_slice()),
            (fate, reasons.iter().map(|r| (*r).to_owned()).collect::<Vec<_>>().as_slice())
        );
    }
}

#[test]
fn lists_are_compared_in_a_steady_order() {
    let versions = versions();
    let pasts: Vec<Past<'_>> =
        ["A-1", "B-1", "C-1", "D-1"].map(|code| Past { code, versions: &versions, closing: None }).into();
    let before = list(&[("D-1", 1), ("C-1", 1), ("B-1", 1)]);
    let after = list(&[("C-1", 2), ("D-1", 1), ("A-1", 1)]);
    let fates: Vec<(String, Fate)> =
        compare(&before, &after, &pasts).into_iter().map(|line| (line.code, line.fate)).collect();
    let expected = [("A-1", Fate::Added), ("B-1", Fate::Retired), ("C-1", Fate::Retargeted), ("D-1", Fate::Unchanged)];
    assert_eq!(fates, expected.map(|(code, fate)| (code.to_owned(), fate)));
}
