//! `export register`: the list as documented information, or as rows that come back.

use clap::Args;

use super::super::super::args::LensArgs;
use super::super::super::page::Page;
use super::super::super::{Done, Place};
use super::output::OutputArgs;
use crate::app::documents::REGISTER_DATA;

const EXAMPLES: &str = "\
Examples:
  sixtwo export register -o register.pdf
  sixtwo export register --as-of 2026-06-30 -o register.html
  sixtwo export register -o register.xlsx                  comes back with `sixtwo import register`

As html, md and pdf: the edition and who approved it, the list, each plan, how each objective is measured, every version
with its approval. As xlsx, csv (a zip) and json: all rows, readings among them, under headers that import understands.";

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

/// Writes the document, or the rows.
pub fn run(args: &RegisterArgs, place: &Place, page: &mut Page) -> Done {
    let format = args.output.format()?;
    let mut session = place.open_to_read()?;
    let written = session.register_paper(args.lens.lens(), format)?;
    let what = if REGISTER_DATA.contains(&format) { "the register as data" } else { "register" };
    args.output.deliver(what, &written, &session, page)
}
