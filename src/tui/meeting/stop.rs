//! Where a meeting can stand: its steps in their order, the items one by one among them.

use crate::domain::minutes::Minutes;
use crate::domain::review::{MeetingStep, Review, ReviewKind};

/// A page of the meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stop {
    /// Corrections of what minutes showed, then earlier actions.
    #[default]
    LastActions,
    /// Who has not measured.
    NotMeasured,
    /// What stands differently than last time.
    StatusChanges,
    /// The points of a management review and what was prepared for it.
    Topics,
    /// One objective, by its place on the agenda.
    Item(usize),
    /// What is added, changed or closed.
    ListChanges,
    /// Decisions and actions read back; closes.
    ReadBack,
    /// The minutes are frozen.
    Closed,
}

impl Stop {
    /// The stops of a meeting in their order.
    pub fn all(review: &Review) -> Vec<Stop> {
        let topics = (review.kind == ReviewKind::Management).then_some(Stop::Topics);
        let before = [Stop::LastActions, Stop::NotMeasured, Stop::StatusChanges].into_iter().chain(topics);
        let items = (0..review.items.len()).map(Stop::Item);
        before.chain(items).chain([Stop::ListChanges, Stop::ReadBack]).collect()
    }

    /// The step whose mark this page sets; items and the read-back have marks of their own.
    pub fn step(self) -> Option<MeetingStep> {
        match self {
            Stop::LastActions => Some(MeetingStep::LastActions),
            Stop::NotMeasured => Some(MeetingStep::NotMeasured),
            Stop::StatusChanges => Some(MeetingStep::StatusChanges),
            Stop::Topics => Some(MeetingStep::Agenda),
            Stop::ListChanges => Some(MeetingStep::ListChanges),
            Stop::Item(_) | Stop::ReadBack | Stop::Closed => None,
        }
    }

    /// The page of a step; of the items the first one.
    pub fn of(step: MeetingStep) -> Stop {
        match step {
            MeetingStep::LastActions => Stop::LastActions,
            MeetingStep::NotMeasured => Stop::NotMeasured,
            MeetingStep::StatusChanges => Stop::StatusChanges,
            MeetingStep::Agenda => Stop::Topics,
            MeetingStep::Exceptions | MeetingStep::OnTrack => Stop::Item(0),
            MeetingStep::ListChanges => Stop::ListChanges,
            MeetingStep::ReadBack => Stop::ReadBack,
        }
    }

    /// Whether it is a page that is looked through line by line.
    pub fn is_looked_through(self) -> bool {
        self.step().is_some()
    }

    /// Whether it has nothing to look at: going on passes it by. What is to change in the list is always asked.
    pub fn is_empty(self, draft: &Minutes) -> bool {
        match self {
            Stop::LastActions => draft.corrections.is_empty() && draft.carried.is_empty(),
            Stop::NotMeasured => draft.missing.is_empty(),
            Stop::StatusChanges => draft.status_changes.is_empty(),
            _ => false,
        }
    }

    /// The same where the agenda is narrow.
    pub fn short_name(self) -> &'static str {
        match self {
            Stop::NotMeasured => "not measured",
            Stop::StatusChanges => "status changed",
            Stop::ListChanges => "the list",
            other => other.name(),
        }
    }

    /// As the agenda names it.
    pub fn name(self) -> &'static str {
        match self {
            Stop::LastActions => "last actions",
            Stop::NotMeasured => "who has not measured",
            Stop::StatusChanges => "changes of status",
            Stop::Topics => "what else is new",
            Stop::Item(_) => "objectives",
            Stop::ListChanges => "changes to the list",
            Stop::ReadBack => "read back and close",
            Stop::Closed => "closed",
        }
    }
}
