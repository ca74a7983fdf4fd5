//! Which columns the cascade has room for: they drop, they never shrink.

use crate::app::view::Row;
use crate::domain::period::Date;
use crate::tui::theme::Theme;
use crate::tui::widgets::figures;

/// One of the columns beside the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Organization, function, team.
    Level,
    /// The function that pursues it.
    Function,
    /// The one who answers for it.
    Owner,
    /// The status in a word.
    Status,
    /// The last value.
    Last,
    /// What it is held against.
    Target,
    /// By when.
    Due,
}

impl Column {
    const ALL: [Column; 7] =
        [Column::Level, Column::Function, Column::Owner, Column::Status, Column::Last, Column::Target, Column::Due];

    /// In the order in which they have room.
    const WORTH: [Column; 7] =
        [Column::Status, Column::Last, Column::Target, Column::Owner, Column::Due, Column::Function, Column::Level];

    /// The heading.
    pub fn name(self) -> &'static str {
        match self {
            Column::Level => "level",
            Column::Function => "function",
            Column::Owner => "owner",
            Column::Status => "status",
            Column::Last => "last",
            Column::Target => "target",
            Column::Due => "due",
        }
    }

    /// Cells it takes.
    pub fn cells(self) -> usize {
        match self {
            Column::Level | Column::Target => 12,
            Column::Function => 16,
            Column::Owner => 13,
            Column::Status => 11,
            Column::Last | Column::Due => 9,
        }
    }

    /// Whether it is a figure, written at the right.
    pub fn is_figure(self) -> bool {
        matches!(self, Column::Last | Column::Target)
    }

    /// What it says about an objective.
    pub fn said(self, row: &Row, today: Date, theme: Theme) -> String {
        let definition = &row.objective.definition;
        match self {
            Column::Level => definition.level.map(|level| level.word().to_owned()).unwrap_or_default(),
            Column::Function => definition.function.clone(),
            Column::Owner if definition.owner.trim().is_empty() => "nobody".to_owned(),
            Column::Owner => definition.owner.clone(),
            Column::Status => theme.status_mark(row.judgement.status).1.to_owned(),
            Column::Last => figures::last_value(row),
            Column::Target => figures::target(definition, theme),
            Column::Due => figures::due(row, today),
        }
    }
}

/// The columns that fit beside a tree that keeps `least` cells, from left to right.
pub fn fitting(width: usize, least: usize) -> Vec<Column> {
    let mut left = width.saturating_sub(least);
    let mut kept: Vec<Column> = Vec::new();
    for column in Column::WORTH {
        if column.cells() + 2 > left {
            break;
        }
        left -= column.cells() + 2;
        kept.push(column);
    }
    Column::ALL.into_iter().filter(|column| kept.contains(column)).collect()
}
