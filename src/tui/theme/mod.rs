//! The look: the terminal's own colours on its own background, chosen ones for a light or a dark ground, or none at all.
//!
//! Colour means a status or a verdict and nothing else, and never alone: beside it stands a word and a shape. With the
//! terminal's own colours what people read is written in its own foreground, because cyan cannot be read on white, blue
//! not on black, and bright black is the background of a well-known palette.

pub mod depth;
mod ground;
pub mod looks;
mod signs;

use ratatui::style::{Color, Modifier, Style};

pub use depth::Depth;
pub use looks::Looks;

use super::preferences::{Marker, Palette, Preferences};
use crate::domain::reading::Verdict;
use crate::domain::status::Status;

/// Narrower than every screen that sets two panes beside each other.
const WIDEST_LINEAR: u16 = 90;

/// How things look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The set of looks.
    pub palette: Palette,
    /// What each role looks like on this terminal.
    pub looks: Looks,
    /// Only ASCII may be drawn by us; text from data stays as it is.
    pub ascii: bool,
    /// No frames and no charts: words and numbers.
    pub linear: bool,
    /// What charts are drawn with; never `Auto`.
    pub marker: Marker,
}

impl Default for Theme {
    fn default() -> Self {
        Theme::of(&Preferences::default(), &|name| (name == "LANG").then(|| "C.UTF-8".to_owned()))
    }
}

impl Theme {
    /// The look a person prefers, as far as the terminal of this process can draw it.
    pub fn from_env(preferences: &Preferences) -> Theme {
        Theme::of(preferences, &|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
    }

    /// The same where `said` gives the value of a variable of the environment that is not empty.
    pub fn of(preferences: &Preferences, said: &impl Fn(&str) -> Option<String>) -> Theme {
        let depth = Depth::of(preferences.colours, said);
        let palette = if depth == Depth::None { Palette::Mono } else { preferences.palette };
        let linux = said("TERM").is_some_and(|term| term == "linux");
        let ascii = preferences.ascii.unwrap_or(cfg!(unix) && (linux || !is_utf8(said)));
        let marker = match preferences.marker {
            Marker::Auto if ascii => Marker::Ascii,
            Marker::Auto => Marker::Braille,
            chosen => chosen,
        };
        Theme { palette, looks: Looks::within(palette, depth), ascii, linear: preferences.plain, marker }
    }

    /// The columns and rows to draw into. Read line by line, two panes beside each other make no sense: up to this width
    /// they all stand below each other.
    pub fn room(self, (width, height): (u16, u16)) -> (u16, u16) {
        (if self.linear { width.min(WIDEST_LINEAR) } else { width }, height)
    }

    fn tint(self, colour: Option<Color>) -> Style {
        colour.map_or(Style::new(), |colour| Style::new().fg(colour))
    }

    /// Whether colours are sent at all.
    pub fn has_colour(self) -> bool {
        self.palette != Palette::Mono
    }

    /// A status: colour where there is colour, weight where it needs a person.
    pub fn status(self, status: Status) -> Style {
        match status {
            Status::OffTrack | Status::Missed => self.tint(self.looks.bad).add_modifier(Modifier::BOLD),
            Status::Unknown => self.tint(self.looks.unknown).add_modifier(Modifier::BOLD),
            Status::AtRisk => self.tint(self.looks.near).add_modifier(Modifier::BOLD),
            Status::OnTrack | Status::Achieved => self.tint(self.looks.good),
            Status::Draft | Status::NotStarted | Status::Retired => Style::new(),
        }
    }

    /// The word of a status: as its mark, but never the terminal's yellow, which nobody can read on white.
    pub fn status_word(self, status: Status) -> Style {
        match status {
            Status::AtRisk if self.palette == Palette::Terminal => self.strong(),
            other => self.status(other),
        }
    }

    /// The word of a verdict: as its mark, but never the terminal's yellow.
    pub fn verdict_word(self, verdict: Verdict) -> Style {
        match verdict {
            Verdict::Near if self.palette == Palette::Terminal => self.strong(),
            other => self.verdict(other),
        }
    }

    /// The verdict of one reading.
    pub fn verdict(self, verdict: Verdict) -> Style {
        match verdict {
            Verdict::Met => self.tint(self.looks.good),
            Verdict::Near => self.tint(self.looks.near),
            Verdict::NotMet => self.tint(self.looks.bad).add_modifier(Modifier::BOLD),
            Verdict::NotApplicable => Style::new(),
        }
    }

    /// With the terminal's own colours nothing but its own faint type is sure to be seen on both grounds.
    fn faint(self, chosen: Option<Color>) -> Style {
        match self.palette {
            Palette::Terminal => Style::new().add_modifier(Modifier::DIM),
            _ => self.tint(chosen),
        }
    }

    /// Lines of frames.
    pub fn frame(self) -> Style {
        self.faint(self.looks.frame)
    }

    /// Lines of the frame that has the focus.
    pub fn frame_focused(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Content.
    pub fn plain(self) -> Style {
        Style::new()
    }

    /// Headings and keys.
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// What stands beside the content: labels, units, column heads.
    pub fn quiet(self) -> Style {
        self.faint(self.looks.quiet)
    }

    /// Names and codes.
    pub fn code(self) -> Style {
        self.plain()
    }

    /// Bars of sparklines: beside the figures, never instead of them.
    pub fn chart(self) -> Style {
        self.faint(self.looks.chart)
    }

    /// The target line.
    pub fn target(self) -> Style {
        self.plain()
    }

    /// A key in footer and hints.
    pub fn key(self) -> Style {
        self.strong()
    }

    /// Something was done.
    pub fn good(self) -> Style {
        self.tint(self.looks.good)
    }

    /// Something was not done.
    pub fn bad(self) -> Style {
        self.tint(self.looks.bad).add_modifier(Modifier::BOLD)
    }

    /// The selected row: reverse, beside its marker; bold where contrast is all.
    pub fn selected(self) -> Style {
        let reversed = Style::new().add_modifier(Modifier::REVERSED);
        if self.palette == Palette::HighContrast { reversed.add_modifier(Modifier::BOLD) } else { reversed }
    }
}

fn is_utf8(said: &impl Fn(&str) -> Option<String>) -> bool {
    let locale = said("LC_ALL").or_else(|| said("LC_CTYPE")).or_else(|| said("LANG")).unwrap_or_default();
    ["utf-8", "utf8"].iter().any(|word| locale.to_lowercase().contains(word))
}
