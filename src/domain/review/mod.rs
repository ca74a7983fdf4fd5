//! Reviews: who looked at what, what it meant, what was decided and who does what about it.

mod acceptance;
mod action;
mod agenda_topic;
mod calendar;
mod correction;
mod preparation;

pub use acceptance::{Acceptance, acceptance, accepted_codes};
pub use action::{Action, ActionKind, ActionState};
pub use agenda_topic::{AgendaNote, AgendaTopic};
pub use calendar::{CalendarEntry, calendar};
pub use correction::{CorrectionAnswer, CorrectionNote};
pub use preparation::{Preparation, Prepared, open_preparations, readiness};

use serde::{Deserialize, Serialize};

use super::objective::vocabulary;
use super::period::Date;
use super::reading::DecisionKind;
use super::status::{Freshness, Judgement, Status};

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

vocabulary! {
    /// Where a meeting stands in its life.
    Stage {
        /// In the calendar: texts are prepared for it.
        Planned = "planned",
        /// It has begun.
        Running = "running",
        /// Its minutes are frozen.
        Closed = "closed",
    }
}

vocabulary! {
    /// A step of the meeting, in its order.
    MeetingStep {
        /// Corrections of what earlier minutes showed, and what became of earlier actions.
        LastActions = "last_actions",
        /// Who has not measured.
        NotMeasured = "not_measured",
        /// What stands differently than last time.
        StatusChanges = "status_changes",
        /// The points of clause 9.3.2 that are written.
        Agenda = "agenda",
        /// What is off its course, one by one.
        Exceptions = "exceptions",
        /// What is on its course, as a block.
        OnTrack = "on_track",
        /// What is added, changed or closed.
        ListChanges = "list_changes",
        /// Decisions and actions read back.
        ReadBack = "read_back",
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
    /// The meeting it is a part of, as one item of that agenda; empty stands alone.
    pub host: String,
    /// The risk assessment it considered; may be empty.
    pub assessment: String,
    /// The day of that assessment.
    pub assessment_on: Option<Date>,
    /// When it was opened, UTC, RFC 3339; none while it is only planned.
    pub started_at: Option<String>,
    /// When it was closed; closing freezes the minutes.
    pub closed_at: Option<String>,
    /// The date of the next one.
    pub next_date: Option<Date>,
    /// The steps gone through.
    pub steps: Vec<MeetingStep>,
    /// What a management review changes in the list: the line that refreshes it (6.2 f).
    pub refresh: String,
    /// Why nothing in the list has to change.
    pub no_change: String,
    /// SHA-256 of the frozen minutes, hex; none before it is closed, and for meetings closed before minutes were kept.
    pub minutes_hash: Option<String>,
    /// The journal entry that last changed it: of a closed one, the entry that closed it.
    pub seq: u64,
    /// The agenda in its order.
    pub items: Vec<ReviewItem>,
}

impl Review {
    /// A meeting in the calendar that has not begun.
    pub fn planned(number: i64, kind: ReviewKind, date: Date) -> Review {
        Review {
            number,
            kind,
            date,
            attendees: Vec::new(),
            host: String::new(),
            assessment: String::new(),
            assessment_on: None,
            started_at: None,
            closed_at: None,
            next_date: None,
            steps: Vec::new(),
            refresh: String::new(),
            no_change: String::new(),
            minutes_hash: None,
            seq: 0,
            items: Vec::new(),
        }
    }

    /// Seen from a day before it was closed, a meeting was still open.
    pub fn reopen_if_closed_later(&mut self, as_of: Date) {
        let closed_later = self.closed_at.as_deref().is_some_and(|at| at.get(..10) > Some(as_of.to_string().as_str()));
        if closed_later {
            self.closed_at = None;
        }
    }

    /// Where it stands in its life.
    pub fn stage(&self) -> Stage {
        match (&self.started_at, &self.closed_at) {
            (_, Some(_)) => Stage::Closed,
            (Some(_), None) => Stage::Running,
            (None, None) => Stage::Planned,
        }
    }
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
    /// Seconds spent on it, all visits together.
    pub seconds: u32,
}

impl ReviewItem {
    /// An objective that comes up on the agenda, as it is judged when the meeting opens.
    pub fn open(position: u32, code: &str, group: AgendaGroup, judgement: &Judgement) -> ReviewItem {
        ReviewItem {
            position,
            code: code.to_owned(),
            group,
            state: ItemState::Open,
            status_before: judgement.status,
            freshness_before: judgement.freshness,
            measured_on: judgement.latest.as_ref().map(|standing| standing.measured_on),
            meaning: String::new(),
            decision: None,
            automatic: false,
            seconds: 0,
        }
    }
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
    /// Who approved it, for `accept`.
    pub approver: String,
    /// Until when, for `accept`.
    pub until: Option<Date>,
    /// The reading it was taken on.
    pub measured_on: Option<Date>,
}
