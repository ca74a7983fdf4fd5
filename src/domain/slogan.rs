//! Titles that cannot be met or missed: slogans (RC-03) and promises nobody can keep (RC-04).
//!
//! Both judge words by lists that a register may edit and translate; the lists here are where it starts.

use super::objective::{Definition, Kind};
use super::text::{ends_of, words};

/// Verbs a slogan starts with (RC-03).
pub const VAGUE_VERBS: &[&str] = &["improve", "strengthen", "enhance", "ensure", "promote", "raise", "maintain"];

/// Outcomes nobody controls or can prove (RC-04). `0` and `zero`, `percent` and `%` are read alike.
pub const ABSOLUTE_PROMISES: &[&str] = &[
    "100 % security",
    "100 % secure",
    "zero breaches",
    "zero data breaches",
    "zero security breaches",
    "zero incidents",
    "zero security incidents",
    "no breaches",
    "no incidents",
    "no security incidents",
    "no risk",
    "zero risk",
    "fully secure",
    "completely secure",
    "unhackable",
];

/// Words that compare. `under`, `over` and `within` are not among them: most titles mean a place by them.
const COMPARATORS: &[&str] =
    &["at least", "at most", "more than", "less than", "fewer than", "above", "below", "half", "twice"];

/// Number words people write out.
const NUMBER_WORDS: &[&str] = &[
    "zero", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty",
    "hundred",
];

/// Names that hold a number and measure nothing.
const NAMES_WITH_NUMBERS: &[&str] =
    &["27001", "27002", "9001", "365", "zero trust", "zero day", "two factor", "four eyes", "tier 0", "tier zero"];

/// What may follow the digits of a number written without a blank: `24h`.
const UNITS_BEHIND_DIGITS: &[&str] = &["", "h", "d", "m", "k", "x"];

/// A number of four digits in here says when, not how much.
const YEARS: std::ops::RangeInclusive<u32> = 1990..=2100;

/// Words after which a promise that counts is over: `zero incidents in 2026`. Any other word narrows it to something
/// that can be controlled: `zero incidents reported late`.
const ENDS_A_PROMISE: &[&str] = &[
    "a",
    "across",
    "and",
    "at",
    "by",
    "during",
    "ever",
    "for",
    "from",
    "in",
    "on",
    "or",
    "per",
    "this",
    "through",
    "throughout",
    "to",
    "until",
    "with",
    "within",
];

/// Whether an objective reads as an aspiration: its title is one and its metric or target is empty. A milestone with
/// criteria can be answered, whatever its title says.
pub fn is_slogan<V: AsRef<str>>(definition: &Definition, verbs: &[V]) -> bool {
    let measurable = match definition.kind {
        Kind::Milestone => !definition.criteria.is_empty(),
        Kind::Maintain | Kind::Reach => !definition.metric.trim().is_empty() && definition.target.is_some(),
    };
    !measurable && reads_as_slogan(&definition.title, verbs)
}

/// Whether a title starts with one of the verbs and names neither a number nor a comparison.
pub fn reads_as_slogan<V: AsRef<str>>(title: &str, verbs: &[V]) -> bool {
    let title = words(title);
    let starts = |verb: &V| {
        let verb = words(verb.as_ref());
        !verb.is_empty() && title.starts_with(&verb)
    };
    verbs.iter().any(starts) && !says_how_much(&title)
}

/// Whether the words name a number or a comparison: a year and a name such as `ISO 27001` or `zero trust` are neither.
fn says_how_much(title: &[String]) -> bool {
    let mut in_a_name = vec![false; title.len()];
    for name in NAMES_WITH_NUMBERS.iter().map(|name| words(name)) {
        for end in ends_of(title, &name) {
            in_a_name[end - name.len()..end].fill(true);
        }
    }
    let counts = |(word, named): (&String, bool)| !named && is_number(word);
    title.iter().zip(in_a_name).any(counts)
        || COMPARATORS.iter().any(|phrase| !ends_of(title, &words(phrase)).is_empty())
}

fn is_number(word: &str) -> bool {
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = &word[..word.len() - unit.len()];
    let is_year = digits.len() == 4 && digits.parse().is_ok_and(|year| YEARS.contains(&year));
    let in_digits = !digits.is_empty() && !is_year && UNITS_BEHIND_DIGITS.contains(&unit);
    in_digits || matches!(word, "%" | "<" | ">" | "=" | "≥" | "≤") || NUMBER_WORDS.contains(&word)
}

/// The first of the phrases that a title or target text promises as an outcome; `None` where none does.
pub fn absolute_promise<'p, P: AsRef<str>>(text: &str, phrases: &'p [P]) -> Option<&'p str> {
    let text = counted(words(text));
    let promised = |phrase: &&P| {
        let phrase = counted(words(phrase.as_ref()));
        ends_of(&text, &phrase).into_iter().any(|end| is_whole(&phrase, text.get(end).map(String::as_str)))
    };
    phrases.iter().find(promised).map(AsRef::as_ref)
}

/// `0 incidents` and `zero incidents` say the same.
fn counted(words: Vec<String>) -> Vec<String> {
    words.into_iter().map(|word| if word == "0" { "zero".to_owned() } else { word }).collect()
}

/// Whether the phrase stands for itself before `next`. A phrase that counts may go on to a population that can be
/// controlled: `no risk assessments`, `zero breaches of the patch SLA`, but not `100 % security of customer data`.
fn is_whole(phrase: &[String], next: Option<&str>) -> bool {
    let counts = phrase.first().is_some_and(|first| matches!(first.as_str(), "zero" | "no" | "100"));
    match next {
        None => true,
        Some(_) if !counts => true,
        Some("of") => phrase.last().is_some_and(|last| !last.ends_with('s')),
        Some(word) => ENDS_A_PROMISE.contains(&word) || word.chars().all(char::is_numeric),
    }
}
