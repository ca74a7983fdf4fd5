//! The readings of an objective in a snapshot: per period what stands, and where nothing does.

use std::collections::BTreeMap;

use chrono::Months;

use crate::app::view::Dossier;
use crate::domain::objective::{Definition, Kind, Lifecycle};
use crate::domain::period::{Date, Period};
use crate::domain::quantity::Value;
use crate::domain::reading::{Reading, Standing, Verdict};
use crate::domain::snapshot::{Exact, FrozenPeriod, FrozenReading};
use crate::domain::status::Frame;
use crate::domain::target::{Standard, standard_on};

/// Missing periods are listed this far back; readings however old they are.
const YEARS_OF_GAPS: u32 = 10;

/// Decimals of a share that does not end; its exact parts stand beside it.
const PLACES: u8 = 6;

/// What stands for each period, and the expected periods past their last day without a reading, oldest first.
pub fn series(dossier: &Dossier) -> Vec<FrozenPeriod> {
    let mut periods: BTreeMap<Period, FrozenPeriod> =
        dossier.standings.iter().map(|standing| (standing.period, stands(dossier, standing))).collect();
    for period in late(dossier) {
        periods.entry(period).or_insert_with(|| missing(dossier, period));
    }
    periods.into_values().collect()
}

/// The newest reading that drives the status, else the newest of a closed period, else the newest.
pub fn last_reading(dossier: &Dossier) -> Option<FrozenReading> {
    let closed = dossier.standings.iter().rev().find(|s| s.period.is_closed(dossier.as_of));
    let standing = dossier.row.judgement.latest.as_ref().or(closed).or(dossier.standings.last())?;
    let reading = dossier.reading_of(standing);
    let parts = Parts::of(&standing.value, definition(dossier));
    let text = |pick: fn(&Reading) -> &String| reading.map(pick).cloned().unwrap_or_default();
    Some(FrozenReading {
        period_end: standing.period.end,
        label: label(dossier, standing.period),
        value: parts.value,
        numerator: parts.numerator,
        denominator: parts.denominator,
        typed: standing.value.as_typed(),
        shown: shown(dossier, standing),
        measured_on: standing.measured_on,
        recorded_on: reading.map(|r| r.known_from),
        reported_by: text(|r| &r.reported_by),
        source: text(|r| &r.source),
        evidence: text(|r| &r.evidence),
        meaning: text(|r| &r.evaluation),
        evaluated_by: text(|r| &r.evaluated_by),
        automatic: reading.is_some_and(|r| r.automatic),
        decision: reading.and_then(|r| r.decision),
    })
}

fn stands(dossier: &Dossier, standing: &Standing) -> FrozenPeriod {
    let frame = frame(dossier);
    let reading = dossier.reading_of(standing);
    let parts = Parts::of(&standing.value, definition(dossier));
    let judged = definition(dossier).kind != Kind::Reach
        || frame.due_period == Some(standing.period)
        || standing.verdict == Verdict::NotApplicable;
    let last_day = frame.last_day_to_report(&standing.period);
    let late = (last_day - standing.period.end).num_days() < i64::from(standing.days_after);
    let said = |pick: fn(&Reading) -> &String| reading.map(pick).cloned().unwrap_or_default();
    FrozenPeriod {
        period_start: standing.period.start,
        period_end: standing.period.end,
        label: label(dossier, standing.period),
        missing: false,
        value: parts.value,
        numerator: parts.numerator,
        denominator: parts.denominator,
        shown: shown(dossier, standing),
        verdict: judged.then_some(standing.verdict),
        target: standard(dossier, standing.period).map(|s| s.target.into()),
        corrected: standing.corrected,
        correction: said(|r| &r.reason),
        days_late: if late { standing.days_after } else { 0 },
        meaning: said(|r| &r.evaluation),
        automatic: reading.is_some_and(|r| r.automatic),
        decision: reading.and_then(|r| r.decision),
    }
}

fn missing(dossier: &Dossier, period: Period) -> FrozenPeriod {
    FrozenPeriod {
        period_start: period.start,
        period_end: period.end,
        label: label(dossier, period),
        missing: true,
        value: None,
        numerator: None,
        denominator: None,
        shown: String::new(),
        verdict: None,
        target: standard(dossier, period).map(|s| s.target.into()),
        corrected: false,
        correction: String::new(),
        days_late: 0,
        meaning: String::new(),
        automatic: false,
        decision: None,
    }
}

/// The expected periods that are past their last day to report; nothing is expected of drafts and milestones.
fn late(dossier: &Dossier) -> Vec<Period> {
    let objective = &dossier.row.objective;
    if objective.lifecycle == Lifecycle::Draft || objective.definition.kind == Kind::Milestone {
        return Vec::new();
    }
    let frame = frame(dossier);
    let Some(last) = frame.last_closed() else { return Vec::new() };
    let retired_on = objective.closing.as_ref().map_or(Date::MAX, |closing| closing.retired_on);
    let from = dossier.as_of.checked_sub_months(Months::new(12 * YEARS_OF_GAPS)).unwrap_or(objective.definition.start);
    frame
        .rhythm
        .within(objective.definition.start.max(from), last.end)
        .filter(|period| period.end < retired_on && frame.last_day_to_report(period) < dossier.as_of)
        .collect()
}

/// A value as JSON holds it.
pub struct Parts {
    /// The number, at most six decimals where a share does not end; none for 0/0.
    pub value: Option<Exact>,
    numerator: Option<Exact>,
    denominator: Option<Exact>,
}

impl Parts {
    /// The parts of a value.
    pub fn of(value: &Value, definition: &Definition) -> Parts {
        match value {
            Value::Plain(number) => Parts { value: Some((*number).into()), numerator: None, denominator: None },
            Value::Share { numerator, denominator } => Parts {
                value: value.exact(definition.unit_is_percent()).map(|exact| Exact::rounded(&exact, PLACES)),
                numerator: Some((*numerator).into()),
                denominator: Some((*denominator).into()),
            },
        }
    }
}

/// The value with its unit, never on the wrong side of the nearer edge of its target: 94.96 % is not written 95 %.
pub fn shown(dossier: &Dossier, standing: &Standing) -> String {
    dossier.row.objective.shown(standing.period, &standing.value)
}

fn definition(dossier: &Dossier) -> &Definition {
    &dossier.row.objective.definition
}

fn frame(dossier: &Dossier) -> Frame<'_> {
    Frame::new(&dossier.row.objective, &dossier.rules, dossier.as_of)
}

fn standard(dossier: &Dossier, period: Period) -> Option<&Standard> {
    standard_on(&dossier.row.objective.standards, period.start)
}

/// The name of a period.
pub fn label(dossier: &Dossier, period: Period) -> String {
    dossier.row.calendar(&dossier.rules).period_label(definition(dossier).frequency, period)
}
