//! What is being typed for one item of the agenda, and where Enter leads.

use super::matter::Matter;
use super::split::split;
use crate::app::parse::parse_entered_date;
use crate::app::{Answer, NewAction, NewReading};
use crate::domain::period::Date;
use crate::domain::reading::DecisionKind;
use crate::domain::review::ActionKind;
use crate::tui::text_field::TextField;

/// The places of an item where something can be typed or chosen, in the order of Tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spot {
    /// The value; of a milestone the criteria that are fulfilled.
    #[default]
    Value,
    /// What it means.
    Meaning,
    /// One letter.
    Decision,
    /// Until when it is accepted.
    Until,
    /// Who approves that.
    Approver,
    /// Why a value that others have seen is corrected.
    Reason,
    /// What is to be done.
    Action,
    /// Who does it.
    Owner,
    /// By when.
    Due,
    /// The cause an action removes; makes it a corrective one.
    Cause,
    /// The day somebody looks whether it helped.
    Check,
}

impl Spot {
    const ALL: [Spot; 11] = [
        Spot::Value,
        Spot::Meaning,
        Spot::Decision,
        Spot::Until,
        Spot::Approver,
        Spot::Reason,
        Spot::Action,
        Spot::Owner,
        Spot::Due,
        Spot::Cause,
        Spot::Check,
    ];
}

/// Where Enter leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Enter {
    /// Something is still to be typed.
    Stay,
    /// Everything is there.
    Save,
}

/// The answers to one item as they are typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The value as typed.
    pub value: TextField,
    /// What it means.
    pub meaning: TextField,
    /// What is decided.
    pub decision: Option<DecisionKind>,
    /// Until when it is accepted.
    pub until: TextField,
    /// Who approves that, where it is not the chair.
    pub approver: TextField,
    /// Why a value is corrected.
    pub reason: TextField,
    /// What is to be done.
    pub action: TextField,
    /// Who does it.
    pub owner: TextField,
    /// By when.
    pub due: TextField,
    /// The cause it removes; empty for a task.
    pub cause: TextField,
    /// The day somebody looks whether it helped.
    pub check: TextField,
}

/// An entry with its focus and what is wrong.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    /// What is typed.
    pub entry: Entry,
    /// What it was opened with.
    pub opened: Entry,
    /// The focus.
    pub spot: Spot,
    /// The register asked why a value is corrected.
    pub reason_asked: bool,
    /// What is wrong or worth saying, one sentence.
    pub notice: Option<String>,
    /// Enter was pressed without a decision once.
    undecided: bool,
}

impl Desk {
    /// A desk with `entry` on it and the focus on the value.
    pub fn with(entry: Entry) -> Desk {
        Desk { opened: entry.clone(), entry, ..Desk::default() }
    }

    /// A desk with answers that are typed but not on disk.
    pub fn unsaved(entry: Entry) -> Desk {
        Desk { opened: Entry::default(), ..Desk::with(entry) }
    }

    /// Whether something is typed that is not saved.
    pub fn is_dirty(&self) -> bool {
        self.entry != self.opened
    }

    /// The text field that has the focus; none on the decision.
    pub fn field(&mut self) -> Option<&mut TextField> {
        let entry = &mut self.entry;
        Some(match self.spot {
            Spot::Value => &mut entry.value,
            Spot::Meaning => &mut entry.meaning,
            Spot::Decision => return None,
            Spot::Until => &mut entry.until,
            Spot::Approver => &mut entry.approver,
            Spot::Reason => &mut entry.reason,
            Spot::Action => &mut entry.action,
            Spot::Owner => &mut entry.owner,
            Spot::Due => &mut entry.due,
            Spot::Cause => &mut entry.cause,
            Spot::Check => &mut entry.check,
        })
    }

    /// Something was typed: words behind a value go on in the meaning.
    pub fn edited(&mut self, matter: &Matter) {
        self.notice = None;
        if self.spot != Spot::Value || !self.entry.meaning.is_empty() {
            return;
        }
        let line = self.entry.value.text().to_owned();
        let Some((value, words)) = split(&line, &matter.unit()) else { return };
        // Where nothing must be typed, "4 fixes wait" is what somebody says, not a value of 4.
        let said = (matter.milestone || matter.standing.is_some()) && value.bytes().all(|b| b.is_ascii_digit());
        let (value, words) = if said { ("", line.trim_start()) } else { (value, words) };
        if said {
            self.notice = Some(match matter.milestone {
                true => "nothing is ticked; Shift-Tab, then the number alone ticks a criterion".to_owned(),
                false => "the value that is in stays; Shift-Tab, then the new one alone corrects it".to_owned(),
            });
        }
        self.entry.value.set(value);
        self.entry.meaning.set(words);
        self.spot = Spot::Meaning;
    }

    /// Decides; without an action or a date to be asked, Enter then saves.
    pub fn decide(&mut self, kind: DecisionKind) {
        self.entry.decision = Some(kind);
        self.notice = needs_approval(kind).then(|| "decided here, put in force by approval afterwards".to_owned());
    }

    /// Decides by its letter: on to what it asks for, so that the next words go there.
    pub fn decide_by_letter(&mut self, kind: DecisionKind) {
        self.decide(kind);
        self.spot = match kind {
            DecisionKind::Act => Spot::Action,
            DecisionKind::Accept => Spot::Until,
            _ => Spot::Decision,
        };
    }

    /// The next decision or the one before, in the order of the vocabulary.
    pub fn turn(&mut self, forward: bool) {
        let all = DecisionKind::ALL;
        let at = self.entry.decision.and_then(|kind| all.iter().position(|k| *k == kind));
        let next = match (at, forward) {
            (None, true) => 0,
            (None, false) => all.len() - 1,
            (Some(at), true) => (at + 1) % all.len(),
            (Some(at), false) => (at + all.len() - 1) % all.len(),
        };
        self.decide(all[next]);
    }

    /// To the next place or the one before, round the ends.
    pub fn step(&mut self, forward: bool) {
        let shown: Vec<Spot> = Spot::ALL.into_iter().filter(|spot| self.shows(*spot)).collect();
        let at = shown.iter().position(|spot| *spot == self.spot).unwrap_or(0);
        let next = if forward { at + 1 } else { at + shown.len() - 1 };
        self.spot = shown[next % shown.len()];
    }

    /// Whether a place applies now.
    pub fn shows(&self, spot: Spot) -> bool {
        match spot {
            Spot::Until | Spot::Approver => self.entry.decision == Some(DecisionKind::Accept),
            Spot::Cause => !self.entry.action.is_empty(),
            Spot::Check => !self.entry.action.is_empty() && !self.entry.cause.is_empty(),
            Spot::Reason => self.reason_asked,
            _ => true,
        }
    }

    /// Enter: to the next place that waits, or save.
    pub fn enter(&mut self, matter: &Matter) -> Enter {
        self.notice = None;
        if let Some(problem) = self.problem_here(matter) {
            self.notice = Some(problem);
            return Enter::Stay;
        }
        let next = match self.spot {
            Spot::Value if self.entry.value.is_empty() && matter.has_meaning() => Spot::Decision,
            Spot::Value if !self.entry.meaning.is_empty() => Spot::Decision,
            Spot::Value => Spot::Meaning,
            Spot::Meaning => Spot::Decision,
            Spot::Decision => match self.entry.decision {
                None if !self.undecided => {
                    self.undecided = true;
                    self.notice = Some("no decision yet; a letter picks one, Enter saves without".to_owned());
                    Spot::Decision
                }
                Some(DecisionKind::Accept) => Spot::Until,
                Some(DecisionKind::Act) => Spot::Action,
                _ => return Enter::Save,
            },
            Spot::Action if !self.entry.action.is_empty() => Spot::Owner,
            Spot::Owner => Spot::Due,
            Spot::Cause if !self.entry.cause.is_empty() => Spot::Check,
            Spot::Until | Spot::Approver | Spot::Reason | Spot::Action => return Enter::Save,
            Spot::Due | Spot::Cause | Spot::Check => return Enter::Save,
        };
        self.spot = next;
        Enter::Stay
    }

    /// What is wrong with the place that has the focus.
    fn problem_here(&self, matter: &Matter) -> Option<String> {
        match self.spot {
            Spot::Value => matter.echo(self.entry.value.text()).err(),
            Spot::Until => day(&self.entry.until, matter.today).err(),
            Spot::Due => day(&self.entry.due, matter.today).err(),
            Spot::Check => day(&self.entry.check, matter.today).err(),
            _ => None,
        }
    }

    /// The answer, or the place that is wrong and why. Nothing is taken for granted: every place is read again.
    ///
    /// `before` is what was answered already: an action it holds is on disk and is not agreed a second time.
    pub fn answer(&self, review: i64, matter: &Matter, before: Option<&Entry>) -> Result<Answer, (Spot, String)> {
        let entry = &self.entry;
        let text = |field: &TextField| field.text().trim().to_owned();
        matter.echo(entry.value.text()).map_err(|why| (Spot::Value, why))?;
        let until = day(&entry.until, matter.today).map_err(|why| (Spot::Until, why))?;
        let due = day(&entry.due, matter.today).map_err(|why| (Spot::Due, why))?;
        let check_on = day(&entry.check, matter.today).map_err(|why| (Spot::Check, why))?;
        let accepts = entry.decision == Some(DecisionKind::Accept);
        if accepts && until.is_none() {
            return Err((Spot::Until, "until when is it accepted? a date such as 2026-12-31 or +3m".to_owned()));
        }
        let approver = if entry.approver.is_empty() { matter.chair.clone() } else { text(&entry.approver) };
        let owner = if entry.owner.is_empty() { matter.owner.clone() } else { text(&entry.owner) };
        let action = (!entry.action.is_empty()).then(|| NewAction {
            text: text(&entry.action),
            owner,
            due,
            kind: if entry.cause.is_empty() { ActionKind::Task } else { ActionKind::Corrective },
            cause: text(&entry.cause),
            check_on: check_on.filter(|_| !entry.cause.is_empty()),
        });
        if action.is_none() && !(entry.owner.is_empty() && entry.due.is_empty()) {
            return Err((Spot::Action, "say what is to be done, or empty owner and date".to_owned()));
        }
        let before = before.filter(|before| !before.action.is_empty());
        let parts = |e: &Entry| [&e.action, &e.owner, &e.due, &e.cause, &e.check].map(|field| field.text().to_owned());
        let agreed = before.is_some_and(|before| parts(before) == parts(entry));
        if before.is_some() && !agreed {
            return Err((
                Spot::Action,
                "this action is agreed already; F6 takes the answer back first, then Enter saves this one".to_owned(),
            ));
        }
        let action = action.filter(|_| !agreed);
        let value = matter.value(entry.value.text());
        // A corrected value keeps what was said about the earlier one unless something else is said.
        let meaning = match value {
            Some(_) if entry.meaning.is_empty() => matter.meaning.clone(),
            _ => text(&entry.meaning),
        };
        let criteria = matter.criteria(entry.value.text(), &meaning);
        let meaning_said = meaning.clone();
        Ok(Answer {
            review,
            reading: NewReading {
                code: matter.code.clone(),
                base: matter.base.filter(|_| value.is_some()),
                period: matter.day.map(|day| day.to_string()).unwrap_or_default(),
                value,
                meaning,
                decision: entry.decision,
                reason: text(&entry.reason),
                ..NewReading::default()
            },
            decision_text: if accepts && meaning_said.is_empty() { matter.meaning.clone() } else { String::new() },
            approver: if accepts { approver } else { String::new() },
            until: until.filter(|_| accepts),
            action,
            criteria,
            seconds: 0,
        })
    }

    /// Marks what the register refused and puts the focus there.
    pub fn refuse(&mut self, field: &str, message: String) {
        self.spot = match field {
            "meaning" | "evidence" => Spot::Meaning,
            "decision" => Spot::Decision,
            "until" => Spot::Until,
            "approver" => Spot::Approver,
            "decision_text" => Spot::Meaning,
            "reason" => Spot::Reason,
            "action" => Spot::Action,
            "action_owner" => Spot::Owner,
            "action_due" => Spot::Due,
            "action_cause" => Spot::Cause,
            "action_check" => Spot::Check,
            _ => Spot::Value,
        };
        self.reason_asked |= self.spot == Spot::Reason;
        self.notice = Some(message);
    }
}

/// Whether a decision changes what management put in force.
pub fn needs_approval(kind: DecisionKind) -> bool {
    matches!(kind, DecisionKind::Retarget | DecisionKind::Extend | DecisionKind::Retire)
}

/// A typed date; `None` where nothing was typed.
pub fn day(field: &TextField, today: Date) -> Result<Option<Date>, String> {
    match field.text().trim() {
        "" => Ok(None),
        typed => parse_entered_date(typed, today).map(Some).map_err(|why| why.to_string()),
    }
}
