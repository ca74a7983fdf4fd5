//! What waits for a person: late first.

use super::refusal::Refusal;
use super::session::Session;
use super::view::{DueItem, Lens, Overview};
use crate::domain::freshness::Freshness;

impl Session {
    /// Objectives whose reading is due, late or never came: the later, the further up.
    pub fn due(&mut self, lens: Lens) -> Result<Vec<DueItem>, Refusal> {
        Ok(waiting(&self.overview(lens)?))
    }
}

/// The readings of an overview that wait, the later the further up.
pub(super) fn waiting(overview: &Overview) -> Vec<DueItem> {
    let mut items: Vec<DueItem> = overview
        .rows
        .iter()
        .filter(|row| matches!(row.judgement.freshness, Freshness::Due | Freshness::Overdue | Freshness::Never))
        .filter_map(|row| {
            let definition = &row.objective.definition;
            let (period, last_day) = row.judgement.next_report?;
            let who = if definition.collector.is_empty() { &definition.owner } else { &definition.collector };
            Some(DueItem {
                code: row.code().to_owned(),
                title: definition.title.clone(),
                who: who.clone(),
                period,
                label: row.calendar(&overview.rules).period_label(definition.frequency, period),
                last_day,
                freshness: row.judgement.freshness,
                missed_periods: row.judgement.missed_periods,
            })
        })
        .collect();
    items.sort_by(|a, b| (a.last_day, &a.code).cmp(&(b.last_day, &b.code)));
    items
}
