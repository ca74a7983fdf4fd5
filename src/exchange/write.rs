//! Our own CSV, with the contract headers: RFC 4180, UTF-8, and no text cell that a spreadsheet would run.

use super::headers::{OBJECTIVE_FIELDS, READING_FIELDS};
use super::list_cell::{CriteriaCell, write_criteria, write_links, write_tags, write_waypoints};
use super::objectives::ObjectiveRow;
use crate::domain::objective::Definition;
use crate::domain::period::Date;
use crate::domain::quantity::{Decimal, Value, rounded};
use crate::domain::reading::Reading;
use crate::domain::text::guarded;

/// A number as a cell: strictly decimal, and with a fourth decimal where three could be taken for thousands.
pub fn number(number: Decimal) -> String {
    let text = number.to_string();
    let whole = text.trim_start_matches('-').split('.').next().unwrap_or("");
    let like_thousands = number.scale() == 3 && whole.len() <= 3 && whole != "0";
    if like_thousands { text + "0" } else { text }
}

/// Objectives with our headers; [`super::objectives::read_objectives`] reads them back as they are.
pub fn write_objectives(objectives: &[ObjectiveRow]) -> Vec<u8> {
    table(objective_rows(objectives).into_iter())
}

/// Objectives as rows of cells, our headers first.
pub fn objective_rows(objectives: &[ObjectiveRow]) -> Vec<Vec<String>> {
    let header = OBJECTIVE_FIELDS.iter().map(|field| field.name.to_owned()).collect();
    let rows = objectives.iter().map(|objective| {
        let mut cells: Vec<(&str, String)> = vec![("code", text(&objective.code))];
        cells.extend(definition_cells(&objective.definition));
        let criteria =
            CriteriaCell { criteria: objective.definition.criteria.clone(), done: objective.criteria_done.clone() };
        cells.retain(|(field, _)| *field != "criteria");
        cells.push(("criteria", text(&write_criteria(&criteria))));
        cells.push(("lifecycle", objective.lifecycle.map(|l| l.word().to_owned()).unwrap_or_default()));
        cells.push(("approved_on", day(objective.approved_on)));
        cells.push(("approved_by", text(&objective.approved_by)));
        cells.push(("approved_ref", text(&objective.approved_ref)));
        let cell_of = |name: &str| cells.iter().find(|(field, _)| *field == name).map(|(_, cell)| cell.clone());
        OBJECTIVE_FIELDS.iter().map(|field| cell_of(field.name).unwrap_or_default()).collect()
    });
    std::iter::once(header).chain(rows).collect()
}

/// Readings with our headers: code, reading, and whether the unit is percent (a share's `value` depends on it).
pub fn write_readings<'a>(readings: impl Iterator<Item = (&'a str, &'a Reading, bool)>) -> Vec<u8> {
    table(reading_rows(readings))
}

/// Readings as rows of cells, our headers first.
pub fn reading_rows<'a>(
    readings: impl Iterator<Item = (&'a str, &'a Reading, bool)>,
) -> impl Iterator<Item = Vec<String>> {
    let header = READING_FIELDS.iter().map(|field| field.name.to_owned()).collect();
    let rows = readings.map(|(code, reading, percent)| {
        let (numerator, denominator) = match reading.value {
            Value::Plain(_) => (String::new(), String::new()),
            Value::Share { numerator: n, denominator: d } => (number(n), number(d)),
        };
        vec![
            text(code),
            reading.measured_on.to_string(),
            value(&reading.value, percent),
            numerator,
            denominator,
            day(reading.claimed_on.or(Some(reading.entered_on).filter(|_| !reading.imported))),
            text(&reading.reported_by),
            day(reading.reported_on),
            text(&reading.source),
            text(&reading.evidence),
            text(&reading.evaluation),
            text(&reading.evaluated_by),
            reading.decision.map(|d| d.word().to_owned()).unwrap_or_default(),
            text(&reading.reason),
        ]
    });
    std::iter::once(header).chain(rows)
}

/// The content of an objective, field by field under its contract header, as cells of a file.
pub fn definition_cells(d: &Definition) -> Vec<(&'static str, String)> {
    let word = |word: Option<&str>| word.unwrap_or("").to_owned();
    let amount = |amount: Option<Decimal>| amount.map(number).unwrap_or_default();
    let whole = |whole: Option<u32>| whole.map(|w| w.to_string()).unwrap_or_default();
    let baseline = d.baseline.as_ref();
    vec![
        ("title", text(&d.title)),
        ("kind", d.kind.word().to_owned()),
        ("level", word(d.level.map(|l| l.word()))),
        ("function", text(&d.function)),
        ("parent", text(&d.parent)),
        ("owner", text(&d.owner)),
        ("metric", text(&d.metric)),
        ("formula", text(&d.formula)),
        ("data_source", text(&d.data_source)),
        ("unit", text(&d.unit)),
        ("direction", word(d.direction.map(|x| x.word()))),
        ("operator", text(d.operator.map_or("", |o| o.word()))),
        ("baseline", amount(baseline.map(|b| b.value))),
        ("baseline_date", day(baseline.and_then(|b| b.date))),
        ("baseline_estimated", if baseline.is_some_and(|b| b.estimated) { "yes".to_owned() } else { String::new() }),
        ("target", amount(d.target)),
        ("target_high", amount(d.target_high)),
        ("warn", amount(d.warn)),
        ("floor", amount(d.floor)),
        ("required_met", whole(d.required_met)),
        ("frequency", d.frequency.letter().to_owned()),
        ("grace_days", whole(d.grace_days)),
        ("fiscal_year_start", whole(d.fiscal_year_start.map(u32::from))),
        ("start", if d.start_derived { String::new() } else { d.start.to_string() }),
        ("due", day(d.due)),
        ("waypoints", write_waypoints(&d.waypoints)),
        ("criteria", text(&write_criteria(&CriteriaCell { criteria: d.criteria.clone(), done: Vec::new() }))),
        ("what", text(&d.what)),
        ("resources", text(&d.resources)),
        ("how_evaluated", text(&d.how_evaluated)),
        ("evaluator", text(&d.evaluator)),
        ("collector", text(&d.collector)),
        ("metric_owner", text(&d.metric_owner)),
        ("why_target", text(&d.why_target)),
        ("links", text(&write_links(&d.links))),
        ("tags", text(&write_tags(&d.tags))),
        ("population", text(&d.population)),
        ("cascade_note", text(&d.cascade_note)),
        ("review_on", day(d.review_on)),
        ("granted", text(&d.granted)),
        ("granted_by", text(&d.granted_by)),
        ("granted_on", day(d.granted_on)),
        ("spent", text(&d.spent)),
    ]
}

/// A text cell: with an apostrophe before what a spreadsheet would take for a formula.
pub(super) fn text(text: &str) -> String {
    guarded(text).into_owned()
}

pub(super) fn day(date: Option<Date>) -> String {
    date.map(|d| d.to_string()).unwrap_or_default()
}

/// A share also shows its number, rounded; reading it back, numerator and denominator count.
fn value(value: &Value, percent: bool) -> String {
    match value {
        Value::Plain(plain) => number(*plain),
        Value::Share { .. } => {
            let shown = value.exact(percent).and_then(|exact| rounded(&exact, 4).parse().ok());
            shown.map(number).unwrap_or_default()
        }
    }
}

pub(super) fn table(rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail, and every row has as many cells as the header.
        let _ = writer.write_record(&row);
    }
    writer.into_inner().unwrap_or_default()
}
