//! What stands in sight while something is answered: status in words, the last periods in one line.

use ratatui::text::{Line, Span};

use crate::app::view::Row;
use crate::domain::period::Date;
use crate::domain::register::Rules;
use crate::domain::words;
use crate::tui::theme::Theme;

/// How many periods the line of the last periods shows.
const PERIODS: usize = 12;

/// Status and freshness of an objective: `▲ at risk, measured late`.
pub fn status_words(row: &Row, theme: Theme) -> String {
    let (mark, word) = theme.status_mark(row.judgement.status);
    format!("{mark} {word}, measured {}", words::freshness(row.judgement.freshness))
}

/// The last periods in one line, gaps visible.
pub fn spark(row: &Row, rules: &Rules, today: Date, theme: Theme) -> Line<'static> {
    let standings = row.last_periods(rules, today, PERIODS);
    let marks = standings.iter().map(|(_, standing)| match standing {
        Some(standing) => theme.verdict_mark(standing.verdict).0,
        None => theme.sign("·"),
    });
    let drawn: Vec<&str> = marks.collect();
    Line::from(vec![
        Span::styled(format!(" last {} periods  ", drawn.len()), theme.quiet()),
        Span::styled(drawn.join(" "), theme.chart()),
    ])
}
