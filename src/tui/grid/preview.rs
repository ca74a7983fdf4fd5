//! Draws a paste before it is saved: line by line where it goes, what stands there, what it would be.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::faces::look;
use super::pasting::{Fate, Pasted, Preview};
use crate::domain::quantity::Value;
use crate::tui::layout;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::{figures, pane, text};

/// Lines below the list: the selected line in full, what would be saved, and the reason.
const FOOT: u16 = 4;

/// How many pasted lines are in sight.
pub fn height(model: &Model) -> usize {
    layout::screen(model.size).map_or(1, |screen| usize::from(screen.body.height.saturating_sub(2 + 1 + FOOT)).max(1))
}

/// The whole body.
pub fn view(preview: &Preview, frame: &mut Frame, body: Rect, model: &Model) {
    let theme = model.theme;
    let lines = preview.lines.len();
    let count = if lines == 1 { "1 line".to_owned() } else { format!("{lines} lines") };
    let name = vec![Span::styled("Paste", theme.strong()), Span::raw(format!("  {count} into {}", preview.into))];
    let inside = pane::frame_with_end(frame, body, theme, true, name, vec![Span::raw("nothing is saved yet")]);
    let width = usize::from(inside.width);
    let code = preview.lines.iter().filter_map(|l| l.goes.as_ref()).map(|t| text::width(&t.code)).max().unwrap_or(4);
    let pasted = preview.lines.iter().map(|l| text::width(&l.text)).max().unwrap_or(0).clamp(6, 14);
    let title = width.saturating_sub(2 + code + 1 + pasted + 3 + 36).min(40);
    let head = format!(
        "  {} {}{}   {}",
        text::left("goes to", code.max(7)),
        text::left("", title.max(1)),
        text::right("pasted", pasted),
        "becomes"
    );
    pane::lines(frame, inside, [Line::styled(head, theme.quiet())]);
    let list =
        Rect { y: inside.y + 1.min(inside.height), height: inside.height.saturating_sub(1 + FOOT).max(1), ..inside };
    let window = preview.listing.window(lines, usize::from(list.height));
    let top = window.start;
    let drawn = window.map(|at| {
        let selected = at == preview.listing.selected;
        line(&preview.lines[at], selected, (code.max(7), title, pasted), width, theme)
    });
    pane::lines(frame, list, drawn);
    foot(
        preview,
        frame,
        Rect { y: list.bottom(), height: inside.bottom().saturating_sub(list.bottom()), ..inside },
        theme,
    );
    let y = list.y + preview.listing.selected.saturating_sub(top) as u16;
    if !preview.asks_reason && y < list.bottom() && list.width > 0 {
        frame.set_cursor_position((list.x, y));
    }
}

fn line(
    pasted: &Pasted,
    selected: bool,
    (code, title, number): (usize, usize, usize),
    width: usize,
    theme: Theme,
) -> Line<'static> {
    let target = pasted.goes.as_ref();
    let name = target.map_or("", |target| target.title.as_str());
    let marker = if selected { theme.sign("▸") } else { " " };
    let look = if selected { theme.selected() } else { theme.plain() };
    let mut spans = vec![
        Span::styled(marker, theme.strong()),
        Span::raw(" "),
        Span::styled(text::left(target.map_or(theme.sign("–"), |t| t.code.as_str()), code), look),
        Span::styled(format!(" {} ", text::left(name, title.saturating_sub(1))), theme.quiet()),
        Span::styled(text::right(&pasted.text, number), theme.plain()),
        Span::raw("   "),
    ];
    let used: usize = spans.iter().map(|span| text::width(&span.content)).sum();
    spans.extend(becomes(pasted, width.saturating_sub(used), theme));
    Line::from(spans)
}

/// Its mark and what becomes of it, as far as there is room.
fn becomes(pasted: &Pasted, room: usize, theme: Theme) -> Vec<Span<'static>> {
    let said = words(pasted);
    match &pasted.fate {
        Fate::Refused(_) if !pasted.left_out => vec![
            Span::styled(theme.sign("✗"), theme.bad()),
            Span::styled(text::cut(&format!(" {said}"), room.saturating_sub(1)), theme.strong()),
        ],
        Fate::Taken { state, .. } if !pasted.left_out => vec![
            Span::styled(theme.sign(state.words().0), look(*state, theme)),
            Span::raw(text::cut(&format!(" {said}"), room.saturating_sub(1))),
        ],
        _ => vec![Span::styled(text::cut(&said, room), theme.quiet())],
    }
}

/// `98.1 %, met, corrects 97 %, unusual: ..., “meaning”`
fn words(pasted: &Pasted) -> String {
    let shown = |value: &Value| {
        let target = pasted.goes.as_ref();
        figures::value(value, target.is_some_and(|t| t.percent), target.map_or("", |t| t.unit.as_str()))
    };
    let meaning = if pasted.meaning.is_empty() { String::new() } else { format!(", “{}”", pasted.meaning) };
    match &pasted.fate {
        _ if pasted.left_out => "left out".to_owned(),
        Fate::Empty => "empty: stays as it is".to_owned(),
        Fate::SameValue { value } => format!("{} is in already{meaning}", shown(value)),
        Fate::Refused(why) => why.clone(),
        Fate::Taken { value, state, doubts } => {
            let old = pasted.goes.as_ref().and_then(|target| target.old);
            let was = old.map(|old| format!(", corrects {}", shown(&old))).unwrap_or_default();
            let doubt = if doubts.is_empty() { String::new() } else { format!(", unusual: {}", doubts.join(" · ")) };
            format!("{}, {}{was}{doubt}{meaning}", shown(value), state.words().1)
        }
    }
}

/// The selected line in full, what would be saved, the reason where values that are in are corrected.
fn foot(preview: &Preview, frame: &mut Frame, area: Rect, theme: Theme) {
    let width = usize::from(area.width.saturating_sub(4));
    let selected = preview.lines.get(preview.listing.selected).map(in_full).unwrap_or_default();
    let mut lines: Vec<Line> =
        text::wrap(&selected, width, 2).into_iter().map(|line| Line::raw(format!("  {line}"))).collect();
    lines.resize(2, Line::default());
    lines.push(Line::from(vec![Span::raw("  "), Span::styled(counts(preview), theme.strong())]));
    pane::lines(frame, area, lines);
    if preview.asks_reason && area.height >= FOOT {
        let y = area.y + FOOT - 1;
        let label = "  Why corrected  ";
        let from = text::width(label) as u16;
        let (shown, caret) = preview.reason.window(area.width.saturating_sub(from + 1));
        let line = Line::from(vec![Span::styled(label, theme.strong()), Span::raw(shown)]);
        frame.render_widget(line, Rect { y, height: 1, ..area });
        frame.set_cursor_position((area.x + from + caret, y));
    }
}

/// `4 of 6 would be saved, 2 corrected, 1 refused`
fn counts(preview: &Preview) -> String {
    if preview.saving {
        return "being saved".to_owned();
    }
    let mut parts = vec![format!("{} of {} would be saved", preview.taken(), preview.lines.len())];
    let others = [(preview.corrected(), "corrected"), (preview.unusual(), "unusual"), (preview.refused(), "refused")];
    parts.extend(others.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")));
    parts.join(", ")
}

/// `HR-2 Oct 2026: 95.5 h, far behind, corrects 41 h`: what a narrow line has no room for.
fn in_full(pasted: &Pasted) -> String {
    match &pasted.goes {
        Some(target) => format!("{} {}: {}", target.code, target.label, words(pasted)),
        None => words(pasted),
    }
}
