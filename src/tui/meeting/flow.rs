//! From page to page: where a meeting goes on, what Enter does, how it is closed and left.

use super::entry::{Desk, Enter, Entry, day};
use super::sheet::MeetingSheet;
use super::stop::Stop;
use super::under_way::UnderWay;
use super::writing;
use crate::app::meeting::MeetingCommand;
use crate::app::registers::OnScreen;
use crate::app::{Command, Moment};
use crate::domain::review::{AgendaGroup, ItemState, ReviewKind};
use crate::tui::effect::Question;
use crate::tui::form::opens;
use crate::tui::model::Model;
use crate::tui::sheet::Step;

impl MeetingSheet {
    /// The first page that was not gone through; what has nothing to look at is passed by.
    pub(super) fn resume(&mut self) -> Step {
        let waits = self.stops().into_iter().take_while(|stop| stop.is_looked_through()).find(|stop| self.waits(*stop));
        match waits {
            Some(stop) => self.go(stop),
            None => self.go_on(),
        }
    }

    /// Every page in its order.
    pub fn stops(&self) -> Vec<Stop> {
        self.view.as_ref().map(|view| Stop::all(&view.review)).unwrap_or_default()
    }

    /// Whether a page that is looked through was not gone through and has something on it.
    fn waits(&self, stop: Stop) -> bool {
        let done = stop.step().is_some_and(|step| self.view.as_ref().is_some_and(|v| v.review.steps.contains(&step)));
        !done && self.draft.as_ref().is_none_or(|draft| !stop.is_empty(draft))
    }

    /// The page after the open one, or the one before.
    pub(super) fn step_on(&mut self, forward: bool) -> Step {
        let stops = self.stops();
        let at = stops.iter().position(|stop| *stop == self.at).unwrap_or(0);
        let to = if forward { (at + 1).min(stops.len().saturating_sub(1)) } else { at.saturating_sub(1) };
        stops.get(to).map_or_else(Step::stay, |stop| self.go(*stop))
    }

    /// Opens a page; what is typed on the present one stays with it.
    pub(super) fn go(&mut self, to: Stop) -> Step {
        if let Some(code) = self.item().map(|item| item.code.clone()) {
            let seconds = self.seconds_here();
            *self.spent.entry(code.clone()).or_default() += seconds;
            let left = std::mem::take(&mut self.desk);
            if left.is_dirty() {
                self.drafts.insert(code, left);
            }
        }
        self.at = to;
        self.selected = 0;
        self.closing = false;
        self.dossier = None;
        self.taken_up = None;
        self.desk = Desk::default();
        let shows = Some(Some(self.on_screen()));
        let Some(item) = self.item() else { return Step { shows, ..Step::stay() } };
        let code = item.code.clone();
        let only_block = item.group == AgendaGroup::OnTrack && item.state == ItemState::Open;
        let decision = item.decision.filter(|_| item.state == ItemState::Answered);
        let reopened = self.typed_before(&code).unwrap_or(Entry { decision, ..Entry::default() });
        self.desk = self.drafts.remove(&code).unwrap_or_else(|| Desk::with(reopened));
        if only_block && !self.desk.is_dirty() && self.only_on_track() {
            self.desk.notice = Some("only what is on track is left; F4 passes it as a block".to_owned());
        }
        let questions = vec![Question::Dossier(code.clone()), Question::Now];
        Step { select: Some(code), shows, questions, ..Step::stay() }
    }

    fn only_on_track(&self) -> bool {
        let open = self.items().iter().filter(|item| item.state == ItemState::Open);
        open.into_iter().all(|item| item.group == AgendaGroup::OnTrack || self.saving().contains(&item.code))
    }

    /// What people in the room see.
    fn on_screen(&self) -> OnScreen {
        OnScreen {
            review: self.number,
            code: self.item().map(|item| item.code.clone()).unwrap_or_default(),
            step: self.at.step().map(|step| step.word().to_owned()).unwrap_or_default(),
        }
    }

    /// The time was told: the item on the desk counts from here if it did not yet.
    pub(super) fn tells(&mut self, now: Moment) {
        if self.item().is_some() {
            self.taken_up.get_or_insert_with(|| now.clone());
        }
        self.now = Some(now);
    }

    /// Seconds since the item on the desk was taken up.
    fn seconds_here(&self) -> u32 {
        let Some((now, since)) = self.now.as_ref().zip(self.taken_up.as_ref()) else { return 0 };
        (now.instant - since.instant).num_seconds().clamp(0, i64::from(u32::MAX)) as u32
    }

    /// Seconds spent on the item on the desk, all visits together.
    pub fn seconds(&self) -> u32 {
        let Some(item) = self.item() else { return 0 };
        item.seconds + self.spent.get(&item.code).copied().unwrap_or_default() + self.seconds_here()
    }

    /// Enter: to the next place or page that waits, save, or close.
    pub(super) fn confirm(&mut self, model: &Model) -> Step {
        if self.on_last_page() {
            return self.close(model);
        }
        if let Some(step) = self.at.step() {
            let gone = MeetingCommand::Step { review: self.number, step, done: true };
            let held = self.view.as_ref().is_some_and(|view| view.review.steps.contains(&step));
            let sent = if held { Step::stay() } else { self.run(Command::Meetings(gone), UnderWay::Other) };
            return Step { commands: sent.commands, ..self.go_past() };
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
            Ok(mut answer) => {
                answer.seconds = self.seconds_here() + self.spent.remove(&matter.code).unwrap_or_default();
                self.taken_up = None;
                let entry = self.desk.entry.clone();
                // From here on the answer is kept beside its command, not on the desk.
                self.desk.opened = entry.clone();
                let sent = self
                    .run(Command::AnswerItem(Box::new(answer)), UnderWay::Answer(matter.code.clone(), Box::new(entry)));
                Step { commands: sent.commands, ..self.go_on() }
            }
        }
    }

    /// From a page that was looked through to the next one that waits, or to the items.
    fn go_past(&mut self) -> Step {
        if self.at == Stop::ListChanges {
            return self.go(Stop::ReadBack);
        }
        let after = self.stops().into_iter().skip_while(|stop| *stop != self.at).skip(1);
        let next = after.take_while(|stop| stop.is_looked_through()).find(|stop| self.waits(*stop));
        match next {
            Some(stop) => self.go(stop),
            None => self.go_on(),
        }
    }

    /// The last page: once to be sure, then the minutes are frozen. A management review says first what it changes.
    fn close(&mut self, model: &Model) -> Step {
        let Some(today) = model.overview.as_ref().map(|overview| overview.today) else { return Step::stay() };
        let Some(review) = self.view.as_ref().map(|view| &view.review) else { return Step::stay() };
        let concluded = !review.refresh.is_empty() || !review.no_change.is_empty();
        match day(&self.next_date, today) {
            Err(why) => {
                self.desk.notice = Some(why);
                Step::stay()
            }
            Ok(_) if review.kind == ReviewKind::Management && !concluded => opens(writing::conclusion(review), model),
            Ok(_) if !self.closing => {
                self.closing = true;
                self.desk.notice = Some("Enter again closes the meeting and freezes its minutes".to_owned());
                Step::stay()
            }
            Ok(next_date) => self.run(Command::CloseReview { review: self.number, next_date }, UnderWay::Close),
        }
    }

    /// Puts the item aside, with the time it took; a parked one is taken up again.
    pub(super) fn park(&mut self) -> Step {
        let Some(item) = self.item() else { return Step::stay() };
        let (code, parked) = (item.code.clone(), item.state != ItemState::Parked);
        let mut commands = Vec::new();
        let seconds = self.seconds_here() + self.spent.get(&code).copied().unwrap_or_default();
        if parked && seconds > 0 {
            self.spent.remove(&code);
            self.taken_up = None;
            let spend = MeetingCommand::Spend { review: self.number, code: code.clone(), seconds };
            commands.extend(self.run(Command::Meetings(spend), UnderWay::Spend).commands);
        }
        let park = Command::ParkItem { review: self.number, code: code.clone(), parked };
        commands.extend(self.run(park, UnderWay::Park(code)).commands);
        let step = if parked { self.go_on() } else { Step::stay() };
        Step { commands, ..step }
    }

    /// Takes back what was done here last; what was typed comes back to the desk.
    pub(super) fn take_back(&mut self) -> Step {
        let Some((code, seq)) = self.done.pop() else {
            self.desk.notice = Some("nothing was done here yet".to_owned());
            return Step::stay();
        };
        self.run(Command::Undo { seq: Some(seq) }, UnderWay::TakeBack(code))
    }

    /// Home; what is typed is kept for when the meeting is taken up again, and that is said once.
    pub(super) fn back(&mut self) -> Step {
        if self.is_dirty() && !self.leaving {
            self.leaving = true;
            let said = "something typed is not saved; Esc again goes home and keeps it for when you come back";
            self.desk.notice = Some(said.to_owned());
            return Step::stay();
        }
        let mut drafts = std::mem::take(&mut self.drafts);
        if let Some(code) = self.item().map(|item| item.code.clone())
            && self.desk.is_dirty()
        {
            drafts.insert(code, std::mem::take(&mut self.desk));
        }
        Step { clock: Some(false), shows: Some(None), keeps: Some((self.number, drafts)), ..Step::close() }
    }
}
