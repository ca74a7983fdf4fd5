//! Who was told and who confirmed, on the shell.

use serde_json::{Value, json};

use super::super::page::json;
use crate::domain::communication::{Acknowledgement, Communication, Heard, Knowledge, Reach};

/// One communication: `A. Novak 2026-07-15, mail`.
pub fn told(communication: &Communication) -> String {
    let whom = match communication.reach {
        Reach::Everyone => "everyone",
        Reach::Person | Reach::Function => communication.audience.as_str(),
    };
    let means = [communication.channel.as_str(), communication.place.as_str()];
    let means: String = means.iter().filter(|text| !text.is_empty()).map(|text| format!(", {text}")).collect();
    format!("{whom} {}{means}", communication.day)
}

/// How far somebody knows it, after the name.
pub fn state(knowledge: &Knowledge) -> String {
    if let Some(day) = knowledge.confirmed {
        return format!("confirmed {day}");
    }
    match &knowledge.heard {
        None => "not told".to_owned(),
        Some(Heard::Present(day)) => format!("was there when it was approved on {day}, not confirmed"),
        Some(Heard::InPerson(communication)) => format!("told {}, not confirmed", communication.day),
        Some(Heard::AmongOthers(communication)) => {
            format!("told with {} on {}, not confirmed", communication.audience, communication.day)
        }
    }
}

/// One communication as scripts read it.
pub fn told_object(communication: &Communication) -> Value {
    json!({
        "id": communication.id,
        "reach": communication.reach.word(),
        "audience": json::text(&communication.audience),
        "version": communication.version,
        "edition": communication.edition,
        "channel": json::text(&communication.channel),
        "place": json::text(&communication.place),
        "day": json::date(communication.day),
        "told_by": json::text(&communication.told_by),
    })
}

/// One confirmation as scripts read it.
pub fn confirmed_object(acknowledgement: &Acknowledgement) -> Value {
    json!({
        "id": acknowledgement.id,
        "person": json::text(&acknowledgement.person),
        "version": acknowledgement.version,
        "edition": acknowledgement.edition,
        "day": json::date(acknowledgement.day),
        "note": json::text(&acknowledgement.note),
    })
}
