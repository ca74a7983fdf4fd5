//! Auditor's pages: label, answer, clause; what is missing says so in words. And the list of what a paper holds.

use krilla::tagging::Tag;

use super::blocks::labelled;
use super::case::titled;
use super::desk::{Desk, marked, plain, quoted, small, stack};
use super::letters::Weight;
use super::lines::{Span, one, set};
use super::look::{FAINT, INK, LABELS, RULE, SMALL, SOFT, TEXT, tone};
use super::picture::rule;
use super::strip::{Item, Strip};
use super::table;
use crate::domain::probe::{Element, Line, LineKind};
use crate::report::document::{ContentsEntry, Evidence, Tone};

/// Room for clauses at the right.
const CLAUSES: f32 = 54.0;

/// Lays a list of contents down: every line leads to its page and names it.
pub fn contents(desk: &mut Desk, entries: &[ContentsEntry]) {
    let list = desk.tree.grow(desk.place, Tag::TOC);
    for entry in entries {
        desk.stand_at(&entry.code);
        let item = desk.tree.grow(list, Tag::TOCI);
        let place = desk.tree.grow(item, Tag::Link);
        let mut strip = Strip::of(3.0, 0.0);
        let mut spans = vec![
            Span::new(&entry.code, TEXT, Weight::Regular, SOFT),
            Span::new(&format!(" {} ", entry.title), TEXT, Weight::Strong, INK),
            marked(&entry.mark, TEXT - 0.6),
        ];
        if !entry.note.is_empty() {
            spans.push(small(&format!("  {}", entry.note)));
        }
        let lines = set(&mut desk.letters, &spans, desk.width - 30.0);
        let last = lines.last().map_or(0.0, |line| line.height() - line.base());
        let bottom = stack(&mut strip, lines, 0.0, 0.0, Some(place));
        let (x, y) = (desk.width, bottom - last);
        strip.items.push(Item::PageOf { anchor: entry.anchor.clone(), x, y, place });
        strip.items.push(Item::Link { anchor: entry.anchor.clone(), bounds: [0.0, 0.0, desk.width, bottom], place });
        strip.height = bottom + 3.0;
        strip.items.push(rule(0.0, strip.height, desk.width, RULE, 0.4));
        desk.lay(strip);
    }
}

/// Lays an auditor's page down.
pub fn sheet(desk: &mut Desk, sheet: &Evidence) {
    let (page, section) = (&sheet.page, desk.place);
    desk.place = desk.tree.grow(section, Tag::Section);
    desk.stand_at(&page.code);
    let name = format!("{} {}", page.code, page.title);
    let head = desk.tree.heading(desk.place, 2, &name);
    let mut strip = titled(desk, head, &page.code, &page.title, 14.0, &sheet.mark);
    strip.new_page = sheet.new_page;
    strip.anchor = Some(sheet.anchor.clone());
    strip.bookmark = Some((0, name));
    strip.holds = true;
    desk.lay(strip);
    for (span, below) in
        [(small(&format!("{}, {}", page.measured, sheet.known)), 4.0), (plain(&format!("{}.", page.why)), 6.0)]
    {
        let place = desk.tree.grow(desk.place, Tag::P);
        let mut strip = desk.paragraph(0.0, &[span], desk.width, place);
        strip.height += below;
        strip.holds = true;
        desk.lay(strip);
    }
    let list = desk.tree.list(desk.place, false);
    for element in &page.elements {
        answer(desk, element, list);
    }
    if let Some(trail) = &sheet.trail {
        desk.lay(Strip::of(0.0, 10.0));
        let width = std::mem::replace(&mut desk.width, 360.0);
        table::table(desk, trail);
        desk.width = width;
    }
    let place = desk.tree.grow(desk.place, Tag::P);
    let said = format!("{} · nothing on this page was typed for this page", page.state());
    let strip = desk.paragraph(4.0, &[small(&said)], desk.width, place);
    desk.lay(strip);
    desk.place = section;
}

fn answer(desk: &mut Desk, element: &Element, list: usize) {
    let mut strip = Strip::of(2.6, 0.0);
    if element.begins {
        strip.items.push(rule(0.0, 0.0, desk.width, RULE, 0.5));
    }
    let mut inner = Strip::default();
    let item = labelled(desk, &mut inner, list, &element.label);
    let body = desk.tree.grow(item, Tag::LBody);
    let mut y = 0.0;
    for line in &element.lines {
        let clause = line.clause.trim();
        if !clause.is_empty() {
            let words = one(&mut desk.letters, &[Span::new(clause, SMALL, Weight::Regular, SOFT)]);
            let x = desk.width - words.width;
            let base = plain_line_base(desk);
            inner.items.push(Item::Words { x, y: y + base, line: words, place: Some(body) });
        }
        let lines = set(&mut desk.letters, &spans(line), desk.width - LABELS - CLAUSES);
        y = stack(&mut inner, lines, LABELS, y, Some(body)) + 1.0;
    }
    let top = if element.begins { 6.0 } else { 0.0 };
    strip.height = inner.height + top;
    strip.items.extend(inner.items.into_iter().map(|item| lowered(item, top)));
    desk.lay(strip);
}

fn plain_line_base(desk: &mut Desk) -> f32 {
    one(&mut desk.letters, &[plain("x")]).base()
}

fn lowered(item: Item, by: f32) -> Item {
    match item {
        Item::Words { x, y, line, place } => Item::Words { x, y: y + by, line, place },
        other => other,
    }
}

fn spans(line: &Line) -> Vec<Span> {
    let mut spans = Vec::new();
    if line.kind == LineKind::Missing {
        spans.push(Span::new("missing: ", TEXT, Weight::Strong, tone(Tone::Bad)));
    }
    if !line.head.is_empty() {
        spans.push(Span::new(&format!("{} ", line.head), TEXT, Weight::Strong, INK));
    }
    match line.kind {
        LineKind::Quote => return spans.into_iter().chain(quoted(&line.text, &line.by, TEXT)).collect(),
        LineKind::Missing => spans.push(Span::new(&line.text, TEXT, Weight::Strong, tone(Tone::Bad))),
        LineKind::Note => spans.push(small(&line.text)),
        LineKind::Fact => spans.push(plain(&line.text)),
    }
    if !line.by.is_empty() {
        spans.push(Span::new(
            &format!(" {}", line.by),
            SMALL + 0.4,
            Weight::Regular,
            if line.kind == LineKind::Note { FAINT } else { SOFT },
        ));
    }
    spans
}
