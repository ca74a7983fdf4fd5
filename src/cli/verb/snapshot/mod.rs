//! `snapshot`: freezes the register as of now, shows what was frozen, compares it.

mod print;

use std::io;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::outcome;
use crate::app::Command;
use crate::app::view::{Lens, SnapshotEntry};
use crate::cli::page::Page;
use crate::cli::page::json::{self, SCHEMA};
use crate::cli::page::table::{Column, Table};
use crate::cli::{Done, Exit, Place};

const EXAMPLES: &str = "\
Examples:
  sixtwo snapshot take \"Management review Q3\"
  sixtwo snapshot list --json
  sixtwo snapshot show 3                          the register as it was frozen; its hash is checked
  sixtwo snapshot diff 1 3                        what became different; without the second number up to now";

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
    /// Show the register as it was frozen
    Show {
        /// Its number
        number: i64,
        /// The frozen document itself, byte for byte
        #[arg(long)]
        json: bool,
    },
    /// Compare two snapshots, or one with the register as it is known now
    Diff {
        /// One of them
        one: i64,
        /// The other; the register as it is known now where it is left out
        other: Option<i64>,
        /// An object with everything that changed
        #[arg(long)]
        json: bool,
    },
}

/// Takes, lists, shows or compares.
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
                list(&snapshots, page)?;
            }
        }
        SnapshotVerb::Show { number, json } => {
            let register = place.open_to_read()?.frozen_register(*number)?;
            if *json {
                page.bytes(&register.bytes)?;
            } else {
                print::frozen(&register, page)?;
            }
        }
        SnapshotVerb::Diff { one, other, json } => {
            let comparison = place.open_to_read()?.compare_snapshots(*one, *other, Lens::default())?;
            if *json {
                page.json(&print::object(&comparison))?;
            } else {
                print::compared(&comparison, page)?;
            }
        }
    }
    Ok(Exit::Fine)
}

fn list(snapshots: &[SnapshotEntry], page: &mut Page) -> io::Result<()> {
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
