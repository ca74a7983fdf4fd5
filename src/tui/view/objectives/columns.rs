//! The columns of the list: each has a priority, and where room is short the least important ones go.

use ratatui::text::{Line, Span};

use super::content::{Column, Source, Widths};
use crate::app::view::{Overview, Row};
use crate::tui::theme::Theme;
use crate::tui::widgets::text;

/// In the order they go.
const FIRST_TO_GO: [Column; 8] = [
    Column::Why,
    Column::Worst,
    Column::Owner,
    Column::Due,
    Column::Periods,
    Column::Target,
    Column::Measured,
    Column::Last,
];

/// A title below this says nothing.
const LEAST_TITLE: usize = 22;
/// Where there is room, titles come before the columns that only add.
const GOOD_TITLE: usize = 36;
/// A reason below this says nothing.
const LEAST_REASON: usize = 30;
/// The selection marker.
const MARKER: usize = 1;

/// The columns that have room, with their widths.
pub struct Columns<'a> {
    shown: Vec<(Column, usize)>,
    gap: usize,
    source: Source<'a>,
}

impl<'a> Columns<'a> {
    /// The columns for a list `width` cells wide.
    pub fn fitting(overview: &'a Overview, widths: &Widths, width: usize, theme: Theme) -> Columns<'a> {
        let narrow = width < 112;
        let periods = match width {
            0..92 => 6,
            92..170 => 12,
            _ => 15,
        };
        let gap = if narrow { 1 } else { 2 };
        let least_title = if narrow { LEAST_TITLE } else { widths.title.clamp(LEAST_TITLE, GOOD_TITLE) };
        let mut shown: Vec<(Column, usize)> = Column::ORDER
            .into_iter()
            .map(|column| match column {
                Column::Title => (column, least_title),
                Column::Periods if theme.linear => (column, 0),
                Column::Periods => (column, periods.max(text::width(column.heading(periods)))),
                Column::Why => (column, LEAST_REASON),
                _ => (column, widths.of_column(column, periods)),
            })
            .filter(|(_, cells)| *cells > 0)
            .collect();
        let taken = |shown: &[(Column, usize)]| MARKER + shown.iter().map(|(_, cells)| cells + gap).sum::<usize>();
        for column in FIRST_TO_GO {
            if taken(&shown) <= width + gap {
                break;
            }
            shown.retain(|(other, _)| *other != column);
        }
        // Where even the last columns leave too little, the title gives way with an ellipsis.
        let lacking = taken(&shown).saturating_sub(width + gap);
        for (_, cells) in shown.iter_mut().filter(|(column, _)| *column == Column::Title) {
            *cells = cells.saturating_sub(lacking);
        }
        let spare = (width + gap).saturating_sub(taken(&shown));
        spread(&mut shown, spare, widths.title.saturating_sub(least_title));
        let source = Source { rules: &overview.rules, as_of: overview.as_of, theme, periods };
        Columns { shown, gap, source }
    }

    /// The line of column heads.
    pub fn heading(&self) -> Line<'static> {
        let theme = self.source.theme;
        let heads = self.shown.iter().map(|(column, cells)| {
            let head = aligned(*column, column.heading(self.source.periods), *cells);
            Span::styled(format!("{head}{}", " ".repeat(self.gap)), theme.quiet())
        });
        [Span::raw(" ".repeat(MARKER))].into_iter().chain(heads).collect()
    }

    /// One objective.
    pub fn line(&self, row: &Row, selected: bool) -> Line<'static> {
        let theme = self.source.theme;
        let marker = if selected { theme.sign("▸") } else { " " };
        let last = self.shown.len().saturating_sub(1);
        let cells = self.shown.iter().enumerate().flat_map(|(at, (column, cells))| {
            let content = aligned(*column, &self.source.content(*column, row), *cells);
            let gap = " ".repeat(if at == last { 0 } else { self.gap });
            let style = match column {
                _ if selected => theme.strong(),
                Column::Status => return self.status(row, &content, gap),
                Column::Periods => theme.chart(),
                Column::Last => theme.strong(),
                _ => theme.plain(),
            };
            vec![Span::styled(format!("{content}{gap}"), style)]
        });
        [Span::styled(marker, theme.strong())].into_iter().chain(cells).collect()
    }

    /// The mark in its colour, the word beside it.
    fn status(&self, row: &Row, content: &str, gap: String) -> Vec<Span<'static>> {
        let (theme, status) = (self.source.theme, row.judgement.status);
        let (mark, word) = content.split_once(' ').unwrap_or((content, ""));
        vec![
            Span::styled(mark.to_owned(), theme.status(status)),
            Span::styled(format!(" {word}{gap}"), theme.status_word(status)),
        ]
    }
}

/// Figures stand at the right, everything else at the left.
fn aligned(column: Column, content: &str, cells: usize) -> String {
    if column == Column::Last { text::right(content, cells) } else { text::left(content, cells) }
}

/// Gives what is left to the title, as far as titles need it, then to the reason.
fn spread(shown: &mut [(Column, usize)], spare: usize, title_needs: usize) {
    let has_reason = shown.iter().any(|(column, _)| *column == Column::Why);
    let to_title = if has_reason { spare.min(title_needs) } else { spare };
    for (column, cells) in shown {
        match column {
            Column::Title => *cells += to_title,
            Column::Why => *cells += spare - to_title,
            _ => {}
        }
    }
}
