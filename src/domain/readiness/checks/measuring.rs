//! Whether it is measured at all: RC-43 to RC-46.

use std::collections::BTreeMap;

use super::super::About;
use super::super::approved::standing;
use super::super::evidence::Subject;
use super::super::findings::Findings;
use super::super::index::Index;
use super::{days_between, on_day, period_name};
use crate::domain::freshness::Freshness;
use crate::domain::objective::Kind;
use crate::domain::period::{Date, Frequency, Period};
use crate::domain::reading::DecisionKind;
use crate::domain::status::why::day;
use crate::domain::status::{Frame, Status};

/// How many codes a sentence names.
const NAMED: usize = 5;

/// RC-43. A start that lies ahead is a start of measurement: nothing is late before it.
pub fn never_measured(index: &Index, subject: &Subject, out: &mut Findings) {
    if subject.judgement.freshness != Freshness::Never {
        return;
    }
    let definition = &subject.objective.definition;
    let approved = standing(index, subject).and_then(|standing| standing.approval).map(|approval| approval.on);
    let what = if definition.kind == Kind::Milestone { "check-in and no evidence" } else { "reading" };
    match approved.filter(|_| definition.kind != Kind::Milestone) {
        Some(on) => {
            out.on(subject, &[on_day("date", on)]);
        }
        None => {
            let (title, start) = (&definition.title, day(definition.start));
            out.on_as(subject, format!("\"{title}\" was to be measured from {start} on and has no {what}."));
        }
    }
}

/// RC-44. The days to report of the metric itself count; a period explained as not measured is answered, and what was
/// missed at its date asks for a decision, not for a reading.
pub fn overdue(index: &Index, subject: &Subject, out: &mut Findings) {
    let judgement = &subject.judgement;
    let Some((period, last_day)) = judgement.next_report else { return };
    let late = judgement.freshness == Freshness::Overdue && judgement.missed_periods == 1;
    let late = late && judgement.status != Status::Missed;
    if late && !subject.not_measured.contains(&period.end) && !is_suspended(subject, &period, last_day) {
        let days = days_between(last_day, index.as_of);
        let name = period_name(index, subject, period);
        let finding = out.on(subject, &[("period", name), ("days", days.to_string())]);
        if days == 1 {
            finding.fact = finding.fact.replace("1 days", "1 day");
        }
    }
}

/// RC-45. Gaps inside the series count like the one at its end; a reason for a gap does not fill it, an acceptance with an
/// end date suspends the measuring. What was never measured has not stopped.
pub fn stopped(index: &Index, out: &mut Findings) {
    let mut expected = 0;
    let mut stopped = Vec::new();
    let mut quarters: BTreeMap<Period, Vec<&Subject>> = BTreeMap::new();
    for subject in index.active().filter(|subject| subject.judgement.freshness != Freshness::NotDue) {
        expected += 1;
        if subject.judgement.freshness == Freshness::Never {
            continue;
        }
        let gaps = gaps(index, subject);
        if gaps.longest >= 2 {
            stopped.push((subject, gaps.longest));
        }
        let register = index.evidence.rules.calendar.rhythm(Frequency::Q);
        let mut in_quarters: Vec<Period> = gaps.missing.iter().map(|p| register.containing(p.end)).collect();
        in_quarters.dedup();
        in_quarters.into_iter().for_each(|quarter| quarters.entry(quarter).or_default().push(subject));
    }
    let severity = if stopped.len() * 2 > expected { out.escalated() } else { out.check.severity };
    for (subject, longest) in &stopped {
        let finding = out.on(subject, &[("n", longest.to_string())]);
        finding.severity = severity;
        if subject.objective.definition.kind == Kind::Milestone {
            finding.fact = finding.fact.replace("without a reading", "without a check-in");
        }
    }
    let alone = |subject: &&Subject| !stopped.iter().any(|(known, _)| known.id == subject.id);
    let newest = quarters.iter().rev().find(|(_, missed)| missed.len() >= 2 && missed.iter().any(alone));
    if let Some((quarter, missed)) = newest {
        let name = index.evidence.rules.calendar.period_label(Frequency::Q, *quarter);
        let mut codes: Vec<&str> = missed.iter().take(NAMED).map(|subject| subject.objective.code.as_str()).collect();
        if missed.len() > NAMED {
            codes.push("...");
        }
        let fact =
            format!("{} objectives have a period without a reading in {name}: {}.", missed.len(), codes.join(", "));
        out.raise(About::Register, fact);
    }
}

/// What is missing in a series.
struct Gaps {
    /// Late periods of the last year without a reading, oldest first.
    missing: Vec<Period>,
    /// The most of them in a row; at the end of the series those before the year count, too.
    longest: u32,
}

fn gaps(index: &Index, subject: &Subject) -> Gaps {
    let objective = &subject.objective;
    let trailing = subject.judgement.missed_periods;
    if objective.definition.kind == Kind::Milestone {
        return Gaps { missing: Vec::new(), longest: trailing };
    }
    let frame = Frame::new(objective, &index.evidence.rules, index.as_of);
    let Some(last) = frame.last_closed() else { return Gaps { missing: Vec::new(), longest: 0 } };
    let first_reading = subject.standings.first().map(|standing| standing.period);
    let (mut missing, mut longest, mut run, mut suspended) = (Vec::new(), 0, 0, false);
    for period in frame.rhythm.within(objective.definition.start.max(index.year_ago), last.end) {
        let last_day = frame.last_day_to_report(&period);
        let is_read = subject.standings.binary_search_by_key(&period, |standing| standing.period).is_ok();
        // Before it was in the register nobody could be late with it.
        let before = first_reading.is_some_and(|first| period < first) && period.end < subject.created_on;
        let rests = is_suspended(subject, &period, last_day);
        suspended |= rests;
        if is_read || before || rests || index.as_of <= last_day {
            run = 0;
        } else {
            missing.push(period);
            run += 1;
            longest = longest.max(run);
        }
    }
    Gaps { missing, longest: if suspended { longest } else { longest.max(trailing) } }
}

/// Whether somebody accepted with an end date that it is not measured then.
fn is_suspended(subject: &Subject, period: &Period, last_day: Date) -> bool {
    let accepted = subject.decisions.iter().filter(|decision| decision.kind == DecisionKind::Accept);
    accepted
        .filter(|decision| decision.on <= last_day)
        .any(|decision| decision.until.is_some_and(|until| period.end <= until))
}

/// RC-46. A register needs half a year before this can be asked.
pub fn mostly_unmeasured(index: &Index, out: &mut Findings) {
    let expected: Vec<&Subject> =
        index.active().filter(|s| !matches!(s.judgement.freshness, Freshness::NotDue | Freshness::Due)).collect();
    let unmeasured = expected.iter().filter(|subject| !is_measured_this_year(index, subject)).count();
    if unmeasured == 0 || !index.evidence.parameters.reaches(out.check, "share", unmeasured, expected.len()) {
        return;
    }
    if index.evidence.created_on > index.months_ago(6) {
        return out.cannot_run("the register is younger than six months");
    }
    out.on_register(&[("n", unmeasured.to_string()), ("m", expected.len().to_string())]);
}

fn is_measured_this_year(index: &Index, subject: &Subject) -> bool {
    let objective = &subject.objective;
    let readings = subject.standings.iter().map(|standing| standing.period.end);
    let looks = objective.checkins.iter().copied().chain(objective.criteria_done.iter().map(|done| done.done));
    subject.judgement.freshness == Freshness::Current
        || readings.chain(looks).any(|on| index.year_ago <= on && on <= index.as_of)
}
