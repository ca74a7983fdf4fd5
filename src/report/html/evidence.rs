//! Auditor's pages as HTML: label, answer, clause; what is missing says so in words.

use maud::{Markup, html};

use super::{blocks, said, table};
use crate::domain::probe::{Element, Line, LineKind};
use crate::report::document::{ContentsEntry, Evidence};

pub(super) fn contents(entries: &[ContentsEntry]) -> Markup {
    html! {
        ol.contents {
            @for entry in entries {
                li {
                    a href=(entry.address()) {
                        @if !entry.code.is_empty() { span.code { (said(&entry.code)) } " " }
                        (said(&entry.title))
                    }
                    " " (blocks::mark(&entry.mark)) " " small { (said(&entry.note)) }
                }
            }
        }
    }
}

pub(super) fn sheet(sheet: &Evidence) -> Markup {
    let page = &sheet.page;
    html! {
        article.evidence id=(sheet.anchor) class=[sheet.new_page.then_some("page")] {
            div.head {
                h2 { span.code { (said(&page.code)) } " " (said(&page.title)) }
                (blocks::mark(&sheet.mark))
            }
            p.subtitle { (said(&page.measured)) ", " (said(&sheet.known)) }
            p.why { (said(&page.why)) "." }
            dl { @for element in &page.elements { (answer(element)) } }
            @if let Some(trail) = &sheet.trail { (table::table(trail)) }
            p.note { (said(&page.state())) " · nothing on this page was typed for this page" }
        }
    }
}

fn answer(element: &Element) -> Markup {
    html! {
        dt class=[element.begins.then_some("begins")] { (said(&element.label)) }
        dd class=[element.begins.then_some("begins")] {
            @for line in &element.lines {
                p class=[class(line)] {
                    span.clause { (said(line.clause.trim())) }
                    @if !line.head.is_empty() { b { (said(&line.head)) } " " }
                    (text(line))
                }
            }
        }
    }
}

fn class(line: &Line) -> Option<&'static str> {
    match line.kind {
        LineKind::Missing => Some("missing"),
        LineKind::Note => Some("note"),
        LineKind::Fact | LineKind::Quote => None,
    }
}

fn text(line: &Line) -> Markup {
    match line.kind {
        LineKind::Quote => blocks::quote(&line.text, &line.by),
        _ => html! { (said(&line.text)) @if !line.by.is_empty() { " " span.by { (said(&line.by)) } } },
    }
}
