//! What an objective looked like on a day, from its versions.

use super::sample::*;
use sixtwo::domain::objective::{Baseline, Closing, ClosingOutcome, Definition, Kind, Lifecycle, Objective};
use sixtwo::domain::period::Date;
use sixtwo::domain::version::{Version, objective_as_known};

fn known(versions: &[Version], as_of: &str) -> Option<Objective> {
    objective_as_known("HR-2", versions.to_vec(), None, vec![], vec![], day(as_of))
}

fn recorded(number: u32, on: &str, target: &str) -> Version {
    let definition = Definition { target: target.parse().ok(), ..definition() };
    Version { recorded_on: day(on), ..version(number, definition) }
}

fn reach(number: u32, on: &str, (baseline, target, due): (&str, &str, &str)) -> Version {
    let definition = Definition {
        kind: Kind::Reach,
        baseline: baseline.parse().ok().map(|value| Baseline { value, date: None, estimated: false }),
        target: target.parse().ok(),
        due: Some(day(due)),
        ..definition()
    };
    Version { recorded_on: day(on), ..version(number, definition) }
}

#[test]
fn only_what_was_in_force_counts() {
    let draft = Version { draft: true, ..recorded(2, "2026-03-01", "99") };
    let versions = [recorded(1, "2026-01-01", "95"), draft.clone(), recorded(3, "2026-05-01", "97")];
    let target = |as_of: &str| known(&versions, as_of).and_then(|o| o.definition.target).map(|t| t.to_string());
    assert_eq!(target("2025-12-31"), None);
    assert_eq!(target("2026-04-01").as_deref(), Some("95"));
    assert_eq!(target("2026-05-01").as_deref(), Some("97"));
    let waiting = known(&[draft], "2026-04-01").expect("a draft");
    assert_eq!((waiting.lifecycle, waiting.standards.len()), (Lifecycle::Draft, 1));
}

#[test]
fn standards_follow_changes_of_the_target_only() {
    let moved = Version { effective: Some(day("2026-07-01")), ..recorded(3, "2026-06-10", "97") };
    let mut reworded = recorded(2, "2026-02-01", "95");
    reworded.definition.title = "Another wording".to_owned();
    let objective = known(&[recorded(1, "2026-01-01", "95"), reworded, moved], "2026-06-10").expect("known");
    let standards: Vec<_> = objective.standards.iter().map(|s| (s.from, s.target.to_string())).collect();
    assert_eq!(standards, vec![(Date::MIN, "95".to_owned()), (day("2026-07-01"), "97".to_owned())]);
    assert!(objective.segments.is_empty(), "segments are for reach");
    assert_eq!(objective.definition.title, "Everyone is trained before access is given");
}

#[test]
fn a_moved_reach_objective_gets_a_segment() {
    let versions = [
        reach(1, "2026-01-01", ("10", "50", "2026-12-31")),
        Version { effective: Some(day("2026-07-01")), ..reach(2, "2026-06-10", ("30", "60", "2027-06-30")) },
        reach(3, "2026-08-01", ("30", "60", "2027-06-30")),
    ];
    let later = known(&versions, "2026-08-01").expect("known");
    assert_eq!(later.segments.len(), 1);
    let segment = &later.segments[0];
    assert_eq!((segment.from, segment.due), (day("2026-07-01"), day("2027-06-30")));
    assert_eq!((segment.baseline.to_string(), segment.target.to_string()), ("30".to_owned(), "60".to_owned()));
    let first_baseline = later.definition.baseline.map(|b| b.value.to_string());
    assert_eq!((first_baseline.as_deref(), later.definition.due), (Some("10"), Some(day("2027-06-30"))));
    let agreed = known(&versions, "2026-06-20").expect("known");
    assert_eq!((agreed.segments.len(), agreed.definition.due), (1, Some(day("2026-12-31"))), "not begun yet");
    let before = known(&versions, "2026-06-09").expect("known");
    assert_eq!((before.segments.len(), before.definition.due), (0, Some(day("2026-12-31"))));
}

#[test]
fn a_closing_ends_it_from_its_day_on() {
    let closing = |on: &str| Closing {
        retired_on: day(on),
        outcome: ClosingOutcome::Cancelled,
        reason: String::new(),
        successor: String::new(),
        by: String::new(),
        reference: String::new(),
    };
    for (retired_on, lifecycle) in [("2026-11-22", Lifecycle::Retired), ("2026-11-24", Lifecycle::InForce)] {
        let versions = [recorded(1, "2026-01-01", "95")];
        let objective =
            objective_as_known("HR-2", versions.to_vec(), Some(closing(retired_on)), vec![], vec![], day(TODAY));
        assert_eq!(objective.map(|o| o.lifecycle), Some(lifecycle));
    }
}
