//! What was measured before a line: the readings of the objective this one took the place of.

use ratatui::text::{Line, Span};

use super::series::named;
use crate::app::view::{Dossier, Predecessor};
use crate::domain::objective::Kind;
use crate::domain::target::standard_on;
use crate::tui::theme::Theme;
use crate::tui::widgets::chart::Column;
use crate::tui::widgets::{figures, text};

/// The newest `most` old readings as columns, a line after the last; none where another unit forbids one scale.
pub fn columns(dossier: &Dossier, most: usize) -> Vec<Column> {
    let Some(old) = &dossier.predecessor else { return Vec::new() };
    let unit = dossier.row.objective.definition.unit.trim();
    if !old.definition.unit.trim().eq_ignore_ascii_case(unit) {
        return Vec::new();
    }
    let from = old.standings.len().saturating_sub(most);
    let calendar = old.definition.calendar(dossier.rules.calendar);
    let mut columns: Vec<Column> = old.standings[from..]
        .iter()
        .map(|standing| {
            let standard = standard_on(&old.standards, standing.period.start);
            let judged = old.definition.kind == Kind::Maintain;
            Column {
                name: named(old.definition.frequency, standing.period, calendar),
                year: String::new(),
                value: standing.value.to_f64(old.definition.unit_is_percent()),
                verdict: judged.then_some(standing.verdict),
                corrected: standing.corrected,
                late: false,
                target: standard.map(|standard| standard.target.to_f64()).filter(|_| judged),
                target_high: standard.and_then(|standard| standard.target_high).map(|t| t.to_f64()),
                warn: None,
                usual: None,
                line_after: false,
            }
        })
        .collect();
    if let Some(last) = columns.last_mut() {
        last.line_after = true;
    }
    columns
}

/// A separating line that names the old objective, then its readings, newest first.
pub fn lines(dossier: &Dossier, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let Some(old) = &dossier.predecessor else { return Vec::new() };
    let calendar = old.definition.calendar(dossier.rules.calendar);
    let rows = old.standings.iter().rev().map(|standing| {
        let verdict = (old.definition.kind == Kind::Maintain).then_some(standing.verdict);
        let judged = verdict.map(|verdict| theme.verdict_mark(verdict));
        let judged = judged.map(|(mark, word)| format!("{mark} {word}")).unwrap_or_default();
        let value = figures::value(&standing.value, old.definition.unit_is_percent(), &old.definition.unit);
        let target = standard_on(&old.standards, standing.period.start).map(|s| s.target.to_string());
        Line::from(vec![
            Span::raw(text::left(&calendar.period_label(old.definition.frequency, standing.period), 13)),
            Span::raw(text::right(&value, 14)),
            Span::raw(if standing.corrected { "* " } else { "  " }),
            Span::styled(text::left(&judged, 12), verdict.map_or(theme.plain(), |verdict| theme.verdict_word(verdict))),
            Span::raw(text::left(&target.unwrap_or_default(), 10)),
        ])
    });
    [separator(old, theme, width)].into_iter().chain(rows).collect()
}

fn separator(old: &Predecessor, theme: Theme, width: usize) -> Line<'static> {
    let said = format!(" {} until {} ", old.code, figures::day(old.closing.retired_on));
    let rule = theme.sign("─");
    let said = format!("{}{said}", rule.repeat(3));
    let rest = width.saturating_sub(text::width(&said));
    Line::styled(format!("{}{}", text::cut(&said, width), rule.repeat(rest)), theme.quiet())
}
