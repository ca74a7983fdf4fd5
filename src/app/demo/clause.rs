//! What the sample tells beyond readings: sources, people, editions, who was told, a refresh, audits.

use serde::Deserialize;

use super::moment::Calendar;
use super::script::{Act, Scene};
use super::world::unreadable;
use crate::app::audits::AuditCommand;
use crate::app::editions::{EditionApproval, EditionCommand, Told};
use crate::app::people::PeopleCommand;
use crate::app::refresh::RefreshCommand;
use crate::app::refusal::Refusal;
use crate::app::sources::SourceCommand;
use crate::app::{Command, Session};
use crate::domain::audit::AuditKind;
use crate::domain::communication::Reach;
use crate::domain::directory::{Entry, EntryKind};
use crate::domain::objective::Lifecycle;
use crate::domain::period::Date;
use crate::domain::refresh::RefreshAnswer;
use crate::domain::trace::{Source, SourceKind, SourceStatus};
use crate::domain::version::Cause;

const CLAUSE: &str = include_str!("../../../assets/demo/clause.toml");
const PLACE: &str = "clause.toml";

/// The file as it is written. Dates are texts until the day the sample is opened is known.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Clause {
    source: Vec<SourceRow>,
    entry: Vec<EntryRow>,
    leaver: Vec<LeaverRow>,
    edition: Vec<EditionRow>,
    told: Vec<ToldRow>,
    confirmed: Vec<ConfirmedRow>,
    refresh: Vec<RefreshRow>,
    audit: Vec<AuditRow>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct SourceRow {
    kind: String,
    #[serde(rename = "ref")]
    reference: String,
    title: String,
    level: String,
    owner: String,
    status: String,
    policy: String,
    policy_version: String,
    party: String,
    requirement: String,
    mandated: bool,
    covered_by: String,
    treats: String,
    due: String,
    acceptance: String,
    day: String,
    significant: bool,
    on: String,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct EntryRow {
    kind: String,
    name: String,
    role: String,
    function: String,
    email: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LeaverRow {
    name: String,
    on: String,
    until: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EditionRow {
    on: String,
    cause: String,
    why: String,
    body: String,
    people: Vec<String>,
    minutes: String,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct ToldRow {
    edition: i64,
    on: String,
    everyone: bool,
    people: Vec<String>,
    functions: Vec<String>,
    channel: String,
    place: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConfirmedRow {
    edition: i64,
    on: String,
    people: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RefreshRow {
    on: String,
    closed: String,
    cause: String,
    event: String,
    change: ChangedRow,
    reason: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangedRow {
    code: String,
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AuditRow {
    kind: String,
    on: String,
    day: String,
    auditor: String,
}

/// A walk through the list: what made it necessary, and what was answered.
pub(super) struct Walk {
    cause: Cause,
    event: String,
    changed: String,
    why_changed: String,
    why_kept: String,
}

/// Everything of the file as scenes, in the order it is written.
pub(super) fn scenes(founded: Date, clock: Calendar) -> Result<Vec<Scene>, Refusal> {
    let clause: Clause = toml::from_str(CLAUSE).map_err(|e| unreadable(PLACE, &e))?;
    let mut writer = Writer { founded, clock, scenes: Vec::new() };
    writer.sources(clause.source)?;
    writer.people(clause.entry, clause.leaver)?;
    writer.editions(clause.edition)?;
    writer.told(clause.told, clause.confirmed)?;
    writer.refreshes(clause.refresh)?;
    writer.audits(clause.audit)?;
    Ok(writer.scenes)
}

struct Writer {
    founded: Date,
    clock: Calendar,
    scenes: Vec<Scene>,
}

impl Writer {
    fn push(&mut self, on: Date, actor: &str, act: Act) {
        self.scenes.push(Scene { on: on.min(self.clock.yesterday()), actor: actor.to_owned(), act });
    }

    fn day(&self, text: &str) -> Result<Date, Refusal> {
        self.clock.day(text).ok_or_else(|| unreadable(PLACE, &text))
    }

    fn day_or_founded(&self, text: &str) -> Result<Date, Refusal> {
        if text.is_empty() { Ok(self.founded) } else { self.day(text) }
    }

    fn optional_day(&self, text: &str) -> Result<Option<Date>, Refusal> {
        if text.is_empty() { Ok(None) } else { self.day(text).map(Some) }
    }

    fn sources(&mut self, rows: Vec<SourceRow>) -> Result<(), Refusal> {
        for row in rows {
            let on = self.day_or_founded(&row.on)?;
            let kind = word(&row.kind, SourceKind::from_word)?;
            let status = match row.status.as_str() {
                "" => SourceStatus::Open,
                said => word(said, SourceStatus::from_word)?,
            };
            let source = Source {
                level: row.level,
                owner: row.owner,
                closed_on: (status == SourceStatus::Closed).then_some(on),
                status,
                policy: row.policy,
                policy_version: row.policy_version,
                party: row.party,
                requirement: optional(&row.requirement, crate::domain::trace::RequirementKind::from_word)?,
                mandated: row.mandated,
                covered_by: row.covered_by,
                treats: row.treats,
                due: self.optional_day(&row.due)?,
                acceptance: row.acceptance,
                day: self.optional_day(&row.day)?,
                significant: row.significant,
                ..Source::new(kind, &row.reference, &row.title, on)
            };
            self.push(on, "M. Silva", Act::Do(Command::Sources(SourceCommand::Add(Box::new(source)))));
        }
        Ok(())
    }

    fn people(&mut self, entries: Vec<EntryRow>, leavers: Vec<LeaverRow>) -> Result<(), Refusal> {
        for row in entries {
            let entry = Entry {
                role: row.role,
                function: row.function,
                email: row.email,
                ..Entry::new(word(&row.kind, EntryKind::from_word)?, &row.name, self.founded)
            };
            self.push(self.founded, "M. Silva", Act::Do(Command::People(PeopleCommand::Enter(Box::new(entry)))));
        }
        for row in leavers {
            let end = PeopleCommand::End {
                kind: EntryKind::Person,
                name: row.name,
                until: self.day(&row.until)?,
                successor: String::new(),
            };
            self.push(self.day(&row.on)?, "A. Novak", Act::Do(Command::People(end)));
        }
        Ok(())
    }

    fn editions(&mut self, rows: Vec<EditionRow>) -> Result<(), Refusal> {
        for row in rows {
            let on = self.day(&row.on)?;
            let approval = EditionApproval {
                body: row.body,
                people: row.people,
                on: Some(on),
                minutes: row.minutes,
                why: row.why,
                cause: Some(word(&row.cause, Cause::from_word)?),
                effective: None,
                leave_out: Vec::new(),
            };
            self.push(on, "H. Berg", Act::Do(Command::Editions(EditionCommand::Approve(Box::new(approval)))));
        }
        Ok(())
    }

    fn told(&mut self, told: Vec<ToldRow>, confirmed: Vec<ConfirmedRow>) -> Result<(), Refusal> {
        for row in told {
            let on = self.day(&row.on)?;
            let everyone = row.everyone.then(|| (Reach::Everyone, String::new()));
            let people = row.people.into_iter().map(|name| (Reach::Person, name));
            let functions = row.functions.into_iter().map(|name| (Reach::Function, name));
            let command = EditionCommand::Communicate {
                what: Told::Edition(Some(row.edition)),
                audience: everyone.into_iter().chain(people).chain(functions).collect(),
                channel: row.channel,
                place: row.place,
                on,
            };
            self.push(on, "M. Silva", Act::Do(Command::Editions(command)));
        }
        for row in confirmed {
            let on = self.day(&row.on)?;
            for person in row.people {
                let actor = person.clone();
                let what = Told::Edition(Some(row.edition));
                let command = EditionCommand::Acknowledge { what, person, on, note: "answered the mail".to_owned() };
                self.push(on, &actor, Act::Do(Command::Editions(command)));
            }
        }
        Ok(())
    }

    fn refreshes(&mut self, rows: Vec<RefreshRow>) -> Result<(), Refusal> {
        for row in rows {
            let walk = Walk {
                cause: word(&row.cause, Cause::from_word)?,
                event: row.event,
                changed: row.change.code,
                why_changed: row.change.reason,
                why_kept: row.reason,
            };
            let start = RefreshCommand::Start { cause: walk.cause, event: walk.event.clone() };
            self.push(self.day(&row.on)?, "M. Silva", Act::Do(Command::Refresh(start)));
            self.push(self.day(&row.closed)?, "M. Silva", Act::Walk(walk));
        }
        Ok(())
    }

    fn audits(&mut self, rows: Vec<AuditRow>) -> Result<(), Refusal> {
        for row in rows {
            let on = self.day(&row.on)?;
            let plan = AuditCommand::Plan {
                number: None,
                kind: word(&row.kind, AuditKind::from_word)?,
                day: self.day(&row.day)?,
                auditor: row.auditor,
                note: String::new(),
            };
            self.push(on, "M. Silva", Act::Do(Command::Audits(plan)));
        }
        Ok(())
    }
}

/// Answers every objective in force and closes the walk. Returns how many entries it made beyond the first.
pub(super) fn walk(session: &mut Session, walk: &Walk) -> Result<i64, Refusal> {
    let refresh = session.open_refresh()?;
    let rows = session.overview(crate::app::view::Lens::default())?.rows;
    let mut entries = 0;
    for row in rows.iter().filter(|row| row.objective.lifecycle == Lifecycle::InForce) {
        let (answer, reason) = match row.code() == walk.changed {
            true => (RefreshAnswer::Change, &walk.why_changed),
            false => (RefreshAnswer::Keep, &walk.why_kept),
        };
        session.run(Command::Refresh(RefreshCommand::Answer {
            refresh,
            code: row.code().to_owned(),
            answer,
            reason: reason.clone(),
            successor: String::new(),
            outcome: None,
        }))?;
        entries += 1;
    }
    session.run(Command::Refresh(RefreshCommand::Close { refresh, no_change: String::new() }))?;
    Ok(entries)
}

fn optional<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Refusal> {
    if text.is_empty() { Ok(None) } else { word(text, read).map(Some) }
}

fn word<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, Refusal> {
    read(text).ok_or_else(|| unreadable(PLACE, &text))
}
