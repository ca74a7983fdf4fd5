//! One arithmetic for everything that moves or scrolls.

use crate::tui::keymap::Action;

/// Where a movement leads from `at`, between 0 and `last`, with `page` lines in sight.
pub fn moved(at: usize, action: Action, page: usize, last: usize) -> usize {
    let to = match action {
        Action::Down => at.saturating_add(1),
        Action::Up => at.saturating_sub(1),
        Action::PageDown => at.saturating_add(page.max(1)),
        Action::PageUp => at.saturating_sub(page.max(1)),
        Action::HalfDown => at.saturating_add((page / 2).max(1)),
        Action::HalfUp => at.saturating_sub((page / 2).max(1)),
        Action::First => 0,
        Action::Last => last,
        _ => at,
    };
    to.min(last)
}

/// The same for the first line of `lines` shown `page` at a time.
pub fn scrolled(top: usize, action: Action, page: usize, lines: usize) -> usize {
    moved(top, action, page, lines.saturating_sub(page))
}
