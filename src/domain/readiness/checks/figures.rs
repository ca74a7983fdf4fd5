//! The figures themselves: RC-56 to RC-58.

use super::super::evidence::{ReadingEntry, Subject};
use super::super::findings::Findings;
use super::super::index::Index;
use super::{others, period_name};
use crate::domain::objective::{Definition, Kind};
use crate::domain::quantity::{Decimal, Value};

/// RC-56. 0 and 100 % of what can be counted are true constants.
pub fn flat_line(index: &Index, subject: &Subject, out: &mut Findings) {
    let definition = &subject.objective.definition;
    let least = index.number(out.check, "n").max(2) as usize;
    let Some(newest) = subject.standings.last().filter(|_| definition.kind != Kind::Milestone) else { return };
    let run = subject.standings.iter().rev().take_while(|standing| standing.value == newest.value).count();
    if run >= least && !is_constant(&newest.value, definition) {
        out.on(subject, &[("value", shown(&newest.value, definition)), ("n", run.to_string())]);
    }
}

fn is_constant(value: &Value, definition: &Definition) -> bool {
    match value {
        Value::Plain(number) => number.is_zero() || (definition.unit_is_percent() && *number == Decimal::HUNDRED),
        Value::Share { numerator, denominator } => numerator.is_zero() || numerator == denominator,
    }
}

fn shown(value: &Value, definition: &Definition) -> String {
    let counted = match value {
        Value::Share { .. } => format!(" ({})", value.as_typed()),
        Value::Plain(_) => String::new(),
    };
    let number = value.shown(definition.unit_is_percent(), 1);
    format!("{} {}", number, definition.unit.trim()).trim_end().to_owned() + &counted
}

/// One value that another one replaced.
struct Restated<'a> {
    old: &'a ReadingEntry,
    new: &'a ReadingEntry,
}

/// Values that were replaced by others for the same day, oldest first.
fn restated<'a>(index: &Index, subject: &'a Subject) -> Vec<Restated<'a>> {
    let known: Vec<&ReadingEntry> = subject.entries.iter().filter(|entry| entry.entered_on <= index.as_of).collect();
    let pairs = known.windows(2).filter(|pair| pair[0].measured_on == pair[1].measured_on);
    pairs.filter(|pair| pair[0].value != pair[1].value).map(|pair| Restated { old: pair[0], new: pair[1] }).collect()
}

fn values(index: &Index, subject: &Subject, restated: &Restated) -> [(&'static str, String); 3] {
    let definition = &subject.objective.definition;
    [
        ("period", period_name(index, subject, restated.new.period)),
        ("old", shown(&restated.old.value, definition)),
        ("new", shown(&restated.new.value, definition)),
    ]
}

/// RC-57. A slip put right on the day it was entered needs no reason.
pub fn changed_without_reason(index: &Index, subject: &Subject, out: &mut Findings) {
    let silent = |one: &Restated| !one.new.reasoned && one.new.entered_on != one.old.entered_on;
    let silent: Vec<Restated> = restated(index, subject).into_iter().filter(silent).collect();
    let Some(newest) = silent.last() else { return };
    let finding = out.on(subject, &values(index, subject, newest));
    if silent.len() > 1 {
        finding.and(&format!("; so {}", others(silent.len() - 1, "did", "did")));
    }
}

/// RC-58. Told once a later management review has had the objective on its agenda.
pub fn changed_after_reported(index: &Index, subject: &Subject, out: &mut Findings) {
    if index.evidence.snapshots.is_empty() {
        return out.cannot_run("no snapshot was taken");
    }
    let told_after = index.told_management_on(subject);
    let shown_before = |one: &Restated| {
        index.evidence.snapshots.iter().any(|frozen| one.old.seq <= frozen.seq && frozen.seq < one.new.seq)
    };
    let open = |one: &Restated| shown_before(one) && told_after.is_none_or(|told| told <= one.new.entered_on);
    let open: Vec<Restated> = restated(index, subject).into_iter().filter(open).collect();
    let Some(newest) = open.last() else { return };
    let finding = out.on(subject, &values(index, subject, newest));
    if open.len() > 1 {
        finding.and(&format!("; so {}", others(open.len() - 1, "did", "did")));
    }
}
