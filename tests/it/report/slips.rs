//! Slips and what improved, as tables of cases through the real rules.

use sixtwo::domain::improvement::{Course, developments};
use sixtwo::domain::objective::{Closing, ClosingOutcome, Direction, Lifecycle, Operator};
use sixtwo::domain::reading::DecisionKind;
use sixtwo::domain::slips::{End, Slip, slips};
use sixtwo::domain::snapshot::{FrozenObjective, Snapshot};

use super::fixture::{Made, day, frozen, number};

/// A share of at least 95 %, tolerated to 93 %, each month from November 2024 on.
fn monthly(values: &str) -> Made {
    Made::new("IT-2", "Patched in time", |d| {
        d.unit = "%".to_owned();
        d.direction = Some(Direction::Higher);
        d.target = Some(number("95"));
        d.warn = Some(number("93"));
    })
    .series(values)
}

fn objective(made: Made, as_of: &str) -> FrozenObjective {
    frozen(&[made], 1, as_of).objectives.remove(0)
}

/// `Dec 2024 to Feb 2025: 2 of 3, not met, ended Mar 2025`
fn told(slip: &Slip) -> String {
    let depth = if slip.tolerated { "close" } else { "not met" };
    let end = match &slip.end {
        End::MetAgain(period) => format!("met in {}", period.label),
        End::Closed(on) => format!("closed {on}"),
        End::NotMeasuredSince => "not measured since".to_owned(),
        End::Lasts => "lasts".to_owned(),
    };
    format!("{}: {} below, {} unknown, {depth}, {end}", slip.label(), slip.periods, slip.unknown)
}

#[test]
fn every_stretch_below_target_is_told_with_its_end() {
    let cases: [(&str, &[&str]); 8] = [
        ("96 97 95", &[]),
        ("96 92 96", &["Dec 2024: 1 below, 0 unknown, not met, met in Jan 2025"]),
        ("96 92 94 90 96 96", &["Dec 2024 to Feb 2025: 3 below, 0 unknown, not met, met in Mar 2025"]),
        ("96 94 96", &["Dec 2024: 1 below, 0 unknown, close, met in Jan 2025"]),
        ("96 92 ? 92 96", &["Dec 2024 to Feb 2025: 2 below, 1 unknown, not met, met in Mar 2025"]),
        ("96 0/0 92 0/0 96", &["Jan 2025: 1 below, 0 unknown, not met, met in Mar 2025"]),
        (
            "92 96 91",
            &["Nov 2024: 1 below, 0 unknown, not met, met in Dec 2024", "Jan 2025: 1 below, 0 unknown, not met, lasts"],
        ),
        ("96 92 ? ?", &["Dec 2024: 1 below, 0 unknown, not met, not measured since"]),
    ];
    for (values, expected) in cases {
        let months = values.split_whitespace().count() as u32;
        let as_of = day("2024-11-20") + chrono::Months::new(months);
        let frozen = objective(monthly(values), &as_of.to_string());
        let slips = slips(&frozen, day("2020-01-01"));
        assert_eq!(slips.iter().map(told).collect::<Vec<_>>(), expected, "{values}");
    }
}

#[test]
fn only_stretches_that_touch_the_time_asked_for_are_told() {
    let frozen = objective(monthly("92 96 91 96"), "2025-03-20");
    let since = |from| slips(&frozen, day(from)).iter().map(Slip::label).collect::<Vec<_>>();
    assert_eq!(since("2025-01-15"), ["Jan 2025"]);
    assert!(since("2025-02-15").is_empty());
}

#[test]
fn decisions_taken_while_it_lasted_belong_to_it_oldest_first() {
    let made = monthly("96 92 91 96 96")
        .decided("2024-12-05", DecisionKind::Continue, "before", "2024-11-30")
        .decided("2025-01-10", DecisionKind::Act, "weekend window", "2024-12-31")
        .decided("2025-02-10", DecisionKind::Escalate, "money for hosts", "2025-01-31")
        .decided("2025-04-10", DecisionKind::Continue, "after", "2025-03-31");
    let frozen = objective(made, "2025-04-20");
    let slips = slips(&frozen, day("2020-01-01"));
    assert_eq!(slips.len(), 1);
    let texts: Vec<&str> = slips[0].decisions.iter().map(|decision| decision.text.as_str()).collect();
    assert_eq!(texts, ["weekend window", "money for hosts"]);
}

#[test]
fn a_slip_of_a_closed_objective_ends_with_its_closing() {
    let mut made = monthly("96 92 91");
    made.objective.lifecycle = Lifecycle::Retired;
    made.objective.closing = Some(closed(ClosingOutcome::Missed, "2025-02-10"));
    let frozen = objective(made, "2025-03-20");
    assert_eq!(slips(&frozen, day("2020-01-01"))[0].end, End::Closed(day("2025-02-10")));
}

fn closed(outcome: ClosingOutcome, on: &str) -> Closing {
    Closing {
        outcome,
        retired_on: day(on),
        reason: "replaced".to_owned(),
        successor: String::new(),
        by: "M. Berg".to_owned(),
        reference: String::new(),
    }
}

fn snapshot(made: Vec<Made>, as_of: &str) -> Snapshot {
    frozen(&made, 1, as_of)
}

#[test]
fn an_objective_is_compared_with_its_own_first_value_alone() {
    let lower = |made: Made| {
        let mut made = made;
        made.objective.definition.direction = Some(Direction::Lower);
        made.objective.definition.operator = Some(Operator::AtMost);
        made
    };
    let cases: [(Made, Course); 6] = [
        (monthly("90 92 96"), Course::Better),
        (monthly("96 92 90"), Course::Worse),
        (monthly("96 92 96"), Course::Same),
        (lower(monthly("96 92 90")), Course::Better),
        (monthly("96"), Course::Unknown),
        (monthly("0/0 96 0/0"), Course::Unknown),
    ];
    for (at, (made, course)) in cases.into_iter().enumerate() {
        let snapshot = snapshot(vec![made], "2025-02-20");
        assert_eq!(developments(&snapshot)[0].course, course, "case {at}");
    }
}

#[test]
fn figures_that_mean_something_else_are_not_compared() {
    let mut snapshot = snapshot(vec![monthly("10 12 96 97")], "2025-03-20");
    snapshot.objectives[0].breaks = vec![day("2025-01-01")];
    let developments = developments(&snapshot);
    let (first, newest) = developments[0].values.expect("two values are left");
    assert_eq!((first.label.as_str(), newest.label.as_str()), ("Jan 2025", "Feb 2025"));
    assert_eq!(developments[0].anew_since, Some(day("2025-01-01")));
}

#[test]
fn closed_objectives_stand_first_and_those_closed_before_the_cycle_are_left_out() {
    let mut achieved = monthly("90 96");
    achieved.objective.lifecycle = Lifecycle::Retired;
    achieved.objective.closing = Some(closed(ClosingOutcome::Achieved, "2025-02-01"));
    let mut old = monthly("90 96");
    old.objective.code = "OLD-1".to_owned();
    old.objective.lifecycle = Lifecycle::Retired;
    old.objective.closing = Some(closed(ClosingOutcome::Cancelled, "2025-02-01"));
    let mut running = monthly("90 96");
    running.objective.code = "IT-9".to_owned();
    let mut snapshot = snapshot(vec![running, achieved, old], "2025-03-20");
    let at = snapshot.objectives.iter().position(|o| o.code == "OLD-1").expect("it is there");
    snapshot.objectives[at].retired_on = Some(day("2022-02-01"));
    let told: Vec<(&str, Option<ClosingOutcome>)> =
        developments(&snapshot).iter().map(|d| (d.objective.code.as_str(), d.ended)).collect();
    assert_eq!(told, [("IT-2", Some(ClosingOutcome::Achieved)), ("IT-9", None)]);
}
