//! Rows of the register in words: what was made, what changed in it, what was taken away.

use serde_json::Value;

use super::teller::{Teller, Told};
use super::values::shown;
use super::view::Difference;
use crate::app::refusal::Refusal;
use crate::domain::field_words::{field, is_bookkeeping};
use crate::domain::journal::{Image, RowImage};
use crate::domain::operation::Operation;
use crate::domain::review::AgendaTopic;
use crate::store::{Entity, Fields, JournalEntry};

/// What one row says.
pub(super) fn told(teller: &mut Teller, entry: &JournalEntry, image: &RowImage) -> Result<Told, Refusal> {
    let Some(entity) = Entity::from_table(&image.entity) else { return Ok(Told::default()) };
    let row = Row::read(teller, entity, image)?;
    let mut told = match (&image.before, &image.after) {
        (None, Some(_)) => row.made(teller)?,
        (Some(_), None) => row.removed(),
        _ => row.changed(),
    };
    if entity == Entity::ReviewItem && matches!(entry.op, Operation::ReviewStart | Operation::ReviewBlock) {
        // The agenda of a meeting has one row per objective: the meeting itself says what happened.
        told.line.clear();
    }
    Ok(told)
}

/// A row about to be told.
struct Row<'i> {
    entity: Entity,
    image: &'i RowImage,
    /// The row as it stands today, for what an image of changed fields leaves out.
    today: Fields,
    /// The code of the objective it belongs to; empty for none.
    code: String,
    unit: String,
}

impl<'i> Row<'i> {
    fn read(teller: &mut Teller, entity: Entity, image: &'i RowImage) -> Result<Row<'i>, Refusal> {
        let today = teller.reader.get(entity, image.id)?.unwrap_or_default();
        let named = [image.after.as_ref(), image.before.as_ref(), Some(&today)]
            .into_iter()
            .flatten()
            .find_map(|fields| fields.get("objective").and_then(Value::as_i64));
        let objective = if entity == Entity::Objective { Some(image.id) } else { named };
        let (code, unit) = match objective {
            Some(id) => (teller.objective(id)?.code.clone(), teller.unit(id)?),
            None => (String::new(), String::new()),
        };
        Ok(Row { entity, image, today, code, unit })
    }

    /// A field as it was when the row was written, else as it stands today.
    fn text(&self, name: &str) -> String {
        let sides = [self.image.after.as_ref(), Some(&self.today), self.image.before.as_ref()];
        let value = sides.into_iter().flatten().find_map(|fields| fields.get(name).filter(|v| !v.is_null()));
        value.map(|value| shown(name, value, &self.unit)).unwrap_or_default()
    }

    /// ` word text`, or nothing where there is no text.
    fn also(&self, word: &str, name: &str) -> String {
        let text = self.text(name);
        if text.is_empty() { text } else { format!("{word}{text}") }
    }

    fn sets(&self, name: &str) -> bool {
        self.image.after.as_ref().is_some_and(|after| after.get(name).is_some_and(|value| !value.is_null()))
    }

    /// What the row is about, where the entry may be about several things.
    fn about(&self) -> String {
        match self.entity {
            Entity::Source => format!("{} {}", self.text("kind"), self.text("reference")),
            Entity::Directory => self.text("name"),
            Entity::Setting => self.text("name").replace('_', " "),
            Entity::Rearrangement => format!("“{}”", self.text("name")),
            Entity::Review => format!("review {}", self.image.id),
            Entity::Refresh => format!("refresh {}", self.image.id),
            Entity::Edition => format!("edition {}", self.image.id),
            Entity::Audit => format!("{} audit", self.text("kind")),
            Entity::Dismissal => format!("{} {}", self.text("rule"), self.text("subject")),
            _ => self.code.clone(),
        }
    }

    fn made(&self, teller: &Teller) -> Result<Told, Refusal> {
        let differences = match self.entity {
            Entity::Version => self.against_earlier_version(teller)?,
            Entity::Objective | Entity::ReviewItem => Vec::new(),
            _ => self.differences(None, self.image.after.as_ref()),
        };
        let line = match self.entity {
            Entity::Version => self.version_made(&differences),
            _ => self.made_line(),
        };
        Ok(Told { line, differences })
    }

    fn version_made(&self, differences: &[Difference]) -> String {
        let number = self.text("number");
        let draft = self.image.after.as_ref().is_some_and(|after| after.get("draft") == Some(&Value::Bool(true)));
        let state = match (draft, self.text("approved_by")) {
            (true, _) => " as a draft".to_owned(),
            (false, by) if by.is_empty() => " in force".to_owned(),
            (false, by) => format!(" in force, approved by {by}{}", self.also(" on ", "approved_on")),
        };
        let begins = self.also(", counts from ", "begins");
        if number == "1" {
            return format!("written{state}: “{}”{begins}", self.text("title"));
        }
        format!("version {number}{state}{begins}: {}", in_line(differences))
    }

    /// The version before it as it stands: an image of a new row holds all its fields.
    fn against_earlier_version(&self, teller: &Teller) -> Result<Vec<Difference>, Refusal> {
        let after = self.image.after.as_ref();
        let whole = |name: &str| after.and_then(|fields| fields.get(name)).and_then(Value::as_i64);
        let (Some(objective), Some(number)) = (whole("objective"), whole("number")) else { return Ok(Vec::new()) };
        let versions = teller.reader.version_ids(objective)?;
        let earlier = versions.iter().rev().find(|(other, _)| i64::from(*other) < number);
        let Some((_, id)) = earlier else { return Ok(self.differences(None, after)) };
        let before = teller.reader.get(Entity::Version, *id)?.unwrap_or_default();
        let content = |fields: &Image| {
            let mut fields = fields.clone();
            fields.retain(|name, _| !ABOUT_THE_VERSION.contains(&name.as_str()));
            fields
        };
        let after = after.map(content).unwrap_or_default();
        let before = content(&before);
        let gone = before.keys().filter(|name| !after.contains_key(*name)).map(|name| (name.clone(), Value::Null));
        let all: Image = after.clone().into_iter().chain(gone).collect();
        let changed = all.into_iter().filter(|(name, now)| before.get(name).unwrap_or(&Value::Null) != now).collect();
        Ok(self.differences(Some(&before), Some(&changed)))
    }

    fn made_line(&self) -> String {
        let text = |name: &str| self.text(name);
        let number = self.image.id;
        match self.entity {
            Entity::Register => format!("register of {} created", text("organization")),
            Entity::Setting => format!("{} set to {}, from {}", self.about(), text("value"), text("effective")),
            Entity::Objective | Entity::Version | Entity::ReviewItem => String::new(),
            Entity::Evaluation => self.evaluation(),
            Entity::Criterion => {
                format!("criterion {} fulfilled on {}{}", text("number"), text("done"), self.also(": ", "evidence"))
            }
            Entity::Checkin => format!("looked at on {}{}", text("day"), self.also(": ", "note")),
            Entity::NotMeasured => format!("period to {} not measured: {}", text("period_end"), text("reason")),
            Entity::Decision => format!("decided: {}{}{}", text("kind"), self.also(", ", "text"), self.until()),
            Entity::Action => {
                format!("action for {}: {}{}", self.someone("owner"), text("text"), self.also(", by ", "due"))
            }
            Entity::Review if text("started_at").is_empty() => format!("review planned for {}", text("date")),
            Entity::Review => format!("review of {} opened{}", text("date"), self.also(", here: ", "attendees")),
            Entity::AgendaNote => {
                let topic = AgendaTopic::from_word(&text("topic")).map_or("agenda", AgendaTopic::title);
                format!("review {}, {topic}: {}", text("review"), text("text"))
            }
            Entity::Preparation => format!(
                "prepared for review {}{}{}{}",
                text("review"),
                self.also(", cause: ", "cause"),
                self.also(", options: ", "options"),
                self.also(", decision wanted: ", "wanted")
            ),
            Entity::CorrectionAnswer => {
                let stands = self.image.after.as_ref().is_some_and(|row| row.get("stands") == Some(&Value::Bool(true)));
                let answer = if stands { "the decision stands" } else { "the decision does not stand" };
                format!("corrected reading of {}: {answer}, {}", text("measured_on"), text("reason"))
            }
            Entity::Snapshot => format!("snapshot {number}{} taken", self.also(" ", "name")),
            Entity::Source => format!("{} entered: “{}”", self.about(), text("title")),
            Entity::Directory => {
                format!("{} {} entered{}", text("kind"), text("name"), self.also(", in ", "function"))
            }
            Entity::Rearrangement => self.rearrangement(),
            Entity::Edition => format!(
                "edition {number} approved by {} on {}{}: {}",
                text("body"),
                text("approved_on"),
                self.also(" (", "minutes") + if text("minutes").is_empty() { "" } else { ")" },
                text("why")
            ),
            Entity::Communication => {
                format!("{} told to {} on {}{}", self.what_was_told(), text("audience"), text("day"), self.by_channel())
            }
            Entity::Acknowledgement => {
                format!("{} confirmed by {} on {}", self.what_was_told(), text("person"), text("day"))
            }
            Entity::Refresh => format!("refresh {number} begun: {}", text("cause")),
            Entity::RefreshLine => {
                format!("refresh {}: {}{}", text("refresh"), text("answer"), self.also(", ", "reason"))
            }
            Entity::Audit => format!("{} planned for {}", self.about(), text("day")),
            Entity::Dismissal => {
                format!("{} accepted by {} until {}: {}", self.about(), text("person"), text("until"), text("reason"))
            }
        }
    }

    fn changed(&self) -> Told {
        let differences = self.differences(self.image.before.as_ref(), self.image.after.as_ref());
        let text = |name: &str| self.text(name);
        let line = match self.entity {
            Entity::Objective if self.sets("retired_on") => format!(
                "closed on {}, {}{}: {}{}",
                text("retired_on"),
                text("outcome"),
                self.also(" by ", "closed_by"),
                text("closing_reason"),
                self.also(", followed by ", "successor")
            ),
            Entity::Version if self.sets("approved_by") => format!(
                "version {} approved by {}{}{}{}",
                text("number"),
                text("approved_by"),
                self.also(" on ", "approved_on"),
                self.also(", ", "approved_ref"),
                self.also(", judges from ", "effective")
            ),
            Entity::Version => format!("version {}: {}", text("number"), in_line(&differences)),
            Entity::Action if self.sets("done_on") => {
                format!("action of {} done on {}: {}", self.someone("owner"), text("done_on"), text("text"))
            }
            Entity::Action if self.sets("checked_on") => {
                format!("effect of the action of {} looked at on {}", self.someone("owner"), text("checked_on"))
            }
            Entity::Review if self.sets("started_at") => format!("{} opened", self.about()),
            Entity::Review if self.sets("closed_at") => {
                format!("{} closed{}", self.about(), self.also(", next on ", "next_date"))
            }
            Entity::ReviewItem => self.item(),
            Entity::Rearrangement if self.sets("accepted_by") => {
                format!("{} accepted by {} on {}", self.about(), text("accepted_by"), text("accepted_on"))
            }
            Entity::Refresh if self.sets("closed_on") => match text("no_change") {
                why if why.is_empty() => format!("{} closed with edition {}", self.about(), text("edition")),
                why => format!("{} closed, nothing changed because {why}", self.about()),
            },
            Entity::Dismissal if self.sets("lifted_on") => format!("{} counts again", self.about()),
            Entity::Source
            | Entity::Directory
            | Entity::Rearrangement
            | Entity::Review
            | Entity::Refresh
            | Entity::Edition
            | Entity::Audit
            | Entity::Setting
            | Entity::Dismissal => format!("{}: {}", self.about(), in_line(&differences)),
            _ => in_line(&differences),
        };
        Told { line, differences }
    }

    fn removed(&self) -> Told {
        let differences = match self.entity {
            Entity::ReviewItem => Vec::new(),
            _ => self.differences(self.image.before.as_ref(), None),
        };
        Told { line: String::new(), differences }
    }

    fn evaluation(&self) -> String {
        let day = self.text("measured_on");
        match (self.text("meaning"), self.text("decision")) {
            (meaning, decision) if decision.is_empty() => format!("reading of {day} means “{meaning}”"),
            (meaning, decision) if meaning.is_empty() => format!("on the reading of {day} decided: {decision}"),
            (meaning, decision) => format!("reading of {day} means “{meaning}”, decided: {decision}"),
        }
    }

    fn rearrangement(&self) -> String {
        let codes = self.also(": ", "codes");
        let from = self.text("begins");
        match self.text("kind").as_str() {
            "hand over" => {
                format!("handed over from {} to {}, from {from}{codes}", self.someone("giver"), self.someone("taker"))
            }
            kind => format!("{kind} “{}” from {from}{codes}", self.text("name")),
        }
    }

    fn what_was_told(&self) -> String {
        match (self.text("version"), self.text("edition")) {
            (version, edition) if edition.is_empty() => format!("version {version}"),
            (_, edition) => format!("edition {edition}"),
        }
    }

    fn by_channel(&self) -> String {
        format!("{}{}", self.also(" by ", "channel"), self.also(", ", "place"))
    }

    fn item(&self) -> String {
        let meaning = match self.text("meaning") {
            meaning if meaning.is_empty() => meaning,
            meaning => format!(": “{meaning}”"),
        };
        format!("{} in the review{meaning}{}", self.text("state"), self.also(", decided: ", "decision"))
    }

    fn until(&self) -> String {
        self.also(", until ", "until")
    }

    fn someone(&self, name: &str) -> String {
        match self.text(name) {
            nobody if nobody.is_empty() => "nobody".to_owned(),
            somebody => somebody,
        }
    }

    /// Field by field, in the words people know; what only keeps the books is left out.
    fn differences(&self, before: Option<&Image>, after: Option<&Image>) -> Vec<Difference> {
        let names = match (before, after) {
            (_, Some(after)) => after.keys().collect::<Vec<_>>(),
            (Some(before), None) => before.keys().collect(),
            (None, None) => Vec::new(),
        };
        let side = |fields: Option<&Image>, name: &str| {
            fields.and_then(|fields| fields.get(name)).map(|value| shown(name, value, &self.unit)).unwrap_or_default()
        };
        names
            .into_iter()
            .filter(|name| !is_bookkeeping(name))
            .map(|name| Difference {
                about: self.about(),
                field: field(name),
                before: side(before, name),
                after: side(after, name),
            })
            .filter(|difference| difference.before != difference.after)
            .collect()
    }
}

/// Fields of a version that say how it came to be, not what it holds.
const ABOUT_THE_VERSION: [&str; 11] = [
    "number",
    "draft",
    "reason",
    "approved_on",
    "approved_by",
    "approved_ref",
    "approvers",
    "effective",
    "begins",
    "recorded_on",
    "series",
];

/// A few differences in one line, many by their number.
fn in_line(differences: &[Difference]) -> String {
    let told: Vec<String> = differences
        .iter()
        .take(3)
        .map(|d| match (d.before.as_str(), d.after.as_str()) {
            ("", after) => format!("{} {after}", d.field),
            (before, "") => format!("{} {before} → nothing", d.field),
            (before, after) => format!("{} {before} → {after}", d.field),
        })
        .collect();
    match differences.len() {
        0 => "no content changed".to_owned(),
        1..=3 => told.join("; "),
        many => format!("{}; and {} more", told[..2].join("; "), many - 2),
    }
}
