//! What everybody is asked for, at one moment: values, actions and criteria, targets to be known.

use std::collections::HashMap;

use super::decide::as_typed;
use crate::app::lens::Look;
use crate::app::people::picture::people_in;
use crate::app::people::view::{Party, PeopleView};
use crate::app::view::{Overview, Row};
use crate::app::{Refusal, RefusalKind};
use crate::domain::awaited::awaited;
use crate::domain::directory::{Directory, Entry, EntryKind, same_name};
use crate::domain::objective::{Kind, Lifecycle};
use crate::domain::period::Date;
use crate::domain::reply::{Asked, AskedReading, AskedTarget, AskedTask, Key, Stamp, Subject};
use crate::domain::review::Action;
use crate::store::Reader;

/// The most periods of one objective that are asked for at once, the latest.
const PERIODS: usize = 12;

/// The register with what everybody is asked for.
pub(in crate::app) struct Questions {
    pub overview: Overview,
    pub people: PeopleView,
    entries: Vec<Entry>,
    actions: Vec<Action>,
    /// Ends of the periods somebody said were not measured.
    explained: HashMap<i64, Vec<Date>>,
    register: String,
}

impl Questions {
    pub fn read(reader: &Reader, look: &Look, overview: Overview) -> Result<Questions, Refusal> {
        let notes = reader.all_not_measured(&look.sight)?.into_iter();
        let open = |action: &Action| action.done_on.is_none_or(|day| day > look.as_of);
        Ok(Questions {
            people: people_in(reader, look, &overview)?,
            entries: reader.records(&look.sight)?,
            actions: reader.actions(&look.sight, None)?.into_iter().filter(open).collect(),
            explained: notes.map(|(id, notes)| (id, notes.into_iter().map(|note| note.period_end).collect())).collect(),
            register: reader.register()?.uuid,
            overview,
        })
    }

    /// What one function, person or role is asked for. A name nobody uses is refused.
    pub fn asked(&self, subject: Subject, name: &str) -> Result<Asked, Refusal> {
        let name = self.spelled(subject, name)?;
        let scope = Scope { questions: self, subject, name: &name };
        let who = match subject {
            Subject::Function => String::new(),
            Subject::Owner => scope.person(),
        };
        let stamp = Stamp { register: self.register.clone(), seq: self.overview.seq, subject, name: name.clone() };
        Ok(Asked {
            stamp,
            organization: self.overview.organization.clone(),
            demo: self.overview.demo,
            as_of: self.overview.as_of,
            who,
            readings: scope.readings(),
            tasks: scope.tasks(),
            targets: scope.targets(),
        })
    }

    /// Everybody who is there and owes something; a role that somebody holds is left to them.
    pub fn owing(&self) -> impl Iterator<Item = &Party> {
        let as_of = self.overview.as_of;
        let left_to_others = |party: &Party| party.kind == Some(EntryKind::Role) && !party.roles.is_empty();
        let parties = self.people.parties.iter();
        parties.filter(move |party| !left_to_others(party) && party.ask_text(as_of).is_some())
    }

    /// The name as the register spells it.
    pub fn spelled(&self, subject: Subject, name: &str) -> Result<String, Refusal> {
        let found = match subject {
            Subject::Owner => self.people.party(name).map(|party| party.name.clone()),
            Subject::Function => {
                let line = self.people.functions.iter().find(|line| same_name(&line.name, name));
                line.map(|line| line.name.clone())
            }
        };
        found.ok_or_else(|| {
            let (what, list) = match subject {
                Subject::Owner => ("nobody is called", "`sixtwo people` lists everybody"),
                Subject::Function => ("no function is called", "`sixtwo people` lists the functions"),
            };
            Refusal::new(RefusalKind::NotFound, format!("{what} `{}` here", name.trim())).next(list)
        })
    }

    /// Whether somebody is asked through a name.
    pub fn means(&self, person: &str, name: &str) -> bool {
        Directory::new(&self.entries).is_meant(person, name, self.overview.as_of)
    }

    /// Whether an objective belongs to a subject: a function pursues it, a person or role owns it.
    pub fn pursues(&self, subject: Subject, name: &str, row: &Row) -> bool {
        match subject {
            Subject::Function => same_name(&row.objective.definition.function, name),
            Subject::Owner => self.means(name, &row.objective.definition.owner),
        }
    }

    /// Open actions of a subject: those it does, and of a function those that serve its objectives.
    pub fn actions_of(&self, subject: Subject, name: &str) -> impl Iterator<Item = &Action> {
        let entry = |who: &str| self.entries.iter().find(|e| e.kind != EntryKind::Function && same_name(&e.name, who));
        let works_in = move |who: &str| entry(who).is_some_and(|entry| same_name(&entry.function, name));
        let serves = move |code: &str| {
            let row = self.overview.rows.iter().find(|row| row.code().eq_ignore_ascii_case(code));
            row.is_some_and(|row| same_name(&row.objective.definition.function, name))
        };
        self.actions.iter().filter(move |action| match subject {
            Subject::Owner => self.means(name, &action.owner),
            Subject::Function if action.code.is_empty() => works_in(&action.owner),
            Subject::Function => serves(&action.code),
        })
    }
}

/// The questions of one function, person or role.
struct Scope<'q> {
    questions: &'q Questions,
    subject: Subject,
    name: &'q str,
}

impl<'q> Scope<'q> {
    /// Who fills the sheet in: the person; of a role who holds it.
    fn person(&self) -> String {
        let party = self.questions.people.party(self.name);
        let held = party.filter(|party| party.kind == Some(EntryKind::Role)).and_then(|party| match &party.roles[..] {
            [holder] => Some(holder.clone()),
            _ => None,
        });
        held.unwrap_or_else(|| self.name.to_owned())
    }

    fn in_force(&self) -> impl Iterator<Item = &'q Row> {
        self.questions.overview.rows.iter().filter(|row| row.objective.lifecycle == Lifecycle::InForce)
    }

    fn reports(&self, row: &Row, reporter: &str) -> bool {
        match self.subject {
            Subject::Function => self.questions.pursues(self.subject, self.name, row),
            Subject::Owner => self.questions.means(self.name, reporter),
        }
    }

    fn readings(&self) -> Vec<AskedReading> {
        let overview = &self.questions.overview;
        let mut asked = Vec::new();
        for row in self.in_force() {
            let definition = &row.objective.definition;
            let reporter = if definition.collector.is_empty() { &definition.owner } else { &definition.collector };
            if !self.reports(row, reporter) {
                continue;
            }
            let explained = self.questions.explained.get(&row.id).map(Vec::as_slice).unwrap_or_default();
            let periods = awaited(&row.objective, &row.judgement, &overview.rules, overview.as_of);
            let begun = periods.take_while(|(period, _)| period.start <= overview.as_of);
            let periods: Vec<_> = begun.filter(|(period, _)| !explained.contains(&period.end)).collect();
            let code = row.code().to_owned();
            for (period, last_day) in periods.iter().skip(periods.len().saturating_sub(PERIODS)) {
                let (code, period_end) = (code.clone(), period.end);
                asked.push(AskedReading {
                    key: match definition.kind {
                        Kind::Milestone => Key::CheckIn { code, period_end },
                        Kind::Maintain | Kind::Reach => Key::Reading { code, period_end },
                    },
                    title: definition.title.clone(),
                    period: row.calendar(&overview.rules).period_label(definition.frequency, *period),
                    last_day: *last_day,
                    closed: period.is_closed(overview.as_of),
                    target: definition.target_text(),
                    last: last(row, overview),
                    who: reporter.clone(),
                });
            }
        }
        asked.sort_by(|a, b| (a.last_day, a.key.code()).cmp(&(b.last_day, b.key.code())));
        asked
    }

    fn tasks(&self) -> Vec<AskedTask> {
        let mut asked: Vec<AskedTask> = Vec::new();
        for action in self.questions.actions_of(self.subject, self.name) {
            asked.push(AskedTask {
                key: Key::Action(action.id),
                called: action.id.to_string(),
                text: action.text.clone(),
                serves: action.code.clone(),
                due: action.due,
                who: action.owner.clone(),
            });
        }
        for row in self.in_force().filter(|row| self.questions.pursues(self.subject, self.name, row)) {
            let definition = &row.objective.definition;
            let done = |number: u32| row.objective.criteria_done.iter().any(|done| done.number == number);
            for (number, criterion) in (1..).zip(&definition.criteria).filter(|(number, _)| !done(*number)) {
                asked.push(AskedTask {
                    key: Key::Criterion { code: row.code().to_owned(), number },
                    called: format!("{} {number}", row.code()),
                    text: criterion.text.clone(),
                    serves: row.code().to_owned(),
                    due: criterion.planned,
                    who: definition.owner.clone(),
                });
            }
        }
        asked.sort_by_key(|task| (task.due.is_none(), task.due));
        asked
    }

    /// Of every objective in force whose owner has not confirmed it.
    fn targets(&self) -> Vec<AskedTarget> {
        let mut asked = Vec::new();
        for row in self.in_force().filter(|row| self.questions.pursues(self.subject, self.name, row)) {
            let definition = &row.objective.definition;
            let owner = self.questions.people.party(match self.subject {
                Subject::Function => &definition.owner,
                Subject::Owner => self.name,
            });
            let known = owner.and_then(|party| party.knows.iter().find(|known| known.code == row.code()));
            let Some(known) = known.filter(|known| known.knowledge.confirmed.is_none()) else { continue };
            let who = match self.subject {
                Subject::Function => definition.owner.clone(),
                Subject::Owner => self.person(),
            };
            asked.push(AskedTarget {
                key: Key::Target { code: row.code().to_owned(), version: known.version },
                title: definition.title.clone(),
                version: known.version,
                target: definition.target_text(),
                due: row.judgement.due,
                who,
            });
        }
        asked.sort_by(|a, b| a.key.code().cmp(b.key.code()));
        asked
    }
}

/// The newest value as it was typed, with its period: `91.5 %, Oct 2026`.
fn last(row: &Row, overview: &Overview) -> String {
    let definition = &row.objective.definition;
    let Some(standing) = row.trail.recent.last() else { return String::new() };
    let label = row.calendar(&overview.rules).period_label(definition.frequency, standing.period);
    format!("{}, {label}", as_typed(&standing.value, &definition.unit))
}
