//! Drawings as SVG text: small, without script or font, readable without colour.

mod plot;
mod scale;
mod spark;

pub use plot::chart;
pub use spark::trend;

use std::fmt::Write;

use super::chart::Point;
use crate::domain::reading::Verdict;
use crate::domain::text::one_line;

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

/// Runs of neighbouring places as one path; a gap ends a run, so that no line crosses missing data.
fn runs(places: impl Iterator<Item = Option<(f64, f64)>>) -> String {
    let mut path = String::new();
    let mut in_run = false;
    for place in places {
        if let Some((x, y)) = place {
            let _ = write!(path, "{}{} {}", if in_run { "L" } else { "M" }, at(x), at(y));
        }
        in_run = place.is_some();
    }
    path
}

/// What a period is drawn as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Met,
    Near,
    NotMet,
    Reading,
}

impl Shape {
    const ALL: [Shape; 4] = [Shape::Met, Shape::Near, Shape::NotMet, Shape::Reading];

    fn of(verdict: Option<Verdict>) -> Shape {
        match verdict {
            Some(Verdict::Met) => Shape::Met,
            Some(Verdict::Near) => Shape::Near,
            Some(Verdict::NotMet) => Shape::NotMet,
            Some(Verdict::NotApplicable) | None => Shape::Reading,
        }
    }

    /// The name the style sheet knows it by.
    fn class(self) -> &'static str {
        match self {
            Shape::Met => "good",
            Shape::Near => "watch",
            Shape::NotMet => "bad",
            Shape::Reading => "dot",
        }
    }

    /// Its outline around a place: a circle, a triangle, a square, a dot.
    fn path(self, x: f64, y: f64, r: f64) -> String {
        let circle = |r: f64| {
            let (radius, width) = (at(r), at(2.0 * r));
            format!("M{} {}a{radius} {radius} 0 1 0 {width} 0a{radius} {radius} 0 1 0 -{width} 0z", at(x - r), at(y))
        };
        match self {
            Shape::Met => circle(r),
            Shape::Reading => circle(r * 0.75),
            Shape::Near => format!(
                "M{} {}l{w} {h}h-{d}z",
                at(x),
                at(y - r * 1.2),
                w = at(r * 1.15),
                h = at(r * 2.1),
                d = at(r * 2.3)
            ),
            Shape::NotMet => format!("M{} {}h{d}v{d}h-{d}z", at(x - r * 0.95), at(y - r * 0.95), d = at(r * 1.9)),
        }
    }
}

/// All marks of one shape as one path each.
fn marks<'a>(points: impl Iterator<Item = (&'a Point, f64, f64)> + Clone, r: f64) -> String {
    let mut drawn = String::new();
    for shape in Shape::ALL {
        let path: String = points
            .clone()
            .filter(|(point, _, _)| Shape::of(point.verdict) == shape)
            .map(|(_, x, y)| shape.path(x, y, r))
            .collect();
        if !path.is_empty() {
            let _ = write!(drawn, "<path class=\"{}\" d=\"{path}\"/>", shape.class());
        }
    }
    drawn
}
