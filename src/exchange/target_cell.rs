//! Target cells as spreadsheets hold them: `>= 95 % (SLA)`, `at least 95`, `under 24 h`, `between 5 and 15`.

use super::number::{NumberFormat, NumberProblem, is_blank, parse_number};
use crate::domain::objective::Operator;
use crate::domain::quantity::Decimal;

/// A target cell taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetCell {
    /// How a value is held against it, where the cell says so.
    pub operator: Option<Operator>,
    /// The number; the lower edge of a range.
    pub target: Decimal,
    /// The upper edge of a range.
    pub target_high: Option<Decimal>,
    /// The unit behind the number; empty for none.
    pub unit: String,
    /// What else the cell says.
    pub note: String,
}

/// Words and signs before a number, the longer ones first.
const OPERATORS: [(&str, Operator); 34] = [
    ("no less than", Operator::AtLeast),
    ("not less than", Operator::AtLeast),
    ("no more than", Operator::AtMost),
    ("not more than", Operator::AtMost),
    ("greater than", Operator::Above),
    ("more than", Operator::Above),
    ("less than", Operator::Under),
    ("lower than", Operator::Under),
    ("at least", Operator::AtLeast),
    ("at most", Operator::AtMost),
    ("equal to", Operator::Equal),
    ("between", Operator::Between),
    ("minimum", Operator::AtLeast),
    ("maximum", Operator::AtMost),
    ("exactly", Operator::Equal),
    ("within", Operator::AtMost),
    ("up to", Operator::AtMost),
    ("under", Operator::Under),
    ("below", Operator::Under),
    ("above", Operator::Above),
    ("over", Operator::Above),
    ("min.", Operator::AtLeast),
    ("max.", Operator::AtMost),
    ("min", Operator::AtLeast),
    ("max", Operator::AtMost),
    (">=", Operator::AtLeast),
    ("=>", Operator::AtLeast),
    ("<=", Operator::AtMost),
    ("=<", Operator::AtMost),
    ("≥", Operator::AtLeast),
    ("≤", Operator::AtMost),
    (">", Operator::Above),
    ("<", Operator::Under),
    ("=", Operator::Equal),
];

/// The operator a cell of an operator column names: `>=`, `at least`, `under`, `between`.
pub fn operator_named(text: &str) -> Option<Operator> {
    let text = text.trim_matches(is_blank).to_lowercase();
    match text.as_str() {
        "==" | "equals" | "equal" => Some(Operator::Equal),
        "range" => Some(Operator::Between),
        _ => OPERATORS.iter().find(|(word, _)| *word == text).map(|(_, operator)| *operator),
    }
}

/// Takes a target cell apart. Without an operator in it, `operator` is `None` and the direction decides.
pub fn parse_target_cell(text: &str, format: NumberFormat) -> Result<TargetCell, NumberProblem> {
    let text = text.trim_matches(is_blank);
    let (operator, rest) = split_operator(text);
    let (first, rest) = split_number(rest).ok_or_else(|| not_a_target(text))?;
    let target = parse_number(first, "", format)?;
    let whole = |operator, target_high, rest: &str| {
        let (unit, note) = unit_and_note(rest);
        TargetCell { operator, target, target_high, unit, note }
    };
    if matches!(operator, None | Some(Operator::Between)) {
        if let Some((second, rest)) = after_range_word(rest).and_then(split_number) {
            let high = parse_number(second, "", format)?;
            return Ok(whole(Some(Operator::Between), Some(high), rest));
        }
        if operator.is_some() {
            return Err(not_a_target(text));
        }
    }
    Ok(whole(operator, None, rest))
}

fn not_a_target(text: &str) -> NumberProblem {
    if text.is_empty() { NumberProblem::Empty } else { NumberProblem::NotANumber(text.to_owned()) }
}

fn split_operator(text: &str) -> (Option<Operator>, &str) {
    let found = OPERATORS.iter().find(|(word, _)| {
        let starts = text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
        let ends = !word.ends_with(char::is_alphabetic)
            || !text[word.len().min(text.len())..].starts_with(|c: char| c.is_alphabetic());
        starts && ends
    });
    match found {
        Some((word, operator)) => (Some(*operator), text[word.len()..].trim_start_matches(is_blank)),
        None => (None, text),
    }
}

/// The number at the start, blanks between groups of three included, and what follows it.
fn split_number(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start_matches(is_blank);
    let signed = text.starts_with(['-', '+', '\u{2212}']);
    let digits_from = if signed { text.chars().next().map_or(0, char::len_utf8) } else { 0 };
    if !text[digits_from..].starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut end = digits_from;
    for (at, c) in text[digits_from..].char_indices().map(|(i, c)| (i + digits_from, c)) {
        let part = c.is_ascii_digit() || matches!(c, '.' | ',' | '\'') && next_is_digit(text, at + c.len_utf8());
        let gap = is_blank(c) && three_digits_follow(&text[at + c.len_utf8()..]);
        if !part && !gap {
            break;
        }
        end = at + c.len_utf8();
    }
    Some(text.split_at(end))
}

fn next_is_digit(text: &str, at: usize) -> bool {
    text[at..].starts_with(|c: char| c.is_ascii_digit())
}

fn three_digits_follow(text: &str) -> bool {
    text.len() >= 3 && text.bytes().take_while(u8::is_ascii_digit).count() == 3
}

/// What follows `to`, `and`, `-`, `–`, `..` after the first edge of a range; the unit may stand at both edges.
fn after_range_word(rest: &str) -> Option<&str> {
    let rest = rest.trim_start_matches(is_blank);
    let rest = rest.strip_prefix('%').unwrap_or(rest).trim_start_matches(is_blank);
    ["to ", "and ", "...", "..", "…", "-", "–", "—"].iter().find_map(|word| rest.strip_prefix(word))
}

fn unit_and_note(rest: &str) -> (String, String) {
    let rest = rest.trim_matches(is_blank);
    if let Some(note) = rest.strip_prefix('%') {
        return ("%".to_owned(), bare(note));
    }
    let cut = rest.find(['(', ';', ',', '[']).unwrap_or(rest.len());
    let (unit, note) = rest.split_at(cut);
    (unit.trim_matches(is_blank).to_owned(), bare(note))
}

/// A remark without the signs that set it off.
fn bare(note: &str) -> String {
    let note = note.trim_matches(|c| is_blank(c) || matches!(c, ';' | ','));
    let inside =
        note.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).filter(|rest| !rest.contains(['(', ')']));
    inside.unwrap_or(note).trim_matches(is_blank).to_owned()
}
