//! Who belongs to whom: the cascade as lines of a tree. Moving in it and drawing it ask the same function.

use std::collections::HashSet;

use super::home::Pane;
use super::model::Model;
use super::update::selection;
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
    /// It is what the filter or the slice asks for; else it stands above something that is.
    pub asked: bool,
    /// For its level and each one above but the root: whether it is the last of its siblings.
    pub last: Vec<bool>,
}

/// The tree as it is shown: the family of the selected objective; zoomed, everybody's.
pub fn tree(model: &Model) -> Vec<Branch> {
    let (Some(overview), Some(selected)) = (&model.overview, model.selected_row()) else { return Vec::new() };
    let rows = &overview.rows;
    let cascade = &model.cascade;
    let zoomed = model.home.zooms(Pane::Cascade);
    let asked = if zoomed { asked(model) } else { None };
    let mut growing = Growing { model, rows, cascade, asked, branches: Vec::new() };
    if zoomed {
        cascade.roots().iter().for_each(|root| growing.grow(*root, &[]));
    } else if let Some(place) = rows.iter().position(|row| row.code() == selected.code()) {
        let top = std::iter::successors(Some(place), |below| cascade.parent(*below)).last();
        growing.grow(top.unwrap_or(place), &[]);
    }
    growing.branches
}

/// What the filter and the slice of one function ask for; `None` where everybody is shown.
fn asked(model: &Model) -> Option<Vec<Asked>> {
    let overview = model.overview.as_ref()?;
    let function = model.home.slice.as_deref();
    if model.home.filter.is_empty() && function.is_none() {
        return None;
    }
    let listed: HashSet<&str> = selection::listed(model).into_iter().map(Row::code).collect();
    let is_asked = |row: &Row| {
        let of_function = function.is_none_or(|function| row.objective.definition.function == function);
        of_function && listed.contains(row.code())
    };
    let mut asked = vec![Asked::No; overview.rows.len()];
    for (place, _) in overview.rows.iter().enumerate().filter(|(_, row)| is_asked(row)) {
        let above = std::iter::successors(model.cascade.parent(place), |at| model.cascade.parent(*at));
        above.for_each(|at| asked[at] = asked[at].max(Asked::Above));
        asked[place] = Asked::Itself;
    }
    Some(asked)
}

/// Whether an objective is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Asked {
    /// Neither it nor anything below it.
    No,
    /// Something below it.
    Above,
    /// It.
    Itself,
}

struct Growing<'a> {
    model: &'a Model,
    rows: &'a [Row],
    /// Places in it are places in `rows`; a circle is open in it, so that growing ends.
    cascade: &'a Cascade,
    /// What is asked for, by place; `None` shows everybody.
    asked: Option<Vec<Asked>>,
    branches: Vec<Branch>,
}

impl Growing<'_> {
    fn grow(&mut self, place: usize, last: &[bool]) {
        let code = self.rows[place].code();
        let of = |place: usize| self.asked.as_ref().map_or(Asked::Itself, |asked| asked[place]);
        if of(place) == Asked::No {
            return;
        }
        let children: Vec<usize> =
            self.cascade.children(place).iter().copied().filter(|child| of(*child) != Asked::No).collect();
        // What is asked for is never folded away.
        let folded = !children.is_empty() && self.asked.is_none() && self.model.home.folded.contains(code);
        self.branches.push(Branch {
            code: code.to_owned(),
            depth: last.len(),
            children: children.len(),
            folded,
            selected: self.model.home.selected.as_deref() == Some(code),
            asked: of(place) == Asked::Itself,
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
