//! `history`: who changed what, newest first.

use std::io;

use clap::Args;
use serde_json::{Value, json};

use super::super::page::Page;
use super::super::page::json::{self, SCHEMA};
use super::super::page::table::{Column, Table};
use super::super::{Done, Exit, Place};
use crate::app::view::HistoryEntry;

const EXAMPLES: &str = "\
Examples:
  sixtwo history                  the newest 50 entries of the whole register
  sixtwo history HR-2 --all       everything about one objective
  sixtwo history --json";

/// Words of `history`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct HistoryArgs {
    /// Code of an objective; without one the whole register
    pub code: Option<String>,
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

/// Lists journal entries.
pub fn run(args: &HistoryArgs, place: &Place, page: &mut Page) -> Done {
    let limit = if args.all { usize::MAX } else { args.limit };
    let entries = place.open_to_read()?.history(args.code.as_deref(), limit)?;
    if args.json {
        page.json(&entries.iter().map(object).collect())?;
    } else {
        print(&entries, page)?;
    }
    Ok(Exit::Fine)
}

fn print(entries: &[HistoryEntry], page: &mut Page) -> io::Result<()> {
    let mut table = Table::new([
        Column::numbers("seq"),
        Column::text("at (UTC)"),
        Column::text("who"),
        Column::text("operation"),
        Column::prose("what"),
        Column::prose("why"),
    ]);
    for entry in entries {
        let at = entry.at.get(..16).unwrap_or(&entry.at).replace('T', " ");
        let clock = if entry.clock_set { " (clock set)" } else { "" };
        table.row([
            entry.seq.to_string().into(),
            format!("{at}{clock}").into(),
            entry.actor.as_str().into(),
            entry.op.as_str().into(),
            summary(entry).into(),
            entry.reason.as_str().into(),
        ]);
    }
    table.print(page)
}

fn summary(entry: &HistoryEntry) -> String {
    match (entry.undoes, entry.undone_by) {
        (Some(seq), None) => format!("{}, takes back {seq}", entry.summary),
        (_, Some(seq)) => format!("{}, taken back by {seq}", entry.summary),
        (None, None) => entry.summary.clone(),
    }
}

fn object(entry: &HistoryEntry) -> Value {
    json!({
        "schema": SCHEMA,
        "seq": entry.seq,
        "at": entry.at,
        "actor": entry.actor,
        "op": entry.op,
        "codes": entry.codes,
        "summary": entry.summary,
        "reason": json::text(&entry.reason),
        "undoes": entry.undoes,
        "undone_by": entry.undone_by,
        "clock_set": entry.clock_set,
    })
}
