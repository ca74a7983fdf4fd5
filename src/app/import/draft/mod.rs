//! A sheet on its way into the register: what it seems to say, what has to be asked, what a person decided. A draft is
//! pure data that every [`Choice`] makes anew; what would become of each cell is a [`Preview`], asked of the session.

mod cells;
mod choice;
mod column;
mod layout;
mod percent;
mod preview;
mod question;
mod rows;
mod run;
mod tables;

use std::path::Path;
use std::sync::Arc;

pub use crate::exchange::workbook::{Cell, CellAt, Comment, Sheet, SheetRow, Workbook};
pub use choice::{Approved, Choice, Choices, RoleWish};
pub use column::{Column, Role, Span, Sure};
pub use preview::{CellFate, Counts, Fate, Preview, RefusedCell, RowFate};
pub use question::{Answer, Ask, Percent, Question};
pub(crate) use rows::table_of;
pub use run::Progress;

use self::tables::Known;
use super::Source;
use crate::app::refusal::{Refusal, RefusalKind};
use crate::domain::period::FiscalCalendar;
use crate::domain::text::one_line;
use crate::exchange::workbook::WorkbookProblem;

/// How a sheet is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// One objective a row, periods as columns: objectives and readings in one.
    Wide,
    /// One objective a row, no readings.
    Objectives,
    /// One reading a row.
    Readings,
}

impl Layout {
    /// What the layout is called, as in "read as: ...".
    pub fn words(self) -> &'static str {
        match self {
            Layout::Wide => "one objective a row, periods as columns",
            Layout::Objectives => "one objective a row",
            Layout::Readings => "one reading a row",
        }
    }
}

/// A sheet on its way into the register.
#[derive(Clone, Debug)]
pub struct Draft {
    name: String,
    book: Arc<Workbook>,
    calendar: FiscalCalendar,
    choices: Choices,
    /// What the register has, to know rows again.
    known: Arc<[Known]>,
    shape: layout::Shape,
    questions: Vec<Question>,
}

impl Draft {
    /// Looks at a file: `name` as the person named it, the register's fiscal calendar for labels such as `FY2026-27`, the
    /// objectives of the register to know rows again.
    /// Refused where the file is no workbook, damaged or larger than any sheet of objectives.
    pub(crate) fn look(
        name: &str,
        source: &Source,
        calendar: FiscalCalendar,
        known: Vec<Known>,
    ) -> Result<Draft, Refusal> {
        let name = one_line(name).into_owned();
        let title =
            Path::new(&name).file_stem().map_or_else(|| name.clone(), |stem| stem.to_string_lossy().into_owned());
        let book = Workbook::read(source, &title).map_err(|problem| unusable(&name, &problem))?;
        let choices = Choices::default();
        let shape = layout::Shape::default();
        let (book, known) = (Arc::new(book), known.into());
        let draft = Draft { name, book, calendar, choices, known, shape, questions: Vec::new() };
        Ok(draft.seen_anew())
    }

    /// The file as the person named it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// All sheets of the file, hidden ones among them.
    pub fn sheets(&self) -> &[Sheet] {
        &self.book.sheets
    }

    /// The sheet that is looked at: the chosen one, else the first one that is shown and holds the most.
    pub fn sheet(&self) -> &Sheet {
        static NONE: Sheet = Sheet::empty();
        self.book.sheets.get(self.shape.sheet).unwrap_or(&NONE)
    }

    /// The place of a sheet by its name, in any case.
    pub fn sheet_called(&self, name: &str) -> Result<usize, Refusal> {
        let found = rows::sheet_named(self.sheets(), &self.name, name)?;
        Ok(self.sheets().iter().position(|sheet| std::ptr::eq(sheet, found)).unwrap_or(0))
    }

    /// The place of [`Draft::sheet`] among [`Draft::sheets`].
    pub fn sheet_at(&self) -> usize {
        self.shape.sheet
    }

    /// The number of the row that names the columns, from 1; 0 where no row does.
    pub fn header_row(&self) -> u32 {
        self.shape.header_row
    }

    /// Why that row is taken for the header row.
    pub fn header_why(&self) -> &str {
        &self.shape.header_why
    }

    /// How the sheet is laid out.
    pub fn layout(&self) -> Layout {
        self.shape.layout
    }

    /// The columns from A on, with what each is taken for and why.
    pub fn columns(&self) -> &[Column] {
        &self.shape.columns
    }

    /// The rows below the header row that are looked at, by number; what becomes of each is in the preview.
    pub fn rows(&self) -> &[u32] {
        &self.shape.rows
    }

    /// What has to be asked, answered questions among them.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The questions that wait for an answer: until there are none, nothing is taken over.
    pub fn open_questions(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|question| question.answer.is_none())
    }

    /// What was assumed about the file, and what in it cannot be read.
    pub fn notes(&self) -> &[String] {
        &self.book.notes
    }

    /// What was decided so far.
    pub fn choices(&self) -> &Choices {
        &self.choices
    }

    /// What a cell shows: the text typed over it, else what the sheet shows.
    pub fn shown(&self, at: CellAt) -> String {
        match self.choices.typed.get(&at) {
            Some(typed) => typed.clone(),
            None => self.sheet().cell(at).shown(),
        }
    }

    /// Whether a text was typed over the cell.
    pub fn is_edited(&self, at: CellAt) -> bool {
        self.choices.typed.contains_key(&at)
    }

    /// The fields a column may be read as, with what they are called, for a list to choose from.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        self.shape.fields().iter().map(|field| (field.name, field.name.replace('_', " "))).collect()
    }

    /// The draft after a choice. Refused where it names what is not there.
    pub fn with(mut self, choice: Choice) -> Result<Draft, Refusal> {
        self.choose(choice)?;
        Ok(self.seen_anew())
    }

    /// Everything that follows from the file and the choices.
    fn seen_anew(mut self) -> Draft {
        self.shape = layout::Shape::of(&self.book, &self.choices, self.calendar);
        self.questions = question::of(&self);
        self
    }
}

/// A file that is no workbook, as a refusal.
pub(crate) fn unusable(name: &str, problem: &WorkbookProblem) -> Refusal {
    let kind = match problem {
        WorkbookProblem::Unreadable(_) => RefusalKind::File,
        WorkbookProblem::NoWorkbook(_) => RefusalKind::Invalid,
    };
    Refusal::new(kind, format!("{name}: {problem}"))
}
