//! Drawings as SVG text: small, without script or font.

use std::fmt::Write;

use super::chart::{Chart, Trend};
use super::drawing::{self, Drawing, Ink, Print, Shape, Step};
use crate::domain::text::one_line;

/// A chart. `id` must be its own inside the document.
pub fn chart(chart: &Chart, id: &str) -> String {
    let drawing = drawing::chart(chart);
    let mut svg = format!(
        "<svg class=\"chart\" viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\"><title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>",
        at(drawing.width),
        at(drawing.height),
        escaped(&chart.title),
        escaped(&chart.description)
    );
    shapes(&mut svg, &drawing);
    svg
}

/// A small line.
pub fn trend(trend: &Trend) -> String {
    let drawing = drawing::trend(trend);
    let mut svg = format!(
        "<svg class=\"spark\" viewBox=\"0 0 {} {}\" role=\"img\"><title>{}</title>",
        at(drawing.width),
        at(drawing.height),
        escaped(&trend.description)
    );
    shapes(&mut svg, &drawing);
    svg
}

fn shapes(svg: &mut String, drawing: &Drawing) {
    for shape in &drawing.shapes {
        let _ = match shape {
            Shape::Path { ink, steps } => write!(svg, "<path class=\"{}\" d=\"{}\"/>", class(*ink), path(steps)),
            Shape::Area { ink, bounds: [x, y, width, height] } => write!(
                svg,
                "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
                class(*ink),
                at(*x),
                at(*y),
                at(*width),
                at(*height)
            ),
            Shape::Text { print, x, y, text } => write!(
                svg,
                "<text class=\"{}\" x=\"{}\" y=\"{}\">{}</text>",
                letters(*print),
                at(*x),
                at(*y),
                escaped(text)
            ),
        };
    }
    svg.push_str("</svg>");
}

/// The name the style sheet knows it by.
fn class(ink: Ink) -> &'static str {
    match ink {
        Ink::Grid => "grid",
        Ink::Gap => "gap",
        Ink::Tolerated => "tolerated",
        Ink::Target => "target",
        Ink::Baseline => "baseline",
        Ink::Line => "line",
        Ink::Waypoint => "waypoint",
        Ink::Group => "group",
        Ink::Good => "good",
        Ink::Watch => "watch",
        Ink::Bad => "bad",
        Ink::Dot => "dot",
        Ink::Hole => "hole",
    }
}

fn letters(print: Print) -> &'static str {
    match print {
        Print::Tick => "end",
        Print::Period => "middle",
        Print::Sign => "middle sign",
        Print::Target => "strong",
        Print::Quiet => "quiet",
        Print::Value => "value end",
    }
}

fn path(steps: &[Step]) -> String {
    let mut path = String::new();
    for step in steps {
        let _ = match *step {
            Step::To(x, y) => write!(path, "M{} {}", at(x), at(y)),
            Step::Line(x, y) => write!(path, "L{} {}", at(x), at(y)),
            Step::Across(x) => write!(path, "H{}", at(x)),
            Step::Down(y) => write!(path, "V{}", at(y)),
            Step::Close => write!(path, "z"),
            Step::Circle(x, y, r) => {
                let (radius, width) = (at(r), at(2.0 * r));
                let half = |width: &str| format!("a{radius} {radius} 0 1 0 {width} 0");
                write!(path, "M{} {}{}{}z", at(x - r), at(y), half(&width), half(&format!("-{width}")))
            }
        };
    }
    path
}

/// A coordinate with at most one decimal, rounded once: no float noise in the document.
fn at(place: f64) -> String {
    let tenths = (place.clamp(-1e6, 1e6) * 10.0).round() as i64;
    let (sign, size) = (if tenths < 0 { "-" } else { "" }, tenths.unsigned_abs());
    match size % 10 {
        0 => format!("{sign}{}", size / 10),
        rest => format!("{sign}{}.{rest}", size / 10),
    }
}

/// A text made harmless for SVG.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            other => safe.push(other),
        }
    }
    safe
}
