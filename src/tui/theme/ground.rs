//! The last hand on a picture: its ground and its text colour where a palette has chosen them, safe symbols everywhere.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::Theme;
use crate::domain::text::one_line;
use crate::tui::preferences::Palette;

impl Theme {
    /// Cell by cell: what kept the terminal's own colour gets the palette's, so that a ground never stands without a
    /// text colour that was chosen for it. With the terminal's own colours a selected row is reverse and nothing else,
    /// because its yellow or green turned into a ground is unreadable on half of all terminals.
    pub fn finish(self, buffer: &mut Buffer) {
        let (text, ground) = (self.looks.text.unwrap_or_default(), self.looks.ground.unwrap_or_default());
        let mut before = Cell::EMPTY;
        for cell in &mut buffer.content {
            if cell.fg == Color::Reset {
                cell.fg = text;
            }
            if cell.bg == Color::Reset {
                cell.bg = ground;
            }
            if self.palette == Palette::Terminal && cell.modifier.contains(Modifier::REVERSED) {
                (cell.fg, cell.bg) = (Color::Reset, Color::Reset);
                cell.modifier.remove(Modifier::DIM);
            }
            if self.linear && cell.symbol().contains(is_drawing) {
                cell.set_symbol(" ");
            }
            if let std::borrow::Cow::Owned(safe) = one_line(cell.symbol()) {
                cell.set_symbol(&safe);
            }
            if self.looks.ground.is_some() && is_bare(cell) && is_shown_alike(&before) && cell.bg == before.bg {
                // Nobody sees how a blank is written; going on as before spares a slow line the switch.
                (cell.fg, cell.modifier) = (before.fg, before.modifier);
            }
            before.clone_from(cell);
        }
    }
}

/// A blank of which only the ground is seen.
fn is_bare(cell: &Cell) -> bool {
    cell.symbol() == " " && is_shown_alike(cell)
}

/// Whether a blank written like this cell looks like any other blank.
fn is_shown_alike(cell: &Cell) -> bool {
    !cell.modifier.intersects(Modifier::REVERSED | Modifier::UNDERLINED | Modifier::CROSSED_OUT)
}

/// Lines, blocks and Braille patterns: read aloud they are noise, and what they show stands beside them in words.
fn is_drawing(c: char) -> bool {
    matches!(c, '\u{2500}'..='\u{259f}' | '\u{2800}'..='\u{28ff}')
}
