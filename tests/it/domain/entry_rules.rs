//! What an entry may say.

use sixtwo::domain::accept::accept;
use sixtwo::domain::check::{code, contradictions, missing_to_approve, unusual};
use sixtwo::domain::objective::{
    Baseline, Closing, ClosingOutcome, Criterion, Definition, Direction, Kind, Lifecycle, Objective, Operator,
};
use sixtwo::domain::period::{Date, FiscalCalendar, Frequency, parse_iso_date};
use sixtwo::domain::plan::plan_answers;
use sixtwo::domain::quantity::Decimal;
use sixtwo::domain::register::Rules;
use sixtwo::domain::target::{Standard, Waypoint};

fn date(text: &str) -> Date {
    parse_iso_date(text).expect("a date")
}

fn number(text: &str) -> Option<Decimal> {
    Some(text.parse().expect("a number"))
}

fn draft() -> Definition {
    Definition::titled("Patch in time", date("2026-01-01"))
}

fn share() -> Definition {
    let (unit, direction) = ("%".to_owned(), Some(Direction::Higher));
    Definition { unit, direction, target: number("95"), frequency: Frequency::Q, ..draft() }
}

fn reach() -> Definition {
    let baseline = Some(Baseline { value: "72".parse().expect("a number"), date: None, estimated: false });
    let (kind, direction) = (Kind::Reach, Some(Direction::Lower));
    Definition { kind, direction, baseline, target: number("24"), due: Some(date("2026-09-30")), ..draft() }
}

/// `field: message` of everything a definition contradicts itself in.
fn refused(definition: Definition) -> Vec<String> {
    let problems = contradictions(&definition, FiscalCalendar::default());
    problems.into_iter().map(|p| format!("{}: {}", p.field, p.message)).collect()
}

fn lacking(definition: &Definition) -> Vec<&'static str> {
    missing_to_approve(definition).into_iter().map(|p| p.field).collect()
}

#[test]
fn a_title_is_enough_for_a_draft() {
    assert_eq!(refused(draft()), [""; 0]);
    assert_eq!(refused(Definition { title: " ".to_owned(), ..draft() }), ["title: an objective needs a title"]);
}

#[test]
fn sound_definitions_pass() {
    for sound in [share(), reach()] {
        assert_eq!(lacking(&sound), [""; 0]);
        assert!(unusual(&sound).is_empty());
        assert_eq!(refused(sound), [""; 0]);
    }
}

#[test]
fn contradictions_are_named_with_their_field() {
    let first = |definition: Definition| refused(definition).into_iter().next().unwrap_or_default();
    let range = || Definition { direction: Some(Direction::Range), target: number("5"), ..share() };
    let with_waypoint = |day: &str| {
        let value = "40".parse().expect("a number");
        Definition { waypoints: vec![Waypoint { date: date(day), value }], warn: number("3"), ..reach() }
    };
    assert_eq!(
        first(Definition { operator: Some(Operator::Under), ..share() }),
        "operator: < contradicts that higher is better"
    );
    assert_eq!(
        first(Definition { due: Some(date("2025-12-31")), ..share() }),
        "due: due 31 Dec 2025 lies before the start 1 Jan 2026"
    );
    assert_eq!(
        first(Definition { start: date("2026-02-10"), due: Some(date("2026-05-15")), ..share() }),
        "due: not one full quarter lies between 10 Feb 2026 and 15 May 2026"
    );
    assert_eq!(
        first(Definition { due: Some(date("2026-12-31")), required_met: Some(5), ..share() }),
        "required_met: 5 cannot be met: there are 4 quarters between 1 Jan 2026 and 31 Dec 2026"
    );
    assert!(first(Definition { warn: number("96"), ..share() }).starts_with("warn: "));
    assert!(first(Definition { warn: number("90"), floor: number("92"), ..share() }).starts_with("floor: "));
    assert!(first(Definition { target_high: number("4"), ..range() }).starts_with("target_high: "));
    assert!(first(Definition { target_high: number("15"), floor: number("10"), ..range() }).starts_with("floor: "));
    assert!(first(Definition { target_high: number("15"), warn: number("-1"), ..range() }).starts_with("warn: "));
    assert!(first(Definition { target: number("72"), ..reach() }).starts_with("baseline: "));
    let inside = Definition { direction: Some(Direction::Range), target: number("70"), ..reach() };
    assert!(first(Definition { target_high: number("80"), ..inside }).starts_with("baseline: "));
    assert_eq!(first(with_waypoint("2026-06-30")), "", "beside interim targets warn is a width");
    assert!(first(with_waypoint("2026-12-31")).starts_with("waypoints: "));
}

#[test]
fn putting_in_force_needs_what_the_rules_read() {
    assert_eq!(lacking(&draft()), ["target"]);
    assert_eq!(lacking(&Definition { direction: Some(Direction::Range), ..share() }), ["target_high"]);
    assert_eq!(lacking(&Definition { kind: Kind::Reach, ..draft() }), ["target", "due", "baseline"]);
    assert_eq!(lacking(&Definition { kind: Kind::Milestone, ..draft() }), ["criteria"]);
    let criteria = vec![Criterion { text: "signed".to_owned(), planned: None }];
    assert_eq!(lacking(&Definition { kind: Kind::Milestone, criteria, ..draft() }), [""; 0]);
}

#[test]
fn what_is_unusual_is_said_and_kept() {
    let fields = |definition: &Definition| unusual(definition).into_iter().map(|p| p.field).collect::<Vec<_>>();
    assert_eq!(fields(&Definition { target: number("950"), ..share() }), ["target"]);
    assert_eq!(fields(&Definition { required_met: Some(3), ..share() }), ["required_met"]);
    assert_eq!(fields(&Definition { target: number("80"), ..reach() }), ["baseline"]);
}

#[test]
fn codes_have_no_blanks() {
    assert_eq!(code("IT-2"), None);
    assert_eq!(code(&"ä".repeat(32)), None);
    assert!(code(&"a".repeat(33)).is_some() && code("IT 2").is_some() && code("IT\u{7}2").is_some());
}

#[test]
fn the_plan_names_what_is_missing() {
    let plan =
        |definition: &Definition| plan_answers(definition).map(|(name, answer)| (name, answer.unwrap_or_default()));
    let said = Definition { what: "patch".to_owned(), how_evaluated: "monthly".to_owned(), ..share() };
    let said = Definition { evaluator: "CISO".to_owned(), ..said };
    let expected =
        [("What", "patch"), ("Needs", ""), ("Who", ""), ("When", "reviewed quarterly"), ("How", "monthly, by CISO")];
    assert_eq!(plan(&said), expected.map(|(name, answer)| (name, answer.to_owned())));
    assert_eq!(plan(&reach())[3].1, "30 Sep 2026, monthly");
    assert_eq!(plan(&Definition { due: None, ..reach() })[3].1, "");
}

fn objective(definition: Definition) -> Objective {
    Objective {
        code: "IT-1".to_owned(),
        standards: Standard::of(&definition, Date::MIN).into_iter().collect(),
        definition,
        lifecycle: Lifecycle::InForce,
        closing: None,
        segments: Vec::new(),
        criteria_done: Vec::new(),
        checkins: Vec::new(),
    }
}

fn taken(objective: &Objective, value: &str, on: &str, today: &str, last: &str) -> Result<String, String> {
    let value = value.parse().expect("a value");
    let last = (!last.is_empty()).then(|| last.parse().expect("a value"));
    accept(objective, &Rules::default(), &value, date(on), date(today), last.as_ref())
        .map(|unusual| unusual.join("; "))
        .map_err(|problem| format!("{}: {}", problem.field, problem.message))
}

#[test]
fn readings_are_taken_with_a_second_look() {
    let share = objective(share());
    let today = "2026-07-10";
    assert_eq!(taken(&share, "96", "2026-06-30", today, "95"), Ok(String::new()));
    assert_eq!(taken(&share, "48/47", "2026-06-30", today, ""), Ok("102.1 % lies outside of 0 to 100 %".to_owned()));
    assert_eq!(taken(&share, "9.6", "2026-06-30", today, "96"), Ok("9.6 is far from the last value, 96".to_owned()));
    assert_eq!(taken(&share, "0/0", "2026-06-30", today, "96"), Ok(String::new()));
    assert_eq!(
        taken(&share, "96", "2026-07-10", today, ""),
        Ok("Q3 2026 is still running: the reading counts once it has ended on 30 Sep 2026".to_owned())
    );
    assert_eq!(taken(&share, "96", "2026-03-31", today, ""), Ok("entered 101 days after Q1 2026 ended".to_owned()));
    assert_eq!(
        taken(&share, "96", "2025-12-31", today, ""),
        Ok("Q4 2025 lies before its start: the reading is kept and shown, but counts for no status".to_owned())
    );
}

#[test]
fn readings_of_the_future_of_the_closed_and_of_milestones_are_refused() {
    let share = objective(share());
    let today = "2026-07-10";
    assert!(taken(&share, "96", "2026-09-30", today, "").is_ok());
    assert_eq!(
        taken(&share, "96", "2026-10-01", today, ""),
        Err("period: 1 Oct 2026 lies ahead: the running period ends on 30 Sep 2026".to_owned())
    );
    let (outcome, reason, successor) = (ClosingOutcome::Cancelled, String::new(), String::new());
    let closing = Some(Closing {
        retired_on: date("2026-07-10"),
        outcome,
        reason,
        successor,
        by: String::new(),
        reference: String::new(),
    });
    let closed = Objective { closing, ..share };
    assert_eq!(
        taken(&closed, "96", "2026-06-30", today, ""),
        Err("code: IT-1 was closed on 10 Jul 2026 and takes no more readings".to_owned())
    );
    assert!(taken(&closed, "96", "2026-06-30", "2026-07-09", "").is_ok());
    let milestone = objective(Definition { kind: Kind::Milestone, ..draft() });
    assert!(taken(&milestone, "1", "2026-06-30", today, "").is_err());
}
