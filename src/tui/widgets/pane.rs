//! The frame of a pane: one light frame for all, heavier and marked where the focus is.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::style::Style;
use ratatui::symbols::merge::MergeStrategy;
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
    name: Vec<Span<'static>>,
    end: Vec<Span<'static>>,
) -> Rect {
    borders(frame, area, theme, focused);
    title(frame, area, theme, focused, name, end)
}

/// Only the lines around it; none where they would be read aloud. Panes that share an edge share its line.
pub fn borders(frame: &mut Frame, area: Rect, theme: Theme, focused: bool) {
    if theme.linear {
        return;
    }
    let style = if focused { theme.frame_focused() } else { theme.frame() };
    let merge = if theme.ascii { MergeStrategy::Replace } else { MergeStrategy::Fuzzy };
    let block = Block::bordered().border_set(theme.border(focused)).border_style(style).merge_borders(merge);
    frame.render_widget(block, area);
}

/// The titles on the upper line, over borders already drawn; gives the room inside.
pub fn title(
    frame: &mut Frame,
    area: Rect,
    theme: Theme,
    focused: bool,
    name: Vec<Span<'static>>,
    end: Vec<Span<'static>>,
) -> Rect {
    let mark = if focused { theme.sign("▸") } else { " " };
    let mut spans = vec![Span::styled(mark, theme.strong())];
    spans.extend(name);
    spans.push(Span::raw(" "));
    let room = usize::from(area.width.saturating_sub(2));
    let cells = |spans: &[Span]| spans.iter().map(|span| text::width(&span.content)).sum::<usize>();
    let both_fit = !end.is_empty() && cells(&spans) + cells(&end) + 3 <= room;
    let line = |spans: Vec<Span<'static>>| Line::from(spans).style(Style::reset());
    let at = |x: u16, width: usize| Rect { x, width: width as u16, height: 1.min(area.height), ..area };
    let taken = cells(&spans).min(room);
    frame.render_widget(line(spans), at(area.x + 1, taken));
    if both_fit {
        let padded: Vec<Span> = [Span::raw(" ")].into_iter().chain(end).chain([Span::raw(" ")]).collect();
        let width = cells(&padded);
        frame.render_widget(line(padded), at(area.right() - 1 - width as u16, width));
    }
    area.inner(Margin::new(1, 1))
}

/// Draws lines from the top, as many as have room.
pub fn lines(frame: &mut Frame, area: Rect, lines: impl IntoIterator<Item = Line<'static>>) {
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        frame.render_widget(line, Rect { y, height: 1, ..area });
    }
}

/// Draws a line at the right end of an area and leaves the rest of it as it is.
pub fn at_right(frame: &mut Frame, area: Rect, line: Line<'static>) {
    let width = (line.width() as u16).min(area.width);
    frame.render_widget(line, Rect { x: area.right() - width, width, ..area });
}
