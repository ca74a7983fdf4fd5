//! The registers a person works with: the ones opened lately, how each stands, and the ways to another one.

mod on_screen;
mod path;
mod recent;
mod shelf;
mod unsaved;

use std::path::PathBuf;

use super::refusal::Refusal;
use super::view::Overview;
use crate::domain::period::{Date, FiscalCalendar};
use crate::domain::status::{Freshness, Status};

pub use on_screen::OnScreen;
pub use path::{shown_path, typed_path};
pub use recent::{Opened, Recent};
pub use shelf::Shelf;
pub use unsaved::{Answers, Unsaved};

/// A way to a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// The register at this place.
    Open(PathBuf),
    /// A new one.
    Create {
        /// Where.
        path: PathBuf,
        /// Whose it is.
        organization: String,
        /// Its fiscal year.
        calendar: FiscalCalendar,
    },
    /// The sample, on a copy that is thrown away at the end.
    Sample,
}

/// One of the registers opened lately.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where it lies.
    pub path: PathBuf,
    /// Whose it is, as far as it is known.
    pub organization: String,
    /// The day it was opened last; `None` for the usual register that was never opened.
    pub opened: Option<Date>,
    /// How it stands, or why it could not be read.
    pub standing: Result<Standing, Refusal>,
}

/// How a register stands, in counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Objectives by status, in the order of attention, those that are there.
    pub statuses: Vec<(Status, usize)>,
    /// Objectives that wait for a reading.
    pub waiting: usize,
    /// The planned date of the next meeting.
    pub next_review: Option<Date>,
}

/// The statuses in the order of attention.
const ORDER: [Status; 9] = [
    Status::OffTrack,
    Status::Missed,
    Status::Unknown,
    Status::AtRisk,
    Status::NotStarted,
    Status::OnTrack,
    Status::Achieved,
    Status::Draft,
    Status::Retired,
];

impl Standing {
    /// Counts an overview.
    pub fn of(overview: &Overview) -> Standing {
        let count = |status: &Status| overview.rows.iter().filter(|row| row.judgement.status == *status).count();
        let statuses = ORDER.iter().map(|status| (*status, count(status))).filter(|(_, n)| *n > 0).collect();
        let waits = |f: Freshness| matches!(f, Freshness::Due | Freshness::Overdue | Freshness::Never);
        Standing {
            statuses,
            waiting: overview.rows.iter().filter(|row| waits(row.judgement.freshness)).count(),
            next_review: overview.next_review,
        }
    }
}
