//! Everything the checks look at: a register as plain data of one moment.

use crate::domain::audit::Audit;
use crate::domain::communication::{Acknowledgement, Communication};
use crate::domain::directory::Entry;
use crate::domain::edition::Edition;
use crate::domain::objective::Objective;
use crate::domain::period::{Date, Period};
use crate::domain::quantity::Value;
use crate::domain::reading::{DecisionKind, Standing};
use crate::domain::rearrangement::Rearrangement;
use crate::domain::refresh::Refresh;
use crate::domain::register::Rules;
use crate::domain::review::{Action, Decision, Review};
use crate::domain::status::Judgement;
use crate::domain::trace::Source;
use crate::domain::version::Version;

use super::parameters::Parameters;

/// A register as the checks see it.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The day judged.
    pub as_of: Date,
    /// The audit asked about: the one named, else the next in the calendar.
    pub audit: Option<Date>,
    /// The day the register came to be.
    pub created_on: Date,
    /// Settings the judgements use.
    pub rules: Rules,
    /// Settings the checks use.
    pub parameters: Parameters,
    /// Every objective known, drafts and retired ones among them, by code.
    pub subjects: Vec<Subject>,
    /// What objectives serve.
    pub sources: Vec<Source>,
    /// Who is who; empty where nobody keeps it.
    pub directory: Vec<Entry>,
    /// Approved editions, oldest first.
    pub editions: Vec<Edition>,
    /// Who was told, oldest first.
    pub communications: Vec<Communication>,
    /// Who confirmed, oldest first.
    pub acknowledgements: Vec<Acknowledgement>,
    /// Meetings, oldest first.
    pub reviews: Vec<Review>,
    /// Hand-overs, reorganizations and bulk edits, oldest first.
    pub rearrangements: Vec<Rearrangement>,
    /// Walks through the list, oldest first.
    pub refreshes: Vec<Refresh>,
    /// Tasks, those of no objective among them.
    pub actions: Vec<Action>,
    /// Frozen registers, oldest first.
    pub snapshots: Vec<Frozen>,
    /// Audits, held and planned.
    pub audits: Vec<Audit>,
}

/// One objective with everything the checks ask about it.
#[derive(Clone, Debug)]
pub struct Subject {
    /// Its number in the register.
    pub id: i64,
    /// As known on the day.
    pub objective: Objective,
    /// Status, freshness and why.
    pub judgement: Judgement,
    /// The day it was entered.
    pub created_on: Date,
    /// Whether it came from a file: its history before that day is taken over, not reconstructed.
    pub imported: bool,
    /// Versions known, oldest first; drafts among them.
    pub versions: Vec<Version>,
    /// What stands for each period, oldest first.
    pub standings: Vec<Standing>,
    /// Every entry that was not taken back, by day measured and revision.
    pub entries: Vec<ReadingEntry>,
    /// Decisions, oldest first; those entered with a reading among them.
    pub decisions: Vec<Decision>,
    /// Ends of the periods explained as not measured.
    pub not_measured: Vec<Date>,
}

/// One entry of a value, as far as the checks ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingEntry {
    /// The period it belongs to.
    pub period: Period,
    /// The day measured.
    pub measured_on: Date,
    /// 1 for the first entry of that day.
    pub revision: u32,
    /// The value.
    pub value: Value,
    /// The day it counts from: claimed by a file, else entered.
    pub known_from: Date,
    /// The day it was entered.
    pub entered_on: Date,
    /// The journal entry that holds it.
    pub seq: u64,
    /// Whether it came from a file.
    pub imported: bool,
    /// What it means; empty where nobody said.
    pub evaluation: String,
    /// Who evaluated it.
    pub evaluated_by: String,
    /// Whether the line was computed when a block was passed.
    pub automatic: bool,
    /// What was decided with it.
    pub decision: Option<DecisionKind>,
    /// Who reported the figure.
    pub reported_by: String,
    /// Whether a source or an evidence is named.
    pub sourced: bool,
    /// Whether a reason is given for replacing an earlier entry.
    pub reasoned: bool,
}

/// A frozen register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frozen {
    /// Its number.
    pub number: i64,
    /// The day it was taken.
    pub taken_on: Date,
    /// The journal entry it was taken at.
    pub seq: u64,
}
