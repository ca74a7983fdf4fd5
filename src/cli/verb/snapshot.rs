//! `snapshot`: freezes the register as of now, or lists what was frozen.

use std::io;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::super::page::Page;
use super::super::page::json::{self, SCHEMA};
use super::super::page::table::{Column, Table};
use super::super::{Done, Exit, Place};
use super::outcome;
use crate::app::Command;
use crate::app::view::SnapshotEntry;

const EXAMPLES: &str = "\
Examples:
  sixtwo snapshot take \"Management review Q3\"
  sixtwo snapshot list --json";

/// Words of `snapshot`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct SnapshotArgs {
    /// What to do.
    #[command(subcommand)]
    pub verb: SnapshotVerb,
}

/// What to do with snapshots.
#[derive(Debug, Subcommand)]
pub enum SnapshotVerb {
    /// Freeze the register as of now
    Take {
        /// A name people will recognize
        #[arg(value_name = "NAME", default_value = "")]
        name: String,
        /// The same, by name
        #[arg(long = "name", value_name = "NAME", conflicts_with = "name", default_value = "")]
        named: String,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
    /// List the snapshots, newest first
    List {
        /// An array, one object per snapshot
        #[arg(long)]
        json: bool,
    },
}

/// Takes or lists.
pub fn run(args: &SnapshotArgs, place: &Place, page: &mut Page) -> Done {
    match &args.verb {
        SnapshotVerb::Take { name, named, json } => {
            let name = if name.is_empty() { named } else { name };
            let done = place.open()?.run(Command::TakeSnapshot { name: name.clone() })?;
            outcome::print(&done, *json, page)?;
        }
        SnapshotVerb::List { json } => {
            let snapshots = place.open_to_read()?.snapshots()?;
            if *json {
                page.json(&snapshots.iter().map(object).collect())?;
            } else {
                print(&snapshots, page)?;
            }
        }
    }
    Ok(Exit::Fine)
}

fn print(snapshots: &[SnapshotEntry], page: &mut Page) -> io::Result<()> {
    let mut table = Table::new([
        Column::numbers("no"),
        Column::prose("name"),
        Column::text("taken (UTC)"),
        Column::text("as of"),
        Column::numbers("objectives"),
        Column::numbers("state"),
        Column::text("hash"),
    ]);
    for snapshot in snapshots {
        let taken = snapshot.taken_at.get(..16).unwrap_or(&snapshot.taken_at).replace('T', " ");
        table.row([
            snapshot.number.to_string().into(),
            snapshot.name.as_str().into(),
            taken.into(),
            snapshot.as_of.to_string().into(),
            snapshot.objectives.to_string().into(),
            snapshot.seq.to_string().into(),
            snapshot.hash.get(..16).unwrap_or(&snapshot.hash).into(),
        ]);
    }
    table.print(page)
}

fn object(snapshot: &SnapshotEntry) -> Value {
    json!({
        "schema": SCHEMA,
        "number": snapshot.number,
        "name": json::text(&snapshot.name),
        "taken_at": snapshot.taken_at,
        "as_of": json::date(snapshot.as_of),
        "seq": snapshot.seq,
        "hash": snapshot.hash,
        "objectives": snapshot.objectives,
    })
}
