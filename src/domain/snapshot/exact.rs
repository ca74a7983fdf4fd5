//! Numbers that stand in JSON exactly as they were written: no float between the register and the reader.

use num_rational::BigRational;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::quantity::{Decimal, fixed, rounded};

/// A JSON number kept as its decimal text, such as `95.7`, `-3` or `40.0`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exact(String);

impl Exact {
    /// A ratio that may not end, with at most `places` decimals; its exact parts belong beside it.
    pub fn rounded(ratio: &BigRational, places: u8) -> Exact {
        Exact(rounded(ratio, places))
    }

    /// A share of 1 as a percentage with one decimal.
    pub fn percent(share: &BigRational) -> Exact {
        Exact(fixed(&(share * Decimal::HUNDRED.ratio()), 1))
    }

    /// The text as it stands in the document.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The decimal; `None` where a document from elsewhere holds more digits than we compare with.
    pub fn decimal(&self) -> Option<Decimal> {
        self.0.parse().ok()
    }
}

impl From<Decimal> for Exact {
    fn from(number: Decimal) -> Exact {
        Exact(number.to_string())
    }
}

impl From<u32> for Exact {
    fn from(count: u32) -> Exact {
        Exact(count.to_string())
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let number: serde_json::Number = self.0.parse().map_err(serde::ser::Error::custom)?;
        number.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Exact, D::Error> {
        let number = serde_json::Number::deserialize(deserializer)?;
        let text = number.as_str();
        if text.bytes().any(|b| matches!(b, b'e' | b'E')) {
            return Err(serde::de::Error::custom(format!("`{text}` is not written as a plain decimal")));
        }
        Ok(Exact(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::Exact;

    #[test]
    fn a_number_keeps_every_digit_on_the_way_to_json_and_back() {
        for text in ["95.7", "-3", "40.0", "0.000000000000000001", "123456789012345678"] {
            let read: Exact = serde_json::from_str(text).expect("a plain decimal is read");
            assert_eq!(serde_json::to_string(&read).expect("it is written"), text);
        }
    }

    #[test]
    fn an_exponent_is_refused() {
        assert!(serde_json::from_str::<Exact>("1e5").is_err());
    }
}
