//! Pieces of a part as HTML.

use maud::{Markup, PreEscaped, html};

use super::{Drawings, evidence, said, table};
use crate::report::chart::Chart;
use crate::report::document::{Block, Case, Fact, Items, Line, Mark, Tally, Tone};
use crate::report::svg;

pub(super) fn block(block: &Block, drawings: &mut Drawings) -> Markup {
    match block {
        Block::Lead(text) => html! { p.lead { (said(text)) } },
        Block::Text(text) => html! { p { (said(text)) } },
        Block::Note(text) => html! { p.note { (said(text)) } },
        Block::Tallies(tallies) => html! { div.tallies { @for group in tallies { (tally(group)) } } },
        Block::Columns(left, right) => html! { div.columns { (items(left)) (items(right)) } },
        Block::Facts(list) => facts(list),
        Block::Table(rows) => table::table(rows),
        Block::Chart(picture) => chart(picture, drawings),
        Block::Case(lagging) => case(lagging, drawings),
        Block::Contents(entries) => evidence::contents(entries),
        Block::Evidence(sheet) => evidence::sheet(sheet),
    }
}

/// A mark is the sign and the word together; colour only repeats what the word says.
pub(super) fn mark(mark: &Mark) -> Markup {
    html! { span class={ "mark " (tone(mark.tone)) } { span.sign aria-hidden="true" { (mark.symbol) } " " (mark.word) } }
}

fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "good",
        Tone::Watch => "watch",
        Tone::Bad => "bad",
        Tone::Unknown => "unknown",
        Tone::Quiet => "quiet",
    }
}

fn tally(group: &Tally) -> Markup {
    html! {
        div.tally {
            p.label { (said(&group.heading)) }
            ul {
                @for (mark, number, word) in &group.counts {
                    li class=[(*number == 0).then_some("none")] {
                        b { (number) }
                        @match mark {
                            Some(mark) => span class={ "mark " (tone(mark.tone)) } { span.sign aria-hidden="true" { (mark.symbol) } " " (said(word)) },
                            None => span { (said(word)) },
                        }
                    }
                }
            }
        }
    }
}

fn items(items: &Items) -> Markup {
    let entries = html! {
        @for (sign, strong, text) in &items.entries {
            li { @if let Some(sign) = sign { (mark(sign)) " " } b { (said(strong)) } " " (said(text)) }
        }
    };
    html! {
        div.items {
            h3 { (said(&items.heading)) }
            @if !items.entries.is_empty() {
                @if items.numbered { ol { (entries) } } @else { ul { (entries) } }
            }
            @if !items.note.is_empty() { p.note { (said(&items.note)) } }
        }
    }
}

fn facts(facts: &[Fact]) -> Markup {
    html! {
        dl {
            @for fact in facts {
                dt { (said(&fact.label)) }
                dd { @for line in &fact.lines { p { (fact_line(line)) } } }
            }
        }
    }
}

fn fact_line(line: &Line) -> Markup {
    match line {
        Line::Plain(text) => html! { (said(text)) },
        Line::Said(text, by) => quote(text, by),
    }
}

/// The words of a person.
pub(super) fn quote(text: &str, by: &str) -> Markup {
    html! { q { (said(text)) } @if !by.is_empty() { " " span.by { (said(by)) } } }
}

fn chart(chart: &Chart, drawings: &mut Drawings) -> Markup {
    html! { figure { (PreEscaped(svg::chart(chart, &drawings.next()))) figcaption { (said(&chart.legend)) } } }
}

fn case(case: &Case, drawings: &mut Drawings) -> Markup {
    html! {
        article {
            div.head { h3 { span.code { (said(&case.code)) } " " (said(&case.title)) } (mark(&case.mark)) }
            p.subtitle { (said(&case.subtitle)) }
            p.why { (said(&case.why)) }
            @if let Some(picture) = &case.chart { (chart(picture, drawings)) }
            (facts(&case.facts))
            p.choices {
                span.label { "Decision" }
                @for choice in &case.choices { span { "☐ " (choice) } }
                span.blank { "who" } span.blank { "by" }
            }
        }
    }
}
