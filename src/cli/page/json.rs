//! JSON as scripts read it: exact decimals as numbers, dates as ISO text, null where there is nothing.

use num_rational::BigRational;
use serde_json::{Number, Value};

use crate::domain::period::Date;
use crate::domain::quantity::{Decimal, fixed};

/// The version of the shapes printed; a key that is added does not change it.
pub const SCHEMA: u32 = 1;

/// An exact number.
pub fn decimal(number: Decimal) -> Value {
    exact_text(&number.to_string())
}

/// A number from its decimal text, digit by digit.
pub fn exact_text(text: &str) -> Value {
    text.parse::<Number>().map_or(Value::Null, Value::Number)
}

/// A share of 1 as a percentage with one decimal.
pub fn percentage(share: &BigRational) -> Value {
    exact_text(&fixed(&(share * Decimal::HUNDRED.ratio()), 1))
}

/// A date.
pub fn date(day: Date) -> Value {
    Value::String(day.format("%Y-%m-%d").to_string())
}

/// A text; an empty one was not said.
pub fn text(text: &str) -> Value {
    if text.trim().is_empty() { Value::Null } else { Value::String(text.to_owned()) }
}

/// What an option holds, or null.
pub fn or_null<T>(option: Option<T>, show: impl FnOnce(T) -> Value) -> Value {
    option.map_or(Value::Null, show)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_every_digit() {
        let number: Decimal = "-123456789012.123456".parse().expect("a decimal");
        assert_eq!(decimal(number).to_string(), "-123456789012.123456");
        let share = BigRational::new(2.into(), 5.into());
        assert_eq!(percentage(&share).to_string(), "40.0");
    }
}
