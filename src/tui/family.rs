//! Who belongs to whom: the cascade as lines of a tree. Moving in it and drawing it ask the same function.

use super::home::{Pane, Zoom};
use super::model::Model;
use crate::app::view::Row;
use crate::domain::cascade::Cascade;

/// One line of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// Code of the objective.
    pub code: String,
    /// 0 for a root.
    pub depth: usize,
    /// Direct children.
    pub children: usize,
    /// Its children are not shown.
    pub folded: bool,
    /// It is the selected objective.
    pub selected: bool,
    /// For its level and each one above but the root: whether it is the last of its siblings.
    pub last: Vec<bool>,
}

/// The tree as it is shown: the family of the selected objective; zoomed, everybody's.
pub fn tree(model: &Model) -> Vec<Branch> {
    let (Some(overview), Some(selected)) = (&model.overview, model.selected_row()) else { return Vec::new() };
    let rows = &overview.rows;
    let cascade = &model.cascade;
    let zoomed = model.home.zoom == Zoom::Pane && model.home.focus == Pane::Cascade;
    let mut growing = Growing { model, rows, cascade, branches: Vec::new() };
    if zoomed {
        cascade.roots().iter().for_each(|root| growing.grow(*root, &[]));
    } else if let Some(place) = rows.iter().position(|row| row.code() == selected.code()) {
        let top = std::iter::successors(Some(place), |below| cascade.parent(*below)).last();
        growing.grow(top.unwrap_or(place), &[]);
    }
    growing.branches
}

struct Growing<'a> {
    model: &'a Model,
    rows: &'a [Row],
    /// Places in it are places in `rows`; a circle is open in it, so that growing ends.
    cascade: &'a Cascade,
    branches: Vec<Branch>,
}

impl Growing<'_> {
    fn grow(&mut self, place: usize, last: &[bool]) {
        let code = self.rows[place].code();
        let children = self.cascade.children(place);
        let folded = !children.is_empty() && self.model.home.folded.contains(code);
        self.branches.push(Branch {
            code: code.to_owned(),
            depth: last.len(),
            children: children.len(),
            folded,
            selected: self.model.home.selected.as_deref() == Some(code),
            last: last.to_vec(),
        });
        if folded {
            return;
        }
        for (at, child) in children.iter().enumerate() {
            let mut below = last.to_vec();
            below.push(at + 1 == children.len());
            self.grow(*child, &below);
        }
    }
}
