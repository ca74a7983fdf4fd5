//! `export`: documents, written whole or not at all.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::super::page::Page;
use super::super::{Done, Place};
use crate::app::Refusal;

const EXAMPLES: &str = "\
Examples:
  sixtwo export pack --format html -o review.html          the newest snapshot
  sixtwo export pack --snapshot 3 --format json -o pack.json
  sixtwo export pack --format json -o -                    to stdout

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
    Pack(PackArgs),
}

/// Which pack, how, and where to.
#[derive(Args, Debug)]
pub struct PackArgs {
    /// html or json
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: PackFormat,
    /// The file to write; `-` is stdout
    #[arg(short, long, value_name = "PATH")]
    pub output: PathBuf,
    /// Number of the snapshot; else the newest
    #[arg(long, value_name = "N")]
    pub snapshot: Option<i64>,
}

/// What a pack is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PackFormat {
    /// One self-contained page to read and print
    Html,
    /// The frozen register as data
    Json,
}

/// Writes a document.
pub fn run(args: &ExportArgs, place: &Place, page: &mut Page) -> Done {
    let _ = (args, place, page);
    Err(Refusal::invalid("packs cannot be written yet").into())
}
