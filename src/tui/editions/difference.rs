//! Differences as lines: a field with what was and what is, the words that differ standing out.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use crate::app::wording::{Piece, pieces};
use crate::domain::difference::FieldChange;
use crate::domain::text::one_line;
use crate::tui::theme::Theme;
use crate::tui::widgets::text;

/// Cells of a field's name.
const LABEL: usize = 17;
/// A field of two short texts stands in one line.
const SHORT: usize = 22;
/// Cells of the word for an empty side.
const NOTHING: usize = 7;

/// One changed field: `Due  30 Sep → 31 Dec`, or what was and what is below each other.
pub fn field(change: &FieldChange, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let label = text::left(change.label(), LABEL);
    let (was, is) = (text::width(&change.before).max(NOTHING), text::width(&change.after).max(NOTHING));
    let room = width.saturating_sub(LABEL);
    if was.max(is) <= SHORT && was + is + 4 <= room {
        let said = |value: &str| if value.is_empty() { "nothing".to_owned() } else { one_line(value).into_owned() };
        let arrow = format!(" {} ", theme.sign("→"));
        return vec![Line::from(vec![
            Span::styled(label, theme.quiet()),
            Span::styled(said(&change.before), theme.quiet()),
            Span::styled(arrow, theme.quiet()),
            Span::styled(said(&change.after), theme.strong()),
        ])];
    }
    let pieces = pieces(&change.before, &change.after);
    let was = side(&pieces, true, theme);
    let is = side(&pieces, false, theme);
    let mut lines = Vec::new();
    for (word, words, whole) in [("was ", was, &change.before), ("is  ", is, &change.after)] {
        let words = if whole.is_empty() { vec![("nothing".to_owned(), theme.quiet())] } else { words };
        for (at, spans) in wrapped(words, room.saturating_sub(4)).into_iter().enumerate() {
            let first = at == 0;
            let name = if first && lines.is_empty() { label.clone() } else { " ".repeat(LABEL) };
            let word = if first { word } else { "    " };
            let head = [Span::styled(name, theme.quiet()), Span::styled(word, theme.quiet())];
            lines.push(Line::from(head.into_iter().chain(spans).collect::<Vec<_>>()));
        }
    }
    lines
}

/// The words of one side: those that differ struck out before, bold after.
fn side(pieces: &[Piece], before: bool, theme: Theme) -> Vec<(String, Style)> {
    let mut words = Vec::new();
    for piece in pieces {
        let style = match (piece, before) {
            (Piece::Kept(_), _) => theme.plain(),
            (Piece::Gone(_), true) => theme.plain().add_modifier(Modifier::CROSSED_OUT),
            (Piece::New(_), false) => theme.strong().add_modifier(Modifier::UNDERLINED),
            _ => continue,
        };
        let safe = one_line(piece.text()).into_owned();
        words.extend(safe.split_whitespace().map(|word| (word.to_owned(), style)));
    }
    words
}

/// Styled words in lines of at most `cells`; a longer word is cut.
fn wrapped(words: Vec<(String, Style)>, cells: usize) -> Vec<Vec<Span<'static>>> {
    let mut lines: Vec<Vec<Span<'static>>> = vec![Vec::new()];
    let mut used = 0;
    for (word, style) in words {
        let word = text::cut(&word, cells.max(1));
        let width = text::width(&word);
        if used > 0 && used + 1 + width > cells {
            lines.push(Vec::new());
            used = 0;
        }
        let Some(line) = lines.last_mut() else { break };
        if used > 0 {
            line.push(Span::raw(" "));
            used += 1;
        }
        line.push(Span::styled(word, style));
        used += width;
    }
    lines
}
