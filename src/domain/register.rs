//! Settings of a register that change a judgement: journalled, with the day they take effect.

use serde::{Deserialize, Serialize};

use super::period::{Date, FiscalCalendar, Frequency};
use super::review::ReviewKind;
use super::statistics::signals::RUN;

/// The limits judgements use, in force from a day on (DOMAIN 4.4: "the ones in force at the period start apply").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// First day in force; the first set reaches back without end.
    pub from: Date,
    /// Percentage points a reach objective may be behind and still be on track.
    pub tolerance_behind: u32,
    /// Percentage points behind from which it is off track.
    pub tolerance_far: u32,
    /// Days to report after a period's end, in the order W M Q H Y.
    pub grace_days: [u32; 5],
    /// How many periods of a maintain objective may be missed; 0 unless agreed.
    pub misses_allowed: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            from: Date::MIN,
            tolerance_behind: 10,
            tolerance_far: 25,
            grace_days: Frequency::ALL.map(Frequency::default_grace_days),
            misses_allowed: 0,
        }
    }
}

impl Limits {
    /// Days to report for a frequency.
    pub fn grace(&self, frequency: Frequency) -> u32 {
        let at = Frequency::ALL.iter().position(|f| *f == frequency).unwrap_or(0);
        self.grace_days[at]
    }
}

/// Everything of a register's settings that the rules read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// The fiscal calendar objectives follow unless they have one of their own.
    pub calendar: FiscalCalendar,
    /// Limits by the day they take effect, oldest first, never empty.
    pub limits: Vec<Limits>,
    /// Readings in a row on one side of the usual middle that count as unusual; judges nothing.
    pub signal_run: u32,
    /// Months between two objectives reviews; 0 is without a rhythm.
    pub objectives_review_months: u32,
    /// Months between two management reviews; 0 is without a rhythm.
    pub management_review_months: u32,
}

impl Default for Rules {
    fn default() -> Self {
        Rules {
            calendar: FiscalCalendar::default(),
            limits: vec![Limits::default()],
            signal_run: RUN,
            objectives_review_months: 3,
            management_review_months: 12,
        }
    }
}

impl Rules {
    /// Months between two meetings of a kind; 0 is without a rhythm.
    pub fn review_months(&self, kind: ReviewKind) -> u32 {
        match kind {
            ReviewKind::Objectives => self.objectives_review_months,
            ReviewKind::Management => self.management_review_months,
            ReviewKind::AdHoc => 0,
        }
    }

    /// The limits in force on a day.
    pub fn on(&self, day: Date) -> &Limits {
        self.limits.iter().rev().find(|l| l.from <= day).unwrap_or(&self.limits[0])
    }
}
