//! What a face can ask for: typed writes, the same for the full screen and the headless face.

use std::path::PathBuf;

use super::audits::AuditCommand;
use super::editions::EditionCommand;
use super::import::Handed;
use super::import::draft::Draft;
use super::meeting::MeetingCommand;
use super::papers::PaperRequest;
use super::people::PeopleCommand;
use super::probe::EvidenceRequest;
use super::readiness::ReadinessCommand;
use super::refresh::RefreshCommand;
use super::sources::SourceCommand;
use crate::domain::objective::{ClosingOutcome, Definition};
use crate::domain::period::Date;
use crate::domain::quantity::Value;
use crate::domain::reading::DecisionKind;
use crate::domain::review::{ActionKind, ReviewKind};
use crate::domain::version::{Cause, SeriesMark};

/// A write. Each becomes one operation in one transaction, or a [`super::Refusal`] and nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// A new objective, as a draft.
    CreateObjective {
        /// The code people will use; empty lets the register pick the next free `OBJ-n`.
        code: String,
        /// Its content; a title is enough.
        definition: Box<Definition>,
    },
    /// A changed objective. A draft is changed in place; of one in force, wording changes make a version in force,
    /// changes of target, date, metric, kind or owner make a draft version that waits for approval.
    EditObjective {
        /// Which one.
        code: String,
        /// The `changed_seq` the form was opened on; a newer one is a conflict.
        base: u64,
        /// The new content.
        definition: Box<Definition>,
        /// Why.
        reason: String,
        /// What made it necessary.
        cause: Option<Cause>,
        /// Whether values before and after a changed metric can be compared.
        series: Option<SeriesMark>,
    },
    /// Puts drafts, or draft versions, in force.
    Approve {
        /// Which ones.
        codes: Vec<String>,
        /// The body or person that approved.
        by: String,
        /// The people who sat in the body.
        people: Vec<String>,
        /// The day of the approval.
        on: Date,
        /// Minutes, ticket, document.
        reference: String,
        /// First day a changed target judges; `None` is the start of the next period.
        effective: Option<Date>,
        /// What made the change necessary; `None` keeps what the draft says.
        cause: Option<Cause>,
    },
    /// Closes an objective with an outcome and a reason; nothing is deleted.
    Retire {
        /// Which one.
        code: String,
        /// From this day on no reading is expected.
        on: Date,
        /// How it ended.
        outcome: ClosingOutcome,
        /// Why.
        reason: String,
        /// The objective that replaces it; empty for none.
        successor: String,
        /// Who decided it: a body or a person; may be empty.
        by: String,
        /// Minutes, ticket, document; may be empty.
        reference: String,
    },
    /// A reading, or the correction of one.
    RecordReading(Box<NewReading>),
    /// Several readings, or corrections, in one step: all of them or none.
    RecordReadings(Vec<NewReading>),
    /// What a reading means, or what was decided on it, said after it was entered.
    Evaluate {
        /// Which objective.
        code: String,
        /// The day measured of the reading.
        measured_on: Date,
        /// What it means; empty leaves it.
        meaning: String,
        /// What was decided.
        decision: Option<DecisionKind>,
    },
    /// A milestone criterion is fulfilled.
    FulfilCriterion {
        /// Which objective.
        code: String,
        /// Which criterion, from 1.
        number: u32,
        /// The day it was fulfilled.
        done: Date,
        /// What shows it.
        evidence: String,
    },
    /// Somebody looked at a milestone and says where it stands.
    CheckIn {
        /// Which objective.
        code: String,
        /// The day.
        on: Date,
        /// In words.
        note: String,
    },
    /// A period was not measured, and why. It stays missing.
    NotMeasured {
        /// Which objective.
        code: String,
        /// A date or a period name; empty is the oldest expected period without reading.
        period: String,
        /// Why.
        reason: String,
    },
    /// A register setting, see `settings list`.
    ChangeSetting {
        /// Its name.
        name: String,
        /// The new value as typed.
        value: String,
        /// First day in force; `None` is today.
        from: Option<Date>,
    },
    /// Opens a meeting with its agenda.
    StartReview {
        /// What kind.
        kind: ReviewKind,
        /// The day it is held.
        date: Date,
        /// Who is here.
        attendees: Vec<String>,
    },
    /// Changes who is here, or the date of the next meeting.
    AmendReview {
        /// Which meeting.
        review: i64,
        /// Who is here.
        attendees: Vec<String>,
        /// The date of the next one.
        next_date: Option<Date>,
    },
    /// Answers an agenda item: value, meaning, decision and action in one transaction. Answering again corrects.
    AnswerItem(Box<Answer>),
    /// Puts an agenda item aside, or takes it up again.
    ParkItem {
        /// Which meeting.
        review: i64,
        /// Which objective.
        code: String,
        /// Aside, or back.
        parked: bool,
    },
    /// Passes all open on-track items with a computed line marked automatic.
    PassBlock {
        /// Which meeting.
        review: i64,
    },
    /// Planning, preparing, gathering; corrections and actions looked at.
    Meetings(MeetingCommand),
    /// Closes a meeting: the minutes are frozen.
    CloseReview {
        /// Which meeting.
        review: i64,
        /// The date of the next one.
        next_date: Option<Date>,
    },
    /// An action outside of a meeting.
    AddAction {
        /// Code of the objective; empty for none.
        code: String,
        /// What, who, by when.
        action: NewAction,
    },
    /// An action is done.
    CompleteAction {
        /// Which one.
        id: i64,
        /// The day.
        done: Date,
        /// What shows it.
        evidence: String,
    },
    /// Freezes the register as of now.
    TakeSnapshot {
        /// A name people will recognize; may be empty.
        name: String,
    },
    /// Auditor's pages as a file, and a line of the history that says so. No objective changes.
    ExportEvidence(Box<EvidenceRequest>),
    /// The pack of a snapshot or the minutes of a closed meeting as a file. The register stays as it is.
    WritePaper(PaperRequest),
    /// Texts and reply sheets for everybody who owes something, as files. The register stays as it is; nothing is sent.
    WriteRequests {
        /// The folder; made where it is not there.
        folder: PathBuf,
    },
    /// Takes in every filled reply sheet of a folder, or one, in one operation.
    TakeInReplies {
        /// The folder or the file.
        from: PathBuf,
        /// What clashes or is refused stays out instead of stopping everything.
        leave_out: bool,
    },
    /// What objectives serve.
    Sources(SourceCommand),
    /// Who is who, and who takes over.
    People(PeopleCommand),
    /// The list as a whole: approved, told, confirmed.
    Editions(EditionCommand),
    /// A walk through the list.
    Refresh(RefreshCommand),
    /// The calendar of audits.
    Audits(AuditCommand),
    /// Findings somebody accepts.
    Readiness(ReadinessCommand),
    /// Takes a spreadsheet over as it was previewed: objectives, readings and their approval in one operation.
    TakeOver(Handed<Draft>),
    /// Takes back the newest undoable operation of this actor, or the one named.
    Undo {
        /// The journal entry to take back.
        seq: Option<u64>,
    },
    /// Takes back the newest undo of this actor.
    Redo,
}

/// A reading as a form or a line on the shell gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewReading {
    /// Which objective.
    pub code: String,
    /// What the form saw for that period when it was opened: `Some(revision)` of the newest entry (0: none was there);
    /// `None` does not compare.
    pub base: Option<u32>,
    /// A date or a period name; empty is the oldest expected period without reading.
    pub period: String,
    /// The value.
    pub value: Option<Value>,
    /// Who reported the figure; empty means the collector.
    pub reported_by: String,
    /// When; `None` is today.
    pub reported_on: Option<Date>,
    /// Where it comes from; empty means the metric's data source.
    pub source: String,
    /// What shows it.
    pub evidence: String,
    /// What it means.
    pub meaning: String,
    /// What was decided.
    pub decision: Option<DecisionKind>,
    /// Why an earlier entry is replaced; asked once that value was shown in minutes or a snapshot.
    pub reason: String,
}

/// What a meeting says about one agenda item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Which meeting.
    pub review: i64,
    /// The reading: its `code` names the item. Without a value the reading that is in is confirmed.
    pub reading: NewReading,
    /// In words, beside the decision's kind; for `accept` the reason, where the meaning does not say it.
    pub decision_text: String,
    /// Who approves, for `accept`; empty is the meeting itself.
    pub approver: String,
    /// Until when, for `accept`.
    pub until: Option<Date>,
    /// What somebody will do about it.
    pub action: Option<NewAction>,
    /// Milestones: criteria fulfilled, by number, with evidence.
    pub criteria: Vec<(u32, String)>,
    /// Seconds spent on it this time.
    pub seconds: u32,
}

/// An action to be entered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewAction {
    /// What is to be done.
    pub text: String,
    /// Who does it.
    pub owner: String,
    /// By when.
    pub due: Option<Date>,
    /// What it is for.
    pub kind: ActionKind,
    /// Corrective: the cause it removes.
    pub cause: String,
    /// Corrective: the day somebody looks whether it helped.
    pub check_on: Option<Date>,
}

/// What a command did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The journal entry; 0 where nothing had to be written.
    pub seq: u64,
    /// What was done, as a sentence without a full stop: `HR-2 October 38 h, at risk`.
    pub summary: String,
    /// Codes of the objectives it touched.
    pub touched: Vec<String>,
    /// What the person should know: unusual values, late entries.
    pub warnings: Vec<String>,
    /// Whether `undo` takes it back.
    pub undoable: bool,
    /// The number of what was made, where it has one: review, snapshot, action.
    pub number: Option<i64>,
}
