//! `present`: a running meeting on a second screen. It is the full screen's business; here only its words.

use std::path::PathBuf;

use clap::Args;

use super::super::Done;
use super::super::args::ScreenArgs;
use super::outcome::usage;

const EXAMPLES: &str = "\
Examples:
  sixtwo present isms.sixtwo        in a second terminal, on the projector: it follows the meeting

It reads only. ← and → show other items, f follows the meeting again, q leaves.";

/// Words of `present`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct PresentArgs {
    /// The register the meeting is held on; else -f
    #[arg(value_name = "REGISTER")]
    pub register: Option<PathBuf>,
    /// How it looks.
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// Without a terminal there is nothing to show it on.
pub fn run(_args: &PresentArgs) -> Done {
    Err(usage("`present` shows a meeting full screen and needs a terminal")
        .next("`sixtwo show CODE` prints one objective")
        .into())
}
