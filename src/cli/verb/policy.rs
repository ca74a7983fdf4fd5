//! `policy`: a new version of a policy, commitment by commitment.

use clap::{Args, Subcommand};

use super::super::page::Page;
use super::super::{Done, Exit, Place};
use super::outcome;
use crate::app::sources::{SourceCommand, Walked};
use crate::app::{Command, Refusal};

const EXAMPLES: &str = "\
Examples:
  sixtwo policy renew ISP --version 6 --keep 4.1 4.2 --change \"4.3=visitors are accompanied\" --drop 4.4

Every commitment of the old version needs an answer; what has none is named with the objectives that lean on it.";

/// Words of `policy`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct PolicyArgs {
    /// What to do.
    #[command(subcommand)]
    pub verb: PolicyVerb,
}

/// What to do with a policy.
#[derive(Debug, Subcommand)]
pub enum PolicyVerb {
    /// Walk from the old version to the new one: each commitment kept, changed or dropped
    Renew {
        /// The policy's name
        policy: String,
        /// Its new version
        #[arg(long, value_name = "VERSION")]
        version: String,
        /// Commitments that stay as they are
        #[arg(long, value_name = "REF", num_args = 1..)]
        keep: Vec<String>,
        /// Commitments that stay in other words
        #[arg(long, value_name = "REF=TEXT", num_args = 1..)]
        change: Vec<String>,
        /// Commitments that are dropped
        #[arg(long, value_name = "REF", num_args = 1..)]
        drop: Vec<String>,
        /// What was done as an object
        #[arg(long)]
        json: bool,
    },
}

/// Renews a policy.
pub fn run(args: &PolicyArgs, place: &Place, page: &mut Page) -> Done {
    let PolicyVerb::Renew { policy, version, keep, change, drop, json } = &args.verb;
    let changed = change.iter().map(|said| changed(said)).collect::<Result<Vec<_>, _>>()?;
    let kept = keep.iter().map(|reference| (reference.clone(), Walked::Kept));
    let dropped = drop.iter().map(|reference| (reference.clone(), Walked::Dropped));
    let walk = kept.chain(changed).chain(dropped).collect();
    let command = SourceCommand::RenewPolicy { policy: policy.clone(), version: version.clone(), walk };
    let done = place.open()?.run(Command::Sources(command))?;
    outcome::print(&done, *json, page)?;
    Ok(Exit::Fine)
}

/// `4.3=visitors are accompanied`
fn changed(said: &str) -> Result<(String, Walked), Refusal> {
    match said.split_once('=') {
        Some((reference, text)) => Ok((reference.trim().to_owned(), Walked::Changed(text.trim().to_owned()))),
        None => Err(outcome::usage(format!("`{said}` has no new words")).next("write it as \"4.3=the new words\"")),
    }
}
