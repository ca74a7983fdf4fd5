//! Intervals of meetings, and what is overdue, as a table.

use sixtwo::app::Command;
use sixtwo::app::view::Lens;
use sixtwo::domain::review::{Review, ReviewKind, calendar};

use super::room::*;

/// A closed meeting, or a planned one.
fn meeting(number: i64, kind: ReviewKind, date: &str, closed: bool, next: Option<&str>) -> Review {
    let moment = closed.then(|| format!("{date}T09:00:00Z"));
    let next_date = next.map(day);
    Review { started_at: moment.clone(), closed_at: moment, next_date, ..Review::planned(number, kind, day(date)) }
}

#[test]
fn the_next_one_and_the_days_it_is_overdue() {
    use ReviewKind::Management as M;
    let held = |next| meeting(1, M, "2026-01-15", true, next);
    let planned = |date| meeting(2, M, date, false, None);
    for (name, reviews, as_of, next, overdue) in [
        ("never held, young register", vec![], "2026-06-01", "2027-01-01", 0),
        ("never held, a year over", vec![], "2027-01-11", "2027-01-01", 10),
        ("by the interval", vec![held(None)], "2026-06-01", "2027-01-15", 0),
        ("by the interval, late", vec![held(None)], "2027-01-20", "2027-01-15", 5),
        ("as agreed", vec![held(Some("2026-07-01"))], "2026-06-01", "2026-07-01", 0),
        ("as agreed, late", vec![held(Some("2026-07-01"))], "2026-07-04", "2026-07-01", 3),
        (
            "planned counts before agreed",
            vec![held(Some("2026-07-01")), planned("2026-07-10")],
            "2026-07-04",
            "2026-07-10",
            0,
        ),
        ("planned past", vec![held(None), planned("2026-07-10")], "2026-07-12", "2026-07-10", 2),
        ("planned beyond the interval", vec![held(None), planned("2027-03-01")], "2027-01-20", "2027-03-01", 5),
        (
            "it runs",
            vec![held(None), Review { closed_at: None, ..meeting(2, M, "2027-01-20", true, None) }],
            "2027-01-20",
            "2027-01-15",
            0,
        ),
    ] {
        let entries = calendar(&reviews, |kind| if kind == M { 12 } else { 0 }, day("2026-01-01"), day(as_of));
        let entry = entries.into_iter().find(|entry| entry.kind == M).expect("management reviews");
        assert_eq!((entry.next, entry.days_overdue), (Some(day(next)), overdue), "{name}");
    }
}

#[test]
fn a_management_review_looks_at_every_objective() {
    let reviews = [
        meeting(1, ReviewKind::Objectives, "2026-01-15", true, Some("2026-02-15")),
        meeting(2, ReviewKind::Management, "2026-02-16", true, Some("2026-12-01")),
    ];
    let entries = calendar(&reviews, |_| 3, day("2026-01-01"), day("2026-05-20"));
    let objectives = &entries[0];
    assert_eq!((objectives.last, objectives.next), (Some((2, day("2026-02-16"))), Some(day("2026-05-16"))));
    assert_eq!(objectives.days_overdue, 4, "what was agreed for management reviews is no day for this one");
}

#[test]
fn the_interval_is_a_setting() {
    let mut desk = desk();
    first_meeting(&mut desk);
    desk.on("2026-04-20");
    let overdue = |desk: &mut Desk| {
        let entries = desk.session.meeting_calendar(Lens::default()).expect("the calendar");
        entries.into_iter().map(|entry| (entry.kind, entry.days_overdue)).collect::<Vec<_>>()
    };
    let expected = [(ReviewKind::Objectives, 11), (ReviewKind::Management, 0), (ReviewKind::AdHoc, 0)];
    assert_eq!(overdue(&mut desk), expected, "agreed for 9 April");
    let (name, value) = ("management_review_months".to_owned(), "2".to_owned());
    desk.run(Command::ChangeSetting { name, value, from: None }).expect("a setting");
    assert_eq!(overdue(&mut desk)[1], (ReviewKind::Management, 41), "since 10 January, at most two months");
    let held = Lens { as_of: Some(day("2026-03-20")), known_at: None };
    assert_eq!(desk.session.meeting_calendar(held).expect("the calendar")[0].days_overdue, 0);
}
