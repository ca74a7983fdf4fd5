//! Who did what, when and why, in words, from the journal.

mod in_force;
mod lateness;
mod readings;
mod rows;
mod teller;
mod values;
pub mod view;

use super::refusal::Refusal;
use super::rules::rules_from;
use super::session::Session;
use super::write::unknown_code;
use crate::domain::operation::Operation;
use crate::store::{JournalEntry, JournalQuery, Reader, Sight};
use teller::Teller;
use view::{HistoryEntry, HistoryQuery, Sample};

impl Session {
    /// Who changed what, newest first, one page of it.
    pub fn history(&mut self, query: &HistoryQuery) -> Result<Vec<HistoryEntry>, Refusal> {
        let today = self.env.clock.now().today;
        self.store.read(|reader| {
            let found = find(reader, query, &Sight::today(today))?;
            let mut teller = Teller::new(reader, rules_from(&reader.settings()?), today);
            found.iter().map(|entry| teller.tell(entry)).collect()
        })
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
    Ok(Teller::new(reader, rules, entry.today).tell(entry)?.summary)
}
