//! The cascade: parents and children, the worst child beside its parent.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::layout::Panes;
use crate::tui::model::Model;

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
    /// For its level and each one above: whether it is the last of its siblings.
    pub last: Vec<bool>,
}

/// The tree as it is shown: from the root of the selected objective.
pub fn tree(_model: &Model) -> Vec<Branch> {
    Vec::new()
}

/// Draws it.
pub fn view(_model: &Model, _panes: &Panes, _frame: &mut Frame, _area: Rect) {}
