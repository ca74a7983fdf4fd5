//! A share as scripts read it: few decimals, and never another verdict than the rules.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_rational::BigRational;

use crate::domain::quantity::{Decimal, MAX_DIGITS, rounded};

/// An exact number with at most `places` decimals that stands on the same side of every bound as the exact one:
/// 94.9999999 against 95 is 94.999999 with 6 decimals, not 95.
pub fn on_its_side(exact: &BigRational, places: u8, bounds: &[Decimal]) -> String {
    let sides = |number: &BigRational| -> Vec<Ordering> { bounds.iter().map(|b| number.cmp(&b.ratio())).collect() };
    let wanted = sides(exact);
    for places in places..=MAX_DIGITS as u8 {
        let power = BigRational::from_integer(BigInt::from(10u8).pow(u32::from(places)));
        let scaled = exact * &power;
        let nearest = rounded(exact, places).parse::<Decimal>().map_or_else(|_| exact.clone(), Decimal::ratio);
        let candidates = [nearest, scaled.floor() / &power, scaled.ceil() / &power];
        if let Some(found) = candidates.iter().find(|number| sides(number) == wanted) {
            return rounded(found, places);
        }
    }
    rounded(exact, MAX_DIGITS as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(n: i64, d: i64, places: u8, bounds: &[&str]) -> String {
        let bounds: Vec<Decimal> = bounds.iter().map(|b| b.parse().expect("a bound")).collect();
        on_its_side(&BigRational::new(n.into(), d.into()), places, &bounds)
    }

    #[test]
    fn rounding_stays_on_its_side_of_the_target() {
        assert_eq!(shown(9496, 100, 1, &["95"]), "94.9");
        assert_eq!(shown(9504, 100, 1, &["95"]), "95.1");
        assert_eq!(shown(95, 1, 1, &["95"]), "95");
        assert_eq!(shown(4500, 47, 6, &["95"]), "95.744681");
        assert_eq!(shown(94_999_999_999, 1_000_000_000, 6, &["95"]), "94.999999");
        assert_eq!(shown(1, 3, 1, &[]), "0.3");
    }

    #[test]
    fn a_bound_with_more_digits_is_met_exactly() {
        assert_eq!(shown(94_996, 1000, 1, &["94.996"]), "94.996");
    }

    #[test]
    fn both_edges_of_a_band_hold() {
        assert_eq!(shown(501, 100, 0, &["5", "6"]), "5.1");
    }
}
