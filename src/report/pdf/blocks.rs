//! Pieces of a part as strips.

use krilla::tagging::Tag;

use super::desk::{Desk, marked, plain, quoted, small, stack, strong};
use super::letters::Weight;
use super::lines::{Line as Set, Span, one, set};
use super::look::{COUNT, FAINT, INK, LABELS, LEAD, RULE, SMALL, SOFT, SUBHEADING, TEXT, tone};
use super::picture::{picture, upright};
use super::strip::Strip;
use super::tree::Place;
use super::{case, evidence, table};
use crate::report::chart::Chart;
use crate::report::document::{Block, Fact, Items, Line, Tally};
use crate::report::drawing;

/// Between two columns of text.
const BETWEEN: f32 = 26.0;
/// Size of lists beside each other.
const LISTED: f32 = 8.4;
/// Widest running text: longer lines tire the eye.
const MEASURE: f32 = 430.0;

/// Lays a block down.
pub fn block(desk: &mut Desk, block: &Block) {
    match block {
        Block::Lead(text) => {
            lay_text(desk, Span::new(text, LEAD, Weight::Regular, INK), desk.width, 10.0);
            desk.hold();
        }
        Block::Text(text) => lay_text(desk, plain(text), MEASURE, 8.0),
        Block::Note(text) => lay_text(desk, small(text), MEASURE, 3.0),
        Block::Tallies(tallies) => tally_row(desk, tallies),
        Block::Columns(left, right) => columns(desk, left, right),
        Block::Facts(list) => facts(desk, list),
        Block::Table(rows) => table::table(desk, rows),
        Block::Chart(series) => {
            let first = desk.strips.len();
            heading(desk, &series.title, 10.0);
            chart(desk, series);
            desk.hold_from(first);
        }
        Block::Case(lagging) => case::case(desk, lagging),
        Block::Contents(entries) => evidence::contents(desk, entries),
        Block::Evidence(sheet) => evidence::sheet(desk, sheet),
    }
}

fn lay_text(desk: &mut Desk, span: Span, measure: f32, below: f32) {
    let place = desk.tree.grow(desk.place, Tag::P);
    let mut strip = desk.paragraph(0.0, &[span], desk.width.min(measure), place);
    strip.height += below;
    desk.lay(strip);
}

/// A heading inside a part; it stays with what follows.
pub fn heading(desk: &mut Desk, text: &str, air: f32) {
    let place = desk.tree.heading(desk.place, 3, text);
    let mut strip = desk.paragraph(air, &[strong(text, SUBHEADING)], desk.width, place);
    strip.height += 3.0;
    strip.holds = true;
    desk.lay(strip);
}

/// Numbers large, their words below: what a reader sees first.
fn tally_row(desk: &mut Desk, tallies: &[Tally]) {
    const BETWEEN_COUNTS: f32 = 14.0;
    const GROUPS: f32 = 16.0;
    let mut strip = Strip::of(0.0, 0.0);
    let (mut x, mut top) = (0.0, 0.0);
    for (at, tally) in tallies.iter().enumerate() {
        let counts = counts(desk, tally);
        let wide: f32 = counts.iter().map(|(number, word)| number.width.max(word.width)).sum::<f32>()
            + BETWEEN_COUNTS * counts.len().saturating_sub(1) as f32;
        if at > 0 && x + 2.0 * GROUPS + wide > desk.width {
            (x, top) = (0.0, strip.height + 8.0);
        } else if at > 0 {
            strip.items.push(upright(x + GROUPS, top + 1.0, 38.0, RULE, 0.6));
            x += 2.0 * GROUPS;
        }
        let list = desk.tree.list(desk.place, false);
        let label = desk.tree.grow(list, Tag::Caption);
        let heading = set(&mut desk.letters, &[Span::new(&tally.heading, SMALL, Weight::Strong, SOFT)], desk.width);
        let below = stack(&mut strip, heading, x, top, Some(label));
        for (number, word) in counts {
            if x + number.width.max(word.width) > desk.width {
                break;
            }
            let item = desk.tree.grow(list, Tag::LI);
            let item = desk.tree.grow(item, Tag::LBody);
            let width = number.width.max(word.width);
            let middle = stack(&mut strip, vec![number], x, below - 1.0, Some(item));
            stack(&mut strip, vec![word], x, middle - 2.0, Some(item));
            x += width + BETWEEN_COUNTS;
        }
        x -= BETWEEN_COUNTS;
    }
    strip.height += 11.0;
    desk.lay(strip);
}

/// Number and word of every count; what there is none of stands back.
fn counts(desk: &mut Desk, tally: &Tally) -> Vec<(Set, Set)> {
    let line = |(mark, number, word): &(Option<crate::report::document::Mark>, u32, String)| {
        let none = *number == 0;
        let said = match mark {
            Some(mark) if none => Span::new(&format!("{} {word}", mark.symbol), SMALL + 0.4, Weight::Regular, FAINT),
            Some(mark) => Span::new(&format!("{} {word}", mark.symbol), SMALL + 0.4, Weight::Strong, tone(mark.tone)),
            None => Span::new(word, SMALL + 0.4, Weight::Regular, if none { FAINT } else { INK }),
        };
        let tint = if none { FAINT } else { INK };
        let number = Span::new(&number.to_string(), COUNT, Weight::Regular, tint);
        (one(&mut desk.letters, &[number]), one(&mut desk.letters, &[said]))
    };
    tally.counts.iter().map(line).collect()
}

fn columns(desk: &mut Desk, left: &Items, right: &Items) {
    let width = (desk.width - BETWEEN) / 2.0;
    let mut strip = Strip::of(11.0, 0.0);
    for (items, x) in [(left, 0.0), (right, width + BETWEEN)] {
        list(desk, &mut strip, items, x, width);
    }
    desk.lay(strip);
}

fn list(desk: &mut Desk, strip: &mut Strip, items: &Items, x: f32, width: f32) {
    let title = desk.tree.heading(desk.place, 3, &items.heading);
    let lines = set(&mut desk.letters, &[strong(&items.heading, SUBHEADING - 0.8)], width);
    let mut y = stack(strip, lines, x, 0.0, Some(title)) + 2.0;
    let place = desk.tree.list(desk.place, items.numbered);
    for ((sign, stands_out, rest), number) in items.entries.iter().zip(1..) {
        let item = desk.tree.grow(place, Tag::LI);
        let mut indent = 0.0;
        if items.numbered {
            let label = desk.tree.grow(item, Tag::Lbl);
            let line = one(&mut desk.letters, &[Span::new(&format!("{number}."), LISTED, Weight::Regular, SOFT)]);
            stack(strip, vec![line], x, y, Some(label));
            indent = 14.0;
        }
        let body = desk.tree.grow(item, Tag::LBody);
        desk.stand_at(stands_out);
        let mut spans = Vec::new();
        if let Some(sign) = sign {
            spans.push(marked(sign, LISTED));
        }
        let gap = if spans.is_empty() { "" } else { " " };
        spans.push(Span::new(&format!("{gap}{stands_out}"), LISTED, Weight::Strong, INK));
        spans.push(Span::new(&format!(" {rest}"), LISTED, Weight::Regular, INK));
        let lines = set(&mut desk.letters, &spans, width - indent);
        y = stack(strip, lines, x + indent, y, Some(body)) + 1.8;
    }
    if !items.note.is_empty() {
        let note = desk.tree.grow(desk.place, Tag::P);
        let lines = set(&mut desk.letters, &[small(&items.note)], width);
        stack(strip, lines, x, y, Some(note));
    }
}

/// Labels with what they stand for beside them.
pub fn facts(desk: &mut Desk, facts: &[Fact]) {
    let place = desk.tree.list(desk.place, false);
    for fact in facts {
        let mut strip = Strip::of(2.6, 0.0);
        let paragraphs = fact.lines.iter().map(|line| match line {
            Line::Plain(text) => vec![plain(text)],
            Line::Said(text, by) => quoted(text, by, TEXT),
        });
        let item = labelled(desk, &mut strip, place, &fact.label);
        let body = desk.tree.grow(item, Tag::LBody);
        let mut y = 0.0;
        for spans in paragraphs {
            let lines = set(&mut desk.letters, &spans, desk.width - LABELS);
            y = stack(&mut strip, lines, LABELS, y, Some(body));
        }
        desk.lay(strip);
    }
    desk.lay(Strip::of(0.0, 8.0));
}

/// A label at the left; what it stands for goes beside it, on the same base line.
pub fn labelled(desk: &mut Desk, strip: &mut Strip, list: Place, label: &str) -> Place {
    let item = desk.tree.grow(list, Tag::LI);
    let place = desk.tree.grow(item, Tag::Lbl);
    let size = TEXT - 0.6;
    let lines = set(&mut desk.letters, &[Span::new(label, size, Weight::Regular, SOFT)], LABELS - 8.0);
    let lowered = plain_base() - size * (super::look::LEADING / 2.0 + 0.36);
    stack(strip, lines, 0.0, lowered, Some(place));
    item
}

/// Base line of running text below the top of its line.
fn plain_base() -> f32 {
    TEXT * (super::look::LEADING / 2.0 + 0.36)
}

/// A chart with what its marks mean.
pub fn chart(desk: &mut Desk, chart: &Chart) {
    let alt = format!("{}. {}", chart.title, chart.description);
    let place = desk.tree.grow(desk.place, Tag::Figure(Some(alt)));
    let mut strip = Strip::of(2.0, 0.0);
    let (height, item) = picture(&mut desk.letters, &drawing::chart(chart), 0.0, 0.0, desk.width, place);
    strip.items.push(item);
    let legend = desk.tree.grow(desk.place, Tag::Caption);
    let lines = set(&mut desk.letters, &[small(&chart.legend.replace("   ", "  ·  "))], desk.width);
    strip.height = stack(&mut strip, lines, 0.0, height + 2.0, Some(legend)) + 6.0;
    desk.lay(strip);
}
