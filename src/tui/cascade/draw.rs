//! How the cascade over the whole screen is drawn.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::columns::{self, Column};
use super::{Landing, landing};
use crate::app::view::Row;
use crate::domain::period::Date;
use crate::domain::words;
use crate::tui::family::Branch;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::view::cascade::rails;
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::{pane, text};

/// The tree keeps at least so many cells.
const TREE: usize = 34;

/// Draws it.
pub fn view(model: &Model, tree: &[Branch], frame: &mut Frame, room: Rect) {
    let theme = model.theme;
    let width = usize::from(room.width);
    let foot = foot(model, tree, width);
    let [head, body, below] =
        Layout::vertical([Constraint::Length(1), Constraint::Min(0), Constraint::Length(foot.len() as u16)])
            .areas(room);
    let columns = columns::fitting(width, TREE);
    let beside: usize = columns.iter().map(|column| column.cells() + 2).sum();
    let name = width.saturating_sub(beside);
    let mut heading = text::left("  objective", name);
    for column in &columns {
        heading.push_str(&cell(*column, column.name()));
    }
    pane::lines(frame, head, [Line::styled(text::cut(&heading, width), theme.quiet())]);
    pane::lines(frame, below, foot);
    let Some(today) = model.overview.as_ref().map(|overview| overview.as_of) else { return };
    if tree.is_empty() {
        return pane::lines(frame, body, [Line::raw("  nothing matches what is asked for")]);
    }
    let at = tree.iter().position(|branch| branch.selected).unwrap_or(0);
    let height = usize::from(body.height);
    let window = Listing { selected: at, top: at.saturating_sub(height.saturating_sub(1)) }.window(tree.len(), height);
    let lines = tree[window.clone()].iter().filter_map(|branch| {
        let row = model.row(&branch.code)?;
        let line = line(model, branch, row, &columns, name, today);
        Some(if branch.selected { line.patch_style(theme.selected()) } else { line })
    });
    pane::lines(frame, body, lines.collect::<Vec<_>>());
    let y = body.y + at.saturating_sub(window.start) as u16;
    if model.layers.is_empty() && y < body.bottom() {
        frame.set_cursor_position((body.x, y));
    }
}

fn cell(column: Column, said: &str) -> String {
    let cells = column.cells();
    let said = if column.is_figure() { text::right(said, cells) } else { text::left(said, cells) };
    format!("  {said}")
}

fn line(model: &Model, branch: &Branch, row: &Row, columns: &[Column], name: usize, today: Date) -> Line<'static> {
    let theme = model.theme;
    let (rails, fold) = rails(branch, theme);
    let (mark, _) = theme.status_mark(row.judgement.status);
    let carried = model.home.carried.as_deref() == Some(row.code());
    let said = if branch.asked { theme.plain() } else { theme.quiet() };
    let marker = if carried {
        theme.sign("◆")
    } else if branch.selected {
        theme.sign("▸")
    } else {
        " "
    };
    let more = if branch.folded { format!(" +{}", branch.children) } else { String::new() };
    let mut spans = vec![
        Span::styled(marker, theme.strong()),
        Span::raw(" "),
        Span::styled(rails, theme.quiet()),
        Span::styled(fold, theme.quiet()),
        Span::styled(format!("{mark} "), theme.status(row.judgement.status)),
        text::span(row.code(), if branch.selected { theme.strong() } else { said }),
        Span::styled(more, theme.quiet()),
    ];
    let used: usize = spans.iter().map(|span| text::width(&span.content)).sum();
    let odd = odd(model, row, theme);
    let room = name.saturating_sub(used + 2);
    let odd = text::cut(&odd, if room > 12 { room / 2 + 4 } else { room });
    let title = room.saturating_sub(if odd.is_empty() { 0 } else { text::width(&odd) + 2 });
    spans.push(Span::styled(format!("  {}", text::left(&row.objective.definition.title, title)), said));
    if !odd.is_empty() {
        spans.push(Span::styled(format!("  {odd}"), theme.bad()));
    }
    // A tree deeper than its column takes the cells of the columns, which then stand further right and are cut.
    for column in columns {
        let style = style(*column, row, said, theme);
        spans.push(Span::styled(cell(*column, &column.said(row, today, theme)), style));
    }
    Line::from(spans)
}

fn style(column: Column, row: &Row, otherwise: Style, theme: Theme) -> Style {
    match column {
        Column::Status => theme.status_word(row.judgement.status),
        Column::Owner if row.objective.definition.owner.trim().is_empty() => theme.bad(),
        _ => otherwise,
    }
}

/// What is wrong with its place: a parent that is not there, a parent that looks better than what contributes to it.
fn odd(model: &Model, row: &Row, theme: Theme) -> String {
    if let Some(parent) = orphaned(model, row) {
        return format!("! no {parent} here");
    }
    match row.worst_child.as_ref().filter(|child| child.contradicts) {
        Some(child) => format!("! but {} {}", theme.status_mark(child.status).0, child.code),
        None => String::new(),
    }
}

/// The parent it names, where that is not in the list.
fn orphaned<'m>(model: &'m Model, row: &'m Row) -> Option<&'m str> {
    let rows = &model.overview.as_ref()?.rows;
    let place = rows.iter().position(|other| other.code() == row.code())?;
    model.cascade.orphans().contains(&place).then_some(row.objective.definition.parent.as_str())
}

/// What is shown, what would come of putting down, what is wrong with the selected one.
fn foot(model: &Model, tree: &[Branch], width: usize) -> Vec<Line<'static>> {
    let theme = model.theme;
    let mut lines = vec![Line::styled(theme.sign("─").repeat(width), theme.quiet())];
    let selected = model.home.selected.as_deref().unwrap_or_default();
    if let Some(landing) = landing(model, selected) {
        let (said, style) = match landing {
            Landing::Fits(said) => (said, theme.strong()),
            Landing::Refused(why) => (why, theme.bad()),
        };
        lines.extend(text::wrap(&said, width, 2).into_iter().map(|part| Line::styled(part, style)));
        let [put, top, back] = [Action::Confirm, Action::Detach, Action::Back].map(|action| model.key_for(action));
        let keys = format!("{put} puts it there   {top} puts it at the top   {back} lets it go");
        lines.push(Line::styled(text::cut(&keys, width), theme.quiet()));
        return lines;
    }
    lines.push(Line::styled(text::cut(&shown(model, tree), width), theme.quiet()));
    let Some(row) = model.selected_row() else { return lines };
    let word = |status| words::status(status).1;
    if let Some(parent) = orphaned(model, row) {
        let key = model.key_for(Action::Move);
        let said = format!("{} names {parent} as its parent, which is not in this list; {key} moves it", row.code());
        lines.push(Line::raw(text::cut(&said, width)));
    } else if let Some(child) = row.worst_child.as_ref().filter(|child| child.contradicts) {
        let own = word(row.judgement.status);
        lines.push(Line::raw(text::cut(
            &format!("{} is {own} while {} is {}", row.code(), child.code, word(child.status)),
            width,
        )));
    }
    lines
}

/// `12 objectives, 2 orphans`, or what of them is asked for.
fn shown(model: &Model, tree: &[Branch]) -> String {
    let all = model.overview.as_ref().map_or(0, |overview| overview.rows.len());
    let asked = tree.iter().filter(|branch| branch.asked).count();
    let mut said = match (&model.home.slice, model.home.filter.is_empty()) {
        (None, true) => words::counted(all, "objective", "objectives"),
        (Some(function), true) => format!("{function}: {asked} of {all}, with what they contribute to"),
        (None, false) => format!("“{}”: {asked} of {all}, with what they contribute to", model.home.filter.text()),
        (Some(function), false) => format!("{function}, “{}”: {asked} of {all}", model.home.filter.text()),
    };
    if model.home.slice.is_some() || !model.home.filter.is_empty() {
        said.push_str(&format!("; {} shows everybody", model.key_for(Action::Back)));
    }
    let orphans = model.cascade.orphans().len();
    if orphans > 0 {
        said.push_str(&format!(
            " · {}",
            words::counted(orphans, "names a parent that is not here", "name a parent that is not here")
        ));
    }
    let rows = model.overview.iter().flat_map(|overview| &overview.rows);
    let better = rows.filter(|row| row.worst_child.as_ref().is_some_and(|child| child.contradicts)).count();
    if better > 0 {
        said.push_str(&format!(
            " · {}",
            words::counted(
                better,
                "looks better than what contributes to it",
                "look better than what contributes to them"
            )
        ));
    }
    said
}
