//! The head of the first page, and the headings of parts.

use krilla::image::Image;
use krilla::tagging::Tag;

use super::desk::{Desk, strong};
use super::letters::Weight;
use super::lines::{Span, one};
use super::look::{HEADING, INK, SOFT, TEXT, TITLE};
use super::picture::rule;
use super::strip::{Item, Strip};
use crate::domain::text::one_line;
use crate::report::document::{Document, LogoKind, Part};

/// Room for a picture in the head: width, height.
const LOGO: (f32, f32) = (120.0, 32.0);
/// Smallest size of a title on one line.
const LEAST_TITLE: f32 = 15.5;

/// Lays the head of the first page down.
pub fn title(desk: &mut Desk, document: &Document) {
    let organization = desk.tree.grow(desk.place, Tag::P);
    let spans = [strong(&document.organization, TEXT + 0.6)];
    let sign = desk.logo.as_ref().map(|image| fitted(image.size()));
    let beside = sign.map_or(0.0, |(width, _)| width + 16.0);
    let mut strip = desk.paragraph(0.0, &spans, desk.width - beside, organization);
    if let (Some((width, height)), Some(logo)) = (sign, &document.house.logo) {
        let place = desk.tree.grow(desk.place, Tag::Figure(Some(one_line(&logo.says).into_owned())));
        strip.items.push(Item::Logo { bounds: [desk.width - width, 0.0, width, height], place });
        strip.height = strip.height.max(height + 4.0);
    }
    strip.holds = true;
    desk.lay(strip);
    let place = desk.tree.heading(desk.place, 1, &document.title);
    let spans = [strong(&document.title, title_size(desk, &document.title))];
    let mut strip = desk.paragraph(0.0, &spans, desk.width, place);
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

/// The picture, and why it cannot be shown.
pub fn logo(document: &Document) -> (Option<Image>, Option<String>) {
    let Some(logo) = &document.house.logo else { return (None, None) };
    let bytes = logo.bytes.clone().into();
    let image = match logo.kind {
        LogoKind::Png => Image::from_png(bytes, true),
        LogoKind::Jpeg => Image::from_jpeg(bytes, true),
    };
    match image {
        Ok(image) => (Some(image), None),
        Err(_) => (None, Some("the paper has no logo: the picture is damaged".to_owned())),
    }
}

/// As large as the head has room for.
fn fitted((width, height): (u32, u32)) -> (f32, f32) {
    let (width, height) = (width.max(1) as f32, height.max(1) as f32);
    let scale = (LOGO.0 / width).min(LOGO.1 / height);
    (width * scale, height * scale)
}

/// A title that nearly fits is set smaller, so that it stands on one line.
fn title_size(desk: &mut Desk, title: &str) -> f32 {
    let width = desk.width;
    let wide = one(&mut desk.letters, &[strong(title, TITLE)]).width;
    let size = TITLE * width / wide.max(1.0);
    if wide <= width || size < LEAST_TITLE { TITLE } else { size - 0.05 }
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
