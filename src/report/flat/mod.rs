//! A document as lines and plain tables: what workbooks and CSV files are made of. Nothing is left out: a quieter line
//! becomes a column of its own, a drawing its figures.

pub mod figures;
mod lines;
mod table;

use super::chart::Chart;
use super::document::{Block, Mark, Number, Part};
use crate::domain::period::Date;

/// A piece of a part.
#[derive(Clone, Debug)]
pub enum Piece<'d> {
    /// Words outside of tables.
    Line(Line),
    /// Rows and columns.
    Table(FlatTable),
    /// A series; its figures belong to the drawing.
    Chart(&'d Chart),
}

/// Words outside of tables.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// What they are in the document.
    pub role: Role,
    /// What they are about: a label, a code.
    pub label: String,
    /// What they say.
    pub text: String,
    /// Who said it, where from.
    pub by: String,
    /// The clause they answer.
    pub clause: String,
}

/// What words are in a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// They name what follows.
    Heading,
    /// They sum up what follows.
    Lead,
    /// Plain words.
    #[default]
    Text,
    /// Small print.
    Note,
}

/// Rows and columns where every cell holds one thing.
#[derive(Clone, Debug)]
pub struct FlatTable {
    /// What it shows; several of the same form stand under each other, each with its caption in the first column.
    pub caption: String,
    /// Whether the caption is only for those who cannot see what stands around the table.
    pub quiet: bool,
    /// Its headings.
    pub columns: Vec<FlatColumn>,
    /// Its rows, each with one datum per column.
    pub rows: Vec<Vec<Datum>>,
}

/// A column of a flat table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlatColumn {
    /// Its heading.
    pub title: String,
    /// Numbers stand at the end.
    pub number: bool,
}

/// One thing in a cell.
#[derive(Clone, Debug)]
pub enum Datum {
    /// Words; empty for nothing.
    Text(String),
    /// A number.
    Number(Number),
    /// A day.
    Date(Date, String),
    /// A mark.
    Mark(Mark),
    /// A place to write into.
    Fill(String),
}

impl Role {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Role::Heading => "heading",
            Role::Lead => "lead",
            Role::Text => "text",
            Role::Note => "note",
        }
    }
}

/// The pieces of a part in their order. Tables of the same form are brought together where the first of them stands, so
/// that a thousand small ones can be filtered as one.
pub fn pieces(part: &Part) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut forms = table::Forms::default();
    for block in &part.blocks {
        match block {
            Block::Lead(text) => pieces.push(lines::plain(Role::Lead, text)),
            Block::Text(text) => pieces.push(lines::plain(Role::Text, text)),
            Block::Note(text) => pieces.push(lines::plain(Role::Note, text)),
            Block::Tallies(tallies) => pieces.push(Piece::Table(table::tallies(tallies))),
            Block::Columns(left, right) => pieces.extend(lines::items(left).chain(lines::items(right))),
            Block::Facts(facts) => pieces.extend(facts.iter().flat_map(lines::fact)),
            Block::Table(rows) => forms.take(rows, &rows.caption, &mut pieces),
            Block::Chart(chart) => pieces.extend(lines::chart(chart)),
            Block::Case(case) => lines::case(case, &mut pieces),
            Block::Contents(entries) => pieces.extend(entries.iter().map(lines::entry)),
            Block::Evidence(sheet) => {
                lines::evidence(sheet, &mut pieces);
                if let Some(trail) = &sheet.trail {
                    forms.take(trail, &sheet.page.code, &mut pieces);
                }
                pieces.push(lines::plain(Role::Note, &sheet.page.state()));
            }
        }
    }
    forms.fill(&mut pieces);
    pieces
}
