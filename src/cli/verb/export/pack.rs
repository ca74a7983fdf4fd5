//! `export pack`: the management review pack of a snapshot.

use clap::Args;

use super::super::super::page::Page;
use super::super::super::{Done, Place};
use super::output::OutputArgs;
use crate::app::pack::PackRequest;

/// Which pack, how, and where to.
#[derive(Args, Debug)]
pub struct PackArgs {
    /// What is written, and where to.
    #[command(flatten)]
    pub output: OutputArgs,
    /// Number of the snapshot; else the newest
    #[arg(long, value_name = "N")]
    pub snapshot: Option<i64>,
    /// Only objectives whose tags name this scorecard; not as json, which is the frozen register whole
    #[arg(long, value_name = "NAME")]
    pub scorecard: Option<String>,
}

/// Writes the pack.
pub fn run(args: &PackArgs, place: &Place, page: &mut Page) -> Done {
    let format = args.output.format()?;
    let mut session = place.open_to_read()?;
    let request = PackRequest { format, snapshot: args.snapshot, scorecard: args.scorecard.as_deref() };
    let (number, written) = session.pack(request)?;
    args.output.deliver(&format!("pack of snapshot {number}"), &written, &session, page)
}
