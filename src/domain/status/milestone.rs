//! Deliver dated yes/no criteria. No percent complete: 90 % of the accounts is not the criterion.

use super::{Frame, Grounds, Judgement, Reason, Status};
use crate::domain::freshness::{Freshness, Gap};
use crate::domain::period::{Date, Period};

/// Days past its planned date up to which an open criterion is only at risk.
const AT_RISK_DAYS: i64 = 30;

pub(super) fn judge(frame: &Frame) -> Judgement {
    let newest = newest_covered(frame);
    let gap = frame.gap_after(newest);
    let late = days_late(frame);
    let (status, reason) = decide(frame, &gap, late);
    let closed = matches!(reason, Reason::AllCriteriaMet | Reason::CompletedLate | Reason::CriteriaOpenAtDue);
    Judgement {
        next_report: if closed { None } else { frame.next_report(newest) },
        criterion_days_late: late.map(|(_, days)| days).filter(|days| *days > 0),
        grounds: Grounds { criterion: late.map(|(number, _)| number), ..Grounds::default() },
        ..frame.judgement(status, reason, &gap)
    }
}

fn decide(frame: &Frame, gap: &Gap, late: Option<(u32, i64)>) -> (Status, Reason) {
    let objective = frame.objective;
    if objective.definition.criteria.is_empty() {
        return (Status::NotStarted, Reason::NoCriteria);
    }
    if late.is_none() && open_criteria(frame).next().is_none() {
        let last = objective.criteria_done.iter().map(|c| c.done).max();
        let in_time = match (last, frame.due) {
            (Some(last), Some(due)) => last <= due,
            _ => true,
        };
        return if in_time {
            (Status::Achieved, Reason::AllCriteriaMet)
        } else {
            (Status::Missed, Reason::CompletedLate)
        };
    }
    if frame.due.is_some_and(|due| frame.as_of > due) {
        return (Status::Missed, Reason::CriteriaOpenAtDue);
    }
    match late {
        Some((_, days)) if days > AT_RISK_DAYS => return (Status::OffTrack, Reason::MilestoneOverdueOver30d),
        Some((_, days)) if days > 0 => return (Status::AtRisk, Reason::MilestoneOverdue),
        _ => {}
    }
    if objective.criteria_done.is_empty() && objective.checkins.is_empty() {
        return match gap.freshness {
            Freshness::NotDue | Freshness::Due => (Status::NotStarted, Reason::NoCheckin),
            _ => (Status::Unknown, Reason::NeverMeasured),
        };
    }
    match gap.missed {
        0 => (Status::OnTrack, Reason::Ok),
        1 => (Status::AtRisk, Reason::StaleOnePeriod),
        _ => (Status::Unknown, Reason::StaleTwoPeriods),
    }
}

/// Numbers (1-based) of the criteria without evidence.
fn open_criteria<'a>(frame: &'a Frame) -> impl Iterator<Item = usize> + 'a {
    let done = &frame.objective.criteria_done;
    (1..=frame.objective.definition.criteria.len()).filter(|n| !done.iter().any(|c| c.number as usize == *n))
}

/// The open criterion that is past its planned date the longest, and by how many days (negative: still ahead);
/// `None` where no open one has a date.
fn days_late(frame: &Frame) -> Option<(u32, i64)> {
    let criteria = &frame.objective.definition.criteria;
    let late =
        open_criteria(frame).filter_map(|n| Some((n as u32, (frame.as_of - criteria[n - 1].planned?).num_days())));
    late.max_by_key(|(number, days)| (*days, std::cmp::Reverse(*number)))
}

/// The newest closed expected period somebody spoke for. A check-in or evidence counts for the period of its date,
/// and for the one before while that is in its days to report.
fn newest_covered(frame: &Frame) -> Option<Period> {
    let objective = frame.objective;
    let dates = objective.checkins.iter().copied().chain(objective.criteria_done.iter().map(|c| c.done));
    dates.filter(|date| *date <= frame.as_of).flat_map(|date| periods_spoken_for(frame, date)).max()
}

fn periods_spoken_for(frame: &Frame, date: Date) -> impl Iterator<Item = Period> {
    let own = frame.rhythm.containing(date);
    let before = frame.rhythm.before(own);
    let speaks_for_before = date <= frame.last_day_to_report(&before);
    [Some(own), speaks_for_before.then_some(before)]
        .into_iter()
        .flatten()
        .filter(|p| p.is_closed(frame.as_of) && frame.is_expected(p))
}
