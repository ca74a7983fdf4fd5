//! `export register`: the whole register as rows that come back.

use clap::Args;

use super::super::super::page::Page;
use super::super::super::{Done, Place};
use super::output::OutputArgs;

/// How, and where to.
#[derive(Args, Debug)]
pub struct RegisterArgs {
    /// What is written, and where to.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Writes the register.
pub fn run(args: &RegisterArgs, place: &Place, page: &mut Page) -> Done {
    let format = args.output.format()?;
    let mut session = place.open_to_read()?;
    let written = session.register_data(format)?;
    args.output.deliver("the register as data", &written, &session, page)
}
