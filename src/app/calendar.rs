//! What is due when, as a calendar: readings, criteria, actions, meetings, audits.

use chrono::Months;

use super::lens::Look;
use super::view::{Lens, Overview, Row};
use super::{Refusal, RefusalKind, Session};
use crate::domain::audit::Audit;
use crate::domain::awaited::awaited;
use crate::domain::directory::{Directory, Entry};
use crate::domain::objective::{Kind, Lifecycle};
use crate::domain::period::Date;
use crate::domain::reading::DecisionKind;
use crate::domain::words;
use crate::report::ics;
use crate::store::Reader;

pub use crate::report::ics::Event;

/// How far ahead dates are listed where nobody says.
const MONTHS_AHEAD: u32 = 12;

/// Which dates.
#[derive(Clone, Copy, Debug, Default)]
pub struct Dates<'a> {
    /// The last day; `None` is a year from the day looked at.
    pub until: Option<Date>,
    /// Only what waits for this person or role; what concerns everybody stays.
    pub person: Option<&'a str>,
}

/// The bytes of a calendar file.
pub fn file(name: &str, events: &[Event]) -> Vec<u8> {
    ics::render(name, events)
}

impl Session {
    /// What is due from the day looked at on, and what waits past its day; by day. Each date keeps its name while the
    /// register lives, so that a calendar takes a later file in without doubling it. The moment each date carries is that
    /// of the newest journal entry: the same register gives the same events whenever it is asked.
    pub fn dates(&mut self, lens: Lens, dates: Dates<'_>) -> Result<Vec<Event>, Refusal> {
        let (uuid, stamp, mut events) = self.store.read(|reader| {
            let look = self.look(lens, reader)?;
            let overview = self.picture(reader, &look)?;
            let entries: Vec<Entry> = reader.records(&look.sight)?;
            let register = reader.register()?;
            let newest = look.sight.known_seq.unwrap_or(overview.seq);
            let stamp = reader.journal_entry(newest)?.map_or(register.created_at, |entry| entry.at);
            let ahead = look.as_of.checked_add_months(Months::new(MONTHS_AHEAD)).unwrap_or(Date::MAX);
            let mut desk = Desk {
                organization: &overview.organization,
                directory: Directory::new(&entries),
                person: dates.person.map(str::trim),
                as_of: look.as_of,
                until: dates.until.unwrap_or(ahead),
                events: Vec::new(),
            };
            desk.known(&overview)?;
            for row in overview.rows.iter().filter(|row| row.objective.lifecycle == Lifecycle::InForce) {
                desk.objective(row, &overview);
            }
            desk.agreed(reader, &look, &overview)?;
            Ok::<_, Refusal>((register.uuid, stamp, desk.events))
        })?;
        for event in &mut events {
            event.uid = format!("{}@{uuid}", event.uid);
            event.stamp.clone_from(&stamp);
        }
        events.sort_by(|a, b| (a.day, &a.uid).cmp(&(b.day, &b.uid)));
        Ok(events)
    }
}

/// Where dates are gathered.
struct Desk<'a> {
    organization: &'a str,
    directory: Directory<'a>,
    person: Option<&'a str>,
    as_of: Date,
    until: Date,
    events: Vec<Event>,
}

impl Desk<'_> {
    /// A name nobody uses is a slip of the finger, not a person without dates.
    fn known(&self, overview: &Overview) -> Result<(), Refusal> {
        let Some(person) = self.person else { return Ok(()) };
        let named = |row: &Row| {
            let definition = &row.objective.definition;
            [&definition.owner, &definition.collector].into_iter().any(|name| self.is_meant(name))
        };
        if self.directory.find(person).is_some() || overview.rows.iter().any(named) {
            return Ok(());
        }
        Err(Refusal::new(RefusalKind::NotFound, format!("nobody is called `{person}` here"))
            .next("`sixtwo people` lists everybody"))
    }

    fn is_meant(&self, name: &str) -> bool {
        self.person.is_none_or(|person| self.directory.is_meant(person, name, self.as_of))
    }

    fn add(&mut self, uid: String, day: Date, category: &'static str, summary: String, details: Vec<String>) {
        if day > self.until {
            return;
        }
        let details = details.into_iter().chain([self.organization.to_owned()]).filter(|text| !text.is_empty());
        self.events.push(Event { uid, stamp: String::new(), day, summary, details: details.collect(), category });
    }

    fn objective(&mut self, row: &Row, overview: &Overview) {
        let definition = &row.objective.definition;
        let (id, code) = (row.id, row.code());
        let title = format!("{code}  {}", definition.title);
        let reporter = if definition.collector.is_empty() { &definition.owner } else { &definition.collector };
        let until = self.until;
        if self.is_meant(reporter) {
            let periods = awaited(&row.objective, &row.judgement, &overview.rules, self.as_of);
            for (period, last_day) in periods.take_while(|(_, last_day)| *last_day <= until) {
                let label = row.calendar(&overview.rules).period_label(definition.frequency, period);
                let (summary, target) = match definition.kind {
                    Kind::Milestone => (format!("Say where {code} stands, {label}"), String::new()),
                    _ => (format!("Report {code} for {label}"), format!("Target {}", definition.target_text())),
                };
                let details = vec![title.clone(), target, named("Figures from", reporter)];
                self.add(format!("reading-{id}-{}", period.end), last_day, "reading", summary, details);
            }
        }
        if !self.is_meant(&definition.owner) {
            return;
        }
        let owner = named("Owner", &definition.owner);
        let done = |number: u32| row.objective.criteria_done.iter().any(|done| done.number == number);
        for (number, criterion) in (1..).zip(&definition.criteria).filter(|(number, _)| !done(*number)) {
            if let Some(day) = criterion.planned {
                let summary = format!("{code}: {}", criterion.text);
                self.add(
                    format!("criterion-{id}-{number}"),
                    day,
                    "criterion",
                    summary,
                    vec![title.clone(), owner.clone()],
                );
            }
        }
        if let Some(due) = row.judgement.due.filter(|due| *due >= self.as_of) {
            let summary = format!("{code} is due: {}", definition.target_text());
            self.add(format!("due-{id}"), due, "objective", summary, vec![title, owner]);
        }
    }

    /// Open actions, the end of what was accepted for now, the next meeting and the audits to come.
    fn agreed(&mut self, reader: &Reader, look: &Look, overview: &Overview) -> Result<(), Refusal> {
        let as_of = self.as_of;
        let open = |done: Option<Date>| done.is_none_or(|day| day > as_of);
        for action in reader.actions(&look.sight, None)?.into_iter().filter(|action| open(action.done_on)) {
            let Some(due) = action.due.filter(|_| self.is_meant(&action.owner)) else { continue };
            let of = if action.code.is_empty() { String::new() } else { format!(" ({})", action.code) };
            let details = vec![format!("Action {}", action.id), named("Who", &action.owner)];
            self.add(format!("action-{}", action.id), due, "action", format!("{}{of}", action.text), details);
        }
        let decisions = reader.decisions(&look.sight, None)?;
        for row in &overview.rows {
            let newest = decisions.iter().find(|decision| decision.code == row.code());
            let accepted = newest.filter(|decision| decision.kind == DecisionKind::Accept);
            let Some((decision, until)) = accepted.and_then(|d| d.until.map(|until| (d, until))) else { continue };
            if until >= as_of && self.is_meant(&row.objective.definition.owner) {
                let summary = format!("{} was accepted until today: decide again", row.code());
                let details = vec![decision.text.clone(), named("Accepted by", &decision.by)];
                self.add(format!("accept-{}", decision.id), until, "decision", summary, details);
            }
        }
        for entry in &overview.overdue_meetings {
            let Some(day) = entry.deadline() else { continue };
            let mut summary = format!("{} is overdue", words::meeting(entry.kind));
            summary[..1].make_ascii_uppercase();
            self.add(format!("review-overdue-{}", entry.kind.word()), day, "review", summary, Vec::new());
        }
        let reviews = reader.reviews(&look.sight)?;
        let next = reviews.iter().rev().find_map(|review| Some((review.number, review.next_date?)));
        if let Some((after, day)) = next.filter(|(_, day)| *day >= as_of) {
            let details = vec![format!("Agreed in review {after}")];
            self.add(format!("review-after-{after}"), day, "review", "Review of the objectives".to_owned(), details);
        }
        let audits: Vec<Audit> = reader.records(&look.sight)?;
        for audit in audits.into_iter().filter(|audit| audit.day >= as_of) {
            let details = vec![named("Auditor", &audit.auditor), audit.note.clone()];
            let mut summary = words::audit(audit.kind).to_owned();
            summary[..1].make_ascii_uppercase();
            self.add(format!("audit-{}", audit.id), audit.day, "audit", summary, details);
        }
        Ok(())
    }
}

/// `Owner: A. Novak`; nothing for nobody.
fn named(label: &str, name: &str) -> String {
    match name.trim() {
        "" => String::new(),
        name => format!("{label}: {name}"),
    }
}
