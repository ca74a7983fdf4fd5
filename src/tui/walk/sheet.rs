//! The walk as a sheet of three pages: objectives, sources nobody pursues, the new edition.

use std::collections::VecDeque;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::begin::{self, Beginning};
use super::edition::{self, NextStep};
use super::{forms, stops, uncovered};
use crate::app::editions::Told;
use crate::app::editions::view::EditionsPicture;
use crate::app::refresh::RefreshCommand;
use crate::app::view::{Stop, Walk};
use crate::app::{Command, Outcome, Refusal};
use crate::domain::refresh::RefreshAnswer;
use crate::domain::words;
use crate::tui::editions::forms as edition_forms;
use crate::tui::effect::Question;
use crate::tui::form::objective;
use crate::tui::form::opens;
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, StatusLine};
use crate::tui::msg::Reply;
use crate::tui::screen::Screen;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::theme::Theme;
use crate::tui::widgets::listing::Listing;
use crate::tui::widgets::split::{body, cursor, frames, scrolled, stacked, text_room};
use crate::tui::widgets::{pane, text};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Page {
    #[default]
    Objectives,
    Sources,
    Edition,
}

/// The walk.
#[derive(Debug, Default)]
pub struct WalkSheet {
    /// The open walk; `None` until it was read, or where none is open.
    walk: Option<Walk>,
    read: bool,
    picture: Option<EditionsPicture>,
    problem: Option<String>,
    page: Page,
    listing: Listing,
    /// Codes whose answers are on their way to the disk, in the order they were given.
    pending: VecDeque<String>,
    /// The objective whose form is open, with the entry that had changed it last.
    changing: Option<(String, u64)>,
    /// The write that is not an answer: it begins or closes the walk.
    closing: bool,
}

impl WalkSheet {
    /// The walk before anything was read.
    pub fn new() -> WalkSheet {
        WalkSheet::default()
    }

    fn beginnings(&self, model: &Model) -> Vec<Beginning> {
        model.overview.as_ref().map(begin::beginnings).unwrap_or_default()
    }

    fn len(&self, model: &Model) -> usize {
        match (&self.walk, self.page) {
            (None, _) => self.beginnings(model).len(),
            (Some(walk), Page::Objectives) => walk.stops.len(),
            (Some(walk), Page::Sources) => walk.uncovered.len(),
            (Some(_), Page::Edition) => 0,
        }
    }

    fn stop(&self) -> Option<&Stop> {
        let walk = self.walk.as_ref().filter(|_| self.page == Page::Objectives)?;
        walk.stops.get(self.listing.selected)
    }

    /// Gives an answer and goes on to the next objective without one: seven objectives take seven letters.
    fn answer(&mut self, answer: RefreshAnswer, reason: &str, model: &Model) -> Step {
        let (Some(walk), Some(stop)) = (&self.walk, self.stop()) else { return not_here() };
        let code = stop.code.clone();
        let command = RefreshCommand::Answer {
            refresh: walk.refresh.number,
            code: code.clone(),
            answer,
            reason: reason.to_owned(),
            successor: String::new(),
            outcome: None,
        };
        self.pending.push_back(code);
        self.on_to_next(model);
        Step::run(Command::Refresh(command))
    }

    fn on_to_next(&mut self, model: &Model) {
        let Some(walk) = &self.walk else { return };
        let waits = |stop: &Stop| stop.line.is_none() && !self.pending.contains(&stop.code);
        let from = self.listing.selected;
        let after = (from..walk.stops.len()).chain(0..from).find(|place| waits(&walk.stops[*place]));
        if let Some(place) = after {
            self.listing.selected = place;
            self.keep(model);
        }
    }

    fn keep(&mut self, model: &Model) {
        let (list, _) = stacked(body(model));
        self.listing.keep(self.len(model), usize::from(text_room(list).height));
    }

    fn change(&mut self, model: &Model) -> Step {
        let (Some(walk), Some(stop)) = (&self.walk, self.stop()) else { return not_here() };
        let (Some(row), Some(overview)) = (model.row(&stop.code), &model.overview) else { return Step::stay() };
        if stop.changed && stop.line.is_none() {
            // The form has been filled already; at most its reason is missing, and the register says so.
            return self.answer(RefreshAnswer::Change, "", model);
        }
        let mut form = objective::edit(row, overview.today, overview.rules.calendar);
        if let Some(field) = form.fields.get_mut("cause") {
            *field = edition::cause_field(walk);
        }
        if let Some(reason) = form.fields.get_mut("reason") {
            // The answer of the walk needs it: asked here, one form is enough.
            (reason.required, reason.hint) = (true, "why it changes, one line; the walk keeps it too".to_owned());
        }
        self.changing = Some((stop.code.clone(), row.changed_seq));
        opens(form, model)
    }

    /// A form over one objective.
    fn form(&self, of: impl FnOnce(i64, &Stop) -> crate::tui::form::Form, model: &Model) -> Step {
        match (&self.walk, self.stop()) {
            (Some(walk), Some(stop)) => opens(of(walk.refresh.number, stop), model),
            _ => not_here(),
        }
    }

    fn enter(&mut self, model: &Model) -> Step {
        let Some(walk) = &self.walk else {
            let chosen = self.beginnings(model).into_iter().nth(self.listing.selected);
            return chosen.map_or_else(Step::stay, |beginning| Step::run(beginning.command()));
        };
        match self.page {
            Page::Objectives => self.turn(true, model),
            Page::Sources => match (walk.uncovered.get(self.listing.selected), &model.overview) {
                (Some(source), Some(overview)) => match &source.draft {
                    Some(code) => Step::say(StatusLine::note(format!("draft {code} serves it already"))),
                    None => opens(uncovered::draft(source, overview.today, overview.rules.calendar), model),
                },
                _ => self.turn(true, model),
            },
            Page::Edition => match edition::next_step(walk) {
                NextStep::Answer => Step::say(StatusLine::refused("answer every objective first")),
                NextStep::Approve => self.approve(model),
                NextStep::Close(_) => {
                    let (refresh, no_change) = (walk.refresh.number, String::new());
                    self.closing = true;
                    Step::run(Command::Refresh(RefreshCommand::Close { refresh, no_change }))
                }
            },
        }
    }

    fn approve(&self, model: &Model) -> Step {
        match (&self.walk, &self.picture, &model.overview) {
            (Some(walk), Some(picture), Some(overview)) => {
                opens(edition::approve(walk, picture, overview.today), model)
            }
            _ => Step::say(StatusLine::note("the next edition is still being read")),
        }
    }

    fn tell(&self, model: &Model) -> Step {
        let (Some(walk), Some(overview)) = (&self.walk, &model.overview) else { return Step::stay() };
        match walk.edition {
            Some(number) => {
                let what = Told::Edition(Some(number));
                opens(edition_forms::tell(&format!("edition {number}"), what, "", overview.today), model)
            }
            None => Step::say(StatusLine::refused("approve the new edition first, then tell it")),
        }
    }

    fn no_change(&mut self, model: &Model) -> Step {
        let Some(walk) = &self.walk else { return not_here() };
        if walk.unanswered().next().is_some() {
            return Step::say(StatusLine::refused(
                "answer every objective first; keeping them all takes a letter each",
            ));
        }
        opens(forms::no_change(walk.refresh.number), model)
    }

    fn turn(&mut self, on: bool, model: &Model) -> Step {
        if self.walk.is_none() {
            return Step::stay();
        }
        self.page = match (self.page, on) {
            (Page::Objectives, true) | (Page::Edition, false) => Page::Sources,
            (Page::Sources, true) | (Page::Objectives, false) => Page::Edition,
            (Page::Edition, true) | (Page::Sources, false) => Page::Objectives,
        };
        self.listing = Listing::default();
        match self.page {
            Page::Objectives => self.on_to_next(model),
            Page::Sources => {}
            Page::Edition => return self.ask(),
        }
        Step::stay()
    }

    fn ask(&self) -> Step {
        Step { questions: vec![Question::Walk, Question::Editions], ..Step::default() }
    }

    fn titles(&self) -> (String, String) {
        let Some(walk) = &self.walk else {
            return ("What makes a walk through the list necessary".to_owned(), String::new());
        };
        let refresh = format!("Refresh {} · {}", walk.refresh.number, words::cause(walk.refresh.cause));
        let answered = walk.stops.len() - walk.unanswered().count();
        match self.page {
            Page::Objectives => {
                let list = format!("{refresh} · {answered} of {} answered · {}", walk.stops.len(), walk.year);
                (list, self.stop().map(|stop| stop.code.clone()).unwrap_or_default())
            }
            Page::Sources => (format!("{refresh} · sources nobody pursues"), String::new()),
            Page::Edition => (format!("{refresh} · the new edition"), String::new()),
        }
    }

    fn lines(&self, model: &Model, width: usize) -> Vec<Line<'static>> {
        let theme = model.theme;
        let selected = |at: usize| at == self.listing.selected;
        match (&self.walk, self.page) {
            (None, _) => {
                let all = self.beginnings(model).into_iter().enumerate();
                all.map(|(at, beginning)| beginning.line(selected(at), theme, width)).collect()
            }
            (Some(walk), Page::Objectives) => {
                let pending = |stop: &Stop| self.pending.contains(&stop.code);
                let all = walk.stops.iter().enumerate();
                all.map(|(at, stop)| stops::line(stop, pending(stop), selected(at), theme, width)).collect()
            }
            (Some(walk), Page::Sources) if walk.uncovered.is_empty() => {
                vec![Line::raw(" every source somebody has to pursue is pursued")]
            }
            (Some(walk), Page::Sources) => {
                let all = walk.uncovered.iter().enumerate();
                all.map(|(at, source)| uncovered::line(source, selected(at), theme, width)).collect()
            }
            (Some(walk), Page::Edition) => edition::page(walk, model, width),
        }
    }

    fn detail(&self, theme: Theme, width: usize) -> Vec<Line<'static>> {
        let said = match (&self.walk, self.page) {
            (Some(_), Page::Objectives) => {
                return self.stop().map(|stop| stops::detail(stop, theme, width)).unwrap_or_default();
            }
            (None, _) => {
                "Enter begins it: through every objective in force with keep, change, retire or replace, then \
                          the sources nobody pursues, then one edition to approve and tell. It can be left and taken \
                          up again."
            }
            (Some(_), Page::Sources) => {
                "Enter drafts an objective that serves the source; what stays open is shown \
                                         in the readiness checks. Tab goes on to the new edition."
            }
            (Some(walk), Page::Edition) => walk.event.as_str(),
        };
        text::wrap(said, width, 6).into_iter().map(Line::raw).collect()
    }
}

fn not_here() -> Step {
    Step::say(StatusLine::note("that is asked of an objective; Shift-Tab goes back to them"))
}

impl Sheet for WalkSheet {
    fn scopes(&self) -> Vec<Scope> {
        vec![Scope::Walk, Scope::Moving, Scope::Screens]
    }

    fn opened(&mut self, _model: &Model) -> Step {
        self.ask()
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        match action {
            Action::Back => return Step::close(),
            Action::Open => return self.enter(model),
            Action::Keep => return self.answer(RefreshAnswer::Keep, "", model),
            Action::KeepBecause => return self.form(forms::keep, model),
            Action::Change => return self.change(model),
            Action::Retire => return self.form(forms::retire, model),
            Action::Replace => return self.form(forms::replace, model),
            Action::Approve => return self.approve(model),
            Action::Tell => return self.tell(model),
            Action::NoChange => return self.no_change(model),
            Action::Undo => {
                // It is no answer, but comes back in its turn among them.
                self.pending.push_back(String::new());
                return Step::run(Command::Undo { seq: None });
            }
            Action::NextPane => return self.turn(true, model),
            Action::PreviousPane => return self.turn(false, model),
            _ => {}
        }
        let (list, _) = stacked(body(model));
        self.listing.act(action, self.len(model), usize::from(text_room(list).height));
        Step::stay()
    }

    fn ran(&mut self, result: Result<Outcome, Refusal>, model: &Model) -> Step {
        let answered = self.pending.pop_front();
        let place = |code: &String, walk: &Walk| walk.stops.iter().position(|stop| stop.code == *code);
        if result.is_err()
            && let Some(place) = answered.as_ref().zip(self.walk.as_ref()).and_then(|(code, walk)| place(code, walk))
        {
            // The status line says why; the selection goes back to what still waits.
            self.listing.selected = place;
        }
        if result.is_ok() && self.closing {
            return Step::close();
        }
        self.closing = false;
        let asked = result.is_err_and(|refusal| refusal.fields.iter().any(|problem| problem.field == "reason"));
        let step = if asked { self.form(forms::change, model) } else { Step::stay() };
        Step { questions: vec![Question::Walk], ..step }
    }

    fn told(&mut self, result: Result<Reply, Refusal>, model: &Model) -> Step {
        match result {
            Ok(Reply::Walk(walk)) => {
                let was_open = self.walk.is_some();
                let first = !self.read;
                self.read = true;
                self.walk = walk.map(|walk| *walk).filter(|walk| walk.refresh.is_open());
                if was_open && self.walk.is_none() {
                    return Step::close();
                }
                if first || !was_open {
                    self.on_to_next(model);
                }
                self.keep(model);
            }
            Ok(Reply::Editions(picture)) => self.picture = Some(*picture),
            Ok(_) => {}
            Err(refusal) => self.problem = Some(refusal.to_string()),
        }
        Step::stay()
    }

    fn uncovered(&mut self, model: &Model) -> Step {
        let mut step = self.ask();
        if let Some((code, before)) = self.changing.take() {
            let changed = model.row(&code).is_some_and(|row| row.changed_seq > before);
            if changed {
                let answer = self.answer(RefreshAnswer::Change, "", model);
                step.commands = answer.commands;
            }
        }
        step
    }

    fn changed_elsewhere(&mut self, _model: &Model) -> Step {
        self.ask()
    }

    fn screen(&self) -> Option<Screen> {
        Some(Screen::Walk)
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        let theme = model.theme;
        let (list, read) = stacked(body);
        frames(frame, (list, read), theme, false, self.titles());
        let inside = text_room(list);
        if !self.read {
            let said = self.problem.clone().unwrap_or_else(|| "reading the walk".to_owned());
            let lines = text::wrap(&said, usize::from(inside.width), 4).into_iter().map(Line::raw);
            return pane::lines(frame, inside, lines);
        }
        let wide = Rect { x: inside.x.saturating_sub(1), width: inside.width + 1, ..inside };
        let lines = self.lines(model, usize::from(wide.width));
        let window = match (&self.walk, self.page) {
            (Some(_), Page::Edition) => 0..lines.len(),
            _ => self.listing.window(lines.len(), usize::from(inside.height)),
        };
        let at = self.listing.selected.saturating_sub(window.start);
        let room = if self.page == Page::Edition && self.walk.is_some() { inside } else { wide };
        pane::lines(frame, room, lines[window].iter().cloned());
        let room = text_room(read);
        scrolled(frame, room, self.detail(theme, usize::from(room.width)), 0, theme);
        cursor(frame, wide, at, false);
        if let Some(problem) = &self.problem {
            let last = Rect { y: room.bottom().saturating_sub(1), height: 1.min(room.height), ..room };
            let said = text::cut(problem, usize::from(room.width));
            frame.render_widget(Line::from(Span::styled(said, theme.bad())), last);
        }
    }
}
