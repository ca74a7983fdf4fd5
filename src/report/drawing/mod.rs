//! Charts as shapes on a plane: where everything stands, before a format says how it is written. Readable without
//! colour: what differs in meaning differs in shape.

mod plot;
mod scale;
mod spark;

pub use plot::chart;
pub use spark::trend;

use crate::domain::reading::Verdict;

/// Shapes on a plane, the first below the others; `y` grows downwards.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// Width of the plane.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// What stands on it.
    pub shapes: Vec<Shape>,
}

/// A shape.
#[derive(Clone, Debug)]
pub enum Shape {
    /// Strokes and outlines.
    Path {
        /// What it is.
        ink: Ink,
        /// Its steps.
        steps: Vec<Step>,
    },
    /// A rectangle.
    Area {
        /// What it is.
        ink: Ink,
        /// Left, top, width, height.
        bounds: [f64; 4],
    },
    /// A few letters on a base line.
    Text {
        /// What they are.
        print: Print,
        /// Where they stand: the place [`Print`] anchors them to.
        x: f64,
        /// The base line.
        y: f64,
        /// As people entered it: the writer makes it harmless.
        text: String,
    },
}

/// A step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Lifts the pen and goes there.
    To(f64, f64),
    /// A straight line to there.
    Line(f64, f64),
    /// A level line to this `x`.
    Across(f64),
    /// An upright line to this `y`.
    Down(f64),
    /// Back to where the pen came down.
    Close,
    /// A whole circle: its middle and its radius.
    Circle(f64, f64, f64),
}

/// What a path or an area shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// A level line that helps the eye.
    Grid,
    /// A period without a reading.
    Gap,
    /// What is tolerated beside the target.
    Tolerated,
    /// A target in force.
    Target,
    /// Where it started.
    Baseline,
    /// The values.
    Line,
    /// An interim target.
    Waypoint,
    /// Where a year begins.
    Group,
    /// A value that met its target.
    Good,
    /// One that was close.
    Watch,
    /// One that did not meet it.
    Bad,
    /// One not judged.
    Dot,
    /// A gap in a small line.
    Hole,
}

/// What letters are, which decides weight, tone and anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Print {
    /// A number of the axis; ends at its place.
    Tick,
    /// The name of a period, or what stands for its value; its middle is at its place.
    Period,
    /// A sign over a value; its middle is at its place.
    Sign,
    /// The target in force; begins at its place.
    Target,
    /// Anything quieter; begins at its place.
    Quiet,
    /// The newest value; ends at its place.
    Value,
}

impl Drawing {
    fn new(width: f64, height: f64) -> Drawing {
        Drawing { width, height, shapes: Vec::new() }
    }

    fn path(&mut self, ink: Ink, steps: Vec<Step>) {
        if !steps.is_empty() {
            self.shapes.push(Shape::Path { ink, steps });
        }
    }

    fn area(&mut self, ink: Ink, bounds: [f64; 4]) {
        self.shapes.push(Shape::Area { ink, bounds });
    }

    fn text(&mut self, print: Print, x: f64, y: f64, text: &str) {
        self.shapes.push(Shape::Text { print, x, y, text: text.to_owned() });
    }
}

/// Runs of neighbouring places; a gap ends a run, so that no line crosses missing data.
fn runs(places: impl Iterator<Item = Option<(f64, f64)>>) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut in_run = false;
    for place in places {
        if let Some((x, y)) = place {
            steps.push(if in_run { Step::Line(x, y) } else { Step::To(x, y) });
        }
        in_run = place.is_some();
    }
    steps
}

/// What a verdict is drawn as: circle, triangle, square; a dot where nothing was judged.
fn ink_of(verdict: Option<Verdict>) -> Ink {
    match verdict {
        Some(Verdict::Met) => Ink::Good,
        Some(Verdict::Near) => Ink::Watch,
        Some(Verdict::NotMet) => Ink::Bad,
        Some(Verdict::NotApplicable) | None => Ink::Dot,
    }
}

/// The outline of a mark around a place.
fn mark(ink: Ink, x: f64, y: f64, r: f64) -> Vec<Step> {
    match ink {
        Ink::Watch => {
            let (half, foot) = (r * 1.15, y + r * 0.9);
            vec![Step::To(x, y - r * 1.2), Step::Line(x + half, foot), Step::Across(x - half), Step::Close]
        }
        Ink::Bad => {
            let half = r * 0.95;
            let (left, right) = (x - half, x + half);
            vec![Step::To(left, y - half), Step::Across(right), Step::Down(y + half), Step::Across(left), Step::Close]
        }
        Ink::Good => vec![Step::Circle(x, y, r)],
        _ => vec![Step::Circle(x, y, r * 0.75)],
    }
}
