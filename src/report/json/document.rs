//! Any document as one JSON object: every block by its kind, every cell by what it holds.

use serde_json::{Value, json};

use super::inert;
use crate::report::chart::Chart;
use crate::report::document::{Block, Cell, Document, Fact, Items, Line, Mark, Part, Table};

/// The name of this document's form.
pub const SCHEMA: &str = "sixtwo-document-1";

/// The object, with a line break at its end. Texts stand in it as people entered them; what a terminal would act on is
/// escaped.
pub fn render(document: &Document) -> Result<Vec<u8>, serde_json::Error> {
    let object = json!({
        "schema": SCHEMA,
        "title": document.title,
        "organization": document.organization,
        "identity": document.identity,
        "as_of": document.as_of,
        "document_id": document.house.document_id,
        "classification": document.house.classification,
        "foot": document.foot,
        "parts": document.parts.iter().map(part).collect::<Vec<_>>(),
    });
    inert(&object)
}

fn part(part: &Part) -> Value {
    json!({
        "id": part.id,
        "heading": part.heading,
        "blocks": part.blocks.iter().map(block).collect::<Vec<_>>(),
    })
}

fn block(block: &Block) -> Value {
    match block {
        Block::Lead(text) => json!({ "kind": "lead", "text": text }),
        Block::Text(text) => json!({ "kind": "text", "text": text }),
        Block::Note(text) => json!({ "kind": "note", "text": text }),
        Block::Tallies(tallies) => json!({ "kind": "counts", "groups": tallies.iter().map(|group| json!({
            "heading": group.heading,
            "counts": group.counts.iter().map(|(_, count, word)| json!({ "word": word, "count": count })).collect::<Vec<_>>(),
        })).collect::<Vec<_>>() }),
        Block::Columns(left, right) => json!({ "kind": "lists", "lists": [items(left), items(right)] }),
        Block::Facts(list) => json!({ "kind": "facts", "facts": facts(list) }),
        Block::Table(rows) => table(rows),
        Block::Chart(picture) => json!({ "kind": "chart", "chart": chart(picture) }),
        Block::Case(case) => json!({
            "kind": "case",
            "code": case.code,
            "title": case.title,
            "status": case.mark.word,
            "subtitle": case.subtitle,
            "why": case.why,
            "chart": case.chart.as_ref().map(chart),
            "facts": facts(&case.facts),
            "choices": case.choices,
        }),
        Block::Contents(entries) => json!({ "kind": "contents", "entries": entries.iter().map(|entry| json!({
            "code": entry.code, "title": entry.title, "status": entry.mark.word, "note": entry.note,
        })).collect::<Vec<_>>() }),
        Block::Evidence(sheet) => json!({
            "kind": "evidence",
            "page": sheet.page,
            "trail": sheet.trail.as_ref().map(table),
        }),
    }
}

fn items(items: &Items) -> Value {
    let entry = |(mark, strong, text): &(Option<Mark>, String, String)| json!({ "mark": mark.as_ref().map(|mark| mark.word), "label": strong, "text": text });
    let entries: Vec<Value> = items.entries.iter().map(entry).collect();
    json!({ "heading": items.heading, "numbered": items.numbered, "entries": entries, "note": items.note })
}

fn facts(facts: &[Fact]) -> Vec<Value> {
    let line = |line: &Line| match line {
        Line::Plain(text) => json!({ "text": text }),
        Line::Said(text, by) => json!({ "said": text, "by": by }),
    };
    let fact = |fact: &Fact| json!({ "label": fact.label, "lines": fact.lines.iter().map(line).collect::<Vec<_>>() });
    facts.iter().map(fact).collect()
}

fn table(table: &Table) -> Value {
    let row = |row: &Vec<Cell>| row.iter().map(cell).collect::<Vec<_>>();
    json!({
        "kind": "table",
        "caption": table.caption,
        "columns": table.columns.iter().map(|column| &column.title).collect::<Vec<_>>(),
        "rows": table.rows.iter().map(row).collect::<Vec<_>>(),
    })
}

fn cell(cell: &Cell) -> Value {
    match cell {
        Cell::Text(text) => json!({ "text": text }),
        Cell::Pair(text, note) => json!({ "text": text, "note": note }),
        Cell::Mark(mark, note) => json!({ "mark": mark.word, "note": note }),
        Cell::Said(text, by) => json!({ "said": text, "by": by }),
        Cell::Trend(trend) => json!({ "trend": trend.description }),
        Cell::Number(number) => json!({
            "number": number.exact,
            "percent": number.percent,
            "text": number.shown,
            "note": number.sub,
        }),
        Cell::Date(day) => json!({ "date": day.date, "text": day.shown, "note": day.sub }),
        Cell::Dated(inner, day) => {
            let mut value = self::cell(inner);
            value["note_date"] = json!(day);
            value
        }
        Cell::Fill(text) => json!({ "fill": text }),
    }
}

fn chart(chart: &Chart) -> Value {
    json!({
        "title": chart.title,
        "description": chart.description,
        "legend": chart.legend,
        "points": chart.points.iter().map(|point| json!({
            "period": point.label,
            "group": point.group,
            "value": point.value,
            "text": point.shown,
            "verdict": point.verdict,
            "missing": point.missing,
            "corrected": point.corrected,
            "late": point.late,
        })).collect::<Vec<_>>(),
        "targets": chart.targets.iter().map(|span| json!({
            "first": span.first, "last": span.last, "lines": span.lines, "tolerated": span.tolerated, "text": span.label,
        })).collect::<Vec<_>>(),
        "interim": chart.waypoints.iter().map(|(at, value)| json!({ "point": at, "value": value })).collect::<Vec<_>>(),
        "start": chart.baseline.as_ref().map(|(value, text)| json!({ "value": value, "text": text })),
    })
}
