//! The one order in which objectives are listed: what needs a person first comes first (DESIGN section 4).

use std::cmp::{Ordering, Reverse};

use super::objective::Objective;
use super::period::Date;
use super::status::{Freshness, Judgement, Status};

/// Where an objective stands in the order of attention. Smaller comes first: by status, then the most periods
/// missed, then the earliest due date (evergreen last), then the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attention {
    /// Its status.
    pub status: Status,
    /// Its freshness.
    pub freshness: Freshness,
    /// Expected readings that are late.
    pub missed_periods: u32,
    /// Its due date in force.
    pub due: Option<Date>,
    /// Its code.
    pub code: String,
}

impl Attention {
    /// The place of a judged objective.
    pub fn of(objective: &Objective, judgement: &Judgement) -> Attention {
        Attention {
            status: judgement.status,
            freshness: judgement.freshness,
            missed_periods: judgement.missed_periods,
            due: judgement.due,
            code: objective.code.clone(),
        }
    }

    fn key(&self) -> (u8, Reverse<u32>, bool, Option<Date>, &str) {
        let status = self.status.attention(self.freshness);
        (status, Reverse(self.missed_periods), self.due.is_none(), self.due, &self.code)
    }
}

impl Ord for Attention {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl PartialOrd for Attention {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
