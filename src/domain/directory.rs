//! Who is who: people, the roles they hold and the functions they work in, with the time they are active (5.3).
//!
//! Objectives name people and roles as text. A [`Directory`] answers what such a text stands for on a day: a role goes on
//! when its holder leaves and somebody else holds it, and a name nobody entered is unknown, not inactive.

use serde::{Deserialize, Serialize};

use super::objective::vocabulary;
use super::period::Date;

vocabulary! {
    /// What an entry of the directory is.
    EntryKind {
        /// Somebody.
        Person = "person",
        /// A post somebody holds: it survives a leaver.
        Role = "role",
        /// A unit of the organization.
        Function = "function",
    }
}

/// A person, a role or a function. Empty texts and `None` are "not said".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its number in the register.
    #[serde(default)]
    pub id: i64,
    /// What it is.
    pub kind: EntryKind,
    /// Its name, one per kind, in any case.
    pub name: String,
    /// Of a person the role held; of a role the person who holds it.
    #[serde(default)]
    pub role: String,
    /// The function a person or role belongs to; of a function the one above it.
    #[serde(default)]
    pub function: String,
    /// Where to write.
    #[serde(default)]
    pub email: String,
    /// First day active; `None` is since ever.
    #[serde(default, rename = "active_from")]
    pub from: Option<Date>,
    /// Last day active; `None` is without end.
    #[serde(default, rename = "active_until")]
    pub until: Option<Date>,
    /// Who or what takes over.
    #[serde(default)]
    pub successor: String,
    /// The day it was entered.
    pub recorded_on: Date,
}

impl Entry {
    /// An entry of which only the name is known.
    pub fn new(kind: EntryKind, name: &str, recorded_on: Date) -> Entry {
        Entry {
            id: 0,
            kind,
            name: name.to_owned(),
            role: String::new(),
            function: String::new(),
            email: String::new(),
            from: None,
            until: None,
            successor: String::new(),
            recorded_on,
        }
    }

    /// Whether it is active on a day.
    pub fn is_active(&self, day: Date) -> bool {
        self.activity(day) == Activity::Active
    }

    /// Active on a day, or since when not, by its own dates alone.
    pub fn activity(&self, day: Date) -> Activity {
        match (self.from, self.until) {
            (Some(from), _) if day < from => Activity::NotYet(from),
            (_, Some(until)) if until < day => Activity::Ended(until),
            _ => Activity::Active,
        }
    }
}

/// The entries of a register, ready to be asked.
#[derive(Clone, Copy, Debug)]
pub struct Directory<'e> {
    entries: &'e [Entry],
}

/// What a name in an objective stands for on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activity {
    /// Somebody is there.
    Active,
    /// Not before this day.
    NotYet(Date),
    /// Left, or was dissolved: the last day.
    Ended(Date),
    /// A role nobody holds.
    Vacant,
    /// Not in the directory.
    Unknown,
}

impl Activity {
    /// Whether the directory says that nobody is there.
    pub fn is_missing(self) -> bool {
        matches!(self, Activity::NotYet(_) | Activity::Ended(_) | Activity::Vacant)
    }
}

/// Whether two names are the same, in any case and whatever space stands around them.
pub fn same_name(a: &str, b: &str) -> bool {
    let (a, b) = (a.trim(), b.trim());
    a.eq_ignore_ascii_case(b) || a.to_lowercase() == b.to_lowercase()
}

impl<'e> Directory<'e> {
    /// Asks these entries.
    pub fn new(entries: &'e [Entry]) -> Directory<'e> {
        Directory { entries }
    }

    /// Every entry.
    pub fn entries(self) -> &'e [Entry] {
        self.entries
    }

    /// The entry of a kind with this name, in any case.
    pub fn entry(self, kind: EntryKind, name: &str) -> Option<&'e Entry> {
        self.entries.iter().find(|entry| entry.kind == kind && same_name(&entry.name, name))
    }

    /// The person, else the role, else the function of this name.
    pub fn find(self, name: &str) -> Option<&'e Entry> {
        EntryKind::ALL.iter().find_map(|kind| self.entry(*kind, name))
    }

    /// The people who hold a role on a day: those who say so, and the one the role names. A holder without an entry of
    /// their own counts.
    pub fn holders(self, role: &str, day: Date) -> Vec<&'e str> {
        let mut holders: Vec<&str> = Vec::new();
        let named =
            self.entry(EntryKind::Role, role).map(|entry| entry.role.trim()).filter(|holder| !holder.is_empty());
        if let Some(holder) = named
            && self.entry(EntryKind::Person, holder).is_none_or(|person| person.is_active(day))
        {
            holders.push(holder);
        }
        let say_so = self.people().filter(|person| same_name(&person.role, role) && person.is_active(day));
        for person in say_so.filter(|_| !role.trim().is_empty()) {
            if !holders.iter().any(|known| same_name(known, &person.name)) {
                holders.push(&person.name);
            }
        }
        holders
    }

    /// The roles a person holds on a day.
    pub fn roles_of(self, person: &str, day: Date) -> Vec<&'e str> {
        let mut roles: Vec<&str> = Vec::new();
        let own = self.entry(EntryKind::Person, person).map(|entry| entry.role.trim()).filter(|role| !role.is_empty());
        let entered =
            self.entries.iter().filter(|entry| entry.kind == EntryKind::Role).map(|entry| entry.name.as_str());
        for role in own.into_iter().chain(entered) {
            let holds = self.holders(role, day).into_iter().any(|holder| same_name(holder, person));
            if holds && !roles.iter().any(|known| same_name(known, role)) {
                roles.push(role);
            }
        }
        roles
    }

    /// Whether the person, role or function an objective names is there on a day. A role is there while somebody holds
    /// it; one that only people name, without an entry of its own, is a role too.
    pub fn activity(self, name: &str, day: Date) -> Activity {
        let held = || !self.holders(name, day).is_empty();
        match self.find(name) {
            Some(entry) if !entry.is_active(day) => entry.activity(day),
            Some(entry) if entry.kind == EntryKind::Role && !held() => Activity::Vacant,
            Some(_) => Activity::Active,
            None if held() => Activity::Active,
            None if self.people().any(|person| same_name(&person.role, name)) && !name.trim().is_empty() => {
                Activity::Vacant
            }
            None => Activity::Unknown,
        }
    }

    /// Who or what takes over on a day: the first active one down the chain of successors. `None` where the chain ends
    /// before, or turns in a circle.
    pub fn successor(self, kind: EntryKind, name: &str, day: Date) -> Option<&'e str> {
        let mut seen = vec![name];
        let mut entry = self.entry(kind, name)?;
        loop {
            let next = entry.successor.trim();
            if next.is_empty() || seen.iter().any(|known| same_name(known, next)) {
                return None;
            }
            seen.push(next);
            match self.entry(kind, next).or_else(|| self.find(next)) {
                Some(found) if !found.is_active(day) => entry = found,
                _ => return Some(next),
            }
        }
    }

    /// Whether a person is meant by a name: by their own, or by a role they hold on the day.
    pub fn is_meant(self, person: &str, name: &str, day: Date) -> bool {
        !name.trim().is_empty()
            && (same_name(person, name) || self.holders(name, day).into_iter().any(|holder| same_name(holder, person)))
    }

    fn people(self) -> impl Iterator<Item = &'e Entry> {
        self.entries.iter().filter(|entry| entry.kind == EntryKind::Person)
    }
}
