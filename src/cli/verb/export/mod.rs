//! `export`: documents, written whole or not at all; one file per document.

mod evidence;
mod minutes;
mod output;
mod pack;
mod register;
mod status;

use clap::{Args, Subcommand};

use super::super::page::Page;
use super::super::{Done, Place};

const EXAMPLES: &str = "\
Examples:
  sixtwo export pack -o review.pdf                         the newest snapshot, to file and to print
  sixtwo export pack --snapshot 3 -o pack.xlsx
  sixtwo export pack --format json -o -                    to stdout
  sixtwo export pack --scorecard \"DORA 6(8)\" -o dora.html
  sixtwo export minutes 3 -o minutes.pdf
  sixtwo export status -o status.pdf                       one page, from the register as it is
  sixtwo export register -o register.html
  sixtwo export evidence HR-2 IT-2 -o evidence.html

The ending of PATH says what is written: html, md, pdf, xlsx, csv (several tables: zip), json; --format says it too.
A pack shows a snapshot, so that it is the same whenever it is written: `sixtwo snapshot take` first.";

/// Words of `export`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct ExportArgs {
    /// Which document.
    #[command(subcommand)]
    pub document: Document,
}

/// The documents.
#[derive(Debug, Subcommand)]
pub enum Document {
    /// The management review pack
    #[command(after_help = EXAMPLES)]
    Pack(pack::PackArgs),
    /// Auditor's pages: one objective or several, with everything there is to show for each
    Evidence(evidence::EvidenceArgs),
    /// The frozen minutes of a closed meeting
    Minutes(minutes::MinutesArgs),
    /// The one-page status, for the monthly mail
    Status(status::StatusArgs),
    /// The register as documented information: edition, plans, measurements, versions, approvals
    Register(register::RegisterArgs),
}

/// Writes a document.
pub fn run(args: &ExportArgs, place: &Place, page: &mut Page) -> Done {
    match &args.document {
        Document::Pack(args) => pack::run(args, place, page),
        Document::Evidence(args) => evidence::run(args, place, page),
        Document::Minutes(args) => minutes::run(args, place, page),
        Document::Status(args) => status::run(args, place, page),
        Document::Register(args) => register::run(args, place, page),
    }
}
