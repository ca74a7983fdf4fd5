//! Actions: tasks, and corrective actions that remove the cause of something and are looked at again (10.2).

use serde::{Deserialize, Serialize};

use crate::domain::objective::vocabulary;
use crate::domain::period::Date;
use crate::domain::words;

vocabulary! {
    /// What an action is for. The two are never mixed.
    ActionKind {
        /// Something to be done.
        Task = "task",
        /// Removes the cause of a nonconformity, and is checked for its effect.
        Corrective = "corrective",
    }
}

#[expect(clippy::derivable_impls, reason = "a vocabulary derives no default")]
impl Default for ActionKind {
    fn default() -> Self {
        ActionKind::Task
    }
}

/// A task with an owner and a date.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// Its number in the register.
    pub id: i64,
    /// Code of the objective it serves; empty for none.
    pub code: String,
    /// The meeting it was agreed in.
    pub review: Option<i64>,
    /// What is to be done.
    pub text: String,
    /// Who does it.
    pub owner: String,
    /// By when.
    pub due: Option<Date>,
    /// When it was done.
    pub done_on: Option<Date>,
    /// What shows it.
    pub evidence: String,
    /// What it is for.
    #[serde(default, skip_serializing_if = "is_task")]
    pub kind: ActionKind,
    /// Corrective: the cause it removes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub cause: String,
    /// Corrective: the day somebody looks whether it helped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check_on: Option<Date>,
    /// The day somebody looked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_on: Option<Date>,
    /// Whether it helped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub helped: Option<bool>,
    /// What was seen then.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub check_note: String,
}

vocabulary! {
    /// How far an action has come on a day.
    ActionState {
        /// To be done, and its date is not past.
        Open = "open",
        /// To be done, past its date.
        Late = "late",
        /// Done.
        Done = "done",
        /// Done; the day to look whether it helped has come.
        CheckDue = "check_due",
        /// Done, and it helped.
        Helped = "helped",
        /// Done, and it did not help.
        NoHelp = "no_help",
    }
}

impl Action {
    /// How far it has come, seen on a day.
    pub fn state(&self, as_of: Date) -> ActionState {
        let past = |day: Option<Date>| day.is_some_and(|day| day <= as_of);
        if !past(self.done_on) {
            return if self.due.is_some_and(|due| due < as_of) { ActionState::Late } else { ActionState::Open };
        }
        match self.helped.filter(|_| past(self.checked_on)) {
            Some(true) => ActionState::Helped,
            Some(false) => ActionState::NoHelp,
            None if past(self.check_on) => ActionState::CheckDue,
            None => ActionState::Done,
        }
    }

    /// `done 2 Oct 2026: protocol, it helped`, `open`, `open, 35 days late`.
    pub fn words(&self, as_of: Date) -> String {
        let since = |day: Option<Date>| day.filter(|day| *day <= as_of);
        let Some(done) = since(self.done_on) else {
            return match self.days_late(as_of) {
                0 => "open".to_owned(),
                days => format!("open, {} late", words::counted(days as usize, "day", "days")),
            };
        };
        let evidence = match self.evidence.trim() {
            "" => String::new(),
            evidence => format!(": {evidence}"),
        };
        let helped = match self.state(as_of) {
            ActionState::Helped => ", it helped",
            ActionState::NoHelp => ", it did not help",
            _ => "",
        };
        format!("done {}{evidence}{helped}", words::day(done))
    }

    /// Days past its date; 0 while it is not late.
    pub fn days_late(&self, as_of: Date) -> u32 {
        match (self.state(as_of), self.due) {
            (ActionState::Late, Some(due)) => (as_of - due).num_days() as u32,
            _ => 0,
        }
    }

    /// Whether somebody still has to do something about it: do it, or look whether it helped.
    pub fn is_pending(&self) -> bool {
        self.done_on.is_none() || (self.kind == ActionKind::Corrective && self.checked_on.is_none())
    }
}

/// Corrective actions are the exception; a task says nothing of its kind.
fn is_task(kind: &ActionKind) -> bool {
    *kind == ActionKind::Task
}
