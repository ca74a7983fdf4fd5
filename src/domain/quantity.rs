//! Exact numbers: a reading is compared as it was written, never through a float.
//!
//! 94.96 is not 95 and 24.0 h is not under 24 h, so every comparison that decides a verdict is made on
//! integers. Floats exist only where a chart needs a pixel.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Most significant digits a [`Decimal`] can hold.
pub const MAX_DIGITS: u32 = 18;

/// An exact decimal number: `mantissa / 10^scale`, at most [`MAX_DIGITS`] digits, never NaN or infinite.
///
/// Stored without trailing zeros, so `24.0` and `24` are the same value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    mantissa: i64,
    scale: u8,
}

/// Why a text is not a [`Decimal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalError {
    /// Nothing but blanks.
    Empty,
    /// A character that has no place in a number.
    NotANumber,
    /// More than [`MAX_DIGITS`] digits.
    TooManyDigits,
}

impl fmt::Display for DecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            DecimalError::Empty => "empty",
            DecimalError::NotANumber => "not a number",
            DecimalError::TooManyDigits => "more than 18 digits",
        })
    }
}

impl std::error::Error for DecimalError {}

impl Decimal {
    /// Zero.
    pub const ZERO: Decimal = Decimal { mantissa: 0, scale: 0 };
    /// One hundred: the factor between a share and its percentage.
    pub const HUNDRED: Decimal = Decimal { mantissa: 100, scale: 0 };

    /// The decimal `mantissa / 10^scale`; `None` where it needs more than [`MAX_DIGITS`] digits.
    pub fn new(mantissa: i64, scale: u8) -> Option<Decimal> {
        let (mut mantissa, mut scale) = (mantissa, scale);
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        let fits = mantissa.unsigned_abs() < 10u64.pow(MAX_DIGITS) && u32::from(scale) <= MAX_DIGITS;
        fits.then_some(Decimal { mantissa, scale })
    }

    /// A whole number; `None` beyond [`MAX_DIGITS`] digits.
    pub fn whole(number: i64) -> Option<Decimal> {
        Decimal::new(number, 0)
    }

    /// The scaled integer.
    pub fn mantissa(self) -> i64 {
        self.mantissa
    }

    /// Digits after the point, without trailing zeros: 0..=18.
    pub fn scale(self) -> u8 {
        self.scale
    }

    /// The mantissa this number has at `scale`; `None` where it cannot be written there exactly in 18 digits.
    pub fn mantissa_at(self, scale: u8) -> Option<i64> {
        let up = scale.checked_sub(self.scale)?;
        let factor = 10i64.checked_pow(u32::from(up))?;
        self.mantissa.checked_mul(factor).filter(|m| m.unsigned_abs() < 10u64.pow(MAX_DIGITS))
    }

    /// The mantissa at a scale that is not smaller than its own: 36 digits at most.
    fn widened(self, scale: u8) -> i128 {
        i128::from(self.mantissa) * 10i128.pow(u32::from(scale - self.scale))
    }

    /// How far it is on the way from one number to another: 0 at `from`, 1 at `to`, not clamped. `None` where there is no
    /// way to go.
    pub(super) fn on_the_way(self, from: Decimal, to: Decimal) -> Option<BigRational> {
        let scale = self.scale.max(from.scale).max(to.scale);
        let [here, from, to] = [self, from, to].map(|number| number.widened(scale));
        (to != from).then(|| share_of(here - from, to - from))
    }

    /// Whether this is zero.
    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// Whether this is below zero.
    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// The exact ratio.
    pub fn ratio(self) -> BigRational {
        share_of(self.mantissa.into(), 10i128.pow(u32::from(self.scale)))
    }

    /// For charts only: never for a comparison that decides something.
    pub fn to_f64(self) -> f64 {
        self.mantissa as f64 / 10f64.powi(i32::from(self.scale))
    }
}

/// The exact share of two whole numbers, the second not zero. Reduced on machine words where they hold it: a list judges
/// thousands of values before its first line is drawn.
pub(super) fn share_of(part: i128, whole: i128) -> BigRational {
    match (u64::try_from(part.unsigned_abs()), u64::try_from(whole.unsigned_abs())) {
        (Ok(size), Ok(power)) => {
            let shared = i128::from(greatest_common_divisor(size, power)) * whole.signum();
            BigRational::new_raw(BigInt::from(part / shared), BigInt::from(whole / shared))
        }
        _ => BigRational::new(part.into(), whole.into()),
    }
}

/// How two exact numbers stand to each other: by cross multiplication, which is less work than their difference.
pub(super) fn compare(one: &BigRational, other: &BigRational) -> Ordering {
    (one.numer() * other.denom()).cmp(&(other.numer() * one.denom()))
}

/// Never zero where the second number is not.
fn greatest_common_divisor(mut a: u64, mut b: u64) -> u64 {
    while a != 0 {
        (a, b) = (b % a, a);
    }
    b
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let scale = self.scale.max(other.scale);
        self.widened(scale).cmp(&other.widened(scale))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    /// Strict: optional sign, digits, optional `.` and digits. Locale forms are the business of `exchange`.
    fn from_str(text: &str) -> Result<Decimal, DecimalError> {
        let text = text.trim();
        let (negative, digits) = match text.as_bytes().first() {
            None => return Err(DecimalError::Empty),
            Some(b'-') => (true, &text[1..]),
            Some(b'+') => (false, &text[1..]),
            Some(_) => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let well_formed = !(whole.is_empty() && fraction.is_empty())
            && whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit());
        if !well_formed {
            return Err(DecimalError::NotANumber);
        }
        let fraction = fraction.trim_end_matches('0');
        let significant = whole.trim_start_matches('0').len() + fraction.len();
        if significant > MAX_DIGITS as usize || fraction.len() > MAX_DIGITS as usize {
            return Err(DecimalError::TooManyDigits);
        }
        let mantissa = whole.bytes().chain(fraction.bytes()).fold(0i64, |sum, b| sum * 10 + i64::from(b - b'0'));
        let signed = if negative { -mantissa } else { mantissa };
        Decimal::new(signed, fraction.len() as u8).ok_or(DecimalError::TooManyDigits)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scale == 0 {
            return write!(f, "{}", self.mantissa);
        }
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let power = 10u64.pow(u32::from(self.scale));
        let size = self.mantissa.unsigned_abs();
        write!(f, "{sign}{}.{:0width$}", size / power, size % power, width = usize::from(self.scale))
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// What a reading says: a plain number, or a counted share whose two parts are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// A number on the metric's own scale.
    Plain(Decimal),
    /// `numerator / denominator`. 0/0 is a reading without anything to count; the denominator is never negative.
    Share {
        /// What was counted.
        numerator: Decimal,
        /// Out of how many; zero only together with a zero numerator.
        denominator: Decimal,
    },
}

impl Value {
    /// The share `numerator / denominator`; `None` for a negative denominator, or a zero one under a non-zero numerator.
    pub fn share(numerator: Decimal, denominator: Decimal) -> Option<Value> {
        let refused = denominator.is_negative() || (denominator.is_zero() && !numerator.is_zero());
        (!refused).then_some(Value::Share { numerator, denominator })
    }

    /// Whether there was nothing to count (0/0): a reading, but without a verdict.
    pub fn is_empty(&self) -> bool {
        matches!(self, Value::Share { denominator, .. } if denominator.is_zero())
    }

    /// The exact number the targets are compared with: 100 n/d where the unit is percent, n/d otherwise. `None` for 0/0.
    pub fn exact(&self, unit_is_percent: bool) -> Option<BigRational> {
        match self {
            Value::Plain(number) => Some(number.ratio()),
            Value::Share { denominator, .. } if denominator.is_zero() => None,
            Value::Share { numerator, denominator } => {
                let share = numerator.ratio() / denominator.ratio();
                Some(if unit_is_percent { share * Decimal::HUNDRED.ratio() } else { share })
            }
        }
    }

    /// Compares with a bound by cross multiplication. `None` for 0/0.
    pub fn compare(&self, bound: Decimal, unit_is_percent: bool) -> Option<Ordering> {
        match self {
            Value::Plain(number) => Some(number.cmp(&bound)),
            Value::Share { .. } => Some(self.exact(unit_is_percent)?.cmp(&bound.ratio())),
        }
    }

    /// For charts only.
    pub fn to_f64(&self, unit_is_percent: bool) -> Option<f64> {
        match self {
            Value::Plain(number) => Some(number.to_f64()),
            Value::Share { .. } => self.exact(unit_is_percent)?.to_f64(),
        }
    }

    /// The number as people read it, with at most `places` decimals; beside a bound use [`Value::shown_against`]. 0/0
    /// reads "none to count".
    pub fn shown(&self, unit_is_percent: bool, places: u8) -> String {
        match self {
            Value::Plain(number) => number.to_string(),
            Value::Share { .. } => match self.exact(unit_is_percent) {
                Some(exact) => rounded(&exact, places),
                None => "none to count".to_owned(),
            },
        }
    }

    /// The number as people read it beside a bound: a share gets more decimals until it neither equals nor crosses a
    /// bound it does not hold exactly, so 94.996 % never reads 95 %.
    pub fn shown_against(&self, unit_is_percent: bool, places: u8, bound: Decimal) -> String {
        match (self, self.exact(unit_is_percent)) {
            (Value::Share { .. }, Some(exact)) => shown_against(&exact, places, &bound.ratio()),
            _ => self.shown(unit_is_percent, places),
        }
    }

    /// As typed: `45/47` or `95.74`.
    pub fn as_typed(&self) -> String {
        match self {
            Value::Plain(number) => number.to_string(),
            Value::Share { numerator, denominator } => format!("{numerator}/{denominator}"),
        }
    }
}

impl FromStr for Value {
    type Err = DecimalError;

    /// `95.7` or `45/47`, strict decimals on both sides.
    fn from_str(text: &str) -> Result<Value, DecimalError> {
        match text.split_once('/') {
            None => Ok(Value::Plain(text.parse()?)),
            Some((numerator, denominator)) => {
                Value::share(numerator.parse()?, denominator.parse()?).ok_or(DecimalError::NotANumber)
            }
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.as_typed())
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// An exact ratio written with at most `places` decimals, halves to the even digit, without trailing zeros.
pub fn rounded(exact: &BigRational, places: u8) -> String {
    let text = fixed(exact, places);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// The most decimals a number is ever shown with.
const MOST_PLACES: u8 = 24;

/// An exact ratio rounded to the fewest decimals, from `places` on, that leave it on its own side of `bound`.
pub fn shown_against(exact: &BigRational, places: u8, bound: &BigRational) -> String {
    let side = exact.cmp(bound);
    let keeps_its_side = |places: &u8| {
        let power = BigRational::from_integer(BigInt::from(10u8).pow(u32::from(*places)));
        let read = BigRational::from_integer(half_to_even(&(exact * &power))) / power;
        read.cmp(bound) == side
    };
    rounded(exact, (places..MOST_PLACES).find(keeps_its_side).unwrap_or(MOST_PLACES))
}

/// An exact ratio written with exactly `places` decimals, halves to the even digit: `-16.7`, `40.0`, -6.25 as `-6.2`.
pub fn fixed(exact: &BigRational, places: u8) -> String {
    let power = BigInt::from(10u8).pow(u32::from(places));
    let scaled = half_to_even(&(exact * BigRational::from_integer(power.clone())));
    let sign = if scaled.is_negative() { "-" } else { "" };
    let size = scaled.abs();
    if places == 0 {
        return format!("{sign}{size}");
    }
    let (whole, rest) = (&size / &power, &size % &power);
    format!("{sign}{whole}.{:0>width$}", rest.to_string(), width = usize::from(places))
}

fn half_to_even(exact: &BigRational) -> BigInt {
    let below = exact.floor().to_integer();
    let rest = exact - BigRational::from_integer(below.clone());
    match rest.cmp(&BigRational::new(1.into(), 2.into())) {
        Ordering::Less => below,
        Ordering::Equal if !below.bit(0) => below,
        Ordering::Equal | Ordering::Greater => below + 1,
    }
}

/// Whether an exact ratio is zero: spelled out because `BigRational` hides it behind a trait.
pub fn is_zero(exact: &BigRational) -> bool {
    exact.is_zero()
}
