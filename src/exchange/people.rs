//! Rows of a file to people, roles and functions, and back.
//!
//! A row is about the person it names; without a name about the role, without a role about the function.

use super::entry::{Reading, Row, Table};
use super::headers::PEOPLE_FIELDS;
use super::input::Input;
use super::rows::FileProblem;
use super::write::{day, table, text};
use crate::domain::directory::{Entry, EntryKind};
use crate::domain::period::Date;

/// What reading people needs to know.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// `field=Header`.
    pub maps: &'a [String],
    /// The day of the import.
    pub today: Date,
    /// The entry of that kind and name as it is now.
    pub known: &'a dyn Fn(EntryKind, &str) -> Option<Entry>,
}

/// Reads the whole file; columns it lacks keep what a known entry says.
pub fn read_people(input: &Input, context: &Context<'_>) -> Result<Table<Entry>, FileProblem> {
    let reading =
        Reading { fields: &PEOPLE_FIELDS, maps: context.maps, required: &["name"], key_field: "name", key: entry_key };
    reading.table(input, |row| entry(row, context))
}

/// What names an entry: `person M. Silva`.
pub fn entry_key(entry: &Entry) -> String {
    format!("{} {}", entry.kind, entry.name)
}

fn entry(row: &mut Row<'_>, context: &Context<'_>) -> Option<Entry> {
    let named = [
        (EntryKind::Person, row.said("name")),
        (EntryKind::Role, row.said("role")),
        (EntryKind::Function, row.said("function")),
    ];
    let Some((kind, name)) = named.into_iter().find(|(_, name)| !name.is_empty()) else {
        row.refuse("name", "a name is missing, and neither a role nor a function stands in its place");
        return None;
    };
    let known = (context.known)(kind, &name);
    let mut entry = known.unwrap_or_else(|| Entry::new(kind, &name, context.today));
    if kind == EntryKind::Person {
        row.text("role", &mut entry.role);
    }
    if kind != EntryKind::Function {
        row.text("function", &mut entry.function);
    }
    row.text("email", &mut entry.email);
    row.text("successor", &mut entry.successor);
    row.day("from", &mut entry.from);
    row.day("until", &mut entry.until);
    if let (Some(from), Some(until)) = (entry.from, entry.until)
        && until < from
    {
        row.refuse("until", format!("the last day {until} lies before the first day {from}"));
    }
    Some(entry)
}

/// The content of an entry, field by field under its contract header, as cells of a file.
pub fn entry_cells(entry: &Entry) -> Vec<(&'static str, String)> {
    let when = |kind: EntryKind, name: &str| if entry.kind == kind { text(name) } else { String::new() };
    let role = if entry.kind == EntryKind::Person { text(&entry.role) } else { when(EntryKind::Role, &entry.name) };
    let function = match entry.kind {
        EntryKind::Function => text(&entry.name),
        EntryKind::Person | EntryKind::Role => text(&entry.function),
    };
    vec![
        ("name", when(EntryKind::Person, &entry.name)),
        ("role", role),
        ("function", function),
        ("email", text(&entry.email)),
        ("from", day(entry.from)),
        ("until", day(entry.until)),
        ("successor", text(&entry.successor)),
    ]
}

/// Entries with our headers; [`read_people`] reads them back, the holders of roles by the people who name them.
pub fn write_people(entries: &[Entry]) -> Vec<u8> {
    table(people_rows(entries).into_iter())
}

/// Entries as rows of cells, our headers first.
pub fn people_rows(entries: &[Entry]) -> Vec<Vec<String>> {
    let header = PEOPLE_FIELDS.iter().map(|field| field.name.to_owned()).collect();
    let cells = |entry: &Entry| entry_cells(entry).into_iter().map(|(_, cell)| cell).collect();
    std::iter::once(header).chain(entries.iter().map(cells)).collect()
}
