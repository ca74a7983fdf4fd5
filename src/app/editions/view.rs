//! What the faces read about the list as a whole.

use crate::domain::communication::{Acknowledgement, Communication, Knowledge};
use crate::domain::difference::{self, FieldChange};
use crate::domain::edition::{Difference, Edition, Fate};
use crate::domain::objective::{Closing, Definition};
use crate::domain::period::Date;
use crate::domain::reading::Standing;
use crate::domain::target::Standard;
use crate::domain::version::{Cause, SeriesMark};

/// An edition with what it changed and who knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionView {
    /// The edition.
    pub edition: Edition,
    /// Against the one before it; of the first, everything is added.
    pub lines: Vec<Difference>,
    /// What was told of it as a whole, by day.
    pub told: Vec<Communication>,
    /// Who confirmed it as a whole, by day.
    pub confirmed: Vec<Acknowledgement>,
}

/// A version that waits for the next approval.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Code of the objective.
    pub code: String,
    /// Its title in the draft.
    pub title: String,
    /// The version in force; `None` for a new objective.
    pub before: Option<u32>,
    /// The draft.
    pub version: u32,
    /// What it says differently.
    pub changes: Vec<FieldChange>,
    /// Why it was written.
    pub reason: String,
    /// What made it necessary.
    pub cause: Option<Cause>,
    /// Whether values before and after can be compared, where somebody said.
    pub series: Option<SeriesMark>,
    /// Why it cannot be put in force as it is, one clause each; empty where it can.
    pub problems: Vec<String>,
}

impl Waiting {
    /// Whether the metric changed and nobody said whether values before and after can be compared.
    pub fn leaves_series_open(&self) -> bool {
        self.series.is_none() && difference::asks_for_series(&self.changes)
    }
}

/// What an approval today would make.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NextEdition {
    /// The number it would get.
    pub number: i64,
    /// What waits, by code; what is blocked stays a draft unless it is completed.
    pub waiting: Vec<Waiting>,
    /// The list as it would be against the newest edition.
    pub lines: Vec<Difference>,
    /// How many objectives it would hold.
    pub members: usize,
    /// Codes of objectives in force whose approval nobody recorded.
    pub unapproved: Vec<String>,
}

impl NextEdition {
    /// Whether nothing differs from the newest edition.
    pub fn is_unchanged(&self) -> bool {
        self.lines.iter().all(|line| line.fate == Fate::Unchanged)
    }
}

/// Two lists compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionDiff {
    /// The earlier edition.
    pub from: i64,
    /// The later one; `None` is the list in force now.
    pub to: Option<i64>,
    /// What became of each objective.
    pub lines: Vec<Difference>,
}

/// Somebody who has not confirmed what they own or report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unconfirmed {
    /// Who: a person or a role.
    pub name: String,
    /// Where to write; empty where it is not kept.
    pub email: String,
    /// What is open.
    pub items: Vec<OpenItem>,
    /// A text to send.
    pub text: String,
}

/// One standing version somebody has not confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenItem {
    /// Code of the objective.
    pub code: String,
    /// Its title.
    pub title: String,
    /// The version that counts.
    pub version: u32,
    /// Whether they own it; otherwise its figures come from them.
    pub owns: bool,
    /// What is on record so far.
    pub knowledge: Knowledge,
}

/// Everything the screen of the list as a whole shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditionsPicture {
    /// Newest first.
    pub editions: Vec<EditionView>,
    /// What an approval today would make.
    pub next: NextEdition,
    /// Who has not confirmed, by name.
    pub open: Vec<Unconfirmed>,
}

/// Who knows the version of an objective that counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Awareness {
    /// The version whose approval and communication count; `None` where nothing is in force.
    pub version: Option<u32>,
    /// The edition that held it first, with the day of its approval.
    pub edition: Option<(i64, Date)>,
    /// What was told, by day.
    pub told: Vec<Communication>,
    /// Who confirmed, by day.
    pub confirmed: Vec<Acknowledgement>,
    /// Owner and collector, each with what is on record.
    pub people: Vec<(String, Knowledge)>,
}

/// The objective this one took the place of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Predecessor {
    /// Its code.
    pub code: String,
    /// Its content at the end.
    pub definition: Definition,
    /// How and when it ended.
    pub closing: Closing,
    /// Its targets over time.
    pub standards: Vec<Standard>,
    /// What stands for its periods, oldest first.
    pub standings: Vec<Standing>,
}
