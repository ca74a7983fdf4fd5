//! How a reply sheet looks: quiet where it is locked, coloured where it waits for an answer.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Widths of the columns in characters, from the first on.
pub const WIDTHS: [f64; 10] = [11.0, 38.0, 19.0, 12.0, 16.0, 20.0, 20.0, 34.0, 30.0, 26.0];

const INK: Color = Color::RGB(0x1F2933);
const QUIET: Color = Color::RGB(0x52606D);
const LINE: Color = Color::RGB(0xCBD2D9);
const GROUND: Color = Color::RGB(0xF0F2F4);
const OPEN: Color = Color::RGB(0xFFF8DB);

/// Every format of a sheet.
pub struct Style {
    pub title: Format,
    pub quiet: Format,
    pub label: Format,
    pub heading: Format,
    pub columns: Format,
    pub plain: Format,
    pub strong: Format,
    pub day: Format,
    /// To be filled in, kept as text.
    pub words: Format,
    pub open_day: Format,
}

impl Style {
    pub fn new() -> Style {
        let ink = Format::new().set_font_color(INK).set_align(FormatAlign::Top);
        let boxed = ink.clone().set_border(FormatBorder::Thin).set_border_color(LINE);
        let wrapped = boxed.clone().set_text_wrap().set_quote_prefix();
        let open = boxed.clone().set_background_color(OPEN).set_unlocked();
        Style {
            title: ink.clone().set_bold(),
            quiet: ink.clone().set_font_color(QUIET),
            label: ink.clone().set_bold().set_align(FormatAlign::Left),
            heading: ink.clone().set_bold().set_font_size(13.0),
            columns: boxed.clone().set_bold().set_background_color(GROUND).set_text_wrap(),
            plain: wrapped.clone(),
            strong: wrapped.set_bold(),
            day: boxed.set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
            words: open.clone().set_num_format("@").set_text_wrap(),
            open_day: open.set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
        }
    }
}
