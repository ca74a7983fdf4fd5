//! `export evidence`: auditor's pages as a file.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::super::args::LensArgs;
use super::super::page::Page;
use super::super::{Done, Exit, Place};
use super::outcome;
use crate::app::Command;
use crate::app::probe::{EvidenceFormat, EvidenceRequest, PageOf};

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
    /// html, md or json
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Format,
    /// The file to write; `-` is stdout
    #[arg(short, long, value_name = "PATH")]
    pub output: PathBuf,
    /// From where to look.
    #[command(flatten)]
    pub lens: LensArgs,
}

/// What the pages are written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One self-contained document to read and print
    Html,
    /// Markdown
    Md,
    /// Data
    Json,
}

impl From<Format> for EvidenceFormat {
    fn from(format: Format) -> EvidenceFormat {
        match format {
            Format::Html => EvidenceFormat::Html,
            Format::Md => EvidenceFormat::Markdown,
            Format::Json => EvidenceFormat::Json,
        }
    }
}

/// Writes the pages.
pub fn run(args: &EvidenceArgs, place: &Place, page: &mut Page) -> Done {
    let mut session = place.open_to_read()?;
    let lens = args.lens.lens();
    let pages: Vec<PageOf> = args.codes.iter().map(|code| PageOf { code: code.clone(), lens }).collect();
    let format = args.format.into();
    if args.output == Path::new("-") {
        page.bytes(&session.pages(&pages, format)?)?;
        return Ok(Exit::Fine);
    }
    let request = EvidenceRequest { pages, format, to: args.output.clone(), replace: true };
    let outcome = session.run(Command::ExportEvidence(Box::new(request)))?;
    outcome::print(&outcome, false, page)?;
    Ok(Exit::Fine)
}
