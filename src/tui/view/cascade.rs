//! The cascade: parents and children, the worst child beside its parent; a parent never averages.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::sources::Because;
use crate::app::view::Row;
use crate::domain::status::Freshness;
use crate::domain::words;
use crate::tui::family::{Branch, tree};
use crate::tui::home::Pane;
use crate::tui::layout::Panes;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::view::tabs;
use crate::tui::widgets::{pane, text};

/// Draws it.
pub fn view(model: &Model, panes: &Panes, frame: &mut Frame, area: Rect) {
    let focused = model.home.focus == Pane::Cascade;
    let inside = pane::title(frame, area, model.theme, focused, tabs::title(model, panes, Pane::Cascade), Vec::new());
    let room = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
    let tree = tree(model);
    if model.home.zooms(Pane::Cascade) {
        return crate::tui::cascade::view(model, &tree, frame, room);
    }
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

/// The lines that lead to a branch, and whether it is folded.
pub fn rails(branch: &Branch, theme: Theme) -> (String, &'static str) {
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
    (rails, fold)
}

/// One objective: its place in the tree, its status, and beside a parent its worst child.
fn line(model: &Model, branch: &Branch, width: usize) -> Option<Line<'static>> {
    let theme = model.theme;
    let row = model.row(&branch.code)?;
    let (mark, word) = theme.status_mark(row.judgement.status);
    let (rails, fold) = rails(branch, theme);
    let selected = if branch.selected { theme.strong() } else { theme.plain() };
    let mut spans = vec![
        Span::styled(rails, theme.quiet()),
        Span::styled(fold, theme.quiet()),
        Span::styled(format!("{mark} "), theme.status(row.judgement.status)),
        text::span(&branch.code, selected),
        Span::raw(format!("  {word}")),
    ];
    if branch.folded {
        spans.push(Span::styled(format!("  +{}", branch.children), theme.quiet()));
    }
    let used: usize = spans.iter().map(|span| text::width(&span.content)).sum();
    let beside = beside(model, row);
    if !beside.is_empty() && used + text::width(&beside) + 2 <= width {
        spans.push(Span::raw(format!("  {beside}")));
    } else if used + 14 < width {
        let title = text::cut(&row.objective.definition.title, width - used - 2);
        spans.push(Span::raw(format!("  {title}")));
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
    let serves = serves(model, row, width);
    if !serves.is_empty() {
        lines.push(Line::default());
        lines.push(Line::styled("Serves", model.theme.quiet()));
        lines.extend(serves);
    }
    lines
}

/// What the objective serves: its own sources with their titles, then inherited ones, fainter; the links alone until it
/// was read in full.
fn serves(model: &Model, row: &Row, width: usize) -> Vec<Line<'static>> {
    let up = model.theme.sign("↑");
    let Some(dossier) = model.dossier() else {
        let links = row.objective.definition.links.iter();
        return links.map(|l| Line::raw(text::cut(&format!("{up} {} {}", l.kind, l.reference), width))).collect();
    };
    let line = |because: &Because| {
        let (name, says) = (because.name(), because.says());
        let (style, from) = match &because.from {
            None => (model.theme.plain(), String::new()),
            Some(code) => (model.theme.quiet(), format!(" through {code}")),
        };
        let gap = if says.is_empty() { "" } else { " " };
        Line::styled(text::cut(&format!("{up} {name}{from}{gap}{says}"), width), style)
    };
    dossier.serves.iter().map(line).collect()
}
