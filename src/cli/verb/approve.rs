//! `approve`: puts drafts and changed targets in force.

use clap::Args;

use super::super::args::{cause, iso_date};
use super::super::page::Page;
use super::super::{Done, Exit, Place};
use super::outcome;
use crate::app::Command;
use crate::domain::period::Date;
use crate::domain::version::Cause;

const EXAMPLES: &str = "\
Examples:
  sixtwo approve HR-2 IT-1 --by \"Management review\" --ref \"minutes 26-2\"
  sixtwo approve HR-2 --by \"M. Berg\" --on 2026-07-14 --effective 2026-08-01

A changed target judges from the start of the next period on, unless --effective names another day.";

/// Words of `approve`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct ApproveArgs {
    /// Codes of the objectives
    #[arg(required = true, value_name = "CODE")]
    pub codes: Vec<String>,
    /// The body or person that approved
    #[arg(long, value_name = "NAME")]
    pub by: String,
    /// The people who sat in the body
    #[arg(long, value_name = "NAME", num_args = 1.., value_delimiter = ';')]
    pub people: Vec<String>,
    /// The day of the approval; today where it is left out
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub on: Option<Date>,
    /// Minutes, ticket, document
    #[arg(long = "ref", value_name = "TEXT", default_value = "")]
    pub reference: String,
    /// First day a changed target judges
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub effective: Option<Date>,
    /// What made the change necessary: year_end, risk_assessment, incident, scope_change, audit, ...
    #[arg(long, value_name = "CAUSE", value_parser = cause)]
    pub cause: Option<Cause>,
    /// What was done as an object
    #[arg(long)]
    pub json: bool,
}

/// Approves.
pub fn run(args: &ApproveArgs, place: &Place, page: &mut Page) -> Done {
    let mut session = place.open()?;
    let on = args.on.unwrap_or(session.env().clock.now().today);
    let done = session.run(Command::Approve {
        codes: args.codes.clone(),
        by: args.by.clone(),
        people: args.people.clone(),
        on,
        reference: args.reference.clone(),
        effective: args.effective,
        cause: args.cause,
    })?;
    outcome::print(&done, args.json, page)?;
    Ok(Exit::Fine)
}
