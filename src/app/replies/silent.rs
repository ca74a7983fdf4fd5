//! Who was asked and answered in none of the replies.

use std::collections::BTreeSet;

use super::asked::Questions;
use super::view::Silent;
use crate::app::Refusal;
use crate::domain::directory::same_name;
use crate::domain::reply::{Key, Subject};

/// Everybody who owes something, who is none of those with these names, and whose questions nobody else answered.
pub(super) fn silent(
    questions: &Questions,
    names: &[String],
    answered: &BTreeSet<Key>,
) -> Result<Vec<Silent>, Refusal> {
    let mut silent = Vec::new();
    for party in questions.owing() {
        if names.iter().any(|name| same_name(name, &party.name) || party.roles.iter().any(|role| same_name(name, role)))
        {
            continue;
        }
        let asked = questions.asked(Subject::Owner, &party.name)?;
        let is_open = |key: &Key| !answered.contains(key);
        let readings = asked.readings.iter().filter(|asked| asked.closed && is_open(&asked.key));
        let mut owes: Vec<String> = readings.map(|asked| format!("{} {}", asked.key.code(), asked.period)).collect();
        let tasks = asked.tasks.iter().filter(|asked| is_open(&asked.key));
        owes.extend(tasks.map(|asked| match &asked.key {
            Key::Action(id) => format!("action {id}"),
            _ => format!("criterion {}", asked.called),
        }));
        let targets = asked.targets.iter().filter(|asked| is_open(&asked.key));
        owes.extend(targets.map(|asked| format!("to know {}", asked.key.code())));
        if !owes.is_empty() {
            let email = party.entry.as_ref().map(|entry| entry.email.clone()).unwrap_or_default();
            silent.push(Silent { name: party.name.clone(), email, owes });
        }
    }
    Ok(silent)
}
