//! The part of `show` that says which version counts: approved by whom, changed why, known to whom.

use std::io;

use super::super::page::sheet::Sheet;
use super::figures;
use super::knowledge;
use crate::app::view::{Dossier, Predecessor};
use crate::domain::communication::Reach;
use crate::domain::difference::{self, FieldChange};
use crate::domain::objective::Closing;
use crate::domain::period::Date;
use crate::domain::quantity::Value;
use crate::domain::version::Version;
use crate::domain::words;

/// How many fields of a change are spelled out.
const FIELDS: usize = 3;
/// How many of the old readings stand before the line.
const OLD_READINGS: usize = 6;

/// Approved, changed, told; closed and carried on where that happened.
pub fn print(dossier: &Dossier, sheet: &mut Sheet) -> io::Result<()> {
    sheet.entry("Approved", &approved(dossier))?;
    let changes = dossier.versions.windows(2).rev().map(|pair| changed(&pair[0], &pair[1], dossier));
    sheet.entries("Changed", changes)?;
    sheet.entries("Agreed ahead", dossier.row.planned.iter().map(figures::planned_text))?;
    sheet.entries("Told", told(dossier))?;
    if let Some(closing) = &dossier.row.objective.closing {
        sheet.entry("Closed", &closed(closing))?;
    }
    match &dossier.predecessor {
        Some(old) => carried_on(old, sheet),
        None => Ok(()),
    }
}

/// `version 2 in edition 4, 2026-07-14 by Management review, MR 26-2; M. Berg; draft 3 waits for approval`.
fn approved(dossier: &Dossier) -> String {
    let awareness = &dossier.awareness;
    let mark = dossier.row.version;
    let standing = dossier.versions.iter().find(|version| Some(version.number) == awareness.version);
    let mut parts = vec![match standing {
        None => "nothing of it was approved yet".to_owned(),
        Some(version) => match version.approved_on {
            None => format!("version {} is in force, no approval is recorded", version.number),
            Some(_) => approval(version, awareness.edition),
        },
    }];
    if let (Some(standing), Some(current)) = (standing, mark.in_force.filter(|n| Some(*n) > awareness.version)) {
        parts.push(format!("version {current} is in force, wording only since version {}", standing.number));
    }
    parts.extend(mark.scheduled.map(|(number, begins)| format!("version {number} begins on {begins}")));
    parts.extend(mark.draft.map(|number| format!("draft {number} waits for approval")));
    parts.join("; ")
}

/// The edition stands in the same breath where both were approved in one act.
fn approval(version: &Version, edition: Option<(i64, Date)>) -> String {
    let on = version.approved_on.map_or_else(String::new, |day| day.to_string());
    let by = if version.approved_by.is_empty() { "nobody named" } else { &version.approved_by };
    let reference = if version.approved_ref.is_empty() { String::new() } else { format!(", {}", version.approved_ref) };
    let people: String = version.approvers.iter().map(|name| format!(", {name}")).collect();
    let (with, after) = match edition {
        None => (String::new(), String::new()),
        Some((number, day)) if version.approved_on == Some(day) => (format!(" in edition {number}"), String::new()),
        Some((number, day)) => (String::new(), format!("; first in edition {number}, {day}")),
    };
    format!("version {}{with}, {on} by {by}{reference}{people}{after}", version.number)
}

fn changed(before: &Version, after: &Version, dossier: &Dossier) -> String {
    let changes = difference::between(&before.definition, &after.definition);
    let mut said: Vec<String> = changes.iter().take(FIELDS).map(FieldChange::sentence).collect();
    match changes.len().saturating_sub(FIELDS) {
        0 if changes.is_empty() => said.push("nothing changed".to_owned()),
        0 => {}
        1 => said.push("1 field more".to_owned()),
        more => said.push(format!("{more} fields more")),
    }
    let state = match after.draft {
        true => ", waits for approval",
        false if after.is_scheduled(dossier.as_of) => ", agreed and not yet begun",
        false if !changes.iter().any(FieldChange::needs_approval) => ", wording only",
        false => "",
    };
    let why = if after.reason.is_empty() { String::new() } else { format!("; because: {}", after.reason) };
    let cause = after.cause.map_or_else(String::new, |cause| format!(" ({})", words::cause(cause)));
    let series = after.series.map_or_else(String::new, |mark| format!("; {}", words::series(mark)));
    format!("version {} of {}{state}: {}{why}{cause}{series}", after.number, after.recorded_on, said.join(", "))
}

/// What was told with who confirmed it, then who answers for it and has not confirmed.
fn told(dossier: &Dossier) -> Vec<String> {
    let awareness = &dossier.awareness;
    if awareness.version.is_none() {
        return Vec::new();
    }
    let confirmed = |name: &str| {
        let found = awareness.confirmed.iter().find(|a| a.person.eq_ignore_ascii_case(name));
        found.map_or_else(String::new, |a| format!(", confirmed {}", a.day))
    };
    let mut lines: Vec<String> = awareness
        .told
        .iter()
        .map(|c| match c.reach {
            Reach::Person => format!("{}{}", knowledge::told(c), confirmed(&c.audience)),
            Reach::Function | Reach::Everyone => knowledge::told(c),
        })
        .collect();
    let told_in_person =
        |name: &str| awareness.told.iter().any(|c| c.reach == Reach::Person && c.audience.eq_ignore_ascii_case(name));
    let alone = awareness.confirmed.iter().filter(|a| !told_in_person(&a.person));
    lines.extend(alone.map(|a| format!("{} confirmed {}", a.person, a.day)));
    let open = awareness.people.iter().filter(|(_, knowledge)| knowledge.confirmed.is_none());
    lines.extend(open.map(|(name, knowledge)| format!("{name}: {}", knowledge::state(knowledge))));
    lines
}

fn closed(closing: &Closing) -> String {
    let successor = if closing.successor.is_empty() { String::new() } else { format!(" by {}", closing.successor) };
    let by = if closing.by.is_empty() { String::new() } else { format!("; decided by {}", closing.by) };
    let reference = if closing.reference.is_empty() { String::new() } else { format!(", {}", closing.reference) };
    let outcome = words::outcome(closing.outcome);
    format!("{}, {outcome}{successor}: {}{by}{reference}", closing.retired_on, closing.reason)
}

/// The old readings before a line: they belong to another objective and are judged by its targets.
fn carried_on(old: &Predecessor, sheet: &mut Sheet) -> io::Result<()> {
    let definition = &old.definition;
    let (code, title) = (&old.code, &definition.title);
    sheet.entry("Carries on", &format!("{code}  {title}, until {}: {}", old.closing.retired_on, old.closing.reason))?;
    let from = old.standings.len().saturating_sub(OLD_READINGS);
    let values = old.standings[from..].iter().map(|standing| {
        let value: &Value = &standing.value;
        format!("{} {}", standing.period.end, value.shown(definition.unit_is_percent(), 1))
    });
    let values: Vec<String> = values.collect();
    match values.is_empty() {
        true => sheet.entry("", &format!("{code} had no reading")),
        false => {
            sheet.entry("", &format!("{} {} │ from here on a line of its own", values.join(" | "), definition.unit))
        }
    }
}
