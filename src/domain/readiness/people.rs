//! Who is meant by a name: a person, the holder of a role, a function.

use std::collections::HashMap;

use crate::domain::directory::{Entry, EntryKind};
use crate::domain::period::Date;

/// The directory by name.
pub(super) struct People<'a> {
    as_of: Date,
    persons: HashMap<String, &'a Entry>,
    roles: HashMap<String, &'a Entry>,
    functions: HashMap<String, &'a Entry>,
    /// Persons by the role they say they hold.
    holders: HashMap<String, Vec<&'a Entry>>,
}

impl<'a> People<'a> {
    /// The directory as of a day.
    pub fn of(directory: &'a [Entry], as_of: Date) -> People<'a> {
        let named = |kind: EntryKind| {
            let entries = directory.iter().filter(move |entry| entry.kind == kind);
            entries.map(|entry| (folded(&entry.name), entry)).collect::<HashMap<_, _>>()
        };
        let mut holders: HashMap<String, Vec<&Entry>> = HashMap::new();
        for person in directory.iter().filter(|entry| entry.kind == EntryKind::Person && !entry.role.trim().is_empty())
        {
            holders.entry(folded(&person.role)).or_default().push(person);
        }
        People {
            as_of,
            persons: named(EntryKind::Person),
            roles: named(EntryKind::Role),
            functions: named(EntryKind::Function),
            holders,
        }
    }

    /// Whether nobody keeps people or roles.
    pub fn is_empty(&self) -> bool {
        self.persons.is_empty() && self.roles.is_empty()
    }

    /// How many people are active.
    pub fn active_people(&self) -> usize {
        self.persons.values().filter(|person| person.is_active(self.as_of)).count()
    }

    /// Names of the functions that are active.
    pub fn functions(&self) -> impl Iterator<Item = &'a str> {
        self.functions.values().filter(|function| function.is_active(self.as_of)).map(|entry| entry.name.as_str())
    }

    /// Whether functions are kept.
    pub fn keeps_functions(&self) -> bool {
        !self.functions.is_empty()
    }

    /// A person by name.
    pub fn person(&self, name: &str) -> Option<&'a Entry> {
        self.persons.get(&folded(name)).copied()
    }

    /// A role by name.
    pub fn role(&self, name: &str) -> Option<&'a Entry> {
        self.roles.get(&folded(name)).copied()
    }

    /// A function by name.
    pub fn function(&self, name: &str) -> Option<&'a Entry> {
        self.functions.get(&folded(name)).copied()
    }

    /// Whether a person or a role has this name.
    pub fn knows(&self, name: &str) -> bool {
        self.person(name).is_some() || self.role(name).is_some()
    }

    /// Who holds a role today; `None` for a vacant one.
    pub fn holder(&self, role: &Entry) -> Option<&'a str> {
        let named = Some(role.role.trim()).filter(|name| !name.is_empty());
        let named = named.and_then(|name| self.persons.get(&folded(name)).copied());
        let claims = self.holders.get(&folded(&role.name)).into_iter().flatten().copied();
        named.into_iter().chain(claims).find(|person| person.is_active(self.as_of)).map(|person| person.name.as_str())
    }

    /// One key for whoever answers to a name: the holder of a role and the role itself are the same.
    pub fn key(&self, name: &str) -> String {
        let holder = self.role(name).and_then(|role| self.holder(role));
        folded(holder.unwrap_or(name))
    }

    /// Whether two names mean the same person; an empty name means nobody.
    pub fn same(&self, a: &str, b: &str) -> bool {
        !a.trim().is_empty() && !b.trim().is_empty() && self.key(a) == self.key(b)
    }

    /// The functions a name works in, the nearest first: its own and those above.
    pub fn functions_of(&self, name: &str) -> Vec<String> {
        let holder = self.role(name).and_then(|role| self.holder(role)).and_then(|holder| self.person(holder));
        let entries = [self.person(name), self.role(name), holder];
        let own = entries.into_iter().flatten().map(|entry| entry.function.trim()).find(|name| !name.is_empty());
        own.map_or_else(Vec::new, |function| self.with_those_above(function))
    }

    /// A function and those above it.
    pub fn with_those_above(&self, function: &str) -> Vec<String> {
        let mut path = vec![folded(function)];
        while let Some(above) =
            path.last().and_then(|last| self.functions.get(last)).map(|entry| folded(&entry.function))
        {
            if above.is_empty() || path.contains(&above) {
                break;
            }
            path.push(above);
        }
        path
    }
}

/// A name without what people do not mean by it: case and the width of gaps.
pub(super) fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
