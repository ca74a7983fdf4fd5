//! Whether the list lives: RC-35 to RC-40.

use super::super::About;
use super::super::Severity;
use super::super::evidence::Subject;
use super::super::findings::{Findings, fill};
use super::super::index::Index;
use super::plan::decided_since;
use super::{blank, on_day};
use crate::domain::approval::{any_needs_approval, changed_fields};
use crate::domain::objective::{Kind, Lifecycle};
use crate::domain::period::Date;
use crate::domain::reading::{DecisionKind, Verdict};
use crate::domain::review::ItemState;
use crate::domain::status::Status;
use crate::domain::status::why::day;
use crate::domain::trace::{Source, SourceKind};

/// RC-35. A refresh or an edition that says why nothing changed makes it an observation.
pub fn unchanged_list(index: &Index, out: &mut Findings) {
    let since = index.months_ago(index.number(out.check, "months"));
    let changes = index.evidence.subjects.iter().flat_map(|subject| changes(subject, index.as_of));
    let Some(last) = changes.max().filter(|last| *last < since && index.active().next().is_some()) else { return };
    let refreshed = index.evidence.refreshes.iter().any(|refresh| {
        !blank(&refresh.no_change) && refresh.closed_on.is_some_and(|on| since <= on && on <= index.as_of)
    });
    let confirmed = index
        .evidence
        .editions
        .iter()
        .any(|edition| !blank(&edition.why) && since <= edition.approved_on && edition.approved_on <= index.as_of);
    let finding = out.on_register(&[on_day("date", last)]);
    if refreshed || confirmed {
        finding.severity = Severity::Observation;
    }
}

/// Days on which an objective was added, restated or retired. Of one taken over from a file nothing is known before.
fn changes(subject: &Subject, as_of: Date) -> Vec<Date> {
    let in_force: Vec<_> = subject.versions.iter().filter(|version| version.is_in_force(as_of)).collect();
    let restated = in_force
        .windows(2)
        .filter(|pair| any_needs_approval(&changed_fields(&pair[0].definition, &pair[1].definition)))
        .map(|pair| pair[1].recorded_on);
    let added = in_force.first().map(|first| first.recorded_on.max(subject.created_on));
    let retired = subject.objective.closing.as_ref().map(|closing| closing.retired_on).filter(|on| *on <= as_of);
    restated.chain(added).chain(retired).collect()
}

/// RC-36. Asked of the newest assessment: a meeting, a refresh or an edition since then answers it, changed or not.
pub fn assessment_not_reflected(index: &Index, out: &mut Findings) {
    let done =
        |source: &&Source| source.kind == SourceKind::Assessment && source.day.is_some_and(|on| on <= index.as_of);
    let Some(newest) = index.evidence.sources.iter().filter(done).max_by_key(|source| source.day) else {
        return out.cannot_run("no risk assessment is on record");
    };
    unanswered(index, newest, out);
}

/// RC-37. Only events somebody flagged as significant.
pub fn event_not_followed(index: &Index, out: &mut Findings) {
    let flagged = |source: &&Source| {
        source.significant
            && matches!(source.kind, SourceKind::Incident | SourceKind::ScopeChange)
            && source.day.is_some_and(|on| on <= index.as_of)
    };
    let mut events = index.evidence.sources.iter().filter(flagged).peekable();
    if events.peek().is_none() {
        return out.cannot_run("no significant event is on record");
    }
    for event in events {
        unanswered(index, event, out);
    }
}

fn unanswered(index: &Index, event: &Source, out: &mut Findings) {
    let Some(on) = event.day else { return };
    let refreshed = |number: i64| {
        let answers = index.evidence.refreshes.iter().filter(|refresh| refresh.event == Some(number));
        answers.filter_map(|refresh| refresh.closed_on).any(|closed| closed <= index.as_of)
    };
    if on < index.days_ago(index.number(out.check, "days")) && !index.looked_at_since(on) && !refreshed(event.id) {
        let fact = fill(out.check.message, &[on_day("date", on)]);
        out.raise(About::Source(event.key()), fact).and(&format!(": {}", event.title.trim()));
    }
}

/// RC-38. What was approved, or taken over from a file, was looked at on that day.
pub fn not_reviewed(index: &Index, subject: &Subject, out: &mut Findings) {
    let since = index.months_ago(index.number(out.check, "months"));
    let seen = index.agenda(subject).iter().rev();
    let seen = seen.filter(|(_, item)| matches!(item.state, ItemState::Answered | ItemState::Passed));
    let seen = seen.map(|(review, _)| review.date).next();
    let refreshed = index.evidence.refreshes.iter().filter_map(|refresh| refresh.closed_on);
    let refreshed = refreshed.filter(|on| *on <= index.as_of && *on >= subject.created_on).max();
    let edition = index.editions(subject).iter().map(|(edition, _)| edition.approved_on).max();
    let reviewed = seen.max(refreshed).max(edition);
    let approved = subject.versions.iter().filter_map(|version| version.approved_on).filter(|on| *on <= index.as_of);
    let begun = approved.max().max(Some(subject.created_on));
    if reviewed.max(begun).is_some_and(|last| last >= since) {
        return;
    }
    match (reviewed, begun) {
        (Some(on), _) => {
            out.on(subject, &[on_day("date", on)]);
        }
        (None, begun) => {
            let title = &subject.objective.definition.title;
            let begun = begun.map_or(String::new(), |on| format!(" since {}", day(on)));
            out.on_as(subject, format!("\"{title}\" was not formally reviewed{begun}."));
        }
    }
}

/// RC-39. Holding a gain is legitimate: a decision to close, move or raise answers it.
pub fn achieved_and_open(index: &Index, subject: &Subject, out: &mut Findings) {
    let objective = &subject.objective;
    if subject.judgement.status != Status::Achieved || objective.closing.is_some() {
        return;
    }
    let since = match objective.definition.kind {
        Kind::Milestone => objective.criteria_done.iter().map(|criterion| criterion.done).max(),
        Kind::Reach => {
            let met = subject.standings.iter().rev().filter(|standing| standing.verdict != Verdict::NotApplicable);
            let met: Vec<Date> = met
                .take_while(|standing| standing.verdict == Verdict::Met)
                .map(|standing| standing.period.end)
                .collect();
            met.last().copied().filter(|_| met.len() >= 2)
        }
        Kind::Maintain => None,
    };
    let Some(since) = since else { return };
    if since < index.days_ago(index.number(out.check, "days")) && !decided_since(index, subject, since) {
        out.on(subject, &[on_day("date", since)]);
    }
}

/// RC-40. What was closed before it was taken over from a file was closed before this register.
pub fn closed_without_reason(index: &Index, out: &mut Findings) {
    let retired = index.evidence.subjects.iter().filter(|subject| subject.objective.lifecycle == Lifecycle::Retired);
    for subject in retired {
        let Some(closing) = &subject.objective.closing else { continue };
        let decided = subject.decisions.iter().any(|decision| decision.kind == DecisionKind::Retire);
        let referred = !blank(&closing.by) || !blank(&closing.reference) || decided;
        let before = (subject.imported && closing.retired_on <= subject.created_on)
            || closing.reason.to_lowercase().contains("before this tool");
        if (blank(&closing.reason) || !referred) && !before {
            let finding = out.on(subject, &[]);
            if !blank(&closing.reason) {
                let title = &subject.objective.definition.title;
                let on = day(closing.retired_on);
                finding.fact = format!("\"{title}\" was removed on {on} without a record of who decided it.");
            } else {
                finding.and(&format!(", on {}", day(closing.retired_on)));
            }
        }
    }
}
