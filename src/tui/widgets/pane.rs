//! The frame of a pane: one light frame for all, heavier and marked where the focus is.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Block;

use crate::tui::theme::Theme;
use crate::tui::widgets::text;

/// Draws the frame with its title and gives the room inside.
pub fn frame(frame: &mut Frame, area: Rect, theme: Theme, focused: bool, title: Vec<Span<'static>>) -> Rect {
    frame_with_end(frame, area, theme, focused, title, Vec::new())
}

/// The same with a second title at the right end; the right one is left out where both have no room.
pub fn frame_with_end(
    frame: &mut Frame,
    area: Rect,
    theme: Theme,
    focused: bool,
    title: Vec<Span<'static>>,
    end: Vec<Span<'static>>,
) -> Rect {
    let mark = if focused { theme.sign("▸") } else { " " };
    let mut spans = vec![Span::styled(mark, theme.strong())];
    spans.extend(title);
    spans.push(Span::raw(" "));
    let cells = |spans: &[Span]| spans.iter().map(|span| text::width(&span.content)).sum::<usize>();
    let both_fit = cells(&spans) + cells(&end) + 5 <= usize::from(area.width);
    let style = if focused { theme.frame_focused() } else { theme.frame() };
    let mut block = Block::bordered().border_set(theme.border(focused)).border_style(style).title(Line::from(spans));
    if both_fit && !end.is_empty() {
        let padded = [Span::raw(" ")].into_iter().chain(end).chain([Span::raw(" ")]).collect::<Vec<_>>();
        block = block.title(Line::from(padded).right_aligned());
    }
    let inside = block.inner(area);
    frame.render_widget(block, area);
    inside
}

/// Draws lines from the top, as many as have room.
pub fn lines(frame: &mut Frame, area: Rect, lines: impl IntoIterator<Item = Line<'static>>) {
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        frame.render_widget(line, Rect { y, height: 1, ..area });
    }
}
