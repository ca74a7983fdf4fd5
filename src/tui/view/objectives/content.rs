//! What each column of the list says, and how wide that is over the whole register.

use std::borrow::Cow;

use crate::app::view::{Overview, Row};
use crate::domain::objective::Lifecycle;
use crate::domain::period::Date;
use crate::domain::register::Rules;
use crate::domain::status::why::why;
use crate::tui::theme::Theme;
use crate::tui::widgets::{figures, sparkline, text};

/// What a column shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Mark and word.
    Status,
    /// The code.
    Code,
    /// The title.
    Title,
    /// The last value.
    Last,
    /// The target.
    Target,
    /// The last periods as a sparkline.
    Periods,
    /// When it was measured last, and what is late.
    Measured,
    /// The due date.
    Due,
    /// Who answers for it.
    Owner,
    /// The worst of its children.
    Worst,
    /// Why it stands where it stands.
    Why,
}

impl Column {
    /// In the order they stand.
    pub const ORDER: [Column; 11] = [
        Column::Status,
        Column::Code,
        Column::Title,
        Column::Last,
        Column::Target,
        Column::Periods,
        Column::Measured,
        Column::Due,
        Column::Owner,
        Column::Worst,
        Column::Why,
    ];

    /// Its head.
    pub fn heading(self, periods: usize) -> &'static str {
        match self {
            Column::Status | Column::Code => "",
            Column::Title => "Objective",
            Column::Last => "last",
            Column::Target => "target",
            Column::Periods if periods == 12 => "12 periods",
            Column::Periods if periods > 12 => "15 periods",
            Column::Periods => "trend",
            Column::Measured => "measured",
            Column::Due => "due",
            Column::Owner => "owner",
            Column::Worst => "worst child",
            Column::Why => "why",
        }
    }

    /// No text is worth more cells than this in a column; the rest stands in the panes.
    fn most(self) -> usize {
        match self {
            Column::Code => 12,
            Column::Target => 18,
            _ => 16,
        }
    }
}

/// What the columns are made from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Settings in force.
    pub rules: &'a Rules,
    /// The day judged.
    pub as_of: Date,
    /// The look.
    pub theme: Theme,
    /// How many periods a sparkline shows.
    pub periods: usize,
}

impl Source<'_> {
    /// What a column says of an objective.
    pub fn content<'r>(&self, column: Column, row: &'r Row) -> Cow<'r, str> {
        let definition = &row.objective.definition;
        let draft = row.objective.lifecycle == Lifecycle::Draft;
        match column {
            Column::Status => {
                let (mark, word) = self.theme.status_mark(row.judgement.status);
                format!("{mark} {word}").into()
            }
            Column::Code => row.code().into(),
            // The same sign as on the title line, which counts these changes behind the edition.
            Column::Title if row.waits_beside_force() => format!("+ {}", definition.title).into(),
            Column::Title => definition.title.as_str().into(),
            Column::Last if draft && row.trail.recent.is_empty() => self.theme.sign("–").into(),
            Column::Last => figures::last_value(row).into(),
            Column::Target => figures::target(definition, self.theme).into(),
            Column::Periods => sparkline::of_row(row, self.rules, self.as_of, self.periods, self.theme).into(),
            Column::Measured if draft => self.theme.sign("–").into(),
            Column::Measured => figures::measured(row, self.rules, self.as_of).into(),
            Column::Due => figures::due(row, self.as_of).into(),
            Column::Owner => definition.owner.as_str().into(),
            Column::Worst => match &row.worst_child {
                Some(child) => format!("{} {}", self.theme.status_mark(child.status).0, child.code).into(),
                None => "".into(),
            },
            Column::Why => why(&row.objective, &row.judgement, row.calendar(self.rules)).into(),
        }
    }
}

/// How wide the columns' contents are. Measured once per overview: a key must not look at every objective.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Widths {
    /// The longest title.
    pub title: usize,
    cells: Vec<(Column, usize)>,
}

impl Widths {
    /// Over every objective.
    pub fn of(overview: &Overview, theme: Theme) -> Widths {
        let source = Source { rules: &overview.rules, as_of: overview.as_of, theme, periods: 1 };
        let widest = |column: Column, most: usize| {
            let mut widest = 0;
            for row in &overview.rows {
                widest = text::width(&source.content(column, row)).max(widest);
                if widest >= most {
                    return most;
                }
            }
            widest
        };
        let measured =
            Column::ORDER.into_iter().filter(|c| !matches!(c, Column::Title | Column::Why | Column::Periods));
        Widths {
            title: widest(Column::Title, usize::MAX),
            cells: measured.map(|column| (column, widest(column, column.most()))).collect(),
        }
    }

    /// Cells a column asks for; 0 where it would be empty.
    pub fn of_column(&self, column: Column, periods: usize) -> usize {
        let heading = text::width(column.heading(periods));
        match self.cells.iter().find(|(other, _)| *other == column) {
            Some((_, 0)) => 0,
            Some((_, cells)) => (*cells).max(heading),
            None => heading,
        }
    }
}
