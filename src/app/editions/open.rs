//! Who has not confirmed what they own or report, and the text to send them.

use super::read::Shelf;
use super::view::{Awareness, OpenItem, Unconfirmed};
use crate::app::lens::Look;
use crate::app::overview::rows;
use crate::app::view::{Lens, Row};
use crate::app::{Refusal, Session};
use crate::domain::communication::{Acknowledgement, Communication, Matter, Records};
use crate::domain::directory::{Entry, EntryKind, same_name};
use crate::domain::edition::Edition;
use crate::domain::objective::{Definition, Lifecycle};
use crate::domain::register::Rules;
use crate::domain::status::why::why;
use crate::domain::text::one_line;
use crate::domain::version::Version;
use crate::domain::words;
use crate::store::Reader;

/// Everything on record about who knows what, read once.
pub(in crate::app) struct Known {
    communications: Vec<Communication>,
    acknowledgements: Vec<Acknowledgement>,
    editions: Vec<Edition>,
    directory: Vec<Entry>,
}

impl Known {
    /// Of every objective.
    pub(in crate::app) fn of_all(reader: &Reader, look: &Look) -> Result<Known, Refusal> {
        Ok(Known {
            communications: reader.records(&look.sight)?,
            acknowledgements: reader.records(&look.sight)?,
            editions: reader.records(&look.sight)?,
            directory: reader.records(&look.sight)?,
        })
    }

    /// Of one objective, with what concerns the whole list.
    pub(in crate::app) fn of_one(reader: &Reader, look: &Look, objective: i64) -> Result<Known, Refusal> {
        Ok(Known {
            communications: reader.records_about(objective, &look.sight)?,
            acknowledgements: reader.records_about(objective, &look.sight)?,
            editions: reader.records(&look.sight)?,
            directory: reader.records(&look.sight)?,
        })
    }

    fn records(&self) -> Records<'_> {
        Records {
            communications: &self.communications,
            acknowledgements: &self.acknowledgements,
            editions: &self.editions,
            directory: &self.directory,
        }
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.directory.iter().find(|entry| same_name(&entry.name, name))
    }

    /// Who answers for an objective: the owner, and who produces the figures where that is somebody else. A function is
    /// told as a whole and confirms nothing.
    fn answerable<'d>(&self, definition: &'d Definition) -> Vec<(&'d str, bool)> {
        let (owner, collector) = (definition.owner.trim(), definition.collector.trim());
        let somebody =
            |name: &str| !name.is_empty() && self.entry(name).is_none_or(|entry| entry.kind != EntryKind::Function);
        let mut names = Vec::new();
        names.extend(somebody(owner).then_some((owner, true)));
        let another = somebody(collector) && !same_name(collector, owner);
        names.extend(another.then_some((collector, false)));
        names
    }

    /// Who knows the version of an objective that counts.
    pub(in crate::app) fn awareness(&self, row: &Row, versions: &[Version], look: &Look) -> Awareness {
        let definition = &row.objective.definition;
        let Some(matter) = Matter::of(row.id, row.code(), &definition.function, versions, look.as_of) else {
            return Awareness::default();
        };
        let records = self.records();
        let holds = |edition: &&Edition| edition.version_of(row.code()).is_some_and(|v| v >= matter.version);
        let people = self.answerable(definition);
        Awareness {
            version: Some(matter.version),
            edition: self.editions.iter().find(holds).map(|edition| (edition.number, edition.approved_on)),
            told: records.told(&matter).into_iter().cloned().collect(),
            confirmed: records.confirmed(&matter).into_iter().cloned().collect(),
            people: people.into_iter().map(|(who, _)| (who.to_owned(), records.knowledge(&matter, who))).collect(),
        }
    }
}

impl Session {
    /// Who has not confirmed what they own or report, each with a text to send.
    pub fn unconfirmed(&mut self) -> Result<Vec<Unconfirmed>, Refusal> {
        Ok(self.editions_picture(Lens::default())?.open)
    }
}

/// Who has not confirmed, by name.
pub(super) fn unconfirmed(
    reader: &Reader,
    look: &Look,
    rules: &Rules,
    shelf: &Shelf,
) -> Result<Vec<Unconfirmed>, Refusal> {
    let known = Known::of_all(reader, look)?;
    let organization = reader.register()?.organization;
    let mut open: Vec<(Unconfirmed, Vec<String>)> = Vec::new();
    let mut rows = rows(reader, look, rules)?;
    rows.sort_by(|a, b| a.code().cmp(b.code()));
    for row in rows.iter().filter(|row| row.objective.lifecycle == Lifecycle::InForce) {
        let Some(loaded) = shelf.objectives.iter().find(|loaded| loaded.id == row.id) else { continue };
        let versions = shelf.versions(loaded);
        let definition = &row.objective.definition;
        let Some(matter) = Matter::of(row.id, row.code(), &definition.function, versions, look.as_of) else { continue };
        for (name, owns) in known.answerable(definition) {
            let knowledge = known.records().knowledge(&matter, name);
            if knowledge.confirmed.is_some() {
                continue;
            }
            let item = OpenItem {
                code: row.code().to_owned(),
                title: definition.title.clone(),
                version: matter.version,
                owns,
                knowledge,
            };
            let paragraph = paragraph(row, rules, &item, versions);
            match open.iter_mut().find(|(person, _)| same_name(&person.name, name)) {
                Some((person, paragraphs)) => {
                    person.items.push(item);
                    paragraphs.push(paragraph);
                }
                None => {
                    let email = known.entry(name).map(|entry| entry.email.clone()).unwrap_or_default();
                    let person = Unconfirmed { name: name.to_owned(), email, items: vec![item], text: String::new() };
                    open.push((person, vec![paragraph]));
                }
            }
        }
    }
    open.sort_by_cached_key(|(person, _)| person.name.to_lowercase());
    let written = |(person, paragraphs): (Unconfirmed, Vec<String>)| {
        let text = letter(&organization, &person, &paragraphs);
        Unconfirmed { text, ..person }
    };
    Ok(open.into_iter().map(written).collect())
}

/// What somebody reads to confirm: plain text, fit for a mail.
fn letter(organization: &str, person: &Unconfirmed, paragraphs: &[String]) -> String {
    let (name, organization) = (one_line(&person.name), one_line(organization));
    let these = match (person.items.iter().any(|item| item.owns), paragraphs.len()) {
        (true, 1) => "this information security objective is in your name",
        (true, _) => "these information security objectives are in your name or need your figures",
        (false, 1) => "this information security objective needs your figures",
        (false, _) => "these information security objectives need your figures",
    };
    format!(
        "{name},\n\nat {organization} {these}. Please read and confirm with a short answer.\n\n{}\n\nPlease answer \
         “I know them”, or say what is wrong.\n",
        paragraphs.join("\n\n")
    )
}

fn paragraph(row: &Row, rules: &Rules, item: &OpenItem, versions: &[Version]) -> String {
    let definition = &row.objective.definition;
    let standing = versions.iter().find(|version| version.number == item.version);
    let approved = standing.and_then(|version| {
        let day = version.approved_on?;
        Some(format!(", approved {} by {}", words::day(day), one_line(&version.approved_by)))
    });
    let by = definition.due.map_or_else(|| "without an end date".to_owned(), |due| format!("by {}", words::day(due)));
    let metric = if definition.metric.is_empty() { &definition.title } else { &definition.metric };
    let (_, status) = words::status(row.judgement.status);
    let why = why(&row.objective, &row.judgement, row.calendar(rules));
    let part = if item.owns { "you own it" } else { "its figures come from you" };
    [
        format!("{}  {}", one_line(row.code()), one_line(&definition.title)),
        format!("  Your part  {part}, measured {}", definition.frequency.word()),
        format!("  Target     {}: {}, {by}", one_line(metric), one_line(&definition.target_text())),
        format!("  Version    {}{}", item.version, approved.unwrap_or_default()),
        format!("  Stands     {status}. {}", one_line(&why)),
    ]
    .join("\n")
}
