//! The filter line of the history: words to look for, narrowed by `by:NAME kind:reading code:HR-2 from:DATE to:DATE`.

use crate::app::view::{HistoryQuery, Sample};
use crate::domain::period::{Date, parse_iso_date};
use crate::domain::topic::Topic;

/// The question a filter line and a sample ask. The sentence says what cannot be read.
pub fn query(line: &str, sample: Option<Sample>, limit: usize) -> Result<HistoryQuery, String> {
    let mut query = HistoryQuery { sample, ..HistoryQuery::newest(limit) };
    let mut words: Vec<&str> = Vec::new();
    for word in line.split_whitespace() {
        match word.split_once(':') {
            Some(("by", name)) => query.by = name.to_owned(),
            Some(("code", code)) => query.code = code.to_owned(),
            Some(("kind", kind)) => query.topic = Some(topic(kind)?),
            Some(("from", day)) => query.from = Some(date(day)?),
            Some(("to", day)) => query.to = Some(date(day)?),
            Some(("on", day)) => (query.from, query.to) = (Some(date(day)?), Some(date(day)?)),
            _ => words.push(word),
        }
    }
    query.text = words.join(" ");
    Ok(query)
}

fn topic(kind: &str) -> Result<Topic, String> {
    Topic::from_word(kind).ok_or_else(|| {
        let known: Vec<&str> = Topic::ALL.iter().map(|topic| topic.word()).collect();
        format!("kind: knows {}", known.join(", "))
    })
}

fn date(text: &str) -> Result<Date, String> {
    parse_iso_date(text).ok_or_else(|| format!("`{text}` is no date; write it as 2026-11-23"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_becomes_a_question() {
        let day = |text: &str| parse_iso_date(text).expect("an ISO date");
        let asked = query("by:novak kind:reading from:2026-01-01 two late", Some(Sample::Late), 7).expect("a question");
        assert_eq!((asked.by.as_str(), asked.topic, asked.text.as_str()), ("novak", Some(Topic::Reading), "two late"));
        assert_eq!((asked.from, asked.to), (Some(day("2026-01-01")), None));
        assert_eq!((asked.sample, asked.limit), (Some(Sample::Late), 7));
        let one_day = query("on:2026-03-31 code:hr-2", None, 7).expect("a question");
        assert_eq!((one_day.from, one_day.to, one_day.code.as_str()), (one_day.to, one_day.from, "hr-2"));
        assert!(query("kind:nothing", None, 7).is_err_and(|why| why.contains("reading, objective")));
        assert!(query("from:yesterday", None, 7).is_err_and(|why| why.contains("yesterday")));
        assert_eq!(query("12:30", None, 7).expect("a text").text, "12:30");
    }
}
