//! `export minutes`: the frozen minutes of a closed meeting.

use clap::Args;

use super::super::super::page::Page;
use super::super::super::{Done, Place};
use super::output::OutputArgs;

const EXAMPLES: &str = "\
Examples:
  sixtwo export minutes 3 -o minutes.pdf
  sixtwo export minutes 3 --mail -o -                      the text of the mail
  sixtwo export minutes 3 --format json -o -               as they were frozen

Minutes show what was known when the meeting was closed; a value corrected later does not change them.";

/// Which meeting, how, and where to.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct MinutesArgs {
    /// Number of the meeting
    #[arg(value_name = "N")]
    pub number: i64,
    /// The text of the mail that goes out with them instead
    #[arg(long, conflicts_with = "format")]
    pub mail: bool,
    /// What is written, and where to.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Writes the minutes.
pub fn run(args: &MinutesArgs, place: &Place, page: &mut Page) -> Done {
    let number = args.number;
    if args.mail {
        let mut session = place.open_to_read()?;
        let written = session.minutes_mail(number)?;
        return args.output.deliver(&format!("mail about review {number}"), &written, &session, page);
    }
    let format = args.output.format()?;
    let mut session = place.open_to_read()?;
    let written = session.minutes_paper(number, format)?;
    args.output.deliver(&format!("minutes of review {number}"), &written, &session, page)
}
