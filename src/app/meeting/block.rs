//! Passing what is on track as a block: one computed line each, marked automatic.

use super::{running, update_item};
use crate::app::Outcome;
use crate::app::readings::say_meaning;
use crate::app::refusal::Refusal;
use crate::app::session::Session;
use crate::app::view::Lens;
use crate::domain::agenda;
use crate::domain::operation::Operation;
use crate::domain::review::{AgendaGroup, ItemState, ReviewItem};

impl Session {
    pub(in crate::app) fn pass_block(&mut self, number: i64) -> Result<Outcome, Refusal> {
        let overview = self.overview(Lens::default())?;
        self.write(Operation::ReviewBlock, "", |write| {
            let review = running(write, number)?;
            let block: Vec<&ReviewItem> =
                review.items.iter().filter(|i| i.group == AgendaGroup::OnTrack && i.state == ItemState::Open).collect();
            if block.is_empty() {
                return Err(Refusal::invalid("nothing on track is left open"));
            }
            for item in &block {
                let Some(row) = overview.rows.iter().find(|row| row.code() == item.code) else { continue };
                let line = agenda::block_line(&row.objective, &row.judgement, row.calendar(&overview.rules));
                if let Some(standing) = &row.judgement.latest {
                    let target = write.target(&item.code)?;
                    if let Some(reading) = target.newest_on(standing.measured_on)
                        && reading.evaluation.is_empty()
                    {
                        let (day, revision) = (reading.measured_on, reading.revision);
                        say_meaning(write, &target, day, revision, &line, None, true)?;
                    }
                }
                let passed = ReviewItem { state: ItemState::Passed, meaning: line, automatic: true, ..(*item).clone() };
                update_item(write, number, &passed)?;
            }
            Ok(Outcome {
                summary: format!("{} on track passed as a block", block.len()),
                touched: block.iter().map(|i| i.code.clone()).collect(),
                number: Some(number),
                ..Outcome::default()
            })
        })
    }
}
