//! The frame of a pane: one light frame for all, heavier and marked where the focus is.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Block;

use crate::tui::theme::Theme;

/// Draws the frame with its title and gives the room inside.
pub fn frame(frame: &mut Frame, area: Rect, theme: Theme, focused: bool, title: Vec<Span<'static>>) -> Rect {
    let mark = if focused { theme.sign("▸") } else { " " };
    let mut spans = vec![Span::styled(mark, theme.strong())];
    spans.extend(title);
    spans.push(Span::raw(" "));
    let style = if focused { theme.frame_focused() } else { theme.frame() };
    let block = Block::bordered().border_set(theme.border(focused)).border_style(style).title(Line::from(spans));
    let inside = block.inner(area);
    frame.render_widget(block, area);
    inside
}
