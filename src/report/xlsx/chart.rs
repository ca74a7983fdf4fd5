//! Charts a spreadsheet program draws itself, from the figures in their own sheet.

use rust_xlsxwriter::{
    Chart, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType, ChartMarker, ChartMarkerType, ChartType,
};

use super::{FIGURES, style};
use crate::report::chart;
use crate::report::flat::figures::column;

/// The first row of figures: below the title and the headings.
const FIRST: u32 = 2;
/// Points a character of a column's width is wide on the screen.
const CHARACTER: f64 = 7.0;

/// How many rows of figures belong to charts drawn before.
#[derive(Default)]
pub(super) struct Drawn(u32);

/// The chart of a series with the targets it was held against.
pub(super) fn line(picture: &chart::Chart, drawn: &mut Drawn, width: f64) -> Chart {
    let first = FIRST + drawn.0;
    drawn.0 += picture.points.len() as u32;
    let last = first + (picture.points.len() as u32).saturating_sub(1);
    let range = |column: usize| (FIGURES, first, column as u16, last, column as u16);

    let mut chart = Chart::new(ChartType::Line);
    let ink = |colour: u32, width: f64| ChartLine::new().set_color(colour).set_width(width).clone();
    let mut dashed = ink(0x16_19_1D, 1.25);
    dashed.set_dash_type(ChartLineDashType::Dash);
    chart
        .add_series()
        .set_name("Value")
        .set_categories(range(column::PERIOD))
        .set_values(range(column::VALUE))
        .set_marker(ChartMarker::new().set_type(ChartMarkerType::Circle).set_size(5))
        .set_format(ChartFormat::new().set_line(&ink(0x3C_45_4E, 1.75)));
    let edges = picture.targets.iter().map(|span| span.lines.len()).max().unwrap_or(0);
    for (name, at) in [("Target", column::TARGET), ("Target, upper", column::UPPER)].into_iter().take(edges) {
        chart
            .add_series()
            .set_name(name)
            .set_categories(range(column::PERIOD))
            .set_values(range(at))
            .set_marker(ChartMarker::new().set_none())
            .set_format(ChartFormat::new().set_line(&dashed));
    }
    if !picture.waypoints.is_empty() {
        chart
            .add_series()
            .set_name("Interim target")
            .set_categories(range(column::PERIOD))
            .set_values(range(column::INTERIM))
            .set_marker(ChartMarker::new().set_type(ChartMarkerType::Diamond).set_size(7))
            .set_format(ChartFormat::new().set_no_line());
    }
    // The name is that of the cell: a text given here would be read as a place in the workbook where it looks like one.
    chart.title().set_name((FIGURES, first, column::CHART as u16)).set_overlay(false);
    chart.title().set_font(rust_xlsxwriter::ChartFont::new().set_size(11));
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart.set_alt_text(style::safe(&picture.description));
    chart.set_width(((width * CHARACTER) as u32).clamp(480, 900)).set_height(300);
    chart
}
