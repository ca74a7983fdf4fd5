//! The document as one HTML file that needs nothing else: style and drawings inside, no script, no address to fetch.
//!
//! Every text passes the one sanitizer and maud's escaping in one function; nothing else writes text.

mod blocks;
mod evidence;
mod house;
mod table;

use maud::{DOCTYPE, Markup, PreEscaped, Render, html};

use super::document::{Block, Document, Part};
use crate::domain::text::one_line;

const STYLE: &str = include_str!("../../../assets/templates/pack.css");
const EVIDENCE_STYLE: &str = include_str!("../../../assets/templates/evidence.css");

/// The file's bytes.
pub fn render(document: &Document) -> Vec<u8> {
    let mut drawings = Drawings::default();
    let house = &document.house;
    let marks = [&house.document_id, &house.classification].into_iter().filter(|mark| !mark.is_empty());
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(policy(document));
                title { (said(&document.organization)) ": " (said(&document.title)) }
                style { (PreEscaped(STYLE)) (PreEscaped(more_style(document))) (PreEscaped(house::page_rules(document))) }
            }
            body {
                header {
                    (house::head(&document.house))
                    p.organization { (said(&document.organization)) }
                    h1 { (said(&document.title)) }
                    p.identity {
                        @for (at, words) in document.identity.iter().chain(marks).enumerate() {
                            @if at > 0 { span.dot { " · " } }
                            span { (said(words)) }
                        }
                    }
                }
                main { @for part in &document.parts { (part_section(part, &mut drawings)) } }
            }
        }
    };
    let mut bytes = page.into_string().into_bytes();
    bytes.push(b'\n');
    bytes
}

/// Auditor's pages are set like a form; a pack goes without.
fn more_style(document: &Document) -> &'static str {
    let holds = |part: &Part| part.blocks.iter().any(|block| matches!(block, Block::Evidence(_)));
    if document.parts.iter().any(holds) { EVIDENCE_STYLE } else { "" }
}

fn part_section(part: &Part, drawings: &mut Drawings) -> Markup {
    html! {
        section id=(part.id) class=[part.new_page.then_some("page")] {
            @if let Some(heading) = &part.heading { h2 { (said(heading)) } }
            @for block in &part.blocks { (blocks::block(block, drawings)) }
        }
    }
}

/// Numbers drawings, so that each has names of its own for those who listen.
#[derive(Default)]
struct Drawings(usize);

impl Drawings {
    fn next(&mut self) -> String {
        self.0 += 1;
        format!("c{}", self.0)
    }
}

/// A text from the register, made harmless.
struct Said<'a>(std::borrow::Cow<'a, str>);

impl Render for Said<'_> {
    fn render_to(&self, buffer: &mut String) {
        self.0.as_ref().render_to(buffer);
    }
}

fn said(text: &str) -> Said<'_> {
    Said(one_line(text))
}

/// Nothing is fetched; a picture lies in the page itself.
fn policy(document: &Document) -> &'static str {
    match document.house.logo {
        Some(_) => "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
        None => "default-src 'none'; style-src 'unsafe-inline'",
    }
}
