//! Gathers who owns, reports and owes what.

use std::collections::HashMap;

use super::view::{FunctionLine, Held, Known, Party, PeopleView};
use crate::app::due;
use crate::app::lens::Look;
use crate::app::view::{Lens, Overview, Row};
use crate::app::{Refusal, Session};
use crate::domain::communication::{Acknowledgement, Communication, Knowledge, Matter, Records};
use crate::domain::directory::{Activity, Directory, Entry, EntryKind};
use crate::domain::edition::Edition;
use crate::domain::objective::Lifecycle;
use crate::domain::period::Date;
use crate::domain::rearrangement::{Rearrangement, RearrangementKind};
use crate::store::Reader;

impl Session {
    /// The directory as it stands: people, roles and functions.
    pub fn directory(&mut self) -> Result<Vec<Entry>, Refusal> {
        self.store.read(|reader| Ok(reader.records(&self.look(Lens::default(), reader)?.sight)?))
    }

    /// Who owns, reports and owes what; who was told and confirmed; what is agreed for later days.
    pub fn people(&mut self, lens: Lens) -> Result<PeopleView, Refusal> {
        self.store.read(|reader| {
            let look = self.look(lens, reader)?;
            let overview = self.picture(reader, &look)?;
            people_in(reader, &look, &overview)
        })
    }
}

/// The same inside a read that goes on.
pub(in crate::app) fn people_in(reader: &Reader, look: &Look, overview: &Overview) -> Result<PeopleView, Refusal> {
    let entries: Vec<Entry> = reader.records(&look.sight)?;
    let rearrangements = rearrangements(reader, look)?;
    let mut crowd = Crowd::new(Directory::new(&entries), look.as_of);
    for row in overview.rows.iter().filter(|row| row.objective.lifecycle != Lifecycle::Retired) {
        crowd.take(row);
    }
    for item in due::waiting(overview) {
        for (at, _) in crowd.meant(&item.who) {
            crowd.parties[at].readings.push(item.clone());
        }
    }
    for action in reader.actions(&look.sight, None)?.into_iter().filter(|action| action.done_on.is_none()) {
        for (at, _) in crowd.meant(&action.owner) {
            crowd.parties[at].actions.push(action.clone());
        }
    }
    for waiting in rearrangements.iter().filter(|r| awaits(r)) {
        for (at, _) in crowd.meant(&waiting.taker) {
            crowd.parties[at].accepts.push(waiting.id);
        }
    }
    crowd.ask_who_knows(reader, look, overview)?;
    let mut planned: Vec<Rearrangement> = rearrangements.iter().filter(|r| r.begins > look.as_of).cloned().collect();
    planned.sort_by_key(|r| (r.begins, r.id));
    let waiting = rearrangements.into_iter().filter(awaits).collect();
    Ok(PeopleView {
        as_of: look.as_of,
        functions: functions(overview, Directory::new(&entries), look.as_of),
        parties: crowd.sorted(),
        planned,
        waiting,
    })
}

/// A hand-over somebody has yet to accept.
fn awaits(rearrangement: &Rearrangement) -> bool {
    rearrangement.kind == RearrangementKind::HandOver && rearrangement.accepted_on.is_none()
}

/// Rearrangements as known then: an acceptance entered for a later day was not there yet.
fn rearrangements(reader: &Reader, look: &Look) -> Result<Vec<Rearrangement>, Refusal> {
    let mut known: Vec<Rearrangement> = reader.records(&look.sight)?;
    for rearrangement in known.iter_mut().filter(|r| r.accepted_on.is_some_and(|day| day > look.as_of)) {
        rearrangement.accepted_on = None;
        rearrangement.accepted_by.clear();
    }
    Ok(known)
}

/// Everybody a register knows of, found by name.
struct Crowd<'e> {
    directory: Directory<'e>,
    as_of: Date,
    parties: Vec<Party>,
    by_name: HashMap<String, usize>,
    /// Per name whom it means: the party itself, and who holds it as a role.
    meant: HashMap<String, Vec<(usize, String)>>,
}

impl<'e> Crowd<'e> {
    fn new(directory: Directory<'e>, as_of: Date) -> Crowd<'e> {
        let mut crowd = Crowd { directory, as_of, parties: Vec::new(), by_name: HashMap::new(), meant: HashMap::new() };
        for kind in [EntryKind::Person, EntryKind::Role] {
            for entry in directory.entries().iter().filter(|entry| entry.kind == kind) {
                crowd.party(&entry.name);
            }
        }
        crowd
    }

    /// The place of a name; a name met for the first time gets one.
    fn party(&mut self, name: &str) -> usize {
        let key = name.trim().to_lowercase();
        if let Some(at) = self.by_name.get(&key) {
            return *at;
        }
        let entry = self.directory.find(name).filter(|entry| entry.kind != EntryKind::Function);
        let roles = match entry.map(|entry| entry.kind) {
            Some(EntryKind::Person) => self.directory.roles_of(name, self.as_of),
            _ => self.directory.holders(name, self.as_of),
        };
        self.parties.push(Party {
            name: entry.map_or_else(|| name.trim().to_owned(), |entry| entry.name.clone()),
            kind: entry.map(|entry| entry.kind),
            entry: entry.cloned(),
            activity: self.directory.activity(name, self.as_of),
            roles: roles.into_iter().map(str::to_owned).collect(),
            owns: Vec::new(),
            reports: Vec::new(),
            readings: Vec::new(),
            actions: Vec::new(),
            knows: Vec::new(),
            accepts: Vec::new(),
        });
        self.by_name.insert(key, self.parties.len() - 1);
        self.parties.len() - 1
    }

    /// Whom a name means: the party of that name, and through it everybody who holds it as a role.
    fn meant(&mut self, name: &str) -> Vec<(usize, String)> {
        let key = name.trim().to_lowercase();
        if key.is_empty() {
            return Vec::new();
        }
        if let Some(known) = self.meant.get(&key) {
            return known.clone();
        }
        let own = self.party(name);
        let mut places = vec![(own, String::new())];
        for holder in self.directory.holders(name, self.as_of) {
            let at = self.party(holder);
            if at != own {
                places.push((at, self.parties[own].name.clone()));
            }
        }
        self.meant.insert(key, places.clone());
        places
    }

    fn take(&mut self, row: &Row) {
        let definition = &row.objective.definition;
        for (at, through) in self.meant(&definition.owner) {
            self.parties[at].owns.push(held(row, through));
        }
        let reporter = if definition.collector.is_empty() { &definition.owner } else { &definition.collector };
        for (at, through) in self.meant(reporter) {
            self.parties[at].reports.push(held(row, through));
        }
    }

    /// Told and confirmed, for every objective in force and those who own it.
    fn ask_who_knows(&mut self, reader: &Reader, look: &Look, overview: &Overview) -> Result<(), Refusal> {
        let communications: Vec<Communication> = reader.records(&look.sight)?;
        let acknowledgements: Vec<Acknowledgement> = reader.records(&look.sight)?;
        let editions: Vec<Edition> = reader.records(&look.sight)?;
        let records = Records {
            communications: &communications,
            acknowledgements: &acknowledgements,
            editions: &editions,
            directory: self.directory.entries(),
        };
        let silent = communications.is_empty() && acknowledgements.is_empty();
        let versions = reader.all_versions(&look.sight)?;
        for row in overview.rows.iter().filter(|row| row.objective.lifecycle == Lifecycle::InForce) {
            let definition = &row.objective.definition;
            let known = versions.get(&row.id).map(Vec::as_slice).unwrap_or_default();
            let Some(matter) = Matter::of(row.id, row.code(), &definition.function, known, look.as_of) else {
                continue;
            };
            for (at, _) in self.meant(&definition.owner) {
                let who = self.parties[at].name.clone();
                // Without a record there is nothing to look through but who sat in the body.
                let asked = !silent || !matter.approvers.is_empty();
                let knowledge = if asked { records.knowledge(&matter, &who) } else { Knowledge::default() };
                self.parties[at].knows.push(Known { code: row.code().to_owned(), version: matter.version, knowledge });
            }
        }
        Ok(())
    }

    fn sorted(mut self) -> Vec<Party> {
        let rank = |party: &Party| match party.kind {
            _ if party.is_left_behind() => 0,
            Some(EntryKind::Person) => 1,
            Some(_) => 2,
            None => 3,
        };
        self.parties.sort_by_cached_key(|party| (rank(party), party.name.to_lowercase()));
        self.parties
    }
}

fn held(row: &Row, through: String) -> Held {
    Held {
        code: row.code().to_owned(),
        title: row.objective.definition.title.clone(),
        status: row.judgement.status,
        through,
        planned: row.planned.first().cloned(),
    }
}

/// Functions of the directory and those only objectives name.
fn functions(overview: &Overview, directory: Directory<'_>, as_of: Date) -> Vec<FunctionLine> {
    let mut lines: Vec<FunctionLine> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut place = |lines: &mut Vec<FunctionLine>, name: &str, entry: Option<&Entry>| {
        *places.entry(name.trim().to_lowercase()).or_insert_with(|| {
            lines.push(FunctionLine {
                name: entry.map_or_else(|| name.trim().to_owned(), |entry| entry.name.clone()),
                entry: entry.cloned(),
                activity: entry.map_or(Activity::Unknown, |entry| entry.activity(as_of)),
                successor: directory.successor(EntryKind::Function, name, as_of).map(str::to_owned),
                objectives: Vec::new(),
                people: Vec::new(),
            });
            lines.len() - 1
        })
    };
    for entry in directory.entries().iter().filter(|entry| entry.kind == EntryKind::Function) {
        place(&mut lines, &entry.name, Some(entry));
    }
    for row in overview.rows.iter().filter(|row| row.objective.lifecycle != Lifecycle::Retired) {
        let name = &row.objective.definition.function;
        if !name.trim().is_empty() {
            let at = place(&mut lines, name, directory.entry(EntryKind::Function, name));
            lines[at].objectives.push(held(row, String::new()));
        }
    }
    for entry in directory.entries().iter().filter(|entry| entry.kind != EntryKind::Function && entry.is_active(as_of))
    {
        if !entry.function.is_empty() {
            let at = place(&mut lines, &entry.function, directory.entry(EntryKind::Function, &entry.function));
            lines[at].people.push(entry.name.clone());
        }
    }
    lines.sort_by_cached_key(|line| (line.entry.is_none(), line.name.to_lowercase()));
    lines
}
