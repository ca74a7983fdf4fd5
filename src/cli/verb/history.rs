//! `history`: who changed what, when and why, newest first; what was in force on a day and who approved it.

use std::io;

use clap::Args;
use serde_json::{Value, json};

use super::super::args::iso_date;
use super::super::page::Page;
use super::super::page::json::{self, SCHEMA};
use super::super::page::table::{Column, Table};
use super::super::{Done, Exit, Place};
use crate::app::view::{Difference, HistoryEntry, HistoryQuery, InForce, Mark, Sample};
use crate::domain::period::Date;
use crate::domain::topic::Topic;

const EXAMPLES: &str = "\
Examples:
  sixtwo history                              the newest 50 entries of the whole register
  sixtwo history HR-2 --all                   everything about one objective
  sixtwo history --by Novak --kind reading    what one person recorded
  sixtwo history --corrected-since 2026-01-01 values that were entered anew
  sixtwo history --in-force-on 2026-03-31     what was in force that day, and who had approved it
  sixtwo history --late --json";

/// Words of `history`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct HistoryArgs {
    /// Code of an objective; without one the whole register
    pub code: Option<String>,
    /// Only what this person entered; a part of the name is enough
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// Only what is about this
    #[arg(long, value_name = "KIND", value_parser = topic)]
    pub kind: Option<Topic>,
    /// Only what was entered on or after this day
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub from: Option<Date>,
    /// Only what was entered on or before this day
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub to: Option<Date>,
    /// Only what holds this text: in the reason, the content, the person or the code
    #[arg(long, value_name = "TEXT")]
    pub grep: Option<String>,
    /// Values that were entered anew on or after this day
    #[arg(long, value_name = "DATE", value_parser = iso_date, group = "sample")]
    pub corrected_since: Option<Date>,
    /// What was taken to the management review on or after this day
    #[arg(long, value_name = "DATE", value_parser = iso_date, group = "sample")]
    pub escalated_since: Option<Date>,
    /// Objectives closed on or after this day
    #[arg(long, value_name = "DATE", value_parser = iso_date, group = "sample")]
    pub retired_since: Option<Date>,
    /// Readings entered more than their days to report after the period
    #[arg(long, group = "sample")]
    pub late: bool,
    /// The objectives in force on this day, each with its version and who approved it
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    #[arg(conflicts_with_all = ["by", "kind", "from", "to", "grep", "sample", "limit", "all"])]
    pub in_force_on: Option<Date>,
    /// How many entries
    #[arg(short = 'n', long, value_name = "N", default_value_t = 50)]
    pub limit: usize,
    /// All of them
    #[arg(long, conflicts_with = "limit")]
    pub all: bool,
    /// An array, one object per journal entry
    #[arg(long)]
    pub json: bool,
}

/// A subject of the history by its word.
fn topic(text: &str) -> Result<Topic, String> {
    Topic::from_word(text.trim()).ok_or_else(|| {
        let known: Vec<&str> = Topic::ALL.iter().map(|topic| topic.word()).collect();
        format!("known are {}", known.join(", "))
    })
}

impl HistoryArgs {
    fn query(&self) -> HistoryQuery {
        let text = |said: &Option<String>| said.clone().unwrap_or_default();
        let sampled = [
            (self.corrected_since, Sample::Corrected),
            (self.escalated_since, Sample::Escalated),
            (self.retired_since, Sample::Retired),
        ]
        .into_iter()
        .find_map(|(since, sample)| Some((sample, since?)));
        HistoryQuery {
            code: text(&self.code),
            by: text(&self.by),
            topic: self.kind,
            // Of two first days the later one is meant: both conditions hold then.
            from: self.from.max(sampled.map(|(_, since)| since)),
            to: self.to,
            text: text(&self.grep),
            sample: sampled.map(|(sample, _)| sample).or(self.late.then_some(Sample::Late)),
            before: None,
            limit: if self.all { usize::MAX } else { self.limit },
        }
    }
}

/// Lists journal entries, or what was in force on a day.
pub fn run(args: &HistoryArgs, place: &Place, page: &mut Page) -> Done {
    let mut session = place.open_to_read()?;
    if let Some(day) = args.in_force_on {
        let mut listed = session.in_force_on(day)?;
        if let Some(code) = &args.code {
            listed.retain(|objective| objective.code.eq_ignore_ascii_case(code.trim()));
        }
        if args.json {
            page.json(&listed.iter().map(|objective| in_force_object(objective, day)).collect())?;
        } else {
            print_in_force(&listed, day, page)?;
        }
        return Ok(Exit::Fine);
    }
    let entries = session.history(&args.query())?;
    if args.json {
        page.json(&entries.iter().map(object).collect())?;
    } else if entries.is_empty() {
        page.line("the history has no such entry")?;
    } else {
        print(&entries, page)?;
    }
    Ok(Exit::Fine)
}

fn print(entries: &[HistoryEntry], page: &mut Page) -> io::Result<()> {
    let mut table = Table::new([
        Column::numbers("entry"),
        Column::text("when"),
        Column::text("who"),
        Column::prose("what"),
        Column::prose("why"),
        Column::prose("marks"),
    ]);
    for entry in entries {
        table.row([
            entry.seq.to_string().into(),
            entry.local.as_str().into(),
            entry.actor.as_str().into(),
            entry.summary.as_str().into(),
            entry.reason.as_str().into(),
            marks(&entry.marks).into(),
        ]);
    }
    table.print(page)
}

fn marks(marks: &[Mark]) -> String {
    marks.iter().map(|mark| mark.sentence()).collect::<Vec<_>>().join("; ")
}

fn object(entry: &HistoryEntry) -> Value {
    json!({
        "schema": SCHEMA,
        "seq": entry.seq,
        "at": entry.at,
        "day": json::date(entry.day),
        "actor": entry.actor,
        "os_user": entry.os_user,
        "op": entry.op.word(),
        "codes": entry.codes,
        "summary": entry.summary,
        "reason": json::text(&entry.reason),
        "changes": entry.differences.iter().map(difference).collect::<Vec<_>>(),
        "marks": entry.marks.iter().map(|mark| mark.word()).collect::<Vec<_>>(),
        "days_after": days_after(&entry.marks),
        "undoes": entry.undoes,
        "undone_by": entry.undone_by,
        "clock_set": entry.clock_set,
        "hash": entry.hash,
    })
}

fn difference(difference: &Difference) -> Value {
    json!({
        "about": json::text(&difference.about),
        "field": difference.field,
        "before": json::text(&difference.before),
        "after": json::text(&difference.after),
    })
}

/// Days after the period for what was entered late.
fn days_after(marks: &[Mark]) -> Option<u32> {
    marks.iter().find_map(|mark| match mark {
        Mark::Late(days) | Mark::Reconstructed(days) => Some(*days),
        _ => None,
    })
}

fn print_in_force(listed: &[InForce], day: Date, page: &mut Page) -> io::Result<()> {
    if listed.is_empty() {
        return page.line(&format!("nothing was in force on {day}"));
    }
    let mut table = Table::new([
        Column::text("code"),
        Column::prose("title"),
        Column::numbers("version"),
        Column::text("target"),
        Column::text("due"),
        Column::prose("approved by"),
        Column::text("on"),
        Column::prose("where"),
    ]);
    for objective in listed {
        table.row([
            objective.code.as_str().into(),
            objective.title.as_str().into(),
            version(objective).into(),
            objective.target.as_str().into(),
            objective.due.map(|due| due.to_string()).unwrap_or_default().into(),
            approved_by(objective).into(),
            objective.approved_on.map(|on| on.to_string()).unwrap_or_default().into(),
            objective.approved_ref.as_str().into(),
        ]);
    }
    table.print(page)
}

/// The version in force, with the one whose approval counts where later ones changed wording only.
fn version(objective: &InForce) -> String {
    match objective.approved_version == objective.version {
        true => objective.version.to_string(),
        false => format!("{} (approved {})", objective.version, objective.approved_version),
    }
}

fn approved_by(objective: &InForce) -> String {
    match (objective.approved_by.as_str(), objective.approvers.as_slice()) {
        ("", []) => "nobody named".to_owned(),
        (body, []) => body.to_owned(),
        ("", people) => people.join(", "),
        (body, people) => format!("{body}: {}", people.join(", ")),
    }
}

fn in_force_object(objective: &InForce, day: Date) -> Value {
    json!({
        "schema": SCHEMA,
        "on": json::date(day),
        "code": objective.code,
        "title": objective.title,
        "owner": json::text(&objective.owner),
        "version": objective.version,
        "target": objective.target,
        "due": json::or_null(objective.due, json::date),
        "approved_version": objective.approved_version,
        "approved_by": json::text(&objective.approved_by),
        "approvers": objective.approvers,
        "approved_on": json::or_null(objective.approved_on, json::date),
        "approved_ref": json::text(&objective.approved_ref),
    })
}
