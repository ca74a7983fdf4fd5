//! `status`: every objective with its status, when it was measured, and why.

use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::super::args::LensArgs;
use super::super::page::json::{self, SCHEMA, or_null};
use super::super::page::table::{Cell, Column, Table};
use super::super::page::tone::Tone;
use super::super::page::{Page, note};
use super::super::{Done, Exit, Place};
use super::figures;
use crate::app::view::{Overview, Row};
use crate::domain::period::Date;
use crate::domain::quantity::Value as Quantity;
use crate::domain::register::Rules;
use crate::domain::text::one_line;
use crate::domain::words;

/// Most tags a note lists.
const TAGS_LISTED: usize = 12;

const EXAMPLES: &str = "\
Examples:
  sixtwo -f isms.sixtwo status
  sixtwo status it.sixtwo hr.sixtwo               several registers in one list
  sixtwo status --as-of 2026-06-30                as it was judged then
  sixtwo status --scorecard \"SEBI CSCRF CCI\"       objectives with that tag, or that tag and a parameter
  sixtwo status --json | jq '.[] | select(.status == \"off_track\") | .code'";

/// Words of `status`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct StatusArgs {
    /// Registers to list instead of one
    #[arg(value_name = "REGISTER")]
    pub registers: Vec<PathBuf>,
    /// From where to look.
    #[command(flatten)]
    pub lens: LensArgs,
    /// Only objectives whose tags name this scorecard, such as "DORA 6(8)"
    #[arg(long, value_name = "NAME")]
    pub scorecard: Option<String>,
    /// An array, one object per objective
    #[arg(long)]
    pub json: bool,
}

/// Lists the objectives of one or more registers, in each what needs a person first.
pub fn run(args: &StatusArgs, place: &Place, page: &mut Page) -> Done {
    let mut overviews = place
        .each(&args.registers)
        .iter()
        .map(|place| place.open_to_read()?.overview(args.lens.lens()))
        .collect::<Result<Vec<_>, _>>()?;
    if let Some(scorecard) = &args.scorecard {
        keep_scorecard(&mut overviews, scorecard);
    }
    if args.json {
        let rows = overviews.iter().flat_map(|overview| overview.rows.iter().map(|row| object(row, overview)));
        page.json(&Value::Array(rows.collect()))?;
    } else {
        print(&overviews, args.scorecard.is_some(), page)?;
    }
    Ok(Exit::Fine)
}

/// Leaves the objectives of one scorecard; where there is none, says which tags there are.
fn keep_scorecard(overviews: &mut [Overview], scorecard: &str) {
    let tags: BTreeSet<String> =
        overviews.iter().flat_map(|o| &o.rows).flat_map(|row| row.objective.definition.tags.iter().cloned()).collect();
    for overview in overviews.iter_mut() {
        overview.rows.retain(|row| row.objective.definition.is_on_scorecard(scorecard));
    }
    if overviews.iter().all(|overview| overview.rows.is_empty()) {
        let there: Vec<String> = tags.iter().take(TAGS_LISTED).map(|tag| format!("`{}`", one_line(tag))).collect();
        let which = match there.is_empty() {
            true => "no objective has a tag yet".to_owned(),
            false => format!("there are the tags {}", there.join(", ")),
        };
        note(&format!("no objective is on the scorecard `{}`; {which}", one_line(scorecard)));
    }
}

/// What a list of objectives shows, live or frozen.
pub(super) fn columns() -> [Column; 8] {
    [
        Column::text("status"),
        Column::text("code"),
        Column::prose("objective"),
        Column::numbers("last"),
        Column::text("target"),
        Column::text("measured"),
        Column::text("due"),
        Column::prose("why"),
    ]
}

fn print(overviews: &[Overview], narrowed: bool, page: &mut Page) -> io::Result<()> {
    // Of several registers each line says whose it is.
    let several = overviews.len() > 1;
    let whose = several.then(|| Column::prose("organization"));
    let mut table = Table::new(whose.into_iter().chain(columns()));
    for overview in overviews {
        for row in &overview.rows {
            let whose = several.then(|| overview.organization.as_str().into());
            table.row(whose.into_iter().chain(cells(row, overview)));
        }
    }
    for overview in overviews.iter().filter(|overview| overview.rows.is_empty() && !narrowed) {
        let name = &overview.organization;
        note(&format!("{name} has no objectives yet; `sixtwo import objectives FILE` brings some in"));
    }
    table.print(page)
}

fn cells(row: &Row, overview: &Overview) -> [Cell; 8] {
    let (mark, word) = words::status(row.judgement.status);
    let due = row.judgement.due.map_or_else(|| "none".to_owned(), |day| day.to_string());
    [
        Cell::toned(&format!("{mark} {word}"), Tone::of(row.judgement.status)),
        row.code().into(),
        row.objective.definition.title.as_str().into(),
        figures::last_text(row, overview.as_of).into(),
        figures::target_text(row, overview.as_of).into(),
        figures::measured_text(row, &overview.rules).into(),
        due.into(),
        why_and_what_comes(row, overview).into(),
    ]
}

/// Why it stands where it stands, and what is agreed for a later day.
fn why_and_what_comes(row: &Row, overview: &Overview) -> String {
    let ahead = row.planned.iter().map(figures::planned_text);
    std::iter::once(figures::why_text(row, &overview.rules)).chain(ahead).collect::<Vec<_>>().join("; ")
}

fn object(row: &Row, overview: &Overview) -> Value {
    let mut object = row_object(row, &overview.rules, overview.as_of);
    if let Value::Object(keys) = &mut object {
        keys.insert("organization".to_owned(), overview.organization.as_str().into());
    }
    object
}

/// One objective as scripts read it; the keys are a contract and always present.
pub fn row_object(row: &Row, rules: &Rules, as_of: Date) -> Value {
    let definition = &row.objective.definition;
    let judgement = &row.judgement;
    let reading = figures::last_reading(row);
    let (numerator, denominator) = match reading.map(|standing| standing.value) {
        Some(Quantity::Share { numerator, denominator }) => (json::decimal(numerator), json::decimal(denominator)),
        _ => (Value::Null, Value::Null),
    };
    let target = figures::target_on(row, as_of);
    json!({
        "schema": SCHEMA,
        "code": row.code(),
        "title": definition.title,
        "kind": definition.kind.word(),
        "level": or_null(definition.level, |level| level.word().into()),
        "function": json::text(&definition.function),
        "parent": json::text(&definition.parent),
        "owner": json::text(&definition.owner),
        "status": judgement.status.word(),
        "freshness": judgement.freshness.word(),
        "reason": judgement.reason.word(),
        "why": figures::why_text(row, rules),
        "verdict": or_null(judgement.verdict, |verdict| verdict.word().into()),
        "pace": or_null(judgement.pace, |pace| pace.word().into()),
        "value": or_null(reading, |standing| exact_value(row, &standing.value, as_of)),
        "numerator": numerator,
        "denominator": denominator,
        "unit": json::text(&definition.unit),
        "target": or_null(target.as_ref(), |t| json::decimal(t.target)),
        "target_high": or_null(target.as_ref().and_then(|t| t.high), json::decimal),
        "operator": or_null(target.as_ref(), |t| t.operator.word().into()),
        "period_end": or_null(reading, |standing| json::date(standing.period.end)),
        "due": or_null(judgement.due, json::date),
        "missed_periods": judgement.missed_periods,
        "progress_pct": or_null(judgement.progress.as_ref(), json::percentage),
        "as_of": json::date(as_of),
        "planned": row.planned.iter().map(|planned| json!({
            "begins": json::date(planned.begins),
            "version": planned.number,
            "fields": planned.fields,
            "change": planned.said(),
        })).collect::<Vec<_>>(),
        "elapsed_pct": or_null(judgement.elapsed.as_ref(), json::percentage),
        "version": row.version.in_force,
        "draft": row.version.draft,
        "scheduled": or_null(row.version.scheduled, |(number, begins)| {
            json!({"version": number, "begins": json::date(begins)})
        }),
    })
}

/// A value as a JSON number; null where there was nothing to count.
pub fn exact_value(row: &Row, value: &Quantity, as_of: Date) -> Value {
    or_null(figures::value_number(row, value, as_of), |number| json::exact_text(&number))
}
