//! `undo` and `redo`: an operation is taken back by a further one; nothing is deleted.

use clap::Args;

use super::super::page::Page;
use super::super::{Done, Exit, Place};
use super::outcome;
use crate::app::Command;

const UNDO_EXAMPLES: &str = "\
Examples:
  sixtwo undo          your newest operation that can be taken back
  sixtwo undo 1482     the one with this number in `sixtwo history`, also somebody else's";

/// Words of `undo`.
#[derive(Args, Debug)]
#[command(after_help = UNDO_EXAMPLES)]
pub struct UndoArgs {
    /// The journal number of the operation
    #[arg(value_name = "SEQ")]
    pub seq: Option<u64>,
    /// What was done as an object
    #[arg(long)]
    pub json: bool,
}

/// Words of `redo`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sixtwo redo     takes back your newest undo")]
pub struct RedoArgs {
    /// What was done as an object
    #[arg(long)]
    pub json: bool,
}

/// Takes back.
pub fn run(args: &UndoArgs, place: &Place, page: &mut Page) -> Done {
    send(Command::Undo { seq: args.seq }, args.json, place, page)
}

/// Takes back the taking back.
pub fn redo(args: &RedoArgs, place: &Place, page: &mut Page) -> Done {
    send(Command::Redo, args.json, place, page)
}

fn send(command: Command, as_json: bool, place: &Place, page: &mut Page) -> Done {
    let done = place.open()?.run(command)?;
    outcome::print(&done, as_json, page)?;
    Ok(Exit::Fine)
}
