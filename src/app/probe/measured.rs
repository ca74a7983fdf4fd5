//! What the last reading said, what it meant, and what comes next.

use super::{Around, also, days, written};
use crate::app::freeze::series;
use crate::app::view::Dossier;
use crate::domain::directory::same_name;
use crate::domain::freshness::Freshness;
use crate::domain::objective::{Kind, Lifecycle};
use crate::domain::period::Period;
use crate::domain::probe::{Element, Line};
use crate::domain::quantity::Value;
use crate::domain::reading::{Reading, Standing};
use crate::domain::timeliness::{Timeliness, timeliness_of};
use crate::domain::words;

/// The reading that drives the status, else the newest there is.
fn last(dossier: &Dossier) -> Option<&Standing> {
    dossier.row.judgement.latest.as_ref().or(dossier.standings.last())
}

/// `measured Oct 2026, in time`
pub(super) fn measured(dossier: &Dossier) -> String {
    let word = words::freshness(dossier.row.judgement.freshness);
    match last(dossier) {
        Some(standing) => format!("measured {}, {word}", series::label(dossier, standing.period)),
        None => format!("measured {word}"),
    }
}

pub(super) fn last_reading(dossier: &Dossier) -> Element {
    let objective = &dossier.row.objective;
    let mut lines = Vec::new();
    match last(dossier) {
        _ if objective.definition.kind == Kind::Milestone => lines.push(criteria(dossier)),
        Some(standing) => {
            lines.push(Line::fact(said(dossier, standing)).about(series::label(dossier, standing.period)));
            if let Some(reading) = dossier.reading_of(standing) {
                lines.push(Line::note(reported(dossier, reading)));
                lines.extend(written(&proof(reading)).map(Line::note));
            }
        }
        None if objective.lifecycle == Lifecycle::Draft => lines.push(Line::fact("none: a draft is not measured")),
        None => lines.push(Line::missing("never measured")),
    }
    lines.extend(late(dossier));
    lines.extend(dossier.not_measured.iter().rev().take(3).map(|note| {
        let on = words::day(note.on);
        let period = dossier.row.rhythm(&dossier.rules).containing(note.period_end);
        let text = format!("not measured: {} ({}, {on})", note.reason, note.by);
        Line::note(text).about(series::label(dossier, period))
    }));
    Element::new("Last reading", "Where do you stand?", "6.2 d", lines)
}

fn criteria(dossier: &Dossier) -> Line {
    let all = dossier.row.objective.definition.criteria.len();
    let done = dossier.criteria_done.iter().max_by_key(|done| done.done);
    let newest = done.map(|done| format!(", the last on {}", words::day(done.done))).unwrap_or_default();
    Line::fact(format!("{} of {all} criteria fulfilled{newest}", dossier.criteria_done.len()))
}

/// `91.5 %, 43 of 47, not met`
fn said(dossier: &Dossier, standing: &Standing) -> String {
    let mut parts = vec![series::shown(dossier, standing)];
    if let Value::Share { numerator, denominator } = &standing.value
        && !standing.value.is_empty()
    {
        parts.push(format!("{numerator} of {denominator}"));
    }
    let judgement = &dossier.row.judgement;
    parts.extend(judgement.verdict.map(|verdict| words::verdict(verdict).1.to_owned()));
    parts.extend(judgement.pace.map(|pace| words::pace(pace).to_owned()));
    if standing.corrected {
        parts.push("corrected".to_owned());
    }
    parts.join(", ")
}

/// `reported by A. Novak, entered 6 Nov 2026, in time`
fn reported(dossier: &Dossier, reading: &Reading) -> String {
    let how = if reading.imported { "imported" } else { "entered" };
    let by = written(&reading.reported_by).map(|by| format!("reported by {by}, ")).unwrap_or_default();
    let hand = match same_name(&reading.reported_by, &reading.entered_by) {
        true => String::new(),
        false => also(" by ", &reading.entered_by),
    };
    let definition = &dossier.row.objective.definition;
    let time = match timeliness_of(definition, &dossier.rules, reading.measured_on, reading.known_from) {
        Timeliness::InTime => ", in time".to_owned(),
        Timeliness::Late(n) => format!(", late, {} after the period", days(i64::from(n))),
        Timeliness::Reconstructed(n) => format!(", put together {} after the period", days(i64::from(n))),
    };
    let why = also("; corrected because ", &reading.reason);
    format!("{by}{how} {}{hand}{time}{why}", words::day(reading.entered_on))
}

fn proof(reading: &Reading) -> String {
    let parts = [("source", &reading.source), ("proof", &reading.evidence)];
    let said = parts.iter().filter_map(|(word, text)| Some(format!("{word}: {}", written(text)?)));
    said.collect::<Vec<_>>().join(", ")
}

/// A reading that is late is missing, whatever stands before it.
fn late(dossier: &Dossier) -> Option<Line> {
    let judgement = &dossier.row.judgement;
    let (period, last_day) = judgement.next_report?;
    let waits = matches!(judgement.freshness, Freshness::Overdue | Freshness::Never);
    let text = match judgement.missed_periods {
        0 | 1 => format!("no reading; it was due by {}", words::day(last_day)),
        n => format!("no reading since; it was due by {}, {n} periods are late", words::day(last_day)),
    };
    waits.then(|| Line::missing(text).about(series::label(dossier, period)))
}

pub(super) fn meant(dossier: &Dossier) -> Element {
    let reading = last(dossier).and_then(|standing| dossier.reading_of(standing));
    let line = match reading {
        _ if dossier.row.objective.definition.kind == Kind::Milestone => milestone(dossier),
        None => Line::fact("no reading to speak of"),
        Some(reading) => match written(&reading.evaluation) {
            None => Line::missing("nobody has said what it means"),
            Some(meaning) if reading.automatic => {
                Line::fact(format!("{meaning} (computed when a block was passed, not written by a person)"))
            }
            Some(meaning) => Line::quote(meaning, reading.evaluated_by.trim()),
        },
    };
    Element::new("It meant", "What did it tell you?", "9.1 e", vec![line])
}

/// A milestone has no value; what it tells is when somebody last looked.
fn milestone(dossier: &Dossier) -> Line {
    match dossier.row.objective.checkins.iter().max() {
        Some(day) => Line::fact(format!("looked at last on {}", words::day(*day))),
        None => Line::fact("dated criteria with evidence speak for themselves"),
    }
}

pub(super) fn next(around: &Around) -> Element {
    let dossier = &around.dossier;
    let mut lines = Vec::new();
    if let Some((period, last_day)) = dossier.row.judgement.next_report.filter(|_| is_open(dossier)) {
        lines.push(Line::fact(format!("{} by {}", report(dossier, period), words::day(last_day))));
    }
    lines.extend(around.next_review.map(|day| Line::fact(format!("review on {}", words::day(day)))));
    lines.extend(
        around
            .next_audit
            .as_ref()
            .map(|audit| Line::fact(format!("{} on {}", words::audit(audit.kind), words::day(audit.day)))),
    );
    if lines.is_empty() {
        lines.push(Line::fact("nothing is planned"));
    }
    lines.extend(dossier.insight.told().into_iter().map(Line::note));
    Element::new("Next", "What comes next?", "9.1", lines)
}

fn is_open(dossier: &Dossier) -> bool {
    dossier.row.objective.lifecycle == Lifecycle::InForce
}

fn report(dossier: &Dossier, period: Period) -> String {
    let label = series::label(dossier, period);
    match dossier.row.objective.definition.kind {
        Kind::Milestone => format!("looked at for {label}"),
        _ => format!("{label} reported"),
    }
}
