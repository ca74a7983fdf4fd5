//! The meeting as a sheet: which item is on the desk, what is under way to the disk, what is taken back.

use std::collections::{BTreeMap, VecDeque};

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::entry::{Desk, Enter, Entry, Spot, day};
use super::matter::Matter;
use super::view;
use super::{agenda, amend};
use crate::app::registers::OnScreen;
use crate::app::view::{Dossier, ReviewView};
use crate::app::{Command, Moment, Outcome, Refusal};
use crate::domain::reading::DecisionKind;
use crate::domain::review::{AgendaGroup, ItemState, ReviewItem};
use crate::tui::effect::Question;
use crate::tui::form::{Form, opens};
use crate::tui::keymap::{Action, Scope};
use crate::tui::model::{Model, StatusLine};
use crate::tui::msg::Reply;
use crate::tui::screen::Screen;
use crate::tui::sheet::{Sheet, Step};
use crate::tui::text_field::TextField;

/// A command of the meeting that has not come back.
#[derive(Debug)]
enum UnderWay {
    /// The answer to an item, kept until it is on disk.
    Answer(String, Box<Entry>),
    /// Taking back the answer to an item, or something else.
    TakeBack(Option<String>),
    /// Closing.
    Close,
    /// Anything else.
    Other,
}

/// A running meeting.
#[derive(Debug)]
pub struct MeetingSheet {
    /// Its number.
    pub number: i64,
    /// The meeting as the register has it; `None` before it was read.
    pub view: Option<ReviewView>,
    /// The place of the item on the desk; behind the last one lies the page that reads back.
    pub at: usize,
    /// What is typed for that item.
    pub desk: Desk,
    /// The item's objective in full.
    pub dossier: Option<Box<Dossier>>,
    /// The date of the next meeting, typed on the last page.
    pub next_date: TextField,
    /// The last page asks once before it closes.
    pub closing: bool,
    /// The time, as it was told last.
    pub now: Option<Moment>,
    /// What is typed for other items and not saved.
    drafts: BTreeMap<String, Desk>,
    /// What was saved from here, to be corrected at once.
    saved: BTreeMap<String, Entry>,
    /// What was done here by its journal entry, with the item it answered, to be taken back.
    done: Vec<(Option<String>, u64)>,
    under_way: VecDeque<UnderWay>,
    leaving: bool,
}

impl MeetingSheet {
    /// A meeting that is still to be read.
    pub fn new(number: i64) -> MeetingSheet {
        MeetingSheet {
            number,
            view: None,
            at: 0,
            desk: Desk::with(Entry::default()),
            dossier: None,
            next_date: TextField::default(),
            closing: false,
            now: None,
            drafts: BTreeMap::new(),
            saved: BTreeMap::new(),
            done: Vec::new(),
            under_way: VecDeque::new(),
            leaving: false,
        }
    }

    /// The agenda.
    pub fn items(&self) -> &[ReviewItem] {
        self.view.as_ref().map_or(&[], |view| &view.review.items)
    }

    /// The item on the desk; `None` on the last page.
    pub fn item(&self) -> Option<&ReviewItem> {
        self.items().get(self.at)
    }

    /// Whether the page that reads back is open.
    pub fn on_last_page(&self) -> bool {
        self.view.is_some() && self.item().is_none()
    }

    /// What the item on the desk is about.
    pub fn matter(&self, model: &Model) -> Option<Matter> {
        let (item, overview) = (self.item()?, model.overview.as_ref()?);
        let dossier = self.dossier.as_deref().filter(|dossier| dossier.row.code() == item.code);
        Some(Matter::of(item, model.row(&item.code)?, dossier, &overview.rules, overview.today))
    }

    /// Codes of the items whose answers are on their way to the disk.
    pub fn saving(&self) -> Vec<String> {
        let code = |under_way: &UnderWay| match under_way {
            UnderWay::Answer(code, _) => Some(code.clone()),
            UnderWay::TakeBack(code) => code.clone(),
            UnderWay::Close | UnderWay::Other => None,
        };
        self.under_way.iter().filter_map(code).collect()
    }

    fn is_dirty(&self) -> bool {
        self.desk.is_dirty() || self.drafts.values().any(Desk::is_dirty)
    }

    /// Puts an item on the desk; what is typed for the present one stays with it.
    fn go(&mut self, to: usize) -> Step {
        if let Some(code) = self.item().map(|item| item.code.clone()) {
            let left = std::mem::replace(&mut self.desk, Desk::with(Entry::default()));
            if left.is_dirty() {
                self.drafts.insert(code, left);
            }
        }
        self.at = to.min(self.items().len());
        self.closing = false;
        self.dossier = None;
        let shows = Some(Some(self.on_screen()));
        let Some(item) = self.item() else { return Step { shows, ..Step::stay() } };
        let code = item.code.clone();
        let decision = item.decision.filter(|_| item.state == ItemState::Answered);
        let reopened = self.typed_before(&code).unwrap_or(Entry { decision, ..Entry::default() });
        self.desk = self.drafts.remove(&code).unwrap_or_else(|| Desk::with(reopened));
        Step { select: Some(code.clone()), shows, ..Step::ask(Question::Dossier(code)) }
    }

    /// What people in the room see.
    fn on_screen(&self) -> OnScreen {
        OnScreen { review: self.number, code: self.item().map(|item| item.code.clone()).unwrap_or_default() }
    }

    /// What was answered from here, on disk or on its way there.
    fn typed_before(&self, code: &str) -> Option<Entry> {
        let sent = self.under_way.iter().rev().find_map(|under_way| match under_way {
            UnderWay::Answer(other, entry) if other == code => Some((**entry).clone()),
            _ => None,
        });
        sent.or_else(|| self.saved.get(code).cloned())
    }

    /// On to the next item that waits; with none left, to the page that reads back.
    fn go_on(&mut self) -> Step {
        let to = agenda::next_open(self.items(), Some(self.at), &self.saving());
        let step = self.go(to.unwrap_or(self.items().len()));
        if self.item().is_some_and(|item| item.group == AgendaGroup::OnTrack) {
            self.desk.notice = Some("only what is on track is left; F4 passes it as a block".to_owned());
        }
        step
    }

    fn run(&mut self, command: Command, under_way: UnderWay) -> Step {
        self.under_way.push_back(under_way);
        Step::run(command)
    }

    /// Enter: to the next place that waits, save, or close.
    fn confirm(&mut self, model: &Model) -> Step {
        if self.on_last_page() {
            return self.close(model);
        }
        let Some(matter) = self.matter(model) else { return Step::stay() };
        if self.desk.enter(&matter) == Enter::Stay {
            return Step::stay();
        }
        let before = self.typed_before(&matter.code);
        match self.desk.answer(self.number, &matter, before.as_ref()) {
            Err((spot, why)) => {
                self.desk.spot = spot;
                self.desk.notice = Some(why);
                Step::stay()
            }
            Ok(answer) => {
                let entry = self.desk.entry.clone();
                // From here on the answer is kept beside its command, not on the desk.
                self.desk.opened = entry.clone();
                let sent = self
                    .run(Command::AnswerItem(Box::new(answer)), UnderWay::Answer(matter.code.clone(), Box::new(entry)));
                Step { commands: sent.commands, ..self.go_on() }
            }
        }
    }

    /// The last page: once to be sure, then the minutes are frozen.
    fn close(&mut self, model: &Model) -> Step {
        let Some(today) = model.overview.as_ref().map(|overview| overview.today) else { return Step::stay() };
        match day(&self.next_date, today) {
            Err(why) => {
                self.desk.notice = Some(why);
                Step::stay()
            }
            Ok(_) if !self.closing => {
                self.closing = true;
                self.desk.notice = Some("Enter again closes the meeting and freezes its minutes".to_owned());
                Step::stay()
            }
            Ok(next_date) => self.run(Command::CloseReview { review: self.number, next_date }, UnderWay::Close),
        }
    }

    fn park(&mut self) -> Step {
        let Some(item) = self.item() else { return Step::stay() };
        let (code, parked) = (item.code.clone(), item.state != ItemState::Parked);
        let sent = self.run(Command::ParkItem { review: self.number, code, parked }, UnderWay::Other);
        if parked { Step { commands: sent.commands, ..self.go_on() } } else { sent }
    }

    /// Takes back what was done here last; what was typed comes back to the desk.
    fn take_back(&mut self) -> Step {
        let Some((code, seq)) = self.done.pop() else {
            self.desk.notice = Some("nothing was done here yet".to_owned());
            return Step::stay();
        };
        self.run(Command::Undo { seq: Some(seq) }, UnderWay::TakeBack(code))
    }

    fn back(&mut self) -> Step {
        if self.is_dirty() && !self.leaving {
            self.leaving = true;
            self.desk.notice =
                Some("something typed is not saved; Esc again leaves it, the meeting stays open".to_owned());
            return Step::stay();
        }
        Step { clock: Some(false), shows: Some(None), ..Step::close() }
    }

    fn refused(&mut self, refusal: Refusal, under_way: UnderWay) -> Step {
        let UnderWay::Answer(code, entry) = under_way else {
            self.desk.notice = Some(format!("nothing was changed: {refusal}"));
            return Step::stay();
        };
        let Some(at) = self.items().iter().position(|item| item.code == code) else { return Step::stay() };
        let step = self.go(at);
        self.desk = Desk::unsaved(*entry);
        let field = refusal.fields.first().map_or("value", |problem| problem.field.as_str());
        self.desk.refuse(field, format!("nothing was saved: {refusal}"));
        step
    }

    fn took(&mut self, outcome: &Outcome, under_way: UnderWay) -> Step {
        let read_again = Step::ask(Question::Review(self.number));
        let done = StatusLine::done(&outcome.summary).hint(if outcome.undoable { "F6 takes it back" } else { "" });
        match under_way {
            UnderWay::Answer(code, entry) => {
                self.done.push((Some(code.clone()), outcome.seq));
                self.saved.insert(code, *entry);
                read_again.saying(done)
            }
            UnderWay::TakeBack(Some(code)) => {
                let at = self.items().iter().position(|item| item.code == code);
                let answered = self.saved.remove(&code).unwrap_or_default();
                let anew = self.desk.is_dirty() && self.item().is_some_and(|item| item.code == code);
                let typed = if anew { self.desk.entry.clone() } else { answered };
                let step = self.go(at.unwrap_or(self.at));
                self.desk = Desk::unsaved(typed);
                Step { questions: [step.questions, read_again.questions].concat(), ..step }
            }
            UnderWay::TakeBack(None) => read_again,
            UnderWay::Other => {
                self.done.extend(outcome.undoable.then_some((None, outcome.seq)));
                read_again.saying(done)
            }
            UnderWay::Close => Step { clock: Some(false), shows: Some(None), ..Step::close() },
        }
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
}

impl Sheet for MeetingSheet {
    fn screen(&self) -> Option<Screen> {
        Some(Screen::Review)
    }

    fn scopes(&self) -> Vec<Scope> {
        match self.desk.spot {
            Spot::Decision if !self.on_last_page() => vec![Scope::Decision, Scope::Choice, Scope::Meeting],
            _ => vec![Scope::Meeting],
        }
    }

    fn field(&mut self) -> Option<&mut TextField> {
        if self.on_last_page() { Some(&mut self.next_date) } else { self.desk.field() }
    }

    fn edited(&mut self, model: &Model) -> Step {
        self.leaving = false;
        self.closing = false;
        match self.matter(model) {
            Some(matter) => self.desk.edited(&matter),
            None => self.desk.notice = None,
        }
        Step::stay()
    }

    fn opened(&mut self, _model: &Model) -> Step {
        Step { questions: vec![Question::Review(self.number), Question::Now], clock: Some(true), ..Step::default() }
    }

    fn act(&mut self, action: Action, model: &Model) -> Step {
        self.leaving &= action == Action::Back;
        match action {
            Action::Confirm => self.confirm(model),
            Action::NextField | Action::PreviousField if self.on_last_page() => Step::stay(),
            Action::NextField | Action::PreviousField => {
                self.desk.step(action == Action::NextField);
                Step::stay()
            }
            Action::NextItem => self.go(self.at + 1),
            Action::PreviousItem => self.go(self.at.saturating_sub(1)),
            Action::NextChoice | Action::PreviousChoice => {
                self.desk.turn(action == Action::NextChoice);
                Step::stay()
            }
            Action::Park => self.park(),
            Action::PassBlock => self.run(Command::PassBlock { review: self.number }, UnderWay::Other),
            Action::CloseMeeting => self.go(self.items().len()),
            Action::Attendees => self.on_top(self.view.as_ref().map(amend::attendees), model),
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

    fn ran(&mut self, result: Result<Outcome, Refusal>, _model: &Model) -> Step {
        let Some(under_way) = self.under_way.pop_front() else { return Step::stay() };
        match result {
            Ok(outcome) => self.took(&outcome, under_way),
            Err(refusal) => self.refused(refusal, under_way),
        }
    }

    fn told(&mut self, result: Result<Reply, Refusal>, _model: &Model) -> Step {
        match result {
            Ok(Reply::Review(view)) => {
                let first = self.view.replace(*view).is_none();
                if first {
                    let to = agenda::next_open(self.items(), None, &[]).unwrap_or(self.items().len());
                    return self.go(to);
                }
            }
            Ok(Reply::Dossier(dossier)) => self.dossier = Some(dossier),
            Ok(Reply::Moment(now)) => self.now = Some(now),
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

    fn changed_elsewhere(&mut self, _model: &Model) -> Step {
        let mut questions = vec![Question::Review(self.number)];
        questions.extend(self.item().map(|item| Question::Dossier(item.code.clone())));
        Step { questions, ..Step::default() }
    }

    fn title(&self, model: &Model) -> Option<Line<'static>> {
        Some(view::title(self, model))
    }

    fn view(&self, frame: &mut Frame, body: Rect, model: &Model) {
        view::draw(self, model, frame, body);
    }
}
