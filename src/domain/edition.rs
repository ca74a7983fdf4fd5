//! Numbered editions of the list as a whole: which objectives in which version, approved and told in one act (5.1, 6.2 g).

use serde::{Deserialize, Serialize};

use super::period::Date;
use super::version::Cause;

/// One approved edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Its number, from 1.
    #[serde(rename = "id", default)]
    pub number: i64,
    /// Why the list changed, or why it did not.
    pub why: String,
    /// What made it necessary.
    #[serde(default)]
    pub cause: Option<Cause>,
    /// The body that approved.
    pub body: String,
    /// Who sat in it.
    #[serde(default)]
    pub people: Vec<String>,
    /// Minutes, ticket, document.
    #[serde(default)]
    pub minutes: String,
    /// The day of the approval.
    pub approved_on: Date,
    /// The objectives in force with their versions, by code.
    pub members: Vec<Member>,
    /// The day it was entered.
    pub recorded_on: Date,
}

/// One objective of an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Its code.
    pub code: String,
    /// The number of its version.
    pub version: u32,
}
