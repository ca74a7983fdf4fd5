//! The head of the first page, and the headings of parts.

use krilla::tagging::Tag;

use super::desk::{Desk, strong};
use super::letters::Weight;
use super::lines::Span;
use super::look::{HEADING, INK, SOFT, TEXT, TITLE};
use super::picture::rule;
use super::strip::Strip;
use crate::report::document::{Document, Part};

/// Lays the head of the first page down.
pub fn title(desk: &mut Desk, document: &Document) {
    let organization = desk.tree.grow(desk.place, Tag::P);
    let spans = [strong(&document.organization, TEXT + 0.6)];
    let mut strip = desk.paragraph(0.0, &spans, desk.width, organization);
    strip.holds = true;
    desk.lay(strip);
    let place = desk.tree.heading(desk.place, 1, &document.title);
    let mut strip = desk.paragraph(0.0, &[strong(&document.title, TITLE)], desk.width, place);
    strip.bookmark = Some((0, document.title.clone()));
    strip.holds = true;
    desk.lay(strip);
    let place = desk.tree.grow(desk.place, Tag::P);
    let identity = document.identity.join("\u{a0}\u{a0}·  ");
    let spans = [Span::new(&identity, TEXT - 0.9, Weight::Regular, SOFT)];
    let mut strip = desk.paragraph(2.0, &spans, desk.width, place);
    strip.height += 7.0;
    strip.items.push(rule(0.0, strip.height, desk.width, INK, 1.2));
    strip.holds = true;
    desk.lay(strip);
    let mut air = Strip::of(0.0, 12.0);
    air.holds = true;
    desk.lay(air);
}

/// Lays the heading of a part down; it stays with what follows.
pub fn part(desk: &mut Desk, part: &Part) {
    desk.place = desk.tree.grow(0, Tag::Section);
    let Some(heading) = &part.heading else { return };
    desk.stand_at(heading);
    let place = desk.tree.heading(desk.place, 2, heading);
    let mut strip = desk.paragraph(26.0, &[strong(heading, HEADING)], desk.width, place);
    strip.height += 7.0;
    strip.new_page = part.new_page;
    strip.holds = true;
    strip.anchor = Some(part.id.to_string());
    strip.bookmark = Some((0, heading.to_string()));
    desk.lay(strip);
}
