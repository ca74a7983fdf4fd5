//! What objectives serve: the registers of sources, and the walk through a new policy version.

mod accept;
mod picture;
mod renew;

use super::{Outcome, Refusal, Session};
use crate::domain::trace::Source;

pub use accept::{Accepted, accept, find};
pub use picture::{Because, Scope, TraceView, named};
pub(super) use picture::{becauses, becauses_of};

/// A write on the sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceCommand {
    /// A new source.
    Add(Box<Source>),
    /// A source with another content; kind and reference name it.
    Edit(Box<Source>),
    /// A policy has a new version: every commitment of the old one is kept, changed or dropped.
    RenewPolicy {
        /// The policy's name.
        policy: String,
        /// Its new version.
        version: String,
        /// One answer per commitment, by reference.
        walk: Vec<(String, Walked)>,
    },
}

/// What a new policy version does to a commitment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Walked {
    /// It stays.
    Kept,
    /// It stays in other words.
    Changed(String),
    /// It is dropped.
    Dropped,
}

impl Session {
    pub(super) fn run_sources(&mut self, command: SourceCommand) -> Result<Outcome, Refusal> {
        match command {
            SourceCommand::Add(source) => self.add_source(&source),
            SourceCommand::Edit(source) => self.edit_source(&source),
            SourceCommand::RenewPolicy { policy, version, walk } => self.renew_policy(&policy, &version, &walk),
        }
    }
}
