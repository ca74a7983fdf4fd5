//! Figures large enough to be read from the last row of a room: each point of a 3 by 5 grid is a block.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

/// Rows of a glyph.
const ROWS: usize = 5;

/// How large a point is, in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Columns of a point.
    pub columns: usize,
    /// Rows of a point.
    pub rows: usize,
}

impl Size {
    /// From the largest to the smallest.
    const ALL: [Size; 3] = [Size { columns: 4, rows: 2 }, Size { columns: 2, rows: 1 }, Size { columns: 1, rows: 1 }];
}

/// The points of a sign, row by row; `None` for a sign that has no glyph.
fn glyph(sign: char) -> Option<[&'static str; ROWS]> {
    Some(match sign {
        '0' => ["###", "# #", "# #", "# #", "###"],
        '1' => [" # ", "## ", " # ", " # ", "###"],
        '2' => ["###", "  #", "###", "#  ", "###"],
        '3' => ["###", "  #", " ##", "  #", "###"],
        '4' => ["# #", "# #", "###", "  #", "  #"],
        '5' => ["###", "#  ", "###", "  #", "###"],
        '6' => ["###", "#  ", "###", "# #", "###"],
        '7' => ["###", "  #", "  #", " # ", " # "],
        '8' => ["###", "# #", "###", "# #", "###"],
        '9' => ["###", "# #", "###", "  #", "###"],
        '.' => [" ", " ", " ", " ", "#"],
        ',' => ["  ", "  ", "  ", " #", "# "],
        '%' => ["# #", "  #", " # ", "#  ", "# #"],
        '/' => ["  #", "  #", " # ", "#  ", "#  "],
        '-' | '−' => ["   ", "   ", "###", "   ", "   "],
        '?' => ["###", "  #", " ##", "   ", " # "],
        ' ' => ["  ", "  ", "  ", "  ", "  "],
        _ => return None,
    })
}

/// Whether every sign of a text has a glyph.
pub fn can_write(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|sign| glyph(sign).is_some())
}

/// Cells a text takes at a size: columns and rows.
fn extent(text: &str, size: Size) -> (usize, usize) {
    let points: usize = text.chars().filter_map(glyph).map(|rows| rows[0].len() + 1).sum();
    (points.saturating_sub(1) * size.columns, ROWS * size.rows)
}

/// The largest size at which a text has room; `None` where it has none at all.
pub fn fitting(text: &str, width: u16, height: u16) -> Option<Size> {
    let fits = |size: &Size| {
        let (columns, rows) = extent(text, *size);
        columns <= usize::from(width) && rows <= usize::from(height)
    };
    Size::ALL.into_iter().find(fits)
}

/// Draws a text at a size with its upper left corner in `area`; returns how many columns and rows it took.
pub fn draw(text: &str, size: Size, style: Style, ascii: bool, frame: &mut Frame, area: Rect) -> (u16, u16) {
    let block = if ascii { "#" } else { "█" };
    let (columns, rows) = extent(text, size);
    let area = Rect { width: (columns as u16).min(area.width), ..area };
    for row in 0..ROWS {
        let mut line = String::new();
        for rows in text.chars().filter_map(glyph) {
            for point in rows[row].chars().chain([' ']) {
                let cell = if point == '#' { block } else { " " };
                line.push_str(&cell.repeat(size.columns));
            }
        }
        let line = Line::styled(line.trim_end().to_owned(), style);
        for repeated in 0..size.rows {
            let y = area.y + (row * size.rows + repeated) as u16;
            if y < area.bottom() {
                frame.render_widget(line.clone(), Rect { y, height: 1, ..area });
            }
        }
    }
    (area.width, (rows as u16).min(area.height))
}
