//! Titles of the lower panes: where only one of them has room, its title names the others too.

use ratatui::text::Span;

use crate::tui::home::Pane;
use crate::tui::layout::Panes;
use crate::tui::model::Model;

/// The title of a lower pane.
pub fn title(model: &Model, panes: &Panes, pane: Pane) -> Vec<Span<'static>> {
    let theme = model.theme;
    let code = model.home.selected.clone().unwrap_or_default();
    if !panes.tabs {
        return vec![
            Span::styled(pane.name(), theme.strong()),
            Span::raw("  "),
            crate::tui::widgets::text::span(&code, theme.code()),
        ];
    }
    let mut spans = Vec::new();
    for (at, other) in Pane::ALL.into_iter().enumerate().skip(1) {
        let name = format!("{} {}", at + 1, other.name());
        let shown = if other == pane {
            Span::styled(format!("[{name}]"), theme.strong())
        } else {
            Span::styled(format!(" {name} "), theme.quiet())
        };
        spans.push(shown);
    }
    spans.push(Span::raw(" "));
    spans.push(crate::tui::widgets::text::span(&code, theme.code()));
    spans
}
