//! `due`: the readings that wait for a person, meetings that are overdue; with all other dates as a calendar.

use std::io;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::super::args::{LensArgs, iso_date};
use super::super::page::Page;
use super::super::page::json::{self, SCHEMA};
use super::super::page::table::{Column, Table};
use super::super::{Done, Exit, Place};
use super::outcome::usage;
use crate::app::calendar::{self, Dates};
use crate::app::view::DueItem;
use crate::domain::freshness::Freshness;
use crate::domain::period::Date;
use crate::domain::review::CalendarEntry;
use crate::domain::text::one_line;
use crate::domain::words;

const EXAMPLES: &str = "\
Examples:
  sixtwo due                         exit code 3 when something waits: made for cron
  sixtwo due it.sixtwo hr.sixtwo
  sixtwo due --as-of 2026-12-15 --json
  sixtwo due --format ics > due.ics  for a calendar: days to report, actions, criteria, due dates, reviews, audits
  sixtwo due --format ics --person \"A. Novak\" --until 2026-12-31

A calendar that takes a later file in moves what it knows already: every date keeps its name.";

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
    /// An array, one object per waiting period; then one per kind of meeting that is overdue
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
    /// How it is written; ics holds what is to come as well
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    pub format: DueFormat,
    /// ics: only what waits for this person or role, and what concerns everybody
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    /// ics: the last day; else a year ahead
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub until: Option<Date>,
}

/// What `due` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DueFormat {
    /// A table for a person's eyes
    Text,
    /// The same as --json
    Json,
    /// A calendar (RFC 5545)
    Ics,
}

/// Lists what is due; findings when there is something.
pub fn run(args: &DueArgs, place: &Place, page: &mut Page) -> Done {
    let calendar = args.format == DueFormat::Ics;
    if !calendar && (args.person.is_some() || args.until.is_some()) {
        return Err(usage("--person and --until narrow a calendar").next("add `--format ics`").into());
    }
    let (mut items, mut meetings, mut events, mut organizations) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for place in place.each(&args.registers) {
        let mut session = place.open_to_read()?;
        let organization = session.organization()?;
        if calendar {
            let dates = Dates { until: args.until, person: args.person.as_deref() };
            events.extend(session.dates(args.lens.lens(), dates)?);
            organizations.push(organization.clone());
        }
        let overdue = session.meeting_calendar(args.lens.lens())?.into_iter().filter(|entry| entry.days_overdue > 0);
        meetings.extend(overdue.map(|entry| (organization.clone(), entry)));
        items.extend(session.due(args.lens.lens())?.into_iter().map(|item| (organization.clone(), item)));
    }
    items.sort_by_key(|(_, item)| item.last_day);
    if calendar {
        page.bytes(&calendar::file(&format!("{}: objectives", organizations.join(", ")), &events))?;
    } else if args.json || args.format == DueFormat::Json {
        let readings = items.iter().map(|(organization, item)| object(organization, item));
        page.json(
            &readings.chain(meetings.iter().map(|(organization, entry)| meeting(organization, entry))).collect(),
        )?;
    } else {
        print(&items, &meetings, args.registers.len() > 1, page)?;
    }
    Ok(if items.is_empty() && meetings.is_empty() { Exit::Fine } else { Exit::Findings })
}

fn print(
    items: &[(String, DueItem)],
    meetings: &[(String, CalendarEntry)],
    several: bool,
    page: &mut Page,
) -> io::Result<()> {
    if items.is_empty() && meetings.is_empty() {
        return page.line("nothing is due");
    }
    for (organization, entry) in meetings {
        let whose = if several { format!("{}: ", one_line(organization)) } else { String::new() };
        let since = entry.deadline().map(|day| format!(", since {day}")).unwrap_or_default();
        page.line(&format!("{whose}{} {}{since}", words::meeting(entry.kind), entry.words()))?;
    }
    if items.is_empty() {
        return Ok(());
    }
    if !meetings.is_empty() {
        page.line("")?;
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

/// A meeting that is overdue, in the fields of a waiting period that it has.
fn meeting(organization: &str, entry: &CalendarEntry) -> Value {
    json!({
        "schema": SCHEMA,
        "organization": organization,
        "meeting": entry.kind.word(),
        "title": words::meeting(entry.kind),
        "last_day": entry.deadline().map(json::date),
        "freshness": Freshness::Overdue.word(),
        "days_overdue": entry.days_overdue,
    })
}
