//! One line of the history: number, moment, person, what happened; at the right end what an auditor should see.

use ratatui::text::{Line, Span};

use crate::app::view::{HistoryEntry, InForce, Mark};
use crate::tui::theme::Theme;
use crate::tui::widgets::{figures, text};

/// An entry.
pub fn entry(entry: &HistoryEntry, selected: bool, theme: Theme, width: usize) -> Line<'static> {
    let mark = if selected { theme.sign("▸") } else { " " };
    let style = if selected { theme.selected() } else { theme.plain() };
    let marks = text::cut(&marks(entry), width / 4);
    let number = text::right(&entry.seq.to_string(), 5);
    let moment = if width >= 70 { entry.local.clone() } else { entry.local.get(..10).unwrap_or_default().to_owned() };
    let who = text::left(&entry.actor, if width >= 70 { 12 } else { 9 });
    let head = format!("{number}  {moment}  {who}  ");
    let end = if marks.is_empty() { 0 } else { text::width(&marks) + 2 };
    let room = width.saturating_sub(1 + text::width(&head) + end);
    let mut spans = vec![
        Span::styled(mark, theme.strong()),
        Span::styled(head, if selected { style } else { theme.quiet() }),
        Span::styled(text::left(&entry.summary, room), style),
    ];
    if !marks.is_empty() {
        spans.push(Span::raw("  "));
        spans.push(Span::styled(marks, theme.strong()));
    }
    Line::from(spans)
}

/// What stands out, in words. The set clock of a sample register is told in the detail: there every line has it.
fn marks(entry: &HistoryEntry) -> String {
    let told = entry.marks.iter().filter(|mark| **mark != Mark::ClockSet);
    told.map(|mark| match mark {
        Mark::Late(days) => format!("late {days} d"),
        Mark::Reconstructed(days) => format!("reconstructed {days} d"),
        other => other.word().to_owned(),
    })
    .collect::<Vec<_>>()
    .join(", ")
}

/// An objective that was in force.
pub fn in_force(objective: &InForce, selected: bool, theme: Theme, width: usize) -> Line<'static> {
    let mark = if selected { theme.sign("▸") } else { " " };
    let style = if selected { theme.selected() } else { theme.plain() };
    let approved = match (objective.approved_by.as_str(), objective.approved_on) {
        ("", _) => "approved by nobody named".to_owned(),
        (by, Some(day)) => format!("{by}, {}", figures::day(day)),
        (by, None) => by.to_owned(),
    };
    let end = text::cut(&approved, width / 3);
    let head =
        format!("{}  v{}  {}  ", text::left(&objective.code, 8), objective.version, text::left(&objective.target, 12));
    let room = width.saturating_sub(3 + text::width(&head) + text::width(&end));
    Line::from(vec![
        Span::styled(mark, theme.strong()),
        Span::styled(head, style),
        Span::styled(text::left(&objective.title, room), style),
        Span::raw("  "),
        Span::styled(end, theme.quiet()),
    ])
}
