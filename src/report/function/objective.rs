//! One objective of a page: why, what was promised, how it goes, what was decided, whom to tell.

use crate::domain::briefing::Pursued;
use crate::domain::probe::{Element, LineKind};
use crate::report::chart;
use crate::report::document::{Block, Fact, Line, Part};
use crate::report::pack::phrases;

/// What an auditor asks and those who do the work need not read.
const FOR_AUDITORS: [&str; 3] = ["Approved", "Changed", "Trail"];

pub(super) fn part(pursued: &Pursued, number: usize) -> Part {
    let page = &pursued.page;
    let stands = format!("{} {}", phrases::sentence(&page.why), phrases::sentence(&page.measured));
    let mut blocks = vec![Block::Text(stands)];
    if let Some(chart) = chart::chart(&pursued.frozen) {
        blocks.push(Block::Chart(Box::new(chart)));
    }
    let elements = page.elements.iter().filter(|element| !FOR_AUDITORS.contains(&element.label.as_str()));
    let mut facts: Vec<Fact> = elements.map(fact).collect();
    if !pursued.tell.is_empty() {
        let lines = pursued.tell.iter().map(|text| Line::Plain(text.clone())).collect();
        facts.push(Fact { label: "Tell".into(), lines });
    }
    blocks.push(Block::Facts(facts));
    Part::headed(format!("objective-{number}"), format!("{} {}", page.code, page.title), blocks)
}

fn fact(element: &Element) -> Fact {
    let line = |line: &crate::domain::probe::Line| match line.kind {
        LineKind::Quote => Line::Said(line.text.clone(), line.by.clone()),
        LineKind::Fact | LineKind::Missing | LineKind::Note => Line::Plain(line.said()),
    };
    // Whom else a target was told is for the records; that the owner knows it concerns those who read the page.
    let told = element.label == "Told";
    let lines = element.lines.iter().filter(|line| !(told && line.kind == LineKind::Note));
    Fact { label: element.label.clone().into(), lines: lines.map(line).collect() }
}
