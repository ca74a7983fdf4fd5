//! What stands over and under the grid: who is in, how far the month is, quarters and months, what the marks mean.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::columns::Columns;
use super::faces::{look, sign};
use super::place::Place;
use super::sheet::{GridSheet, Shown};
use crate::domain::grid::{Mark, State, Tally};
use crate::domain::period::{Date, Frequency};
use crate::tui::theme::Theme;
use crate::tui::widgets::{figures, text};

/// `Monthly  October 4 of 5 in, 1 due tomorrow     Quarterly  Q3 5 of 6 in, 1 missing`
pub fn tallies(shown: &Shown, theme: Theme, width: usize) -> Line<'static> {
    let mut spans = vec![Span::raw(" ")];
    let mut used = 1;
    for tally in &shown.grid.tallies {
        let (rhythm, said) = tally_words(shown, tally);
        let cells = text::width(&rhythm) + 2 + text::width(&said) + 5;
        if used + cells > width + 5 {
            break;
        }
        used += cells;
        spans.push(Span::styled(rhythm, theme.strong()));
        spans.push(Span::raw(format!("  {said}     ")));
    }
    Line::from(spans)
}

fn tally_words(shown: &Shown, tally: &Tally) -> (String, String) {
    let grid = &shown.grid;
    let word = tally.frequency.word();
    let rhythm = word[..1].to_uppercase() + &word[1..];
    let period = match tally.frequency {
        Frequency::M => tally.period.end.format("%B").to_string(),
        frequency => figures::short_period(grid.rules.calendar, frequency, tally.period, grid.as_of),
    };
    let mut said = format!("{period} {} of {} in", tally.entered, tally.expected);
    if let Some((count, last_day)) = tally.due {
        let when = match (last_day - grid.as_of).num_days() {
            0 => "today".to_owned(),
            1 => "tomorrow".to_owned(),
            _ => format!("by {}", figures::short_day(last_day, grid.as_of)),
        };
        said.push_str(&format!(", {count} due {when}"));
    }
    if tally.missing > 0 {
        said.push_str(&format!(", {} missing", tally.missing));
    }
    (rhythm, said)
}

/// `October 14 of 17 entered, saved 10:42`: the month the cursor stands in.
pub fn progress(sheet: &GridSheet, shown: &Shown, place: Place) -> String {
    let grid = &shown.grid;
    let Some(month) = grid.months.iter().find(|month| month.contains(place.day)) else { return String::new() };
    let cells = grid.rows.iter().flat_map(|row| row.cells.iter().map(|cell| &cell.cell));
    let wanted = cells.filter(|cell| {
        month.contains(cell.period.end)
            && cell.fulfilled.is_none()
            && !matches!(cell.state, State::NotExpected | State::Ahead)
    });
    let (mut entered, mut expected) = (0, 0);
    for cell in wanted {
        expected += 1;
        entered += usize::from(cell.standing.is_some());
    }
    let saved = sheet.saving.saved_at.as_ref().map(|at| format!(", saved {at}")).unwrap_or_default();
    format!("{} {entered} of {expected} entered{saved}", month.end.format("%B"))
}

/// Quarters and months over their columns.
pub fn months(
    frame: &mut Frame,
    inside: Rect,
    lines: u16,
    shown: &Shown,
    columns: &Columns,
    cursor: Date,
    theme: Theme,
) {
    let grid = &shown.grid;
    let faces = &shown.faces;
    let quarters = grid.rules.calendar.rhythm(Frequency::Q);
    let put = |frame: &mut Frame, x: u16, y: u16, said: String, style: Style| {
        let width = (text::width(&said) as u16).min(inside.right().saturating_sub(x));
        if y < inside.bottom() && width > 0 {
            frame.render_widget(Line::styled(said, style), Rect { x, y, width, height: 1 });
        }
    };
    let months_y = inside.y + lines - 1;
    if columns.target > 0 {
        let said = text::right("target", columns.target - 1);
        put(frame, inside.x + (columns.names() - columns.target) as u16, months_y, said, theme.quiet());
    }
    for month in columns.months.clone() {
        let Some(x) = columns.at(inside, month) else { continue };
        let period = grid.months[month];
        let quarter = quarters.containing(period.start);
        let begins = quarter.start == period.start;
        if begins || month == columns.months.start {
            let label = grid.rules.calendar.period_label(Frequency::Q, quarter);
            let label = label.split(' ').find(|part| part.starts_with('Q')).unwrap_or_default().to_owned();
            if lines > 1 {
                put(frame, x, inside.y, label, theme.quiet());
            }
            if begins && month > columns.months.start {
                for y in inside.y..=months_y {
                    put(frame, x - 1, y, theme.sign("│").to_owned(), theme.frame());
                }
            }
        }
        let name = text::right(&period.end.format("%b").to_string(), 1 + faces.whole);
        let style = if period.contains(cursor) { theme.strong() } else { theme.quiet() };
        put(frame, x, months_y, name, style);
    }
}

/// What the marks mean, as much of it as has room.
pub fn legend(theme: Theme, width: usize) -> Line<'static> {
    let states = [
        (State::Met, "met, on pace"),
        (State::Close, "close, behind"),
        (State::NotMet, "not met, far behind"),
        (State::Missing, "missing"),
        (State::Due, "due"),
        (State::NoneToCount, "none to count"),
        (State::Running, "running"),
        (State::NotExpected, "not expected"),
    ];
    let marks = [(Mark::Late, "late"), (Mark::Corrected, "corrected"), (Mark::Explained, "not measured")];
    let full: Vec<(Span<'static>, String)> = states
        .into_iter()
        .map(|(state, long)| {
            let short = if width >= 120 { long } else { state.words().1 };
            (Span::styled(theme.sign(state.words().0), look(state, theme)), short.to_owned())
        })
        .chain(marks.into_iter().map(|(mark, word)| (Span::raw(sign(mark)), word.to_owned())))
        .collect();
    let mut spans = vec![Span::raw("  ")];
    let mut used = 2;
    for (mark, word) in full {
        let cells = text::width(&word) + 4;
        if used + cells > width + 2 {
            break;
        }
        used += cells;
        spans.extend([mark, Span::styled(format!(" {word}  "), theme.quiet())]);
    }
    Line::from(spans)
}
