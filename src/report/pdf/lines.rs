//! Words into lines: where a line may end, what must stay together, how a line of several sizes stands.

use unicode_segmentation::UnicodeSegmentation;

use super::letters::{Letters, Run, Weight};
use super::look::{LEADING, Tint};
use crate::domain::text::one_line;
use crate::report::dates::MONTHS;

/// Text of one look.
#[derive(Clone, Debug)]
pub struct Span {
    text: String,
    size: f32,
    weight: Weight,
    tint: Tint,
}

/// Letters of one look in their place on a line.
#[derive(Clone, Debug)]
pub struct Segment {
    /// From the beginning of the line.
    pub x: f32,
    /// Size of the letters.
    pub size: f32,
    /// Their colour.
    pub tint: Tint,
    /// The letters.
    pub run: Run,
}

/// A line that fits.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// What stands on it.
    pub segments: Vec<Segment>,
    /// How far it reaches.
    pub width: f32,
    /// Size of its largest letters.
    pub size: f32,
}

impl Span {
    /// A text from the register, made harmless.
    pub fn new(text: &str, size: f32, weight: Weight, tint: Tint) -> Span {
        Span { text: one_line(text).into_owned(), size, weight, tint }
    }

    /// There is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl Line {
    /// From the top of the line to the top of the next.
    pub fn height(&self) -> f32 {
        self.size * LEADING
    }

    /// From the top of the line to the letters' base line.
    pub fn base(&self) -> f32 {
        self.size * (LEADING / 2.0 + 0.36)
    }

    fn put(&mut self, letters: &mut Letters, text: &str, span: &Span) {
        let word = letters.word(text, span.weight);
        for run in &word.runs {
            let width = run.width * span.size;
            match self.segments.last_mut() {
                Some(last) if (last.run.face, last.size, last.tint) == (run.face, span.size, span.tint) => {
                    join(&mut last.run, run);
                }
                _ => self.segments.push(Segment { x: self.width, size: span.size, tint: span.tint, run: run.clone() }),
            }
            self.width += width;
        }
        self.size = self.size.max(span.size);
    }
}

fn join(run: &mut Run, next: &Run) {
    let shift = run.text.len();
    run.text.push_str(&next.text);
    run.glyphs.extend(next.glyphs.iter().cloned().map(|mut glyph| {
        glyph.text_range = glyph.text_range.start + shift..glyph.text_range.end + shift;
        glyph
    }));
    run.width += next.width;
}

/// Sets spans one after the other into lines of at most `width`; at least one line.
pub fn set(letters: &mut Letters, spans: &[Span], width: f32) -> Vec<Line> {
    let mut lines = vec![Line::default()];
    let mut space = false;
    for span in spans {
        space |= span.text.starts_with(' ');
        let wide = |piece: &Piece<'_>| letters.width(piece.text, span.weight) * span.size > width;
        for piece in divided(pieces(&span.text), wide) {
            let measured = letters.width(piece.text, span.weight) * span.size;
            let blank = if space { letters.width(" ", span.weight) * span.size } else { 0.0 };
            let last = lines.len() - 1;
            let line = &mut lines[last];
            if line.segments.is_empty() || line.width + blank + measured <= width {
                if space && !line.segments.is_empty() {
                    line.put(letters, " ", span);
                }
            } else {
                lines.push(Line::default());
            }
            put_broken(letters, &mut lines, piece.text, span, width);
            space = piece.space_after;
        }
        if span.text.is_empty() && lines.last().is_some_and(|line| line.segments.is_empty()) {
            let last = lines.len() - 1;
            lines[last].size = lines[last].size.max(span.size);
        }
    }
    lines
}

/// One line of whatever width, for text that has its place by itself.
pub fn one(letters: &mut Letters, spans: &[Span]) -> Line {
    set(letters, spans, f32::INFINITY).into_iter().next().unwrap_or_default()
}

/// A word on the last line; one that is wider than a line alone is broken where it must be.
fn put_broken(letters: &mut Letters, lines: &mut Vec<Line>, text: &str, span: &Span, width: f32) {
    let last = lines.len() - 1;
    if lines[last].width + letters.width(text, span.weight) * span.size <= width || text.is_empty() {
        return lines[last].put(letters, text, span);
    }
    let mut part = String::new();
    let mut reach = lines[last].width;
    for cluster in text.graphemes(true) {
        let wide = letters.width(cluster, span.weight) * span.size;
        if !part.is_empty() && reach + wide > width {
            let last = lines.len() - 1;
            lines[last].put(letters, &part, span);
            lines.push(Line::default());
            part.clear();
            reach = 0.0;
        }
        part.push_str(cluster);
        reach += wide;
    }
    let last = lines.len() - 1;
    lines[last].put(letters, &part, span);
}

/// What belongs together but is wider than a line alone is divided at its blanks.
fn divided<'a>(pieces: Vec<Piece<'a>>, mut wide: impl FnMut(&Piece<'a>) -> bool) -> Vec<Piece<'a>> {
    let mut made = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if !piece.text.contains(' ') || !wide(&piece) {
            made.push(piece);
            continue;
        }
        made.extend(piece.text.split(' ').map(|text| Piece { text, space_after: true }));
        if let Some(last) = made.last_mut() {
            last.space_after = piece.space_after;
        }
    }
    made
}

struct Piece<'a> {
    text: &'a str,
    space_after: bool,
}

/// Where a line may end: at blanks and after a hyphen or a stroke between letters; never between a number and the sign
/// that belongs to it.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let mut start = None;
    let bytes_end = text.len();
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let after = text[at + c.len_utf8()..].chars().next();
        let blank = c == ' ';
        if !blank && start.is_none() {
            start = Some(at);
        }
        if blank {
            if let Some(from) = start {
                let next = text[at..].trim_start_matches(' ');
                if next.is_empty() || !belongs(&text[from..at], next) {
                    pieces.push(Piece { text: &text[from..at], space_after: true });
                    start = None;
                }
            }
        } else if matches!(c, '-' | '/' | '_' | '–') {
            let between = before.is_some_and(char::is_alphabetic) && after.is_some_and(char::is_alphabetic);
            if let Some(from) = start.filter(|_| between) {
                pieces.push(Piece { text: &text[from..at + c.len_utf8()], space_after: false });
                start = None;
            }
        }
        before = Some(c);
    }
    if let Some(from) = start {
        pieces.push(Piece { text: &text[from..bytes_end], space_after: false });
    }
    pieces
}

/// `95 %`, `≥ 95`, `● on` and `12 Oct 2026` stay together.
fn belongs(word: &str, next: &str) -> bool {
    let sign = |c: char| matches!(c, '≥' | '≤' | '<' | '>' | '=' | '●' | '▲' | '■' | '○' | '✓' | '?' | '↑' | '↓' | '→');
    let alone = word.chars().count() == 1 && word.chars().all(sign);
    let ends_in_digit = word.ends_with(|c: char| c.is_ascii_digit());
    let day_before_month = ends_in_digit && MONTHS.iter().any(|month| next.starts_with(month));
    let month_before_year = MONTHS.iter().any(|month| word.ends_with(month)) && next.starts_with("20");
    alone || day_before_month || month_before_year || ends_in_digit && next.starts_with(['%', '‰', '€'])
}

#[cfg(test)]
mod tests {
    use super::{Letters, Span, pieces, set};
    use crate::report::pdf::letters::Weight;
    use crate::report::pdf::look::INK;

    fn texts(text: &str) -> Vec<&str> {
        pieces(text).into_iter().map(|piece| piece.text).collect()
    }

    #[test]
    fn a_line_may_end_where_a_reader_expects_it() {
        assert_eq!(texts("risk-based, on 2026-11-09"), ["risk-", "based,", "on", "2026-11-09"]);
        assert_eq!(texts("target ≥ 95 % each"), ["target", "≥ 95 %", "each"]);
        assert_eq!(texts("done on 12 Oct 2026 by"), ["done", "on", "12 Oct 2026", "by"]);
        assert_eq!(texts("  two   blanks "), ["two", "blanks"]);
        assert!(texts("").is_empty());
    }

    #[test]
    fn what_belongs_together_is_divided_where_it_has_no_room() {
        let mut letters = Letters::new().expect("the fonts");
        let lines = set(&mut letters, &[Span::new("31 Dec 2026", 8.0, Weight::Regular, INK)], 36.0);
        let said: Vec<&str> = lines.iter().flat_map(|line| &line.segments).map(|s| s.run.text.as_str()).collect();
        assert_eq!(said, ["31 Dec", "2026"]);
    }

    #[test]
    fn no_line_is_wider_than_asked_for_and_no_letter_is_lost() {
        let mut letters = Letters::new().expect("the fonts");
        let text = format!("a few words, then {} and more", "Verschlüsselungsgrundsatzdokument".repeat(9));
        let lines = set(&mut letters, &[Span::new(&text, 9.0, Weight::Regular, INK)], 120.0);
        assert!(lines.iter().all(|line| line.width <= 120.01), "{:?}", lines.iter().map(|l| l.width));
        let said: String = lines.iter().flat_map(|line| &line.segments).map(|s| s.run.text.as_str()).collect();
        assert_eq!(said.replace(' ', ""), text.replace(' ', ""));
    }
}
