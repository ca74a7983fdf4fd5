//! What objectives serve, and the way from there to the last reading and back (6.2 a, 6.2 c).

mod gaps;
mod level;
mod links;
mod order;
mod words;

use serde::{Deserialize, Serialize};

pub use gaps::{DeadLink, Gaps, TOP_RISKS, Uncovered, gaps, top_risks};
pub use level::Level;
pub use links::{LinkState, Pursuer, Served, Serving, Trace};
pub use order::{by_reference, in_register};

use super::objective::vocabulary;
use super::period::Date;

vocabulary! {
    /// What a source is. A link of an objective names it by this word and the reference.
    SourceKind {
        /// One promise of a policy.
        Commitment = "commitment",
        /// An entry of the risk register.
        Risk = "risk",
        /// An action of the risk treatment plan.
        Treatment = "treatment",
        /// What an interested party requires.
        Requirement = "requirement",
        /// A finding of an audit.
        Finding = "finding",
        /// Something that happened.
        Incident = "incident",
        /// What the business wants.
        Priority = "priority",
        /// A risk assessment that was done.
        Assessment = "assessment",
        /// A change of the scope of the ISMS.
        ScopeChange = "scope_change",
    }
}

vocabulary! {
    /// Where a source stands.
    SourceStatus {
        /// It counts.
        Open = "open",
        /// A risk somebody entitled lives with.
        Accepted = "accepted",
        /// Done with: treated, corrected, answered.
        Closed = "closed",
        /// Taken back: a dropped commitment, an expired requirement.
        Withdrawn = "withdrawn",
    }
}

vocabulary! {
    /// Why a requirement binds.
    RequirementKind {
        /// Law.
        Legal = "legal",
        /// A regulator.
        Regulatory = "regulatory",
        /// A contract.
        Contractual = "contractual",
        /// The organization itself.
        Internal = "internal",
    }
}

/// One entry of the registers objectives refer to. Empty texts and `None` are "not said".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its number in the register.
    #[serde(default)]
    pub id: i64,
    /// What it is.
    pub kind: SourceKind,
    /// The reference people use: `R-014`, `4.2`; one per kind, in any case.
    pub reference: String,
    /// What it says, one line.
    pub title: String,
    /// More of it.
    #[serde(default)]
    pub detail: String,
    /// How heavy it is: a word (`high`) or a number.
    #[serde(default)]
    pub level: String,
    /// Who answers for it.
    #[serde(default)]
    pub owner: String,
    /// Where it stands.
    pub status: SourceStatus,
    /// Since when it is closed or withdrawn.
    #[serde(default)]
    pub closed_on: Option<Date>,
    /// A commitment's policy.
    #[serde(default)]
    pub policy: String,
    /// The version of that policy which says it.
    #[serde(default)]
    pub policy_version: String,
    /// A requirement's interested party.
    #[serde(default)]
    pub party: String,
    /// Why a requirement binds.
    #[serde(default)]
    pub requirement: Option<RequirementKind>,
    /// A requirement that prescribes a metric.
    #[serde(default)]
    pub mandated: bool,
    /// The routine control that meets it without an objective.
    #[serde(default)]
    pub covered_by: String,
    /// The risk a treatment treats, by its reference.
    #[serde(default)]
    pub treats: String,
    /// By when a treatment is to be done.
    #[serde(default)]
    pub due: Option<Date>,
    /// Why, by whom and until when a risk is accepted.
    #[serde(default)]
    pub acceptance: String,
    /// The day of a finding, an incident, an assessment, a change of scope.
    #[serde(default)]
    pub day: Option<Date>,
    /// An event the list of objectives has to be looked at for.
    #[serde(default)]
    pub significant: bool,
    /// The day it was entered.
    pub recorded_on: Date,
}

impl SourceKind {
    /// Whether it is something that happened and asks for a look at the list, rather than something to be served.
    pub fn is_event(self) -> bool {
        matches!(self, SourceKind::Incident | SourceKind::Assessment | SourceKind::ScopeChange)
    }
}

impl Source {
    /// A source of which only the essentials are known.
    pub fn new(kind: SourceKind, reference: &str, title: &str, recorded_on: Date) -> Source {
        Source {
            id: 0,
            kind,
            reference: reference.to_owned(),
            title: title.to_owned(),
            detail: String::new(),
            level: String::new(),
            owner: String::new(),
            status: SourceStatus::Open,
            closed_on: None,
            policy: String::new(),
            policy_version: String::new(),
            party: String::new(),
            requirement: None,
            mandated: false,
            covered_by: String::new(),
            treats: String::new(),
            due: None,
            acceptance: String::new(),
            day: None,
            significant: false,
            recorded_on,
        }
    }

    /// `risk:R-014`, the way a link names it.
    pub fn key(&self) -> String {
        format!("{}:{}", self.kind, self.reference)
    }

    /// `policy 4.2`, the way a screen names it.
    pub fn name(&self) -> String {
        format!("{} {}", self.kind.shown(), self.reference)
    }

    /// The risks a treatment treats, by their references; several are written with `,` or `;` between them, with or
    /// without `risk:` before.
    pub fn treated(&self) -> impl Iterator<Item = &str> {
        let risks = self.treats.split([',', ';']).map(str::trim);
        risks.map(|risk| risk.split_once(':').map_or(risk, |(_, reference)| reference.trim())).filter(|r| !r.is_empty())
    }
}
