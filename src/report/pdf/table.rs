//! Tables: columns of fixed shares, numbers under each other, headings that stand again on every page.

use std::rc::Rc;

use krilla::tagging::Tag;

use super::desk::{Desk, marked, quoted, small, stack};
use super::letters::Weight;
use super::lines::{Line, Span, set};
use super::look::{DENSE, INK, RULE, SMALL, SOFT, SUB, SUBHEADING, TABLE, Tint};
use super::picture::{ground, picture, rule};
use super::strip::{Item, Strip};
use super::tree::Place;
use crate::report::chart::Trend;
use crate::report::document::{Cell, Column, Table};
use crate::report::drawing;

/// Between columns.
const GUTTER: f32 = 10.0;
/// Air around the text of a row, and of a tight one.
const AIR: (f32, f32) = (3.4, 1.0);
/// Rows up to which a table is never divided.
const SHORT: usize = 4;
/// Widest small line of periods.
const TREND: f32 = 84.0;

/// Lays a table down.
pub fn table(desk: &mut Desk, table: &Table) {
    let around = desk.around.clone();
    let place = desk.tree.grow(desk.place, Tag::Table.with_summary(Some(table.caption.clone())));
    let mut air = 0.0;
    if !table.quiet_caption {
        let caption = desk.tree.grow(place, Tag::Caption);
        let spans = [Span::new(&table.caption, SUBHEADING - 0.8, Weight::Strong, INK)];
        let mut strip = desk.paragraph(11.0, &spans, desk.width, caption);
        strip.holds = true;
        strip.bookmark = Some((1, table.caption.clone()));
        desk.lay(strip);
        air = 2.0;
    }
    let columns = Grid::of(&table.columns, desk.width);
    let tags = desk.tree.grow(place, Tag::THead);
    let body = desk.tree.grow(place, Tag::TBody);
    let row = desk.tree.grow(tags, Tag::TR);
    let head = headings(desk, table, &columns, row, air);
    let again = Rc::new(headings_again(&head));
    desk.lay(head);
    if table.rows.is_empty() {
        let note = desk.tree.grow(body, Tag::TR);
        let note = desk.tree.grow(note, Tag::TD);
        let mut strip = desk.paragraph(0.0, &[small("None.")], desk.width, note);
        strip.height += 6.0;
        desk.lay(strip);
        return;
    }
    let last = table.rows.len() - 1;
    for (at, cells) in table.rows.iter().enumerate() {
        let named = cells.get(table.names).map(|cell| name(cell, cells)).unwrap_or_default();
        desk.stand_at(if named.is_empty() { &around } else { &named });
        let tags = desk.tree.grow(body, Tag::TR);
        let mut strip = self::row(desk, table, cells, &columns, tags);
        strip.head = Some(again.clone());
        // A row alone at the foot or the head of a page is easily missed.
        strip.holds = at < last && (last < SHORT || at == 0 || at + 1 == last);
        desk.lay(strip);
    }
    desk.stand_at(&around);
    desk.lay(Strip::of(0.0, if table.dense { 6.0 } else { 9.0 }));
}

/// Where columns begin and how wide they are.
struct Grid(Vec<(f32, f32)>);

impl Grid {
    fn of(columns: &[Column], width: f32) -> Grid {
        let given: f32 = columns.iter().map(|column| f32::from(column.width)).sum();
        let open = columns.iter().filter(|column| column.width == 0).count() as f32;
        // Columns without a share divide what the others leave, at least as much as a narrow one needs.
        let each = ((100.0 - given) / open.max(1.0)).max(10.0);
        let share = |column: &Column| if column.width == 0 { each } else { f32::from(column.width) };
        let all: f32 = columns.iter().map(share).sum();
        let mut x = 0.0;
        let place = |column: &Column| {
            let wide = share(column) / all * width;
            x += wide;
            (x - wide, wide)
        };
        Grid(columns.iter().map(place).collect())
    }

    /// Left edge and width of the text in a column.
    fn text(&self, at: usize) -> (f32, f32) {
        let (x, width) = self.0[at];
        let gutter = if at + 1 == self.0.len() { 0.0 } else { GUTTER };
        (x, (width - gutter).max(12.0))
    }
}

fn headings(desk: &mut Desk, table: &Table, grid: &Grid, row: Place, air: f32) -> Strip {
    let mut strip = Strip::of(air, 0.0);
    let mut set_cells = Vec::new();
    for (at, column) in table.columns.iter().enumerate() {
        let place = desk.tree.heading_cell(row, false);
        let (x, width) = grid.text(at);
        let lines = set(&mut desk.letters, &[Span::new(&column.title, SMALL, Weight::Strong, SOFT)], width);
        let height: f32 = lines.iter().map(Line::height).sum();
        set_cells.push((lines, x, width, height, column.number, place));
    }
    let height = set_cells.iter().map(|cell| cell.3).fold(0.0, f32::max);
    for (lines, x, width, high, number, place) in set_cells {
        put(&mut strip, lines, (x, width), height - high, number, place);
    }
    strip.height = height + 3.0;
    strip.items.push(rule(0.0, strip.height, desk.width, INK, 0.7));
    strip.holds = true;
    strip
}

/// The headings once more: for the eye, they are no second row of the table.
fn headings_again(head: &Strip) -> Strip {
    let unread = |item: &Item| match item.clone() {
        Item::Words { x, y, line, .. } => Item::Words { x, y, line, place: None },
        other => other,
    };
    Strip { items: head.items.iter().map(unread).collect(), ..Strip::of(0.0, head.height) }
}

fn row(desk: &mut Desk, table: &Table, cells: &[Cell], grid: &Grid, row: Place) -> Strip {
    let air = if table.dense { AIR.1 } else { AIR.0 };
    let size = if table.dense { DENSE } else { TABLE };
    let mut strip = Strip::of(0.0, 0.0);
    for (at, (cell, column)) in cells.iter().zip(&table.columns).enumerate() {
        let place = match at == table.names {
            true => desk.tree.heading_cell(row, true),
            false => desk.tree.grow(row, Tag::TD),
        };
        let bounds = grid.text(at);
        match cell {
            Cell::Trend(trend) => small_line(desk, &mut strip, trend, bounds, air, place),
            Cell::Fill(text) => fill(desk, &mut strip, text, bounds, air, size, place),
            _ => {
                let mut lines = Vec::new();
                for spans in paragraphs(cell, size) {
                    lines.extend(set(&mut desk.letters, &spans, bounds.1));
                }
                put(&mut strip, lines, bounds, air, column.number, place);
            }
        }
    }
    strip.height += air;
    strip.items.push(rule(0.0, strip.height, desk.width, RULE, 0.5));
    strip
}

/// What stands below each other in a cell.
fn paragraphs(cell: &Cell, size: f32) -> Vec<Vec<Span>> {
    let text = |text: &str| Span::new(text, size, Weight::Regular, INK);
    let quiet = |text: &str| Span::new(text, SUB, Weight::Regular, SOFT);
    let with = |first: Span, sub: &str| {
        let both = [(!first.is_empty()).then(|| vec![first]), (!sub.is_empty()).then(|| vec![quiet(sub)])];
        both.into_iter().flatten().collect()
    };
    match cell {
        Cell::Text(words) | Cell::Fill(words) => vec![vec![text(words)]],
        Cell::Pair(main, sub) => with(text(main), sub),
        Cell::Number(number) => with(text(&number.shown), &number.sub),
        Cell::Date(day) => with(text(&day.shown), &day.sub),
        Cell::Dated(cell, _) => paragraphs(cell, size),
        Cell::Mark(mark, sub) => with(marked(mark, size), sub),
        Cell::Said(words, by) if by.is_empty() => vec![quoted(words, "", size)],
        Cell::Said(words, by) => vec![quoted(words, "", size), vec![quiet(by)]],
        Cell::Trend(_) => Vec::new(),
    }
}

fn put(strip: &mut Strip, lines: Vec<Line>, (x, width): (f32, f32), y: f32, number: bool, place: Place) {
    if !number {
        stack(strip, lines, x, y, Some(place));
        return;
    }
    let mut top = y;
    for line in lines {
        let left = x + width - line.width;
        top = stack(strip, vec![line], left, top, Some(place));
    }
}

fn small_line(desk: &mut Desk, strip: &mut Strip, trend: &Trend, (x, width): (f32, f32), y: f32, cell: Place) {
    let place = desk.tree.grow(cell, Tag::Figure(Some(trend.description.clone())));
    let wide = width.min(TREND);
    let (height, item) = picture(&mut desk.letters, &drawing::trend(trend), x, y, wide, place);
    strip.items.push(item);
    strip.height = strip.height.max(y + height);
}

/// A place to write into.
fn fill(desk: &mut Desk, strip: &mut Strip, text: &str, (x, width): (f32, f32), y: f32, size: f32, place: Place) {
    let lines = set(&mut desk.letters, &[Span::new(text, size, Weight::Regular, INK)], width - 4.0);
    let height: f32 = lines.iter().map(Line::height).sum::<f32>().max(size * 1.5);
    strip.items.push(ground([x, y - 1.0, width, height + 2.0], Tint(0xf6f3e6)));
    stack(strip, lines, x + 2.0, y, Some(place));
    strip.height = strip.height.max(y + height);
}

/// What names a row in a note to the reader: the code where it has one.
fn name(cell: &Cell, cells: &[Cell]) -> String {
    fn said(cell: &Cell) -> String {
        match cell {
            Cell::Text(text) | Cell::Pair(text, _) | Cell::Said(text, _) => text.clone(),
            Cell::Number(number) => number.shown.clone(),
            Cell::Date(day) => day.shown.clone(),
            Cell::Dated(cell, _) => said(cell),
            Cell::Mark(..) | Cell::Trend(_) | Cell::Fill(_) => String::new(),
        }
    }
    let named = match said(cell) {
        named if named.is_empty() => cells.iter().map(said).find(|text| !text.is_empty()).unwrap_or_default(),
        named => named,
    };
    named.chars().take(40).collect()
}
