//! The directory by name, for questions asked a thousand times: who is meant, who is there, who works where.

use std::collections::HashMap;

use crate::domain::directory::{Activity, Directory, Entry, EntryKind};
use crate::domain::period::Date;

/// The directory by name.
pub(super) struct People<'a> {
    as_of: Date,
    all: Directory<'a>,
    named: HashMap<String, Vec<&'a Entry>>,
    /// Persons by the role they say they hold.
    holding: HashMap<String, Vec<&'a Entry>>,
}

impl<'a> People<'a> {
    /// The directory as of a day.
    pub fn of(directory: &'a [Entry], as_of: Date) -> People<'a> {
        let mut named: HashMap<String, Vec<&Entry>> = HashMap::new();
        let mut holding: HashMap<String, Vec<&Entry>> = HashMap::new();
        for entry in directory {
            named.entry(folded(&entry.name)).or_default().push(entry);
            if entry.kind == EntryKind::Person && !entry.role.trim().is_empty() {
                holding.entry(folded(&entry.role)).or_default().push(entry);
            }
        }
        People { as_of, all: Directory::new(directory), named, holding }
    }

    /// Whether people or roles are kept.
    pub fn keeps_people(&self) -> bool {
        self.all.entries().iter().any(|entry| entry.kind != EntryKind::Function)
    }

    /// Whether functions are kept.
    pub fn keeps_functions(&self) -> bool {
        self.all.entries().iter().any(|entry| entry.kind == EntryKind::Function)
    }

    /// How many people are active.
    pub fn active_people(&self) -> usize {
        self.active(EntryKind::Person).count()
    }

    /// Names of the functions that are active.
    pub fn functions(&self) -> impl Iterator<Item = &'a str> {
        self.active(EntryKind::Function).map(|entry| entry.name.as_str())
    }

    /// A function by name.
    pub fn function(&self, name: &str) -> Option<&'a Entry> {
        self.named(name).find(|entry| entry.kind == EntryKind::Function)
    }

    /// The function that took over from another, the first active one down the chain.
    pub fn successor(&self, function: &str) -> Option<&'a str> {
        self.all.successor(EntryKind::Function, function, self.as_of)
    }

    /// Whether a person or a role has this name.
    pub fn knows(&self, name: &str) -> bool {
        self.named(name).any(|entry| entry.kind != EntryKind::Function) || self.holding.contains_key(&folded(name))
    }

    /// Whether whoever is meant by a name is there.
    pub fn activity(&self, name: &str) -> Activity {
        Directory::new(&self.around(name)).activity(name, self.as_of)
    }

    /// Whoever answers to a name, as keys: the name itself, and the people who hold it where it is a role.
    pub fn who(&self, name: &str) -> Vec<String> {
        let around = self.around(name);
        let holders = Directory::new(&around).holders(name, self.as_of);
        std::iter::once(folded(name)).chain(holders.into_iter().map(folded)).filter(|who| !who.is_empty()).collect()
    }

    /// One key for whoever answers to a name: the only holder of a role and the role itself are the same.
    pub fn key(&self, name: &str) -> String {
        let mut who = self.who(name);
        if who.len() == 2 { who.swap_remove(1) } else { folded(name) }
    }

    /// Whether two names mean the same person; an empty name means nobody.
    pub fn same(&self, a: &str, b: &str) -> bool {
        let (a, b) = (self.who(a), self.who(b));
        a.iter().any(|one| b.contains(one))
    }

    /// The functions a name works in, the nearest first: its own and those above.
    pub fn functions_of(&self, name: &str) -> Vec<String> {
        let entries = self.who(name).into_iter().flat_map(|who| self.named.get(&who).cloned().unwrap_or_default());
        let own = entries.filter(|entry| entry.kind != EntryKind::Function).map(|entry| entry.function.trim());
        own.filter(|name| !name.is_empty()).flat_map(|function| self.with_those_above(function)).collect()
    }

    /// A function and those above it.
    pub fn with_those_above(&self, function: &str) -> Vec<String> {
        let mut path = vec![folded(function)];
        while let Some(above) = path.last().and_then(|last| self.function(last)).map(|entry| folded(&entry.function)) {
            if above.is_empty() || path.contains(&above) {
                break;
            }
            path.push(above);
        }
        path
    }

    fn active(&self, kind: EntryKind) -> impl Iterator<Item = &'a Entry> {
        let as_of = self.as_of;
        self.all.entries().iter().filter(move |entry| entry.kind == kind && entry.is_active(as_of))
    }

    fn named(&self, name: &str) -> impl Iterator<Item = &'a Entry> {
        self.named.get(&folded(name)).into_iter().flatten().copied()
    }

    /// The few entries that bear on a name: those called so, who holds it, and whom it names as its holder.
    fn around(&self, name: &str) -> Vec<Entry> {
        let called = self.named(name);
        let holders = self.holding.get(&folded(name)).into_iter().flatten().copied();
        let named_holders = self.named(name).flat_map(|entry| self.named(&entry.role).collect::<Vec<_>>());
        let mut around: Vec<&Entry> = called.chain(holders).chain(named_holders).collect();
        around.dedup_by_key(|entry| (entry.kind, entry.name.as_str()));
        around.into_iter().cloned().collect()
    }
}

/// A name without what people do not mean by it: case and the width of gaps.
pub(super) fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
