//! The screen of the list as a whole: what the next edition would hold, the editions, who has not confirmed.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{detail, forms};
use crate::app::Refusal;
use crate::app::editions::Told;
use crate::app::editions::view::{EditionView, EditionsPicture, Unconfirmed};
use crate::domain::edition::Fate;
use crate::tui::effect::Question;
use crate::tui::form::opens;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, StatusLine};
use crate::tui::msg::Reply;
use crate::tui::screen::Screen;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::theme::Theme;
use crate::tui::update::moving;
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::split::{areas, body, scrolled, text_room};
use crate::tui::widgets::{figures, pane, split, text};

/// What a line of the list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    Next,
    Edition(usize),
    /// The heading over those who have not confirmed.
    Open,
    Person(usize),
}

/// The screen.
#[derive(Debug, Default)]
pub struct EditionsSheet {
    picture: Option<EditionsPicture>,
    problem: Option<String>,
    listing: Listing,
    /// Whether the detail has the focus and scrolls.
    reads: bool,
    top: usize,
}

impl EditionsSheet {
    /// The screen before anything was read.
    pub fn new() -> EditionsSheet {
        EditionsSheet::default()
    }

    fn entries(&self) -> Vec<Entry> {
        let Some(picture) = &self.picture else { return Vec::new() };
        let editions = (0..picture.editions.len()).map(Entry::Edition);
        let open = (!picture.open.is_empty()).then_some(Entry::Open);
        let people = (0..picture.open.len()).map(Entry::Person);
        std::iter::once(Entry::Next).chain(editions).chain(open).chain(people).collect()
    }

    fn selected(&self) -> Option<Entry> {
        self.entries().get(self.listing.selected).copied()
    }

    fn edition(&self) -> Option<&EditionView> {
        match self.selected()? {
            Entry::Edition(at) => self.picture.as_ref()?.editions.get(at),
            _ => None,
        }
    }

    fn person(&self) -> Option<&Unconfirmed> {
        match self.selected()? {
            Entry::Person(at) => self.picture.as_ref()?.open.get(at),
            _ => None,
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
        let before = self.listing.selected;
        self.listing.act(action, entries.len(), usize::from(text_room(list).height));
        if entries.get(self.listing.selected) == Some(&Entry::Open) {
            let on = if self.listing.selected >= before { Action::Down } else { Action::Up };
            self.listing.act(on, entries.len(), usize::from(text_room(list).height));
        }
        self.top = 0;
    }

    /// To the first who has not confirmed.
    fn select_open(&mut self, model: &Model) -> Step {
        let place = self.entries().iter().position(|entry| matches!(entry, Entry::Person(_)));
        let Some(place) = place else {
            return Step::say(StatusLine::note("everybody has confirmed what they own and report"));
        };
        (self.listing.selected, self.top, self.reads) = (place, 0, false);
        let (list, _) = areas(body(model));
        self.listing.keep(self.entries().len(), usize::from(text_room(list).height));
        Step::stay()
    }

    fn approve(&self, model: &Model) -> Step {
        let Some((picture, overview)) = self.picture.as_ref().zip(model.overview.as_ref()) else { return Step::stay() };
        let last = picture.editions.first().map(|view| &view.edition);
        if picture.next.members == 0 && picture.next.waiting.is_empty() {
            return Step::say(StatusLine::refused(
                "nothing is in force and nothing waits: there is no list to approve",
            ));
        }
        opens(forms::approve(&picture.next, last, overview.today), model)
    }

    fn tell(&self, model: &Model) -> Step {
        let Some(overview) = &model.overview else { return Step::stay() };
        if let Some(person) = self.person() {
            let (title, what) = forms::open_of(person);
            return opens(forms::tell(&title, what, &person.name, overview.today), model);
        }
        match self.edition().or_else(|| self.picture.as_ref()?.editions.first()) {
            Some(view) => {
                let number = view.edition.number;
                let what = Told::Edition(Some(number));
                opens(forms::tell(&format!("edition {number}"), what, "", overview.today), model)
            }
            None => Step::say(StatusLine::refused("no edition was approved yet: there is nothing to tell as a whole")),
        }
    }

    fn confirm(&self, model: &Model) -> Step {
        let Some(overview) = &model.overview else { return Step::stay() };
        if let Some(person) = self.person() {
            let (title, what) = forms::open_of(person);
            return opens(forms::confirm(&title, what, &person.name, overview.today), model);
        }
        match self.edition().or_else(|| self.picture.as_ref()?.editions.first()) {
            Some(view) => {
                let number = view.edition.number;
                let what = Told::Edition(Some(number));
                opens(forms::confirm(&format!("edition {number}"), what, "", overview.today), model)
            }
            None => Step::say(StatusLine::refused("no edition was approved yet: select somebody below")),
        }
    }

    fn detail(&self, theme: Theme, width: u16) -> Vec<Line<'static>> {
        let (Some(picture), Some(entry)) = (&self.picture, self.selected()) else { return Vec::new() };
        let width = usize::from(width);
        match entry {
            Entry::Next | Entry::Open => detail::next(&picture.next, theme, width),
            Entry::Edition(at) => {
                picture.editions.get(at).map(|view| detail::edition(view, theme, width)).unwrap_or_default()
            }
            Entry::Person(at) => {
                picture.open.get(at).map(|person| detail::person(person, theme, width)).unwrap_or_default()
            }
        }
    }

    fn detail_title(&self) -> String {
        let Some(picture) = &self.picture else { return String::new() };
        match self.selected() {
            Some(Entry::Edition(at)) => {
                let Some(view) = picture.editions.get(at) else { return String::new() };
                match view.edition.number {
                    1 => "Edition 1".to_owned(),
                    n => format!("Edition {n} against edition {}", n - 1),
                }
            }
            Some(Entry::Person(at)) => picture.open.get(at).map(|person| person.name.clone()).unwrap_or_default(),
            _ => format!("Edition {} would hold {} objectives", picture.next.number, picture.next.members),
        }
    }

    fn line(&self, entry: Entry, picture: &EditionsPicture, theme: Theme, width: usize) -> Line<'static> {
        let selected = self.selected() == Some(entry);
        let (name, end) = match entry {
            Entry::Next => {
                let number = picture.next.number;
                let waiting = picture.next.lines.iter().filter(|line| line.fate != Fate::Unchanged).count();
                let blocked = picture.next.waiting.iter().filter(|w| !w.problems.is_empty()).count();
                let blocked = if blocked == 0 { String::new() } else { format!(", {blocked} not ready") };
                (format!("next, edition {number}"), format!("{}{blocked}", changes(waiting)))
            }
            Entry::Edition(at) => match picture.editions.get(at) {
                None => Default::default(),
                Some(view) => {
                    let edition = &view.edition;
                    let day = figures::day(edition.approved_on);
                    (format!("edition {}  {day}  {}", edition.number, edition.body), told(view))
                }
            },
            Entry::Open => return Line::styled(" Not confirmed", theme.strong()),
            Entry::Person(at) => match picture.open.get(at) {
                None => Default::default(),
                Some(person) => {
                    let count = person.items.len();
                    let objectives = if count == 1 { "1 objective".to_owned() } else { format!("{count} objectives") };
                    let heard = person.items.iter().any(|item| item.knowledge.heard.is_none());
                    (person.name.clone(), if heard { format!("{objectives}, not told") } else { objectives })
                }
            },
        };
        split::row(&name, &end, selected, theme, width)
    }
}

fn changes(count: usize) -> String {
    match count {
        0 => "no change".to_owned(),
        1 => "1 change".to_owned(),
        n => format!("{n} changes"),
    }
}

fn told(view: &EditionView) -> String {
    match (view.told.len(), view.confirmed.len()) {
        (0, _) => "not told".to_owned(),
        (_, 0) => "told".to_owned(),
        (_, confirmed) => format!("told, {confirmed} confirmed"),
    }
}

impl Sheet for EditionsSheet {
    fn scopes(&self) -> Vec<Scope> {
        vec![Scope::Editions, Scope::Moving, Scope::Screens]
    }

    fn opened(&mut self, _model: &Model) -> Step {
        Step::ask(Question::Editions)
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        match action {
            Action::Back if self.reads => self.reads = false,
            Action::Back => return Step::close(),
            Action::Approve => return self.approve(model),
            Action::Tell => return self.tell(model),
            Action::Acknowledge => return self.confirm(model),
            Action::Unconfirmed => return self.select_open(model),
            Action::Open | Action::Right => self.reads = true,
            Action::Left => self.reads = false,
            Action::NextPane | Action::PreviousPane => self.reads = !self.reads,
            _ => self.moved(action, model),
        }
        Step::stay()
    }

    fn told(&mut self, result: Result<Reply, Refusal>, _model: &Model) -> Step {
        match result {
            Ok(Reply::Editions(picture)) => {
                self.picture = Some(*picture);
                self.problem = None;
                let count = self.entries().len();
                self.listing.selected = self.listing.selected.min(count.saturating_sub(1));
                if self.selected() == Some(Entry::Open) {
                    self.listing.selected -= 1;
                }
            }
            Ok(_) => {}
            Err(refusal) => self.problem = Some(refusal.to_string()),
        }
        Step::stay()
    }

    fn uncovered(&mut self, _model: &Model) -> Step {
        Step::ask(Question::Editions)
    }

    fn changed_elsewhere(&mut self, _model: &Model) -> Step {
        Step::ask(Question::Editions)
    }

    fn screen(&self) -> Option<Screen> {
        Some(Screen::Editions)
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        let theme = model.theme;
        let (list, read) = areas(body);
        split::frames(frame, (list, read), theme, self.reads, ("Editions".to_owned(), self.detail_title()));
        let inside = text_room(list);
        let Some(picture) = &self.picture else {
            let said = self.problem.clone().unwrap_or_else(|| "reading the editions".to_owned());
            let lines = text::wrap(&said, usize::from(inside.width), 4).into_iter().map(Line::raw);
            return pane::lines(frame, inside, lines);
        };
        let entries = self.entries();
        let window = self.listing.window(entries.len(), usize::from(inside.height));
        let window_top = window.start;
        let wide = Rect { x: inside.x.saturating_sub(1), width: inside.width + 1, ..inside };
        let line = |entry: &Entry| self.line(*entry, picture, theme, usize::from(wide.width));
        pane::lines(frame, wide, entries[window].iter().map(line));
        scrolled(frame, text_room(read), self.detail(theme, text_room(read).width), self.top, theme);
        let at = self.listing.selected.saturating_sub(window_top);
        split::cursor(frame, if self.reads { text_room(read) } else { wide }, at, self.reads);
    }
}
