//! `due`: the readings that wait for a person.

use std::io;
use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::super::args::LensArgs;
use super::super::page::json::{self, SCHEMA};
use super::super::page::table::{Column, Table};
use super::super::page::{Page, note};
use super::super::{Done, Exit, Place};
use crate::app::view::DueItem;
use crate::domain::words;

const EXAMPLES: &str = "\
Examples:
  sixtwo due                         exit code 3 when something waits: made for cron
  sixtwo due it.sixtwo hr.sixtwo
  sixtwo due --as-of 2026-12-15 --json";

/// Words of `due`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct DueArgs {
    /// Registers to list instead of one
    #[arg(value_name = "REGISTER")]
    pub registers: Vec<PathBuf>,
    /// From where to look.
    #[command(flatten)]
    pub lens: LensArgs,
    /// An array, one object per waiting period
    #[arg(long)]
    pub json: bool,
}

/// Lists what is due; findings when there is something.
pub fn run(args: &DueArgs, place: &Place, page: &mut Page) -> Done {
    let mut items = Vec::new();
    for place in place.each(&args.registers) {
        let mut session = place.open_to_read()?;
        let organization = session.organization()?;
        // Meetings are no readings: they are said beside the data and find nothing.
        for entry in session.meeting_calendar(args.lens.lens())?.iter().filter(|entry| entry.days_overdue > 0) {
            note(&format!("{organization}: {} {}", words::meeting(entry.kind), entry.words()));
        }
        items.extend(session.due(args.lens.lens())?.into_iter().map(|item| (organization.clone(), item)));
    }
    items.sort_by_key(|(_, item)| item.last_day);
    if args.json {
        page.json(&items.iter().map(|(organization, item)| object(organization, item)).collect())?;
    } else {
        print(&items, args.registers.len() > 1, page)?;
    }
    Ok(if items.is_empty() { Exit::Fine } else { Exit::Findings })
}

fn print(items: &[(String, DueItem)], several: bool, page: &mut Page) -> io::Result<()> {
    if items.is_empty() {
        return page.line("nothing is due");
    }
    let columns = [
        Column::text("measured"),
        Column::text("code"),
        Column::prose("objective"),
        Column::text("period"),
        Column::text("report by"),
        Column::numbers("periods late"),
        Column::text("figures from"),
    ];
    // Of several registers each line says whose it is.
    let whose = several.then(|| Column::prose("organization"));
    let mut table = Table::new(whose.into_iter().chain(columns));
    for (organization, item) in items {
        let whose = several.then(|| organization.as_str().into());
        table.row(whose.into_iter().chain([
            words::freshness(item.freshness).into(),
            item.code.as_str().into(),
            item.title.as_str().into(),
            item.label.as_str().into(),
            item.last_day.to_string().into(),
            item.missed_periods.to_string().into(),
            item.who.as_str().into(),
        ]));
    }
    table.print(page)
}

fn object(organization: &str, item: &DueItem) -> Value {
    json!({
        "schema": SCHEMA,
        "organization": organization,
        "code": item.code,
        "title": item.title,
        "who": json::text(&item.who),
        "period": item.label,
        "period_start": json::date(item.period.start),
        "period_end": json::date(item.period.end),
        "last_day": json::date(item.last_day),
        "freshness": item.freshness.word(),
        "missed_periods": item.missed_periods,
    })
}
