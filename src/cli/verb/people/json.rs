//! `people --json`.

use serde_json::{Value, json};

use super::super::super::page::json::{self as js, SCHEMA, or_null};
use crate::app::people::view::{FunctionLine, Held, Known, Party, PeopleView};
use crate::domain::communication::Heard;
use crate::domain::directory::{Activity, Entry};
use crate::domain::period::Date;
use crate::domain::rearrangement::Rearrangement;

/// The whole picture.
pub fn everybody(view: &PeopleView) -> Value {
    json!({
        "schema": SCHEMA,
        "as_of": js::date(view.as_of),
        "people": view.parties.iter().map(|p| party(p, view.as_of)).collect::<Vec<_>>(),
        "functions": view.functions.iter().map(function).collect::<Vec<_>>(),
        "planned": view.planned.iter().map(rearrangement).collect::<Vec<_>>(),
        "waiting": view.waiting.iter().map(rearrangement).collect::<Vec<_>>(),
    })
}

/// One person or role.
pub fn party(party: &Party, as_of: Date) -> Value {
    let entry = party.entry.as_ref();
    json!({
        "schema": SCHEMA,
        "name": party.name,
        "kind": or_null(party.kind, |kind| kind.word().into()),
        "roles": party.roles,
        "function": or_null(entry, |entry| js::text(&entry.function)),
        "email": or_null(entry, |entry| js::text(&entry.email)),
        "active": activity(party.activity),
        "from": or_null(entry.and_then(|entry| entry.from), js::date),
        "until": or_null(entry.and_then(|entry| entry.until), js::date),
        "successor": or_null(entry, |entry| js::text(&entry.successor)),
        "owns": party.owns.iter().map(held).collect::<Vec<_>>(),
        "reports": party.reports.iter().map(held).collect::<Vec<_>>(),
        "readings": party.readings.iter().map(|item| json!({
            "code": item.code,
            "period": item.label,
            "last_day": js::date(item.last_day),
            "late": item.last_day < as_of,
        })).collect::<Vec<_>>(),
        "actions": party.actions.iter().map(|action| json!({
            "number": action.id,
            "code": js::text(&action.code),
            "text": action.text,
            "due": or_null(action.due, js::date),
            "late": action.due.is_some_and(|due| due < as_of),
        })).collect::<Vec<_>>(),
        "knows": party.knows.iter().map(known).collect::<Vec<_>>(),
        "accepts": party.accepts,
    })
}

/// One function.
pub fn function(line: &FunctionLine) -> Value {
    let dates = line.entry.as_ref().map(dates);
    json!({
        "schema": SCHEMA,
        "name": line.name,
        "listed": line.entry.is_some(),
        "active": activity(line.activity),
        "from": or_null(dates.and_then(|(from, _)| from), js::date),
        "until": or_null(dates.and_then(|(_, until)| until), js::date),
        "successor": or_null(line.successor.as_deref(), |name| name.into()),
        "objectives": line.objectives.iter().map(held).collect::<Vec<_>>(),
        "people": line.people,
    })
}

fn dates(entry: &Entry) -> (Option<Date>, Option<Date>) {
    (entry.from, entry.until)
}

fn held(held: &Held) -> Value {
    json!({
        "code": held.code,
        "title": held.title,
        "status": held.status.word(),
        "through": js::text(&held.through),
        "planned": or_null(held.planned.as_ref(), |planned| json!({
            "begins": js::date(planned.begins),
            "version": planned.number,
            "fields": planned.fields,
            "change": planned.said(),
        })),
    })
}

fn known(known: &Known) -> Value {
    let (told, how) = match &known.knowledge.heard {
        None => (None, Value::Null),
        Some(Heard::Present(day)) => (Some(*day), "present".into()),
        Some(Heard::InPerson(told)) => (Some(told.day), "in_person".into()),
        Some(Heard::AmongOthers(told)) => (Some(told.day), "among_others".into()),
    };
    json!({
        "code": known.code,
        "version": known.version,
        "told": or_null(told, js::date),
        "how": how,
        "confirmed": or_null(known.knowledge.confirmed, js::date),
    })
}

fn rearrangement(rearrangement: &Rearrangement) -> Value {
    json!({
        "number": rearrangement.id,
        "kind": rearrangement.kind.word(),
        "name": rearrangement.name,
        "begins": js::date(rearrangement.begins),
        "from": js::text(&rearrangement.giver),
        "to": js::text(&rearrangement.taker),
        "codes": rearrangement.codes,
        "actions": rearrangement.actions,
        "reason": js::text(&rearrangement.reason),
        "accepted_by": js::text(&rearrangement.accepted_by),
        "accepted_on": or_null(rearrangement.accepted_on, js::date),
    })
}

fn activity(activity: Activity) -> Value {
    match activity {
        Activity::Active => "active",
        Activity::NotYet(_) => "not_yet",
        Activity::Ended(_) => "ended",
        Activity::Vacant => "vacant",
        Activity::Unknown => "unknown",
    }
    .into()
}
