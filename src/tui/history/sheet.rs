//! The history as a screen.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{detail, filter, list};
use crate::app::Refusal;
use crate::app::view::{HistoryEntry, HistoryQuery, InForce, KnownAt, Lens, Sample};
use crate::domain::period::Date;
use crate::domain::status::phrase::day;
use crate::tui::effect::Question;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, StatusLine};
use crate::tui::msg::Reply;
use crate::tui::screen::Screen;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::text_field::TextField;
use crate::tui::theme::Theme;
use crate::tui::update::moving;
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::split::{body, cursor, scrolled, stacked, text_room};
use crate::tui::widgets::{pane, text};

/// Entries read at once; the next page is read before its first line comes into sight.
const PAGE: usize = 200;

/// The screen.
#[derive(Debug)]
pub struct HistorySheet {
    /// What is listed.
    query: HistoryQuery,
    entries: Vec<HistoryEntry>,
    /// Whether older entries are left.
    more: bool,
    /// Whether a page is on its way.
    reading: bool,
    /// What was in force on a day, in place of the entries.
    in_force: Option<(Date, Vec<InForce>)>,
    line: TextField,
    typing: bool,
    problem: Option<String>,
    listing: Listing,
    /// Whether the detail has the focus and scrolls.
    reads: bool,
    top: usize,
}

impl Default for HistorySheet {
    fn default() -> HistorySheet {
        HistorySheet::new()
    }
}

impl HistorySheet {
    /// The screen before anything was read.
    pub fn new() -> HistorySheet {
        HistorySheet {
            query: HistoryQuery::newest(PAGE),
            entries: Vec::new(),
            more: false,
            reading: true,
            in_force: None,
            line: TextField::default(),
            typing: false,
            problem: None,
            listing: Listing::default(),
            reads: false,
            top: 0,
        }
    }

    fn len(&self) -> usize {
        self.in_force.as_ref().map_or(self.entries.len(), |(_, listed)| listed.len())
    }

    fn selected(&self) -> Option<&HistoryEntry> {
        if self.in_force.is_some() { None } else { self.entries.get(self.listing.selected) }
    }

    /// Lists from the newest entry on.
    fn ask(&mut self, sample: Option<Sample>) -> Step {
        match filter::query(self.line.text(), sample, PAGE) {
            Ok(query) => {
                self.query = query;
                self.in_force = None;
                self.problem = None;
                self.reading = true;
                self.back_to_top();
                Step::ask(Question::History(Box::new(self.query.clone())))
            }
            Err(why) => Step::say(StatusLine::refused(why)),
        }
    }

    fn back_to_top(&mut self) {
        (self.listing, self.reads, self.top) = (Listing::default(), false, 0);
    }

    /// A sample on, or off again.
    fn sample(&mut self, sample: Sample) -> Step {
        let on = self.in_force.is_some() || self.query.sample != Some(sample);
        self.ask(on.then_some(sample))
    }

    /// The day somebody asks about: of the filter, else of the selected entry, else today.
    fn day(&self, model: &Model) -> Option<Date> {
        let of_filter = self.query.to.or(self.query.from);
        let of_entry = || self.selected().map(|entry| entry.day);
        of_filter.or_else(of_entry).or_else(|| model.overview.as_ref().map(|overview| overview.today))
    }

    fn jump(&self, model: &Model) -> Step {
        let lens = match (&self.in_force, self.selected()) {
            (Some((day, _)), _) => Lens { as_of: Some(*day), known_at: Some(KnownAt::Day(*day)) },
            (None, Some(entry)) => Lens { as_of: Some(entry.day), known_at: Some(KnownAt::Seq(entry.seq)) },
            (None, None) => return Step::stay(),
        };
        let status = StatusLine::note("nothing is written while the screen looks back")
            .hint(format!("{} goes back to now", model.key_for(Action::Now)));
        Step { look: Some(lens), status: Some(status), ..Step::close() }
    }

    fn moved(&mut self, action: Action, model: &Model) -> Step {
        let (list, read) = stacked(body(model));
        if self.reads {
            let lines = self.detail(model.theme, usize::from(text_room(read).width)).len();
            self.top = moving::scrolled(self.top, action, usize::from(text_room(read).height), lines);
            return Step::stay();
        }
        let height = usize::from(text_room(list).height);
        self.listing.act(action, self.len(), height);
        self.top = 0;
        let near_the_end = self.in_force.is_none() && self.listing.selected + 2 * height >= self.entries.len();
        if !(near_the_end && self.more && !self.reading) {
            return Step::stay();
        }
        self.reading = true;
        let before = self.entries.last().map(|entry| entry.first_seq);
        Step::ask(Question::History(Box::new(HistoryQuery { before, ..self.query.clone() })))
    }

    fn back(&mut self) -> Step {
        if self.reads {
            self.reads = false;
            return Step::stay();
        }
        let narrowed = self.in_force.is_some() || self.query.sample.is_some() || !self.line.is_empty();
        if !narrowed {
            return Step::close();
        }
        self.line.clear();
        self.ask(None)
    }

    fn detail(&self, theme: Theme, width: usize) -> Vec<Line<'static>> {
        match &self.in_force {
            Some((_, listed)) => {
                listed.get(self.listing.selected).map(|one| detail::in_force(one, theme, width)).unwrap_or_default()
            }
            None => self.selected().map(|entry| detail::entry(entry, theme, width)).unwrap_or_default(),
        }
    }

    /// What is listed, for the frame: `History, late, “okafor”`.
    fn title(&self) -> String {
        if let Some((on, _)) = &self.in_force {
            return format!("In force on {}, and who had approved it", day(*on));
        }
        let sample = self.query.sample.map(|sample| match sample {
            Sample::Corrected => ", corrected",
            Sample::Escalated => ", escalated",
            Sample::Late => ", late",
            Sample::Retired => ", retired",
        });
        format!("History{}", sample.unwrap_or_default())
    }

    fn count(&self) -> String {
        let filter =
            if self.line.is_empty() || self.typing { String::new() } else { format!("/{} · ", self.line.text()) };
        let more = if self.more && self.in_force.is_none() { "+" } else { "" };
        match self.len() {
            0 => filter.trim_end_matches(" · ").to_owned(),
            n => format!("{filter}{} of {n}{more}", self.listing.selected + 1),
        }
    }

    fn empty(&self) -> String {
        match (&self.problem, self.reading) {
            (Some(problem), _) => problem.clone(),
            (None, true) => "reading the history".to_owned(),
            (None, false) if self.in_force.is_some() => "nothing was in force that day".to_owned(),
            (None, false) => "the history has no such entry; Esc shows every entry".to_owned(),
        }
    }

    fn typed_line(&self, frame: &mut Frame, area: Rect, theme: Theme) {
        let asks = "/ ";
        let (shown, caret) = self.line.window(area.width.saturating_sub(3));
        let line =
            Line::from(vec![Span::styled(asks, theme.key()), Span::raw(text::cut(&shown, usize::from(area.width)))]);
        frame.render_widget(line, Rect { height: 1.min(area.height), ..area });
        frame.set_cursor_position(Position::new(area.x + 2 + caret, area.y));
    }
}

impl Sheet for HistorySheet {
    fn scopes(&self) -> Vec<Scope> {
        if self.typing { vec![Scope::Filter] } else { vec![Scope::History, Scope::Moving, Scope::Screens] }
    }

    fn field(&mut self) -> Option<&mut TextField> {
        self.typing.then_some(&mut self.line)
    }

    fn opened(&mut self, _model: &Model) -> Step {
        Step::ask(Question::History(Box::new(self.query.clone())))
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        if self.typing {
            self.typing = false;
            if action == Action::Back {
                self.line.clear();
            }
            return self.ask(self.query.sample);
        }
        match action {
            Action::Back => self.back(),
            Action::Filter => {
                self.typing = true;
                Step::stay()
            }
            Action::Corrected => self.sample(Sample::Corrected),
            Action::Escalated => self.sample(Sample::Escalated),
            Action::LateEntries => self.sample(Sample::Late),
            Action::Retired => self.sample(Sample::Retired),
            Action::EveryEntry => {
                self.line.clear();
                self.ask(None)
            }
            Action::InForceThen if self.in_force.is_some() => self.ask(self.query.sample),
            Action::InForceThen => self.day(model).map_or_else(Step::stay, |day| Step::ask(Question::InForce(day))),
            Action::JumpThere => self.jump(model),
            Action::NextPane => {
                self.reads = !self.reads;
                Step::stay()
            }
            _ => self.moved(action, model),
        }
    }

    fn told(&mut self, result: Result<Reply, Refusal>, _model: &Model) -> Step {
        match result {
            Ok(Reply::History(asked, entries)) => {
                let before = asked.before;
                if (HistoryQuery { before: None, ..*asked }) != self.query {
                    // The answer to a question that was replaced meanwhile.
                    return Step::stay();
                }
                self.reading = false;
                self.more = entries.len() == PAGE;
                if before.is_none() {
                    self.entries.clear();
                }
                self.entries.extend(entries);
                self.listing.selected = self.listing.selected.min(self.len().saturating_sub(1));
                Step::stay()
            }
            Ok(Reply::InForce(day, listed)) => {
                self.in_force = Some((day, listed));
                self.back_to_top();
                Step::stay()
            }
            Ok(_) => Step::stay(),
            Err(refusal) => {
                self.reading = false;
                self.entries.clear();
                self.problem = Some(refusal.to_string());
                Step::stay()
            }
        }
    }

    fn changed_elsewhere(&mut self, _model: &Model) -> Step {
        Step::ask(Question::History(Box::new(self.query.clone())))
    }

    fn screen(&self) -> Option<Screen> {
        Some(Screen::History)
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        let theme = model.theme;
        let (list_area, read_area) = stacked(body);
        pane::borders(frame, if self.reads { list_area } else { read_area }, theme, false);
        pane::borders(frame, if self.reads { read_area } else { list_area }, theme, true);
        let count = text::cut(&self.count(), usize::from(list_area.width) / 3);
        let room = usize::from(list_area.width).saturating_sub(text::width(&count) + 8);
        let name = vec![Span::styled(text::cut(&self.title(), room), theme.strong())];
        let count = (!count.is_empty()).then(|| Span::styled(count, theme.quiet()));
        pane::title(frame, list_area, theme, !self.reads, name, count.into_iter().collect());
        if let Some(entry) = self.selected() {
            let behind = vec![Span::styled(format!("Entry {}", entry.seq), theme.strong())];
            pane::title(frame, read_area, theme, self.reads, behind, Vec::new());
        }
        let mut inside = text_room(list_area);
        if self.typing {
            self.typed_line(frame, inside, theme);
            inside = Rect { y: inside.y + 1.min(inside.height), height: inside.height.saturating_sub(1), ..inside };
        }
        if self.len() == 0 {
            let lines = text::wrap(&self.empty(), usize::from(inside.width), 4).into_iter().map(Line::raw);
            return pane::lines(frame, inside, lines);
        }
        let wide = Rect { x: inside.x.saturating_sub(1), width: inside.width + 1, ..inside };
        let window = self.listing.window(self.len(), usize::from(inside.height));
        let first = window.start;
        let width = usize::from(wide.width);
        let lines = window.map(|at| {
            let selected = at == self.listing.selected;
            match &self.in_force {
                Some((_, listed)) => list::in_force(&listed[at], selected, theme, width),
                None => list::entry(&self.entries[at], selected, theme, width),
            }
        });
        pane::lines(frame, wide, lines);
        let room = text_room(read_area);
        scrolled(frame, room, self.detail(theme, usize::from(room.width)), self.top, theme);
        if !self.typing {
            let at = self.listing.selected.saturating_sub(first);
            cursor(frame, if self.reads { room } else { wide }, at, self.reads);
        }
    }
}
