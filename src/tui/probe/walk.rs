//! The page one question at a time, large: for a meeting where everybody looks at one wall.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::page::style;
use super::trail;
use crate::domain::probe::{Element, LineKind, Page};
use crate::tui::theme::Theme;
use crate::tui::widgets::{pane, text};

/// Cells of a line that is read from afar.
const WIDEST: usize = 76;

/// Lines of the heading, which stays when a long answer goes on.
const HEADING: usize = 4;

/// Where a person stands in the walk: the question, and how many lines of its answer have gone by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The question.
    pub question: usize,
    /// The first line of the answer in sight.
    pub top: usize,
}

impl Place {
    /// On in the answer where there is more of it, else to the next question.
    pub fn next(self, page: &Page, theme: Theme, room: Rect) -> Place {
        let (answer, sight) = (answer(page, self.question, theme, room).len(), sight(room));
        match self.question {
            question if self.top + sight < answer => Place { question, top: self.top + sight },
            question if question + 1 < page.elements.len() => Place { question: question + 1, top: 0 },
            _ => self,
        }
    }

    /// Back in the answer, else to the question before.
    pub fn before(self, room: Rect) -> Place {
        match self.top {
            0 => Place { question: self.question.saturating_sub(1), top: 0 },
            top => Place { top: top.saturating_sub(sight(room)), ..self },
        }
    }
}

fn sight(room: Rect) -> usize {
    usize::from(room.height).saturating_sub(HEADING).max(1)
}

/// Draws the question at a place.
pub fn view(page: &Page, place: Place, theme: Theme, frame: &mut Frame, room: Rect) {
    let Some(element) = page.elements.get(place.question) else { return };
    let width = usize::from(room.width).min(WIDEST);
    let left = room.x + (room.width - width as u16) / 2;
    let column = Rect { x: left, width: width as u16, ..room };
    let answer = answer(page, place.question, theme, room);
    let height = (answer.len() + HEADING) as u16;
    // In the upper third, where people look first.
    let top = room.height.saturating_sub(height) / 3;
    let area = Rect { y: room.y + top, height: room.height - top, ..column };
    let more = answer.len() > place.top + sight(room);
    let lines = heading(element, theme, width).into_iter().chain(answer.into_iter().skip(place.top));
    let clause = element.lines.iter().map(|line| line.clause.trim()).find(|clause| !clause.is_empty());
    pane::lines(frame, area, lines);
    if more {
        let last = Rect { y: area.bottom().saturating_sub(1), height: 1.min(area.height), ..area };
        pane::at_right(frame, last, Line::styled(format!(" {}", theme.sign("…")), theme.strong()));
    }
    if let Some(clause) = clause {
        let head = Rect { height: 1.min(area.height), ..area };
        pane::at_right(frame, head, Line::styled(clause.to_owned(), theme.quiet()));
    }
}

fn heading(element: &Element, theme: Theme, width: usize) -> [Line<'static>; HEADING] {
    let spaced: Vec<String> = element.label.to_uppercase().chars().map(String::from).collect();
    [
        Line::styled(text::cut(&spaced.join(" "), width.saturating_sub(12)), theme.strong()),
        Line::styled(theme.sign("┄").repeat(width), theme.quiet()),
        Line::styled(text::cut(&element.asks, width), theme.quiet()),
        Line::default(),
    ]
}

/// The answer with air between its lines; without where it would not fit into one sight.
fn answer(page: &Page, at: usize, theme: Theme, room: Rect) -> Vec<Line<'static>> {
    let mut lines = lines(page, at, theme, usize::from(room.width).min(WIDEST));
    if lines.len() > sight(room) {
        lines.retain(|line| line.width() > 0);
    }
    lines
}

fn lines(page: &Page, at: usize, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let Some(element) = page.elements.get(at) else { return Vec::new() };
    let mut lines = Vec::new();
    for line in &element.lines {
        if !line.head.is_empty() {
            lines.push(Line::styled(text::cut(&line.head, width), theme.quiet()));
        }
        let (open, close) = if line.kind == LineKind::Quote { ("“", "”") } else { ("", "") };
        let missing = if line.kind == LineKind::Missing { "missing: " } else { "" };
        let said = format!("{open}{missing}{}{close}", line.text);
        let style = match line.kind {
            LineKind::Fact | LineKind::Quote => theme.strong(),
            kind => style(kind, theme),
        };
        lines.extend(text::wrap(&said, width, 40).into_iter().map(|part| Line::styled(part, style)));
        if !line.by.is_empty() {
            lines.push(Line::from(vec![Span::styled(text::cut(&line.by, width), theme.quiet())]));
        }
        lines.push(Line::default());
    }
    if element.label == "Trail" {
        lines.extend(trail::lines(&page.trail, theme, 0, width));
    }
    lines
}
