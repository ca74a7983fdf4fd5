//! The page of the objectives: one line each with the year's result and the answer, the selected one in full below.

use ratatui::text::{Line, Span};

use super::draw::labelled;
use crate::app::view::{Keeping, Stop};
use crate::domain::status::phrase::day;
use crate::domain::words;
use crate::tui::theme::Theme;
use crate::tui::widgets::text;

/// One objective; `pending` while its answer is on its way to the disk.
pub fn line(stop: &Stop, pending: bool, selected: bool, theme: Theme, width: usize) -> Line<'static> {
    let mark = if selected { theme.sign("▸") } else { " " };
    let style = if selected { theme.selected() } else { theme.plain() };
    let (sign, word) = theme.status_mark(stop.result.status);
    let answer = match (&stop.line, pending) {
        (_, true) => "…",
        (Some(line), _) => words::refresh_answer(line.answer),
        (None, _) => "",
    };
    let year = if width >= 76 { text::left(&stop.result.in_words(), width / 4) } else { String::new() };
    let room = width.saturating_sub(1 + 8 + 1 + 13 + text::width(&year) + 2 + 9);
    Line::from(vec![
        Span::styled(mark, theme.strong()),
        Span::styled(text::left(&stop.code, 8), style),
        Span::styled(text::left(&stop.title, room), style),
        Span::raw(" "),
        Span::styled(sign, theme.status(stop.result.status)),
        Span::raw(text::left(&format!(" {word}"), 12)),
        Span::styled(year, theme.quiet()),
        Span::raw("  "),
        Span::styled(text::left(answer, 9), theme.good()),
    ])
}

/// What stands behind it.
pub fn detail(stop: &Stop, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let title = format!("{}  {}", stop.code, stop.title);
    let mut lines = vec![Line::styled(text::cut(&title, width), theme.strong())];
    let due = stop.due.map(|due| format!(" by {}", day(due))).unwrap_or_default();
    let (_, status) = words::status(stop.result.status);
    let values = stop.result.values.join("  ");
    let given = stop.line.as_ref().map(|line| {
        let successor = if line.successor.is_empty() { String::new() } else { format!(" by {}", line.successor) };
        format!("{}{successor}: {}", words::refresh_answer(line.answer), line.reason)
    });
    let keeping = match &stop.keeping {
        Keeping::Stays => String::new(),
        Keeping::Moves(what) => what.clone(),
        Keeping::NeedsForm(why) => why.clone(),
    };
    for (label, said) in [
        ("target", format!("{}{due}", stop.target)),
        ("owner", stop.owner.clone()),
        ("serves", stop.serves.join(", ")),
        ("the year", stop.result.in_words()),
        ("values", values),
        ("stands", format!("{status}: {}", stop.result.why)),
        ("keeping", keeping),
        ("draft", stop.draft.map(|number| format!("version {number} waits for approval")).unwrap_or_default()),
        ("answer", given.unwrap_or_default()),
    ] {
        lines.extend(labelled(label, &said, theme, width));
    }
    lines
}
