//! One document without a format: parts, tables, charts, facts. Writers turn it into HTML and whatever comes later.
//!
//! Texts stand in it as people entered them; a writer makes every one of them harmless for its own format.

use std::borrow::Cow;

use super::chart::{Chart, Trend};
use crate::domain::period::Date;
use crate::domain::probe::Page;
use crate::domain::reading::Verdict;
use crate::domain::snapshot::Exact;
use crate::domain::status::Status;

/// Words that are mostly the program's own; a writer makes them harmless like every other text.
pub type Words = Cow<'static, str>;

/// A paper.
#[derive(Clone, Debug)]
pub struct Document {
    /// What it is.
    pub title: String,
    /// Whose it is.
    pub organization: String,
    /// Which one it is: snapshot, fiscal year, as known on.
    pub identity: Vec<String>,
    /// The day it speaks of; files that carry a date carry this one, so that the same paper gives the same bytes.
    pub as_of: Date,
    /// What the organization puts on all its papers.
    pub house: House,
    /// The line at the foot of every page.
    pub foot: String,
    /// Its parts in order.
    pub parts: Vec<Part>,
}

/// What an organization puts on all its papers; nothing where it set nothing.
#[derive(Clone, Debug, Default)]
pub struct House {
    /// Its sign.
    pub logo: Option<Logo>,
    /// The number of this paper among its documents; empty for none.
    pub document_id: String,
    /// Who may read it: `Internal`; empty for none.
    pub classification: String,
    /// The paper it is printed on.
    pub size: PaperSize,
    /// How its days are written.
    pub dates: DateStyle,
}

/// Paper to print on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PaperSize {
    /// 210 by 297 mm.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

/// How days are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateStyle {
    /// `12 Jan 2026`
    #[default]
    Words,
    /// `2026-01-12`
    Iso,
    /// `12.01.2026`
    Dots,
}

/// A picture on the first page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// What the bytes are.
    pub kind: LogoKind,
    /// The picture's file.
    pub bytes: Vec<u8>,
    /// What it shows, for those who do not see it.
    pub says: String,
}

/// Pictures every writer can place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoKind {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
}

/// A part with a heading of its own; a spreadsheet gives it a sheet of its own.
#[derive(Clone, Debug)]
pub struct Part {
    /// Names it inside the document: small letters, digits and dashes; no other part has it.
    pub id: Words,
    /// The heading; the first part goes without.
    pub heading: Option<Words>,
    /// Starts on a new page.
    pub new_page: bool,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A piece of a part.
#[derive(Clone, Debug)]
pub enum Block {
    /// The sentence that sums up what follows.
    Lead(String),
    /// A plain sentence or two.
    Text(String),
    /// Something worth knowing in small print.
    Note(String),
    /// Counts by mark and word, in named groups.
    Tallies(Vec<Tally>),
    /// Two lists side by side.
    Columns(Items, Items),
    /// Labels with what they stand for.
    Facts(Vec<Fact>),
    /// Rows and columns.
    Table(Table),
    /// A series over time with its targets.
    Chart(Box<Chart>),
    /// An objective with everything a decision on it needs, kept on one page.
    Case(Box<Case>),
    /// What the document holds, in its order.
    Contents(Vec<ContentsEntry>),
    /// An objective with everything there is to show for it.
    Evidence(Box<Evidence>),
}

/// A line of the list of contents.
#[derive(Clone, Debug)]
pub struct ContentsEntry {
    /// Where it leads: a place inside the document, or the file of a page beside it.
    pub anchor: String,
    /// Code of the objective; empty where it leads to more than one.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Its status.
    pub mark: Mark,
    /// From where it was looked at.
    pub note: String,
}

/// An auditor's page.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// Names it inside the document.
    pub anchor: String,
    /// Starts on a new page.
    pub new_page: bool,
    /// Its status.
    pub mark: Mark,
    /// From where it was looked at: `as known on Mon 30 Nov 2026`.
    pub known: String,
    /// What it says.
    pub page: Page,
    /// The last periods; none for what has no values.
    pub trail: Option<Table>,
}

/// A group of counts.
#[derive(Clone, Debug)]
pub struct Tally {
    /// What is counted.
    pub heading: Words,
    /// Mark, how many, word.
    pub counts: Vec<(Option<Mark>, u32, String)>,
}

/// A list.
#[derive(Clone, Debug)]
pub struct Items {
    /// Its heading.
    pub heading: Words,
    /// Counted from 1.
    pub numbered: bool,
    /// Mark, what stands out, what follows.
    pub entries: Vec<(Option<Mark>, String, String)>,
    /// What to say where there are none, and else where there are more than shown.
    pub note: String,
}

/// A label with what it stands for.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The label.
    pub label: Words,
    /// What it stands for; one line each.
    pub lines: Vec<Line>,
}

/// A line of a fact.
#[derive(Clone, Debug)]
pub enum Line {
    /// Plain.
    Plain(String),
    /// The words of a person, and who said them.
    Said(String, String),
}

/// Rows and columns with a caption.
#[derive(Clone, Debug)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Whether the caption is only for those who listen to the paper.
    pub quiet_caption: bool,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with one cell per column.
    pub rows: Vec<Vec<Cell>>,
    /// The column that names a row.
    pub names: usize,
    /// Many short rows: set tighter.
    pub dense: bool,
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its heading.
    pub title: Words,
    /// Its share of the width in percent; 0 lets the writer choose.
    pub width: u8,
    /// Numbers stand at the end.
    pub number: bool,
}

/// What stands in one place of a table.
#[derive(Clone, Debug)]
pub enum Cell {
    /// Plain words.
    Text(String),
    /// A main line and a quieter one.
    Pair(String, String),
    /// A mark with its word, and a quieter line.
    Mark(Mark, String),
    /// The words of a person, and who said them.
    Said(String, String),
    /// The last periods as a small line.
    Trend(Trend),
    /// A number: as people read it, and exact for those who count on.
    Number(Number),
    /// A day, in the words people read it in.
    Date(Day),
    /// Another cell whose quieter line is a day.
    Dated(Box<Cell>, Date),
    /// A place to write into, with what stands there already.
    Fill(String),
}

/// An exact number with the words people read it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// With its unit: `91.5 %`.
    pub shown: String,
    /// The number: `91.5`.
    pub exact: Exact,
    /// The number counts hundredths.
    pub percent: bool,
    /// A quieter line: `Oct 2026, 43 of 47`; empty for none.
    pub sub: String,
}

/// A day with the words people read it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// As it is read: `9 Nov 2026`.
    pub shown: String,
    /// The day.
    pub date: Date,
    /// A quieter line: who approved then; empty for none.
    pub sub: String,
}

/// A mark that never stands without its word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The symbol.
    pub symbol: &'static str,
    /// The word.
    pub word: &'static str,
    /// How much attention it asks for; adds colour where there is some.
    pub tone: Tone,
}

/// How much attention a mark asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// As it should be.
    Good,
    /// Close, behind, or late.
    Watch,
    /// Not met.
    Bad,
    /// Not known.
    Unknown,
    /// Nothing to judge.
    Quiet,
}

/// One objective that lags, ready to be decided on.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its status.
    pub mark: Mark,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Owner, target, due, and what it serves.
    pub subtitle: String,
    /// Why it stands where it stands.
    pub why: String,
    /// The readings; none for a milestone.
    pub chart: Option<Chart>,
    /// What was said, decided, agreed.
    pub facts: Vec<Fact>,
    /// The decisions to choose from.
    pub choices: Vec<&'static str>,
}

impl ContentsEntry {
    /// The address it leads to, as a link of a page.
    pub fn address(&self) -> String {
        if self.anchor.contains('.') { self.anchor.clone() } else { format!("#{}", self.anchor) }
    }
}

impl Mark {
    /// The mark of a status.
    pub fn status(status: Status) -> Mark {
        let (symbol, word) = crate::domain::words::status(status);
        let tone = match status {
            Status::OnTrack | Status::Achieved => Tone::Good,
            Status::AtRisk => Tone::Watch,
            Status::OffTrack | Status::Missed => Tone::Bad,
            Status::Unknown => Tone::Unknown,
            Status::Draft | Status::NotStarted | Status::Retired => Tone::Quiet,
        };
        Mark { symbol, word, tone }
    }

    /// The mark of a verdict.
    pub fn verdict(verdict: Verdict) -> Mark {
        let (symbol, word) = crate::domain::words::verdict(verdict);
        let tone = match verdict {
            Verdict::Met => Tone::Good,
            Verdict::Near => Tone::Watch,
            Verdict::NotMet => Tone::Bad,
            Verdict::NotApplicable => Tone::Quiet,
        };
        Mark { symbol, word, tone }
    }
}

impl Number {
    /// Words before the figure say how it is meant, `≥ 95 %`: without them it is another statement.
    pub fn is_bound(&self) -> bool {
        self.shown.trim_start().starts_with(['≥', '≤', '<', '>', '='])
    }
}

impl Column {
    /// A column of words.
    pub fn words(title: impl Into<Words>, width: u8) -> Column {
        Column { title: title.into(), width, number: false }
    }

    /// A column of numbers.
    pub fn numbers(title: impl Into<Words>, width: u8) -> Column {
        Column { title: title.into(), width, number: true }
    }
}

impl Part {
    /// A part under a heading, on the page where the one before ends.
    pub fn headed(id: impl Into<Words>, heading: impl Into<Words>, blocks: Vec<Block>) -> Part {
        Part { id: id.into(), heading: Some(heading.into()), new_page: false, blocks }
    }

    /// The same on a new page.
    pub fn on_a_new_page(self) -> Part {
        Part { new_page: true, ..self }
    }
}

impl Fact {
    /// A label with one plain line.
    pub fn plain(label: impl Into<Words>, text: impl Into<String>) -> Fact {
        Fact { label: label.into(), lines: vec![Line::Plain(text.into())] }
    }
}

impl Cell {
    /// A number as people read it, with a quieter line; plain words where there is no number behind them.
    pub fn amount(shown: impl Into<String>, exact: Option<Exact>, percent: bool, sub: impl Into<String>) -> Cell {
        let (shown, sub) = (shown.into(), sub.into());
        match exact {
            Some(exact) => Cell::Number(Number { shown, exact, percent, sub }),
            None if sub.is_empty() => Cell::Text(shown),
            None => Cell::Pair(shown, sub),
        }
    }

    /// A day in its words, with a quieter line.
    pub fn day(date: Date, shown: impl Into<String>, sub: impl Into<String>) -> Cell {
        Cell::Date(Day { shown: shown.into(), date, sub: sub.into() })
    }

    /// The same cell, whose quieter line is this day; as it was where there is none.
    pub fn dated(self, day: Option<Date>) -> Cell {
        match day {
            Some(day) => Cell::Dated(Box::new(self), day),
            None => self,
        }
    }
}
