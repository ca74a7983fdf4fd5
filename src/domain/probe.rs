//! The auditor's page: one objective and everything there is to show for it, as facts in words without a format.
//!
//! Screen, paper and data are drawn from the same page, so that what is projected is what is handed over.

use serde::{Deserialize, Serialize};

use super::period::Date;
use super::reading::Verdict;
use super::snapshot::Exact;
use super::status::Status;

/// Everything there is to show for one objective on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Whose objective it is.
    pub organization: String,
    /// A throw-away sample.
    pub demo: bool,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub status: Status,
    /// When it was measured last, in words: `measured Oct 2026, in time`.
    pub measured: String,
    /// Why it stands there, one sentence without a full stop.
    pub why: String,
    /// The day it was judged on.
    pub as_of: Date,
    /// Looked at from a later day.
    pub past: bool,
    /// Only what the journal held up to this entry was looked at.
    pub known_seq: Option<u64>,
    /// The newest journal entry the page rests on.
    pub seq: u64,
    /// Its hash in hex.
    pub head: String,
    /// What there is to show, in the order in which it is asked for.
    pub elements: Vec<Element>,
    /// The last periods, oldest first.
    pub trail: Vec<Point>,
}

/// One question an auditor asks, and the answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Element {
    /// What it is about: `We promised`.
    pub label: String,
    /// The question it answers, for those who walk through.
    pub asks: String,
    /// Begins a group of its own.
    pub begins: bool,
    /// The answer; never empty.
    pub lines: Vec<Line>,
}

/// How a line is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    /// A fact.
    Fact,
    /// The words of a person.
    Quote,
    /// It is not there, although the standard asks for it.
    Missing,
    /// More of the line before it, in quieter print.
    Note,
}

/// A line of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// How it is meant.
    pub kind: LineKind,
    /// What the line is about, set apart: `risk R-014`; empty for none.
    pub head: String,
    /// What it says.
    pub text: String,
    /// Who said it; empty for nobody.
    pub by: String,
    /// Letters of clause 6.2, or another clause of ISO/IEC 27001:2022; empty where the line goes with the one before.
    pub clause: String,
}

/// What stands for one period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// The name of the period: `Oct 2026`.
    pub label: String,
    /// The value as people read it; empty where none came.
    pub shown: String,
    /// The value; none where none came, and where there was nothing to count.
    pub value: Option<Exact>,
    /// The value counts hundredths.
    pub percent: bool,
    /// Its judgement; none while a level is on its way, and where none came.
    pub verdict: Option<Verdict>,
    /// It replaced another value.
    pub corrected: bool,
    /// It came after the days to report.
    pub late: bool,
}

impl Line {
    /// A fact.
    pub fn fact(text: impl Into<String>) -> Line {
        Line { kind: LineKind::Fact, head: String::new(), text: text.into(), by: String::new(), clause: String::new() }
    }

    /// The words of a person.
    pub fn quote(text: impl Into<String>, by: impl Into<String>) -> Line {
        Line { kind: LineKind::Quote, by: by.into(), ..Line::fact(text) }
    }

    /// Something the standard asks for and nobody has written down.
    pub fn missing(text: impl Into<String>) -> Line {
        Line { kind: LineKind::Missing, ..Line::fact(text) }
    }

    /// More of the line before.
    pub fn note(text: impl Into<String>) -> Line {
        Line { kind: LineKind::Note, ..Line::fact(text) }
    }

    /// With what it is about, set apart.
    pub fn about(mut self, head: impl Into<String>) -> Line {
        self.head = head.into();
        self
    }

    /// With the clause it answers.
    pub fn clause(mut self, clause: &str) -> Line {
        clause.clone_into(&mut self.clause);
        self
    }

    /// The line as one text: `risk R-014: known holes exploited`, `“four fixes wait” R. Okafor`.
    pub fn said(&self) -> String {
        let text = match self.kind {
            LineKind::Quote => format!("“{}”", self.text),
            _ => self.text.clone(),
        };
        let head = if self.head.is_empty() { String::new() } else { format!("{}: ", self.head) };
        let by = if self.by.is_empty() { String::new() } else { format!("  {}", self.by) };
        format!("{head}{text}{by}")
    }
}

impl Element {
    /// A question with its answer.
    pub fn new(label: &str, asks: &str, clause: &str, mut lines: Vec<Line>) -> Element {
        if let Some(first) = lines.first_mut().filter(|first| first.clause.is_empty()) {
            clause.clone_into(&mut first.clause);
        }
        Element { label: label.to_owned(), asks: asks.to_owned(), begins: false, lines }
    }

    /// The same at the beginning of a group.
    pub fn begins(mut self) -> Element {
        self.begins = true;
        self
    }
}

impl Page {
    /// `state 1482 · 7f3a 90c1`: what the page can be checked against.
    pub fn state(&self) -> String {
        let hash = self.head.get(..8).unwrap_or(&self.head);
        let (first, second) = hash.split_at(hash.len().min(4));
        format!("state {} · {first} {second}", self.seq).trim_end().to_owned()
    }

    /// `as known on Mon 9 Nov 2026`, with the journal entry where one was named.
    pub fn known(&self) -> String {
        let day = self.as_of.format("%a %-d %b %Y");
        match self.known_seq {
            Some(seq) => format!("as known on {day}, entry {seq}"),
            None => format!("as known on {day}"),
        }
    }

    /// How many parts the standard asks for are missing.
    pub fn missing(&self) -> usize {
        let missing = |line: &&Line| line.kind == LineKind::Missing;
        self.elements.iter().map(|element| element.lines.iter().filter(missing).count()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clause_stands_with_the_first_line_that_has_none_of_its_own() {
        let lines = vec![Line::fact("a").about("risk R-1").clause("6.2 c"), Line::fact("b")];
        let element = Element::new("Because", "Why?", "6.2 a", lines);
        assert_eq!(element.lines[0].clause, "6.2 c");
        assert_eq!(element.lines[1].clause, "");
        assert_eq!(Element::new("What", "What?", "6.2 h", vec![Line::missing("x")]).lines[0].clause, "6.2 h");
    }

    #[test]
    fn a_line_reads_as_one_text() {
        assert_eq!(Line::fact("leaver misuse, high").about("risk R-007").said(), "risk R-007: leaver misuse, high");
        assert_eq!(Line::quote("two hosts", "R. Okafor").said(), "“two hosts”  R. Okafor");
    }
}
