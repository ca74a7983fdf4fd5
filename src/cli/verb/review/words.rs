//! The words of meetings as they are typed.

use clap::ValueEnum;

use crate::domain::review::{AgendaTopic, ReviewKind};

/// The kinds as they are typed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Kind {
    /// The monthly or quarterly look at the objectives
    Objectives,
    /// The management review of clause 9.3
    Management,
    /// Called for a reason of its own
    AdHoc,
}

impl From<Kind> for ReviewKind {
    fn from(kind: Kind) -> ReviewKind {
        match kind {
            Kind::Objectives => ReviewKind::Objectives,
            Kind::Management => ReviewKind::Management,
            Kind::AdHoc => ReviewKind::AdHoc,
        }
    }
}

/// Whether a decision stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Stands {
    /// It stands
    Stands,
    /// It does not stand any more
    Falls,
}

impl Stands {
    /// Whether it stands.
    pub fn is_yes(self) -> bool {
        self == Stands::Stands
    }
}

/// A point of the agenda by its letter (`b`, `d4`, `d 4`) or its id.
pub fn topic(text: &str) -> Result<AgendaTopic, String> {
    let typed: String = text.to_ascii_lowercase().split_whitespace().collect();
    let fits = |topic: &&AgendaTopic| {
        let letter: String = topic.letter().split_whitespace().collect();
        typed == letter || typed == topic.word()
    };
    AgendaTopic::ALL.iter().find(fits).copied().ok_or_else(|| "no point of the agenda; write b, d4 or g".to_owned())
}
