//! How many colours may be sent: what a person says, else `NO_COLOR`, else what the environment says the terminal can.

use ratatui::style::Color;

use crate::tui::preferences::Colours;

/// How many colours may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None: weight, reverse and underline only.
    None,
    /// The terminal's own sixteen.
    Sixteen,
    /// The fixed palette of 256.
    Many,
    /// Any.
    True,
}

impl Depth {
    /// The depth to use; `said` gives the value of a variable of the environment that is not empty.
    ///
    /// `COLORTERM` is lost over SSH; what `TERM` promises is used then, never less and never more.
    pub fn of(colours: Colours, said: &impl Fn(&str) -> Option<String>) -> Depth {
        match colours {
            Colours::Never => Depth::None,
            Colours::Sixteen => Depth::Sixteen,
            Colours::Many => Depth::Many,
            Colours::True => Depth::True,
            Colours::Auto if said("NO_COLOR").is_some() => Depth::None,
            Colours::Auto => able(&said("COLORTERM").unwrap_or_default(), &said("TERM").unwrap_or_default()),
        }
    }
}

/// Terminals whose name does not say 256 and which draw that many all the same.
const MANY: [&str; 5] = ["alacritty", "kitty", "foot", "wezterm", "ghostty"];

fn able(colorterm: &str, term: &str) -> Depth {
    if ["truecolor", "24bit"].contains(&colorterm) || term.ends_with("-direct") {
        Depth::True
    } else if term.contains("256color") || MANY.iter().any(|name| term.contains(name)) {
        Depth::Many
    } else if term.starts_with("vt") || term.ends_with("-m") || term.ends_with("-mono") {
        Depth::None
    } else {
        Depth::Sixteen
    }
}

/// Steps of the cube of 6 by 6 by 6 colours.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The nearest colour of the fixed 256; others stay as they are.
pub fn nearest_of_256(colour: Color) -> Color {
    let Color::Rgb(red, green, blue) = colour else { return colour };
    let wanted = [red, green, blue];
    let step = |value: u8| (0..6).min_by_key(|at| STEPS[*at].abs_diff(value)).unwrap_or(0);
    let at = wanted.map(step);
    let cube = (16 + 36 * at[0] + 6 * at[1] + at[2], at.map(|at| STEPS[at]));
    let mean = wanted.iter().map(|value| usize::from(*value)).sum::<usize>() / 3;
    let rung = mean.saturating_sub(3) / 10;
    let rung = rung.min(23);
    let grey = (232 + rung, [(8 + 10 * rung) as u8; 3]);
    let far = |made: [u8; 3]| made.iter().zip(wanted).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum::<u32>();
    let (number, _) = if far(grey.1) < far(cube.1) { grey } else { cube };
    Color::Indexed(number as u8)
}
