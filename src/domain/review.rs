//! Reviews: who looked at what, what it meant, what was decided and who does what about it.

use serde::{Deserialize, Serialize};

use super::objective::vocabulary;
use super::period::Date;
use super::reading::DecisionKind;
use super::status::{Freshness, Status};

vocabulary! {
    /// What kind of meeting it is.
    ReviewKind {
        /// The monthly or quarterly look at the objectives.
        Objectives = "objectives",
        /// The management review of clause 9.3.
        Management = "management",
        /// Called for a reason of its own.
        AdHoc = "ad_hoc",
    }
}

vocabulary! {
    /// Why an objective is on the agenda, in the order of the queue.
    AgendaGroup {
        /// A reading is due, late, or never came.
        Due = "due",
        /// Off track, missed, no current data, or at risk.
        Exception = "exception",
        /// On track: passed as a block.
        OnTrack = "on_track",
    }
}

vocabulary! {
    /// How far an agenda item has come.
    ItemState {
        /// Not looked at.
        Open = "open",
        /// Answered one by one.
        Answered = "answered",
        /// Passed as part of the block.
        Passed = "passed",
        /// Put aside; no reason asked.
        Parked = "parked",
    }
}

/// One meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Its number in the register, from 1.
    pub number: i64,
    /// What kind it is.
    pub kind: ReviewKind,
    /// The day it is held; objectives are judged as of this day.
    pub date: Date,
    /// Who is here.
    pub attendees: Vec<String>,
    /// When it was opened, UTC, RFC 3339.
    pub started_at: String,
    /// When it was closed; closing freezes the minutes.
    pub closed_at: Option<String>,
    /// The date of the next one.
    pub next_date: Option<Date>,
    /// The agenda in its order.
    pub items: Vec<ReviewItem>,
}

/// One objective on the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewItem {
    /// Place in the queue, from 1.
    pub position: u32,
    /// Code of the objective.
    pub code: String,
    /// Why it is on the agenda.
    pub group: AgendaGroup,
    /// How far it has come.
    pub state: ItemState,
    /// Its status when the meeting opened.
    pub status_before: Status,
    /// Its freshness when the meeting opened.
    pub freshness_before: Freshness,
    /// The day measured of the reading that was looked at.
    pub measured_on: Option<Date>,
    /// What it means.
    pub meaning: String,
    /// What was decided.
    pub decision: Option<DecisionKind>,
    /// Whether the line was computed by the block.
    pub automatic: bool,
}

/// What was decided on an objective.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Its number in the register.
    pub id: i64,
    /// Code of the objective.
    pub code: String,
    /// The meeting it was taken in.
    pub review: Option<i64>,
    /// The day.
    pub on: Date,
    /// What kind.
    pub kind: DecisionKind,
    /// In words.
    pub text: String,
    /// Who decided.
    pub by: String,
    /// Until when, for `accept`.
    pub until: Option<Date>,
    /// The reading it was taken on.
    pub measured_on: Option<Date>,
}

/// A task with an owner and a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// Its number in the register.
    pub id: i64,
    /// Code of the objective it serves; empty for none.
    pub code: String,
    /// The meeting it was agreed in.
    pub review: Option<i64>,
    /// What is to be done.
    pub text: String,
    /// Who does it.
    pub owner: String,
    /// By when.
    pub due: Option<Date>,
    /// When it was done.
    pub done_on: Option<Date>,
    /// What shows it.
    pub evidence: String,
}
