//! What is on its way to the disk, and what happens when it comes back.

use super::agenda;
use super::entry::{Desk, Entry};
use super::sheet::MeetingSheet;
use super::stop::Stop;
use crate::app::{Command, Outcome, Refusal};
use crate::tui::effect::Question;
use crate::tui::model::StatusLine;
use crate::tui::sheet::Step;

/// A command of the meeting that has not come back.
#[derive(Debug)]
pub(super) enum UnderWay {
    /// The answer to an item, kept until it is on disk.
    Answer(String, Box<Entry>),
    /// Taking back the answer to an item, or something else.
    TakeBack(Option<String>),
    /// Putting an item aside, or taking it up again.
    Park(String),
    /// Time that was spent on an item.
    Spend,
    /// Closing.
    Close,
    /// Anything else.
    Other,
}

impl MeetingSheet {
    /// Codes of the items whose answers are on their way to the disk.
    pub fn saving(&self) -> Vec<String> {
        let code = |under_way: &UnderWay| match under_way {
            UnderWay::Answer(code, _) | UnderWay::Park(code) => Some(code.clone()),
            UnderWay::TakeBack(code) => code.clone(),
            UnderWay::Spend | UnderWay::Close | UnderWay::Other => None,
        };
        self.under_way.iter().filter_map(code).collect()
    }

    /// What was answered from here, on disk or on its way there.
    pub(super) fn typed_before(&self, code: &str) -> Option<Entry> {
        let sent = self.under_way.iter().rev().find_map(|under_way| match under_way {
            UnderWay::Answer(other, entry) if other == code => Some((**entry).clone()),
            _ => None,
        });
        sent.or_else(|| self.saved.get(code).cloned())
    }

    pub(super) fn run(&mut self, command: Command, under_way: UnderWay) -> Step {
        self.under_way.push_back(under_way);
        Step::run(command)
    }

    /// Reads meeting and minutes again.
    pub(super) fn read_again(&self) -> Vec<Question> {
        vec![Question::Review(self.number), Question::ReadBack(self.number)]
    }

    pub(super) fn refused(&mut self, refusal: Refusal, under_way: UnderWay) -> Step {
        let UnderWay::Answer(code, entry) = under_way else {
            self.desk.notice = Some(format!("nothing was changed: {refusal}"));
            return Step::stay();
        };
        let Some(at) = self.items().iter().position(|item| item.code == code) else { return Step::stay() };
        let step = self.go(Stop::Item(at));
        self.desk = Desk::unsaved(*entry);
        let field = refusal.fields.first().map_or("value", |problem| problem.field.as_str());
        self.desk.refuse(field, format!("nothing was saved: {refusal}"));
        step
    }

    pub(super) fn took(&mut self, outcome: Outcome, under_way: UnderWay) -> Step {
        let read_again = Step { questions: self.read_again(), ..Step::stay() };
        let done = StatusLine::done(&outcome.summary).hint(if outcome.undoable { "F6 takes it back" } else { "" });
        match under_way {
            UnderWay::Answer(code, entry) => {
                self.spent.remove(&code);
                self.done.push((Some(code.clone()), outcome.seq));
                self.saved.insert(code, *entry);
                read_again.saying(done)
            }
            UnderWay::TakeBack(Some(code)) => {
                let at = self.items().iter().position(|item| item.code == code);
                let answered = self.saved.remove(&code).unwrap_or_default();
                let anew = self.desk.is_dirty() && self.item().is_some_and(|item| item.code == code);
                let typed = if anew { self.desk.entry.clone() } else { answered };
                let step = self.go(at.map_or(self.at, Stop::Item));
                self.desk = Desk::unsaved(typed);
                Step { questions: [step.questions, read_again.questions].concat(), ..step }
            }
            UnderWay::TakeBack(None) | UnderWay::Spend => read_again,
            UnderWay::Park(_) | UnderWay::Other => {
                self.done.extend(outcome.undoable.then_some((None, outcome.seq)));
                read_again.saying(done)
            }
            UnderWay::Close => {
                self.at = Stop::Closed;
                self.closed = Some(outcome);
                Step { clock: Some(false), shows: Some(None), ..Step::say(done) }
            }
        }
    }

    /// On to the next item that waits; with none left, to what changes in the list.
    pub(super) fn go_on(&mut self) -> Step {
        let at = match self.at {
            Stop::Item(at) => Some(at),
            _ => None,
        };
        match agenda::next_open(self.items(), at, &self.saving()) {
            Some(to) => self.go(Stop::Item(to)),
            None => self.go(Stop::ListChanges),
        }
    }
}
