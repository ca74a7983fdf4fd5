//! Tables as HTML: a caption, scopes for those who listen, headings that repeat on every printed page.

use maud::{Markup, PreEscaped, html};

use super::{blocks, said};
use crate::report::document::{Cell, Column, Table};
use crate::report::svg;

pub(super) fn table(table: &Table) -> Markup {
    html! {
        table class=[table.dense.then_some("dense")] {
            caption class=[table.quiet_caption.then_some("quiet")] { (said(&table.caption)) }
            colgroup { @for column in &table.columns { col style=[width(column)]; } }
            thead { tr { @for column in &table.columns { th scope="col" class=[number(column)] { (said(&column.title)) } } } }
            tbody { @for cells in &table.rows { (row(table, cells)) } }
        }
    }
}

fn row(table: &Table, cells: &[Cell]) -> Markup {
    html! {
        tr {
            @for (at, (cell, column)) in cells.iter().zip(&table.columns).enumerate() {
                @if at == table.names {
                    th scope="row" class=[number(column)] { (content(cell)) }
                } @else {
                    td class=[number(column)] { (content(cell)) }
                }
            }
        }
    }
}

fn width(column: &Column) -> Option<String> {
    (column.width > 0).then(|| format!("width:{}%", column.width))
}

fn number(column: &Column) -> Option<&'static str> {
    column.number.then_some("n")
}

fn content(cell: &Cell) -> Markup {
    match cell {
        Cell::Text(text) => html! { (said(text)) },
        Cell::Pair(main, sub) => html! { (said(main)) @if !sub.is_empty() { small { (said(sub)) } } },
        Cell::Mark(mark, sub) => html! { (blocks::mark(mark)) @if !sub.is_empty() { small { (said(sub)) } } },
        Cell::Said(text, by) => blocks::quote(text, by),
        Cell::Trend(trend) => PreEscaped(svg::trend(trend)),
        Cell::Number(number) => {
            html! { (said(&number.shown)) @if !number.sub.is_empty() { small { (said(&number.sub)) } } }
        }
        Cell::Date(day) => html! {
            time datetime=(day.date) { (said(&day.shown)) } @if !day.sub.is_empty() { small { (said(&day.sub)) } }
        },
        Cell::Dated(cell, _) => content(cell),
        Cell::Fill(text) => html! { span.fill { (said(text)) } },
    }
}
