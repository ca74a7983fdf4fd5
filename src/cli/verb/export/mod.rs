//! `export`: documents, written whole or not at all; one file per document.

mod evidence;
mod function;
mod minutes;
mod output;
mod pack;
mod register;
mod status;

use clap::{Args, Subcommand};

use super::super::page::Page;
use super::super::{Done, Place};
use crate::domain::reply::Subject;

const EXAMPLES: &str = "\
Examples:
  sixtwo export pack -o review.pdf                         the newest snapshot, to file and to print
  sixtwo export pack --snapshot 3 -o pack.xlsx
  sixtwo export pack --format json -o -                    to stdout
  sixtwo export pack --scorecard \"DORA 6(8)\" -o dora.html
  sixtwo export minutes 3 -o minutes.pdf
  sixtwo export status -o status.pdf                       one page, from the register as it is
  sixtwo export register -o register.pdf                   edition, plans, measurements, versions, approvals
  sixtwo export evidence HR-2 IT-2 -o evidence.html
  sixtwo export register -o register.xlsx                  comes back with `sixtwo import register`
  sixtwo export function IT -o it.xlsx
  sixtwo export function --all -o intranet

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
    /// The register: as documented information (html, md, pdf), or as rows that come back (xlsx, csv, json)
    Register(register::RegisterArgs),
    /// The page of a function: what it pursues and why, what is due when; as xlsx with a sheet for answers
    Function(function::FunctionArgs),
    /// The page of a person or role
    Owner(function::FunctionArgs),
}

/// Writes a document.
pub fn run(args: &ExportArgs, place: &Place, page: &mut Page) -> Done {
    match &args.document {
        Document::Pack(args) => pack::run(args, place, page),
        Document::Evidence(args) => evidence::run(args, place, page),
        Document::Minutes(args) => minutes::run(args, place, page),
        Document::Status(args) => status::run(args, place, page),
        Document::Register(args) => register::run(args, place, page),
        Document::Function(args) => function::run(Subject::Function, args, place, page),
        Document::Owner(args) => function::run(Subject::Owner, args, place, page),
    }
}
