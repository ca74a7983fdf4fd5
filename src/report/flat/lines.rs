//! What stands outside of tables, as lines with a label.

use super::{Line, Piece, Role};
use crate::domain::probe::{Element, LineKind};
use crate::report::chart::Chart;
use crate::report::document::{self, Case, ContentsEntry, Evidence, Fact, Items, Mark};

pub(super) fn plain<'d>(role: Role, text: &str) -> Piece<'d> {
    line(role, "", text)
}

fn line<'d>(role: Role, label: &str, text: &str) -> Piece<'d> {
    said(role, label, text, "")
}

fn said<'d>(role: Role, label: &str, text: &str, by: &str) -> Piece<'d> {
    Piece::Line(Line { role, label: label.to_owned(), text: text.to_owned(), by: by.to_owned(), clause: String::new() })
}

/// The sign with its word, which never stand alone.
pub(super) fn mark(mark: &Mark) -> String {
    format!("{} {}", mark.symbol, mark.word)
}

pub(super) fn items<'d>(items: &'d Items) -> impl Iterator<Item = Piece<'d>> {
    let entry = |(sign, strong, text): &(Option<Mark>, String, String)| {
        said(Role::Text, strong, text, &sign.as_ref().map(mark).unwrap_or_default())
    };
    let note = Some(plain(Role::Note, &items.note)).filter(|_| !items.note.is_empty());
    std::iter::once(plain(Role::Heading, &items.heading)).chain(items.entries.iter().map(entry)).chain(note)
}

pub(super) fn fact<'d>(fact: &'d Fact) -> impl Iterator<Item = Piece<'d>> {
    fact.lines.iter().map(|words| match words {
        document::Line::Plain(text) => line(Role::Text, &fact.label, text),
        document::Line::Said(text, by) => said(Role::Text, &fact.label, text, by),
    })
}

pub(super) fn chart(chart: &Chart) -> [Piece<'_>; 4] {
    [
        plain(Role::Heading, &chart.title),
        Piece::Chart(chart),
        plain(Role::Text, &chart.description),
        plain(Role::Note, &chart.legend),
    ]
}

pub(super) fn case<'d>(case: &'d Case, pieces: &mut Vec<Piece<'d>>) {
    pieces.push(said(Role::Heading, &case.code, &case.title, &mark(&case.mark)));
    pieces.extend(case.chart.as_ref().map(Piece::Chart));
    pieces.push(plain(Role::Text, &case.subtitle));
    pieces.push(plain(Role::Lead, &case.why));
    pieces.extend(case.facts.iter().flat_map(fact));
    if let Some(chart) = &case.chart {
        pieces.push(plain(Role::Note, &chart.description));
        pieces.push(plain(Role::Note, &chart.legend));
    }
    if !case.choices.is_empty() {
        pieces.push(line(Role::Text, "Decision", &format!("☐ {}", case.choices.join("   ☐ "))));
        pieces.push(line(Role::Text, "who, by", ""));
    }
}

pub(super) fn entry<'d>(entry: &ContentsEntry) -> Piece<'d> {
    let beside = format!("{}, {}", mark(&entry.mark), entry.note);
    said(Role::Text, &entry.code, &entry.title, &beside)
}

pub(super) fn evidence<'d>(sheet: &'d Evidence, pieces: &mut Vec<Piece<'d>>) {
    let page = &sheet.page;
    pieces.push(said(Role::Heading, &page.code, &page.title, &mark(&sheet.mark)));
    pieces.push(plain(Role::Text, &format!("{}, {}", page.measured, page.known())));
    pieces.push(plain(Role::Lead, &page.why));
    for element in &page.elements {
        answer(element, pieces);
    }
}

fn answer(element: &Element, pieces: &mut Vec<Piece<'_>>) {
    for (at, line) in element.lines.iter().enumerate() {
        let text = match line.kind {
            LineKind::Missing => format!("missing: {}", line.text),
            LineKind::Quote => format!("“{}”", line.text),
            LineKind::Fact | LineKind::Note => line.text.clone(),
        };
        pieces.push(Piece::Line(Line {
            role: if line.kind == LineKind::Note { Role::Note } else { Role::Text },
            label: if at == 0 { element.label.clone() } else { String::new() },
            text: if line.head.is_empty() { text } else { format!("{}: {text}", line.head) },
            by: line.by.clone(),
            clause: line.clause.trim().to_owned(),
        }));
    }
}
