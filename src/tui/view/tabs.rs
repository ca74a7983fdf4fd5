//! Titles of the lower panes: where only one of them has room, its title names the others too.

use ratatui::text::Span;

use crate::tui::home::Pane;
use crate::tui::layout::Panes;
use crate::tui::model::Model;
use crate::tui::widgets::text;

/// The title of a lower pane.
pub fn title(model: &Model, panes: &Panes, pane: Pane) -> Vec<Span<'static>> {
    let theme = model.theme;
    let mut spans = if panes.tabs { names(model, pane) } else { vec![Span::styled(pane.name(), theme.strong())] };
    let Some(row) = model.selected_row() else { return spans };
    spans.push(Span::raw("  "));
    spans.push(text::span(row.code(), theme.code()));
    if panes.objectives.is_none() && pane == Pane::Measurements {
        spans.push(Span::raw("  "));
        // Corners, the mark of the focus and a blank behind the title are taken already.
        let taken = spans.iter().map(|span| text::width(&span.content)).sum::<usize>() + 4;
        let room = panes.measurements.map_or(0, |area| usize::from(area.width)).saturating_sub(taken);
        spans.push(text::span(&text::cut(&row.objective.definition.title, room), theme.strong()));
    }
    spans
}

/// The three names, the shown one in brackets.
fn names(model: &Model, shown: Pane) -> Vec<Span<'static>> {
    let theme = model.theme;
    let name = |pane: Pane| {
        let name = pane.name();
        if pane == shown {
            Span::styled(format!("[{name}]"), theme.strong())
        } else {
            Span::styled(format!(" {name} "), theme.quiet())
        }
    };
    Pane::ALL.into_iter().skip(1).map(name).collect()
}
