//! Draws the grid: who is in, the months, a line per objective, the legend. Only what is on screen is drawn.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::columns::Columns;
use super::detail;
use super::faces::{Face, sign};
use super::place::{Place, lines};
use super::sheet::{GridSheet, Shown};
use crate::app::grid::{GridCell, GridRow};
use crate::domain::grid::{Mark, State, Tally};
use crate::domain::period::{Date, Frequency};
use crate::domain::reading::Verdict;
use crate::domain::status::Status;
use crate::tui::layout;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::{figures, pane, text};

/// Where everything stands in the body.
#[derive(Clone, Copy, Debug)]
struct Areas {
    /// Who is in: one line.
    tallies: Option<Rect>,
    /// The frame of the grid.
    grid: Rect,
    /// The frame of the selected cell; it shares a line with the grid's.
    detail: Rect,
    /// Lines of the grid's frame that are no objectives, inside of it.
    heads: u16,
    /// Whether the legend has a line.
    legend: bool,
}

/// Cuts the body. Objectives keep most of the room; the selected cell has what its fields need.
fn areas(body: Rect) -> Areas {
    let tallies = (body.height >= 14).then_some(Rect { height: 1, ..body });
    let top = u16::from(tallies.is_some());
    let detail = match body.height {
        0..=10 => 4,
        11..=17 => 5,
        18..=24 => 7,
        _ => 8,
    }
    .min(body.height.saturating_sub(top + 3));
    let grid = Rect { y: body.y + top, height: body.height.saturating_sub(top + detail) + 1, ..body };
    let below = Rect { y: grid.bottom().saturating_sub(1), height: detail.max(1), ..body };
    Areas { tallies, grid, detail: below, heads: if body.height >= 14 { 2 } else { 1 }, legend: body.height >= 14 }
}

impl Areas {
    fn inside(&self) -> Rect {
        self.grid.inner(Margin::new(1, 1))
    }

    /// The lines for objectives.
    fn rows(&self) -> Rect {
        let inside = self.inside();
        let legend = u16::from(self.legend);
        Rect {
            y: inside.y + self.heads.min(inside.height),
            height: inside.height.saturating_sub(self.heads + legend),
            ..inside
        }
    }
}

/// How many lines of objectives are in sight.
pub fn height(model: &Model) -> usize {
    layout::screen(model.size).map_or(1, |screen| usize::from(areas(screen.body).rows().height))
}

/// The whole screen.
pub fn view(sheet: &GridSheet, frame: &mut Frame, body: Rect, model: &Model) {
    let theme = model.theme;
    let areas = areas(body);
    let (Some(shown), Some(place)) = (&sheet.shown, sheet.place) else {
        let inside = pane::frame(frame, body, theme, true, vec![Span::styled("Periods", theme.strong())]);
        let said = sheet.problem.clone().unwrap_or_else(|| "reading the periods".to_owned());
        return pane::lines(frame, inside, text::wrap(&said, usize::from(inside.width), 4).into_iter().map(Line::raw));
    };
    if let Some(area) = areas.tallies {
        frame.render_widget(tallies(shown, theme, usize::from(area.width)), area);
    }
    pane::borders(frame, areas.detail, theme, false);
    pane::borders(frame, areas.grid, theme, true);
    let name = vec![
        Span::styled("Periods", theme.strong()),
        Span::raw(format!("  {}", shown.grid.year_label())),
        Span::styled(if model.size.0 >= 70 { "  type a number to fill the cell" } else { "" }, theme.quiet()),
    ];
    let progress = progress(sheet, shown, place);
    let inside = pane::title(frame, areas.grid, theme, true, name, vec![Span::raw(progress)]);
    if shown.grid.rows.is_empty() {
        let said = "No objective was in force in this year. A draft is put in force on home, and an earlier or later \
                    year is a key away.";
        return pane::lines(frame, inside, text::wrap(said, usize::from(inside.width), 4).into_iter().map(Line::raw));
    }
    let columns = shown.columns(usize::from(inside.width), place.day);
    let column = sheet.cell().map_or(place.day, |(_, cell)| cell.cell.period.end);
    heads(frame, inside, areas.heads, shown, &columns, column, theme);
    rows(sheet, shown, place, &columns, frame, areas.rows(), theme);
    if areas.legend {
        let area = Rect { y: inside.bottom().saturating_sub(1), height: 1.min(inside.height), ..inside };
        frame.render_widget(legend(theme, usize::from(area.width)), area);
    }
    detail::view(sheet, shown, frame, areas.detail, model);
}

/// `Monthly  October 4 of 5 in, 1 due tomorrow     Quarterly  Q3 5 of 6 in, 1 missing`
fn tallies(shown: &Shown, theme: Theme, width: usize) -> Line<'static> {
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

/// `October: 14 of 17 in, saved 10:42`: the column the cursor stands in.
fn progress(sheet: &GridSheet, shown: &Shown, place: Place) -> String {
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
fn heads(frame: &mut Frame, inside: Rect, lines: u16, shown: &Shown, columns: &Columns, cursor: Date, theme: Theme) {
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

fn rows(
    sheet: &GridSheet,
    shown: &Shown,
    place: Place,
    columns: &Columns,
    frame: &mut Frame,
    area: Rect,
    theme: Theme,
) {
    let all = lines(&shown.grid, usize::from(area.height));
    let mut kept = place;
    kept.keep(&shown.grid, usize::from(area.height));
    for (y, line) in (area.y..area.bottom()).zip(all.into_iter().skip(kept.top)) {
        let Some(at) = line else { continue };
        let room = Rect { y, height: 1, ..area };
        row(sheet, shown, at, place, columns, frame, room, theme);
    }
}

#[expect(clippy::too_many_arguments, reason = "a line is drawn from what is shown, where, and how")]
fn row(
    sheet: &GridSheet,
    shown: &Shown,
    at: usize,
    place: Place,
    columns: &Columns,
    frame: &mut Frame,
    area: Rect,
    theme: Theme,
) {
    let row = &shown.grid.rows[at];
    let selected = at == place.row;
    let name_style = if selected { theme.strong() } else { theme.plain() };
    let indent = " ".repeat(row.depth.min(3));
    let mut spans = vec![
        Span::styled(if selected { theme.sign("▸") } else { " " }, theme.strong()),
        Span::raw(" "),
        Span::styled(text::left(&format!("{indent}{}", row.code()), columns.code), name_style),
        Span::raw(" "),
    ];
    if columns.title > 0 {
        spans.push(Span::styled(text::left(&row.objective.definition.title, columns.title - 1), name_style));
        spans.push(Span::raw(" "));
    }
    if columns.target > 0 {
        spans.push(Span::styled(text::right(&shown.targets[at], columns.target - 1), theme.quiet()));
    }
    frame.render_widget(Line::from(spans), area);
    for month in columns.months.clone() {
        let period = shown.grid.months[month];
        let Some((nth, cell)) = in_month(row, period.start, period.end, selected.then_some(place.day)) else {
            continue;
        };
        let Some(x) = columns.at(area, month) else { continue };
        let here = selected && cell.cell.period.contains(place.day);
        let face = shown.faces.get(at, nth).cloned().unwrap_or_default();
        let width = (columns.month as u16 - 1).min(area.right().saturating_sub(x));
        let room = Rect { x, width, ..area };
        match sheet.entry.as_ref().filter(|entry| here && entry.is_about(row.code(), cell.cell.period)) {
            Some(entry) if !entry.not_measured => {
                let typed = entry.field(super::entry::Part::Value);
                let (said, caret) = typed.window(width);
                frame.render_widget(
                    Line::styled(text::left(&said, usize::from(width)), theme.selected().patch(theme.strong())),
                    room,
                );
                if entry.part == super::entry::Part::Value && width > 0 {
                    frame.set_cursor_position((x + caret, area.y));
                }
            }
            _ => {
                let busy = sheet.saving.holds(row.code(), cell.cell.period);
                let line = cell_line(&cell.cell.state, &face, shown, busy, here, theme);
                frame.render_widget(line, room);
                if here && sheet.entry.is_none() && width > 0 {
                    frame.set_cursor_position((x, area.y));
                }
            }
        }
    }
}

/// The cell of a row that stands in a month's column: of several weeks the one under the cursor, else the first that
/// waits, else the last that has begun.
fn in_month(row: &GridRow, start: Date, end: Date, cursor: Option<Date>) -> Option<(usize, &GridCell)> {
    let inside: Vec<(usize, &GridCell)> = row
        .cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| start <= cell.cell.period.end && cell.cell.period.end <= end)
        .collect();
    let under = cursor.and_then(|day| inside.iter().find(|(_, cell)| cell.cell.period.contains(day)));
    let waits = inside.iter().find(|(_, cell)| cell.cell.state.waits());
    let begun = inside.iter().rev().find(|(_, cell)| cell.cell.state != State::Ahead);
    under.or(waits).or(begun).or(inside.last()).copied()
}

fn cell_line(state: &State, face: &Face, shown: &Shown, busy: bool, here: bool, theme: Theme) -> Line<'static> {
    let (mark, _) = state.words();
    let mark = if busy { "…" } else { mark };
    let number = format!("{}{}", text::right(&face.whole, shown.faces.whole), text::left(&face.rest, shown.faces.rest));
    let quiet = matches!(state, State::Running | State::Ahead | State::NotExpected | State::Due);
    let over = if here { theme.selected() } else { Style::new() };
    let figure = if quiet { theme.quiet() } else { theme.plain() };
    Line::from(vec![
        Span::styled(theme.sign(mark).to_owned(), if here { over } else { style(*state, theme) }),
        Span::styled(number, figure.patch(over)),
        Span::styled(text::left(face.sign, 1), over),
    ])
}

/// The look of a mark.
pub fn style(state: State, theme: Theme) -> Style {
    match state {
        State::Met | State::OnPace => theme.verdict(Verdict::Met),
        State::Close | State::Behind => theme.verdict(Verdict::Near),
        State::NotMet | State::FarBehind => theme.verdict(Verdict::NotMet),
        State::Missing => theme.status(Status::Unknown),
        State::Due => theme.strong(),
        State::Running | State::Ahead | State::NotExpected => theme.quiet(),
        State::NoneToCount | State::Unjudged => theme.plain(),
    }
}

/// What the marks mean, as much of it as has room.
fn legend(theme: Theme, width: usize) -> Line<'static> {
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
            (Span::styled(theme.sign(state.words().0), style(state, theme)), short.to_owned())
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
