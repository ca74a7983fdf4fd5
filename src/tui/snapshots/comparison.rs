//! Two frozen registers compared, or one with now: a page to read.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::Refusal;
use crate::domain::changes::Comparison;
use crate::domain::changes::told::{Entry, Section, counted, sections};
use crate::tui::effect::Question;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, StatusLine};
use crate::tui::msg::Reply;
use crate::tui::screen::Screen;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::theme::Theme;
use crate::tui::update::moving;
use crate::tui::widgets::split::{body, scrolled, text_room};
use crate::tui::widgets::{pane, text};

/// Cells of the mark before a code.
const MARK: usize = 2;
/// No code takes more of a line than this.
const CODE: usize = 12;
/// A sentence of a person is not cut before this many lines.
const SENTENCE: usize = 6;

/// The comparison of two snapshots, or of one with now.
#[derive(Debug)]
pub struct ComparisonSheet {
    one: i64,
    other: Option<i64>,
    comparison: Option<Comparison>,
    problem: Option<String>,
    top: usize,
}

impl ComparisonSheet {
    /// A comparison of a snapshot with another one, or with now, before it was made.
    pub fn new(one: i64, other: Option<i64>) -> ComparisonSheet {
        ComparisonSheet { one, other, comparison: None, problem: None, top: 0 }
    }

    fn ask(&self) -> Step {
        Step::ask(Question::Comparison { one: self.one, other: self.other })
    }

    fn copied(&self) -> Step {
        let Some(comparison) = &self.comparison else { return Step::stay() };
        let lines = lines(comparison, Theme::default(), usize::MAX);
        let text = lines.iter().map(|line| line.to_string().trim_end().to_owned()).collect::<Vec<_>>().join("\n");
        Step { copies: Some(text), ..Step::say(StatusLine::note("the comparison goes to the clipboard")) }
    }
}

/// The whole page.
fn lines(comparison: &Comparison, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let wrapped = |said: &str| text::wrap(said, width, SENTENCE).into_iter();
    let from = format!("From {}", comparison.from.in_full());
    let to = format!("to {}.", comparison.to.in_full());
    let mut lines: Vec<Line> = wrapped(&format!("{from}, {to}")).map(Line::raw).collect();
    let counts = counted(comparison).join(" · ").replace('→', theme.sign("→")).replace('·', theme.sign("·"));
    lines.extend(wrapped(&counts).map(|line| Line::styled(line, theme.quiet())));
    let sections = sections(&comparison.changes);
    if sections.is_empty() {
        lines.extend([Line::default(), Line::raw("Nothing in the register is different.")]);
    }
    let codes = sections.iter().flat_map(|section| &section.entries).map(|entry| text::width(&entry.code));
    let code = codes.max().unwrap_or_default().min(CODE);
    for Section { heading, entries } in &sections {
        lines.push(Line::default());
        lines.push(Line::styled(*heading, theme.strong()));
        lines.extend(entries.iter().flat_map(|entry| entry_lines(entry, code, theme, width)));
    }
    lines
}

/// What changed beside the code, and below it why and by whom.
fn entry_lines(entry: &Entry, code: usize, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let indent = MARK + code + 2;
    let room = width.saturating_sub(indent);
    let mut lines = Vec::new();
    for (at, said) in entry.lines.iter().enumerate() {
        let style = if at == 0 { theme.plain() } else { theme.quiet() };
        let said = if theme.ascii { said.replace('→', theme.sign("→")) } else { said.clone() };
        for part in text::wrap(&said, room, SENTENCE) {
            let head = match (lines.is_empty(), entry.status) {
                (false, _) => vec![Span::raw(" ".repeat(indent))],
                (true, None) => vec![Span::raw(" ".repeat(MARK)), named(entry, code, theme)],
                (true, Some(status)) => {
                    let mark = Span::styled(theme.status_mark(status).0, theme.status(status));
                    vec![mark, Span::raw(" "), named(entry, code, theme)]
                }
            };
            lines.push(Line::from(head.into_iter().chain([Span::styled(part, style)]).collect::<Vec<_>>()));
        }
    }
    lines
}

fn named(entry: &Entry, code: usize, theme: Theme) -> Span<'static> {
    Span::styled(format!("{}  ", text::left(&entry.code, code)), theme.code())
}

impl Sheet for ComparisonSheet {
    fn scopes(&self) -> Vec<Scope> {
        vec![Scope::Comparison, Scope::Moving, Scope::Screens]
    }

    fn opened(&mut self, _model: &Model) -> Step {
        self.ask()
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        match action {
            Action::Back => return Step::close(),
            Action::CopyRow => return self.copied(),
            _ => {}
        }
        if let Some(comparison) = &self.comparison {
            let room = text_room(body(model));
            let count = lines(comparison, model.theme, usize::from(room.width)).len();
            self.top = moving::scrolled(self.top, action, usize::from(room.height), count);
        }
        Step::stay()
    }

    fn told(&mut self, result: Result<Reply, Refusal>, _model: &Model) -> Step {
        match result {
            Ok(Reply::Comparison(comparison)) => self.comparison = Some(*comparison),
            Ok(_) => {}
            Err(refusal) => self.problem = Some(refusal.to_string()),
        }
        Step::stay()
    }

    fn changed_elsewhere(&mut self, _model: &Model) -> Step {
        if self.other.is_none() { self.ask() } else { Step::stay() }
    }

    fn screen(&self) -> Option<Screen> {
        Some(Screen::Snapshots)
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        let theme = model.theme;
        let title = self.comparison.as_ref().map_or_else(|| "Comparison".to_owned(), Comparison::title);
        let title = title.replace('→', theme.sign("→"));
        pane::frame(frame, body, theme, true, vec![Span::styled(title, theme.strong())]);
        let inside = text_room(body);
        let width = usize::from(inside.width);
        match &self.comparison {
            Some(comparison) => scrolled(frame, inside, lines(comparison, theme, width), self.top, theme),
            None => {
                let said = self.problem.as_deref().unwrap_or("comparing");
                pane::lines(frame, inside, text::wrap(said, width, 4).into_iter().map(Line::raw));
            }
        }
        if inside.width > 0 && inside.height > 0 {
            frame.set_cursor_position((inside.x, inside.y));
        }
    }
}
