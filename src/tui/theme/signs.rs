//! The signs and frames we draw, and their ASCII twins.

use ratatui::symbols::border;

use super::Theme;
use crate::domain::reading::Verdict;
use crate::domain::status::Status;
use crate::domain::words;

impl Theme {
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
