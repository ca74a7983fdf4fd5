//! Numbers as people read them stay on their side of a bound.

use num_rational::BigRational;
use sixtwo::domain::quantity::{Decimal, Value, fixed, rounded};

fn value(text: &str) -> Value {
    text.parse().expect("a value")
}

fn number(text: &str) -> Decimal {
    text.parse().expect("a number")
}

#[test]
fn a_share_never_reads_like_a_bound_it_does_not_hold() {
    let shown = |share: &str, bound: &str| value(share).shown_against(true, 1, number(bound));
    assert_eq!(shown("94996/100000", "95"), "94.996");
    assert_eq!(shown("95004/100000", "95"), "95.004");
    assert_eq!(shown("45/47", "95"), "95.7");
    assert_eq!(shown("95/100", "95"), "95");
    assert_eq!(shown("1/3", "33.3"), "33.33");
    assert_eq!(shown("2999999/3000000", "100"), "99.99997");
    assert_eq!(shown("0/0", "95"), "none to count");
    assert_eq!(value("94.996").shown_against(true, 1, number("95")), "94.996");
}

#[test]
fn halves_go_to_the_even_digit() {
    let quarter = |n: i64| BigRational::new(n.into(), 4.into());
    assert_eq!(fixed(&quarter(-25), 1), "-6.2");
    assert_eq!(fixed(&quarter(27), 1), "6.8");
    assert_eq!(fixed(&quarter(-1), 0), "0");
    assert_eq!(rounded(&quarter(160), 1), "40");
}
