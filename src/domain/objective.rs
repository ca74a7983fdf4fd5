//! What an objective is: its content, the states it passes through, and the picture of it the rules judge.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::period::{Date, FiscalCalendar, Frequency, Period, Rhythm};
use super::quantity::{Decimal, Value};
use super::target::{Segment, Standard, Waypoint, standard_on};

/// Writes a closed vocabulary once: the enum, its contract word, and the way back.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// Every word of this vocabulary, in its own order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word of the contracts: files, JSON and the headless face.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }

            /// Back from the contract's word, either case.
            pub fn from_word(text: &str) -> Option<$name> {
                Self::ALL.iter().copied().find(|v| v.word().eq_ignore_ascii_case(text))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }
    };
}
pub(crate) use vocabulary;

vocabulary! {
    /// What reaching it means; decides the status rule.
    Kind {
        /// Hold a level in every period.
        Maintain = "maintain",
        /// Get to a level by a date.
        Reach = "reach",
        /// Deliver dated yes/no criteria.
        Milestone = "milestone",
    }
}

vocabulary! {
    /// Which way is better.
    Direction {
        /// Higher is better.
        Higher = "higher",
        /// Lower is better.
        Lower = "lower",
        /// Inside a band is better.
        Range = "range",
    }
}

vocabulary! {
    /// How a value is held against its target.
    Operator {
        /// At least.
        AtLeast = ">=",
        /// More than.
        Above = ">",
        /// At most.
        AtMost = "<=",
        /// Less than.
        Under = "<",
        /// Exactly.
        Equal = "=",
        /// Inside both edges, edges included.
        Between = "between",
    }
}

vocabulary! {
    /// Where in the organization an objective stands.
    Level {
        /// The whole organization.
        Organization = "organization",
        /// One function.
        Function = "function",
        /// One team.
        Team = "team",
    }
}

vocabulary! {
    /// Where an objective stands in its life.
    Lifecycle {
        /// Written, not yet put in force: to-dos instead of findings.
        Draft = "draft",
        /// Put in force: judged.
        InForce = "in_force",
        /// Closed with an outcome; its readings stay.
        Retired = "retired",
    }
}

vocabulary! {
    /// How a closed objective ended.
    ClosingOutcome {
        /// Reached in time.
        Achieved = "achieved",
        /// Not reached.
        Missed = "missed",
        /// Reached after its date.
        AchievedLate = "achieved_late",
        /// Given up.
        Cancelled = "cancelled",
        /// Carried on elsewhere.
        Transferred = "transferred",
        /// Replaced by another objective.
        Superseded = "superseded",
    }
}

impl Operator {
    /// The operator meant where none was written (DESIGN section 4).
    pub fn default_for(direction: Direction) -> Operator {
        match direction {
            Direction::Higher => Operator::AtLeast,
            Direction::Lower => Operator::AtMost,
            Direction::Range => Operator::Between,
        }
    }

    /// The sign people read: `≥`, `<`, `between`.
    pub fn sign(self) -> &'static str {
        match self {
            Operator::AtLeast => "≥",
            Operator::Above => ">",
            Operator::AtMost => "≤",
            Operator::Under => "<",
            Operator::Equal => "=",
            Operator::Between => "between",
        }
    }

    /// The words people read before a number: `at least`, `under`; none for a range.
    pub fn phrase(self) -> &'static str {
        match self {
            Operator::AtLeast => "at least",
            Operator::Above => "more than",
            Operator::AtMost => "at most",
            Operator::Under => "under",
            Operator::Equal => "exactly",
            Operator::Between => "",
        }
    }
}

/// A start value, with its date where one was set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baseline {
    /// The value to start from.
    pub value: Decimal,
    /// Since when; derived from the objective's start until someone sets it.
    pub date: Option<Date>,
    /// Whether the value is a guess.
    pub estimated: bool,
}

/// A dated statement answerable yes or no with evidence: no percent complete.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// The statement.
    pub text: String,
    /// The day it is planned for.
    pub planned: Option<Date>,
}

/// A criterion that was fulfilled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriterionDone {
    /// Which one: 1-based, in the order of the definition.
    pub number: u32,
    /// The day it was fulfilled.
    pub done: Date,
    /// What shows it: text, path or URL.
    pub evidence: String,
}

/// A link to what the objective serves: `risk:R-014`, `policy:4.2`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// commitment, risk, treatment, requirement, finding, incident, priority.
    pub kind: String,
    /// The reference people use for it.
    pub reference: String,
    /// Why this objective serves it, one line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub because: String,
}

/// The content of one version of an objective. Empty texts and `None` are "not said".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definition {
    /// The result to be achieved, in one line.
    pub title: String,
    /// Decides the status rule.
    pub kind: Kind,
    /// Where it stands.
    pub level: Option<Level>,
    /// The function that pursues it.
    pub function: String,
    /// Code of the objective it contributes to; empty for none.
    pub parent: String,
    /// The single accountable person or role.
    pub owner: String,
    /// Name of the metric.
    pub metric: String,
    /// How the value is computed, one line.
    pub formula: String,
    /// Where the figures come from.
    pub data_source: String,
    /// Unit of the values; `%` makes n/d a percentage.
    pub unit: String,
    /// Which way is better.
    pub direction: Option<Direction>,
    /// How a value is held against the target; `None` follows the direction.
    pub operator: Option<Operator>,
    /// Where a reach objective starts from.
    pub baseline: Option<Baseline>,
    /// The value that must hold; the lower edge of a range.
    pub target: Option<Decimal>,
    /// The upper edge of a range.
    pub target_high: Option<Decimal>,
    /// Tolerated to: a value on the failing side, or a width outside the edges (range, waypoints).
    pub warn: Option<Decimal>,
    /// The worst bearable value.
    pub floor: Option<Decimal>,
    /// k of n: how many periods must be met at least; `None` leaves it to the register's "misses allowed".
    pub required_met: Option<u32>,
    /// How often it is measured.
    pub frequency: Frequency,
    /// Days to report after the period; `None` leaves it to the register.
    pub grace_days: Option<u32>,
    /// Fiscal year of its own, 1..=12; `None` follows the register.
    pub fiscal_year_start: Option<u8>,
    /// From when readings are expected.
    pub start: Date,
    /// Whether nobody set the start: it then moves back to the period of the first reading that a file brings.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub start_derived: bool,
    /// By when it is to be reached; `None` is evergreen.
    pub due: Option<Date>,
    /// Agreed values at dates before the due date.
    pub waypoints: Vec<Waypoint>,
    /// What a milestone must show.
    pub criteria: Vec<Criterion>,
    /// Plan: what will be done (6.2 h).
    pub what: String,
    /// Plan: resources needed (6.2 i).
    pub resources: String,
    /// Plan: how results are evaluated (6.2 l).
    pub how_evaluated: String,
    /// Who judges.
    pub evaluator: String,
    /// Who produces the figures; empty means the owner.
    pub collector: String,
    /// Who keeps the metric's definition.
    pub metric_owner: String,
    /// Why this target.
    pub why_target: String,
    /// What it serves.
    pub links: Vec<Link>,
    /// Free marks, such as the scorecard it belongs to.
    pub tags: Vec<String>,
    /// What is counted and what is not: population and cut-off rule of the metric.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub population: String,
    /// Why it is not broken down to functions, for one the whole organization delivers.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub cascade_note: String,
    /// When the objective itself is looked at again; for one without a due date the date clause 6.2 k asks for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_on: Option<Date>,
    /// Plan: what was granted of the resources needed; empty while nobody granted anything.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub granted: String,
    /// The body or person that granted it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub granted_by: String,
    /// When it was granted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub granted_on: Option<Date>,
    /// What was used of it so far.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub spent: String,
}

impl Definition {
    /// A draft of nothing but a title, measured monthly from `start` on.
    pub fn titled(title: &str, start: Date) -> Definition {
        Definition {
            title: title.to_owned(),
            kind: Kind::Maintain,
            level: None,
            function: String::new(),
            parent: String::new(),
            owner: String::new(),
            metric: String::new(),
            formula: String::new(),
            data_source: String::new(),
            unit: String::new(),
            direction: None,
            operator: None,
            baseline: None,
            target: None,
            target_high: None,
            warn: None,
            floor: None,
            required_met: None,
            frequency: Frequency::M,
            grace_days: None,
            fiscal_year_start: None,
            start,
            start_derived: false,
            due: None,
            waypoints: Vec::new(),
            criteria: Vec::new(),
            what: String::new(),
            resources: String::new(),
            how_evaluated: String::new(),
            evaluator: String::new(),
            collector: String::new(),
            metric_owner: String::new(),
            why_target: String::new(),
            links: Vec::new(),
            tags: Vec::new(),
            population: String::new(),
            cascade_note: String::new(),
            review_on: None,
            granted: String::new(),
            granted_by: String::new(),
            granted_on: None,
            spent: String::new(),
        }
    }

    /// Whether counted shares are read as percentages.
    pub fn unit_is_percent(&self) -> bool {
        matches!(self.unit.trim(), "%" | "percent" | "per cent" | "pct")
    }

    /// Whether its tags put it on a scorecard.
    pub fn is_on_scorecard(&self, name: &str) -> bool {
        super::scorecard::is_on(&self.tags, name)
    }

    /// The calendar its periods are cut from: the register's, with a fiscal year of its own where it has one.
    pub fn calendar(&self, register: FiscalCalendar) -> FiscalCalendar {
        FiscalCalendar { start_month: self.fiscal_year_start.unwrap_or(register.start_month), ..register }
    }

    /// The periods it is measured in.
    pub fn rhythm(&self, register: FiscalCalendar) -> Rhythm {
        self.calendar(register).rhythm(self.frequency)
    }

    /// The operator in force: the written one, else what the direction means.
    pub fn operator(&self) -> Operator {
        self.operator.unwrap_or_else(|| Operator::default_for(self.direction.unwrap_or(Direction::Higher)))
    }

    /// The direction in force: the written one, else what the operator means, else higher.
    pub fn direction(&self) -> Direction {
        self.direction.unwrap_or(match self.operator {
            Some(Operator::AtMost | Operator::Under) => Direction::Lower,
            Some(Operator::Between) => Direction::Range,
            _ => Direction::Higher,
        })
    }

    /// The target with its operator and unit as people read it: `≥ 95 %`, `5 to 15 %`, `3 criteria`.
    pub fn target_text(&self) -> String {
        if self.kind == Kind::Milestone {
            return match self.criteria.len() {
                1 => "1 criterion".to_owned(),
                n => format!("{n} criteria"),
            };
        }
        let Some(target) = self.target else { return "no target".to_owned() };
        let unit = self.unit.trim();
        let space = if unit.is_empty() { "" } else { " " };
        match (self.operator(), self.target_high) {
            (Operator::Between, Some(high)) => format!("{target} to {high}{space}{unit}"),
            (operator, _) => format!("{} {target}{space}{unit}", operator.sign()),
        }
    }
}

/// How and when an objective was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// From this day on no reading is expected.
    pub retired_on: Date,
    /// How it ended.
    pub outcome: ClosingOutcome,
    /// Why.
    pub reason: String,
    /// Code of the objective that replaces it; empty for none.
    pub successor: String,
    /// Who decided it: a body or a person.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// Minutes, ticket, document.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
}

/// An objective as known at one moment: what the rules judge.
///
/// The store assembles it from the versions, criteria and check-ins known at that moment; a row of the status
/// tables makes the same structure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objective {
    /// The short name people use.
    pub code: String,
    /// The content of the version in force; of the draft where none is in force yet.
    pub definition: Definition,
    /// Whether it was put in force, as known at that moment.
    pub lifecycle: Lifecycle,
    /// Set once it is closed.
    pub closing: Option<Closing>,
    /// Targets with the dates they take effect, oldest first. Never empty for a measured objective with a target.
    pub standards: Vec<Standard>,
    /// Approved re-baselines of a reach objective, oldest first.
    pub segments: Vec<Segment>,
    /// Criteria fulfilled so far.
    pub criteria_done: Vec<CriterionDone>,
    /// Days on which someone looked at a milestone and said so.
    pub checkins: Vec<Date>,
}

impl Objective {
    /// A value with its unit as people read it in a period, never on the wrong side of the nearer edge of its target:
    /// 94.96 % is not written 95 %.
    pub fn shown(&self, period: Period, value: &Value) -> String {
        let percent = self.definition.unit_is_percent();
        if value.is_empty() {
            return value.shown(percent, 1);
        }
        let bound = standard_on(&self.standards, period.start).map(|s| match s.target_high {
            Some(high) if value.compare(high, percent).is_some_and(Ordering::is_ge) => high,
            _ => s.target,
        });
        let number = match bound {
            Some(bound) => value.shown_against(percent, 1, bound),
            None => value.shown(percent, 1),
        };
        let unit = self.definition.unit.trim();
        if unit.is_empty() { number } else { format!("{number} {unit}") }
    }
}
