//! A drawn screen as a picture: one SVG with the colours of a terminal, text that can be searched and read aloud.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// Cells in pixels.
const WIDTH: f64 = 8.4;
const HEIGHT: f64 = 17.0;
/// Air around the screen.
const AIR: f64 = 12.0;

/// The colours of a terminal.
#[derive(Clone, Copy)]
pub struct Terminal {
    pub back: &'static str,
    pub front: &'static str,
    /// Half way from the front to the back, for what is dim.
    pub dim: &'static str,
    pub sixteen: [&'static str; 16],
}

/// White on near black.
pub const DARK: Terminal = Terminal {
    back: "#11151b",
    front: "#d7dae0",
    dim: "#7d8590",
    sixteen: [
        "#11151b", "#f2636b", "#57c27c", "#e5c24a", "#6ea8fe", "#c88af0", "#4ec3d0", "#d7dae0", "#5c6470", "#ff8a90",
        "#7fdc9f", "#f2d675", "#93bfff", "#dcb0ff", "#7fdfe8", "#ffffff",
    ],
};

/// Near black on white.
pub const LIGHT: Terminal = Terminal {
    back: "#ffffff",
    front: "#1f2328",
    dim: "#6e7781",
    sixteen: [
        "#1f2328", "#b3261e", "#1a7f37", "#8a6100", "#0b57d0", "#8b3fc4", "#0b7285", "#57606a", "#6e7781", "#cf222e",
        "#2da44e", "#9a6700", "#2f6feb", "#a475f9", "#1b7c83", "#8c959f",
    ],
};

impl Terminal {
    fn colour(&self, colour: Color, otherwise: &'static str) -> String {
        let named = |at: usize| self.sixteen[at].to_owned();
        match colour {
            Color::Reset => otherwise.to_owned(),
            Color::Black => named(0),
            Color::Red => named(1),
            Color::Green => named(2),
            Color::Yellow => named(3),
            Color::Blue => named(4),
            Color::Magenta => named(5),
            Color::Cyan => named(6),
            Color::Gray => named(7),
            Color::DarkGray => named(8),
            Color::LightRed => named(9),
            Color::LightGreen => named(10),
            Color::LightYellow => named(11),
            Color::LightBlue => named(12),
            Color::LightMagenta => named(13),
            Color::LightCyan => named(14),
            Color::White => named(15),
            Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
            Color::Indexed(at) => self.sixteen.get(usize::from(at)).copied().unwrap_or(otherwise).to_owned(),
        }
    }
}

/// How a cell is painted.
#[derive(Clone, PartialEq)]
struct Paint {
    front: String,
    /// `None` is the ground.
    back: Option<String>,
    bold: bool,
}

fn paint(cell: &Cell, terminal: &Terminal) -> Paint {
    let faint = cell.modifier.contains(Modifier::DIM);
    let front = terminal.colour(cell.fg, if faint { terminal.dim } else { terminal.front });
    let back = terminal.colour(cell.bg, terminal.back);
    let bold = cell.modifier.contains(Modifier::BOLD);
    if cell.modifier.contains(Modifier::REVERSED) {
        return Paint { front: back, back: Some(front), bold };
    }
    Paint { front, back: (back != terminal.back).then_some(back), bold }
}

/// A run of cells painted alike, from a column on.
struct Run {
    column: usize,
    cells: usize,
    text: String,
    paint: Paint,
}

/// ASCII is set as one text; every other sign stands in its own cell, because fonts disagree about its width.
fn runs(buffer: &Buffer, row: u16, terminal: &Terminal) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut column = 0;
    while column < buffer.area.width {
        let cell = &buffer[(column, row)];
        let cells = cell.symbol().width().max(1);
        let look = paint(cell, terminal);
        let plain = cell.symbol().is_ascii();
        match runs.last_mut() {
            Some(run) if run.paint == look && joins(&run.text, cell.symbol(), plain) => {
                run.text.push_str(cell.symbol());
                run.cells += cells;
            }
            _ => runs.push(Run { column: column.into(), cells, text: cell.symbol().to_owned(), paint: look }),
        }
        column += cells as u16;
    }
    runs
}

fn joins(text: &str, symbol: &str, plain: bool) -> bool {
    // A repeated line of a frame is one line.
    let repeats = text.ends_with(symbol) && text.chars().all(|c| symbol.starts_with(c));
    if plain { text.is_ascii() } else { repeats }
}

/// The picture with its title for people who do not see it.
pub fn svg(buffer: &Buffer, terminal: &Terminal, title: &str) -> String {
    let width = f64::from(buffer.area.width) * WIDTH + 2.0 * AIR;
    let height = f64::from(buffer.area.height) * HEIGHT + 2.0 * AIR;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" viewBox=\"0 0 {width:.0} {height:.0}\" role=\"img\">\n<title>{}</title>\n<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{}\"/>\n<g font-family=\"'DejaVu Sans Mono','Cascadia Mono',Menlo,Consolas,monospace\" font-size=\"14\">\n",
        escaped(title),
        terminal.back
    );
    for row in 0..buffer.area.height {
        let y = AIR + f64::from(row) * HEIGHT;
        for run in runs(buffer, row, terminal) {
            let (x, wide) = (AIR + run.column as f64 * WIDTH, run.cells as f64 * WIDTH);
            if let Some(back) = &run.paint.back {
                let _ = writeln!(
                    svg,
                    "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{HEIGHT}\" fill=\"{back}\"/>"
                );
            }
            let weight = if run.paint.bold { " font-weight=\"bold\"" } else { "" };
            for (at, words) in words(&run.text) {
                let (x, wide) = (x + at as f64 * WIDTH, words.width() as f64 * WIDTH);
                let _ = writeln!(
                    svg,
                    "<text x=\"{x:.1}\" y=\"{:.1}\" textLength=\"{wide:.1}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{}\"{weight}>{}</text>",
                    y + 13.0,
                    run.paint.front,
                    escaped(words)
                );
            }
        }
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

/// The parts of a text between two or more blanks, each with its column: viewers make one blank out of several.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut at = 0;
    for part in text.split("  ") {
        let begins = part.len() - part.trim_start().len();
        if !part.trim().is_empty() {
            words.push((text[..at + begins].width(), part.trim()));
        }
        at += part.len() + 2;
    }
    words
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
