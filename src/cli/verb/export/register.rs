//! `export register`: the list as documented information.

use clap::Args;

use super::super::super::args::LensArgs;
use super::super::super::page::Page;
use super::super::super::{Done, Place};
use super::output::OutputArgs;

const EXAMPLES: &str = "\
Examples:
  sixtwo export register -o register.pdf
  sixtwo export register --as-of 2026-06-30 -o register.html

The edition and who approved it, the list, each plan, how each objective is measured, every version with its approval.";

/// How, where to, and from where to look.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct RegisterArgs {
    /// What is written, and where to.
    #[command(flatten)]
    pub output: OutputArgs,
    /// From where to look.
    #[command(flatten)]
    pub lens: LensArgs,
}

/// Writes the document.
pub fn run(args: &RegisterArgs, place: &Place, page: &mut Page) -> Done {
    let format = args.output.format()?;
    let mut session = place.open_to_read()?;
    let written = session.register_paper(args.lens.lens(), format)?;
    args.output.deliver("register", &written, &session, page)
}
