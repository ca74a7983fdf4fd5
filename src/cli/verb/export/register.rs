//! `export register`: the list as documented information, or the whole register as rows that come back.

use clap::Args;

use super::super::super::args::LensArgs;
use super::super::super::page::Page;
use super::super::super::{Done, Place};
use super::output::OutputArgs;
use crate::app::papers::Format;
use crate::app::{Refusal, RefusalKind};

const EXAMPLES: &str = "\
Examples:
  sixtwo export register -o register.pdf
  sixtwo export register --as-of 2026-06-30 -o register.html
  sixtwo export register -o register.xlsx

html, md and pdf are the document: the edition and who approved it, the list, each plan, how each objective is measured,
every version with its approval. xlsx, csv and json are the register as rows: `sixtwo import register` takes the workbook
into an empty file, with the same status on every row.";

/// How, where to, and from where to look.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct RegisterArgs {
    /// What is written, and where to.
    #[command(flatten)]
    pub output: OutputArgs,
    /// From where to look; the document only.
    #[command(flatten)]
    pub lens: LensArgs,
}

/// Writes the document, or the rows.
pub fn run(args: &RegisterArgs, place: &Place, page: &mut Page) -> Done {
    let format = args.output.format()?;
    let mut session = place.open_to_read()?;
    let (what, written) = match format {
        Format::Html | Format::Md | Format::Pdf => ("register", session.register_paper(args.lens.lens(), format)?),
        Format::Xlsx | Format::Csv | Format::Json if args.lens.is_set() => {
            let whole = "the rows of a register leave it as they are now";
            let refusal = Refusal::new(RefusalKind::Usage, whole);
            return Err(refusal.next("html, md and pdf look back to an earlier day").into());
        }
        Format::Xlsx | Format::Csv | Format::Json => ("the register as data", session.register_data(format)?),
    };
    args.output.deliver(what, &written, &session, page)
}
