//! What stands in sight while something is answered: status in words, the last periods in one line.

use ratatui::text::{Line, Span};

use crate::app::view::Row;
use crate::domain::period::Date;
use crate::domain::register::Rules;
use crate::domain::words;
use crate::tui::theme::Theme;
use crate::tui::widgets::sparkline;

/// How many periods the line of the last periods shows.
const PERIODS: usize = 12;

/// Status and freshness of an objective: `▲ at risk, measured late`.
pub fn status_words(row: &Row, theme: Theme) -> String {
    let (mark, word) = theme.status_mark(row.judgement.status);
    format!("{mark} {word}, measured {}", words::freshness(row.judgement.freshness))
}

/// The last periods in one line, gaps visible.
pub fn spark(row: &Row, rules: &Rules, today: Date, theme: Theme) -> Line<'static> {
    let drawn = sparkline::of_row(row, rules, today, PERIODS, theme);
    if drawn.is_empty() {
        return Line::default();
    }
    Line::from(vec![
        Span::styled(format!(" last {PERIODS} periods  "), theme.quiet()),
        Span::styled(drawn, theme.chart()),
    ])
}
