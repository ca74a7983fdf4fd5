//! Shapes as paths: the same drawings as on a screen page, in points.

use std::rc::Rc;

use krilla::geom::{PathBuilder, Rect};

use super::letters::{Letters, Weight};
use super::lines::{Line, Span, one};
use super::look::{self, FAINT, INK, RULE, SOFT, Tint};
use super::strip::{Item, Stroke};
use super::tree::Place;
use crate::report::document::Tone;
use crate::report::drawing::{Drawing, Ink, Print, Shape, Step};

/// Size of letters in the units of a drawing.
const LETTERS: f32 = 10.5;

/// A level line.
pub fn rule(x: f32, y: f32, width: f32, tint: Tint, weight: f32) -> Item {
    let steps = [Step::To(x.into(), y.into()), Step::Across((x + width).into())];
    drawn(&steps, None, Some((tint, weight, Vec::new())))
}

/// An upright line.
pub fn upright(x: f32, y: f32, height: f32, tint: Tint, weight: f32) -> Item {
    let steps = [Step::To(x.into(), y.into()), Step::Down((y + height).into())];
    drawn(&steps, None, Some((tint, weight, Vec::new())))
}

/// An empty box to tick.
pub fn tick_box(x: f32, y: f32, size: f32) -> Item {
    let (left, top, right, bottom) = (x.into(), y.into(), (x + size).into(), (y + size).into());
    let steps = [Step::To(left, top), Step::Across(right), Step::Down(bottom), Step::Across(left), Step::Close];
    drawn(&steps, None, Some((SOFT, 0.6, Vec::new())))
}

/// A coloured area behind words.
pub fn ground(bounds: [f32; 4], tint: Tint) -> Item {
    let [x, y, width, height] = bounds.map(f64::from);
    let (right, bottom) = (x + width, y + height);
    drawn(&[Step::To(x, y), Step::Across(right), Step::Down(bottom), Step::Across(x), Step::Close], Some(tint), None)
}

fn drawn(steps: &[Step], fill: Option<Tint>, line: Option<(Tint, f32, Vec<f32>)>) -> Item {
    let frame = Frame { x: 0.0, y: 0.0, scale: 1.0 };
    frame.stroke(steps, fill, line).map_or_else(nothing, |stroke| Item::Drawn(Rc::new(stroke)))
}

/// A path that cannot be drawn takes no room.
fn nothing() -> Item {
    Item::Words { x: 0.0, y: 0.0, line: Line::default(), place: None }
}

/// A drawing with its upper left corner at a place, `width` wide; its height, and the item.
pub fn picture(letters: &mut Letters, drawing: &Drawing, x: f32, y: f32, width: f32, place: Place) -> (f32, Item) {
    let frame = Frame { x, y, scale: width / drawing.width as f32 };
    let (mut strokes, mut words) = (Vec::new(), Vec::new());
    for shape in &drawing.shapes {
        match shape {
            Shape::Path { ink, steps } => {
                let (fill, line) = inked(*ink, drawing.height > 40.0);
                let line = line.map(|(tint, weight, dashes)| {
                    (tint, weight * frame.scale, dashes.iter().map(|dash| dash * frame.scale).collect())
                });
                strokes.extend(frame.stroke(steps, fill, line).map(Rc::new));
            }
            Shape::Area { ink, bounds: [x, y, width, height] } => {
                let (right, bottom) = (x + width, y + height);
                let steps = [Step::To(*x, *y), Step::Across(right), Step::Down(bottom), Step::Across(*x), Step::Close];
                strokes.extend(frame.stroke(&steps, inked(*ink, true).0, None).map(Rc::new));
            }
            Shape::Text { print, x, y, text } => {
                let (weight, tint, size, anchor) = printed(*print);
                let line = one(letters, &[Span::new(text, size * frame.scale, weight, tint)]);
                let (x, y) = frame.at(*x, *y);
                words.push((x - anchor * line.width, y, line));
            }
        }
    }
    (drawing.height as f32 * frame.scale, Item::Picture { strokes, words, place })
}

type Look = (Option<Tint>, Option<(Tint, f32, Vec<f32>)>);

/// Colour inside and line of an ink, in the units of the drawing.
fn inked(ink: Ink, large: bool) -> Look {
    let line = |tint, weight, dashes: &[f32]| (None, Some((tint, weight, dashes.to_vec())));
    let fill = |tint| (Some(tint), None);
    match ink {
        Ink::Grid => line(Tint(0xe3e6e9), 0.8, &[]),
        Ink::Gap => fill(Tint(0xf0f1f3)),
        Ink::Tolerated => fill(Tint(0xf4efdf)),
        Ink::Target if large => line(INK, 1.1, &[5.0, 3.0]),
        Ink::Target => line(INK, 0.8, &[2.0, 2.0]),
        Ink::Baseline => line(FAINT, 1.0, &[1.0, 3.0]),
        Ink::Line => line(Tint(0x5d6872), 1.4, &[]),
        Ink::Waypoint => (Some(Tint(0xffffff)), Some((INK, 1.1, Vec::new()))),
        Ink::Group => line(RULE, 0.8, &[]),
        Ink::Good => fill(look::tone(Tone::Good)),
        Ink::Watch => fill(look::tone(Tone::Watch)),
        Ink::Bad => fill(look::tone(Tone::Bad)),
        Ink::Dot => fill(Tint(0x3c454e)),
        Ink::Hole => line(look::tone(Tone::Unknown), 0.8, &[]),
    }
}

/// Weight, colour, size and anchor of letters: 0 begins, 1 ends at the place.
fn printed(print: Print) -> (Weight, Tint, f32, f32) {
    match print {
        Print::Tick => (Weight::Regular, SOFT, LETTERS, 1.0),
        Print::Period => (Weight::Regular, SOFT, LETTERS, 0.5),
        Print::Sign => (Weight::Strong, INK, LETTERS, 0.5),
        Print::Target => (Weight::Strong, INK, LETTERS, 0.0),
        Print::Quiet => (Weight::Regular, SOFT, LETTERS, 0.0),
        Print::Value => (Weight::Strong, INK, LETTERS + 1.0, 1.0),
    }
}

/// Where a drawing stands and how large it is.
struct Frame {
    x: f32,
    y: f32,
    scale: f32,
}

impl Frame {
    fn at(&self, x: f64, y: f64) -> (f32, f32) {
        (self.x + x as f32 * self.scale, self.y + y as f32 * self.scale)
    }

    fn stroke(&self, steps: &[Step], fill: Option<Tint>, line: Option<(Tint, f32, Vec<f32>)>) -> Option<Stroke> {
        let mut path = PathBuilder::new();
        let (mut pen, mut reach) = ((0.0, 0.0), (f32::MAX, f32::MIN));
        for step in steps {
            match *step {
                Step::To(x, y) => {
                    pen = self.at(x, y);
                    path.move_to(pen.0, pen.1);
                }
                Step::Line(x, y) => {
                    pen = self.at(x, y);
                    path.line_to(pen.0, pen.1);
                }
                Step::Across(x) => {
                    pen.0 = self.at(x, 0.0).0;
                    path.line_to(pen.0, pen.1);
                }
                Step::Down(y) => {
                    pen.1 = self.at(0.0, y).1;
                    path.line_to(pen.0, pen.1);
                }
                Step::Close => path.close(),
                Step::Circle(x, y, r) => {
                    pen = self.at(x, y);
                    circle(&mut path, pen, r as f32 * self.scale)?;
                }
            }
            reach = (reach.0.min(pen.1), reach.1.max(pen.1));
        }
        Some(Stroke { path: path.finish()?, fill, line, reach })
    }
}

/// A circle from four curves.
fn circle(path: &mut PathBuilder, (x, y): (f32, f32), r: f32) -> Option<()> {
    Rect::from_ltrb(x - r, y - r, x + r, y + r)?;
    let k = r * 0.552_284_8;
    path.move_to(x + r, y);
    path.cubic_to(x + r, y + k, x + k, y + r, x, y + r);
    path.cubic_to(x - k, y + r, x - r, y + k, x - r, y);
    path.cubic_to(x - r, y - k, x - k, y - r, x, y - r);
    path.cubic_to(x + k, y - r, x + r, y - k, x + r, y);
    path.close();
    Some(())
}
