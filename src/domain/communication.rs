//! Who was told what, and who confirmed to know it (6.2 e, 7.3, 7.4).

use serde::{Deserialize, Serialize};

use super::approval;
use super::directory::{Entry, EntryKind, same_name};
use super::edition::Edition;
use super::objective::vocabulary;
use super::period::Date;
use super::version::Version;

vocabulary! {
    /// Whom a communication reaches.
    Reach {
        /// One person or role.
        Person = "person",
        /// One function.
        Function = "function",
        /// The whole organization.
        Everyone = "everyone",
    }
}

/// Something was told: a version of one objective, or an edition of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Communication {
    /// Its number in the register.
    #[serde(default)]
    pub id: i64,
    /// Number of the objective in the register; `None` for an edition.
    #[serde(default)]
    pub objective: Option<i64>,
    /// The version told.
    #[serde(default)]
    pub version: Option<u32>,
    /// The edition told.
    #[serde(default)]
    pub edition: Option<i64>,
    /// Whom it reaches.
    pub reach: Reach,
    /// The person, role or function by name; `everyone` otherwise.
    pub audience: String,
    /// Mail, meeting, intranet.
    #[serde(default)]
    pub channel: String,
    /// Where it can be seen: URL or file.
    #[serde(default)]
    pub place: String,
    /// When.
    pub day: Date,
    /// By whom.
    #[serde(default)]
    pub told_by: String,
    /// The day it was entered.
    pub recorded_on: Date,
}

/// Somebody confirmed to know a version or an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acknowledgement {
    /// Its number in the register.
    #[serde(default)]
    pub id: i64,
    /// Number of the objective in the register; `None` for an edition.
    #[serde(default)]
    pub objective: Option<i64>,
    /// The version confirmed.
    #[serde(default)]
    pub version: Option<u32>,
    /// The edition confirmed.
    #[serde(default)]
    pub edition: Option<i64>,
    /// Who.
    pub person: String,
    /// When.
    pub day: Date,
    /// What shows it: a mail, a signature.
    #[serde(default)]
    pub note: String,
    /// The day it was entered.
    pub recorded_on: Date,
}

/// What somebody ought to know: the standing version of one objective (see [`super::approval::standing_version`]).
#[derive(Clone, Debug)]
pub struct Matter<'a> {
    /// Number of the objective in the register.
    pub objective: i64,
    /// Its code.
    pub code: &'a str,
    /// The function that pursues it.
    pub function: &'a str,
    /// The standing version: what was told of it or of a later wording counts.
    pub version: u32,
    /// The day it was approved.
    pub approved_on: Option<Date>,
    /// Who sat in the approving body.
    pub approvers: &'a [String],
}

impl<'a> Matter<'a> {
    /// The matter of an objective; `None` where no version is in force on a day.
    pub fn of(objective: i64, code: &'a str, function: &'a str, versions: &'a [Version], on: Date) -> Option<Self> {
        let standing = approval::standing_version(versions, on)?;
        Some(Matter {
            objective,
            code,
            function,
            version: standing.number,
            approved_on: standing.approved_on,
            approvers: &standing.approvers,
        })
    }
}

/// Everything on record about who was told and who confirmed.
#[derive(Clone, Copy, Debug)]
pub struct Records<'a> {
    /// What was told.
    pub communications: &'a [Communication],
    /// Who confirmed.
    pub acknowledgements: &'a [Acknowledgement],
    /// The editions they may speak of.
    pub editions: &'a [Edition],
    /// Who is who.
    pub directory: &'a [Entry],
}

/// How somebody came to hear of a matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Sat in the body that approved it.
    Present(Date),
    /// Was told in person.
    InPerson(Communication),
    /// Was reached with a function or with everyone.
    AmongOthers(Communication),
}

/// How far somebody knows a matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Knowledge {
    /// How they heard of it first: in person, where that is on record, counts before among others.
    pub heard: Option<Heard>,
    /// The day they confirmed.
    pub confirmed: Option<Date>,
}

impl Knowledge {
    /// Whether it is on record that they personally got it: confirmed, told in person, or present at the approval.
    /// Having been reached among others is not enough for an owner (6.2 e).
    pub fn is_personal(&self) -> bool {
        self.confirmed.is_some() || matches!(self.heard, Some(Heard::Present(_) | Heard::InPerson(_)))
    }
}

impl<'a> Records<'a> {
    /// What was told of the standing version, of a later wording, or of an edition that holds either; by day.
    pub fn told(&self, matter: &Matter<'_>) -> Vec<&'a Communication> {
        let counts = |c: &&Communication| self.concerns(matter, c.objective, c.version, c.edition);
        let mut told: Vec<&Communication> = self.communications.iter().filter(counts).collect();
        told.sort_by_key(|communication| (communication.day, communication.id));
        told
    }

    /// Who confirmed it, by day.
    pub fn confirmed(&self, matter: &Matter<'_>) -> Vec<&'a Acknowledgement> {
        let counts = |a: &&Acknowledgement| self.concerns(matter, a.objective, a.version, a.edition);
        let mut confirmed: Vec<&Acknowledgement> = self.acknowledgements.iter().filter(counts).collect();
        confirmed.sort_by_key(|acknowledgement| (acknowledgement.day, acknowledgement.id));
        confirmed
    }

    /// How far a person or role knows a matter.
    pub fn knowledge(&self, matter: &Matter<'_>, who: &str) -> Knowledge {
        let told = self.told(matter);
        let in_person = told.iter().find(|c| c.reach == Reach::Person && self.is_same(who, &c.audience));
        let among_others = || told.iter().find(|c| c.reach != Reach::Person && self.reaches(matter, c, who));
        let present = matter.approved_on.filter(|_| matter.approvers.iter().any(|name| self.is_same(who, name)));
        let heard = match (in_person, present) {
            (Some(told), _) => Some(Heard::InPerson((*told).clone())),
            (None, Some(day)) => Some(Heard::Present(day)),
            (None, None) => among_others().map(|told| Heard::AmongOthers((*told).clone())),
        };
        let confirmed = self.confirmed(matter).into_iter().find(|a| self.is_same(who, &a.person)).map(|a| a.day);
        Knowledge { heard, confirmed }
    }

    /// Whether the function that pursues it was told.
    pub fn function_told(&self, matter: &Matter<'_>) -> Option<&'a Communication> {
        let reaches = |c: &&Communication| match c.reach {
            Reach::Person => false,
            Reach::Function => same(&c.audience, matter.function),
            Reach::Everyone => true,
        };
        self.told(matter).into_iter().find(reaches)
    }

    fn concerns(
        &self,
        matter: &Matter<'_>,
        objective: Option<i64>,
        version: Option<u32>,
        edition: Option<i64>,
    ) -> bool {
        if let Some(objective) = objective {
            return objective == matter.objective && version.is_none_or(|version| version >= matter.version);
        }
        let edition = edition.and_then(|number| self.editions.iter().find(|edition| edition.number == number));
        edition.and_then(|edition| edition.version_of(matter.code)).is_some_and(|version| version >= matter.version)
    }

    fn reaches(&self, matter: &Matter<'_>, communication: &Communication, who: &str) -> bool {
        match communication.reach {
            Reach::Everyone => true,
            Reach::Person => self.is_same(who, &communication.audience),
            Reach::Function => match self.entry(who).map(|entry| entry.function.as_str()) {
                Some(function) if !function.is_empty() => same(function, &communication.audience),
                // Who works where is not kept: an owner is taken to work where the objective is pursued.
                _ => same(matter.function, &communication.audience),
            },
        }
    }

    /// The same name, or one a person and the other the role that person holds.
    fn is_same(&self, a: &str, b: &str) -> bool {
        let holds = |person: &str, role: &str| {
            let of_person = self.entry(person).is_some_and(|entry| same(&entry.role, role));
            of_person
                || self.entry(role).is_some_and(|entry| entry.kind == EntryKind::Role && same(&entry.role, person))
        };
        same(a, b) || holds(a, b) || holds(b, a)
    }

    fn entry(&self, name: &str) -> Option<&'a Entry> {
        self.directory.iter().find(|entry| entry.kind != EntryKind::Function && same(&entry.name, name))
    }
}

/// Nobody is nobody's namesake.
fn same(a: &str, b: &str) -> bool {
    !a.trim().is_empty() && same_name(a, b)
}
