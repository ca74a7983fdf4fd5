//! The order people expect of references: `R-2` before `R-10`, `4.9` before `4.10`.

use std::cmp::Ordering;

use super::{Level, Source, SourceStatus};

/// Two references in the order people expect: runs of digits are compared as numbers, everything else without case.
pub fn by_reference(a: &str, b: &str) -> Ordering {
    let (a, b) = (parts(a), parts(b));
    a.cmp(&b)
}

/// Two sources in the order of a register: kind by kind, what counts before what is done with, risks by their level,
/// then by reference.
pub fn in_register(a: &Source, b: &Source) -> Ordering {
    let done = |source: &Source| matches!(source.status, SourceStatus::Closed | SourceStatus::Withdrawn);
    let policy = |source: &Source| source.policy.to_lowercase();
    a.kind
        .cmp(&b.kind)
        .then_with(|| done(a).cmp(&done(b)))
        .then_with(|| Level::of(&b.level).cmp(&Level::of(&a.level)))
        .then_with(|| policy(a).cmp(&policy(b)))
        .then_with(|| by_reference(&a.reference, &b.reference))
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// A run of digits without leading zeros: the longer is the larger.
    Number(usize, String),
    Text(String),
}

fn parts(reference: &str) -> Vec<Part> {
    let chars: Vec<char> = reference.trim().to_lowercase().chars().collect();
    let runs = chars.chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit());
    runs.map(|run| {
        let text: String = run.iter().collect();
        if run[0].is_ascii_digit() {
            let digits = text.trim_start_matches('0').to_owned();
            Part::Number(digits.len(), digits)
        } else {
            Part::Text(text)
        }
    })
    .collect()
}
