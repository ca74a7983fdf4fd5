//! Freshness: is the reading expected for the last closed periods there? (DOMAIN 4.2)

use super::objective::vocabulary;
use super::period::Period;
use super::status::Frame;

vocabulary! {
    /// Do we know?
    Freshness {
        /// No expected period has closed yet.
        NotDue = "not_due",
        /// A reading is missing and still in its days to report.
        Due = "due",
        /// The newest closed period has its reading.
        Current = "current",
        /// A reading is late.
        Overdue = "overdue",
        /// There never was one, and the first is late.
        Never = "never",
    }
}

/// The trailing gap: the closed expected periods after the newest one that has a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Gap {
    pub freshness: Freshness,
    /// Periods of the gap that are past their own days to report.
    pub missed: u32,
}

impl Gap {
    /// Draft, retired, before the start: nothing is expected.
    pub fn nothing_expected() -> Gap {
        Gap { freshness: Freshness::NotDue, missed: 0 }
    }
}

/// The gap behind `newest`, the newest closed expected period with a reading.
pub(crate) fn gap(frame: &Frame, newest: Option<Period>) -> Gap {
    let Some(last_closed) = frame.last_closed() else { return Gap::nothing_expected() };
    let first_missing = match newest {
        Some(period) => frame.rhythm.after(period),
        None => frame.rhythm.first_from(frame.objective.definition.start),
    };
    let missing = std::iter::successors(Some(first_missing), |p| Some(frame.rhythm.after(*p)))
        .take_while(|p| p.end <= last_closed.end);
    let (mut periods, mut missed) = (0, 0);
    for period in missing {
        periods += 1;
        missed += u32::from(frame.as_of > frame.last_day_to_report(&period));
    }
    let freshness = match (newest, periods, missed) {
        (_, 0, _) if newest.is_none() => Freshness::NotDue,
        (_, 0, _) => Freshness::Current,
        (_, _, 0) => Freshness::Due,
        (None, _, _) => Freshness::Never,
        (Some(_), _, _) => Freshness::Overdue,
    };
    Gap { freshness, missed }
}
