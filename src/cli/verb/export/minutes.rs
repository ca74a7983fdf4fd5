//! `export minutes`: the frozen minutes of a closed meeting.

use clap::Args;

use super::super::super::page::Page;
use super::super::super::{Done, Place};
use super::output::OutputArgs;

const EXAMPLES: &str = "\
Examples:
  sixtwo export minutes 3 -o minutes.pdf
  sixtwo export minutes 3 --format json -o -               as they were frozen

Minutes show what was known when the meeting was closed; a value corrected later does not change them.";

/// Which meeting, how, and where to.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct MinutesArgs {
    /// Number of the meeting
    #[arg(value_name = "N")]
    pub number: i64,
    /// What is written, and where to.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Writes the minutes.
pub fn run(args: &MinutesArgs, place: &Place, page: &mut Page) -> Done {
    let format = args.output.format()?;
    let mut session = place.open_to_read()?;
    let written = session.minutes_paper(args.number, format)?;
    args.output.deliver(&format!("minutes of review {}", args.number), &written, &session, page)
}
