//! Intervals, slopes and summaries against published figures.

use sixtwo::domain::quantity::Value;
use sixtwo::domain::statistics::rare::Rare;
use sixtwo::domain::statistics::summary::{Summary, quantile};
use sixtwo::domain::statistics::theil_sen::{intercept, slope};
use sixtwo::domain::statistics::wilson::Interval;

use super::{near, points};

#[test]
fn wilson_intervals_as_published() {
    // Counted, out of, and the ends in percent. The first two are the specification's; 81 of 263 and 15 of 148 are
    // the examples of Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    let table = [
        (19, 20, 76.4, 99.1),
        (0, 100, 0.0, 3.7),
        (81, 263, 25.53, 36.62),
        (15, 148, 6.24, 16.05),
        (0, 20, 0.0, 16.11),
        (1, 29, 0.61, 17.18),
        (10, 10, 72.25, 100.0),
    ];
    for (counted, of, low, high) in table {
        let interval = Interval::of(counted, of).expect("a share");
        near(100.0 * interval.low, low, 0.05);
        near(100.0 * interval.high, high, 0.05);
    }
    assert_eq!(Interval::of(0, 7).map(|i| i.low), Some(0.0));
    assert_eq!(Interval::of(7, 7).map(|i| i.high), Some(1.0));
}

#[test]
fn an_interval_is_of_whole_things_counted_out_of_whole_things() {
    let of = |text: &str| Interval::of_value(&text.parse::<Value>().expect("a value"));
    assert_eq!(of("19/20").map(|i| (i.counted, i.of)), Some((19, 20)));
    assert_eq!(of("19/20").map(|i| i.is_small()), Some(false));
    assert_eq!(of("18/19").map(|i| i.is_small()), Some(true));
    for none in ["95", "0/0", "7/5", "1.5/3", "-1/3"] {
        assert_eq!(of(none), None, "{none}");
    }
}

#[test]
fn slopes_as_published() {
    // Hollander and Wolfe, Nonparametric Statistical Methods, example 9.1 (cloud seeding).
    let seeding = [(1.0, 1.26), (2.0, 1.27), (3.0, 1.12), (4.0, 1.16), (5.0, 1.03)];
    near(slope(&seeding).expect("five points").median, -0.05625, 1e-9);
    // The numerical example of Sen (1968): slope 4; his exact 93 % interval has the same ends, 26/7 and 35/8.
    let sen = [(1.0, 9.0), (2.0, 15.0), (3.0, 19.0), (4.0, 20.0), (10.0, 45.0), (12.0, 55.0), (18.0, 78.0)];
    let found = slope(&sen).expect("seven points");
    near(found.median, 4.0, 1e-9);
    near(found.low, 26.0 / 7.0, 1e-9);
    near(found.high, 35.0 / 8.0, 1e-9);
    near(intercept(&sen, found.median).expect("seven points"), 6.0, 1e-9);
}

#[test]
fn a_slope_with_equal_days_and_its_interval() {
    // The example of the R function statpsych::ci.theil: estimate 0.5, interval 0.3243243 to 0.75.
    let y = [21.0, 4.0, 9.0, 12.0, 35.0, 18.0, 10.0, 22.0, 24.0, 1.0, 6.0, 8.0, 13.0, 16.0, 19.0];
    let x = [67.0, 28.0, 30.0, 28.0, 52.0, 40.0, 25.0, 37.0, 44.0, 10.0, 14.0, 20.0, 28.0, 40.0, 51.0];
    let found = slope(&x.into_iter().zip(y).collect::<Vec<_>>()).expect("fifteen points");
    near(found.median, 0.5, 1e-9);
    near(found.low, 0.3243243, 1e-6);
    near(found.high, 0.75, 1e-9);
}

#[test]
fn few_points_give_their_widest_range_and_one_gives_none() {
    // By hand: 10, 15, 14, 20 in four years have the slopes -1, 2, 2.5, 3.33, 5, 6.
    let found = slope(&[(1.0, 10.0), (2.0, 15.0), (3.0, 14.0), (4.0, 20.0)]).expect("four points");
    near(found.median, 35.0 / 12.0, 1e-9);
    assert_eq!((found.low, found.high), (-1.0, 6.0));
    assert_eq!(slope(&[(1.0, 10.0)]), None);
    assert_eq!(slope(&[(1.0, 10.0), (1.0, 12.0)]), None);
}

#[test]
fn quantiles_as_a_spreadsheet_has_them() {
    // PERCENTILE.INC of 1, 2, 3, 4 at 0.3 is 1.9; of 1, 3, 2, 4 the same, sorted.
    near(quantile(&[1.0, 2.0, 3.0, 4.0], 0.3).expect("four values"), 1.9, 1e-12);
    assert_eq!(quantile(&[7.0], 0.9), Some(7.0));
    assert_eq!(quantile(&[], 0.5), None);
    let summary = Summary::of(&points(&[47.0, 38.0, 44.0, 52.0, 58.0])).expect("five readings");
    assert_eq!((summary.readings, summary.least, summary.median), (5, 38.0, 47.0));
    near(summary.p90, 55.6, 1e-9);
    near(summary.mean, 47.8, 1e-9);
    assert_eq!(Summary::of(&[]), None);
}

#[test]
fn rare_events_are_counts_of_nought_to_three() {
    let of = |values: &[f64], unit: &str| Rare::of(&points(values), unit);
    let rare = of(&[0.0, 2.0, 0.0, 1.0, 0.0, 0.0], "incidents").expect("rare");
    assert_eq!((rare.events, rare.readings, rare.quiet), (3, 6, 2));
    assert_eq!(of(&[0.0, 0.0], "").map(|rare| (rare.events, rare.last, rare.quiet)), Some((0, None, 2)));
    assert_eq!(of(&[0.0, 4.0], "incidents"), None, "four are no longer rare");
    assert_eq!(of(&[0.5, 1.0], "incidents"), None);
    assert_eq!(of(&[0.0, 1.0], "%"), None);
    assert_eq!(of(&[2.0, 1.0], "h"), None, "hours are no events");
    assert_eq!(of(&[], "incidents"), None);
}
