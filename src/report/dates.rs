//! Days in the style of the house, one style on the whole paper. The program's own sentences and the texts between them
//! are set in it; words quoted from a person stay as they were said.

use std::borrow::Cow;

use super::document::{Block, Cell, DateStyle, Document, Fact, Items, Line, Table};
use crate::domain::period::Date;
use crate::domain::probe::LineKind;

/// Months as the program writes them.
pub(super) const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The document with its days in the style of its house; itself where that is the usual one.
pub fn styled(document: &Document) -> Cow<'_, Document> {
    let style = document.house.dates;
    if style == DateStyle::Words {
        return Cow::Borrowed(document);
    }
    let mut own = document.clone();
    own.identity.iter_mut().chain([&mut own.foot]).for_each(|text| set(text, style));
    own.parts.iter_mut().flat_map(|part| &mut part.blocks).for_each(|block| set_block(block, style));
    Cow::Owned(own)
}

fn set_block(block: &mut Block, style: DateStyle) {
    match block {
        Block::Lead(text) | Block::Text(text) | Block::Note(text) => set(text, style),
        Block::Tallies(_) => {}
        Block::Columns(left, right) => [left, right].into_iter().for_each(|items| set_items(items, style)),
        Block::Facts(facts) => set_facts(facts, style),
        Block::Table(table) => set_table(table, style),
        Block::Chart(chart) => set(&mut chart.description, style),
        Block::Case(case) => {
            [&mut case.subtitle, &mut case.why].into_iter().for_each(|text| set(text, style));
            set_facts(&mut case.facts, style);
        }
        Block::Contents(entries) => entries.iter_mut().for_each(|entry| set(&mut entry.note, style)),
        Block::Evidence(sheet) => {
            [&mut sheet.known, &mut sheet.page.measured, &mut sheet.page.why].into_iter().for_each(|t| set(t, style));
            for line in sheet.page.elements.iter_mut().flat_map(|element| &mut element.lines) {
                set(&mut line.head, style);
                if line.kind != LineKind::Quote {
                    set(&mut line.text, style);
                }
            }
            sheet.trail.iter_mut().for_each(|table| set_table(table, style));
        }
    }
}

fn set_items(items: &mut Items, style: DateStyle) {
    items.entries.iter_mut().for_each(|(_, _, text)| set(text, style));
    set(&mut items.note, style);
}

fn set_facts(facts: &mut [Fact], style: DateStyle) {
    for line in facts.iter_mut().flat_map(|fact| &mut fact.lines) {
        match line {
            Line::Plain(text) | Line::Said(_, text) => set(text, style),
        }
    }
}

fn set_table(table: &mut Table, style: DateStyle) {
    table.rows.iter_mut().flatten().for_each(|cell| set_cell(cell, style));
}

fn set_cell(cell: &mut Cell, style: DateStyle) {
    match cell {
        Cell::Text(text) | Cell::Mark(_, text) | Cell::Said(_, text) | Cell::Fill(text) => set(text, style),
        Cell::Pair(main, sub) => [main, sub].into_iter().for_each(|text| set(text, style)),
        Cell::Number(number) => set(&mut number.sub, style),
        Cell::Date(day) => [&mut day.shown, &mut day.sub].into_iter().for_each(|text| set(text, style)),
        Cell::Dated(cell, _) => set_cell(cell, style),
        Cell::Trend(_) => {}
    }
}

/// Every `12 Jan 2026` in the text in another style.
fn set(text: &mut String, style: DateStyle) {
    let mut rest = text.as_str();
    let mut made = String::new();
    while let Some((before, day, after)) = next_day(rest) {
        let (year, month, number) = (day.format("%Y"), day.format("%m"), day.format("%d"));
        made.push_str(before);
        made.push_str(&match style {
            DateStyle::Words => day.format("%-d %b %Y").to_string(),
            DateStyle::Iso => format!("{year}-{month}-{number}"),
            DateStyle::Dots => format!("{number}.{month}.{year}"),
        });
        rest = after;
    }
    if !made.is_empty() {
        made.push_str(rest);
        *text = made;
    }
}

/// What stands before the first day in a text, the day, and what stands behind it.
fn next_day(text: &str) -> Option<(&str, Date, &str)> {
    let months = text.match_indices(' ').filter(|(at, _)| {
        let month = text.get(at + 1..at + 4);
        month.is_some_and(|month| MONTHS.contains(&month)) && text.get(at + 4..at + 5) == Some(" ")
    });
    for (blank, _) in months {
        let (left, right) = (&text[..blank], &text[blank + 5..]);
        let first = left.len() - left.bytes().rev().take_while(u8::is_ascii_digit).count();
        let digits = right.bytes().take_while(u8::is_ascii_digit).count();
        let part_of_a_word = left[..first].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '/'))
            || right[digits..].starts_with(char::is_alphabetic);
        if digits != 4 || blank == first || part_of_a_word {
            continue;
        }
        let written = &text[first..blank + 5 + digits];
        if let Ok(day) = Date::parse_from_str(written, "%d %b %Y") {
            return Some((&text[..first], day, &right[digits..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{DateStyle, set};

    fn said(text: &str, style: DateStyle) -> String {
        let mut text = text.to_owned();
        set(&mut text, style);
        text
    }

    #[test]
    fn days_are_set_in_the_style_of_the_house_and_nothing_else_is() {
        assert_eq!(
            said("act, 8 Oct 2026 by the 12 Jan 2027 meeting", DateStyle::Iso),
            "act, 2026-10-08 by the 2027-01-12 meeting"
        );
        assert_eq!(said("as known on Mon 30 Nov 2026", DateStyle::Dots), "as known on Mon 30.11.2026");
        for same in ["Oct 2026", "43 of 47 in Oct 2026", "45 Oct 2026", "A1 Oct 2026", "1.5 Oct 2026", "é Oct 2026", ""]
        {
            assert_eq!(said(same, DateStyle::Iso), same);
        }
    }
}
