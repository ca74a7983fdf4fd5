//! The forecast: where it may be made, and every reason against it.

use sixtwo::domain::objective::{Kind, Lifecycle, Operator};
use sixtwo::domain::statistics::forecast::NoForecast;

use super::{Case, day, month, near};

/// Ten months of the sample that leads from 71 to 38 hours.
const HOURS: &str = "71 70 66 62 64 58 52 47 44 38";

fn refusal(case: &Case) -> NoForecast {
    case.insight().forecast.expect_err("a reason against it")
}

#[test]
fn a_pace_leads_to_a_range_on_the_due_date() {
    let forecast = Case::under_a_day(HOURS).insight().forecast.expect("a forecast");
    assert_eq!((forecast.due, forecast.readings), (day("2026-12-31"), 10));
    // By hand: 38 h and 61 days at -7/46, -5/41 and -9/89 hours a day.
    near(forecast.low, 38.0 - 61.0 * 7.0 / 46.0, 1e-9);
    near(forecast.middle, 38.0 - 61.0 * 5.0 / 41.0, 1e-9);
    near(forecast.high, 38.0 - 61.0 * 9.0 / 89.0, 1e-9);
}

#[test]
fn it_looks_at_the_last_twelve_readings() {
    // A fast year before a slow one: the pace is the slow one's.
    let mut case = Case::under_a_day("200 180 160 140 120 100 95 94 93 92 91 90 89 88 87 86 85 84").due("2027-12-31");
    case.objective.definition.baseline.as_mut().expect("it has one").value = "200".parse().expect("a number");
    let forecast = case.insight().forecast.expect("a forecast");
    assert_eq!(forecast.readings, 12);
    assert!(forecast.low > 70.0 && forecast.high < 80.0, "{forecast:?}");
}

#[test]
fn only_a_level_to_get_to_has_one() {
    let mut case = Case::under_a_day(HOURS);
    case.objective.definition.kind = Kind::Maintain;
    assert_eq!(refusal(&case), NoForecast::Kind);
    case.objective.definition.kind = Kind::Milestone;
    assert_eq!(refusal(&case), NoForecast::Kind);
}

#[test]
fn it_must_be_in_force_with_a_date_to_come() {
    let mut draft = Case::under_a_day(HOURS);
    draft.objective.lifecycle = Lifecycle::Draft;
    assert_eq!(refusal(&draft), NoForecast::NotRunning);
    let mut evergreen = Case::under_a_day(HOURS);
    evergreen.objective.definition.due = None;
    assert_eq!(refusal(&evergreen), NoForecast::NoDueDate);
    assert_eq!(refusal(&Case::under_a_day(HOURS).due("2026-09-30")), NoForecast::AlreadyDue);
    let on_the_last_day = Case { as_of: day("2026-10-31"), ..Case::under_a_day(HOURS).due("2026-10-31") };
    assert!(on_the_last_day.insight().forecast.is_ok(), "October is not closed on its last day");
    let measured = Case { as_of: day("2026-11-01"), ..Case::under_a_day(HOURS).due("2026-10-31") };
    assert_eq!(refusal(&measured), NoForecast::AlreadyDue);
}

#[test]
fn it_needs_four_readings_of_one_definition() {
    assert_eq!(refusal(&Case::under_a_day("71 70 66")), NoForecast::TooFew { readings: 3, since: None });
    let broken = Case::under_a_day(HOURS).broken_on(&["2026-08-01"]);
    let since = Some(day("2026-08-01"));
    assert_eq!(refusal(&broken), NoForecast::TooFew { readings: 3, since });
    assert_eq!(Case::under_a_day(HOURS).broken_on(&["2026-07-01"]).insight().forecast.map(|f| f.readings), Ok(4));
}

#[test]
fn the_newest_reading_must_be_there() {
    let mut case = Case::under_a_day(HOURS);
    case.as_of = month(12 + 11).start;
    assert_eq!(refusal(&case), NoForecast::NotCurrent, "November is due");
}

#[test]
fn a_stand_in_and_a_small_sample_have_none() {
    let mut proxy = Case::under_a_day(HOURS);
    proxy.objective.definition.tags = vec!["SOC".to_owned(), "Proxy".to_owned()];
    assert_eq!(refusal(&proxy), NoForecast::Proxy);
    let shares = |n: u32| {
        let readings: Vec<String> = [30, 35, 40, 45, 50, 55].iter().map(|p| format!("{}/{n}", p * n / 100)).collect();
        Case::new(Kind::Reach, "%", Operator::AtLeast, "80", 12, &readings.join(" ")).due("2026-10-31")
    };
    assert_eq!(refusal(&shares(19)), NoForecast::SmallSample);
    assert!(shares(20).insight().forecast.is_ok());
}

#[test]
fn a_reading_off_the_line_of_the_others_is_an_open_step() {
    let steady = Case::under_a_day("71 70 68 67 66 64 63 62 60 59");
    assert!(steady.insight().forecast.is_ok());
    let jump = Case::under_a_day("71 70 68 67 66 64 63 62 60 30");
    assert_eq!(refusal(&jump), NoForecast::OpenStep);
    let over = Case::under_a_day("71 70 68 90 66 64 63 62 60 59");
    assert!(over.insight().forecast.is_ok(), "what happened in April was looked at by May");
}

#[test]
fn it_looks_no_further_ahead_than_back() {
    // Four readings span January to April: 89 days.
    let until = |due: &str| Case::under_a_day("71 68 66 62").due(due);
    assert!(until("2026-07-28").insight().forecast.is_ok());
    assert_eq!(refusal(&until("2026-07-30")), NoForecast::TooFarAhead);
}

#[test]
fn near_the_end_of_the_scale_growth_flattens() {
    let shares = |readings: &str| Case::new(Kind::Reach, "%", Operator::AtLeast, "100", 12, readings).due("2026-07-31");
    // Adoption of a standard measured 59, 66, 71, 75 and then slowed down.
    assert!(shares("59 66 71 75 78").insight().forecast.is_ok());
    assert_eq!(refusal(&shares("75 80 85 90 95")), NoForecast::NearBound, "the newest is within five points");
    assert_eq!(refusal(&shares("59 66 73 80 87")), NoForecast::NearBound, "the line would end beyond 95");
    assert_eq!(refusal(&shares("25 20 15 9 5")), NoForecast::NearBound);
    assert_eq!(refusal(&Case::under_a_day("70 60 50 40 30").due("2026-08-31")), NoForecast::NearBound, "below nought");
}
