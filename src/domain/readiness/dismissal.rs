//! A finding somebody accepts, with a reason and an end.

use serde::{Deserialize, Serialize};

use crate::domain::period::Date;

/// One dismissal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dismissal {
    /// Its number in the register.
    #[serde(default)]
    pub id: i64,
    /// The check: `RC-26`.
    #[serde(rename = "rule")]
    pub check: String,
    /// What it is about, by [`super::About::key`].
    pub subject: String,
    /// Why it is accepted.
    pub reason: String,
    /// Who accepts it.
    #[serde(rename = "person")]
    pub by: String,
    /// Until when; afterwards the finding is back.
    pub until: Date,
    /// The day it was taken back early.
    #[serde(default)]
    pub lifted_on: Option<Date>,
    /// The day it was entered.
    pub recorded_on: Date,
}

impl Dismissal {
    /// Whether it counts on a day.
    pub fn holds(&self, day: Date) -> bool {
        self.recorded_on <= day && day <= self.until && self.lifted_on.is_none_or(|lifted| day < lifted)
    }
}
