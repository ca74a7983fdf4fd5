//! The meeting as a sheet: which page is open, what is typed, where keys lead.

use std::collections::{BTreeMap, VecDeque};

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::entry::{Desk, Entry, Spot};
use super::matter::Matter;
use super::stop::Stop;
use super::under_way::UnderWay;
use super::{amend, view};
use crate::app::registers::Answers;
use crate::app::view::{Dossier, ReviewView};
use crate::app::{Command, Moment, Outcome, Refusal};
use crate::domain::minutes::Minutes;
use crate::domain::reading::DecisionKind;
use crate::domain::review::ReviewItem;
use crate::tui::effect::Question;
use crate::tui::form::{Form, opens};
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::Model;
use crate::tui::msg::Reply;
use crate::tui::screen::Screen;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::text_field::TextField;

/// What is typed for items of a meeting and not saved, by their codes: kept when the meeting is left.
pub type Drafts = BTreeMap<String, Desk>;

/// A running meeting.
#[derive(Debug, Default)]
pub struct MeetingSheet {
    /// Its number.
    pub number: i64,
    /// The meeting as the register has it; `None` before it was read.
    pub view: Option<ReviewView>,
    /// What its minutes would say now; `None` before they were read.
    pub draft: Option<Minutes>,
    /// The page that is open.
    pub at: Stop,
    /// The selected entry of a page that is looked through.
    pub selected: usize,
    /// What is typed for the item on the desk.
    pub desk: Desk,
    /// The item's objective in full.
    pub dossier: Option<Box<Dossier>>,
    /// The date of the next meeting, typed on the last page.
    pub next_date: TextField,
    /// The last page asks once before it closes.
    pub closing: bool,
    /// What closing said.
    pub closed: Option<Outcome>,
    /// The time, as it was told last.
    pub now: Option<Moment>,
    /// When the item on the desk was taken up; `None` until the time is told.
    pub(super) taken_up: Option<Moment>,
    /// Seconds spent on items and not yet on disk.
    pub(super) spent: BTreeMap<String, u32>,
    /// What is typed for other items and not saved.
    pub(super) drafts: Drafts,
    /// What the disk holds of that.
    pub(super) on_disk: Option<Answers>,
    /// What was saved from here, to be corrected at once.
    pub(super) saved: BTreeMap<String, Entry>,
    /// What was done here by its journal entry, with the item it answered, to be taken back.
    pub(super) done: Vec<(Option<String>, u64)>,
    pub(super) under_way: VecDeque<UnderWay>,
    pub(super) leaving: bool,
    /// What is said about the meeting as soon as it is open.
    first: Option<Command>,
    /// A page was chosen: the first one is chosen once meeting and minutes were read.
    pub begun: bool,
}

impl MeetingSheet {
    /// A meeting that is still to be read.
    pub fn new(number: i64) -> MeetingSheet {
        MeetingSheet { number, ..MeetingSheet::default() }
    }

    /// The same, with something to be written about it first.
    pub fn saying_first(number: i64, first: Option<Command>) -> MeetingSheet {
        MeetingSheet { first, ..MeetingSheet::new(number) }
    }

    /// The agenda.
    pub fn items(&self) -> &[ReviewItem] {
        self.view.as_ref().map_or(&[], |view| &view.review.items)
    }

    /// The item on the desk; `None` on every other page.
    pub fn item(&self) -> Option<&ReviewItem> {
        match self.at {
            Stop::Item(at) => self.items().get(at),
            _ => None,
        }
    }

    /// Whether the page that reads back is open.
    pub fn on_last_page(&self) -> bool {
        self.view.is_some() && self.at == Stop::ReadBack
    }

    /// What the item on the desk is about.
    pub fn matter(&self, model: &Model) -> Option<Matter> {
        let (item, overview) = (self.item()?, model.overview.as_ref()?);
        let dossier = self.dossier.as_deref().filter(|dossier| dossier.row.code() == item.code);
        let mut matter = Matter::of(item, model.row(&item.code)?, dossier, &overview.rules, overview.today);
        matter.chair = self.chair();
        Some(matter)
    }

    /// Who approves what is accepted for now, unless somebody else is named: the chair, else who is named first.
    fn chair(&self) -> String {
        let attendees = self.view.as_ref().map_or(&[][..], |view| &view.review.attendees);
        let chair = attendees.iter().find(|name| name.to_lowercase().contains("(chair)")).or(attendees.first());
        chair.map(|name| name.split(" (").next().unwrap_or(name).to_owned()).unwrap_or_default()
    }

    /// Whether something is typed that is not saved.
    pub(super) fn is_dirty(&self) -> bool {
        self.desk.is_dirty() || self.drafts.values().any(Desk::is_dirty)
    }

    /// A short form on top; what is typed here stays.
    fn on_top(&mut self, form: Option<Form>, model: &Model) -> Step {
        let Some(form) = form else {
            self.desk.notice = Some("no action is open from an earlier meeting".to_owned());
            return Step::stay();
        };
        opens(form, model)
    }

    fn decide(&mut self, kind: DecisionKind) -> Step {
        self.desk.decide_by_letter(kind);
        Step::stay()
    }

    fn acted(&mut self, action: Action, model: &Model) -> Step {
        self.leaving &= action == Action::Back;
        if !self.begun && action != Action::Back {
            return Step::stay();
        }
        if self.at.is_looked_through() {
            self.desk.notice = None;
        }
        match action {
            Action::Confirm | Action::Back if self.at == Stop::Closed => Step::close(),
            Action::Confirm => self.confirm(model),
            Action::NextField | Action::PreviousField => {
                self.desk.step(action == Action::NextField);
                Step::stay()
            }
            Action::NextItem => self.step_on(true),
            Action::PreviousItem => self.step_on(false),
            Action::NextChoice | Action::PreviousChoice => {
                self.desk.turn(action == Action::NextChoice);
                Step::stay()
            }
            Action::Down | Action::Up | Action::First | Action::Last => self.select(action),
            Action::Write => self.write(model),
            Action::New | Action::Retire | Action::Approve => self.change_list(action, model),
            Action::Park => self.park(),
            Action::PassBlock => self.run(Command::PassBlock { review: self.number }, UnderWay::Other),
            Action::CloseMeeting => self.go(Stop::ReadBack),
            Action::Attendees => {
                let today = model.overview.as_ref().map(|overview| overview.today);
                let form = self.view.as_ref().zip(today).map(|(view, today)| amend::attendees(view, today));
                self.on_top(form, model)
            }
            Action::ActionDone if self.at == Stop::LastActions => self.done(model),
            Action::ActionDone => {
                let today = model.overview.as_ref().map(|overview| overview.today);
                self.on_top(self.view.as_ref().zip(today).and_then(|(view, today)| amend::done(view, today)), model)
            }
            Action::Undo => self.take_back(),
            Action::Back => self.back(),
            Action::DecideContinue => self.decide(DecisionKind::Continue),
            Action::DecideAct => self.decide(DecisionKind::Act),
            Action::DecideEscalate => self.decide(DecisionKind::Escalate),
            Action::DecideRetarget => self.decide(DecisionKind::Retarget),
            Action::DecideExtend => self.decide(DecisionKind::Extend),
            Action::DecideRetire => self.decide(DecisionKind::Retire),
            Action::DecideAccept => self.decide(DecisionKind::Accept),
            _ => Step::stay(),
        }
    }

    /// Once both were read the meeting goes on where it was left.
    fn begin(&mut self) -> Step {
        if self.begun || self.view.is_none() || self.draft.is_none() {
            return Step::stay();
        }
        self.begun = true;
        self.resume()
    }
}

impl Sheet for MeetingSheet {
    fn screen(&self) -> Option<Screen> {
        Some(Screen::Review)
    }

    fn scopes(&self) -> Vec<Scope> {
        match (self.at, self.desk.spot) {
            (Stop::Closed, _) => vec![Scope::MeetingClosed],
            (Stop::ReadBack, _) => vec![Scope::MeetingEnd],
            (Stop::ListChanges, _) => vec![Scope::MeetingList, Scope::MeetingStep],
            (at, _) if at.is_looked_through() => vec![Scope::MeetingStep],
            (Stop::Item(_), Spot::Decision) => vec![Scope::Decision, Scope::Choice, Scope::Meeting],
            _ => vec![Scope::Meeting],
        }
    }

    fn field(&mut self) -> Option<&mut TextField> {
        match self.at {
            Stop::ReadBack => Some(&mut self.next_date),
            Stop::Item(_) => self.desk.field(),
            _ => None,
        }
    }

    fn edited(&mut self, model: &Model) -> Step {
        self.leaving = false;
        self.closing = false;
        match self.matter(model) {
            Some(matter) => self.desk.edited(&matter),
            None => self.desk.notice = None,
        }
        self.keeping(Step::stay())
    }

    fn opened(&mut self, model: &Model) -> Step {
        let status = self.take_up(model);
        let questions = [self.read_again(), vec![Question::Now]].concat();
        let first = self.first.take().map(|command| self.run(command, UnderWay::Other)).unwrap_or_default();
        Step { questions, commands: first.commands, clock: Some(true), status, ..Step::default() }
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        let step = self.acted(action, model);
        self.keeping(step)
    }

    fn ran(&mut self, result: Result<Outcome, Refusal>, _model: &Model) -> Step {
        let Some(under_way) = self.under_way.pop_front() else { return Step::stay() };
        let step = match result {
            Ok(outcome) => self.took(outcome, under_way),
            Err(refusal) => self.refused(refusal, under_way),
        };
        self.keeping(step)
    }

    fn told(&mut self, result: Result<Reply, Refusal>, _model: &Model) -> Step {
        match result {
            Ok(Reply::Review(view)) => {
                self.view = Some(*view);
                return self.begin();
            }
            Ok(Reply::ReadBack(draft)) => {
                self.draft = Some(*draft);
                return self.begin();
            }
            Ok(Reply::Dossier(dossier)) => self.dossier = Some(dossier),
            Ok(Reply::Moment(now)) => self.tells(now),
            Ok(_) => {}
            Err(refusal) => self.desk.notice = Some(refusal.to_string()),
        }
        Step::stay()
    }

    fn clock(&mut self, now: &Moment, _model: &Model) -> Step {
        self.now = Some(now.clone());
        Step::stay()
    }

    fn uncovered(&mut self, model: &Model) -> Step {
        self.changed_elsewhere(model)
    }

    fn changed_elsewhere(&mut self, model: &Model) -> Step {
        let status = self.take_up_late(model);
        let mut questions = self.read_again();
        questions.extend(self.item().map(|item| Question::Dossier(item.code.clone())));
        Step { questions, status, ..Step::default() }
    }

    fn title(&self, model: &Model) -> Option<Line<'static>> {
        Some(view::title(self, model))
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        view::draw(self, model, frame, body);
    }
}
