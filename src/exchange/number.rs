//! Numbers as people write them: `95,5`, `95.5 %`, `1 234,5`, `45 of 47`. What can be read two ways is refused,
//! because a silent guess is wrong by a factor of a thousand.

use std::borrow::Cow;
use std::fmt;

use crate::domain::quantity::{Decimal, DecimalError, MAX_DIGITS, Value};

/// Which sign stands before the decimals, where the digits alone do not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NumberFormat {
    /// Nobody said: `1,234` and `1.234` are refused.
    #[default]
    Unstated,
    /// `1,234.5`: a point before the decimals, commas between thousands.
    Point,
    /// `1.234,5`: a comma before the decimals, points between thousands.
    Comma,
}

/// Why a text is not a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberProblem {
    /// Nothing but blanks.
    Empty,
    /// No number at all: words, NaN, infinity, stray signs.
    NotANumber(String),
    /// It can be read two ways.
    Ambiguous {
        /// As written.
        text: String,
        /// With the sign read as the decimal sign.
        decimal: String,
        /// With the sign read as between thousands.
        thousands: String,
    },
    /// More than 18 digits.
    TooManyDigits(String),
    /// It carries another unit than the metric's.
    OtherUnit {
        /// As written.
        text: String,
        /// The unit it carries.
        found: String,
        /// The metric's unit; empty for none.
        expected: String,
    },
    /// A share out of a negative number, or out of nothing.
    NoShare(String),
}

impl fmt::Display for NumberProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NumberProblem::Empty => f.write_str("a number is missing"),
            NumberProblem::NotANumber(text) => write!(f, "`{text}` is not a number"),
            NumberProblem::Ambiguous { text, decimal, thousands } => write!(
                f,
                "`{text}` can mean {decimal} or {thousands}; write {decimal}0 or {thousands}, or say which number format the file has"
            ),
            NumberProblem::TooManyDigits(text) => write!(f, "`{text}` has more than {MAX_DIGITS} digits"),
            NumberProblem::OtherUnit { text, found, expected } if expected.is_empty() => {
                write!(f, "`{text}` is in {found}, but the metric has no unit")
            }
            NumberProblem::OtherUnit { text, found, expected } => {
                write!(f, "`{text}` is in {found}, but the metric is in {expected}")
            }
            NumberProblem::NoShare(text) => {
                write!(f, "`{text}` is no share: the number below must be above zero, or both are zero")
            }
        }
    }
}

impl std::error::Error for NumberProblem {}

/// Reads a value: a plain number, `45/47`, `45 of 47` or `45 out of 47`, with the metric's unit behind it or not.
pub fn parse_value(text: &str, unit: &str, format: NumberFormat) -> Result<Value, NumberProblem> {
    let text = text.trim_matches(is_blank);
    let parts = [" out of ", " of ", "/"].iter().find_map(|between| text.split_once(between));
    let Some((counted, total)) = parts else { return Ok(Value::Plain(parse_number(text, unit, format)?)) };
    // A unit such as "cases/month" also holds a slash: a share has digits on both sides.
    if !total.contains(|c: char| c.is_ascii_digit()) {
        return Ok(Value::Plain(parse_number(text, unit, format)?));
    }
    let counted = parse_number(counted, "", format)?;
    let total = parse_number(total, unit, format).or_else(|_| parse_number(total, "", format))?;
    Value::share(counted, total).ok_or_else(|| NumberProblem::NoShare(text.to_owned()))
}

/// Reads one number, with the metric's `unit` behind it or not. An empty `unit` accepts no unit.
pub fn parse_number(text: &str, unit: &str, format: NumberFormat) -> Result<Decimal, NumberProblem> {
    let text = text.trim_matches(is_blank);
    if let Some(plain) = plain_decimal(text, format) {
        return Ok(plain);
    }
    if text.is_empty() {
        return Err(NumberProblem::Empty);
    }
    let end = text.rfind(|c: char| c.is_ascii_digit()).map_or(0, |at| at + 1);
    let (number, suffix) = text.split_at(end);
    let suffix = suffix.trim_matches(is_blank);
    if number.is_empty() {
        return Err(NumberProblem::NotANumber(text.to_owned()));
    }
    let plain = digits_of(number, format)?;
    if !suffix.is_empty() && !same_unit(suffix, unit) {
        return Err(NumberProblem::OtherUnit {
            text: text.to_owned(),
            found: suffix.to_owned(),
            expected: unit.trim().to_owned(),
        });
    }
    plain.parse().map_err(|why| match why {
        DecimalError::TooManyDigits => NumberProblem::TooManyDigits(text.to_owned()),
        DecimalError::Empty | DecimalError::NotANumber => NumberProblem::NotANumber(text.to_owned()),
    })
}

/// The common case without a copy: digits with at most one point that cannot stand between thousands.
fn plain_decimal(text: &str, format: NumberFormat) -> Option<Decimal> {
    let bytes = text.as_bytes();
    let decimals = bytes.iter().position(|b| *b == b'.').map_or(0, |at| bytes.len() - at - 1);
    let certain =
        decimals != 3 || format == NumberFormat::Point || bytes.starts_with(b"0.") || bytes.starts_with(b"-0.");
    let thousands = decimals == 3 && format == NumberFormat::Comma;
    let foreign = decimals > 0 && format == NumberFormat::Comma;
    if !certain || thousands || foreign { None } else { text.parse().ok() }
}

/// Blanks that stand between thousands or around a number: space, tab, no-break, narrow no-break and thin space.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' | '\u{feff}')
}

/// Whether a unit behind a number is the metric's, up to case and the words for percent.
pub(crate) fn same_unit(found: &str, expected: &str) -> bool {
    let canonical = |unit: &str| {
        let unit = unit.trim_matches(is_blank).to_lowercase();
        match unit.as_str() {
            "percent" | "per cent" | "pct" | "%" => "%".to_owned(),
            "hours" | "hour" | "hrs" | "h" => "h".to_owned(),
            "days" | "day" | "d" => "d".to_owned(),
            "minutes" | "minute" | "min" => "min".to_owned(),
            _ => unit,
        }
    };
    canonical(found) == canonical(expected)
}

/// The digits with a point before the decimals, no thousands signs.
fn digits_of(text: &str, format: NumberFormat) -> Result<String, NumberProblem> {
    let not_a_number = || NumberProblem::NotANumber(text.to_owned());
    let (sign, body) = split_sign(text);
    let body: Cow<'_, str> = without_blank_groups(body).ok_or_else(not_a_number)?;
    if !body.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',')) {
        return Err(not_a_number());
    }
    let (points, commas) = (body.matches('.').count(), body.matches(',').count());
    let decimal_sign = match (points, commas, format) {
        (0, 0, _) => return Ok(format!("{sign}{body}")),
        (_, 0, NumberFormat::Point) | (0, _, NumberFormat::Comma) => last_sign(&body),
        (_, 0, NumberFormat::Comma) | (0, _, NumberFormat::Point) => None,
        (1, 0, NumberFormat::Unstated) | (0, 1, NumberFormat::Unstated) => {
            if may_be_thousands(&body) {
                return Err(NumberProblem::Ambiguous {
                    text: text.to_owned(),
                    decimal: format!("{sign}{}", body.replace(',', ".")),
                    thousands: format!("{sign}{}", body.replace(['.', ','], "")),
                });
            }
            last_sign(&body)
        }
        (_, 0, NumberFormat::Unstated) | (0, _, NumberFormat::Unstated) => None,
        _ => last_sign(&body),
    };
    let matches_format = match (format, decimal_sign) {
        (NumberFormat::Point, Some(c)) => c == '.',
        (NumberFormat::Comma, Some(c)) => c == ',',
        _ => true,
    };
    if !matches_format {
        return Err(not_a_number());
    }
    let (whole, decimals) = match decimal_sign {
        Some(c) => body.rsplit_once(c).ok_or_else(not_a_number)?,
        None => (body.as_ref(), ""),
    };
    let whole = without_groups(whole).ok_or_else(not_a_number)?;
    Ok(if decimals.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") })
}

fn split_sign(text: &str) -> (&'static str, &str) {
    match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest.trim_start_matches(is_blank)),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    }
}

fn last_sign(body: &str) -> Option<char> {
    body.chars().rev().find(|c| matches!(c, '.' | ','))
}

/// `1,234` and `123.456`, but not `0.123`, `1234.567` or `1.2`.
fn may_be_thousands(body: &str) -> bool {
    body.split_once(['.', ','])
        .is_some_and(|(whole, rest)| rest.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0'))
}

/// Takes out blanks and apostrophes between groups of three digits; `None` where they stand elsewhere.
fn without_blank_groups(body: &str) -> Option<Cow<'_, str>> {
    let between = |c: char| is_blank(c) || matches!(c, '\'' | '\u{2019}');
    if !body.contains(between) {
        return Some(Cow::Borrowed(body));
    }
    let whole_end = body.find(['.', ',']).unwrap_or(body.len());
    let (whole, rest) = body.split_at(whole_end);
    let groups: Vec<&str> = whole.split(between).collect();
    (grouped(&groups) && !rest.contains(between)).then(|| Cow::Owned(groups.concat() + rest))
}

/// Takes out points or commas between groups of three digits; `None` where they stand elsewhere or are mixed.
fn without_groups(whole: &str) -> Option<String> {
    let mixed = whole.contains('.') && whole.contains(',');
    let groups: Vec<&str> = whole.split(['.', ',']).collect();
    let well_formed = groups.len() == 1 || grouped(&groups);
    (!mixed && well_formed).then(|| groups.concat())
}

fn grouped(groups: &[&str]) -> bool {
    let digits = |group: &&str| group.bytes().all(|b| b.is_ascii_digit());
    groups.iter().all(digits)
        && groups.first().is_some_and(|first| (1..=3).contains(&first.len()))
        && groups[1..].iter().all(|group| group.len() == 3)
}
