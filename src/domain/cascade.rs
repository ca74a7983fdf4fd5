//! Parents and children: who contributes to whom. A parent has its own metric; it never averages its children.

use std::collections::HashMap;

use super::attention::Attention;
use super::status::Status;

/// The tree over a list of objectives. Places are positions in that list, and its order is kept everywhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cascade {
    parents: Vec<Option<usize>>,
    children: Vec<Vec<usize>>,
    roots: Vec<usize>,
    orphans: Vec<usize>,
}

/// One line of a tree drawn from top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Place of the objective in the list.
    pub place: usize,
    /// 0 for a root.
    pub depth: usize,
}

/// The descendant that needs attention most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worst {
    /// Its place in the list.
    pub place: usize,
    /// The parent looks good while this one does not.
    pub contradicts: bool,
}

impl Cascade {
    /// Builds the tree from `(code, parent code)`; an empty parent is none. An objective whose parent is not in the
    /// list stands as a root. A circle, which no entry lets in, is opened at its first member.
    pub fn of<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Cascade {
        let pairs: Vec<(&str, &str)> = pairs.into_iter().collect();
        let places: HashMap<&str, usize> = pairs.iter().enumerate().map(|(at, (code, _))| (*code, at)).collect();
        let mut parents: Vec<Option<usize>> = vec![None; pairs.len()];
        let mut orphans = Vec::new();
        for (place, (_, parent)) in pairs.iter().enumerate() {
            match places.get(parent) {
                Some(above) if !is_above(&parents, place, *above) => parents[place] = Some(*above),
                None if !parent.is_empty() => orphans.push(place),
                _ => {}
            }
        }
        let mut children = vec![Vec::new(); pairs.len()];
        let mut roots = Vec::new();
        for (place, parent) in parents.iter().enumerate() {
            match parent {
                Some(parent) => children[*parent].push(place),
                None => roots.push(place),
            }
        }
        Cascade { parents, children, roots, orphans }
    }

    /// Objectives without a parent in the list.
    pub fn roots(&self) -> &[usize] {
        &self.roots
    }

    /// Objectives that name a parent which is not in the list.
    pub fn orphans(&self) -> &[usize] {
        &self.orphans
    }

    /// The objective a place contributes to.
    pub fn parent(&self, place: usize) -> Option<usize> {
        self.parents.get(place).copied().flatten()
    }

    /// The objectives that contribute directly.
    pub fn children(&self, place: usize) -> &[usize] {
        self.children.get(place).map_or(&[], Vec::as_slice)
    }

    /// The whole tree as lines, every parent before its children. `is_open` says whether a place is unfolded.
    pub fn lines(&self, is_open: impl Fn(usize) -> bool) -> Vec<Line> {
        let mut waiting: Vec<Line> = self.roots.iter().rev().map(|place| Line { place: *place, depth: 0 }).collect();
        let mut lines = Vec::with_capacity(self.parents.len());
        while let Some(line) = waiting.pop() {
            lines.push(line);
            if is_open(line.place) {
                let below = self.children(line.place).iter().rev();
                waiting.extend(below.map(|place| Line { place: *place, depth: line.depth + 1 }));
            }
        }
        lines
    }

    /// The descendant of a place that needs attention most; drafts and retired ones do not count, what contributes to
    /// them does. `attention` holds the place of every objective of the list in the order of attention.
    pub fn worst_below(&self, place: usize, attention: &[Attention]) -> Option<Worst> {
        let mut waiting = self.children(place).to_vec();
        let mut worst: Option<usize> = None;
        while let Some(child) = waiting.pop() {
            waiting.extend(self.children(child));
            let counts = !matches!(attention[child].status, Status::Draft | Status::Retired);
            if counts && worst.is_none_or(|worst| attention[child] < attention[worst]) {
                worst = Some(child);
            }
        }
        let contradicts = |child: usize| contradicts(attention[place].status, attention[child].status);
        worst.map(|child| Worst { place: child, contradicts: contradicts(child) })
    }
}

/// Whether a parent looks good while a child does not.
pub fn contradicts(parent: Status, child: Status) -> bool {
    matches!(parent, Status::OnTrack | Status::Achieved)
        && matches!(child, Status::OffTrack | Status::Missed | Status::Unknown)
}

/// The circle that would arise if `code` contributed to `new_parent`: the codes along it, from `code` back to `code`.
/// `None` where none would.
pub fn would_cycle<'a>(
    code: &str,
    new_parent: &str,
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Option<Vec<String>> {
    let parents: HashMap<&str, &str> = pairs.into_iter().collect();
    let mut path = vec![code.to_owned()];
    let mut above = new_parent;
    while !above.is_empty() {
        path.push(above.to_owned());
        if above == code {
            return Some(path);
        }
        // Longer than the list: a circle among others that does not pass through `code`.
        if path.len() > parents.len() + 2 {
            return None;
        }
        above = parents.get(above).copied().unwrap_or_default();
    }
    None
}

/// Whether `place` is `other` or stands above it.
fn is_above(parents: &[Option<usize>], place: usize, other: usize) -> bool {
    std::iter::successors(Some(other), |at| parents[*at]).any(|at| at == place)
}
