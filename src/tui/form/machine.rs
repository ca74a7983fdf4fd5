//! A form as a state machine: answers in, commands out, no IO and no drawing.

use std::collections::VecDeque;

use super::field::{Field, Fields, Input};
use super::offer::{Known, Listing, Offers};
use super::subject::Subject;
use crate::app::refusal::ConflictSides;
use crate::app::registers::{Answers, Way};
use crate::app::{Command, FieldProblem, Outcome, Refusal, RefusalKind};
use crate::tui::msg::Reply;

/// How many fields a page key moves.
const PAGE: usize = 6;

/// What a form is told.
#[derive(Debug)]
pub enum FormMsg {
    /// The field that has the focus was typed into.
    Edited,
    /// To the next field.
    Next,
    /// To the field before.
    Previous,
    /// The next way of a choice.
    NextWay,
    /// The way before.
    PreviousWay,
    /// Enter: the next field, on the last one save.
    Confirm,
    /// Save.
    Save,
    /// Some fields on, or back.
    Page(bool),
    /// One step back.
    Back,
    /// Shows what the field offers.
    Offer,
    /// Marks the next line of what is offered, or the one before.
    Mark(bool),
    /// Puts back what was discarded last.
    BringBack,
    /// The command came back.
    Ran(Result<Outcome, Refusal>),
}

/// What a form wants done.
#[derive(Debug, PartialEq)]
pub enum FormEffect {
    /// Do this; the answer comes back as [`FormMsg::Ran`].
    Run(Box<Command>),
    /// Go to another register; only a refusal comes back, as [`FormMsg::Ran`].
    Go(Way),
    /// Enter somebody or something of this name, and come back.
    Enter(Offers, String),
    /// It is on disk: close the form and say so.
    Saved(Box<Outcome>),
    /// Close the form without saving; what had been typed is kept aside once.
    Close(Option<Answers>),
}

/// Where a form stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Being answered.
    Typing,
    /// Esc was pressed on unsaved answers: the next one discards them.
    Discarding,
    /// On its way to the disk.
    Saving,
    /// Someone else changed the same thing: which side holds?
    Conflict {
        /// Both sides.
        sides: ConflictSides,
        /// Whether the form's own answers are the ones chosen now.
        keep_mine: bool,
    },
}

/// A form.
#[derive(Debug)]
pub struct Form {
    /// What it is about.
    pub subject: Box<dyn Subject>,
    /// Its title.
    pub title: String,
    /// Its fields.
    pub fields: Fields,
    /// The field that has the focus.
    pub focus: usize,
    /// Where it stands.
    pub stage: Stage,
    /// One sentence that concerns the whole form.
    pub notice: Option<String>,
    /// What its fields can offer.
    pub known: Known,
    /// What the field that has the focus offers, while that is shown.
    pub listing: Option<Listing>,
    /// Commands that follow the one under way.
    waiting: VecDeque<Command>,
    /// What is on disk already, of several commands.
    saved: Vec<Outcome>,
    offered: Option<Answers>,
}

impl Form {
    /// A form with the focus on its first field.
    pub fn new(title: impl Into<String>, subject: Box<dyn Subject>, fields: Vec<Field>) -> Form {
        let mut form = Form {
            subject,
            title: title.into(),
            fields: Fields(fields),
            focus: 0,
            stage: Stage::Typing,
            notice: None,
            known: Known::default(),
            listing: None,
            waiting: VecDeque::new(),
            saved: Vec::new(),
            offered: None,
        };
        form.arrange();
        form.focus = form.fields.shown().next().unwrap_or(0);
        form
    }

    /// Offers answers that were not saved, if they belong to this form; says whether they do. `why` says what became of
    /// them.
    pub fn offer(&mut self, answers: &Answers, why: &str) -> bool {
        let ours = answers.subject == self.subject.name() && !answers.answers.is_empty();
        if ours {
            self.offered = Some(answers.clone());
            self.notice = Some(format!("{why}; Ctrl-Y brings them back"));
        }
        ours
    }

    /// What is offered and was not brought back.
    pub fn offered(&self) -> Option<&Answers> {
        self.offered.as_ref()
    }

    /// Everything that would be lost now: what is offered still, and over it what is typed.
    pub fn unsaved(&self) -> Answers {
        let mut typed = self.typed();
        let offered = self.offered.iter().flat_map(|offered| &offered.answers);
        let beneath: Vec<_> =
            offered.filter(|(name, _)| typed.answers.iter().all(|(other, _)| other != name)).cloned().collect();
        typed.answers.splice(0..0, beneath);
        typed
    }

    /// Puts the focus on the field with this contract name, from behind a fold line too; where it does not apply, the
    /// focus stays.
    pub fn focus_on(&mut self, name: &str) {
        self.fields.unfold(name);
        let meant = |field: &Field| field.name.split('.').next() == Some(name);
        self.focus = self.fields.shown().find(|at| meant(&self.fields.0[*at])).unwrap_or(self.focus);
    }

    /// The field that has the focus.
    pub fn focused(&self) -> Option<&Field> {
        self.fields.0.get(self.focus)
    }

    /// The field that has the focus, to be changed.
    pub fn focused_mut(&mut self) -> Option<&mut Field> {
        self.fields.0.get_mut(self.focus)
    }

    /// Whether something was answered that is not saved.
    pub fn is_dirty(&self) -> bool {
        self.fields.0.iter().any(Field::is_changed)
    }

    /// Goes on from a message to the next state.
    pub fn update(&mut self, msg: FormMsg) -> Vec<FormEffect> {
        let dirty = self.is_dirty();
        match (&mut self.stage, msg) {
            (_, FormMsg::Ran(result)) => return self.ran(result),
            // What was sent must come back before anything else changes it.
            (Stage::Saving, _) => {}
            (Stage::Conflict { keep_mine, .. }, FormMsg::NextWay | FormMsg::PreviousWay) => *keep_mine = !*keep_mine,
            (Stage::Conflict { .. }, FormMsg::Confirm | FormMsg::Save) => return self.settle(),
            (Stage::Conflict { .. }, FormMsg::Back) => {
                self.stage = Stage::Typing;
                self.notice = Some("nothing was saved; the other change stands".to_owned());
            }
            (Stage::Conflict { .. }, _) => {}
            (Stage::Typing, FormMsg::Back) if self.listing.take().is_some() => {}
            (Stage::Discarding, FormMsg::Back) => return vec![FormEffect::Close(Some(self.typed()))],
            (Stage::Typing, FormMsg::Back) if dirty => {
                self.stage = Stage::Discarding;
                self.notice = Some("unsaved; Esc again discards, any other key goes on".to_owned());
            }
            (Stage::Typing, FormMsg::Back) => return vec![FormEffect::Close(None)],
            (Stage::Typing | Stage::Discarding, msg) => {
                if self.stage == Stage::Discarding {
                    self.stage = Stage::Typing;
                    self.notice = None;
                }
                return self.typing(msg);
            }
        }
        Vec::new()
    }

    /// What the subject wanted to know has come.
    pub fn learn(&mut self, reply: &Reply) {
        self.subject.learn(reply, &mut self.fields);
        self.learn_offers(reply);
        self.arrange();
        if !self.fields.shown().any(|at| at == self.focus) {
            self.focus = self.fields.shown().next().unwrap_or(0);
        }
    }

    fn typing(&mut self, msg: FormMsg) -> Vec<FormEffect> {
        if matches!(msg, FormMsg::Confirm)
            && let Some(effects) = self.take_offer()
        {
            return effects;
        }
        match msg {
            FormMsg::Edited => {
                self.answered();
                self.look_up(false);
                return Vec::new();
            }
            FormMsg::Offer => {
                self.look_up(true);
                return Vec::new();
            }
            FormMsg::Mark(forward) => {
                self.mark_offer(forward);
                return Vec::new();
            }
            _ => self.listing = None,
        }
        match msg {
            FormMsg::NextWay | FormMsg::PreviousWay => {
                if let Some(Field { input: Input::Choice(choice), .. }) = self.fields.0.get_mut(self.focus) {
                    if matches!(msg, FormMsg::NextWay) {
                        choice.next()
                    } else {
                        choice.previous()
                    }
                    self.answered();
                }
            }
            FormMsg::Page(forward) => (0..PAGE).for_each(|_| self.step(forward)),
            FormMsg::Next => self.step(true),
            FormMsg::Previous => self.step(false),
            FormMsg::Confirm if self.is_last() => return self.save(),
            FormMsg::Confirm => self.step(true),
            FormMsg::Save => return self.save(),
            FormMsg::BringBack => self.bring_back(),
            FormMsg::Edited | FormMsg::Offer | FormMsg::Mark(_) | FormMsg::Back | FormMsg::Ran(_) => {}
        }
        Vec::new()
    }

    /// The focused field says something new: what was wrong with it is open again.
    pub(super) fn answered(&mut self) {
        if let Some(field) = self.focused_mut() {
            field.problem = None;
        }
        self.arrange();
    }

    fn arrange(&mut self) {
        self.subject.arrange(&mut self.fields);
        self.fields.fold_away();
    }

    pub(super) fn is_last(&self) -> bool {
        self.fields.shown().next_back() == Some(self.focus)
    }

    /// Checks the field that is left and goes to the next or the one before, round the ends.
    pub(super) fn step(&mut self, forward: bool) {
        if let Some(field) = self.focused_mut() {
            field.check();
        }
        let shown: Vec<usize> = self.fields.shown().collect();
        let (first, last) = (shown.first().copied(), shown.last().copied());
        let next = if forward {
            shown.iter().copied().find(|at| *at > self.focus).or(first)
        } else {
            shown.iter().rev().copied().find(|at| *at < self.focus).or(last)
        };
        self.focus = next.unwrap_or(0);
    }

    /// All checks at once; the focus jumps to the first field that is wrong.
    fn save(&mut self) -> Vec<FormEffect> {
        let mut sound = true;
        for field in &mut self.fields.0 {
            sound &= field.check();
        }
        if sound && let Some(way) = self.subject.way(&self.fields) {
            self.stage = Stage::Saving;
            return vec![FormEffect::Go(way)];
        }
        let asked = if sound { self.subject.commands(&self.fields) } else { Err(Vec::new()) };
        match asked {
            Ok(commands) => {
                self.waiting = commands.into();
                self.notice = None;
                self.send()
            }
            Err(problems) => {
                let elsewhere = self.mark(&problems);
                self.notice = Some(match elsewhere.first() {
                    Some(problem) => format!("nothing was saved: {problem}"),
                    None => self.still_wrong(),
                });
                Vec::new()
            }
        }
    }

    fn still_wrong(&self) -> String {
        match self.fields.0.iter().filter(|field| field.problem.is_some()).count() {
            0 => "nothing was saved".to_owned(),
            1 => "nothing was saved; one answer needs a look".to_owned(),
            n => format!("nothing was saved; {n} answers need a look"),
        }
    }

    /// Sends the next command; with none left, everything is saved.
    fn send(&mut self) -> Vec<FormEffect> {
        match self.waiting.pop_front() {
            Some(command) => {
                self.stage = Stage::Saving;
                vec![FormEffect::Run(Box::new(command))]
            }
            None if self.saved.is_empty() => vec![FormEffect::Close(None)],
            None => vec![FormEffect::Saved(Box::new(together(std::mem::take(&mut self.saved))))],
        }
    }

    /// Marks the fields that are named and puts the focus on the first that is wrong. Returns what names no field.
    fn mark(&mut self, problems: &[FieldProblem]) -> Vec<String> {
        let mut elsewhere = Vec::new();
        for FieldProblem { field: name, message } in problems {
            self.subject.asked_for(name, &mut self.fields);
            match self.fields.get_mut(name) {
                Some(field) => {
                    field.hidden = false;
                    field.problem.get_or_insert_with(|| message.clone());
                }
                None => elsewhere.push(message.clone()),
            }
        }
        self.fields.fold_away();
        if let Some(first) = self.fields.shown().find(|at| self.fields.0[*at].problem.is_some()) {
            self.focus = first;
        }
        elsewhere
    }

    fn ran(&mut self, result: Result<Outcome, Refusal>) -> Vec<FormEffect> {
        let refusal = match result {
            Ok(outcome) => {
                self.saved.push(outcome);
                return self.send();
            }
            Err(refusal) => refusal,
        };
        self.stage = Stage::Typing;
        self.waiting.clear();
        if let (RefusalKind::Conflict, Some(sides)) = (refusal.kind, refusal.conflict.clone()) {
            self.notice = Some(refusal.message);
            self.stage = Stage::Conflict { sides: *sides, keep_mine: true };
            return Vec::new();
        }
        let elsewhere = self.mark(&refusal.fields);
        self.notice = Some(match self.saved.last() {
            Some(last) => format!("saved: {}; then it stopped: {refusal}", last.summary),
            None if refusal.fields.is_empty() || !elsewhere.is_empty() => format!("nothing was saved: {refusal}"),
            None => self.still_wrong(),
        });
        Vec::new()
    }

    /// The conflict is answered: mine is sent again over the other change; theirs fills the fields.
    fn settle(&mut self) -> Vec<FormEffect> {
        let Stage::Conflict { sides, keep_mine } = std::mem::replace(&mut self.stage, Stage::Typing) else {
            return Vec::new();
        };
        let focused = self.focused().map(|field| field.name.clone()).unwrap_or_default();
        self.subject.settle(&sides, keep_mine, &mut self.fields);
        self.arrange();
        self.fields.unfold(&focused);
        self.focus = self.fields.shown().find(|at| self.fields.0[*at].name == focused).unwrap_or(0);
        if keep_mine {
            return self.save();
        }
        self.notice = Some("the other change is in the fields now; nothing was saved".to_owned());
        Vec::new()
    }

    fn typed(&self) -> Answers {
        let answers = self
            .fields
            .0
            .iter()
            .filter(|field| field.is_changed())
            .map(|field| (field.name.clone(), field.answer().to_owned()))
            .collect();
        Answers { subject: self.subject.name(), title: self.title.clone(), answers, ..Answers::default() }
    }

    fn bring_back(&mut self) {
        let Some(discarded) = self.offered.take() else { return };
        // Rows that grow with the answers appear only once the answer before them is there.
        for (name, answer) in &discarded.answers {
            if let Some(field) = self.fields.get_mut(name) {
                field.set(answer);
            }
            self.arrange();
        }
        self.notice = Some("what you had typed is back, not saved".to_owned());
    }
}

/// Several outcomes as one.
fn together(outcomes: Vec<Outcome>) -> Outcome {
    let summaries: Vec<_> = outcomes.iter().map(|outcome| outcome.summary.as_str()).collect();
    let summary = summaries.join("; ");
    outcomes
        .into_iter()
        .reduce(|mut all, next| {
            all.touched.extend(next.touched);
            all.warnings.extend(next.warnings);
            Outcome { seq: next.seq, undoable: next.undoable, number: next.number.or(all.number), ..all }
        })
        .map(|all| Outcome { summary, ..all })
        .unwrap_or_default()
}
