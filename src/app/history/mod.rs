//! Who did what, when and why, in words, from the journal.

mod in_force;
mod lateness;
mod readings;
mod rows;
mod teller;
mod values;
mod veil;
pub mod view;

use super::lens::Look;
use super::refusal::Refusal;
use super::rules::rules_from;
use super::session::Session;
use super::view::Lens;
use super::write::unknown_code;
use crate::domain::operation::Operation;
use crate::store::{JournalEntry, JournalQuery, Reader, Sight};
use teller::Teller;
use veil::Veil;
use view::{HistoryEntry, HistoryQuery, Sample};

impl Session {
    /// Who changed what, newest first, one page of it.
    pub fn history(&mut self, query: &HistoryQuery) -> Result<Vec<HistoryEntry>, Refusal> {
        self.history_through(query, Lens::default())
    }

    /// The same through a lens: what the journal did not hold then is left out, and so is what others do not see.
    pub fn history_through(&mut self, query: &HistoryQuery, lens: Lens) -> Result<Vec<HistoryEntry>, Refusal> {
        self.store.read(|reader| {
            let look = self.look(lens, reader)?;
            let sight = Sight::today(look.today);
            let veil = if self.showing { Some(Veil::over(reader, &sight)?) } else { None };
            let mut query = until(query, &look);
            let mut teller = Teller::new(reader, rules_from(&reader.settings()?), look.today);
            let mut told = Vec::new();
            loop {
                let found = find(reader, &query, &sight)?;
                let whole_page = found.len() == query.limit;
                let last = found.last().map(|entry| entry.first_seq);
                for entry in found {
                    let Some(entry) = shown(entry, veil.as_ref()) else { continue };
                    told.push(teller.tell(&entry, veil.as_ref())?);
                }
                query.before = last.or(query.before);
                if !whole_page || told.len() >= query.limit {
                    told.truncate(query.limit);
                    return Ok(told);
                }
            }
        })
    }
}

/// What a look back adds to a query.
fn until(query: &HistoryQuery, look: &Look) -> HistoryQuery {
    let known = look.sight.known_seq.map(|seq| seq.saturating_add(1));
    let before = [query.before, known].into_iter().flatten().min();
    let day = (look.sight.past && known.is_none()).then_some(look.as_of);
    HistoryQuery { before, to: [query.to, day].into_iter().flatten().min(), ..query.clone() }
}

fn shown(entry: JournalEntry, veil: Option<&Veil>) -> Option<JournalEntry> {
    match veil {
        None => Some(entry),
        Some(veil) => veil.over_entry(entry),
    }
}

fn find(reader: &Reader, query: &HistoryQuery, sight: &Sight) -> Result<Vec<JournalEntry>, Refusal> {
    let objective = match query.code.trim() {
        "" => None,
        code => match reader.id_of(code)? {
            Some(id) => Some(id),
            None => {
                let codes = reader.objectives(sight)?.into_iter().map(|l| l.objective.code).collect();
                return Err(unknown_code(code, codes));
            }
        },
    };
    let operations: Vec<Operation> = query.topic.map(|topic| topic.operations().collect()).unwrap_or_default();
    let late = match query.sample {
        Some(Sample::Late) => Some(lateness::late_operations(reader, sight)?),
        _ => None,
    };
    Ok(reader.journal(&JournalQuery {
        before: query.before,
        limit: query.limit,
        objective,
        by: query.by.trim(),
        operations: &operations,
        from: query.from,
        to: query.to,
        text: query.text.trim(),
        holding: match query.sample {
            Some(Sample::Escalated) => "\"escalate\"",
            Some(Sample::Retired) => "\"retired_on\":\"",
            _ => "",
        },
        corrections: query.sample == Some(Sample::Corrected),
        among: late.as_deref(),
        ..JournalQuery::default()
    })?)
}

/// What an operation did, as one line.
pub(super) fn line(reader: &Reader, entry: &JournalEntry) -> Result<String, Refusal> {
    let rules = rules_from(&reader.settings()?);
    Ok(Teller::new(reader, rules, entry.today).tell(entry, None)?.summary)
}
