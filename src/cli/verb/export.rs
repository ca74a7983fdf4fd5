//! `export`: documents, written whole or not at all.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};

use super::super::page::Page;
use super::super::{Done, Exit, Place};
use super::evidence::{self, EvidenceArgs};
use crate::app::pack::{PackFormat, PackRequest};
use crate::domain::text::one_line;

const EXAMPLES: &str = "\
Examples:
  sixtwo export pack --format html -o review.html          the newest snapshot
  sixtwo export pack --snapshot 3 --format json -o pack.json
  sixtwo export pack --format json -o -                    to stdout
  sixtwo export pack --format html --scorecard \"DORA 6(8)\" -o dora.html
  sixtwo export evidence HR-2 IT-2 --format html -o evidence.html

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
    /// Auditor's pages: one objective or several, with everything there is to show for each
    Evidence(EvidenceArgs),
}

/// Which pack, how, and where to.
#[derive(Args, Debug)]
pub struct PackArgs {
    /// html or json
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Format,
    /// The file to write; `-` is stdout
    #[arg(short, long, value_name = "PATH")]
    pub output: PathBuf,
    /// Number of the snapshot; else the newest
    #[arg(long, value_name = "N")]
    pub snapshot: Option<i64>,
    /// Only objectives whose tags name this scorecard; html only
    #[arg(long, value_name = "NAME")]
    pub scorecard: Option<String>,
}

/// What a pack is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One self-contained page to read and print
    Html,
    /// The frozen register as data
    Json,
}

impl From<Format> for PackFormat {
    fn from(format: Format) -> PackFormat {
        match format {
            Format::Html => PackFormat::Html,
            Format::Json => PackFormat::Json,
        }
    }
}

/// Writes a document.
pub fn run(args: &ExportArgs, place: &Place, page: &mut Page) -> Done {
    match &args.document {
        Document::Pack(pack) => write_pack(pack, place, page),
        Document::Evidence(pages) => evidence::run(pages, place, page),
    }
}

fn write_pack(pack: &PackArgs, place: &Place, page: &mut Page) -> Done {
    let mut session = place.open_to_read()?;
    let request =
        PackRequest { format: pack.format.into(), snapshot: pack.snapshot, scorecard: pack.scorecard.as_deref() };
    if pack.output == Path::new("-") {
        let (_, bytes) = session.pack(request)?;
        page.bytes(&bytes)?;
        return Ok(Exit::Fine);
    }
    let written = session.export_pack(request, &pack.output)?;
    let shown = written.path.display().to_string();
    page.line(&format!("{}: pack of snapshot {}, {} bytes", one_line(&shown), written.snapshot, written.bytes))?;
    Ok(Exit::Fine)
}
