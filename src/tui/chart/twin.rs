//! The chart as a table: every fact of the picture as a word or a number, the newest period first.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::columns::judged;
use super::said;
use super::slots::{Slot, Whose};
use crate::app::view::Dossier;
use crate::tui::theme::Theme;
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::{pane, text};

/// What stands in a column of the table.
type Cell = fn(&Dossier, &Slot, Theme) -> String;

/// Heading, cells at most, whether it is a figure, and from which width on it is there.
const COLUMNS: [(&str, usize, bool, u16, Cell); 8] = [
    ("period", 12, false, 0, |dossier, slot, _| slot.label(dossier)),
    ("value", 13, true, 0, |dossier, slot, _| said::value(dossier, slot)),
    ("of", 11, true, 92, |_, slot, _| said::counted(slot)),
    ("target", 10, true, 0, said::target_then),
    ("off by", 7, true, 128, |dossier, slot, _| said::distance(dossier, slot)),
    ("verdict", 15, false, 48, |dossier, slot, theme| {
        let (sign, word) = said::verdict(dossier, slot, theme);
        format!("{sign} {word}")
    }),
    ("mark", 23, false, 80, |dossier, slot, _| said::mark(dossier, slot)),
    ("reported by", 12, false, 112, |dossier, slot, _| match (slot.of, slot.standing()) {
        (Whose::Own, Some(standing)) => dossier.reading_of(standing).map(|r| r.reported_by.clone()).unwrap_or_default(),
        _ => String::new(),
    }),
];

/// Draws heading and rows, the one with the cursor among them; gives the row it stands on.
pub fn view(dossier: &Dossier, slots: &[Slot], cursor: usize, theme: Theme, frame: &mut Frame, room: Rect) {
    let shown: Vec<_> = COLUMNS.iter().filter(|(_, _, _, from, _)| room.width >= *from).collect();
    let needs = |(name, most, _, _, cell): &&(&str, usize, bool, u16, Cell)| {
        let said = slots.iter().map(|slot| text::width(&cell(dossier, slot, theme)));
        said.max().unwrap_or(0).max(name.len()).min(*most)
    };
    let cells: Vec<usize> = shown.iter().map(|column| needs(column) + GAP).collect();
    let rest = usize::from(room.width).saturating_sub(2 + cells.iter().sum::<usize>());
    let mut heading = "  ".to_owned();
    for ((name, _, figure, _, _), cells) in shown.iter().zip(&cells) {
        heading.push_str(&aligned(name, *cells, *figure));
    }
    if rest > MEANING_FROM {
        heading.push_str("meaning");
    }
    let heading = Line::styled(text::cut(&heading, usize::from(room.width)), theme.quiet());
    pane::lines(frame, room, [heading]);
    let below = Rect { y: room.y + 1.min(room.height), height: room.height.saturating_sub(1), ..room };
    let selected = slots.len().saturating_sub(1).saturating_sub(cursor);
    let window = Listing { selected, top: selected.saturating_sub(usize::from(below.height) / 2) }
        .window(slots.len(), usize::from(below.height));
    let rows = slots.iter().rev().enumerate().skip(window.start).take(window.len());
    let lines = rows.map(|(at, slot)| {
        let mut spans =
            vec![Span::styled(if at == selected { theme.sign("▸") } else { " " }, theme.strong()), Span::raw(" ")];
        for ((name, _, figure, _, cell), cells) in shown.iter().zip(&cells) {
            let said = aligned(&cell(dossier, slot, theme), *cells, *figure);
            spans.push(Span::styled(said, style(name, dossier, slot, theme)));
        }
        if rest > MEANING_FROM {
            spans.push(Span::raw(text::cut(&meaning(dossier, slot), rest)));
        }
        let line = Line::from(spans);
        if at == selected { line.patch_style(theme.selected()) } else { line }
    });
    pane::lines(frame, below, lines);
}

/// Fewer cells than this say nothing of a meaning.
const MEANING_FROM: usize = 12;

/// Between two columns.
const GAP: usize = 2;

fn aligned(said: &str, cells: usize, figure: bool) -> String {
    let gap = " ".repeat(GAP);
    let cells = cells.saturating_sub(GAP);
    if figure { text::right(said, cells) + &gap } else { text::left(said, cells) + &gap }
}

fn style(column: &str, dossier: &Dossier, slot: &Slot, theme: Theme) -> Style {
    match column {
        "value" => theme.strong(),
        "verdict" => judged(dossier, slot).map_or(theme.plain(), |verdict| theme.verdict_word(verdict)),
        _ => theme.plain(),
    }
}

fn meaning(dossier: &Dossier, slot: &Slot) -> String {
    let own = slot.standing().filter(|_| matches!(slot.of, Whose::Own));
    own.and_then(|standing| dossier.reading_of(standing)).map(|reading| reading.evaluation.clone()).unwrap_or_default()
}
