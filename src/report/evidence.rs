//! Auditor's pages as one document: a list of contents where there are several, each objective on a page of its own.

use super::document::{Block, Cell, Column, ContentsEntry, Document, Evidence, House, Mark, Part, Table};
use crate::domain::probe::{Page, Point};
use crate::domain::words::counted;

/// The document of these pages, in their order.
pub fn document(pages: &[Page]) -> Document {
    let organization = pages.first().map(|page| page.organization.clone()).unwrap_or_default();
    let demo = pages.iter().any(|page| page.demo).then(|| "sample register".to_owned());
    let mut known: Vec<String> = Vec::new();
    for day in pages.iter().map(Page::known) {
        if !known.contains(&day) {
            known.push(day);
        }
    }
    let (title, mut parts) = match pages {
        [one] => (format!("Evidence for {}", one.code), Vec::new()),
        several => {
            let count = counted(several.len(), "objective", "objectives");
            (format!("Evidence for {count}"), vec![contents(several)])
        }
    };
    let alone = parts.is_empty();
    parts.extend(pages.iter().enumerate().map(|(at, page)| Part {
        id: format!("evidence-{}", at + 1).into(),
        heading: None,
        new_page: false,
        blocks: vec![sheet(page, at, alone)],
    }));
    let state = pages.last().map(Page::state).unwrap_or_default();
    Document {
        foot: format!("{organization}   {state}"),
        title,
        identity: demo.into_iter().chain(known).collect(),
        as_of: pages.iter().map(|page| page.as_of).max().unwrap_or_default(),
        house: House::default(),
        organization,
        parts,
    }
}

fn anchor(at: usize) -> String {
    format!("page-{}", at + 1)
}

fn contents(pages: &[Page]) -> Part {
    let entry = |(at, page): (usize, &Page)| ContentsEntry {
        anchor: anchor(at),
        code: page.code.clone(),
        title: page.title.clone(),
        mark: Mark::status(page.status),
        note: page.known(),
    };
    let entries = pages.iter().enumerate().map(entry).collect();
    Part::headed("contents", "Contents", vec![Block::Contents(entries)])
}

fn sheet(page: &Page, at: usize, alone: bool) -> Block {
    Block::Evidence(Box::new(Evidence {
        anchor: anchor(at),
        new_page: !alone,
        mark: Mark::status(page.status),
        trail: trail(&page.trail),
        known: page.known(),
        page: page.clone(),
    }))
}

/// Period, value, judgement: the records as a table.
fn trail(points: &[Point]) -> Option<Table> {
    if points.is_empty() {
        return None;
    }
    let row = |point: &Point| {
        let value = if point.shown.is_empty() { "missing".to_owned() } else { point.shown.clone() };
        let marks = [point.corrected.then_some("corrected"), point.late.then_some("late")];
        let verdict = point.verdict.map(|verdict| Cell::Mark(Mark::verdict(verdict), String::new()));
        vec![
            Cell::Text(point.label.clone()),
            Cell::amount(value, point.value.clone(), point.percent, String::new()),
            verdict.unwrap_or_else(|| Cell::Text(String::new())),
            Cell::Text(marks.into_iter().flatten().collect::<Vec<_>>().join(", ")),
        ]
    };
    Some(Table {
        caption: "The last periods".to_owned(),
        quiet_caption: true,
        columns: vec![
            Column::words("Period", 22),
            Column::numbers("Value", 22),
            Column::words("Judged", 28),
            Column::words("", 28),
        ],
        rows: points.iter().map(row).collect(),
        names: 0,
        dense: true,
    })
}
