//! An objective that lags, on one page where it fits on one.

use krilla::tagging::Tag;

use super::blocks::{chart, facts};
use super::desk::{Desk, marked, plain, small, stack};
use super::letters::Weight;
use super::lines::{Span, one, set};
use super::look::{FAINT, INK, LABELS, SOFT, SUBHEADING, TEXT};
use super::picture::{rule, tick_box};
use super::strip::{Item, Strip};
use super::tree::Place;
use crate::report::document::{Case, Mark};

/// Lays a case down.
pub fn case(desk: &mut Desk, case: &Case) {
    let (around, section, first) = (desk.around.clone(), desk.place, desk.strips.len());
    desk.place = desk.tree.grow(section, Tag::Section);
    desk.stand_at(&case.code);
    let head = desk.tree.heading(desk.place, 3, &format!("{} {}", case.code, case.title));
    let mut strip = titled(desk, head, &case.code, &case.title, SUBHEADING + 0.6, &case.mark);
    strip.bookmark = Some((1, format!("{} {}", case.code, case.title)));
    strip.items.push(rule(0.0, 0.0, desk.width, INK, 0.7));
    desk.lay(strip);
    for (span, below) in [(small(&case.subtitle), 3.0), (plain(&case.why), 4.0)] {
        let place = desk.tree.grow(desk.place, Tag::P);
        let mut strip = desk.paragraph(0.0, &[span], desk.width, place);
        strip.height += below;
        desk.lay(strip);
    }
    if let Some(series) = &case.chart {
        chart(desk, series);
    }
    facts(desk, &case.facts);
    choices(desk, case);
    desk.hold_from(first);
    desk.place = section;
    desk.stand_at(&around);
}

/// Code and title at the left, the mark at the right, on one base line.
pub fn titled(desk: &mut Desk, place: Place, code: &str, title: &str, size: f32, mark: &Mark) -> Strip {
    let mut strip = Strip::of(16.0, 0.0);
    let top = 7.0;
    let sign = one(&mut desk.letters, &[marked(mark, TEXT)]);
    let spans =
        [Span::new(code, size, Weight::Regular, SOFT), Span::new(&format!(" {title}"), size, Weight::Strong, INK)];
    let lines = set(&mut desk.letters, &spans, desk.width - sign.width - 16.0);
    let base = lines.first().map_or(0.0, |line| line.base());
    strip.height = stack(&mut strip, lines, 0.0, top, Some(place)) + 1.0;
    let x = desk.width - sign.width;
    strip.items.push(Item::Words { x, y: top + base, line: sign, place: Some(place) });
    strip
}

/// The decisions to choose from, to be ticked with a pen.
fn choices(desk: &mut Desk, case: &Case) {
    const BOX: f32 = 6.4;
    let size = TEXT - 0.6;
    let place = desk.tree.grow(desk.place, Tag::P);
    let mut strip = Strip::of(4.0, 0.0);
    let label = one(&mut desk.letters, &[Span::new("Decision", size, Weight::Regular, SOFT)]);
    let (base, height) = (label.base(), label.height());
    strip.items.push(Item::Words { x: 0.0, y: base, line: label, place: Some(place) });
    let (mut x, mut top) = (LABELS, 0.0);
    for choice in &case.choices {
        let line = one(&mut desk.letters, &[Span::new(choice, size, Weight::Regular, INK)]);
        if x > LABELS && x + BOX + 4.0 + line.width > desk.width {
            (x, top) = (LABELS, top + height + 2.0);
        }
        strip.items.push(tick_box(x, top + base - BOX + 0.4, BOX));
        let width = line.width;
        strip.items.push(Item::Words { x: x + BOX + 4.0, y: top + base, line, place: Some(place) });
        x += BOX + 4.0 + width + 13.0;
    }
    top += height + 7.0;
    let half = (desk.width - LABELS - 20.0) / 2.0;
    for (word, x) in [("who", LABELS), ("by", LABELS + half + 20.0)] {
        let line = one(&mut desk.letters, &[Span::new(word, size, Weight::Regular, FAINT)]);
        strip.items.push(Item::Words { x, y: top + base, line, place: Some(place) });
        strip.items.push(rule(x, top + base + 2.6, half, FAINT, 0.5));
    }
    strip.height = top + height + 10.0;
    desk.lay(strip);
}
