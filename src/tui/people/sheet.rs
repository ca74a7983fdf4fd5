//! The screen of people: everybody with what is theirs, the functions, what is agreed for later days.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{detail, forms};
use crate::app::people::view::{Held, Party, PeopleView};
use crate::app::{Command, Outcome, Refusal};
use crate::domain::directory::{Activity, EntryKind};
use crate::domain::words;
use crate::tui::effect::Question;
use crate::tui::form::opens;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, StatusLine};
use crate::tui::msg::Reply;
use crate::tui::replies::{SendingSheet, TakingSheet};
use crate::tui::screen::Screen;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::theme::Theme;
use crate::tui::update::moving;
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::split::{self, areas, body, scrolled, text_room};
use crate::tui::widgets::{figures, pane, text};

/// What a line of the list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    Party(usize),
    Function(usize),
    Planned(usize),
    Waiting(usize),
    Heading(&'static str),
}

/// The screen.
#[derive(Debug, Default)]
pub struct PeopleSheet {
    people: Option<PeopleView>,
    problem: Option<String>,
    listing: Listing,
    /// Whether the detail has the focus and scrolls.
    reads: bool,
    /// Whether the detail shows the text to send.
    asks: bool,
    top: usize,
}

impl PeopleSheet {
    /// The screen before anything was read.
    pub fn new() -> PeopleSheet {
        PeopleSheet::default()
    }

    fn entries(&self) -> Vec<Entry> {
        let Some(people) = &self.people else { return Vec::new() };
        let mut entries: Vec<Entry> = (0..people.parties.len()).map(Entry::Party).collect();
        let mut part = |heading, lines: Vec<Entry>| {
            if !lines.is_empty() {
                entries.push(Entry::Heading(heading));
                entries.extend(lines);
            }
        };
        part("Functions", (0..people.functions.len()).map(Entry::Function).collect());
        part("Not accepted yet", (0..people.waiting.len()).map(Entry::Waiting).collect());
        part("Agreed for later days", (0..people.planned.len()).map(Entry::Planned).collect());
        entries
    }

    fn selected(&self) -> Option<Entry> {
        self.entries().get(self.listing.selected).copied()
    }

    fn party(&self) -> Option<&Party> {
        match self.selected()? {
            Entry::Party(at) => self.people.as_ref()?.parties.get(at),
            _ => None,
        }
    }

    /// The objectives behind the selected line.
    fn held(&self) -> Vec<&Held> {
        let Some(people) = &self.people else { return Vec::new() };
        match self.selected() {
            Some(Entry::Party(at)) => people
                .parties
                .get(at)
                .map(|party| party.owns.iter().chain(&party.reports).collect())
                .unwrap_or_default(),
            Some(Entry::Function(at)) => {
                people.functions.get(at).map(|function| function.objectives.iter().collect()).unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    fn moved(&mut self, action: Action, model: &Model) {
        let (list, read) = areas(body(model));
        if self.reads {
            let lines = self.detail(model.theme, text_room(read).width).len();
            self.top = moving::scrolled(self.top, action, usize::from(text_room(read).height), lines);
            return;
        }
        let entries = self.entries();
        let height = usize::from(text_room(list).height);
        let before = self.listing.selected;
        self.listing.act(action, entries.len(), height);
        if matches!(entries.get(self.listing.selected), Some(Entry::Heading(_))) {
            let on = if self.listing.selected >= before { Action::Down } else { Action::Up };
            self.listing.act(on, entries.len(), height);
        }
        (self.top, self.asks) = (0, false);
    }

    /// Home, with the first objective behind the line selected: the one that needs somebody most.
    fn to_objective(&self) -> Step {
        match self.held().first() {
            Some(held) => Step { select: Some(held.code.clone()), ..Step::close() },
            None => Step::say(StatusLine::note("no objective stands behind this line")),
        }
    }

    fn edit(&self, model: &Model) -> Step {
        let (Some(people), Some(overview)) = (&self.people, &model.overview) else { return Step::stay() };
        let today = overview.today;
        let form = match self.selected() {
            Some(Entry::Party(at)) => people.parties.get(at).map(|party| {
                let kind = party.kind.unwrap_or(EntryKind::Person);
                forms::enter(party.entry.as_ref(), kind, &party.name, today)
            }),
            Some(Entry::Function(at)) => people
                .functions
                .get(at)
                .map(|function| forms::enter(function.entry.as_ref(), EntryKind::Function, &function.name, today)),
            _ => None,
        };
        match form {
            Some(form) => opens(form, model),
            None => Step::say(StatusLine::note("select a person, a role or a function first")),
        }
    }

    fn hand_over(&self, model: &Model) -> Step {
        let (Some(party), Some(overview)) = (self.party(), &model.overview) else {
            return Step::say(StatusLine::note("select who hands over first"));
        };
        let codes: Vec<&str> = self.held().iter().map(|held| held.code.as_str()).collect();
        if codes.is_empty() && party.actions.is_empty() {
            return Step::say(StatusLine::refused(format!("{} holds nothing that could be handed over", party.name)));
        }
        opens(forms::hand_over(&party.name, overview.today), model)
    }

    fn accept(&self, model: &Model) -> Step {
        let (Some(people), Some(overview)) = (&self.people, &model.overview) else { return Step::stay() };
        let selected = match self.selected() {
            Some(Entry::Waiting(at)) => people.waiting.get(at),
            Some(Entry::Party(at)) => {
                let number = people.parties.get(at).and_then(|party| party.accepts.first());
                people.waiting.iter().find(|waiting| Some(&waiting.id) == number)
            }
            _ => None,
        };
        match selected.or_else(|| people.waiting.first()) {
            Some(waiting) => opens(forms::accept(waiting, overview.today), model),
            None => Step::say(StatusLine::note("no hand-over waits for somebody to accept it")),
        }
    }

    fn detail(&self, theme: Theme, width: u16) -> Vec<Line<'static>> {
        let Some(people) = &self.people else { return Vec::new() };
        let width = usize::from(width);
        let lines = match self.selected() {
            Some(Entry::Party(at)) if self.asks => {
                people.parties.get(at).map(|party| detail::ask(party, people.as_of, theme, width))
            }
            Some(Entry::Party(at)) => {
                people.parties.get(at).map(|party| detail::party(party, people.as_of, theme, width))
            }
            Some(Entry::Function(at)) => people.functions.get(at).map(|line| detail::function(line, theme, width)),
            Some(Entry::Planned(at)) => people.planned.get(at).map(|one| detail::rearrangement(one, theme, width)),
            Some(Entry::Waiting(at)) => people.waiting.get(at).map(|one| detail::rearrangement(one, theme, width)),
            Some(Entry::Heading(_)) | None => None,
        };
        lines.unwrap_or_default()
    }

    fn detail_title(&self) -> String {
        let Some(people) = &self.people else { return String::new() };
        match self.selected() {
            Some(Entry::Party(at)) => people.parties.get(at).map(|party| party.name.clone()),
            Some(Entry::Function(at)) => people.functions.get(at).map(|function| function.name.clone()),
            Some(Entry::Planned(at)) => people.planned.get(at).map(|one| one.name.clone()),
            Some(Entry::Waiting(at)) => people.waiting.get(at).map(|one| one.name.clone()),
            Some(Entry::Heading(_)) | None => None,
        }
        .unwrap_or_default()
    }

    fn line(&self, entry: Entry, people: &PeopleView, theme: Theme, width: usize) -> Line<'static> {
        let selected = self.selected() == Some(entry);
        let (name, end) = match entry {
            Entry::Heading(heading) => return Line::styled(format!(" {heading}"), theme.strong()),
            Entry::Party(at) => people.parties.get(at).map(|party| (party.name.clone(), owed(party, people))),
            Entry::Function(at) => people.functions.get(at).map(|function| {
                let count = words::counted(function.objectives.len(), "objective", "objectives");
                (function.name.clone(), gone(function.activity).unwrap_or(count))
            }),
            Entry::Planned(at) => people.planned.get(at).map(|one| (one.name.clone(), figures::day(one.begins))),
            Entry::Waiting(at) => {
                people.waiting.get(at).map(|one| (format!("{} to {}", one.giver, one.taker), figures::day(one.begins)))
            }
        }
        .unwrap_or_default();
        split::row(&name, &end, selected, theme, width)
    }
}

/// Another sheet on top.
fn over(sheet: impl Sheet + 'static) -> Step {
    Step { opens: Some(Box::new(sheet)), ..Step::default() }
}

/// What stands at the end of somebody's line: gone, owing, or how much is theirs.
fn owed(party: &Party, people: &PeopleView) -> String {
    if let Some(gone) = gone(party.activity) {
        return gone;
    }
    let mut parts = Vec::new();
    if !party.readings.is_empty() {
        parts.push(words::counted(party.readings.len(), "reading", "readings"));
    }
    if !party.actions.is_empty() {
        let late = party.late_actions(people.as_of);
        let late = if late == 0 { String::new() } else { format!(", {late} late") };
        parts.push(format!("{}{late}", words::counted(party.actions.len(), "action", "actions")));
    }
    if !parts.is_empty() {
        return format!("owes {}", parts.join(", "));
    }
    match (party.owns.len(), party.reports.len()) {
        (0, 0) => String::new(),
        (0, reports) => format!("figures of {reports}"),
        (owns, _) => format!("owns {owns}"),
    }
}

fn gone(activity: Activity) -> Option<String> {
    match activity {
        Activity::Ended(day) => Some(format!("until {}", figures::day(day))),
        Activity::NotYet(day) => Some(format!("from {}", figures::day(day))),
        Activity::Vacant => Some("vacant".to_owned()),
        Activity::Active | Activity::Unknown => None,
    }
}

impl Sheet for PeopleSheet {
    fn scopes(&self) -> Vec<Scope> {
        vec![Scope::People, Scope::Moving, Scope::Screens]
    }

    fn opened(&mut self, _model: &Model) -> Step {
        Step::ask(Question::People)
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        match action {
            Action::Back if self.asks => self.asks = false,
            Action::Back if self.reads => self.reads = false,
            Action::Back => return Step::close(),
            Action::Open => return self.to_objective(),
            Action::New => {
                let Some(overview) = &model.overview else { return Step::stay() };
                return opens(forms::enter(None, EntryKind::Person, "", overview.today), model);
            }
            Action::Edit => return self.edit(model),
            Action::HandOver => return self.hand_over(model),
            Action::AcceptHandOver => return self.accept(model),
            Action::WriteRequests => return over(SendingSheet::new(model)),
            Action::TakeReplies => return over(TakingSheet::new()),
            Action::Undo => return Step::run(Command::Undo { seq: None }),
            Action::Redo => return Step::run(Command::Redo),
            Action::AskText => (self.asks, self.top) = (!self.asks, 0),
            Action::Right => self.reads = true,
            Action::Left => self.reads = false,
            Action::NextPane | Action::PreviousPane => self.reads = !self.reads,
            _ => self.moved(action, model),
        }
        Step::stay()
    }

    fn ran(&mut self, result: Result<Outcome, Refusal>, model: &Model) -> Step {
        let step = Step::ask(Question::People);
        match result {
            // What cannot be taken back was just taken back.
            Ok(outcome) if !outcome.undoable => {
                let again = format!("{} does it again", model.key_for(Action::Redo));
                step.saying(StatusLine::done(outcome.summary).hint(again))
            }
            _ => step,
        }
    }

    fn told(&mut self, result: Result<Reply, Refusal>, _model: &Model) -> Step {
        match result {
            Ok(Reply::People(people)) => {
                self.people = Some(*people);
                self.problem = None;
                let count = self.entries().len();
                self.listing.selected = self.listing.selected.min(count.saturating_sub(1));
                if matches!(self.selected(), Some(Entry::Heading(_))) {
                    self.listing.selected = self.listing.selected.saturating_sub(1);
                }
            }
            Ok(_) => {}
            Err(refusal) => self.problem = Some(refusal.to_string()),
        }
        Step::stay()
    }

    fn uncovered(&mut self, _model: &Model) -> Step {
        Step::ask(Question::People)
    }

    fn changed_elsewhere(&mut self, _model: &Model) -> Step {
        Step::ask(Question::People)
    }

    fn objective(&self) -> Option<String> {
        self.held().first().map(|held| held.code.clone())
    }

    fn screen(&self) -> Option<Screen> {
        Some(Screen::People)
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        let theme = model.theme;
        let (list, read) = areas(body);
        split::frames(frame, (list, read), theme, self.reads, ("People".to_owned(), self.detail_title()));
        let inside = text_room(list);
        let say = |frame: &mut Frame, said: &str| {
            let lines = text::wrap(said, usize::from(inside.width), 6).into_iter().map(Line::raw);
            pane::lines(frame, inside, lines);
        };
        let Some(people) = &self.people else {
            return say(frame, self.problem.as_deref().unwrap_or("reading who is who"));
        };
        let entries = self.entries();
        if entries.is_empty() {
            return say(frame, "Nobody is named yet. n enters a person; `sixtwo import people FILE` brings a list in.");
        }
        let window = self.listing.window(entries.len(), usize::from(inside.height));
        let at = self.listing.selected.saturating_sub(window.start);
        let wide = Rect { x: inside.x.saturating_sub(1), width: inside.width + 1, ..inside };
        let line = |entry: &Entry| self.line(*entry, people, theme, usize::from(wide.width));
        pane::lines(frame, wide, entries[window].iter().map(line));
        scrolled(frame, text_room(read), self.detail(theme, text_room(read).width), self.top, theme);
        split::cursor(frame, if self.reads { text_room(read) } else { wide }, at, self.reads);
    }
}
