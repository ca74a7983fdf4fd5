//! The resources of a plan (6.2 i): what was asked, granted and spent, as far as the texts name figures.
//!
//! People write `12 person-days a quarter, 8 000 EUR for the weekend window`. Days, hours and money in it can be added
//! up, each by its unit and rhythm; everything else stays what it is, words.

use std::collections::BTreeMap;

use super::objective::Definition;
use super::quantity::Decimal;
use super::words;

/// Figures by what they count: `days`, `EUR a year`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Amounts(BTreeMap<String, Decimal>);

impl Amounts {
    /// The figures a text names.
    pub fn of(said: &str) -> Amounts {
        let words: Vec<&str> = said.split([' ', '\u{a0}', ';', ',']).filter(|word| !word.is_empty()).collect();
        let mut amounts = Amounts::default();
        let mut at = 0;
        while at < words.len() {
            let (number, used) = number_at(&words[at..]);
            let Some(number) = number else {
                at += 1;
                continue;
            };
            at += used;
            if let Some((unit, used)) = unit_at(&words[at..]) {
                at += used;
                amounts.add(&unit, number);
            }
        }
        amounts
    }

    /// Whether no figure is named.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds all figures of another.
    pub fn add_all(&mut self, other: &Amounts) {
        other.0.iter().for_each(|(unit, number)| self.add(unit, *number));
    }

    /// What is missing of these when the others are there; what is there beyond them does not count.
    pub fn without(&self, others: &Amounts) -> Amounts {
        let rest = self.0.iter().filter_map(|(unit, number)| {
            let there = others.0.get(unit).copied().unwrap_or(Decimal::ZERO);
            let rest = sum(*number, negative(there)?)?;
            (!rest.is_negative() && !rest.is_zero()).then(|| (unit.clone(), rest))
        });
        Amounts(rest.collect())
    }

    fn add(&mut self, unit: &str, number: Decimal) {
        let before = self.0.get(unit).copied().unwrap_or(Decimal::ZERO);
        // A sum that no number can hold stays what it was before: it is only a total at the foot of a table.
        self.0.insert(unit.to_owned(), sum(before, number).unwrap_or(before));
    }
}

impl std::fmt::Display for Amounts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (at, (unit, number)) in self.0.iter().enumerate() {
            let gap = if at == 0 { "" } else { ", " };
            let one = number.to_string() == "1";
            let unit = if one { unit.replacen("days", "day", 1).replacen("hours", "hour", 1) } else { unit.clone() };
            write!(f, "{gap}{} {unit}", grouped(*number))?;
        }
        Ok(())
    }
}

/// What stands on resources that are not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Something is needed and nobody granted anything.
    Ungranted,
    /// Less was granted than is needed.
    Short(Amounts),
}

/// What is missing of the resources an objective needs; `None` where nothing is needed or all of it was granted.
pub fn missing(definition: &Definition) -> Option<Missing> {
    missing_of(&definition.resources, &definition.granted)
}

/// The same from what a plan says it needs, and what was granted of it.
pub fn missing_of(needs: &str, granted: &str) -> Option<Missing> {
    let needs = needs.trim();
    if needs.is_empty() || needs_nothing(needs) {
        return None;
    }
    if granted.trim().is_empty() {
        return Some(Missing::Ungranted);
    }
    let granted = Amounts::of(granted);
    let short = Amounts::of(needs).without(&granted);
    // A grant in words, `as asked`, grants what was asked.
    (!granted.is_empty() && !short.is_empty()).then_some(Missing::Short(short))
}

/// What was used beyond what was granted.
pub fn overspent(definition: &Definition) -> Amounts {
    let granted = Amounts::of(&definition.granted);
    if granted.is_empty() { Amounts::default() } else { Amounts::of(&definition.spent).without(&granted) }
}

/// The figure of a text that names one with its unit and says nothing else: `15 000 EUR`, `4 days a month`.
pub fn sole(said: &str) -> Option<Decimal> {
    let words: Vec<&str> = said.split([' ', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let (number, figure) = number_at(&words);
    let (_, unit) = unit_at(words.get(figure..)?)?;
    number.filter(|_| figure + unit == words.len())
}

/// Whether a text says that nothing is needed.
fn needs_nothing(needs: &str) -> bool {
    ["none", "nothing", "no extra", "-", "–"].iter().any(|word| needs.eq_ignore_ascii_case(word))
}

/// `granted 20 days, 15 000 EUR by the management team on 12 Jan 2026`; none while nobody granted anything.
pub fn granted_words(definition: &Definition) -> Option<String> {
    let granted = Some(definition.granted.trim()).filter(|granted| !granted.is_empty())?;
    let by = definition.granted_by.trim();
    let by = if by.is_empty() { String::new() } else { format!(" by {by}") };
    let on = definition.granted_on.map(|day| format!(" on {}", words::day(day))).unwrap_or_default();
    Some(format!("granted {granted}{by}{on}"))
}

/// `spent 6 days`; none while nothing was.
pub fn spent_words(definition: &Definition) -> Option<String> {
    Some(definition.spent.trim()).filter(|spent| !spent.is_empty()).map(|spent| format!("spent {spent}"))
}

/// A number at the front, thousands parted by blanks, and how many words it takes.
fn number_at(words: &[&str]) -> (Option<Decimal>, usize) {
    let Some(first) = words.first() else { return (None, 1) };
    let mut digits = (*first).to_owned();
    let mut used = 1;
    let is_group = |word: &str| word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    if digits.len() <= 3 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        while let Some(group) = words.get(used).filter(|word| is_group(word)) {
            digits.push_str(group);
            used += 1;
        }
    }
    (digits.parse().ok(), used)
}

/// Units that can be added up, with the words for them.
const UNITS: [(&str, &[&str]); 5] = [
    ("days", &["day", "days", "person-day", "person-days", "man-days", "pd"]),
    ("hours", &["hour", "hours", "h", "person-hours"]),
    ("weeks", &["week", "weeks", "person-weeks"]),
    ("FTE", &["fte"]),
    ("people", &["people", "persons"]),
];

/// A unit at the front, with its rhythm, and how many words it takes; one word may stand before it: `2 audit days`.
fn unit_at(words: &[&str]) -> Option<(String, usize)> {
    let named = |word: &str| {
        let word = word.trim_end_matches('.');
        let known = UNITS.iter().find(|(_, names)| names.iter().any(|name| name.eq_ignore_ascii_case(word)));
        let currency = word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
        known.map(|(unit, _)| (*unit).to_owned()).or_else(|| currency.then(|| word.to_owned()))
    };
    let (unit, used) = [0, 1].into_iter().find_map(|at| Some((named(words.get(at)?)?, at + 1)))?;
    let rhythm = match words.get(used..used + 2) {
        Some([a, span]) if ["a", "per"].contains(a) && RHYTHMS.contains(span) => Some(format!(" a {span}")),
        _ => None,
    };
    // `1 hour per person` is no amount: nobody says here how many people there are.
    if rhythm.is_none() && words.get(used) == Some(&"per") {
        return None;
    }
    let used = used + if rhythm.is_some() { 2 } else { 0 };
    Some((format!("{unit}{}", rhythm.unwrap_or_default()), used))
}

const RHYTHMS: [&str; 4] = ["week", "month", "quarter", "year"];

fn sum(a: Decimal, b: Decimal) -> Option<Decimal> {
    let scale = a.scale().max(b.scale());
    Decimal::new(a.mantissa_at(scale)?.checked_add(b.mantissa_at(scale)?)?, scale)
}

fn negative(number: Decimal) -> Option<Decimal> {
    Decimal::new(number.mantissa().checked_neg()?, number.scale())
}

/// Thousands parted by blanks: `15 000`.
fn grouped(number: Decimal) -> String {
    let text = number.to_string();
    let (whole, rest) = text.split_once('.').map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let mut said = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 && digit.is_ascii_digit() && !said.ends_with('-') {
            said.push(' ');
        }
        said.push(digit);
    }
    match rest {
        Some(rest) => format!("{said}.{rest}"),
        None => said,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needing(resources: &str, granted: &str) -> Definition {
        let mut definition = Definition::titled("A plan", Date::MIN);
        (definition.resources, definition.granted) = (resources.to_owned(), granted.to_owned());
        definition
    }

    use crate::domain::period::Date;

    #[test]
    fn figures_are_read_with_their_unit_and_rhythm_and_words_are_left_alone() {
        for (said, read) in [
            ("12 person-days a quarter, 8 000 EUR for the weekend window", "8 000 EUR, 12 days a quarter"),
            ("scanner licence 14 000 EUR a year, 4 days a month", "14 000 EUR a year, 4 days a month"),
            ("2 audit days a quarter from the internal audit budget", "2 days a quarter"),
            ("20 days, 15 000 EUR, granted 12 Jan", "15 000 EUR, 20 days"),
            ("1.5 FTE; 0.5 fte", "2 FTE"),
            ("9 000 EUR content, 1 hour per person", "9 000 EUR"),
            ("1 day", "1 day"),
            ("course licence", ""),
            ("31 replacements in 2026", ""),
            ("99999999999999999999 EUR", ""),
        ] {
            assert_eq!(Amounts::of(said).to_string(), read, "{said}");
        }
    }

    #[test]
    fn what_is_missing_is_what_was_asked_and_not_granted() {
        assert_eq!(missing(&needing("20 days, 15 000 EUR", "")), Some(Missing::Ungranted));
        let short = missing(&needing("20 days, 15 000 EUR", "20 days, 10 000 EUR"));
        assert_eq!(short, Some(Missing::Short(Amounts::of("5 000 EUR"))));
        assert_eq!(missing(&needing("20 days", "25 days")), None);
        assert_eq!(missing(&needing("20 days", "as asked")), None);
        assert_eq!(missing(&needing("", "")), None);
        assert_eq!(missing(&needing("none", "")), None);
    }

    #[test]
    fn one_figure_with_its_unit_is_a_number() {
        for (said, figure) in [
            ("15 000 EUR", Some("15000")),
            ("1.5 FTE", Some("1.5")),
            ("12 person-days a quarter", Some("12")),
            ("2 audit days", Some("2")),
            ("20 days, 15 000 EUR", None),
            ("scanner licence 14 000 EUR", None),
            ("8 000 EUR for the weekend window", None),
            ("31 replacements", None),
            ("15 000", None),
            ("as asked", None),
            ("", None),
        ] {
            assert_eq!(sole(said).map(|figure| figure.to_string()).as_deref(), figure, "{said}");
        }
    }

    #[test]
    fn sums_keep_their_units_apart() {
        let mut total = Amounts::of("3 days, 500 EUR");
        total.add_all(&Amounts::of("2 days, 4 days a month"));
        assert_eq!(total.to_string(), "500 EUR, 5 days, 4 days a month");
    }
}
