//! Sizes, tones and distances of the paper, in points; `y` grows downwards.

use crate::report::document::Tone;

/// A colour: red, green and blue, eight bits each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tint(pub u32);

/// Left and right of the text.
pub const SIDE: f32 = 50.0;
/// Above the text.
pub const TOP: f32 = 54.0;
/// Below the text.
pub const BOTTOM: f32 = 58.0;
/// Base line of the running head.
pub const HEAD_LINE: f32 = 34.0;
/// Base line of the foot, counted from the lower edge.
pub const FOOT_LINE: f32 = 30.0;

/// Line height for a size.
pub const LEADING: f32 = 1.38;

/// Size of running text.
pub const TEXT: f32 = 9.2;
/// Of the sentence that sums up.
pub const LEAD: f32 = 10.6;
/// Of quieter lines and headings of columns.
pub const SMALL: f32 = 7.4;
/// Of quieter lines in tables.
pub const SUB: f32 = 7.0;
/// Of tables.
pub const TABLE: f32 = 8.4;
/// Of tables with many short rows.
pub const DENSE: f32 = 7.7;
/// Of the title.
pub const TITLE: f32 = 20.0;
/// Of a part's heading.
pub const HEADING: f32 = 14.0;
/// Of a heading inside a part.
pub const SUBHEADING: f32 = 10.6;
/// Of a counted number.
pub const COUNT: f32 = 18.0;
/// Width of labels beside what they stand for.
pub const LABELS: f32 = 74.0;

/// Text.
pub const INK: Tint = Tint(0x16191d);
/// Text that stands back.
pub const SOFT: Tint = Tint(0x59616b);
/// Text that hardly matters, and lines to write on.
pub const FAINT: Tint = Tint(0x8b939c);
/// Fine lines.
pub const RULE: Tint = Tint(0xd3d8dc);

/// Colour only repeats what a mark's word says.
pub fn tone(tone: Tone) -> Tint {
    match tone {
        Tone::Good => Tint(0x1d6341),
        Tone::Watch => Tint(0x855000),
        Tone::Bad => Tint(0xa3231f),
        Tone::Unknown => Tint(0x4b4a73),
        Tone::Quiet => SOFT,
    }
}
