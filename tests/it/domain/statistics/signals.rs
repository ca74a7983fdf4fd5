//! Signals: each rule firing and silent.

use sixtwo::domain::statistics::series::{Point, Possible};
use sixtwo::domain::statistics::signals::{Rule, Side, recent, signals};
use sixtwo::domain::statistics::trend::{Arrow, arrow};
use sixtwo::domain::statistics::xmr::Limits;

use super::{month, points};

/// Limits 0 to 12 around 6; the outer thirds begin at 2 and 10.
fn limits() -> Limits {
    Limits::around(6.0, 6.0 / 2.66, 12, Possible::default())
}

/// What fires in a series: the rule, the side and where it begins and ends, counted from 0.
fn fired(values: &[f64], run: usize) -> Vec<(Rule, Side, usize, usize)> {
    let stretch = points(values);
    let at = |period| stretch.iter().position(|point: &Point| point.period == period).expect("one of its periods");
    signals(&stretch, &limits(), run).iter().map(|s| (s.rule, s.side, at(s.first), at(s.last))).collect()
}

#[test]
fn a_reading_outside_the_range() {
    assert_eq!(fired(&[5.0, 12.5, 5.0], 8), [(Rule::Outside, Side::Above, 1, 1)]);
    assert_eq!(fired(&[5.0, 7.0, -0.1], 8), [(Rule::Outside, Side::Below, 2, 2)]);
    assert_eq!(fired(&[5.0, 12.0, 5.0, 7.0, 0.0], 8), [], "the ends belong to the range");
}

#[test]
fn a_run_on_one_side_of_the_middle() {
    let eight = [7.0, 8.0, 7.0, 8.0, 7.0, 8.0, 7.0, 8.0];
    assert_eq!(fired(&eight, 8), [(Rule::Run, Side::Above, 0, 7)]);
    assert_eq!(fired(&eight[..7], 8), [], "seven are not eight");
    assert_eq!(fired(&eight[..7], 7), [(Rule::Run, Side::Above, 0, 6)], "unless seven were agreed");
    let on_the_middle = [5.0, 4.0, 5.0, 4.0, 6.0, 5.0, 4.0, 5.0, 4.0];
    assert_eq!(fired(&on_the_middle, 8), [], "a reading on the middle lies on neither side");
    let longer = [9.0, 5.0, 4.0, 5.0, 4.0, 5.0, 4.0, 5.0, 4.0, 5.0, 9.0];
    assert_eq!(fired(&longer, 8), [(Rule::Run, Side::Below, 1, 9)], "one run, however long");
}

#[test]
fn standing_at_the_end_of_the_scale_is_no_run() {
    let stretch = points(&[100.0, 80.0, 100.0, 100.0, 100.0, 100.0, 100.0, 100.0, 100.0, 100.0, 100.0]);
    let limits = Limits::of(&stretch, Possible::of(&stretch, true)).expect("eleven readings");
    assert!(stretch[2..].iter().all(|point| point.value > limits.mean), "nine in a row above the mean");
    let rules: Vec<Rule> = signals(&stretch, &limits, 8).iter().map(|signal| signal.rule).collect();
    assert_eq!(rules, [Rule::Outside], "the miss is one, standing at 100 % is not");
}

#[test]
fn two_of_three_in_the_outer_third() {
    assert_eq!(fired(&[5.0, 10.5, 7.0, 11.0], 8), [(Rule::TwoOfThree, Side::Above, 1, 3)]);
    assert_eq!(fired(&[5.0, 1.0, 1.5, 7.0], 8), [(Rule::TwoOfThree, Side::Below, 1, 2)]);
    assert_eq!(fired(&[5.0, 10.5, 7.0, 5.0, 11.0], 8), [], "two of four");
    assert_eq!(fired(&[5.0, 10.5, 1.0, 7.0], 8), [], "on two sides");
    assert_eq!(fired(&[5.0, 10.0, 10.0, 7.0], 8), [], "the inner edge belongs to the middle");
    assert_eq!(fired(&[11.0, 7.0, 11.0, 10.5, 5.0], 8), [(Rule::TwoOfThree, Side::Above, 0, 3)], "one pattern");
}

#[test]
fn six_steadily_up_or_down() {
    assert_eq!(fired(&[3.0, 4.0, 5.0, 6.0, 7.0, 8.0], 8), [(Rule::Steady, Side::Above, 0, 5)]);
    assert_eq!(fired(&[9.0, 8.0, 7.0, 5.0, 4.0, 3.0, 2.5], 8), [(Rule::Steady, Side::Below, 0, 6)]);
    assert_eq!(fired(&[4.0, 5.0, 6.0, 7.0, 8.0], 8), [], "five are not six");
    assert_eq!(fired(&[3.0, 4.0, 5.0, 5.0, 6.0, 7.0, 8.0], 8), [], "standing still is not rising");
    let turning = [9.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0];
    assert_eq!(fired(&turning, 8), [(Rule::Steady, Side::Above, 1, 6)], "the reading that turns begins anew");
}

#[test]
fn a_gap_ends_no_pattern() {
    let mut stretch = points(&[7.0, 8.0, 7.0, 8.0, 99.0, 7.0, 8.0, 7.0, 8.0]);
    stretch.remove(4);
    let found = signals(&stretch, &limits(), 8);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].rule, found[0].readings, found[0].last), (Rule::Run, 8, month(8)));
}

#[test]
fn equal_readings_are_usual_and_the_first_other_one_is_not() {
    let mut stretch = points(&[0.1; 24]);
    let limits = Limits::of(&stretch, Possible::of(&stretch, false)).expect("two dozen readings");
    assert_eq!(signals(&stretch, &limits, 8), [], "the mean of equal values may differ from them in its last digit");
    stretch.push(Point { period: month(24), value: 0.2, counted_of: None });
    let found = signals(&stretch, &limits, 8);
    assert_eq!(found.iter().map(|s| (s.rule, s.last)).collect::<Vec<_>>(), [(Rule::Outside, month(24))]);
}

#[test]
fn a_signal_is_worth_a_word_for_three_readings() {
    let stretch = points(&[5.0, 13.0, 5.0, 7.0, 5.0]);
    let found = signals(&stretch, &limits(), 8);
    assert_eq!(found.len(), 1);
    assert_eq!(recent(&found, &stretch[..4]), Some(&found[0]));
    assert_eq!(recent(&found, &stretch), None);
}

#[test]
fn an_arrow_needs_a_signal_or_three_steps() {
    let of = |values: &[f64]| {
        let stretch = points(values);
        let found = signals(&stretch, &limits(), 8);
        arrow(&stretch, &found)
    };
    assert_eq!(of(&[]), None);
    assert_eq!(of(&[5.0, 7.0]), None, "two points are not a trend");
    assert_eq!(of(&[5.0, 7.0, 8.0]), None);
    assert_eq!(of(&[5.0, 7.0, 8.0, 9.0]), Some(Arrow::Up));
    assert_eq!(of(&[5.0, 9.0, 8.0, 7.0, 5.0]), Some(Arrow::Down));
    assert_eq!(of(&[5.0, 9.0, 8.0, 8.0, 5.0]), None);
    assert_eq!(of(&[5.0, 13.0]), Some(Arrow::Up), "a reading outside the range is a signal");
    assert_eq!(of(&[5.0, 13.0, 5.0]), None, "but not once it is over");
}
