//! Who was told what, and who confirmed to know it (6.2 e, 7.3, 7.4).

use serde::{Deserialize, Serialize};

use super::objective::vocabulary;
use super::period::Date;

vocabulary! {
    /// Whom a communication reaches.
    Reach {
        /// One person or role.
        Person = "person",
        /// One function.
        Function = "function",
        /// The whole organization.
        Everyone = "everyone",
    }
}

/// Something was told: a version of one objective, or an edition of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Communication {
    /// Its number in the register.
    #[serde(default)]
    pub id: i64,
    /// Number of the objective in the register; `None` for an edition.
    #[serde(default)]
    pub objective: Option<i64>,
    /// The version told.
    #[serde(default)]
    pub version: Option<u32>,
    /// The edition told.
    #[serde(default)]
    pub edition: Option<i64>,
    /// Whom it reaches.
    pub reach: Reach,
    /// The person, role or function by name; `everyone` otherwise.
    pub audience: String,
    /// Mail, meeting, intranet.
    #[serde(default)]
    pub channel: String,
    /// Where it can be seen: URL or file.
    #[serde(default)]
    pub place: String,
    /// When.
    pub day: Date,
    /// By whom.
    #[serde(default)]
    pub told_by: String,
    /// The day it was entered.
    pub recorded_on: Date,
}

/// Somebody confirmed to know a version or an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acknowledgement {
    /// Its number in the register.
    #[serde(default)]
    pub id: i64,
    /// Number of the objective in the register; `None` for an edition.
    #[serde(default)]
    pub objective: Option<i64>,
    /// The version confirmed.
    #[serde(default)]
    pub version: Option<u32>,
    /// The edition confirmed.
    #[serde(default)]
    pub edition: Option<i64>,
    /// Who.
    pub person: String,
    /// When.
    pub day: Date,
    /// What shows it: a mail, a signature.
    #[serde(default)]
    pub note: String,
    /// The day it was entered.
    pub recorded_on: Date,
}
