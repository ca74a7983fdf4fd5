//! The figures behind the drawings, as one table.

use super::{Datum, FlatColumn, FlatTable};
use crate::domain::quantity::Decimal;
use crate::domain::snapshot::Exact;
use crate::report::chart::{Chart, Point};
use crate::report::document::{Mark, Number};

/// Where a figure stands in the table of [`figures`].
pub mod column {
    /// What the chart is called.
    pub const CHART: usize = 0;
    /// The period.
    pub const PERIOD: usize = 1;
    /// The value.
    pub const VALUE: usize = 2;
    /// The target in force then, of a range its lower edge.
    pub const TARGET: usize = 4;
    /// The upper edge of a range.
    pub const UPPER: usize = 5;
    /// The interim target.
    pub const INTERIM: usize = 6;
}

/// Every period of every drawing, drawing by drawing.
pub fn figures(charts: &[&Chart]) -> FlatTable {
    let column = |title: &str, number| FlatColumn { title: title.to_owned(), number };
    FlatTable {
        caption: "The figures behind the charts".to_owned(),
        quiet: true,
        columns: vec![
            column("Chart", false),
            column("Period", false),
            column("Value", true),
            column("As read", true),
            column("Target", true),
            column("Target, upper", true),
            column("Interim target", true),
            column("Start", true),
            column("Judged", false),
            column("Marks", false),
        ],
        rows: charts.iter().flat_map(|chart| rows(chart)).collect(),
    }
}

fn rows(chart: &Chart) -> impl Iterator<Item = Vec<Datum>> + '_ {
    chart.points.iter().enumerate().map(move |(at, point)| {
        let span = chart.targets.iter().find(|span| span.first <= at && at <= span.last);
        let line = |edge: usize| span.and_then(|span| span.lines.get(edge).copied());
        let interim = chart.waypoints.iter().find(|(period, _)| *period == at).map(|(_, value)| *value);
        let start = chart.baseline.as_ref().filter(|_| at == 0).map(|(value, _)| *value);
        let period =
            if point.group.is_empty() { point.label.clone() } else { format!("{} {}", point.group, point.label) };
        vec![
            Datum::Text(chart.title.clone()),
            Datum::Text(period),
            number(point.value),
            Datum::Text(point.shown.clone()),
            number(line(0)),
            number(line(1)),
            number(interim),
            number(start),
            point.verdict.map_or_else(|| Datum::Text(String::new()), |verdict| Datum::Mark(Mark::verdict(verdict))),
            Datum::Text(marks(point)),
        ]
    })
}

fn marks(point: &Point) -> String {
    let signs = [(point.missing, "no reading"), (point.corrected, "corrected"), (point.late, "entered late")];
    signs.iter().filter(|(there, _)| *there).map(|(_, word)| *word).collect::<Vec<_>>().join(", ")
}

/// What a drawing keeps of a number; the exact one stands in the tables.
fn number(value: Option<f64>) -> Datum {
    let shown = value.map(|value| value.to_string()).unwrap_or_default();
    match shown.parse::<Decimal>() {
        Ok(decimal) => Datum::Number(Number { exact: Exact::from(decimal), shown, percent: false, sub: String::new() }),
        Err(_) => Datum::Text(shown),
    }
}
