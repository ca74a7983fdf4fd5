//! Pages into the file: what stands where is drawn, named in the tree, and listed in the outline.

use std::collections::HashMap;

use chrono::Datelike;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Rect, Size};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineJoin, Stroke as Pen, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};

use super::desk::Desk;
use super::flow::{self, Page};
use super::letters::Weight;
use super::lines::{Line, Span, one};
use super::look::{FOOT_LINE, HEAD_LINE, INK, RULE, SIDE, SMALL, SOFT, TEXT, TOP, Tint};
use super::strip::{Item, Stroke};
use super::tree::Place;
use crate::domain::text::one_line;
use crate::report::WriteError;
use crate::report::document::Document;

/// The language of the program's own words.
const LANGUAGE: &str = "en";

type Anchors = HashMap<String, (usize, f32)>;

/// The file's bytes.
pub fn draw(desk: &mut Desk, document: &Document, pages: &[Page], size: (f32, f32)) -> Result<Vec<u8>, WriteError> {
    let failed = |what: String| WriteError(format!("the pages cannot be written: {what}"));
    let mut file = krilla::Document::new();
    let anchors = flow::anchors(pages);
    for (number, page) in pages.iter().enumerate() {
        let settings =
            PageSettings::from_wh(size.0, size.1).ok_or_else(|| failed("no paper of this size".to_owned()))?;
        let mut sheet = file.start_page_with(settings);
        let mut links = Vec::new();
        let mut surface = sheet.surface();
        for standing in &page.strips {
            let at = (SIDE, TOP + standing.y);
            for item in &standing.strip.items {
                match item {
                    Item::Link { anchor, bounds, place } => links.push((anchor, bounds, *place, at.1)),
                    item => drawn(&mut surface, desk, item, at, &anchors),
                }
            }
        }
        margins(&mut surface, desk, document, (number, pages.len()), size);
        surface.finish();
        for (anchor, bounds, place, y) in links {
            let Some((annotation, place)) = link(anchor, bounds, place, y, &anchors) else { continue };
            let what = sheet.add_tagged_annotation(annotation);
            desk.tree.drew(place, what);
        }
        sheet.finish();
    }
    file.set_outline(outline(pages));
    file.set_metadata(metadata(document));
    let tree = std::mem::replace(&mut desk.tree, super::tree::Tree::new());
    file.set_tag_tree(tree.finish(LANGUAGE));
    file.finish().map_err(|error| failed(format!("{error:?}")))
}

fn metadata(document: &Document) -> Metadata {
    let day = document.as_of;
    let date = DateTime::new(u16::try_from(day.year()).unwrap_or(0))
        .month(day.month() as u8)
        .day(day.day() as u8)
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    Metadata::new()
        .title(one_line(&format!("{}: {}", document.organization, document.title)).into_owned())
        .description(one_line(&document.identity.join(", ")).into_owned())
        .authors(vec![one_line(&document.organization).into_owned()])
        .creator(concat!("sixtwo ", env!("CARGO_PKG_VERSION")).to_owned())
        .language(LANGUAGE.to_owned())
        .creation_date(date)
}

fn outline(pages: &[Page]) -> Outline {
    let mut outline = Outline::new();
    let mut open: Option<OutlineNode> = None;
    for (number, page) in pages.iter().enumerate() {
        for standing in page.strips.iter().filter(|standing| !standing.again) {
            let Some((depth, words)) = &standing.strip.bookmark else { continue };
            let y = (TOP + standing.y - 8.0).max(0.0);
            let node =
                OutlineNode::new(one_line(words).into_owned(), XyzDestination::new(number, Point::from_xy(0.0, y)));
            match (depth, &mut open) {
                (1.., Some(parent)) => parent.push_child(node),
                _ => {
                    if let Some(done) = open.replace(node) {
                        outline.push_child(done);
                    }
                }
            }
        }
    }
    if let Some(done) = open {
        outline.push_child(done);
    }
    outline
}

fn drawn(surface: &mut Surface<'_>, desk: &mut Desk, item: &Item, at: (f32, f32), anchors: &Anchors) {
    match item {
        Item::Words { line, .. } if line.segments.is_empty() => {}
        Item::Words { x, y, line, place } => {
            let what = match place {
                Some(_) => ContentTag::Span(SpanTag::empty()),
                None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)),
            };
            let what = surface.start_tagged(what);
            words(surface, desk, line, (at.0 + x, at.1 + y));
            surface.end_tagged();
            if let Some(place) = place {
                desk.tree.drew(*place, what);
            }
        }
        Item::Drawn(one) => {
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
            shifted(surface, at, |surface| stroke(surface, one));
            surface.end_tagged();
        }
        Item::Picture { strokes, words: said, place } => {
            let what = surface.start_tagged(ContentTag::Other);
            shifted(surface, at, |surface| strokes.iter().for_each(|one| stroke(surface, one)));
            for (x, y, line) in said {
                words(surface, desk, line, (at.0 + x, at.1 + y));
            }
            surface.end_tagged();
            desk.tree.drew(*place, what);
        }
        Item::PageOf { anchor, x, y, place } => {
            let Some((number, _)) = anchors.get(anchor) else { return };
            let span = Span::new(&(number + 1).to_string(), TEXT, Weight::Regular, SOFT);
            let line = one(&mut desk.letters, &[span]);
            let what = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            words(surface, desk, &line, (at.0 + x - line.width, at.1 + y));
            surface.end_tagged();
            desk.tree.drew(*place, what);
        }
        Item::Logo { bounds: [x, y, width, height], place } => {
            let (Some(logo), Some(size)) = (desk.logo.clone(), Size::from_wh(*width, *height)) else { return };
            let what = surface.start_tagged(ContentTag::Other);
            shifted(surface, (at.0 + x, at.1 + y), |surface| surface.draw_image(logo, size));
            surface.end_tagged();
            desk.tree.drew(*place, what);
        }
        // A link lies on the page, not on what is drawn.
        Item::Link { .. } => {}
    }
}

fn link(anchor: &str, bounds: &[f32; 4], place: Place, y: f32, anchors: &Anchors) -> Option<(Annotation, Place)> {
    let (number, top) = anchors.get(anchor)?;
    let [left, above, width, height] = *bounds;
    let bounds = Rect::from_xywh(SIDE + left, y + above, width, height)?;
    let to = XyzDestination::new(*number, Point::from_xy(0.0, TOP + top - 8.0));
    let link = LinkAnnotation::new(bounds, Target::Destination(to.into()));
    Some((Annotation::new_link(link, Some(format!("page {}", number + 1))), place))
}

/// Running head and foot: whose paper, which one, who may read it, which page.
fn margins(surface: &mut Surface<'_>, desk: &mut Desk, document: &Document, page: (usize, usize), size: (f32, f32)) {
    let (number, all) = page;
    let right = size.0 - SIDE;
    let line =
        |desk: &mut Desk, text: &str, weight, tint| one(&mut desk.letters, &[Span::new(text, SMALL, weight, tint)]);
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Header)));
    let house = &document.house;
    let own = [house.document_id.as_str(), house.classification.as_str()];
    let own = own.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("  ·  ");
    let mut room = right - SIDE;
    if !own.is_empty() {
        let own = line(desk, &own, Weight::Strong, INK);
        words(surface, desk, &own, (right - own.width, HEAD_LINE));
        room -= own.width + 20.0;
    }
    if number > 0 {
        let title = line(desk, &format!("{}  ·  {}", document.organization, document.title), Weight::Regular, SOFT);
        if title.width <= room {
            words(surface, desk, &title, (SIDE, HEAD_LINE));
        }
    }
    surface.end_tagged();
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
    let y = size.1 - FOOT_LINE;
    let count = line(desk, &format!("{} of {all}", number + 1), Weight::Regular, SOFT);
    words(surface, desk, &count, (right - count.width, y));
    let foot = line(desk, &document.foot, Weight::Regular, SOFT);
    words(surface, desk, &foot, (SIDE, y));
    let fine = Pen { paint: color(RULE).into(), width: 0.5, ..Pen::default() };
    let mut path = krilla::geom::PathBuilder::new();
    path.move_to(SIDE, y - 12.0);
    path.line_to(right, y - 12.0);
    if let Some(path) = path.finish() {
        surface.set_fill(None);
        surface.set_stroke(Some(fine));
        surface.draw_path(&path);
    }
    surface.end_tagged();
}

fn words(surface: &mut Surface<'_>, desk: &Desk, line: &Line, (x, y): (f32, f32)) {
    surface.set_stroke(None);
    for segment in &line.segments {
        surface.set_fill(Some(filled(segment.tint)));
        let font = desk.letters.font(segment.run.face);
        let place = Point::from_xy(x + segment.x, y);
        surface.draw_glyphs(place, &segment.run.glyphs, font, &segment.run.text, segment.size, false);
    }
}

fn shifted(surface: &mut Surface<'_>, at: (f32, f32), draw: impl FnOnce(&mut Surface<'_>)) {
    surface.push_transform(&krilla::geom::Transform::from_translate(at.0, at.1));
    draw(surface);
    surface.pop();
}

fn stroke(surface: &mut Surface<'_>, stroke: &Stroke) {
    surface.set_fill(stroke.fill.map(filled));
    surface.set_stroke(stroke.line.as_ref().map(|(tint, width, dashes)| Pen {
        paint: color(*tint).into(),
        width: *width,
        line_join: LineJoin::Round,
        dash: (!dashes.is_empty()).then(|| StrokeDash { array: dashes.clone(), offset: 0.0 }),
        ..Pen::default()
    }));
    surface.draw_path(&stroke.path);
}

fn filled(tint: Tint) -> Fill {
    Fill { paint: color(tint).into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn color(Tint(hex): Tint) -> rgb::Color {
    let [_, red, green, blue] = hex.to_be_bytes();
    rgb::Color::new(red, green, blue)
}
