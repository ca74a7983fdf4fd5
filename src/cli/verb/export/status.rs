//! `export status`: the one page for the monthly mail.

use clap::Args;

use super::super::super::args::LensArgs;
use super::super::super::page::Page;
use super::super::super::{Done, Place};
use super::output::OutputArgs;

const EXAMPLES: &str = "\
Examples:
  sixtwo export status -o status.pdf
  sixtwo export status --as-of 2026-10-31 -o status.html

It follows the register and says what changed since the last management review; a pack shows a snapshot instead.";

/// How, where to, and from where to look.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct StatusArgs {
    /// What is written, and where to.
    #[command(flatten)]
    pub output: OutputArgs,
    /// From where to look.
    #[command(flatten)]
    pub lens: LensArgs,
}

/// Writes the page.
pub fn run(args: &StatusArgs, place: &Place, page: &mut Page) -> Done {
    let format = args.output.format()?;
    let mut session = place.open_to_read()?;
    let written = session.status_paper(args.lens.lens(), format)?;
    args.output.deliver("status", &written, &session, page)
}
