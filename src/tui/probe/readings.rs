//! Every reading of one objective, corrections and what was taken back among them, newest period first.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::Refusal;
use crate::app::probe::{EntryState, ReadingEntry, entries};
use crate::domain::words;
use crate::tui::effect::Question;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::Model;
use crate::tui::msg::Reply;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::theme::Theme;
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::split::{self, cursor, labelled, text_room};
use crate::tui::widgets::{pane, text};

/// Cells of the labels beside the selected reading.
const LABEL: usize = 13;
/// Lines of the detail with its frame.
const DETAIL: u16 = 9;

/// The readings of one objective.
#[derive(Debug)]
pub struct ReadingsSheet {
    code: String,
    entries: Vec<ReadingEntry>,
    problem: Option<String>,
    listing: Listing,
}

impl ReadingsSheet {
    /// The readings of an objective, before they were read.
    pub fn new(code: String) -> ReadingsSheet {
        ReadingsSheet { code, entries: Vec::new(), problem: None, listing: Listing::default() }
    }

    fn ask(&self) -> Step {
        Step::ask(Question::Dossier(self.code.clone()))
    }
}

/// The list, and the selected reading below it.
fn areas(body: Rect) -> (Rect, Rect) {
    let detail = DETAIL.min(body.height / 2);
    let list = Rect { height: body.height - detail, ..body };
    (list, Rect { y: list.bottom().saturating_sub(1), height: detail + 1, ..body })
}

fn heads(theme: Theme, width: usize) -> Line<'static> {
    Line::styled(
        format!(" {}", columns(width.saturating_sub(1), ["Period", "Value", "Judged", "Reported by", "Entered", ""])),
        theme.quiet(),
    )
}

/// One line of the table; what has no room goes away from the end.
fn columns(width: usize, cells: [&str; 6]) -> String {
    let widths = [13, 16, 17, 18, 14, usize::MAX];
    let mut line = String::from(" ");
    for (cell, wanted) in cells.into_iter().zip(widths) {
        let left = width.saturating_sub(text::width(&line));
        if left < 4 {
            break;
        }
        line.push_str(&text::left(cell, wanted.min(left)));
    }
    line
}

fn entered(entry: &ReadingEntry) -> String {
    words::day(entry.reading.entered_on)
}

fn line(entry: &ReadingEntry, selected: bool, theme: Theme, width: usize) -> Line<'static> {
    let judged = match entry.verdict.filter(|_| entry.state == EntryState::Stands) {
        Some(verdict) => {
            let (mark, word) = theme.verdict_mark(verdict);
            format!("{mark} {word}")
        }
        None => String::new(),
    };
    let state = entry.state.words();
    let cells =
        [entry.period.as_str(), &entry.shown, &judged, &entry.reading.reported_by, &entered(entry), state.as_str()];
    let style = if selected { theme.selected() } else { theme.plain() };
    let mark = Span::styled(if selected { theme.sign("▸") } else { " " }, theme.strong());
    Line::from(vec![mark, Span::styled(columns(width.saturating_sub(1), cells), style)])
}

fn detail(entry: &ReadingEntry, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let reading = &entry.reading;
    let entered = format!(
        "{} {} by {}, entry {}",
        if reading.imported { "imported" } else { "entered" },
        words::day(reading.entered_on),
        reading.entered_by,
        reading.seq
    );
    let meaning = match reading.automatic {
        true => format!("{} (computed when a block was passed)", reading.evaluation),
        false => format!("“{}” {}", reading.evaluation, reading.evaluated_by),
    };
    let decided = reading.decision.map(words::decision).unwrap_or_default();
    let typed = reading.value.as_typed();
    let facts = [
        ("Value", format!("{}, as typed {typed}, measured {}", entry.shown, words::day(reading.measured_on)), true),
        ("Record", format!("{entered}, {}", entry.state.words()), true),
        ("Meaning", meaning, !reading.evaluation.is_empty()),
        ("Decided", decided.to_owned(), !decided.is_empty()),
        ("Corrected", format!("because {}", reading.reason), !reading.reason.is_empty()),
        ("Source", reading.source.clone(), !reading.source.is_empty()),
        ("Proof", reading.evidence.clone(), !reading.evidence.is_empty()),
    ];
    let told = facts.into_iter().filter(|(_, _, holds)| *holds);
    told.flat_map(|(label, said, _)| labelled((label, LABEL), &said, 3, theme, width).collect::<Vec<_>>()).collect()
}

impl Sheet for ReadingsSheet {
    fn scopes(&self) -> Vec<Scope> {
        vec![Scope::Readings, Scope::Moving]
    }

    fn opened(&mut self, _model: &Model) -> Step {
        self.ask()
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        if action == Action::Back {
            return Step::close();
        }
        let height = usize::from(text_room(areas(split::body(model)).0).height).saturating_sub(1);
        self.listing.act(action, self.entries.len(), height);
        Step::stay()
    }

    fn told(&mut self, result: Result<Reply, Refusal>, _model: &Model) -> Step {
        match result {
            Ok(Reply::Dossier(dossier)) => {
                self.entries = entries(&dossier);
                self.problem = None;
            }
            Ok(_) => {}
            Err(refusal) => self.problem = Some(refusal.to_string()),
        }
        Step::stay()
    }

    fn changed_elsewhere(&mut self, _model: &Model) -> Step {
        self.ask()
    }

    fn objective(&self) -> Option<String> {
        Some(self.code.clone())
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        let theme = model.theme;
        let (list, read) = areas(body);
        pane::borders(frame, read, theme, false);
        pane::borders(frame, list, theme, true);
        let count = vec![Span::raw(words::counted(self.entries.len(), "entry", "entries"))];
        let name = vec![Span::styled(format!("Readings of {}", text::cut(&self.code, 20)), theme.strong())];
        pane::title(frame, list, theme, true, name, count);
        let inside = text_room(list);
        let width = usize::from(inside.width);
        if self.entries.is_empty() {
            let said = self.problem.clone().unwrap_or_else(|| "no reading was entered".to_owned());
            return pane::lines(frame, inside, text::wrap(&said, width, 4).into_iter().map(Line::raw));
        }
        let window = self.listing.window(self.entries.len(), usize::from(inside.height).saturating_sub(1));
        let first = window.start;
        let lines = window.map(|at| line(&self.entries[at], at == self.listing.selected, theme, width));
        pane::lines(frame, inside, [heads(theme, width)].into_iter().chain(lines));
        if let Some(entry) = self.entries.get(self.listing.selected) {
            let under = text_room(read);
            pane::lines(frame, under, detail(entry, theme, usize::from(under.width)));
        }
        cursor(frame, inside, self.listing.selected.saturating_sub(first) + 1, false);
    }
}
