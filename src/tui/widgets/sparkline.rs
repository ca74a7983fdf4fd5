//! The last periods in one line, gaps visible.
//!
//! The scale reaches from the baseline to the target and over the values: scaled to the values alone, one step near
//! the target would look like a cliff.

use crate::app::view::Row;
use crate::domain::period::Date;
use crate::domain::register::Rules;
use crate::tui::preferences::Marker;
use crate::tui::theme::Theme;

/// Without the full block: rows above one another would grow together.
const LEVELS: [&str; 7] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇"];
const ASCII_LEVELS: [&str; 7] = ["1", "2", "3", "4", "5", "6", "7"];

/// The last `periods` of a row, right aligned: a bar for a value, `·` for a gap, `–` for none to count.
pub fn of_row(row: &Row, rules: &Rules, as_of: Date, periods: usize, theme: Theme) -> String {
    if theme.linear {
        return String::new();
    }
    let digits = theme.ascii || matches!(theme.marker, Marker::Dot | Marker::Ascii);
    let definition = &row.objective.definition;
    let percent = definition.unit_is_percent();
    let standings = row.last_periods(rules, as_of, periods);
    if standings.iter().all(|(_, standing)| standing.is_none()) {
        return " ".repeat(periods);
    }
    let values: Vec<Option<Option<f64>>> =
        standings.iter().map(|(_, standing)| standing.map(|s| s.value.to_f64(percent))).collect();
    let bounds = [definition.target, definition.target_high, definition.baseline.as_ref().map(|b| b.value)];
    let known = values.iter().flatten().flatten().copied().chain(bounds.into_iter().flatten().map(|b| b.to_f64()));
    let scale = Scale::over(known);
    let drawn: String = values
        .iter()
        .map(|value| match value {
            None => theme.sign("·"),
            Some(None) => theme.sign("–"),
            Some(Some(value)) => {
                let levels = if digits { ASCII_LEVELS } else { LEVELS };
                levels[scale.level(*value, levels.len())]
            }
        })
        .collect();
    format!("{}{drawn}", " ".repeat(periods.saturating_sub(values.len())))
}

/// From the lowest to the highest figure that matters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The lowest.
    pub low: f64,
    /// The highest; always above the lowest.
    pub high: f64,
}

impl Scale {
    /// Over all figures, with a span that never magnifies a hair's breadth: at least a twentieth of the largest.
    pub fn over(figures: impl Iterator<Item = f64>) -> Scale {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for figure in figures.filter(|figure| figure.is_finite()) {
            low = low.min(figure);
            high = high.max(figure);
        }
        if low > high {
            return Scale { low: 0.0, high: 1.0 };
        }
        let largest = low.abs().max(high.abs());
        let least = if largest > 0.0 { largest / 20.0 } else { 1.0 };
        let missing = (least - (high - low)).max(0.0);
        Scale { low: low - missing / 2.0, high: high + missing / 2.0 }
    }

    /// 0 for the lowest, `levels - 1` for the highest.
    pub fn level(&self, figure: f64, levels: usize) -> usize {
        let last = levels.saturating_sub(1);
        let share = (figure - self.low) / (self.high - self.low);
        ((share * last as f64).round().max(0.0) as usize).min(last)
    }
}
