//! Accepting for now: an objective is left as it is until a day, and stands as before after it.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::Decision;
use crate::domain::period::Date;
use crate::domain::reading::DecisionKind;
use crate::domain::words;

/// That somebody lets an objective be as it is for now. The status is not touched by it: it says what is, the
/// acceptance says who lives with it and until when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
    /// Code of the objective.
    pub code: String,
    /// The meeting it was decided in.
    pub review: Option<i64>,
    /// The day it was decided.
    pub on: Date,
    /// The last day.
    pub until: Date,
    /// Days left; negative once it has ended.
    pub days_left: i64,
    /// Why.
    pub reason: String,
    /// Who approved it.
    pub approver: String,
}

impl Acceptance {
    /// Whether it still holds: its last day has not passed.
    pub fn holds(&self) -> bool {
        self.days_left >= 0
    }

    /// `accepted until 31 Dec 2026, 52 days left`, `accepted until 31 Oct 2026, ended 9 days ago`.
    pub fn words(&self) -> String {
        format!("accepted until {}, {}", words::day(self.until), self.countdown())
    }

    /// `52 days left`, `today is the last day`, `ended 9 days ago`.
    pub fn countdown(&self) -> String {
        let days = words::counted(self.days_left.unsigned_abs() as usize, "day", "days");
        match self.days_left {
            0 => "today is the last day".to_owned(),
            left if left > 0 => format!("{days} left"),
            _ => format!("ended {days} ago"),
        }
    }
}

/// The acceptance an objective stands under on a day, from its decisions known then; a later decision of any kind ends
/// it. One that has ended is told until the next decision, so that a meeting sees that it came back.
pub fn acceptance(decisions: &[Decision], as_of: Date) -> Option<Acceptance> {
    let newest = decisions.iter().filter(|decision| decision.on <= as_of).max_by_key(|d| (d.on, d.id))?;
    let until = newest.until.filter(|_| newest.kind == DecisionKind::Accept)?;
    Some(Acceptance {
        code: newest.code.clone(),
        review: newest.review,
        on: newest.on,
        until,
        days_left: (until - as_of).num_days(),
        reason: newest.text.clone(),
        approver: newest.approver.clone(),
    })
}

/// The codes of objectives that are accepted for now on a day, from the decisions on all of them.
pub fn accepted_codes(decisions: &[Decision], as_of: Date) -> HashSet<String> {
    let mut by_code: HashMap<&str, Vec<Decision>> = HashMap::new();
    for decision in decisions {
        by_code.entry(&decision.code).or_default().push(decision.clone());
    }
    let holds = |decisions: &[Decision]| acceptance(decisions, as_of).is_some_and(|accepted| accepted.holds());
    by_code.into_iter().filter(|(_, decisions)| holds(decisions)).map(|(code, _)| code.to_owned()).collect()
}
