//! The directory: people, roles and functions entered, changed and ended.

use crate::app::write::Write;
use crate::app::{Outcome, Refusal, Session};
use crate::domain::directory::{Activity, Directory, Entry, EntryKind, same_name};
use crate::domain::operation::Operation;
use crate::domain::period::Date;
use crate::domain::words;

impl Session {
    pub(super) fn enter(&mut self, entry: Entry) -> Result<Outcome, Refusal> {
        self.write(Operation::DirectoryEdit, "", |write| enter(write, entry))
    }

    pub(super) fn end(
        &mut self,
        kind: EntryKind,
        name: &str,
        until: Date,
        successor: &str,
    ) -> Result<Outcome, Refusal> {
        self.write(Operation::DirectoryEdit, "", |write| {
            let entries = known(write)?;
            let word = words::entry_kind(kind);
            let Some(entry) = Directory::new(&entries).entry(kind, name) else {
                return Err(Refusal::not_found(format!("there is no {word} `{}` in the directory", name.trim()))
                    .next("`sixtwo people` lists who is there"));
            };
            let successor = if successor.trim().is_empty() { &entry.successor } else { successor };
            let ended = Entry { until: Some(until), successor: successor.trim().to_owned(), ..entry.clone() };
            let mut outcome = enter(write, ended)?;
            outcome.warnings.extend(still_named(write, &entry.name, until)?);
            Ok(outcome)
        })
    }
}

/// The directory as it stands, inside a write.
pub(super) fn known(write: &mut Write) -> Result<Vec<Entry>, Refusal> {
    let sight = write.sight();
    Ok(write.tx().records(&sight)?)
}

/// Enters an entry, or changes the one of its kind and name, inside a running transaction.
fn enter(write: &mut Write, entry: Entry) -> Result<Outcome, Refusal> {
    let entry = tidied(entry)?;
    let entries = known(write)?;
    refuse_circle(&entry, &entries)?;
    let word = words::entry_kind(entry.kind);
    let (summary, number) = match Directory::new(&entries).entry(entry.kind, &entry.name) {
        Some(held) => {
            let changed = Entry { id: held.id, recorded_on: held.recorded_on, ..entry };
            if changed == *held {
                let summary = format!("{word} {} is unchanged", held.name);
                return Ok(Outcome { summary, number: Some(held.id), ..Outcome::default() });
            }
            let summary = match changed.until.filter(|until| held.until != Some(*until)) {
                Some(until) => format!("{word} {} ends on {until}", changed.name),
                None => format!("{word} {} changed", changed.name),
            };
            write.tx().put(held.id, &changed)?;
            (summary, held.id)
        }
        None => {
            let entry = Entry { recorded_on: write.today(), ..entry };
            (format!("{word} {} entered", entry.name), write.tx().add(&entry)?)
        }
    };
    Ok(Outcome { summary, number: Some(number), ..Outcome::default() })
}

/// A function is not above itself, not by way of others either.
fn refuse_circle(entry: &Entry, entries: &[Entry]) -> Result<(), Refusal> {
    if entry.kind != EntryKind::Function {
        return Ok(());
    }
    let directory = Directory::new(entries);
    let (mut way, mut above) = (vec![entry.name.clone()], entry.function.clone());
    // A circle that came in otherwise has no more steps than there are entries.
    while !above.is_empty() && way.len() <= entries.len() + 1 {
        way.push(above.clone());
        if same_name(&above, &entry.name) {
            return Err(Refusal::field("function", format!("that would be a circle: {}", way.join(" → "))));
        }
        above = directory.entry(EntryKind::Function, &above).map(|held| held.function.clone()).unwrap_or_default();
    }
    Ok(())
}

fn tidied(entry: Entry) -> Result<Entry, Refusal> {
    let trimmed = |text: &str| text.trim().to_owned();
    let entry = Entry {
        name: trimmed(&entry.name),
        role: trimmed(&entry.role),
        function: trimmed(&entry.function),
        email: trimmed(&entry.email),
        successor: trimmed(&entry.successor),
        ..entry
    };
    if entry.name.is_empty() {
        return Err(Refusal::field("name", format!("a {} needs a name", words::entry_kind(entry.kind))));
    }
    if let (Some(from), Some(until)) = (entry.from, entry.until)
        && until < from
    {
        return Err(Refusal::field("until", format!("{until} is before the first day, {from}")));
    }
    if same_name(&entry.successor, &entry.name) {
        return Err(Refusal::field("successor", format!("{} cannot take over from itself", entry.name)));
    }
    Ok(entry)
}

/// Who ends and is still named by objectives after the last day: nothing is moved silently.
fn still_named(write: &mut Write, name: &str, until: Date) -> Result<Vec<String>, Refusal> {
    let (entries, sight) = (known(write)?, write.sight());
    let Some(after) = until.succ_opt() else { return Ok(Vec::new()) };
    if !matches!(Directory::new(&entries).activity(name, after), Activity::Ended(_) | Activity::Vacant) {
        return Ok(Vec::new());
    }
    let mut codes = Vec::new();
    for loaded in write.tx().objectives(&sight)? {
        let begun = loaded.planned.iter().rfind(|planned| planned.begins <= after);
        let definition = begun.map_or(&loaded.objective.definition, |planned| &planned.definition);
        let named = [&definition.owner, &definition.collector, &definition.function];
        if loaded.objective.closing.is_none() && named.into_iter().any(|held| same_name(held, name)) {
            codes.push(loaded.objective.code);
        }
    }
    if codes.is_empty() {
        return Ok(Vec::new());
    }
    Ok(vec![format!("{name} is still named in {}; a hand-over or a reorganization passes it on", codes.join(", "))])
}
