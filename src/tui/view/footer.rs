//! The last two lines: what happened, and which keys count now.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::view::Row;
use crate::domain::progress::Seen;
use crate::domain::status::Freshness;
use crate::domain::words::counted;
use crate::tui::keymap::{Action, Availability, Binding, Scope};
use crate::tui::model::{Layer, Model, Tone};
use crate::tui::text_field::TextField;
use crate::tui::widgets::{pane, text};

/// The status line.
pub fn status(model: &Model, frame: &mut Frame, area: Rect) {
    let theme = model.theme;
    if let Some(Layer::Actor { name, .. }) = model.layers.last() {
        return actor(name, model, frame, area);
    }
    if let Some(seen) = &model.progress {
        return progress(seen, model, frame, area);
    }
    let Some(status) = &model.status else {
        return frame
            .render_widget(Line::raw(text::cut(&format!(" {}", waiting(model)), usize::from(area.width))), area);
    };
    let (sign, style) = match status.tone {
        Tone::Done => (theme.sign("✓"), theme.good()),
        Tone::Refused => (theme.sign("✗"), theme.bad()),
        Tone::Note => (theme.sign("·"), theme.quiet()),
    };
    let hint = text::cut(&status.hint, usize::from(area.width) / 2);
    let room = usize::from(area.width).saturating_sub(4 + text::width(&hint) + 2);
    let said = Line::from(vec![
        Span::raw(" "),
        Span::styled(sign, style),
        Span::raw(" "),
        Span::raw(text::cut(&status.text, room)),
    ]);
    frame.render_widget(said, area);
    if !hint.is_empty() {
        pane::at_right(frame, area, Line::raw(format!("{hint} ")));
    }
}

/// What takes its time, how far it is, and how to stop it.
fn progress(seen: &Seen, model: &Model, frame: &mut Frame, area: Rect) {
    let hint = format!("{} cancels ", model.key_for(Action::Back));
    let room = usize::from(area.width).saturating_sub(text::width(&hint) + 2);
    let said = format!(" {} {}", model.theme.sign("·"), seen.sentence());
    frame.render_widget(Line::raw(text::cut(&said, room)), area);
    pane::at_right(frame, area, Line::styled(hint, model.theme.key()));
}

/// Who writes: a name to take or to change.
fn actor(name: &TextField, model: &Model, frame: &mut Frame, area: Rect) {
    let asks = " Who writes? ";
    let from = text::width(asks) as u16;
    let cells = area.width.saturating_sub(from + 2).min(24);
    let (shown, caret) = name.window(cells.saturating_sub(1));
    let why = match name.text().trim() {
        "" => "a name is needed; Esc goes back",
        _ => "asked once; every entry carries this name",
    };
    let room = usize::from(area.width.saturating_sub(from + cells + 2));
    let line = Line::from(vec![
        Span::styled(asks, model.theme.strong()),
        Span::styled(text::left(&shown, usize::from(cells)), model.theme.selected()),
        Span::styled(format!("  {}", text::cut(why, room)), model.theme.quiet()),
    ]);
    frame.render_widget(line, area);
    if cells > 0 {
        frame.set_cursor_position(Position::new(area.x + from + caret, area.y));
    }
}

/// With nothing to report: what waits for somebody.
fn waiting(model: &Model) -> String {
    let Some(overview) = model.overview.as_ref().filter(|overview| !overview.showing) else { return String::new() };
    let waits = |row: &&Row| matches!(row.judgement.freshness, Freshness::Due | Freshness::Overdue | Freshness::Never);
    let readings = overview.rows.iter().filter(waits).count();
    let (open, late) = overview.open_actions;
    let mut parts = Vec::new();
    if readings > 0 {
        parts.push(counted(readings, "objective waits for a reading", "objectives wait for a reading"));
    }
    if open > 0 {
        let late = if late > 0 { format!(", {late} late") } else { String::new() };
        parts.push(format!("{}{late}", counted(open as usize, "action open", "actions open")));
    }
    parts.join(" · ")
}

/// More keys than this nobody reads; the palette has the rest.
const MOST: usize = 12;

/// The keys that count now: `? help` is always there, the least important ones go first where room is short.
pub fn hints(model: &Model, frame: &mut Frame, area: Rect) {
    let scopes = model.scopes();
    let mut bindings: Vec<Binding> = model
        .keymap
        .counting(&scopes)
        .into_iter()
        .filter(|binding| binding.spec.priority > 0 && binding.spec.action != Action::Help)
        .filter(|binding| matches!((binding.spec.when)(model), Availability::Yes))
        .collect();
    bindings.sort_by_key(|binding| std::cmp::Reverse(binding.spec.priority));
    let help = help_key(model);
    let room = usize::from(area.width).saturating_sub(text::width(&help) + " help".len() + 3);
    let hints = bindings.iter().filter_map(|binding| Some((binding.key_while(model.typing)?, binding.spec.name)));
    let mut spans = vec![Span::raw(" ")];
    let mut used = 1;
    for (key, name) in hints.take(MOST) {
        let key = key.to_string();
        let cells = text::width(&key) + 1 + text::width(name) + 3;
        if used + cells > room {
            break;
        }
        used += cells;
        spans.push(Span::styled(key, model.theme.key()));
        spans.push(Span::raw(format!(" {name}   ")));
    }
    frame.render_widget(Line::from(spans), area);
    let pinned = vec![Span::styled(help, model.theme.key()), Span::raw(" help ")];
    pane::at_right(frame, area, Line::from(pinned));
}

/// The key of the help; while letters are text, one that types none.
fn help_key(model: &Model) -> String {
    let help = model.keymap.in_scope(Scope::Global).find(|binding| binding.spec.action == Action::Help);
    help.and_then(|help| help.key_while(model.typing)).map(|key| key.to_string()).unwrap_or_default()
}
