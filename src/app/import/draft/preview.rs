//! What would become of a sheet, cell by cell and row by row.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::super::Change;
use super::CellAt;
use crate::app::Outcome;
use crate::domain::text::one_line;

/// What would become of a sheet, or what became of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The file as the person named it.
    pub file: String,
    /// The name of the sheet.
    pub sheet: String,
    /// How many cells become what.
    pub counts: Counts,
    /// Row by row, from the top.
    pub rows: Vec<RowFate>,
    /// Cell by cell; what is not in here is left out with its column or row.
    pub cells: BTreeMap<CellAt, CellFate>,
    /// What cannot be taken over, in the order of rows and columns.
    pub refused: Vec<RefusedCell>,
    /// What a person should know although it stops nothing.
    pub notes: Vec<String>,
    /// Objectives made.
    pub created: usize,
    /// Objectives that get a new version.
    pub updated: usize,
    /// Objectives the register has already, the same.
    pub unchanged: usize,
    /// Objectives that differ from the register, whose content stays.
    pub kept: usize,
    /// Questions that wait for an answer.
    pub open_questions: usize,
    /// What was written; empty before the sheet is taken over, and where nothing is new.
    pub outcome: Outcome,
}

/// How many cells of the columns with readings become what. Their sum is `cells`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All of them.
    pub cells: usize,
    /// Readings, new and known ones.
    pub readings: usize,
    /// Of the readings: in the register already, the same.
    pub known: usize,
    /// Of the readings: correct an earlier one.
    pub corrected: usize,
    /// Nothing in them.
    pub empty: usize,
    /// Refused.
    pub refused: usize,
    /// In a row that is refused or waits: they come in with it.
    pub waiting: usize,
    /// Beside the sum: comments that become the meaning of a reading.
    pub meanings: usize,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFate {
    /// Its number.
    pub row: u32,
    /// The code of its objective; empty where it brings none.
    pub code: String,
    /// What it is called.
    pub title: String,
    /// What happens.
    pub fate: Fate,
    /// Readings it brings that the register does not have.
    pub readings: usize,
    /// In words: what differs, why it is left out.
    pub text: String,
}

/// What happens to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It makes an objective.
    Create,
    /// It changes one.
    Update,
    /// The register says the same.
    Unchanged,
    /// It differs, and the register's content stays.
    Kept,
    /// It cannot be taken over.
    Refused,
    /// It is no objective: a heading, a total, or left out by choice.
    LeftOut,
}

impl Fate {
    /// The word of the preview.
    pub fn word(self) -> &'static str {
        match self {
            Fate::Create => "create",
            Fate::Update => "update",
            Fate::Unchanged => "unchanged",
            Fate::Kept => "kept",
            Fate::Refused => "refused",
            Fate::LeftOut => "left out",
        }
    }
}

impl From<Change> for Fate {
    fn from(change: Change) -> Fate {
        match change {
            Change::Create => Fate::Create,
            Change::Update => Fate::Update,
            Change::Unchanged => Fate::Unchanged,
            Change::Keep => Fate::Kept,
            Change::Skip => Fate::Refused,
        }
    }
}

/// What becomes of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellFate {
    /// It fills a field, as this text.
    Field {
        /// The name of the field.
        field: &'static str,
        /// What is read.
        text: String,
    },
    /// It becomes a reading.
    Reading {
        /// The value with its unit: `95.5 %`.
        value: String,
        /// The period: `Jan 2026`.
        period: String,
        /// What happens: a reading is made, corrects an earlier one, or is in the register already.
        change: Change,
        /// What it means, from a comment.
        meaning: String,
    },
    /// It holds nothing.
    Empty,
    /// It comes in once its row does, or once a question is answered.
    Waiting(String),
    /// It is what a reading means.
    Meaning(String),
    /// It cannot be taken over, and why.
    Refused(String),
}

impl CellFate {
    /// What becomes of it, in a few words.
    pub fn words(&self) -> String {
        match self {
            CellFate::Field { field, text } => format!("{}: {text}", field.replace('_', " ")),
            CellFate::Reading { value, period, change, .. } => match change {
                Change::Create => format!("{value} for {period}"),
                Change::Update => format!("{value} corrects {period}"),
                Change::Unchanged | Change::Keep | Change::Skip => format!("{value} for {period}, known"),
            },
            CellFate::Empty => "empty".to_owned(),
            CellFate::Waiting(why) | CellFate::Refused(why) => why.clone(),
            CellFate::Meaning(text) => format!("meaning: {text}"),
        }
    }
}

/// A cell that cannot be taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedCell {
    /// Which one.
    pub at: CellAt,
    /// What stands there.
    pub content: String,
    /// Why, in words.
    pub reason: String,
}

impl Preview {
    /// Whether refusals or questions keep the sheet from being taken over.
    pub fn stops(&self, leave_out_refused: bool) -> bool {
        self.open_questions > 0 || (!self.refused.is_empty() && !leave_out_refused)
    }

    /// A refusal with its place: `goals.xlsx, sheet 2026, D7 'see mail': ...`.
    pub fn address(&self, refused: &RefusedCell) -> String {
        let sheet = one_line(&self.sheet);
        let content = one_line(&refused.content);
        format!("{}, sheet {sheet}, {} '{content}': {}", self.file, refused.at, refused.reason)
    }

    /// "168 cells: 156 readings, 9 empty, 3 refused: D7 'see mail'; 5 comments as meanings".
    pub fn sentence(&self) -> String {
        let counts = &self.counts;
        let mut text = String::new();
        if counts.cells > 0 {
            let mut parts = vec![format!("{} {}", counts.readings, plural(counts.readings, "reading"))];
            let more = [(counts.empty, "empty"), (counts.waiting, "waiting"), (counts.refused, "refused")];
            parts.extend(more.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")));
            let _ = write!(text, "{} {}: {}", counts.cells, plural(counts.cells, "cell"), parts.join(", "));
        } else if !self.refused.is_empty() {
            let _ = write!(text, "{} refused", self.refused.len());
        }
        let shown: Vec<String> =
            self.refused.iter().take(3).map(|r| format!("{} '{}'", r.at, one_line(&r.content))).collect();
        if !shown.is_empty() {
            let rest = if self.refused.len() > shown.len() { ", ..." } else { "" };
            let _ = write!(text, ": {}{rest}", shown.join(", "));
        }
        let mut further = Vec::new();
        if counts.meanings > 0 {
            let comments = plural(counts.meanings, "comment");
            further.push(format!("{} {comments} as meanings", counts.meanings));
        }
        if counts.known > 0 {
            further.push(format!("{} in the register already", counts.known));
        }
        if counts.corrected > 0 {
            further.push(format!("{} corrected", counts.corrected));
        }
        for part in further {
            let _ = write!(text, "; {part}");
        }
        text
    }

    /// "7 objectives: 7 created"; empty where the sheet holds none.
    pub fn objectives_sentence(&self) -> String {
        let counts = [
            (self.created, "new"),
            (self.updated, "with a new version"),
            (self.unchanged, "unchanged"),
            (self.kept, "kept as the register has them"),
        ];
        let parts: Vec<String> =
            counts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect();
        let all: usize = counts.iter().map(|(count, _)| count).sum();
        if all == 0 { String::new() } else { format!("{all} {}: {}", plural(all, "objective"), parts.join(", ")) }
    }
}

fn plural(count: usize, word: &str) -> String {
    if count == 1 { word.to_owned() } else { format!("{word}s") }
}
