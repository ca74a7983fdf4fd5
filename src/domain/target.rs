//! Targets over time: a reading is judged against what was in force when its period began.

use serde::{Deserialize, Serialize};

use super::objective::{Definition, Operator};
use super::period::Date;
use super::quantity::Decimal;

/// The target with its tolerance, in force from a day on. Warn and floor are versioned with the target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standard {
    /// First day it is in force; the first standard of an objective reaches back without end.
    pub from: Date,
    /// How a value is held against it.
    pub operator: Operator,
    /// The value that must hold; the lower edge of a range.
    pub target: Decimal,
    /// The upper edge of a range.
    pub target_high: Option<Decimal>,
    /// Tolerated to; itself still close. For a range, the width of the band outside the edges.
    pub warn: Option<Decimal>,
    /// The worst bearable value; strictly beyond it is off track at once.
    pub floor: Option<Decimal>,
}

impl Standard {
    /// The standard a definition asks for, in force from `from`; `None` without a target.
    pub fn of(definition: &Definition, from: Date) -> Option<Standard> {
        Some(Standard {
            from,
            operator: definition.operator(),
            target: definition.target?,
            target_high: definition.target_high,
            warn: definition.warn,
            floor: definition.floor,
        })
    }
}

/// The standard in force on a day: the newest that had started, else the first.
pub fn standard_on(standards: &[Standard], day: Date) -> Option<&Standard> {
    standards.iter().rev().find(|s| s.from <= day).or(standards.first())
}

/// An approved re-baseline of a reach objective: from its date on it judges the newest reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// First day, on or before the old due date.
    pub from: Date,
    /// The value then.
    pub baseline: Decimal,
    /// The new target; the lower edge of a range.
    pub target: Decimal,
    /// The upper edge of a range.
    pub target_high: Option<Decimal>,
    /// The new due date.
    pub due: Date,
}

/// An agreed value at a date before the due date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waypoint {
    /// The day.
    pub date: Date,
    /// The value agreed for it.
    pub value: Decimal,
}
