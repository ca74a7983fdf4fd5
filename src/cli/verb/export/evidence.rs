//! `export evidence`: auditor's pages as a file.

use clap::Args;

use super::super::super::args::LensArgs;
use super::super::super::page::Page;
use super::super::super::{Done, Exit, Place};
use super::super::outcome;
use super::output::OutputArgs;
use crate::app::Command;
use crate::app::probe::{EvidenceRequest, PageOf};

const EXAMPLES: &str = "\
Examples:
  sixtwo export evidence HR-2 --format html -o HR-2.html
  sixtwo export evidence HR-2 IT-2 SEC-4 --format md -o evidence.md
  sixtwo export evidence IT-2 --known-at 2026-06-30 --format json -o -

A file that is there is replaced. Each file is one line of the history; `-` is stdout and writes none.";

/// Which objectives, how, and where to.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct EvidenceArgs {
    /// Codes of the objectives, in the order of the pages
    #[arg(required = true, value_name = "CODE")]
    pub codes: Vec<String>,
    /// What is written, and where to.
    #[command(flatten)]
    pub output: OutputArgs,
    /// From where to look.
    #[command(flatten)]
    pub lens: LensArgs,
}

/// Writes the pages.
pub fn run(args: &EvidenceArgs, place: &Place, page: &mut Page) -> Done {
    let format = args.output.format()?;
    let mut session = place.open_to_read()?;
    let lens = args.lens.lens();
    let pages: Vec<PageOf> = args.codes.iter().map(|code| PageOf { code: code.clone(), lens }).collect();
    let Some(path) = args.output.file() else {
        return args.output.deliver("evidence", &session.pages(&pages, format)?, &session, page);
    };
    let request = EvidenceRequest { pages, format, to: path.to_owned(), replace: true };
    let outcome = session.run(Command::ExportEvidence(Box::new(request)))?;
    outcome::print(&outcome, false, page)?;
    Ok(Exit::Fine)
}
