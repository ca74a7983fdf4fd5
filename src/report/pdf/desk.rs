//! Where strips are laid out: the fonts, the tree, what has been laid out so far.

use krilla::image::Image;

use super::letters::{Letters, Weight};
use super::lines::{Line, Span, set};
use super::look::{self, INK, SMALL, SOFT, TEXT};
use super::strip::{Item, Strip};
use super::tree::{Place, Tree};
use crate::report::document::Mark;

/// The desk.
pub struct Desk {
    /// The fonts.
    pub letters: Letters,
    /// The tree of what stands on the pages.
    pub tree: Tree,
    /// Where in the tree new things belong.
    pub place: Place,
    /// Laid out so far.
    pub strips: Vec<Strip>,
    /// Width of the text.
    pub width: f32,
    /// The sign of the organization.
    pub logo: Option<Image>,
    /// What stands around the lines now being set, for notes.
    pub around: String,
}

impl Desk {
    /// Lines of a paragraph as one strip of the whole width.
    pub fn paragraph(&mut self, air: f32, spans: &[Span], width: f32, place: Place) -> Strip {
        let lines = set(&mut self.letters, spans, width);
        let mut strip = Strip::of(air, 0.0);
        stack(&mut strip, lines, 0.0, 0.0, Some(place));
        strip
    }

    /// Lays a strip down.
    pub fn lay(&mut self, strip: Strip) {
        self.strips.push(strip);
    }

    /// What follows belongs on the page of what was laid down last.
    pub fn hold(&mut self) {
        if let Some(last) = self.strips.last_mut() {
            last.holds = true;
        }
    }

    /// What was laid down since then stays together.
    pub fn hold_from(&mut self, first: usize) {
        let most = self.strips.len().saturating_sub(1);
        for strip in &mut self.strips[first.min(most)..most] {
            strip.holds = true;
        }
    }

    /// What is set from now on stands here, in words a reader finds again.
    pub fn stand_at(&mut self, place: &str) {
        place.clone_into(&mut self.around);
        self.letters.stand_at(place);
    }
}

/// Puts lines below each other onto a strip, from `(x, y)`; the lower edge of the last.
pub fn stack(strip: &mut Strip, lines: Vec<Line>, x: f32, y: f32, place: Option<Place>) -> f32 {
    let mut top = y;
    for line in lines {
        let (base, height) = (line.base(), line.height());
        strip.items.push(Item::Words { x, y: top + base, line, place });
        top += height;
    }
    strip.height = strip.height.max(top);
    top
}

/// Running text.
pub fn plain(text: &str) -> Span {
    Span::new(text, TEXT, Weight::Regular, INK)
}

/// Small text that stands back.
pub fn small(text: &str) -> Span {
    Span::new(text, SMALL, Weight::Regular, SOFT)
}

/// Text that stands out.
pub fn strong(text: &str, size: f32) -> Span {
    Span::new(text, size, Weight::Strong, INK)
}

/// A mark is the sign and the word together.
pub fn marked(mark: &Mark, size: f32) -> Span {
    Span::new(&format!("{} {}", mark.symbol, mark.word), size, Weight::Strong, look::tone(mark.tone))
}

/// The words of a person, and who said them.
pub fn quoted(text: &str, by: &str, size: f32) -> Vec<Span> {
    let mut spans = vec![Span::new(&format!("“{text}”"), size, Weight::Regular, INK)];
    if !by.is_empty() {
        spans.push(Span::new(&format!(" {by}"), size.min(SMALL + 0.4), Weight::Regular, SOFT));
    }
    spans
}
