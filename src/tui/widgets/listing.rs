//! A list with one selected line that stays in sight.

use std::ops::Range;

use crate::tui::keymap::Action;
use crate::tui::update::moving;

/// Where a list stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The selected line.
    pub selected: usize,
    /// The first line shown.
    pub top: usize,
}

impl Listing {
    /// Moves the selection in a list of `len` lines of which `height` are in sight.
    pub fn act(&mut self, action: Action, len: usize, height: usize) {
        self.selected = moving::moved(self.selected, action, height, len.saturating_sub(1));
        self.keep(len, height);
    }

    /// Keeps the selection on a line and in sight, after the list or its room has changed.
    pub fn keep(&mut self, len: usize, height: usize) {
        self.selected = self.selected.min(len.saturating_sub(1));
        let height = height.max(1);
        self.top = self.top.min(self.selected).max((self.selected + 1).saturating_sub(height));
        self.top = self.top.min(len.saturating_sub(height));
    }

    /// The lines in sight.
    pub fn window(&self, len: usize, height: usize) -> Range<usize> {
        let mut kept = *self;
        kept.keep(len, height);
        kept.top..(kept.top + height).min(len)
    }
}
