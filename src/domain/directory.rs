//! Who is who: people, the roles they hold and the functions they work in, with the time they are active (5.3).

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
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}
