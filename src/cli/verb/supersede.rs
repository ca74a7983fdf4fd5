//! `supersede`: one objective takes the place of another and carries it on.

use clap::Args;

use super::super::args::iso_date;
use super::super::page::Page;
use super::super::{Done, Exit, Place};
use super::outcome;
use crate::app::Command;
use crate::app::editions::EditionCommand;
use crate::domain::period::Date;

const EXAMPLES: &str = "\
Examples:
  sixtwo supersede SEC-9 --by SEC-12 --reason \"measured at the gateway now\"
  sixtwo edition next                             the successor waits as a draft

The successor keeps metric, trace and plan; the old objective is retired and keeps its readings, which `show SEC-12`
lists before a line.";

/// Words of `supersede`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct SupersedeArgs {
    /// Code of the objective that is replaced
    pub code: String,
    /// Code of the new one; left out, the next free OBJ-n
    #[arg(long, value_name = "CODE", default_value = "")]
    pub by: String,
    /// Why
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// From this day on; today where it is left out
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub on: Option<Date>,
    /// The body or person that decided it
    #[arg(long, value_name = "NAME", default_value = "")]
    pub decided_by: String,
    /// Minutes, ticket, document
    #[arg(long = "ref", value_name = "TEXT", default_value = "")]
    pub reference: String,
    /// What was done as an object
    #[arg(long)]
    pub json: bool,
}

/// Supersedes.
pub fn run(args: &SupersedeArgs, place: &Place, page: &mut Page) -> Done {
    let mut session = place.open()?;
    let on = args.on.unwrap_or(session.env().clock.now().today);
    let done = session.run(Command::Editions(EditionCommand::Supersede {
        code: args.code.clone(),
        successor: args.by.clone(),
        definition: None,
        on,
        reason: args.reason.clone(),
        by: args.decided_by.clone(),
        reference: args.reference.clone(),
    }))?;
    outcome::print(&done, args.json, page)?;
    Ok(Exit::Fine)
}
