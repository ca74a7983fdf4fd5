//! The document as Markdown. Every text is made harmless: what people wrote never becomes a heading, a link, an image
//! or markup.

use super::chart::Chart;
use super::document::{Block, Case, Cell, Document, Evidence, Fact, Items, Line, Mark, Table, Tally};
use crate::domain::probe::{self, LineKind};
use crate::domain::text::one_line;

/// The file's bytes.
pub fn render(document: &Document) -> Vec<u8> {
    let mut page = format!("# {}: {}\n\n", said(&document.organization), said(&document.title));
    let house = &document.house;
    let marks = [&house.document_id, &house.classification].into_iter().filter(|mark| !mark.is_empty());
    let identity: Vec<String> = document.identity.iter().chain(marks).map(|words| said(words)).collect();
    if !identity.is_empty() {
        page.push_str(&format!("{}\n\n", identity.join(" · ")));
    }
    for part in &document.parts {
        if let Some(heading) = &part.heading {
            page.push_str(&format!("## {}\n\n", said(heading)));
        }
        for block in &part.blocks {
            page.push_str(block_text(block).trim_end());
            page.push_str("\n\n");
        }
    }
    page.push_str(&format!("{}\n", said(&document.foot)));
    page.into_bytes()
}

fn block_text(block: &Block) -> String {
    match block {
        Block::Lead(text) | Block::Text(text) => said(text),
        Block::Note(text) => format!("*{}*", said(text)),
        Block::Tallies(tallies) => tallies.iter().map(tally).collect(),
        Block::Columns(left, right) => format!("{}\n{}", items(left), items(right)),
        Block::Facts(list) => list.iter().map(fact).collect(),
        Block::Table(rows) => table(rows),
        Block::Chart(picture) => chart(picture),
        Block::Case(lagging) => case(lagging),
        Block::Contents(entries) => entries
            .iter()
            .zip(1..)
            .map(|(e, n)| format!("{n}. {} {}, {}, {}\n", said(&e.code), said(&e.title), mark(&e.mark), said(&e.note)))
            .collect(),
        Block::Evidence(sheet) => evidence(sheet),
    }
}

fn evidence(sheet: &Evidence) -> String {
    let page = &sheet.page;
    let mut text = format!("## {} {}\n\n", said(&page.code), said(&page.title));
    text.push_str(&format!("{}, {}. {}\n\n", mark(&sheet.mark), said(&page.measured), said(&page.why)));
    for element in &page.elements {
        text.push_str(&format!("- **{}**\n", said(&element.label)));
        for line in &element.lines {
            text.push_str(&format!("  - {}\n", element_line(line)));
        }
    }
    if let Some(trail) = &sheet.trail {
        text.push_str(&format!("\n{}", table(trail)));
    }
    text.push_str(&format!("\n{}, {}\n", said(&page.state()), said(&sheet.known)));
    text
}

fn element_line(line: &probe::Line) -> String {
    let text = match line.kind {
        LineKind::Quote => format!("“{}”", said(&line.text)),
        LineKind::Missing => format!("**missing:** {}", said(&line.text)),
        LineKind::Fact | LineKind::Note => said(&line.text),
    };
    let head = if line.head.is_empty() { String::new() } else { format!("{}: ", said(&line.head)) };
    let by = if line.by.is_empty() { String::new() } else { format!(" ({})", said(&line.by)) };
    let clause = line.clause.trim();
    let clause = if clause.is_empty() { String::new() } else { format!(" \\[{}\\]", said(clause)) };
    format!("{head}{text}{by}{clause}")
}

fn mark(mark: &Mark) -> String {
    said(&format!("{} {}", mark.symbol, mark.word))
}

fn tally(group: &Tally) -> String {
    let counts = group.counts.iter().map(|(_, number, word)| format!("{number} {}", said(word)));
    format!("- {}: {}\n", said(&group.heading), counts.collect::<Vec<_>>().join(", "))
}

fn items(items: &Items) -> String {
    let mut text = format!("**{}**\n\n", said(&items.heading));
    for ((sign, strong, rest), number) in items.entries.iter().zip(1..) {
        let bullet = if items.numbered { format!("{number}.") } else { "-".to_owned() };
        let sign = sign.as_ref().map(|sign| format!("{} ", mark(sign))).unwrap_or_default();
        text.push_str(&format!("{bullet} {sign}**{}** {}\n", said(strong), said(rest)));
    }
    if !items.note.is_empty() {
        text.push_str(&format!("\n*{}*\n", said(&items.note)));
    }
    text
}

fn fact(fact: &Fact) -> String {
    let line = |line: &Line| match line {
        Line::Plain(text) => said(text),
        Line::Said(text, by) => format!("“{}” {}", said(text), said(by)),
    };
    let lines: Vec<String> = fact.lines.iter().map(line).collect();
    format!("- **{}** {}\n", said(&fact.label), lines.join("; "))
}

fn case(case: &Case) -> String {
    let facts: String = case.facts.iter().map(fact).collect();
    let head = format!("### {} {}, {}", said(&case.code), said(&case.title), mark(&case.mark));
    let picture = case.chart.as_ref().map(|picture| format!("{}\n\n", chart(picture))).unwrap_or_default();
    let choices = if case.choices.is_empty() {
        String::new()
    } else {
        format!(
            "\nDecision: ☐ {} (who, by)\n",
            case.choices.iter().map(|choice| said(choice)).collect::<Vec<_>>().join(" ☐ ")
        )
    };
    format!("{head}\n\n{}\n\n{}\n\n{picture}{facts}{choices}", said(&case.subtitle), said(&case.why))
}

/// What a drawing shows, in words, and its figures.
fn chart(chart: &Chart) -> String {
    let mut text = format!(
        "{}: {}.\n\n| Period | Value | Target |\n| --- | ---: | ---: |\n",
        said(&chart.title),
        said(&chart.description)
    );
    for (at, point) in chart.points.iter().enumerate() {
        let target = chart.targets.iter().find(|span| span.first <= at && at <= span.last);
        let period = format!("{} {}", point.label, point.group);
        let target = target.map(|span| said(&span.label)).unwrap_or_default();
        text.push_str(&format!("| {} | {} | {target} |\n", said(&period), said(&point.shown)));
    }
    text.push_str(&format!("\n*{}*", said(&chart.legend)));
    text
}

fn table(table: &Table) -> String {
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut text = String::new();
    if !table.quiet_caption {
        text.push_str(&format!("**{}**\n\n", said(&table.caption)));
    }
    text.push_str(&row(table.columns.iter().map(|column| said(&column.title)).collect()));
    let rule = |number: bool| if number { "---:" } else { "---" };
    text.push_str(&row(table.columns.iter().map(|column| rule(column.number).to_owned()).collect()));
    for cells in &table.rows {
        text.push_str(&row(cells.iter().map(cell).collect()));
    }
    text
}

fn cell(cell: &Cell) -> String {
    let both = |main: String, sub: &str| if sub.is_empty() { main } else { format!("{main}, {}", said(sub)) };
    match cell {
        Cell::Text(text) => said(text),
        Cell::Pair(main, sub) => both(said(main), sub),
        Cell::Mark(sign, sub) => both(mark(sign), sub),
        Cell::Said(text, by) => format!("“{}” {}", said(text), said(by)),
        // A drawing has no place in plain text; its figures have.
        Cell::Trend(trend) => said(&trend.description),
        Cell::Number(number) => both(said(&number.shown), &number.sub),
        Cell::Date(day) => both(said(&day.shown), &day.sub),
        Cell::Dated(inner, _) => self::cell(inner),
        Cell::Fill(text) => said(text),
    }
}

/// A text from the register, made harmless: one line, nothing in it is markup.
fn said(text: &str) -> String {
    let line = one_line(text);
    let mut harmless = String::with_capacity(line.len() + 8);
    let mut rest = line.trim().chars().peekable();
    let mut only_digits = true;
    while let Some(c) = rest.next() {
        let first = harmless.is_empty();
        let means_something = match c {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '~' | '!' | '@' | '$' => {
                true
            }
            // A list at the beginning of a line, and addresses readers make into links by themselves.
            '-' | '+' | '=' => first,
            '.' | ')' => {
                let numbers_a_list = only_digits && !first && rest.peek().is_none_or(|next| next.is_whitespace());
                numbers_a_list || harmless.to_lowercase().ends_with("www")
            }
            ':' => rest.peek() == Some(&'/'),
            _ => false,
        };
        if means_something {
            harmless.push('\\');
        }
        only_digits &= c.is_ascii_digit();
        harmless.push(c);
    }
    harmless
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn what_people_wrote_never_becomes_markup() {
        for (written, harmless) in [
            ("# no heading", "\\# no heading"),
            ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
            ("[here](https://example.org)", "\\[here\\](https\\://example.org)"),
            ("- no list", "\\- no list"),
            ("1. no list", "1\\. no list"),
            ("a | b", "a \\| b"),
            ("two\nlines", "two lines"),
            ("www.example.org", "www\\.example.org"),
            ("95.5 %, 43 of 47", "95.5 %, 43 of 47"),
        ] {
            assert_eq!(said(written), harmless, "{written}");
        }
    }
}
