//! The list of objectives: what needs you first on top, columns that drop instead of shrinking.

mod columns;
mod content;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use self::columns::Columns;
pub use self::content::Widths;
use crate::app::view::{Overview, Row};
use crate::domain::status::Status;
use crate::tui::home::Pane;
use crate::tui::keymap::Action;
use crate::tui::model::{Layer, Model};
use crate::tui::update::selection;
use crate::tui::widgets::{pane, text};

/// Draws it.
pub fn view(model: &Model, overview: &Overview, frame: &mut Frame, area: Rect) {
    let focused = model.home.focus == Pane::Objectives;
    let listed = selection::listed(model);
    let inside = match filter(model, &listed, overview) {
        // What is typed is the last thing to go without room: the counts give way to it.
        Some((filter, caret)) => {
            let inside = pane::title(frame, area, model.theme, focused, filter, Vec::new());
            caret_at(frame, area, caret);
            inside
        }
        None => {
            let end = vec![Span::styled("what needs you first", model.theme.quiet())];
            pane::title(frame, area, model.theme, focused, title(model, overview, area), end)
        }
    };
    if inside.height == 0 || inside.width < 10 {
        return;
    }
    let columns = Columns::fitting(overview, &model.widths, usize::from(inside.width), model.theme);
    frame.render_widget(columns.heading(), Rect { height: 1, ..inside });
    if listed.is_empty() {
        let nothing = Line::raw("  nothing matches the filter; Esc clears it");
        pane::lines(frame, below_heading(inside), [nothing]);
    }
    let selected = selection::place(model);
    let rows = listed.iter().enumerate().skip(model.home.top).map(|(at, row)| {
        let mut line = columns.line(row, Some(at) == selected);
        if model.home.marked.contains(row.code()) {
            line.spans[0] = Span::styled(model.theme.sign("◆"), model.theme.key());
        }
        if Some(at) == selected && focused { line.patch_style(model.theme.selected()) } else { line }
    });
    pane::lines(frame, below_heading(inside), rows);
    place_cursor(model, frame, inside, selected);
}

fn below_heading(inside: Rect) -> Rect {
    Rect { y: inside.y + 1, height: inside.height - 1, ..inside }
}

/// The hardware cursor stands on the selected row, so that screen readers and braille lines follow it.
fn place_cursor(model: &Model, frame: &mut Frame, inside: Rect, selected: Option<usize>) {
    if !model.layers.is_empty() || model.home.focus != Pane::Objectives {
        return;
    }
    if let Some(y) = selected.and_then(|at| at.checked_sub(model.home.top)) {
        let y = inside.y + 1 + y as u16;
        if y < inside.bottom() {
            frame.set_cursor_position((inside.x, y));
        }
    }
}

/// The pane's name and the counts by status; while filtering, the filter line.
fn title(model: &Model, overview: &Overview, area: Rect) -> Vec<Span<'static>> {
    let theme = model.theme;
    let mut spans = vec![Span::styled(Pane::Objectives.name(), theme.strong())];
    let narrow = area.width < 100;
    let mut used = 16 + if narrow { 0 } else { 24 };
    let order = [Status::OffTrack, Status::Missed, Status::Unknown, Status::AtRisk, Status::NotStarted];
    let rest = [Status::OnTrack, Status::Achieved, Status::Draft, Status::Retired];
    let mut counts = [0; Status::ALL.len()];
    for row in &overview.rows {
        counts[row.judgement.status as usize] += 1;
    }
    for status in order.into_iter().chain(rest) {
        let count = counts[status as usize];
        let (mark, word) = theme.status_mark(status);
        let label = format!("{mark} {count} {word}");
        used += text::width(&label) + 2;
        if count > 0 && used <= usize::from(area.width) {
            spans.push(Span::raw("  "));
            spans.push(Span::styled(mark, theme.status(status)));
            spans.push(Span::styled(format!(" {count} {word}"), theme.status_word(status)));
        } else if count == 0 {
            used -= text::width(&label) + 2;
        }
    }
    spans
}

/// What the list is filtered by, how much of it is left, and the way back; with the place of the caret in it while it
/// is being typed.
fn filter(model: &Model, listed: &[&Row], overview: &Overview) -> Option<(Vec<Span<'static>>, Option<u16>)> {
    let typing = matches!(model.layers.last(), Some(Layer::Filter));
    if model.home.filter.is_empty() && !typing {
        return None;
    }
    let (typed, caret) = model.home.filter.window(if model.size.0 < 60 { 12 } else { 24 });
    let name = format!("{}  ", Pane::Objectives.name());
    let caret = typing.then(|| text::width(&name) as u16 + 1 + caret);
    let count = format!("  {} of {}", listed.len(), overview.rows.len());
    let spans = vec![
        Span::styled(name, model.theme.strong()),
        Span::styled("/", model.theme.key()),
        Span::styled(typed, model.theme.strong()),
        Span::raw(count),
        Span::styled(format!("  {} clears", model.key_for(Action::Back)), model.theme.quiet()),
    ];
    Some((spans, caret))
}

/// The hardware cursor in the title, behind the corner and the mark of the focus.
fn caret_at(frame: &mut Frame, area: Rect, caret: Option<u16>) {
    if let Some(x) = caret.map(|caret| area.x + 2 + caret).filter(|x| *x < area.right()) {
        frame.set_cursor_position((x, area.y));
    }
}
