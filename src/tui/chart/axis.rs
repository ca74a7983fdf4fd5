//! The figures at the left of a chart and the names below it: nothing overlaps, whatever the width.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::column::Column;
use super::plot::{Ground, Plot, put};
use crate::tui::theme::Theme;
use crate::tui::widgets::chart::tidy;
use crate::tui::widgets::text;

/// From this height on a line separates the names from the chart.
const RULE_FROM: u16 = 12;

/// From this height on the years stand below the names.
const YEARS_FROM: u16 = 9;

/// Rows below the plot.
pub(super) fn rows(height: u16, columns: &[Column]) -> u16 {
    let years = height >= YEARS_FROM && columns.iter().any(|column| !column.year.is_empty());
    1 + u16::from(years) + u16::from(height >= RULE_FROM)
}

/// Highest, target and lowest figure with their rows; the unit beside them where it is short.
pub(super) fn figures(
    (low, high): (f64, f64),
    target: Option<f64>,
    rows: u16,
    unit: &str,
    width: u16,
    row: impl Fn(f64) -> u16,
) -> Vec<(u16, String)> {
    let short = text::width(unit) <= 2 && !unit.is_empty() && width >= 60;
    let mut figures: Vec<(u16, String)> = Vec::new();
    for figure in target.into_iter().chain([high, low]) {
        let row = row(figure).min(rows.saturating_sub(1));
        if figures.iter().all(|(taken, _)| taken.abs_diff(row) > 1) {
            let number = tidy(figure, high - low);
            figures.push((row, if short { format!("{number} {unit}") } else { number }));
        }
    }
    figures
}

/// Cells they take, with the blank behind them.
pub(super) fn margin(figures: &[(u16, String)]) -> u16 {
    figures.iter().map(|(_, said)| text::width(said) as u16 + 1).max().unwrap_or(0).min(12)
}

/// Writes them to the left of the plot.
pub(super) fn write_figures(figures: &[(u16, String)], area: Rect, margin: u16, buffer: &mut Buffer, theme: Theme) {
    for (row, said) in figures {
        let said = text::right(said, usize::from(margin.saturating_sub(1)));
        put(buffer, area, (area.x, area.y + row), &said, theme.quiet());
    }
}

/// The line below the plot with a tick where a quarter begins, then the names, then the years.
pub(super) fn write_names(plot: &Plot, ground: &Ground, below: u16, buffer: &mut Buffer) {
    let theme = plot.theme;
    let Rect { x, width, .. } = ground.plot;
    let mut y = ground.plot.bottom();
    let room = Rect { x, y, width, height: below };
    if below == 3 || (below == 2 && plot.columns.iter().all(|column| column.year.is_empty())) {
        rule(plot, ground, room, buffer);
        y += 1;
    }
    let columns = &plot.columns[ground.first..ground.first + ground.shown];
    let mut taken = vec![false; usize::from(width) + 1];
    for at in in_order_of_worth(columns, plot.cursor.checked_sub(ground.first)) {
        let here = plot.cursor == ground.first + at;
        let middle = usize::from(ground.middle(at) - x);
        let fits = |name: &&String| {
            let cells = text::width(name);
            let start = middle.saturating_sub((cells - 1) / 2).min(usize::from(width).saturating_sub(cells));
            let (from, until) = (start.saturating_sub(1), (start + cells + 1).min(taken.len()));
            (cells <= ground.cells.saturating_sub(1) || cells <= 2 || here)
                && taken[from..until].iter().all(|taken| !taken)
        };
        let Some(name) = columns[at].names.iter().filter(|name| !name.is_empty()).find(fits) else { continue };
        let cells = text::width(name);
        let start = middle.saturating_sub((cells - 1) / 2).min(usize::from(width).saturating_sub(cells));
        taken[start..start + cells].iter_mut().for_each(|cell| *cell = true);
        let style = if here { theme.selected().add_modifier(Modifier::BOLD) } else { theme.quiet() };
        put(buffer, room, (x + start as u16, y), name, style);
    }
    years(columns, ground, Rect { y: y + 1, height: below.saturating_sub(y + 1 - room.y), ..room }, buffer, theme);
}

/// The one under the cursor, the ends, where quarters begin, the others.
fn in_order_of_worth(columns: &[Column], cursor: Option<usize>) -> Vec<usize> {
    let last = columns.len().saturating_sub(1);
    let ticks = (0..columns.len()).filter(|at| columns[*at].tick);
    let mut order: Vec<usize> = Vec::new();
    for at in cursor.into_iter().chain([last, 0]).chain(ticks).chain(0..columns.len()) {
        if at < columns.len() && !order.contains(&at) {
            order.push(at);
        }
    }
    order
}

/// A line with a tick where a quarter begins; an arrow where there is more.
fn rule(plot: &Plot, ground: &Ground, room: Rect, buffer: &mut Buffer) {
    let theme = plot.theme;
    let (flat, up) = if theme.ascii { ("-", "+") } else { ("─", "┴") };
    put(buffer, room, (room.x, room.y), &flat.repeat(usize::from(room.width)), theme.quiet());
    for at in (0..ground.shown).filter(|at| plot.columns[ground.first + at].tick) {
        put(buffer, room, (ground.middle(at), room.y), up, theme.quiet());
    }
    if ground.first > 0 {
        put(buffer, room, (room.x, room.y), if theme.ascii { "<" } else { "←" }, theme.strong());
    }
    if ground.first + ground.shown < plot.columns.len() {
        put(
            buffer,
            room,
            (room.right().saturating_sub(1), room.y),
            if theme.ascii { ">" } else { "→" },
            theme.strong(),
        );
    }
}

fn years(columns: &[Column], ground: &Ground, room: Rect, buffer: &mut Buffer, theme: Theme) {
    let mut free = room.x;
    for (at, column) in columns.iter().enumerate().filter(|(_, column)| !column.year.is_empty()) {
        let start = ground.middle(at);
        let cells = text::width(&column.year) as u16;
        if room.height > 0 && start >= free && start + cells <= room.right() {
            put(buffer, room, (start, room.y), &column.year, theme.quiet());
            free = start + cells + 1;
        }
    }
}
