//! What each role looks like, per palette.

use ratatui::style::Color;

use crate::tui::preferences::Palette;

/// What a colour is for. `None` keeps the terminal's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Looks {
    /// Content.
    pub text: Option<Color>,
    /// What everything stands on; never without a text colour.
    pub ground: Option<Color>,
    /// What stands beside the content: labels, units, column heads.
    pub quiet: Option<Color>,
    /// Lines of frames.
    pub frame: Option<Color>,
    /// On track, met, done.
    pub good: Option<Color>,
    /// At risk, close.
    pub near: Option<Color>,
    /// Off track, not met, refused.
    pub bad: Option<Color>,
    /// Unknown.
    pub unknown: Option<Color>,
    /// Lines of charts and bars: quiet, because colour means a status or a verdict.
    pub chart: Option<Color>,
}

/// Red, green and blue as `0xRRGGBB`.
const fn rgb(number: u32) -> Option<Color> {
    let [_, red, green, blue] = number.to_be_bytes();
    Some(Color::Rgb(red, green, blue))
}

/// No colour at all.
const NONE: Looks = Looks {
    text: None,
    ground: None,
    quiet: None,
    frame: None,
    good: None,
    near: None,
    bad: None,
    unknown: None,
    chart: None,
};

/// The terminal's own colours on its own background.
pub const TERMINAL: Looks = Looks {
    good: Some(Color::Green),
    near: Some(Color::Yellow),
    bad: Some(Color::Red),
    unknown: Some(Color::Magenta),
    ..NONE
};

const LIGHT: Looks = Looks {
    text: rgb(0x1F_23_28),
    ground: rgb(0xFB_FA_F7),
    quiet: rgb(0x57_60_6A),
    frame: rgb(0x57_60_6A),
    good: rgb(0x1A_6B_33),
    near: rgb(0x7A_52_00),
    bad: rgb(0xB3_26_1E),
    unknown: rgb(0x7B_2D_9B),
    chart: rgb(0x57_60_6A),
};

const DARK: Looks = Looks {
    text: rgb(0xD7_DC_E2),
    ground: rgb(0x1B_1F_24),
    quiet: rgb(0x9A_A5_B1),
    frame: rgb(0x9A_A5_B1),
    good: rgb(0x7E_C9_8F),
    near: rgb(0xE3_C0_65),
    bad: rgb(0xF2_8B_82),
    unknown: rgb(0xD3_A4_F0),
    chart: rgb(0x9A_A5_B1),
};

const HIGH_CONTRAST: Looks = Looks {
    text: rgb(0xFF_FF_FF),
    ground: rgb(0x00_00_00),
    quiet: rgb(0xFF_FF_FF),
    frame: rgb(0xFF_FF_FF),
    good: rgb(0x5C_FF_7E),
    near: rgb(0xFF_E9_3B),
    bad: rgb(0xFF_8A_80),
    unknown: rgb(0xFF_A6_FF),
    chart: rgb(0xFF_FF_FF),
};

/// High contrast where only the terminal's sixteen can be sent.
const HIGH_CONTRAST_16: Looks = Looks {
    text: Some(Color::White),
    ground: Some(Color::Black),
    quiet: Some(Color::White),
    frame: Some(Color::White),
    good: Some(Color::LightGreen),
    near: Some(Color::LightYellow),
    bad: Some(Color::LightRed),
    unknown: Some(Color::LightMagenta),
    chart: Some(Color::White),
};

impl Looks {
    /// The looks of a palette as it is meant.
    pub const fn of(palette: Palette) -> Looks {
        match palette {
            Palette::Terminal => TERMINAL,
            Palette::Light => LIGHT,
            Palette::Dark => DARK,
            Palette::HighContrast => HIGH_CONTRAST,
            Palette::Mono => NONE,
        }
    }

    /// The same with as many colours as can be sent. Nobody knows which sixteen a terminal has, so that chosen colours
    /// give way to its own on its own ground there.
    pub fn within(palette: Palette, depth: super::Depth) -> Looks {
        use super::Depth;
        match (depth, palette) {
            (Depth::None, _) => NONE,
            (Depth::Sixteen, Palette::HighContrast) => HIGH_CONTRAST_16,
            (Depth::Sixteen, Palette::Mono) => NONE,
            (Depth::Sixteen, _) => TERMINAL,
            (Depth::Many, _) => Looks::of(palette).each(super::depth::nearest_of_256),
            (Depth::True, _) => Looks::of(palette),
        }
    }

    fn each(self, change: fn(Color) -> Color) -> Looks {
        Looks {
            text: self.text.map(change),
            ground: self.ground.map(change),
            quiet: self.quiet.map(change),
            frame: self.frame.map(change),
            good: self.good.map(change),
            near: self.near.map(change),
            bad: self.bad.map(change),
            unknown: self.unknown.map(change),
            chart: self.chart.map(change),
        }
    }
}
