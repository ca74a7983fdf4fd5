//! The lines of the list: whose register, how it stands, where it lies.

use ratatui::text::{Line, Span};

use crate::app::registers::{Entry, Standing, shown_path};
use crate::domain::status::phrase::day;
use crate::domain::words;
use crate::domain::words::counted;
use crate::tui::theme::Theme;
use crate::tui::widgets::text;

/// Two lines for one register: whose it is with its standing, and where it lies.
pub fn entry(entry: &Entry, selected: bool, theme: Theme, width: usize) -> [Line<'static>; 2] {
    let mark = if selected { theme.sign("▸") } else { " " };
    let style = if selected { theme.selected() } else { theme.strong() };
    let name = if entry.organization.is_empty() { "no name known" } else { &entry.organization };
    let cells = (width / 3).clamp(12, 34).min(width.saturating_sub(2));
    let mut first =
        vec![Span::styled(mark, theme.strong()), Span::styled(text::left(name, cells), style), Span::raw("  ")];
    first.extend(standing(entry, theme, width.saturating_sub(cells + 3)));
    let opened = entry.opened.map(|opened| format!("  opened {}", day(opened))).unwrap_or_default();
    let path = text::cut(&shown_path(&entry.path), width.saturating_sub(3 + text::width(&opened)));
    [Line::from(first), Line::styled(format!("   {path}{opened}"), theme.quiet())]
}

/// The counts as far as they have room, or why the register cannot be read.
fn standing(entry: &Entry, theme: Theme, room: usize) -> Vec<Span<'static>> {
    let standing = match &entry.standing {
        Ok(standing) => standing,
        Err(refusal) => return vec![Span::styled(text::cut(&refusal.message, room), theme.bad())],
    };
    let mut spans = Vec::new();
    let mut used = 0;
    for (part, style) in parts(standing, theme) {
        let cells = text::width(&part) + 3;
        if used + cells > room + 3 {
            break;
        }
        used += cells;
        spans.push(Span::styled(part, style));
        spans.push(Span::raw("   "));
    }
    spans
}

fn parts(standing: &Standing, theme: Theme) -> Vec<(String, ratatui::style::Style)> {
    let mut parts = Vec::new();
    for (status, count) in &standing.statuses {
        let (mark, word) = words::status(*status);
        parts.push((format!("{} {count} {word}", theme.sign(mark)), theme.status_word(*status)));
    }
    if parts.is_empty() {
        parts.push(("no objective yet".to_owned(), theme.quiet()));
    }
    if standing.waiting > 0 {
        parts.insert(parts.len().min(2), (counted(standing.waiting, "reading waits", "readings wait"), theme.strong()));
    }
    if let Some(next) = standing.next_review {
        parts.push((format!("review {}", day(next)), theme.quiet()));
    }
    parts
}
