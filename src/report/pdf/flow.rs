//! Strips onto pages: what belongs together stays together where a page is high enough for it.

use std::collections::HashMap;
use std::rc::Rc;

use super::strip::Strip;

/// The share of a page that must be left for something to begin on it that goes on overleaf.
const BEGINNING: f32 = 0.4;

/// A page: strips with the place of their upper edge.
#[derive(Default)]
pub struct Page {
    /// What stands on it, from top to bottom.
    pub strips: Vec<Standing>,
}

/// A strip in its place.
pub struct Standing {
    /// From the upper edge of the text.
    pub y: f32,
    /// The strip.
    pub strip: Rc<Strip>,
    /// It stood on an earlier page already.
    pub again: bool,
}

/// The pages of a paper whose text is `height` high.
pub fn pages(strips: Vec<Strip>, height: f32) -> Vec<Page> {
    let mut flow = Flow { pages: vec![Page::default()], y: 0.0, height };
    let mut group: Vec<Strip> = Vec::new();
    for strip in strips {
        let ends = !strip.holds;
        group.push(strip);
        if ends {
            flow.place(std::mem::take(&mut group));
        }
    }
    flow.place(group);
    flow.pages
}

/// The page every anchor stands on, counted from 0.
pub fn anchors(pages: &[Page]) -> HashMap<String, (usize, f32)> {
    let mut found = HashMap::new();
    for (number, page) in pages.iter().enumerate() {
        for standing in page.strips.iter().filter(|standing| !standing.again) {
            if let Some(anchor) = &standing.strip.anchor {
                found.entry(anchor.clone()).or_insert((number, standing.y));
            }
        }
    }
    found
}

struct Flow {
    pages: Vec<Page>,
    y: f32,
    height: f32,
}

impl Flow {
    /// Puts strips that belong together on one page where they fit on one.
    fn place(&mut self, group: Vec<Strip>) {
        let Some(first) = group.first() else { return };
        let repeated = first.head.as_ref().map_or(0.0, |head| head.height);
        let together: f32 = group.iter().map(|strip| strip.height).sum::<f32>()
            + group.iter().skip(1).map(|strip| strip.air).sum::<f32>();
        let fits_here = self.y + first.air + together <= self.height;
        let fits_a_page = repeated + together <= self.height;
        // What fits on no page begins where there is still room for a good part of it.
        let little_room = self.height - self.y < self.height * BEGINNING;
        if first.new_page || !fits_here && (fits_a_page || little_room) {
            self.turn();
        }
        for strip in group {
            self.put(strip);
        }
    }

    fn put(&mut self, strip: Strip) {
        let air = if self.y > 0.0 { strip.air } else { 0.0 };
        let least = strip.height.min(self.height * BEGINNING);
        if self.y > 0.0 && self.y + air + least > self.height {
            self.turn();
        }
        if self.y == 0.0
            && let Some(head) = strip.head.clone().filter(|head| head.height < self.height * BEGINNING)
        {
            self.stand(head, true);
        }
        let air = if self.y > 0.0 { strip.air } else { 0.0 };
        self.y += air;
        let (first, rest) = strip.divided(self.height - self.y);
        self.stand(Rc::new(first), false);
        if let Some(rest) = rest {
            self.turn();
            self.put(rest);
        }
    }

    fn stand(&mut self, strip: Rc<Strip>, again: bool) {
        let (y, height) = (self.y, strip.height);
        if let Some(page) = self.pages.last_mut() {
            page.strips.push(Standing { y, strip, again });
        }
        self.y += height;
    }

    fn turn(&mut self) {
        if self.y > 0.0 {
            self.pages.push(Page::default());
            self.y = 0.0;
        }
    }
}
