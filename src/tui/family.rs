//! Who belongs to whom: the cascade as lines of a tree. Moving in it and drawing it ask the same function.

use std::collections::{HashMap, HashSet};

use super::home::{Pane, Zoom};
use super::model::Model;
use crate::app::view::{Overview, Row};

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
    let family = Family::of(overview);
    let zoomed = model.home.zoom == Zoom::Pane && model.home.focus == Pane::Cascade;
    let roots: Vec<&Row> = if zoomed {
        overview.rows.iter().filter(|row| family.parent(row).is_none()).collect()
    } else {
        vec![family.root(selected)]
    };
    let mut growing = Growing { model, family, seen: HashSet::new(), branches: Vec::new() };
    for root in roots {
        growing.grow(root, &[]);
    }
    growing.branches
}

/// Who belongs to whom, looked up once for the whole tree.
struct Family<'a> {
    by_code: HashMap<&'a str, &'a Row>,
    children: HashMap<&'a str, Vec<&'a Row>>,
}

impl<'a> Family<'a> {
    fn of(overview: &'a Overview) -> Family<'a> {
        let by_code = overview.rows.iter().map(|row| (row.code(), row)).collect();
        let mut children: HashMap<&str, Vec<&Row>> = HashMap::new();
        for row in overview.rows.iter().filter(|row| !row.objective.definition.parent.is_empty()) {
            children.entry(row.objective.definition.parent.as_str()).or_default().push(row);
        }
        Family { by_code, children }
    }

    fn parent(&self, row: &Row) -> Option<&'a Row> {
        self.by_code.get(row.objective.definition.parent.as_str()).copied()
    }

    /// The topmost ancestor. A cycle is refused on entry; a file from elsewhere must not hang the screen all the same.
    fn root(&self, row: &'a Row) -> &'a Row {
        let mut top = row;
        for _ in 0..self.by_code.len() {
            match self.parent(top) {
                Some(above) if above.code() != row.code() => top = above,
                _ => break,
            }
        }
        top
    }
}

struct Growing<'a> {
    model: &'a Model,
    family: Family<'a>,
    /// Against cycles, as above.
    seen: HashSet<&'a str>,
    branches: Vec<Branch>,
}

impl<'a> Growing<'a> {
    fn grow(&mut self, row: &'a Row, last: &[bool]) {
        if !self.seen.insert(row.code()) {
            return;
        }
        let children: Vec<&'a Row> = self.family.children.get(row.code()).cloned().unwrap_or_default();
        let folded = !children.is_empty() && self.model.home.folded.contains(row.code());
        self.branches.push(Branch {
            code: row.code().to_owned(),
            depth: last.len(),
            children: children.len(),
            folded,
            selected: self.model.home.selected.as_deref() == Some(row.code()),
            last: last.to_vec(),
        });
        if folded {
            return;
        }
        for (at, child) in children.iter().enumerate() {
            let mut below = last.to_vec();
            below.push(at + 1 == children.len());
            self.grow(child, &below);
        }
    }
}
