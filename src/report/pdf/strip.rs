//! What a page is made of: strips as wide as the text, each as high as it must be, one below the other.

use std::rc::Rc;

use krilla::geom::Path;

use super::lines::Line;
use super::look::Tint;
use super::tree::Place;

/// A piece of the paper that is never divided unless it is higher than a page.
#[derive(Default)]
pub struct Strip {
    /// Air above it; none at the head of a page.
    pub air: f32,
    /// How high it is, without the air.
    pub height: f32,
    /// What stands on it; places count from its upper left corner.
    pub items: Vec<Item>,
    /// The strip below belongs on the same page.
    pub holds: bool,
    /// Begins a page.
    pub new_page: bool,
    /// What stands again above it where it begins a page.
    pub head: Option<Rc<Strip>>,
    /// A place a list of contents leads to.
    pub anchor: Option<String>,
    /// A line of the outline: depth, counted from 0, and its words.
    pub bookmark: Option<(usize, String)>,
}

/// Something that stands on a strip.
#[derive(Clone)]
pub enum Item {
    /// Words; `x` is where the line begins, `y` its base line.
    Words {
        /// From the left.
        x: f32,
        /// From the top.
        y: f32,
        /// The words.
        line: Line,
        /// What they are; none for what is no part of the text.
        place: Option<Place>,
    },
    /// Fine lines and small signs that say nothing a word does not say.
    Drawn(Rc<Stroke>),
    /// A drawing that stands for itself.
    Picture {
        /// What it is made of.
        strokes: Vec<Rc<Stroke>>,
        /// Its words.
        words: Vec<(f32, f32, Line)>,
        /// What it is.
        place: Place,
    },
    /// A small picture of an organization.
    Logo {
        /// Left, top, width, height.
        bounds: [f32; 4],
        /// What it is.
        place: Place,
    },
    /// The number of the page an anchor stands on; ends at `x`.
    PageOf {
        /// The anchor.
        anchor: String,
        /// From the left.
        x: f32,
        /// The base line.
        y: f32,
        /// What it is.
        place: Place,
    },
    /// An area that leads to an anchor.
    Link {
        /// The anchor.
        anchor: String,
        /// Left, top, width, height.
        bounds: [f32; 4],
        /// What it is.
        place: Place,
    },
}

/// A path with its colours; places count from the upper left corner of the strip.
pub struct Stroke {
    /// The path.
    pub path: Path,
    /// Colour inside.
    pub fill: Option<Tint>,
    /// Colour and width of the line, and the lengths of dashes and gaps.
    pub line: Option<(Tint, f32, Vec<f32>)>,
    /// Upper and lower edge.
    pub reach: (f32, f32),
}

impl Item {
    /// Where it stands between the upper and the lower edge of its strip.
    fn reach(&self) -> (f32, f32) {
        match self {
            Item::Words { y, line, .. } => (y - line.base(), y - line.base() + line.height()),
            Item::Drawn(stroke) => stroke.reach,
            Item::Picture { strokes, .. } => strokes
                .iter()
                .map(|stroke| stroke.reach)
                .fold((f32::MAX, 0.0), |all, one| (all.0.min(one.0), all.1.max(one.1))),
            Item::Logo { bounds, .. } | Item::Link { bounds, .. } => (bounds[1], bounds[1] + bounds[3]),
            Item::PageOf { y, .. } => (*y, *y),
        }
    }

    fn lifted(mut self, by: f32) -> Item {
        match &mut self {
            Item::Words { y, .. } | Item::PageOf { y, .. } => *y -= by,
            Item::Logo { bounds, .. } | Item::Link { bounds, .. } => bounds[1] -= by,
            // Pictures and fine lines are never higher than a page; they stay with the first part.
            Item::Drawn(_) | Item::Picture { .. } => {}
        }
        self
    }
}

impl Strip {
    /// An empty strip of a height.
    pub fn of(air: f32, height: f32) -> Strip {
        Strip { air, height, ..Strip::default() }
    }

    /// Divides a strip that is higher than `room` between two lines: what fits, and the rest.
    pub fn divided(self, room: f32) -> (Strip, Option<Strip>) {
        if self.height <= room {
            return (self, None);
        }
        let reaches: Vec<(f32, f32)> = self.items.iter().map(Item::reach).collect();
        let crossed = |cut: f32| reaches.iter().any(|(top, bottom)| *top < cut - 0.1 && cut + 0.1 < *bottom);
        let ends = reaches.iter().map(|(_, bottom)| *bottom).filter(|bottom| *bottom <= room);
        let cut = ends.filter(|cut| !crossed(*cut)).fold(0.0, f32::max);
        // Nothing ends in time: cut through, so that a page is filled at all.
        let cut = if cut > 0.0 { cut } else { room };
        let mut first = Strip { height: cut, items: Vec::new(), head: self.head.clone(), ..self };
        let mut rest = Strip { height: self.height - cut, head: self.head, holds: self.holds, ..Strip::default() };
        first.holds = false;
        for (item, (top, _)) in self.items.into_iter().zip(reaches) {
            let (strip, by) = if top >= cut - 0.1 { (&mut rest, cut) } else { (&mut first, 0.0) };
            strip.items.push(item.lifted(by));
        }
        (first, Some(rest))
    }
}
