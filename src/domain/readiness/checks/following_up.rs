//! What became of it: RC-50 to RC-52.

use super::super::evidence::Subject;
use super::super::findings::{Findings, fill};
use super::super::index::Index;
use super::super::{About, Finding};
use super::{blank, days_between, on_day};
use crate::domain::period::Date;
use crate::domain::review::Action;
use crate::domain::status::why::day;
use crate::domain::status::{Reason, Status};
use crate::domain::version::Version;

/// How late an action is before it weighs more (RC-51).
const LONG_OVERDUE: i64 = 90;

/// RC-50.
pub fn incomplete_actions(index: &Index, out: &mut Findings) {
    for action in open_actions(index) {
        let field = match (blank(&action.owner), action.due) {
            (true, _) => "owner",
            (false, None) => "due",
            (false, Some(_)) => continue,
        };
        on_action(action, &[], out).field = field;
    }
}

/// RC-51.
pub fn late_actions(index: &Index, out: &mut Findings) {
    for action in open_actions(index) {
        let Some(due) = action.due.filter(|due| *due < index.as_of) else { continue };
        let days = days_between(due, index.as_of);
        let severity = if days > LONG_OVERDUE { out.escalated() } else { out.check.severity };
        let finding = on_action(action, &[("days", days.to_string())], out);
        finding.severity = severity;
        finding.fact = if days == 1 { finding.fact.replace("1 days", "1 day") } else { finding.fact.clone() };
        finding.and(&format!(", due {}", day(due)));
    }
}

fn open_actions<'a>(index: &Index<'a>) -> impl Iterator<Item = &'a Action> {
    let as_of = index.as_of;
    index.evidence.actions.iter().filter(move |action| action.done_on.is_none_or(|done| done > as_of))
}

fn on_action<'o>(action: &Action, values: &[(&str, String)], out: &'o mut Findings) -> &'o mut Finding {
    let mut values = values.to_vec();
    values.push(("text", action.text.clone()));
    let fact = fill(out.check.message, &values);
    out.raise(About::Action(action.id, action.code.clone()), fact)
}

/// RC-52. A missed target is no nonconformity by itself, and what was completed late was followed up.
pub fn missed_without_answer(index: &Index, subject: &Subject, out: &mut Findings) {
    let judgement = &subject.judgement;
    let Some(due) = judgement.due.filter(|_| judgement.status == Status::Missed) else { return };
    if judgement.reason == Reason::CompletedLate || subject.objective.closing.is_some() {
        return;
    }
    // A date that passed before a file brought the objective is asked about from that day on.
    let asked_from = if subject.imported { due.max(subject.created_on) } else { due };
    let awaited = asked_from >= index.days_ago(index.number(out.check, "days"));
    let since = |on: Date| due <= on && on <= index.as_of;
    let restated = subject.versions.iter().any(|version| version.is_in_force(index.as_of) && restates(version, due));
    let acted = index.actions(subject).iter().any(|action| {
        let agreed = action.review.and_then(|number| index.meetings.iter().find(|review| review.number == number));
        agreed.is_some_and(|review| since(review.date)) || action.done_on.is_some_and(since) || action.due >= Some(due)
    });
    let decided = subject.decisions.iter().any(|decision| since(decision.on));
    if !awaited && !restated && !acted && !decided {
        out.on(subject, &[on_day("due", due)]);
    }
}

fn restates(version: &Version, due: Date) -> bool {
    version.number > 1 && version.recorded_on >= due
}
