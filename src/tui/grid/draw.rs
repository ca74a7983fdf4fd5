//! Draws the screen: who is in, the grid in its frame, the selected cell below it.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::text::{Line, Span};

use super::acting::writable;
use super::rows::Rows;
use super::sheet::GridSheet;
use super::{detail, heads};
use crate::tui::layout;
use crate::tui::model::Model;
use crate::tui::widgets::{pane, text};

/// What the title says where there is room for it.
const INVITES: &str = "  type a number to fill the cell";

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
        frame.render_widget(heads::tallies(shown, theme, usize::from(area.width)), area);
    }
    pane::borders(frame, areas.detail, theme, false);
    pane::borders(frame, areas.grid, theme, true);
    let progress = heads::progress(sheet, shown, place);
    let year = format!("  {}", shown.grid.year_label());
    let mut name = vec![Span::styled("Periods", theme.strong()), Span::raw(year.clone())];
    let taken = "Periods".len() + text::width(&year) + text::width(&progress) + text::width(INVITES);
    if taken + 8 <= usize::from(areas.grid.width) && writable(model).is_ok() {
        name.push(Span::styled(INVITES, theme.quiet()));
    }
    let inside = pane::title(frame, areas.grid, theme, true, name, vec![Span::raw(progress)]);
    if shown.grid.rows.is_empty() {
        let said = "No objective was in force in this year. A draft is put in force on home, and an earlier or later \
                    year is a key away.";
        return pane::lines(frame, inside, text::wrap(said, usize::from(inside.width), 4).into_iter().map(Line::raw));
    }
    let columns = shown.columns(usize::from(inside.width), place.day);
    let column = sheet.cell().map_or(place.day, |(_, cell)| cell.cell.period.end);
    heads::months(frame, inside, areas.heads, shown, &columns, column, theme);
    Rows { sheet, shown, place, columns: &columns, theme }.draw(frame, areas.rows());
    if areas.legend {
        let area = Rect { y: inside.bottom().saturating_sub(1), height: 1.min(inside.height), ..inside };
        frame.render_widget(heads::legend(theme, usize::from(area.width)), area);
    }
    detail::view(sheet, shown, frame, areas.detail, model);
}
