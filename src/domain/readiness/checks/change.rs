//! Changes of a target, a date, a definition: RC-41, RC-42, RC-68.

use chrono::Days;

use super::super::approved::approvals;
use super::super::evidence::Subject;
use super::super::findings::Findings;
use super::super::index::Index;
use super::super::people::folded;
use super::{blank, days_between, on_day};
use crate::domain::objective::{Definition, Direction, Kind};
use crate::domain::period::{Date, Period};
use crate::domain::reading::{Standing, Verdict};
use crate::domain::status::why::day;
use crate::domain::text::words;
use crate::domain::version::{Cause, Version};

/// One version in force with the one it replaced.
struct Step<'a> {
    old: &'a Version,
    new: &'a Version,
    /// The day of the change: of history taken over from a file, the day it took effect.
    on: Date,
}

fn steps<'a>(index: &Index, subject: &'a Subject) -> Vec<Step<'a>> {
    let in_force: Vec<&Version> = subject.versions.iter().filter(|version| version.is_in_force(index.as_of)).collect();
    let taken_over = |version: &Version| subject.imported && version.recorded_on <= subject.created_on;
    let on = |version: &Version| match version.effective.filter(|_| taken_over(version)) {
        Some(effective) => effective,
        None => version.recorded_on,
    };
    in_force.windows(2).map(|pair| Step { old: pair[0], new: pair[1], on: on(pair[1]) }).collect()
}

impl Step<'_> {
    fn definitions(&self) -> (&Definition, &Definition) {
        (&self.old.definition, &self.new.definition)
    }

    fn is_approved(&self, index: &Index, subject: &Subject) -> bool {
        approvals(index, subject, self.new.number).next().is_some()
    }

    /// Whether something else is measured or counted now.
    fn changes_scope(&self) -> bool {
        let (old, new) = self.definitions();
        let texts = [(&old.metric, &new.metric), (&old.formula, &new.formula), (&old.population, &new.population)];
        texts.iter().any(|(old, new)| folded(old) != folded(new))
            || (&old.unit, old.kind) != (&new.unit, new.kind)
            || self.new.cause == Some(Cause::ScopeChange)
    }

    fn is_easier(&self) -> bool {
        let (old, new) = self.definitions();
        let (Some(was), Some(is)) = (old.target, new.target) else { return false };
        let easier = match new.direction() {
            Direction::Higher => is < was,
            Direction::Lower => is > was,
            Direction::Range => {
                is <= was && new.target_high >= old.target_high && old.target_text() != new.target_text()
            }
        };
        easier && (old.direction(), old.kind) == (new.direction(), new.kind)
    }

    fn is_later(&self) -> bool {
        let (old, new) = self.definitions();
        matches!((old.due, new.due), (Some(was), Some(is)) if is > was)
    }
}

/// RC-41. Judged from the versions and what stands for the periods. With a reason and an approval a changed scope or
/// definition is no weakening.
pub fn weakened_after_a_miss(index: &Index, subject: &Subject, out: &mut Findings) {
    for step in steps(index, subject).iter().filter(|step| step.is_easier() || step.is_later()) {
        let approved = step.is_approved(index, subject);
        if step.changes_scope() && approved && !blank(&step.new.reason) {
            continue;
        }
        let missed = subject.standings.iter().any(|standing| follows(index, step, standing));
        let inside = running_period(index, step);
        if !missed && inside.is_none() {
            continue;
        }
        let (old, new) = step.definitions();
        let text = |definition: &Definition| match definition.due.filter(|_| step.is_later()) {
            Some(due) => format!("{} by {}", definition.target_text(), day(due)),
            None => definition.target_text(),
        };
        let (old, new) = (text(old), text(new));
        let severity = if approved { out.check.severity } else { out.escalated() };
        let finding = match missed {
            true => out.on(subject, &[("old", old), ("new", new)]),
            false => {
                let title = &subject.objective.definition.title;
                out.on_as(
                    subject,
                    format!("Target of \"{title}\" moved from {old} to {new} inside the period it judges."),
                )
            }
        };
        finding.severity = severity;
        let approval = if approved { "" } else { ", without approval" };
        finding.and(&format!(", on {}{approval}", day(step.on)));
    }
}

/// Whether a change came within one period after a reading that missed the old target was known. On the way to a level
/// every reading misses it: there only the last ones before the date count.
fn follows(index: &Index, step: &Step, standing: &Standing) -> bool {
    let old = &step.old.definition;
    let rhythm = old.rhythm(index.evidence.rules.calendar);
    let Period { start, end } = standing.period;
    let counts = match old.kind {
        Kind::Maintain => true,
        Kind::Reach => old.due.is_some_and(|due| rhythm.after(standing.period).end >= due),
        Kind::Milestone => false,
    };
    let known = end + Days::new(u64::from(standing.days_after));
    let until = known + Days::new(days_between(start, end) as u64 + 1);
    counts && standing.verdict == Verdict::NotMet && start < step.on && known <= step.on && step.on <= until
}

/// The period that was running when its own target was made easier.
fn running_period(index: &Index, step: &Step) -> Option<Period> {
    let running = step.new.definition.rhythm(index.evidence.rules.calendar).containing(step.on);
    let judges = step.new.effective.is_some_and(|effective| effective <= running.start);
    (step.is_easier() && judges && running.start < step.on && step.new.definition.kind == Kind::Maintain)
        .then_some(running)
}

/// RC-42. A date that moved because the scope grew, with approval, is no postponement.
pub fn postponed_again(index: &Index, subject: &Subject, out: &mut Findings) {
    let steps = steps(index, subject);
    let moves = steps.iter().filter(|step| step.is_later());
    let moves: Vec<&Step> = moves.filter(|step| !(step.changes_scope() && step.is_approved(index, subject))).collect();
    if moves.is_empty() || moves.len() < index.number(out.check, "n") as usize {
        return;
    }
    let moved = |step: &&Step| match (step.old.definition.due, step.new.definition.due) {
        (Some(was), Some(is)) => days_between(was, is),
        _ => 0,
    };
    let days: i64 = moves.iter().map(moved).sum();
    out.on(subject, &[("n", moves.len().to_string()), ("days", days.to_string())]);
}

/// RC-68. Wording is no new definition, and neither is writing down what was not written before. A mark says whether
/// both sides can be compared.
pub fn redefined(index: &Index, subject: &Subject, out: &mut Findings) {
    let steps = steps(index, subject);
    let mut unmarked = steps.iter().rev().filter(|step| step.new.series.is_none() && is_redefinition(step));
    let compared = |step: &&Step| {
        let readings = &subject.standings;
        readings.first().is_some_and(|first| first.period.end < step.on)
            && readings.last().is_some_and(|last| last.period.end >= step.on)
    };
    if let Some(step) = unmarked.find(compared) {
        out.on(subject, &[on_day("date", step.on)]);
    }
}

fn is_redefinition(step: &Step) -> bool {
    let (old, new) = step.definitions();
    let texts = [
        (&old.formula, &new.formula),
        (&old.population, &new.population),
        (&old.data_source, &new.data_source),
        (&old.unit, &new.unit),
    ];
    let differs = texts.iter().any(|(old, new)| !blank(old) && !blank(new) && words(old) != words(new));
    differs && old.kind != Kind::Milestone
}
