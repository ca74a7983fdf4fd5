//! `verify`: what was checked, what disagrees.

use std::io;

use clap::Args;
use serde_json::{Value, json};

use super::super::page::Page;
use super::super::page::json::SCHEMA;
use super::super::{Done, Exit, Place};
use crate::app::view::VerifyReport;
use crate::domain::text::one_line;

const EXAMPLES: &str = "\
Examples:
  sixtwo verify             the chain, and every row against a replay of the journal
  sixtwo verify --quick     the chain only

Exit code 3 when something disagrees. Compare the state at the end with the one printed in minutes and packs: only
a state kept outside shows that a whole register was exchanged.";

/// Words of `verify`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct VerifyArgs {
    /// The chain only
    #[arg(long)]
    pub quick: bool,
    /// The report as an object
    #[arg(long)]
    pub json: bool,
}

/// Checks the register.
pub fn run(args: &VerifyArgs, place: &Place, page: &mut Page) -> Done {
    let report = place.open_to_read()?.verify(args.quick)?;
    if args.json {
        page.json(&object(&report))?;
    } else {
        print(&report, page)?;
    }
    Ok(if report.findings.is_empty() { Exit::Fine } else { Exit::Findings })
}

/// Prints a report: what was covered, what disagrees, and the state it speaks of.
pub fn print(report: &VerifyReport, page: &mut Page) -> io::Result<()> {
    for line in &report.covered {
        page.line(&format!("checked    {}", one_line(line)))?;
    }
    for line in &report.findings {
        page.line(&format!("disagrees  {}", one_line(line)))?;
    }
    let verdict = match report.findings.len() {
        0 => "sound".to_owned(),
        1 => "1 finding".to_owned(),
        n => format!("{n} findings"),
    };
    page.line(&format!("{verdict}: state {} · {}", report.seq, report.head))
}

fn object(report: &VerifyReport) -> Value {
    json!({
        "schema": SCHEMA,
        "sound": report.findings.is_empty(),
        "covered": report.covered,
        "findings": report.findings,
        "seq": report.seq,
        "head": report.head,
    })
}
