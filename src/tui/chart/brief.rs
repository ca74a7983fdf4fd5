//! Where a chart has no room: the last periods as one line of bars, and the value against its target in words.

use ratatui::text::{Line, Span};

use super::said;
use super::slots::Slot;
use crate::app::view::Dossier;
use crate::tui::theme::Theme;
use crate::tui::widgets::sparkline::of_row;
use crate::tui::widgets::text;

/// `▅▆▆▇▃  91.5 % vs 95 % (-3.5)`.
pub fn line(dossier: &Dossier, slot: &Slot, theme: Theme, width: usize) -> Line<'static> {
    let target = slot.standard.map(|standard| standard.target.to_string());
    let unit = slot.definition(dossier).unit.trim();
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    let against = target.map(|target| format!(" vs {target}{unit} ({})", said::distance(dossier, slot)));
    let against = against.filter(|_| slot.standing().is_some()).unwrap_or_default();
    let words = format!("{}{against}", said::value(dossier, slot));
    let bars = width.saturating_sub(text::width(&words) + 2).min(MOST);
    let bars = of_row(&dossier.row, &dossier.rules, dossier.as_of, bars, theme);
    let bars = bars.trim_start().to_owned();
    let gap = if bars.is_empty() { "" } else { "  " };
    Line::from(vec![Span::styled(format!("{bars}{gap}"), theme.chart()), Span::raw(text::cut(&words, width))])
}

/// More bars than this say nothing more.
const MOST: usize = 15;
