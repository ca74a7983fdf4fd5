//! The queue of a review meeting: what is due, then what is off its course, then the rest as a block.

use super::attention::Attention;
use super::objective::{Kind, Objective};
use super::period::FiscalCalendar;
use super::review::AgendaGroup;
use super::status::phrase::Account;
use super::status::{Freshness, Judgement, Reason, Status};
use super::{text, words};

/// The agenda over a list of judged objectives: places in the list with their group, in the order of the queue.
/// Within what is due the late ones come first, and what is accepted for now comes last among the exceptions; drafts
/// and retired ones are not on it.
pub fn agenda(attention: &[Attention], accepted: impl Fn(&str) -> bool) -> Vec<(usize, AgendaGroup)> {
    let mut queue: Vec<(usize, AgendaGroup)> =
        attention.iter().enumerate().filter_map(|(place, a)| Some((place, group(a)?))).collect();
    queue.sort_by_key(|(place, group)| {
        let a = &attention[*place];
        let waits = match group {
            AgendaGroup::Due => a.freshness == Freshness::Due,
            AgendaGroup::Exception => accepted(&a.code),
            AgendaGroup::OnTrack => false,
        };
        (*group, waits, a)
    });
    queue
}

/// Why an objective is on the agenda; `None` for drafts and retired ones.
fn group(attention: &Attention) -> Option<AgendaGroup> {
    match (attention.status, attention.freshness) {
        (Status::Draft | Status::Retired, _) => None,
        (_, Freshness::Due | Freshness::Overdue | Freshness::Never) => Some(AgendaGroup::Due),
        (status, _) if status.is_exception() => Some(AgendaGroup::Exception),
        _ => Some(AgendaGroup::OnTrack),
    }
}

/// The line an objective gets when it passes as part of the block: `96.2 % in Oct 2026, target at least 95 %: met`.
/// It is computed, and whoever keeps it marks it automatic.
pub fn block_line(objective: &Objective, judgement: &Judgement, calendar: FiscalCalendar) -> String {
    let account = Account::of(objective, judgement, calendar);
    let (_, status) = words::status(judgement.status);
    let line = match (objective.definition.kind, judgement.reason) {
        (Kind::Milestone, _) => format!("{}: {status}", account.criteria_fulfilled()),
        (_, Reason::FirstReadingPending | Reason::BeforeStart) => format!("no reading yet: {status}"),
        (_, Reason::NoApplicableReading) => "nothing to count so far".to_owned(),
        (Kind::Reach, _) => {
            let state = judgement.pace.map_or(status, words::pace);
            let state = if judgement.status == Status::Achieved { status } else { state };
            format!("{}, target {} by {}: {state}", account.value_in_period(), account.target(), account.due())
        }
        (Kind::Maintain, _) => {
            let verdict = judgement.grounds.decisive.as_ref().map_or(status, |s| words::verdict(s.verdict).1);
            format!("{}, target {}: {verdict}", account.value_in_period(), account.target())
        }
    };
    text::one_line(&line).into_owned()
}
