//! A line of what is to be decided, and how the list of them is drawn.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::import::draft::{Answer, CellAt};
use crate::tui::theme::Theme;
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::{pane, split, text};

/// What Enter on a line does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Goes on to the next step.
    GoOn,
    /// Leaves what is refused out and goes on.
    GoOnWithoutRefused,
    /// Looks at another sheet.
    Sheet(usize),
    /// Reads the sheet in another layout.
    Layout,
    /// Reads a column as something else.
    Column(u32),
    /// Answers the question.
    Answer(Answer),
    /// Types a year.
    OtherYear,
    /// Corrects a cell.
    Cell(CellAt),
    /// Goes to a row.
    Row(u32),
    /// Whether what differs from the register becomes a new version.
    Update,
    /// Says why values are corrected.
    Reason,
    /// Writes.
    TakeOver,
    /// Takes everything back.
    TakeBack,
    /// Leaves the import.
    Home,
    /// Says something; Enter does nothing.
    Said,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What Enter does.
    pub what: What,
    /// A sign before it and its look.
    pub mark: (&'static str, Style),
    /// What it says.
    pub name: String,
    /// Beside it, at the right end.
    pub end: String,
    /// Whether it is a heading over the next lines.
    pub heading: bool,
}

impl Entry {
    /// A line with what it says and what stands beside it.
    pub fn new(what: What, name: impl Into<String>, end: impl Into<String>) -> Entry {
        Entry { what, mark: ("", Style::new()), name: name.into(), end: end.into(), heading: false }
    }

    /// With a sign before it.
    pub fn marked(mut self, sign: &'static str, style: Style) -> Entry {
        self.mark = (sign, style);
        self
    }

    /// A heading.
    pub fn heading(name: impl Into<String>) -> Entry {
        Entry { heading: true, ..Entry::new(What::Said, name, "") }
    }

    /// All it says, for where there is room.
    pub fn in_full(&self) -> String {
        if self.end.is_empty() { self.name.clone() } else { format!("{}: {}", self.name, self.end) }
    }

    fn line(&self, selected: bool, focused: bool, theme: Theme, width: usize) -> Line<'static> {
        if self.heading {
            return Line::styled(text::cut(&format!(" {}", self.name), width), theme.quiet());
        }
        let marker = if selected { theme.sign("▸") } else { " " };
        let style = match (selected, focused) {
            (true, true) => theme.selected(),
            (true, false) => theme.strong(),
            (false, _) => theme.plain(),
        };
        let sign = text::left(self.mark.0, if self.mark.0.is_empty() { 0 } else { 2 });
        let taken = 1 + text::width(&sign);
        let most = width.saturating_sub(taken + text::width(&self.name).min(width * 3 / 5) + 2);
        let end = text::cut(&self.end, most);
        let gap = if end.is_empty() { 0 } else { 2 };
        let room = width.saturating_sub(taken + gap + text::width(&end));
        Line::from(vec![
            Span::styled(marker, theme.strong()),
            Span::styled(sign, self.mark.1),
            Span::styled(text::left(&self.name, room), style),
            Span::raw(" ".repeat(gap)),
            Span::styled(end, theme.quiet()),
        ])
    }
}

/// Draws the lines; the cursor stands on the selected one where the list has the focus.
pub fn draw(frame: &mut Frame, area: Rect, entries: &[Entry], listing: &Listing, theme: Theme, focused: bool) {
    let window = listing.window(entries.len(), usize::from(area.height));
    let at = listing.selected.saturating_sub(window.start);
    let lines =
        window.map(|place| entries[place].line(place == listing.selected, focused, theme, usize::from(area.width)));
    pane::lines(frame, area, lines);
    if focused {
        split::cursor(frame, area, at, false);
    }
}
