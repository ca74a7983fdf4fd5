//! The lines of the chart as words: beside the chart as labels, over the table as sentences.

use super::column::{Column, Level};
use super::edge::Label;
use super::said;
use crate::app::view::Dossier;
use crate::domain::objective::{Direction, Kind};
use crate::domain::target::standard_on;
use crate::tui::theme::Theme;
use crate::tui::widgets::chart::tidy;
use crate::tui::widgets::figures;

/// Which way is better, said beside the title.
pub fn direction(dossier: &Dossier) -> &'static str {
    match dossier.row.objective.definition.direction() {
        Direction::Higher => "higher is better",
        Direction::Lower => "lower is better",
        Direction::Range => "inside the range is better",
    }
}

/// What stands at the right edge beside each line, in the order of worth.
pub fn labels(dossier: &Dossier, columns: &[Column], theme: Theme) -> Vec<Label> {
    let definition = &dossier.row.objective.definition;
    let Some(last) = columns.last() else { return Vec::new() };
    let unit = definition.unit.trim();
    let standard = standard_on(&dossier.row.objective.standards, dossier.as_of);
    let span = span(columns);
    let figure = |figure: f64| tidy(figure, span);
    let with_unit = |number: String| if unit.is_empty() { number } else { format!("{number} {unit}") };
    let mut labels = Vec::new();
    let mut add = |level, at: f64, name: &str, said: String| {
        let long =
            if name.is_empty() { with_unit(said.clone()) } else { format!("{name} {}", with_unit(said.clone())) };
        labels.push(Label { level, figure: at, long, short: said });
    };
    for (at, value) in last.levels.iter().filter(|(level, _)| *level == Level::Target).enumerate() {
        let sign = match (standard.and_then(|s| s.target_high), at) {
            (Some(_), 0) => "from ".to_owned(),
            (Some(_), _) => "to ".to_owned(),
            (None, _) => standard.map(|s| format!("{} ", s.operator.sign())).unwrap_or_default(),
        };
        let sign = if theme.ascii { sign.replace('≥', ">=").replace('≤', "<=") } else { sign };
        add(Level::Target, value.1, "target", format!("{sign}{}", figure(value.1)));
    }
    if let Some((low, high)) = columns.iter().rev().find_map(|column| column.forecast) {
        add(Level::Pace, (low + high) / 2.0, "at this pace", format!("{} to {}", figure(low), figure(high)));
    }
    let names = [(Level::Tolerated, "tolerated to"), (Level::Baseline, "baseline"), (Level::Floor, "worst bearable")];
    for (level, name) in names {
        for (_, value) in last.levels.iter().filter(|(of, _)| *of == level) {
            add(level, *value, name, figure(*value));
        }
    }
    let usual: Vec<f64> = last.levels.iter().filter(|(of, _)| *of == Level::Usual).map(|(_, value)| *value).collect();
    for (name, value) in ["usual from", "usual to"].into_iter().zip(usual) {
        add(Level::Usual, value, name, figure(value));
    }
    labels
}

fn span(columns: &[Column]) -> f64 {
    let figures = || columns.iter().flat_map(Column::figures);
    figures().fold(f64::NEG_INFINITY, f64::max) - figures().fold(f64::INFINITY, f64::min)
}

/// What the chart draws beside the readings, for the table: target, tolerance, baseline, interim targets, the usual
/// range, where the pace leads.
pub fn sentences(dossier: &Dossier, theme: Theme) -> Vec<String> {
    let definition = &dossier.row.objective.definition;
    let mut said = Vec::new();
    if let Some(standard) = standard_on(&dossier.row.objective.standards, dossier.as_of) {
        said.push(format!("target {}, {}", said::target(standard, &definition.unit, theme), direction(dossier)));
        let limit = |name: &str, limit: crate::domain::quantity::Decimal| format!("{name} {limit}");
        said.extend(standard.warn.map(|warn| limit("tolerated to", warn)));
        said.extend(standard.floor.map(|floor| limit("worst bearable", floor)));
    }
    if definition.kind == Kind::Reach {
        said.extend(definition.baseline.as_ref().map(|baseline| format!("baseline {}", baseline.value)));
        let agreed = definition.waypoints.iter();
        said.extend(
            agreed.map(|w| format!("interim target {} by {}", w.value, figures::short_day(w.date, dossier.as_of))),
        );
        said.extend(definition.due.map(|due| format!("due {}", figures::short_day(due, dossier.as_of))));
        said.push(dossier.insight.pace());
    } else {
        said.push(dossier.insight.usual_range());
    }
    said
}
