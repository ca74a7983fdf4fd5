//! Text by display width: everything from data is made safe and cut here before it is drawn.

use ratatui::style::Style;
use ratatui::text::Span;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::domain::text::one_line;

/// Cells a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// At most `cells` wide, with one ellipsis where something was cut.
pub fn cut(text: &str, cells: usize) -> String {
    let safe = one_line(text);
    if safe.width() <= cells {
        return safe.into_owned();
    }
    let Some(room) = cells.checked_sub(1) else { return String::new() };
    let mut shown = String::new();
    let mut used = 0;
    for grapheme in safe.graphemes(true) {
        used += grapheme.width();
        if used > room {
            break;
        }
        shown.push_str(grapheme);
    }
    shown.push('…');
    shown
}

/// Exactly `cells` wide, text at the left.
pub fn left(text: &str, cells: usize) -> String {
    let shown = cut(text, cells);
    let gap = cells.saturating_sub(shown.width());
    format!("{shown}{}", " ".repeat(gap))
}

/// Exactly `cells` wide, text at the right.
pub fn right(text: &str, cells: usize) -> String {
    let shown = cut(text, cells);
    let gap = cells.saturating_sub(shown.width());
    format!("{}{shown}", " ".repeat(gap))
}

/// A span of text from data.
pub fn span(text: &str, style: Style) -> Span<'static> {
    Span::styled(one_line(text).into_owned(), style)
}

/// Lines of at most `cells`, broken between words; a longer word is broken inside. Never more than `limit` lines;
/// the last one then ends with an ellipsis.
pub fn wrap(text: &str, cells: usize, limit: usize) -> Vec<String> {
    if cells == 0 || limit == 0 {
        return Vec::new();
    }
    let safe = one_line(text);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in safe.split_whitespace().flat_map(|word| pieces(word, cells)) {
        if !line.is_empty() && line.width() + 1 + word.width() > cells {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&word);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > limit {
        let rest = lines.split_off(limit - 1).join(" ");
        lines.push(cut(&rest, cells));
    }
    lines
}

/// A word in pieces that fit.
fn pieces(word: &str, cells: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut used = 0;
    for grapheme in word.graphemes(true) {
        if used + grapheme.width() > cells && used > 0 {
            pieces.push(String::new());
            used = 0;
        }
        used += grapheme.width();
        if let Some(piece) = pieces.last_mut() {
            piece.push_str(grapheme);
        }
    }
    pieces
}
