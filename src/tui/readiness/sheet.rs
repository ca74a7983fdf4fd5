//! The screen: the three worst, the rest, what drafts need, what is accepted, what was not checked; below it the
//! selected one in full.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use super::lines::{Columns, Said};
use super::{forms, lines, ways};
use crate::app::readiness::{Readiness, ReadinessCommand, Remark};
use crate::app::{Command, Refusal};
use crate::domain::readiness::{About, Dismissal};
use crate::tui::effect::Question;
use crate::tui::form::opens;
use crate::tui::keymap::{Action, Scope};
use crate::tui::layout;
use crate::tui::model::{Model, StatusLine};
use crate::tui::msg::Reply;
use crate::tui::screen::Screen;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::theme::Theme;
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::{pane, text};

/// How many stand on top.
const WORST: usize = 3;
/// Lines of the lower pane with its frame.
const DETAIL: u16 = 8;

/// What a line of the list is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Entry {
    /// Over what follows.
    Heading(String),
    Finding(usize),
    ToDo(usize),
    Accepted(usize),
    Unchecked(usize),
}

/// The screen.
#[derive(Debug, Default)]
pub struct ReadinessSheet {
    readiness: Option<Box<Readiness>>,
    entries: Vec<Entry>,
    problem: Option<String>,
    listing: Listing,
}

impl ReadinessSheet {
    /// The screen before anything was read.
    pub fn new() -> ReadinessSheet {
        ReadinessSheet::default()
    }

    fn selected(&self) -> Option<&Entry> {
        self.entries.get(self.listing.selected)
    }

    /// The finding of a line, with who accepted it.
    fn remark(&self, entry: &Entry) -> Option<(&Remark, Option<&Dismissal>)> {
        let readiness = self.readiness.as_ref()?;
        match entry {
            Entry::Finding(at) => readiness.findings.get(*at).map(|remark| (remark, None)),
            Entry::ToDo(at) => readiness.to_dos.get(*at).map(|remark| (remark, None)),
            Entry::Accepted(at) => readiness.dismissed.get(*at).map(|(remark, by)| (remark, Some(by))),
            Entry::Heading(_) | Entry::Unchecked(_) => None,
        }
    }

    fn moved(&mut self, action: Action, model: &Model) {
        let height = usize::from(list_room(body(model)).height);
        let before = self.listing.selected;
        self.listing.act(action, self.entries.len(), height);
        if matches!(self.selected(), Some(Entry::Heading(_))) {
            let on =
                if self.listing.selected >= before || self.listing.selected == 0 { Action::Down } else { Action::Up };
            self.listing.act(on, self.entries.len(), height);
        }
        if self.listing.selected == 1 {
            self.listing.top = 0;
        }
    }

    fn mend(&self, model: &Model) -> Step {
        let entry = self.selected().cloned();
        match entry.as_ref().and_then(|entry| self.remark(entry)) {
            Some((_, Some(_))) => Step::say(StatusLine::note("this is accepted; d takes that back")),
            Some((remark, None)) => ways::go(remark, model),
            None => Step::stay(),
        }
    }

    fn accept(&self, model: &Model) -> Step {
        let Some(overview) = &model.overview else { return Step::stay() };
        match self.selected() {
            Some(Entry::ToDo(_)) => {
                Step::say(StatusLine::note("a draft is not judged yet; there is nothing to accept"))
            }
            Some(entry) => match self.remark(entry) {
                Some((_, Some(dismissal))) => {
                    Step::run(Command::Readiness(ReadinessCommand::Lift { number: dismissal.id }))
                }
                Some((remark, None)) => opens(forms::accept(remark, overview.today), model),
                None => Step::stay(),
            },
            None => Step::stay(),
        }
    }

    fn line(&self, entry: &Entry, columns: Columns, selected: bool, theme: Theme) -> Line<'static> {
        if let Some((remark, _)) = self.remark(entry) {
            return columns.line(&Said::finding(remark, &lines::object(remark)), selected);
        }
        let unchecked = match (entry, &self.readiness) {
            (Entry::Heading(said), _) => return Line::styled(format!("  {said}"), theme.strong()),
            (Entry::Unchecked(at), Some(readiness)) => readiness.not_checked.get(*at),
            _ => None,
        };
        let Some(unchecked) = unchecked else { return Line::default() };
        let fact = format!("{}: {}", unchecked.title, unchecked.why);
        let said = Said { object: "", fact: &fact, fix: "", check: unchecked.check, severity: None, clause: "" };
        columns.line(&said, selected)
    }

    /// What stands behind the selected line: name, side and text.
    fn detail(&self, theme: Theme, width: usize) -> (String, String, Vec<Line<'static>>) {
        let (Some(readiness), Some(entry)) = (&self.readiness, self.selected()) else { return Default::default() };
        if let Some((remark, accepted)) = self.remark(entry) {
            let like = match entry {
                Entry::Finding(_) => readiness.of_check(remark.finding.check).saturating_sub(1),
                _ => 0,
            };
            let name = format!("{}  {}", lines::object(remark), remark.title);
            return (name, lines::side(remark), lines::in_full(remark, accepted, like, theme, width));
        }
        match entry {
            Entry::Unchecked(at) => match readiness.not_checked.get(*at) {
                Some(unchecked) => {
                    let text = lines::not_run(unchecked, theme, width);
                    (unchecked.title.to_owned(), unchecked.check.to_owned(), text)
                }
                None => Default::default(),
            },
            _ => Default::default(),
        }
    }
}

/// Every line of the list, headings among them.
fn entries(readiness: &Readiness) -> Vec<Entry> {
    let worst = readiness.worst(WORST);
    let rest = (0..readiness.findings.len()).filter(|at| !worst.contains(at)).map(Entry::Finding).collect();
    let first = match worst.len() {
        0 => format!("Nothing found by the {} checks that could run", readiness.silent),
        1 => "First this".to_owned(),
        _ => "First these".to_owned(),
    };
    let mut entries = vec![Entry::Heading(first)];
    entries.extend(worst.into_iter().map(Entry::Finding));
    let numbered = |count: usize, entry: fn(usize) -> Entry| (0..count).map(entry).collect::<Vec<_>>();
    let sections: [(&str, Vec<Entry>); 4] = [
        ("more", rest),
        ("to do on drafts", numbered(readiness.to_dos.len(), Entry::ToDo)),
        ("accepted", numbered(readiness.dismissed.len(), Entry::Accepted)),
        ("not checked", numbered(readiness.not_checked.len(), Entry::Unchecked)),
    ];
    for (name, section) in sections.into_iter().filter(|(_, section)| !section.is_empty()) {
        entries.push(Entry::Heading(format!("{} {name}", section.len())));
        entries.extend(section);
    }
    entries
}

fn body(model: &Model) -> Rect {
    layout::screen(model.size).map_or(Rect::ZERO, |screen| screen.body)
}

/// The list and what stands behind its selected line; their frames share an edge.
fn areas(body: Rect) -> (Rect, Rect) {
    // On a short screen the detail gives way first: without its list nobody knows what it is a detail of.
    let detail = (DETAIL - 1).min(body.height.saturating_sub(5));
    let [list, _] = Layout::vertical([Constraint::Fill(1), Constraint::Length(detail)]).areas(body);
    let read = Rect { y: list.bottom().saturating_sub(1), height: body.bottom() + 1 - list.bottom(), ..body };
    (list, read)
}

fn list_room(body: Rect) -> Rect {
    let (list, _) = areas(body);
    let (width, height) = (list.width.saturating_sub(3), list.height.saturating_sub(2));
    Rect { x: list.x + 1.min(list.width), y: list.y + 1.min(list.height), width, height }
}

impl Sheet for ReadinessSheet {
    fn scopes(&self) -> Vec<Scope> {
        vec![Scope::Readiness, Scope::Moving, Scope::Screens]
    }

    fn opened(&mut self, _model: &Model) -> Step {
        Step::ask(Question::Readiness)
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        match action {
            Action::Back => return Step::close(),
            Action::Open | Action::Right => return self.mend(model),
            Action::Dismiss => return self.accept(model),
            Action::PlanAudit => {
                let Some(overview) = &model.overview else { return Step::stay() };
                return opens(forms::plan_audit(overview.today), model);
            }
            _ => self.moved(action, model),
        }
        Step::stay()
    }

    fn ran(&mut self, result: Result<crate::app::Outcome, Refusal>, _model: &Model) -> Step {
        match result {
            Ok(outcome) => Step::ask(Question::Readiness).saying(StatusLine::done(outcome.summary)),
            Err(refusal) => Step::say(StatusLine::refused(refusal.to_string())),
        }
    }

    fn told(&mut self, result: Result<Reply, Refusal>, _model: &Model) -> Step {
        match result {
            Ok(Reply::Readiness(readiness)) => {
                self.entries = entries(&readiness);
                self.readiness = Some(readiness);
                self.problem = None;
                self.listing.selected = self.listing.selected.min(self.entries.len().saturating_sub(1));
                if matches!(self.selected(), Some(Entry::Heading(_))) && self.entries.len() > 1 {
                    self.listing.selected += 1;
                }
            }
            Ok(_) => {}
            Err(refusal) => self.problem = Some(refusal.to_string()),
        }
        Step::stay()
    }

    fn uncovered(&mut self, _model: &Model) -> Step {
        Step::ask(Question::Readiness)
    }

    fn changed_elsewhere(&mut self, _model: &Model) -> Step {
        Step::ask(Question::Readiness)
    }

    fn objective(&self) -> Option<String> {
        let entry = self.selected()?;
        let (remark, _) = self.remark(entry)?;
        match &remark.finding.about {
            About::Objective(code) => Some(code.clone()),
            About::Action(_, code) => Some(code.clone()).filter(|code| !code.is_empty()),
            _ => None,
        }
    }

    fn screen(&self) -> Option<Screen> {
        Some(Screen::Readiness)
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        let theme = model.theme;
        let (list, read) = areas(body);
        let inside = list_room(body);
        let (width, room) = (usize::from(inside.width), usize::from(read.width).saturating_sub(4));
        let (name, side, said) = self.detail(theme, room);
        pane::borders(frame, read, theme, false);
        pane::borders(frame, list, theme, true);
        let strong = |said: &str| vec![Span::styled(text::cut(said, room), theme.strong())];
        let quiet = |said: &str| vec![Span::styled(said.to_owned(), theme.quiet())];
        let (head, weights) = match &self.readiness {
            Some(readiness) => (format!("Readiness: {}", readiness.occasion()), readiness.weights()),
            None => ("Readiness".to_owned(), String::new()),
        };
        pane::title(frame, list, theme, true, strong(&head), quiet(&weights));
        pane::title(frame, read, theme, false, strong(&name), quiet(&side));
        let under = Rect { x: read.x + 2, y: read.y + 1, width: room as u16, height: read.height.saturating_sub(2) };
        pane::lines(frame, under, said);
        let Some(readiness) = &self.readiness else {
            let said = self.problem.clone().unwrap_or_else(|| "looking at every objective".to_owned());
            let lines = text::wrap(&said, width, 4).into_iter().map(|line| Line::raw(format!(" {line}")));
            return pane::lines(frame, inside, lines);
        };
        let findings = readiness.findings.iter().chain(&readiness.to_dos);
        let remarks = findings.chain(readiness.dismissed.iter().map(|(remark, _)| remark));
        let longest = remarks.map(|remark| text::width(&lines::object(remark))).max().unwrap_or(0);
        let columns = Columns::new(width, longest, theme);
        let window = self.listing.window(self.entries.len(), usize::from(inside.height));
        let top = window.start;
        let shown = self.entries[window].iter().enumerate();
        let line = |(at, entry): (usize, &Entry)| self.line(entry, columns, top + at == self.listing.selected, theme);
        pane::lines(frame, inside, shown.map(line));
        let y = inside.y.saturating_add(self.listing.selected.saturating_sub(top) as u16);
        if y < inside.bottom() && inside.width > 0 {
            frame.set_cursor_position((inside.x, y));
        }
    }
}
