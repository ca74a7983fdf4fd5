//! The look: the terminal's own colours on its own background, or none at all.
//!
//! Colour means a status or a verdict and nothing else, and never alone: what people read is written in the
//! terminal's own foreground, because cyan cannot be read on white, blue not on black, and bright black is the
//! background of a well-known palette.

use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

use crate::domain::reading::Verdict;
use crate::domain::status::Status;
use crate::domain::words;

/// How things look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Colours may be used.
    pub colour: bool,
    /// Only ASCII may be drawn by us; text from data stays as it is.
    pub ascii: bool,
}

impl Default for Theme {
    fn default() -> Self {
        Theme { colour: true, ascii: false }
    }
}

impl Theme {
    /// What the environment asks for: `NO_COLOR`, a locale that is not UTF-8, a terminal that draws no lines.
    pub fn from_env() -> Theme {
        let said = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let locale = said("LC_ALL").or_else(|| said("LC_CTYPE")).or_else(|| said("LANG")).unwrap_or_default();
        let utf8 = ["utf-8", "utf8"].iter().any(|word| locale.to_lowercase().contains(word));
        let plain_terminal = said("TERM").is_some_and(|term| term == "linux");
        Theme { colour: said("NO_COLOR").is_none(), ascii: cfg!(unix) && (!utf8 || plain_terminal) }
    }

    fn tint(self, colour: Color) -> Style {
        if self.colour { Style::new().fg(colour) } else { Style::new() }
    }

    /// A status: colour where there is colour, weight where it needs a person.
    pub fn status(self, status: Status) -> Style {
        match status {
            Status::OffTrack | Status::Missed => self.tint(Color::Red).add_modifier(Modifier::BOLD),
            Status::Unknown => self.tint(Color::Magenta).add_modifier(Modifier::BOLD),
            Status::AtRisk => self.tint(Color::Yellow).add_modifier(Modifier::BOLD),
            Status::OnTrack | Status::Achieved => self.tint(Color::Green),
            Status::Draft | Status::NotStarted | Status::Retired => Style::new(),
        }
    }

    /// The word of a status: as its mark, but never yellow, which nobody can read on white.
    pub fn status_word(self, status: Status) -> Style {
        match status {
            Status::AtRisk => self.strong(),
            other => self.status(other),
        }
    }

    /// The word of a verdict: as its mark, but never yellow.
    pub fn verdict_word(self, verdict: Verdict) -> Style {
        match verdict {
            Verdict::Near => self.strong(),
            other => self.verdict(other),
        }
    }

    /// The verdict of one reading.
    pub fn verdict(self, verdict: Verdict) -> Style {
        match verdict {
            Verdict::Met => self.tint(Color::Green),
            Verdict::Near => self.tint(Color::Yellow),
            Verdict::NotMet => self.tint(Color::Red).add_modifier(Modifier::BOLD),
            Verdict::NotApplicable => Style::new(),
        }
    }

    fn faint(self) -> Style {
        if self.colour { Style::new().add_modifier(Modifier::DIM) } else { Style::new() }
    }

    /// Lines of frames.
    pub fn frame(self) -> Style {
        self.faint()
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
        self.faint()
    }

    /// Names and codes.
    pub fn code(self) -> Style {
        self.plain()
    }

    /// Bars of sparklines: beside the figures, never instead of them.
    pub fn chart(self) -> Style {
        self.faint()
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
        self.tint(Color::Green)
    }

    /// Something was not done.
    pub fn bad(self) -> Style {
        self.tint(Color::Red).add_modifier(Modifier::BOLD)
    }

    /// The selected row: reverse, beside its marker.
    pub fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// The mark and the word of a status.
    pub fn status_mark(self, status: Status) -> (&'static str, &'static str) {
        let (mark, word) = words::status(status);
        (self.sign(mark), word)
    }

    /// The mark and the word of a verdict.
    pub fn verdict_mark(self, verdict: Verdict) -> (&'static str, &'static str) {
        let (mark, word) = words::verdict(verdict);
        (self.sign(mark), word)
    }

    /// A sign of ours, or its ASCII twin.
    pub fn sign(self, sign: &'static str) -> &'static str {
        if !self.ascii {
            return sign;
        }
        match sign {
            "●" => "o",
            "▲" => "^",
            "■" => "#",
            "○" => ".",
            "✓" => "v",
            "✗" => "x",
            "▸" => ">",
            "◆" => "*",
            "▾" => "v",
            "┄" => "-",
            "·" | "╌" | "┈" => ".",
            "│" => "|",
            "├─ " | "┬─ " => "+- ",
            "── " => "-- ",
            "└─ " => "`- ",
            "│  " => "|  ",
            "…" => "~",
            "–" => "-",
            "“" | "”" => "\"",
            "≥" => ">=",
            "≤" => "<=",
            "↑" => "^",
            "↓" => "v",
            "→" => "->",
            other => other,
        }
    }

    /// The frame of a pane; heavier where the focus is.
    pub fn border(self, focused: bool) -> border::Set<'static> {
        match (self.ascii, focused) {
            (true, false) => ASCII_LIGHT,
            (true, true) => ASCII_HEAVY,
            (false, false) => border::ROUNDED,
            (false, true) => border::THICK,
        }
    }
}

const ASCII_LIGHT: border::Set = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

const ASCII_HEAVY: border::Set = border::Set { horizontal_top: "=", horizontal_bottom: "=", ..ASCII_LIGHT };
