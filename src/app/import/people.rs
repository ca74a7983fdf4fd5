//! People of a file with the roles and functions they name: what each row would do, and doing it.

use std::collections::{HashMap, HashSet};

use super::entries::{self, Plan};
use super::{ImportRequest, Note, unusable};
use crate::app::write::Write;
use crate::app::{Outcome, Refusal};
use crate::domain::directory::{Entry, EntryKind};
use crate::domain::period::Date;
use crate::exchange::input::Input;
use crate::exchange::people::{Context, entry_key, read_people};
use crate::store::{Reader, Sight};

/// Most names a note lists before it counts the rest.
const LISTED: usize = 6;

/// Reads and checks the whole file against the register. The steps hold the rows, then the roles and functions they name.
pub(super) fn plan(
    reader: &Reader,
    input: &Input,
    request: &ImportRequest,
    today: Date,
) -> Result<Plan<Entry>, Refusal> {
    let known: Vec<Entry> = reader.records(&Sight::today(today))?;
    let by_key: HashMap<String, &Entry> = known.iter().map(|entry| (key(entry.kind, &entry.name), entry)).collect();
    let find = |kind: EntryKind, name: &str| by_key.get(&key(kind, name)).copied().cloned();
    let context = Context { maps: &request.maps, today, known: &find };
    let table = read_people(input, &context).map_err(|problem| unusable(&request.name, problem))?;
    let rows: HashSet<String> = table.rows.iter().map(|(_, entry)| key(entry.kind, &entry.name)).collect();
    let mut plan = entries::plan(table, &known, request);
    let mut directory = Directory::after(&known, &plan.steps);
    directory.take_in_what_is_named(&rows, request.update, today);
    plan.report.notes.append(&mut directory.notes);
    plan.steps = directory.changed(&known);
    let beside: Vec<&Entry> =
        plan.steps.iter().filter(|entry| entry.id == 0 && !rows.contains(&key(entry.kind, &entry.name))).collect();
    plan.report.notes.extend(told(&beside));
    Ok(plan)
}

fn key(kind: EntryKind, name: &str) -> String {
    format!("{kind} {}", name.to_uppercase())
}

/// The people, roles and functions as they are once the rows are in.
#[derive(Default)]
struct Directory {
    entries: Vec<Entry>,
    places: HashMap<String, usize>,
    notes: Vec<Note>,
}

impl Directory {
    fn after(known: &[Entry], steps: &[Entry]) -> Directory {
        let mut directory = Directory::default();
        for entry in known.iter().chain(steps) {
            match directory.place_of(entry.kind, &entry.name) {
                Some(at) => directory.entries[at].clone_from(entry),
                None => {
                    directory.enter(entry.clone());
                }
            }
        }
        directory
    }

    fn enter(&mut self, entry: Entry) -> usize {
        self.places.insert(key(entry.kind, &entry.name), self.entries.len());
        self.entries.push(entry);
        self.entries.len() - 1
    }

    fn place_of(&self, kind: EntryKind, name: &str) -> Option<usize> {
        self.places.get(&key(kind, name)).copied()
    }

    /// Enters the functions and roles that rows name and nobody entered; a role is held by the first active person of
    /// the file who names it.
    fn take_in_what_is_named(&mut self, rows: &HashSet<String>, update: bool, today: Date) {
        let of_the_file = |entry: &&Entry| rows.contains(&key(entry.kind, &entry.name));
        let named: Vec<Entry> = self.entries.iter().filter(of_the_file).cloned().collect();
        for entry in named {
            if !entry.function.is_empty() && self.place_of(EntryKind::Function, &entry.function).is_none() {
                self.enter(Entry::new(EntryKind::Function, &entry.function, today));
            }
            if entry.kind == EntryKind::Person {
                for role in entry.role.split(';').map(str::trim).filter(|role| !role.is_empty()) {
                    self.take_in_role(role, &entry, update, today);
                }
            }
        }
    }

    fn take_in_role(&mut self, role: &str, person: &Entry, update: bool, today: Date) {
        let at = self.place_of(EntryKind::Role, role).unwrap_or_else(|| {
            let function = person.function.clone();
            self.enter(Entry { function, ..Entry::new(EntryKind::Role, role, today) })
        });
        let held = &self.entries[at];
        if !person.is_active(today) || self.is_held(held, today) {
            return;
        }
        if held.id != 0 && !update {
            let text = format!("nobody active holds the role {}; --update makes {} its holder", held.name, person.name);
            self.notes.push(Note::file(text));
            return;
        }
        self.entries[at].role.clone_from(&person.name);
    }

    /// Whether somebody active holds a role; a holder nobody entered counts as active.
    fn is_held(&self, role: &Entry, today: Date) -> bool {
        let holder = role.role.trim();
        let is_active = |at: usize| self.entries[at].is_active(today);
        !holder.is_empty() && self.place_of(EntryKind::Person, holder).is_none_or(is_active)
    }

    /// What is to be written: new entries, and those that differ from the register.
    fn changed(self, known: &[Entry]) -> Vec<Entry> {
        let known: HashMap<i64, &Entry> = known.iter().map(|entry| (entry.id, entry)).collect();
        self.entries.into_iter().filter(|entry| known.get(&entry.id).is_none_or(|before| *before != entry)).collect()
    }
}

/// `named by the rows and entered with them: role CISO, function IT and 3 more`
fn told(beside: &[&Entry]) -> Option<Note> {
    let names: Vec<String> = beside.iter().take(LISTED).map(|entry| entry_key(entry)).collect();
    let rest = match beside.len().saturating_sub(LISTED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    (!names.is_empty())
        .then(|| Note::file(format!("named by the rows and entered with them: {}{rest}", names.join(", "))))
}

/// Writes what was planned.
pub(super) fn apply(write: &mut Write, plan: &Plan<Entry>, name: &str) -> Result<Outcome, Refusal> {
    entries::keep(write, &plan.steps)?;
    let (created, updated) = (plan.report.created, plan.report.updated);
    let beside = plan.steps.len().saturating_sub(created + updated);
    let counts = [(created, "entered"), (updated, "changed"), (beside, "more named by them")];
    let said: Vec<String> =
        counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    let summary = match said.is_empty() {
        true => format!("nothing in {name} is new"),
        false => format!("people from {name}: {}", said.join(", ")),
    };
    Ok(Outcome { summary, ..Outcome::default() })
}
