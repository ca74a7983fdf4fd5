//! The chart's twin: the same readings as a table.

use ratatui::text::{Line, Span};

use super::{grace, spoken_verdict};
use crate::app::view::Dossier;
use crate::domain::target::standard_on;
use crate::tui::model::Model;
use crate::tui::widgets::{figures, text};

/// Heading and rows, newest first, `height` lines in all.
pub fn lines(model: &Model, dossier: &Dossier, width: usize, height: usize) -> Vec<Line<'static>> {
    let theme = model.theme;
    let definition = &dossier.row.objective.definition;
    let calendar = dossier.row.calendar(&dossier.rules);
    let value_cells = 14;
    let fixed = 13 + value_cells + 2 + 12 + 10;
    let rest = width.saturating_sub(fixed + 12);
    let heading = format!(
        "{}{}  {}{}{}",
        text::left("period", 13),
        text::right("value", value_cells),
        text::left("verdict", 12),
        text::left("target", 10),
        if rest > 12 { "reported by, meaning" } else { "by, meaning" },
    );
    let rows = dossier.standings.iter().rev().skip(model.home.readings_back).map(|standing| {
        let verdict = spoken_verdict(&dossier.row, &dossier.rules, standing);
        let judged = verdict.map(|verdict| theme.verdict_mark(verdict));
        let judged = judged.map(|(mark, word)| format!("{mark} {word}")).unwrap_or_default();
        let target = standard_on(&dossier.row.objective.standards, standing.period.start).map(|s| s.target.to_string());
        let reading = dossier.reading_of(standing);
        let flag = if standing.corrected {
            "*"
        } else if standing.days_after > grace(&dossier.row, &dossier.rules, standing.period) {
            "'"
        } else {
            " "
        };
        let said = reading.map(|r| format!("{}  {}", r.reported_by, r.evaluation)).unwrap_or_default();
        Line::from(vec![
            Span::raw(text::left(&calendar.period_label(definition.frequency, standing.period), 13)),
            Span::styled(
                text::right(
                    &figures::value(&standing.value, definition.unit_is_percent(), &definition.unit),
                    value_cells,
                ),
                theme.strong(),
            ),
            Span::raw(format!("{flag} ")),
            Span::styled(text::left(&judged, 12), verdict.map_or(theme.plain(), |verdict| theme.verdict_word(verdict))),
            Span::raw(text::left(&target.unwrap_or_default(), 10)),
            Span::raw(text::cut(said.trim(), rest + 12)),
        ])
    });
    let before = super::before::lines(dossier, theme, width);
    [Line::styled(heading, theme.quiet())].into_iter().chain(rows).chain(before).take(height).collect()
}
