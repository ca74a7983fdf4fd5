//! What can be asked of meetings beside opening, answering and closing them: planning, preparing, gathering.

use crate::domain::period::Date;
use crate::domain::review::{AgendaTopic, MeetingStep, ReviewKind};

/// A write about meetings and actions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeetingCommand {
    /// Puts a meeting in the calendar, so that texts can be prepared for it.
    Plan {
        /// What kind.
        kind: ReviewKind,
        /// The day.
        date: Date,
        /// The meeting it is a part of; empty stands alone.
        host: String,
    },
    /// Begins a meeting that was planned.
    Open {
        /// Which meeting.
        review: i64,
        /// The day it is held.
        date: Date,
        /// Who is here.
        attendees: Vec<String>,
    },
    /// Takes a planned meeting out of the calendar, with what was prepared for it.
    Cancel {
        /// Which meeting.
        review: i64,
    },
    /// Changes what is known about a meeting that is not closed; `None` leaves it.
    Describe {
        /// Which meeting.
        review: i64,
        /// Its day, while it is only planned.
        date: Option<Date>,
        /// The meeting it is a part of; empty stands alone.
        host: Option<String>,
        /// The risk assessment it considers, and the day of that; empty for none.
        assessment: Option<(String, Option<Date>)>,
    },
    /// Says something on a point of the agenda; an empty text takes it back.
    Note {
        /// Which meeting.
        review: i64,
        /// The point.
        topic: AgendaTopic,
        /// In words.
        text: String,
    },
    /// Prepares an objective that lags; three empty texts take it back.
    Prepare {
        /// Which meeting.
        review: i64,
        /// Which objective.
        code: String,
        /// Why it lags.
        cause: String,
        /// What could be done.
        options: String,
        /// The decision wanted.
        wanted: String,
    },
    /// A step of the running meeting is gone through, or taken up again.
    Step {
        /// Which meeting.
        review: i64,
        /// Which step.
        step: MeetingStep,
        /// Gone through, or open again.
        done: bool,
    },
    /// Adds seconds to the clock of an agenda item that was looked at without an answer.
    Spend {
        /// Which meeting.
        review: i64,
        /// Which objective.
        code: String,
        /// How long.
        seconds: u32,
    },
    /// Says whether what was decided still stands after a correction.
    AnswerCorrection {
        /// The running meeting that answers.
        review: i64,
        /// Which objective.
        code: String,
        /// The day measured of the reading.
        measured_on: Date,
        /// Whether the decision still stands.
        stands: bool,
        /// Why.
        reason: String,
    },
    /// What the meeting changes in the list; a management review closes only with one of the two. Answering again
    /// replaces.
    Conclude {
        /// Which meeting.
        review: i64,
        /// What changes in the list.
        refresh: String,
        /// Why nothing has to change.
        no_change: String,
    },
    /// An open action gets another owner or date.
    AmendAction {
        /// Which one.
        id: i64,
        /// Who does it.
        owner: String,
        /// By when.
        due: Option<Date>,
        /// Why.
        reason: String,
    },
    /// Somebody looked whether a corrective action helped.
    CheckAction {
        /// Which one.
        id: i64,
        /// The day.
        on: Date,
        /// Whether it helped.
        helped: bool,
        /// What was seen.
        note: String,
    },
}
