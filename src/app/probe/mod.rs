//! The auditor's page of an objective, computed from the register: nothing on it is typed for it.

mod agreed;
mod entries;
mod export;
mod measured;
mod plan;
mod promise;
mod since;
mod trail;

pub use entries::{EntryState, ReadingEntry, entries};
pub use export::{EvidenceRequest, PageOf};

use super::dossier;
use super::lens::{Look, rules_through};
use super::overview;
use super::refusal::Refusal;
use super::session::Session;
use super::view::{Dossier, Lens, Row};
use crate::domain::audit::{self, Audit};
use crate::domain::period::Date;
use crate::domain::probe::{Element, Page};
use crate::domain::review::Review;
use crate::domain::status::why::why;
use crate::domain::words;
use crate::store::Reader;

/// An objective with what stands around it in the register.
struct Around {
    dossier: Dossier,
    parent: Option<Row>,
    reviews: Vec<Review>,
    next_review: Option<Date>,
    next_audit: Option<Audit>,
}

impl Session {
    /// The page of one objective.
    pub fn probe(&mut self, code: &str, lens: Lens) -> Result<Page, Refusal> {
        self.store.read(|reader| Ok(page_in(reader, &self.look(lens, reader)?, code)?.0))
    }
}

/// The page of one objective inside a read that goes on, with the dossier it was made from.
pub(super) fn page_in(reader: &Reader, look: &Look, code: &str) -> Result<(Page, Dossier), Refusal> {
    let register = reader.register()?;
    let (seq, head) = state(reader, look)?;
    let around = around(reader, look, code)?;
    let page = Page {
        organization: register.organization,
        demo: register.demo,
        past: look.sight.past,
        known_seq: look.sight.known_seq,
        seq,
        head,
        ..page(&around)
    };
    Ok((page, around.dossier))
}

/// The journal entry the look rests on, with its hash. An operation that had not ended then is left out.
fn state(reader: &Reader, look: &Look) -> Result<(u64, String), Refusal> {
    let newest = reader.head()?;
    let Some(wanted) = look.sight.known_seq.filter(|seq| *seq < newest.0) else { return Ok(newest) };
    let Some(entry) = reader.journal_entry(wanted)? else { return Ok((wanted, String::new())) };
    if entry.seq <= wanted {
        return Ok((entry.seq, entry.hash));
    }
    let before = reader.journal_entry(entry.first_seq.saturating_sub(1))?;
    Ok(before.map(|entry| (entry.seq, entry.hash)).unwrap_or_default())
}

fn around(reader: &Reader, look: &Look, code: &str) -> Result<Around, Refusal> {
    let rules = rules_through(reader, look)?;
    let dossier = dossier::of_one(reader, look, &rules, code)?;
    let parent = match dossier.row.objective.definition.parent.trim() {
        "" => None,
        code => overview::branch(reader, look, &rules, code)?.map(|mut branch| branch.swap_remove(0)),
    };
    let reviews = reader.reviews(&look.sight)?;
    let audits: Vec<Audit> = reader.records(&look.sight)?;
    let next_review = reviews.iter().rev().find_map(|review| review.next_date).filter(|day| *day >= look.as_of);
    Ok(Around { parent, next_review, next_audit: audit::next(&audits, look.as_of).cloned(), reviews, dossier })
}

/// The page, but for whose it is and what it rests on.
fn page(around: &Around) -> Page {
    let dossier = &around.dossier;
    let row = &dossier.row;
    let objective = &row.objective;
    Page {
        organization: String::new(),
        demo: false,
        code: row.code().to_owned(),
        title: objective.definition.title.clone(),
        status: row.judgement.status,
        measured: measured::measured(dossier),
        why: why(objective, &row.judgement, dossier.rules.calendar),
        as_of: dossier.as_of,
        past: false,
        known_seq: None,
        seq: 0,
        head: String::new(),
        elements: elements(around),
        trail: trail::points(dossier),
    }
}

/// In the order in which they are asked for.
fn elements(around: &Around) -> Vec<Element> {
    let dossier = &around.dossier;
    let mut elements = vec![
        promise::promised(dossier),
        promise::because(dossier),
        promise::part_of(around),
        plan::what(dossier).begins(),
        plan::resources(dossier),
        plan::who(dossier),
        plan::when(dossier),
        plan::how_judged(dossier),
        agreed::approved(dossier).begins(),
        agreed::changed(dossier),
        agreed::told(dossier),
    ];
    elements.extend(agreed::closed(dossier));
    elements.extend([
        measured::last_reading(dossier).begins(),
        measured::meant(dossier),
        since::decided(around),
        measured::next(around),
    ]);
    elements.extend(trail::trail(dossier).map(Element::begins));
    elements
}

/// A text a person wrote; `None` where there is none.
fn written(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// `, by M. Silva`; nothing for nobody.
fn also(before: &str, text: &str) -> String {
    written(text).map(|text| format!("{before}{text}")).unwrap_or_default()
}

/// `3 days`.
fn days(n: i64) -> String {
    words::counted(usize::try_from(n).unwrap_or(0), "day", "days")
}
