//! A page of the manual as lines of the screen.

use ratatui::text::{Line, Span};

use crate::app::manual::{Block, Topic};
use crate::tui::theme::Theme;
use crate::tui::widgets::text;

/// No paragraph of the manual is longer, at any width.
const LONGEST: usize = 200;
/// Wider lines are hard to read.
const WIDEST: usize = 96;

/// The page in lines of at most `width` cells.
pub fn lines(topic: Topic, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let width = width.min(WIDEST);
    let mut lines = Vec::new();
    let mut before: Option<Block> = None;
    for block in topic.blocks() {
        let tight = matches!((&before, &block), (Some(Block::Item(..)), Block::Item(..)));
        if before.is_some() && !tight {
            lines.push(Line::default());
        }
        match &block {
            Block::Heading(said) => lines.push(Line::styled(text::cut(said, width), theme.strong())),
            Block::Text(said) => lines.extend(wrapped(said, "", width, theme)),
            Block::Item(mark, said) => lines.extend(wrapped(said, mark, width, theme)),
            Block::Code(code) => lines.extend(code.iter().flat_map(|line| typed(line, width, theme))),
            Block::Row(cells) => lines.extend(row(cells, width, theme)),
        }
        before = Some(block);
    }
    lines
}

/// A paragraph; the lines after the first stand under it, behind its mark.
fn wrapped(said: &str, mark: &str, width: usize, theme: Theme) -> Vec<Line<'static>> {
    let indent = if mark.is_empty() { 0 } else { text::width(mark) + 1 };
    let mut is_key = false;
    let parts = text::wrap(said, width.saturating_sub(indent), LONGEST);
    let line = |(at, part): (usize, String)| {
        let head = if at == 0 { mark } else { "" };
        let mut spans = vec![Span::raw(text::left(head, indent))];
        spans.extend(spans_of(&part, &mut is_key, theme));
        Line::from(spans)
    };
    parts.into_iter().enumerate().map(line).collect()
}

/// What stands between backquotes is a key or a command; it may begin in one line and end in the next.
fn spans_of(part: &str, is_key: &mut bool, theme: Theme) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    for (at, piece) in part.split('`').enumerate() {
        if at > 0 {
            *is_key = !*is_key;
        }
        let style = if *is_key { theme.key() } else { theme.plain() };
        spans.push(Span::styled(piece.to_owned(), style));
    }
    spans
}

/// A line to be typed: what does not fit goes on further to the right.
fn typed(line: &str, width: usize, theme: Theme) -> Vec<Line<'static>> {
    let parts = text::wrap(line, width.saturating_sub(6), LONGEST);
    let indent = |at: usize| if at == 0 { "  " } else { "      " };
    parts
        .into_iter()
        .enumerate()
        .map(|(at, part)| Line::from(vec![Span::raw(indent(at)), Span::styled(part, theme.key())]))
        .collect()
}

/// A line of a table, one column below the other, because a table of sentences has no room on a narrow screen.
fn row(cells: &[(String, String)], width: usize, theme: Theme) -> Vec<Line<'static>> {
    let said = cells.iter().filter(|(_, cell)| !cell.is_empty());
    said.flat_map(|(head, cell)| {
        let text = if head.is_empty() { cell.clone() } else { format!("{head}: {cell}") };
        wrapped(&text, " ", width, theme)
    })
    .collect()
}
