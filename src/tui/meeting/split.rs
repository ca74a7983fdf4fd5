//! One line for value and meaning: `43/47 four fixes wait on two hosts`. As soon as what is typed can only be words, the
//! words go on in the meaning, so that a reading with its meaning costs one Enter.

use crate::app::parse::{NumberFormat, parse_value};

/// Words that may stand inside a value: while they are being typed nobody knows yet.
const INSIDE: [&str; 3] = ["of", "out of", "%"];

/// The value and the words of a line; `None` as long as the line may still be nothing but a value.
pub fn split<'a>(line: &'a str, unit: &str) -> Option<(&'a str, &'a str)> {
    if starts_as_words(line) {
        return Some(("", line.trim_start()));
    }
    if parse_value(line, unit, NumberFormat::Unstated).is_ok() {
        return None;
    }
    let ends = line.char_indices().map(|(at, _)| at).skip(1).collect::<Vec<_>>();
    ends.into_iter().rev().find_map(|at| {
        let (value, rest) = line.split_at(at);
        let glued = value.ends_with(char::is_alphabetic) && rest.starts_with(char::is_alphabetic);
        let reads = !glued && starts_as_words(rest) && parse_value(value, unit, NumberFormat::Unstated).is_ok();
        (reads && !may_belong_to_value(rest.trim(), unit)).then(|| (value.trim(), rest.trim_start()))
    })
}

fn starts_as_words(text: &str) -> bool {
    text.trim_start().starts_with(|c: char| c.is_alphabetic() || matches!(c, '"' | '“' | '‘' | '\''))
}

/// Whether the rest is a unit or `of` that is not typed to its end.
fn may_belong_to_value(rest: &str, unit: &str) -> bool {
    let rest = rest.to_lowercase();
    INSIDE.iter().map(|word| (*word).to_owned()).chain([unit.trim().to_lowercase()]).any(|word| word.starts_with(&rest))
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn words_go_on_in_the_meaning_as_soon_as_they_can_be_nothing_else() {
        type Case = (&'static str, &'static str, Option<(&'static str, &'static str)>);
        let cases: &[Case] = &[
            ("", "%", None),
            ("43", "%", None),
            ("43/47", "%", None),
            ("43/47 ", "%", None),
            ("43/47 f", "%", Some(("43/47", "f"))),
            ("43/47 four fixes", "%", Some(("43/47", "four fixes"))),
            ("43/47four", "%", Some(("43/47", "four"))),
            ("43 o", "%", None),
            ("43 of", "%", None),
            ("43 of 47", "%", None),
            ("43 of 47 four", "%", Some(("43 of 47", "four"))),
            ("43 of t", "%", Some(("43", "of t"))),
            ("43 on", "%", Some(("43", "on"))),
            ("95.5 % all in time", "%", Some(("95.5 %", "all in time"))),
            ("38 h", "h", None),
            ("38h", "h", None),
            ("38 hosts", "h", Some(("38", "hosts"))),
            ("38hosts", "h", Some(("38", "hosts"))),
            ("38 h hosts", "h", Some(("38 h", "hosts"))),
            ("12 hou", "hours", None),
            ("1,234 text", "", None),
            ("four fixes", "%", Some(("", "four fixes"))),
            ("-3 below", "", Some(("-3", "below"))),
            ("12 ärger", "", Some(("12", "ärger"))),
        ];
        for (line, unit, wanted) in cases {
            assert_eq!(split(line, unit), *wanted, "`{line}` in `{unit}`");
        }
    }
}
