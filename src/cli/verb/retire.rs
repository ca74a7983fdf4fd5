//! `retire`: closes an objective; nothing is deleted.

use clap::Args;

use super::super::args::iso_date;
use super::super::page::Page;
use super::super::{Done, Exit, Place};
use super::outcome;
use crate::app::Command;
use crate::domain::objective::ClosingOutcome;
use crate::domain::period::Date;

const EXAMPLES: &str = "\
Examples:
  sixtwo retire SEC-9 --outcome achieved --reason \"closed by management review 26-2\"
  sixtwo retire SEC-9 --outcome superseded --successor SEC-12 --reason \"measured at the gateway now\"

From the day of retirement on no reading is expected; its readings stay.";

/// Words of `retire`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct RetireArgs {
    /// Code of the objective
    pub code: String,
    /// How it ended: achieved, missed, achieved_late, cancelled, transferred, superseded
    #[arg(long, value_parser = closing)]
    pub outcome: ClosingOutcome,
    /// Why
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// From this day on; today where it is left out
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub on: Option<Date>,
    /// Code of the objective that replaces it
    #[arg(long, value_name = "CODE", default_value = "")]
    pub successor: String,
    /// The body or person that decided it
    #[arg(long, value_name = "NAME", default_value = "")]
    pub by: String,
    /// Minutes, ticket, document
    #[arg(long = "ref", value_name = "TEXT", default_value = "")]
    pub reference: String,
    /// What was done as an object
    #[arg(long)]
    pub json: bool,
}

fn closing(text: &str) -> Result<ClosingOutcome, String> {
    let words = || ClosingOutcome::ALL.iter().map(|o| o.word()).collect::<Vec<_>>().join(", ");
    ClosingOutcome::from_word(text).ok_or_else(|| format!("one of {}", words()))
}

/// Retires.
pub fn run(args: &RetireArgs, place: &Place, page: &mut Page) -> Done {
    let mut session = place.open()?;
    let on = args.on.unwrap_or(session.env().clock.now().today);
    let done = session.run(Command::Retire {
        code: args.code.clone(),
        on,
        outcome: args.outcome,
        reason: args.reason.clone(),
        successor: args.successor.clone(),
        by: args.by.clone(),
        reference: args.reference.clone(),
    })?;
    outcome::print(&done, args.json, page)?;
    Ok(Exit::Fine)
}
