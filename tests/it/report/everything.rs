//! A document with every block and every cell, made of texts somebody chooses.

use sixtwo::domain::probe::{self, Element, LineKind, Page};
use sixtwo::domain::reading::Verdict;
use sixtwo::domain::snapshot::Exact;
use sixtwo::domain::status::Status;
use sixtwo::report::chart::{Chart, Point, Span, Trend};
use sixtwo::report::document::*;

use super::fixture::{day, number};

/// Gives texts, and remembers them.
pub struct Texts {
    make: fn(usize) -> String,
    /// Those given.
    pub given: Vec<String>,
}

impl Texts {
    pub fn new(make: fn(usize) -> String) -> Texts {
        Texts { make, given: Vec::new() }
    }

    fn text(&mut self) -> String {
        let text = (self.make)(self.given.len());
        self.given.push(text.clone());
        text
    }

    fn words(&mut self) -> Words {
        self.text().into()
    }
}

pub fn exact(text: &str) -> Exact {
    Exact::from(number(text))
}

fn mark() -> Mark {
    Mark::status(Status::AtRisk)
}

fn fact(t: &mut Texts) -> Fact {
    Fact { label: t.words(), lines: vec![Line::Plain(t.text()), Line::Said(t.text(), t.text())] }
}

fn items(t: &mut Texts, numbered: bool) -> Items {
    let entries = vec![(Some(mark()), t.text(), t.text()), (None, t.text(), t.text())];
    Items { heading: t.words(), numbered, entries, note: t.text() }
}

fn chart(t: &mut Texts) -> Chart {
    // A drawing names as many periods as have room.
    let point = |label: &str, value: Option<f64>| Point {
        label: label.to_owned(),
        group: "2026".to_owned(),
        value,
        shown: "91.5 %".to_owned(),
        missing: value.is_none(),
        verdict: value.map(|_| Verdict::Near),
        corrected: true,
        late: true,
    };
    let points = vec![point("Aug", Some(91.5)), point("Sep", None), point("Oct", Some(-3.0))];
    Chart {
        title: t.text(),
        description: t.text(),
        legend: t.text(),
        points,
        targets: vec![Span {
            first: 0,
            last: 2,
            lines: vec![95.0],
            tolerated: vec![(93.0, 95.0)],
            label: "95".to_owned(),
        }],
        baseline: Some((88.0, "start".to_owned())),
        waypoints: vec![(2, 94.0)],
    }
}

fn table(t: &mut Texts) -> Table {
    let trend = Trend {
        description: t.text(),
        values: vec![Some(1.0), None, Some(2.0)],
        last: Some(Verdict::Met),
        targets: vec![2.0],
        baseline: None,
    };
    let rows = vec![
        vec![
            Cell::Text(t.text()),
            Cell::Pair(t.text(), t.text()),
            Cell::Mark(mark(), t.text()),
            Cell::Said(t.text(), t.text()),
            Cell::Trend(trend),
            Cell::amount("91.5 %", Some(exact("91.5")), true, t.text()),
            Cell::day(day("2026-11-09"), "9 Nov 2026", t.text()),
            Cell::Fill(t.text()),
        ],
        vec![
            Cell::Text(t.text()),
            Cell::Pair(t.text(), "10 Nov 2026".to_owned()).dated(Some(day("2026-11-10"))),
            Cell::Mark(Mark::status(Status::OnTrack), String::new()),
            Cell::Text(String::new()),
            Cell::Text(String::new()),
            Cell::amount("-3 days", Some(exact("-3")), false, String::new()),
            Cell::Text(String::new()),
            Cell::Fill(String::new()),
        ],
    ];
    let columns = (0..8).map(|at| if at == 5 { Column::numbers(t.words(), 0) } else { Column::words(t.words(), 0) });
    let columns = columns.collect();
    Table { caption: t.text(), quiet_caption: false, columns, rows, names: 0, dense: false }
}

fn page(t: &mut Texts) -> Page {
    let mut line =
        |kind| probe::Line { kind, head: t.text(), text: t.text(), by: t.text(), clause: "6.2 a".to_owned() };
    let lines = [LineKind::Fact, LineKind::Quote, LineKind::Missing, LineKind::Note].map(&mut line).to_vec();
    Page {
        organization: t.text(),
        demo: false,
        code: t.text(),
        title: t.text(),
        status: Status::AtRisk,
        measured: t.text(),
        why: t.text(),
        as_of: day("2026-11-09"),
        past: false,
        known_seq: None,
        seq: 12,
        head: "7f3a90c1".to_owned(),
        elements: vec![Element { label: t.text(), asks: String::new(), begins: true, lines }],
        trail: Vec::new(),
    }
}

/// The document; the organization of an auditor's page stands on its cover and not on the page.
pub fn document(t: &mut Texts) -> Document {
    let case = Case {
        mark: mark(),
        code: t.text(),
        title: t.text(),
        subtitle: t.text(),
        why: t.text(),
        chart: Some(chart(t)),
        facts: vec![fact(t)],
        choices: vec!["continue", "act"],
    };
    let mut page = page(t);
    let organization = t.text();
    let inner = std::mem::replace(&mut page.organization, organization.clone());
    t.given.retain(|text| *text != inner);
    let evidence = Evidence {
        anchor: "page-1".to_owned(),
        new_page: false,
        mark: mark(),
        known: t.text(),
        page,
        trail: Some(table(t)),
    };
    let tally = Tally { heading: t.words(), counts: vec![(Some(mark()), 3, t.text()), (None, 4, t.text())] };
    let contents =
        ContentsEntry { anchor: "page-1".to_owned(), code: t.text(), title: t.text(), mark: mark(), note: t.text() };
    let words = vec![
        Block::Lead(t.text()),
        Block::Text(t.text()),
        Block::Note(t.text()),
        Block::Tallies(vec![tally]),
        Block::Columns(items(t, true), items(t, false)),
        Block::Facts(vec![fact(t), fact(t)]),
        Block::Table(table(t)),
        Block::Chart(Box::new(chart(t))),
    ];
    let parts = vec![
        Part { id: "first".into(), heading: None, new_page: false, blocks: words },
        Part::headed("case", t.words(), vec![Block::Case(Box::new(case))]).on_a_new_page(),
        Part::headed("contents", t.words(), vec![Block::Contents(vec![contents])]),
        Part::headed("evidence", t.words(), vec![Block::Evidence(Box::new(evidence))]),
    ];
    Document {
        title: t.text(),
        organization,
        identity: vec![t.text(), t.text()],
        as_of: day("2026-11-09"),
        house: House { document_id: t.text(), classification: t.text(), ..House::default() },
        foot: t.text(),
        parts,
    }
}
