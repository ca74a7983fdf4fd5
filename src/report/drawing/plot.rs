//! The chart of a series: values, targets in force then, what is tolerated, gaps left open.

use super::scale::Scale;
use super::{Drawing, Ink, Print, Step, ink_of, mark, runs};
use crate::report::chart::{Chart, Point};

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 190.0;
const TOP: f64 = 16.0;
/// Where the strip with the signs for missing readings stands.
const STRIP: f64 = 148.0;
const BOTTOM: f64 = 138.0;
const LABELS: f64 = 165.0;
const GROUPS: f64 = 179.0;
/// Width of one letter of an axis label.
const LETTER: f64 = 5.6;

/// The drawing.
pub fn chart(chart: &Chart) -> Drawing {
    let frame = Frame::around(chart);
    let mut drawing = Drawing::new(WIDTH, HEIGHT);
    for layer in [grid, gaps, targets, baseline, line, waypoints, signs, newest, periods] {
        layer(&mut drawing, chart, &frame);
    }
    drawing
}

/// Where things stand: the value scale and the plot's left and right edge.
struct Frame {
    scale: Scale,
    left: f64,
    right: f64,
    slot: f64,
}

impl Frame {
    fn around(chart: &Chart) -> Frame {
        let scale = Scale::over(
            chart
                .points
                .iter()
                .filter_map(|p| p.value)
                .chain(chart.targets.iter().flat_map(|t| t.lines.iter().copied()))
                .chain(chart.targets.iter().flat_map(|t| t.tolerated.iter().flat_map(|(a, b)| [*a, *b])))
                .chain(chart.baseline.iter().map(|(value, _)| *value))
                .chain(chart.waypoints.iter().map(|(_, value)| *value)),
        );
        let widest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(0) as f64 * LETTER;
        let ticks = widest(&mut scale.ticks(4).iter().map(|(_, text)| text.len()));
        let labels = widest(
            &mut chart
                .targets
                .last()
                .map(|t| &t.label)
                .into_iter()
                .chain(chart.baseline.iter().map(|(_, label)| label))
                .map(|label| label.chars().count()),
        );
        let left = ticks + 10.0;
        let right = WIDTH - (labels + 12.0).clamp(24.0, 150.0);
        Frame { scale, left, right, slot: (right - left) / chart.points.len().max(1) as f64 }
    }

    /// The middle of a period.
    fn x(&self, period: usize) -> f64 {
        self.left + (period as f64 + 0.5) * self.slot
    }

    fn y(&self, value: f64) -> f64 {
        self.scale.place(value, BOTTOM, TOP)
    }

    /// From the first day of one period to the last of another.
    fn across(&self, first: usize, last: usize) -> (f64, f64) {
        (self.left + first as f64 * self.slot, self.left + (last + 1) as f64 * self.slot)
    }
}

fn grid(drawing: &mut Drawing, _: &Chart, frame: &Frame) {
    for (value, text) in frame.scale.ticks(4) {
        let y = frame.y(value);
        drawing.path(Ink::Grid, vec![Step::To(frame.left, y), Step::Across(frame.right)]);
        drawing.text(Print::Tick, frame.left - 6.0, y + 3.4, &text);
    }
}

/// A period without a reading is a hollow in the paper, with its sign below.
fn gaps(drawing: &mut Drawing, chart: &Chart, frame: &Frame) {
    for (period, _) in chart.points.iter().enumerate().filter(|(_, p)| p.missing) {
        let (from, to) = frame.across(period, period);
        drawing.area(Ink::Gap, [from, TOP, to - from, BOTTOM - TOP]);
    }
}

fn targets(drawing: &mut Drawing, chart: &Chart, frame: &Frame) {
    for span in &chart.targets {
        let (from, to) = frame.across(span.first, span.last);
        for (low, high) in &span.tolerated {
            let (top, bottom) = (frame.y(*high), frame.y(*low));
            drawing.area(Ink::Tolerated, [from, top, to - from, bottom - top]);
        }
        for line in &span.lines {
            drawing.path(Ink::Target, vec![Step::To(from, frame.y(*line)), Step::Across(to)]);
        }
    }
    label_targets(drawing, chart, frame);
}

/// The target in force stands at the right edge; an earlier one over its own line.
fn label_targets(drawing: &mut Drawing, chart: &Chart, frame: &Frame) {
    let Some((newest, earlier)) = chart.targets.split_last() else { return };
    if let Some(line) = newest.lines.last() {
        drawing.text(Print::Target, frame.right + 6.0, frame.y(*line) + 3.4, &newest.label);
    }
    for span in earlier {
        let (from, to) = frame.across(span.first, span.last);
        let fits = span.label.chars().count() as f64 * LETTER < to - from;
        if let Some(line) = span.lines.last().filter(|_| fits) {
            drawing.text(Print::Quiet, from + 2.0, frame.y(*line) - 4.0, &span.label);
        }
    }
}

fn baseline(drawing: &mut Drawing, chart: &Chart, frame: &Frame) {
    let Some((value, label)) = &chart.baseline else { return };
    let y = frame.y(*value);
    let target = chart.targets.last().and_then(|t| t.lines.last()).map(|line| frame.y(*line));
    // The two labels at the edge keep a line's height between them.
    let label_y = match target {
        Some(other) if (other - y).abs() < 12.0 && y >= other => other + 12.0,
        Some(other) if (other - y).abs() < 12.0 => other - 12.0,
        _ => y,
    };
    drawing.path(Ink::Baseline, vec![Step::To(frame.left, y), Step::Across(frame.right)]);
    drawing.text(Print::Quiet, frame.right + 6.0, label_y + 3.4, label);
}

fn placed<'a>(chart: &'a Chart, frame: &'a Frame) -> impl DoubleEndedIterator<Item = (&'a Point, f64, f64)> + Clone {
    chart.points.iter().enumerate().filter_map(|(period, point)| Some((point, frame.x(period), frame.y(point.value?))))
}

/// The values as a line, and all marks of one shape as one path each.
fn line(drawing: &mut Drawing, chart: &Chart, frame: &Frame) {
    let places = chart.points.iter().enumerate().map(|(period, p)| Some((frame.x(period), frame.y(p.value?))));
    drawing.path(Ink::Line, runs(places));
    let size = (frame.slot * 0.3).clamp(2.0, 3.6);
    for ink in [Ink::Good, Ink::Watch, Ink::Bad, Ink::Dot] {
        let alike = placed(chart, frame).filter(|(point, _, _)| ink_of(point.verdict) == ink);
        drawing.path(ink, alike.flat_map(|(_, x, y)| mark(ink, x, y, size)).collect());
    }
}

fn waypoints(drawing: &mut Drawing, chart: &Chart, frame: &Frame) {
    for (period, value) in &chart.waypoints {
        let (x, y) = (frame.x(*period), frame.y(*value));
        let corners = [Step::To(x, y - 5.0), Step::Line(x + 5.0, y), Step::Line(x, y + 5.0), Step::Line(x - 5.0, y)];
        drawing.path(Ink::Waypoint, corners.into_iter().chain([Step::Close]).collect());
    }
}

/// What is special about a period: over its mark where it has one, in the strip below where it has none.
fn signs(drawing: &mut Drawing, chart: &Chart, frame: &Frame) {
    for (period, point) in chart.points.iter().enumerate() {
        let x = frame.x(period);
        match point.value {
            None => drawing.text(Print::Period, x, STRIP, if point.missing { "?" } else { "–" }),
            Some(value) if point.corrected || point.late => {
                let sign = format!("{}{}", if point.corrected { "*" } else { "" }, if point.late { "'" } else { "" });
                drawing.text(Print::Sign, x, frame.y(value) - 5.5, &sign);
            }
            Some(_) => {}
        }
    }
}

/// The newest value is written beside its mark, away from the line that leads to it.
fn newest(drawing: &mut Drawing, chart: &Chart, frame: &Frame) {
    let mut backwards = placed(chart, frame).rev();
    let Some((point, x, y)) = backwards.next() else { return };
    let falls = backwards.next().is_some_and(|(_, _, earlier)| earlier < y);
    // What already stands there: targets, interim targets, the upper edge.
    let taken = |text: f64| {
        let targets = chart.targets.last().into_iter().flat_map(|span| &span.lines);
        let waypoints = chart.waypoints.iter().map(|(_, value)| value);
        text < TOP || targets.chain(waypoints).any(|value| (frame.y(*value) - text).abs() < 9.0)
    };
    let below = (falls || taken(y - 13.0)) && !taken(y + 11.0);
    let y = if below && y < BOTTOM - 14.0 { y + 15.0 } else { y - 9.0 };
    let width = point.shown.chars().count() as f64 * LETTER;
    drawing.text(Print::Value, (x + width / 2.0).min(frame.right + 2.0), y, &point.shown);
}

/// Names of periods, thinned until they do not touch; the newest always has its own.
fn periods(drawing: &mut Drawing, chart: &Chart, frame: &Frame) {
    let widest = chart.points.iter().map(|p| p.label.chars().count()).max().unwrap_or(0) as f64 * LETTER + 4.0;
    let every = (widest / frame.slot).ceil().max(1.0) as usize;
    let newest = chart.points.len().saturating_sub(1);
    let mut group_free_from = f64::NEG_INFINITY;
    for (period, point) in chart.points.iter().enumerate() {
        if (newest - period).is_multiple_of(every) {
            drawing.text(Print::Period, frame.x(period), LABELS, &point.label);
        }
        let begins = !point.group.is_empty() && (period == 0 || chart.points[period - 1].group != point.group);
        let from = frame.across(period, period).0;
        if begins && from >= group_free_from {
            drawing.path(Ink::Group, vec![Step::To(from, BOTTOM), Step::Down(GROUPS + 2.0)]);
            drawing.text(Print::Quiet, from + 3.0, GROUPS, &point.group);
            group_free_from = from + point.group.chars().count() as f64 * LETTER + 8.0;
        }
    }
}
