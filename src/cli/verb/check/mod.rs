//! `check`: what an auditor may raise, the worst first.

mod json;
mod print;
mod where_to;

use clap::Args;

use super::super::args::{LensArgs, iso_date};
use super::super::page::Page;
use super::super::{Done, Exit, Place};
use super::outcome;
use crate::app::Command;
use crate::app::readiness::ReadinessCommand;
use crate::domain::period::Date;

const EXAMPLES: &str = "\
Examples:
  sixtwo check                              before the next audit of the calendar (exit code 3 on findings)
  sixtwo check --audit-date 2027-02-09      before that audit; a past date is judged as it was known then
  sixtwo check --all                        every finding, what was not checked, what is accepted
  sixtwo check --dismiss RC-26 --about SEC-1 --reason \"delivered by IT alone\" --until 2027-06-30
  sixtwo check --lift 1

Keys of --json: schema, as_of, audit, audit_kind, findings (check, title, severity, clause, about, code, fact, fix,
field, to_do), not_checked (check, title, why), dismissed (the keys of a finding and number, reason, by, until).";

/// Words of `check`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct CheckArgs {
    /// The day of the audit; the next one of the calendar where it is left out
    #[arg(long, value_name = "DATE", value_parser = iso_date)]
    pub audit_date: Option<Date>,
    /// From where to look.
    #[command(flatten)]
    pub lens: LensArgs,
    /// Every finding instead of the three worst
    #[arg(long)]
    pub all: bool,
    /// An object with every finding
    #[arg(long)]
    pub json: bool,
    /// Accept a finding of this check, with a reason and an end
    #[arg(long, value_name = "CHECK", requires_all = ["reason", "until"], conflicts_with_all = ["audit_date", "as_of", "known_at", "all", "lift"])]
    pub dismiss: Option<String>,
    /// What the finding is about: `objective SEC-1`, or the code alone
    #[arg(long, value_name = "OBJECT", requires = "dismiss", default_value = "", hide_default_value = true)]
    pub about: String,
    /// Why it is accepted
    #[arg(long, value_name = "TEXT", requires = "dismiss")]
    pub reason: Option<String>,
    /// Who accepts it; the person who writes where it is left out
    #[arg(long, value_name = "NAME", requires = "dismiss", default_value = "", hide_default_value = true)]
    pub by: String,
    /// Until when it is accepted; the finding is back the day after
    #[arg(long, value_name = "DATE", value_parser = iso_date, requires = "dismiss")]
    pub until: Option<Date>,
    /// Take an acceptance back, by its number
    #[arg(long, value_name = "N", conflicts_with_all = ["audit_date", "as_of", "known_at", "all"])]
    pub lift: Option<i64>,
}

impl CheckArgs {
    /// The write these words ask for, where they ask for one.
    fn command(&self) -> Option<ReadinessCommand> {
        if let Some(number) = self.lift {
            return Some(ReadinessCommand::Lift { number });
        }
        Some(ReadinessCommand::Dismiss {
            check: self.dismiss.clone()?,
            subject: self.about.clone(),
            reason: self.reason.clone()?,
            by: self.by.clone(),
            until: self.until?,
        })
    }
}

/// Checks, accepts a finding, or takes an acceptance back.
pub fn run(args: &CheckArgs, place: &Place, page: &mut Page) -> Done {
    if let Some(command) = args.command() {
        let done = place.open()?.run(Command::Readiness(command))?;
        outcome::print(&done, args.json, page)?;
        return Ok(Exit::Fine);
    }
    let readiness = place.open_to_read()?.readiness(args.lens.lens(), args.audit_date)?;
    if args.json {
        page.json(&json::object(&readiness))?;
    } else {
        print::print(&readiness, args.all, page)?;
    }
    Ok(if readiness.findings.is_empty() { Exit::Fine } else { Exit::Findings })
}
