//! What a preview of replies says, and what became of them.

use crate::app::Outcome;
use crate::domain::period::Date;
use crate::domain::reply::Subject;

/// Many replies held against the register and against each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replies {
    /// File by file, in the order they were named.
    pub files: Vec<FileReply>,
    /// Who is asked for something and answered in none of the files.
    pub silent: Vec<Silent>,
    /// What was written; empty for a dry run, where nothing changed, and where something stopped it.
    pub outcome: Outcome,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileReply {
    /// As the person named it.
    pub name: String,
    /// Whose sheet it is.
    pub sheet: Option<(Subject, String)>,
    /// Who filled it in.
    pub by: String,
    /// The day they did, where they said so.
    pub on: Option<Date>,
    /// The rows that answer, from the top.
    pub lines: Vec<ReplyLine>,
    /// How many rows came back empty.
    pub left_open: usize,
    /// Why nothing of the file can be taken in.
    pub problem: Option<String>,
    /// What to know although it stops nothing.
    pub notes: Vec<String>,
}

/// A row that answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplyLine {
    /// The cell: `G7`.
    pub at: String,
    /// What it answers: `IT-2 Oct 2026`, `action 4`.
    pub what: String,
    /// What becomes of it.
    pub fate: Fate,
    /// What it says, or why it is not taken in.
    pub text: String,
}

/// What becomes of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// A value for a period that had none.
    Value,
    /// What a value means that is in already.
    Meaning,
    /// Another value for a period that has one, with a reason.
    Correction,
    /// A period that was not measured.
    NotMeasured,
    /// Somebody looked at a delivery.
    Look,
    /// An action or a criterion is done.
    Done,
    /// A target is known.
    Known,
    /// Somebody says they do not know it: nothing is recorded.
    NotKnown,
    /// The register has it already, or another row says the same.
    Unchanged,
    /// It contradicts the register or another reply.
    Clash,
    /// It cannot be taken in.
    Refused,
}

impl Fate {
    /// The word of the preview.
    pub fn word(self) -> &'static str {
        match self {
            Fate::Value => "value",
            Fate::Meaning => "meaning",
            Fate::Correction => "corrected",
            Fate::NotMeasured => "not measured",
            Fate::Look => "looked at",
            Fate::Done => "done",
            Fate::Known => "known",
            Fate::NotKnown => "not known",
            Fate::Unchanged => "unchanged",
            Fate::Clash => "clash",
            Fate::Refused => "refused",
        }
    }

    /// Whether a person has to look at it before anything is written.
    pub fn stops(self) -> bool {
        matches!(self, Fate::Clash | Fate::Refused)
    }

    /// Whether it writes something.
    pub fn writes(self) -> bool {
        !self.stops() && !matches!(self, Fate::NotKnown | Fate::Unchanged)
    }
}

/// Somebody who was asked and did not answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silent {
    /// The person or role.
    pub name: String,
    /// Where to write; empty where it is not kept.
    pub email: String,
    /// What waits for them.
    pub owes: Vec<String>,
}

impl Replies {
    /// How many answers have a fate.
    pub fn count(&self, fate: Fate) -> usize {
        self.lines().filter(|line| line.fate == fate).count()
    }

    /// All rows that answer.
    pub fn lines(&self) -> impl Iterator<Item = &ReplyLine> {
        self.files.iter().flat_map(|file| &file.lines)
    }

    /// Clashes, refused answers and files that cannot be taken in.
    pub fn stopping(&self) -> usize {
        let files = self.files.iter().filter(|file| file.problem.is_some()).count();
        files + self.lines().filter(|line| line.fate.stops()).count()
    }
}
