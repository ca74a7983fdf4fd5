//! `settings`: what a judgement depends on, kept in the register's journal.

use clap::{Args, Subcommand};
use serde_json::json;

use super::super::args::iso_date;
use super::super::page::Page;
use super::super::page::json::{self as js, SCHEMA, or_null};
use super::super::page::table::{Column, Table};
use super::super::{Done, Exit, Place};
use super::outcome;
use crate::app::Command;
use crate::domain::period::Date;

const EXAMPLES: &str = "\
Examples:
  sixtwo settings list
  sixtwo settings set tolerance_behind 15 --from 2027-01-01
  sixtwo settings set rc-33.days 45                          what `check` asks for; a list of words is set as a whole";

/// Words of `settings`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct SettingsArgs {
    /// What to do.
    #[command(subcommand)]
    pub verb: SettingsVerb,
}

/// What to do with settings.
#[derive(Debug, Subcommand)]
pub enum SettingsVerb {
    /// List them with their defaults
    List {
        /// An array, one object per setting
        #[arg(long)]
        json: bool,
    },
    /// Set one
    Set {
        /// Its name
        name: String,
        /// The new value
        value: String,
        /// First day in force; today where it is left out
        #[arg(long, value_name = "DATE", value_parser = iso_date)]
        from: Option<Date>,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
}

/// Lists or sets.
pub fn run(args: &SettingsArgs, place: &Place, page: &mut Page) -> Done {
    match &args.verb {
        SettingsVerb::List { json } => list(*json, place, page),
        SettingsVerb::Set { name, value, from, json } => {
            let change = Command::ChangeSetting { name: name.clone(), value: value.clone(), from: *from };
            let done = place.open()?.run(change)?;
            outcome::print(&done, *json, page)?;
            Ok(Exit::Fine)
        }
    }
}

fn list(as_json: bool, place: &Place, page: &mut Page) -> Done {
    let settings = place.open_to_read()?.settings()?;
    if as_json {
        let objects = settings.iter().map(|s| {
            json!({
                "schema": SCHEMA,
                "name": s.name,
                "value": s.value,
                "from": or_null(s.from, js::date),
                "default": s.default,
                "meaning": s.meaning,
            })
        });
        page.json(&objects.collect())?;
        return Ok(Exit::Fine);
    }
    let mut table = Table::new([
        Column::text("setting"),
        Column::text("value"),
        Column::text("since"),
        Column::text("default"),
        Column::prose("meaning"),
    ]);
    for setting in &settings {
        let since = setting.from.map(|day| day.to_string()).unwrap_or_default();
        table.row([
            setting.name.as_str().into(),
            shortened(&setting.value).into(),
            since.into(),
            shortened(&setting.default).into(),
            setting.meaning.as_str().into(),
        ]);
    }
    table.print(page)?;
    Ok(Exit::Fine)
}

/// A list of words as far as a column of a table has room; `--json` has it whole.
fn shortened(value: &str) -> String {
    const ROOM: usize = 24;
    if value.chars().count() <= ROOM {
        return value.to_owned();
    }
    let kept: String = value.chars().take(ROOM).collect();
    format!("{}, ...", kept.rsplit_once(',').map_or(kept.as_str(), |(whole, _)| whole))
}
