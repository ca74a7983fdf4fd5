//! The cascade: parents and children, the worst child beside its parent; a parent never averages.

use std::collections::{BTreeMap, BTreeSet};

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::view::{Overview, Row};
use crate::domain::status::Freshness;
use crate::domain::words;
use crate::tui::home::{Pane, Zoom};
use crate::tui::layout::Panes;
use crate::tui::model::Model;
use crate::tui::view::tabs;
use crate::tui::widgets::{pane, text};

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
    let mut growing = Growing { model, family, seen: BTreeSet::new(), branches: Vec::new() };
    for root in roots {
        growing.grow(root, &[]);
    }
    growing.branches
}

/// Who belongs to whom, looked up once for the whole tree.
struct Family<'a> {
    by_code: BTreeMap<&'a str, &'a Row>,
    children: BTreeMap<&'a str, Vec<&'a Row>>,
}

impl<'a> Family<'a> {
    fn of(overview: &'a Overview) -> Family<'a> {
        let by_code = overview.rows.iter().map(|row| (row.code(), row)).collect();
        let mut children: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
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
    seen: BTreeSet<&'a str>,
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

/// Draws it.
pub fn view(model: &Model, panes: &Panes, frame: &mut Frame, area: Rect) {
    let focused = model.home.focus == Pane::Cascade;
    let inside = pane::title(frame, area, model.theme, focused, tabs::title(model, panes, Pane::Cascade), Vec::new());
    let room = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
    let tree = tree(model);
    let at = tree.iter().position(|branch| branch.selected).unwrap_or(0);
    let notes = notes(model, usize::from(room.width));
    let tree_rows = usize::from(room.height)
        .saturating_sub(if tree.len() + notes.len() > usize::from(room.height) {
            2.min(notes.len())
        } else {
            notes.len()
        })
        .max(1);
    let top = (at + 1).saturating_sub(tree_rows);
    let lines = tree.iter().skip(top).take(tree_rows).filter_map(|branch| {
        let line = line(model, branch, usize::from(room.width))?;
        Some(if branch.selected && focused { line.patch_style(model.theme.selected()) } else { line })
    });
    pane::lines(frame, room, lines.chain(notes));
    let y = room.y + (at - top) as u16;
    if focused && model.layers.is_empty() && y < room.bottom() {
        frame.set_cursor_position((inside.x, y));
    }
}

/// One objective: its place in the tree, its status, and beside a parent its worst child.
fn line(model: &Model, branch: &Branch, width: usize) -> Option<Line<'static>> {
    let theme = model.theme;
    let row = model.row(&branch.code)?;
    let (mark, word) = theme.status_mark(row.judgement.status);
    let mut rails: String = branch
        .last
        .iter()
        .take(branch.last.len().saturating_sub(1))
        .map(|last| if *last { "   " } else { theme.sign("│  ") })
        .collect();
    match branch.last.last() {
        Some(true) => rails.push_str(theme.sign("└─ ")),
        Some(false) => rails.push_str(theme.sign("├─ ")),
        None => {}
    }
    let fold = match (branch.children, branch.folded) {
        (0, _) => "",
        (_, true) => theme.sign("▸"),
        (_, false) => theme.sign("▾"),
    };
    let selected = if branch.selected { theme.strong() } else { theme.plain() };
    let mut spans = vec![
        Span::styled(rails, theme.quiet()),
        Span::styled(fold, theme.quiet()),
        Span::styled(format!("{mark} "), theme.status(row.judgement.status)),
        text::span(&branch.code, selected.patch(theme.code())),
        Span::raw(format!("  {word}")),
    ];
    if branch.folded {
        spans.push(Span::styled(format!("  +{}", branch.children), theme.quiet()));
    }
    let used: usize = spans.iter().map(|span| text::width(&span.content)).sum();
    let beside = beside(model, row);
    if !beside.is_empty() && used + text::width(&beside) + 2 <= width {
        spans.push(Span::styled(format!("  {beside}"), theme.quiet()));
    } else if used + 14 < width {
        let title = text::cut(&row.objective.definition.title, width - used - 2);
        spans.push(Span::styled(format!("  {title}"), theme.quiet()));
    }
    Some(Line::from(spans))
}

/// The worst child and how fresh it is.
fn beside(model: &Model, row: &Row) -> String {
    let Some(child) = &row.worst_child else { return String::new() };
    let (mark, _) = model.theme.status_mark(child.status);
    let late = match child.freshness {
        Freshness::Overdue | Freshness::Never | Freshness::Due => format!(", {}", words::freshness(child.freshness)),
        _ => String::new(),
    };
    format!("worst {mark} {}{late}", child.code)
}

/// What the tree cannot say: a parent that looks better than its child, and what the objective serves.
fn notes(model: &Model, width: usize) -> Vec<Line<'static>> {
    let Some(row) = model.selected_row() else { return Vec::new() };
    let mut lines = Vec::new();
    let (_, own) = words::status(row.judgement.status);
    if let Some(child) = row.worst_child.as_ref().filter(|child| child.contradicts) {
        let (_, word) = words::status(child.status);
        let said = format!("{} is {own} while {} is {word}", row.code(), child.code);
        lines.extend(text::wrap(&said, width, 2).into_iter().map(Line::raw));
    }
    let serves = &row.objective.definition.links;
    if !serves.is_empty() {
        lines.push(Line::default());
        lines.push(Line::styled("Serves", model.theme.quiet()));
        let up = model.theme.sign("↑");
        lines.extend(serves.iter().map(|l| Line::raw(text::cut(&format!("{up} {} {}", l.kind, l.reference), width))));
    }
    lines
}
