//! The usual range: published examples, thresholds, gaps, breaks.

use sixtwo::domain::statistics::NoRange;
use sixtwo::domain::statistics::series::{Possible, Series};
use sixtwo::domain::statistics::xmr::{FROZEN, Limits, NoLimits, moving_ranges};

use super::{Case, day, near, points};

#[test]
fn the_individuals_chart_of_the_nist_handbook() {
    // NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: ten batches, limits 45.8159 and 55.8041 by the
    // factor 3 / 1.128, which 2.66 rounds.
    let batches = points(&[49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]);
    let limits = Limits::of(&batches, Possible::default()).expect("ten readings");
    near(limits.mean, 50.81, 1e-9);
    near(limits.moving_range, 1.8778, 5e-5);
    near(limits.lower, 45.8159, 2e-3);
    near(limits.upper, 55.8041, 2e-3);
    assert!(!limits.is_firm());
}

#[test]
fn the_worked_check_of_a_monthly_series() {
    let limits = Limits::around(76.31, 0.497, 14, Possible::default());
    near(limits.lower, 74.99, 5e-3);
    near(limits.upper, 77.63, 5e-3);
    near(limits.range_limit(), 3.27 * 0.497, 1e-12);
    assert!(limits.hold(76.82));
    assert!(!limits.hold(74.14));
    assert!(limits.is_firm());
}

#[test]
fn none_below_six_provisional_below_twelve() {
    let first = |n: usize| Limits::of(&points(&[5.0, 7.0].repeat(20)[..n]), Possible::default());
    assert_eq!(first(0), Err(NoLimits::TooFew { readings: 0 }));
    assert_eq!(first(5), Err(NoLimits::TooFew { readings: 5 }));
    assert_eq!(first(6).map(|limits| limits.is_firm()), Ok(false));
    assert_eq!(first(11).map(|limits| limits.is_firm()), Ok(false));
    assert_eq!(first(12).map(|limits| limits.is_firm()), Ok(true));
}

#[test]
fn limits_stand_once_two_dozen_readings_made_them() {
    let mut values = [5.0, 7.0].repeat(FROZEN / 2);
    let before = Limits::of(&points(&values), Possible::default());
    values.extend([50.0; 12]);
    assert_eq!(Limits::of(&points(&values), Possible::default()), before);
}

#[test]
fn limits_are_clipped_to_what_can_be() {
    let shares = points(&[99.0, 96.0, 100.0, 97.0, 100.0, 95.0]);
    let limits = Limits::of(&shares, Possible::of(&shares, true)).expect("six readings");
    assert!(limits.mean + limits.reach() > 100.0, "the example must need clipping");
    assert_eq!(limits.upper, 100.0);
    let hours = points(&[1.0, 9.0, 2.0, 8.0, 1.0, 9.0]);
    assert_eq!(Limits::of(&hours, Possible::of(&hours, false)).expect("six readings").lower, 0.0);
    let balance = points(&[-5.0, 5.0, -5.0, 5.0, -5.0, 5.0]);
    assert!(Limits::of(&balance, Possible::of(&balance, false)).expect("six readings").lower < -5.0);
    let growth = points(&[90.0, 130.0, 90.0, 130.0, 90.0, 130.0]);
    assert!(Limits::of(&growth, Possible::of(&growth, true)).expect("six readings").upper > 130.0);
}

#[test]
fn a_step_across_a_gap_is_no_moving_range() {
    let mut months = points(&[10.0, 12.0, 30.0, 12.0, 10.0, 12.0, 10.0, 12.0]);
    months.remove(2);
    assert_eq!(moving_ranges(&months), [2.0, 2.0, 2.0, 2.0, 2.0]);
    let limits = Limits::of(&months, Possible::default()).expect("seven readings");
    near(limits.moving_range, 2.0, 1e-12);
    let every_second: Vec<_> = points(&[10.0; 16]).into_iter().step_by(2).collect();
    assert_eq!(Limits::of(&every_second, Possible::default()), Err(NoLimits::TooManyGaps));
}

#[test]
fn only_the_stretch_after_the_last_break_counts() {
    let readings = "60 61 60 61 60 61 60 96 95 96 95 96 95";
    let whole = Case::held(readings).insight();
    assert_eq!((whole.readings, whole.since), (13, None));
    // June 2026 is the first month of the new definition.
    let broken = Case::held(readings).broken_on(&["2026-06-01", "2026-02-15"]).insight();
    assert_eq!((broken.readings, broken.since), (6, Some(day("2026-06-01"))));
    let limits = broken.usual.expect("six readings since then");
    near(limits.mean, 95.5, 1e-9);
    assert_eq!(broken.signals, [], "the jump is a change of definition, not a signal");
    // The month in which a definition changes was begun under the old one.
    assert_eq!(Case::held(readings).broken_on(&["2026-05-02"]).insight().readings, 6);
    assert_eq!(
        Case::held(readings).broken_on(&["2026-07-01"]).insight().usual,
        Err(NoRange::NoLimits(NoLimits::TooFew { readings: 5 }))
    );
}

#[test]
fn a_break_before_the_first_reading_or_still_to_come_cuts_nothing() {
    let case = Case::held("96 95 96 95 96 95").broken_on(&["2025-01-01", "2026-12-01"]);
    let insight = case.insight();
    assert_eq!((insight.readings, insight.since), (6, None));
}

#[test]
fn running_periods_and_empty_readings_take_no_part() {
    let mut case = Case::held("96 0/0 95 97");
    case.as_of = case.standings[3].period.end;
    let series = Series::of(&case.standings, true, &[], case.as_of);
    let values: Vec<f64> = series.points.iter().map(|point| point.value).collect();
    assert_eq!(values, [96.0, 95.0], "the last day of a month still belongs to it");
}
