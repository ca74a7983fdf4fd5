//! `keys`: the keys of the full screen, from the same table that runs them.

use clap::Args;
use serde_json::json;

use super::super::page::json::SCHEMA;
use super::super::page::table::{Column, Table};
use super::super::page::{Page, note};
use super::super::{Done, Exit, Face, Place};

/// Words of `keys`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sixtwo keys\n  sixtwo keys --json")]
pub struct KeysArgs {
    /// An array, one object per action
    #[arg(long)]
    pub json: bool,
}

/// One action with its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyLine {
    /// Where it works.
    pub place: String,
    /// The keys.
    pub keys: String,
    /// The action's word in the config file and the palette.
    pub action: String,
    /// The action's name.
    pub name: String,
    /// What they do.
    pub does: String,
}

/// Lists the keys as the config file leaves them.
pub fn run(args: &KeysArgs, place: &Place, face: &Face, page: &mut Page) -> Done {
    let keys = (face.keys)(&place.config.keys);
    for (name, why) in (face.refuses)(&place.config.keys) {
        note(&format!("keys of the config file: `{name}`: {why}"));
    }
    if args.json {
        let objects = keys
            .iter()
            .map(|line| json!({"schema": SCHEMA, "where": line.place, "keys": line.keys, "action": line.action, "name": line.name, "does": line.does}));
        page.json(&objects.collect())?;
        return Ok(Exit::Fine);
    }
    let mut table =
        Table::new([Column::text("where"), Column::text("keys"), Column::text("action"), Column::prose("does")]);
    for line in &keys {
        table.row([
            line.place.as_str().into(),
            line.keys.as_str().into(),
            line.action.as_str().into(),
            line.does.as_str().into(),
        ]);
    }
    table.print(page)?;
    Ok(Exit::Fine)
}
