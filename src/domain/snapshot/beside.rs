//! What stands beside the objectives in a snapshot: what they come from, what an auditor may raise, who approved the list.

use serde::{Deserialize, Serialize};

use crate::domain::period::Date;
use crate::domain::readiness::Severity;
use crate::domain::trace::Source;

/// A source with who pursues it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenSource {
    /// The source as it stood.
    pub source: Source,
    /// Codes of the objectives in force that serve it, themselves or through a parent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pursued_by: Vec<String>,
    /// It asks for an objective or a treatment and has none.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub uncovered: bool,
}

/// What one readiness check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenFinding {
    /// The check's id: `RC-47`.
    pub check: String,
    /// How heavy the worst of them is.
    pub severity: Severity,
    /// How many there are.
    pub count: u32,
    /// The first of them as a sentence.
    pub fact: String,
}

/// The newest approved edition of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenEdition {
    /// From 1.
    pub number: i64,
    /// The body that approved.
    pub body: String,
    /// Who sat in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<String>,
    /// Where that stands: minutes, ticket, document.
    pub minutes: String,
    /// The day of the approval.
    pub approved_on: Date,
    /// Why the list changed, or why it did not.
    pub why: String,
}

/// A management review that is planned, running, or was just held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreparedFor {
    /// Its number in the register.
    pub number: i64,
    /// Its day.
    pub date: Date,
}
