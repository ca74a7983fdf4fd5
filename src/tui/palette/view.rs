//! Draws the line that is typed into, the list, and what the marked line does.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::entry::Entry;
use super::sheet::PaletteSheet;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::split::text_room;
use crate::tui::widgets::{pane, text};

/// The lines over the list: what is typed, a free one.
const HEAD: u16 = 2;
/// The lines below it: a free one, what the marked line does.
const FOOT: u16 = 2;
/// Cells of the keys at the right end.
const KEY: usize = 10;
/// From this width on what a line does stands beside its name.
const WITH_EFFECT: usize = 64;

/// How many lines of the list are in sight.
pub fn rows(body: Rect) -> usize {
    usize::from(text_room(body).height.saturating_sub(HEAD + FOOT)).max(1)
}

/// Draws it; the cursor stands where letters go.
pub fn draw(sheet: &PaletteSheet, model: &Model, frame: &mut Frame, body: Rect) {
    let theme = model.theme;
    let count = format!("{} of {}", sheet.fitting.len(), sheet.entries.len());
    let name = vec![Span::styled("Actions", theme.strong()), Span::raw("  type a few letters")];
    pane::frame_with_end(frame, body, theme, true, name, vec![Span::styled(count, theme.quiet())]);
    let inside = text_room(body);
    let width = usize::from(inside.width);
    let (typed, caret) = sheet.typed.window(inside.width.saturating_sub(3));
    pane::lines(frame, inside, [Line::from(vec![Span::styled(": ", theme.key()), Span::raw(typed)])]);
    let list = Rect {
        x: inside.x.saturating_sub(1),
        y: inside.y + HEAD.min(inside.height),
        width: inside.width + 1,
        height: inside.height.saturating_sub(HEAD + FOOT),
    };
    let window = sheet.listing.window(sheet.fitting.len(), usize::from(list.height));
    let shown = window.map(|at| line(&sheet.entries[sheet.fitting[at]], at == sheet.listing.selected, theme, width));
    pane::lines(frame, list, shown);
    let foot = Rect { y: inside.bottom().saturating_sub(1), height: 1.min(inside.height), ..inside };
    pane::lines(frame, foot, [Line::styled(text::cut(&said(sheet), width), theme.quiet())]);
    if inside.height > 0 {
        frame.set_cursor_position(Position::new((inside.x + 2 + caret).min(inside.right().max(1) - 1), inside.y));
    }
}

/// What the marked line does, and how it is done without the palette.
fn said(sheet: &PaletteSheet) -> String {
    match sheet.marked() {
        None => "nothing fits; fewer letters find more".to_owned(),
        Some(Entry::There { binding, .. }) => {
            format!("Enter goes to {}; there {}", binding.spec.scope.heading(), binding.spec.effect.to_lowercase())
        }
        Some(entry) => entry.effect(),
    }
}

fn line(entry: &Entry, marked: bool, theme: Theme, width: usize) -> Line<'static> {
    let mark = if marked { theme.sign("▸") } else { " " };
    let key = entry.key();
    let room = width.saturating_sub(KEY + 1);
    let name_cells = if width >= WITH_EFFECT { (width / 4).clamp(20, 34) } else { room };
    let can =
        matches!(entry, Entry::Here { why_not, .. } if why_not.is_empty()) || !matches!(entry, Entry::Here { .. });
    let style = match (marked, can) {
        (true, _) => theme.selected(),
        (false, true) => theme.plain(),
        (false, false) => theme.quiet(),
    };
    let effect = text::left(&entry.effect(), room.saturating_sub(name_cells + 1));
    Line::from(vec![
        Span::styled(mark, theme.strong()),
        Span::styled(text::left(&entry.name(), name_cells), style),
        Span::raw(" "),
        Span::styled(effect, if can { theme.plain() } else { theme.quiet() }),
        Span::raw(" "),
        Span::styled(text::right(&key, KEY - 1), theme.key()),
    ])
}
